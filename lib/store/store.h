/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * One local SQLite file: opening, settings, statements. Only this folder
 * includes sqlite3.h.
 *
 * The journal is TRUNCATE with synchronous=EXTRA (the WAL of SQLite 3.40
 * can lose data), every writing transaction is BEGIN IMMEDIATE with a busy
 * timeout of 30 s, the file is 0600 in a folder of 0700.
 */
#ifndef DS_STORE_STORE_H
#define DS_STORE_STORE_H

#include "base/when.h"
#include "sql_names.h"

enum ds_store_mode {
	DS_STORE_READ,		/* must exist; nothing can be written */
	DS_STORE_WRITE		/* must exist */
};

struct ds_store;

/*
 * Open, check that it is a store of this software, and bring an older one up
 * to date where the file can be written. `stop`, when not NULL, is polled:
 * once it is not 0 a running statement ends with DOSSIER_INTERRUPTED.
 * DOSSIER_NO_STORE, DOSSIER_TOO_NEW, DOSSIER_CORRUPT, DOSSIER_BUSY,
 * DOSSIER_FORBIDDEN when others may read the file, DOSSIER_READ_ONLY also
 * for an older one that cannot be brought up to date.
 */
dossier_status ds_store_open(struct ds_store **out, const char *path,
    enum ds_store_mode mode, const volatile int *stop, dossier_error *err);
/* Make a new, empty store; DOSSIER_EXISTS, DOSSIER_READ_ONLY, … */
dossier_status ds_store_create(struct ds_store **out, const char *path,
    dossier_error *err);
void ds_store_close(struct ds_store *store);	/* accepts NULL */

const char *ds_store_path(const struct ds_store *store);

/* A copy through SQLite's backup API, checked, 0600. DOSSIER_EXISTS. */
dossier_status ds_store_backup(struct ds_store *store, const char *path,
    dossier_error *err);

/*
 * What is wrong with the file as a database (SQLite's own check, and a
 * schema that differs from the migrations'): `report` is called with an
 * English message each; *sound is false after the first.
 */
dossier_status ds_store_check(bool *sound, struct ds_store *store,
    void (*report)(const char *message, void *payload), void *payload,
    dossier_error *err);

/* ---- statements ---- */

struct ds_stmt;

/*
 * The named statement, prepared once, reset and ready to bind. Borrowed: it
 * belongs to the store. One named statement has one use at a time.
 */
dossier_status ds_sql(struct ds_stmt **out, struct ds_store *store,
    enum ds_sql name, dossier_error *err);
/*
 * Prepare a text; for model/sql.c, which alone builds statements. Owned by
 * the caller, who ends it with ds_stmt_free.
 */
dossier_status ds_stmt_new(struct ds_stmt **out, struct ds_store *store,
    const char *text, dossier_error *err);
void ds_stmt_free(struct ds_stmt *stmt);	/* accepts NULL */

/* Bind by ":name"; text is copied. A name that is not there is a fault. */
void ds_bind_int(struct ds_stmt *stmt, const char *name, int64_t value);
void ds_bind_text(struct ds_stmt *stmt, const char *name, const char *text);
void ds_bind_day(struct ds_stmt *stmt, const char *name, dossier_day day);
/* Bind by number from 1; text must live until the statement's reset. */
void ds_bind_int_at(struct ds_stmt *stmt, int at, int64_t value);
void ds_bind_text_at(struct ds_stmt *stmt, int at, const char *text);
void ds_bind_bytes_at(struct ds_stmt *stmt, int at, const void *bytes,
    size_t size);
void ds_bind_null_at(struct ds_stmt *stmt, int at);

/* The next row; *row is false at the end (and the statement is reset). */
dossier_status ds_step(bool *row, struct ds_stmt *stmt, dossier_error *err);
/* Run to the end, for a statement that gives no rows; then reset. */
dossier_status ds_run(struct ds_stmt *stmt, dossier_error *err);
void ds_stmt_reset(struct ds_stmt *stmt);

/* Columns from 0; text is NULL for NULL, borrowed until the next step. */
bool ds_col_null(struct ds_stmt *stmt, int column);
int64_t ds_col_int(struct ds_stmt *stmt, int column);
const char *ds_col_text(struct ds_stmt *stmt, int column);
dossier_day ds_col_day(struct ds_stmt *stmt, int column);
const void *ds_col_bytes(size_t *size, struct ds_stmt *stmt, int column);

/* The first column of a bound statement's first row; 0: none. Then reset. */
dossier_status ds_first_int(int64_t *out, struct ds_stmt *stmt,
    dossier_error *err);
/* One integer of the first row of a named statement; 0 when there is none. */
dossier_status ds_sql_int(int64_t *out, struct ds_store *store,
    enum ds_sql name, dossier_error *err);

#endif
