/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/book.h"

#include <string.h>

#include "model/sql.h"

struct ds_book {
	struct ds_store *store;
	struct ds_buf image, before;	/* reused from write to write */
	int64_t tx;			/* the transaction next_id is of */
	int64_t next_id[DS_KIND_END];	/* 0: not asked yet */
	struct ds_stmt *insert[DS_KIND_END];
	struct ds_stmt *update[DS_KIND_END];
	struct ds_stmt *remove[DS_KIND_END];
	struct ds_stmt *read[DS_KIND_END];
};

dossier_status
ds_book_open(struct ds_book **out, struct ds_store *store,
    dossier_error *err)
{
	struct ds_book *book = ds_alloc(sizeof *book);

	if (book == NULL)
		return ds_no_memory(err);
	book->store = store;
	book->image = book->before = (struct ds_buf)DS_BUF_INIT;
	*out = book;
	return DOSSIER_OK;
}

void
ds_book_close(struct ds_book *book)
{
	int kind;

	if (book == NULL)
		return;
	for (kind = 1; kind < DS_KIND_END; kind++) {
		ds_stmt_free(book->insert[kind]);
		ds_stmt_free(book->update[kind]);
		ds_stmt_free(book->remove[kind]);
		ds_stmt_free(book->read[kind]);
	}
	ds_buf_free(&book->image);
	ds_buf_free(&book->before);
	ds_free(book);
}

struct ds_store *
ds_book_store(const struct ds_book *book)
{
	return book->store;
}

/* Prepare once; the builder writes the text when it is needed. */
static dossier_status
statement(struct ds_stmt **slot, struct ds_book *book, enum ds_kind kind,
    void (*build)(struct ds_buf *, const struct ds_record *),
    dossier_error *err)
{
	struct ds_buf text = DS_BUF_INIT;
	dossier_status status;

	if (*slot != NULL) {
		ds_stmt_reset(*slot);
		return DOSSIER_OK;
	}
	build(&text, ds_record(kind));
	status = text.failed ? ds_no_memory(err) :
	    ds_stmt_new(slot, book->store, text.data, err);
	ds_buf_free(&text);
	return status;
}

static void
build_read(struct ds_buf *out, const struct ds_record *record)
{
	ds_sql_select(out, record, "id");
}

static dossier_status
take_row(struct ds_row *out, struct ds_arena *arena, struct ds_stmt *stmt,
    enum ds_kind kind, dossier_error *err)
{
	const struct ds_record *record = ds_record(kind);
	const char *text;
	int i;

	ds_row_start(out, kind);
	out->id = ds_col_int(stmt, 0);
	out->event = ds_col_int(stmt, 1);
	for (i = 0; i < record->count; i++) {
		if (ds_col_null(stmt, i + 2))
			continue;
		if (ds_type_is_number(record->fields[i].type)) {
			ds_row_set_int(out, i, ds_col_int(stmt, i + 2));
			continue;
		}
		text = ds_arena_dup(arena, ds_col_text(stmt, i + 2));
		if (text == NULL)
			return ds_no_memory(err);
		ds_row_set_text(out, i, text);
	}
	return DOSSIER_OK;
}

dossier_status
ds_book_read(struct ds_row *out, struct ds_arena *arena,
    struct ds_book *book, enum ds_kind kind, int64_t id, dossier_error *err)
{
	struct ds_stmt *stmt;
	dossier_status status;
	bool row;

	DS_TRY(statement(&book->read[kind], book, kind, build_read, err));
	stmt = book->read[kind];
	ds_bind_int_at(stmt, 1, id);
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return ds_fail(err, DOSSIER_NOT_FOUND,
		    N_("There is no such record (%s %lld)."),
		    ds_record(kind)->table, (long long)id);
	status = take_row(out, arena, stmt, kind, err);
	ds_stmt_reset(stmt);
	return status;
}

/* ---- walking ---- */

