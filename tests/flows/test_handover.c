/* SPDX-License-Identifier: EUPL-1.2 */
/* Preparing, and the answer: who leads from when. */
#include "flows/handing.h"

/* ---- prepare ---- */

static void
leaves_on(const char *set)
{
	dossier_document *doc;

	assert_int_equal(dossier_edit(&doc, c.region.session, c.ref, &set, 1,
	    NULL, NULL), DOSSIER_OK);
	dossier_document_free(doc);
}

static void
gap_is(const char *set, const char *data, const char *words)
{
	dossier_handover_options o = options(DOSSIER_PREPARE);
	char *text;

	leaves_on(set);
	text = step(DOSSIER_PREPARE);
	says(text, data);
	free(text);
	text = step_with(DOSSIER_PREPARE, &o, DOSSIER_TEXT);
	says(text, words);
	free(text);
}

static void
the_gap_is_said_in_days(void **state)
{
	gap_is("left_on=31-07-2026", "\"gap_days\":0,", "they join up");
	gap_is("left_on=17-07-2026", "\"gap_days\":14,", "14 days");
	gap_is("left_on=05-08-2026", "\"gap_days\":-5,", "An overlap");
	/* Not deregistered yet: what is expected counts. */
	leaves_on("left_on=");
	gap_is("expected_exit=31-07-2026", "\"gap_days\":0,",
	    "they join up");
	gap_is("expected_exit=", "\"gap_days\":null,", "not known");
}

static void
what_is_missing_is_named(void **state)
{
	char *text = step(DOSSIER_PREPARE);

	says(text, "\"to\":\"0355\",\"state\":\"prepared\"");
	says(text, "\"ready\":false,\"missing\":[\"plek\",\"ondersteuning\","
	    "\"kennis\",\"vaardigheden\",\"houding\","
	    "\"ondersteuningsbehoefte\"]");
	says(text, "\"last_stage_is_first_place\":true");
	free(text);
	assert_lead("2026-05-11", "02QZ00", "Els Bakker");
}

static void
agree(const char *kind)
{
	dossier_follow_options o = { .what = "agreement", .kind = kind,
	    .text = "agreed", .with = "0355", .on = DOSSIER_NO_DAY,
	    .due = DOSSIER_NO_DAY, .reached = -1 };
	dossier_document *doc;

	assert_int_equal(dossier_follow(&doc, c.region.session, c.ref, &o,
	    NULL), DOSSIER_OK);
	dossier_document_free(doc);
}

/* A record of Zoë's in a step of its own. */
static void
add(enum ds_kind kind, const int fields[3], const char *const texts[3])
{
	dossier_session *session = c.region.session;
	struct ds_row row;
	int i;

	ds_row_start(&row, kind);
	ds_row_set_int(&row, ds_field_named(ds_record(kind), "youth"),
	    c.youth);
	for (i = 0; i < 3; i++)
		ds_row_set_text(&row, fields[i], texts[i]);
	if (kind == DS_STATEMENT) {
		ds_row_set_text(&row, DS_F_STATEMENT_TEXT, "said");
		ds_row_set_text(&row, DS_F_STATEMENT_AUTHOR, "Els Bakker");
	}
	assert_int_equal(ds_session_begin(session, c.ref, NULL, NULL),
	    DOSSIER_OK);
	assert_int_equal(ds_book_add(session->book, &row, NULL), DOSSIER_OK);
	assert_int_equal(ds_tx_commit(session->store, NULL), DOSSIER_OK);
}

static void
say(const char *section)
{
	static const int fields[] = { DS_F_STATEMENT_SECTION,
	    DS_F_STATEMENT_VOICE, DS_F_STATEMENT_ON };

	add(DS_STATEMENT, fields, (const char *const []){ section, "school",
	    "2026-05-01" });
}

/* The four parts of the law's document; that there is nothing is told too. */
static void
agreements_and_the_four_parts_make_it_ready(void **state)
{
	static const int answer[] = { DS_F_ANSWER_SUBJECT,
	    DS_F_ANSWER_ANSWER, DS_F_ANSWER_ON };
	char *text;

	agree("plek");
	agree("ondersteuning");
	say("kennis");
	say("vaardigheden");
	say("houding");
	text = step(DOSSIER_PREPARE);
	says(text, "\"missing\":[\"ondersteuningsbehoefte\"]");
	free(text);
	add(DS_ANSWER, answer, (const char *const []){
	    "statement:ondersteuning", "niets", "2026-05-01" });
	text = step(DOSSIER_PREPARE);
	says(text, "\"ready\":true,\"missing\":[]");
	free(text);
}

static void
who_leads_already_cannot_take_over(void **state)
{
	dossier_handover_options o = options(DOSSIER_PREPARE);

	o.to = "02QZ00";
	assert_int_equal(refused_with(DOSSIER_PREPARE, &o, NULL),
	    DOSSIER_CONFLICT);
	o.to = "nowhere";
	assert_int_equal(refused_with(DOSSIER_PREPARE, &o, NULL),
	    DOSSIER_NOT_FOUND);
	o.to = NULL;
	assert_int_equal(refused_with(DOSSIER_PREPARE, &o, NULL),
	    DOSSIER_USAGE);
}

/* ---- the order of the steps ---- */

