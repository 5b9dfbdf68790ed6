/* SPDX-License-Identifier: EUPL-1.2 */
/* A whole dossier, shown: every section, three voices, and other days. */
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
shown(const dossier_show_options *options, dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_show(&doc, c.region.session, c.ref, options, &err),
	    &err);
	return region_print(doc, format);
}

static char *
now(dossier_format format)
{
	const dossier_show_options options = { .on = DOSSIER_NO_DAY };

	return shown(&options, format);
}

static char *
on(int year, int month, int day, dossier_format format)
{
	const dossier_show_options options = {
	    .on = ds_day_of(year, month, day) };

	return shown(&options, format);
}

/* Each after the one before; the last is NULL. */
static void
in_order(const char *text, ...)
{
	const char *part, *at = text;
	va_list parts;

	va_start(parts, text);
	while ((part = va_arg(parts, const char *)) != NULL) {
		at = strstr(at, part);
		if (at == NULL)
			fail_msg("\"%s\" is not there, or too early:\n%s",
			    part, text);
	}
	va_end(parts);
}

static void
own_words_come_first_and_all_sections_follow(void **state)
{
	char *text = now(DOSSIER_TEXT);

	(void)state;
	in_order(text, "\nWhat matters to me\n",
	    "Learner (Zoë van den Berg, 2026-03-05):\nSTORYCANARY",
	    "\nOwn statement\n", "\nThree voices\n", "\nWho\n",
	    "\nResidence\n", "\nWho holds the case\n", "\nPeople around\n",
	    "\nSchool\n", "\nDevelopment perspective (OPP)\n",
	    "\nQualifications\n", "\nKnowledge\n", "\nSkills\n",
	    "\nStages and places\n", "\nWork\n", "\nLife domains\n",
	    "\nRegisters and schemes\n", "\nWage values\n",
	    "\nAssessments\n", "\nAdvice and agreements\n", "\nGrounds\n",
	    "\nFollow-up\n", "\nMerged dossiers\n",
	    "\nFrom school to work\n", "\nStill missing\n",
	    "\nNothing recorded\nAttitude; Support needs\n", NULL);
	free(text);
}

static void
no_line_is_wider_than_the_page(void **state)
{
	char *text = now(DOSSIER_TEXT), *line, *next;

	(void)state;
	for (line = strtok_r(text, "\n", &next); line != NULL;
	    line = strtok_r(NULL, "\n", &next))
		if (ds_text_width(line) > 80)
			fail_msg("%s", line);
	free(text);
}

static void
a_missing_voice_is_told_as_missing(void **state)
{
	char *text = now(DOSSIER_TEXT);

	(void)state;
	says(text, "Learner:  What matters to me, Knowledge, Own statement");
	says(text, "Parents:  missing (declined to answer)");
	says(text, "School:   Knowledge");
	in_order(text, "\nKnowledge\n",
	    "Learner (Zoë van den Berg, 2026-03-07):\nIk ken alle planten.",
	    "School (Els Bakker, 2026-03-06):\nRekent op niveau 1F.",
	    "Missing here: parents (declined to answer)", NULL);
	free(text);
	text = now(DOSSIER_JSON);
	says(text, "{\"voice\":\"ouders\",\"section\":null,"
	    "\"answer\":\"geweigerd\",\"on\":\"2026-03-05\"}");
	says(text, "{\"section\":\"kennis\",\"voice\":\"school\","
	    "\"text\":\"Rekent op niveau 1F.\",\"author\":\"Els Bakker\","
	    "\"on\":\"2026-03-06\"}");
	free(text);
}

static void
nothing_and_declined_are_not_the_same_as_not_asked(void **state)
{
	char *text = now(DOSSIER_TEXT);

	(void)state;
	says(text, "E-mail:          (nothing)");
	in_order(text, "\nMiddelengebruik:  ", "(declined to answer)\n",
	    "\nNot asked:  ", "Tijdsbesteding, Huisvesting, ", NULL);
	says_not(text, "Language:");
	free(text);
	text = now(DOSSIER_JSON);
	says(text, "\"email\":{\"answer\":\"niets\",\"on\":\"2026-03-05\"}");
	says(text, "\"language\":null");
	free(text);
}

