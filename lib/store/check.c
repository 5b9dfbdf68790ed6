/* SPDX-License-Identifier: EUPL-1.2 */
/* Is the file sound as a database, and a copy of it that surely is. */
#include "store/internal.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

typedef void (*reporter)(const char *message, void *payload);

static dossier_status
integrity(bool *sound, struct ds_store *store, reporter report,
    void *payload, dossier_error *err)
{
	struct ds_stmt *stmt;
	dossier_status status;
	bool row = true;

	DS_TRY(ds_stmt_new(&stmt, store, "PRAGMA integrity_check(20)", err));
	while ((status = ds_step(&row, stmt, err)) == DOSSIER_OK && row) {
		if (strcmp(ds_col_text(stmt, 0), "ok") == 0)
			continue;
		report(ds_col_text(stmt, 0), payload);
		*sound = false;
	}
	ds_stmt_free(stmt);
	return status;
}

/* A store in memory that the migrations have just made: what should be. */
static dossier_status
fresh(struct ds_store *out, dossier_error *err)
{
	int code;

	memset(out, 0, sizeof *out);
	out->indexes = (struct ds_buf)DS_BUF_INIT;
	code = sqlite3_open(":memory:", &out->db);
	if (code != SQLITE_OK)
		return ds_sqlite_fail(out, code, err);
	return ds_store_migrate(out, err);
}

static bool
same_text(struct ds_stmt *a, struct ds_stmt *b, int column)
{
	const char *left = ds_col_text(a, column);
	const char *right = ds_col_text(b, column);

	return left != NULL && right != NULL && strcmp(left, right) == 0;
}

static dossier_status
compare_schema(bool *same, struct ds_store *store, struct ds_store *wanted,
    dossier_error *err)
{
	struct ds_stmt *a, *b;
	bool row_a = true, row_b = true;

	DS_TRY(ds_sql(&a, store, DS_SQL_SCHEMA_OBJECTS, err));
	DS_TRY(ds_sql(&b, wanted, DS_SQL_SCHEMA_OBJECTS, err));
	for (;;) {
		DS_TRY(ds_step(&row_a, a, err));
		DS_TRY(ds_step(&row_b, b, err));
		if (!row_a || !row_b)
			break;
		if (!same_text(a, b, 0) || !same_text(a, b, 1) ||
		    !same_text(a, b, 2) || !same_text(a, b, 3))
			*same = false;
	}
	*same = *same && !row_a && !row_b;
	ds_stmt_reset(a);
	ds_stmt_reset(b);
	return DOSSIER_OK;
}

/* A store that says it is older would be brought up to date again. */
static dossier_status
compare_version(bool *same, struct ds_store *store, struct ds_store *wanted,
    dossier_error *err)
{
	int64_t is, should;

	DS_TRY(ds_exec_int(&is, store, "PRAGMA user_version", err));
	DS_TRY(ds_exec_int(&should, wanted, "PRAGMA user_version", err));
	*same = *same && is == should;
	return DOSSIER_OK;
}

dossier_status
ds_store_check(bool *sound, struct ds_store *store, reporter report,
    void *payload, dossier_error *err)
{
	struct ds_store wanted;
	dossier_status status;
	bool same = true;
	size_t i;

	DS_TRY(integrity(sound, store, report, payload, err));
	status = fresh(&wanted, err);
	if (status == DOSSIER_OK)
		status = compare_schema(&same, store, &wanted, err);
	if (status == DOSSIER_OK)
		status = compare_version(&same, store, &wanted, err);
	for (i = 0; i < DS_SQL_COUNT; i++)
		sqlite3_finalize(wanted.named[i].sqlite);
	sqlite3_close(wanted.db);
	if (status == DOSSIER_OK && !same) {
		report("the tables are not those of this version", payload);
		*sound = false;
	}
	return status;
}

static dossier_status
copy(struct ds_store *from, sqlite3 *to, dossier_error *err)
{
	sqlite3_backup *backup;
	int code;

	backup = sqlite3_backup_init(to, "main", from->db, "main");
	if (backup == NULL)
		return ds_sqlite_fail(from, sqlite3_extended_errcode(to), err);
	code = sqlite3_backup_step(backup, -1);
	sqlite3_backup_finish(backup);
	return code == SQLITE_DONE ? DOSSIER_OK :
	    ds_sqlite_fail(from, code, err);
}

static void
remember_fault(const char *message, void *payload)
{
	snprintf(payload, 128, "%s", message);
}

/* Open the copy as anyone would, and hold it against the checks. */
static dossier_status
verify_copy(const char *path, dossier_error *err)
{
	struct ds_store *store;
	char fault[128] = "";
	bool sound = true;
	dossier_status status;

	DS_TRY(ds_store_open(&store, path, DS_STORE_READ, NULL, err));
	status = ds_store_check(&sound, store, remember_fault, fault, err);
	if (status == DOSSIER_OK)
		status = ds_chain_check(&sound, store, remember_fault, fault,
		    err);
	ds_store_close(store);
	if (status == DOSSIER_OK && !sound)
		status = ds_fail(err, DOSSIER_CORRUPT,
		    N_("The copy %s is not sound: %s."), path, fault);
	return status;
}

static dossier_status
make_copy(struct ds_store *store, const char *path, dossier_error *err)
{
	sqlite3 *db = NULL;
	dossier_status status;
	int fd, code;

	fd = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
	if (fd < 0)
		return ds_fail(err, DOSSIER_IO, N_("%s cannot be made."), path);
	close(fd);
	code = ds_sqlite_open(&db, path, SQLITE_OPEN_READWRITE);
	status = code == SQLITE_OK ? copy(store, db, err) :
	    ds_sqlite_fail(store, code, err);
	sqlite3_close(db);
	return status == DOSSIER_OK ? verify_copy(path, err) : status;
}

dossier_status
ds_store_backup(struct ds_store *store, const char *path, dossier_error *err)
{
	dossier_status status;

	if (ds_file_exists(path)) {
		ds_advise(err, N_("Choose another name, for example with "
		    "today's date in it."));
		return ds_fail(err, DOSSIER_EXISTS,
		    N_("%s is there already; it is not overwritten."), path);
	}
	DS_TRY(ds_file_make_folder(path, err));
	status = make_copy(store, path, err);
	if (status != DOSSIER_OK)
		unlink(path);
	return status;
}