static dossier_status
walk(struct ds_stmt *stmt, enum ds_kind kind, ds_visit visit, void *payload,
    dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status;
	struct ds_row row;
	bool more;

	while ((status = ds_step(&more, stmt, err)) == DOSSIER_OK && more) {
		ds_arena_reset(&arena);
		status = take_row(&row, &arena, stmt, kind, err);
		if (status == DOSSIER_OK)
			status = visit(&row, payload, err);
		if (status != DOSSIER_OK)
			break;
	}
	ds_arena_free(&arena);
	return status;
}

dossier_status
ds_book_each(struct ds_book *book, enum ds_kind kind, int field, int64_t id,
    ds_visit visit, void *payload, dossier_error *err)
{
	const struct ds_record *record = ds_record(kind);
	struct ds_buf text = DS_BUF_INIT;
	struct ds_stmt *stmt = NULL;
	dossier_status status;

	ds_sql_select(&text, record,
	    field >= 0 ? record->fields[field].name : NULL);
	status = text.failed ? ds_no_memory(err) :
	    ds_stmt_new(&stmt, book->store, text.data, err);
	ds_buf_free(&text);
	if (status != DOSSIER_OK)
		return status;
	if (field >= 0)
		ds_bind_int_at(stmt, 1, id);
	status = walk(stmt, kind, visit, payload, err);
	ds_stmt_free(stmt);
	return status;
}

struct listing {
	struct ds_arena *arena;
	struct ds_row *rows;
	size_t count, capacity;
};

/* The visitor's row dies with the walk's arena: keep its texts. */
static dossier_status
keep_row(const struct ds_row *row, void *payload, dossier_error *err)
{
	struct listing *list = payload;
	struct ds_row *grown;
	int i;

	grown = ds_grow(list->rows, list->count, &list->capacity,
	    sizeof *grown);
	if (grown == NULL)
		return ds_no_memory(err);
	list->rows = grown;
	grown[list->count] = *row;
	for (i = 0; i < DS_MAX_FIELDS; i++) {
		struct ds_datum *datum = &grown[list->count].value[i];

		if (datum->text == NULL)
			continue;
		datum->text = ds_arena_dup(list->arena, datum->text);
		if (datum->text == NULL)
			return ds_no_memory(err);
	}
	list->count++;
	return DOSSIER_OK;
}

dossier_status
ds_book_list(struct ds_row **out, size_t *count, struct ds_arena *arena,
    struct ds_book *book, enum ds_kind kind, int field, int64_t id,
    dossier_error *err)
{
	struct listing list = { arena, NULL, 0, 0 };
	dossier_status status;

	status = ds_book_each(book, kind, field, id, keep_row, &list, err);
	if (status == DOSSIER_OK) {
		*count = list.count;
		*out = ds_arena_alloc(arena, list.count * sizeof **out + 1);
		if (*out == NULL)
			status = ds_no_memory(err);
		else if (list.count > 0)
			memcpy(*out, list.rows, list.count * sizeof **out);
	}
	ds_free(list.rows);
	return status;
}

/* ---- writing ---- */

dossier_status
ds_book_number(int64_t *out, struct ds_book *book, enum ds_kind kind,
    dossier_error *err)
{
	struct ds_buf text = DS_BUF_INIT;
	struct ds_stmt *stmt;
	dossier_status status;
	bool row = false;

	if (book->tx != ds_tx_id(book->store)) {
		memset(book->next_id, 0, sizeof book->next_id);
		book->tx = ds_tx_id(book->store);
	}
	if (book->next_id[kind] == 0) {
		/* Numbers of removed records are not used again. */
		ds_buf_printf(&text, "SELECT max((SELECT ifnull(max(id), 0) "
		    "FROM \"%s\"), (SELECT ifnull(max(record), 0) FROM event "
		    "WHERE kind = %d AND op = 3))", ds_record(kind)->table,
		    (int)kind);
		status = text.failed ? ds_no_memory(err) :
		    ds_stmt_new(&stmt, book->store, text.data, err);
		ds_buf_free(&text);
		if (status != DOSSIER_OK)
			return status;
		status = ds_step(&row, stmt, err);
		if (row)
			book->next_id[kind] = ds_col_int(stmt, 0) + 1;
		ds_stmt_free(stmt);
		if (status != DOSSIER_OK)
			return status;
	}
	*out = book->next_id[kind]++;
	return DOSSIER_OK;
}

