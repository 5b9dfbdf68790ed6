/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Grounds that end in the coming days, that another must give from a
 * birthday on, or that should have been renewed since one.
 */
#include "flows/renew.h"
#include "flows/report.h"

#include <stdlib.h>
#include <string.h>

enum what { RENEW, RENEW_SOON, ENDS };

static const struct {
	const char *name, *label;
} words[] = {
	[RENEW] = { "renew", N_("must be renewed now") },
	[RENEW_SOON] = { "renew_soon", N_("to be renewed by") },
	[ENDS] = { "ends", N_("ends") }
};

struct grounds_row {
	const char *ref, *name, *giver;	/* giver: code, or NULL */
	const struct ds_row *ground;
	enum what what;
	dossier_day day;
};

struct grounds {
	struct ds_report *report;
	struct ds_row *all;		/* by youth */
	size_t all_count, next;
	struct grounds_row *rows;
	size_t count, capacity;
};

/* The day by which something must be done; no day: nothing. */
static dossier_day
day_of(enum what *what, const char **giver, const struct grounds *grounds,
    const struct ds_row *ground, const struct ds_row *youth)
{
	const struct ds_policy *policy = &grounds->report->home->policy;
	dossier_day today = grounds->report->session->today;
	dossier_day last = ds_day_add(today,
	    grounds->report->options->within), end;
	struct ds_renewal renewal;

	*giver = NULL;
	if (ds_ground_to_renew(&renewal, policy, ground, youth, today, last)) {
		*what = renewal.on.number <= today.number ? RENEW :
		    RENEW_SOON;
		*giver = renewal.giver;
		return renewal.on;
	}
	*what = ENDS;
	end = ds_row_day(ground, DS_F_GROUND_UNTIL);
	return ds_day_known(end) && end.number <= last.number &&
	    ds_ground_runs(policy, ground, youth, today) ? end :
	    DOSSIER_NO_DAY;
}

static dossier_status
add(struct grounds *grounds, const struct ds_case *youth,
    const struct ds_row *row, const struct ds_row *ground,
    dossier_error *err)
{
	struct grounds_row *line, found = { .ground = ground };

	found.day = day_of(&found.what, &found.giver, grounds, ground, row);
	if (!ds_day_known(found.day))
		return DOSSIER_OK;
	found.ref = ds_report_keep(grounds->report, youth->facts.ref);
	DS_TRY(ds_report_name(&found.name, grounds->report, youth, err));
	line = ds_grow(grounds->rows, grounds->count, &grounds->capacity,
	    sizeof *line);
	if (line == NULL)
		return ds_no_memory(err);
	grounds->rows = line;
	line[grounds->count++] = found;
	return DOSSIER_OK;
}

static int64_t
owner(const struct ds_row *ground)
{
	return ds_row_int(ground, DS_F_GROUND_YOUTH);
}

static dossier_status
look_at(const struct ds_case *youth, void *payload, dossier_error *err)
{
	struct grounds *grounds = payload;
	struct ds_report *report = grounds->report;
	int64_t id = youth->facts.youth;
	struct ds_row row;
	bool taken;

	while (grounds->next < grounds->all_count &&
	    owner(&grounds->all[grounds->next]) < id)
		grounds->next++;
	if (grounds->next == grounds->all_count ||
	    owner(&grounds->all[grounds->next]) != id)
		return DOSSIER_OK;
	DS_TRY(ds_report_takes(&taken, report, youth, err));
	if (!taken)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&row, &report->arena, report->session->book,
	    DS_YOUTH, id, err));
	for (; grounds->next < grounds->all_count &&
	    owner(&grounds->all[grounds->next]) == id; grounds->next++)
		DS_TRY(add(grounds, youth, &row,
		    &grounds->all[grounds->next], err));
	return DOSSIER_OK;
}

/* ---- on paper ---- */

static int
by_owner(const void *left, const void *right)
{
	const struct ds_row *a = left, *b = right;

	if (owner(a) != owner(b))
		return owner(a) < owner(b) ? -1 : 1;
	return a->id < b->id ? -1 : a->id > b->id;
}

