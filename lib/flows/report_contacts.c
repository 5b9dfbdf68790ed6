/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The sheet of contacts for each school: those who are there for that
 * school, its own people, and whom any school may call: the municipalities
 * where its pupils live (all of them when that is not known) and the other
 * bodies.
 */
#include "flows/report.h"

#include <stdlib.h>
#include <string.h>

/* Why a contact stands on a sheet; the order is the sheet's. */
enum reason { FOR_SCHOOL, OWN, MUNICIPALITY, BODY, NOT_HERE };

struct line {
	const struct ds_report_party *school, *party;
	const struct ds_report_role *role;
	enum reason reason;
	size_t order;			/* of the role as it was read */
};

struct sheets {
	struct ds_report *report;
	struct ds_report_role *roles;
	struct ds_report_pair *pupils;
	size_t role_count, pair_count;
	const struct ds_report_pair *near;	/* those of one school */
	size_t near_count;
	struct line *lines;
	size_t count, capacity, schools;
	struct ds_buf without;		/* schools without a contact */
};

/* Do pupils of the school live there, or is it not known where they do? */
static bool
is_near(const struct sheets *sheets, int64_t municipality)
{
	bool known = false;
	size_t i;

	for (i = 0; i < sheets->near_count; i++) {
		if (sheets->near[i].party == municipality)
			return true;
		known |= sheets->near[i].party != 0;
	}
	return !known;
}

static enum reason
reason_for(const struct sheets *sheets, int64_t school,
    const struct ds_report_role *role, const struct ds_report_party *party)
{
	if (role->about == school)
		return FOR_SCHOOL;
	if (role->about != 0)
		return NOT_HERE;
	if (role->party == school)
		return OWN;
	if (ds_report_is(party, "gemeente"))
		return is_near(sheets, party->id) ? MUNICIPALITY :
		    NOT_HERE;
	return ds_report_is(party, "school") ||
	    ds_report_is(party, "werkgever") ? NOT_HERE : BODY;
}

/* With --municipality only its own contacts, with --mine only the actor. */
static bool
is_wanted(const struct ds_report *report, const struct ds_report_role *role)
{
	return (report->municipality == 0 ||
	    role->party == report->municipality) &&
	    (!report->options->mine ||
	    role->contact == report->session->actor);
}

static dossier_status
add_lines(struct sheets *sheets, const struct ds_report_party *school,
    dossier_error *err)
{
	const struct ds_report_role *role;
	const struct ds_report_party *party;
	bool has_own = false;
	enum reason reason;
	struct line *line;
	size_t i;

	sheets->schools++;
	sheets->near_count = ds_report_pairs_of(&sheets->near, sheets->pupils,
	    sheets->pair_count, school->id);
	for (i = 0; i < sheets->role_count; i++) {
		role = &sheets->roles[i];
		if (!is_wanted(sheets->report, role))
			continue;
		party = ds_report_party(sheets->report, role->party);
		reason = reason_for(sheets, school->id, role, party);
		if (reason == NOT_HERE)
			continue;
		has_own |= reason == FOR_SCHOOL;
		line = ds_grow(sheets->lines, sheets->count,
		    &sheets->capacity, sizeof *line);
		if (line == NULL)
			return ds_no_memory(err);
		sheets->lines = line;
		line[sheets->count++] = (struct line){ school, party, role,
		    reason, i };
	}
	if (!has_own)
		ds_buf_printf(&sheets->without, "%s%s",
		    sheets->without.size > 0 ? ", " : "", school->label);
	return DOSSIER_OK;
}

static int
by_sheet(const void *left, const void *right)
{
	const struct line *a = left, *b = right;
	int order = strcmp(a->school->code, b->school->code);

	if (order == 0)
		order = (int)a->reason - (int)b->reason;
	if (order == 0)
		order = strcmp(a->party->code, b->party->code);
	if (order == 0)
		order = a->order < b->order ? -1 : a->order > b->order;
	return order;
}

/* ---- on paper ---- */

static void
put_data(dossier_document *doc, const struct line *line)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);

	ds_put_text(doc, map, "school", line->school->code);
	ds_put_text(doc, map, "party", line->party->code);
	ds_put_text(doc, map, "role", line->role->role);
	ds_put_text(doc, map, "contact", line->role->name);
	ds_put_text(doc, map, "phone", line->role->phone);
	ds_put_text(doc, map, "email", line->role->email);
	ds_put_day(doc, map, "from", line->role->span.from);
	ds_put_day(doc, map, "until", line->role->span.until);
}

