/* SPDX-License-Identifier: EUPL-1.2 */
/* What the files of this floor share; nobody else includes it. */
#ifndef DS_STORE_INTERNAL_H
#define DS_STORE_INTERNAL_H

#include <sqlite3.h>

#include "base/buf.h"
#include "store/tx.h"

struct ds_stmt {
	sqlite3_stmt *sqlite;
	struct ds_store *store;
	int bind_fault;			/* first failed bind, SQLITE_OK else */
};

/*
 * Events are written a run at a time, in one statement: that halves what an
 * event costs. Those that carry a text are written at once.
 */
#define DS_EVENT_RUN 16

struct ds_event {
	int64_t id, record, prev;
	int kind, op;
	unsigned char salt[DS_SALT_SIZE];
	unsigned char digest[DS_DIGEST_SIZE];
};

struct ds_store {
	sqlite3 *db;
	char *path;
	const volatile int *stop;
	struct ds_stmt named[DS_SQL_COUNT];
	bool snapshot;			/* reading as of one moment */
	bool starved;			/* a value was lost: no memory */
	/* the running transaction */
	int64_t tx;			/* 0: none */
	int64_t next_event;
	struct ds_digest *chain;
	unsigned char head[DS_DIGEST_SIZE];
	char *result;
	struct ds_tx_meta meta;
	struct ds_buf indexes;		/* CREATE INDEX texts of a bulk load */
	size_t waiting_count;
	struct ds_event waiting[DS_EVENT_RUN];
};

/*
 * The file itself may be no link. Its folder may lie behind one, which
 * SQLite would refuse as well, so the folder is given by its real name.
 */
int ds_sqlite_open(sqlite3 **out, const char *path, int flags);
/* Turn a result code of SQLite into a status and a message for people. */
dossier_status ds_sqlite_fail(struct ds_store *store, int code,
    dossier_error *err);
/* Run texts of our own that give no rows and take no parameters. */
dossier_status ds_exec(struct ds_store *store, const char *text,
    dossier_error *err);
/* The settings of every connection, also of a copy that is checked. */
dossier_status ds_store_settings(struct ds_store *store, bool read_only,
    dossier_error *err);
/* Apply the migrations that this file has not had. */
dossier_status ds_store_migrate(struct ds_store *store, dossier_error *err);
/* An event, and a txn's row, as the chain sees them. */
void ds_chain_event(struct ds_digest *chain, const struct ds_event *event,
    const char *reason);
void ds_chain_txn(struct ds_digest *chain, struct ds_stmt *stmt);
/* Write the events that wait. */
dossier_status ds_events_flush(struct ds_store *store, dossier_error *err);
/* One integer that a text of our own gives; 0 when it gives nothing. */
dossier_status ds_exec_int(int64_t *out, struct ds_store *store,
    const char *text, dossier_error *err);

#endif
