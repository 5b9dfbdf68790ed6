/* SPDX-License-Identifier: EUPL-1.2 */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/when.h"

static dossier_day
day(const char *iso)
{
	dossier_day known = ds_day_from_iso(iso);

	assert_true(ds_day_known(known));
	return known;
}

static struct ds_span
span(const char *from, const char *until)
{
	struct ds_span made = { DOSSIER_NO_DAY, DOSSIER_NO_DAY };

	if (from != NULL)
		made.from = day(from);
	if (until != NULL)
		made.until = day(until);
	return made;
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

static void
a_contract_lasts_its_months(void **state)
{
	(void)state;
	assert_true(ds_span_lasts(span("2026-08-01", "2027-01-31"),
	    period("P6M")));
	assert_false(ds_span_lasts(span("2026-08-01", "2027-01-30"),
	    period("P6M")));
	assert_true(ds_span_lasts(span("2026-08-31", "2027-02-27"),
	    period("P6M")));
	assert_true(ds_span_lasts(span("2026-08-01", NULL), period("P9Y")));
	assert_true(ds_span_lasts(span(NULL, "2026-08-01"), period("P9Y")));
	assert_true(ds_span_lasts(span("2026-08-01", "2026-08-28"),
	    period("P28D")));
}

static void
spans_hold_both_their_days(void **state)
{
	struct ds_span year = span("2026-01-01", "2026-12-31");

	(void)state;
	assert_true(ds_span_holds(year, day("2026-01-01")));
	assert_true(ds_span_holds(year, day("2026-12-31")));
	assert_false(ds_span_holds(year, day("2025-12-31")));
	assert_false(ds_span_holds(year, day("2027-01-01")));
	assert_true(ds_span_holds(span(NULL, "2026-01-01"),
	    day("1900-01-01")));
	assert_true(ds_span_holds(span("2026-01-01", NULL),
	    day("2100-01-01")));
	assert_false(ds_span_holds(span(NULL, NULL), DOSSIER_NO_DAY));
}

static void
gaps_are_counted_in_days(void **state)
{
	struct ds_span school = span("2025-08-01", "2026-07-31");

	(void)state;
	assert_int_equal(ds_span_gap(school, span("2026-10-01", NULL)), 61);
	assert_int_equal(ds_span_gap(school, span("2026-08-01", NULL)), 0);
	assert_int_equal(ds_span_gap(school, span("2026-07-31", NULL)), -1);
	assert_int_equal(ds_span_gap(school, span("2026-07-01", NULL)), -31);
	assert_int_equal(ds_span_gap(span("2025-08-01", NULL), school),
	    INT_MIN);
	assert_int_equal(ds_span_gap(school, span(NULL, NULL)), INT_MIN);
}

static void
assert_span(struct ds_span actual, const char *from, const char *until)
{
	assert_day(actual.from, from);
	assert_day(actual.until, until);
}

static void
nobody_holds_the_summer(void **state)
{
	struct ds_span window = span("2026-01-01", "2026-12-31");
	struct ds_span lanes[] = {
		span("2026-10-01", NULL),
		span(NULL, "2026-07-31"),
		span("2026-05-01", "2026-04-01"),	/* holds nothing */
		span("2026-03-01", "2026-04-15")
	};
	struct ds_span found[4];

	(void)state;
	assert_int_equal(ds_span_gaps(found, 4, window, lanes, 4), 1);
	assert_span(found[0], "2026-08-01", "2026-09-30");
	assert_int_equal(ds_span_overlaps(found, 4, window, lanes, 4), 1);
	assert_span(found[0], "2026-03-01", "2026-04-15");
}

static void
gaps_at_the_edges(void **state)
{
	struct ds_span window = span("2026-01-01", "2026-12-31");
	struct ds_span middle = span("2026-06-01", "2026-06-30");
	struct ds_span found[2];

	(void)state;
	assert_int_equal(ds_span_gaps(found, 2, window, NULL, 0), 1);
	assert_span(found[0], "2026-01-01", "2026-12-31");
	assert_int_equal(ds_span_gaps(found, 2, window, &middle, 1), 2);
	assert_span(found[0], "2026-01-01", "2026-05-31");
	assert_span(found[1], "2026-07-01", "2026-12-31");
	assert_int_equal(ds_span_gaps(found, 1, window, &middle, 1), 2);
	assert_span(found[0], "2026-01-01", "2026-05-31");
	assert_int_equal(ds_span_gaps(NULL, 0, window, &middle, 1), 2);
	assert_int_equal(ds_span_gaps(found, 2, middle, &window, 1), 0);
	assert_int_equal(ds_span_gaps(found, 2,
	    span("2026-12-31", "2026-01-01"), NULL, 0), 0);
}

static void
three_spans_are_one_overlap(void **state)
{
	struct ds_span window = span("2026-01-01", "2026-12-31");
	struct ds_span lanes[] = {
		span("2026-01-01", "2026-06-30"),
		span("2026-03-01", "2026-09-30"),
		span("2026-05-01", "2026-05-31"),
		span("2026-07-01", "2026-07-31")
	};
	struct ds_span found[2];

	(void)state;
	assert_int_equal(ds_span_overlaps(found, 2, window, lanes, 4), 1);
	assert_span(found[0], "2026-03-01", "2026-07-31");
}

static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 16;
}

/* The spans found, painted on days, are the days counted one by one. */
static void
assert_painted(const struct ds_span *lanes, size_t count, bool overlaps)
{
	const struct ds_span window = { { 0 }, { 29 } };
	struct ds_span found[16];
	size_t holders, n, i, k = 0;
	dossier_day on;
	bool wanted;

	n = overlaps ? ds_span_overlaps(found, 16, window, lanes, count) :
	    ds_span_gaps(found, 16, window, lanes, count);
	assert_true(n <= 16);
	for (i = 1; i < n; i++)
		assert_true(ds_span_gap(found[i - 1], found[i]) > 0);
	for (on.number = 0; on.number < 30; on.number++) {
		holders = 0;
		for (i = 0; i < count; i++)
			holders += ds_span_holds(lanes[i], on);
		wanted = overlaps ? holders >= 2 : holders == 0;
		while (k < n && found[k].until.number < on.number)
			k++;
		assert_int_equal(k < n && ds_span_holds(found[k], on),
		    wanted);
	}
}

static void
random_lanes_agree_with_counting_days(void **state)
{
	struct ds_span lanes[6];
	uint32_t seed = 20260831;
	size_t count, i;
	int round;

	(void)state;
	for (round = 0; round < 20000; round++) {
		count = next_random(&seed) % 7;
		for (i = 0; i < count; i++) {
			lanes[i].from.number =
			    (int32_t)(next_random(&seed) % 40) - 5;
			lanes[i].until.number = lanes[i].from.number +
			    (int32_t)(next_random(&seed) % 15) - 2;
			if (next_random(&seed) % 10 == 0)
				lanes[i].from = DOSSIER_NO_DAY;
			if (next_random(&seed) % 10 == 0)
				lanes[i].until = DOSSIER_NO_DAY;
		}
		assert_painted(lanes, count, false);
		assert_painted(lanes, count, true);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_contract_lasts_its_months),
		cmocka_unit_test(spans_hold_both_their_days),
		cmocka_unit_test(gaps_are_counted_in_days),
		cmocka_unit_test(nobody_holds_the_summer),
		cmocka_unit_test(gaps_at_the_edges),
		cmocka_unit_test(three_spans_are_one_overlap),
		cmocka_unit_test(random_lanes_agree_with_counting_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
