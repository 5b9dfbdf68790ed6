/* SPDX-License-Identifier: EUPL-1.2 */
/* Is there a name on every day? Days, not code, decide what is right. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "model/coverage.h"

enum { SCHOOL = 1, JOBCOACH = 2, MENTOR = 11, COACH = 12, STAND_IN = 13 };

static struct ds_arena arena;

static int
clean(void **state)
{
	ds_arena_free(&arena);
	return 0;
}

static dossier_day
day(const char *iso)
{
	return iso == NULL ? DOSSIER_NO_DAY : ds_day_from_iso(iso);
}

static struct ds_row
lead(int64_t party, int64_t contact, const char *from, const char *until)
{
	struct ds_row row;

	ds_row_start(&row, DS_LEAD);
	ds_row_set_int(&row, DS_F_LEAD_PARTY, party);
	if (contact != 0)
		ds_row_set_int(&row, DS_F_LEAD_CONTACT, contact);
	ds_row_set_day(&row, DS_F_LEAD_FROM, day(from), &arena);
	ds_row_set_day(&row, DS_F_LEAD_UNTIL, day(until), &arena);
	return row;
}

static struct ds_row
role(int64_t party, int64_t contact, const char *what, const char *from,
    const char *until)
{
	struct ds_row row;

	ds_row_start(&row, DS_CONTACT_ROLE);
	ds_row_set_int(&row, DS_F_ROLE_PARTY, party);
	ds_row_set_int(&row, DS_F_ROLE_CONTACT, contact);
	ds_row_set_text(&row, DS_F_ROLE_ROLE, what);
	ds_row_set_day(&row, DS_F_ROLE_FROM, day(from), &arena);
	ds_row_set_day(&row, DS_F_ROLE_UNTIL, day(until), &arena);
	return row;
}

static struct ds_coverage
cover(const char *from, const char *until, const struct ds_row *leads,
    size_t lead_count, const struct ds_row *roles, size_t role_count)
{
	struct ds_span window = { day(from), day(until) };
	struct ds_coverage coverage;

	assert_int_equal(ds_coverage_of(&coverage, &arena, window, leads,
	    lead_count, roles, role_count, 0, NULL), DOSSIER_OK);
	return coverage;
}

static void
assert_span(struct ds_span span, const char *from, const char *until)
{
	char text[DS_DAY_TEXT];

	assert_string_equal(ds_day_iso(span.from, text), from);
	assert_string_equal(ds_day_iso(span.until, text), until);
}

/* DESIGN idea 5: the hole of 61 days, as the tool shows it in March. */
static void
test_aftercare_ends_before_the_jobcoach(void **state)
{
	const struct ds_row leads[] = {
		lead(JOBCOACH, COACH, "2026-10-01", NULL),
		lead(SCHOOL, MENTOR, NULL, "2026-07-31")
	};
	const struct ds_row roles[] = {
		role(SCHOOL, MENTOR, "mentor", NULL, NULL),
		role(JOBCOACH, COACH, "jobcoach", NULL, NULL)
	};
	struct ds_coverage c = cover("2026-03-10", "2026-10-01", leads, 2,
	    roles, 2);

	assert_int_equal(c.nobody.days, 61);
	assert_int_equal(c.nobody.count, 1);
	assert_span(c.nobody.spans[0], "2026-08-01", "2026-09-30");
	assert_int_equal(c.no_person.days, 0);
	assert_int_equal(c.twice.days, 0);
	assert_ptr_equal(c.ends_first, &leads[1]);
	assert_false(ds_day_known(c.name_until));
}

static void
test_nobody_and_no_person_are_two_counts(void **state)
{
	const struct ds_row leads[] = {
		lead(SCHOOL, MENTOR, "2026-01-01", "2026-03-31"),
		lead(JOBCOACH, 0, "2026-05-01", NULL)
	};
	/* The mentor leaves on 28 February; nobody works at the jobcoach's. */
	const struct ds_row roles[] = {
		role(SCHOOL, MENTOR, "mentor", NULL, "2026-02-28"),
		role(JOBCOACH, COACH, "jobcoach", NULL, NULL)
	};
	struct ds_coverage c = cover("2026-01-01", "2026-05-31", leads, 2,
	    roles, 2);

	assert_int_equal(c.nobody.days, 30);
	assert_int_equal(c.no_person.count, 2);
	assert_int_equal(c.no_person.days, 31 + 31);
	assert_span(c.no_person.spans[0], "2026-03-01", "2026-03-31");
	assert_span(c.no_person.spans[1], "2026-05-01", "2026-05-31");
	assert_span((struct ds_span){ c.name_until, c.name_until },
	    "2026-02-28", "2026-02-28");
}

