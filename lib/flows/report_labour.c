/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the labour market of a region needs to know, a line for each open
 * dossier, by a pseudonym: no name, no birth date, no number. Of youth help
 * it says whether support at work is needed and nothing else. A second table
 * says of each column where it comes from, for what and by which law.
 */
#include "flows/report.h"

#include <string.h>

#include "flows/present.h"
#include "flows/state.h"
#include "rules/decide.h"

enum { BAND, SECTORS, HOURS, KILOMETRES, TRANSPORT, GUIDANCE, NEED,
	COLUMN_COUNT };

static const struct column {
	const char *key, *label;
	enum ds_kind kind;		/* where it comes from */
	int field;
} columns[COLUMN_COUNT] = {
	[BAND] = { "age_band", N_("Age band"), DS_YOUTH,
	    DS_F_YOUTH_BIRTH_DATE },
	[SECTORS] = { "sectors", N_("Wanted sectors"), DS_YOUTH,
	    DS_F_YOUTH_SECTORS },
	[HOURS] = { "hours_week", N_("Hours a week"), DS_WORK_PROFILE,
	    DS_F_PROFILE_HOURS_WEEK },
	[KILOMETRES] = { "max_km", N_("Travels at most (km)"), DS_YOUTH,
	    DS_F_YOUTH_MAX_KM },
	[TRANSPORT] = { "transport", N_("Travels by"), DS_WORK_PROFILE,
	    DS_F_PROFILE_TRANSPORT },
	[GUIDANCE] = { "guidance", N_("Guidance needed"), DS_WORK_PROFILE,
	    DS_F_PROFILE_GUIDANCE },
	[NEED] = { "support_need", N_("Needs support at work"), DS_CARE,
	    DS_F_CARE_NEED }
};

struct labour {
	struct ds_report *report;
	struct ds_block *table;
	struct ds_value *rows;
	struct ds_cells *cells;		/* of the youth at hand */
	struct ds_value *map;
	int64_t count;
};

static void
put(struct labour *labour, int column, const struct ds_shown *shown)
{
	dossier_document *doc = labour->report->doc;

	ds_present_value(doc, labour->map, columns[column].key, shown);
	ds_cell(doc, labour->cells, (size_t)column + 1,
	    shown->withheld != NULL ? ds_tr(doc->language, N_("withheld")) :
	    shown->text);
}

/* NULL: there is no such record. */
static dossier_status
put_field(struct labour *labour, int column, const struct ds_row *row,
    int field, dossier_error *err)
{
	struct ds_shown shown = {0};

	if (row != NULL)
		DS_TRY(ds_view_field(&shown, &labour->report->view, row,
		    field, err));
	put(labour, column, &shown);
	return DOSSIER_OK;
}

/* What is made of a field is seen by who sees the field. */
static dossier_status
put_made(struct labour *labour, int column, int64_t youth,
    struct ds_shown *shown, dossier_error *err)
{
	const char *why = NULL;
	struct ds_row row;

	ds_row_start(&row, columns[column].kind);
	row.id = youth;
	if (row.kind != DS_YOUTH)
		ds_row_set_int(&row, ds_field_named(ds_record(row.kind),
		    "youth"), youth);
	if (shown->text != NULL)
		DS_TRY(ds_view_judge(&why, &labour->report->view, &row,
		    columns[column].field, err));
	if (why != NULL)
		*shown = (struct ds_shown){ .withheld = why };
	put(labour, column, shown);
	return DOSSIER_OK;
}

static dossier_status
put_band(struct labour *labour, const struct ds_case *youth,
    dossier_error *err)
{
	struct ds_report *report = labour->report;
	const struct ds_table *table;
	const struct ds_pack *pack;
	struct ds_outcome outcome = {0};
	struct ds_shown shown = {0};

	DS_TRY(ds_report_pack(&pack, report,
	    ds_report_party(report, youth->municipality), err));
	table = ds_pack_table(pack, "leeftijdsband");
	if (table != NULL)
		DS_TRY(ds_table_decide(&outcome, pack, table,
		    youth->facts.fact, err));
	if (outcome.rule != NULL)
		shown.text = shown.data = ds_rule_output(outcome.rule,
		    "band");
	return put_made(labour, BAND, youth->facts.youth, &shown, err);
}

