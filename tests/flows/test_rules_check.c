/* SPDX-License-Identifier: EUPL-1.2 */
/* Packs in files: read, proven, their examples run; nothing is changed. */
#include "flows/ruling.h"

static const char gap[] =
    "id: gap\nversion: \"1\"\nname: Gap\nvalid_from: 2026-01-01\n"
    "tables:\n"
    "  route:\n"
    "    label: Route\n    on: youth\n    inputs: [wage_value]\n"
    "    rules:\n"
    "      - { id: G, when: { wage_value: \"<= 50\" },\n"
    "          then: { route: bbl } }\n"
    "examples:\n"
    "  - { name: ten, table: route, facts: { wage_value: 10 },\n"
    "      expect: { route: zorg } }\n";

/* In English; `session` false: as without a store. */
static dossier_document *
checked(bool session, dossier_status wanted, const char *const *files,
    size_t count, dossier_error *err)
{
	dossier_document *doc = NULL;
	dossier_status status;

	*err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	status = dossier_rules_check(&doc, session ? region.session : NULL,
	    DOSSIER_ENGLISH, files, count, err);
	if (status != wanted)
		fail_msg("%d: %s", status, err->message);
	assert_non_null(doc);
	return doc;
}

static void
test_without_a_fault(void **state)
{
	const char *files[] = { plain_file(40, "1", "2026-01-01") };
	dossier_document *doc;
	dossier_error err;

	ready("2026-02-02");
	doc = checked(true, DOSSIER_OK, files, 1, &err);
	assert_false(dossier_document_attention(doc));
	DOC_SAYS(doc, DOSSIER_JSON, "\"pack\":\"plain\",\"version\":\"1\","
	    "\"findings\":[],\"tables\":1,\"unproven\":0,\"examples\":1,"
	    "\"failed\":0,\"usable\":true}");
}

static void
test_every_finding_has_its_place(void **state)
{
	const char *files[] = { ruling_file(gap) };
	char place[100];
	dossier_document *doc;
	dossier_error err;

	ready("2026-02-02");
	doc = checked(true, DOSSIER_OK, files, 1, &err);
	assert_true(dossier_document_attention(doc));
	snprintf(place, sizeof place, "\"table\":\"route\",\"file\":\"%s\","
	    "\"line\":6,\"column\":3", files[0]);
	DOC_SAYS(doc, DOSSIER_JSON, "\"kind\":\"gap\",\"fault\":true", place,
	    "\"example\":\"wage_value: 50.01\"", "\"kind\":\"example\"",
	    "\"line\":14,\"column\":0", "\"unproven\":1,\"examples\":1,"
	    "\"failed\":1,\"usable\":false");
	DOC_SAYS(checked(true, DOSSIER_OK, files, 1, &err), DOSSIER_TEXT,
	    "2 faults: not fit for use", "0 of 1");
}

/* All of them are told, also when one cannot be read. */
static void
test_one_of_them_is_refused(void **state)
{
	const char *files[] = { ruling_file("id: x\nversion: \"1\"\n"
	    "name: X\nvalid_from: 2026-01-01\ntabels: {}\n"),
	    ruling_file(gap), "/nowhere/there.yaml" };
	dossier_document *doc;
	dossier_error err;

	ready("2026-02-02");
	doc = checked(true, DOSSIER_INVALID, files, 3, &err);
	assert_string_equal(err.message,
	    "2 files cannot be read as a pack.");
	DOC_SAYS(doc, DOSSIER_JSON, "\"kind\":\"refused\"", "\"line\":5",
	    "Did you mean \\\"tables\\\"?", "\"kind\":\"gap\"", "/nowhere/there.yaml",
	    "\"usable\":false");
}

/* In any order, one file rests on another; else the store has it. */
static void
test_what_it_extends(void **state)
{
	static const char top[] = "id: top\nversion: \"1\"\nname: Top\n"
	    "valid_from: 2026-01-01\nextends: middle\n";
	static const char middle[] = "id: middle\nversion: \"1\"\n"
	    "name: Middle\nvalid_from: 2026-01-01\nextends: delta\n";
	const char *files[2];
	dossier_document *doc;
	dossier_error err;

	ready("2026-02-02");
	files[0] = ruling_file(top);
	files[1] = ruling_file(middle);
	doc = checked(true, DOSSIER_OK, files, 2, &err);
	assert_false(dossier_document_attention(doc));
	dossier_document_free(doc);
	doc = checked(true, DOSSIER_INVALID, files, 1, &err);
	DOC_SAYS(doc, DOSSIER_JSON, "This pack extends middle, which is not "
	    "in this store.", "\"line\":5,\"column\":10", "rules use FILE");
}

static void
test_in_a_ring(void **state)
{
	static const char ring[] = "id: %s\nversion: \"1\"\nname: R\n"
	    "valid_from: 2026-01-01\nextends: %s\n";
	char text[200];
	const char *files[3];
	dossier_error err;

	snprintf(text, sizeof text, ring, "one", "two");
	files[0] = ruling_file(text);
	snprintf(text, sizeof text, ring, "two", "one");
	files[1] = ruling_file(text);
	snprintf(text, sizeof text, ring, "self", "self");
	files[2] = ruling_file(text);
	ready("2026-02-02");
	DOC_SAYS(checked(true, DOSSIER_INVALID, files, 3, &err),
	    DOSSIER_TEXT, "extends it in turn");
}

/* A pack of a region that has no store yet. */
static void
test_without_a_store(void **state)
{
	const char *files[] = { plain_file(40, "1", "2026-01-01"),
	    ruling_file("id: y\nversion: \"1\"\nname: Y\n"
	    "valid_from: 2026-01-01\nextends: delta\n") };
	dossier_error err;

	DOC_SAYS(checked(false, DOSSIER_OK, files, 1, &err), DOSSIER_TEXT,
	    "There is no store", "fit for use");
	DOC_SAYS(checked(false, DOSSIER_INVALID, files, 2, &err),
	    DOSSIER_JSON, "\"usable\":true", "This pack extends delta, which "
	    "does not come with this software.");
	ready("2026-02-02");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		RULING(test_without_a_fault),
		RULING(test_every_finding_has_its_place),
		RULING(test_one_of_them_is_refused),
		RULING(test_what_it_extends),
		RULING(test_in_a_ring),
		RULING(test_without_a_store),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