static void
the_lowest_domain_and_how_many_never_a_sum(void **state)
{
	char *text = now(DOSSIER_TEXT);

	(void)state;
	in_order(text, "Zelfredzaamheid-Matrix 2017 (zrm-2017)",
	    "Lowest score: 1; 2 domains at 2 or lower.",
	    "2, niet zelfredzaam (2026-04-10, Piet Post)",
	    "In own words: DEBTCANARY",
	    "Professional view: Schuld bij een winkel", "Since 2026-02-01",
	    "5, volledig zelfredzaam (2026-04-10)", "Earlier\n",
	    "4, voldoende zelfredzaam (2026-01-10, Piet Post)", NULL);
	free(text);
	text = now(DOSSIER_JSON);
	says(text, "\"lowest\":1,\"low_up_to\":2,\"low_count\":2");
	says_not(text, "\"sum\"");
	says_not(text, "\"mean\"");
	free(text);
}

static void
applied_for_is_not_registered(void **state)
{
	char *text = now(DOSSIER_JSON);

	(void)state;
	says(text, "\"status\":\"aangevraagd\",\"from\":\"2026-06-01\","
	    "\"until\":null,\"source\":\"UWV\",\"registered\":false");
	says(text, "\"from\":\"2026-08-01\",\"counts_from\":\"2026-09-01\"");
	free(text);
	text = on(2026, 8, 15, DOSSIER_TEXT);
	says(text, "not registered yet");
	says(text, "there is no");
	free(text);
	text = on(2026, 9, 1, DOSSIER_TEXT);
	says(text, "The contract from 2026-08-01 does not count for the jobs "
	    "agreement until");
	says_not(text, "not registered yet");
	free(text);
}

static void
results_stand_side_by_side_and_are_marked(void **state)
{
	char *text = now(DOSSIER_TEXT);

	(void)state;
	says(text, "Not comparable: these wage values were not all measured");
	free(text);
	text = now(DOSSIER_JSON);
	says(text, "\"place\":\"P1\",\"place_name\":\"Kas, Kas en Kweek\","
	    "\"value\":\"70\"");
	says(text, "\"counts\":true,\"comparable\":false");
	says(text, "\"valid_until_day\":\"2025-05-01\",\"expired\":true,"
	    "\"marked\":true");
	says(text, "\"valid_until_day\":null,\"expired\":false,"
	    "\"marked\":false");
	free(text);
}

static void
contacts_grow_rarer(void **state)
{
	char *text = now(DOSSIER_JSON);

	(void)state;
	says(text, "\"contacts_per_month\":[{\"month\":\"2026-01\","
	    "\"contacts\":2,\"interval_days\":10},{\"month\":\"2026-02\","
	    "\"contacts\":1,\"interval_days\":30}]");
	free(text);
	text = now(DOSSIER_TEXT);
	in_order(text, "Contacts per month\n", "2026-01         2",
	    "2026-02         1", NULL);
	says(text, "Redt zichzelf");
	free(text);
}

static void
people_and_what_they_may(void **state)
{
	char *text = now(DOSSIER_JSON);

	(void)state;
	says(text, "\"informal_network\":[{\"role\":\"moeder\","
	    "\"name\":\"MOTHERCANARY\"");
	says(text, "{\"role\":\"mentor\",\"name\":\"Els Bakker\","
	    "\"party\":\"02QZ00\",\"party_name\":\"De Linde\","
	    "\"mandate\":null,\"stand_in\":null,\"youth_agrees\":null,"
	    "\"phone\":\"06-55501001\",\"email\":null,"
	    "\"from\":\"2024-08-01\",\"until\":\"2025-07-31\"}");
	says(text, "\"role\":\"regisseur\",\"name\":\"Rik Los\","
	    "\"party\":null,\"party_name\":null,\"mandate\":false");
	says(text, "\"name\":\"Joris Vink\",\"party\":null,"
	    "\"party_name\":null,\"mandate\":null,\"stand_in\":true");
	free(text);
}

