/* SPDX-License-Identifier: EUPL-1.2 */
/* Facts of enrolment, leaving papers, judgements, hours and referral. */
#include "rules/case_facts.h"

static void
enrolled_until_the_last_day_at_any_school(void **state)
{
	region_add(&region, "enrolment", ONE, "school=1", "from=2025-08-01",
	    "until=2026-07-17", NULL);
	assert_fact(DS_FACT_ENROLLED, "2025-07-31", "-");
	assert_fact(DS_FACT_ENROLLED, "2025-08-01", "true");
	assert_fact(DS_FACT_ENROLLED, "2026-07-17", "true");
	assert_fact(DS_FACT_ENROLLED, "2026-07-18", "false");
}

static void
one_school_is_enough_to_be_enrolled(void **state)
{
	region_add(&region, "party", "code=21KZ00", "kind=school", NULL);
	region_add(&region, "enrolment", ONE, "school=2", "from=2025-08-01",
	    NULL);
	region_add(&region, "enrolment", ONE, "school=1", "from=2026-01-01",
	    "until=2026-03-31", NULL);
	assert_fact(DS_FACT_ENROLLED, "2026-04-01", "true");
}

static void
papers_have_a_day(void **state)
{
	region_add(&region, "qualification", ONE, "kind=schooldiploma",
	    "on=2025-07-01", NULL);
	region_add(&region, "qualification", ONE, "kind=branchecertificaat",
	    "on=2026-02-01", "valid_until=2026-03-31", NULL);
	region_add(&region, "qualification", ONE, "kind=schooldiploma",
	    "on=2026-01-15", NULL);
	assert_fact(DS_FACT_SINCE_PAPER, "2025-06-30", "-");
	assert_fact(DS_FACT_SINCE_PAPER, "2026-01-01", "P6M");
	assert_fact(DS_FACT_SINCE_PAPER, "2026-04-15", "P3M");
}

static void
assessed(const char *instrument, const char *on, const char *value)
{
	region_add(&region, "assessment", ONE, instrument, on, value, NULL);
}

static void
the_newest_assessment_says_learnable_and_schoolable(void **state)
{
	assessed("instrument=Leerbaarheid", "on=2026-01-10", "value=nee");
	assessed("instrument=leerbaarheid", "on=2026-02-10", "value=Ja");
	assessed("instrument=schoolbaarheid", "on=2026-02-10", "value=nee");
	assessed("instrument=schoolbaarheid", "on=2026-04-10",
	    "value=misschien");
	assert_fact(DS_FACT_LEARNABLE, "2026-01-09", "-");
	assert_fact(DS_FACT_LEARNABLE, "2026-02-09", "false");
	assert_fact(DS_FACT_LEARNABLE, "2026-02-10", "true");
	assert_fact(DS_FACT_SCHOOLABLE, "2026-04-09", "false");
	assert_fact(DS_FACT_SCHOOLABLE, "2026-04-10", "-");
}

static void
hours_are_of_the_day_and_a_track_has_one(void **state)
{
	region_add(&region, "work_profile", ONE, "hours_day=4",
	    "from=2026-01-01", "until=2026-02-28", NULL);
	region_add(&region, "track", ONE, "name=eerst-hulp",
	    "from=2026-01-15", "until=2026-05-01", NULL);
	region_add(&region, "track", ONE, "name=werkplaats",
	    "from=2026-03-01", NULL);
	assert_fact(DS_FACT_HOURS_DAY, "2026-02-28", "4");
	assert_fact(DS_FACT_HOURS_DAY, "2026-03-01", "-");
	assert_fact(DS_FACT_TRACK_FROM, "2026-01-14", "-");
	assert_fact(DS_FACT_TRACK_FROM, "2026-02-28", "2026-01-15");
	assert_fact(DS_FACT_TRACK_FROM, "2026-05-02", "2026-03-01");
}

static void
the_last_application_says_who_referred(void **state)
{
	region_add(&region, "moment", ONE, "kind=telefoon", "on=2026-01-02",
	    "with=moeder", NULL);
	region_add(&region, "moment", ONE, "kind=melding", "on=2026-01-10",
	    "with=wijkteam", NULL);
	assert_fact(DS_FACT_REFERRED_BY, "2026-01-09", "-");
	assert_fact(DS_FACT_REFERRED_BY, "2026-01-10", "wijkteam");
}

static void
from_stage_and_school_to_the_contract(void **state)
{
	region_add(&region, "party", "code=bakkerij", "kind=werkgever", NULL);
	region_add(&region, "place", "code=p1", "party=2", "name=Bakker",
	    NULL);
	region_add(&region, "enrolment", ONE, "school=1", "from=2025-08-01",
	    "until=2026-01-31", NULL);
	region_add(&region, "placement", ONE, "place=1", "kind=stage",
	    "from=2025-10-01", NULL);
	region_add(&region, "placement", ONE, "place=1", "kind=contract",
	    "from=2026-04-30", NULL);
	assert_fact(DS_FACT_STAGE_FROM, "2025-09-30", "-");
	assert_fact(DS_FACT_STAGE_FROM, "2025-10-01", "2025-10-01");
	assert_fact(DS_FACT_EXIT_TO_CONTRACT, "2026-05-01", "P3M");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		EACH(enrolled_until_the_last_day_at_any_school),
		EACH(one_school_is_enough_to_be_enrolled),
		EACH(papers_have_a_day),
		EACH(the_newest_assessment_says_learnable_and_schoolable),
		EACH(hours_are_of_the_day_and_a_track_has_one),
		EACH(the_last_application_says_who_referred),
		EACH(from_stage_and_school_to_the_contract)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
