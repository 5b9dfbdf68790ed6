/* SPDX-License-Identifier: EUPL-1.2 */
/* The book: what is written comes back, and leaves its event. */
#include "store/scratch.h"

static struct scratch scratch;

static int
start(void **state)
{
	scratch_start(&scratch);
	scratch_begin(&scratch);
	return 0;
}

static int
end(void **state)
{
	scratch_end(&scratch);
	return 0;
}

static struct ds_row
add_party(const char *code)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row row;

	ds_row_start(&row, DS_PARTY);
	ds_row_set_text(&row, DS_F_PARTY_CODE, code);
	ds_row_set_text(&row, DS_F_PARTY_KIND, "school");
	scratch_ok(ds_book_add(scratch.book, &row, &err), &err);
	return row;
}

static struct ds_row
read_party(int64_t id)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row row;

	scratch_ok(ds_book_read(&row, &scratch.arena, scratch.book, DS_PARTY,
	    id, &err), &err);
	return row;
}

static void
assert_sound(void)
{
	struct scratch_report report;

	if (!scratch_sound(&scratch, &report))
		fail_msg("%s", report.first);
}

static void
test_add_and_read(void **state)
{
	struct ds_row first = add_party("02QZ00"), second = add_party("0344");
	struct ds_row back = read_party(first.id);

	assert_int_equal(first.id, 1);
	assert_int_equal(second.id, 2);
	assert_int_equal(back.event, first.event);
	assert_string_equal(ds_row_text(&back, DS_F_PARTY_CODE), "02QZ00");
	assert_false(ds_row_has(&back, DS_F_PARTY_NAME));
	assert_int_equal(ds_book_read(&back, &scratch.arena, scratch.book,
	    DS_PARTY, 3, NULL), DOSSIER_NOT_FOUND);
	scratch_commit(&scratch);
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM event "
	    "WHERE kind = 5 AND op = 1 AND prev IS NULL AND before IS NULL "
	    "AND txn = 1"), 2);
	assert_sound();
}

static void
test_add_refuses(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row row;

	ds_row_start(&row, DS_PARTY);
	ds_row_set_text(&row, DS_F_PARTY_CODE, "x");
	assert_int_equal(ds_book_add(scratch.book, &row, &err),
	    DOSSIER_INVALID);
	assert_non_null(strstr(err.message, "missing"));
	add_party("02QZ00");
	ds_row_set_text(&row, DS_F_PARTY_CODE, "02QZ00");
	ds_row_set_text(&row, DS_F_PARTY_KIND, "school");
	assert_int_equal(ds_book_add(scratch.book, &row, NULL),
	    DOSSIER_CONFLICT);
	/* A reference to nobody. */
	ds_row_start(&row, DS_LEAD);
	ds_row_set_int(&row, DS_F_LEAD_YOUTH, 99);
	ds_row_set_int(&row, DS_F_LEAD_PARTY, 1);
	assert_int_equal(ds_book_add(scratch.book, &row, NULL),
	    DOSSIER_CONFLICT);
}

static void
test_change(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row before = add_party("02QZ00"), after = before;
	bool changed = true;

	scratch_ok(ds_book_change(&changed, scratch.book, &before, &after,
	    "niets", &err), &err);
	assert_false(changed);
	assert_int_equal(after.event, before.event);
	ds_row_set_text(&after, DS_F_PARTY_NAME, "De Brug");
	scratch_ok(ds_book_change(&changed, scratch.book, &before, &after,
	    "nieuw", &err), &err);
	assert_true(changed);
	assert_true(after.event > before.event);
	scratch_commit(&scratch);
	before = read_party(1);
	assert_string_equal(ds_row_text(&before, DS_F_PARTY_NAME), "De Brug");
	assert_int_equal(before.event, after.event);
	assert_string_equal(scratch_text(&scratch, "SELECT before || reason "
	    "|| prev FROM event WHERE op = 2"),
	    "{\"code\":\"02QZ00\",\"kind\":\"school\"}nieuw1");
	assert_sound();
	/* A change may not take away what a record needs. */
	scratch_begin(&scratch);
	after = before;
	ds_row_clear(&after, DS_F_PARTY_KIND);
	assert_int_equal(ds_book_change(NULL, scratch.book, &before, &after,
	    NULL, NULL), DOSSIER_INVALID);
}

static void
test_remove_and_back(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row row = add_party("02QZ00"), next, old;

	add_party("0344");
	scratch_commit(&scratch);
	scratch_begin(&scratch);
	scratch_ok(ds_book_remove(scratch.book, &row, "fout", &err), &err);
	assert_int_equal(ds_book_read(&next, &scratch.arena, scratch.book,
	    DS_PARTY, row.id, NULL), DOSSIER_NOT_FOUND);
	scratch_commit(&scratch);
	assert_sound();
	/* It comes back under its own number, as the history knew it. */
	scratch_begin(&scratch);
	scratch_ok(ds_row_from_image(&old, &scratch.arena, DS_PARTY, row.id,
	    scratch_text(&scratch, "SELECT before FROM event WHERE op = 3"),
	    &err), &err);
	old.event = scratch_int(&scratch,
	    "SELECT id FROM event WHERE op = 3");
	scratch_ok(ds_book_add(scratch.book, &old, &err), &err);
	scratch_commit(&scratch);
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM event "
	    "WHERE op = 1 AND prev = 3 AND record = 1"), 1);
	assert_sound();
}

