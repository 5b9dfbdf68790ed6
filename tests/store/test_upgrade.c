/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Stores of every older version, as that version's software left them, are
 * brought up to date by opening: whole, or not at all.
 */
#include "store/scratch.h"

#include <sys/mman.h>
#include <sys/wait.h>

#include "assets.h"
#include "base/file.h"

#define NOBODY 65534

/* A store of that version: where the file of the fixture says it is. */
static void
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
static char *
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

static int
outside_version(const char *path)
{
	char *text = outside_text(path, "PRAGMA user_version");
	int version = atol(text);

	free(text);
	return version;
}

/* Every value of every table of the store, but for what was added to it. */
static char *
all_images(struct scratch *scratch)
{
	struct ds_buf out = DS_BUF_INIT;
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row *rows;
	char *text;
	size_t count, i;
	int kind;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		scratch_ok(ds_book_list(&rows, &count, &scratch->arena,
		    scratch->book, (enum ds_kind)kind, -1, 0, &err), &err);
		for (i = 0; i < count; i++)
			ds_row_image(&out, &rows[i]);
	}
	assert_false(out.failed);
	text = strdup(out.data);
	ds_buf_free(&out);
	return text;
}

static void
assert_brought_up(struct scratch *scratch)
{
	struct scratch_report report;

	assert_int_equal(scratch_int(scratch, "PRAGMA user_version"),
	    ds_migration_count);
	if (!scratch_sound(scratch, &report))
		fail_msg("%s", report.first);
}

static void
test_every_version(void **state)
{
	struct scratch scratch;
	char *events, *again;
	int version;

	for (version = 1; version < (int)ds_migration_count; version++) {
		old_store(&scratch, version);
		assert_int_equal(outside_version(scratch.path), version);
		events = outside_text(scratch.path, "SELECT count(*) || ' ' "
		    "|| hex(max(head)) FROM txn JOIN event ON txn = txn.id");
		scratch_reopen(&scratch);
		assert_brought_up(&scratch);
		scratch_close(&scratch);
		again = outside_text(scratch.path, "SELECT count(*) || ' ' "
		    "|| hex(max(head)) FROM txn JOIN event ON txn = txn.id");
		assert_string_equal(again, events);
		free(events);
		free(again);
		scratch_end(&scratch);
	}
}

/* What the oldest one knew, in each of its tables, is known. */
static void
test_nothing_is_lost(void **state)
{
	static const char *const known[] = { "Bram", "06-55509001",
	    "111222333", "arbeid", "02QZ00", "De Sluis", "Joris Vink",
	    "contactpersoon", "Hulp in de bakkerij", "leren", "4990",
	    "uitstroomoverleg", "Jobcoach, half jaar", "Stage bevalt goed.",
	    "accepted", "Eerst wennen", "Toestemming van de jongere",
	    "given_name", "home_pack", "3311" };
	struct scratch scratch;
	char *images;
	size_t i;
	int kind;

	old_store(&scratch, 1);
	for (kind = 1; kind <= DS_POSTCODE; kind++) {
		char text[80], *count;

		snprintf(text, sizeof text, "SELECT count(*) FROM \"%s\"",
		    ds_record((enum ds_kind)kind)->table);
		count = outside_text(scratch.path, text);
		if (strcmp(count, "0") == 0)
			fail_msg("the fixture has no %s", text);
		free(count);
	}
	scratch_reopen(&scratch);
	images = all_images(&scratch);
	for (i = 0; i < sizeof known / sizeof known[0]; i++)
		if (strstr(images, known[i]) == NULL)
			fail_msg("%s is not there", known[i]);
	free(images);
	scratch_end(&scratch);
}

static void
test_a_reader_brings_it_up(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct scratch scratch;

	old_store(&scratch, 1);
	scratch_ok(ds_store_open(&scratch.store, scratch.path, DS_STORE_READ,
	    NULL, &err), &err);
	scratch_ok(ds_book_open(&scratch.book, scratch.store, &err), &err);
	assert_brought_up(&scratch);
	assert_int_equal(scratch_int(&scratch, "PRAGMA query_only"), 1);
	scratch_end(&scratch);
}

