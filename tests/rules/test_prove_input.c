/* SPDX-License-Identifier: EUPL-1.2 */
/* Proof over each kind of input, and over what other tables say. */
#include "told.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_periods_in_days_have_no_halves),
		cmocka_unit_test(test_texts_have_another_word),
		cmocka_unit_test(test_sets_by_their_subsets),
		cmocka_unit_test(test_too_many_words_of_a_set),
		cmocka_unit_test(test_what_another_table_can_say),
		cmocka_unit_test(test_a_replaced_table_is_proven_where_it_is_asked)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
