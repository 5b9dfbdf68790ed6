/* SPDX-License-Identifier: EUPL-1.2 */
/* The list of packs, and their examples. */
#include "flows/region.h"

static const char nl[] =
    "id: nl\nversion: \"1\"\nname: Nederland\nvalid_from: 2020-01-01\n";

static const char delta[] =
    "id: delta\nversion: \"%s\"\nname: De Delta\nvalid_from: %s\n"
    "extends: nl\nmunicipalities: [\"0505\", \"0523\"]\n"
    "doubt: [what 50 is]\n"
    "tables:\n"
    "  route:\n"
    "    label: Route\n    on: youth\n    inputs: [wage_value]\n"
    "    otherwise: above 50 nothing is said\n"
    "    rules:\n"
    "      - { id: D-LOW, when: { wage_value: \"<= 50\" },\n"
    "          then: { route: participatieplek } }\n"
    "examples:\n"
    "  - { name: fifty, table: route, facts: { wage_value: 50 },\n"
    "      expect: { route: %s } }\n";

static struct region region;

static void
add_pack(const char *name, const char *version, const char *text)
{
	char fields[3][2000];

	snprintf(fields[0], sizeof fields[0], "name=%s", name);
	snprintf(fields[1], sizeof fields[1], "version=%s", version);
	snprintf(fields[2], sizeof fields[2], "text=%s", text);
	region_add(&region, "pack", fields[0], fields[1], fields[2],
	    "digest=00", NULL);
}

static void
add_delta(const char *version, const char *from, const char *expected)
{
	char text[1500];

	snprintf(text, sizeof text, delta, version, from, expected);
	add_pack("delta", version, text);
}

static int
setup(void **state)
{
	region_start(&region);
	region_add(&region, "contact", "name=Joris Vink", NULL);
	region_add(&region, "setting", "key=home_pack", "value=delta", NULL);
	add_pack("nl", "1", nl);
	add_delta("2025", "2025-01-01", "participatieplek");
	return 0;
}

static int
teardown(void **state)
{
	region_end(&region);
	return 0;
}

static void
ready(void)
{
	region_close_fill(&region);
	region_open(&region, "2026-02-02", NULL);
}

static void
prints(dossier_document *doc, dossier_format format, const char *wanted)
{
	char *text = region_print(doc, format);

	if (strstr(text, wanted) == NULL)
		fail_msg("no %s in:\n%s", wanted, text);
	free(text);
}

static dossier_document *
listed(void)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;

	region_ok(dossier_rules_list(&doc, region.session, &err), &err);
	return doc;
}

static dossier_document *
tested(const char *pack, bool attention)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;

	region_ok(dossier_rules_test(&doc, region.session, pack, &err), &err);
	assert_int_equal(dossier_document_attention(doc), attention);
	return doc;
}

static void
test_list(void **state)
{
	add_delta("2026", "2026-01-01", "participatieplek");
	add_delta("2027", "2027-01-01", "participatieplek");
	ready();
	prints(listed(), DOSSIER_JSON,
	    "{\"id\":\"nl\",\"version\":\"1\",\"name\":\"Nederland\","
	    "\"valid_from\":\"2020-01-01\",\"valid_until\":null,"
	    "\"extends\":null,\"municipalities\":0,\"home\":false,"
	    "\"in_force\":true,\"doubt\":false}");
	prints(listed(), DOSSIER_JSON,
	    "{\"id\":\"delta\",\"version\":\"2026\",\"name\":\"De Delta\","
	    "\"valid_from\":\"2026-01-01\",\"valid_until\":null,"
	    "\"extends\":\"nl\",\"municipalities\":2,\"home\":true,"
	    "\"in_force\":true,\"doubt\":true}");
	prints(listed(), DOSSIER_JSON, "\"valid_from\":\"2025-01-01\","
	    "\"valid_until\":null,\"extends\":\"nl\",\"municipalities\":2,"
	    "\"home\":true,\"in_force\":false");
	prints(listed(), DOSSIER_JSON, "\"valid_from\":\"2027-01-01\","
	    "\"valid_until\":null,\"extends\":\"nl\",\"municipalities\":2,"
	    "\"home\":true,\"in_force\":false");
	prints(listed(), DOSSIER_TEXT, "delta (home)");
	prints(listed(), DOSSIER_TEXT, "Doubt in delta 2026\n- what 50 is");
}

static void
test_examples_pass(void **state)
{
	ready();
	prints(tested(NULL, false), DOSSIER_JSON, "[\n"
	    "{\"pack\":\"nl\",\"version\":\"1\",\"findings\":[],"
	    "\"tables\":0,\"unproven\":0,\"examples\":0,\"failed\":0,"
	    "\"usable\":true},\n"
	    "{\"pack\":\"delta\",\"version\":\"2025\",\"findings\":[],"
	    "\"tables\":1,\"unproven\":0,\"examples\":1,\"failed\":0,"
	    "\"usable\":true}\n]\n");
	prints(tested("delta", false), DOSSIER_TEXT, "Every example");
}

static void
test_an_example_fails(void **state)
{
	add_delta("2026", "2026-01-01", "betaald-werk");
	ready();
	prints(tested("delta", true), DOSSIER_JSON, "\"version\":\"2026\","
	    "\"findings\":[{\"kind\":\"example\",\"fault\":true,"
	    "\"table\":\"route\",\"file\":\"delta\",\"line\":18,");
	prints(tested("delta", true), DOSSIER_JSON,
	    "\"failed\":1,\"usable\":false}");
	prints(tested(NULL, true), DOSSIER_TEXT, "delta:18");
	prints(tested("nl", false), DOSSIER_JSON, "\"failed\":0");
}

static void
test_no_such_pack(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	ready();
	assert_int_equal(dossier_rules_test(&doc, region.session, "dleta",
	    &err), DOSSIER_NOT_FOUND);
	assert_null(doc);
	assert_non_null(strstr(err.advice, "delta"));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(test_list),
		CASE(test_examples_pass),
		CASE(test_an_example_fails),
		CASE(test_no_such_pack),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
