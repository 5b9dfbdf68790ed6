/* SPDX-License-Identifier: EUPL-1.2 */
/* One dossier against a list that asks for one of everything. */
#include "flows/region.h"

#include "flows/checklist.h"
#include "rules/decide.h"

static const char pack[] =
    "id: proef\nversion: \"1\"\nname: Proef\nvalid_from: 2020-01-01\n"
    "grounds:\n"
    "  t: { kind: toestemming, special: yes, youth_from: 16,\n"
    "    else: ouders }\n"
    "domain_sets:\n"
    "  z: { label: Z, domains: [\n"
    "    { id: werk, label: Werk, class: gewoon },\n"
    "    { id: geld, label: Geld, class: gezin }] }\n"
    "checklists:\n"
    "  alles:\n"
    "    - { id: fact, label: L, fact: destination }\n"
    "    - { id: happened, label: L, agreement: plek }\n"
    "    - { id: record, label: L, record: opp, answer: yes }\n"
    "    - { id: state, label: L, record: work_profile }\n"
    "    - { id: field, label: L, field: youth.phone, answer: yes }\n"
    "    - { id: strict, label: L, field: youth.email }\n"
    "    - { id: said, label: L, answer: yes,\n"
    "        statement: { section: houding, voice: ouders } }\n"
    "    - { id: ground, label: L,\n"
    "        ground: { section: arbeid, purpose: bemiddeling } }\n"
    "    - { id: domains, label: L, domains: z, answer: yes }\n";

static struct region region;

static int
start(void **state)
{
	region_start(&region);
	region_pack(&region, pack);
	region_add(&region, "party", "code=wsp", "kind=wsp", NULL);
	return 0;
}

static int
end(void **state)
{
	region_end(&region);
	return 0;
}

#define ONE "youth=1"

static void
plain_youth(void)
{
	region_add(&region, "youth", "ref=AAAAAAAA1",
	    "birth_date=2008-03-12", "opened_on=2025-09-01", NULL);
}

/* What is missing on a day, ids with blanks between. */
static void
assert_missing(const char *day, const char *wanted)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_checked checked;
	struct ds_row youth;
	char found[256] = "";
	size_t i;

	if (region.session == NULL) {
		region_close_fill(&region);
		region_open(&region, "2026-05-10", NULL);
	}
	region_ok(ds_book_read(&youth, &region.arena, region.session->book,
	    DS_YOUTH, 1, &err), &err);
	region_ok(ds_checklist_of(&checked, region.session, &region.arena,
	    &youth, ds_day_from_iso(day), "alles", &err), &err);
	assert_non_null(checked.list);
	for (i = 0; i < checked.count; i++)
		snprintf(found + strlen(found), sizeof found - strlen(found),
		    "%s%s", i > 0 ? " " : "", checked.missing[i].id);
	assert_string_equal(found, wanted);
}

#define ALL "fact happened record state field strict said ground werk geld"

static void
an_empty_dossier_lacks_everything(void **state)
{
	plain_youth();
	assert_missing("2026-05-10", ALL);
}

static void
a_full_one_lacks_nothing_from_the_day_it_is_full(void **state)
{
	region_add(&region, "youth", "ref=AAAAAAAA1",
	    "birth_date=2008-03-12", "phone=06-11112222",
	    "email=zoe@voorbeeld.example", "opened_on=2025-09-01", NULL);
	region_add(&region, "party", "code=02QZ00", "kind=school", NULL);
	region_add(&region, "enrolment", ONE, "school=2",
	    "destination=betaald-werk", NULL);
	region_add(&region, "agreement", ONE, "kind=plek", "text=Kas",
	    "on=2026-01-10", NULL);
	region_add(&region, "opp", ONE, "on=2026-01-11", NULL);
	region_add(&region, "work_profile", ONE, "from=2026-01-12",
	    "until=2026-03-31", NULL);
	region_add(&region, "statement", ONE, "section=houding",
	    "voice=ouders", "text=Goed", "author=M. Berg", "on=2026-01-13",
	    NULL);
	region_add(&region, "ground", ONE, "sections=arbeid registers",
	    "recipient=1", "kind=toestemming", "purpose=bemiddeling",
	    "given_by=jongere", "from=2026-01-14", NULL);
	region_add(&region, "life_domain", ONE, "set=z", "domain=werk",
	    "on=2026-01-15", "score=3", NULL);
	region_add(&region, "life_domain", ONE, "set=z", "domain=geld",
	    "on=2026-01-15", "own_words=Het gaat wel", NULL);
	assert_missing("2026-01-09", "happened record state said ground werk "
	    "geld");
	assert_missing("2026-01-15", "");
	/* What has ended does not count any more. */
	assert_missing("2026-04-01", "state");
}

