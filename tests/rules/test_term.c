/* SPDX-License-Identifier: EUPL-1.2 */
/* Terms on a day, checklists, and a pack's examples. */
#include "packs.h"

static const char text[] = HEAD
	"tables:\n"
	"  wait:\n"
	"    label: W\n"
	"    on: youth\n"
	"    inputs: [school_kind]\n"
	"    rules:\n"
	"      - { id: NONE, when: { school_kind: vso }, "
	"then: { period: P0D } }\n"
	"      - { id: FOUR, when: { school_kind: entree }, "
	"then: { period: P28D } }\n"
	"terms:\n"
	"  meet:\n"
	"    label: Meet\n"
	"    on: youth\n"
	"    anchor: expected_exit\n"
	"    before: P6M\n"
	"    met_by: [{ meeting: uitstroomoverleg }]\n"
	"    responsible: lead\n"
	"  agree:\n"
	"    label: Agree\n"
	"    on: youth\n"
	"    anchor: expected_exit\n"
	"    before: P0D\n"
	"    opens: last_year_start\n"
	"    met_by:\n"
	"      - agreement: plek\n"
	"      - moment: telefoon, bezoek\n"
	"    window: P1Y\n"
	"    responsible: municipality\n"
	"  access:\n"
	"    label: Access\n"
	"    on: youth\n"
	"    anchor: applied_on\n"
	"    after: { table: wait }\n"
	"    when: { applied_on: not(unknown), profile: not(dagbesteding) }\n"
	"    responsible: municipality\n"
	"checklists:\n"
	"  handover:\n"
	"    - { id: exit, label: Exit, fact: expected_exit }\n"
	"    - { id: place, label: Place, agreement: plek }\n";

struct ground {
	struct ds_arena arena;
	const struct ds_pack *pack;
	struct ds_youth_facts youth;
	struct ds_happened happened[4];
};

static void
stand_on(struct ground *g)
{
	memset(g, 0, sizeof *g);
	g->pack = pack_of(&g->arena, text, NULL);
	g->youth.opened_on = day_of("2020-01-01");
	g->youth.happened = g->happened;
}

static void
know(struct ground *g, enum ds_fact fact, const char *value)
{
	set_fact(g->youth.fact, &g->arena, fact, value);
}

static void
happen(struct ground *g, enum ds_happening what, const char *kind,
    const char *on)
{
	g->happened[g->youth.happened_count++] = (struct ds_happened){
		what, kind, day_of(on)
	};
}

static struct ds_term_result
on_day(struct ground *g, const char *id, const char *today)
{
	struct ds_term_result result;

	assert_int_equal(ds_term_evaluate(&result, g->pack,
	    ds_pack_term(g->pack, id),
	    &g->youth, day_of(today), NULL), DOSSIER_OK);
	return result;
}

static void
assert_result(struct ds_term_result result, const char *state,
    const char *due, int days)
{
	char iso[DS_DAY_TEXT];

	assert_string_equal(ds_term_state_name(result.state), state);
	assert_string_equal(ds_day_iso(result.due, iso), due);
	assert_int_equal(result.days, days);
}

/* S02 T1. */
static void
test_half_a_year_before_the_exit(void **state)
{
	struct ground g;

	(void)state;
	stand_on(&g);
	know(&g, DS_FACT_EXPECTED_EXIT, "2026-07-17");
	assert_result(on_day(&g, "meet", "2026-01-10"), "due", "2026-01-17",
	    7);
	assert_result(on_day(&g, "meet", "2026-01-17"), "due", "2026-01-17",
	    0);
	assert_result(on_day(&g, "meet", "2026-01-18"), "late", "2026-01-17",
	    1);
	know(&g, DS_FACT_EXPECTED_EXIT, "2026-08-31");
	assert_result(on_day(&g, "meet", "2026-02-28"), "due", "2026-02-28",
	    0);
	ds_arena_free(&g.arena);
}

static void
test_late_from_intake_is_told_apart(void **state)
{
	struct ground g;

	(void)state;
	stand_on(&g);
	know(&g, DS_FACT_EXPECTED_EXIT, "2026-07-17");
	g.youth.opened_on = day_of("2026-01-17");
	assert_result(on_day(&g, "meet", "2026-02-17"), "late", "2026-01-17",
	    31);
	g.youth.opened_on = day_of("2026-01-18");
	assert_result(on_day(&g, "meet", "2026-02-17"), "late_from_intake",
	    "2026-01-17", 31);
	ds_arena_free(&g.arena);
}

