/* SPDX-License-Identifier: EUPL-1.2 */
/* Finding a youth by what people know: a name or a pupil number. */
#include "flows/session.h"

#include <string.h>

#include "base/text.h"
#include "flows/input.h"
#include "flows/look.h"
#include "flows/seen.h"

#define MOST 50			/* as many as a list of hits holds */

struct hits {
	int64_t id[MOST];
	size_t count;			/* kept */
	size_t all;
};

static void
hit(struct hits *hits, int64_t id)
{
	if (hits->count < MOST)
		hits->id[hits->count++] = id;
	hits->all++;
}

static dossier_status
by_number(struct hits *hits, dossier_session *session, const char *number,
    dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_YOUTHS_BY_NUMBER, err));
	ds_bind_text(stmt, ":number", number);
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		hit(hits, ds_col_int(stmt, 0));
	}
}

static const char *
or_empty(const char *text)
{
	return text != NULL ? text : "";
}

static dossier_status
by_name(struct hits *hits, dossier_session *session, const char *folded,
    dossier_error *err)
{
	struct ds_arena arena = {0};
	const char *name, *whole;
	dossier_status status;
	struct ds_stmt *stmt;
	bool row = true;

	status = ds_sql(&stmt, session->store, DS_SQL_YOUTH_NAMES, err);
	while (status == DOSSIER_OK) {
		status = ds_step(&row, stmt, err);
		if (status != DOSSIER_OK || !row)
			break;
		ds_arena_reset(&arena);
		whole = ds_arena_printf(&arena, "%s %s %s",
		    or_empty(ds_col_text(stmt, 1)),
		    or_empty(ds_col_text(stmt, 2)),
		    or_empty(ds_col_text(stmt, 3)));
		name = whole == NULL ? NULL : ds_text_fold(&arena, whole);
		if (name == NULL)
			status = ds_no_memory(err);
		else if (strstr(name, folded) != NULL)
			hit(hits, ds_col_int(stmt, 0));
	}
	ds_stmt_reset(stmt);
	ds_arena_free(&arena);
	return status;
}

/* Of whom a role may not see, it does not find the name either. */
static dossier_status
keep_seen(struct hits *hits, dossier_session *session,
    struct ds_arena *arena, dossier_error *err)
{
	struct ds_view view;
	size_t i, kept = 0;
	bool seen;

	DS_TRY(ds_session_view(&view, session, arena, 0, DS_FOR_WORK, err));
	for (i = 0; i < hits->count; i++) {
		DS_TRY(ds_seen_at_all(&seen, &view, hits->id[i], err));
		if (seen)
			hits->id[kept++] = hits->id[i];
	}
	if (kept < hits->count)
		hits->all = kept;
	hits->count = kept;
	return DOSSIER_OK;
}

static dossier_status
find(struct hits *hits, dossier_session *session, struct ds_arena *arena,
    const char *text, dossier_error *err)
{
	const char *line, *folded;

	DS_TRY(ds_input_line(&line, arena, text, err));
	folded = line == NULL ? "" : ds_text_fold(arena, line);
	if (folded == NULL)
		return ds_no_memory(err);
	if (folded[0] == '\0')
		return ds_fail(err, DOSSIER_USAGE, N_("Type a part of the "
		    "name, or the whole pupil number."));
	DS_TRY(by_number(hits, session, line, err));
	if (hits->all == 0)
		DS_TRY(by_name(hits, session, folded, err));
	DS_TRY(keep_seen(hits, session, arena, err));
	if (hits->all > 0)
		return DOSSIER_OK;
	ds_advise(err, N_("Try a smaller part of the name."));
	return ds_fail(err, DOSSIER_NOT_FOUND,
	    N_("There is nobody with this name or pupil number."));
}

/* ---- the list of those who answer to the name ---- */

