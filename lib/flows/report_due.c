/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What is due, late, or late from intake, and whom to call about it. The
 * terms are evaluated over the facts in memory; the store is asked only who
 * answers, once for each party, contact and school.
 */
#include "flows/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/decide.h"

struct due_row {
	const char *ref, *name;
	const struct ds_term *term;
	struct ds_term_result result;
	const struct ds_report_party *holder;	/* NULL: nobody */
	const struct ds_person *person;
};

struct due {
	struct ds_report *report;
	struct due_row *rows;
	size_t count, capacity;
	size_t late, from_intake, ahead;
	size_t unknown[DS_FACT_COUNT];	/* terms that cannot be said */
};

static bool
is_listed(const struct due *due, const struct ds_term_result *result)
{
	dossier_day today = due->report->session->today;

	switch (result->state) {
	case DS_TERM_LATE:
	case DS_TERM_LATE_FROM_INTAKE:
		return true;
	case DS_TERM_DUE:
		return (int64_t)result->due.number - today.number <=
		    due->report->options->within ||
		    (ds_day_known(result->opens) &&
		    result->opens.number <= today.number);
	default:
		return false;
	}
}

/* The party that a term waits for. */
static int64_t
holder_of(const struct ds_term *term, const struct ds_case *youth)
{
	switch (term->responsible) {
	case DS_BY_SCHOOL:
		return youth->school;
	case DS_BY_MUNICIPALITY:
		return youth->municipality;
	default:
		return youth->lead;
	}
}

static void
count_row(struct due *due, enum ds_term_state state)
{
	if (state == DS_TERM_LATE)
		due->late++;
	else if (state == DS_TERM_LATE_FROM_INTAKE)
		due->from_intake++;
	else
		due->ahead++;
}

static dossier_status
add_row(struct due *due, const struct ds_case *youth,
    const struct ds_term *term, const struct ds_term_result *result,
    dossier_error *err)
{
	struct ds_report *report = due->report;
	int64_t holder = holder_of(term, youth);
	const struct ds_person *person;
	struct due_row *row;

	DS_TRY(ds_report_person(&person, report, holder,
	    holder == youth->lead ? youth->lead_contact : 0, youth->school,
	    err));
	if (report->options->mine &&
	    person->contact != report->session->actor)
		return DOSSIER_OK;
	row = ds_grow(due->rows, due->count, &due->capacity, sizeof *row);
	if (row == NULL)
		return ds_no_memory(err);
	due->rows = row;
	row += due->count++;
	row->ref = ds_report_keep(report, youth->facts.ref);
	DS_TRY(ds_report_name(&row->name, report, youth, err));
	row->term = term;
	row->result = *result;
	row->holder = ds_report_party(report, holder);
	row->person = person;
	count_row(due, result->state);
	return DOSSIER_OK;
}

static dossier_status
look_at(const struct ds_case *youth, void *payload, dossier_error *err)
{
	struct due *due = payload;
	struct ds_report *report = due->report;
	struct ds_term_result result;
	const struct ds_pack *pack;
	const char *why;
	bool seen;
	size_t i;

	if (!ds_report_wants(report, youth) || !ds_report_open(report, youth))
		return DOSSIER_OK;
	DS_TRY(ds_report_sees(&seen, report, youth, err));
	if (!seen)
		return DOSSIER_OK;
	DS_TRY(ds_report_pack(&pack, report,
	    ds_report_party(report, youth->municipality), err));
	for (i = 0; i < pack->term_count; i++) {
		if (pack->terms[i].on != DS_ON_YOUTH)
			continue;
		DS_TRY(ds_seen_term(&why, &report->view,
		    youth->facts.youth, pack, &pack->terms[i], err));
		if (why != NULL)
			continue;
		DS_TRY(ds_term_evaluate(&result, pack, &pack->terms[i],
		    &youth->facts, report->session->today, err));
		if (result.state == DS_TERM_CANNOT_SAY && result.unknown >= 0)
			due->unknown[result.unknown]++;
		if (is_listed(due, &result))
			DS_TRY(add_row(due, youth, &pack->terms[i], &result,
			    err));
	}
	return DOSSIER_OK;
}

static int
by_day(const void *left, const void *right)
{
	const struct due_row *a = left, *b = right;
	int order;

	if (a->result.due.number != b->result.due.number)
		return a->result.due.number < b->result.due.number ? -1 : 1;
	order = strcmp(a->ref, b->ref);
	return order != 0 ? order : strcmp(a->term->id, b->term->id);
}

/* ---- for machines ---- */

static void
put_data(dossier_document *doc, const struct due_row *row)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);

	ds_put_text(doc, map, "ref", row->ref);
	ds_put_text(doc, map, "term", row->term->id);
	ds_put_day(doc, map, "due", row->result.due);
	ds_put_text(doc, map, "state", ds_term_state_name(row->result.state));
	ds_put_int(doc, map, "days", row->result.days);
	if (row->result.turns > 0) {
		ds_put_int(doc, map, "turn", row->result.turn);
		ds_put_int(doc, map, "turns", row->result.turns);
		ds_put_int(doc, map, "missed", row->result.missed);
	}
	ds_put_text(doc, map, "holder", ds_report_code(row->holder));
	ds_put_text(doc, map, "contact", row->person->name);
	ds_put_text(doc, map, "phone", row->person->phone);
}