/* The role, and when it ends if that is known. */
static const char *
role_text(struct ds_report *report, const struct ds_report_role *role)
{
	const char *label = ds_code_label(ds_codes_role, role->role,
	    report->language);
	char day[DS_DAY_TEXT];
	const char *text;

	if (!ds_day_known(role->span.until))
		return label;
	text = ds_arena_printf(&report->arena,
	    ds_tr(report->language, N_("%s, until %s")), label,
	    ds_day_text(role->span.until, report->language, day));
	if (text == NULL)
		report->failed = true;
	return text;
}

static void
put_row(struct ds_report *report, struct ds_block *table,
    const struct line *line)
{
	dossier_document *doc = report->doc;
	struct ds_cells *cells = ds_table_row(doc, table);

	ds_cell(doc, cells, 0, line->school->code);
	ds_cell(doc, cells, 1, line->party->label);
	ds_cell(doc, cells, 2, line->role->name);
	ds_cell(doc, cells, 3, role_text(report, line->role));
	ds_cell(doc, cells, 4, line->role->phone);
	ds_cell(doc, cells, 5, line->role->email);
}

static void
put_table(const struct sheets *sheets)
{
	struct ds_report *report = sheets->report;
	const struct ds_column columns[] = {
		{ ds_tr(report->language, N_("School")), DS_LEFT },
		{ ds_tr(report->language, N_("Organisation")), DS_LEFT },
		{ ds_tr(report->language, N_("Name")), DS_LEFT },
		{ ds_tr(report->language, N_("Role")), DS_LEFT },
		{ ds_tr(report->language, N_("Telephone")), DS_LEFT },
		{ ds_tr(report->language, N_("E-mail")), DS_LEFT }
	};
	struct ds_block *table = ds_table(report->doc, NULL, columns,
	    sizeof columns / sizeof columns[0]);
	size_t i;

	for (i = 0; i < sheets->count; i++) {
		put_data(report->doc, &sheets->lines[i]);
		put_row(report, table, &sheets->lines[i]);
	}
}

/* Somebody may hold several roles, and stand on several sheets. */
struct counted {
	int64_t contact;
	size_t role;			/* as it was read */
};

static int
by_contact(const void *left, const void *right)
{
	const struct counted *a = left, *b = right;

	if (a->contact != b->contact)
		return a->contact < b->contact ? -1 : 1;
	return a->role < b->role ? -1 : a->role > b->role;
}

static void
count_people(size_t *persons, size_t *roles, const struct sheets *sheets)
{
	struct counted *all = ds_arena_alloc(&sheets->report->arena,
	    (sheets->count + 1) * sizeof *all);
	size_t i;

	*persons = *roles = 0;
	if (all == NULL) {
		sheets->report->failed = true;
		return;
	}
	for (i = 0; i < sheets->count; i++)
		all[i] = (struct counted){ sheets->lines[i].role->contact,
		    sheets->lines[i].order };
	qsort(all, sheets->count, sizeof *all, by_contact);
	for (i = 0; i < sheets->count; i++) {
		*persons += i == 0 || all[i].contact != all[i - 1].contact;
		*roles += i == 0 || by_contact(&all[i], &all[i - 1]) != 0;
	}
}

static void
put_page(const struct sheets *sheets)
{
	struct ds_report *report = sheets->report;
	size_t persons, roles;

	count_people(&persons, &roles, sheets);
	ds_paragraph(report->doc, ds_tr(report->language, N_("Schools: %zu. "
	    "Persons: %zu, in %zu roles.")), sheets->schools, persons, roles);
	if (sheets->without.size > 0 && report->municipality == 0 &&
	    !report->options->mine)
		ds_paragraph(report->doc, ds_tr(report->language, N_("Without "
		    "a contact of their own at another organisation: %s.")),
		    sheets->without.data);
	put_table(sheets);
}

static dossier_status
fill(struct sheets *sheets, dossier_error *err)
{
	struct ds_report *report = sheets->report;
	size_t i;

	DS_TRY(ds_report_read(&sheets->roles, &sheets->role_count, report,
	    &ds_report_roles, err));
	DS_TRY(ds_report_read(&sheets->pupils, &sheets->pair_count, report,
	    &ds_report_pupils, err));
	for (i = 0; i < report->party_count; i++)
		if (ds_report_is(&report->parties[i], "school") &&
		    (report->school == 0 ||
		    report->school == report->parties[i].id))
			DS_TRY(add_lines(sheets, &report->parties[i], err));
	if (sheets->count > 0)
		qsort(sheets->lines, sheets->count, sizeof *sheets->lines,
		    by_sheet);
	return DOSSIER_OK;
}

dossier_status
ds_report_contacts(struct ds_report *report, dossier_error *err)
{
	struct sheets sheets = { .report = report, .without = DS_BUF_INIT };
	dossier_status status;

	status = fill(&sheets, err);
	if (status == DOSSIER_OK)
		put_page(&sheets);
	report->failed |= sheets.without.failed;
	ds_buf_free(&sheets.without);
	ds_free(sheets.lines);
	return status;
}