static dossier_status
put_hit(dossier_document *doc, struct ds_block *table, struct ds_view *view,
    dossier_session *session, const struct ds_row *youth, dossier_error *err)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	struct ds_cells *row = ds_table_row(doc, table);
	struct ds_shown ref, born;
	struct ds_stmt *stmt;
	const char *name;
	bool found;

	DS_TRY(ds_view_name(&name, view, youth, err));
	DS_TRY(ds_view_field(&ref, view, youth, DS_F_YOUTH_REF, err));
	DS_TRY(ds_view_field(&born, view, youth, DS_F_YOUTH_BIRTH_DATE, err));
	ds_put_text(doc, map, "ref", ref.data);
	ds_put_text(doc, map, "name", name);
	ds_put_text(doc, map, "birth_date", born.data);
	ds_cell(doc, row, 0, ref.text);
	ds_cell(doc, row, 1, name);
	ds_cell(doc, row, 2, born.text);
	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_SCHOOL_ON, err));
	ds_bind_int(stmt, ":youth", youth->id);
	ds_bind_day(stmt, ":day", session->today);
	DS_TRY(ds_step(&found, stmt, err));
	ds_put_text(doc, map, "school", found ? ds_col_text(stmt, 1) : NULL);
	ds_put_text(doc, map, "class", found ? ds_col_text(stmt, 2) : NULL);
	if (found) {
		ds_cell(doc, row, 3, ds_col_text(stmt, ds_col_null(stmt, 0) ?
		    1 : 0));
		ds_cell(doc, row, 4, ds_col_text(stmt, 2));
	}
	ds_stmt_reset(stmt);
	return DOSSIER_OK;
}

/* The look is noted with every ref that is about to be seen. */
static dossier_status
look(dossier_session *session, const struct ds_row *rows, size_t count,
    dossier_error *err)
{
	struct ds_look look = DS_LOOK_INIT;
	dossier_status status;
	size_t i;

	for (i = 0; i < count; i++)
		ds_look_at(&look, ds_row_text(&rows[i], DS_F_YOUTH_REF));
	status = ds_look_write(&look, session, "name", err);
	ds_look_free(&look);
	return status;
}

static dossier_status
put_hits(dossier_document *doc, dossier_session *session,
    struct ds_arena *arena, const struct hits *hits,
    const struct ds_row *rows, dossier_error *err)
{
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Ref")), DS_LEFT },
		{ ds_tr(doc->language, N_("Name")), DS_LEFT },
		{ ds_tr(doc->language, N_("Born")), DS_LEFT },
		{ ds_tr(doc->language, N_("School")), DS_LEFT },
		{ ds_tr(doc->language, N_("Class")), DS_LEFT },
	};
	struct ds_block *table;
	struct ds_view view;
	size_t i;

	DS_TRY(ds_session_view(&view, session, arena, 0, DS_FOR_WORK, err));
	table = ds_table(doc, NULL, columns,
	    sizeof columns / sizeof columns[0]);
	for (i = 0; i < hits->count; i++)
		DS_TRY(put_hit(doc, table, &view, session, &rows[i], err));
	if (hits->all > hits->count)
		ds_paragraph(doc, ds_tr(doc->language, N_("And %zu more; "
		    "give more of the name.")), hits->all - hits->count);
	return ds_document_check(doc, err);
}

static dossier_status
list(dossier_document **out, dossier_session *session,
    struct ds_arena *arena, const struct hits *hits,
    const struct ds_row *rows, dossier_error *err)
{
	dossier_document *doc;
	dossier_status status;

	DS_TRY(look(session, rows, hits->count, err));
	DS_TRY(ds_session_document(&doc, session,
	    N_("More than one youth answers to this"), err));
	status = put_hits(doc, session, arena, hits, rows, err);
	if (status != DOSSIER_OK) {
		dossier_document_free(doc);
		return status;
	}
	*out = doc;
	ds_advise(err, N_("Choose one of the list by its ref."));
	return ds_fail(err, DOSSIER_AMBIGUOUS,
	    N_("More than one youth answers to this name."));
}

static dossier_status
search(dossier_document **out, char ref[DOSSIER_REF_SIZE],
    dossier_session *session, struct ds_arena *arena, const char *text,
    dossier_error *err)
{
	struct hits hits = { .count = 0 };
	struct ds_row *rows;
	size_t i;

	DS_TRY(find(&hits, session, arena, text, err));
	rows = ds_arena_alloc(arena, hits.count * sizeof *rows);
	if (rows == NULL)
		return ds_no_memory(err);
	for (i = 0; i < hits.count; i++)
		DS_TRY(ds_book_read(&rows[i], arena, session->book, DS_YOUTH,
		    hits.id[i], err));
	if (hits.all > 1)
		return list(out, session, arena, &hits, rows, err);
	memcpy(ref, ds_row_text(&rows[0], DS_F_YOUTH_REF), DOSSIER_REF_SIZE);
	return DOSSIER_OK;
}

dossier_status
dossier_search(dossier_document **out, char ref[DOSSIER_REF_SIZE],
    dossier_session *session, const char *text, dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status;

	*out = NULL;
	ref[0] = '\0';
	status = search(out, ref, session, &arena, text, err);
	ds_arena_free(&arena);
	return status;
}
