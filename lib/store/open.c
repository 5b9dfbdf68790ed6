/* SPDX-License-Identifier: EUPL-1.2 */
#include "store/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "assets.h"
#include "base/file.h"
#include "base/mem.h"

#define APPLICATION_ID 0x646f7372	/* "dosr" */
#define BUSY_MS 30000
#define HEAP_LIMIT (INT64_C(256) * 1024 * 1024)

static int
poll_stop(void *payload)
{
	const struct ds_store *store = payload;

	return *store->stop != 0;
}

static dossier_status
store_new(struct ds_store **out, const char *path, const volatile int *stop,
    dossier_error *err)
{
	struct ds_store *store = ds_alloc(sizeof *store);
	size_t size = strlen(path) + 1;

	if (store == NULL)
		return ds_no_memory(err);
	store->indexes = (struct ds_buf)DS_BUF_INIT;
	store->stop = stop;
	store->path = ds_alloc(size);
	if (store->path == NULL) {
		ds_free(store);
		return ds_no_memory(err);
	}
	memcpy(store->path, path, size);
	*out = store;
	return DOSSIER_OK;
}

void
ds_store_close(struct ds_store *store)
{
	size_t i;

	if (store == NULL)
		return;
	ds_tx_rollback(store);
	for (i = 0; i < DS_SQL_COUNT; i++)
		sqlite3_finalize(store->named[i].sqlite);
	sqlite3_close(store->db);
	ds_digest_free(store->chain);
	ds_free(store->path);
	ds_free(store);
}

const char *
ds_store_path(const struct ds_store *store)
{
	return store->path;
}

int
ds_sqlite_open(sqlite3 **out, const char *path, int flags)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	char *folder, *whole;
	int code = SQLITE_NOMEM;

	whole = sqlite3_mprintf("%.*s", slash == NULL ? 1 :
	    (int)(slash - path) + 1, slash == NULL ? "." : path);
	folder = whole == NULL ? NULL : realpath(whole, NULL);
	sqlite3_free(whole);
	whole = folder == NULL ? sqlite3_mprintf("%s", path) :
	    sqlite3_mprintf("%s/%s", folder, name);
	free(folder);
	if (whole != NULL)
		code = sqlite3_open_v2(whole, out, flags |
		    SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX |
		    SQLITE_OPEN_EXRESCODE, NULL);
	sqlite3_free(whole);
	return code;
}

static dossier_status
connect(struct ds_store *store, int flags, dossier_error *err)
{
	int code;

	sqlite3_hard_heap_limit64(HEAP_LIMIT);
	code = ds_sqlite_open(&store->db, store->path, flags);
	if (code != SQLITE_OK)
		return ds_sqlite_fail(store, code, err);
	if (store->stop != NULL)
		sqlite3_progress_handler(store->db, 1000, poll_stop, store);
	return DOSSIER_OK;
}

/* A hostile or damaged file must not make the library do more than read. */
static void
harden(sqlite3 *db)
{
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 10 * 1000 * 1000);
	sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 100 * 1000);
	sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 100);
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_limit(db, SQLITE_LIMIT_VDBE_OP, 1000 * 1000);
}

dossier_status
ds_store_settings(struct ds_store *store, bool read_only, dossier_error *err)
{
	harden(store->db);
	sqlite3_busy_timeout(store->db, BUSY_MS);
	DS_TRY(ds_exec(store,
	    "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;"
	    "PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON;"
	    "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;"
	    "PRAGMA cache_size = -16384; PRAGMA synchronous = EXTRA;", err));
	return ds_exec(store, read_only ? "PRAGMA query_only = ON" :
	    "PRAGMA journal_mode = TRUNCATE", err);
}

/* Ours, and not from the future? Asked before anything else is. */
static dossier_status
check_kind(struct ds_store *store, dossier_error *err)
{
	int64_t id, version;

	DS_TRY(ds_exec_int(&id, store, "PRAGMA application_id", err));
	DS_TRY(ds_exec_int(&version, store, "PRAGMA user_version", err));
	if (id != APPLICATION_ID) {
		ds_advise(err, N_("Check the name after --db. A new store is "
		    "made with: dossier init"));
		return ds_fail(err, DOSSIER_CORRUPT,
		    N_("%s is not a dossier file."), store->path);
	}
	if (version > (int64_t)ds_migration_count) {
		ds_advise(err, N_("Install the newer version of dossier on "
		    "this computer."));
		return ds_fail(err, DOSSIER_TOO_NEW, N_("%s was made by a "
		    "newer version of dossier (file %d, this program %d)."),
		    store->path, (int)version, (int)ds_migration_count);
	}
	return DOSSIER_OK;
}

/* Nothing reads tables as they once were. */
static dossier_status
check_old(struct ds_store *store, dossier_error *err)
{
	int64_t version;

	DS_TRY(ds_exec_int(&version, store, "PRAGMA user_version", err));
	if (version == (int64_t)ds_migration_count)
		return DOSSIER_OK;
	ds_advise(err, N_("Give yourself the right to write once: chmod u+w "
	    "%s. Or work with a copy of it."), store->path);
	return ds_fail(err, DOSSIER_READ_ONLY, N_("%s was made by an older "
	    "version of dossier and must be brought up to date, but it is "
	    "read-only."), store->path);
}

