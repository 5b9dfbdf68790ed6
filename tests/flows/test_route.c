/* SPDX-License-Identifier: EUPL-1.2 */
/* Route advice over a region where a wage value parts the routes. */
#include "flows/delta.h"

/* ---- the rule ---- */

static void
test_exact(void **state)
{
	int id = add_youth("Bram", DELTA, SCHOOL);
	char wanted[1400], *text, *receipt;

	add_wage(id, "4990", "2026-01-15", "");
	ready("2026-02-02");
	text = advice(id, DOSSIER_JSON);
	receipt = strstr(text, "\"receipt\":\"");
	assert_non_null(receipt);
	snprintf(wanted, sizeof wanted, "[\n{\"ref\":\"%s\","
	    "\"route\":\"participatieplek\",\"decided\":true,\"unknown\":[],"
	    "\"rule\":\"D-LOW\",\"pack\":\"delta\",\"version\":\"2026.1\","
	    "\"facts\":[{\"name\":\"lead_kind\",\"value\":\"school\","
	    "\"on\":\"2025-09-01\"},{\"name\":\"wage_value\","
	    "\"value\":\"49.9\",\"on\":\"2026-01-15\"}],"
	    "\"because\":\"up to 50\",\"held_by\":null,\"override\":null,"
	    "\"support\":[],\"wage_values\":[{\"value\":\"49.9\","
	    "\"measured_on\":\"2026-01-15\",\"valid_until\":null,"
	    "\"method\":\"Dariuz\",\"counted\":true}],\"pack_because\":"
	    "\"the list of this pack holds the municipality of residence\","
	    "\"doubts\":[\"the source does not say what 50 is\"],"
	    "\"turns\":[{\"fact\":\"wage_value\",\"from\":\"49.9\","
	    "\"to\":\"from 50.01\",\"value\":\"50.01\","
	    "\"route\":\"betaald-werk\",\"rule\":\"D-HIGH\"}],"
	    "\"costs\":[],\"alternatives\":[],\"packs_not_read\":[],"
	    "\"receipt\":\"%.9s\"}\n]\n", refs[id], receipt + 11);
	assert_string_equal(text, wanted);
	free(text);
}

static void
test_threshold(void **state)
{
	static const struct {
		const char *value, *route, *rule;
	} cases[] = {
		{ "0", "participatieplek", "D-LOW" },
		{ "4990", "participatieplek", "D-LOW" },
		{ "5000", "participatieplek", "D-LOW" },
		{ "5010", "betaald-werk", "D-HIGH" },
		{ "10000", "betaald-werk", "D-HIGH" },
	};
	char wanted[100];
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++)
		add_wage(add_youth("Kim", DELTA, SCHOOL), cases[i].value,
		    "2026-01-15", "");
	ready("2026-02-02");
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		snprintf(wanted, sizeof wanted, "\"route\":\"%s\","
		    "\"decided\":true,\"unknown\":[],\"rule\":\"%s\"",
		    cases[i].route, cases[i].rule);
		SAYS((int)i + 1, DOSSIER_JSON, wanted);
	}
}

static void
test_explained(void **state)
{
	int id = add_youth("Zo\xc3\xab", DELTA, SCHOOL);

	add_wage(id, "4990", "2026-01-15", "2027-01-14");
	ready("2026-02-02");
	SAYS(id, DOSSIER_TEXT, "Zo\xc3\xab (", "participation place",
	    "D-LOW", "up to 50", "The brochure", "De Delta (delta), version "
	    "2026.1", "in force from", "2025-01-01", "49.9", "2026-01-15",
	    "2027-01-14", "the source does not say what 50 is",
	    "basic skills; Boris", "buying", "!Stays");
}

