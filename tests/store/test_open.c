/* SPDX-License-Identifier: EUPL-1.2 */
/* Making and opening a store: what it is, who may read it, what it refuses. */
#include "store/scratch.h"

#include "assets.h"

static mode_t
mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 0777;
}

static void
assert_refused(const struct scratch *scratch, dossier_status wanted,
    const char *words)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_store *store = NULL;

	assert_int_equal(ds_store_open(&store, scratch->path, DS_STORE_WRITE,
	    NULL, &err), wanted);
	assert_null(store);
	assert_int_equal(err.status, wanted);
	if (strstr(err.message, words) == NULL ||
	    strstr(err.message, scratch->path) == NULL)
		fail_msg("says: %s", err.message);
	assert_int_equal(ds_store_open(&store, scratch->path, DS_STORE_READ,
	    NULL, NULL), wanted);
}

static void
test_made_private(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct scratch scratch;
	char folder[80], inner[96];
	mode_t old = umask(0);

	scratch_folder(&scratch);
	snprintf(folder, sizeof folder, "%s/a/b", scratch.folder);
	snprintf(inner, sizeof inner, "%s/test.db", folder);
	scratch_ok(ds_store_create(&scratch.store, inner, &err), &err);
	umask(old);
	assert_string_equal(ds_store_path(scratch.store), inner);
	assert_int_equal(mode_of(inner), 0600);
	assert_int_equal(mode_of(folder), 0700);
	*strrchr(folder, '/') = '\0';
	assert_int_equal(mode_of(folder), 0700);
	scratch_close(&scratch);
	unlink(inner);
	strncat(inner, "-journal", sizeof inner - strlen(inner) - 1);
	unlink(inner);
	strncat(folder, "/b", sizeof folder - strlen(folder) - 1);
	rmdir(folder);
	*strrchr(folder, '/') = '\0';
	rmdir(folder);
	scratch_end(&scratch);
}

static void
test_not_made_over_another(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_store *second = NULL;
	struct scratch scratch;

	scratch_start(&scratch);
	assert_int_equal(ds_store_create(&second, scratch.path, &err),
	    DOSSIER_EXISTS);
	assert_null(second);
	assert_true(err.advice[0] != '\0');
	scratch_reopen(&scratch);
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM txn"),
	    0);
	scratch_end(&scratch);
}

static void
test_opened_through_a_linked_folder(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_store *store = NULL;
	struct scratch scratch;
	char link[64], inner[80];

	scratch_start(&scratch);
	snprintf(link, sizeof link, "%s-link", scratch.folder);
	assert_int_equal(symlink(scratch.folder, link), 0);
	snprintf(inner, sizeof inner, "%s/test.db", link);
	scratch_ok(ds_store_open(&store, inner, DS_STORE_WRITE, NULL, &err),
	    &err);
	ds_store_close(store);
	unlink(link);
	/* The file itself may be no link: it would lock another. */
	assert_int_equal(symlink(scratch.path, link), 0);
	assert_int_equal(ds_store_open(&store, link, DS_STORE_WRITE, NULL,
	    &err), DOSSIER_IO);
	assert_non_null(strstr(err.message, "is a link"));
	unlink(link);
	scratch_end(&scratch);
}

static void
test_refused_when_missing(void **state)
{
	struct scratch scratch;

	scratch_folder(&scratch);
	assert_refused(&scratch, DOSSIER_NO_STORE, "no dossier store");
	scratch_end(&scratch);
}

static void
test_refused_when_others_may_read(void **state)
{
	struct scratch scratch;

	scratch_start(&scratch);
	scratch_close(&scratch);
	chmod(scratch.path, 0640);
	assert_refused(&scratch, DOSSIER_FORBIDDEN, "Others");
	chmod(scratch.path, 0604);
	assert_refused(&scratch, DOSSIER_FORBIDDEN, "Others");
	chmod(scratch.path, 0600);
	scratch_reopen(&scratch);
	scratch_end(&scratch);
}

