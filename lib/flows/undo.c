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

static dossier_status
built_on(const struct step *step, dossier_error *err)
{
	dossier_language lang = err != NULL ? err->language : DOSSIER_ENGLISH;

	ds_advise(err, N_("Take the later change back first, or correct the "
	    "dossiers one by one with: dossier edit"));
	return ds_fail(err, DOSSIER_CONFLICT, N_("This batch cannot be taken "
	    "back: later changes build on it (%s %lld). Nothing was "
	    "changed."), ds_tr(lang, ds_record(step->kind)->label),
	    (long long)step->record);
}

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
	if (status == DOSSIER_NOT_FOUND || (status == DOSSIER_OK &&
	    now.event > undo->last && now.event <= undo->newest))
		return built_on(step, err);
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
		return built_on(step, err);
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

static dossier_status
check_batch(struct undo *undo, dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row, intake = false;

	DS_TRY(ds_sql(&stmt, undo->session->store, DS_SQL_TXN_BY_ID, err));
	ds_bind_int(stmt, ":id", undo->batch);
	DS_TRY(ds_step(&row, stmt, err));
	if (row)
		intake = strcmp(ds_col_text(stmt, 7), "intake") == 0 &&
		    ds_col_null(stmt, 10);
	ds_stmt_reset(stmt);
	return intake ? DOSSIER_OK : no_batch(undo->batch, err);
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
