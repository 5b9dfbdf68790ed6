/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Does a ground cover? Everything by a table: kinds of coverage, days,
 * birthdays, 29 February, who is not legally capable, purposes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/ground.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* As the law has it; the numbers are those of the national pack. */
static const struct ds_ground_rule rules[] = {
	{ .id = "jeugdhulp", .kind = "toestemming", .purpose = "jeugdhulp",
	    .special = true, .is_given = true, .youth_from = 16,
	    .before = "ouders" },
	{ .id = "overgang", .kind = "toestemming",
	    .purpose = "overgangsdocument", .special = true, .is_given = true,
	    .youth_from = 18, .needs_capable = true, .before = "ouders" },
	{ .id = "toestemming", .kind = "toestemming", .special = true,
	    .is_given = true, .youth_from = 16, .before = "ouders" },
	{ .id = "plicht", .kind = "wettelijke-plicht" }
};

static const struct ds_policy policy = { .rule_count = COUNT(rules),
	.rules = rules };

struct given {
	const char *what;
	const char *born;		/* NULL: not known */
	int capable;			/* 1, 0, −1 not known */
	const char *kind, *purpose, *by, *from, *until, *withdrawn;
	const char *asked;		/* purpose; NULL: any */
	bool special;
	const char *day;
	enum ds_coverage_of_ground wanted;
};

static void
set(struct ds_row *row, int field, const char *text)
{
	if (text != NULL)
		ds_row_set_text(row, field, text);
}

static struct ds_row
youth_of(const char *born, int capable)
{
	struct ds_row youth;

	ds_row_start(&youth, DS_YOUTH);
	set(&youth, DS_F_YOUTH_BIRTH_DATE, born);
	if (capable >= 0)
		ds_row_set_int(&youth, DS_F_YOUTH_CAPABLE, capable);
	return youth;
}

static struct ds_row
ground_of(const struct given *given)
{
	struct ds_row ground;

	ds_row_start(&ground, DS_GROUND);
	set(&ground, DS_F_GROUND_KIND, given->kind);
	set(&ground, DS_F_GROUND_PURPOSE, given->purpose);
	set(&ground, DS_F_GROUND_GIVEN_BY, given->by);
	set(&ground, DS_F_GROUND_FROM, given->from);
	set(&ground, DS_F_GROUND_UNTIL, given->until);
	set(&ground, DS_F_GROUND_WITHDRAWN, given->withdrawn);
	return ground;
}

#define YES "toestemming"
#define JAN "2026-01-01"