static void
test_unknown_is_no_zero(void **state)
{
	int id = add_youth("Finn", DELTA, SCHOOL);

	ready("2026-02-02");
	SAYS(id, DOSSIER_JSON, "\"route\":null,\"decided\":false,"
	    "\"unknown\":[\"wage_value\"],\"rule\":null",
	    "{\"name\":\"wage_value\",\"value\":null,\"on\":null}",
	    "\"because\":null");
	SAYS(id, DOSSIER_TEXT, "no advice; not known: Wage value (%)",
	    "a wage value that is valid on the day", "!participation",
	    "!Ruled out");
}

static void
test_two_measurements(void **state)
{
	int id = add_youth("Finn", DELTA, SCHOOL);

	add_wage(id, "4500", "2025-06-10", "2026-05-31");
	add_wage(id, "6500", "2026-06-01", "2028-05-31");
	ready("2026-05-31");
	SAYS(id, DOSSIER_JSON, "\"route\":\"participatieplek\"",
	    "\"value\":\"45\",\"measured_on\":\"2025-06-10\","
	    "\"valid_until\":\"2026-05-31\",\"method\":\"Dariuz\","
	    "\"counted\":true", "\"value\":\"65\",\"measured_on\":"
	    "\"2026-06-01\",\"valid_until\":\"2028-05-31\","
	    "\"method\":\"Dariuz\",\"counted\":false");
	ready("2026-06-02");
	SAYS(id, DOSSIER_JSON, "\"route\":\"betaald-werk\"",
	    "\"value\":\"65\",\"on\":\"2026-06-01\"", "\"45\"");
	SAYS(id, DOSSIER_TEXT, "45", "2025-06-10", "65", "2026-06-01");
}

static void
test_no_measurement_counts_twice(void **state)
{
	int id = add_youth("Finn", DELTA, SCHOOL);

	add_wage(id, "4000", "2025-06-10", "");
	add_wage(id, "6000", "2026-01-10", "");
	ready("2026-05-31");
	SAYS(id, DOSSIER_JSON, "\"value\":\"40\",\"measured_on\":"
	    "\"2025-06-10\",\"valid_until\":null,\"method\":\"Dariuz\","
	    "\"counted\":false", "\"route\":\"betaald-werk\"");
}

/* ---- staying ---- */

static void
test_held(void **state)
{
	int id = add_youth("Finn", DELTA, UWV);

	add_wage(id, "6500", "2026-01-20", "");
	ready("2026-02-02");
	SAYS(id, DOSSIER_JSON, "\"route\":\"uwv-route\",\"decided\":true,"
	    "\"unknown\":[],\"rule\":\"D-UWV\"", "\"held_by\":\"D-UWV\"",
	    "\"because\":\"once there you stay\"");
	SAYS(id, DOSSIER_TEXT, "Stays where it is", "UWV, by rule D-UWV",
	    "once there you stay", "paid work (rule D-HIGH)", "65",
	    "2025-09-01");
}

static void
test_held_without_wage_value(void **state)
{
	int id = add_youth("Finn", DELTA, UWV);

	ready("2026-02-02");
	SAYS(id, DOSSIER_JSON, "\"route\":\"uwv-route\",\"decided\":true,"
	    "\"unknown\":[]");
	SAYS(id, DOSSIER_TEXT, "decides nothing");
}

static void
test_holder_leaves_the_route(void **state)
{
	int id = add_youth("Finn", DELTA, SDD);

	add_wage(id, "6500", "2026-01-20", "");
	ready("2026-02-02");
	SAYS(id, DOSSIER_JSON, "\"route\":\"betaald-werk\"",
	    "\"rule\":\"D-HIGH\"", "\"held_by\":\"D-SDD\"",
	    "\"because\":\"over 50\"");
	SAYS(id, DOSSIER_TEXT, "social service, by rule D-SDD",
	    "!The route rule itself");
}

