/* SPDX-License-Identifier: EUPL-1.2 */
/* Who is where, and whether somebody holds the case today. */
#include "flows/report.h"

#include <stdlib.h>
#include <string.h>

#include "model/coverage.h"

enum { OPEN, CLOSED, NOBODY, NO_PERSON, STATE_COUNT };

static const struct state {
	const char *name, *label;
} states[STATE_COUNT] = {
	[OPEN] = { "open", N_("open") },
	[CLOSED] = { "closed", N_("closed") },
	[NOBODY] = { "nobody", N_("nobody") },
	[NO_PERSON] = { "no_person", N_("no person") }
};

struct caseload_row {
	const char *ref, *name;
	const struct state *state;
	const struct ds_report_party *school, *municipality, *lead;
	dossier_day leaves;
};

struct caseload {
	struct ds_report *report;
	struct ds_arena arena;		/* for one look in the store */
	struct ds_trio covered;		/* (party, contact, school): state */
	struct caseload_row *rows;
	size_t count, capacity;
	size_t counts[STATE_COUNT];
};

/* The lead of a case today, as coverage reads it. */
static void
lead_row(struct ds_row *out, const struct ds_case *youth)
{
	ds_row_start(out, DS_LEAD);
	ds_row_set_int(out, DS_F_LEAD_PARTY, youth->lead);
	if (youth->lead_contact != 0)
		ds_row_set_int(out, DS_F_LEAD_CONTACT, youth->lead_contact);
}

static dossier_status
ask_coverage(const struct state **out, struct caseload *load,
    const struct ds_case *youth, dossier_error *err)
{
	dossier_day today = load->report->session->today;
	struct ds_coverage coverage;
	struct ds_row lead, *roles;
	dossier_status status;
	size_t count;

	lead_row(&lead, youth);
	status = ds_book_list(&roles, &count, &load->arena,
	    load->report->session->book, DS_CONTACT_ROLE, DS_F_ROLE_PARTY,
	    youth->lead, err);
	if (status == DOSSIER_OK)
		status = ds_coverage_of(&coverage, &load->arena,
		    (struct ds_span){ today, today }, &lead, 1, roles, count,
		    youth->school, err);
	if (status == DOSSIER_OK)
		*out = &states[coverage.no_person.days > 0 ? NO_PERSON : OPEN];
	ds_arena_reset(&load->arena);
	return status;
}

static dossier_status
state_of(const struct state **out, struct caseload *load,
    const struct ds_case *youth, dossier_error *err)
{
	struct ds_trio_slot *slot;

	*out = &states[CLOSED];
	if (!ds_report_open(load->report, youth))
		return DOSSIER_OK;
	*out = &states[NOBODY];
	if (youth->lead == 0)
		return DOSSIER_OK;
	slot = ds_trio_at(&load->covered, youth->lead, youth->lead_contact,
	    youth->school);
	if (slot == NULL)
		return ds_no_memory(err);
	if (slot->value == NULL) {
		DS_TRY(ask_coverage(out, load, youth, err));
		slot->value = *out;
	}
	*out = slot->value;
	return DOSSIER_OK;
}

static dossier_status
look_at(const struct ds_case *youth, void *payload, dossier_error *err)
{
	const struct ds_fact_value *leaves =
	    &youth->facts.fact[DS_FACT_EXPECTED_EXIT];
	struct caseload *load = payload;
	struct ds_report *report = load->report;
	const struct state *state;
	struct caseload_row *row;
	bool mine, seen;

	if (!ds_report_wants(report, youth))
		return DOSSIER_OK;
	DS_TRY(ds_report_mine(&mine, report, youth, err));
	if (!mine)
		return DOSSIER_OK;
	DS_TRY(ds_report_sees(&seen, report, youth, err));
	if (!seen)
		return DOSSIER_OK;
	DS_TRY(state_of(&state, load, youth, err));
	row = ds_grow(load->rows, load->count, &load->capacity, sizeof *row);
	if (row == NULL)
		return ds_no_memory(err);
	load->rows = row;
	row += load->count++;
	row->ref = ds_report_keep(report, youth->facts.ref);
	DS_TRY(ds_report_name(&row->name, report, youth, err));
	row->state = state;
	row->school = ds_report_party(report, youth->school);
	row->municipality = ds_report_party(report, youth->municipality);
	row->lead = ds_report_party(report, youth->lead);
	row->leaves = leaves->known ?
	    (dossier_day){ (int32_t)leaves->number } : DOSSIER_NO_DAY;
	load->counts[state - states]++;
	return DOSSIER_OK;
}

