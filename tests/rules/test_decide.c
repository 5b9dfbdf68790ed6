/* SPDX-License-Identifier: EUPL-1.2 */
/* Decision tables: three truths, two hit policies, and contradictions. */
#include "packs.h"

#define UNIQUE HEAD \
	"tables:\n" \
	"  t:\n" \
	"    label: T\n" \
	"    on: youth\n" \
	"    inputs: [wage_value, school_kind]\n" \
	"    rules:\n"

static const char by_wage[] = UNIQUE
	"    - { id: LOW, when: { wage_value: \"<= 50\" }, "
	"then: { route: participatieplek } }\n"
	"    - { id: HIGH, when: { wage_value: \"(50..100]\" }, "
	"then: { route: betaald-werk, steun: [a, b] } }\n";

/* LOW and VSO can hold together: proof comes before use, later. */
static const char contradicting[] = UNIQUE
	"    - { id: LOW, when: { wage_value: \"<= 50\" }, then: { x: a } }\n"
	"    - { id: VSO, when: { school_kind: vso }, then: { x: b } }\n";

static const char first[] = HEAD
	"tables:\n"
	"  t:\n"
	"    label: T\n"
	"    on: youth\n"
	"    hit: first\n"
	"    inputs: [wage_value, school_kind]\n"
	"    rules:\n"
	"    - { id: ENTREE, when: { school_kind: entree }, then: { x: a } }\n"
	"    - { id: LOW, when: { wage_value: \"<= 50\" }, then: { x: b } }\n"
	"    - { id: REST, then: { x: c } }\n";

struct ground {
	struct ds_arena arena;
	const struct ds_pack *pack;
	const struct ds_table *table;
	struct ds_fact_value facts[DS_FACT_COUNT];
};

static void
stand_on(struct ground *ground, const char *text)
{
	memset(ground, 0, sizeof *ground);
	ground->pack = pack_of(&ground->arena, text, NULL);
	ground->table = ds_pack_table(ground->pack, "t");
	assert_non_null(ground->table);
}

static struct ds_outcome
decide(struct ground *ground, const char *wage, const char *school)
{
	struct ds_outcome out;

	memset(ground->facts, 0, sizeof ground->facts);
	if (wage != NULL)
		set_fact(ground->facts, &ground->arena, DS_FACT_WAGE_VALUE,
		    wage);
	if (school != NULL)
		set_fact(ground->facts, &ground->arena, DS_FACT_SCHOOL_KIND,
		    school);
	assert_int_equal(ds_table_decide(&out, ground->pack, ground->table,
	    ground->facts, NULL), DOSSIER_OK);
	return out;
}

static void
assert_rule(const struct ds_outcome *out, const char *id)
{
	assert_non_null(out->rule);
	assert_string_equal(out->rule->id, id);
	assert_false(out->none);
}

static void
test_unique_decides_on_one_true_rule(void **state)
{
	struct ground g;
	struct ds_outcome out;

	(void)state;
	stand_on(&g, by_wage);
	out = decide(&g, "50", NULL);
	assert_rule(&out, "LOW");
	assert_int_equal(out.candidate_count, 1);
	out = decide(&g, "50.01", NULL);
	assert_rule(&out, "HIGH");
	assert_string_equal(ds_rule_output(out.rule, "route"),
	    "betaald-werk");
	assert_string_equal(ds_rule_output(out.rule, "steun"), "a\nb");
	assert_null(ds_rule_output(out.rule, "anders"));
	assert_string_equal(out.rule->pack->id, "p");
	ds_arena_free(&g.arena);
}

static void
test_no_rule_fits(void **state)
{
	struct ground g;
	struct ds_outcome out;

	(void)state;
	stand_on(&g, by_wage);
	out = decide(&g, "100.01", NULL);
	assert_null(out.rule);
	assert_true(out.none);
	assert_int_equal(out.candidate_count, 0);
	assert_int_equal(out.unknown_count, 0);
	ds_arena_free(&g.arena);
}

static void
test_missing_is_undecided_and_named_once(void **state)
{
	struct ground g;
	struct ds_outcome out;

	(void)state;
	stand_on(&g, by_wage);
	out = decide(&g, NULL, "vso");
	assert_null(out.rule);
	assert_false(out.none);
	assert_int_equal(out.candidate_count, 2);
	assert_int_equal(out.unknown_count, 1);
	assert_int_equal(out.unknown[0], DS_FACT_WAGE_VALUE);
	ds_arena_free(&g.arena);
}

