/* SPDX-License-Identifier: EUPL-1.2 */
/* Dated state of one youth: a new record closes the one before it. */
#include "store/scratch.h"

static struct scratch scratch;

static void
add(struct ds_row *row)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	scratch_ok(ds_book_add(scratch.book, row, &err), &err);
}

/* Two youths and two parties, in a transaction that goes on. */
static int
start(void **state)
{
	static const char *const refs[] = { "A", "B" };
	struct ds_row row;
	int i;

	scratch_start(&scratch);
	scratch_begin(&scratch);
	for (i = 0; i < 2; i++) {
		ds_row_start(&row, DS_YOUTH);
		ds_row_set_text(&row, DS_F_YOUTH_REF, refs[i]);
		ds_row_set_text(&row, DS_F_YOUTH_OPENED_ON, "2025-08-01");
		add(&row);
		ds_row_start(&row, DS_PARTY);
		ds_row_set_text(&row, DS_F_PARTY_CODE, refs[i]);
		ds_row_set_text(&row, DS_F_PARTY_KIND, "school");
		add(&row);
	}
	return 0;
}

static int
end(void **state)
{
	scratch_end(&scratch);
	return 0;
}

static struct ds_row
lead(int64_t youth, int64_t party, const char *from, const char *until)
{
	struct ds_row row;

	ds_row_start(&row, DS_LEAD);
	ds_row_set_int(&row, DS_F_LEAD_YOUTH, youth);
	ds_row_set_int(&row, DS_F_LEAD_PARTY, party);
	ds_row_set_text(&row, DS_F_LEAD_FROM, from);
	ds_row_set_text(&row, DS_F_LEAD_UNTIL, until);
	return row;
}

static void
succeed(int64_t youth, int64_t party, const char *from, const char *until,
    dossier_status wanted)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row row = lead(youth, party, from, until);
	bool fits = false;

	scratch_ok(ds_book_fits(&fits, scratch.book, &row, &err), &err);
	assert_int_equal(fits, wanted == DOSSIER_OK);
	assert_int_equal(ds_book_succeed(scratch.book, &row, &err), wanted);
	assert_int_equal(err.status, wanted);
}

/* The lane of the first youth as "from/until;…". */
static void
assert_lane(const char *wanted)
{
	assert_string_equal(scratch_text(&scratch, "SELECT "
	    "group_concat(party || ':' || ifnull(\"from\", '') || '/' || "
	    "ifnull(until, ''), ';') FROM (SELECT * FROM lead "
	    "WHERE youth = 1 ORDER BY ifnull(\"from\", ''))"), wanted);
}

static void
test_closes_the_last(void **state)
{
	struct scratch_report report;

	succeed(1, 1, "2025-08-01", NULL, DOSSIER_OK);
	succeed(2, 1, "2027-01-01", NULL, DOSSIER_OK);
	succeed(1, 2, "2026-03-01", NULL, DOSSIER_OK);
	assert_lane("1:2025-08-01/2026-02-28;2:2026-03-01/");
	scratch_commit(&scratch);
	assert_true(scratch_sound(&scratch, &report));
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM event "
	    "WHERE kind = 16 AND op = 2"), 1);
}

static void
test_open_start_is_closed_too(void **state)
{
	struct ds_row row = lead(1, 1, NULL, NULL);

	add(&row);
	succeed(1, 2, "2026-03-01", NULL, DOSSIER_OK);
	assert_lane("1:/2026-02-28;2:2026-03-01/");
}

static void
test_refuses_an_overlap(void **state)
{
	succeed(1, 1, "2026-03-01", NULL, DOSSIER_OK);
	succeed(1, 2, "2026-03-01", NULL, DOSSIER_CONFLICT);
	succeed(1, 2, "2026-02-01", NULL, DOSSIER_CONFLICT);
	succeed(1, 2, "2026-02-01", "2026-03-01", DOSSIER_CONFLICT);
	assert_lane("1:2026-03-01/");
}

/* What has ended before a later record begins does not overlap it. */
static void
test_before_a_later_one(void **state)
{
	succeed(1, 1, "2026-03-01", NULL, DOSSIER_OK);
	succeed(1, 2, "2026-02-01", "2026-02-28", DOSSIER_OK);
	assert_lane("2:2026-02-01/2026-02-28;1:2026-03-01/");
}

static void
test_leaves_what_had_ended(void **state)
{
	succeed(1, 1, "2025-08-01", "2025-12-31", DOSSIER_OK);
	succeed(1, 2, "2026-03-01", NULL, DOSSIER_OK);
	assert_lane("1:2025-08-01/2025-12-31;2:2026-03-01/");
}

static void
test_shortens_what_would_end_later(void **state)
{
	succeed(1, 1, "2025-08-01", "2026-07-31", DOSSIER_OK);
	succeed(1, 2, "2026-03-01", NULL, DOSSIER_OK);
	assert_lane("1:2025-08-01/2026-02-28;2:2026-03-01/");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_closes_the_last, start,
		    end),
		cmocka_unit_test_setup_teardown(
		    test_open_start_is_closed_too, start, end),
		cmocka_unit_test_setup_teardown(test_refuses_an_overlap,
		    start, end),
		cmocka_unit_test_setup_teardown(test_before_a_later_one,
		    start, end),
		cmocka_unit_test_setup_teardown(test_leaves_what_had_ended,
		    start, end),
		cmocka_unit_test_setup_teardown(
		    test_shortens_what_would_end_later, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
