/* SPDX-License-Identifier: EUPL-1.2 */
#include "store/internal.h"

#include "base/mem.h"

dossier_status
ds_sqlite_fail(struct ds_store *store, int code, dossier_error *err)
{
	const char *path = store->path != NULL ? store->path : "";

	switch (code & 0xff) {
	case SQLITE_NOMEM:
		return ds_no_memory(err);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		ds_advise(err, N_("Wait until the other window or the nightly "
		    "report is done, and try again."));
		return ds_fail(err, DOSSIER_BUSY,
		    N_("%s is in use by another program."), path);
	case SQLITE_FULL:
		break;
	case SQLITE_IOERR:
		if (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_FSYNC)
			break;
		return ds_fail(err, DOSSIER_IO,
		    N_("%s could not be read or written."), path);
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return ds_fail(err, DOSSIER_READ_ONLY, N_("%s cannot be "
		    "written: the file or its folder is read-only."), path);
	case SQLITE_CANTOPEN:
		if (code == SQLITE_CANTOPEN_SYMLINK)
			return ds_fail(err, DOSSIER_IO, N_("%s is a link to "
			    "another file; name the file itself."), path);
		return ds_fail(err, DOSSIER_IO, N_("%s cannot be opened."),
		    path);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		ds_advise(err, N_("Do not work on with this file. Put it "
		    "aside and take the last backup."));
		return ds_fail(err, DOSSIER_CORRUPT,
		    N_("%s is damaged, or it is not a dossier file."), path);
	case SQLITE_INTERRUPT:
		return ds_fail(err, DOSSIER_INTERRUPTED,
		    N_("Stopped; nothing was changed."));
	case SQLITE_CONSTRAINT:
		return ds_fail(err, DOSSIER_CONFLICT,
		    N_("This would contradict what is in the file (%s)."),
		    sqlite3_errmsg(store->db));
	default:
		return ds_fail(err, DOSSIER_INTERNAL,
		    N_("The file %s gave an unexpected answer: %s."), path,
		    sqlite3_errmsg(store->db));
	}
	ds_advise(err, N_("Make room on the disk and try again."));
	return ds_fail(err, DOSSIER_FULL,
	    N_("The disk is full; nothing was changed in %s."), path);
}

dossier_status
ds_exec(struct ds_store *store, const char *text, dossier_error *err)
{
	int code = sqlite3_exec(store->db, text, NULL, NULL, NULL);

	if (code == SQLITE_OK)
		return DOSSIER_OK;
	return ds_sqlite_fail(store, sqlite3_extended_errcode(store->db), err);
}

dossier_status
ds_exec_int(int64_t *out, struct ds_store *store, const char *text,
    dossier_error *err)
{
	struct ds_stmt *stmt;
	dossier_status status;
	bool row;

	*out = 0;
	DS_TRY(ds_stmt_new(&stmt, store, text, err));
	status = ds_step(&row, stmt, err);
	if (status == DOSSIER_OK && row)
		*out = ds_col_int(stmt, 0);
	ds_stmt_free(stmt);
	return status;
}

static dossier_status
prepare(struct ds_stmt *stmt, struct ds_store *store, const char *text,
    unsigned flags, dossier_error *err)
{
	int code;

	stmt->store = store;
	stmt->bind_fault = SQLITE_OK;
	code = sqlite3_prepare_v3(store->db, text, -1, flags, &stmt->sqlite,
	    NULL);
	return code == SQLITE_OK ? DOSSIER_OK :
	    ds_sqlite_fail(store, code, err);
}

dossier_status
ds_sql(struct ds_stmt **out, struct ds_store *store, enum ds_sql name,
    dossier_error *err)
{
	struct ds_stmt *stmt = &store->named[name];

	if (stmt->sqlite == NULL)
		DS_TRY(prepare(stmt, store, ds_sql_text[name],
		    SQLITE_PREPARE_PERSISTENT, err));
	else
		ds_stmt_reset(stmt);
	sqlite3_clear_bindings(stmt->sqlite);
	*out = stmt;
	return DOSSIER_OK;
}

dossier_status
ds_stmt_new(struct ds_stmt **out, struct ds_store *store, const char *text,
    dossier_error *err)
{
	struct ds_stmt *stmt = ds_alloc(sizeof *stmt);
	dossier_status status;

	if (stmt == NULL)
		return ds_no_memory(err);
	status = prepare(stmt, store, text, SQLITE_PREPARE_PERSISTENT, err);
	if (status != DOSSIER_OK) {
		ds_free(stmt);
		return status;
	}
	*out = stmt;
	return DOSSIER_OK;
}

void
ds_stmt_free(struct ds_stmt *stmt)
{
	if (stmt == NULL)
		return;
	sqlite3_finalize(stmt->sqlite);
	ds_free(stmt);
}

