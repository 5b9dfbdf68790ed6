/* SPDX-License-Identifier: EUPL-1.2 */
/* Facts of the whole case on a day, as they come out of a store. */
#include "rules/case_facts.h"

static void
age_is_of_the_day_and_never_stored(void **state)
{
	assert_fact(DS_FACT_AGE, "2026-05-09", "22");
	assert_fact(DS_FACT_AGE, "2026-05-10", "23");
}

static void
nothing_recorded_is_not_known(void **state)
{
	static const enum ds_fact facts[] = { DS_FACT_LEVEL,
	    DS_FACT_LEVEL_NUMBER, DS_FACT_GUIDANCE, DS_FACT_CLUSTER,
	    DS_FACT_START_QUALIFICATION, DS_FACT_SCHEME,
	    DS_FACT_DOMAIN_LOWEST, DS_FACT_DOMAINS_ACUTE, DS_FACT_CAPABLE,
	    DS_FACT_IN_DOELGROEPREGISTER, DS_FACT_IN_WAJONG };
	size_t i;

	for (i = 0; i < sizeof facts / sizeof facts[0]; i++)
		assert_fact(facts[i], "2026-05-10", "-");
}

/* ---- qualifications ---- */

static void
one_start_qualification_is_enough_from_its_day_on(void **state)
{
	region_add(&region, "qualification", ONE, "kind=schooldiploma",
	    "on=2025-07-01", "start_qualification=0", NULL);
	region_add(&region, "qualification", ONE, "kind=diploma",
	    "on=2026-02-01", "start_qualification=1", NULL);
	region_add(&region, "qualification", ONE, "kind=rijbewijs",
	    "on=2026-03-01", NULL);
	assert_fact(DS_FACT_START_QUALIFICATION, "2025-06-30", "-");
	assert_fact(DS_FACT_START_QUALIFICATION, "2026-01-31", "false");
	assert_fact(DS_FACT_START_QUALIFICATION, "2026-02-01", "true");
	assert_fact(DS_FACT_START_QUALIFICATION, "2026-03-01", "true");
}

static void
a_paper_that_may_count_leaves_it_unknown(void **state)
{
	region_add(&region, "qualification", ONE, "kind=schooldiploma",
	    "start_qualification=0", NULL);
	region_add(&region, "qualification", ONE, "kind=diploma", NULL);
	assert_fact(DS_FACT_START_QUALIFICATION, "2026-05-10", "-");
}

static void
asked_and_nothing_is_no(void **state)
{
	region_add(&region, "answer", ONE, "subject=qualification",
	    "answer=niets", "on=2026-01-10", NULL);
	region_add(&region, "answer", ONE, "subject=register:wajong",
	    "answer=niets", "on=2026-01-10", NULL);
	region_add(&region, "answer", ONE, "subject=register:wmo",
	    "answer=geweigerd", "on=2026-01-10", NULL);
	region_add(&region, "answer", ONE, "subject=scheme",
	    "answer=niets", "on=2026-01-10", NULL);
	assert_fact(DS_FACT_START_QUALIFICATION, "2026-01-09", "-");
	assert_fact(DS_FACT_START_QUALIFICATION, "2026-01-10", "false");
	assert_fact(DS_FACT_IN_WAJONG, "2026-01-10", "false");
	assert_fact(DS_FACT_IN_DOELGROEPREGISTER, "2026-01-10", "-");
	assert_fact(DS_FACT_IN_WMO, "2026-01-10", "-");
	assert_fact(DS_FACT_SCHEME, "2026-01-10", "geen");
}

static void
a_value_of_the_same_day_or_later_wins_from_an_answer(void **state)
{
	region_add(&region, "answer", ONE, "subject=register",
	    "answer=niets", "on=2026-01-10", NULL);
	region_add(&region, "register", ONE, "register=wajong",
	    "status=opgenomen", "from=2026-01-10", NULL);
	region_add(&region, "register", ONE, "register=lks",
	    "status=opgenomen", "from=2026-01-09", NULL);
	assert_fact(DS_FACT_IN_WAJONG, "2026-01-10", "true");
	assert_fact(DS_FACT_IN_LKS, "2026-01-09", "true");
	assert_fact(DS_FACT_IN_LKS, "2026-01-10", "false");
}

/* ---- registers ---- */

