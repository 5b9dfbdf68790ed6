/* SPDX-License-Identifier: EUPL-1.2 */
/* Route advice over a region where a wage value parts the routes. */
#include "base/ident.h"
#include "flows/region.h"

static const char delta[] =
    "id: delta\nversion: \"2026.1\"\nname: De Delta\n"
    "valid_from: 2025-01-01\n"
    "doubt: [the source does not say what 50 is]\n"
    "municipalities: [\"0505\"]\n"
    "tables:\n"
    "  vasthouden:\n"
    "    label: Stay\n    on: youth\n    inputs: [lead_kind]\n"
    "    rules:\n"
    "      - { id: D-UWV, when: { lead_kind: uwv },\n"
    "          then: { holder: uwv, route: uwv-route },\n"
    "          because: once there you stay }\n"
    "      - { id: D-SDD, when: { lead_kind: sociale-dienst },\n"
    "          then: { holder: sociale-dienst } }\n"
    "  route:\n"
    "    label: Route\n    on: youth\n    inputs: [wage_value]\n"
    "    rules:\n"
    "      - { id: D-LOW, when: { wage_value: \"<= 50\" },\n"
    "          then: { route: participatieplek },\n"
    "          because: up to 50, source: The brochure }\n"
    "      - { id: D-HIGH, when: { wage_value: \"> 50\" },\n"
    "          then: { route: betaald-werk }, because: over 50 }\n"
    "  aanbod:\n"
    "    label: Offer\n    on: youth\n    inputs: [job_ready]\n"
    "    rules:\n"
    "      - { id: D-OFFER, when: { job_ready: no },\n"
    "          then: { aanbod: [basic skills, Boris], niet: [buying] } }\n";

static const char hills[] =
    "id: hills\nversion: \"1\"\nname: De Heuvels\n"
    "valid_from: 2020-01-01\nmunicipalities: [\"0355\", \"0356\"]\n"
    "tables:\n"
    "  route:\n"
    "    label: Route\n    on: youth\n    inputs: [destination]\n"
    "    rules:\n"
    "      - { id: H-WORK, when: { destination: betaald-werk },\n"
    "          then: { route: betaald-werk } }\n";

static const char east[] =
    "id: hills-east\nversion: \"1\"\nname: Gemeente Oost\n"
    "valid_from: 2020-01-01\nextends: hills\nmunicipalities: [\"0355\"]\n"
    "parameters:\n  ondersteuning: { values: [jobcoach, no-risk] }\n";

static const char west[] =
    "id: hills-west\nversion: \"1\"\nname: Gemeente West\n"
    "valid_from: 2020-01-01\nextends: hills\nmunicipalities: [\"0356\"]\n"
    "parameters:\n  ondersteuning: { values: [volunteer] }\n";

static const char home[] =
    "id: nl\nversion: \"1\"\nname: Nederland\nvalid_from: 2020-01-01\n";

enum { SCHOOL = 1, DELTA, EAST, WEST, ELSEWHERE, UWV, SDD };

static struct region region;
static char refs[20][DS_REF_SIZE];
static int youths;

static void
add_pack(const char *name, const char *version, const char *text)
{
	char fields[3][3000];

	snprintf(fields[0], sizeof fields[0], "name=%s", name);
	snprintf(fields[1], sizeof fields[1], "version=%s", version);
	snprintf(fields[2], sizeof fields[2], "text=%s", text);
	region_add(&region, "pack", fields[0], fields[1], fields[2],
	    "digest=00", NULL);
}

