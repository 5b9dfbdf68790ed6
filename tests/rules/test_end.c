/* SPDX-License-Identifier: EUPL-1.2 */
/* When support ends: days, terms, judgements, and what is not known. */
#include "packs.h"

#include "rules/end.h"

static const char text[] = HEAD
    "tables:\n"
    "  duur:\n"
    "    label: Duur\n"
    "    on: youth\n"
    "    inputs: [school_kind]\n"
    "    rules:\n"
    "      - { id: PRO, when: { school_kind: praktijkonderwijs },\n"
    "          then: { period: P2Y } }\n"
    "      - { id: MBO, when: { school_kind: entree },\n"
    "          then: { period: P1Y } }\n"
    "terms:\n"
    "  nazorg: { label: Nazorg, on: youth, anchor: left_on,\n"
    "    after: { table: duur }, responsible: school }\n"
    "ends:\n"
    "  dag: { label: Dag, anchor: left_on, after: P2Y }\n"
    "  half: { label: Half, anchor: left_on, after: P6M,\n"
    "    when: { age: \">= 18\" } }\n"
    "  termijn: { label: Termijn, term: nazorg }\n"
    "  oordeel: { label: Oordeel, criteria: stabiel,\n"
    "    when: { lead_kind: gemeente } }\n";

struct known {
	const char *end, *left_on, *age, *kind, *lead;
	enum ds_end_state state;
	const char *on;
	int unknown;
};

static void
set(struct ds_youth_facts *youth, struct ds_arena *arena, enum ds_fact fact,
    const char *value)
{
	if (value != NULL)
		set_fact(youth->fact, arena, fact, value);
}

static void
test_each_end_on_its_day(void **state)
{
	static const struct known all[] = {
		/* S25: outflow on 17 July, two years; a leap day */
		{ "dag", "2026-07-17", NULL, NULL, NULL, DS_ENDS_ON,
		    "2028-07-17", -1 },
		{ "dag", "2028-02-29", NULL, NULL, NULL, DS_ENDS_ON,
		    "2030-02-28", -1 },
		{ "dag", NULL, NULL, NULL, NULL, DS_ENDS_UNSURE, NULL,
		    DS_FACT_LEFT_ON },
		/* S35: half a year */
		{ "half", "2026-03-31", "18", NULL, NULL, DS_ENDS_ON,
		    "2026-09-30", -1 },
		{ "half", "2026-03-31", "17", NULL, NULL, DS_ENDS_NOT, NULL,
		    -1 },
		{ "half", "2026-03-31", NULL, NULL, NULL, DS_ENDS_UNSURE,
		    NULL, DS_FACT_AGE },
		{ "termijn", "2026-07-31", NULL, "entree", NULL, DS_ENDS_ON,
		    "2027-07-31", -1 },
		{ "termijn", "2026-07-31", NULL, "vmbo-bb", NULL,
		    DS_ENDS_NOT, NULL, -1 },
		{ "termijn", "2026-07-31", NULL, NULL, NULL, DS_ENDS_UNSURE,
		    NULL, DS_FACT_SCHOOL_KIND },
		{ "termijn", NULL, NULL, "entree", NULL, DS_ENDS_UNSURE,
		    NULL, DS_FACT_LEFT_ON },
		{ "oordeel", NULL, NULL, NULL, "gemeente",
		    DS_ENDS_BY_JUDGEMENT, NULL, -1 },
		{ "oordeel", NULL, NULL, NULL, "school", DS_ENDS_NOT, NULL,
		    -1 },
		{ "oordeel", NULL, NULL, NULL, NULL, DS_ENDS_UNSURE, NULL,
		    DS_FACT_LEAD_KIND }
	};
	struct ds_arena arena = {0};
	const struct ds_pack *pack = pack_of(&arena, text, NULL);
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(all); i++) {
		struct ds_youth_facts youth = {0};
		struct ds_end_result result;

		set(&youth, &arena, DS_FACT_LEFT_ON, all[i].left_on);
		set(&youth, &arena, DS_FACT_AGE, all[i].age);
		set(&youth, &arena, DS_FACT_SCHOOL_KIND, all[i].kind);
		set(&youth, &arena, DS_FACT_LEAD_KIND, all[i].lead);
		assert_int_equal(ds_end_evaluate(&result, pack,
		    ds_pack_end(pack, all[i].end), &youth,
		    day_of("2026-08-01"), NULL), DOSSIER_OK);
		assert_int_equal(result.state, all[i].state);
		assert_int_equal(result.unknown, all[i].unknown);
		assert_int_equal(result.on.number, all[i].on == NULL ?
		    DOSSIER_NO_DAY.number : day_of(all[i].on).number);
	}
	ds_arena_free(&arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_end_on_its_day)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
