/* SPDX-License-Identifier: EUPL-1.2 */
/* Consent: who may give it, when it lapses, and what withdrawing does. */
#include "flows/following.h"

static struct one_case c;

static int
start(void **state)
{
	case_start(&c, "2026-05-11");	/* Zoë is 18 since 12 March */
	return 0;
}

static int
end(void **state)
{
	case_end(&c);
	return 0;
}

static dossier_follow_options
consent(const char *by)
{
	dossier_follow_options o = follow_options("consent");

	o.to = "0355";
	o.sections = "leefgebieden, ondersteuning";
	o.given_by = by;
	o.name = "Zoë van den Berg";
	o.purpose = "overgangsdocument";
	o.evidence = "formulier 12";
	return o;
}

static struct ds_row
ground_at(size_t at)
{
	struct ds_row *rows;
	size_t count;

	assert_int_equal(ds_book_list(&rows, &count, &c.region.arena,
	    c.region.session->book, DS_GROUND, -1, 0, NULL), DOSSIER_OK);
	assert_true(at < count);
	return rows[at];
}

/* ---- giving it ---- */

static void
of_age_and_capable_the_learner_consents(void **state)
{
	dossier_follow_options o = consent("jongere");
	char *text = follow_record(&c, &o);

	says(text, "\"record\":\"ground\",\"kind\":\"toestemming\","
	    "\"sections\":[\"ondersteuning\",\"leefgebieden\"],"
	    "\"recipient\":\"0355\",\"recipient_name\":\"Gemeente Zeist\","
	    "\"purpose\":\"overgangsdocument\",\"given_by\":\"jongere\","
	    "\"giver\":\"Zoë van den Berg\",\"evidence\":\"formulier 12\","
	    "\"from\":\"2026-05-11\",\"until\":null,"
	    "\"covers_today\":true,\"special\":true,\"renew_from\":null");
	free(text);
}

static void
who_may_not_give_it_is_told_who_may(void **state)
{
	dossier_follow_options o = consent("ouders");
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	assert_int_equal(follow_refused(&c, &o, &err), DOSSIER_INVALID);
	says(err.message, "the parents on 2026-05-11, but by: the learner");
	says(err.advice, "De meerderjarige die handelingsbekwaam is");
	says(err.advice, "WEC art. 44a(2)");
	o.given_by = NULL;
	assert_int_equal(follow_refused(&c, &o, &err), DOSSIER_USAGE);
	says(err.message, "here that is: the learner");
	assert_int_equal(follow_count(&c, DS_GROUND), 0);
}

/* Given while the parents could, useless since the birthday: said at once. */
static void
an_old_consent_is_kept_and_covers_nothing(void **state)
{
	const dossier_day from = ds_day_of(2026, 3, 11);
	dossier_follow_options o = consent("ouders");
	char *text;

	o.from = &from;
	text = follow_record(&c, &o);
	says(text, "\"covers_today\":false");
	free(text);
}

static void
a_birthday_to_come_is_said(void **state)
{
	dossier_follow_options o = consent("ouders");
	char *text;

	case_day(&c, "2026-03-02");
	text = follow_text(&c, &o, DOSSIER_TEXT);
	says(text, "2026-03-12");
	free(text);
	text = follow_record(&c, &o);
	says(text, "\"covers_today\":true,\"special\":true,"
	    "\"renew_from\":\"2026-03-12\"");
	free(text);
}

static void
a_legal_task_is_given_by_nobody_and_carries_less(void **state)
{
	dossier_follow_options o = follow_options("consent");
	char *text;

	o.to = "Gemeente Zeist";
	o.kind = "wettelijke-taak";
	o.sections = "identiteit,school";
	text = follow_record(&c, &o);
	says(text, "\"kind\":\"wettelijke-taak\"");
	says(text, "\"given_by\":null");
	says(text, "\"special\":false");
	free(text);
}

static void
what_makes_no_consent(void **state)
{
	const dossier_day until = ds_day_of(2026, 5, 10);
	dossier_follow_options o = consent("jongere");

	o.to = NULL;
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o = consent("jongere");
	o.sections = "";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o.sections = "leefgebieden, dromen";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_INVALID);
	o = consent("buurman");
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_INVALID);
	o = consent("jongere");
	o.to = "Atlantis";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_NOT_FOUND);
	o = consent("jongere");
	o.until = &until;
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_INVALID);
	o = consent("jongere");
	o.with = "0355";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	assert_int_equal(follow_count(&c, DS_GROUND), 0);
}

/* ---- taking it back ---- */

static dossier_follow_options
withdraw(void)
{
	dossier_follow_options o = follow_options("withdraw");

	o.to = "0355";
	o.reason = "wil het niet meer";
	return o;
}

static void
withdrawn_for_all(void **state)
{
	dossier_follow_options o = consent("jongere");
	struct ds_row row;
	char *text;

	free(follow_record(&c, &o));
	o = withdraw();
	text = follow_record(&c, &o);
	says(text, "\"sections\":[\"ondersteuning\",\"leefgebieden\"]");
	says(text, "\"delivered\":[]");
	free(text);
	row = ground_at(0);
	assert_string_equal(ds_row_text(&row, DS_F_GROUND_WITHDRAWN),
	    "2026-05-11");
	assert_string_equal(ds_row_text(&row, DS_F_GROUND_WHY),
	    "wil het niet meer");
	/* It cannot be taken back twice. */
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_NOT_FOUND);
}

static void
withdrawn_for_one_section_the_rest_stays(void **state)
{
	dossier_follow_options o = consent("jongere");
	struct ds_row row;

	free(follow_record(&c, &o));
	o = withdraw();
	o.sections = "leefgebieden";
	free(follow_record(&c, &o));
	assert_int_equal(follow_count(&c, DS_GROUND), 2);
	row = ground_at(1);
	assert_string_equal(ds_row_text(&row, DS_F_GROUND_SECTIONS),
	    "ondersteuning");
	assert_string_equal(ds_row_text(&row, DS_F_GROUND_GIVER),
	    "Zoë van den Berg");
	assert_false(ds_row_has(&row, DS_F_GROUND_WITHDRAWN));
	/* And that rest can be taken back later. */
	o.sections = NULL;
	free(follow_record(&c, &o));
	row = ground_at(1);
	assert_true(ds_row_has(&row, DS_F_GROUND_WITHDRAWN));
}

static void
only_what_is_asked_for_ends(void **state)
{
	dossier_follow_options o = consent("jongere");

	free(follow_record(&c, &o));
	o = withdraw();
	o.reason = NULL;
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o = withdraw();
	o.to = "0356";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_NOT_FOUND);
	o = withdraw();
	o.sections = "registers";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_NOT_FOUND);
	o = withdraw();
	o.kind = "wettelijke-taak";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_NOT_FOUND);
	assert_int_equal(follow_count(&c, DS_GROUND), 1);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(of_age_and_capable_the_learner_consents),
		EACH(who_may_not_give_it_is_told_who_may),
		EACH(an_old_consent_is_kept_and_covers_nothing),
		EACH(a_birthday_to_come_is_said),
		EACH(a_legal_task_is_given_by_nobody_and_carries_less),
		EACH(what_makes_no_consent),
		EACH(withdrawn_for_all),
		EACH(withdrawn_for_one_section_the_rest_stays),
		EACH(only_what_is_asked_for_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