static void
applied_for_is_not_registered(void **state)
{
	region_add(&region, "register", ONE, "register=doelgroepregister",
	    "status=aangevraagd", "from=2026-01-01", NULL);
	region_add(&region, "register", ONE, "register=doelgroepregister",
	    "status=opgenomen", "from=2026-03-01", "until=2026-04-30", NULL);
	region_add(&region, "register", ONE, "register=doelgroepregister",
	    "status=aangevraagd", "from=2026-04-01", NULL);
	assert_fact(DS_FACT_IN_DOELGROEPREGISTER, "2025-12-31", "-");
	assert_fact(DS_FACT_IN_DOELGROEPREGISTER, "2026-02-28", "false");
	assert_fact(DS_FACT_IN_DOELGROEPREGISTER, "2026-03-01", "true");
	assert_fact(DS_FACT_IN_DOELGROEPREGISTER, "2026-04-30", "true");
	assert_fact(DS_FACT_IN_DOELGROEPREGISTER, "2026-05-01", "false");
}

static void
an_entry_ends_where_its_end_is_recorded(void **state)
{
	region_add(&region, "register", ONE, "register=beschut-werk",
	    "status=opgenomen", "from=2025-01-01", NULL);
	region_add(&region, "register", ONE, "register=beschut-werk",
	    "status=beeindigd", "from=2026-02-01", NULL);
	assert_fact(DS_FACT_IN_BESCHUT_WERK, "2026-01-31", "true");
	assert_fact(DS_FACT_IN_BESCHUT_WERK, "2026-02-01", "false");
}

/* ---- scheme, guidance, level, cluster ---- */

static void
the_scheme_is_that_of_the_day(void **state)
{
	region_add(&region, "scheme", ONE, "scheme=wajong",
	    "until=2025-12-31", NULL);
	region_add(&region, "scheme", ONE, "scheme=participatiewet",
	    "from=2026-01-01", "until=2026-03-31", NULL);
	region_add(&region, "scheme", ONE, "scheme=onbekend",
	    "from=2026-04-01", NULL);
	assert_fact(DS_FACT_SCHEME, "2014-12-31", "wajong");
	assert_fact(DS_FACT_SCHEME, "2026-01-01", "participatiewet");
	assert_fact(DS_FACT_SCHEME, "2026-04-01", "-");
}

static void
guidance_and_cluster_are_those_of_the_day(void **state)
{
	region_add(&region, "work_profile", ONE, "guidance=licht",
	    "until=2026-01-31", NULL);
	region_add(&region, "work_profile", ONE, "guidance=intensief",
	    "from=2026-02-01", NULL);
	region_add(&region, "enrolment", ONE, "school=1", "cluster=cluster-4",
	    "from=2025-08-01", NULL);
	assert_fact(DS_FACT_GUIDANCE, "2026-01-31", "licht");
	assert_fact(DS_FACT_GUIDANCE, "2026-02-01", "intensief");
	assert_fact(DS_FACT_CLUSTER, "2026-02-01", "cluster-4");
}

static void
a_level_is_a_number_where_it_is_one(void **state)
{
	static const struct {
		const char *text, *day, *number;
	} levels[] = {
		{ "level=mbo-3", "2025-01-01", "3" },
		{ "level=niveau 2", "2025-01-02", "2" },
		{ "level=4", "2025-01-03", "4" },
		{ "level=mbo 2-4", "2025-01-04", "-" },
		{ "level=1F", "2025-01-05", "-" },
		{ "level=entree", "2025-01-06", "-" }
	};
	size_t i, count = sizeof levels / sizeof levels[0];
	char on[24];

	for (i = 0; i < count; i++) {
		snprintf(on, sizeof on, "on=%s", levels[i].day);
		region_add(&region, "opp", ONE, on, levels[i].text, NULL);
	}
	for (i = 0; i < count; i++) {
		assert_fact(DS_FACT_LEVEL, levels[i].day,
		    levels[i].text + 6);
		assert_fact(DS_FACT_LEVEL_NUMBER, levels[i].day,
		    levels[i].number);
	}
}

static void
capable_is_asked_or_not_known(void **state)
{
	region_add(&region, "youth", "ref=BBBBBBBB2", "capable=0",
	    "opened_on=2025-09-01", NULL);
	assert_fact(DS_FACT_CAPABLE, "2026-05-10", "false");
}

