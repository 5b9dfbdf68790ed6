/* SPDX-License-Identifier: EUPL-1.2 */
/* Packs that are refused: where, what is wrong, what to write instead. */
#include "packs.h"

#define TABLE(name, rule, period) \
	"  " name ":\n" \
	"    label: " name "\n" \
	"    on: youth\n" \
	"    inputs: []\n" \
	"    rules: [{ id: " rule ", then: { period: " period " } }]\n"

#define T HEAD \
	"tables:\n" \
	"  route:\n" \
	"    label: R\n" \
	"    on: youth\n" \
	"    inputs: [wage_value, school_kind]\n" \
	"    rules:\n"
#define TERM HEAD "terms:\n" \
	"  t: { label: L, on: youth, responsible: lead, anchor: left_on"
#define NORM HEAD "norms:\n  n: { label: L, kind: "
#define LIST HEAD "checklists:\n  c:\n"
#define EX TABLE("t", "A", "P1D") "examples:\n"

static const struct refused refused[] = {
	/* the head */
	{ "", 1, 1, "\"id\" is missing", "" },
	{ "- a\n", 1, 1, "group of keys", "" },
	{ "id: p\nname: P\nvalid_from: 2026-01-01\n", 1, 1,
	    "\"version\" is missing", "" },
	{ HEAD "tabels: {}\n", 5, 1, "\"tabels\" is not known",
	    "\"tables\"" },
	{ HEAD "name: Q\n", 5, 1, "name", "" },
	{ "id: P!\nversion: 1\nname: P\nvalid_from: 2026-01-01\n", 1, 5,
	    "cannot be a name", "small letters" },
	{ "id: p\nversion: a b\nname: P\nvalid_from: 2026-01-01\n", 2, 10,
	    "cannot be used", "" },
	{ "id: p\nversion: 1\nname:\nvalid_from: 2026-01-01\n", 3, 1,
	    "\"name\" is empty", "leave it out" },
	{ "id: p\nversion: 1\nname: [P]\nvalid_from: 2026-01-01\n", 3, 7,
	    "must be one value", "" },
	{ "id: p\nversion: 1\nname: P\nvalid_from: 01-01-2026\n", 4, 13,
	    "not a day", "2026-07-31" },
	{ HEAD "valid_until: 2025-12-31\n", 5, 14, "upside down", "" },
	{ HEAD "language: fr\n", 5, 11, "\"fr\"", "en, nl" },
	{ HEAD "extends: nl\n", 5, 10, "\"nl\", which is not there", "" },
	{ HEAD "extends: p\n", 5, 10, "extend itself", "" },
	{ HEAD "municipalities: [0505, 482]\n", 5, 24, "four digits",
	    "\"0482\"" },
	{ HEAD "municipalities: [Dordrecht]\n", 5, 18, "no municipality",
	    "0505" },
	{ HEAD "municipalities: [0505, 0482, 0505]\n", 5, 30,
	    "\"0505\" stands twice", "" },
	{ HEAD "municipalities: 0505\n", 5, 17, "must be a list", "" },
	{ HEAD "doubt: []\n", 5, 8, "A list is empty", "" },
	{ HEAD "sources: [\" \"]\n", 5, 11, "A text is empty", "" },
	/* parameters */
	{ HEAD "parameters: { a: { label: A } }\n", 5, 18,
	    "\"value\" or \"values\"", "" },
	{ HEAD "parameters: { a: { value: 1, values: [2] } }\n", 5, 30,
	    "cannot stand together", "" },
	{ HEAD "parameters: { A: { value: 1 } }\n", 5, 15,
	    "cannot be a name", "" },
	/* tables */
	{ HEAD "tables: []\n", 5, 9, "group of keys", "" },
	{ HEAD "tables: { t: { on: youth, inputs: [], rules: [] } }\n", 5,
	    14, "\"label\" is missing", "" },
	{ HEAD "tables:\n  t: { label: T, on: plaats, inputs: [], rules: [] }"
	    "\n", 6, 22, "\"plaats\"", "place" },
	{ HEAD "tables:\n  t: { label: T, on: youth, hit: uniqe, "
	    "inputs: [], rules: [] }\n", 6, 34, "\"uniqe\"", "\"unique\"" },
	{ HEAD "tables:\n  t: { label: T, on: youth, inputs: [wagevalue], "
	    "rules: [] }\n", 6, 38, "no fact \"wagevalue\"",
	    "\"wage_value\"" },
	{ HEAD "tables:\n  t: { label: T, on: youth, inputs: [age, age], "
	    "rules: [] }\n", 6, 43, "\"age\" stands twice", "" },
	{ HEAD "tables:\n  t: { label: T, on: youth, inputs: [], "
	    "rules: [] }\n", 6, 48, "no rules", "" },
	{ T "    - { id: A, then: { route: bbl } }\n"
	    "    - { id: A, then: { route: zorg } }\n", 12, 13,
	    "\"A\" stands twice; first on line 11", "" },
	{ T "    - { then: { route: bbl } }\n", 11, 7,
	    "\"id\" is missing", "" },
	{ T "    - { id: A, when: { wage_value: 1 } }\n", 11, 7,
	    "\"then\" is missing", "" },
	{ T "    - { id: A, then: {} }\n", 11, 22, "says nothing", "" },
	{ T "    - { id: A, wen: {}, then: { x: 1 } }\n", 11, 16,
	    "\"wen\" is not known", "\"when\"" },
	{ T "    - { id: A, when: { wage_vlue: 1 }, then: { x: 1 } }\n", 11,
	    24, "no fact \"wage_vlue\"", "\"wage_value\"" },
	{ T "    - { id: A, when: { profile: arbeid }, then: { x: 1 } }\n",
	    11, 24, "\"profile\" is no input", "wage_value, school_kind" },
	{ T "    - { id: A, when: { school_kind: vos }, then: { x: 1 } }\n",
	    11, 37, "no word of the list", "\"vso\"" },
	{ T "    - { id: A, when: { wage_value: [0..50] }, then: { x: 1 } }"
	    "\n", 11, 36, "must be one value", "" },
	{ T "    - { id: A, when: { wage_value: \"[50..0]\" }, "
	    "then: { x: 1 } }\n", 11, 36, "upside down", "" },
	{ T "    - { id: A, then: { route: betaald-wek } }\n", 11, 31,
	    "\"betaald-wek\"", "\"betaald-werk\"" },
	{ T "    - { id: A, then: { holder: ww } }\n", 11, 32, "\"ww\"",
	    "" },
	{ T "    - { id: A, then: { period: 4 weken } }\n", 11, 32,
	    "4 weken", "" },
	{ T "    - { id: A, then: { x: { y: 1 } } }\n", 11, 27,
	    "must be one value", "" },
	/* terms */
	{ TERM " }\n", 6, 6, "\"before\" or \"after\"", "" },
	{ TERM ", before: P1D, after: P1D }\n", 6, 78,
	    "cannot stand together", "" },
	{ TERM ", after: 1 jaar }\n", 6, 72, "1 jaar", "" },
	{ TERM ", after: { table: wachten } }\n", 6, 81,
	    "no table \"wachten\"", "" },
	{ TERM ", after: P1D, opens: age }\n", 6, 84, "not a day", "" },
	{ TERM ", after: P1D, met_by: [] }\n", 6, 85, "A list is empty",
	    "" },
	{ TERM ", after: P1D, met_by: [{ meeting: overleg }] }\n", 6, 97,
	    "\"overleg\"", "uitstroomoverleg" },
	{ TERM ", after: P1D, met_by: [{ meting: bezoek }] }\n", 6, 88,
	    "\"meting\" is not known", "\"meeting\"" },
	{ TERM ", after: P1D, met_by: [{ meeting: bezoek, moment: brief }] }"
	    "\n", 6, 86, "one key", "" },
	{ HEAD "terms:\n  t: { label: L, on: youth, anchor: left_on, "
	    "after: P1D, responsible: gemeente }\n", 6, 71, "\"gemeente\"",
	    "lead, school, municipality" },
	{ HEAD "terms:\n  t: { label: L, on: youth, anchor: age, "
	    "after: P1D, responsible: lead }\n", 6, 37, "not a day", "" },
	{ HEAD "tables:\n  w: { label: W, on: youth, inputs: [], rules: "
	    "[{ id: A, then: { x: 1 } }] }\n"
	    "terms:\n  t: { label: L, on: youth, anchor: left_on, "
	    "after: { table: w }, responsible: lead }\n", 8, 62,
	    "\"A\" of the table \"w\" says no \"period\"", "" },
	/* norms */
	{ NORM "present, on: youth, meeting: bezoek, roles: [uwv] }\n", 6, 37,
	    "\"youth\"", "meeting" },
	{ NORM "prezent }\n", 6, 24, "\"prezent\"", "\"present\"" },
	{ NORM "contacts, party: x, at_least: 1 }\n", 6, 6,
	    "\"role\" is missing", "" },
	{ NORM "contacts, role: uwv, at_least: 1 }\n", 6, 6,
	    "\"party\" or \"party_kind\"", "" },
	{ NORM "contacts, role: uwv, party: x }\n", 6, 6, "how many", "" },
	{ NORM "contacts, role: uwv, party: x, at_least: 3, at_most: 2 }\n",
	    6, 65, "upside down", "" },
	{ NORM "present, meeting: bezoek, roles: [uwv], per_school: yes }\n",
	    6, 64, "has no \"per_school\"", "" },
	{ NORM "present, meeting: bezoek, roles: [ubv] }\n", 6, 58,
	    "\"ubv\"", "\"uwv\"" },
	{ NORM "meetings, meeting: bezoek, party: x, at_least: -1 }\n", 6,
	    71, "0 to 999", "" },
	/* checklists */
	{ LIST "    - { id: a, label: A }\n", 7, 7, "asks for one thing",
	    "" },
	{ LIST "    - { id: a, label: A, fact: age, agreement: plek }\n", 7,
	    7, "asks for one thing", "" },
	{ LIST "    - { id: a, label: A, moment: brief, meeting: bezoek }\n",
	    7, 26, "cannot stand together", "" },
	{ LIST "    - { id: a, label: A, fact: age }\n"
	    "    - { id: a, label: B, fact: school }\n", 8, 13,
	    "\"a\" stands twice", "" },
	/* examples */
	{ HEAD "tables:\n" EX "  - { name: a, expect: none }\n", 12, 16,
	    "\"table\" or its \"term\"", "" },
	{ HEAD "tables:\n" EX "  - { name: a, table: tt, expect: none }\n",
	    12, 23, "no table \"tt\"", "t" },
	{ HEAD "tables:\n" EX "  - { name: a, term: x, expect: none }\n",
	    12, 22, "no term \"x\"", "" },
	{ HEAD "tables:\n" EX "  - { name: a, table: t, expect: open }\n",
	    12, 34, "\"open\"", "undecided, none" },
	{ HEAD "tables:\n" EX "  - { name: a, table: t, expect: { y: 1 } }"
	    "\n", 12, 36, "No rule of the table \"t\" says \"y\"", "" },
	{ HEAD "tables:\n" EX "  - { name: a, table: t, facts: { age: oud "
	    "}, expect: none }\n", 12, 40, "whole number", "" },
	{ HEAD "tables:\n" EX "  - { name: a, table: t, expect: none }\n"
	    "  - { name: a, table: t, expect: none }\n", 13, 13,
	    "\"a\" stands twice", "" },
	{ TERM ", after: P1D }\nexamples:\n"
	    "  - { name: a, term: t, expect: { state: due } }\n", 8, 5,
	    "\"today\" is missing", "" },
	{ TERM ", after: P1D }\nexamples:\n"
	    "  - { name: a, term: t, today: 2026-01-01, "
	    "expect: { state: laat } }\n", 8, 61, "\"laat\"", "" },
	{ TERM ", after: P1D }\nexamples:\n"
	    "  - { name: a, term: t, today: 2026-01-01, happened: "
	    "[{ on: 2026-01-01 }], expect: { state: due } }\n", 8, 55,
	    "does not say what happened", "" }
};