/* The number of a record that was removed is never another's. */
static void
test_numbers_are_used_once(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row row, last;
	int64_t number;

	add_party("a");
	last = add_party("b");
	scratch_ok(ds_book_remove(scratch.book, &last, NULL, &err), &err);
	row = add_party("c");
	assert_int_equal(row.id, 3);
	scratch_ok(ds_book_remove(scratch.book, &row, NULL, &err), &err);
	scratch_commit(&scratch);
	scratch_reopen(&scratch);
	scratch_begin(&scratch);
	scratch_ok(ds_book_number(&number, scratch.book, DS_PARTY, &err),
	    &err);
	assert_int_equal(number, 4);
	row = add_party("d");
	assert_int_equal(row.id, 5);
}

static void
test_remove_what_is_used(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row party = add_party("02QZ00"), contact, role;

	ds_row_start(&contact, DS_CONTACT);
	ds_row_set_text(&contact, DS_F_CONTACT_NAME, "Els");
	scratch_ok(ds_book_add(scratch.book, &contact, &err), &err);
	ds_row_start(&role, DS_CONTACT_ROLE);
	ds_row_set_int(&role, DS_F_ROLE_CONTACT, contact.id);
	ds_row_set_int(&role, DS_F_ROLE_PARTY, party.id);
	ds_row_set_text(&role, DS_F_ROLE_ROLE, "mentor");
	scratch_ok(ds_book_add(scratch.book, &role, &err), &err);
	assert_int_equal(ds_book_remove(scratch.book, &party, NULL, NULL),
	    DOSSIER_CONFLICT);
}

static void
test_list(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row *rows, contact;
	size_t count;
	int i;

	for (i = 0; i < 40; i++) {
		char code[8];

		snprintf(code, sizeof code, "p%d", i);
		add_party(code);
	}
	scratch_ok(ds_book_list(&rows, &count, &scratch.arena, scratch.book,
	    DS_PARTY, -1, 0, &err), &err);
	assert_int_equal(count, 40);
	for (i = 0; i < 40; i++)
		assert_int_equal(rows[i].id, i + 1);
	assert_string_equal(ds_row_text(&rows[39], DS_F_PARTY_CODE), "p39");
	scratch_ok(ds_book_list(&rows, &count, &scratch.arena, scratch.book,
	    DS_CONTACT_ROLE, DS_F_ROLE_PARTY, 3, &err), &err);
	assert_int_equal(count, 0);
	ds_row_start(&contact, DS_CONTACT);
	ds_row_set_text(&contact, DS_F_CONTACT_NAME, "Els");
	for (i = 0; i < 3; i++) {
		struct ds_row role;

		contact.id = 0;
		scratch_ok(ds_book_add(scratch.book, &contact, &err), &err);
		ds_row_start(&role, DS_CONTACT_ROLE);
		ds_row_set_int(&role, DS_F_ROLE_CONTACT, contact.id);
		ds_row_set_int(&role, DS_F_ROLE_PARTY, i == 1 ? 4 : 3);
		ds_row_set_text(&role, DS_F_ROLE_ROLE, "mentor");
		scratch_ok(ds_book_add(scratch.book, &role, &err), &err);
	}
	scratch_ok(ds_book_list(&rows, &count, &scratch.arena, scratch.book,
	    DS_CONTACT_ROLE, DS_F_ROLE_PARTY, 3, &err), &err);
	assert_int_equal(count, 2);
	assert_int_equal(rows[1].id, 3);
}

static dossier_status
stop_at_two(const struct ds_row *row, void *payload, dossier_error *err)
{
	(void)err;
	++*(int *)payload;
	return row->id == 2 ? DOSSIER_AMBIGUOUS : DOSSIER_OK;
}

static void
test_each_stops(void **state)
{
	int seen = 0;

	add_party("a");
	add_party("b");
	add_party("c");
	assert_int_equal(ds_book_each(scratch.book, DS_PARTY, -1, 0,
	    stop_at_two, &seen, NULL), DOSSIER_AMBIGUOUS);
	assert_int_equal(seen, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_add_and_read, start,
		    end),
		cmocka_unit_test_setup_teardown(test_add_refuses, start, end),
		cmocka_unit_test_setup_teardown(test_change, start, end),
		cmocka_unit_test_setup_teardown(test_remove_and_back, start,
		    end),
		cmocka_unit_test_setup_teardown(test_numbers_are_used_once,
		    start, end),
		cmocka_unit_test_setup_teardown(test_remove_what_is_used,
		    start, end),
		cmocka_unit_test_setup_teardown(test_list, start, end),
		cmocka_unit_test_setup_teardown(test_each_stops, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
