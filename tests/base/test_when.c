/* SPDX-License-Identifier: EUPL-1.2 */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/when.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static dossier_day
day(const char *iso)
{
	dossier_day known = ds_day_from_iso(iso);

	assert_true(ds_day_known(known));
	return known;
}

static struct ds_period
period(const char *text)
{
	struct ds_period parsed;

	assert_int_equal(ds_period_parse(&parsed, text, NULL), DOSSIER_OK);
	return parsed;
}

static void
assert_day(dossier_day actual, const char *iso)
{
	char text[DS_DAY_TEXT];

	assert_string_equal(ds_day_iso(actual, text), iso);
}

/* ---- the calendar ---- */

static int
days_in_month(int year, int month)
{
	if (month == 2)
		return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) ?
		    29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ?
	    30 : 31;
}

static void
assert_comes_back(dossier_day made, int y, int m, int d)
{
	char text[DS_DAY_TEXT];
	dossier_day parsed;
	int year, month, mday;

	assert_true(ds_day_exists(y, m, d));
	assert_int_equal(ds_day_of(y, m, d).number, made.number);
	ds_day_civil(made, &year, &month, &mday);
	assert_true(year == y && month == m && mday == d);
	ds_day_iso(made, text);
	assert_int_equal(ds_day_from_iso(text).number, made.number);
	assert_int_equal(dossier_day_parse(&parsed, text, NULL), DOSSIER_OK);
	assert_int_equal(parsed.number, made.number);
	ds_day_text(made, DOSSIER_DUTCH, text);
	assert_int_equal(dossier_day_parse(&parsed, text, NULL), DOSSIER_OK);
	assert_int_equal(parsed.number, made.number);
}

static void
every_day_comes_back(void **state)
{
	dossier_day made = { -25567 };	/* 1900-01-01 */
	int y, m, d;

	(void)state;
	for (y = 1900; y <= 2100; y++)
		for (m = 1; m <= 12; m++)
			for (d = 1; d <= days_in_month(y, m); d++) {
				assert_comes_back(made, y, m, d);
				made.number++;
			}
}

static void
days_have_edges(void **state)
{
	(void)state;
	assert_true(ds_day_exists(1600, 1, 1));
	assert_true(ds_day_exists(2999, 12, 31));
	assert_false(ds_day_exists(1599, 12, 31));
	assert_false(ds_day_exists(3000, 1, 1));
	assert_false(ds_day_exists(2026, 2, 29));
	assert_false(ds_day_exists(1900, 2, 29));
	assert_true(ds_day_exists(2000, 2, 29));
	assert_false(ds_day_exists(2026, 0, 1));
	assert_false(ds_day_exists(2026, 13, 1));
	assert_false(ds_day_exists(2026, 1, 0));
	assert_int_equal(ds_day_of(1970, 1, 1).number, 0);
	assert_day(ds_day_of(1600, 1, 1), "1600-01-01");
	assert_day(ds_day_of(2999, 12, 31), "2999-12-31");
	assert_day(ds_day_add(day("2026-12-31"), 1), "2027-01-01");
	assert_day(ds_day_add(day("2024-03-01"), -1), "2024-02-29");
	assert_day(ds_day_add(day("2999-12-31"), INT_MAX), "2999-12-31");
	assert_day(ds_day_add(day("1600-01-01"), INT_MIN), "1600-01-01");
	assert_false(ds_day_known(ds_day_add(DOSSIER_NO_DAY, 1)));
}

static void
days_are_shown_in_the_readers_way(void **state)
{
	char text[DS_DAY_TEXT];
	dossier_day shown = day("2026-08-03");

	(void)state;
	assert_string_equal(ds_day_text(shown, DOSSIER_DUTCH, text),
	    "03-08-2026");
	assert_string_equal(ds_day_text(shown, DOSSIER_ENGLISH, text),
	    "2026-08-03");
	assert_string_equal(ds_day_text(DOSSIER_NO_DAY, DOSSIER_DUTCH, text),
	    "");
	assert_string_equal(ds_day_iso(DOSSIER_NO_DAY, text), "");
}

