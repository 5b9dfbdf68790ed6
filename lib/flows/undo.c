/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Taking a batch back: every event of it is reversed, the newest first, by
 * new events. Where a later change builds on one of its records the whole
 * batch stays, and the message says what stands in the way.
 */
#include "flows/session.h"

#include <stdio.h>
#include <string.h>

struct undo {
	dossier_session *session;
	int64_t batch;
	struct ds_arena arena;
	int64_t last, newest;		/* events: of the batch, of all */
	int64_t removed, restored;
};

struct step {				/* one event to be reversed */
	int64_t id, record, prev;
	enum ds_kind kind;
	enum ds_op op;
	const char *before;
};

/* The steps are read first: the statement must not run while we write. */
static dossier_status
read_steps(struct step **out, size_t *count, struct undo *undo,
    dossier_error *err)
{
	struct step *steps = NULL, *grown;
	size_t capacity = 0;
	struct ds_stmt *stmt;
	dossier_status status;
	const char *before;
	bool row = true;

	*count = 0;
	status = ds_sql(&stmt, undo->session->store,
	    DS_SQL_EVENTS_OF_TXN_BACK, err);
	if (status == DOSSIER_OK)
		ds_bind_int(stmt, ":txn", undo->batch);
	while (status == DOSSIER_OK) {
		status = ds_step(&row, stmt, err);
		if (status != DOSSIER_OK || !row)
			break;
		grown = ds_grow(steps, *count, &capacity, sizeof *steps);
		if (grown == NULL) {
			status = ds_no_memory(err);
			break;
		}
		steps = grown;
		steps[*count] = (struct step){ ds_col_int(stmt, 0),
		    ds_col_int(stmt, 2), ds_col_int(stmt, 4),
		    (enum ds_kind)ds_col_int(stmt, 1),
		    (enum ds_op)ds_col_int(stmt, 3), NULL };
		before = ds_col_text(stmt, 5);
		if (before != NULL)
			steps[*count].before = ds_arena_dup(&undo->arena,
			    before);
		if (before != NULL && steps[*count].before == NULL) {
			status = ds_no_memory(err);
			break;
		}
		++*count;
	}
	*out = steps;
	return status;
}

/* ---- what stands in the way ---- */

/* The event that took a record away; 0 when there is none. */
static dossier_status
removal_of(int64_t *out, struct undo *undo, const struct step *step,
    dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	*out = 0;
	DS_TRY(ds_sql(&stmt, undo->session->store, DS_SQL_EVENTS_REMOVED,
	    err));
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		if (ds_col_int(stmt, 1) == (int64_t)step->kind &&
		    ds_col_int(stmt, 2) == step->record)
			*out = ds_col_int(stmt, 0);
	}
}

/* The step of the history that an event is part of; 0 when there is none. */
static dossier_status
step_of(int64_t *out, struct undo *undo, int64_t event, dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	*out = 0;
	DS_TRY(ds_sql(&stmt, undo->session->store, DS_SQL_EVENT_BY_ID, err));
	ds_bind_int(stmt, ":id", event);
	DS_TRY(ds_step(&row, stmt, err));
	if (row)
		*out = ds_col_int(stmt, 1);
	ds_stmt_reset(stmt);
	return DOSSIER_OK;
}

/* The ref of the youth that a record belongs to, or NULL. */
static const char *
ref_of(struct undo *undo, const struct ds_row *row)
{
	struct ds_row youth = *row;
	int field;

	if (row->kind != DS_YOUTH) {
		field = ds_field_named(ds_record(row->kind), "youth");
		if (field < 0 || ds_book_read(&youth, &undo->arena,
		    undo->session->book, DS_YOUTH, ds_row_int(row, field),
		    NULL) != DOSSIER_OK)
			return NULL;
	}
	return ds_row_text(&youth, DS_F_YOUTH_REF);
}

/* `now` is the record as it stands, NULL when it is no more. */
static dossier_status
built_on(struct undo *undo, const struct step *step,
    const struct ds_row *now, dossier_error *err)
{
	dossier_language lang = err != NULL ? err->language : DOSSIER_ENGLISH;
	const char *what = ds_tr(lang, ds_record(step->kind)->label);
	const char *ref = now == NULL ? NULL : ref_of(undo, now);
	int64_t event = now == NULL ? 0 : now->event, later;

	if (now == NULL)
		DS_TRY(removal_of(&event, undo, step, err));
	DS_TRY(step_of(&later, undo, event, err));
	ds_advise(err, N_("Take the later change back first, or correct the "
	    "dossiers one by one with: dossier edit"));
	/* Of a record that others point at, those are what came later. */
	if (event <= undo->last)
		return ds_fail(err, DOSSIER_CONFLICT, N_("This batch cannot "
		    "be taken back: later changes build on it (%s%s%s). "
		    "Nothing was changed."), what, ref != NULL ? ", " : "",
		    ref != NULL ? ref : "");
	return ds_fail(err, DOSSIER_CONFLICT, N_("This batch cannot be taken "
	    "back: later changes build on it (%s%s%s, changed by step "
	    "%lld). Nothing was changed."), what, ref != NULL ? ", " : "",
	    ref != NULL ? ref : "", (long long)later);
}

/* ---- taking back ---- */

