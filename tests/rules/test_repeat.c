/* SPDX-License-Identifier: EUPL-1.2 */
/* Terms that come back, and terms that count from what happened. */
#include "packs.h"

static const char text[] = HEAD
	"terms:\n"
	"  call:\n"
	"    label: C\n"
	"    on: youth\n"
	"    anchor: { placement: contract }\n"
	"    after: [P1D, P7D, P30D, P90D]\n"
	"    met_by: [{ moment: \"telefoon, bezoek\" }]\n"
	"    window: P5D\n"
	"    responsible: lead\n";

static struct {
	struct ds_arena arena;
	const struct ds_pack *pack;
	struct ds_youth_facts youth;
	struct ds_happened happened[8];
} g;

static int
start(void **state)
{
	(void)state;
	memset(&g, 0, sizeof g);
	g.pack = pack_of(&g.arena, text, NULL);
	g.youth.opened_on = day_of("2020-01-01");
	g.youth.happened = g.happened;
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
happen(enum ds_happening what, const char *kind, const char *on)
{
	g.happened[g.youth.happened_count++] = (struct ds_happened){
		what, kind, day_of(on)
	};
}

static void
assert_on(const char *today, const char *state, const char *due, int turn,
    int missed)
{
	struct ds_term_result result;
	char iso[DS_DAY_TEXT];

	assert_int_equal(ds_term_evaluate(&result, g.pack,
	    ds_pack_term(g.pack, "call"), &g.youth, day_of(today), NULL),
	    DOSSIER_OK);
	assert_string_equal(ds_term_state_name(result.state), state);
	assert_string_equal(ds_day_iso(result.due, iso), due);
	assert_int_equal(result.turn, turn);
	assert_int_equal(result.missed, missed);
}

static void
test_nothing_to_count_from(void **state)
{
	(void)state;
	assert_on("2026-09-01", "not_applicable", "", 0, 0);
}

/* Contract on 1 September: 2, 8 September, 1 October, 30 November. */
static void
test_each_day_in_its_turn(void **state)
{
	(void)state;
	happen(DS_HAD_PLACEMENT, "contract", "2026-09-01");
	assert_on("2026-09-01", "due", "2026-09-02", 1, 0);
	assert_on("2026-09-02", "due", "2026-09-02", 1, 0);
	assert_on("2026-09-03", "late", "2026-09-02", 1, 0);
	happen(DS_HAD_MOMENT, "telefoon", "2026-09-03");
	assert_on("2026-09-03", "due", "2026-09-08", 2, 0);
	happen(DS_HAD_MOMENT, "bezoek", "2026-09-08");
	assert_on("2026-09-08", "due", "2026-10-01", 3, 0);
	/* Too early for the month: the window is five days. */
	happen(DS_HAD_MOMENT, "bezoek", "2026-09-25");
	assert_on("2026-09-25", "due", "2026-10-01", 3, 0);
	happen(DS_HAD_MOMENT, "bezoek", "2026-09-26");
	assert_on("2026-09-26", "due", "2026-11-30", 4, 0);
	happen(DS_HAD_MOMENT, "telefoon", "2026-12-04");
	assert_on("2026-12-03", "late", "2026-11-30", 4, 0);
	assert_on("2026-12-04", "met", "2026-11-30", 4, 0);
}

/* A turn that another has overtaken is missed, and not made up for. */
static void
test_a_missed_turn_is_counted(void **state)
{
	(void)state;
	happen(DS_HAD_PLACEMENT, "contract", "2026-09-01");
	assert_on("2026-09-20", "late", "2026-09-08", 2, 1);
	happen(DS_HAD_MOMENT, "brief", "2026-09-21");
	assert_on("2026-09-21", "late", "2026-09-08", 2, 1);
	happen(DS_HAD_MOMENT, "telefoon", "2026-09-22");
	assert_on("2026-09-22", "due", "2026-10-01", 3, 1);
	assert_on("2026-12-31", "late", "2026-11-30", 4, 2);
}

static void
test_a_new_contract_counts_anew(void **state)
{
	(void)state;
	happen(DS_HAD_PLACEMENT, "contract", "2026-09-01");
	happen(DS_HAD_MOMENT, "telefoon", "2026-09-02");
	happen(DS_HAD_PLACEMENT, "contract", "2026-10-01");
	assert_on("2026-09-30", "late", "2026-09-08", 2, 0);
	assert_on("2026-10-01", "due", "2026-10-02", 1, 0);
}

#define TERM(after, met) HEAD "terms:\n  t: { label: L, on: youth, " \
	"anchor: left_on, " after ", met_by: [" met "], " \
	"responsible: lead }\n"

static void
test_what_is_refused(void **state)
{
	static const struct refused list[] = {
		{ TERM("after: [P7D, P1D]", "{ meeting: bezoek }"), 6, 53,
		    "after the one before it", "" },
		{ TERM("before: [P1D, P7D]", "{ meeting: bezoek }"), 6, 54,
		    "write \"after\"", "" },
		{ TERM("after: []", "{ meeting: bezoek }"), 6, 53,
		    "at least once", "" },
		{ TERM("after: [P1D, P7D]", "{ meeting: bezoek }, { moment: "
		    "telefoon }"), 6, 6, "asks for one thing", "" },
		{ HEAD "terms:\n  t: { label: L, on: youth, anchor: {}, "
		    "after: P1D, responsible: lead }\n", 6, 37,
		    "what happened", "" },
	};

	(void)state;
	assert_refused(list, COUNT(list));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_nothing_to_count_from,
		    start, end),
		cmocka_unit_test_setup_teardown(test_each_day_in_its_turn,
		    start, end),
		cmocka_unit_test_setup_teardown(
		    test_a_missed_turn_is_counted, start, end),
		cmocka_unit_test_setup_teardown(
		    test_a_new_contract_counts_anew, start, end),
		cmocka_unit_test(test_what_is_refused)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