static void
stored_days_are_strict(void **state)
{
	static const char *const bad[] = {
		"", "2026-8-03", "03-08-2026", "20260803", "2026-08-03 ",
		"2026-08-032", "2026/08/03", "2026-02-30", "+026-08-03",
		"0000-00-00", "3000-01-01"
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++)
		assert_false(ds_day_known(ds_day_from_iso(bad[i])));
}

/* ---- days as people write them ---- */

static void
people_write_days_in_four_ways(void **state)
{
	static const char *const same[] = {
		"2026-08-03", "20260803", "03-08-2026", "3-8-2026",
		"03/08/2026", "3/8/2026", "03.08.2026", "3.8.2026",
		"2026/08/03", "3-08-2026"
	};
	dossier_day parsed;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(same); i++) {
		assert_int_equal(dossier_day_parse(&parsed, same[i], NULL),
		    DOSSIER_OK);
		assert_day(parsed, "2026-08-03");
	}
}

static void
assert_refused(const char *text, const char *why)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_day parsed = { 7 };

	assert_int_equal(dossier_day_parse(&parsed, text, &err),
	    DOSSIER_INVALID);
	assert_int_equal(parsed.number, 7);
	assert_non_null(strstr(err.message, why));
	assert_non_null(strstr(err.advice, "31-08-2026"));
}

static void
a_refused_day_says_why(void **state)
{
	(void)state;
	assert_refused("03-08-26", "two digits");
	assert_refused("3/8/26", "two digits");
	assert_refused("26-08-03", "two digits");
	assert_refused("31-04-2026", "does not exist");
	assert_refused("29-02-2026", "does not exist");
	assert_refused("08/31/2026", "does not exist");
	assert_refused("20260230", "does not exist");
	assert_refused("01-01-1599", "between 1600 and 2999");
	assert_refused("", "is not a day");
	assert_refused("gisteren", "is not a day");
	assert_refused("3-8/2026", "is not a day");
	assert_refused("2026-8-3", "is not a day");
	assert_refused("3-8-2026 ", "is not a day");
	assert_refused("3-8-", "is not a day");
	assert_refused("3-8-02026", "is not a day");
	assert_refused("46235", "is not a day");
	assert_refused("-3-8-2026", "is not a day");
	assert_refused("3 aug 2026", "is not a day");
}

static void
a_long_text_is_quoted_in_part(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_day parsed;

	(void)state;
	/* The cut falls in the middle of a letter of two bytes. */
	assert_int_equal(dossier_day_parse(&parsed, "1234567890123456789"
	    "01234567890123456789\xC3\xAB enzovoort", &err),
	    DOSSIER_INVALID);
	assert_string_equal(err.message, "\"123456789012345678901234567890"
	    "123456789\" is not a day.");
}

/* ---- years ---- */

static void
birthdays(void **state)
{
	dossier_day leap = day("2008-02-29"), plain = day("2008-07-17");

	(void)state;
	assert_int_equal(ds_age(leap, day("2026-02-28")), 17);
	assert_int_equal(ds_age(leap, day("2026-03-01")), 18);
	assert_int_equal(ds_age(leap, day("2028-02-28")), 19);
	assert_int_equal(ds_age(leap, day("2028-02-29")), 20);
	assert_int_equal(ds_age(plain, day("2026-07-16")), 17);
	assert_int_equal(ds_age(plain, day("2026-07-17")), 18);
	assert_int_equal(ds_age(plain, plain), 0);
	assert_day(ds_birthday(leap, 18), "2026-03-01");
	assert_day(ds_birthday(leap, 20), "2028-02-29");
	assert_day(ds_birthday(plain, 27), "2035-07-17");
	assert_day(ds_birthday(plain, INT_MAX), "2999-12-31");
	assert_false(ds_day_known(ds_birthday(DOSSIER_NO_DAY, 18)));
}

/* On the day that a birthday falls, the age is reached; never before. */
static void
age_and_birthday_agree(void **state)
{
	dossier_day birth, reached;
	int years;

	(void)state;
	for (birth = day("2004-01-01"); birth.number < day("2009-01-01").number;
	    birth.number++)
		for (years = 1; years < 30; years++) {
			reached = ds_birthday(birth, years);
			assert_int_equal(ds_age(birth, reached), years);
			reached.number--;
			assert_int_equal(ds_age(birth, reached), years - 1);
		}
}

