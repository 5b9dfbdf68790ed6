/* SPDX-License-Identifier: EUPL-1.2 */
/* What a pack says of data: grounds, roles, reasons, domains, checklists. */
#include "packs.h"

#define GROUND HEAD "grounds:\n  g: { kind: "
#define ROLE HEAD "roles:\n  "
#define REASON HEAD "reasons:\n  "
#define SET HEAD "domain_sets:\n  s: { label: S, "
#define TOOL HEAD "instruments:\n  "
#define LIST HEAD "checklists:\n  c:\n    - { id: a, label: A, "

static const struct refused refused[] = {
	/* grounds */
	{ GROUND "toesteming, special: yes }\n", 6, 14, "\"toesteming\"",
	    "\"toestemming\"" },
	{ GROUND "toestemming }\n", 6, 6, "\"special\" is missing", "" },
	{ GROUND "toestemming, special: soms }\n", 6, 36, "\"soms\"", "no" },
	{ GROUND "toestemming, purpose: jeugdhlp, special: yes }\n", 6, 36,
	    "\"jeugdhlp\"", "\"jeugdhulp\"" },
	{ GROUND "toestemming, special: yes, youth_from: 16 }\n", 6, 6,
	    "stand together", "" },
	{ GROUND "toestemming, special: yes, else: ouders }\n", 6, 6,
	    "stand together", "" },
	{ GROUND "toestemming, special: yes, youth_from: 16, "
	    "else: ouder }\n", 6, 63, "\"ouder\"", "\"ouders\"" },
	{ GROUND "toestemming, special: yes, youth_form: 16 }\n", 6, 41,
	    "\"youth_form\" is not known", "\"youth_from\"" },
	{ HEAD "grounds: [a]\n", 5, 10, "group of keys", "" },
	/* roles */
	{ ROLE "vrijwiliger: { sees: all }\n", 6, 3, "\"vrijwiliger\"",
	    "\"vrijwilliger\"" },
	{ ROLE "vrijwilliger: { sees: al }\n", 6, 25, "\"al\"", "all" },
	{ ROLE "vrijwilliger: { forbids: [edit] }\n", 6, 17,
	    "\"sees\" is missing", "" },
	{ ROLE "vrijwilliger: { sees: all, forbids: [edit, plaats] }\n", 6,
	    46, "\"plaats\"", "decide, place" },
	/* reasons */
	{ REASON "leefgebied: { purpose: P, basis: B }\n", 6, 3,
	    "\"leefgebied\"", "\"leefgebieden\"" },
	{ REASON "leefgebieden: { purpose: P }\n", 6, 17,
	    "\"basis\" is missing", "" },
	/* life domains and instruments */
	{ SET "low: 1 }\n", 6, 6, "\"domains\" is missing", "" },
	{ SET "domains: [{ id: a, label: A, class: gewon }] }\n", 6, 54,
	    "\"gewon\"", "\"gewoon\"" },
	{ SET "acute: laag, domains: [] }\n", 6, 25, "0 to 999", "" },
	{ TOOL "dariuz: { label: D }\n", 6, 11, "\"valid\" is missing", "" },
	{ TOOL "dariuz: { label: D, valid: jaar }\n", 6, 30, "\"jaar\"", "" },
	/* checklists */
	{ LIST "record: oppp }\n", 7, 34, "no record \"oppp\"", "\"opp\"" },
	{ LIST "record: party }\n", 7, 34, "no record \"party\"", "" },
	{ LIST "field: phone }\n", 7, 33, "no field", "" },
	{ LIST "field: youth.phne }\n", 7, 33, "no field \"phne\"",
	    "\"phone\"" },
	{ LIST "field: yuth.phone }\n", 7, 33, "no record \"yuth\"",
	    "\"youth\"" },
	{ LIST "statement: { voice: school } }\n", 7, 37,
	    "\"section\" is missing", "" },
	{ LIST "statement: { section: houdng } }\n", 7, 48, "\"houdng\"",
	    "\"houding\"" },
	{ LIST "statement: { section: houding, voice: ouder } }\n", 7, 64,
	    "\"ouder\"", "\"ouders\"" },
	{ LIST "ground: { section: arbeid, purpose: plek } }\n", 7, 62,
	    "\"plek\"", "" },
	{ LIST "domains: zrm }\n", 7, 35, "no set of life domains \"zrm\"",
	    "" },
	{ LIST "record: opp, fact: age }\n", 7, 7, "asks for one thing",
	    "" },
	{ LIST "record: opp, statement: { section: kennis } }\n", 7, 7,
	    "asks for one thing", "" },
	{ LIST "fact: age, answer: yes }\n", 7, 37, "An answer can stand",
	    "" },
	{ LIST "ground: { section: arbeid }, answer: yes }\n", 7, 55,
	    "An answer can stand", "" }
};

static void
test_refusals_say_where_what_and_what_instead(void **state)
{
	(void)state;
	assert_refused(refused, COUNT(refused));
}

/* ---- what is read ---- */