/* A new record of today goes into it, and its history stays whole. */
static void
test_work_goes_on(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row row, old;
	struct scratch scratch;

	old_store(&scratch, 1);
	scratch_reopen(&scratch);
	scratch_begin(&scratch);
	ds_row_start(&row, DS_STATEMENT);
	ds_row_set_int(&row, DS_F_STATEMENT_YOUTH, 2);
	ds_row_set_text(&row, DS_F_STATEMENT_SECTION, "eigen-verhaal");
	ds_row_set_text(&row, DS_F_STATEMENT_VOICE, "leerling");
	ds_row_set_text(&row, DS_F_STATEMENT_TEXT, "Ik wil bakker worden.");
	ds_row_set_text(&row, DS_F_STATEMENT_AUTHOR, "Bram Smit");
	ds_row_set_text(&row, DS_F_STATEMENT_ON, "2026-01-20");
	scratch_ok(ds_book_add(scratch.book, &row, &err), &err);
	scratch_ok(ds_book_read(&old, &scratch.arena, scratch.book, DS_YOUTH,
	    2, &err), &err);
	row = old;
	ds_row_set_text(&row, DS_F_YOUTH_LANGUAGE, "Fries");
	scratch_ok(ds_book_change(NULL, scratch.book, &old, &row, NULL,
	    &err), &err);
	scratch_commit(&scratch);
	scratch_reopen(&scratch);
	assert_brought_up(&scratch);
	scratch_end(&scratch);
}

/* ---- killed while it is brought up ---- */

static int calls_left;

static bool
last_call(void)
{
	return --calls_left == 0;
}

/* The last write of the process gets half of its bytes to the file. */
static ssize_t
dying_pwrite(int fd, const void *bytes, size_t size, off_t at)
{
	if (!last_call())
		return pwrite(fd, bytes, size, at);
	if (pwrite(fd, bytes, size / 2, at) < 0)
		_exit(10);
	_exit(9);
}

static int
dying_truncate(int fd, off_t size)
{
	if (last_call())
		_exit(9);
	return ftruncate(fd, size);
}

static int
dying_unlink(const char *path)
{
	if (last_call())
		_exit(9);
	return unlink(path);
}

/* SQLite's own way for tests to stand between it and the system. */
static void
stand_between(int calls)
{
	static const struct {
		const char *name;
		sqlite3_syscall_ptr call;
	} ours[] = {
		{ "pwrite", (sqlite3_syscall_ptr)dying_pwrite },
		{ "pwrite64", (sqlite3_syscall_ptr)dying_pwrite },
		{ "ftruncate", (sqlite3_syscall_ptr)dying_truncate },
		{ "unlink", (sqlite3_syscall_ptr)dying_unlink },
	};
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
	size_t i;

	calls_left = calls;
	for (i = 0; i < sizeof ours / sizeof ours[0]; i++)
		if (vfs->xGetSystemCall(vfs, ours[i].name) != NULL)
			vfs->xSetSystemCall(vfs, ours[i].name, ours[i].call);
}

/* Opened by a process that dies at that call; false: it lived to the end. */
static bool
dies_at(const char *path, int call)
{
	struct ds_store *store;
	pid_t child = fork();
	int ended;

	assert_true(child >= 0);
	if (child == 0) {
		stand_between(call);
		if (ds_store_open(&store, path, DS_STORE_WRITE, NULL, NULL) !=
		    DOSSIER_OK)
			_exit(11);
		ds_store_close(store);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &ended, 0), child);
	if (!WIFEXITED(ended) || (WEXITSTATUS(ended) != 0 &&
	    WEXITSTATUS(ended) != 9))
		fail_msg("ends with %x at call %d", ended, call);
	return WEXITSTATUS(ended) == 9;
}

static const char schema_text[] = "SELECT group_concat(sql, ';') FROM "
    "(SELECT sql FROM sqlite_schema ORDER BY type, name)";

static void
lay_out(const struct scratch *scratch, const struct ds_buf *bytes)
{
	FILE *file = fopen(scratch->path, "w");
	char journal[80];

	assert_non_null(file);
	assert_int_equal(fwrite(bytes->data, 1, bytes->size, file),
	    bytes->size);
	assert_int_equal(fclose(file), 0);
	snprintf(journal, sizeof journal, "%s-journal", scratch->path);
	unlink(journal);
}

static void
assert_old_or_new(struct scratch *scratch, const char *const *schemas,
    int *seen)
{
	int version = outside_version(scratch->path);
	char *schema = outside_text(scratch->path, schema_text);

	if (version < 1 || version > (int)ds_migration_count ||
	    strcmp(schema, schemas[version]) != 0)
		fail_msg("between two versions, near %d", version);
	seen[version]++;
	free(schema);
	scratch_reopen(scratch);
	assert_brought_up(scratch);
	scratch_close(scratch);
}

