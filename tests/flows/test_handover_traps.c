/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Traps that others fell into: a state that cannot be left, two fields that
 * disagree about where a case is, a refusal without a reason, roles that are
 * lost when a dossier closes, and a file made by who may not see it.
 */
#include "flows/following.h"

#include "flows/handing.h"

static size_t
count_of(enum ds_kind kind)
{
	return follow_count(&c, kind);
}

static void
handover_is(size_t at, const char *state)
{
	struct ds_row *rows;
	size_t count;

	assert_int_equal(ds_book_list(&rows, &count, &c.region.arena,
	    c.region.session->book, DS_HANDOVER, -1, 0, NULL), DOSSIER_OK);
	assert_true(at < count);
	assert_string_equal(ds_row_text(&rows[at], DS_F_HANDOVER_STATE),
	    state);
}

static void
every_state_can_be_left(void **state)
{
	dossier_handover_options o;

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	done(DOSSIER_DECLINE);
	case_day(&c, "2026-05-20");
	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	done(DOSSIER_ACCEPT);
	/* Who has the case now can hand it over in turn. */
	o = options(DOSSIER_PREPARE);
	o.to = "0356";
	free(step_with(DOSSIER_PREPARE, &o, DOSSIER_JSON));
	handover_is(0, "declined");
	handover_is(1, "accepted");
	handover_is(2, "prepared");
}

/* The state and the lead move together, or neither does. */
static void
state_and_lead_never_disagree(void **state)
{
	dossier_handover_options o = options(DOSSIER_ACCEPT);

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	assert_lead("2026-05-11", "02QZ00", "Els Bakker");
	o.contact = "Gea Laan";		/* does not work there yet */
	assert_int_equal(refused_with(DOSSIER_ACCEPT, &o, NULL),
	    DOSSIER_INVALID);
	handover_is(0, "sent");
	assert_lead("2026-05-11", "02QZ00", "Els Bakker");
	done(DOSSIER_ACCEPT);
	handover_is(0, "accepted");
	assert_lead("2026-05-11", "0355", "Wil Dijk");
}

static void
no_refusal_without_a_reason(void **state)
{
	dossier_handover_options o = options(DOSSIER_DECLINE);

	done(DOSSIER_PREPARE);
	done(DOSSIER_SEND);
	o.reason = " \t";
	assert_int_equal(refused_with(DOSSIER_DECLINE, &o, NULL),
	    DOSSIER_USAGE);
	handover_is(0, "sent");
}

static void
closing_a_dossier_loses_no_role(void **state)
{
	const char *closed = "closed_on=2026-05-11";
	size_t roles = count_of(DS_CONTACT_ROLE), leads = count_of(DS_LEAD);
	dossier_follow_options o = follow_options("call");
	dossier_document *doc;

	assert_int_equal(dossier_edit(&doc, c.region.session, c.ref, &closed,
	    1, NULL, NULL), DOSSIER_OK);
	dossier_document_free(doc);
	assert_int_equal(count_of(DS_CONTACT_ROLE), roles);
	assert_int_equal(count_of(DS_LEAD), leads);
	assert_lead("2026-05-10", "02QZ00", "Els Bakker");
	/* And somebody who calls afterwards is still written down. */
	free(follow_record(&c, &o));
}

/* ---- roles ---- */

static void
works_as(const char *role)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_session *s = c.region.session;
	struct ds_row row;

	ds_row_start(&row, DS_CONTACT);
	ds_row_set_text(&row, DS_F_CONTACT_NAME, "Mo Idris");
	region_ok(ds_session_begin(s, c.ref, NULL, &err), &err);
	region_ok(ds_book_add(s->book, &row, &err), &err);
	ds_row_start(&row, DS_CONTACT_ROLE);
	ds_row_set_int(&row, DS_F_ROLE_CONTACT, (int64_t)count_of(
	    DS_CONTACT));
	ds_row_set_int(&row, DS_F_ROLE_PARTY, c.school);
	ds_row_set_text(&row, DS_F_ROLE_ROLE, role);
	region_ok(ds_book_add(s->book, &row, &err), &err);
	region_ok(ds_tx_commit(s->store, &err), &err);
	region_open(&c.region, "2026-05-11", "Mo Idris@02QZ00");
}

static void
who_may_not_see_it_all_sends_nothing(void **state)
{
	dossier_follow_options o = follow_options("decision");

	done(DOSSIER_PREPARE);
	works_as("regisseur-zonder-mandaat");
	assert_int_equal(refused(DOSSIER_SEND), DOSSIER_FORBIDDEN);
	o.kind = "loslaten";
	o.text = "stopt";
	o.reason = "kan het zelf";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_FORBIDDEN);
	handover_is(0, "prepared");
}

static void
a_volunteer_writes_notes_and_no_grounds(void **state)
{
	dossier_follow_options o = follow_options("consent");

	works_as("vrijwilliger");
	o.to = "0355";
	o.sections = "houding";
	o.given_by = "jongere";
	assert_int_equal(follow_refused(&c, &o, NULL), DOSSIER_FORBIDDEN);
	o = follow_options("note");
	o.text = "samen gewandeld";
	free(follow_record(&c, &o));
	assert_int_equal(refused(DOSSIER_PREPARE), DOSSIER_FORBIDDEN);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(every_state_can_be_left),
		EACH(state_and_lead_never_disagree),
		EACH(no_refusal_without_a_reason),
		EACH(closing_a_dossier_loses_no_role),
		EACH(who_may_not_see_it_all_sends_nothing),
		EACH(a_volunteer_writes_notes_and_no_grounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