static void
test_met_keeps_its_day_also_when_late(void **state)
{
	struct ds_term_result result;
	struct ground g;

	(void)state;
	stand_on(&g);
	know(&g, DS_FACT_EXPECTED_EXIT, "2026-07-17");
	happen(&g, DS_HAD_MEETING, "bezoek", "2025-12-01");
	happen(&g, DS_HAD_MEETING, "uitstroomoverleg", "2026-02-02");
	happen(&g, DS_HAD_MEETING, "uitstroomoverleg", "2026-01-28");
	/* What lies after today has not happened yet. */
	result = on_day(&g, "meet", "2026-01-27");
	assert_int_equal(result.state, DS_TERM_LATE);
	result = on_day(&g, "meet", "2026-03-01");
	assert_int_equal(result.state, DS_TERM_MET);
	assert_int_equal(result.met_on.number, day_of("2026-01-28").number);
	assert_int_equal(result.days, 0);
	ds_arena_free(&g.arena);
}

static void
test_all_needs_and_their_alternatives_within_the_window(void **state)
{
	struct ds_term_result result;
	struct ground g;

	(void)state;
	stand_on(&g);
	know(&g, DS_FACT_EXPECTED_EXIT, "2026-07-31");
	know(&g, DS_FACT_LAST_YEAR_START, "2025-08-01");
	happen(&g, DS_HAD_AGREEMENT, "plek", "2025-07-30");
	happen(&g, DS_HAD_MOMENT, "bezoek", "2026-03-02");
	result = on_day(&g, "agree", "2026-05-01");
	assert_result(result, "due", "2026-07-31", 91);
	assert_int_equal(result.opens.number, day_of("2025-08-01").number);
	happen(&g, DS_HAD_AGREEMENT, "plek", "2025-07-31");
	happen(&g, DS_HAD_MOMENT, "telefoon", "2026-02-02");
	result = on_day(&g, "agree", "2026-05-01");
	assert_int_equal(result.state, DS_TERM_MET);
	assert_int_equal(result.met_on.number, day_of("2026-02-02").number);
	ds_arena_free(&g.arena);
}

/* S02 T5: the wait comes from a table. */
static void
test_period_from_a_table(void **state)
{
	struct ground g;

	(void)state;
	stand_on(&g);
	know(&g, DS_FACT_APPLIED_ON, "2026-03-02");
	know(&g, DS_FACT_PROFILE, "arbeid");
	know(&g, DS_FACT_SCHOOL_KIND, "vso");
	assert_result(on_day(&g, "access", "2026-03-02"), "due",
	    "2026-03-02", 0);
	/* Nothing is asked for: the day just comes. */
	assert_result(on_day(&g, "access", "2026-03-03"), "met",
	    "2026-03-02", 0);
	know(&g, DS_FACT_SCHOOL_KIND, "entree");
	assert_result(on_day(&g, "access", "2026-03-02"), "due",
	    "2026-03-30", 28);
	/* No rule fits: the term does not apply. */
	know(&g, DS_FACT_SCHOOL_KIND, "geen");
	assert_result(on_day(&g, "access", "2026-03-02"), "not_applicable",
	    "", 0);
	ds_arena_free(&g.arena);
}

static void
test_cannot_say_names_what_is_missing(void **state)
{
	struct ds_term_result result;
	struct ground g;

	(void)state;
	stand_on(&g);
	result = on_day(&g, "meet", "2026-03-02");
	assert_result(result, "cannot_say", "", 0);
	assert_int_equal(result.unknown, DS_FACT_EXPECTED_EXIT);
	/* Without an application nothing has to be known. */
	result = on_day(&g, "access", "2026-03-02");
	assert_result(result, "not_applicable", "", 0);
	assert_int_equal(result.unknown, -1);
	know(&g, DS_FACT_APPLIED_ON, "2026-03-02");
	result = on_day(&g, "access", "2026-03-02");
	assert_int_equal(result.unknown, DS_FACT_PROFILE);
	know(&g, DS_FACT_PROFILE, "arbeid");
	result = on_day(&g, "access", "2026-03-02");
	assert_result(result, "cannot_say", "", 0);
	assert_int_equal(result.unknown, DS_FACT_SCHOOL_KIND);
	know(&g, DS_FACT_PROFILE, "dagbesteding");
	assert_result(on_day(&g, "access", "2026-03-02"), "not_applicable",
	    "", 0);
	ds_arena_free(&g.arena);
}

