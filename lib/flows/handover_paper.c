/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/handover_paper.h"

#include <stdio.h>
#include <string.h>

#include "flows/state.h"

/* ---- what the recipient may see ---- */

dossier_status
ds_paper_read(struct ds_paper_rows *out, struct ds_paper *paper,
    enum ds_kind kind, const int *fields, dossier_error *err)
{
	struct ds_handover *handover = paper->handover;
	size_t all, i;
	bool left;

	out->count = 0;
	DS_TRY(ds_state_list(&out->row, &all, handover->arena,
	    handover->session->book, kind, handover->youth.id, err));
	for (i = 0; i < all; i++) {
		DS_TRY(ds_view_mask(&left, paper->view, &out->row[i], fields,
		    handover->held, err));
		if (left)
			out->row[out->count++] = out->row[i];
	}
	return DOSSIER_OK;
}

dossier_status
ds_paper_state(struct ds_row *out, struct ds_paper *paper, enum ds_kind kind,
    const int *fields, dossier_error *err)
{
	struct ds_handover *handover = paper->handover;
	const struct ds_row *row;
	struct ds_row *rows;
	size_t count;
	bool left = false;

	memset(out, 0, sizeof *out);
	DS_TRY(ds_state_list(&rows, &count, handover->arena,
	    handover->session->book, kind, handover->youth.id, err));
	row = ds_state_near(rows, count, handover->session->today);
	if (row == NULL)
		return DOSSIER_OK;
	*out = *row;
	DS_TRY(ds_view_mask(&left, paper->view, out, fields, handover->held,
	    err));
	if (!left)
		memset(out, 0, sizeof *out);
	return DOSSIER_OK;
}

/* ---- parts ---- */

void
ds_paper_open(struct ds_paper *paper, const char *key, const char *title)
{
	paper->key = key;
	paper->title = title;
	paper->part = ds_put_map(paper->doc, paper->map, key);
	paper->printed = paper->filled = false;
	ds_present_heading(paper->doc, title);
}

dossier_status
ds_paper_lines(struct ds_paper *paper, const struct ds_row *row,
    const int *fields, dossier_error *err)
{
	if (row->kind == 0 || !ds_present_any(row, fields))
		return DOSSIER_OK;
	paper->printed = paper->filled = true;
	return ds_present_lines(paper->doc, paper->view, paper->part, row,
	    fields, err);
}

dossier_status
ds_paper_table(struct ds_paper *paper, const struct ds_listing *listing,
    const struct ds_paper_rows *rows, dossier_error *err)
{
	if (rows->count > 0)
		paper->printed = paper->filled = true;
	return ds_present_table(paper->doc, paper->view, paper->part, listing,
	    listing->title, rows->row, rows->count, err);
}

void
ds_paper_close(struct ds_paper *paper, bool law)
{
	dossier_document *doc = paper->doc;

	if (!paper->printed) {
		ds_paragraph(doc, "%s", ds_tr(doc->language, N_("Nothing in "
		    "this document.")));
		paper->part->kind = DS_VALUE_NULL;
	}
	if (paper->filled || !law)
		return;
	ds_put_text(doc, paper->absent, NULL, paper->key);
	paper->lacks[paper->lack_count++] = ds_tr(doc->language,
	    paper->title);
}

/* ---- voices ---- */

/* Said again by the same person of the same section: the latest counts. */
static bool
is_old(const struct ds_paper_rows *rows, size_t at)
{
	const struct ds_row *row = &rows->row[at], *other;
	size_t i;

	for (i = 0; i < rows->count; i++) {
		other = &rows->row[i];
		if (i != at && ds_datum_same(
		    &other->value[DS_F_STATEMENT_SECTION],
		    &row->value[DS_F_STATEMENT_SECTION]) && ds_datum_same(
		    &other->value[DS_F_STATEMENT_VOICE],
		    &row->value[DS_F_STATEMENT_VOICE]) && ds_datum_same(
		    &other->value[DS_F_STATEMENT_AUTHOR],
		    &row->value[DS_F_STATEMENT_AUTHOR]) &&
		    (ds_row_day(other, DS_F_STATEMENT_ON).number >
		    ds_row_day(row, DS_F_STATEMENT_ON).number ||
		    (ds_datum_same(&other->value[DS_F_STATEMENT_ON],
		    &row->value[DS_F_STATEMENT_ON]) && i > at)))
			return true;
	}
	return false;
}

static bool
is_about(const struct ds_row *row, enum ds_section section)
{
	return ds_row_section(row, DS_F_STATEMENT_TEXT) == section;
}

bool
ds_paper_has_voice(const struct ds_paper *paper, enum ds_section section)
{
	size_t i;

	for (i = 0; i < paper->statements.count; i++)
		if (is_about(&paper->statements.row[i], section))
			return true;
	return false;
}