/* ---- on paper ---- */

static const char *
school_code(const struct caseload_row *row)
{
	return row->school == NULL ? "" : row->school->code;
}

static int
by_school(const void *left, const void *right)
{
	const struct caseload_row *a = left, *b = right;
	int order = strcmp(school_code(a), school_code(b));

	if (order == 0)
		order = strcmp(a->name, b->name);
	return order != 0 ? order : strcmp(a->ref, b->ref);
}

static void
put_data(dossier_document *doc, const struct caseload_row *row)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);

	ds_put_text(doc, map, "ref", row->ref);
	ds_put_text(doc, map, "school", ds_report_code(row->school));
	ds_put_text(doc, map, "municipality",
	    ds_report_code(row->municipality));
	ds_put_text(doc, map, "state", row->state->name);
	ds_put_text(doc, map, "lead", ds_report_code(row->lead));
	ds_put_day(doc, map, "expected_exit", row->leaves);
}

static void
put_row(struct ds_report *report, struct ds_block *table,
    const struct caseload_row *row)
{
	dossier_document *doc = report->doc;
	struct ds_cells *cells = ds_table_row(doc, table);
	char day[DS_DAY_TEXT];

	ds_cell(doc, cells, 0, row->ref);
	ds_cell(doc, cells, 1, row->name);
	ds_cell(doc, cells, 2, ds_report_code(row->school));
	ds_cell(doc, cells, 3, ds_report_code(row->municipality));
	ds_cell(doc, cells, 4, ds_tr(report->language, row->state->label));
	ds_cell(doc, cells, 5, ds_report_code(row->lead));
	ds_cell(doc, cells, 6, ds_day_text(row->leaves, report->language,
	    day));
}

static void
put_page(const struct caseload *load)
{
	struct ds_report *report = load->report;
	const struct ds_column columns[] = {
		{ ds_tr(report->language, N_("Ref")), DS_LEFT },
		{ ds_tr(report->language, N_("Name")), DS_LEFT },
		{ ds_tr(report->language, N_("School")), DS_LEFT },
		{ ds_tr(report->language, N_("Municipality")), DS_LEFT },
		{ ds_tr(report->language, N_("State")), DS_LEFT },
		{ ds_tr(report->language, N_("Lead")), DS_LEFT },
		{ ds_tr(report->language, N_("Expected exit")), DS_LEFT }
	};
	struct ds_block *table;
	size_t i;

	ds_paragraph(report->doc, ds_tr(report->language, N_("Dossiers: %zu, "
	    "of which %zu closed. Held by nobody today: %zu. At an "
	    "organisation, but without a person there: %zu.")), load->count,
	    load->counts[CLOSED], load->counts[NOBODY],
	    load->counts[NO_PERSON]);
	table = ds_table(report->doc, NULL, columns,
	    sizeof columns / sizeof columns[0]);
	for (i = 0; i < load->count; i++) {
		put_data(report->doc, &load->rows[i]);
		put_row(report, table, &load->rows[i]);
	}
	report->doc->attention =
	    load->counts[NOBODY] + load->counts[NO_PERSON] > 0;
}

dossier_status
ds_report_caseload(struct ds_report *report, dossier_error *err)
{
	struct caseload load = { .report = report };
	dossier_status status;

	status = ds_cases(report->session->book, report->library, 0,
	    report->session->today, look_at, &load, err);
	if (status == DOSSIER_OK) {
		if (load.count > 0)
			qsort(load.rows, load.count, sizeof *load.rows,
			    by_school);
		put_page(&load);
	}
	ds_free(load.rows);
	ds_trio_free(&load.covered);
	ds_arena_free(&load.arena);
	return status;
}
