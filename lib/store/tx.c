/* SPDX-License-Identifier: EUPL-1.2 */
#include "store/internal.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"

dossier_status
ds_image_digest(unsigned char out[DS_DIGEST_SIZE],
    const unsigned char salt[DS_SALT_SIZE], const char *image,
    dossier_error *err)
{
	char small[1024];
	size_t size = strlen(image);
	struct ds_digest *digest;

	if (size <= sizeof small - DS_SALT_SIZE) {
		memcpy(small, salt, DS_SALT_SIZE);
		memcpy(small + DS_SALT_SIZE, image, size);
		ds_digest_of(out, small, DS_SALT_SIZE + size);
		return DOSSIER_OK;
	}
	digest = ds_digest_new();
	if (digest == NULL)
		return ds_no_memory(err);
	ds_digest_start(digest);
	ds_digest_add(digest, salt, DS_SALT_SIZE);
	ds_digest_add(digest, image, size);
	ds_digest_finish(digest, out);
	ds_digest_free(digest);
	return DOSSIER_OK;
}

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

dossier_status
ds_tx_begin(struct ds_store *store, const struct ds_tx_meta *meta,
    dossier_error *err)
{
	dossier_status status;

	DS_TRY(ds_exec(store, "BEGIN IMMEDIATE", err));
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

/*
 * The txn row as the chain sees it: its columns from id to result, each
 * ended by a byte that no text holds.
 */
static void
chain_txn(struct ds_digest *chain, struct ds_stmt *stmt)
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
		chain_txn(store->chain, stmt);
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
	ds_free(store->result);
	store->result = NULL;
	ds_buf_free(&store->indexes);
}

dossier_status
ds_tx_commit(struct ds_store *store, dossier_error *err)
{
	dossier_status status = seal(store, err);

	if (status == DOSSIER_OK && store->stop != NULL && *store->stop != 0)
		status = ds_sqlite_fail(store, SQLITE_INTERRUPT, err);
	if (status == DOSSIER_OK)
		status = ds_exec(store, "COMMIT", err);
	if (status != DOSSIER_OK)
		ds_tx_rollback(store);
	forget(store);
	return status;
}

void
ds_tx_rollback(struct ds_store *store)
{
	size_t i;

	if (store->db == NULL || sqlite3_get_autocommit(store->db))
		return;
	for (i = 0; i < DS_SQL_COUNT; i++)
		if (store->named[i].sqlite != NULL)
			sqlite3_reset(store->named[i].sqlite);
	sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	forget(store);
}

static void
put64(unsigned char *out, int64_t value)
{
	int i;

	for (i = 0; i < 8; i++)
		out[i] = (unsigned char)((uint64_t)value >> (8 * i));
}

/* An event as the chain sees it. */
static void
chain_event(struct ds_digest *chain, int64_t id, int kind, int64_t record,
    int op, int64_t prev, const unsigned char *digest, const char *reason)
{
	unsigned char bytes[26 + DS_DIGEST_SIZE];

	put64(bytes, id);
	put64(bytes + 8, record);
	put64(bytes + 16, prev);
	bytes[24] = (unsigned char)kind;
	bytes[25] = (unsigned char)op;
	memcpy(bytes + 26, digest, DS_DIGEST_SIZE);
	ds_digest_add(chain, bytes, sizeof bytes);
	if (reason != NULL)
		ds_digest_add(chain, reason, strlen(reason));
}

