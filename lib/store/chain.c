/* SPDX-License-Identifier: EUPL-1.2 */
/* Is the history as it was written? Walks the chain from its start. */
#include "store/internal.h"

#include <stdio.h>
#include <string.h>

/* Numbers that were never written, so that the digest cannot fit. */
static int
small(struct ds_stmt *stmt, int column)
{
	int64_t value = ds_col_int(stmt, column);

	return value > 0 && value < 256 ? (int)value : 0;
}

static int64_t
link_of(struct ds_stmt *stmt, int column)
{
	int64_t prev = ds_col_int(stmt, column);

	return prev == 0 && !ds_col_null(stmt, column) ? -1 : prev;
}

static dossier_status
chain_events(struct ds_store *store, int64_t *last, dossier_error *err)
{
	struct ds_event event;
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
		*last = event.id = ds_col_int(stmt, 0);
		event.kind = small(stmt, 1);
		event.record = ds_col_int(stmt, 2);
		event.op = small(stmt, 3);
		event.prev = link_of(stmt, 4);
		memcpy(event.digest, digest, size);
		ds_chain_event(store->chain, &event, ds_col_text(stmt, 7));
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
	ds_chain_txn(store->chain, txn);
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
