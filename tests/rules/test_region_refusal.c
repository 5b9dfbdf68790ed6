/* SPDX-License-Identifier: EUPL-1.2 */
/* What a region states beside tables and terms: faults, and what is read. */
#include "packs.h"

#define P HEAD "parameters:\n  p: "
#define V HEAD "vocabularies:\n  v: "
#define TABLE HEAD \
	"tables:\n" \
	"  toegang:\n" \
	"    label: T\n" \
	"    on: youth\n" \
	"    inputs: [age]\n" \
	"    rules:\n" \
	"      - { id: A, when: { age: \">= 16\" }, then: { open: yes } }\n" \
	"      - { id: B, when: { age: \"< 16\" }, then: { open: no } }\n"
#define G TABLE "programmes:\n  g: "
#define T HEAD "tracks:\n  t:\n    label: T\n    on: youth\n"
#define M HEAD "meetings:\n  "
#define E HEAD "ends:\n  e: "
#define MON HEAD \
	"money:\n" \
	"  heads:\n" \
	"    uren: { label: U, unit: hours }\n"
#define F HEAD "figures:\n  f: "

static const struct refused refused[] = {
	/* parameters: dated, typed */
	{ P "{ label: P }\n", 6, 6,
	    "\"value\" or \"values\", or \"dated\"", "" },
	{ P "{ value: a, dated: [] }\n", 6, 18,
	    "\"value\" and \"dated\" cannot", "" },
	{ P "{ dated: [] }\n", 6, 15, "A list is empty", "" },
	{ P "{ dated: [{ value: a }] }\n", 6, 16, "\"from\" is missing", "" },
	{ P "{ dated: [{ from: 2026-01-01 }] }\n", 6, 16,
	    "\"value\" is missing", "" },
	{ P "{ dated: [{ from: 2026-07-01, until: 2026-01-01, value: a "
	    "}] }\n", 6, 43, "ends before it begins", "" },
	{ P "{ dated: [{ from: 2026-07-01, value: b },\n"
	    "    { from: 2027-01-01, value: c }] }\n", 7, 5,
	    "taken already by the value on line 6", "" },
	{ P "\n"
	    "    dated:\n"
	    "      - { from: 2026-07-01, value: b }\n"
	    "      - { from: 2026-01-01, until: 2026-06-30, value: a "
	    "}\n"
	    "      - { from: 2026-06-30, until: 2026-06-30, value: c "
	    "}\n", 10, 9, "taken already by the value on line 9", "" },
	{ P "{ type: mony, value: 1 }\n", 6, 14,
	    "\"mony\" is no word", "\"money\"" },
	{ P "{ type: money, value: \"14,71\" }\n", 6, 28,
	    "\"14,71\" is not a number with at most 2",
	    "a point before the decimals" },
	{ P "{ type: money, value: 14.715 }\n", 6, 28,
	    "\"14.715\" is not a number with at most 2", "" },
	{ P "{ type: money, value: -1 }\n", 6, 28,
	    "\"-1\" is not a number", "" },
	{ P "{ type: money, dated: [{ from: 2026-01-01, value: veel }] "
	    "}\n", 6, 56, "\"veel\" is not a number", "" },
	{ P "{ type: percent, value: 50.125 }\n", 6, 30,
	    "at most 2 decimals", "" },
	{ P "{ type: period, value: half jaar }\n", 6, 29, "half jaar", "" },
	{ P "{ type: day, value: 1 juli }\n", 6, 26,
	    "\"1 juli\" is not a day", "2026-07-31" },
	{ P "{ type: number, values: [1, twee] }\n", 6, 34,
	    "\"twee\" is not a number", "" },
	{ P "{ lable: P, value: a }\n", 6, 8,
	    "\"lable\" is not known", "\"label\"" },
	{ P "{ unit: Euro per uur, value: 1 }\n", 6, 14,
	    "cannot be a name", "small letters" },
	{ P "{ dated: [{ from: 2026-01-01, vaule: a }] }\n", 6, 36,
	    "\"vaule\" is not known", "\"value\"" },
	/* vocabularies */
	{ V "{ label: V }\n", 6, 6, "\"words\" is missing", "" },
	{ V "{ label: V, words: {} }\n", 6, 25, "\"words\" says nothing", "" },
	{ V "{ label: V, words: { A!: x } }\n", 6, 27,
	    "cannot be a name", "small letters" },
	{ V "{ label: V, words: { a: { from: 2026-01-01 } } }\n", 6, 30,
	    "\"label\" is missing", "" },
	{ V "{ label: V, words: { a: { label: A, from: 2026-02-01, "
	    "until: 2026-01-31 } } }\n", 6, 67, "ends before it begins", "" },
	{ V "{ label: V, words: [a] }\n", 6, 25, "group of keys", "" },
	/* programmes */
	{ G "{ label: G, route: bbl }\n", 14, 6, "\"entry\" is missing", "" },
	{ G "{ label: G, route: bll, entry: toegang }\n", 14, 25,
	    "\"bll\"", "\"bbl\"" },
	{ G "{ label: G, route: bbl, entry: toegnag }\n", 14, 37,
	    "no table \"toegnag\"", "\"toegang\"" },
	{ G "{ label: G, route: bbl, entry: toegang, where: [0355, "
	    "355] }\n", 14, 60,
	    "not a municipality code of four digits", "\"0355\"" },
	{ G "{ label: G, route: bbl, entry: toegang, where: [0355, "
	    "0355] }\n", 14, 60, "\"0355\" stands twice", "" },
	{ G "{ label: G, route: bbl, entry: toegang, where: [] }\n", 14, 53,
	    "A list is empty", "" },
	{ G "{ label: G, route: bbl, entry: toegang, from: 2026-02-01, "
	    "until: 2026-01-01 }\n", 14, 71, "ends before it begins", "" },
	{ G "{ label: G, route: bbl, entry: toegang, figures: [15] }\n", 14, 55,
	    "group of keys", "" },
	{ G "{ label: G, route: bbl, entry: toegang, proceduer: none "
	    "}\n", 14, 46, "\"proceduer\" is not known", "\"procedure\"" },
	/* entry tables that do not let in */
	{ HEAD "tables:\n"
	    "  t: { label: T, on: youth, inputs: [], rules: [{ id: A, "
	    "then: { x: 1 } }] }\n"
	    "programmes:\n"
	    "  g: { label: G, route: bbl, entry: t }\n", 8, 37,
	    "rule \"A\" of the table \"t\" says no \"open\"", "" },
	{ HEAD "tables:\n"
	    "  t: { label: T, on: youth, inputs: [], rules: [{ id: A, "
	    "then: { open: misschien } }] }\n", 6, 72,
	    "\"misschien\"", "no, yes" },
	{ HEAD "tables:\n  t: { label: T, on: place, inputs: [], rules: "
	    "[{ id: A, then: { open: yes } }] }\n"
	    "programmes:\n  g: { label: G, route: bbl, entry: t }\n", 8, 37,
	    "\"t\" is not on youth", "" },
	/* tracks */
	{ T "    steps: { a: { label: A, outcomes: { klaar: end } } }\n", 7, 5,
	    "\"start\" is missing", "" },
	{ T "    start: b\n"
	    "    steps: { a: { label: A, outcomes: { klaar: end } } }\n", 9, 12,
	    "no step \"b\"", "" },
	{ T "    start: a\n"
	    "    steps: { a: { label: A } }\n", 10, 17,
	    "\"outcomes\" is missing", "" },
	{ T "    start: a\n"
	    "    steps: { a: { label: A, outcomes: { klaar: eind } } "
	    "}\n", 10, 48, "no step \"eind\"", "" },
	{ T "    start: intake\n"
	    "    steps:\n"
	    "      intake: { label: A, outcomes: { door: plasing, "
	    "stop: end } }\n"
	    "      plaatsing: { label: B, outcomes: { klaar: end } }\n", 11, 45,
	    "no step \"plasing\"", "\"plaatsing\"" },
	{ T "    start: a\n"
	    "    steps:\n"
	    "      a: { label: A, outcomes: { klaar: end } }\n"
	    "      b: { label: B, outcomes: { klaar: end } }\n", 12, 7,
	    "No way leads from the start to the step \"b\"", "" },
	{ T "    start: a\n"
	    "    steps:\n"
	    "      a: { label: A, outcomes: { klaar: end, door: b } }\n"
	    "      b: { label: B, outcomes: { terug: c } }\n"
	    "      c: { label: C, outcomes: { terug: b } }\n", 12, 7,
	    "No way leads from the step \"b\" to the end", "" },
	{ T "    start: a\n"
	    "    steps:\n"
	    "      a: { label: A, outcomes: {} }\n", 11, 7,
	    "No way leads from the step \"a\" to the end", "" },
	{ T "    start: a\n"
	    "    steps: { end: { label: A, outcomes: { klaar: end } } "
	    "}\n", 10, 14, "cannot be called \"end\"", "" },
	{ T "    start: a\n"
	    "    steps: { a: { label: A, role: jobcoahc, outcomes: { "
	    "klaar: end } } }\n", 10, 35, "\"jobcoahc\"", "\"jobcoach\"" },
	{ T "    start: a\n"
	    "    steps: { a: { label: A, needs: { agee: 1 }, outcomes: "
	    "{ klaar: end } } }\n", 10, 38, "no fact \"agee\"", "\"age\"" },
	{ T "    start: a\n"
	    "    steps: { a: { label: A, within: 4 weken, outcomes: { "
	    "klaar: end } } }\n", 10, 37, "4 weken", "" },
	{ T "    start: a\n"
	    "    steps: { a: { label: A, capacity: { seats: 1000, per: "
	    "none }, outcomes: { klaar: end } } }\n", 10, 48, "0 to 999", "" },
	{ T "    start: a\n"
	    "    steps: { a: { label: A, capacity: { seats: 1 }, "
	    "outcomes: { klaar: end } } }\n", 10, 39,
	    "\"per\" is missing", "" },
	{ T "    start: a\n"
	    "    steps: { a: { label: A, capacity: { seats: 1, per: "
	    "year }, outcomes: { klaar: end } } }\n", 10, 56,
	    "\"year\" is no word", "none, school-year" },
	{ T "    start: a\n"
	    "    steps: { a: { label: A, capacity: { seats: 1, per: "
	    "week }, outcomes: { klaar: end } } }\n", 10, 56,
	    "not counted per week", "school-year, month, none" },
	/* meetings */
	{ M "uitstroomoverlg: { label: M }\n", 6, 3,
	    "\"uitstroomoverlg\"", "\"uitstroomoverleg\"" },
	{ M "bezoek: { days: 1 }\n", 6, 11, "\"label\" is missing", "" },
	{ M "bezoek: { label: M, rhythm: { at_least: 1 } }\n", 6, 31,
	    "\"per\" is missing", "" },
	{ M "bezoek: { label: M, rhythm: { per: week } }\n", 6, 31,
	    "says how many", "" },
	{ M "bezoek: { label: M, rhythm: { at_least: 3, at_most: 2, "
	    "per: week } }\n", 6, 43, "upside down", "" },
	{ M "bezoek: { label: M, rhythm: { at_least: 1, per: jaar } }\n", 6, 51,
	    "\"jaar\" is no word", "school-year" },
	{ M "bezoek: { label: M, rhythm: { at_least: 1, per: none } }\n", 6, 51,
	    "per a time or per youth", "school-year, month, week, youth" },
	{ M "bezoek: { label: M, quorum: [uwv, sddd] }\n", 6, 37,
	    "\"sddd\"", "\"sdd\"" },
	{ M "bezoek: { label: M, quorum: [uwv, werkgever] }\n", 6, 37,
	    "\"werkgever\" is no word", "" },
	{ M "bezoek: { label: M, quorum: [uwv, uwv] }\n", 6, 37,
	    "\"uwv\" stands twice", "" },
	{ M "bezoek: { label: M, invited: [werkgever, wekgever] }\n", 6, 44,
	    "\"wekgever\"", "\"werkgever\"" },
	{ M "bezoek: { label: M, voluntary: [] }\n", 6, 34,
	    "A list is empty", "" },
	{ M "bezoek: { label: M, hours_per_group: anderhalf }\n", 6, 40,
	    "\"anderhalf\" is not a number", "a point before" },
	{ M "bezoek: { label: M, days: -1 }\n", 6, 29, "0 to 999", "" },
	{ M "bezoek: { label: M, floor_minutes: vijf }\n", 6, 38,
	    "0 to 999", "" },
	{ M "bezoek: { label: M, lead_time: half jaar }\n", 6, 34,
	    "half jaar", "" },
	/* end rules */
	{ E "{ label: E }\n", 6, 6,
	    "\"anchor\" and \"after\", a \"term\", or \"criteria\"", "" },
	{ E "{ label: E, anchor: left_on }\n", 6, 6,
	    "\"after\" is missing", "" },
	{ E "{ label: E, after: P2Y }\n", 6, 6, "\"anchor\" is missing", "" },
	{ E "{ label: E, judged_by: jobcoach }\n", 6, 6,
	    "\"criteria\" is missing", "" },
	{ E "{ label: E, anchor: left_on, after: P2Y, term: t }\n", 6, 53,
	    "no term \"t\"", "" },
	{ E "{ label: E, anchor: age, after: P2Y }\n", 6, 26,
	    "\"age\" is not a day", "" },
	{ E "{ label: E, anchor: leftt_on, after: P2Y }\n", 6, 26,
	    "no fact \"leftt_on\"", "\"left_on\"" },
	{ E "{ label: E, anchor: left_on, after: 2 jaar }\n", 6, 42,
	    "2 jaar", "" },
	{ E "{ label: E, term: einde }\n", 6, 24, "no term \"einde\"", "" },
	{ E "{ label: E, anchor: left_on, after: P2Y, criteria: "
	    "stabiel }\n", 6, 47, "\"after\" and \"criteria\" cannot", "" },
	{ E "{ label: E, judged_by: jongercoach, criteria: stabiel }\n", 6, 29,
	    "\"jongercoach\"", "\"jongerencoach\"" },
	{ E "{ label: E, criteria: [] }\n", 6, 28, "A list is empty", "" },
	{ E "{ label: E, criteria: a, when: { agge: 1 } }\n", 6, 39,
	    "no fact \"agge\"", "\"age\"" },
	{ E "{ label: E, criteria: a, when: { t.x: b } }\n", 6, 44,
	    "asks what the table \"t\" says", "" },
	{ HEAD "terms:\n  t: { label: T, on: youth, anchor: left_on, "
	    "after: [P1M, P2M], responsible: lead, "
	    "met_by: [{ moment: brief }] }\n"
	    "ends:\n  e: { label: E, term: t }\n", 8, 24,
	    "\"t\" repeats", "" },
	/* money */
	{ MON "  payer: {}\n", 8, 3, "\"payer\" is not known", "\"payers\"" },
	{ MON "    reis: { label: R }\n", 8, 11, "\"unit\" is missing", "" },
	{ MON "    reis: { label: R, unit: euros }\n", 8, 29,
	    "\"euros\"", "\"euro\"" },
	{ MON "  payers: { p: { label: P } }\n", 8, 16,
	    "\"heads\" is missing", "" },
	{ MON "  payers: { p: { label: P, heads: [uren, uur] } }\n", 8, 42,
	    "no head \"uur\"", "" },
	{ MON "  payers: { p: { label: P, heads: [uren, ruen] } }\n", 8, 42,
	    "no head \"ruen\"", "\"uren\"" },
	{ MON "  payers: { p: { label: P, heads: [uren], kind: gemente } "
	    "}\n", 8, 49, "\"gemente\"", "\"gemeente\"" },
	{ MON "  payers: { p: { label: P, heads: [uren], amount: 1.625 } "
	    "}\n", 8, 51,
	    "\"1.625\" is not a number with at most 2", "1625.50" },
	{ MON "  payers: { p: { label: P, heads: [uren], share: 100.01 } "
	    "}\n", 8, 50, "more than the whole", "" },
	{ MON "  payers: { p: { label: P, heads: [uren], from: "
	    "2026-02-01, until: 2026-01-01 } }\n", 8, 68,
	    "ends before it begins", "" },
	/* figures */
	{ F "{ label: F, value: 1 }\n", 6, 6, "\"source\" is missing", "" },
	{ F "{ label: F, source: S }\n", 6, 6, "\"value\" is missing", "" },
	{ F "{ label: F, value: veel, source: S }\n", 6, 25,
	    "\"veel\" is not a number", "" },
	{ F "{ label: F, value: 1, source: S, year: 16 }\n", 6, 45,
	    "\"16\" is not a year", "" },
	{ F "{ label: F, value: 1, source: S, year: 2016, from: "
	    "2016-01-01 }\n", 6, 39, "\"year\", or of the days", "" },
	{ F "{ label: F, value: 1, source: S, from: 2016-02-01, until: "
	    "2016-01-01 }\n", 6, 64, "ends before it begins", "" }
};

static void
test_refusals_say_where_what_and_what_instead(void **state)
{
	(void)state;
	assert_refused(refused, COUNT(refused));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    test_refusals_say_where_what_and_what_instead)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
