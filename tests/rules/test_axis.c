/* SPDX-License-Identifier: EUPL-1.2 */
/* The segments into which a column divides what a fact can be. */
#include <stdio.h>

#include "packs.h"
#include "rules/axis.h"

#define ONE(fact, cells) HEAD \
	"tables:\n" \
	"  t:\n" \
	"    label: T\n" \
	"    on: youth\n" \
	"    inputs: [" fact "]\n" \
	"    rules:\n" cells
#define CELL(id, fact, test) \
	"      - { id: " id ", when: { " fact ": \"" test "\" }, " \
	"then: { x: a } }\n"

struct ground {
	struct ds_arena arena;
	struct ds_axis axis;
};

static void
stand_on(struct ground *ground, const char *text, bool unknown)
{
	const struct ds_pack *pack;

	memset(ground, 0, sizeof *ground);
	pack = pack_of(&ground->arena, text, NULL);
	assert_int_equal(ds_axis_make(&ground->axis, &ground->arena, pack,
	    ds_pack_table(pack, "t"), 0, unknown, NULL), DOSSIER_OK);
}

/* Each segment as people read it, and as a pack writes its value. */
static void
assert_axis(const char *text, const char *const *texts,
    const char *const *values)
{
	struct ground g;
	size_t i;

	stand_on(&g, text, false);
	for (i = 0; texts[i] != NULL; i++) {
		assert_true(i < g.axis.count);
		assert_string_equal(ds_axis_text(&g.arena, &g.axis, i, i,
		    DOSSIER_ENGLISH), texts[i]);
		assert_string_equal(ds_axis_data(&g.arena, &g.axis, i,
		    DOSSIER_ENGLISH), values[i]);
		assert_int_equal(ds_axis_find(&g.axis,
		    &g.axis.segments[i].value), i);
	}
	assert_int_equal(g.axis.count, i);
	ds_arena_free(&g.arena);
}

#define WORDS(...) (const char *const []){ __VA_ARGS__, NULL }

static void
test_numbers_are_cut_at_every_bound(void **state)
{
	assert_axis(ONE("wage_value", CELL("A", "wage_value", "<= 50")
	    CELL("B", "wage_value", "[60..70), 80")),
	    WORDS("up to 50", "50.01 to 59.99", "60 to 69.99",
	    "70 to 79.99", "80", "from 80.01"),
	    WORDS("50", "50.01", "60", "70", "80", "80.01"));
	/* What the fact cannot be is no segment: 0 to 100, 0 to 150. */
	assert_axis(ONE("wage_value", CELL("A", "wage_value", "<= 100")
	    CELL("B", "wage_value", "< 0, 100")),
	    WORDS("up to 99.99", "100"), WORDS("99.99", "100"));
	assert_axis(ONE("age", CELL("A", "age", "-")),
	    WORDS("any value"), WORDS("0"));
	assert_axis(ONE("age", CELL("A", "age", "< 18, unknown")),
	    WORDS("up to 17", "from 18", "not known"),
	    WORDS("17", "18", "unknown"));
}

static void
test_days_and_truths(void **state)
{
	assert_axis(ONE("left_on", CELL("A", "left_on", ">= 2026-08-01")),
	    WORDS("up to 2026-07-31", "from 2026-08-01"),
	    WORDS("2026-07-31", "2026-08-01"));
	assert_axis(ONE("left_on", CELL("A", "left_on", "-")),
	    WORDS("any value"), WORDS("2026-01-01"));
	assert_axis(ONE("job_ready", CELL("A", "job_ready", "yes")),
	    WORDS("no", "yes"), WORDS("no", "yes"));
}

static void
test_periods_in_their_own_measure(void **state)
{
	assert_axis(ONE("since_exit", CELL("A", "since_exit", ">= P6M")
	    CELL("B", "since_exit", "> P1Y")),
	    WORDS("less than 6 months", "at least 6 months, at most "
	    "12 months", "more than 12 months"),
	    WORDS("P5M1D", "P6M", "P12M1D"));
	assert_axis(ONE("since_exit", CELL("A", "since_exit", "> P4W")
	    CELL("B", "since_exit", "P1D, >= P0D")),
	    WORDS("not yet", "0 days", "1 day", "at least 2 days, at most "
	    "28 days", "at least 29 days"),
	    WORDS("not yet", "P0D", "P1D", "P2D", "P29D"));
}

