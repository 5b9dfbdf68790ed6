/* SPDX-License-Identifier: EUPL-1.2 */
/* The conditions of a place, without a store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "flows/place_fit.h"

#define BIT(by) (1u << (by))

/* The Dom in Utrecht, and Zeist, to the east of it. */
#define UTRECHT ds_point_of(520907000, 51214000)
#define ZEIST ds_point_of(520906000, 52332000)

/* Asks for everything; the place answers all of it. */
static const struct ds_fit_youth asking = {
	.reach = -2, .hours = 24, .days = 0x0f, .sectors = 0x05, .kinds = 2,
	.processes = "B1-K1-W1 B1-K1-W2 B1-K1-W3"
};
static const struct ds_fit_place answering = {
	.id = 1, .code = "P1", .hours_min = 16, .hours_max = 32, .seats = 1,
	.days = 0x03, .sector = 0x04, .kind = 2,
	.processes = "B1-K1-W2 B1-K1-W3 B1-K1-W4"
};

static struct ds_fit_youth youth;
static struct ds_fit_place place;

static int
setup(void **state)
{
	youth = asking;
	youth.at = UTRECHT;
	youth.reach = ds_fit_reach(10);
	youth.start = ds_day_of(2026, 8, 1);
	place = answering;
	place.at = ZEIST;
	place.from = place.until = DOSSIER_NO_DAY;
	return 0;
}

static struct ds_fit
judged(void)
{
	struct ds_fit fit;

	ds_fit_judge(&fit, &youth, &place);
	return fit;
}

static void
fails(enum ds_condition_kind by)
{
	struct ds_fit fit = judged();

	assert_int_equal(fit.fails, BIT(by));
	assert_int_equal(fit.unknown, 0);
	assert_int_equal(ds_fit_group(&fit), DS_MISSES);
}

static void
unknown(enum ds_condition_kind by)
{
	struct ds_fit fit = judged();

	assert_int_equal(fit.fails, 0);
	assert_int_equal(fit.unknown, BIT(by));
	assert_int_equal(ds_fit_group(&fit), DS_MAY_FIT);
}

static void
fits(void)
{
	struct ds_fit fit = judged();

	assert_int_equal(fit.fails, 0);
	assert_int_equal(fit.unknown, 0);
	assert_int_equal(ds_fit_group(&fit), DS_FITS);
}

static void
test_fits(void **state)
{
	struct ds_fit fit = judged();

	fits();
	assert_int_equal(fit.asked, BIT(DS_BY_COUNT) - 1);
	assert_int_equal(fit.overlap, 2);
	assert_ptr_equal(fit.place, &place);
}

/* ---- distance ---- */

static void
test_kilometres(void **state)
{
	struct ds_point here = UTRECHT, there = ZEIST;
	struct ds_point north = ds_point_of(530907000, 51214000);
	struct ds_point none = { false, 0, 0, 0 };

	/* Great circle: 0.1118 degrees of longitude at 52.09 degrees. */
	assert_int_equal(ds_near_hectometres(ds_point_near(&here, &there)),
	    76);
	/* One degree of latitude. */
	assert_int_equal(ds_near_hectometres(ds_point_near(&here, &north)),
	    1112);
	assert_int_equal(ds_near_hectometres(ds_point_near(&here, &here)), 0);
	assert_int_equal(ds_near_hectometres(ds_point_near(&here, &none)),
	    -1);
}

static void
test_distance(void **state)
{
	youth.reach = ds_fit_reach(8);
	fits();
	youth.reach = ds_fit_reach(7);
	fails(DS_BY_DISTANCE);
	youth.reach = ds_fit_reach(-1);
	fits();
	place.at.known = false;
	unknown(DS_BY_DISTANCE);
	place.at.known = true;
	youth.at.known = false;
	unknown(DS_BY_DISTANCE);
}

/* What is shown as 10.0 km lies within 10 km; 10.1 does not. */
static void
test_distance_is_judged_as_shown(void **state)
{
	int64_t step, shown;

	youth.reach = ds_fit_reach(10);
	for (step = 0; step < 4000; step++) {
		place.at = ds_point_of(520907000 + 880000 + 10 * step,
		    51214000);
		shown = ds_near_hectometres(ds_point_near(&youth.at,
		    &place.at));
		assert_int_equal(judged().fails != 0, shown > 100);
	}
	assert_true(shown > 100);
}

static void
test_at_home(void **state)
{
	place.at = youth.at;
	youth.reach = ds_fit_reach(0);
	fits();
	place.at = ds_point_of(520917000, 51214000);
	fails(DS_BY_DISTANCE);
}

/* ---- hours, days, dates, seats ---- */

static void
test_hours(void **state)
{
	youth.hours = 16;
	fits();
	youth.hours = 32;
	fits();
	youth.hours = 15;
	fails(DS_BY_HOURS);
	youth.hours = 33;
	fails(DS_BY_HOURS);
	place.hours_max = -1;
	fits();
	place.hours_min = -1;
	place.hours_max = 32;
	fails(DS_BY_HOURS);
	youth.hours = -1;
	unknown(DS_BY_HOURS);
	place.hours_max = -1;
	fits();
}

static void
test_days(void **state)
{
	youth.days = 0x03;
	fits();
	youth.days = 0x01;
	fails(DS_BY_DAYS);
	youth.days = 0;
	unknown(DS_BY_DAYS);
	place.days = 0;
	fits();
}

