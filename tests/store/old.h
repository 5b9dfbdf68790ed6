/* SPDX-License-Identifier: EUPL-1.2 */
/* Stores of older versions, from tests/fixtures/store. */
#ifndef TESTS_STORE_OLD_H
#define TESTS_STORE_OLD_H

#include "store/scratch.h"

#include "assets.h"
#include "base/file.h"

/* A store of that version: where the file of the fixture says it is. */
static inline void
old_store(struct scratch *scratch, int version)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_buf text = DS_BUF_INIT;
	char fixture[60];

	scratch_folder(scratch);
	snprintf(fixture, sizeof fixture, "tests/fixtures/store/v%04d.sql",
	    version);
	scratch_ok(ds_file_read(&text, fixture, 1 << 24, &err), &err);
	scratch_outside(scratch->path, text.data);
	ds_buf_free(&text);
	chmod(scratch->path, 0600);
}

/* The first value of a text, as SQLite alone reads it; to free(). */
static inline char *
outside_text(const char *path, const char *text)
{
	sqlite3_stmt *stmt;
	char *value = NULL;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	if (sqlite3_prepare_v2(db, text, -1, &stmt, NULL) != SQLITE_OK ||
	    sqlite3_step(stmt) != SQLITE_ROW)
		fail_msg("%s: %s", text, sqlite3_errmsg(db));
	value = strdup((const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return value;
}

static inline int
outside_version(const char *path)
{
	char *text = outside_text(path, "PRAGMA user_version");
	int version = atol(text);

	free(text);
	return version;
}

static inline void
assert_brought_up(struct scratch *scratch)
{
	struct scratch_report report;

	assert_int_equal(scratch_int(scratch, "PRAGMA user_version"),
	    ds_migration_count);
	if (!scratch_sound(scratch, &report))
		fail_msg("%s", report.first);
}

#endif
