/* SPDX-License-Identifier: EUPL-1.2 */
/* Unary tests: what a cell accepts, what it means, what it refuses. */
#include "packs.h"

static enum ds_truth
ask(enum ds_fact fact, const char *cell_text, const char *value_text)
{
	struct ds_fact_value facts[DS_FACT_COUNT] = {0};
	struct ds_arena arena = {0};
	struct ds_cell cell;
	enum ds_truth truth;

	assert_int_equal(ds_cell_parse(&cell, &arena,
	    &ds_fact_defs[fact], cell_text, NULL),
	    DOSSIER_OK);
	assert_string_equal(cell.text, cell_text);
	if (value_text != NULL)
		set_fact(facts, &arena, fact, value_text);
	truth = ds_cell_test(&cell, &facts[fact]);
	ds_arena_free(&arena);
	return truth;
}

#define YES(fact, cell, value) \
	assert_int_equal(ask(DS_FACT_##fact, cell, value), DS_TRUE)
#define NO(fact, cell, value) \
	assert_int_equal(ask(DS_FACT_##fact, cell, value), DS_FALSE)
#define OPEN(fact, cell) \
	assert_int_equal(ask(DS_FACT_##fact, cell, NULL), DS_UNKNOWN)

static void
test_comparisons_are_strict_where_they_say_so(void **state)
{
	(void)state;
	YES(WAGE_VALUE, "<= 50", "50");
	NO(WAGE_VALUE, "<= 50", "50.01");
	NO(WAGE_VALUE, "> 50", "50");
	YES(WAGE_VALUE, "> 50", "50.01");
	NO(WAGE_VALUE, "< 50", "50");
	YES(WAGE_VALUE, "< 50", "49.99");
	YES(AGE, ">= 18", "18");
	NO(AGE, ">= 18", "17");
	YES(AGE, ">=18", "18");
	YES(WAGE_VALUE, "< 0", "-0.01");
}

/* A month has no fixed number of days: neither is made of the other. */
static void
test_periods_in_months_or_in_days(void **state)
{
	(void)state;
	YES(SINCE_EXIT, ">= P6M", "P6M");
	NO(SINCE_EXIT, "> P6M", "P6M");
	YES(SINCE_EXIT, "> P6M", "P6M1D");
	NO(SINCE_EXIT, "<= P6M", "P6M1D");
	YES(SINCE_EXIT, "[P6M..P1Y)", "P11M");
	NO(SINCE_EXIT, "[P6M..P1Y)", "P12M");
	YES(SINCE_EXIT, "P1Y", "P12M");
	YES(SINCE_EXIT, "<= P4W", "P28D");
	NO(SINCE_EXIT, "<= P4W", "P29D");
	assert_int_equal(ask(DS_FACT_SINCE_EXIT, "<= P4W", "P1M"),
	    DS_UNKNOWN);
	OPEN(SINCE_EXIT, ">= P6M");
	YES(SINCE_EXIT, "unknown", NULL);
}

static enum ds_truth
ask_set(const char *cell_text, const char *const *words, size_t count)
{
	struct ds_fact_value value = { .known = true, .words = words,
	    .word_count = count };
	struct ds_arena arena = {0};
	struct ds_cell cell;
	enum ds_truth truth;

	assert_int_equal(ds_cell_parse(&cell, &arena,
	    &ds_fact_defs[DS_FACT_ACUTE_DOMAINS], cell_text, NULL),
	    DOSSIER_OK);
	truth = ds_cell_test(&cell, &value);
	ds_arena_free(&arena);
	return truth;
}

static void
test_sets_hold_words(void **state)
{
	static const char *const words[] = { "wonen", "schulden" };

	(void)state;
	assert_int_equal(ask_set("wonen", words, 2), DS_TRUE);
	assert_int_equal(ask_set("werk, schulden", words, 2), DS_TRUE);
	assert_int_equal(ask_set("werk", words, 2), DS_FALSE);
	assert_int_equal(ask_set("all(wonen, schulden)", words, 2), DS_TRUE);
	assert_int_equal(ask_set("all(wonen, werk)", words, 2), DS_FALSE);
	assert_int_equal(ask_set("not(all(wonen, werk))", words, 2), DS_TRUE);
	assert_int_equal(ask_set("not(wonen)", words, 2), DS_FALSE);
	assert_int_equal(ask_set("not(werk)", words, 2), DS_TRUE);
	assert_int_equal(ask_set("none", words, 2), DS_FALSE);
	assert_int_equal(ask_set("none", words, 0), DS_TRUE);
	assert_int_equal(ask_set("none, wonen", words, 1), DS_TRUE);
	assert_int_equal(ask_set("wonen", NULL, 0), DS_FALSE);
	assert_int_equal(ask_set("not(wonen)", NULL, 0), DS_TRUE);
	OPEN(ACUTE_DOMAINS, "wonen");
	OPEN(ACUTE_DOMAINS, "none");
}

static void
test_ranges_hold_the_ends_that_brackets_hold(void **state)
{
	(void)state;
	YES(WAGE_VALUE, "[0..50]", "0");
	YES(WAGE_VALUE, "[0..50]", "50");
	NO(WAGE_VALUE, "(0..50]", "0");
	NO(WAGE_VALUE, "[0..50)", "50");
	YES(WAGE_VALUE, "(50..100]", "50.01");
	YES(WAGE_VALUE, "[ 49.9 .. 50.1 ]", "50");
	YES(WAGE_VALUE, "[50..50]", "50");
	YES(AGE, "< 16, [18..23), 27", "27");
	YES(AGE, "< 16, [18..23), 27", "22");
	NO(AGE, "< 16, [18..23), 27", "23");
	NO(AGE, "< 16, [18..23), 27", "16");
}

static void
test_a_constant_is_itself(void **state)
{
	(void)state;
	YES(WAGE_VALUE, "50", "50.00");
	NO(WAGE_VALUE, "50", "50.01");
	YES(WAGE_VALUE, "49.9", "49.9");
	YES(SCHOOL_KIND, "vso", "vso");
	NO(SCHOOL_KIND, "vso", "entree");
	YES(MUNICIPALITY, "0505", "0505");
}

static void
test_lists_and_negation(void **state)
{
	static const char list[] = "praktijkonderwijs, vso,entree";

	(void)state;
	YES(SCHOOL_KIND, list, "entree");
	NO(SCHOOL_KIND, list, "mbo-2");
	NO(SCHOOL_KIND, "not(entree, vso)", "vso");
	YES(SCHOOL_KIND, "not(entree, vso)", "praktijkonderwijs");
	OPEN(SCHOOL_KIND, "not(entree, vso)");
	NO(WAGE_VALUE, "not([0..50])", "50");
	YES(WAGE_VALUE, "not([0..50])", "50.01");
}

static void
test_days(void **state)
{
	(void)state;
	YES(LEFT_ON, "< 2026-08-01", "2026-07-31");
	NO(LEFT_ON, "< 2026-08-01", "2026-08-01");
	YES(LEFT_ON, "[2025-08-01..2026-07-31]", "2026-07-31");
	YES(LEFT_ON, "2026-07-31", "2026-07-31");
	OPEN(LEFT_ON, "2026-07-31");
}

static void
test_yes_and_no_in_both_languages(void **state)
{
	static const char *const yes[] = { "yes", "ja", "true" };
	static const char *const no[] = { "no", "nee", "false" };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(yes); i++) {
		YES(JOB_READY, yes[i], "yes");
		NO(JOB_READY, yes[i], "no");
		YES(JOB_READY, no[i], "nee");
		NO(JOB_READY, no[i], "ja");
	}
	OPEN(JOB_READY, "no");
}

static void
test_unknown_is_neither_true_nor_false(void **state)
{
	(void)state;
	OPEN(WAGE_VALUE, "<= 50");
	OPEN(WAGE_VALUE, "[0..100]");
	OPEN(WAGE_VALUE, "0");
	YES(WAGE_VALUE, "-", NULL);
	YES(WAGE_VALUE, "-", "0");
}

static void
test_unknown_can_be_asked_for(void **state)
{
	(void)state;
	YES(WAGE_VALUE, "unknown", NULL);
	NO(WAGE_VALUE, "unknown", "0");
	YES(WAGE_VALUE, "not(unknown)", "0");
	NO(WAGE_VALUE, "not(unknown)", NULL);
	YES(SCHOOL_KIND, "vso, unknown", NULL);
	YES(SCHOOL_KIND, "vso, unknown", "vso");
	NO(SCHOOL_KIND, "vso, unknown", "entree");
	NO(SCHOOL_KIND, "not(vso, unknown)", NULL);
	YES(SCHOOL_KIND, "not(vso, unknown)", "entree");
}

static void
test_refusals(void **state)
{
	static const struct {
		enum ds_fact fact;
		const char *text, *message, *advice;
	} bad[] = {
		{ DS_FACT_WAGE_VALUE, "", "empty", "\"-\"" },
		{ DS_FACT_WAGE_VALUE, "50,", "empty", "" },
		{ DS_FACT_WAGE_VALUE, "not()", "empty", "" },
		{ DS_FACT_WAGE_VALUE, "vijftig", "not a number", "" },
		{ DS_FACT_WAGE_VALUE, "50.123", "2 decimals", "" },
		{ DS_FACT_AGE, "18.5", "not a whole number", "" },
		{ DS_FACT_WAGE_VALUE, "49,9", "comma", "point" },
		{ DS_FACT_WAGE_VALUE, "[50..0]", "upside down", "" },
		{ DS_FACT_LEFT_ON, "[2026-02-01..2026-01-01]",
		    "upside down", "" },
		{ DS_FACT_WAGE_VALUE, "(50..50]", "holds nothing", "" },
		{ DS_FACT_WAGE_VALUE, "0..50", "no range", "[0..50]" },
		{ DS_FACT_WAGE_VALUE, "[0-50]", "no range", "" },
		{ DS_FACT_WAGE_VALUE, "[0..50", "no range", "" },
		{ DS_FACT_WAGE_VALUE, "[..50]", "not a number", "" },
		{ DS_FACT_WAGE_VALUE, "<= ", "not a number", "" },
		{ DS_FACT_WAGE_VALUE, "=> 50", "not a number", "" },
		{ DS_FACT_WAGE_VALUE, "99999999999999999999",
		    "not a number", "" },
		{ DS_FACT_WAGE_VALUE, "not(50", "closing bracket", "" },
		{ DS_FACT_WAGE_VALUE, "50, -", "any value", "" },
		{ DS_FACT_SCHOOL_KIND, "vs0", "no word", "\"vso\"" },
		{ DS_FACT_SCHOOL_KIND, "pro", "no word",
		    "\"praktijkonderwijs\"" },
		{ DS_FACT_SCHOOL_KIND, "entre", "no word", "\"entree\"" },
		{ DS_FACT_SCHOOL_KIND, "kantoor", "no word", "vmbo-bb" },
		{ DS_FACT_SCHOOL_KIND, "> vso", "no number and no day",
		    "commas" },
		{ DS_FACT_SCHOOL_KIND, "[entree..vso]",
		    "no number and no day", "" },
		{ DS_FACT_JOB_READY, "misschien", "yes nor no", "no, yes" },
		{ DS_FACT_LEFT_ON, "31-07-2026", "not a day",
		    "2026-07-31" },
		{ DS_FACT_LEFT_ON, "2026-02-30", "not a day", "" },
		{ DS_FACT_MUNICIPALITY, "505", "municipality code", "0505" }
	};
	struct ds_arena arena = {0};
	struct ds_cell cell;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++) {
		dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

		assert_int_equal(ds_cell_parse(&cell, &arena,
		    &ds_fact_defs[bad[i].fact],
		    bad[i].text, &err), DOSSIER_INVALID);
		if (strstr(err.message, bad[i].message) == NULL ||
		    strstr(err.advice, bad[i].advice) == NULL)
			fail_msg("%s: %s / %s", bad[i].text, err.message,
			    err.advice);
	}
	ds_arena_free(&arena);
}

static void
test_facts_as_text_and_data(void **state)
{
	struct ds_fact_value facts[DS_FACT_COUNT] = {0};
	struct ds_arena arena = {0};

	(void)state;
	assert_int_equal(ds_fact_named("wage_value",
	    DS_ON_YOUTH), DS_FACT_WAGE_VALUE);
	assert_int_equal(ds_fact_named("loon", DS_ON_YOUTH), -1);
	set_fact(facts, &arena, DS_FACT_WAGE_VALUE, "49.90");
	set_fact(facts, &arena, DS_FACT_SCHOOL_KIND, "vso");
	set_fact(facts, &arena, DS_FACT_LEFT_ON, "2026-07-31");
	set_fact(facts, &arena, DS_FACT_JOB_READY, "ja");
#define TEXT(fact, language) \
	ds_fact_text(&arena, fact, &facts[fact], language)
#define DATA(fact) ds_fact_data(&arena, fact, &facts[fact])
	assert_string_equal(TEXT(DS_FACT_WAGE_VALUE, DOSSIER_DUTCH), "49,9");
	assert_string_equal(TEXT(DS_FACT_WAGE_VALUE, DOSSIER_ENGLISH),
	    "49.9");
	assert_string_equal(TEXT(DS_FACT_LEFT_ON, DOSSIER_DUTCH),
	    "31-07-2026");
	assert_string_equal(TEXT(DS_FACT_JOB_READY, DOSSIER_ENGLISH), "yes");
	assert_string_equal(TEXT(DS_FACT_AGE, DOSSIER_ENGLISH), "unknown");
	assert_string_equal(DATA(DS_FACT_WAGE_VALUE), "49.9");
	assert_string_equal(DATA(DS_FACT_SCHOOL_KIND), "vso");
	assert_string_equal(DATA(DS_FACT_LEFT_ON), "2026-07-31");
	assert_string_equal(DATA(DS_FACT_JOB_READY), "true");
	assert_null(DATA(DS_FACT_AGE));
	ds_arena_free(&arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_periods_in_months_or_in_days),
		cmocka_unit_test(test_sets_hold_words),
		cmocka_unit_test(
		    test_comparisons_are_strict_where_they_say_so),
		cmocka_unit_test(
		    test_ranges_hold_the_ends_that_brackets_hold),
		cmocka_unit_test(test_a_constant_is_itself),
		cmocka_unit_test(test_lists_and_negation),
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_yes_and_no_in_both_languages),
		cmocka_unit_test(test_unknown_is_neither_true_nor_false),
		cmocka_unit_test(test_unknown_can_be_asked_for),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_facts_as_text_and_data)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
