/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How many are in a population: yes, no and not known apart; two tables side
 * by side; and nothing that points at few people of whom the reader may not
 * see what it rests on.
 */
#include "flows/report_count.h"

#include "base/ident.h"
#include "flows/region.h"

static const char pack[] =
    "id: proef\nversion: \"1\"\nname: Proef\nvalid_from: 2020-01-01\n"
    "roles:\n"
    "  vrijwilliger: { sees: ordinary, forbids: [decide] }\n"
    "tables:\n"
    "  grown:\n    label: Grown up\n    on: youth\n    inputs: [age]\n"
    "    source: The law\n    doubt: on which day\n"
    "    rules:\n"
    "      - { id: G-YES, when: { age: \">= 18\" },\n"
    "          then: { counts: yes } }\n"
    "      - { id: G-NO, when: { age: \"< 18\" }, then: { counts: no } }\n"
    "  worth:\n    label: Worth\n    on: youth\n    inputs: [wage_value]\n"
    "    otherwise: nobody says it of 90 and more\n"
    "    rules:\n"
    "      - { id: W-LOW, when: { wage_value: \"<= 50\" },\n"
    "          then: { counts: no } }\n"
    "      - { id: W-HIGH, when: { wage_value: \"(50..90)\" },\n"
    "          then: { counts: yes } }\n"
    "  groups:\n    label: Groups\n    on: youth\n    hit: collect\n"
    "    inputs: [age, profile]\n    otherwise: none of them\n"
    "    rules:\n"
    "      - { id: S-AGE, when: { age: \">= 18\" },\n"
    "          then: { group: grown } }\n"
    "      - { id: S-WORK, when: { profile: arbeid },\n"
    "          then: { group: work } }\n"
    "  plek:\n    label: Place\n    on: place\n    inputs: [seats]\n"
    "    rules: [{ id: P, when: { seats: \">= 0\" },\n"
    "      then: { counts: yes } }]\n";

static const char near[] =
    "id: near\nversion: \"2\"\nname: Near\nvalid_from: 2020-01-01\n"
    "municipalities: [\"0505\"]\n"
    "tables:\n"
    "  grown:\n    label: Grown up near\n    on: youth\n"
    "    inputs: [age]\n"
    "    rules:\n"
    "      - { id: N-YES, when: { age: \">= 16\" },\n"
    "          then: { counts: yes } }\n"
    "      - { id: N-NO, when: { age: \"< 16\" }, then: { counts: no } }\n";

static struct region region;
static char refs[40][DS_REF_SIZE];
static int youths;

/* NULL: not known. */
static int
add(const char *name, const char *born, const char *wage)
{
	char fields[4][48];

	youths++;
	ds_ref_make(refs[youths], (uint64_t)youths, 0);
	snprintf(fields[0], sizeof fields[0], "ref=%s", refs[youths]);
	snprintf(fields[1], sizeof fields[1], "given_name=%s", name);
	snprintf(fields[2], sizeof fields[2], "birth_date=%s", born);
	region_add(&region, "youth", fields[0], fields[1],
	    "opened_on=2025-08-20", born == NULL ? NULL : fields[2], NULL);
	snprintf(fields[0], sizeof fields[0], "youth=%d", youths);
	region_add(&region, "residence", fields[0], "municipality=2", NULL);
	region_add(&region, "enrolment", fields[0], "school=1",
	    "profile=arbeid", "from=2024-08-01", NULL);
	snprintf(fields[1], sizeof fields[1], "value=%s", wage);
	if (wage != NULL)
		region_add(&region, "wage_value", fields[0], fields[1],
		    "measured_on=2026-01-15", NULL);
	return youths;
}

static int
setup(void **state)
{
	region_start(&region);
	youths = 0;
	region_add(&region, "party", "code=02QZ00", "kind=school", NULL);
	region_add(&region, "party", "code=0505", "kind=gemeente", NULL);
	region_add(&region, "contact", "name=Joris Vink", NULL);
	region_add(&region, "contact", "name=Vera Vrij", NULL);
	region_add(&region, "contact_role", "contact=2", "party=1",
	    "role=vrijwilliger", NULL);
	region_pack(&region, pack);
	return 0;
}