/* 1 and 0: yes and no; −1: not known. */
static dossier_status
needs_support(int *out, struct ds_report *report, int64_t youth,
    dossier_error *err)
{
	dossier_day today = report->session->today;
	const char *subject;
	struct ds_row *rows;
	size_t count, i;

	*out = -1;
	DS_TRY(ds_state_list(&rows, &count, &report->arena,
	    report->session->book, DS_CARE, youth, err));
	for (i = 0; i < count; i++)
		if (ds_span_holds(ds_row_span(&rows[i]), today) &&
		    ds_row_has(&rows[i], DS_F_CARE_NEED) && *out != 1)
			*out = ds_row_int(&rows[i], DS_F_CARE_NEED) != 0;
	if (*out >= 0)
		return DOSSIER_OK;
	DS_TRY(ds_state_list(&rows, &count, &report->arena,
	    report->session->book, DS_ANSWER, youth, err));
	for (i = 0; i < count; i++) {
		subject = ds_row_text(&rows[i], DS_F_ANSWER_SUBJECT);
		if ((strcmp(subject, "care") == 0 ||
		    strcmp(subject, "care.need") == 0) &&
		    strcmp(ds_row_text(&rows[i], DS_F_ANSWER_ANSWER),
		    "niets") == 0)
			*out = 0;
	}
	return DOSSIER_OK;
}

static dossier_status
put_need(struct labour *labour, int64_t youth, dossier_error *err)
{
	struct ds_shown shown = {0};
	int need;

	DS_TRY(needs_support(&need, labour->report, youth, err));
	shown.number = need;
	shown.is_truth = need >= 0;
	if (need >= 0)
		shown.text = ds_tr(labour->report->language, need ?
		    N_("yes") : N_("no"));
	return put_made(labour, NEED, youth, &shown, err);
}

static dossier_status
put_work(struct labour *labour, int64_t id, dossier_error *err)
{
	struct ds_report *report = labour->report;
	const struct ds_row *profile;
	struct ds_row youth, *rows;
	size_t count;
	bool own;

	DS_TRY(ds_book_read(&youth, &report->arena, report->session->book,
	    DS_YOUTH, id, err));
	DS_TRY(ds_state_list(&rows, &count, &report->arena,
	    report->session->book, DS_WORK_PROFILE, id, err));
	profile = ds_state_on(rows, count, report->session->today);
	own = profile == NULL || !ds_row_has(profile, DS_F_PROFILE_HOURS_WEEK);
	DS_TRY(put_field(labour, SECTORS, &youth, DS_F_YOUTH_SECTORS, err));
	DS_TRY(put_field(labour, HOURS, own ? &youth : profile, own ?
	    DS_F_YOUTH_HOURS : DS_F_PROFILE_HOURS_WEEK, err));
	DS_TRY(put_field(labour, KILOMETRES, &youth, DS_F_YOUTH_MAX_KM, err));
	DS_TRY(put_field(labour, TRANSPORT, profile, DS_F_PROFILE_TRANSPORT,
	    err));
	return put_field(labour, GUIDANCE, profile, DS_F_PROFILE_GUIDANCE,
	    err);
}

