/* SPDX-License-Identifier: EUPL-1.2 */
/* What one change would turn it, and how near that is. */
#include <stdio.h>

#include "packs.h"
#include "rules/turn.h"

#define TABLE(hit, inputs, rules) HEAD \
	"tables:\n" \
	"  t:\n" \
	"    label: T\n" \
	"    on: youth\n" \
	"    hit: " hit "\n" \
	"    inputs: [" inputs "]\n" \
	"    rules:\n" rules
#define RULE(id, when, then) \
	"      - { id: " id ", when: { " when " }, then: { " then " } }\n"

struct ground {
	struct ds_arena arena;
	const struct ds_pack *pack;
	struct ds_fact_value facts[DS_FACT_COUNT];
	const struct ds_turn *turns;
	size_t count;
};

static void
stand_on(struct ground *ground, const char *text)
{
	memset(ground, 0, sizeof *ground);
	ground->pack = pack_of(&ground->arena, text, NULL);
}

static void
turn(struct ground *g, size_t most)
{
	assert_int_equal(ds_table_turns(&g->turns, &g->count, &g->arena,
	    g->pack, ds_pack_table(g->pack, "t"), g->facts, most,
	    DOSSIER_ENGLISH, NULL), DOSSIER_OK);
}

/* "wage_value: 49.9 -> from 50.01 = HIGH (1)" */
static void
assert_turn(const struct ground *g, size_t i, const char *wanted)
{
	const struct ds_turn *found = &g->turns[i];
	char text[200];

	assert_true(i < g->count);
	snprintf(text, sizeof text, "%s: %s -> %s = %s (%zu)",
	    ds_fact_defs[found->fact].name, found->from, found->to,
	    found->rule == NULL ? "none" : found->rule->id, found->distance);
	assert_string_equal(text, wanted);
}

static const char by_two[] = TABLE("unique", "wage_value, school_kind",
	RULE("LOW", "wage_value: \"<= 50\"", "x: a")
	RULE("VSO", "wage_value: \"(50..80]\", school_kind: vso", "x: b")
	RULE("REST", "wage_value: \"(50..80]\", school_kind: \"not(vso, "
	"entree)\"", "x: c")
	RULE("TOP", "wage_value: \"> 80\"", "x: a"));

static void
test_one_fact_at_a_time_the_nearest_first(void **state)
{
	struct ground g;

	stand_on(&g, by_two);
	set_fact(g.facts, &g.arena, DS_FACT_WAGE_VALUE, "60");
	set_fact(g.facts, &g.arena, DS_FACT_SCHOOL_KIND, "vso");
	turn(&g, 10);
	assert_int_equal(g.count, 3);
	/* LOW and TOP say the same: told once, at the first. */
	assert_turn(&g, 0, "wage_value: 60 -> up to 50 = LOW (1)");
	assert_int_equal(g.turns[0].value.number, 5000);
	assert_string_equal(g.turns[1].rule->id, "REST");
	assert_int_equal(g.turns[1].fact, DS_FACT_SCHOOL_KIND);
	assert_non_null(strstr(g.turns[1].to, ", …"));
	assert_turn(&g, 2, "school_kind: special secondary education "
	    "-> entree programme = none (1)");
	turn(&g, 1);
	assert_int_equal(g.count, 1);
	ds_arena_free(&g.arena);
}

static void
test_what_is_not_known_would_decide(void **state)
{
	struct ground g;

	stand_on(&g, by_two);
	set_fact(g.facts, &g.arena, DS_FACT_SCHOOL_KIND, "vso");
	turn(&g, 10);
	assert_int_equal(g.count, 2);
	assert_turn(&g, 0, "wage_value: unknown -> up to 50 = LOW (1)");
	assert_turn(&g, 1, "wage_value: unknown -> 50.01 to 80 = VSO (1)");
	/* Two that are not known: either by itself may not be enough. */
	g.facts[DS_FACT_SCHOOL_KIND].known = false;
	turn(&g, 10);
	assert_int_equal(g.count, 1);
	assert_turn(&g, 0, "wage_value: unknown -> up to 50 = LOW (1)");
	ds_arena_free(&g.arena);
}

