/* SPDX-License-Identifier: EUPL-1.2 */
/* Proof of tables: what it finds, where it says it stands, what to do. */
#include "told.h"

/* ---- overlaps ---- */

static void
test_a_table_that_is_right(void **state)
{
	struct told told = prove(TABLE("unique", "wage_value, school_kind",
	    RULE("LOW", "wage_value: \"<= 50\"", "x: a")
	    RULE("VSO", "wage_value: \"> 50\", school_kind: vso", "x: b")
	    RULE("REST", "wage_value: \"> 50\", school_kind: not(vso)",
	    "x: c")));

	assert_int_equal(told.count, 0);
}

static void
test_overlap_with_an_example_and_what_to_write(void **state)
{
	struct told told = prove(TABLE("unique", "wage_value",
	    RULE("LOW", "wage_value: \"<= 50\"", "x: a")
	    RULE("HIGH", "wage_value: \">= 50\"", "x: b")));

	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_OVERLAP, "LOW", "HIGH",
	    "wage_value: 50");
	assert_int_equal(told.at[0].line, 13);
	assert_int_equal(told.at[0].column, 9);
	assert_true(told.at[0].fault);
	assert_string_equal(told.at[0].message, "In the table \"t\" the rules "
	    "LOW and HIGH hold at once, for example with wage_value: 50.");
	assert_string_equal(told.at[0].advice, "Make of \"wage_value: >= 50\" "
	    "in HIGH for example \"> 50\".");
}

/* Only what truly parts the two is proposed. */
static void
test_advice_is_derived_or_general(void **state)
{
	struct told told = prove(TABLE("unique", "age",
	    RULE("A", "age: \"[10..20]\"", "x: a")
	    RULE("B", "age: \"20\"", "x: b")
	    RULE("C", "age: \"< 10\"", "x: c")
	    RULE("D", "age: \"> 20, 15\"", "x: d")));

	assert_int_equal(told.count, 2);
	assert_told(&told, 0, DS_FOUND_OVERLAP, "A", "B", "age: 20");
	assert_string_equal(told.at[0].advice,
	    "Make of \"age: [10..20]\" in A for example \"[10..20)\".");
	assert_told(&told, 1, DS_FOUND_OVERLAP, "A", "D", "age: 15");
	assert_non_null(strstr(told.at[1].advice, "exclude each other"));
	told = prove(TABLE("unique", "age",
	    RULE("A", "age: \"20, 30\"", "x: a")
	    RULE("B", "age: \"[20..30]\"", "x: b")
	    RULE("C", "age: \"not([20..30])\"", "x: c")));
	assert_int_equal(told.count, 1);
	assert_non_null(strstr(told.at[0].advice, "exclude each other"));
}

/* The example names only what the two rules test. */
static void
test_an_example_holds_what_matters(void **state)
{
	struct told told = prove(TABLE("unique",
	    "age, school_kind, job_ready",
	    RULE("A", "age: \"< 18\"", "x: a")
	    RULE("B", "school_kind: vso", "x: b")
	    RULE("C", "age: \">= 18\", school_kind: not(vso), job_ready: yes",
	    "x: c")
	    RULE("D", "age: \">= 18\", school_kind: not(vso), job_ready: no",
	    "x: d")));

	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_OVERLAP, "A", "B",
	    "age: 17, school_kind: vso");
}

static void
test_priority_lets_ranks_overlap(void **state)
{
	static const char same_rank[] = HEAD
	    "tables:\n"
	    "  t:\n"
	    "    label: T\n"
	    "    on: youth\n"
	    "    hit: priority\n"
	    "    order: [a, b]\n"
	    "    inputs: [age, job_ready]\n"
	    "    rules:\n"
	    RULE("A", "age: \"< 18\"", "x: a")
	    RULE("B-1", "job_ready: yes", "x: b, y: een")
	    RULE("B-2", "age: \"< 27\"", "x: b, y: twee")
	    RULE("B-3", "age: \">= 27\", job_ready: no", "x: b, y: drie");
	struct told told = prove(same_rank);

	/* Under 18 the first rule goes before both. */
	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_OVERLAP, "B-1", "B-2",
	    "age: 18, job_ready: yes");
}

/* ---- gaps ---- */

static void
test_a_gap_with_an_example(void **state)
{
	struct told told = prove(TABLE("unique", "wage_value, job_ready",
	    RULE("LOW", "wage_value: \"< 50\"", "x: a")
	    RULE("HIGH", "wage_value: \"> 50\", job_ready: yes", "x: b")));

	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_GAP, "", "",
	    "wage_value: 50, job_ready: no");
	assert_int_equal(told.at[0].line, 6);
	assert_non_null(strstr(told.at[0].advice, "otherwise"));
}

