/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/library_rows.h"

static const char *
keep(bool *failed, struct ds_arena *arena, struct ds_stmt *stmt, int column)
{
	const char *text = ds_col_text(stmt, column);

	if (text == NULL)
		return NULL;
	text = ds_arena_dup(arena, text);
	*failed |= text == NULL;
	return text;
}

static dossier_status
take(struct ds_pack_row *row, struct ds_arena *arena, struct ds_stmt *stmt,
    dossier_error *err)
{
	bool failed = false;

	row->id = ds_col_int(stmt, 1);
	row->name = keep(&failed, arena, stmt, 2);
	row->digest = keep(&failed, arena, stmt, 4);
	row->known = !ds_col_null(stmt, 6);
	row->head.id = row->name;
	row->head.version = keep(&failed, arena, stmt, 3);
	row->head.extends = keep(&failed, arena, stmt, 5);
	row->head.valid_from = ds_col_day(stmt, 6);
	row->head.municipalities = ds_col_null(stmt, 7) ? "" :
	    keep(&failed, arena, stmt, 7);
	return failed ? ds_no_memory(err) : DOSSIER_OK;
}

dossier_status
ds_pack_rows(struct ds_pack_row **out, size_t *count, struct ds_arena *arena,
    struct ds_book *book, dossier_error *err)
{
	dossier_status status;
	struct ds_stmt *stmt;
	bool row;

	*out = NULL;
	*count = 0;
	DS_TRY(ds_sql(&stmt, ds_book_store(book), DS_SQL_PACK_HEADS, err));
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		if (*out == NULL)
			*out = ds_arena_alloc(arena, sizeof **out *
			    (size_t)ds_col_int(stmt, 0));
		status = *out == NULL ? ds_no_memory(err) :
		    take(&(*out)[(*count)++], arena, stmt, err);
		if (status != DOSSIER_OK) {
			ds_stmt_reset(stmt);
			return status;
		}
	}
}

dossier_status
ds_pack_row_fill(struct ds_row *row, struct ds_arena *arena,
    const struct ds_pack_head *head, dossier_error *err)
{
	ds_row_clear(row, DS_F_PACK_EXTENDS);
	if (head->extends != NULL)
		ds_row_set_text(row, DS_F_PACK_EXTENDS, head->extends);
	ds_row_clear(row, DS_F_PACK_MUNICIPALITIES);
	if (head->municipalities[0] != '\0')
		ds_row_set_text(row, DS_F_PACK_MUNICIPALITIES,
		    head->municipalities);
	return ds_row_set_day(row, DS_F_PACK_VALID_FROM, head->valid_from,
	    arena) ? DOSSIER_OK : ds_no_memory(err);
}
