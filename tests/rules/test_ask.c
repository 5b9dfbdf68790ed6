/* SPDX-License-Identifier: EUPL-1.2 */
/* Tables that collect, that rank, and that ask what another table says. */
#include "packs.h"

/* Who is in which group: S53 of the seed systems, in small. */
static const char groups[] = HEAD
	"tables:\n"
	"  groep:\n"
	"    label: G\n"
	"    on: youth\n"
	"    hit: collect\n"
	"    inputs: [school_kind, job_ready]\n"
	"    rules:\n"
	"    - { id: G3, when: { school_kind: entree }, then: { nr: drie } }\n"
	"    - { id: G4, when: { school_kind: \"entree, mbo-2\", job_ready: no }"
	", then: { nr: vier } }\n"
	"    - { id: G4B, when: { school_kind: mbo-2, job_ready: yes }, "
	"then: { nr: vier } }\n"
	"  aanpak:\n"
	"    label: A\n"
	"    on: youth\n"
	"    hit: priority\n"
	"    order: [zwaar, licht]\n"
	"    inputs: [age, wage_value]\n"
	"    rules:\n"
	"    - { id: P1, when: { age: \"< 18\" }, then: { soort: licht } }\n"
	"    - { id: P2, when: { wage_value: \"<= 50\" }, "
	"then: { soort: zwaar } }\n"
	"    - { id: P3, when: { age: \"< 16\" }, then: { soort: licht } }\n"
	"  samen:\n"
	"    label: S\n"
	"    on: youth\n"
	"    hit: first\n"
	"    inputs: [groep.nr, aanpak.soort]\n"
	"    rules:\n"
	"    - { id: S1, when: { groep.nr: \"all(drie, vier)\" }, "
	"then: { x: beide } }\n"
	"    - { id: S2, when: { groep.nr: none }, then: { x: geen } }\n"
	"    - { id: S3, when: { aanpak.soort: none }, then: { x: niets } }\n"
	"    - { id: S4, then: { x: een } }\n";

struct ground {
	struct ds_arena arena;
	const struct ds_pack *pack;
	struct ds_fact_value facts[DS_FACT_COUNT];
};

static struct ground g;

static int
start(void **state)
{
	(void)state;
	memset(&g, 0, sizeof g);
	g.pack = pack_of(&g.arena, groups, NULL);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	ds_arena_free(&g.arena);
	return 0;
}

static void
know(enum ds_fact fact, const char *value)
{
	memset(&g.facts[fact], 0, sizeof g.facts[fact]);
	if (value != NULL)
		set_fact(g.facts, &g.arena, fact, value);
}

static struct ds_outcome
decide(const char *table)
{
	struct ds_outcome out;

	assert_int_equal(ds_table_decide(&out, g.pack,
	    ds_pack_table(g.pack, table), g.facts, NULL), DOSSIER_OK);
	return out;
}

static void
assert_says(const char *table, const char *name, const char *value)
{
	struct ds_outcome out = decide(table);

	assert_non_null(out.rule);
	assert_string_equal(ds_rule_output(out.rule, name), value);
}

/* Of a learner who is in two groups both are told. */
static void
test_collect_takes_every_true_rule(void **state)
{
	const struct ds_table *table = ds_pack_table(g.pack, "groep");
	const char *words[2];
	struct ds_outcome out;

	(void)state;
	know(DS_FACT_SCHOOL_KIND, "entree");
	know(DS_FACT_JOB_READY, "no");
	out = decide("groep");
	assert_int_equal(out.true_count, 2);
	assert_int_equal(ds_outcome_words(words, 2, table, &out, "nr"), 2);
	assert_string_equal(words[0], "drie");
	assert_string_equal(words[1], "vier");
	/* What can still come true is possible, and the rest is decided. */
	know(DS_FACT_JOB_READY, NULL);
	out = decide("groep");
	assert_int_equal(out.true_count, 1);
	assert_int_equal(out.candidate_count, 2);
	assert_int_equal(out.truth[0], DS_TRUE);
	assert_int_equal(out.truth[1], DS_UNKNOWN);
	assert_int_equal(out.truth[2], DS_FALSE);
	assert_int_equal(out.unknown_count, 1);
	assert_int_equal(out.unknown[0], DS_FACT_JOB_READY);
	know(DS_FACT_SCHOOL_KIND, "vso");
	out = decide("groep");
	assert_true(out.none);
	assert_null(out.rule);
}

static void
test_priority_takes_the_highest(void **state)
{
	struct ds_outcome out;

	(void)state;
	know(DS_FACT_AGE, "15");
	know(DS_FACT_WAGE_VALUE, "30");
	assert_says("aanpak", "soort", "zwaar");
	know(DS_FACT_WAGE_VALUE, "50.01");
	assert_says("aanpak", "soort", "licht");
	/* A rule above it may still come true. */
	know(DS_FACT_WAGE_VALUE, NULL);
	out = decide("aanpak");
	assert_null(out.rule);
	assert_false(out.none);
	assert_int_equal(out.unknown_count, 1);
	assert_int_equal(out.unknown[0], DS_FACT_WAGE_VALUE);
	/* What stands below it or beside it changes nothing. */
	know(DS_FACT_WAGE_VALUE, "30");
	know(DS_FACT_AGE, NULL);
	assert_says("aanpak", "soort", "zwaar");
}