static void
test_refused_when_newer(void **state)
{
	struct scratch scratch;
	char text[64];

	scratch_start(&scratch);
	scratch_close(&scratch);
	snprintf(text, sizeof text, "PRAGMA user_version = %zu",
	    ds_migration_count + 1);
	scratch_outside(scratch.path, text);
	assert_refused(&scratch, DOSSIER_TOO_NEW, "newer version");
	scratch_end(&scratch);
}

static void
test_refused_when_of_another_program(void **state)
{
	struct scratch scratch;

	scratch_start(&scratch);
	scratch_close(&scratch);
	scratch_outside(scratch.path, "PRAGMA application_id = 7");
	assert_refused(&scratch, DOSSIER_CORRUPT, "not a dossier file");
	scratch_end(&scratch);
}

static void
test_refused_when_no_database(void **state)
{
	struct scratch scratch;
	FILE *file;

	scratch_folder(&scratch);
	file = fopen(scratch.path, "w");
	assert_non_null(file);
	chmod(scratch.path, 0600);
	fputs("A letter, and by chance longer than any header would be: "
	    "Beste ouders, hierbij de uitnodiging voor de ouderavond.\n",
	    file);
	fclose(file);
	assert_refused(&scratch, DOSSIER_CORRUPT, "not a dossier file");
	unlink(scratch.path);
	assert_int_equal(mkdir(scratch.path, 0700), 0);
	assert_refused(&scratch, DOSSIER_CORRUPT, "not a dossier file");
	rmdir(scratch.path);
	scratch_end(&scratch);
}

/* reliability.md section 3, as SQLite itself answers. */
static void
test_settings_in_force(void **state)
{
	static const struct {
		const char *text;
		int64_t wanted;
	} settings[] = {
		{ "PRAGMA application_id", 0x646f7372 },
		{ "PRAGMA cell_size_check", 1 },
		{ "PRAGMA foreign_keys", 1 },
		{ "PRAGMA recursive_triggers", 1 },
		{ "PRAGMA secure_delete", 1 },
		{ "PRAGMA temp_store", 2 },
		{ "PRAGMA mmap_size", -1 },
		{ "PRAGMA synchronous", 3 },
		{ "PRAGMA busy_timeout", 30000 },
		{ "PRAGMA trusted_schema", 0 },
		{ "PRAGMA query_only", 0 },
	};
	struct scratch scratch;
	size_t i;
	int round;

	scratch_start(&scratch);
	for (round = 0; round < 2; round++) {
		for (i = 0; i < sizeof settings / sizeof settings[0]; i++) {
			int64_t is = scratch_int(&scratch, settings[i].text);

			if (is != settings[i].wanted && !(is == 0 &&
			    settings[i].wanted == -1))
				fail_msg("%s is %lld", settings[i].text,
				    (long long)is);
		}
		assert_string_equal(scratch_text(&scratch,
		    "PRAGMA journal_mode"), "truncate");
		assert_int_equal(scratch_int(&scratch,
		    "PRAGMA user_version"), ds_migration_count);
		scratch_reopen(&scratch);
	}
	scratch_end(&scratch);
}

static void
assert_forbidden(struct scratch *scratch, const char *text)
{
	struct ds_stmt *stmt = NULL;
	dossier_status status;

	status = ds_stmt_new(&stmt, scratch->store, text, NULL);
	if (status == DOSSIER_OK)
		status = ds_run(stmt, NULL);
	ds_stmt_free(stmt);
	if (status == DOSSIER_OK)
		fail_msg("allowed: %s", text);
}

static void
test_hostile_text_is_refused(void **state)
{
	struct ds_stmt *stmt;
	struct scratch scratch;

	scratch_start(&scratch);
	assert_forbidden(&scratch, "SELECT \"no such column\"");
	assert_forbidden(&scratch, "SELECT load_extension('x')");
	assert_forbidden(&scratch, "ATTACH ':memory:' AS other");
	assert_int_equal(ds_stmt_new(&stmt, scratch.store,
	    "PRAGMA writable_schema = ON", NULL), DOSSIER_OK);
	ds_run(stmt, NULL);
	ds_stmt_free(stmt);
	assert_forbidden(&scratch, "UPDATE sqlite_schema SET sql = 'x'");
	scratch_end(&scratch);
}