/* A youth who lives somewhere and is led by a party (0: by nobody). */
static int
add_youth(const char *name, int municipality, int lead)
{
	char ref[16], given[32], youth[16], home_at[24], party[16];

	youths++;
	ds_ref_make(refs[youths], (uint64_t)youths, 0);
	snprintf(ref, sizeof ref, "ref=%s", refs[youths]);
	snprintf(given, sizeof given, "given_name=%s", name);
	snprintf(youth, sizeof youth, "youth=%d", youths);
	snprintf(home_at, sizeof home_at, "municipality=%d", municipality);
	snprintf(party, sizeof party, "party=%d", lead);
	region_add(&region, "youth", ref, given, "opened_on=2025-08-20",
	    "job_ready=0", NULL);
	region_add(&region, "residence", youth, home_at, NULL);
	region_add(&region, "enrolment", youth, "school=1",
	    "destination=betaald-werk", "from=2024-08-01", NULL);
	if (lead != 0)
		region_add(&region, "lead", youth, party, "from=2025-09-01",
		    NULL);
	return youths;
}

static void
add_wage(int id, const char *value, const char *on, const char *until)
{
	char youth[16], amount[16], measured[32], valid[32];

	snprintf(youth, sizeof youth, "youth=%d", id);
	snprintf(amount, sizeof amount, "value=%s", value);
	snprintf(measured, sizeof measured, "measured_on=%s", on);
	snprintf(valid, sizeof valid, "valid_until=%s", until);
	region_add(&region, "wage_value", youth, amount, measured,
	    "method=Dariuz", until[0] == '\0' ? NULL : valid, NULL);
}

static int
setup(void **state)
{
	region_start(&region);
	youths = 0;
	region_add(&region, "party", "code=02QZ00", "kind=school", NULL);
	region_add(&region, "party", "code=0505", "kind=gemeente", NULL);
	region_add(&region, "party", "code=0355", "kind=gemeente", NULL);
	region_add(&region, "party", "code=0356", "kind=gemeente", NULL);
	region_add(&region, "party", "code=0999", "kind=gemeente", NULL);
	region_add(&region, "party", "code=uwv", "kind=uwv", NULL);
	region_add(&region, "party", "code=sdd", "kind=sociale-dienst", NULL);
	region_add(&region, "contact", "name=Joris Vink", NULL);
	add_pack("nl", "1", home);
	add_pack("delta", "2026.1", delta);
	add_pack("hills", "1", hills);
	add_pack("hills-east", "1", east);
	add_pack("hills-west", "1", west);
	return 0;
}

static int
teardown(void **state)
{
	region_end(&region);
	return 0;
}

static void
ready(const char *today)
{
	if (region.store != NULL) {
		region_close_fill(&region);
		region.store = NULL;
	}
	region_open(&region, today, "Joris Vink");
}

static char *
advice(int id, dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;

	region_ok(dossier_match_route(&doc, region.session,
	    id == 0 ? NULL : refs[id], &err), &err);
	assert_false(dossier_document_attention(doc));
	return region_print(doc, format);
}

static void
says(int id, dossier_format format, const char *const *wanted)
{
	char *text = advice(id, format);

	for (; *wanted != NULL; wanted++) {
		bool found = strstr(text, **wanted == '!' ? *wanted + 1 :
		    *wanted) != NULL;

		if (found == (**wanted == '!'))
			fail_msg("%s in:\n%s", *wanted, text);
	}
	free(text);
}

#define SAYS(id, format, ...) \
	says((id), (format), (const char *const[]){ __VA_ARGS__, NULL })

/* ---- the rule ---- */

static void
test_exact(void **state)
{
	int id = add_youth("Bram", DELTA, SCHOOL);
	char wanted[900], *text;

	add_wage(id, "4990", "2026-01-15", "");
	ready("2026-02-02");
	text = advice(id, DOSSIER_JSON);
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
	    "\"its list holds the municipality of residence\"}\n]\n",
	    refs[id]);
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

/* ---- deciding otherwise ---- */

static dossier_status
override(int id, const char *route, const char *by, const char *reason,
    const char *until, dossier_error *err)
{
	dossier_document *doc = NULL;
	dossier_status status;

	ds_error_reset(err);
	status = dossier_match_override(&doc, region.session, refs[id], route,
	    by, reason, until == NULL ? DOSSIER_NO_DAY :
	    ds_day_from_iso(until), err);
	assert_true((status == DOSSIER_OK) == (doc != NULL));
	dossier_document_free(doc);
	return status;
}

