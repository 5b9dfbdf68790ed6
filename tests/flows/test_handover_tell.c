/* SPDX-License-Identifier: EUPL-1.2 */
/* What who hands over is told: how far it is, what is withheld, what to do. */
#include "flows/telling.h"

/* ---- final or provisional ---- */

static void
final_with_a_whole_checklist_and_a_final_opp(void **state)
{
	char *text;

	agree("plek");
	agree("ondersteuning");
	say_of("kennis", "school", "leest goed");
	say_of("vaardigheden", "school", "werkt netjes");
	say_of("houding", "school", "komt op tijd");
	say_of("ondersteuning", "ouders", "heeft rust nodig");
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
	    "\"not_final_because\":[\"plek\",\"ondersteuning\","
	    "\"kennis\",\"vaardigheden\",\"houding\","
	    "\"ondersteuningsbehoefte\",\"opp\"]");
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

/* One that begins next week lapses on the same birthday as one of today. */
static void
a_ground_to_come_asks_for_it_too(void **state)
{
	dossier_day from = ds_day_from_iso("2026-03-05");
	dossier_follow_options o = follow_options("consent");
	char *text;

	case_day(&c, "2026-03-02");
	o.to = "0355";
	o.sections = "houding";
	o.given_by = "ouders";
	o.purpose = "overgangsdocument";
	o.from = &from;
	free(follow_record(&c, &o));
	text = prepared(DOSSIER_JSON);
	says(text, "\"renew\":[{\"on\":\"2026-03-12\","
	    "\"giver\":\"jongere\"}]");
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
		EACH(withdrawing_tells_who_has_it_already),
		EACH(a_birthday_asks_for_a_new_consent),
		EACH(a_ground_to_come_asks_for_it_too),
		EACH(too_early_is_said_and_no_bar),
		EACH(in_the_last_year_it_is_not_early),
		EACH(under_sixteen_there_is_no_copy),
		EACH(the_copy_is_kept_with_the_handover),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