static dossier_status
migrate_one(struct ds_store *store, size_t number, dossier_error *err)
{
	char pragma[64];
	dossier_status status;
	int64_t version;

	snprintf(pragma, sizeof pragma, "PRAGMA user_version = %zu", number);
	DS_TRY(ds_exec(store, "BEGIN IMMEDIATE", err));
	/* Another process may have done it while this one waited. */
	status = ds_exec_int(&version, store, "PRAGMA user_version", err);
	if (status == DOSSIER_OK && version < (int64_t)number)
		status = ds_exec(store,
		    (const char *)ds_migrations[number - 1].bytes, err);
	if (status == DOSSIER_OK && version < (int64_t)number)
		status = ds_exec(store, pragma, err);
	if (status == DOSSIER_OK)
		status = ds_exec(store, "COMMIT", err);
	if (status != DOSSIER_OK)
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	return status;
}

dossier_status
ds_store_migrate(struct ds_store *store, dossier_error *err)
{
	int64_t version;

	DS_TRY(ds_exec_int(&version, store, "PRAGMA user_version", err));
	while (version < (int64_t)ds_migration_count)
		DS_TRY(migrate_one(store, (size_t)++version, err));
	return DOSSIER_OK;
}

static dossier_status
check_file(const char *path, dossier_error *err)
{
	struct stat st;

	if (stat(path, &st) != 0) {
		ds_advise(err, N_("Make one with: dossier init"));
		return ds_fail(err, DOSSIER_NO_STORE,
		    N_("There is no dossier store at %s."), path);
	}
	if (!S_ISREG(st.st_mode))
		return ds_fail(err, DOSSIER_CORRUPT,
		    N_("%s is not a dossier file."), path);
	if ((st.st_mode & 077) != 0) {
		ds_advise(err, N_("Take their access away with: chmod 600 %s"),
		    path);
		return ds_fail(err, DOSSIER_FORBIDDEN, N_("Others on this "
		    "computer can read %s; that is not allowed."), path);
	}
	return DOSSIER_OK;
}

static dossier_status
open_checked(struct ds_store *store, enum ds_store_mode mode,
    dossier_error *err)
{
	/* Also a reader must be able to roll back another's crash. */
	int flags = access(store->path, W_OK) == 0 ? SQLITE_OPEN_READWRITE :
	    SQLITE_OPEN_READONLY;

	if (mode == DS_STORE_WRITE && flags == SQLITE_OPEN_READONLY)
		return ds_sqlite_fail(store, SQLITE_READONLY, err);
	DS_TRY(connect(store, flags, err));
	sqlite3_busy_timeout(store->db, BUSY_MS);
	DS_TRY(check_kind(store, err));
	DS_TRY(ds_store_settings(store, flags == SQLITE_OPEN_READONLY, err));
	DS_TRY(flags == SQLITE_OPEN_READWRITE ?
	    ds_store_migrate(store, err) : check_old(store, err));
	return mode == DS_STORE_READ ?
	    ds_exec(store, "PRAGMA query_only = ON", err) : DOSSIER_OK;
}

dossier_status
ds_store_open(struct ds_store **out, const char *path,
    enum ds_store_mode mode, const volatile int *stop, dossier_error *err)
{
	struct ds_store *store;
	dossier_status status;

	DS_TRY(check_file(path, err));
	DS_TRY(store_new(&store, path, stop, err));
	status = open_checked(store, mode, err);
	if (status != DOSSIER_OK) {
		ds_store_close(store);
		return status;
	}
	*out = store;
	return DOSSIER_OK;
}

/* The empty file is ours alone from its first moment. */
static dossier_status
create_file(const char *path, dossier_error *err)
{
	int fd;

	DS_TRY(ds_file_make_folder(path, err));
	fd = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
	if (fd >= 0) {
		close(fd);
		return DOSSIER_OK;
	}
	if (errno == EEXIST) {
		ds_advise(err, N_("Work on with it, or choose another name "
		    "with --db."));
		return ds_fail(err, DOSSIER_EXISTS,
		    N_("%s is there already; it is not overwritten."), path);
	}
	return ds_fail(err, DOSSIER_READ_ONLY,
	    N_("%s cannot be made: %s."), path, strerror(errno));
}

static dossier_status
create_filled(struct ds_store *store, dossier_error *err)
{
	char pragma[64];

	snprintf(pragma, sizeof pragma, "PRAGMA page_size = 8192;"
	    "PRAGMA application_id = %d", APPLICATION_ID);
	DS_TRY(connect(store, SQLITE_OPEN_READWRITE, err));
	DS_TRY(ds_store_settings(store, false, err));
	DS_TRY(ds_exec(store, pragma, err));
	return ds_store_migrate(store, err);
}

dossier_status
ds_store_create(struct ds_store **out, const char *path, dossier_error *err)
{
	struct ds_store *store;
	dossier_status status;

	DS_TRY(create_file(path, err));
	status = store_new(&store, path, NULL, err);
	if (status == DOSSIER_OK)
		status = create_filled(store, err);
	else
		store = NULL;
	if (status != DOSSIER_OK) {
		ds_store_close(store);
		unlink(path);
		return status;
	}
	*out = store;
	return DOSSIER_OK;
}