static int
teardown(void **state)
{
	region_end(&region);
	return 0;
}

static void
ready(const char *as)
{
	region_close_fill(&region);
	region_open(&region, "2026-03-02", as);
}

/* Which tables, of which pack (NULL: each its own), on which day. */
enum { TABLE, AGAINST, PACK, ON, ASKED };
#define OF(...) ((const char *const[ASKED]){ __VA_ARGS__ })

static dossier_status
ask(char **out, const char *const *asked, dossier_format format,
    dossier_error *err)
{
	dossier_day day = asked[ON] == NULL ? DOSSIER_NO_DAY :
	    ds_day_from_iso(asked[ON]);
	const dossier_report_options options = { .name = "count",
	    .table = asked[TABLE], .against = asked[AGAINST],
	    .pack = asked[PACK], .on = asked[ON] == NULL ? NULL : &day };
	dossier_document *doc;
	dossier_status status = dossier_report(&doc, region.session,
	    &options, err);

	*out = status == DOSSIER_OK ? region_print(doc, format) : NULL;
	return status;
}

static void
says(const char *const *asked, dossier_format format,
    const char *const *wanted)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	bool found;
	char *text;

	region_ok(ask(&text, asked, format, &err), &err);
	for (; *wanted != NULL; wanted++) {
		found = strstr(text, **wanted == '!' ? *wanted + 1 :
		    *wanted) != NULL;
		if (found == (**wanted == '!'))
			fail_msg("%s in:\n%s", *wanted, text);
	}
	free(text);
}

#define SAYS(format, asked, ...) \
	says((asked), (format), (const char *const[]){ __VA_ARGS__, NULL })

static void
three_numbers(void **state)
{
	add("Ada", "2008-03-02", NULL);	/* 18 on the day */
	add("Bas", "2008-03-03", NULL);	/* 18 a day later */
	add("Cem", NULL, NULL);
	ready("Joris Vink");
	SAYS(DOSSIER_JSON, OF("grown"), "\"all\":3,\"outcomes\":["
	    "{\"outcome\":\"yes\",\"kind\":\"counted\",\"count\":1},"
	    "{\"outcome\":\"no\",\"kind\":\"counted\",\"count\":1},"
	    "{\"outcome\":null,\"kind\":\"unknown\",\"count\":1}],"
	    "\"unknown\":[{\"fact\":\"age\",\"count\":1}]");
	SAYS(DOSSIER_TEXT, OF("grown"), "Open dossiers on 2026-03-02: 3.",
	    "the birth date", "Grown up: Proef, version 1", "The law",
	    "on which day", "!Ada");
	SAYS(DOSSIER_CSV, OF("grown"), "Outcome;grown\r\nyes;1\r\nno;1\r\n"
	    "not known;1\r\n");
	SAYS(DOSSIER_HTML, OF("grown"), "<td", "not known");
}

static void
on_another_day(void **state)
{
	add("Ada", "2008-03-02", NULL);
	add("Bas", "2008-03-03", NULL);
	region_add(&region, "youth", "ref=ZZZZZZZZZ", "opened_on=2020-01-01",
	    "birth_date=2000-01-01", "closed_on=2026-03-02", NULL);
	ready("Joris Vink");
	SAYS(DOSSIER_JSON, OF("grown", NULL, NULL, "2026-03-03"),
	    "\"on\":\"2026-03-03\"", "\"all\":2",
	    "{\"outcome\":\"yes\",\"kind\":\"counted\",\"count\":2}");
	SAYS(DOSSIER_JSON, OF("grown", NULL, NULL, "2026-03-01"),
	    "\"all\":3", "{\"outcome\":\"yes\",\"kind\":\"counted\","
	    "\"count\":1}", "{\"outcome\":\"no\",\"kind\":\"counted\","
	    "\"count\":2}");
}

