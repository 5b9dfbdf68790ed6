/* SPDX-License-Identifier: EUPL-1.2 */
/* A pack from a file in use: checked whole, once and for all. */
#include "flows/ruling.h"

static dossier_document *
used(const char *file, dossier_status wanted, dossier_error *err)
{
	dossier_document *doc = NULL;
	dossier_status status;

	*err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	status = dossier_rules_use(&doc, region.session, file, err);
	if (status != wanted)
		fail_msg("%d: %s %s", status, err->message, err->advice);
	return doc;
}

static int64_t
count_packs(void)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_library *library;

	region_ok(ds_session_library(&library, region.session, &err), &err);
	return (int64_t)ds_library_count(library);
}

static void
test_a_new_pack(void **state)
{
	const char *file = plain_file(40, "1", "2026-01-01");
	int64_t before;
	dossier_error err;
	int id = add_youth("Kim", ELSEWHERE, SCHOOL);

	add_wage(id, "4990", "2026-01-15", "");
	ready("2026-02-02");
	before = count_packs();
	DOC_SAYS(used(file, DOSSIER_OK, &err), DOSSIER_JSON,
	    "\"pack\":\"plain\",\"version\":\"1\"", "\"usable\":true",
	    "\"valid_from\":\"2026-01-01\",\"replaces\":null",
	    "\"municipalities_added\":[\"0999\"]", "\"installed\":true");
	assert_int_equal(count_packs(), before + 1);
	SAYS(id, DOSSIER_JSON, "\"route\":\"betaald-werk\"",
	    "\"rule\":\"P-HIGH\",\"pack\":\"plain\",\"version\":\"1\"");
	DOC_SAYS(used(file, DOSSIER_OK, &err), DOSSIER_JSON,
	    "\"installed\":false");
	assert_int_equal(count_packs(), before + 1);
}

static void
test_a_new_version(void **state)
{
	dossier_error err;

	ready("2026-02-02");
	dossier_document_free(used(plain_file(40, "1", "2026-01-01"),
	    DOSSIER_OK, &err));
	DOC_SAYS(used(plain_file(60, "2", "2026-03-01"), DOSSIER_OK, &err),
	    DOSSIER_JSON, "\"valid_from\":\"2026-03-01\","
	    "\"replaces\":\"1\"", "\"municipalities_added\":[],"
	    "\"municipalities_removed\":[]",
	    "{\"section\":\"tables\",\"name\":\"route\",\"change\":"
	    "\"changed\"", "{\"id\":\"P-LOW\",\"before\":\"wage_value: <= 40 "
	    "\xe2\x86\x92 route: participatieplek\",\"after\":\"wage_value: "
	    "<= 60 \xe2\x86\x92 route: participatieplek\"}",
	    "\"id\":\"P-HIGH\"");
}

/* Of two versions that hold from one day on the later one counts. */
static void
test_from_the_same_day(void **state)
{
	int id = add_youth("Kim", ELSEWHERE, SCHOOL);
	dossier_error err;

	add_wage(id, "4990", "2026-01-15", "");
	ready("2026-02-02");
	dossier_document_free(used(plain_file(40, "1", "2026-01-01"),
	    DOSSIER_OK, &err));
	DOC_SAYS(used(plain_file(60, "2", "2026-01-01"), DOSSIER_OK, &err),
	    DOSSIER_JSON, "\"replaces\":\"1\"");
	SAYS(id, DOSSIER_JSON, "\"rule\":\"P-LOW\",\"pack\":\"plain\","
	    "\"version\":\"2\"");
}

/* A municipality that leaves is no longer judged by the version before. */
static void
test_a_municipality_leaves(void **state)
{
	int id = add_youth("Kim", ELSEWHERE, SCHOOL);
	char text[2000], *code;
	dossier_error err;

	add_wage(id, "4990", "2026-01-15", "");
	plain_text(text, 60, "2", "2026-02-01");
	code = strstr(text, "0999");
	memcpy(code, "0998", 4);
	ready("2026-02-02");
	dossier_document_free(used(plain_file(40, "1", "2026-01-01"),
	    DOSSIER_OK, &err));
	DOC_SAYS(used(ruling_file(text), DOSSIER_OK, &err), DOSSIER_JSON,
	    "\"municipalities_added\":[\"0998\"],"
	    "\"municipalities_removed\":[\"0999\"]");
	SAYS(id, DOSSIER_JSON, "\"pack\":\"nl\"");
	ready("2026-01-31");
	SAYS(id, DOSSIER_JSON, "\"pack\":\"plain\",\"version\":\"1\"");
}

