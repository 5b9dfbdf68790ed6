/* SPDX-License-Identifier: EUPL-1.2 */
#include "store/internal.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"

int64_t
ds_tx_id(const struct ds_store *store)
{
	return store->tx;
}

static dossier_status
last_head(struct ds_store *store, dossier_error *err)
{
	struct ds_stmt *stmt;
	const void *head;
	size_t size;
	bool row;

	memset(store->head, 0, sizeof store->head);
	store->tx = 1;
	DS_TRY(ds_sql(&stmt, store, DS_SQL_TXN_LAST, err));
	DS_TRY(ds_step(&row, stmt, err));
	if (row) {
		store->tx = ds_col_int(stmt, 0) + 1;
		head = ds_col_bytes(&size, stmt, 1);
		if (size == sizeof store->head)
			memcpy(store->head, head, size);
		ds_stmt_reset(stmt);
	}
	return DOSSIER_OK;
}

static dossier_status
begin(struct ds_store *store, dossier_error *err)
{
	DS_TRY(last_head(store, err));
	DS_TRY(ds_sql_int(&store->next_event, store, DS_SQL_EVENT_LAST, err));
	store->next_event++;
	if (store->chain == NULL)
		store->chain = ds_digest_new();
	if (store->chain == NULL)
		return ds_no_memory(err);
	ds_digest_start(store->chain);
	ds_digest_add(store->chain, store->head, sizeof store->head);
	return DOSSIER_OK;
}

/*
 * What ends a transaction is prepared before it begins, so that ending one
 * needs no memory: a full heap may not leave it open.
 */
static dossier_status
open_with(struct ds_store *store, enum ds_sql name, dossier_error *err)
{
	struct ds_stmt *stmt;

	DS_TRY(ds_sql(&stmt, store, DS_SQL_COMMIT, err));
	DS_TRY(ds_sql(&stmt, store, DS_SQL_ROLLBACK, err));
	DS_TRY(ds_sql(&stmt, store, name, err));
	return ds_run(stmt, err);
}

/* After a change of tables it is prepared anew, which may fail once. */
static void
end_with(struct ds_store *store, enum ds_sql name)
{
	int i;

	for (i = 0; i < 2 && !sqlite3_get_autocommit(store->db); i++) {
		sqlite3_step(store->named[name].sqlite);
		sqlite3_reset(store->named[name].sqlite);
	}
}

/* SQLite holds the moment with an ordinary transaction that only reads. */
static dossier_status
hold(struct ds_store *store, dossier_error *err)
{
	if (!store->snapshot || !sqlite3_get_autocommit(store->db))
		return DOSSIER_OK;
	return open_with(store, DS_SQL_HOLD, err);
}

static void
let_go(struct ds_store *store)
{
	if (store->snapshot && store->tx == 0 &&
	    !sqlite3_get_autocommit(store->db))
		end_with(store, DS_SQL_COMMIT);
}

dossier_status
ds_snapshot_begin(struct ds_store *store, dossier_error *err)
{
	store->snapshot = true;
	return hold(store, err);
}

void
ds_snapshot_end(struct ds_store *store)
{
	let_go(store);
	store->snapshot = false;
}

dossier_status
ds_tx_begin(struct ds_store *store, const struct ds_tx_meta *meta,
    dossier_error *err)
{
	dossier_status status;

	let_go(store);
	DS_TRY(open_with(store, DS_SQL_BEGIN, err));
	store->meta = *meta;
	status = begin(store, err);
	if (status != DOSSIER_OK)
		ds_tx_rollback(store);
	return status;
}

dossier_status
ds_tx_result(struct ds_store *store, const char *result, dossier_error *err)
{
	size_t size = strlen(result) + 1;
	char *copy = ds_alloc(size);

	if (copy == NULL)
		return ds_no_memory(err);
	memcpy(copy, result, size);
	ds_free(store->result);
	store->result = copy;
	return DOSSIER_OK;
}

