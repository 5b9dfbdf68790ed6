/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A region where a wage value parts the routes (the delta), one where the
 * destination does (the hills), and what the tests of routes say of them.
 */
#ifndef TESTS_FLOWS_DELTA_H
#define TESTS_FLOWS_DELTA_H

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

static inline void
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
static inline int
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

static inline void
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

static inline int
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

static inline int
teardown(void **state)
{
	region_end(&region);
	return 0;
}

static inline void
ready(const char *today)
{
	if (region.store != NULL) {
		region_close_fill(&region);
		region.store = NULL;
	}
	region_open(&region, today, "Joris Vink");
}

static inline char *
advice(int id, dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;

	region_ok(dossier_match_route(&doc, region.session,
	    id == 0 ? NULL : refs[id], &err), &err);
	assert_false(dossier_document_attention(doc));
	return region_print(doc, format);
}

static inline void
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

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

#endif
