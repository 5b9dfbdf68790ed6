/* SPDX-License-Identifier: EUPL-1.2 */
/* What who hands over is told, and what the law asks of the document. */
#include "flows/following.h"

#include "flows/handing.h"
#include "flows/present.h"

/* ---- more in the case ---- */

static void
add(enum ds_kind kind, const int *fields, const char *const *values)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_session *s = c.region.session;
	struct ds_row row;

	ds_row_start(&row, kind);
	ds_row_set_int(&row, ds_field_named(ds_record(kind), "youth"),
	    c.youth);
	for (; *fields != DS_NO_FIELD; fields++)
		ds_row_set_text(&row, *fields, *values++);
	region_ok(ds_session_begin(s, c.ref, NULL, &err), &err);
	region_ok(ds_book_add(s->book, &row, &err), &err);
	region_ok(ds_tx_commit(s->store, &err), &err);
}

static void
opp(const char *on, const char *version)
{
	add(DS_OPP, (const int[]){ DS_F_OPP_ON, DS_F_OPP_VERSION,
	    DS_NO_FIELD }, (const char *const[]){ on, version });
}

static void
say_of(const char *section, const char *voice, const char *text)
{
	dossier_follow_options o = follow_options("statement");

	o.sections = section;
	o.voice = voice;
	o.text = text;
	o.name = "Wie het zei";
	free(follow_record(&c, &o));
}

static void
agree(const char *kind)
{
	dossier_follow_options o = follow_options("agreement");

	o.kind = kind;
	o.text = "afgesproken";
	o.with = "0355";
	free(follow_record(&c, &o));
}

static void
consent(const char *sections, const char *by)
{
	dossier_follow_options o = follow_options("consent");

	o.to = "0355";
	o.sections = sections;
	o.given_by = by;
	o.name = "Zoë van den Berg";
	o.purpose = "overgangsdocument";
	free(follow_record(&c, &o));
}

static char *
prepared(dossier_format format)
{
	dossier_handover_options o = options(DOSSIER_PREPARE);

	return step_with(DOSSIER_PREPARE, &o, format);
}

static char *
sent(const char *name, const char *ending, const char *day)
{
	struct ds_buf text = DS_BUF_INIT;
	char path[192];

	snprintf(path, sizeof path, "%s/%s-%s-%s.%s", folder, name, c.ref,
	    day, ending);
	assert_int_equal(ds_file_read(&text, path, 1 << 20, NULL),
	    DOSSIER_OK);
	return text.data;
}

static char *
document(void)
{
	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	return sent("overgangsdocument", "json", "2026-05-11");
}

/* ---- final or provisional ---- */

static void
final_with_a_whole_checklist_and_a_final_opp(void **state)
{
	char *text;

	agree("plek");
	agree("ondersteuning");
	text = prepared(DOSSIER_JSON);
	says(text, "\"ready\":true");
	says(text, "\"document_status\":\"provisional\","
	    "\"not_final_because\":[\"opp\"]");
	free(text);
	opp("2025-10-01", "definitief");
	opp("2026-03-01", "voorlopig");
	text = prepared(DOSSIER_TEXT);
	says(text, "perspective (OPP) is not\nfinal");
	free(text);
	opp("2026-05-01", "definitief");
	text = prepared(DOSSIER_JSON);
	says(text, "\"document_status\":\"final\",\"not_final_because\":[]");
	free(text);
	text = document();
	says(text, "\"status\":\"final\"");
	ds_free(text);
}

static void
what_makes_it_provisional_is_named(void **state)
{
	char *text = prepared(DOSSIER_JSON);

	says(text, "\"document_status\":\"provisional\","
	    "\"not_final_because\":[\"plek\",\"ondersteuning\",\"opp\"]");
	free(text);
}

/* ---- what is withheld ---- */

static void
what_is_withheld_is_told_with_what_to_do(void **state)
{
	char *text;

	say_of("houding", "school", "komt altijd op tijd");
	text = prepared(DOSSIER_JSON);
	says(text, "\"withheld\":[{\"section\":\"houding\",\"reason\":\"no "
	    "ground covers this section for this recipient\"},"
	    "{\"section\":\"registers\"");
	free(text);
	text = prepared(DOSSIER_TEXT);
	says(text, "- Attitude: no ground covers");
	says(text, "consent --to 0355");
	says(text, "--given-by jongere");
	says(text, "De meerderjarige die handelingsbekwaam");
	says_not(text, "op tijd");
	free(text);
	consent("houding registers", "jongere");
	text = prepared(DOSSIER_JSON);
	says(text, "\"withheld\":[]");
	free(text);
}

/* The same bytes, whether nothing is recorded or nothing may leave. */
static void
the_document_tells_only_that_parts_are_left_out(void **state)
{
	char *text;

	say_of("houding", "school", "komt altijd op tijd");
	text = document();
	says(text, "\"attitude\":null");
	says(text, "\"all_included\":false");
	says(text, "\"not_in_document\":[\"attitude\",");
	says_not(text, "no ground");
	says_not(text, "withheld");
	says_not(text, "op tijd");
	ds_free(text);
	text = sent("overgangsdocument", "html", "2026-05-11");
	says(text, "Some parts are not included.");
	says_not(text, "withheld");
	ds_free(text);
}

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

