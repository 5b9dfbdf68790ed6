/* SPDX-License-Identifier: EUPL-1.2 */
/* What every part of a dossier does with its records. */
#include "flows/show.h"

#include <stdlib.h>
#include <string.h>

#include "flows/state.h"

/* ---- what the reader may see ---- */

dossier_status
ds_show_mask(bool *left, struct ds_show *show, struct ds_row *row,
    dossier_error *err)
{
	*left = true;
	return show->limited ? ds_view_mask(left, &show->view, row, NULL,
	    NULL, err) : DOSSIER_OK;
}

/* ---- which rows, in which order ---- */

dossier_day
ds_show_day_of(const struct ds_row *row)
{
	const struct ds_record *record = ds_record(row->kind);
	int field = ds_field_named(record, "on");

	if (field < 0)
		field = ds_field_named(record, "measured_on");
	if (field < 0)
		field = record->from;
	return field < 0 ? DOSSIER_NO_DAY : ds_row_day(row, field);
}

int
ds_show_by_day(const void *a, const void *b)
{
	const struct ds_row *x = a, *y = b;
	int32_t dx = ds_show_day_of(x).number, dy = ds_show_day_of(y).number;

	if (dx != dy)
		return dx < dy ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

/* On another day than today: what held that day, or had happened by then. */
static bool
counts(const struct ds_row *row, dossier_day day)
{
	if (ds_record(row->kind)->nature == DS_STATE)
		return ds_span_holds(ds_row_span(row), day);
	return ds_show_day_of(row).number <= day.number;
}

/* What came of a record later than the day had not happened on it. */
static void
undo_later(struct ds_row *row, dossier_day day)
{
	static const struct {
		enum ds_kind kind;
		int day, with;		/* with: goes together with it */
	} later[] = {
		{ DS_WORK_PROCESS, DS_F_PROCESS_SIGNED, -1 },
		{ DS_AGREEMENT, DS_F_AGREEMENT_DONE_ON, -1 },
		{ DS_GROUND, DS_F_GROUND_WITHDRAWN, DS_F_GROUND_WHY },
		{ DS_OPP, DS_F_OPP_EVALUATED, -1 },
		{ DS_OPP, DS_F_OPP_AGREED_ON, DS_F_OPP_AGREED },
	};
	size_t i;

	for (i = 0; i < sizeof later / sizeof later[0]; i++) {
		if (later[i].kind != row->kind ||
		    !ds_row_has(row, later[i].day) ||
		    ds_row_day(row, later[i].day).number <= day.number)
			continue;
		ds_row_clear(row, later[i].day);
		if (later[i].with >= 0)
			ds_row_clear(row, later[i].with);
	}
}

dossier_status
ds_show_read(struct ds_rows *out, struct ds_show *show, enum ds_kind kind,
    int (*order)(const void *, const void *), dossier_error *err)
{
	size_t count, i;
	bool left;

	DS_TRY(ds_state_list(&out->row, &count, show->arena,
	    show->session->book, kind, show->known->id, err));
	out->count = 0;
	for (i = 0; i < count; i++) {
		if (show->other_day && !counts(&out->row[i], show->day))
			continue;
		if (show->other_day)
			undo_later(&out->row[i], show->day);
		DS_TRY(ds_show_mask(&left, show, &out->row[i], err));
		if (left)
			out->row[out->count++] = out->row[i];
	}
	if (out->count > 1)
		qsort(out->row, out->count, sizeof *out->row,
		    order != NULL ? order : ds_show_by_day);
	return DOSSIER_OK;
}

const struct ds_row *
ds_show_state(const struct ds_show *show, const struct ds_rows *rows)
{
	return ds_state_near(rows->row, rows->count, show->day);
}

/* ---- under a heading ---- */

void
ds_show_open(struct ds_show *show)
{
	if (!show->opened)
		ds_heading(show->doc, show->title);
	show->opened = true;
}

void
ds_show_say(struct ds_show *show, const char *sentence)
{
	ds_show_open(show);
	ds_paragraph(show->doc, "%s", sentence);
}

void
ds_show_line(struct ds_show *show, const char *label, const char *text)
{
	ds_show_open(show);
	ds_field_line(show->doc, label, text);
}

const char *
ds_show_kept(struct ds_show *show, const char *text)
{
	if (text != NULL)
		return text;
	show->doc->failed = true;
	return "";
}

/* ---- what was answered instead ---- */

const char *
ds_show_answer(const struct ds_show *show, const struct ds_row *answer)
{
	const char *slug = ds_row_text(answer, DS_F_ANSWER_ANSWER);

	return ds_tr(show->doc->language, strcmp(slug, "niets") == 0 ?
	    N_("(nothing)") : N_("(declined to answer)"));
}

void
ds_show_put_answer(struct ds_show *show, struct ds_value *map,
    const struct ds_row *answer)
{
	ds_put_text(show->doc, map, "answer", ds_row_text(answer,
	    DS_F_ANSWER_ANSWER));
	ds_put_day(show->doc, map, "on", ds_row_day(answer,
	    DS_F_ANSWER_ON));
}

/* The answer about an empty field goes where the field would go. */
static dossier_status
put_unknown(struct ds_show *show, struct ds_value *map,
    const struct ds_row *row, int field, dossier_error *err)
{
	const struct ds_field *f = &ds_record(row->kind)->fields[field];
	const struct ds_row *answer = ds_answer_of_field(&show->answers,
	    row->kind, field);
	const char *why = NULL;

	if (answer != NULL)
		DS_TRY(ds_view_judge(&why, &show->view, row, field, err));
	if (answer == NULL || why != NULL)
		return ds_present_line(show->doc, &show->view, map, row,
		    field, err);
	ds_show_put_answer(show, ds_put_map(show->doc, map, f->name),
	    answer);
	ds_show_line(show, ds_tr(show->doc->language, f->label),
	    ds_show_answer(show, answer));
	return DOSSIER_OK;
}

dossier_status
ds_show_lines(struct ds_show *show, struct ds_value *map,
    const struct ds_row *row, const int *fields, dossier_error *err)
{
	for (; *fields != DS_NO_FIELD; fields++) {
		if (!ds_row_has(row, *fields)) {
			DS_TRY(put_unknown(show, map, row, *fields, err));
			continue;
		}
		ds_show_open(show);
		DS_TRY(ds_present_line(show->doc, &show->view, map, row,
		    *fields, err));
	}
	return DOSSIER_OK;
}

/* An answer about a whole record that is newer than what is recorded. */
static dossier_status
put_record_answer(struct ds_show *show, enum ds_kind kind,
    dossier_day recorded, dossier_error *err)
{
	const struct ds_record *record = ds_record(kind);
	const struct ds_row *answer = ds_answer_of_field(&show->answers,
	    kind, -1);
	const char *why;

	if (answer == NULL || (ds_day_known(recorded) && recorded.number >=
	    ds_row_day(answer, DS_F_ANSWER_ON).number))
		return DOSSIER_OK;
	DS_TRY(ds_view_judge_section(&why, &show->view, show->known->id,
	    record->section, true, err));
	if (why == NULL)
		ds_show_line(show, ds_tr(show->doc->language, record->label),
		    ds_show_answer(show, answer));
	return DOSSIER_OK;
}

static bool
any_answered(const struct ds_show *show, enum ds_kind kind,
    const int *fields)
{
	for (; *fields != DS_NO_FIELD; fields++)
		if (ds_answer_of_field(&show->answers, kind, *fields) != NULL)
			return true;
	return false;
}

dossier_status
ds_show_one(struct ds_show *show, enum ds_kind kind,
    const struct ds_row *row, const int *fields, dossier_error *err)
{
	const char *table = ds_record(kind)->table;
	struct ds_row blank;

	if (row == NULL && !any_answered(show, kind, fields)) {
		ds_put_text(show->doc, show->map, table, NULL);
		return put_record_answer(show, kind, DOSSIER_NO_DAY, err);
	}
	ds_row_start(&blank, kind);
	ds_row_set_int(&blank, ds_field_named(ds_record(kind), "youth"),
	    show->known->id);
	return ds_show_lines(show, ds_put_map(show->doc, show->map, table),
	    row == NULL ? &blank : row, fields, err);
}

dossier_status
ds_show_answered(struct ds_show *show, enum ds_kind kind,
    const struct ds_rows *rows, dossier_error *err)
{
	dossier_day newest = DOSSIER_NO_DAY, day;
	size_t i;

	for (i = 0; i < rows->count; i++) {
		day = ds_show_day_of(&rows->row[i]);
		if (day.number > newest.number)
			newest = day;
	}
	return put_record_answer(show, kind, newest, err);
}

dossier_status
ds_show_list(struct ds_show *show, enum ds_kind kind,
    const struct ds_listing *listing, const struct ds_rows *rows,
    dossier_error *err)
{
	if (rows->count > 0)
		ds_show_open(show);
	DS_TRY(ds_present_table(show->doc, &show->view, show->map, listing,
	    listing->title, rows->row, rows->count, err));
	return ds_show_answered(show, kind, rows, err);
}