static void
school_years(void **state)
{
	(void)state;
	assert_day(ds_school_year_start(day("2026-07-31")), "2025-08-01");
	assert_day(ds_school_year_start(day("2026-08-01")), "2026-08-01");
	assert_day(ds_school_year_start(day("2026-12-31")), "2026-08-01");
	assert_day(ds_school_year_start(day("2027-01-01")), "2026-08-01");
	assert_day(ds_school_year_start(day("1600-03-01")), "1600-01-01");
	assert_false(ds_day_known(ds_school_year_start(DOSSIER_NO_DAY)));
}

/* ---- periods ---- */

static void
periods_are_read(void **state)
{
	static const struct {
		const char *text;
		int months, days;
	} cases[] = {
		{ "P6M", 6, 0 }, { "P1Y", 12, 0 }, { "P28D", 0, 28 },
		{ "P2W", 0, 14 }, { "P1Y6M", 18, 0 }, { "P0D", 0, 0 },
		{ "P1Y2M3W4D", 14, 25 }, { "P99999Y99999M99999W99999D",
		    99999 * 13, 99999 * 8 }
	};
	static const char *const bad[] = {
		"", "P", "6M", "p6m", "P6", "PM", "P6M ", " P6M", "P-6M",
		"P1.5Y", "P6M1Y", "P6M6M", "PT1H", "P1DT1H", "P6X",
		"P100000D", "P1Y ", "half a year"
	};
	dossier_error err;
	struct ds_period parsed;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		parsed = period(cases[i].text);
		assert_int_equal(parsed.months, cases[i].months);
		assert_int_equal(parsed.days, cases[i].days);
	}
	for (i = 0; i < COUNT(bad); i++) {
		err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
		assert_int_equal(ds_period_parse(&parsed, bad[i], &err),
		    DOSSIER_INVALID);
		assert_non_null(strstr(err.message, "is not a period"));
		assert_non_null(strstr(err.advice, "P6M"));
	}
}

static void
terms_are_clamped_to_the_months_end(void **state)
{
	static const struct {
		const char *anchor, *period;
		int sign;
		const char *term;
	} cases[] = {
		{ "2026-08-31", "P6M", -1, "2026-02-28" },
		{ "2028-08-31", "P6M", -1, "2028-02-29" },
		{ "2028-02-29", "P2Y", +1, "2030-02-28" },
		{ "2026-07-17", "P6M", -1, "2026-01-17" },
		{ "2026-01-31", "P1M", +1, "2026-02-28" },
		{ "2026-01-31", "P3M", +1, "2026-04-30" },
		{ "2026-12-15", "P1M", +1, "2027-01-15" },
		{ "2026-01-15", "P1M", -1, "2025-12-15" },
		{ "2026-08-31", "P1Y6M", -1, "2025-02-28" },
		{ "2026-03-01", "P2W", -1, "2026-02-15" },
		{ "2026-02-01", "P28D", +1, "2026-03-01" },
		{ "2026-01-31", "P1M1D", +1, "2026-03-01" },
		{ "2026-03-31", "P1M1D", -1, "2026-02-27" },
		{ "2026-05-05", "P0D", +1, "2026-05-05" },
		{ "2026-05-05", "P99999Y", +1, "2999-12-31" },
		{ "2026-05-05", "P99999Y", -1, "1600-01-01" },
		{ "2026-05-05", "P99999W99999D", -1, "1600-01-01" }
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		assert_day(ds_day_shift(day(cases[i].anchor),
		    period(cases[i].period), cases[i].sign), cases[i].term);
	assert_false(ds_day_known(ds_day_shift(DOSSIER_NO_DAY,
	    period("P6M"), 1)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_comes_back),
		cmocka_unit_test(days_have_edges),
		cmocka_unit_test(days_are_shown_in_the_readers_way),
		cmocka_unit_test(stored_days_are_strict),
		cmocka_unit_test(people_write_days_in_four_ways),
		cmocka_unit_test(a_refused_day_says_why),
		cmocka_unit_test(a_long_text_is_quoted_in_part),
		cmocka_unit_test(birthdays),
		cmocka_unit_test(age_and_birthday_agree),
		cmocka_unit_test(school_years),
		cmocka_unit_test(periods_are_read),
		cmocka_unit_test(terms_are_clamped_to_the_months_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
