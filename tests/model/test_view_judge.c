/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What may be seen, by whom, for what: Zoë's records held against roles and
 * grounds. Each line says what is looked at, who looks, and whether it is
 * seen.
 */
#include "flows/one_case.h"

#include "model/view.h"

static const struct ds_ground_rule rules[] = {
	{ .id = "toestemming", .kind = "toestemming", .special = true,
	    .is_given = true, .youth_from = 16, .before = "ouders" },
	{ .id = "plicht", .kind = "wettelijke-plicht" }
};
static const struct ds_policy policy = { .rule_count = 2, .rules = rules };

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

static struct ds_view
view_of(int64_t recipient, enum ds_purpose purpose, enum ds_reach reach)
{
	const struct ds_allowance allow = { .policy = &policy,
	    .day = ds_day_from_iso("2026-05-11"), .reach = reach,
	    .own_party = c.zeist };
	struct ds_view view;

	ds_view_open(&view, c.region.session->book, &c.region.arena,
	    DOSSIER_ENGLISH, recipient, purpose);
	ds_view_allow(&view, &allow);
	return view;
}

static const char *
why_not(struct ds_view *view, const struct ds_row *row, int field)
{
	const char *why = "it failed";

	assert_int_equal(ds_view_judge(&why, view, row, field, NULL),
	    DOSSIER_OK);
	return why;
}

/* A ground of Zoë's for Zeist, in a step of its own. */
static void
grant(const char *sections, const char *kind, const char *by,
    const char *from)
{
	dossier_session *session = c.region.session;
	struct ds_row row = case_row(&c, DS_GROUND);

	ds_row_set_text(&row, DS_F_GROUND_SECTIONS, sections);
	ds_row_set_int(&row, DS_F_GROUND_RECIPIENT, c.zeist);
	ds_row_set_text(&row, DS_F_GROUND_KIND, kind);
	if (by != NULL)
		ds_row_set_text(&row, DS_F_GROUND_GIVEN_BY, by);
	ds_row_set_text(&row, DS_F_GROUND_FROM, from);
	assert_int_equal(ds_session_begin(session, c.ref, NULL, NULL),
	    DOSSIER_OK);
	assert_int_equal(ds_book_add(session->book, &row, NULL), DOSSIER_OK);
	assert_int_equal(ds_tx_commit(session->store, NULL), DOSSIER_OK);
}

/* ---- at the desk ---- */

static const struct seen {
	enum ds_kind kind;
	int field;
	bool ordinary;			/* who sees ordinary data sees it */
} desk[] = {
	{ DS_YOUTH, DS_F_YOUTH_GIVEN_NAME, true },
	{ DS_YOUTH, DS_F_YOUTH_CAPABLE, false },
	{ DS_ENROLMENT, DS_F_ENROLMENT_KIND, true },
	{ DS_ENROLMENT, DS_F_ENROLMENT_CLUSTER, false },
	{ DS_IDENTIFIER, DS_F_IDENTIFIER_VALUE, false },
	{ DS_REGISTER, DS_F_REGISTER_REGISTER, false },
	{ DS_SCHEME, DS_F_SCHEME_SCHEME, false },
	{ DS_WORK_PROFILE, DS_F_PROFILE_GUIDANCE, false },
	{ DS_WORK_PROFILE, DS_F_PROFILE_TRANSPORT, true },
	{ DS_CARE, DS_F_CARE_NEED, false },
	{ DS_WAGE_VALUE, DS_F_WAGE_VALUE, false },
	{ DS_MOMENT, DS_F_MOMENT_PRESENT, false }
};

static void
all_is_seen_in_a_role_without_a_rule(void **state)
{
	struct ds_view view = view_of(0, DS_FOR_WORK, DS_REACH_ALL);
	struct ds_row row;
	size_t i;

	for (i = 0; i < sizeof desk / sizeof desk[0]; i++) {
		row = case_row(&c, desk[i].kind);
		assert_null(why_not(&view, &row, desk[i].field));
	}
}

static void
a_role_for_ordinary_data_sees_nothing_else(void **state)
{
	struct ds_view view = view_of(0, DS_FOR_WORK, DS_REACH_ORDINARY);
	const char *why;
	struct ds_row row;
	size_t i;

	for (i = 0; i < sizeof desk / sizeof desk[0]; i++) {
		row = case_row(&c, desk[i].kind);
		why = why_not(&view, &row, desk[i].field);
		if (desk[i].ordinary)
			assert_null(why);
		else
			assert_string_equal(why,
			    "your role does not see this");
	}
}