/* ---- taking back tells who has it ---- */

static void
withdrawing_tells_who_has_it_already(void **state)
{
	dossier_follow_options o = follow_options("withdraw");
	char *text;

	say_of("houding", "school", "komt op tijd");
	consent("houding leefgebieden", "jongere");
	ds_free(document());
	o.to = "0355";
	o.reason = "bedacht zich";
	o.sections = "houding";
	text = follow_text(&c, &o, DOSSIER_JSON);
	says(text, "\"delivered\":[{\"party\":\"0355\","
	    "\"party_name\":\"Gemeente Zeist\",\"on\":\"2026-05-11\"");
	says(text, "\"sections\":[\"houding\"]}]");
	free(text);
	/* What goes next is without it. */
	done(DOSSIER_DECLINE);
	text = prepared(DOSSIER_JSON);
	says(text, "the ground was withdrawn");
	free(text);
}

/* ---- birthdays ---- */

static void
a_birthday_asks_for_a_new_consent(void **state)
{
	char *text;

	case_day(&c, "2026-03-02");
	consent("houding", "ouders");
	text = prepared(DOSSIER_JSON);
	says(text, "\"renew\":[{\"on\":\"2026-03-12\","
	    "\"giver\":\"jongere\"}]");
	free(text);
	say_of("houding", "school", "komt op tijd");
	case_day(&c, "2026-03-12");
	text = prepared(DOSSIER_JSON);
	says(text, "\"reason\":\"the ground must be renewed");
	says(text, "\"renew\":[{\"on\":\"2026-03-12\"");
	free(text);
}

/* ---- too early ---- */

static void
too_early_is_said_and_no_bar(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);
	char *text;

	/* She leaves on 17 July 2026; the region hands over in the last year. */
	case_day(&c, "2025-07-16");
	text = prepared(DOSSIER_JSON);
	says(text, "\"early_until\":\"2025-07-17\"");
	free(text);
	o.from = DOSSIER_NO_DAY;
	text = step_with(DOSSIER_SEND, &o, DOSSIER_TEXT);
	says(text, "This is early");
	free(text);
}

static void
in_the_last_year_it_is_not_early(void **state)
{
	char *text;

	case_day(&c, "2025-07-17");
	text = prepared(DOSSIER_JSON);
	says_not(text, "early_until");
	free(text);
}

/* ---- the learner's copy ---- */

static dossier_status
copy_on(const char *day, dossier_error *err)
{
	dossier_handover_options o = options(DOSSIER_SEND);

	o.copy = true;
	case_day(&c, day);
	ds_error_reset(err);
	done(DOSSIER_PREPARE);
	return refused_with(DOSSIER_SEND, &o, err);
}

static void
under_sixteen_there_is_no_copy(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	assert_int_equal(copy_on("2024-03-11", &err), DOSSIER_INVALID);
	says(err.message, "from the age of 16");
	says(err.message, "WEC art. 14e");
}

static void
the_copy_is_kept_with_the_handover(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);
	struct ds_row *rows;
	size_t count;
	char *text;

	say_of("houding", "school", "komt op tijd");
	o.copy = true;
	done(DOSSIER_PREPARE);
	text = step_with(DOSSIER_SEND, &o, DOSSIER_JSON);
	says(text, "\"copy\":\"");
	free(text);
	text = sent("afschrift", "html", "2026-05-11");
	says(text, "komt op tijd");
	says_not(text, "782");
	ds_free(text);
	assert_int_equal(ds_book_list(&rows, &count, &c.region.arena,
	    c.region.session->book, DS_HANDOVER, -1, 0, NULL), DOSSIER_OK);
	assert_string_equal(ds_row_text(&rows[0], DS_F_HANDOVER_COPY),
	    "2026-05-11");
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(final_with_a_whole_checklist_and_a_final_opp),
		EACH(what_makes_it_provisional_is_named),
		EACH(what_is_withheld_is_told_with_what_to_do),
		EACH(the_document_tells_only_that_parts_are_left_out),
		EACH(the_learners_own_words_come_first),
		EACH(the_own_statement_always_travels),
		EACH(a_missing_voice_is_shown_as_missing),
		EACH(the_last_word_of_an_author_counts),
		EACH(results_stand_by_transition_area),
		EACH(a_stated_ground_alone_is_no_agreement),
		EACH(who_agreed_is_in_the_document),
		EACH(withdrawing_tells_who_has_it_already),
		EACH(a_birthday_asks_for_a_new_consent),
		EACH(too_early_is_said_and_no_bar),
		EACH(in_the_last_year_it_is_not_early),
		EACH(under_sixteen_there_is_no_copy),
		EACH(the_copy_is_kept_with_the_handover),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