/* A batch may touch a record twice: reversing the second restores the first. */
static dossier_status
reverse(struct undo *undo, const struct step *step, dossier_error *err)
{
	struct ds_book *book = undo->session->book;
	struct ds_row now, old;
	dossier_status status;

	if (step->op == DS_OP_REMOVE) {
		DS_TRY(ds_row_from_image(&old, &undo->arena, step->kind,
		    step->record, step->before, err));
		old.event = step->id;
		undo->restored++;
		return ds_book_add(book, &old, err);
	}
	status = ds_book_read(&now, &undo->arena, book, step->kind,
	    step->record, NULL);
	if (status == DOSSIER_NOT_FOUND)
		return built_on(undo, step, NULL, err);
	if (status == DOSSIER_OK && now.event > undo->last &&
	    now.event <= undo->newest)
		return built_on(undo, step, &now, err);
	if (status != DOSSIER_OK)
		return ds_fail(err, status,
		    N_("The batch could not be taken back."));
	if (step->op == DS_OP_CHANGE) {
		DS_TRY(ds_row_from_image(&old, &undo->arena, step->kind,
		    step->record, step->before, err));
		undo->restored++;
		old.event = now.event;
		return ds_book_change(NULL, book, &now, &old, NULL, err);
	}
	status = ds_book_remove(book, &now, NULL, NULL);
	if (status == DOSSIER_CONFLICT)
		return built_on(undo, step, &now, err);
	undo->removed++;
	return status == DOSSIER_OK ? status :
	    ds_fail(err, status, N_("The batch could not be taken back."));
}

static dossier_status
no_batch(int64_t batch, dossier_error *err)
{
	ds_advise(err, N_("The numbers of all batches stand in: "
	    "dossier log"));
	return ds_fail(err, DOSSIER_NOT_FOUND, N_("There is no batch %lld "
	    "that can be taken back."), (long long)batch);
}

/* Was it taken back before, and by which step? */
static dossier_status
check_once(struct undo *undo, dossier_error *err)
{
	struct ds_stmt *stmt;
	int64_t step = 0;
	bool row;

	DS_TRY(ds_sql(&stmt, undo->session->store, DS_SQL_TXNS, err));
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			break;
		if (!ds_col_null(stmt, 10) &&
		    ds_col_int(stmt, 10) == undo->batch &&
		    ds_col_int(stmt, 0) != ds_tx_id(undo->session->store))
			step = ds_col_int(stmt, 0);
	}
	return step == 0 ? DOSSIER_OK : ds_fail(err, DOSSIER_CONFLICT,
	    N_("Batch %lld cannot be taken back: it was taken back already "
	    "(step %lld)."), (long long)undo->batch, (long long)step);
}

/* Steps of one piece: an intake, or two dossiers that became one. */
static bool
can_go_back(const char *action)
{
	return strcmp(action, "intake") == 0 ||
	    strcmp(action, "edit merge") == 0;
}

static dossier_status
check_batch(struct undo *undo, dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row, intake = false;

	DS_TRY(ds_sql(&stmt, undo->session->store, DS_SQL_TXN_BY_ID, err));
	ds_bind_int(stmt, ":id", undo->batch);
	DS_TRY(ds_step(&row, stmt, err));
	if (row)
		intake = can_go_back(ds_col_text(stmt, 7)) &&
		    ds_col_null(stmt, 10);
	ds_stmt_reset(stmt);
	return intake ? check_once(undo, err) : no_batch(undo->batch, err);
}

static dossier_status
take_back(struct undo *undo, dossier_error *err)
{
	struct step *steps = NULL;
	dossier_status status;
	size_t count, i;

	DS_TRY(check_batch(undo, err));
	status = read_steps(&steps, &count, undo, err);
	if (status == DOSSIER_OK && count == 0)
		status = no_batch(undo->batch, err);
	if (status == DOSSIER_OK)
		status = ds_sql_int(&undo->newest, undo->session->store,
		    DS_SQL_EVENT_LAST, err);
	if (status == DOSSIER_OK)
		undo->last = steps[0].id;
	for (i = 0; i < count && status == DOSSIER_OK; i++)
		status = reverse(undo, &steps[i], err);
	ds_free(steps);
	return status;
}

static dossier_status
tell(dossier_document **out, const struct undo *undo, dossier_error *err)
{
	dossier_language lang = undo->session->language;
	dossier_document *doc;
	struct ds_value *map;

	DS_TRY(ds_session_document(&doc, undo->session, N_("Taken back"),
	    err));
	ds_paragraph(doc, ds_tr(lang, N_("Batch %lld was taken back: %lld "
	    "records removed, %lld restored. The history keeps both.")),
	    (long long)undo->batch, (long long)undo->removed,
	    (long long)undo->restored);
	map = ds_put_map(doc, doc->data, NULL);
	ds_put_int(doc, map, "batch", undo->batch);
	ds_put_int(doc, map, "removed", undo->removed);
	ds_put_int(doc, map, "restored", undo->restored);
	*out = doc;
	return ds_document_check(doc, err);
}

dossier_status
dossier_intake_undo(dossier_document **out, dossier_session *session,
    int64_t batch, dossier_error *err)
{
	struct undo undo = { session, batch, {0}, 0, 0, 0, 0 };
	dossier_status status;
	char object[32];

	snprintf(object, sizeof object, "batch %lld", (long long)batch);
	DS_TRY(ds_session_may(session, "edit", err));
	session->meta.undoes = batch;
	status = ds_session_begin(session, object, NULL, err);
	session->meta.undoes = 0;
	if (status != DOSSIER_OK)
		return status;
	status = take_back(&undo, err);
	if (status == DOSSIER_OK)
		status = ds_tx_commit(session->store, err);
	else
		ds_tx_rollback(session->store);
	if (status == DOSSIER_OK)
		status = tell(out, &undo, err);
	ds_arena_free(&undo.arena);
	return status;
}
