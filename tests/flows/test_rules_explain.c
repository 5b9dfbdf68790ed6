/* SPDX-License-Identifier: EUPL-1.2 */
/* One table for one youth: every rule, every test, what is not known. */
#include "flows/ruling.h"

static dossier_document *
explained(const char *table, int id)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;

	region_ok(dossier_rules_explain(&doc, region.session, table, refs[id],
	    &err), &err);
	return doc;
}

static void
test_every_rule_and_test(void **state)
{
	int id = add_youth("Bram", DELTA, SCHOOL);

	add_wage(id, "4990", "2026-01-15", "");
	ready("2026-02-02");
	DOC_SAYS(explained("route", id), DOSSIER_JSON, "\"table\":\"route\","
	    "\"label\":\"Route\",\"pack\":\"delta\",\"version\":\"2026.1\","
	    "\"pack_because\":\"the list of this pack holds the municipality "
	    "of residence\",\"stated_by\":\"delta\",\"decided\":true,"
	    "\"outcome\":\"route: participatieplek\",\"rule\":\"D-LOW\","
	    "\"unknown\":[],\"because\":\"up to 50\",\"source\":"
	    "\"The brochure\",\"doubts\":[]",
	    "{\"id\":\"D-LOW\",\"holds\":true,\"decides\":true",
	    "\"tests\":[{\"input\":\"wage_value\",\"test\":\"<= 50\","
	    "\"value\":\"49.9\",\"holds\":true}]",
	    "{\"id\":\"D-HIGH\",\"holds\":false,\"decides\":false",
	    "\"test\":\"> 50\",\"value\":\"49.9\",\"holds\":false",
	    "\"facts\":[{\"name\":\"wage_value\",\"value\":\"49.9\","
	    "\"on\":\"2026-01-15\"}]",
	    "\"turns\":[{\"fact\":\"wage_value\",\"from\":\"49.9\"",
	    "\"rule\":\"D-HIGH\",\"says\":\"route: betaald-werk\"");
	DOC_SAYS(explained("route", id), DOSSIER_TEXT, "Bram (",
	    "yes: it decides", "What one change would turn",
	    "one rule at most fits anybody", "De Delta (delta), version");
}

static void
test_what_is_not_known(void **state)
{
	int id = add_youth("Finn", DELTA, SCHOOL);

	ready("2026-02-02");
	DOC_SAYS(explained("route", id), DOSSIER_JSON, "\"decided\":false",
	    "\"rule\":null,\"unknown\":[\"wage_value\"]",
	    "{\"id\":\"D-LOW\",\"holds\":null,\"decides\":false",
	    "\"value\":null,\"holds\":null}");
	DOC_SAYS(explained("route", id), DOSSIER_TEXT,
	    "undecided; not known: Wage value (%)",
	    "a wage value that is valid on the day", "not known");
}

/* A table on what another says, a rule that another goes before. */
static void
test_a_table_that_asks(void **state)
{
	static const char asks[] =
	    "id: asks\nversion: \"1\"\nname: Asks\nvalid_from: 2025-01-01\n"
	    "extends: hills\nmunicipalities: [\"0999\"]\n"
	    "tables:\n"
	    "  more:\n"
	    "    label: More\n    on: youth\n    hit: first\n"
	    "    inputs: [route.route, age]\n"
	    "    otherwise: nothing is said\n"
	    "    rules:\n"
	    "      - { id: M1, when: { route.route: betaald-werk },\n"
	    "          then: { x: a }, because: it works }\n"
	    "      - { id: M2, when: { route.route: betaald-werk },\n"
	    "          then: { x: b } }\n"
	    "      - { id: M3, when: { age: \"< 5\" }, then: { x: c } }\n";
	int id = add_youth("Kim", ELSEWHERE, SCHOOL);

	add_pack("asks", "1", asks);
	ready("2026-02-02");
	DOC_SAYS(explained("more", id), DOSSIER_JSON,
	    "\"outcome\":\"x: a\",\"rule\":\"M1\"",
	    "{\"id\":\"M2\",\"holds\":true,\"decides\":false",
	    "{\"input\":\"route.route\",\"test\":\"betaald-werk\","
	    "\"value\":\"betaald-werk\",\"holds\":true}",
	    "{\"id\":\"M3\",\"holds\":null,\"decides\":false");
	DOC_SAYS(explained("route", id), DOSSIER_JSON,
	    "\"pack\":\"asks\"", "\"stated_by\":\"hills\"");
	DOC_SAYS(explained("route", id), DOSSIER_TEXT,
	    "De Heuvels (hills), version 1");
}

static void
test_no_rule_fits(void **state)
{
	int id = add_youth("Kim", DELTA, SCHOOL);

	ready("2026-02-02");
	DOC_SAYS(explained("vasthouden", id), DOSSIER_JSON,
	    "\"decided\":true,\"outcome\":\"no rule fits\",\"rule\":null");
}

/* Neither the fact, nor what rests on it, nor what would turn it. */
static void
test_withheld(void **state)
{
	static const char strict[] = "id: nl\nversion: \"2\"\nname: N\n"
	    "valid_from: 2026-01-01\nroles:\n"
	    "  vrijwilliger: { sees: granted }\n";
	int id = add_youth("Bram", DELTA, SCHOOL);

	add_pack("nl", "2", strict);
	add_wage(id, "4990", "2026-01-15", "");
	region_add(&region, "contact_role", "contact=1", "party=2",
	    "role=vrijwilliger", "from=2026-01-01", NULL);
	ready("2026-02-02");
	DOC_SAYS(explained("route", id), DOSSIER_JSON, "\"withheld\":\"",
	    "!49.9", "!\"holds\":true", "!\"decides\":true",
	    "!\"outcome\"", "\"turns\":[]", "\"value\":null");
	DOC_SAYS(explained("route", id), DOSSIER_TEXT, "(withheld", "!49.9",
	    "!yes", "!What one change");
}

static void
test_refused(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;
	int id = add_youth("Kim", DELTA, SCHOOL);

	ready("2026-02-02");
	assert_int_equal(dossier_rules_explain(&doc, region.session, "ruote",
	    refs[id], &err), DOSSIER_NOT_FOUND);
	assert_string_equal(err.advice, "Did you mean route?");
	assert_int_equal(dossier_rules_explain(&doc, region.session, "route",
	    "ZZZZ", NULL), DOSSIER_NOT_FOUND);
	assert_null(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RULING(test_every_rule_and_test),
		RULING(test_what_is_not_known),
		RULING(test_a_table_that_asks),
		RULING(test_no_rule_fits),
		RULING(test_withheld),
		RULING(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