static dossier_status
look_at(const struct ds_case *youth, void *payload, dossier_error *err)
{
	struct labour *labour = payload;
	dossier_document *doc = labour->report->doc;
	bool taken;

	DS_TRY(ds_report_takes(&taken, labour->report, youth, err));
	if (!taken)
		return DOSSIER_OK;
	labour->count++;
	labour->map = ds_put_map(doc, labour->rows, NULL);
	labour->cells = ds_table_row(doc, labour->table);
	ds_look_at(&labour->report->look, youth->facts.ref);
	ds_put_text(doc, labour->map, "pseudonym", youth->facts.ref);
	ds_cell(doc, labour->cells, 0, youth->facts.ref);
	DS_TRY(put_band(labour, youth, err));
	DS_TRY(put_work(labour, youth->facts.youth, err));
	return put_need(labour, youth->facts.youth, err);
}

/* ---- where each column comes from ---- */

static void
put_column(struct labour *labour, struct ds_block *table,
    struct ds_value *list, const struct column *column)
{
	struct ds_report *report = labour->report;
	const struct ds_record *record = ds_record(column->kind);
	enum ds_section section = ds_field_section(record, column->field);
	const struct ds_section_reason *reason = ds_pack_reason(report->home,
	    ds_section_slug(section));
	struct ds_value *map = ds_put_map(report->doc, list, NULL);
	struct ds_cells *cells = ds_table_row(report->doc, table);
	const char *purpose = reason == NULL ? NULL : reason->purpose;
	const char *basis = reason == NULL ? NULL : reason->basis;

	ds_put_text(report->doc, map, "column", column->key);
	ds_put_text(report->doc, map, "source", ds_arena_printf(
	    &report->arena, "%s.%s", record->table,
	    record->fields[column->field].name));
	ds_put_text(report->doc, map, "section", ds_section_slug(section));
	ds_put_text(report->doc, map, "purpose", purpose);
	ds_put_text(report->doc, map, "basis", basis);
	ds_cell(report->doc, cells, 0, ds_tr(report->language,
	    column->label));
	ds_cell(report->doc, cells, 1, ds_arena_printf(&report->arena,
	    "%s, %s", ds_tr(report->language, record->label),
	    ds_tr(report->language, ds_section_label(section))));
	ds_cell(report->doc, cells, 2, purpose);
	ds_cell(report->doc, cells, 3, basis);
}

static void
put_columns(struct labour *labour, struct ds_value *map)
{
	struct ds_report *report = labour->report;
	dossier_language lang = report->language;
	const struct ds_column heads[] = {
		{ ds_tr(lang, N_("Column")), DS_LEFT },
		{ ds_tr(lang, N_("Source")), DS_LEFT },
		{ ds_tr(lang, N_("Purpose")), DS_LEFT },
		{ ds_tr(lang, N_("Legal basis")), DS_LEFT }
	};
	struct ds_value *list = ds_put_list(report->doc, map, "columns");
	struct ds_block *table;
	size_t i;

	ds_heading(report->doc, ds_tr(lang, N_("Where each column comes "
	    "from")));
	table = ds_table(report->doc, NULL, heads, 4);
	for (i = 0; i < COLUMN_COUNT; i++)
		put_column(labour, table, list, &columns[i]);
}

dossier_status
ds_report_labour(struct ds_report *report, dossier_error *err)
{
	struct ds_column heads[COLUMN_COUNT + 1] = {
		{ ds_tr(report->language, N_("Pseudonym")), DS_LEFT }
	};
	struct labour labour = { .report = report };
	struct ds_value *map;
	size_t i;

	for (i = 0; i < COLUMN_COUNT; i++)
		heads[i + 1] = (struct ds_column){ ds_tr(report->language,
		    columns[i].label), DS_LEFT };
	map = ds_put_map(report->doc, report->doc->data, NULL);
	labour.rows = ds_put_list(report->doc, map, "rows");
	labour.table = ds_table(report->doc, NULL, heads, COLUMN_COUNT + 1);
	DS_TRY(ds_cases(report->session->book, report->library, 0,
	    report->session->today, look_at, &labour, err));
	ds_put_int(report->doc, map, "count", labour.count);
	put_columns(&labour, map);
	return DOSSIER_OK;
}