/* ---- for people ---- */

/* "Jan Jansen, 06-12345678", or which party has nobody. */
static const char *
whom(struct ds_report *report, const struct due_row *row)
{
	const struct ds_person *person = row->person;
	const char *text;

	if (row->holder == NULL)
		return ds_tr(report->language, N_("nobody"));
	if (person->name == NULL)
		text = ds_arena_printf(&report->arena,
		    ds_tr(report->language, N_("%s: nobody to call")),
		    row->holder->label);
	else if (person->phone == NULL)
		return person->name;
	else
		text = ds_arena_printf(&report->arena, "%s, %s", person->name,
		    person->phone);
	if (text == NULL)
		report->failed = true;
	return text;
}

/* "late, 44 days": one column, so that the table fits a terminal. */
static const char *
state_text(struct ds_report *report, const struct ds_term_result *result)
{
	const char *text = ds_arena_printf(&report->arena,
	    ds_trn(report->language, N_("%s, %d day"), N_("%s, %d days"),
	    result->days), ds_tr(report->language,
	    ds_term_state_label(result->state)), result->days);

	if (text == NULL)
		report->failed = true;
	return text;
}

/* "Call", or "Call (2 of 4)" where it repeats. */
static const char *
what(struct ds_report *report, const struct due_row *row)
{
	const char *text;

	if (row->result.turns == 0)
		return row->term->label;
	text = ds_arena_printf(&report->arena, ds_tr(report->language,
	    N_("%s (%d of %d)")), row->term->label, row->result.turn,
	    row->result.turns);
	if (text == NULL)
		report->failed = true;
	return text;
}

static void
put_row(struct ds_report *report, struct ds_block *table,
    const struct due_row *row)
{
	dossier_document *doc = report->doc;
	struct ds_cells *cells = ds_table_row(doc, table);
	char day[DS_DAY_TEXT];

	ds_cell(doc, cells, 0, row->ref);
	ds_cell(doc, cells, 1, row->name);
	ds_cell(doc, cells, 2, what(report, row));
	ds_cell(doc, cells, 3, ds_day_text(row->result.due, report->language,
	    day));
	ds_cell(doc, cells, 4, state_text(report, &row->result));
	ds_cell(doc, cells, 5, whom(report, row));
}

static void
put_table(const struct due *due)
{
	struct ds_report *report = due->report;
	const struct ds_column columns[] = {
		{ ds_tr(report->language, N_("Ref")), DS_LEFT },
		{ ds_tr(report->language, N_("Name")), DS_LEFT },
		{ ds_tr(report->language, N_("What")), DS_LEFT },
		{ ds_tr(report->language, N_("Due")), DS_LEFT },
		{ ds_tr(report->language, N_("State")), DS_LEFT },
		{ ds_tr(report->language, N_("Whom to call")), DS_LEFT }
	};
	struct ds_block *table = ds_table(report->doc, NULL, columns,
	    sizeof columns / sizeof columns[0]);
	size_t i;

	ds_table_quiet(table);
	for (i = 0; i < due->count; i++) {
		put_data(report->doc, &due->rows[i]);
		put_row(report, table, &due->rows[i]);
	}
}

/* What keeps terms from being said is no less an answer. */
static void
put_unknown(const struct due *due)
{
	dossier_language language = due->report->language;
	struct ds_buf text = DS_BUF_INIT;
	size_t i;

	for (i = 0; i < DS_FACT_COUNT; i++)
		if (due->unknown[i] > 0)
			ds_buf_printf(&text, "%s%s (%zu)",
			    text.size > 0 ? ", " : "",
			    ds_tr(language, ds_fact_defs[i].label),
			    due->unknown[i]);
	if (text.size > 0)
		ds_paragraph(due->report->doc, ds_tr(language, N_("Some days "
		    "cannot be said, because this is not known: %s.")),
		    text.data);
	due->report->failed |= text.failed;
	ds_buf_free(&text);
}

static void
put_page(const struct due *due)
{
	struct ds_report *report = due->report;

	if (due->count == 0)
		ds_paragraph(report->doc, ds_tr(report->language, N_("Nothing "
		    "is late, and nothing is due within %d days.")),
		    report->options->within);
	else
		ds_paragraph(report->doc, ds_tr(report->language, N_("Late: "
		    "%zu. Late from intake, because the dossier came after "
		    "the day: %zu. Due within %d days, or open already: "
		    "%zu.")), due->late, due->from_intake,
		    report->options->within, due->ahead);
	put_unknown(due);
	put_table(due);
	report->doc->attention = due->late + due->from_intake > 0;
}

dossier_status
ds_report_due(struct ds_report *report, dossier_error *err)
{
	struct due due = { .report = report };
	dossier_status status;

	status = ds_cases(report->session->book, report->library, 0,
	    report->session->today, look_at, &due, err);
	if (status == DOSSIER_OK) {
		if (due.count > 0)
			qsort(due.rows, due.count, sizeof *due.rows, by_day);
		put_page(&due);
	}
	ds_free(due.rows);
	return status;
}
