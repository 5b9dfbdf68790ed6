/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A region with programmes, a rule that closes a route, and roles that see
 * less; for the tests of what stands beside a route and of receipts.
 */
#ifndef TESTS_FLOWS_ROADS_H
#define TESTS_FLOWS_ROADS_H

#include "base/ident.h"
#include "flows/region.h"

static const char roads[] =
    "id: roads\nversion: \"3\"\nname: Roads\nvalid_from: 2020-01-01\n"
    "municipalities: [\"0505\"]\n"
    "doubt: [who guards the rule]\n"
    "parameters:\n"
    "  ondersteuning: { values: [jobcoach], doubt: how long }\n"
    "roles:\n"
    "  vrijwilliger: { sees: ordinary, forbids: [decide] }\n"
    "  regisseur-zonder-mandaat: { sees: granted, forbids: [decide] }\n"
    "tables:\n"
    "  route:\n    label: Route\n    on: youth\n    inputs: [wage_value]\n"
    "    doubt: what is measured\n"
    "    rules:\n"
    "      - { id: R-LOW, when: { wage_value: \"<= 50\" },\n"
    "          then: { route: participatieplek }, because: up to 50 }\n"
    "      - { id: R-HIGH, when: { wage_value: \"> 50\" },\n"
    "          then: { route: betaald-werk }, because: over 50,\n"
    "          doubt: for how long }\n"
    "  closing:\n    label: What is closed\n    on: youth\n    hit: collect\n"
    "    inputs: [start_qualification, job_ready]\n"
    "    otherwise: nothing is closed\n"
    "    rules:\n"
    "      - { id: R-SHUT, when: { start_qualification: no },\n"
    "          then: { blocks: [leerwerktraject, betaald-werk] },\n"
    "          because: school first }\n"
    "      - { id: R-PERHAPS, when: { job_ready: no },\n"
    "          then: { blocks: [uwv-route] } }\n"
    "  young:\n    label: Young\n    on: youth\n    inputs: [age]\n"
    "    rules:\n"
    "      - { id: Y-IN, when: { age: \"< 25\" }, then: { open: yes },\n"
    "          because: under 25, doubt: on which day }\n"
    "      - { id: Y-OUT, when: { age: \">= 25\" }, then: { open: no },\n"
    "          because: not from 25 on }\n"
    "  paid:\n    label: Paid\n    on: youth\n    inputs: [wage_value]\n"
    "    otherwise: nothing is said of those over 80\n"
    "    rules:\n"
    "      - { id: P-IN, when: { wage_value: \"<= 80\" },\n"
    "          then: { open: yes } }\n"
    "programmes:\n"
    "  garden: { label: The garden, route: dagbesteding, entry: young,\n"
    "    procedure: none, contact: An, figures: { seats: 12 seats },\n"
    "    source: The leaflet, doubt: whether it goes on }\n"
    "  shed: { label: The shed, route: leerwerktraject, entry: young }\n"
    "  shop: { label: The shop, route: dagbesteding, entry: paid }\n"
    "  far: { label: Far off, route: dagbesteding, entry: young,\n"
    "    where: [\"0363\"] }\n"
    "  here: { label: Here, route: dagbesteding, entry: paid,\n"
    "    where: [\"0505\"] }\n"
    "  past: { label: The past, route: dagbesteding, entry: young,\n"
    "    until: 2025-12-31 }\n"
    "  soon: { label: Soon, route: dagbesteding, entry: young,\n"
    "    from: 2026-03-03 }\n";

/* Of a provider, in no region; and of another region. */
static const char provider[] =
    "id: provider\nversion: \"1\"\nname: Provider\nvalid_from: 2020-01-01\n"
    "tables:\n"
    "  in:\n    label: In\n    on: youth\n    inputs: [profile]\n"
    "    rules:\n"
    "      - { id: PR-IN, when: { profile: arbeid }, then: { open: yes } }\n"
    "      - { id: PR-OUT, when: { profile: not(arbeid) },\n"
    "          then: { open: no }, because: only for work }\n"
    "programmes:\n"
    "  course: { label: The course, route: vervolgonderwijs, entry: in }\n";

