/* SPDX-License-Identifier: EUPL-1.2 */
/* Proof of tables: what it finds, where it says it stands, what to do. */
#include <stdio.h>

#include "packs.h"
#include "rules/prove.h"

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

#define MOST 40

struct told {
	size_t count;
	struct {
		enum ds_finding_kind kind;
		bool fault;
		int line, column;
		char rule[20], other[20], message[300], advice[300],
		    example[200];
	} at[MOST];
};

static void
keep(const struct ds_finding *finding, void *payload)
{
	struct told *told = payload;
	size_t i = told->count++;

	assert_true(told->count <= MOST);
	told->at[i].kind = finding->kind;
	told->at[i].fault = finding->fault;
	told->at[i].line = finding->line;
	told->at[i].column = finding->column;
#define KEEP(field, text) snprintf(told->at[i].field, \
	    sizeof told->at[i].field, "%s", (text) == NULL ? "" : (text))
	KEEP(rule, finding->rule == NULL ? NULL : finding->rule->id);
	KEEP(other, finding->other == NULL ? NULL : finding->other->id);
	KEEP(message, finding->message);
	KEEP(advice, finding->advice);
	KEEP(example, finding->example);
}

/* All that is found in a pack; how many faults is checked. */
static struct told
prove(const char *text)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct told told = {0};
	struct ds_arena arena = {0};
	size_t faults, i, marked = 0;

	assert_int_equal(ds_pack_prove(&faults, pack_of(&arena, text, NULL),
	    keep, &told, &err), DOSSIER_OK);
	for (i = 0; i < told.count; i++)
		marked += told.at[i].fault;
	assert_int_equal(faults, marked);
	ds_arena_free(&arena);
	return told;
}

static void
assert_told(const struct told *told, size_t i, enum ds_finding_kind wanted,
    const char *rule, const char *other, const char *example)
{
	assert_true(i < told->count);
	assert_string_equal(ds_finding_name(told->at[i].kind),
	    ds_finding_name(wanted));
	assert_string_equal(told->at[i].rule, rule);
	assert_string_equal(told->at[i].other, other);
	assert_string_equal(told->at[i].example, example);
}

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

/* ---- kinds of input ---- */

static void
test_periods_in_days_have_no_halves(void **state)
{
	struct told told = prove(TABLE("unique", "since_exit",
	    RULE("A", "since_exit: \"<= P6D\"", "x: a")
	    RULE("B", "since_exit: \">= P7D\"", "x: b")));

	assert_int_equal(told.count, 0);
	told = prove(TABLE("unique", "since_exit",
	    RULE("A", "since_exit: \"<= P6M\"", "x: a")
	    RULE("B", "since_exit: \">= P7M\"", "x: b")));
	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_GAP, "", "", "since_exit: P6M1D");
}

static void
test_texts_have_another_word(void **state)
{
	struct told told = prove(TABLE("unique", "municipality",
	    RULE("A", "municipality: 0505", "x: a")
	    RULE("B", "municipality: 0034", "x: b")));

	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_GAP, "", "",
	    "municipality: another word");
}

static void
test_sets_by_their_subsets(void **state)
{
	struct told told = prove(TABLE("unique", "acute_domains",
	    RULE("NONE", "acute_domains: none", "x: a")
	    RULE("BOTH", "acute_domains: \"all(wonen, geld)\"", "x: b")
	    RULE("WONEN", "acute_domains: wonen", "x: c")));

	assert_int_equal(told.count, 2);
	assert_told(&told, 0, DS_FOUND_OVERLAP, "BOTH", "WONEN",
	    "acute_domains: [wonen, geld]");
	assert_told(&told, 1, DS_FOUND_GAP, "", "",
	    "acute_domains: [geld]");
}

static void
test_too_many_words_of_a_set(void **state)
{
	struct told told = prove(TABLE("collect", "acute_domains",
	    RULE("A", "acute_domains: \"a, b, c, d, e, f, g, h, i, j, k\"",
	    "x: a")));

	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_UNPROVEN, "", "", "");
	assert_non_null(strstr(told.at[0].message, "acute_domains"));
}