static int
by_day(const void *left, const void *right)
{
	const struct grounds_row *a = left, *b = right;
	int order;

	if (a->day.number != b->day.number)
		return a->day.number < b->day.number ? -1 : 1;
	order = strcmp(a->ref, b->ref);
	if (order != 0)
		return order;
	return a->ground->id < b->ground->id ? -1 :
	    a->ground->id > b->ground->id;
}

static void
put_data(struct ds_report *report, const struct grounds_row *row,
    const struct ds_shown *to, const struct ds_shown *sections)
{
	dossier_document *doc = report->doc;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);

	ds_put_text(doc, map, "ref", row->ref);
	ds_put_int(doc, map, "ground", row->ground->id);
	ds_put_text(doc, map, "recipient", to->data);
	ds_put_text(doc, map, "sections", sections->data);
	ds_put_text(doc, map, "state", words[row->what].name);
	ds_put_day(doc, map, "day", row->day);
	ds_put_text(doc, map, "given_by_then", row->giver);
}

static dossier_status
put_row(struct ds_report *report, struct ds_block *table,
    const struct grounds_row *row, dossier_error *err)
{
	dossier_document *doc = report->doc;
	struct ds_shown to, sections;
	struct ds_cells *cells;
	char day[DS_DAY_TEXT];

	DS_TRY(ds_view_field(&to, &report->view, row->ground,
	    DS_F_GROUND_RECIPIENT, err));
	DS_TRY(ds_view_field(&sections, &report->view, row->ground,
	    DS_F_GROUND_SECTIONS, err));
	put_data(report, row, &to, &sections);
	cells = ds_table_row(doc, table);
	ds_cell(doc, cells, 0, row->ref);
	ds_cell(doc, cells, 1, row->name);
	ds_cell(doc, cells, 2, to.text);
	ds_cell(doc, cells, 3, sections.text);
	ds_cell(doc, cells, 4, ds_tr(report->language,
	    words[row->what].label));
	ds_cell(doc, cells, 5, ds_day_text(row->day, report->language, day));
	ds_cell(doc, cells, 6, row->giver == NULL ? NULL : ds_code_label(
	    ds_codes_giver, row->giver, report->language));
	if (row->what == RENEW)
		doc->attention = true;
	return DOSSIER_OK;
}

static dossier_status
put_page(const struct grounds *grounds, dossier_error *err)
{
	struct ds_report *report = grounds->report;
	dossier_language lang = report->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Ref")), DS_LEFT },
		{ ds_tr(lang, N_("Name")), DS_LEFT },
		{ ds_tr(lang, N_("To")), DS_LEFT },
		{ ds_tr(lang, N_("Sections")), DS_LEFT },
		{ ds_tr(lang, N_("What")), DS_LEFT },
		{ ds_tr(lang, N_("Day")), DS_LEFT },
		{ ds_tr(lang, N_("Given by then")), DS_LEFT }
	};
	struct ds_block *table;
	size_t i;

	ds_paragraph(report->doc, ds_trn(lang,
	    N_("Grounds that end or must be renewed within %d day: %zu."),
	    N_("Grounds that end or must be renewed within %d days: %zu."),
	    report->options->within), report->options->within,
	    grounds->count);
	table = ds_table(report->doc, NULL, columns,
	    sizeof columns / sizeof columns[0]);
	ds_table_quiet(table);
	for (i = 0; i < grounds->count; i++)
		DS_TRY(put_row(report, table, &grounds->rows[i], err));
	return DOSSIER_OK;
}

dossier_status
ds_report_grounds(struct ds_report *report, dossier_error *err)
{
	struct grounds grounds = { .report = report };
	dossier_status status;

	DS_TRY(ds_book_list(&grounds.all, &grounds.all_count, &report->arena,
	    report->session->book, DS_GROUND, -1, 0, err));
	qsort(grounds.all, grounds.all_count, sizeof *grounds.all, by_owner);
	status = ds_cases(report->session->book, report->library, 0,
	    report->session->today, look_at, &grounds, err);
	if (status == DOSSIER_OK) {
		if (grounds.count > 0)
			qsort(grounds.rows, grounds.count,
			    sizeof *grounds.rows, by_day);
		status = put_page(&grounds, err);
	}
	ds_free(grounds.rows);
	return status;
}