static dossier_status
put_statement(struct ds_paper *paper, struct ds_block *table,
    struct ds_value *list, const struct ds_row *row, dossier_error *err)
{
	static const int fields[] = { DS_F_STATEMENT_VOICE,
	    DS_F_STATEMENT_TEXT, DS_F_STATEMENT_AUTHOR, DS_F_STATEMENT_ON };
	struct ds_value *item = ds_put_map(paper->doc, list, NULL);
	struct ds_cells *cells = ds_table_row(paper->doc, table);
	struct ds_shown shown;
	size_t i;

	for (i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		DS_TRY(ds_view_field(&shown, paper->view, row, fields[i],
		    err));
		ds_present_value(paper->doc, item, ds_record(row->kind)->
		    fields[fields[i]].name, &shown);
		ds_cell(paper->doc, cells, i, shown.text);
	}
	return DOSSIER_OK;
}

/* Asked of that voice, or about the section: the latest; NULL: not asked. */
static const char *
answer_of(const struct ds_paper *paper, enum ds_section section,
    const struct ds_code *voice)
{
	const char *const about[] = { voice->slug, ds_section_slug(section) };
	const struct ds_row *best = NULL, *row;
	char subject[40];
	size_t i;

	for (i = 0; i < sizeof about / sizeof about[0]; i++) {
		snprintf(subject, sizeof subject, "statement:%s", about[i]);
		row = ds_answer_of(&paper->answers, subject);
		if (row != NULL && (best == NULL ||
		    ds_row_day(row, DS_F_ANSWER_ON).number >
		    ds_row_day(best, DS_F_ANSWER_ON).number))
			best = row;
	}
	return best == NULL ? NULL : ds_row_text(best, DS_F_ANSWER_ANSWER);
}

/* Not asked, asked without an answer, or declined. */
static void
put_missing(struct ds_paper *paper, struct ds_block *table,
    struct ds_value *list, enum ds_section section,
    const struct ds_code *voice)
{
	struct ds_value *item = ds_put_map(paper->doc, list, NULL);
	struct ds_cells *cells = ds_table_row(paper->doc, table);
	const char *slug = answer_of(paper, section, voice);
	dossier_language lang = paper->doc->language;

	ds_put_text(paper->doc, item, "voice", voice->slug);
	ds_put_text(paper->doc, item, "text", NULL);
	ds_put_text(paper->doc, item, "answer", slug);
	ds_cell(paper->doc, cells, 0, ds_tr(lang, voice->label));
	ds_cell(paper->doc, cells, 1, slug == NULL ? ds_tr(lang,
	    N_("(not asked)")) : ds_code_label(ds_codes_answer, slug, lang));
}

static dossier_status
put_voice(struct ds_paper *paper, struct ds_block *table,
    struct ds_value *list, enum ds_section section,
    const struct ds_code *voice, bool tell, dossier_error *err)
{
	const struct ds_paper_rows *all = &paper->statements;
	bool any = false;
	size_t i;

	for (i = 0; i < all->count; i++) {
		if (!is_about(&all->row[i], section) || is_old(all, i) ||
		    strcmp(ds_row_text(&all->row[i], DS_F_STATEMENT_VOICE),
		    voice->slug) != 0)
			continue;
		any = paper->filled = true;
		DS_TRY(put_statement(paper, table, list, &all->row[i], err));
	}
	if (!any && tell)
		put_missing(paper, table, list, section, voice);
	return DOSSIER_OK;
}

dossier_status
ds_paper_voices(struct ds_paper *paper, enum ds_section section, bool every,
    dossier_error *err)
{
	dossier_language lang = paper->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Voice")), DS_LEFT },
		{ ds_tr(lang, N_("In their own words")), DS_LEFT },
		{ ds_tr(lang, N_("By")), DS_LEFT },
		{ ds_tr(lang, N_("Day")), DS_LEFT }
	};
	const struct ds_code *voice = ds_codes_voice;
	struct ds_value *list;
	struct ds_block *table;
	const char *why;

	DS_TRY(ds_view_judge_section(&why, paper->view,
	    paper->handover->youth.id, section, ds_section_class(section) !=
	    DS_CLASS_ORDINARY, err));
	every = every && why == NULL;
	if (!every && !ds_paper_has_voice(paper, section))
		return DOSSIER_OK;
	paper->printed = true;
	list = ds_put_list(paper->doc, paper->part, "voices");
	table = ds_table(paper->doc, NULL, columns, 4);
	for (; voice->slug != NULL; voice++)
		DS_TRY(put_voice(paper, table, list, section, voice, every &&
		    (section != DS_SECTION_STORY ||
		    strcmp(voice->slug, "leerling") == 0), err));
	return DOSSIER_OK;
}