static void
a_role_for_what_is_granted_needs_a_ground_for_its_party(void **state)
{
	struct ds_view view = view_of(0, DS_FOR_WORK, DS_REACH_GRANTED);
	struct ds_row row = case_row(&c, DS_YOUTH);

	assert_non_null(why_not(&view, &row, DS_F_YOUTH_PHONE));
	grant("identiteit", "wettelijke-plicht", NULL, "2026-01-01");
	view = view_of(0, DS_FOR_WORK, DS_REACH_GRANTED);
	assert_null(why_not(&view, &row, DS_F_YOUTH_PHONE));
	view.allow.own_party = c.school;
	assert_non_null(why_not(&view, &row, DS_F_YOUTH_PHONE));
}

/* ---- for a recipient ---- */

static void
nothing_leaves_without_a_ground(void **state)
{
	struct ds_view view = view_of(c.zeist, DS_FOR_PARTY, DS_REACH_ALL);
	struct ds_row row;
	size_t i;

	for (i = 0; i < sizeof desk / sizeof desk[0]; i++) {
		row = case_row(&c, desk[i].kind);
		assert_non_null(why_not(&view, &row, desk[i].field));
	}
}

/* An occasion carries ordinary data, and never health, whatever is said. */
static void
an_occasion_carries_ordinary_data_only(void **state)
{
	struct ds_view view = view_of(c.zeist, DS_FOR_HANDOVER,
	    DS_REACH_ALL);
	struct ds_row school = case_row(&c, DS_ENROLMENT);
	struct ds_row scheme = case_row(&c, DS_SCHEME);

	view.allow.occasion = true;
	assert_null(why_not(&view, &school, DS_F_ENROLMENT_KIND));
	assert_non_null(why_not(&view, &school, DS_F_ENROLMENT_CLUSTER));
	assert_non_null(why_not(&view, &scheme, DS_F_SCHEME_SCHEME));
}

static void
consent_carries_its_sections_to_its_recipient(void **state)
{
	struct ds_view view;
	struct ds_row scheme = case_row(&c, DS_SCHEME);
	struct ds_row profile = case_row(&c, DS_WORK_PROFILE);

	grant("registers", "toestemming", "jongere", "2026-01-01");
	view = view_of(c.zeist, DS_FOR_PARTY, DS_REACH_ALL);
	assert_null(why_not(&view, &scheme, DS_F_SCHEME_SCHEME));
	assert_non_null(why_not(&view, &profile, DS_F_PROFILE_GUIDANCE));
	view = view_of(c.school, DS_FOR_PARTY, DS_REACH_ALL);
	assert_non_null(why_not(&view, &scheme, DS_F_SCHEME_SCHEME));
}

static void
a_section_of_another_name_is_not_covered(void **state)
{
	struct ds_view view = view_of(c.zeist, DS_FOR_PARTY, DS_REACH_ALL);
	const char *why;

	grant("opp opvolging", "toestemming", "jongere", "2026-01-01");
	assert_int_equal(ds_view_judge_section(&why, &view, c.youth,
	    DS_SECTION_OPP, true, NULL), DOSSIER_OK);
	assert_null(why);
	assert_int_equal(ds_view_judge_section(&why, &view, c.youth,
	    DS_SECTION_STORY, true, NULL), DOSSIER_OK);
	assert_string_equal(why, "no ground covers this section for this "
	    "recipient");
}

/* Of several grounds the nearest to covering is told. */
static void
the_nearest_reason_is_told(void **state)
{
	struct ds_view view = view_of(c.zeist, DS_FOR_PARTY, DS_REACH_ALL);
	struct ds_row scheme = case_row(&c, DS_SCHEME);

	grant("registers", "wettelijke-plicht", NULL, "2026-01-01");
	grant("registers", "toestemming", "ouders", "2026-06-01");
	assert_string_equal(why_not(&view, &scheme, DS_F_SCHEME_SCHEME),
	    "this ground does not carry health, justice or family data");
}

static void
numbers_software_and_unowned_rows_never_leave(void **state)
{
	struct ds_view view;
	struct ds_row number = case_row(&c, DS_IDENTIFIER), nobody;
	struct ds_row youth = case_row(&c, DS_YOUTH);
	struct ds_row moment = case_row(&c, DS_MOMENT);

	grant("identiteit registers opvolging", "toestemming", "jongere",
	    "2026-01-01");
	view = view_of(c.zeist, DS_FOR_PARTY, DS_REACH_ALL);
	assert_string_equal(why_not(&view, &number, DS_F_IDENTIFIER_VALUE),
	    "this number never leaves");
	assert_non_null(why_not(&view, &youth, DS_F_YOUTH_OPENED_ON));
	assert_null(why_not(&view, &youth, DS_F_YOUTH_REF));
	assert_non_null(why_not(&view, &moment, DS_F_MOMENT_TEXT));
	ds_row_start(&nobody, DS_SCHEME);
	assert_string_equal(why_not(&view, &nobody, DS_F_SCHEME_SCHEME),
	    "it is not known whose this is");
}