/* Earlier advice refers to a version: it says one thing for ever. */
static void
test_a_version_never_changes(void **state)
{
	int64_t before;
	dossier_error err;

	ready("2026-02-02");
	dossier_document_free(used(plain_file(40, "1", "2026-01-01"),
	    DOSSIER_OK, &err));
	before = count_packs();
	assert_null(used(plain_file(60, "1", "2026-01-01"), DOSSIER_CONFLICT,
	    &err));
	assert_non_null(strstr(err.message, "Version 1 of the pack plain"));
	assert_non_null(strstr(err.advice, "new version"));
	assert_int_equal(count_packs(), before);
}

static void
test_with_a_fault_nothing_is_changed(void **state)
{
	char text[2000];
	int64_t before;
	dossier_error err;
	char *rule;

	plain_text(text, 40, "1", "2026-01-01");
	rule = strstr(text, "> 40");
	memcpy(rule, "> 41", 4);
	ready("2026-02-02");
	before = count_packs();
	DOC_SAYS(used(ruling_file(text), DOSSIER_INVALID, &err),
	    DOSSIER_JSON, "\"kind\":\"gap\"", "\"installed\":false");
	assert_non_null(strstr(err.message, "nothing was changed"));
	memcpy(rule, "> 40", 4);
	rule = strstr(text, "expect: { route: participatieplek");
	memcpy(rule, "expect: { route: vervolgonderwijs", 33);
	DOC_SAYS(used(ruling_file(text), DOSSIER_INVALID, &err),
	    DOSSIER_JSON, "\"kind\":\"example\"", "\"installed\":false");
	DOC_SAYS(used(ruling_file("id: x\n"), DOSSIER_INVALID, &err),
	    DOSSIER_JSON, "\"kind\":\"refused\"");
	assert_int_equal(count_packs(), before);
}

/* What rests on it must hold on the new version too. */
static void
test_packs_that_extend_it(void **state)
{
	static const char leans[] =
	    "id: leans\nversion: \"1\"\nname: Leans\n"
	    "valid_from: 2026-01-01\nextends: plain\n"
	    "tables:\n"
	    "  more:\n"
	    "    label: More\n    on: youth\n    inputs: [route.route]\n"
	    "    rules:\n"
	    "      - { id: L, when: { route.route: betaald-werk },\n"
	    "          then: { x: yes } }\n"
	    "      - { id: M, when: { route.route: not(betaald-werk) },\n"
	    "          then: { x: no } }\n";
	char text[2000], *route;
	int64_t before;
	dossier_error err;

	ready("2026-02-02");
	dossier_document_free(used(plain_file(40, "1", "2026-01-01"),
	    DOSSIER_OK, &err));
	dossier_document_free(used(ruling_file(leans), DOSSIER_OK, &err));
	before = count_packs();
	plain_text(text, 40, "2", "2026-01-02");
	while ((route = strstr(text, "{ route: ")) != NULL)
		memcpy(route, "{ raute: ", 9);
	DOC_SAYS(used(ruling_file(text), DOSSIER_INVALID, &err),
	    DOSSIER_JSON, "\"pack\":\"leans\"", "\"kind\":\"refused\"",
	    "\"installed\":false");
	assert_non_null(strstr(err.message, "extend this one"));
	assert_int_equal(count_packs(), before);
	DOC_SAYS(used(plain_file(60, "2", "2026-01-02"), DOSSIER_OK, &err),
	    DOSSIER_TEXT, "leans", "version 1, which stays readable");
}

static void
test_who_may(void **state)
{
	const char *file = plain_file(40, "1", "2026-01-01");
	static const char strict[] = "id: nl\nversion: \"2\"\nname: N\n"
	    "valid_from: 2026-01-01\nroles:\n"
	    "  vrijwilliger: { sees: ordinary, forbids: [decide] }\n";
	dossier_error err;

	add_pack("nl", "2", strict);
	region_add(&region, "contact_role", "contact=1", "party=1",
	    "role=vrijwilliger", "from=2026-01-01", NULL);
	region_add(&region, "contact", "name=Els Bakker", NULL);
	region_close_fill(&region);
	region.store = NULL;
	region_open(&region, "2026-02-02", "Joris Vink@02QZ00");
	assert_null(used(file, DOSSIER_FORBIDDEN, &err));
	region_open(&region, "2026-02-02", NULL);
	assert_null(used(file, DOSSIER_FORBIDDEN, &err));
	region_open(&region, "2026-02-02", "Els Bakker");
	dossier_document_free(used(file, DOSSIER_OK, &err));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RULING(test_a_new_pack),
		RULING(test_a_new_version),
		RULING(test_from_the_same_day),
		RULING(test_a_municipality_leaves),
		RULING(test_a_version_never_changes),
		RULING(test_with_a_fault_nothing_is_changed),
		RULING(test_packs_that_extend_it),
		RULING(test_who_may),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