static void
test_a_true_rule_waits_for_one_that_may_still_hold(void **state)
{
	struct ground g;
	struct ds_outcome out;

	(void)state;
	stand_on(&g, contradicting);
	out = decide(&g, "10", NULL);
	assert_null(out.rule);
	assert_int_equal(out.candidate_count, 2);
	assert_int_equal(out.unknown_count, 1);
	assert_int_equal(out.unknown[0], DS_FACT_SCHOOL_KIND);
	out = decide(&g, "10", "entree");
	assert_rule(&out, "LOW");
	out = decide(&g, "60", "vso");
	assert_rule(&out, "VSO");
	/* One candidate is left, but it is not true. */
	out = decide(&g, "60", NULL);
	assert_null(out.rule);
	assert_int_equal(out.candidate_count, 1);
	ds_arena_free(&g.arena);
}

static void
test_two_true_rules_are_an_error_that_names_both(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_outcome out;
	struct ground g;

	(void)state;
	stand_on(&g, contradicting);
	set_fact(g.facts, &g.arena, DS_FACT_WAGE_VALUE, "10");
	set_fact(g.facts, &g.arena, DS_FACT_SCHOOL_KIND, "vso");
	assert_int_equal(ds_table_decide(&out, g.pack, g.table, g.facts, &err),
	    DOSSIER_INVALID);
	assert_non_null(strstr(err.message, "LOW"));
	assert_non_null(strstr(err.message, "VSO"));
	assert_non_null(strstr(err.message, "\"p\""));
	ds_arena_free(&g.arena);
}

static void
test_first_takes_the_first_true_rule(void **state)
{
	struct ground g;
	struct ds_outcome out;

	(void)state;
	stand_on(&g, first);
	out = decide(&g, "10", "entree");
	assert_rule(&out, "ENTREE");
	out = decide(&g, "10", "vso");
	assert_rule(&out, "LOW");
	out = decide(&g, "60", "vso");
	assert_rule(&out, "REST");
	/* What comes after a true rule does not matter. */
	out = decide(&g, NULL, "entree");
	assert_rule(&out, "ENTREE");
	assert_int_equal(out.candidate_count, 1);
	ds_arena_free(&g.arena);
}

static void
test_first_is_blocked_by_an_earlier_unknown(void **state)
{
	struct ground g;
	struct ds_outcome out;

	(void)state;
	stand_on(&g, first);
	out = decide(&g, "10", NULL);
	assert_null(out.rule);
	assert_false(out.none);
	assert_int_equal(out.candidate_count, 2);
	assert_int_equal(out.unknown_count, 1);
	assert_int_equal(out.unknown[0], DS_FACT_SCHOOL_KIND);
	out = decide(&g, NULL, NULL);
	assert_int_equal(out.candidate_count, 3);
	assert_int_equal(out.unknown_count, 2);
	ds_arena_free(&g.arena);
}

/* false ∧ unknown = false; true ∧ unknown = unknown. */
static void
test_conditions_are_kleenes_and(void **state)
{
	static const char *const cells[] = { "> 50", "<= 50" };
	static const enum ds_truth expected[] = { DS_FALSE, DS_UNKNOWN };
	struct ds_fact_value facts[DS_FACT_COUNT] = {0};
	const struct ds_fact_value *const values[] = {
		&facts[DS_FACT_SCHOOL_KIND], &facts[DS_FACT_WAGE_VALUE]
	};
	struct ds_condition both[2] = {0};
	struct ds_arena arena = {0};
	size_t i;

	(void)state;
	set_fact(facts, &arena, DS_FACT_WAGE_VALUE, "10");
	both[0].at = 0;
	both[1].at = 1;
	assert_int_equal(ds_cell_parse(&both[0].cell, &arena,
	    &ds_fact_defs[DS_FACT_SCHOOL_KIND], "vso", NULL), DOSSIER_OK);
	for (i = 0; i < COUNT(cells); i++) {
		assert_int_equal(ds_cell_parse(&both[1].cell, &arena,
		    &ds_fact_defs[DS_FACT_WAGE_VALUE], cells[i], NULL), DOSSIER_OK);
		assert_int_equal(ds_conditions_test(both, 2, values),
		    expected[i]);
	}
	assert_int_equal(ds_conditions_test(NULL, 0, values), DS_TRUE);
	ds_arena_free(&arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unique_decides_on_one_true_rule),
		cmocka_unit_test(test_no_rule_fits),
		cmocka_unit_test(test_missing_is_undecided_and_named_once),
		cmocka_unit_test(
		    test_a_true_rule_waits_for_one_that_may_still_hold),
		cmocka_unit_test(
		    test_two_true_rules_are_an_error_that_names_both),
		cmocka_unit_test(test_first_takes_the_first_true_rule),
		cmocka_unit_test(test_first_is_blocked_by_an_earlier_unknown),
		cmocka_unit_test(test_conditions_are_kleenes_and)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
