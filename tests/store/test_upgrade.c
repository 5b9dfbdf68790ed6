/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Stores of every older version, as that version's software left them, are
 * brought up to date by opening: whole, or not at all.
 */
#include "store/old.h"

#include <sys/mman.h>
#include <sys/wait.h>

#define NOBODY 65534

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
		cmocka_unit_test(test_two_at_once),
		cmocka_unit_test(test_a_file_that_cannot_be_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
