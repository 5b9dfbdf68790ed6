/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A hand from outside changes the file with SQL of its own: each kind of
 * tampering is found, and what is wrong is named. One kind cannot be found
 * from the file alone, and the last test says so.
 */
#include "store/scratch.h"

static struct scratch scratch;

static struct ds_row
add_contact(const char *name)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row row;

	ds_row_start(&row, DS_CONTACT);
	ds_row_set_text(&row, DS_F_CONTACT_NAME, name);
	scratch_ok(ds_book_add(scratch.book, &row, &err), &err);
	return row;
}

static void
rename_contact(struct ds_row *row, const char *name, const char *reason)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row after = *row;

	ds_row_set_text(&after, DS_F_CONTACT_NAME, name);
	scratch_ok(ds_book_change(NULL, scratch.book, row, &after, reason,
	    &err), &err);
	*row = after;
}

/*
 * Els (1) stays, Jan (2) becomes Johan and Jan again, Piet (3) goes. Events:
 * 1-3 added, 4 Jan to Johan with a reason, 5 back to Jan, 6 Piet removed.
 */
static int
start(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row els, jan, piet;

	scratch_start(&scratch);
	scratch_begin(&scratch);
	els = add_contact("Els");
	jan = add_contact("Jan");
	piet = add_contact("Piet");
	assert_int_equal(els.id, 1);
	scratch_commit(&scratch);
	scratch_begin(&scratch);
	rename_contact(&jan, "Johan", "doopnaam");
	scratch_commit(&scratch);
	scratch_begin(&scratch);
	rename_contact(&jan, "Jan", NULL);
	scratch_ok(ds_book_remove(scratch.book, &piet, NULL, &err), &err);
	scratch_commit(&scratch);
	scratch_begin(&scratch);
	scratch_commit(&scratch);
	return 0;
}

static int
end(void **state)
{
	scratch_end(&scratch);
	return 0;
}

static void
tamper(const char *text)
{
	ds_book_close(scratch.book);
	ds_store_close(scratch.store);
	scratch.book = NULL;
	scratch.store = NULL;
	scratch_outside(scratch.path, text);
	scratch_reopen(&scratch);
}

static void
assert_found(const char *text, const char *words)
{
	struct scratch_report report;

	tamper(text);
	if (scratch_sound(&scratch, &report))
		fail_msg("not found: %s", text);
	if (strstr(report.first, words) == NULL)
		fail_msg("%s: says %s", text, report.first);
}

static void
assert_clean(void)
{
	struct scratch_report report;

	if (!scratch_sound(&scratch, &report))
		fail_msg("%s", report.first);
}

#define ROW "does not agree with its history"
#define STEP "the history does not fit at step"
#define OLD "an old version was altered"

static void
test_untouched(void **state)
{
	assert_clean();
}

static void
test_a_field_changed(void **state)
{
	assert_found("UPDATE contact SET name = 'Elsa' WHERE id = 1",
	    ROW ": contact 1");
	tamper("UPDATE contact SET name = 'Els' WHERE id = 1");
	assert_clean();
}

static void
test_unknown_is_not_empty(void **state)
{
	assert_found("UPDATE contact SET phone = '' WHERE id = 1",
	    ROW ": contact 1");
}

static void
test_a_row_deleted(void **state)
{
	assert_found("DELETE FROM contact WHERE id = 1",
	    "is missing, or not as its history says: contact 1");
}

static void
test_a_row_added(void **state)
{
	assert_found("INSERT INTO contact (id, event, name) "
	    "VALUES (9, 1, 'Els')", ROW ": contact 9");
}

static void
test_a_row_replaced_by_another(void **state)
{
	assert_found("UPDATE contact SET id = 9 WHERE id = 1",
	    ROW ": contact 9");
}

/* A removed record, put back with all that it had: still it was removed. */
static void
test_a_removed_row_put_back(void **state)
{
	assert_found("INSERT INTO contact (id, event, name) "
	    "VALUES (3, 3, 'Piet')", ROW ": contact 3");
}

