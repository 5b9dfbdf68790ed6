/* SPDX-License-Identifier: EUPL-1.2 */
/* A person decides for another route than the rule. */
#include "flows/delta.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_override_refused),
		CASE(test_override_beside),
		CASE(test_last_override_counts),
		CASE(test_override_needs_an_actor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