dossier_status
ds_event_add(int64_t *out, struct ds_store *store, int kind, int64_t record,
    enum ds_op op, int64_t prev, const char *before, const char *after,
    const char *reason, dossier_error *err)
{
	unsigned char salt[DS_SALT_SIZE], digest[DS_DIGEST_SIZE];
	int64_t id = store->next_event;
	struct ds_stmt *stmt;

	DS_TRY(ds_random(salt, sizeof salt, err));
	DS_TRY(ds_image_digest(digest, salt, after, err));
	DS_TRY(ds_sql(&stmt, store, DS_SQL_EVENT_ADD, err));
	ds_bind_int_at(stmt, 1, id);
	ds_bind_int_at(stmt, 2, store->tx);
	ds_bind_int_at(stmt, 3, kind);
	ds_bind_int_at(stmt, 4, record);
	ds_bind_int_at(stmt, 5, op);
	if (prev != 0)
		ds_bind_int_at(stmt, 6, prev);
	ds_bind_bytes_at(stmt, 7, salt, sizeof salt);
	ds_bind_bytes_at(stmt, 8, digest, sizeof digest);
	ds_bind_text_at(stmt, 9, before);
	ds_bind_text_at(stmt, 10, reason);
	DS_TRY(ds_run(stmt, err));
	chain_event(store->chain, id, kind, record, op, prev, digest, reason);
	store->next_event++;
	*out = id;
	return DOSSIER_OK;
}

/* ---- checking the chain ---- */

static dossier_status
chain_events(struct ds_store *store, int64_t *last, dossier_error *err)
{
	struct ds_stmt *stmt;
	const void *digest;
	size_t size;
	bool row;

	DS_TRY(ds_sql(&stmt, store, DS_SQL_EVENTS_AFTER, err));
	ds_bind_int(stmt, ":after", *last);
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		digest = ds_col_bytes(&size, stmt, 5);
		if (size != DS_DIGEST_SIZE || ds_col_int(stmt, 6) != store->tx) {
			ds_stmt_reset(stmt);
			return DOSSIER_OK;
		}
		*last = ds_col_int(stmt, 0);
		chain_event(store->chain, *last, (int)ds_col_int(stmt, 1),
		    ds_col_int(stmt, 2), (int)ds_col_int(stmt, 3),
		    ds_col_int(stmt, 4), digest, ds_col_text(stmt, 7));
	}
}

static dossier_status
check_txn(bool *same, struct ds_store *store, struct ds_stmt *txn,
    int64_t *last, dossier_error *err)
{
	unsigned char head[DS_DIGEST_SIZE];
	const void *kept;
	size_t size;

	ds_digest_start(store->chain);
	ds_digest_add(store->chain, store->head, sizeof store->head);
	store->tx = ds_col_int(txn, 0);
	DS_TRY(chain_events(store, last, err));
	chain_txn(store->chain, txn);
	ds_digest_finish(store->chain, head);
	kept = ds_col_bytes(&size, txn, 12);
	*same = size == sizeof head && memcmp(kept, head, size) == 0;
	memcpy(store->head, head, sizeof head);
	return DOSSIER_OK;
}

dossier_status
ds_chain_check(bool *sound, struct ds_store *store,
    void (*report)(const char *message, void *payload), void *payload,
    dossier_error *err)
{
	int64_t last = 0, newest = 0;
	struct ds_stmt *txn;
	char text[128];
	bool row = true, same = true;

	if (store->chain == NULL && (store->chain = ds_digest_new()) == NULL)
		return ds_no_memory(err);
	memset(store->head, 0, sizeof store->head);
	DS_TRY(ds_sql(&txn, store, DS_SQL_TXNS, err));
	while (same) {
		DS_TRY(ds_step(&row, txn, err));
		if (!row)
			break;
		DS_TRY(check_txn(&same, store, txn, &last, err));
		if (!same) {
			snprintf(text, sizeof text, "the history does not "
			    "fit at step %lld", (long long)store->tx);
			report(text, payload);
			*sound = false;
		}
	}
	ds_stmt_reset(txn);
	store->tx = 0;
	DS_TRY(ds_sql_int(&newest, store, DS_SQL_EVENT_LAST, err));
	if (same && newest != last) {
		report("the history holds events outside any step", payload);
		*sound = false;
	}
	return DOSSIER_OK;
}