static dossier_status
check_needed(const struct ds_row *row, dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	dossier_language lang = err != NULL ? err->language : DOSSIER_ENGLISH;
	const char *fault;
	int field;

	fault = ds_row_fault(row, &field);
	if (fault == NULL)
		return DOSSIER_OK;
	return ds_fail(err, DOSSIER_INVALID, "%s, %s: %s.",
	    ds_tr(lang, record->label),
	    ds_tr(lang, record->fields[field].label), ds_tr(lang, fault));
}

static dossier_status
put_row(struct ds_stmt *stmt, const struct ds_row *row, dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	int i;

	ds_bind_int_at(stmt, 1, row->id);
	ds_bind_int_at(stmt, 2, row->event);
	for (i = 0; i < record->count; i++) {
		const struct ds_datum *datum = &row->value[i];

		if (!datum->known)
			ds_bind_null_at(stmt, i + 3);
		else if (ds_type_is_number(record->fields[i].type))
			ds_bind_int_at(stmt, i + 3, datum->number);
		else
			ds_bind_text_at(stmt, i + 3, datum->text);
	}
	return ds_run(stmt, err);
}

static dossier_status
make_image(struct ds_buf *out, const struct ds_row *row, dossier_error *err)
{
	ds_buf_clear(out);
	ds_row_image(out, row);
	return out->failed ? ds_no_memory(err) : DOSSIER_OK;
}

dossier_status
ds_book_add(struct ds_book *book, struct ds_row *row, dossier_error *err)
{
	enum ds_kind kind = row->kind;

	DS_TRY(check_needed(row, err));
	DS_TRY(statement(&book->insert[kind], book, kind, ds_sql_insert,
	    err));
	if (row->id == 0)
		DS_TRY(ds_book_number(&row->id, book, kind, err));
	DS_TRY(make_image(&book->image, row, err));
	DS_TRY(ds_event_add(&row->event, book->store, (int)kind, row->id,
	    DS_OP_ADD, row->event, NULL, book->image.data, NULL, err));
	return put_row(book->insert[kind], row, err);
}

dossier_status
ds_book_change(bool *changed, struct ds_book *book,
    const struct ds_row *before, struct ds_row *after, const char *reason,
    dossier_error *err)
{
	enum ds_kind kind = before->kind;
	bool same = ds_row_same(before, after);

	if (changed != NULL)
		*changed = !same;
	if (same)
		return DOSSIER_OK;
	DS_TRY(check_needed(after, err));
	DS_TRY(statement(&book->update[kind], book, kind, ds_sql_update,
	    err));
	DS_TRY(make_image(&book->before, before, err));
	DS_TRY(make_image(&book->image, after, err));
	DS_TRY(ds_event_add(&after->event, book->store, (int)kind, before->id,
	    DS_OP_CHANGE, before->event, book->before.data, book->image.data,
	    reason, err));
	return put_row(book->update[kind], after, err);
}

dossier_status
ds_book_remove(struct ds_book *book, const struct ds_row *row,
    const char *reason, dossier_error *err)
{
	enum ds_kind kind = row->kind;
	int64_t event;

	DS_TRY(statement(&book->remove[kind], book, kind, ds_sql_delete,
	    err));
	DS_TRY(make_image(&book->before, row, err));
	DS_TRY(ds_event_add(&event, book->store, (int)kind, row->id,
	    DS_OP_REMOVE, row->event, book->before.data, "", reason, err));
	ds_bind_int_at(book->remove[kind], 1, row->id);
	return ds_run(book->remove[kind], err);
}