/* ---- tables that ask tables ---- */

#define GROUPS HEAD \
	"tables:\n" \
	"  groep:\n" \
	"    label: G\n" \
	"    on: youth\n" \
	"    inputs: [age]\n" \
	"    rules:\n" \
	RULE("G-1", "age: \"< 18\"", "g: jong") \
	RULE("G-2", "age: \"[18..27)\"", "g: oud")
#define ASKING(rules) \
	"  t:\n" \
	"    label: T\n" \
	"    on: youth\n" \
	"    inputs: [groep.g]\n" \
	"    rules:\n" rules

static void
test_what_another_table_can_say(void **state)
{
	struct told told = prove(GROUPS
	    "    otherwise: Wie 27 is hoort er niet bij.\n"
	    ASKING(RULE("A", "groep.g: jong", "x: a")
	    RULE("B", "groep.g: not(jong)", "x: b")));

	assert_int_equal(told.count, 0);
	told = prove(GROUPS
	    "    otherwise: Wie 27 is hoort er niet bij.\n"
	    ASKING(RULE("A", "groep.g: jong", "x: a")
	    RULE("B", "groep.g: oud", "x: b")));
	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_GAP, "", "", "groep.g: none");
	/* Without a gap there it never says none. */
	told = prove(GROUPS
	    RULE("G-3", "age: \">= 27\"", "g: oud")
	    ASKING(RULE("A", "groep.g: jong", "x: a")
	    RULE("B", "groep.g: oud", "x: b")
	    RULE("C", "groep.g: none", "x: c")));
	assert_int_equal(told.count, 1);
	assert_told(&told, 0, DS_FOUND_DEAD, "C", "", "");
}

static void
test_a_replaced_table_is_proven_where_it_is_asked(void **state)
{
	static const char base_text[] = GROUPS
	    "    otherwise: Wie 27 is hoort er niet bij.\n"
	    ASKING(RULE("A", "groep.g: jong", "x: a")
	    RULE("B", "groep.g: oud", "x: b")
	    RULE("C", "groep.g: none", "x: c"));
	static const char own[] =
	    "id: q\nversion: \"1\"\nname: Q\nvalid_from: 2026-01-01\n"
	    "extends: p\n"
	    "tables:\n"
	    "  groep:\n"
	    "    label: G\n"
	    "    on: youth\n"
	    "    inputs: [age]\n"
	    "    rules:\n"
	    RULE("Q-1", "age: \"< 18\"", "g: jong")
	    RULE("Q-2", "age: \">= 18\"", "g: oud");
	struct told told = {0};
	struct ds_arena arena = {0};
	const struct ds_pack *base = pack_of(&arena, base_text, NULL);
	size_t faults;

	assert_int_equal(ds_pack_prove(&faults, base, NULL, NULL, NULL),
	    DOSSIER_OK);
	assert_int_equal(faults, 0);
	assert_int_equal(ds_pack_prove(&faults, pack_of(&arena, own, base),
	    keep, &told, NULL), DOSSIER_OK);
	assert_int_equal(faults, 1);
	assert_told(&told, 0, DS_FOUND_DEAD, "C", "", "");
	ds_arena_free(&arena);
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
		cmocka_unit_test(test_periods_in_days_have_no_halves),
		cmocka_unit_test(test_texts_have_another_word),
		cmocka_unit_test(test_sets_by_their_subsets),
		cmocka_unit_test(test_too_many_words_of_a_set),
		cmocka_unit_test(test_what_another_table_can_say),
		cmocka_unit_test(test_a_replaced_table_is_proven_where_it_is_asked),
		cmocka_unit_test(test_rules_that_can_never_decide),
		cmocka_unit_test(test_inputs_without_use_or_source),
		cmocka_unit_test(test_every_allocation_may_fail)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