/* Its columns from id to result, each ended by a byte that no text holds. */
void
ds_chain_txn(struct ds_digest *chain, struct ds_stmt *stmt)
{
	char number[24];
	const char *text;
	int i;

	for (i = 0; i < 12; i++) {
		text = ds_col_text(stmt, i);
		if (text == NULL)
			text = "\x1e";
		if (i == 0)
			text = (snprintf(number, sizeof number, "%lld",
			    (long long)ds_col_int(stmt, 0)), number);
		ds_digest_add(chain, text, strlen(text));
		ds_digest_add(chain, "\x1f", 1);
	}
}

static dossier_status
write_txn(struct ds_store *store, dossier_error *err)
{
	const struct ds_tx_meta *meta = &store->meta;
	struct ds_stmt *stmt;

	DS_TRY(ds_sql(&stmt, store, DS_SQL_TXN_ADD, err));
	ds_bind_int(stmt, ":id", store->tx);
	ds_bind_text(stmt, ":at", meta->at);
	ds_bind_day(stmt, ":day", meta->day);
	if (meta->actor != 0)
		ds_bind_int(stmt, ":actor", meta->actor);
	ds_bind_text(stmt, ":name", meta->name);
	ds_bind_text(stmt, ":role", meta->role);
	ds_bind_text(stmt, ":origin", meta->origin);
	ds_bind_text(stmt, ":action", meta->action);
	ds_bind_text(stmt, ":object", meta->object);
	ds_bind_text(stmt, ":reason", meta->reason);
	if (meta->undoes != 0)
		ds_bind_int(stmt, ":undoes", meta->undoes);
	ds_bind_text(stmt, ":result",
	    store->result != NULL ? store->result : "done");
	return ds_run(stmt, err);
}

static dossier_status
seal(struct ds_store *store, dossier_error *err)
{
	unsigned char head[DS_DIGEST_SIZE];
	struct ds_stmt *stmt;
	bool row;

	DS_TRY(write_txn(store, err));
	DS_TRY(ds_sql(&stmt, store, DS_SQL_TXN_BY_ID, err));
	ds_bind_int(stmt, ":id", store->tx);
	DS_TRY(ds_step(&row, stmt, err));
	if (row)
		ds_chain_txn(store->chain, stmt);
	ds_stmt_reset(stmt);
	ds_digest_finish(store->chain, head);
	DS_TRY(ds_sql(&stmt, store, DS_SQL_TXN_SEAL, err));
	ds_bind_bytes_at(stmt, 1, head, sizeof head);
	ds_bind_int_at(stmt, 2, store->tx);
	return ds_run(stmt, err);
}

static void
forget(struct ds_store *store)
{
	store->tx = 0;
	store->starved = false;
	store->waiting_count = 0;
	ds_free(store->result);
	store->result = NULL;
	ds_buf_free(&store->indexes);
}

dossier_status
ds_tx_commit(struct ds_store *store, dossier_error *err)
{
	dossier_status status = ds_events_flush(store, err);
	struct ds_stmt *stmt;

	if (status == DOSSIER_OK)
		status = seal(store, err);
	if (status == DOSSIER_OK && store->stop != NULL && *store->stop != 0)
		status = ds_sqlite_fail(store, SQLITE_INTERRUPT, err);
	if (status == DOSSIER_OK)
		status = ds_sql(&stmt, store, DS_SQL_COMMIT, err);
	if (status == DOSSIER_OK)
		status = ds_run(stmt, err);
	if (status != DOSSIER_OK)
		ds_tx_rollback(store);
	forget(store);
	return status == DOSSIER_OK ? hold(store, err) : status;
}

static void
roll_back(struct ds_store *store)
{
	size_t i;

	for (i = 0; i < DS_SQL_COUNT; i++)
		if (store->named[i].sqlite != NULL)
			sqlite3_reset(store->named[i].sqlite);
	end_with(store, DS_SQL_ROLLBACK);
}

/* On a full disk SQLite rolls back by itself, but knows nothing of ours. */
void
ds_tx_rollback(struct ds_store *store)
{
	if (store->db != NULL && !sqlite3_get_autocommit(store->db))
		roll_back(store);
	forget(store);
}