static void
test_override_refused(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	int id = add_youth("Bram", DELTA, SCHOOL);

	ready("2026-02-02");
	assert_int_equal(override(id, "uwv-route", "", "better", NULL, &err),
	    DOSSIER_USAGE);
	assert_int_equal(override(id, "uwv-route", "Joris Vink", "  ", NULL,
	    &err), DOSSIER_USAGE);
	assert_int_equal(override(id, "uwv-route", NULL, "better", NULL,
	    &err), DOSSIER_USAGE);
	assert_int_equal(override(id, "uwv-route", "Joris Vink", "better",
	    "2026-02-01", &err), DOSSIER_USAGE);
	assert_int_equal(override(id, "participatiplek", "Joris Vink",
	    "better", NULL, &err), DOSSIER_NOT_FOUND);
	assert_non_null(strstr(err.advice, "participatieplek"));
	assert_int_equal(override(id, "ruimtevaart", "Joris Vink", "better",
	    NULL, &err), DOSSIER_NOT_FOUND);
	assert_non_null(strstr(err.advice, "betaald-werk, bbl"));
	SAYS(id, DOSSIER_JSON, "\"override\":null");
}

static void
test_override_beside(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	int id = add_youth("Bram", DELTA, SCHOOL);

	add_wage(id, "4990", "2026-01-15", "");
	ready("2026-02-02");
	assert_int_equal(override(id, "uwv-route", "Joris Vink",
	    "Wajong is asked for", "2026-06-30", &err), DOSSIER_OK);
	SAYS(id, DOSSIER_JSON, "\"route\":\"participatieplek\","
	    "\"decided\":true", "\"rule\":\"D-LOW\"", "\"override\":"
	    "{\"route\":\"uwv-route\",\"by\":\"Joris Vink\",\"reason\":"
	    "\"Wajong is asked for\",\"on\":\"2026-02-02\",\"until\":"
	    "\"2026-06-30\"}");
	SAYS(id, DOSSIER_TEXT, "participation place", "UWV route, by Joris "
	    "Vink on 2026-02-02, until 2026-06-30:", "Wajong");
	SAYS(0, DOSSIER_TEXT, "Joris Vink decided", "otherwise by a person: "
	    "1");
	ready("2026-02-01");
	SAYS(id, DOSSIER_JSON, "\"override\":null");
	ready("2026-06-30");
	SAYS(id, DOSSIER_JSON, "\"override\":{");
	ready("2026-07-01");
	SAYS(id, DOSSIER_JSON, "\"override\":null");
}

static void
test_last_override_counts(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	int id = add_youth("Bram", DELTA, UWV);

	ready("2026-02-02");
	assert_int_equal(override(id, "betaald-werk", "Joris Vink", "wish",
	    NULL, &err), DOSSIER_OK);
	assert_int_equal(override(id, "bbl", "Els Jansen", "found", NULL,
	    &err), DOSSIER_OK);
	SAYS(id, DOSSIER_JSON, "\"route\":\"uwv-route\"", "\"held_by\":"
	    "\"D-UWV\"", "\"override\":{\"route\":\"bbl\",\"by\":"
	    "\"Els Jansen\"");
}

static void
test_override_needs_an_actor(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	int id = add_youth("Bram", DELTA, SCHOOL);

	ready("2026-02-02");
	region_open(&region, "2026-02-02", NULL);
	assert_int_equal(override(id, "bbl", "Joris Vink", "wish", NULL,
	    &err), DOSSIER_FORBIDDEN);
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

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

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
		CASE(test_override_refused),
		CASE(test_override_beside),
		CASE(test_last_override_counts),
		CASE(test_override_needs_an_actor),
		CASE(test_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
