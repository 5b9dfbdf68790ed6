/* SPDX-License-Identifier: EUPL-1.2 */
/* A pack for people and for machines. */
#include "flows/ruling.h"

static const char parts[] =
    "id: parts\nversion: \"7\"\nname: De Delen\nvalid_from: 2026-01-01\n"
    "valid_until: 2026-12-31\nextends: nl\nmunicipalities: [\"0505\"]\n"
    "doubt: [first doubt, second doubt]\nsources: [A book, A letter]\n"
    "parameters:\n"
    "  wage: { label: Wage, type: money, unit: euro-per-uur,\n"
    "    doubt: an estimate, dated: [\n"
    "      { from: 2026-01-01, until: 2026-06-30, value: \"14.71\",\n"
    "        source: First letter },\n"
    "      { from: 2026-07-01, value: \"14.99\" } ] }\n"
    "vocabularies:\n"
    "  phases: { label: Phases, words: { start: Begin,\n"
    "    old: { label: Old, until: 2017-12-31 } } }\n"
    "tables:\n"
    "  door:\n"
    "    label: Door\n    on: youth\n    hit: first\n"
    "    inputs: [age, school_kind]\n    otherwise: nobody knows\n"
    "    rules:\n"
    "      - { id: A, when: { age: \">= 16\", school_kind: vso },\n"
    "          then: { open: yes }, because: old enough,\n"
    "          source: The law, doubt: who counts, note: see B }\n"
    "      - { id: B, when: { age: \"< 16\" }, then: { open: no },\n"
    "          because: too young }\n"
    "programmes:\n"
    "  shop: { label: Shop, route: leerwerktraject, entry: door,\n"
    "    procedure: none, contact: Desk, figures: { seats: fifteen } }\n"
    "tracks:\n"
    "  way:\n"
    "    label: Way\n    on: youth\n    start: board\n"
    "    steps:\n"
    "      board: { label: Board, body: The board, within: P4W,\n"
    "        needs: { age: \">= 16\" },\n"
    "        outcomes: { placed: seat, turned: end } }\n"
    "      seat: { label: Seat, role: werkgever,\n"
    "        capacity: { seats: 120, per: school-year },\n"
    "        outcomes: { ready: end } }\n"
    "meetings:\n"
    "  bezoek: { label: Visit, quorum: [uwv],\n"
    "    rhythm: { at_least: 1, at_most: 2, per: school-year },\n"
    "    hours_per_group: \"1.5\", lead_time: P6M }\n"
    "terms:\n"
    "  talk: { label: Talk, on: youth, anchor: expected_exit,\n"
    "    before: P18M, met_by: [{ meeting: uitstroomoverleg }],\n"
    "    window: P28D, responsible: school, because: it must }\n"
    "norms:\n"
    "  visits: { label: Visits, kind: meetings, meeting: bezoek,\n"
    "    party_kind: gemeente, at_least: 1, at_most: 2 }\n"
    "ends:\n"
    "  done: { label: Done, anchor: left_on, after: P1Y }\n"
    "  judged: { label: Judged, judged_by: jongerencoach,\n"
    "    criteria: [stands alone] }\n"
    "money:\n"
    "  heads: { care: { label: Care, unit: hours, leg: guidance } }\n"
    "  payers: { town: { label: Town, kind: gemeente, heads: [care],\n"
    "    amount: \"1250.05\", share: 62.5 } }\n"
    "figures:\n"
    "  jobs: { label: Jobs, value: 125000, unit: banen, year: 2016,\n"
    "    source: The accord }\n";

static dossier_document *
shown(const char *pack, const char *table, bool own, bool raw)
{
	const dossier_rules_show_options options = { pack, table, own, raw };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;

	region_ok(dossier_rules_show(&doc, region.session, &options, &err),
	    &err);
	assert_false(dossier_document_attention(doc));
	return doc;
}