static void
test_checklist_items(void **state)
{
	const struct ds_checklist *list;
	struct ground g;

	(void)state;
	stand_on(&g);
	list = ds_pack_checklist(g.pack, "handover");
	assert_int_equal(list->count, 2);
	assert_false(ds_item_present(&list->items[0], &g.youth));
	assert_false(ds_item_present(&list->items[1], &g.youth));
	know(&g, DS_FACT_EXPECTED_EXIT, "2026-07-31");
	happen(&g, DS_HAD_AGREEMENT, "ondersteuning", "2026-03-02");
	assert_true(ds_item_present(&list->items[0], &g.youth));
	assert_false(ds_item_present(&list->items[1], &g.youth));
	happen(&g, DS_HAD_AGREEMENT, "plek", "2026-03-02");
	assert_true(ds_item_present(&list->items[1], &g.youth));
	ds_arena_free(&g.arena);
}

static void
test_states_have_names_and_labels(void **state)
{
	(void)state;
	assert_string_equal(ds_term_state_name(DS_TERM_LATE_FROM_INTAKE),
	    "late_from_intake");
	assert_string_equal(ds_term_state_label(DS_TERM_LATE_FROM_INTAKE),
	    "late from intake");
}

/* ---- examples ---- */

static void
keep(const struct ds_example *example, const char *message,
    void *payload)
{
	char *all = payload;
	size_t size = strlen(all);

	strncat(all, message, 2000 - size - 2);
	strncat(all, "\n", 2);
}

static void
test_examples_that_fail_are_told_with_their_line(void **state)
{
	static const char examples[] = HEAD
	    "tables:\n"
	    "  t:\n"
	    "    label: T\n"
	    "    on: youth\n"
	    "    inputs: [wage_value]\n"
	    "    rules:\n"
	    "      - { id: A, when: { wage_value: \"<= 50\" }, "
	    "then: { x: [a, b] } }\n"
	    "      - { id: B, when: { wage_value: \">= 50\" }, "
	    "then: { x: c } }\n"
	    "terms:\n"
	    "  m: { label: M, on: youth, anchor: left_on, after: P1D,\n"
	    "       responsible: school }\n"
	    "examples:\n"
	    "  - { name: good, table: t, facts: { wage_value: 1 }, "
	    "expect: { x: [a, b] } }\n"
	    "  - { name: other, table: t, facts: { wage_value: 1 }, "
	    "expect: { x: c } }\n"
	    "  - { name: open, table: t, facts: {}, expect: none }\n"
	    "  - { name: shut, table: t, facts: { wage_value: 1 }, "
	    "expect: undecided }\n"
	    "  - { name: both, table: t, facts: { wage_value: 50 }, "
	    "expect: { x: c } }\n"
	    "  - { name: term, term: m, today: 2026-01-01, facts: { left_on: "
	    "2026-01-01 }, expect: { state: due, days: 2 } }\n"
	    "  - { name: said, term: m, today: 2026-01-01, facts: { left_on: "
	    "2026-01-01 }, expect: { state: due, due: 2026-01-02, days: 1 } }"
	    "\n";
	static const char expected[] =
	    "Line 18, example \"other\": expected x: c, found x: a,b.\n"
	    "Line 19, example \"open\": expected no rule that fits, found "
	    "undecided.\n"
	    "Line 20, example \"shut\": expected undecided, found A: a,b.\n"
	    "Line 21, example \"both\": In the table \"t\" of the pack \"p\" "
	    "two rules hold at once: A and B.\n"
	    "Line 22, example \"term\": expected days: 2, found days: 1.\n";
	struct ds_arena arena = {0};
	char all[2000] = "";
	size_t failed;

	(void)state;
	assert_int_equal(ds_pack_test(&failed, pack_of(&arena, examples,
	    NULL), keep, all, NULL), DOSSIER_OK);
	assert_string_equal(all, expected);
	assert_int_equal(failed, 5);
	ds_arena_free(&arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_half_a_year_before_the_exit),
		cmocka_unit_test(test_late_from_intake_is_told_apart),
		cmocka_unit_test(test_met_keeps_its_day_also_when_late),
		cmocka_unit_test(
		    test_all_needs_and_their_alternatives_within_the_window),
		cmocka_unit_test(test_period_from_a_table),
		cmocka_unit_test(test_cannot_say_names_what_is_missing),
		cmocka_unit_test(test_checklist_items),
		cmocka_unit_test(test_states_have_names_and_labels),
		cmocka_unit_test(
		    test_examples_that_fail_are_told_with_their_line)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