static void
test_words(void **state)
{
	assert_axis(ONE("cluster", CELL("A", "cluster", "cluster-3")),
	    WORDS("cluster 1", "cluster 2", "cluster 3", "cluster 4",
	    "rec3 (older name of cluster 3)",
	    "rec4 (older name of cluster 4)"),
	    WORDS("cluster-1", "cluster-2", "cluster-3", "cluster-4",
	    "rec3", "rec4"));
	assert_axis(ONE("school", CELL("A", "school", "b, a")
	    CELL("B", "school", "not(a)")),
	    WORDS("b", "a", "another word"),
	    WORDS("b", "a", "another word"));
	assert_axis(ONE("school", CELL("A", "school", "-")),
	    WORDS("any value"), WORDS("another word"));
}

static void
test_sets(void **state)
{
	assert_axis(ONE("acute_domains", CELL("A", "acute_domains", "a, b")),
	    WORDS("none", "{a}", "{b}", "{a, b}", "{another word}",
	    "{a, another word}", "{b, another word}",
	    "{a, b, another word}"),
	    WORDS("none", "[a]", "[b]", "[a, b]", "[another word]",
	    "[a, another word]", "[b, another word]",
	    "[a, b, another word]"));
}

static void
test_what_a_table_says(void **state)
{
	static const char asking[] = HEAD
	    "tables:\n"
	    "  g:\n"
	    "    label: G\n"
	    "    on: youth\n"
	    "    hit: collect\n"
	    "    inputs: [age]\n"
	    "    rules:\n"
	    "      - { id: G1, when: { age: \"< 18\" }, then: { w: a } }\n"
	    "      - { id: G2, then: { w: b, v: [c, d] } }\n"
	    "  h:\n"
	    "    label: H\n"
	    "    on: youth\n"
	    "    inputs: [age]\n"
	    "    rules:\n"
	    "      - { id: H1, when: { age: \"< 18\" }, then: { v: [c, d] } "
	    "}\n"
	    "      - { id: H2, when: { age: \">= 18\" }, then: { w: b } }\n"
	    "  t:\n"
	    "    label: T\n"
	    "    on: youth\n";
	char text[1024];

	snprintf(text, sizeof text, "%s    inputs: [g.w]\n    rules:\n"
	    CELL("A", "g.w", "all(b, a)"), asking);
	assert_axis(text, WORDS("none", "{b}", "{a}", "{b, a}"),
	    WORDS("none", "[b]", "[a]", "[b, a]"));
	snprintf(text, sizeof text, "%s    inputs: [h.v]\n    rules:\n"
	    CELL("A", "h.v", "none"), asking);
	assert_axis(text, WORDS("c,d", "none"), WORDS("c,d", "none"));
}

static void
test_where_a_value_lies(void **state)
{
	struct ds_fact_value facts[DS_FACT_COUNT] = {0};
	struct ground g;

	stand_on(&g, ONE("wage_value", CELL("A", "wage_value", "<= 50")),
	    true);
	assert_int_equal(g.axis.count, 3);
	assert_int_equal(ds_axis_find(&g.axis, &facts[DS_FACT_WAGE_VALUE]),
	    2);
	set_fact(facts, &g.arena, DS_FACT_WAGE_VALUE, "12.34");
	assert_int_equal(ds_axis_find(&g.axis, &facts[DS_FACT_WAGE_VALUE]),
	    0);
	assert_string_equal(ds_axis_text(&g.arena, &g.axis, 0, 1,
	    DOSSIER_ENGLISH), "any value");
	ds_arena_free(&g.arena);
	stand_on(&g, ONE("school", CELL("A", "school", "a")), false);
	set_fact(facts, &g.arena, DS_FACT_SCHOOL, "z");
	assert_int_equal(ds_axis_find(&g.axis, &facts[DS_FACT_SCHOOL]), 1);
	ds_arena_free(&g.arena);
	/* In months it is not measured. */
	stand_on(&g, ONE("since_exit", CELL("A", "since_exit", "P6M")),
	    false);
	set_fact(facts, &g.arena, DS_FACT_SINCE_EXIT, "P3D");
	assert_int_equal(ds_axis_find(&g.axis, &facts[DS_FACT_SINCE_EXIT]),
	    g.axis.count);
	ds_arena_free(&g.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers_are_cut_at_every_bound),
		cmocka_unit_test(test_days_and_truths),
		cmocka_unit_test(test_periods_in_their_own_measure),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_sets),
		cmocka_unit_test(test_what_a_table_says),
		cmocka_unit_test(test_where_a_value_lies)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