/* Her own statement goes along with everything; of a place nobody asks. */
static void
the_viewpoint_and_common_records_always_go_along(void **state)
{
	struct ds_view view = view_of(c.zeist, DS_FOR_PARTY, DS_REACH_ALL);
	struct ds_row statement = case_row(&c, DS_STATEMENT), party;

	ds_row_set_text(&statement, DS_F_STATEMENT_SECTION, "zienswijze");
	assert_null(why_not(&view, &statement, DS_F_STATEMENT_TEXT));
	ds_row_set_text(&statement, DS_F_STATEMENT_SECTION, "houding");
	assert_non_null(why_not(&view, &statement, DS_F_STATEMENT_TEXT));
	ds_row_start(&party, DS_PARTY);
	assert_null(why_not(&view, &party, DS_F_PARTY_PHONE));
}

/* ---- classes ---- */

static void
a_domain_counts_as_health_unless_its_pack_says_otherwise(void **state)
{
	struct ds_row row = case_row(&c, DS_LIFE_DOMAIN);

	assert_int_equal(ds_row_class(&row, DS_F_DOMAIN_SCORE),
	    DS_CLASS_HEALTH);
	ds_row_set_text(&row, DS_F_DOMAIN_CLASS, "gewoon");
	assert_int_equal(ds_row_class(&row, DS_F_DOMAIN_SCORE),
	    DS_CLASS_ORDINARY);
	ds_row_set_text(&row, DS_F_DOMAIN_CLASS, "justitie");
	assert_int_equal(ds_row_class(&row, DS_F_DOMAIN_DOMAIN),
	    DS_CLASS_JUSTICE);
}

static void
people_around_are_family_unless_it_is_their_work(void **state)
{
	struct ds_row row = case_row(&c, DS_PERSON);

	assert_int_equal(ds_row_class(&row, DS_F_PERSON_NAME),
	    DS_CLASS_FAMILY);
	ds_row_set_text(&row, DS_F_PERSON_NETWORK, "professioneel");
	assert_int_equal(ds_row_class(&row, DS_F_PERSON_NAME),
	    DS_CLASS_ORDINARY);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

/* ---- a row ---- */

/* What is held back goes, by section with its first reason; the rest stays. */
static void
what_is_withheld_is_taken_out(void **state)
{
	static const int two[] = { DS_F_PROFILE_LIKES, DS_F_PROFILE_AIDS,
	    DS_NO_FIELD };
	struct ds_row row = case_row(&c, DS_WORK_PROFILE), all;
	struct ds_view view = view_of(0, DS_FOR_WORK, DS_REACH_ORDINARY);
	const char *held[DS_SECTION_END] = { NULL };
	bool left;

	ds_row_set_text(&row, DS_F_PROFILE_LIKES, "dieren");
	ds_row_set_text(&row, DS_F_PROFILE_AIDS, "bril");
	ds_row_set_text(&row, DS_F_PROFILE_EXCLUDES, "hoogte");
	all = row;
	assert_int_equal(ds_view_mask(&left, &view, &row, two, held, NULL),
	    DOSSIER_OK);
	assert_true(left);
	assert_true(ds_row_has(&row, DS_F_PROFILE_LIKES));
	assert_false(ds_row_has(&row, DS_F_PROFILE_AIDS));
	/* Not one of the two: nobody asked. */
	assert_true(ds_row_has(&row, DS_F_PROFILE_EXCLUDES));
	assert_non_null(held[DS_SECTION_WORK]);
	assert_int_equal(ds_view_mask(&left, &view, &all, NULL, NULL, NULL),
	    DOSSIER_OK);
	assert_true(left);
	assert_false(ds_row_has(&all, DS_F_PROFILE_EXCLUDES));
	/* Whose it is stays, and is nothing by itself. */
	ds_row_clear(&all, DS_F_PROFILE_LIKES);
	assert_int_equal(ds_view_mask(&left, &view, &all, NULL, NULL, NULL),
	    DOSSIER_OK);
	assert_false(left);
	assert_true(ds_row_has(&all, DS_F_PROFILE_YOUTH));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		EACH(all_is_seen_in_a_role_without_a_rule),
		EACH(a_role_for_ordinary_data_sees_nothing_else),
		EACH(a_role_for_what_is_granted_needs_a_ground_for_its_party),
		EACH(nothing_leaves_without_a_ground),
		EACH(an_occasion_carries_ordinary_data_only),
		EACH(consent_carries_its_sections_to_its_recipient),
		EACH(a_section_of_another_name_is_not_covered),
		EACH(the_nearest_reason_is_told),
		EACH(numbers_software_and_unowned_rows_never_leave),
		EACH(the_viewpoint_and_common_records_always_go_along),
		EACH(a_domain_counts_as_health_unless_its_pack_says_otherwise),
		EACH(people_around_are_family_unless_it_is_their_work),
		EACH(what_is_withheld_is_taken_out)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