static const char whole[] = HEAD
    "grounds:\n"
    "  jong: { kind: toestemming, purpose: jeugdhulp, special: yes,\n"
    "    youth_from: 16, capable: yes, else: ouders }\n"
    "  taak: { kind: wettelijke-taak, special: no }\n"
    "roles:\n"
    "  peercoach: { sees: ordinary, forbids: [decide, edit] }\n"
    "reasons:\n"
    "  arbeid: { purpose: Werk, basis: Toestemming, keep: een jaar }\n"
    "domain_sets:\n"
    "  eigen: { label: Eigen, low: 1, acute: 2, steps: [slecht, goed],\n"
    "    domains: [{ id: werk, label: Werk, class: gewoon },\n"
    "      { id: schulden, label: Schulden, class: gezin }] }\n"
    "instruments:\n"
    "  dariuz: { label: Dariuz, valid: P2Y, trained: yes }\n"
    "checklists:\n"
    "  alles:\n"
    "    - { id: a, label: A, record: opp, answer: yes }\n"
    "    - { id: b, label: B, field: youth.phone }\n"
    "    - { id: c, label: C,\n"
    "        statement: { section: houding, voice: ouders } }\n"
    "    - { id: d, label: D,\n"
    "        ground: { section: arbeid, purpose: bemiddeling } }\n"
    "    - { id: e, label: E, domains: eigen, answer: yes }\n"
    "    - { id: f, label: F, fact: age }\n";

static void
test_grounds_and_roles(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *pack = pack_of(&arena, whole, NULL);
	const struct ds_ground_rule *rule = pack->policy.rules;
	const struct ds_role_rule *role;

	(void)state;
	assert_int_equal(pack->policy.rule_count, 2);
	assert_string_equal(rule[0].purpose, "jeugdhulp");
	assert_true(rule[0].is_given && rule[0].special &&
	    rule[0].needs_capable);
	assert_int_equal(rule[0].youth_from, 16);
	assert_string_equal(rule[0].before, "ouders");
	assert_false(rule[1].is_given || rule[1].special);
	assert_null(rule[1].purpose);
	role = ds_policy_role(&pack->policy, "peercoach");
	assert_int_equal(role->reach, DS_REACH_ORDINARY);
	assert_string_equal(role->forbids, "decide\nedit");
	assert_null(ds_policy_role(&pack->policy, "mentor"));
	ds_arena_free(&arena);
}

static void
test_domains_instruments_reasons(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *pack = pack_of(&arena, whole, NULL);
	const struct ds_domain_set *set = ds_pack_domain_set(pack, "eigen");
	const struct ds_instrument *tool = ds_pack_instrument(pack, "Dariuz");

	(void)state;
	assert_int_equal(set->count, 2);
	assert_int_equal(set->acute, 2);
	assert_int_equal(set->step_count, 2);
	assert_string_equal(ds_domain_named(set, "schulden")->class, "gezin");
	assert_null(ds_domain_named(set, "wonen"));
	assert_true(tool->needs_trained);
	assert_null(ds_pack_instrument(pack, "Melba"));
	assert_string_equal(ds_pack_reason(pack, "arbeid")->keep, "een jaar");
	assert_null(ds_pack_reason(pack, "opp"));
	ds_arena_free(&arena);
}

static void
test_what_a_checklist_asks_for(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *pack = pack_of(&arena, whole, NULL);
	const struct ds_item *items = ds_pack_checklist(pack,
	    "alles")->items;

	(void)state;
	assert_int_equal(items[0].record, DS_OPP);
	assert_true(items[0].answer && items[0].field == -1);
	assert_int_equal(items[1].record, DS_YOUTH);
	assert_int_equal(items[1].field, DS_F_YOUTH_PHONE);
	assert_false(items[1].answer);
	assert_int_equal(items[2].record, DS_STATEMENT);
	assert_int_equal(items[2].section, DS_SECTION_ATTITUDE);
	assert_string_equal(items[2].voice, "ouders");
	assert_int_equal(items[3].record, DS_GROUND);
	assert_int_equal(items[3].section, DS_SECTION_WORK);
	assert_string_equal(items[3].purpose, "bemiddeling");
	assert_int_equal(items[4].record, DS_LIFE_DOMAIN);
	assert_string_equal(items[4].domains, "eigen");
	assert_int_equal(items[5].record, 0);
	assert_int_equal(items[5].fact, DS_FACT_AGE);
	ds_arena_free(&arena);
}

/* A pack that extends replaces what has the same name, and keeps the rest. */
static void
test_parts_are_inherited_by_name(void **state)
{
	struct ds_arena arena = {0};
	const struct ds_pack *base = pack_of(&arena, whole, NULL), *own;

	(void)state;
	own = pack_of(&arena, "id: q\nversion: 2\nname: Q\n"
	    "valid_from: 2026-01-01\nextends: p\n"
	    "grounds:\n  taak: { kind: wettelijke-taak, special: yes }\n"
	    "roles:\n  peercoach: { sees: granted }\n"
	    "domain_sets:\n  eigen: { label: E, domains: "
	    "[{ id: a, label: A, class: gewoon }] }\n", base);
	assert_int_equal(own->policy.rule_count, 2);
	assert_true(own->policy.rules[1].special);
	assert_int_equal(ds_policy_role(&own->policy, "peercoach")->reach,
	    DS_REACH_GRANTED);
	assert_int_equal(ds_pack_domain_set(own, "eigen")->count, 1);
	assert_int_equal(ds_pack_domain_set(own, "eigen")->acute, -1);
	assert_non_null(ds_pack_instrument(own, "dariuz"));
	assert_int_equal(ds_pack_checklist(own, "alles")->count, 6);
	ds_arena_free(&arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    test_refusals_say_where_what_and_what_instead),
		cmocka_unit_test(test_grounds_and_roles),
		cmocka_unit_test(test_domains_instruments_reasons),
		cmocka_unit_test(test_what_a_checklist_asks_for),
		cmocka_unit_test(test_parts_are_inherited_by_name)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