static void
what_the_source_does_not_say(void **state)
{
	add("Ada", "2008-03-02", "9000");
	add("Bas", "2008-03-02", "8999");
	add("Cem", "2008-03-02", "5000");
	add("Dik", "2008-03-02", NULL);
	ready("Joris Vink");
	SAYS(DOSSIER_JSON, OF("worth"),
	    "{\"outcome\":\"yes\",\"kind\":\"counted\",\"count\":1},"
	    "{\"outcome\":\"no\",\"kind\":\"counted\",\"count\":1},"
	    "{\"outcome\":null,\"kind\":\"unknown\",\"count\":1},"
	    "{\"outcome\":null,\"kind\":\"unstated\",\"count\":1}]");
	SAYS(DOSSIER_TEXT, OF("worth"), "no rule says it",
	    "nobody says it of 90 and more");
}

static void
one_youth_in_two_groups(void **state)
{
	add("Ada", "2000-01-01", NULL);
	add("Bas", "2010-01-01", NULL);
	ready("Joris Vink");
	SAYS(DOSSIER_JSON, OF("groups"),
	    "{\"outcome\":\"grown\",\"kind\":\"counted\",\"count\":1},"
	    "{\"outcome\":\"work\",\"kind\":\"counted\",\"count\":2}");
	SAYS(DOSSIER_TEXT, OF("groups"), "more than one outcome");
}

static void
each_by_the_pack_that_judges(void **state)
{
	add("Ada", "2009-03-02", NULL);	/* 17 */
	region_add(&region, "pack", "name=near", "version=2",
	    ds_arena_printf(&region.arena, "text=%s", near), "digest=2",
	    NULL);
	region_add(&region, "youth", "ref=ZZZZZZZZZ", "given_name=Ver",
	    "birth_date=2009-03-02", "opened_on=2025-01-01", NULL);
	ready("Joris Vink");
	SAYS(DOSSIER_JSON, OF("grown"),
	    "{\"outcome\":\"yes\",\"kind\":\"counted\",\"count\":1},"
	    "{\"outcome\":\"no\",\"kind\":\"counted\",\"count\":1}");
	SAYS(DOSSIER_TEXT, OF("grown"), "Near, version 2",
	    "Proef, version 1");
	SAYS(DOSSIER_JSON, OF("grown", NULL, "near"), "\"pack\":\"near\"",
	    "{\"outcome\":\"yes\",\"kind\":\"counted\",\"count\":2}");
	SAYS(DOSSIER_JSON, OF("worth"), "{\"outcome\":null,"
	    "\"kind\":\"no_table\",\"count\":1}");
}

static void
refused(const char *const *asked, dossier_status wanted,
    const char *message)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	char *text;

	assert_int_equal(ask(&text, asked, DOSSIER_TEXT, &err), wanted);
	assert_string_equal(err.message, message);
}

static void
what_is_no_count(void **state)
{
	add("Ada", "2009-03-02", NULL);
	ready("Joris Vink");
	refused(OF("grow"), DOSSIER_NOT_FOUND,
	    "The pack proef has no table grow.");
	refused(OF("grown", "other"), DOSSIER_NOT_FOUND,
	    "The pack proef has no table other.");
	refused(OF("grown", NULL, "far"), DOSSIER_NOT_FOUND,
	    "There is no pack far in force on that day.");
	refused(OF("plek"), DOSSIER_INVALID,
	    "The table plek is on place, so it counts no youths.");
}

/* ---- two tables ---- */

static void
the_difference_by_name(void **state)
{
	add("Ada", "2008-03-02", "4000");	/* yes, no */
	add("Bas", "2010-03-02", "6000");	/* no, yes */
	add("Cem", "2008-03-02", "6000");	/* yes, yes */
	add("Dik", "2008-03-02", NULL);	/* yes, not known */
	ready("Joris Vink");
	SAYS(DOSSIER_JSON, OF("grown", "worth"),
	    "{\"outcome\":\"yes\",\"kind\":\"counted\",\"count\":3,"
	    "\"against\":2},{\"outcome\":\"no\",\"kind\":\"counted\","
	    "\"count\":1,\"against\":1},{\"outcome\":null,"
	    "\"kind\":\"unknown\",\"count\":0,\"against\":1}",
	    "\"against_unknown\":[{\"fact\":\"wage_value\",\"count\":1}]",
	    "{\"outcome\":\"yes\",\"kind\":\"counted\",\"against\":\"no\","
	    "\"against_kind\":\"counted\",\"count\":1}",
	    "\"name\":\"Ada\",\"outcome\":\"yes\",\"kind\":\"counted\","
	    "\"against\":\"no\",\"against_kind\":\"counted\","
	    "\"rule\":\"G-YES\",\"against_rule\":\"W-LOW\"",
	    "\"name\":\"Bas\"", "\"name\":\"Dik\"", "!Cem");
	SAYS(DOSSIER_TEXT, OF("grown", "worth"),
	    "Another outcome by grown than by worth: 3 of 4.",
	    "yes (rule G-YES)", "no (rule W-LOW)", "!Cem");
}