static void
test_dates(void **state)
{
	place.from = youth.start;
	place.until = youth.start;
	fits();
	place.until = ds_day_add(youth.start, -1);
	place.from = DOSSIER_NO_DAY;
	fails(DS_BY_DATES);
	place.until = DOSSIER_NO_DAY;
	place.from = ds_day_add(youth.start, 1);
	fails(DS_BY_DATES);
}

static void
test_seats(void **state)
{
	place.taken = 1;
	fails(DS_BY_SEATS);
	place.seats = 2;
	fits();
	place.seats = 0;
	place.taken = 0;
	fails(DS_BY_SEATS);
	place.seats = -1;
	fits();
	place.taken = 1;
	unknown(DS_BY_SEATS);
}

/* ---- sector, processes, kind ---- */

static void
test_sector(void **state)
{
	place.sector = 0x02;
	fails(DS_BY_SECTOR);
	place.sector = 0;
	unknown(DS_BY_SECTOR);
	youth.sectors = 0;
	fits();
}

static void
test_kind(void **state)
{
	place.kind = 4;
	fails(DS_BY_KIND);
	place.kind = 0;
	unknown(DS_BY_KIND);
	youth.kinds = 0;
	fits();
}

static void
test_processes(void **state)
{
	youth.processes = "B1-K1-W4";
	fits();
	assert_int_equal(judged().overlap, 1);
	youth.processes = "B1-K1-W1 B1-K1-W5";
	fails(DS_BY_PROCESSES);
	youth.processes = NULL;
	unknown(DS_BY_PROCESSES);
	place.processes = NULL;
	fits();
	assert_int_equal(judged().overlap, 0);
}

static void
gather(const char *word, size_t size, void *payload)
{
	char *out = payload;
	size_t used = strlen(out);

	memcpy(out + used, word, size);
	memcpy(out + used + size, "|", 2);
}

static const char *
parted(const char *of, const char *other, bool in)
{
	static char out[100];

	out[0] = '\0';
	ds_processes_each(of, other, in, gather, out);
	return out;
}

static void
test_sets_of_processes(void **state)
{
	assert_string_equal(parted("a b c", "b c d", true), "b|c|");
	assert_string_equal(parted("a b c", "b c d", false), "a|");
	assert_string_equal(parted("b c d", "a b c", false), "d|");
	assert_string_equal(parted("a", "a b", true), "a|");
	/* One word may be the start of another. */
	assert_string_equal(parted("B1-K1-W1 B1-K1-W10", "B1-K1-W10", true),
	    "B1-K1-W10|");
	assert_string_equal(parted("a b", NULL, false), "a|b|");
	assert_string_equal(parted(NULL, "a", true), "");
	assert_string_equal(parted("a", "", true), "");
}

static void
test_more_than_one_fails(void **state)
{
	struct ds_fit fit;

	place.days = 0x40;
	youth.hours = 40;
	place.sector = 0;
	fit = judged();
	assert_int_equal(fit.fails, BIT(DS_BY_DAYS) | BIT(DS_BY_HOURS));
	assert_int_equal(fit.unknown, BIT(DS_BY_SECTOR));
	assert_int_equal(ds_fit_group(&fit), DS_MISSES);
}

/* ---- order ---- */

static void
test_order(void **state)
{
	static const char *const wanted[] = {
		"most", "near", "far-a", "far-b",	/* fit */
		"one-unknown", "two-unknown",
		"miss-near", "miss-far", "miss-nowhere", "miss-two"
	};
	static const struct ds_fit_place places[] = {
		{ .code = "miss-two" }, { .code = "far-b" },
		{ .code = "two-unknown" }, { .code = "miss-nowhere" },
		{ .code = "near" }, { .code = "miss-far" },
		{ .code = "most" }, { .code = "far-a" },
		{ .code = "one-unknown" }, { .code = "miss-near" },
	};
	struct ds_fit all[] = {
		{ &places[0], 0, 3, 0, 9, 1 }, { &places[1], 0, 0, 0, 1, .5 },
		{ &places[2], 0, 0, 3, 9, 1 }, { &places[3], 0, 1, 1, 9, -2 },
		{ &places[4], 0, 0, 0, 1, .9 }, { &places[5], 0, 2, 0, 9, .1 },
		{ &places[6], 0, 0, 0, 2, .1 }, { &places[7], 0, 0, 0, 1, .5 },
		{ &places[8], 0, 0, 1, 0, -2 }, { &places[9], 0, 4, 0, 0, .2 },
	};
	size_t i;

	ds_fit_rank(all, 10);
	for (i = 0; i < 10; i++)
		assert_string_equal(all[i].place->code, wanted[i]);
	ds_fit_rank(all, 0);
}

static void
test_names(void **state)
{
	assert_string_equal(ds_by_name(DS_BY_DISTANCE), "distance");
	assert_string_equal(ds_by_name(DS_BY_KIND), "kind");
}

#define CASE(name) cmocka_unit_test_setup(name, setup)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_fits),
		CASE(test_kilometres),
		CASE(test_distance),
		CASE(test_distance_is_judged_as_shown),
		CASE(test_at_home),
		CASE(test_hours),
		CASE(test_days),
		CASE(test_dates),
		CASE(test_seats),
		CASE(test_sector),
		CASE(test_kind),
		CASE(test_processes),
		CASE(test_sets_of_processes),
		CASE(test_more_than_one_fails),
		CASE(test_order),
		CASE(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