static const struct given table[] = {
	/* its own days */
	{ "before its first day", "2008-03-12", -1, YES, NULL, "jongere", JAN,
	    NULL, NULL, NULL, true, "2025-12-31", DS_GROUND_NOT_YET },
	{ "on its first day", "2008-03-12", -1, YES, NULL, "jongere", JAN,
	    NULL, NULL, NULL, true, JAN, DS_GROUND_COVERS },
	{ "on its last day", "2008-03-12", -1, YES, NULL, "jongere", JAN,
	    "2026-06-30", NULL, NULL, true, "2026-06-30", DS_GROUND_COVERS },
	{ "after its last day", "2008-03-12", -1, YES, NULL, "jongere", JAN,
	    "2026-06-30", NULL, NULL, true, "2026-07-01", DS_GROUND_ENDED },
	{ "the day before it is withdrawn", "2008-03-12", -1, YES, NULL,
	    "jongere", JAN, NULL, "2026-05-01", NULL, true, "2026-04-30",
	    DS_GROUND_COVERS },
	{ "on the very day it is withdrawn", "2008-03-12", -1, YES, NULL,
	    "jongere", JAN, NULL, "2026-05-01", NULL, true, "2026-05-01",
	    DS_GROUND_WITHDRAWN },
	{ "withdrawn goes before ended", "2008-03-12", -1, YES, NULL,
	    "jongere", JAN, "2026-03-31", "2026-03-01", NULL, true,
	    "2026-05-01", DS_GROUND_WITHDRAWN },
	/* what it carries */
	{ "a legal duty, ordinary data", "2008-03-12", -1,
	    "wettelijke-plicht", NULL, NULL, JAN, NULL, NULL, NULL, false,
	    JAN, DS_GROUND_COVERS },
	{ "a legal duty, health", "2008-03-12", -1, "wettelijke-plicht",
	    NULL, NULL, JAN, NULL, NULL, NULL, true, JAN,
	    DS_GROUND_NOT_SPECIAL },
	{ "a kind without a rule, ordinary data", "2008-03-12", -1,
	    "overeenkomst", NULL, NULL, JAN, NULL, NULL, NULL, false, JAN,
	    DS_GROUND_COVERS },
	{ "a kind without a rule, health", "2008-03-12", -1, "overeenkomst",
	    NULL, NULL, JAN, NULL, NULL, NULL, true, JAN,
	    DS_GROUND_NOT_SPECIAL },
	/* for what */
	{ "for another purpose", "2005-03-12", -1, YES, "jeugdhulp",
	    "jongere", JAN, NULL, NULL, "overgangsdocument", true, JAN,
	    DS_GROUND_OTHER_PURPOSE },
	{ "for this purpose", "2005-03-12", -1, YES, "overgangsdocument",
	    "jongere", JAN, NULL, NULL, "overgangsdocument", true, JAN,
	    DS_GROUND_COVERS },
	{ "without a purpose it is for any", "2005-03-12", -1, YES, NULL,
	    "jongere", JAN, NULL, NULL, "overgangsdocument", true, JAN,
	    DS_GROUND_COVERS },
	{ "asked for any purpose", "2005-03-12", -1, YES, "jeugdhulp",
	    "jongere", JAN, NULL, NULL, NULL, true, JAN, DS_GROUND_COVERS },
	/* who gave it */
	{ "nobody is said to have given it", "2008-03-12", -1, YES, NULL,
	    NULL, JAN, NULL, NULL, NULL, true, JAN, DS_GROUND_NO_GIVER },
	{ "without a birth date", NULL, -1, YES, NULL, "jongere", JAN, NULL,
	    NULL, NULL, true, JAN, DS_GROUND_NO_AGE },
	{ "parents at 15", "2010-06-01", -1, YES, NULL, "ouders", JAN, NULL,
	    NULL, NULL, true, JAN, DS_GROUND_COVERS },
	{ "the learner at 15", "2010-06-01", -1, YES, NULL, "jongere", JAN,
	    NULL, NULL, NULL, true, JAN, DS_GROUND_WRONG_GIVER },
	{ "a representative at 15", "2010-06-01", -1, YES, NULL,
	    "vertegenwoordiger", JAN, NULL, NULL, NULL, true, JAN,
	    DS_GROUND_COVERS },
	{ "a representative at 17", "2008-06-01", -1, YES, NULL,
	    "vertegenwoordiger", JAN, NULL, NULL, NULL, true, JAN,
	    DS_GROUND_WRONG_GIVER },
	/* birthdays: parents gave it at 15 */
	{ "the day before 16", "2010-06-01", -1, YES, NULL, "ouders", JAN,
	    NULL, NULL, NULL, true, "2026-05-31", DS_GROUND_COVERS },
	{ "on the 16th birthday", "2010-06-01", -1, YES, NULL, "ouders", JAN,
	    NULL, NULL, NULL, true, "2026-06-01", DS_GROUND_RENEW },
	{ "parents at 17 for the transition", "2008-06-01", -1, YES,
	    "overgangsdocument", "ouders", JAN, NULL, NULL, NULL, true,
	    "2026-05-31", DS_GROUND_COVERS },
	{ "of age since", "2008-06-01", -1, YES, "overgangsdocument",
	    "ouders", JAN, NULL, NULL, NULL, true, "2026-06-01",
	    DS_GROUND_RENEW },
	{ "of age and capable", "2008-06-01", 1, YES, "overgangsdocument",
	    "ouders", JAN, NULL, NULL, NULL, true, "2026-06-01",
	    DS_GROUND_RENEW },
	{ "of age, not capable", "2008-06-01", 0, YES, "overgangsdocument",
	    "ouders", JAN, NULL, NULL, NULL, true, "2026-06-01",
	    DS_GROUND_COVERS },
	{ "of age, not capable, gave it", "2005-06-01", 0, YES,
	    "overgangsdocument", "jongere", JAN, NULL, NULL, NULL, true, JAN,
	    DS_GROUND_WRONG_GIVER },
	{ "youth help does not ask for capable", "2005-06-01", 0, YES,
	    "jeugdhulp", "jongere", JAN, NULL, NULL, NULL, true, JAN,
	    DS_GROUND_COVERS },
	/* born on 29 February: 16 on 29 February 2024, 18 on 1 March 2026 */
	{ "born on 29 February, the day before 18", "2008-02-29", -1, YES,
	    "overgangsdocument", "ouders", JAN, NULL, NULL, NULL, true,
	    "2026-02-28", DS_GROUND_COVERS },
	{ "born on 29 February, 18 on 1 March", "2008-02-29", -1, YES,
	    "overgangsdocument", "ouders", JAN, NULL, NULL, NULL, true,
	    "2026-03-01", DS_GROUND_RENEW },
	/* the days go before who gave it */
	{ "ended and given by nobody", "2008-03-12", -1, YES, NULL, NULL, JAN,
	    "2026-02-28", NULL, NULL, true, "2026-03-01", DS_GROUND_ENDED }
};

