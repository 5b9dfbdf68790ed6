/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A store in a folder of its own, a second hand on the same file that knows
 * nothing of this library, and what a check reports.
 */
#ifndef TESTS_STORE_SCRATCH_H
#define TESTS_STORE_SCRATCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "model/book.h"
#include "folder.h"

struct scratch {
	char folder[32], path[64];
	struct ds_store *store;
	struct ds_book *book;
	struct ds_arena arena;
};

static inline void
scratch_ok(dossier_status status, const dossier_error *err)
{
	if (status != DOSSIER_OK)
		fail_msg("%s: %s %s", dossier_status_name(status),
		    err->message, err->advice);
}

static inline void
scratch_folder(struct scratch *scratch)
{
	memset(scratch, 0, sizeof *scratch);
	make_folder(scratch->folder, sizeof scratch->folder);
	snprintf(scratch->path, sizeof scratch->path, "%s/test.db",
	    scratch->folder);
}

static inline void
scratch_start(struct scratch *scratch)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	scratch_folder(scratch);
	scratch_ok(ds_store_create(&scratch->store, scratch->path, &err),
	    &err);
	scratch_ok(ds_book_open(&scratch->book, scratch->store, &err), &err);
}

static inline void
scratch_close(struct scratch *scratch)
{
	ds_book_close(scratch->book);
	ds_store_close(scratch->store);
	scratch->book = NULL;
	scratch->store = NULL;
}

static inline void
scratch_reopen(struct scratch *scratch)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	scratch_close(scratch);
	scratch_ok(ds_store_open(&scratch->store, scratch->path,
	    DS_STORE_WRITE, NULL, &err), &err);
	scratch_ok(ds_book_open(&scratch->book, scratch->store, &err), &err);
}

static inline void
scratch_end(struct scratch *scratch)
{
	char journal[80];

	scratch_close(scratch);
	ds_arena_free(&scratch->arena);
	snprintf(journal, sizeof journal, "%s-journal", scratch->path);
	unlink(journal);
	unlink(scratch->path);
	if (rmdir(scratch->folder) != 0)
		fail_msg("%s is not empty", scratch->folder);
}

static inline struct ds_tx_meta
scratch_meta(void)
{
	return (struct ds_tx_meta){ .at = "2026-01-01T12:00:00Z",
	    .day = ds_day_of(2026, 1, 1), .actor = 1, .name = "Els Bakker",
	    .origin = "els@test", .action = "test" };
}

static inline void
scratch_begin(struct scratch *scratch)
{
	const struct ds_tx_meta meta = scratch_meta();
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	scratch_ok(ds_tx_begin(scratch->store, &meta, &err), &err);
}

static inline void
scratch_commit(struct scratch *scratch)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	scratch_ok(ds_tx_commit(scratch->store, &err), &err);
}

/* The first value of a text, through the store's own connection. */
static inline int64_t
scratch_int(struct scratch *scratch, const char *text)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_stmt *stmt;
	int64_t number;
	bool row;

	scratch_ok(ds_stmt_new(&stmt, scratch->store, text, &err), &err);
	scratch_ok(ds_step(&row, stmt, &err), &err);
	number = row ? ds_col_int(stmt, 0) : -1;
	ds_stmt_free(stmt);
	return number;
}

/* The same as text, in the arena. */
static inline const char *
scratch_text(struct scratch *scratch, const char *text)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const char *value = NULL;
	struct ds_stmt *stmt;
	bool row;

	scratch_ok(ds_stmt_new(&stmt, scratch->store, text, &err), &err);
	scratch_ok(ds_step(&row, stmt, &err), &err);
	if (row && ds_col_text(stmt, 0) != NULL)
		value = ds_arena_dup(&scratch->arena, ds_col_text(stmt, 0));
	ds_stmt_free(stmt);
	return value;
}

/* A hand from outside: SQL on the file, by a connection of its own. */
static inline void
scratch_outside(const char *path, const char *text)
{
	char *fault = NULL;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_exec(db, text, NULL, NULL, &fault) != SQLITE_OK)
		fail_msg("%s: %s", text, fault);
	sqlite3_close(db);
}

struct scratch_report {
	int count;
	char first[200];
};

static inline void
scratch_note(const char *message, void *payload)
{
	struct scratch_report *report = payload;

	if (report->count++ == 0)
		snprintf(report->first, sizeof report->first, "%s", message);
}

/* All three checks, as verify makes them: is the store as written? */
static inline bool
scratch_sound(struct scratch *scratch, struct scratch_report *report)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	bool sound = true;

	memset(report, 0, sizeof *report);
	scratch_ok(ds_store_check(&sound, scratch->store, scratch_note,
	    report, &err), &err);
	scratch_ok(ds_chain_check(&sound, scratch->store, scratch_note,
	    report, &err), &err);
	scratch_ok(ds_book_check(&sound, scratch->book, scratch_note, report,
	    &err), &err);
	assert_int_equal(sound, report->count == 0);
	return sound;
}

#endif