/* ---- life domains: no sum anywhere ---- */

static void
score(const char *set, const char *domain, const char *on, int score_)
{
	char text[4][40];

	snprintf(text[0], sizeof text[0], "set=%s", set);
	snprintf(text[1], sizeof text[1], "domain=%s", domain);
	snprintf(text[2], sizeof text[2], "on=%s", on);
	snprintf(text[3], sizeof text[3], "score=%d", score_);
	region_add(&region, "life_domain", ONE, text[0], text[1], text[2],
	    text[3], NULL);
}

static void
the_lowest_domain_and_how_many_are_acute(void **state)
{
	score("z", "werk", "2026-01-01", 4);
	score("z", "geld", "2026-01-01", 2);
	score("z", "wonen", "2026-01-01", 1);
	score("z", "wonen", "2026-03-01", 3);	/* newer: it counts */
	assert_fact(DS_FACT_DOMAIN_LOWEST, "2026-02-28", "1");
	assert_fact(DS_FACT_DOMAINS_ACUTE, "2026-02-28", "2");
	assert_fact(DS_FACT_DOMAIN_LOWEST, "2026-03-01", "2");
	assert_fact(DS_FACT_DOMAINS_ACUTE, "2026-03-01", "1");
}

static void
two_sets_are_not_mixed(void **state)
{
	score("z", "werk", "2026-01-01", 1);
	score("z", "geld", "2026-01-01", 2);
	score("anders", "werk", "2026-02-01", 7);
	assert_fact(DS_FACT_DOMAINS_ACUTE, "2026-01-31", "2");
	assert_fact(DS_FACT_DOMAIN_LOWEST, "2026-02-01", "7");
	/* No pack says what is acute in that set. */
	assert_fact(DS_FACT_DOMAINS_ACUTE, "2026-02-01", "-");
}

/* ---- papers, people, assessments, tracks ---- */

static void
papers_are_a_set_of_what_is_still_valid(void **state)
{
	region_add(&region, "qualification", ONE, "kind=rijbewijs",
	    "on=2025-01-01", "valid_until=2026-01-31", NULL);
	region_add(&region, "qualification", ONE, "kind=startklaar",
	    "on=2026-01-10", NULL);
	assert_fact(DS_FACT_QUALIFICATIONS, "2024-12-31", "-");
	assert_fact(DS_FACT_QUALIFICATIONS, "2026-01-09", "rijbewijs");
	assert_fact(DS_FACT_QUALIFICATIONS, "2026-01-31",
	    "rijbewijs, startklaar");
	assert_fact(DS_FACT_QUALIFICATIONS, "2026-02-01", "startklaar");
}

static void
asked_and_nothing_is_an_empty_set(void **state)
{
	region_add(&region, "qualification", ONE, "kind=anders",
	    "on=2025-12-01", NULL);
	region_add(&region, "answer", ONE, "subject=qualification",
	    "answer=niets", "on=2026-01-10", NULL);
	region_add(&region, "answer", ONE, "subject=person",
	    "answer=niets", "on=2026-01-10", NULL);
	region_add(&region, "answer", ONE, "subject=assessment",
	    "answer=geweigerd", "on=2026-01-10", NULL);
	assert_fact(DS_FACT_QUALIFICATIONS, "2026-01-09", "anders");
	assert_fact(DS_FACT_QUALIFICATIONS, "2026-01-10", "");
	assert_fact(DS_FACT_AROUND, "2026-01-09", "-");
	assert_fact(DS_FACT_AROUND, "2026-01-10", "");
	assert_fact(DS_FACT_ASSESSMENTS, "2026-01-10", "-");
}

static void
who_is_around_is_of_the_day_and_each_role_once(void **state)
{
	region_add(&region, "person", ONE, "role=jobcoach",
	    "network=professioneel", "from=2026-01-01", "until=2026-03-31",
	    NULL);
	region_add(&region, "person", ONE, "role=begeleider",
	    "network=professioneel", "from=2026-02-01", NULL);
	region_add(&region, "person", ONE, "role=begeleider",
	    "network=informeel", "from=2026-02-15", NULL);
	assert_fact(DS_FACT_AROUND, "2025-12-31", "-");
	assert_fact(DS_FACT_AROUND, "2026-03-31", "jobcoach, begeleider");
	assert_fact(DS_FACT_AROUND, "2026-04-01", "begeleider");
}