static void
test_a_table_asks_another(void **state)
{
	struct ds_outcome out;

	(void)state;
	know(DS_FACT_SCHOOL_KIND, "entree");
	know(DS_FACT_JOB_READY, "no");
	assert_says("samen", "x", "beide");
	know(DS_FACT_SCHOOL_KIND, "vso");
	assert_says("samen", "x", "geen");
	know(DS_FACT_SCHOOL_KIND, "entree");
	know(DS_FACT_JOB_READY, "yes");
	know(DS_FACT_AGE, "20");
	know(DS_FACT_WAGE_VALUE, "80");
	assert_says("samen", "x", "niets");
	know(DS_FACT_AGE, "17");
	assert_says("samen", "x", "een");
	/* Undecided there is not known here, and its facts are lacking. */
	know(DS_FACT_JOB_READY, NULL);
	out = decide("samen");
	assert_null(out.rule);
	assert_int_equal(out.unknown_count, 1);
	assert_int_equal(out.unknown[0], DS_FACT_JOB_READY);
}

static void
test_every_fact_that_is_asked(void **state)
{
	static const enum ds_fact expected[] = { DS_FACT_SCHOOL_KIND,
	    DS_FACT_JOB_READY, DS_FACT_AGE, DS_FACT_WAGE_VALUE };
	enum ds_fact asked[DS_FACT_COUNT];

	(void)state;
	assert_int_equal(ds_table_facts(asked, g.pack,
	    ds_pack_table(g.pack, "samen")), COUNT(expected));
	assert_memory_equal(asked, expected, sizeof expected);
}

/* A region's own table counts wherever its base asks for it. */
static void
test_the_judging_pack_answers(void **state)
{
	static const char own[] =
		"id: q\nversion: \"1\"\nname: Q\nvalid_from: 2026-01-01\n"
		"extends: p\n"
		"tables:\n"
		"  aanpak:\n"
		"    label: A\n"
		"    on: youth\n"
		"    inputs: [age]\n"
		"    rules:\n"
		"    - { id: Q1, then: { soort: zwaar } }\n"
		"  groep:\n"
		"    label: G\n"
		"    on: youth\n"
		"    inputs: []\n"
		"    rules:\n"
		"    - { id: Q2, then: { nr: drie } }\n";
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const struct ds_pack *pack;

	(void)state;
	/* It no longer says what the base asks it for. */
	assert_int_equal(ds_pack_load(&pack, &g.arena, own, strlen(own),
	    "q.yaml", g.pack, &err), DOSSIER_INVALID);
	assert_non_null(strstr(err.message, "\"vier\""));
}

#define ASKS(name, input) "  " name ": { label: L, on: youth, inputs: [" \
	input "], rules: [{ id: R-" name ", then: { x: a } }] }\n"

static void
test_what_is_refused(void **state)
{
	static const struct refused list[] = {
		{ HEAD "tables:\n" ASKS("a", "b.x") ASKS("b", "c.x")
		    ASKS("c", "a.x"), 6, 3, "asks itself", "" },
		{ HEAD "tables:\n" ASKS("a", "a.x"), 6, 3,
		    "\"a\" asks itself", "" },
		{ HEAD "tables:\n" ASKS("a", "bb.x") ASKS("b", ""), 6, 38,
		    "no such table", "a, b" },
		{ HEAD "tables:\n" ASKS("a", "b.y") ASKS("b", ""), 6, 38,
		    "no rule there says it", "x" },
		{ HEAD "tables:\n" ASKS("b", "")
		    "  a: { label: L, on: place, inputs: [b.x], rules: "
		    "[{ id: A, then: { x: a } }] }\n", 7, 38,
		    "is on place", "" },
		{ HEAD "tables:\n" ASKS("b", "")
		    "  a:\n    label: L\n    on: youth\n    inputs: [b.x]\n"
		    "    rules:\n    - { id: A, when: { b.x: q }, "
		    "then: { y: a } }\n", 12, 7, "never says \"q\"",
		    "a" },
		{ HEAD "tables:\n  a: { label: L, on: youth, hit: priority, "
		    "inputs: [], rules: [{ id: A, then: { x: a } }] }\n", 6,
		    6, "belong together", "" },
		{ HEAD "tables:\n  a: { label: L, on: youth, hit: priority, "
		    "order: [b], inputs: [], rules: [{ id: A, then: { x: a } "
		    "}] }\n", 6, 76, "no place in the order", "b" },
		{ HEAD "tables:\n  a: { label: L, on: youth, inputs: "
		    "[since_exit], rules: [{ id: A, when: { since_exit: "
		    "\"< P1M\" }, then: { x: a } }, { id: B, when: { "
		    "since_exit: \"> P60D\" }, then: { x: b } }] }\n", 6, 6,
		    "in months and in days", "" },
		{ HEAD "tables:\n  a: { label: L, on: youth, inputs: [age], "
		    "rules: [{ id: A, when: { age: all(3) }, "
		    "then: { x: a } }] }\n", 6, 74, "\"all(…)\" has no "
		    "sense", "" },
		{ HEAD "tables:\n  a: { label: L, on: youth, inputs: [], "
		    "rules: [{ id: A, then: { open: maybe } }] }\n", 6, 72,
		    "\"maybe\"", "" },
		{ HEAD "tables:\n  a: { label: L, on: youth, inputs: [], "
		    "rules: [{ id: A, then: { blocks: [bbl, weg] } }] }\n", 6,
		    80, "\"weg\"", "" },
	};

	(void)state;
	assert_refused(list, COUNT(list));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_collect_takes_every_true_rule, start, end),
		cmocka_unit_test_setup_teardown(
		    test_priority_takes_the_highest, start, end),
		cmocka_unit_test_setup_teardown(test_a_table_asks_another,
		    start, end),
		cmocka_unit_test_setup_teardown(
		    test_every_fact_that_is_asked, start, end),
		cmocka_unit_test_setup_teardown(
		    test_the_judging_pack_answers, start, end),
		cmocka_unit_test(test_what_is_refused)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