/* Of a wage value a volunteer may know neither who nor of how few. */
static void
small_numbers_are_not_told(void **state)
{
	int i;

	for (i = 0; i < 7; i++)
		add("Kim", "2008-03-02", "4000");
	for (i = 0; i < 3; i++)
		add("Noa", "2008-03-02", "6000");
	add("Ada", "2008-03-02", NULL);
	ready("Vera Vrij");
	SAYS(DOSSIER_JSON, OF("worth"), "\"all\":11",
	    "{\"outcome\":\"yes\",\"kind\":\"counted\",\"count\":null}",
	    "{\"outcome\":\"no\",\"kind\":\"counted\",\"count\":null}",
	    "{\"outcome\":null,\"kind\":\"unknown\",\"count\":null}",
	    "\"unknown\":[{\"fact\":\"wage_value\",\"count\":null}]");
	SAYS(DOSSIER_TEXT, OF("grown", "worth"), "too few to tell",
	    "small numbers are not told", "!Noa", "!Kim", "!Ada");
	/* Ages are hers to see. */
	SAYS(DOSSIER_JSON, OF("grown"),
	    "{\"outcome\":\"yes\",\"kind\":\"counted\",\"count\":11}",
	    "{\"outcome\":null,\"kind\":\"unknown\",\"count\":0}");
}

static void
protection(void **state)
{
	static const struct {
		size_t numbers[4];
		bool masked[4], total;
	} cases[] = {
		{ { 10, 20, 0, 5 }, { false, false, false, false }, false },
		{ { 4, 20, 7, 0 }, { true, false, true, false }, false },
		{ { 1, 4, 20, 0 }, { true, true, false, false }, false },
		{ { 1, 1, 20, 9 }, { true, true, false, true }, false },
		{ { 3, 0, 0, 0 }, { true, false, false, false }, true },
		{ { 2, 2, 0, 0 }, { true, true, false, false }, true },
		{ { 0, 0, 0, 0 }, { false, false, false, false }, false },
	};
	bool masked[4];
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		assert_int_equal(ds_report_protect(masked, cases[i].numbers,
		    4), cases[i].total);
		assert_memory_equal(masked, cases[i].masked, sizeof masked);
	}
	assert_false(ds_report_few(0));
	assert_true(ds_report_few(1));
	assert_true(ds_report_few(4));
	assert_false(ds_report_few(5));
}

static void
no_memory(void **state)
{
	const dossier_report_options options = { .name = "count",
	    .table = "grown", .against = "worth" };
	dossier_document *doc = NULL;
	dossier_status status;
	unsigned long n;

	add("Ada", "2008-03-02", "4000");
	add("Bas", "2010-03-02", NULL);
	ready("Joris Vink");
	for (n = 1;; n++) {
		ds_mem_fail_at(n);
		status = dossier_report(&doc, region.session, &options,
		    NULL);
		if (status == DOSSIER_OK)
			dossier_document_free(doc);
		if (!ds_mem_failed())
			break;
		assert_int_equal(status, DOSSIER_NO_MEMORY);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(three_numbers),
		CASE(on_another_day),
		CASE(what_the_source_does_not_say),
		CASE(one_youth_in_two_groups),
		CASE(each_by_the_pack_that_judges),
		CASE(what_is_no_count),
		CASE(the_difference_by_name),
		CASE(small_numbers_are_not_told),
		cmocka_unit_test(protection),
		CASE(no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