static void
test_refusals_say_where_what_and_what_instead(void **state)
{
	(void)state;
	assert_refused(refused, COUNT(refused));
}

/* ---- against a base ---- */

static const char base_text[] = HEAD
	"tables:\n"
	TABLE("wait", "B-WAIT", "P28D")
	"terms:\n"
	"  access: { label: A, on: youth, anchor: applied_on, "
	"after: { table: wait }, responsible: lead }\n";

#define OWN "id: q\nversion: 2\nname: Q\nvalid_from: 2026-01-01\n" \
	"extends: p\n"

static void
test_refusals_against_a_base(void **state)
{
	static const struct {
		const char *text;
		int line, column;
		const char *message;
	} bad[] = {
		{ "id: q\nversion: 1\nname: Q\nvalid_from: 2026-01-01\n", 1,
		    1, "\"extends\" is missing" },
		{ "id: q\nversion: 1\nname: Q\nvalid_from: 2026-01-01\n"
		    "extends: nl\n", 5, 10, "\"nl\", which is not there" },
		{ "id: p\nversion: 1\nname: Q\nvalid_from: 2026-01-01\n"
		    "extends: p\n", 5, 10, "extend itself" },
		{ OWN "tables:\n  wait:\n    label: W\n    on: youth\n"
		    "    inputs: []\n    rules:\n"
		    "      - { id: X, then: { x: 1 } }\n", 12, 9,
		    "\"X\" says no \"period\", but the term \"access\"" }
	};
	struct ds_arena arena = {0};
	const struct ds_pack *base = pack_of(&arena, base_text, NULL), *pack;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(bad); i++) {
		dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

		assert_int_equal(ds_pack_load(&pack, &arena, bad[i].text,
		    strlen(bad[i].text), "q.yaml", base, &err),
		    DOSSIER_INVALID);
		assert_null(pack);
		assert_non_null(strstr(err.message, bad[i].message));
		assert_int_equal(err.line, bad[i].line);
		assert_int_equal(err.column, bad[i].column);
	}
	ds_arena_free(&arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    test_refusals_say_where_what_and_what_instead),
		cmocka_unit_test(test_refusals_against_a_base)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
