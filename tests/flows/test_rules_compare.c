/* SPDX-License-Identifier: EUPL-1.2 */
/* One youth under two or more packs, the differences first. */
#include "flows/ruling.h"

static dossier_document *
compared(int id, bool all, const char *first, const char *second)
{
	const char *const with[] = { first, second };
	const dossier_rules_compare_options options = {
		.with = with, .with_count = second == NULL ? 1 : 2,
		.all = all
	};
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;

	region_ok(dossier_rules_compare(&doc, region.session, refs[id],
	    &options, &err), &err);
	return doc;
}

static void
not_compared(int id, const char *with, dossier_status wanted,
    dossier_error *err)
{
	const dossier_rules_compare_options options = {
		.with = &with, .with_count = 1
	};
	dossier_document *doc = NULL;

	*err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	assert_int_equal(dossier_rules_compare(&doc, region.session, refs[id],
	    &options, err), wanted);
	assert_null(doc);
}

static void
test_what_differs(void **state)
{
	int id = add_youth("Bram", DELTA, SCHOOL);

	add_wage(id, "4990", "2026-01-15", "");
	ready("2026-02-02");
	DOC_SAYS(compared(id, false, "hills", NULL), DOSSIER_JSON,
	    "\"packs\":[{\"pack\":\"delta\",\"version\":\"2026.1\","
	    "\"file\":null},{\"pack\":\"hills\",\"version\":\"1\","
	    "\"file\":null}]",
	    "\"differences\":[{\"kind\":\"route\",\"name\":\"route\","
	    "\"label\":null,\"says\":[{\"outcome\":\"participation place\","
	    "\"rule\":\"D-LOW\"},{\"outcome\":\"paid work\",\"rule\":"
	    "\"H-WORK\"}]}",
	    "{\"kind\":\"table\",\"name\":\"aanbod\",\"label\":\"Offer\","
	    "\"says\":[{\"outcome\":\"aanbod: basic skills; Boris; niet: "
	    "buying\",\"rule\":\"D-OFFER\"},{\"outcome\":null,"
	    "\"rule\":null}]}", "\"same_count\":0", "\"withheld\":0");
	DOC_SAYS(compared(id, false, "hills", NULL), DOSSIER_TEXT,
	    "What differs", "delta 2026.1", "hills 1", "paid work (H-WORK)",
	    "not stated", "The same under each of these packs: 0.");
}

/* A file that is not installed; versions; what is the same on request. */
static void
test_files_and_versions(void **state)
{
	char text[2000];
	int id = add_youth("Kim", ELSEWHERE, SCHOOL);

	add_wage(id, "4990", "2026-01-15", "");
	plain_text(text, 40, "1", "2026-01-01");
	add_pack("plain", "1", text);
	plain_text(text, 45, "2", "2027-01-01");
	add_pack("plain", "2", text);
	ready("2026-02-02");
	DOC_SAYS(compared(id, false, plain_file(60, "3", "2026-01-01"),
	    "plain@2"), DOSSIER_JSON,
	    "\"version\":\"1\",\"file\":null", "\"version\":\"3\",\"file\":"
	    "\"/tmp/", "\"version\":\"2\",\"file\":null",
	    "\"says\":[{\"outcome\":\"paid work\",\"rule\":\"P-HIGH\"},"
	    "{\"outcome\":\"participation place\",\"rule\":\"P-LOW\"},"
	    "{\"outcome\":\"paid work\",\"rule\":\"P-HIGH\"}]");
	DOC_SAYS(compared(id, true, "plain@2", NULL), DOSSIER_JSON,
	    "\"differences\":[]", "\"same_count\":1", "\"same\":[{\"kind\":"
	    "\"route\"");
	DOC_SAYS(compared(id, false, "plain@2", NULL), DOSSIER_TEXT,
	    "Nothing differs.", "!paid work");
}

static void
test_terms_and_parameters(void **state)
{
	static const char early[] =
	    "id: early\nversion: \"1\"\nname: Early\n"
	    "valid_from: 2020-01-01\nmunicipalities: [\"0999\"]\n"
	    "parameters:\n  hours: { label: Hours, value: \"3\" }\n"
	    "terms:\n"
	    "  talk: { label: Talk, on: youth, anchor: expected_exit,\n"
	    "    before: P6M, responsible: lead }\n";
	static const char late[] =
	    "id: late\nversion: \"1\"\nname: Late\n"
	    "valid_from: 2020-01-01\n"
	    "parameters:\n  hours: { label: Hours, value: \"4\" }\n"
	    "terms:\n"
	    "  talk: { label: Talk, on: youth, anchor: expected_exit,\n"
	    "    before: P2M, responsible: lead }\n";
	int id = add_youth("Kim", ELSEWHERE, SCHOOL);

	add_pack("early", "1", early);
	add_pack("late", "1", late);
	region_add(&region, "enrolment", "youth=1", "school=1",
	    "expected_exit=2026-12-31", "from=2025-08-01", NULL);
	ready("2026-02-02");
	DOC_SAYS(compared(id, false, "late", NULL), DOSSIER_JSON,
	    "\"kind\":\"term\",\"name\":\"talk\"", "2026-06-30",
	    "2026-10-31", "\"kind\":\"parameter\",\"name\":\"hours\"",
	    "\"outcome\":\"3\"", "\"outcome\":\"4\"");
}

/* What rests on what a role does not see is told under no pack. */
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
	DOC_SAYS(compared(id, true, "hills", NULL), DOSSIER_JSON,
	    "!participation", "!paid work", "!D-LOW");
	DOC_SAYS(compared(id, true, "hills", NULL), DOSSIER_TEXT,
	    "your role does not see what they rest on", "!paid work");
}

static void
test_refused(void **state)
{
	dossier_error err;
	int id = add_youth("Kim", DELTA, SCHOOL);

	ready("2026-02-02");
	not_compared(id, "hlils", DOSSIER_NOT_FOUND, &err);
	assert_string_equal(err.advice, "Did you mean hills?");
	not_compared(id, "hills@3", DOSSIER_NOT_FOUND, &err);
	not_compared(id, ruling_file("id: x\n"), DOSSIER_INVALID, &err);
	assert_int_equal(err.line, 1);
	not_compared(id, "./none.yaml", DOSSIER_NOT_FOUND, &err);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RULING(test_what_differs),
		RULING(test_files_and_versions),
		RULING(test_terms_and_parameters),
		RULING(test_withheld),
		RULING(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