static void
not_shown(const char *pack, const char *table, const char *advice)
{
	const dossier_rules_show_options options = { .pack = pack,
	    .table = table };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	assert_int_equal(dossier_rules_show(&doc, region.session, &options,
	    &err), DOSSIER_NOT_FOUND);
	assert_null(doc);
	if (strstr(err.advice, advice) == NULL)
		fail_msg("%s %s", err.message, err.advice);
}

static void
test_one_table(void **state)
{
	ready("2026-02-02");
	DOC_SAYS(shown("delta", "route", false, false), DOSSIER_JSON,
	    "[\n{\"name\":\"route\",\"label\":\"Route\",\"stated_by\":"
	    "\"delta\",\"own\":true,\"on\":\"youth\",\"hit\":\"unique\","
	    "\"order\":[],\"inputs\":[\"wage_value\"],\"otherwise\":null,"
	    "\"source\":null,\"doubts\":[],\"rules\":[{\"id\":\"D-LOW\","
	    "\"when\":{\"wage_value\":\"<= 50\"},\"then\":{\"route\":"
	    "\"participatieplek\"},\"because\":\"up to 50\",\"source\":"
	    "\"The brochure\",\"doubts\":[],\"note\":null},");
	DOC_SAYS(shown("delta", "route", false, false), DOSSIER_CSV,
	    "Rule;wage_value;\xe2\x86\x92 route\r\n"
	    "D-LOW;<= 50;participatieplek\r\nD-HIGH;> 50;betaald-werk\r\n");
	DOC_SAYS(shown("delta", "route", false, false), DOSSIER_TEXT,
	    "Wage value (%) (wage_value)", "one rule at most fits anybody",
	    "up to 50", "The brochure", "over 50");
	DOC_SAYS(shown("delta", "aanbod", false, false), DOSSIER_JSON,
	    "\"then\":{\"aanbod\":[\"basic skills\",\"Boris\"],"
	    "\"niet\":\"buying\"}");
}

static void
test_every_part_for_people(void **state)
{
	add_pack("parts", "7", parts);
	ready("2026-02-02");
	DOC_SAYS(shown("parts", NULL, false, false), DOSSIER_TEXT,
	    "De Delen (parts)", "from 2026-01-01 until 2026-12-31",
	    "Nederland (nl), version 1", "- first doubt", "- second doubt",
	    "- A book", "What stands in this pack",
	    "14.71 (from 2026-01-01", "an estimate",
	    "the first rule that fits counts", "nobody knows",
	    "who counts; see B", "old enough", "too young",
	    "see the table door", "there is none", "seats: fifteen",
	    "age: >= 16; within 28 days", "placed \xe2\x86\x92 seat",
	    "turned \xe2\x86\x92 end of the", "places: 120 a school year",
	    "1 to 2 a school year", "1.5", "6 months",
	    "at the latest 1 year 6 months before \"Expected exit\"",
	    "last 28 days before that day", "the school",
	    "1 year after \"Deregistered on\"", "judged by: youth coach",
	    "stands alone", "\xe2\x82\xac 1250.05; 62.5 %", "125000 banen",
	    "2016", "The accord", "until 2017-12-31");
}