static void
an_answer_is_enough_where_the_pack_says_so(void **state)
{
	static const char *const subjects[] = { "subject=opp",
	    "subject=work_profile", "subject=youth.phone",
	    "subject=youth.email", "subject=statement:houding",
	    "subject=life_domain:werk" };
	size_t i;

	plain_youth();
	for (i = 0; i < sizeof subjects / sizeof subjects[0]; i++)
		region_add(&region, "answer", ONE, subjects[i], i % 2 ?
		    "answer=niets" : "answer=geweigerd", "on=2026-02-01",
		    NULL);
	assert_missing("2026-01-31", ALL);
	assert_missing("2026-02-01",
	    "fact happened state strict ground geld");
}

static void
a_missing_voice_is_answered_by_its_name(void **state)
{
	plain_youth();
	region_add(&region, "answer", ONE, "subject=statement:ouders",
	    "answer=geweigerd", "on=2026-02-01", NULL);
	assert_missing("2026-02-01",
	    "fact happened record state field strict ground werk geld");
}

/* Another voice, section, purpose or giver is something else. */
static void
what_is_near_does_not_count(void **state)
{
	plain_youth();
	region_add(&region, "statement", ONE, "section=houding",
	    "voice=school", "text=Goed", "author=Els", "on=2026-01-13", NULL);
	region_add(&region, "statement", ONE, "section=kennis",
	    "voice=ouders", "text=Goed", "author=M.", "on=2026-01-13", NULL);
	region_add(&region, "ground", ONE, "sections=arbeid", "recipient=1",
	    "kind=toestemming", "purpose=jeugdhulp", "given_by=jongere",
	    "from=2026-01-14", NULL);
	region_add(&region, "ground", ONE, "sections=arbeid", "recipient=1",
	    "kind=toestemming", "purpose=bemiddeling", "given_by=ouders",
	    "from=2026-01-14", NULL);
	region_add(&region, "life_domain", ONE, "set=y", "domain=werk",
	    "on=2026-01-15", "score=3", NULL);
	region_add(&region, "life_domain", ONE, "set=z", "domain=geld",
	    "on=2026-01-15", NULL);
	assert_missing("2026-05-10", ALL);
}

/* ---- one domain: the newest counts, a value of the same day wins ---- */

static void
asked_of_a_domain(void **state)
{
	static const struct {
		const char *day;
		enum ds_asked wanted;
	} days[] = {
		{ "2025-12-31", DS_NOT_ASKED }, { "2026-01-01", DS_DECLINED },
		{ "2026-02-01", DS_FOUND }, { "2026-03-01", DS_NOTHING },
		{ "2026-04-01", DS_FOUND }
	};
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const struct ds_pack *own;
	struct ds_library *library;
	struct ds_domain_rows rows;
	const char *why;
	size_t i;

	plain_youth();
	region_add(&region, "answer", ONE, "subject=life_domain:werk",
	    "answer=geweigerd", "on=2026-01-01", NULL);
	region_add(&region, "life_domain", ONE, "set=z", "domain=werk",
	    "on=2026-02-01", "view=Zoekt werk", NULL);
	region_add(&region, "answer", ONE, "subject=life_domain:werk",
	    "answer=niets", "on=2026-03-01", NULL);
	region_add(&region, "answer", ONE, "subject=life_domain:werk",
	    "answer=geweigerd", "on=2026-04-01", NULL);
	region_add(&region, "life_domain", ONE, "set=z", "domain=werk",
	    "on=2026-04-01", "score=4", NULL);
	region_close_fill(&region);
	region_open(&region, "2026-05-10", NULL);
	region_ok(ds_session_library(&library, region.session, &err), &err);
	region_ok(ds_library_pack(&own, library, NULL, region.session->today,
	    &why, &err), &err);
	region_ok(ds_domain_rows_read(&rows, region.session, &region.arena, 1,
	    &err), &err);
	for (i = 0; i < sizeof days / sizeof days[0]; i++)
		assert_int_equal(ds_domain_asked(NULL, &rows,
		    ds_pack_domain_set(own, "z"), "werk",
		    ds_day_from_iso(days[i].day)), days[i].wanted);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		EACH(an_empty_dossier_lacks_everything),
		EACH(a_full_one_lacks_nothing_from_the_day_it_is_full),
		EACH(an_answer_is_enough_where_the_pack_says_so),
		EACH(a_missing_voice_is_answered_by_its_name),
		EACH(what_is_near_does_not_count),
		EACH(asked_of_a_domain)
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
