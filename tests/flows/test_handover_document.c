/* SPDX-License-Identifier: EUPL-1.2 */
/* What the law asks of the document: voices, results, who agreed. */
#include "flows/telling.h"

/* ---- voices ---- */

static void
the_learners_own_words_come_first(void **state)
{
	char *text;

	say_of("eigen-verhaal", "leerling", "Ik wil met planten werken.");
	say_of("zienswijze", "leerling", "Ik kan meer dan zij denken.");
	consent("eigen-verhaal identiteit", "jongere");
	text = document();
	says(text, "Ik wil met planten werken.");
	assert_true(strstr(text, "planten werken") <
	    strstr(text, "\"birth_date\""));
	says(text, "Ik kan meer dan zij denken.");
	ds_free(text);
}

static void
the_own_statement_always_travels(void **state)
{
	char *text;

	say_of("zienswijze", "leerling", "Ik ben het er niet mee eens.");
	text = document();
	says(text, "\"own_statement\":{\"voices\":[{\"voice\":\"leerling\","
	    "\"text\":\"Ik ben het er niet mee eens.\"");
	says_not(text, "\"own_words\"");
	ds_free(text);
}

static void
a_missing_voice_is_shown_as_missing(void **state)
{
	char *text;

	say_of("houding", "school", "komt op tijd");
	add(DS_ANSWER, (const int[]){ DS_F_ANSWER_SUBJECT,
	    DS_F_ANSWER_ANSWER, DS_F_ANSWER_ON, DS_NO_FIELD },
	    (const char *const[]){ "statement:ouders", "geweigerd",
	    "2026-05-01" });
	consent("houding", "jongere");
	text = document();
	says(text, "\"attitude\":{\"voices\":["
	    "{\"voice\":\"leerling\",\"text\":null,\"answer\":null},"
	    "{\"voice\":\"ouders\",\"text\":null,\"answer\":\"geweigerd\"},"
	    "{\"voice\":\"school\",\"text\":\"komt op tijd\"");
	ds_free(text);
	text = sent("overgangsdocument", "html", "2026-05-11");
	says(text, "(not asked)");
	says(text, "declined to answer");
	ds_free(text);
}

/* Asked about the section, not of one voice: nobody had anything to say. */
static void
nothing_to_say_is_no_missing_voice(void **state)
{
	char *text;

	add(DS_ANSWER, (const int[]){ DS_F_ANSWER_SUBJECT,
	    DS_F_ANSWER_ANSWER, DS_F_ANSWER_ON, DS_NO_FIELD },
	    (const char *const[]){ "statement:kennis", "niets",
	    "2026-05-01" });
	text = document();
	says(text, "{\"voice\":\"leerling\",\"text\":null,"
	    "\"answer\":\"niets\"}");
	ds_free(text);
}

/* Of one author the last word counts; two authors both do. */
static void
the_last_word_of_an_author_counts(void **state)
{
	char *text;

	say_of("kennis", "school", "eerste oordeel");
	say_of("kennis", "school", "laatste oordeel");
	text = document();
	says(text, "laatste oordeel");
	says_not(text, "eerste oordeel");
	ds_free(text);
}

/* ---- results per area ---- */

static void
results_stand_by_transition_area(void **state)
{
	char *text;

	add(DS_LIFE_DOMAIN, (const int[]){ DS_F_DOMAIN_SET,
	    DS_F_DOMAIN_DOMAIN, DS_F_DOMAIN_ON, DS_F_DOMAIN_VIEW,
	    DS_F_DOMAIN_CLASS, DS_NO_FIELD }, (const char *const[]){
	    "zrm-2017", "huisvesting", "2026-04-01", "woont bij tante",
	    "gezin" });
	consent("leefgebieden", "jongere");
	text = document();
	says(text, "\"results\":{\"werk\":[],\"dagbesteding\":[],"
	    "\"wonen\":[{\"set\":\"zrm-2017\",\"domain\":\"huisvesting\"");
	says(text, "woont bij tante");
	ds_free(text);
}

/* ---- who agreed ---- */

static void
a_stated_ground_alone_is_no_agreement(void **state)
{
	char *text = document();

	says(text, "\"recorded\":false");
	ds_free(text);
	text = sent("overgangsdocument", "html", "2026-05-11");
	says(text, "No agreement is recorded");
	ds_free(text);
}

static void
who_agreed_is_in_the_document(void **state)
{
	struct ds_row *rows;
	size_t count;
	char *text;

	consent("identiteit school grondslagen", "jongere");
	done(DOSSIER_PREPARE);
	{
		dossier_handover_options o = options(DOSSIER_SEND);

		o.ground = NULL;
		free(step_with(DOSSIER_SEND, &o, DOSSIER_JSON));
	}
	text = sent("overgangsdocument", "json", "2026-05-11");
	says(text, "\"given_by\":\"jongere\",\"giver\":\"Zoë van den Berg\"");
	says(text, "\"recorded\":true");
	ds_free(text);
	assert_int_equal(ds_book_list(&rows, &count, &c.region.arena,
	    c.region.session->book, DS_DELIVERY, DS_F_DELIVERY_YOUTH,
	    c.youth, NULL), DOSSIER_OK);
	assert_string_equal(ds_row_text(&rows[0], DS_F_DELIVERY_GROUNDS),
	    "1");
	assert_string_equal(ds_row_text(&rows[0], DS_F_DELIVERY_GROUND),
	    "toestemming");
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(the_learners_own_words_come_first),
		EACH(the_own_statement_always_travels),
		EACH(a_missing_voice_is_shown_as_missing),
		EACH(nothing_to_say_is_no_missing_voice),
		EACH(the_last_word_of_an_author_counts),
		EACH(results_stand_by_transition_area),
		EACH(a_stated_ground_alone_is_no_agreement),
		EACH(who_agreed_is_in_the_document),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
