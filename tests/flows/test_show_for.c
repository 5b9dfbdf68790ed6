/* SPDX-License-Identifier: EUPL-1.2 */
/* What a party may see of a dossier: nothing else, and no trace of it. */
#include "flows/full_case.h"

static struct one_case c;

static int
start(void **state)
{
	(void)state;
	full_start(&c, "2026-05-11");
	return 0;
}

static int
end(void **state)
{
	(void)state;
	case_end(&c);
	return 0;
}

static char *
seen_by(const char *party, dossier_show_page page, dossier_format format)
{
	const dossier_show_options options = { .on = DOSSIER_NO_DAY,
	    .recipient = party, .page = page };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_show(&doc, c.region.session, c.ref, &options,
	    &err), &err);
	return region_print(doc, format);
}

static const dossier_format formats[] = { DOSSIER_TEXT, DOSSIER_CSV,
    DOSSIER_JSON, DOSSIER_YAML, DOSSIER_HTML };

#define FORMATS (sizeof formats / sizeof formats[0])

static void
never_says(const char *party, dossier_show_page page,
    const char *const *texts)
{
	const char *const *one;
	char *text;
	size_t i;

	for (i = 0; i < FORMATS; i++) {
		text = seen_by(party, page, formats[i]);
		for (one = texts; *one != NULL; one++)
			says_not(text, *one);
		free(text);
	}
}

static void
what_no_ground_covers_leaves_no_trace(void **state)
{
	static const char *const secrets[] = { "STORYCANARY", "MOTHERCANARY",
	    "EXCLUDECANARY", "DEBTCANARY", "CARECANARY", "aangevraagd",
	    "opgenomen", "participatiewet", "Matchcare", "2026-09-01",
	    "Dariuz", "moeder", "geweigerd", "declined", "NOTHING",
	    "Rik Los", "Nothing recorded", "Redt zichzelf", "123456782",
	    "ABCDEFGH9", "banenafspraak", "jobs agreement", NULL };

	(void)state;
	never_says("0355", DOSSIER_PAGE_DOSSIER, secrets);
	never_says("0355", DOSSIER_PAGE_TIMELINE, secrets);
}

static void
what_a_ground_covers_is_there(void **state)
{
	char *text = seen_by("0355", DOSSIER_PAGE_DOSSIER, DOSSIER_TEXT);

	(void)state;
	says(text, "Zoë van den Berg");
	says(text, "This is what Gemeente Zeist (0355) may see.");
	says(text, "Rekent op niveau 1F.");
	says(text, "HAMPERCANARY");
	says(text, "5, volledig zelfredzaam");
	says(text, "Kas, Kas en Kweek");
	/* An ordinary domain alone: the lowest tells of no other. */
	says(text, "Lowest score: 5; 0 domains at 2 or lower.");
	/* The learner's own statement goes with everything. */
	says(text, "Niet eens met de toets.");
	free(text);
}

static void
why_it_is_withheld_and_nothing_more(void **state)
{
	char *text = seen_by("Gemeente Zeist", DOSSIER_PAGE_DOSSIER,
	    DOSSIER_JSON);

	(void)state;
	says(text, "\"for\":\"0355\"");
	says(text, "{\"section\":\"eigen-verhaal\",\"part\":\"all\","
	    "\"reason\":\"no ground covers this section for this "
	    "recipient\"}");
	says(text, "{\"section\":\"registers\",\"part\":\"all\","
	    "\"reason\":\"the ground was withdrawn\"}");
	says(text, "{\"section\":\"stages\",\"part\":\"special\","
	    "\"reason\":\"this ground does not carry health, justice or "
	    "family data\",\"fields\":[\"placement.review\"]}");
	says(text, "{\"section\":\"leefgebieden\",\"part\":\"special\","
	    "\"reason\":\"this ground does not carry health, justice or "
	    "family data\"}");
	says(text, "{\"section\":\"opvolging\",\"part\":\"records\","
	    "\"reason\":\"this part does not go along in a handover\"}");
	says_not(text, "{\"section\":\"opp\",\"part\"");
	says_not(text, "{\"section\":\"zienswijze\",\"part\"");
	free(text);
}

/* The same list whether there is much to withhold or nothing at all. */
static void
the_list_does_not_tell_what_is_there(void **state)
{
	char *full = seen_by("0356", DOSSIER_PAGE_DOSSIER, DOSSIER_JSON);
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const dossier_show_options options = { .on = DOSSIER_NO_DAY,
	    .recipient = "0356" };
	const char *list = strstr(full, "\"withheld\":");
	dossier_document *doc = NULL;
	char ref[DOSSIER_REF_SIZE], *bare;

	(void)state;
	assert_non_null(list);
	region_ok(dossier_search(&doc, ref, c.region.session, "Bergman",
	    &err), &err);
	region_ok(dossier_show(&doc, c.region.session, ref, &options, &err),
	    &err);
	bare = region_print(doc, DOSSIER_JSON);
	assert_non_null(strstr(bare, "\"withheld\":"));
	assert_string_equal(strstr(bare, "\"withheld\":"), list);
	/* Who may see nothing is not told who it is, or how old. */
	says(full, "\"ref\":null,\"name\":\"\"");
	says(full, "\"age\":null");
	free(full);
	free(bare);
}

static void
a_role_that_sees_ordinary_data_sees_no_trace_either(void **state)
{
	const dossier_show_options options = { .on = DOSSIER_NO_DAY };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;
	char *text;

	(void)state;
	region_open(&c.region, "2026-05-11", "Vera Vrij@02QZ00");
	region_ok(dossier_show(&doc, c.region.session, c.ref, &options,
	    &err), &err);
	text = region_print(doc, DOSSIER_TEXT);
	says(text, "Zoë van den Berg");
	says(text, "Rekent op niveau 1F.");
	says(text, "Withheld\n");
	says_not(text, "DEBTCANARY");
	says_not(text, "STORYCANARY");
	says_not(text, "Matchcare");
	says_not(text, "MOTHERCANARY");
	says_not(text, "declined");
	free(text);
	region_open(&c.region, "2026-05-11", "Els Bakker");
}

static void
who_is_not_known_gets_nothing(void **state)
{
	const dossier_show_options options = { .on = DOSSIER_NO_DAY,
	    .recipient = "9999" };
	dossier_document *doc = NULL;

	(void)state;
	assert_int_equal(dossier_show(&doc, c.region.session, c.ref,
	    &options, NULL), DOSSIER_NOT_FOUND);
	assert_null(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_no_ground_covers_leaves_no_trace),
		cmocka_unit_test(what_a_ground_covers_is_there),
		cmocka_unit_test(why_it_is_withheld_and_nothing_more),
		cmocka_unit_test(the_list_does_not_tell_what_is_there),
		cmocka_unit_test(
		    a_role_that_sees_ordinary_data_sees_no_trace_either),
		cmocka_unit_test(who_is_not_known_gets_nothing),
	};

	return cmocka_run_group_tests(tests, start, end);
}