static void
test_a_stand_in_is_a_name(void **state)
{
	const struct ds_row leads[] = {
		lead(SCHOOL, MENTOR, "2026-01-01", NULL)
	};
	const struct ds_row roles[] = {
		role(SCHOOL, MENTOR, "mentor", NULL, "2026-02-28"),
		role(SCHOOL, STAND_IN, "vervanger", "2026-03-01",
		    "2026-03-31"),
		/* Somebody else's colleague is no stand-in. */
		role(SCHOOL, COACH, "mentor", NULL, NULL),
		role(JOBCOACH, STAND_IN, "vervanger", NULL, NULL)
	};
	struct ds_coverage c = cover("2026-01-01", "2026-04-30", leads, 1,
	    roles, 4);

	assert_int_equal(c.nobody.days, 0);
	assert_int_equal(c.no_person.days, 30);
	assert_span(c.no_person.spans[0], "2026-04-01", "2026-04-30");
	assert_null(c.ends_first);
}

static void
test_a_party_answers_for_a_lead_without_a_contact(void **state)
{
	const struct ds_row leads[] = {
		lead(SCHOOL, 0, "2026-01-01", NULL)
	};
	const struct ds_row roles[] = {
		role(SCHOOL, COACH, "contactpersoon", "2026-01-11", NULL)
	};
	struct ds_coverage c = cover("2026-01-01", "2026-01-31", leads, 1,
	    roles, 1);

	assert_int_equal(c.no_person.days, 10);
	assert_false(ds_day_known(c.name_until));
}

static void
test_a_role_for_another_school_does_not_answer(void **state)
{
	struct ds_span window = { day("2026-01-01"), day("2026-01-31") };
	const struct ds_row leads[] = {
		lead(JOBCOACH, COACH, NULL, NULL)
	};
	struct ds_row roles[] = {
		role(JOBCOACH, STAND_IN, "vervanger", NULL, NULL)
	};
	struct ds_coverage c;

	ds_row_set_int(&roles[0], DS_F_ROLE_ABOUT, SCHOOL);
	assert_int_equal(ds_coverage_of(&c, &arena, window, leads, 1, roles,
	    1, SCHOOL, NULL), DOSSIER_OK);
	assert_int_equal(c.no_person.days, 0);
	assert_int_equal(ds_coverage_of(&c, &arena, window, leads, 1, roles,
	    1, 99, NULL), DOSSIER_OK);
	assert_int_equal(c.no_person.days, 31);
}

static void
test_two_at_once(void **state)
{
	const struct ds_row leads[] = {
		lead(SCHOOL, 0, "2026-01-01", "2026-08-14"),
		lead(JOBCOACH, 0, "2026-08-01", "2026-12-31")
	};
	struct ds_coverage c = cover("2026-01-01", "2026-12-31", leads, 2,
	    NULL, 0);

	assert_int_equal(c.twice.days, 14);
	assert_span(c.twice.spans[0], "2026-08-01", "2026-08-14");
	assert_int_equal(c.nobody.days, 0);
	assert_int_equal(c.no_person.days, 365);
	assert_ptr_equal(c.ends_first, &leads[0]);
	/* No day had a name: the last one lies before the window. */
	assert_span((struct ds_span){ c.name_until, c.name_until },
	    "2025-12-31", "2025-12-31");
}

static void
test_nothing_known(void **state)
{
	struct ds_coverage c = cover("2026-01-01", "2026-01-31", NULL, 0,
	    NULL, 0);

	assert_int_equal(c.nobody.days, 31);
	assert_int_equal(c.no_person.days, 0);
	assert_null(c.ends_first);
}

static void
test_no_memory(void **state)
{
	struct ds_span window = { day("2026-01-01"), day("2026-12-31") };
	const struct ds_row leads[] = {
		lead(SCHOOL, 0, "2026-02-01", "2026-08-14")
	};
	struct ds_arena lists = {0};
	struct ds_coverage c;
	dossier_status status;
	unsigned long n;

	for (n = 1;; n++) {
		ds_mem_fail_at(n);
		status = ds_coverage_of(&c, &lists, window, leads, 1, NULL, 0,
		    0, NULL);
		if (!ds_mem_failed())
			break;
		assert_int_equal(status, DOSSIER_NO_MEMORY);
	}
	ds_mem_fail_at(0);
	ds_arena_free(&lists);
	assert_int_equal(status, DOSSIER_OK);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(
		    test_aftercare_ends_before_the_jobcoach, clean),
		cmocka_unit_test_teardown(
		    test_nobody_and_no_person_are_two_counts, clean),
		cmocka_unit_test_teardown(test_a_stand_in_is_a_name, clean),
		cmocka_unit_test_teardown(
		    test_a_party_answers_for_a_lead_without_a_contact, clean),
		cmocka_unit_test_teardown(
		    test_a_role_for_another_school_does_not_answer, clean),
		cmocka_unit_test_teardown(test_two_at_once, clean),
		cmocka_unit_test_teardown(test_nothing_known, clean),
		cmocka_unit_test_teardown(test_no_memory, clean)
	};

	return cmocka_run_group_tests_name("model.coverage", tests, NULL,
	    NULL);
}