static void
test_nobody_leads(void **state)
{
	int id = add_youth("Finn", DELTA, 0);

	add_wage(id, "6500", "2026-01-20", "");
	ready("2026-02-02");
	SAYS(id, DOSSIER_JSON, "\"route\":null,\"decided\":false,"
	    "\"unknown\":[\"lead_kind\"],\"rule\":null",
	    "\"held_by\":null");
	SAYS(id, DOSSIER_TEXT, "who holds the case",
	    "paid work (rule D-HIGH)", "Ruled out", "participation place");
}

/* ---- which pack ---- */

static void
test_support_differs(void **state)
{
	int one = add_youth("Lotte", EAST, SCHOOL);
	int two = add_youth("Noa", WEST, SCHOOL);

	ready("2026-02-02");
	SAYS(one, DOSSIER_JSON, "\"route\":\"betaald-werk\"",
	    "\"pack\":\"hills-east\"", "\"support\":[\"jobcoach\","
	    "\"no-risk\"]");
	SAYS(two, DOSSIER_JSON, "\"route\":\"betaald-werk\"",
	    "\"pack\":\"hills-west\"", "\"support\":[\"volunteer\"]");
	SAYS(one, DOSSIER_TEXT, "hills-east", "!hills-west",
	    "jobcoach; no-risk (stated by Gemeente Oost)",
	    "H-WORK (stated by De Heuvels)");
}

static void
test_no_route_table(void **state)
{
	int id = add_youth("Lotte", ELSEWHERE, SCHOOL);

	ready("2026-02-02");
	SAYS(id, DOSSIER_JSON, "\"route\":null,\"decided\":false,"
	    "\"unknown\":[],\"rule\":null,\"pack\":\"nl\"", "\"facts\":[]");
	SAYS(id, DOSSIER_TEXT, "this pack has no rules for a route",
	    "home pack");
}

/* ---- all ---- */

static void
test_all(void **state)
{
	int id;

	add_wage(add_youth("Aisha", DELTA, SCHOOL), "1000", "2026-01-15", "");
	add_youth("Bram", DELTA, SCHOOL);
	id = add_youth("Chris", DELTA, UWV);
	add_wage(id, "9000", "2026-01-15", "");
	add_wage(id, "9100", "2026-01-16", "");
	region_add(&region, "youth", "ref=ZZZZZZZZZ", "given_name=Oud",
	    "opened_on=2020-01-01", "closed_on=2026-02-02", NULL);
	ready("2026-02-02");
	SAYS(0, DOSSIER_JSON, refs[1], refs[2], refs[3], "!ZZZZZZZZZ",
	    "\"90\"", "\"91\"", "\"10\"");
	SAYS(0, DOSSIER_TEXT, "Aisha", "Bram", "Chris", "D-LOW", "D-UWV",
	    "Wage value (%)", "Open dossiers: 3. With advice: 2, without: 1. "
	    "Held where they are: 1.", "Not known for 1: Wage value (%)",
	    "!Oud");
}

/* ---- memory ---- */

static void
test_no_memory(void **state)
{
	int id = add_youth("Bram", DELTA, UWV);
	dossier_document *doc = NULL;
	dossier_status status;
	unsigned long n;

	add_wage(id, "4990", "2026-01-15", "");
	ready("2026-02-02");
	for (n = 1;; n++) {
		ds_mem_fail_at(n);
		status = dossier_match_route(&doc, region.session, refs[id],
		    NULL);
		if (!ds_mem_failed())
			break;
		assert_int_equal(status, DOSSIER_NO_MEMORY);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	assert_true(n > 5);
	dossier_document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_exact),
		CASE(test_threshold),
		CASE(test_explained),
		CASE(test_unknown_is_no_zero),
		CASE(test_two_measurements),
		CASE(test_no_measurement_counts_twice),
		CASE(test_held),
		CASE(test_held_without_wage_value),
		CASE(test_holder_leaves_the_route),
		CASE(test_nobody_leads),
		CASE(test_support_differs),
		CASE(test_no_route_table),
		CASE(test_all),
		CASE(test_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