/* An older version with its own event and digest is not the last one. */
static void
test_a_row_turned_back(void **state)
{
	assert_found("UPDATE contact SET name = 'Johan', event = 4 "
	    "WHERE id = 2", ROW ": contact 2");
}

/* Even where the value is the same, it is not that of the last event. */
static void
test_a_row_turned_back_to_the_same(void **state)
{
	assert_found("UPDATE contact SET event = 2 WHERE id = 2",
	    ROW ": contact 2");
}

static void
test_two_rows_swapped(void **state)
{
	assert_found("UPDATE contact SET id = 99 WHERE id = 1; "
	    "UPDATE contact SET id = 1 WHERE id = 2; "
	    "UPDATE contact SET id = 2 WHERE id = 99", ROW);
}

static void
test_an_event_changed(void **state)
{
	static const char *const texts[] = {
		"UPDATE event SET op = 2 WHERE id = 1",
		"UPDATE event SET op = 257 WHERE id = 1",
		"UPDATE event SET kind = 262 WHERE id = 1",
		"UPDATE event SET kind = 5 WHERE id = 1",
		"UPDATE event SET record = 7 WHERE id = 1",
		"UPDATE event SET prev = 1 WHERE id = 4",
		"UPDATE event SET prev = 0 WHERE id = 1",
		"UPDATE event SET digest = zeroblob(32) WHERE id = 1",
		"UPDATE event SET digest = zeroblob(0) WHERE id = 1",
		"UPDATE event SET reason = 'x' WHERE id = 4",
		"UPDATE event SET reason = NULL WHERE id = 4",
		"UPDATE event SET reason = '' WHERE id = 5",
		"UPDATE event SET txn = 2 WHERE id = 1",
		"UPDATE event SET txn = 9 WHERE id = 6",
		"UPDATE event SET id = 60 WHERE id = 6",
		"DELETE FROM event WHERE id = 1",
		"DELETE FROM event WHERE id = 6",
		"INSERT INTO event SELECT 7, txn, kind, record, op, prev, "
		"salt, digest, before, reason FROM event WHERE id = 6",
		NULL
	};
	int i;

	for (i = 0; texts[i] != NULL; i++) {
		assert_found(texts[i], "the history");
		end(NULL);
		start(NULL);
	}
}

static void
test_two_events_swapped(void **state)
{
	assert_found("UPDATE event SET id = 99 WHERE id = 1; "
	    "UPDATE event SET id = 1 WHERE id = 2; "
	    "UPDATE event SET id = 2 WHERE id = 99", STEP " 1");
}

static void
test_a_salt_changed(void **state)
{
	static const char *const texts[] = {
		"UPDATE event SET salt = zeroblob(16) WHERE id = 1",
		"UPDATE event SET salt = zeroblob(16) WHERE id = 2",
		"UPDATE event SET salt = NULL WHERE id = 3",
		"UPDATE event SET salt = zeroblob(16) WHERE id = 4",
		"UPDATE event SET salt = zeroblob(16) WHERE id = 6",
		"UPDATE event SET salt = zeroblob(15) WHERE id = 6",
		NULL
	};
	int i;

	for (i = 0; texts[i] != NULL; i++) {
		assert_found(texts[i], "");
		end(NULL);
		start(NULL);
	}
}

static void
test_an_old_version_changed(void **state)
{
	assert_found("UPDATE event SET before = replace(before, 'Piet', "
	    "'Karel') WHERE id = 6", OLD ": contact 3");
	end(NULL);
	start(NULL);
	assert_found("UPDATE event SET before = NULL WHERE id = 4",
	    OLD ": contact 2");
	end(NULL);
	start(NULL);
	assert_found("UPDATE event SET before = '{}' WHERE id = 1",
	    OLD ": contact 1");
}

