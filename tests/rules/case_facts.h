/* SPDX-License-Identifier: EUPL-1.2 */
/* What the tests of facts share: a store with one youth, asked for a fact. */
#ifndef TESTS_RULES_CASE_FACTS_H
#define TESTS_RULES_CASE_FACTS_H

#include "flows/region.h"

#include "rules/facts.h"

static const char pack[] =
    "id: proef\nversion: \"1\"\nname: Proef\nvalid_from: 2020-01-01\n"
    "domain_sets:\n"
    "  z: { label: Z, low: 1, acute: 2, domains: [\n"
    "    { id: werk, label: Werk, class: gewoon },\n"
    "    { id: geld, label: Geld, class: gezin },\n"
    "    { id: wonen, label: Wonen, class: gezin }] }\n"
    "instruments:\n"
    "  talent: { label: Talent Centrum, valid: P1Y }\n";

static struct region region;
static struct ds_library *library;

static inline int
start(void **state)
{
	region_start(&region);
	region_pack(&region, pack);
	region_add(&region, "youth", "ref=AAAAAAAA1",
	    "birth_date=2003-05-10", "opened_on=2025-09-01", NULL);
	region_add(&region, "party", "code=02QZ00", "kind=school", NULL);
	return 0;
}

static inline int
end(void **state)
{
	ds_library_close(library);
	library = NULL;
	region_end(&region);
	return 0;
}

/* ---- one fact as a pack would write it ---- */

struct asked {
	enum ds_fact fact;
	char text[40];
};

static inline dossier_status
take(const struct ds_case *youth, void *payload, dossier_error *err)
{
	struct asked *asked = payload;
	struct ds_arena arena = {0};
	const char *text = ds_fact_data(&arena, asked->fact,
	    &youth->facts.fact[asked->fact]);

	snprintf(asked->text, sizeof asked->text, "%s",
	    text == NULL ? "-" : text);
	ds_arena_free(&arena);
	return DOSSIER_OK;
}

/* The store is filled, and opened on the first question. */
static inline void
assert_fact(enum ds_fact fact, const char *day, const char *wanted)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct asked asked = { fact, "" };

	if (region.session == NULL) {
		region_close_fill(&region);
		region_open(&region, "2026-05-10", NULL);
		region_ok(ds_library_open(&library, region.session->book,
		    "proef", &err), &err);
	}
	region_ok(ds_cases(region.session->book, library, 0,
	    ds_day_from_iso(day), take, &asked, &err), &err);
	if (strcmp(asked.text, wanted) != 0)
		fail_msg("%s on %s: %s, not %s", ds_fact_defs[fact].name, day,
		    asked.text, wanted);
}

#define ONE "youth=1"
#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

#endif