static void
test_killed_at_every_write(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	int seen[100] = {0}, version, call;
	struct ds_buf bytes = DS_BUF_INIT;
	const char *schemas[100] = {0};
	struct scratch scratch;

	/* As each version leaves it: the fixture's, and today's. */
	for (version = 1; version <= (int)ds_migration_count; version++) {
		bool today = version == (int)ds_migration_count;

		old_store(&scratch, today ? version - 1 : version);
		if (today)
			scratch_reopen(&scratch);
		scratch_close(&scratch);
		schemas[version] = outside_text(scratch.path, schema_text);
		scratch_end(&scratch);
	}
	old_store(&scratch, 1);
	scratch_ok(ds_file_read(&bytes, scratch.path, 1 << 24, &err), &err);
	for (call = 1; dies_at(scratch.path, call); call++) {
		assert_old_or_new(&scratch, schemas, seen);
		lay_out(&scratch, &bytes);
	}
	print_message("%d moments: %d as before, %d brought up\n", call - 1,
	    seen[1], seen[ds_migration_count]);
	assert_true(call > 20 && seen[1] > 0);
	ds_buf_free(&bytes);
	for (version = 1; version <= (int)ds_migration_count; version++)
		free((char *)schemas[version]);
	scratch_end(&scratch);
}

/* ---- others at the same time, and no right to write ---- */

static void
test_two_at_once(void **state)
{
	struct scratch scratch;
	struct ds_store *store;
	pid_t children[4];
	int i, ended;

	old_store(&scratch, 1);
	for (i = 0; i < 4; i++) {
		children[i] = fork();
		assert_true(children[i] >= 0);
		if (children[i] == 0)
			_exit(ds_store_open(&store, scratch.path,
			    i % 2 == 0 ? DS_STORE_WRITE : DS_STORE_READ,
			    NULL, NULL) != DOSSIER_OK);
	}
	for (i = 0; i < 4; i++) {
		assert_int_equal(waitpid(children[i], &ended, 0),
		    children[i]);
		assert_int_equal(ended, 0);
	}
	scratch_reopen(&scratch);
	assert_brought_up(&scratch);
	scratch_end(&scratch);
}

/* What somebody is told who may only read; root may always write. */
static void
open_as_reader(dossier_error *out, struct scratch *scratch)
{
	dossier_error *err = mmap(NULL, sizeof *err, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct ds_store *store;
	pid_t child;
	int ended;

	assert_ptr_not_equal(err, MAP_FAILED);
	*err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	if (geteuid() == 0 && (chown(scratch->folder, NOBODY, NOBODY) != 0 ||
	    chown(scratch->path, NOBODY, NOBODY) != 0))
		skip();
	chmod(scratch->path, 0400);
	child = fork();
	if (child == 0) {
		if (geteuid() == 0 && (setresgid(NOBODY, NOBODY, NOBODY) !=
		    0 || setresuid(NOBODY, NOBODY, NOBODY) != 0))
			_exit(1);
		if (ds_store_open(&store, scratch->path, DS_STORE_READ, NULL,
		    err) == DOSSIER_OK)
			ds_store_close(store);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &ended, 0), child);
	assert_int_equal(ended, 0);
	*out = *err;
	munmap(err, sizeof *err);
}

static void
test_a_file_that_cannot_be_written(void **state)
{
	struct scratch scratch;
	dossier_error err;

	old_store(&scratch, 1);
	open_as_reader(&err, &scratch);
	assert_int_equal(err.status, DOSSIER_READ_ONLY);
	assert_non_null(strstr(err.message, scratch.path));
	assert_non_null(strstr(err.message, "older version"));
	assert_non_null(strstr(err.advice, "chmod u+w"));
	assert_int_equal(outside_version(scratch.path), 1);
	chmod(scratch.path, 0600);
	scratch_reopen(&scratch);
	assert_brought_up(&scratch);
	scratch_close(&scratch);
	/* One of today needs nothing. */
	open_as_reader(&err, &scratch);
	assert_int_equal(err.status, DOSSIER_OK);
	scratch_end(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_version),
		cmocka_unit_test(test_nothing_is_lost),
		cmocka_unit_test(test_a_reader_brings_it_up),
		cmocka_unit_test(test_work_goes_on),
		cmocka_unit_test(test_killed_at_every_write),
		cmocka_unit_test(test_two_at_once),
		cmocka_unit_test(test_a_file_that_cannot_be_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