static void
on_another_day_what_had_happened_by_then(void **state)
{
	char *text = on(2026, 4, 19, DOSSIER_JSON);

	(void)state;
	says(text, "\"signed_on\":null,\"signed_off\":false");
	says(text, "DEBTCANARY");
	free(text);
	text = on(2026, 3, 1, DOSSIER_JSON);
	says_not(text, "DEBTCANARY");
	says_not(text, "STORYCANARY");
	says_not(text, "B1-K1-W2");
	says(text, "\"lowest\":4");
	says(text, "\"email\":null");
	free(text);
	text = on(2025, 12, 31, DOSSIER_JSON);
	says(text, "\"work_profile\":null");
	says_not(text, "CARECANARY");
	free(text);
}

static void
a_ground_tells_how_it_stands(void **state)
{
	char *text = now(DOSSIER_JSON);

	(void)state;
	says(text, "\"covers\":true,\"state\":\"a ground covers ordinary data "
	    "only: this ground does not carry health, justice or family "
	    "data\"");
	says(text, "\"covers\":false,\"state\":\"the ground was "
	    "withdrawn\"");
	free(text);
}

static void
what_is_missing_is_told_for_each_purpose(void **state)
{
	char *text = now(DOSSIER_JSON);

	(void)state;
	says(text, "{\"purpose\":\"handover\",\"missing\":[");
	says(text, "\"ondersteuning\"");
	free(text);
	text = now(DOSSIER_TEXT);
	says(text, "For: handover (transition document):\n- ");
	free(text);
}

static void
the_transition_is_one_line(void **state)
{
	const dossier_show_options options = {
	    .on = ds_day_of(2027, 5, 1), .page = DOSSIER_PAGE_TIMELINE };
	char *text = shown(&options, DOSSIER_JSON);

	(void)state;
	says(text, "{\"lane\":\"Stage\",\"kind\":\"stage\","
	    "\"text\":\"Kas, Kas en Kweek\",\"from\":\"2026-02-02\","
	    "\"until\":\"2026-07-17\"}");
	says(text, "{\"lane\":\"Work\",\"kind\":\"work\","
	    "\"text\":\"Kas, Kas en Kweek; kept 9 months\","
	    "\"from\":\"2026-08-01\",\"until\":null}");
	says(text, "{\"lane\":\"Lead\",\"kind\":\"lead\"");
	says(text, "{\"lane\":\"Guidance\",\"kind\":\"support\","
	    "\"text\":\"jobcoach\"");
	free(text);
	text = shown(&options, DOSSIER_HTML);
	says(text, "<svg");
	says(text, "kept 9 months");
	says_not(text, "Wage values");
	free(text);
	text = now(DOSSIER_HTML);
	says(text, "<svg");
	free(text);
}

static void
no_memory_is_a_status(void **state)
{
	const dossier_show_options options = { .on = DOSSIER_NO_DAY,
	    .recipient = "0355" };
	dossier_document *doc;
	dossier_status status;
	unsigned long n;

	(void)state;
	for (n = 1;; n += n / 64 + 1) {
		ds_mem_fail_at(n);
		status = dossier_show(&doc, c.region.session, c.ref,
		    &options, NULL);
		if (!ds_mem_failed())
			break;
		assert_int_equal(status, DOSSIER_NO_MEMORY);
		assert_null(doc);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	dossier_document_free(doc);
}

#define SHARED(test) cmocka_unit_test(test)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		SHARED(own_words_come_first_and_all_sections_follow),
		SHARED(no_line_is_wider_than_the_page),
		SHARED(a_missing_voice_is_told_as_missing),
		SHARED(nothing_and_declined_are_not_the_same_as_not_asked),
		SHARED(the_lowest_domain_and_how_many_never_a_sum),
		SHARED(applied_for_is_not_registered),
		SHARED(results_stand_side_by_side_and_are_marked),
		SHARED(contacts_grow_rarer),
		SHARED(people_and_what_they_may),
		SHARED(on_another_day_what_had_happened_by_then),
		SHARED(a_ground_tells_how_it_stands),
		SHARED(what_is_missing_is_told_for_each_purpose),
		SHARED(the_transition_is_one_line),
		SHARED(no_memory_is_a_status),
	};

	return cmocka_run_group_tests(tests, start, end);
}