static void
test_every_kind_of_coverage(void **state)
{
	enum ds_coverage_of_ground found;
	struct ds_row ground, youth;
	size_t i, wrong = 0;

	(void)state;
	for (i = 0; i < COUNT(table); i++) {
		ground = ground_of(&table[i]);
		youth = youth_of(table[i].born, table[i].capable);
		found = ds_ground_judge(&policy, &ground, &youth,
		    table[i].asked, table[i].special,
		    ds_day_from_iso(table[i].day));
		if (found == table[i].wanted)
			continue;
		print_error("%s: \"%s\", not \"%s\"\n", table[i].what,
		    ds_ground_reason(found),
		    ds_ground_reason(table[i].wanted));
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

/* Without any policy nothing but ordinary data is carried. */
static void
test_no_policy_carries_nothing_special(void **state)
{
	const struct given *given = &table[1];
	struct ds_row ground = ground_of(given);
	struct ds_row youth = youth_of(given->born, given->capable);

	(void)state;
	assert_int_equal(ds_ground_judge(NULL, &ground, &youth, NULL, true,
	    ds_day_from_iso(JAN)), DS_GROUND_NOT_SPECIAL);
	assert_int_equal(ds_ground_judge(NULL, &ground, &youth, NULL, false,
	    ds_day_from_iso(JAN)), DS_GROUND_COVERS);
}

static void
test_every_reason_is_a_sentence(void **state)
{
	int why;

	(void)state;
	for (why = DS_GROUND_COVERS; why <= DS_GROUND_RENEW; why++)
		assert_true(strlen(ds_ground_reason(
		    (enum ds_coverage_of_ground)why)) > 10);
}

/* ---- renewal ---- */

static const struct {
	const char *what, *born;
	int capable;
	const char *purpose, *by, *day, *wanted;	/* NULL: none */
} renewals[] = {
	{ "parents before 16", "2010-06-01", -1, NULL, "ouders", JAN,
	    "2026-06-01" },
	{ "on the birthday it is past", "2010-06-01", -1, NULL, "ouders",
	    "2026-06-01", NULL },
	{ "the learner gave it", "2008-06-01", -1, NULL, "jongere", JAN,
	    NULL },
	{ "transition, at 18", "2008-06-01", -1, "overgangsdocument",
	    "ouders", JAN, "2026-06-01" },
	{ "transition, not capable", "2008-06-01", 0, "overgangsdocument",
	    "ouders", JAN, NULL },
	{ "born on 29 February", "2008-02-29", -1, "overgangsdocument",
	    "ouders", JAN, "2026-03-01" },
	{ "without a birth date", NULL, -1, NULL, "ouders", JAN, NULL },
	{ "given by nobody", "2010-06-01", -1, NULL, NULL, JAN, NULL }
};

static void
test_the_birthday_that_asks_for_renewal(void **state)
{
	char text[DS_DAY_TEXT];
	struct ds_row ground, youth;
	dossier_day day;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(renewals); i++) {
		const struct given given = { .kind = YES,
		    .purpose = renewals[i].purpose, .by = renewals[i].by,
		    .from = "2025-09-01" };

		ground = ground_of(&given);
		youth = youth_of(renewals[i].born, renewals[i].capable);
		day = ds_ground_renewal(&policy, &ground, &youth,
		    ds_day_from_iso(renewals[i].day));
		if (ds_day_known(day) != (renewals[i].wanted != NULL) ||
		    (ds_day_known(day) && strcmp(ds_day_iso(day, text),
		    renewals[i].wanted) != 0))
			fail_msg("%s: %s", renewals[i].what,
			    ds_day_iso(day, text));
	}
}

static void
test_what_is_withdrawn_needs_no_renewal(void **state)
{
	const struct given given = { .kind = YES, .by = "ouders",
	    .from = "2025-09-01", .withdrawn = "2025-12-01" };
	struct ds_row ground = ground_of(&given);
	struct ds_row youth = youth_of("2010-06-01", -1);

	(void)state;
	assert_false(ds_day_known(ds_ground_renewal(&policy, &ground, &youth,
	    ds_day_from_iso(JAN))));
}

/* It ends first, so on the birthday there is nothing to renew. */
static void
test_what_ends_before_the_birthday_needs_no_renewal(void **state)
{
	struct given given = { .kind = YES, .by = "ouders",
	    .from = "2025-09-01", .until = "2026-05-31" };
	struct ds_row ground = ground_of(&given);
	struct ds_row youth = youth_of("2010-06-01", -1);

	(void)state;
	assert_false(ds_day_known(ds_ground_renewal(&policy, &ground, &youth,
	    ds_day_from_iso(JAN))));
	given.until = "2026-06-01";
	ground = ground_of(&given);
	assert_true(ds_day_known(ds_ground_renewal(&policy, &ground, &youth,
	    ds_day_from_iso(JAN))));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_kind_of_coverage),
		cmocka_unit_test(test_no_policy_carries_nothing_special),
		cmocka_unit_test(test_every_reason_is_a_sentence),
		cmocka_unit_test(test_the_birthday_that_asks_for_renewal),
		cmocka_unit_test(test_what_is_withdrawn_needs_no_renewal),
		cmocka_unit_test(
		    test_what_ends_before_the_birthday_needs_no_renewal)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