static void
test_a_step_changed(void **state)
{
	static const char *const columns[] = { "at", "day", "name", "role",
	    "origin", "action", "object", "reason", "result", NULL };
	char text[100];
	int i;

	for (i = 0; columns[i] != NULL; i++) {
		snprintf(text, sizeof text, "UPDATE txn SET %s = "
		    "ifnull(%s, '') || 'x' WHERE id = 2", columns[i],
		    columns[i]);
		assert_found(text, STEP " 2");
		end(NULL);
		start(NULL);
	}
	assert_found("UPDATE txn SET actor = 2 WHERE id = 2", STEP " 2");
	end(NULL);
	start(NULL);
	assert_found("UPDATE txn SET actor = NULL WHERE id = 4", STEP " 4");
	end(NULL);
	start(NULL);
	assert_found("UPDATE txn SET undoes = 1 WHERE id = 4", STEP " 4");
	end(NULL);
	start(NULL);
	assert_found("UPDATE txn SET head = zeroblob(32) WHERE id = 4",
	    STEP " 4");
}

static void
test_a_step_gone(void **state)
{
	assert_found("DELETE FROM txn WHERE id = 2", STEP);
	end(NULL);
	start(NULL);
	assert_found("DELETE FROM txn WHERE id >= 3",
	    "events outside any step");
}

static void
test_the_tables_changed(void **state)
{
	static const char *const texts[] = {
		"DROP INDEX contact_name",
		"CREATE TABLE more (x)",
		"CREATE VIEW more AS SELECT 1",
		"CREATE TRIGGER more AFTER INSERT ON contact BEGIN "
		"DELETE FROM txn; END",
		"ALTER TABLE contact ADD COLUMN more TEXT",
		NULL
	};
	int i;

	for (i = 0; texts[i] != NULL; i++) {
		assert_found(texts[i], "tables are not those");
		end(NULL);
		start(NULL);
	}
}

/* A file that says it is older would be brought up to date over itself. */
static void
test_the_version_changed(void **state)
{
	struct scratch_report report;

	scratch_outside(scratch.path, "PRAGMA user_version = 0");
	assert_false(scratch_sound(&scratch, &report));
	assert_non_null(strstr(report.first, "tables are not those"));
	scratch_outside(scratch.path, "PRAGMA user_version = 1");
}

/*
 * The end cut off, and the rows brought back to what they were: that is the
 * store of an earlier day, and whole. Only a head that was noted elsewhere
 * (on a report, by a backup) shows that something is gone.
 */
static void
test_the_tail_cut_off_needs_a_noted_head(void **state)
{
	const char *noted = scratch_text(&scratch,
	    "SELECT hex(head) FROM txn ORDER BY id DESC LIMIT 1");

	tamper("DELETE FROM txn WHERE id >= 2; "
	    "DELETE FROM event WHERE txn >= 2; "
	    "UPDATE contact SET event = 2 WHERE id = 2; "
	    "INSERT INTO contact (id, event, name) VALUES (3, 3, 'Piet')");
	assert_clean();
	assert_string_not_equal(noted, scratch_text(&scratch,
	    "SELECT hex(head) FROM txn ORDER BY id DESC LIMIT 1"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_untouched),
		TEST(test_a_field_changed),
		TEST(test_unknown_is_not_empty),
		TEST(test_a_row_deleted),
		TEST(test_a_row_added),
		TEST(test_a_row_replaced_by_another),
		TEST(test_a_removed_row_put_back),
		TEST(test_a_row_turned_back),
		TEST(test_a_row_turned_back_to_the_same),
		TEST(test_two_rows_swapped),
		TEST(test_an_event_changed),
		TEST(test_two_events_swapped),
		TEST(test_a_salt_changed),
		TEST(test_an_old_version_changed),
		TEST(test_a_step_changed),
		TEST(test_a_step_gone),
		TEST(test_the_tables_changed),
		TEST(test_the_version_changed),
		TEST(test_the_tail_cut_off_needs_a_noted_head),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