static const char other[] =
    "id: other\nversion: \"1\"\nname: Other\nvalid_from: 2020-01-01\n"
    "municipalities: [\"0363\"]\n"
    "tables:\n"
    "  in:\n    label: In\n    on: youth\n    inputs: [age]\n"
    "    rules:\n"
    "      - { id: O-IN, when: { age: \">= 0\" }, then: { open: yes } }\n"
    "programmes:\n"
    "  theirs: { label: Theirs, route: dagbesteding, entry: in }\n";

static const char broken[] =
    "id: broken\nversion: \"1\"\nname: Broken\nvalid_from: 2020-01-01\n"
    "tables: 7\n";

static struct region region;
static char ref[DS_REF_SIZE];

static inline void
roads_pack(const char *name, const char *version, const char *text)
{
	region_add(&region, "pack",
	    ds_arena_printf(&region.arena, "name=%s", name),
	    ds_arena_printf(&region.arena, "version=%s", version),
	    ds_arena_printf(&region.arena, "text=%s", text),
	    ds_arena_printf(&region.arena, "digest=%s-digest", name), NULL);
}

/* Bram, 17 on 2026-03-02, in Dordrecht; a worker in each of three roles. */
static inline int
setup(void **state)
{
	region_start(&region);
	region_add(&region, "party", "code=02QZ00", "kind=school", NULL);
	region_add(&region, "party", "code=0505", "kind=gemeente", NULL);
	region_add(&region, "contact", "name=Joris Vink", NULL);
	region_add(&region, "contact", "name=Vera Vrij", NULL);
	region_add(&region, "contact", "name=Gijs Grant", NULL);
	region_add(&region, "contact_role", "contact=2", "party=1",
	    "role=vrijwilliger", NULL);
	region_add(&region, "contact_role", "contact=3", "party=2",
	    "role=regisseur-zonder-mandaat", NULL);
	ds_ref_make(ref, 1, 0);
	region_add(&region, "youth", ds_arena_printf(&region.arena, "ref=%s",
	    ref), "given_name=Bram", "family_name=Smit",
	    "birth_date=2008-05-10", "opened_on=2025-08-20", NULL);
	region_add(&region, "residence", "youth=1", "municipality=2", NULL);
	region_add(&region, "enrolment", "youth=1", "school=1",
	    "profile=dagbesteding", "from=2024-08-01", NULL);
	region_add(&region, "qualification", "youth=1", "kind=schooldiploma",
	    "on=2025-07-01", "start_qualification=0", NULL);
	roads_pack("roads", "3", roads);
	region_add(&region, "setting", "key=home_pack", "value=roads", NULL);
	return 0;
}

static inline int
teardown(void **state)
{
	region_end(&region);
	return 0;
}

static inline void
roads_wage(const char *value)
{
	region_add(&region, "wage_value", "youth=1",
	    ds_arena_printf(&region.arena, "value=%s", value),
	    "measured_on=2026-01-15", NULL);
}

static inline void
ready(const char *today, const char *as)
{
	if (region.store != NULL) {
		region_close_fill(&region);
		region.store = NULL;
	}
	region_open(&region, today, as);
}

static inline char *
advice(dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;

	region_ok(dossier_match_route(&doc, region.session, ref, &err),
	    &err);
	return region_print(doc, format);
}

static inline void
says(char *text, const char *const *wanted)
{
	for (; *wanted != NULL; wanted++) {
		bool found = strstr(text, **wanted == '!' ? *wanted + 1 :
		    *wanted) != NULL;

		if (found == (**wanted == '!'))
			fail_msg("%s in:\n%s", *wanted, text);
	}
	free(text);
}

#define SAYS(text, ...) \
	says((text), (const char *const[]){ __VA_ARGS__, NULL })

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

#endif