static void
an_assessment_goes_by_the_name_in_the_pack(void **state)
{
	region_add(&region, "assessment", ONE, "instrument=Talent Centrum",
	    "on=2026-01-01", "valid_until=2026-06-30", NULL);
	region_add(&region, "assessment", ONE, "instrument=Iets anders",
	    "on=2026-02-01", NULL);
	assert_fact(DS_FACT_ASSESSMENTS, "2026-01-31", "talent");
	assert_fact(DS_FACT_ASSESSMENTS, "2026-02-01", "talent, Iets anders");
	assert_fact(DS_FACT_ASSESSMENTS, "2026-07-01", "Iets anders");
}

static void
the_newest_track_that_began_counts(void **state)
{
	region_add(&region, "track", ONE, "name=Werkschool",
	    "goal=betaald-werk", "result=werkervaring", "from=2025-09-01",
	    "until=2026-03-31", NULL);
	region_add(&region, "track", ONE, "name=Werkplaats", "motivated=1",
	    "from=2026-06-01", NULL);
	assert_fact(DS_FACT_TRACK, "2025-08-31", "-");
	assert_fact(DS_FACT_TRACK, "2026-05-31", "Werkschool");
	assert_fact(DS_FACT_TRACK_GOAL, "2026-03-30", "betaald-werk");
	assert_fact(DS_FACT_TRACK_UNTIL, "2026-03-30", "2026-03-31");
	assert_fact(DS_FACT_TRACK_RESULT, "2026-03-30", "-");
	assert_fact(DS_FACT_TRACK_RESULT, "2026-03-31", "werkervaring");
	assert_fact(DS_FACT_MOTIVATED, "2026-05-31", "true");
	assert_fact(DS_FACT_TRACK, "2026-06-01", "Werkplaats");
	assert_fact(DS_FACT_TRACK_RESULT, "2026-06-01", "-");
	assert_fact(DS_FACT_TRACK_UNTIL, "2026-06-01", "-");
}

static void
a_contract_lasts_from_its_first_to_its_last_day(void **state)
{
	region_add(&region, "party", "code=68750110", "kind=werkgever", NULL);
	region_add(&region, "place", "code=P1", "party=2", "name=Kas", NULL);
	region_add(&region, "placement", ONE, "place=1", "kind=contract",
	    "from=2026-04-01", "until=2026-09-30", NULL);
	assert_fact(DS_FACT_CONTRACT_LENGTH, "2026-04-01", "P6M");
}

static void
a_contract_without_a_last_day_has_no_known_length(void **state)
{
	region_add(&region, "party", "code=68750110", "kind=werkgever", NULL);
	region_add(&region, "place", "code=P1", "party=2", "name=Kas", NULL);
	region_add(&region, "placement", ONE, "place=1", "kind=contract",
	    "from=2026-04-01", NULL);
	assert_fact(DS_FACT_CONTRACT_LENGTH, "2026-05-01", "-");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		EACH(age_is_of_the_day_and_never_stored),
		EACH(nothing_recorded_is_not_known),
		EACH(one_start_qualification_is_enough_from_its_day_on),
		EACH(a_paper_that_may_count_leaves_it_unknown),
		EACH(asked_and_nothing_is_no),
		EACH(a_value_of_the_same_day_or_later_wins_from_an_answer),
		EACH(applied_for_is_not_registered),
		EACH(an_entry_ends_where_its_end_is_recorded),
		EACH(the_scheme_is_that_of_the_day),
		EACH(guidance_and_cluster_are_those_of_the_day),
		EACH(a_level_is_a_number_where_it_is_one),
		EACH(capable_is_asked_or_not_known),
		EACH(the_lowest_domain_and_how_many_are_acute),
		EACH(two_sets_are_not_mixed),
		EACH(papers_are_a_set_of_what_is_still_valid),
		EACH(asked_and_nothing_is_an_empty_set),
		EACH(who_is_around_is_of_the_day_and_each_role_once),
		EACH(an_assessment_goes_by_the_name_in_the_pack),
		EACH(the_newest_track_that_began_counts),
		EACH(a_contract_lasts_from_its_first_to_its_last_day),
		EACH(a_contract_without_a_last_day_has_no_known_length)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