static void
steps_follow_each_other(void **state)
{
	assert_int_equal(refused(DOSSIER_SEND), DOSSIER_CONFLICT);
	assert_int_equal(refused(DOSSIER_ACCEPT), DOSSIER_CONFLICT);
	assert_int_equal(refused(DOSSIER_DECLINE), DOSSIER_CONFLICT);
	done(DOSSIER_PREPARE);
	done(DOSSIER_PREPARE);
	assert_int_equal(refused(DOSSIER_ACCEPT), DOSSIER_CONFLICT);
	done(DOSSIER_SEND);
	assert_int_equal(refused(DOSSIER_SEND), DOSSIER_CONFLICT);
	assert_int_equal(refused(DOSSIER_PREPARE), DOSSIER_CONFLICT);
	done(DOSSIER_ACCEPT);
	assert_int_equal(refused(DOSSIER_ACCEPT), DOSSIER_CONFLICT);
	assert_int_equal(refused(DOSSIER_DECLINE), DOSSIER_CONFLICT);
	assert_int_equal(refused(DOSSIER_PREPARE), DOSSIER_CONFLICT);
}

static void
sent_twice_is_refused_with_advice(void **state)
{
	dossier_handover_options o = options(DOSSIER_SEND);
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	assert_int_equal(refused_with(DOSSIER_SEND, &o, &err),
	    DOSSIER_CONFLICT);
	says(err.message, "2026-05-11");
	says(err.advice, "handover accept");
	says(err.advice, c.ref);
}

static void
declined_may_be_prepared_again(void **state)
{
	char *text;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	text = step(DOSSIER_DECLINE);
	says(text, "\"state\":\"declined\"");
	free(text);
	assert_lead("2026-05-12", "02QZ00", "Els Bakker");
	assert_int_equal(refused(DOSSIER_SEND), DOSSIER_CONFLICT);
	case_day(&c, "2026-05-20");
	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	done(DOSSIER_ACCEPT);
}

/* ---- the answer ---- */

static void
an_answer_needs_who_and_how(void **state)
{
	dossier_handover_options o;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	o = options(DOSSIER_ACCEPT);
	o.said_by = NULL;
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, NULL),
	    DOSSIER_USAGE);
	o = options(DOSSIER_ACCEPT);
	o.channel = "";
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, NULL),
	    DOSSIER_USAGE);
	o = options(DOSSIER_DECLINE);
	o.reason = NULL;
	assert_int_equal(refused_with(DOSSIER_DECLINE, &o, NULL),
	    DOSSIER_USAGE);
}

static void
the_lead_moves_on_the_agreed_day(void **state)
{
	dossier_handover_options o = options(DOSSIER_ACCEPT);
	char *text;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	o.from = ds_day_of(2026, 8, 1);
	text = step_with(DOSSIER_ACCEPT, &o, DOSSIER_JSON);
	/* The contact of that day, not of today. */
	says(text, "\"leads_from\":\"2026-08-01\",\"days_without_lead\":0,"
	    "\"contact\":\"Gea Laan\",\"phone\":\"06-55504002\"");
	free(text);
	assert_lead("2026-07-31", "02QZ00", "Els Bakker");
	assert_lead("2026-08-01", "0355", "Gea Laan");
}

static void
a_named_contact_must_work_there_that_day(void **state)
{
	dossier_handover_options o = options(DOSSIER_ACCEPT);

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	o.contact = "Els Bakker";
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, NULL),
	    DOSSIER_INVALID);
	o.contact = "Gea Laan";
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, NULL),
	    DOSSIER_INVALID);
	o.contact = "Nobody";
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, NULL),
	    DOSSIER_NOT_FOUND);
	o.contact = "Wil Dijk";
	free(step_with(DOSSIER_ACCEPT, &o, DOSSIER_JSON));
	assert_lead("2026-05-11", "0355", "Wil Dijk");
}

static void
a_lead_of_the_same_day_is_given_over(void **state)
{
	dossier_handover_options o = options(DOSSIER_ACCEPT);

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	o.from = ds_day_of(2025, 9, 1);
	free(step_with(DOSSIER_ACCEPT, &o, DOSSIER_JSON));
	assert_lead("2025-09-01", "0355", "Wil Dijk");
}

static void
no_lead_begins_before_the_present_one(void **state)
{
	dossier_handover_options o = options(DOSSIER_ACCEPT);
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	o.from = ds_day_of(2025, 8, 31);
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, &err),
	    DOSSIER_CONFLICT);
	says(err.message, "De Linde (02QZ00) has the lead from 2025-09-01");
}

static void
a_name_that_is_nearly_right_is_offered(void **state)
{
	dossier_handover_options o = options(DOSSIER_PREPARE);
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	o.to = "Gemeente Nieuwegien";
	assert_int_equal(refused_with(DOSSIER_PREPARE, &o, &err),
	    DOSSIER_NOT_FOUND);
	says(err.advice, "Did you mean Gemeente Nieuwegein?");
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(the_gap_is_said_in_days),
		EACH(what_is_missing_is_named),
		EACH(agreements_and_the_four_parts_make_it_ready),
		EACH(who_leads_already_cannot_take_over),
		EACH(steps_follow_each_other),
		EACH(sent_twice_is_refused_with_advice),
		EACH(declined_may_be_prepared_again),
		EACH(an_answer_needs_who_and_how),
		EACH(the_lead_moves_on_the_agreed_day),
		EACH(a_named_contact_must_work_there_that_day),
		EACH(a_lead_of_the_same_day_is_given_over),
		EACH(no_lead_begins_before_the_present_one),
		EACH(a_name_that_is_nearly_right_is_offered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
