/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A process that brings an old store up to date dies at each of its writes,
 * the last of them by half: the file is the old one or the new one.
 */
#include "store/old.h"

#include <sys/wait.h>

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

/* One, but where a slower tree need not do again what this one has done. */
static int
stride(void)
{
	const char *text = getenv("DOSSIER_TEST_STRIDE");

	return text == NULL ? 1 : (int)strtol(text, NULL, 10);
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
	for (call = 1; dies_at(scratch.path, call); call += stride()) {
		assert_old_or_new(&scratch, schemas, seen);
		lay_out(&scratch, &bytes);
	}
	print_message("Up to %d: %d as before, %d brought up\n", call - 1,
	    seen[1], seen[ds_migration_count]);
	assert_true(call > 20 && seen[1] > 0);
	ds_buf_free(&bytes);
	for (version = 1; version <= (int)ds_migration_count; version++)
		free((char *)schemas[version]);
	scratch_end(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_killed_at_every_write),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