static void
test_reader_cannot_write(void **state)
{
	const struct ds_tx_meta meta = scratch_meta();
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct scratch scratch;

	scratch_start(&scratch);
	scratch_close(&scratch);
	scratch_ok(ds_store_open(&scratch.store, scratch.path, DS_STORE_READ,
	    NULL, &err), &err);
	assert_forbidden(&scratch, "INSERT INTO setting VALUES (1,1,'a','b')");
	assert_int_equal(scratch_int(&scratch, "PRAGMA query_only"), 1);
	if (ds_tx_begin(scratch.store, &meta, &err) == DOSSIER_OK)
		assert_int_equal(ds_tx_commit(scratch.store, &err),
		    DOSSIER_READ_ONLY);
	scratch_end(&scratch);
}

/* Half-way a migration fails: the file is as it was. */
static void
test_migration_is_whole_or_not(void **state)
{
	struct scratch scratch;
	char text[160];

	scratch_start(&scratch);
	scratch_close(&scratch);
	scratch_outside(scratch.path, "PRAGMA user_version = 0;"
	    "DROP TABLE txn; DROP TABLE event; DROP TABLE party");
	assert_int_not_equal(ds_store_open(&scratch.store, scratch.path,
	    DS_STORE_WRITE, NULL, NULL), DOSSIER_OK);
	snprintf(text, sizeof text, "CREATE TABLE txn(one); "
	    "CREATE TABLE event(two); DROP TABLE txn; DROP TABLE event; "
	    "PRAGMA user_version = %d", (int)ds_migration_count);
	scratch_outside(scratch.path, text);
	scratch_reopen(&scratch);
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM "
	    "sqlite_schema WHERE name IN ('txn', 'event', 'party')"), 0);
	scratch_end(&scratch);
}

static void
test_version_of_an_empty_file_is_brought_up(void **state)
{
	struct scratch_report report;
	struct scratch scratch;

	scratch_folder(&scratch);
	scratch_outside(scratch.path, "PRAGMA application_id = 1685025650");
	chmod(scratch.path, 0600);
	scratch_reopen(&scratch);
	assert_int_equal(scratch_int(&scratch, "PRAGMA user_version"),
	    ds_migration_count);
	assert_true(scratch_sound(&scratch, &report));
	scratch_end(&scratch);
}

static void
test_backup_is_private_and_whole(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_store *copy;
	struct scratch scratch;
	char path[80];

	scratch_start(&scratch);
	scratch_begin(&scratch);
	scratch_commit(&scratch);
	snprintf(path, sizeof path, "%s/copy.db", scratch.folder);
	scratch_ok(ds_store_backup(scratch.store, path, &err), &err);
	assert_int_equal(mode_of(path), 0600);
	scratch_ok(ds_store_open(&copy, path, DS_STORE_READ, NULL, &err),
	    &err);
	ds_store_close(copy);
	assert_int_equal(ds_store_backup(scratch.store, path, &err),
	    DOSSIER_EXISTS);
	unlink(path);
	strncat(path, "-journal", sizeof path - strlen(path) - 1);
	unlink(path);
	scratch_end(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_made_private),
		cmocka_unit_test(test_not_made_over_another),
		cmocka_unit_test(test_opened_through_a_linked_folder),
		cmocka_unit_test(test_refused_when_missing),
		cmocka_unit_test(test_refused_when_others_may_read),
		cmocka_unit_test(test_refused_when_newer),
		cmocka_unit_test(test_refused_when_of_another_program),
		cmocka_unit_test(test_refused_when_no_database),
		cmocka_unit_test(test_settings_in_force),
		cmocka_unit_test(test_hostile_text_is_refused),
		cmocka_unit_test(test_reader_cannot_write),
		cmocka_unit_test(test_migration_is_whole_or_not),
		cmocka_unit_test(test_version_of_an_empty_file_is_brought_up),
		cmocka_unit_test(test_backup_is_private_and_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
