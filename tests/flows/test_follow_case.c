/* SPDX-License-Identifier: EUPL-1.2 */
/* Three voices, decisions with a reason, processes signed off. */
#include "flows/following.h"

static struct one_case c;

static int
start(void **state)
{
	case_start(&c, "2026-05-11");
	return 0;
}

static int
end(void **state)
{
	case_end(&c);
	return 0;
}

/* ---- statements ---- */

static void
a_voice_says_something_of_a_section(void **state)
{
	dossier_follow_options o = follow_options("statement");
	char *text;

	o.sections = "houding";
	o.voice = "ouders";
	o.text = "Thuis staat zij op tijd op.";
	o.name = "Mevrouw Van den Berg";
	text = follow_record(&c, &o);
	says(text, "\"record\":\"statement\",\"section\":\"houding\","
	    "\"voice\":\"ouders\",\"text\":\"Thuis staat zij op tijd op.\","
	    "\"author\":\"Mevrouw Van den Berg\",\"on\":\"2026-05-11\"");
	free(text);
	assert_int_equal(follow_count(&c, DS_STATEMENT), 1);
}

static void
a_statement_needs_all_that_makes_it_one(void **state)
{
	dossier_follow_options full = follow_options("statement"), o;

	full.sections = "houding";
	full.voice = "leerling";
	full.text = "Ik werk hard.";
	full.name = "Zoë";
	o = full;
	o.sections = NULL;
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o = full;
	o.voice = NULL;
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o = full;
	o.text = " ";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o = full;
	o.name = NULL;
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o = full;
	o.sections = "houding, kennis";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_INVALID);
	o = full;
	o.voice = "buurman";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_INVALID);
	assert_int_equal(follow_count(&c, DS_STATEMENT), 0);
}

/* What always travels may hold nothing but the learner's own words. */
static void
a_school_does_not_write_the_learners_own_words(void **state)
{
	dossier_follow_options o = follow_options("statement");
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	o.voice = "school";
	o.text = "Wij vinden iets anders.";
	o.name = "Els Bakker";
	o.sections = "zienswijze";
	assert_int_equal(follow_refused(&c, &o, &err), DOSSIER_INVALID);
	says(err.message, "the learner's own words");
	o.sections = "eigen-verhaal";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_INVALID);
	o.voice = "leerling";
	free(follow_record(&c, &o));
}

/* ---- decisions ---- */

static void
a_decision_has_a_reason(void **state)
{
	dossier_follow_options o = follow_options("decision");
	char *text;

	o.kind = "loslaten";
	o.text = "De begeleiding stopt.";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o.reason = "  ";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o.reason = "Werkt al een jaar en redt zich.";
	text = follow_record(&c, &o);
	says(text, "\"subject\":\"loslaten\",\"outcome\":\"De begeleiding "
	    "stopt.\",\"by\":\"Els Bakker\",\"reason\":\"Werkt al een jaar "
	    "en redt zich.\",\"on\":\"2026-05-11\",\"until\":null");
	free(text);
	assert_int_equal(follow_count(&c, DS_DECISION), 1);
	/* After the end somebody may still call. */
	o = follow_options("call");
	free(follow_record(&c, &o));
}

static void
another_route_is_decided_elsewhere(void **state)
{
	dossier_follow_options o = follow_options("decision");
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	o.kind = "route";
	o.text = "bbl";
	o.reason = "wil leren";
	assert_int_equal(follow_refused(&c, &o, &err), DOSSIER_USAGE);
	says(err.advice, "dossier match route");
}

/* ---- signing off ---- */

static dossier_follow_options
sign_off(void)
{
	dossier_follow_options o = follow_options("sign-off");

	o.process = "25251:b1k1w1";
	o.with = "Kas en Kweek";
	o.name = "Jan Smit";
	return o;
}

static void
signed_off_with_company_period_and_assessor(void **state)
{
	const dossier_day from = ds_day_of(2026, 2, 2);
	const dossier_day until = ds_day_of(2026, 5, 1);
	dossier_follow_options o = sign_off();
	char *text;

	o.text = "Verzorgt planten";
	o.file_version = "2025";
	o.from = &from;
	o.until = &until;
	text = follow_record(&c, &o);
	says(text, "\"crebo\":\"25251\",\"code\":\"B1-K1-W1\","
	    "\"title\":\"Verzorgt planten\",\"file_version\":\"2025\","
	    "\"company\":\"12345678\",\"company_name\":\"Kas en Kweek\","
	    "\"from\":\"2026-02-02\",\"until\":\"2026-05-01\","
	    "\"assessor\":\"Jan Smit\",\"signed_on\":\"2026-05-11\"");
	free(text);
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_CONFLICT);
	/* The same code of another file is another process. */
	o.process = "25252:B1-K1-W1";
	free(follow_record(&c, &o));
	assert_int_equal(follow_count(&c, DS_WORK_PROCESS), 2);
}

static void
a_sign_off_says_what_where_and_who(void **state)
{
	const dossier_day from = ds_day_of(2026, 5, 1);
	const dossier_day until = ds_day_of(2026, 4, 1);
	dossier_follow_options o = sign_off();

	o.process = "B1-K1-W1";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o.process = "252:B1-K1-W1";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_INVALID);
	o = sign_off();
	o.with = NULL;
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o = sign_off();
	o.name = NULL;
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	o = sign_off();
	o.from = &from;
	o.until = &until;
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_INVALID);
	o = sign_off();
	o.voice = "school";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_USAGE);
	assert_int_equal(follow_count(&c, DS_WORK_PROCESS), 0);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(a_voice_says_something_of_a_section),
		EACH(a_statement_needs_all_that_makes_it_one),
		EACH(a_school_does_not_write_the_learners_own_words),
		EACH(a_decision_has_a_reason),
		EACH(another_route_is_decided_elsewhere),
		EACH(signed_off_with_company_period_and_assessor),
		EACH(a_sign_off_says_what_where_and_who),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