static void
test_otherwise_belongs_where_there_is_a_gap(void **state)
{
	struct told told = prove(TABLE("unique", "job_ready",
	    RULE("A", "job_ready: yes", "x: a"))
	    "    otherwise: Daar zegt de bron niets over.\n");

	assert_int_equal(told.count, 0);
	told = prove(TABLE("unique", "job_ready",
	    RULE("A", "job_ready: \"yes, no\"", "x: a"))
	    "    otherwise: Daar zegt de bron niets over.\n");
	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_NO_GAP, "", "", "");
}

/* Unknown is no gap, but a table that asks for it must answer it. */
static void
test_unknown_asked_for_on_purpose(void **state)
{
	struct told told = prove(TABLE("first", "age",
	    RULE("YOUNG", "age: \"< 18\"", "x: a")
	    RULE("OLD", "age: \">= 18\"", "x: b")
	    RULE("NOT", "age: unknown", "x: c")));

	/* The first rule is unknown there, and blocks. */
	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_DEAD, "NOT", "", "");
	told = prove(TABLE("first", "age",
	    RULE("NOT", "age: unknown", "x: c")
	    RULE("YOUNG", "age: \"< 18\"", "x: a")
	    RULE("OLD", "age: \">= 18\"", "x: b")));
	assert_int_equal(told.count, 0);
	told = prove(TABLE("unique", "age",
	    RULE("KNOWN", "age: not(unknown)", "x: c")));
	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_GAP, "", "", "age: unknown");
}

/* ---- rules and inputs without use ---- */

static void
test_rules_that_can_never_decide(void **state)
{
	struct told told = prove(TABLE("unique", "age",
	    RULE("A", "age: \"< 200\"", "x: a")
	    RULE("B", "age: \"> 200\"", "x: b")));

	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_DEAD, "B", "", "");
	assert_non_null(strstr(told.at[0].message, "\"> 200\""));
	told = prove(TABLE("first", "age",
	    RULE("A", "age: \"< 18\"", "x: a")
	    RULE("B", "age: \">= 17\"", "x: b")
	    RULE("C", "age: \"[10..20]\"", "x: c")
	    RULE("D", "", "x: d")));
	assert_int_equal(told.count, 2);
	assert_told(&told, 0, DS_FOUND_DEAD, "C", "", "");
	assert_told(&told, 1, DS_FOUND_DEAD, "D", "", "");
}

static void
test_inputs_without_use_or_source(void **state)
{
	struct told told = prove(TABLE("unique", "age, job_ready",
	    RULE("A", "age: \"-\", job_ready: \"yes, no\"", "x: a")));

	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_UNTESTED, "", "", "");
	assert_int_equal(told.at[0].line, 10);
	told = prove(HEAD
	    "tables:\n"
	    "  t:\n"
	    "    label: T\n"
	    "    on: cost\n"
	    "    inputs: [cost_head]\n"
	    "    rules:\n"
	    RULE("A", "cost_head: lkv", "x: a")
	    RULE("B", "cost_head: not(lkv)", "x: b"));
	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_UNSUPPLIED, "", "", "");
	assert_false(told.at[0].fault);
}

static void
test_every_allocation_may_fail(void **state)
{
	static const char text[] = TABLE("unique", "age, acute_domains",
	    RULE("A", "age: \"< 18\", acute_domains: \"a, b\"", "x: a")
	    RULE("B", "age: \"[17..27)\"", "x: b"));
	struct ds_arena arena = {0};
	const struct ds_pack *pack = pack_of(&arena, text, NULL);
	struct told told;
	dossier_status status;
	size_t faults;
	unsigned long n;

	for (n = 1; ; n++) {
		memset(&told, 0, sizeof told);
		ds_mem_fail_at(n);
		status = ds_pack_prove(&faults, pack, keep, &told, NULL);
		if (!ds_mem_failed())
			break;
		assert_int_equal(status, DOSSIER_NO_MEMORY);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	assert_int_equal(told.count, 2);
	assert_true(n > 3);
	ds_arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_table_that_is_right),
		cmocka_unit_test(test_overlap_with_an_example_and_what_to_write),
		cmocka_unit_test(test_advice_is_derived_or_general),
		cmocka_unit_test(test_an_example_holds_what_matters),
		cmocka_unit_test(test_priority_lets_ranks_overlap),
		cmocka_unit_test(test_a_gap_with_an_example),
		cmocka_unit_test(test_otherwise_belongs_where_there_is_a_gap),
		cmocka_unit_test(test_unknown_asked_for_on_purpose),
		cmocka_unit_test(test_rules_that_can_never_decide),
		cmocka_unit_test(test_inputs_without_use_or_source),
		cmocka_unit_test(test_every_allocation_may_fail)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