static void
bound(struct ds_stmt *stmt, int code)
{
	if (code != SQLITE_OK && stmt->bind_fault == SQLITE_OK)
		stmt->bind_fault = code;
}

static int
parameter(struct ds_stmt *stmt, const char *name)
{
	return sqlite3_bind_parameter_index(stmt->sqlite, name);
}

void
ds_bind_int(struct ds_stmt *stmt, const char *name, int64_t value)
{
	ds_bind_int_at(stmt, parameter(stmt, name), value);
}

void
ds_bind_text(struct ds_stmt *stmt, const char *name, const char *text)
{
	bound(stmt, sqlite3_bind_text(stmt->sqlite, parameter(stmt, name),
	    text, -1, SQLITE_TRANSIENT));
}

void
ds_bind_day(struct ds_stmt *stmt, const char *name, dossier_day day)
{
	char iso[DS_DAY_TEXT];

	ds_bind_text(stmt, name,
	    ds_day_known(day) ? ds_day_iso(day, iso) : NULL);
}

void
ds_bind_int_at(struct ds_stmt *stmt, int at, int64_t value)
{
	bound(stmt, sqlite3_bind_int64(stmt->sqlite, at, value));
}

void
ds_bind_text_at(struct ds_stmt *stmt, int at, const char *text)
{
	bound(stmt, sqlite3_bind_text(stmt->sqlite, at, text, -1,
	    SQLITE_STATIC));
}

void
ds_bind_bytes_at(struct ds_stmt *stmt, int at, const void *bytes, size_t size)
{
	bound(stmt, sqlite3_bind_blob64(stmt->sqlite, at, bytes, size,
	    SQLITE_STATIC));
}

void
ds_bind_null_at(struct ds_stmt *stmt, int at)
{
	bound(stmt, sqlite3_bind_null(stmt->sqlite, at));
}

dossier_status
ds_step(bool *row, struct ds_stmt *stmt, dossier_error *err)
{
	int code = stmt->bind_fault;
	dossier_status status;

	*row = false;
	if (stmt->store->starved)
		code = SQLITE_NOMEM;
	if (code == SQLITE_OK)
		code = sqlite3_step(stmt->sqlite);
	if (code == SQLITE_ROW) {
		*row = true;
		return DOSSIER_OK;
	}
	status = code == SQLITE_DONE ? DOSSIER_OK :
	    ds_sqlite_fail(stmt->store, code, err);
	ds_stmt_reset(stmt);
	return status;
}

dossier_status
ds_run(struct ds_stmt *stmt, dossier_error *err)
{
	dossier_status status;
	bool row;

	status = ds_step(&row, stmt, err);
	if (row)
		ds_stmt_reset(stmt);
	return status;
}

void
ds_stmt_reset(struct ds_stmt *stmt)
{
	sqlite3_reset(stmt->sqlite);
	stmt->bind_fault = SQLITE_OK;
}

bool
ds_col_null(struct ds_stmt *stmt, int column)
{
	return sqlite3_column_type(stmt->sqlite, column) == SQLITE_NULL;
}

int64_t
ds_col_int(struct ds_stmt *stmt, int column)
{
	return sqlite3_column_int64(stmt->sqlite, column);
}

/*
 * Where there is no memory for a text it reads as empty, and no statement
 * goes on from there: what was built on it is never written or shown.
 */
const char *
ds_col_text(struct ds_stmt *stmt, int column)
{
	bool null = ds_col_null(stmt, column);
	const unsigned char *text = sqlite3_column_text(stmt->sqlite, column);

	if (text != NULL || null)
		return (const char *)text;
	stmt->store->starved = true;
	return "";
}

dossier_day
ds_col_day(struct ds_stmt *stmt, int column)
{
	const char *text = ds_col_text(stmt, column);

	return text == NULL ? DOSSIER_NO_DAY : ds_day_from_iso(text);
}

const void *
ds_col_bytes(size_t *size, struct ds_stmt *stmt, int column)
{
	const void *bytes = sqlite3_column_blob(stmt->sqlite, column);

	*size = bytes == NULL ? 0 :
	    (size_t)sqlite3_column_bytes(stmt->sqlite, column);
	return bytes;
}

dossier_status
ds_first_int(int64_t *out, struct ds_stmt *stmt, dossier_error *err)
{
	bool row;

	*out = 0;
	DS_TRY(ds_step(&row, stmt, err));
	if (row)
		*out = ds_col_int(stmt, 0);
	ds_stmt_reset(stmt);
	return DOSSIER_OK;
}

dossier_status
ds_sql_int(int64_t *out, struct ds_store *store, enum ds_sql name,
    dossier_error *err)
{
	struct ds_stmt *stmt;

	*out = 0;
	DS_TRY(ds_sql(&stmt, store, name, err));
	return ds_first_int(out, stmt, err);
}