static void
test_every_part_for_machines(void **state)
{
	add_pack("parts", "7", parts);
	ready("2026-02-02");
	DOC_SAYS(shown("parts", NULL, false, false), DOSSIER_JSON,
	    "{\"id\":\"parts\",\"version\":\"7\",\"name\":\"De Delen\","
	    "\"valid_from\":\"2026-01-01\",\"valid_until\":\"2026-12-31\"",
	    "\"extends\":\"nl\",\"extends_version\":\"1\",\"doubts\":"
	    "[\"first doubt\",\"second doubt\"]",
	    "\"municipalities\":[{\"code\":\"0505\"",
	    "\"values\":[{\"from\":\"2026-01-01\",\"until\":\"2026-06-30\","
	    "\"value\":[\"14.71\"],\"source\":\"First letter\"}",
	    "\"when\":{\"age\":\">= 16\",\"school_kind\":\"vso\"}",
	    "\"hit\":\"first\"", "\"note\":\"see B\"",
	    "\"outcomes\":{\"placed\":\"seat\",\"turned\":\"end\"}",
	    "\"seats\":120,\"per\":\"school-year\"",
	    "\"side\":\"before\",\"period\":\"P1Y6M\"",
	    "\"met_by\":[{\"meeting\":\"uitstroomoverleg\"}],"
	    "\"window\":\"P28D\",\"responsible\":\"school\"",
	    "\"at_least\":1,\"at_most\":2,\"per_school\":false",
	    "\"anchor\":\"left_on\",\"after\":\"P1Y\"",
	    "\"criteria\":[\"stands alone\"]",
	    "\"amount\":\"1250.05\",\"share\":\"62.5\"",
	    "\"unit\":\"hours\",\"leg\":\"guidance\"");
}

static void
test_what_is_its_own(void **state)
{
	ready("2026-02-02");
	DOC_SAYS(shown("hills-east", NULL, false, false), DOSSIER_JSON,
	    "\"name\":\"ondersteuning\",\"label\":\"ondersteuning\","
	    "\"stated_by\":\"hills-east\",\"own\":true",
	    "\"name\":\"route\",\"label\":\"Route\",\"stated_by\":\"hills\","
	    "\"own\":false");
	DOC_SAYS(shown("hills-east", NULL, false, false), DOSSIER_TEXT,
	    "De Heuvels (hills)", "H-WORK");
	DOC_SAYS(shown("hills-east", NULL, true, false), DOSSIER_JSON,
	    "\"ondersteuning\"", "\"tables\":[]", "!H-WORK");
	DOC_SAYS(shown("hills-east", NULL, true, false), DOSSIER_TEXT,
	    "ondersteuning", "!H-WORK");
}

/* To the byte, in any format. */
static void
test_the_text_as_installed(void **state)
{
	static const dossier_format formats[] = { DOSSIER_TEXT,
	    DOSSIER_JSON, DOSSIER_CSV, DOSSIER_HTML, DOSSIER_YAML };
	char *text;
	size_t i;

	ready("2026-02-02");
	for (i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		text = region_print(shown("delta", NULL, false, true),
		    formats[i]);
		assert_string_equal(text, delta);
		free(text);
	}
}

static void
test_a_version(void **state)
{
	char text[2000];

	plain_text(text, 40, "1", "2026-01-01");
	add_pack("plain", "1", text);
	plain_text(text, 60, "2", "2026-06-01");
	add_pack("plain", "2", text);
	ready("2026-02-02");
	DOC_SAYS(shown("plain", "route", false, false), DOSSIER_JSON,
	    "<= 40", "!<= 60");
	DOC_SAYS(shown("plain@2", "route", false, false), DOSSIER_JSON,
	    "<= 60", "!<= 40");
	ready("2026-06-01");
	DOC_SAYS(shown("plain", "route", false, false), DOSSIER_JSON,
	    "<= 60");
	DOC_SAYS(shown("plain@1", "route", false, false), DOSSIER_JSON,
	    "<= 40");
	not_shown("plain@3", NULL, "1, 2");
}

static void
test_not_there(void **state)
{
	ready("2026-02-02");
	not_shown("dleta", NULL, "Did you mean delta?");
	not_shown("atlantis", NULL, "dossier rules list");
	not_shown("delta", "ruote", "Did you mean route?");
	not_shown("delta", "x", "vasthouden, route, aanbod");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RULING(test_one_table),
		RULING(test_every_part_for_people),
		RULING(test_every_part_for_machines),
		RULING(test_what_is_its_own),
		RULING(test_the_text_as_installed),
		RULING(test_a_version),
		RULING(test_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