static void
test_neighbours_make_one_interval(void **state)
{
	struct ground g;

	stand_on(&g, TABLE("first", "age, job_ready",
	    RULE("A", "age: \"< 16\"", "x: a")
	    RULE("B", "age: \"[18..23)\", job_ready: yes", "x: b")
	    RULE("C", "age: \"[16..27)\"", "x: c")
	    RULE("D", "", "x: d")));
	set_fact(g.facts, &g.arena, DS_FACT_AGE, "15");
	set_fact(g.facts, &g.arena, DS_FACT_JOB_READY, "no");
	turn(&g, 10);
	assert_int_equal(g.count, 2);
	assert_turn(&g, 0, "age: 15 -> 16 to 26 = C (1)");
	assert_turn(&g, 1, "age: 15 -> from 27 = D (4)");
	ds_arena_free(&g.arena);
}

static void
test_sets_word_by_word(void **state)
{
	static const char *const words[] = { "a" };
	struct ground g;

	stand_on(&g, TABLE("first", "acute_domains",
	    RULE("BOTH", "acute_domains: \"all(a, b)\"", "x: a")
	    RULE("ONE", "acute_domains: \"a, b\"", "x: b")
	    RULE("NOT", "", "x: c")));
	g.facts[DS_FACT_ACUTE_DOMAINS] = (struct ds_fact_value){
	    .known = true, .words = words, .word_count = 1 };
	turn(&g, 10);
	assert_int_equal(g.count, 2);
	assert_turn(&g, 0, "acute_domains: a -> none = NOT (1)");
	assert_turn(&g, 1, "acute_domains: a -> {a, b} = BOTH (1)");
	ds_arena_free(&g.arena);
}

static void
test_collecting_tells_what_would_join(void **state)
{
	struct ground g;

	stand_on(&g, TABLE("collect", "age, job_ready",
	    RULE("A", "age: \"< 18\"", "x: a")
	    RULE("B", "job_ready: yes", "x: b")));
	set_fact(g.facts, &g.arena, DS_FACT_AGE, "20");
	set_fact(g.facts, &g.arena, DS_FACT_JOB_READY, "yes");
	turn(&g, 10);
	assert_int_equal(g.count, 2);
	assert_turn(&g, 0, "age: 20 -> up to 17 = A (1)");
	assert_turn(&g, 1, "job_ready: yes -> no = none (1)");
	ds_arena_free(&g.arena);
}

static void
test_a_table_asked_is_followed_by_its_facts(void **state)
{
	struct ground g;

	stand_on(&g, TABLE("unique", "g.w, job_ready",
	    RULE("A", "g.w: jong, job_ready: yes", "x: a"))
	    "  g:\n    label: G\n    on: youth\n    inputs: [age]\n"
	    "    rules:\n" RULE("G", "age: \"< 18\"", "w: jong"));
	set_fact(g.facts, &g.arena, DS_FACT_AGE, "17");
	set_fact(g.facts, &g.arena, DS_FACT_JOB_READY, "no");
	turn(&g, 10);
	assert_int_equal(g.count, 1);
	assert_turn(&g, 0, "job_ready: no -> yes = A (1)");
	ds_arena_free(&g.arena);
}

static void
test_every_allocation_may_fail(void **state)
{
	struct ground g;
	dossier_status status;
	unsigned long n;

	stand_on(&g, by_two);
	set_fact(g.facts, &g.arena, DS_FACT_WAGE_VALUE, "60");
	for (n = 1; ; n++) {
		struct ds_arena arena = {0};

		ds_mem_fail_at(n);
		status = ds_table_turns(&g.turns, &g.count, &arena, g.pack,
		    ds_pack_table(g.pack, "t"), g.facts, 5, DOSSIER_ENGLISH,
		    NULL);
		ds_arena_free(&arena);
		if (!ds_mem_failed())
			break;
		assert_int_equal(status, DOSSIER_NO_MEMORY);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	assert_true(n > 3);
	ds_arena_free(&g.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_fact_at_a_time_the_nearest_first),
		cmocka_unit_test(test_what_is_not_known_would_decide),
		cmocka_unit_test(test_neighbours_make_one_interval),
		cmocka_unit_test(test_sets_word_by_word),
		cmocka_unit_test(test_collecting_tells_what_would_join),
		cmocka_unit_test(test_a_table_asked_is_followed_by_its_facts),
		cmocka_unit_test(test_every_allocation_may_fail)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
