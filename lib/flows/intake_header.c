/* SPDX-License-Identifier: EUPL-1.2 */
/* What a file's header says: which column is which, and which are none. */
#include "flows/intake.h"

#include <string.h>

#include "base/text.h"

static dossier_status
saved_map(bool *found, struct ds_intake *in, dossier_error *err)
{
	const char *fingerprint, *text;
	struct ds_stmt *stmt;
	bool row;

	*found = false;
	DS_TRY(ds_plan_fingerprint(&fingerprint, &in->arena,
	    ds_csv_header(in->csv), err));
	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_COLUMN_MAP_BY_HEADER,
	    err));
	ds_bind_text(stmt, ":fingerprint", fingerprint);
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return DOSSIER_OK;
	text = ds_arena_dup(&in->arena, ds_col_text(stmt, 2));
	ds_stmt_reset(stmt);
	if (text == NULL)
		return ds_no_memory(err);
	*found = true;
	return ds_plan_map(&in->plan, &in->arena, ds_csv_header(in->csv),
	    text, strlen(text), "", in->options->set,
	    in->options->set_count, err);
}

static dossier_status
given_map(struct ds_buf *text, struct ds_intake *in, dossier_error *err)
{
	DS_TRY(ds_file_read(text, in->options->map, 1 << 20, err));
	return ds_plan_map(&in->plan, &in->arena, ds_csv_header(in->csv),
	    text->data, text->size, in->options->map, in->options->set,
	    in->options->set_count, err);
}

dossier_status
ds_intake_keep_map(struct ds_intake *in, dossier_error *err)
{
	struct ds_row row, old;
	const char *fingerprint;
	struct ds_stmt *stmt;
	int64_t id;
	bool found;

	DS_TRY(ds_plan_fingerprint(&fingerprint, &in->arena,
	    ds_csv_header(in->csv), err));
	ds_row_start(&row, DS_COLUMN_MAP);
	ds_row_set_text(&row, DS_F_MAP_FINGERPRINT, fingerprint);
	ds_row_set_text(&row, DS_F_MAP_SHEET, in->plan.sheet->name);
	ds_row_set_text(&row, DS_F_MAP_TEXT, in->map_text.data);
	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_COLUMN_MAP_BY_HEADER,
	    err));
	ds_bind_text(stmt, ":fingerprint", fingerprint);
	DS_TRY(ds_step(&found, stmt, err));
	id = found ? ds_col_int(stmt, 0) : 0;
	ds_stmt_reset(stmt);
	if (id == 0)
		return ds_book_add(in->session->book, &row, err);
	DS_TRY(ds_book_read(&old, &in->arena, in->session->book,
	    DS_COLUMN_MAP, id, err));
	row.id = id;
	return ds_book_change(NULL, in->session->book, &old, &row, NULL,
	    err);
}

static dossier_status
make_plan(struct ds_intake *in, dossier_error *err)
{
	const struct ds_sheet *sheet = NULL;
	bool found = false;

	if (in->options->kind != NULL) {
		sheet = ds_sheet_named(in->options->kind);
		if (sheet == NULL)
			return ds_fail(err, DOSSIER_USAGE, N_("There is no "
			    "kind of file %s."), in->options->kind);
	}
	if (sheet == NULL)
		DS_TRY(saved_map(&found, in, err));
	return found ? DOSSIER_OK : ds_plan_make(&in->plan, &in->arena,
	    ds_csv_header(in->csv), sheet, in->options->set,
	    in->options->set_count, err);
}

dossier_status
ds_intake_plan(struct ds_intake *in, dossier_error *err)
{
	dossier_status status = in->options->map == NULL ?
	    make_plan(in, err) : given_map(&in->map_text, in, err);

	if (status == DOSSIER_OK)
		ds_intake_locate(in);
	else if (status == DOSSIER_INVALID)
		ds_locate(err, in->path, 1, 0);
	return status;
}

/* An age is true for a year at most; the birth date is what is kept. */
static dossier_status
note_age(struct ds_intake *in, const char *header, dossier_error *err)
{
	const char *folded = ds_text_fold(&in->arena, header);

	if (folded == NULL)
		return ds_no_memory(err);
	return strcmp(folded, "leeftijd") != 0 && strcmp(folded, "age") != 0 ?
	    DOSSIER_OK : ds_intake_note(in, err,
	    ds_tr(in->session->language, N_("An age is not kept (%s): it "
	    "follows from the birth date.")), header);
}

dossier_status
ds_intake_note_ignored(struct ds_intake *in, dossier_error *err)
{
	const struct ds_csv_row *header = ds_csv_header(in->csv);
	struct ds_buf names = DS_BUF_INIT;
	dossier_status status = DOSSIER_OK;
	size_t i;

	for (i = 0; i < header->count && status == DOSSIER_OK; i++) {
		if (in->plan.target[i] >= 0 || header->fields[i][0] == '\0')
			continue;
		ds_buf_printf(&names, "%s%s", names.size > 0 ? ", " : "",
		    header->fields[i]);
		status = note_age(in, header->fields[i], err);
	}
	if (names.failed)
		status = ds_no_memory(err);
	else if (status == DOSSIER_OK && names.size > 0)
		status = ds_intake_note(in, err,
		    ds_tr(in->session->language, N_("Columns that were not "
		    "recognised and are left out: %s")), names.data);
	ds_buf_free(&names);
	return status;
}
