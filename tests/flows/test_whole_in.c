/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Dossiers that come in: whom they name, who may change what, what others
 * did meanwhile, and memory that runs out.
 */
#include "flows/office.h"

static struct office office;
static dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
static char zoe[DOSSIER_REF_SIZE];

#define HEAD "dossier: 1\nref: %s\n"

/* ---- an office with Zoë, who has health data and a jobcoach ---- */

static const char people[] =
    "naam;telefoon;rol;organisatie\n"
    "Jo Smit;0612345678;mentor;02QZ00\n"
    "Jo Smit;0687654321;jobcoach;werk\n"
    "Vrij Willig;;vrijwilliger;werk\n"
    "Reg Zonder;;regisseur-zonder-mandaat;werk\n";

/* A dossier file; *again and the document are dropped. */
static dossier_status
take(const char *format, const char *as, const char *reason)
{
	dossier_session_options options = office_options(&office);
	char text[4000], *again;
	dossier_document *doc;
	dossier_status status;
	size_t size;

	snprintf(text, sizeof text, format, zoe);
	dossier_session_close(office.session);
	options.as = as;
	options.action = "edit";
	ds_error_reset(&err);
	region_ok(dossier_session_open(&office.session, &options, &err),
	    &err);
	status = dossier_edit_apply(&doc, &again, &size, office.session, zoe,
	    text, strlen(text), reason, &err);
	free(office.json);
	office.json = NULL;
	if (status == DOSSIER_OK)
		office.json = region_print(doc, DOSSIER_JSON);
	dossier_edit_free(again);
	return status;
}

static void
took(const char *format)
{
	region_ok(take(format, NULL, "test"), &err);
}

/* Refused, with that in the message. */
static void
refused(const char *format, const char *as, const char *why)
{
	int64_t before = office_int(&office, "SELECT count(*) FROM event");

	if (take(format, as, NULL) == DOSSIER_OK)
		fail_msg("taken: %s", format);
	if (strstr(err.message, why) == NULL)
		fail_msg("\"%s\" is not: %s", why, err.message);
	assert_int_equal(office_int(&office, "SELECT count(*) FROM event"),
	    before);
}

static int
setup(void **state)
{
	struct ds_arena arena = {0};
	struct ds_row youth;

	office_start(&office);
	office_take(&office, "code;soort;naam\n02QZ00;school;De Linde\n"
	    "werk;werkgever;Kas\n", "2 0 0 0");
	office_take(&office, people, "4 0 0 0");
	office_take(&office, "Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente\n"
	    "1;Zoë;Berg;02QZ00;0505\n", "1 0 0 0");
	region_ok(ds_book_read(&youth, &arena, office.session->book,
	    DS_YOUTH, 1, &err), &err);
	snprintf(zoe, sizeof zoe, "%s", ds_row_text(&youth,
	    DS_F_YOUTH_REF));
	ds_arena_free(&arena);
	took(HEAD "register:\n  - register: doelgroepregister\n"
	    "    status: aangevraagd\n    from: 2026-01-01\n"
	    "work_profile:\n  - guidance: licht\n    transport: [fiets]\n");
	return 0;
}

static int
teardown(void **state)
{
	office_end(&office);
	return 0;
}

/* The text that a person would get to edit. */
static char *
text_for(const char *as)
{
	dossier_session_options options = office_options(&office);
	char whole[DOSSIER_REF_SIZE], *text;
	size_t size;

	dossier_session_close(office.session);
	options.as = as;
	ds_error_reset(&err);
	region_ok(dossier_session_open(&office.session, &options, &err),
	    &err);
	region_ok(dossier_edit_text(&text, &size, whole, office.session, zoe,
	    &err), &err);
	assert_string_equal(whole, zoe);
	assert_int_equal(strlen(text), size);
	return text;
}

/* ---- whom it names ---- */

static void
test_two_contacts_with_one_name(void **state)
{
	char *text;

	refused(HEAD "agreement:\n  - kind: plek\n    on: 2026-01-12\n"
	    "    owner: Jo Smit\n", NULL, "More than one contact");
	assert_non_null(strstr(err.advice, "Jo Smit@CODE"));
	took(HEAD "agreement:\n  - kind: plek\n    on: 2026-01-12\n"
	    "    owner: Jo Smit@werk\n");
	assert_int_equal(office_int(&office, "SELECT c.phone = "
	    "'0687654321' FROM agreement a JOIN contact c ON c.id = "
	    "a.owner"), 1);
	text = text_for(NULL);
	assert_non_null(strstr(text, "owner: Jo Smit@werk\n"));
	dossier_edit_free(text);
	refused(HEAD "agreement:\n  - id: 1\n    owner: Jo Smit#9999\n",
	    NULL, "no contact Jo Smit#9999");
}

static void
test_a_meeting_is_found_by_its_fields(void **state)
{
	static const char meeting[] = HEAD "discussion:\n  - meeting:\n"
	    "      kind: uitstroomoverleg\n      on: 2026-01-05\n"
	    "      school: 02QZ00\n";

	took(meeting);
	took(HEAD "discussion:\n  - id: 1\n    meeting:\n"
	    "      kind: uitstroomoverleg\n      on: 2026-01-06\n");
	assert_int_equal(office_int(&office, "SELECT count(*) FROM meeting"),
	    2);
	refused(HEAD "discussion:\n  - id: 1\n    meeting:\n      id: 2\n"
	    "      kind: uitstroomoverleg\n      on: 2026-01-07\n", NULL,
	    "also of other dossiers");
	took(HEAD "discussion:\n  - id: 1\n    meeting:\n"
	    "      kind: uitstroomoverleg\n      on: 2026-01-05\n"
	    "      school: 02QZ00\n");
	assert_int_equal(office_int(&office, "SELECT count(*) FROM meeting"),
	    2);
}

/* ---- into a store that does not know it ---- */

static dossier_status
bring(const char *text)
{
	const dossier_intake_options options = { .as_of = DOSSIER_NO_DAY,
	    .kind = "dossier" };

	return office_try(&office, text, &options, &err);
}

static const char stranger[] =
    "dossier: 1\nref: 000000000\nstate: 99999\n"
    "youth: {given_name: Noor, birth_date: 2009-03-12}\n"
    "identifier:\n  - {id: 8, kind: bsn, value: \"******782\"}\n"
    "enrolment:\n  - {id: 9, school: 03AB00, from: 2021-08-01}\n"
    "residence:\n  - {id: 3, municipality: \"0344\"}\n"
    "delivery:\n  - {id: 1, party: \"0344\", on: 2026-01-02, "
    "ground: wettelijke-taak, fields: x, digest: y, "
    "grounds: \"77 78\"}\n"
    "ground:\n"
    "  - {id: 78, sections: [school], recipient: \"0344\", "
    "kind: wettelijke-taak, from: 2026-01-01}\n"
    "  - {id: 77, sections: [opp], recipient: \"0344\", "
    "kind: wettelijke-plicht, from: 2026-01-01}\n";

static void
test_a_dossier_of_another_store(void **state)
{
	region_ok(bring(stranger), &err);
	/* Known by their codes only; the numbers of grounds are ours. */
	assert_non_null(strstr(office.json, "03AB00 was not known yet"));
	assert_non_null(strstr(office.json, "******782: most of this"));
	assert_int_equal(office_int(&office, "SELECT count(*) FROM party "
	    "WHERE stub = 1 AND code IN ('03AB00', '0344')"), 2);
	assert_int_equal(office_int(&office, "SELECT count(*) FROM youth "
	    "WHERE ref = '000000000' AND opened_on = '2026-01-12'"), 1);
	assert_int_equal(office_int(&office, "SELECT count(*) FROM delivery "
	    "WHERE grounds = (SELECT b.id || ' ' || a.id FROM ground a, "
	    "ground b WHERE a.kind = 'wettelijke-taak' AND "
	    "b.kind = 'wettelijke-plicht')"), 1);
	snprintf(zoe, sizeof zoe, "000000000");
	refused(HEAD "reason: weg\nground: []\n", NULL,
	    "used to hand data over");
	refused(HEAD "reason: weg\ndelivery: []\n", NULL,
	    "kept by the software itself");
	office_sound(&office);
}

static void
test_what_is_not_there_is_refused(void **state)
{
	int64_t before = office_int(&office, "SELECT count(*) FROM event");

	assert_int_equal(bring("- dossier: 1\n  youth: {given_name: A}\n"
	    "  lead: [{party: 02QZ00, contact: Niemand, from: 2026-01-01}]\n"
	    "- dossier: 1\n  ref: 7QK2M4XVX\n"
	    "- dossier: 1\n  placement: [{place: P9}]\n"),
	    DOSSIER_INVALID);
	assert_non_null(strstr(err.message, "no contact Niemand"));
	assert_non_null(strstr(err.advice, "3, 5, 7"));
	assert_int_equal(office_int(&office, "SELECT count(*) FROM event"),
	    before);
}

/* ---- who may ---- */

static void
test_what_a_role_does_not_see_stays(void **state)
{
	char *text = text_for("Reg Zonder");

	/* Nothing was granted: not even that there are such records. */
	assert_null(strstr(text, "status: aangevraagd"));
	assert_null(strstr(text, "guidance: licht"));
	assert_null(strstr(text, "given_name"));
	region_ok(take(HEAD "register: []\nwork_profile: []\n",
	    "Reg Zonder", "weg"), &err);
	assert_int_equal(office_int(&office,
	    "SELECT count(*) FROM register"), 1);
	dossier_edit_free(text);
	refused(HEAD "register:\n  - id: 1\n    status: opgenomen\n",
	    "Reg Zonder", "does not belong to this dossier");
	refused(HEAD "youth:\n  phone: 06-12345678\n", "Reg Zonder",
	    "not for you to see");
	refused(HEAD "youth:\n  birth_date: null\n", "Reg Zonder",
	    "not for you to see");
	refused(HEAD "care:\n  - from: 2026-01-01\n    kind: jeugdhulp\n",
	    "Reg Zonder", "not for you to see");
}

static void
test_who_may_not_edit_does_not(void **state)
{
	refused(HEAD "youth:\n  phone: 06-12345678\n", "Vrij Willig",
	    "In the role");
	assert_int_equal(err.status, DOSSIER_FORBIDDEN);
	refused(HEAD "placement:\n  - place: P1\n", "Reg Zonder", "P1");
}

/* ---- what hangs together ---- */

static void
test_grounds_are_given_by_who_may(void **state)
{
	took(HEAD "ground:\n  - sections: [school]\n    recipient: \"0505\"\n"
	    "    kind: wettelijke-taak\n    from: 2026-01-01\n");
	refused(HEAD "ground:\n  - sections: [school]\n"
	    "    recipient: werk\n    kind: toestemming\n"
	    "    given_by: jongere\n    from: 2026-01-01\n  - id: 1\n"
	    "youth:\n  birth_date: 2015-01-01\n", NULL,
	    "given by who may not give it");
	took(HEAD "ground: []\n");
	assert_int_equal(office_int(&office, "SELECT count(*) FROM ground"),
	    0);
}

static void
test_lanes_close_and_do_not_overlap(void **state)
{
	took(HEAD "work_profile:\n  - id: 1\n  - from: 2026-06-01\n"
	    "    guidance: geen\n");
	assert_int_equal(office_int(&office, "SELECT until = '2026-05-31' "
	    "FROM work_profile WHERE id = 1"), 1);
	refused(HEAD "work_profile:\n  - id: 1\n    until: 2026-07-01\n"
	    "  - id: 2\n", NULL, "hold on the same days");
	took(HEAD "work_profile:\n  - id: 1\n    until: 2026-07-01\n"
	    "  - id: 2\n    from: 2026-07-02\n");
}

/* Somebody removed what is changed here, or changed what is removed. */
static void
test_removals_by_others(void **state)
{
	char text[200];
	int64_t seen = office_int(&office, "SELECT max(id) FROM event");

	took(HEAD "register:\n  - id: 1\n    status: opgenomen\n");
	snprintf(text, sizeof text, HEAD "state: %lld\nreason: weg\n"
	    "register: []\n", "%s", (long long)seen);
	refused(text, NULL, "changed meanwhile");
	assert_int_equal(err.status, DOSSIER_CONFLICT);
	seen = office_int(&office, "SELECT max(id) FROM event");
	took(HEAD "register: []\n");
	snprintf(text, sizeof text, HEAD "state: %lld\n"
	    "register:\n  - id: 1\n    source: UWV\n", "%s",
	    (long long)seen);
	refused(text, NULL, "removed meanwhile");
	snprintf(text, sizeof text, HEAD "state: %lld\n"
	    "register:\n  - id: 1\n    status: opgenomen\n", "%s",
	    (long long)seen);
	took(text);
	assert_non_null(strstr(office.json, "\"changes\":[]"));
	office_sound(&office);
}

/* ---- memory ---- */

static void
test_no_memory(void **state)
{
	static const char file[] = HEAD "youth:\n  phone: 06-12345678\n"
	    "register: []\nreason: weg\nopp:\n  - on: 2026-01-12\n"
	    "    level: A\nagreement:\n  - kind: plek\n"
	    "    on: 2026-01-12\n    owner: Jo Smit@werk\n"
	    "discussion:\n  - meeting: {kind: uitstroomoverleg, "
	    "on: 2026-01-05}\n";
	int64_t before = office_int(&office, "SELECT count(*) FROM event");
	char text[1000], *again;
	dossier_document *doc;
	dossier_status status;
	unsigned long n;
	size_t size;

	snprintf(text, sizeof text, file, zoe);
	for (n = 1;; n++) {
		ds_error_reset(&err);
		ds_mem_fail_at(n);
		status = dossier_edit_apply(&doc, &again, &size,
		    office.session, zoe, text, strlen(text), NULL, &err);
		if (!ds_mem_failed())
			break;
		ds_mem_fail_at(0);
		dossier_document_free(doc);
		if (status == DOSSIER_OK)
			fail_msg("done without allocation %lu", n);
		assert_int_equal(status, DOSSIER_NO_MEMORY);
		assert_int_equal(office_int(&office,
		    "SELECT count(*) FROM event"), before);
	}
	ds_mem_fail_at(0);
	region_ok(status, &err);
	dossier_document_free(doc);
}

static void
test_no_memory_for_the_text(void **state)
{
	char whole[DOSSIER_REF_SIZE], *text;
	dossier_status status;
	unsigned long n;
	size_t size;

	for (n = 1;; n++) {
		ds_error_reset(&err);
		ds_mem_fail_at(n);
		status = dossier_edit_text(&text, &size, whole,
		    office.session, zoe, &err);
		if (!ds_mem_failed())
			break;
		ds_mem_fail_at(0);
		assert_int_equal(status, DOSSIER_NO_MEMORY);
		assert_null(text);
	}
	ds_mem_fail_at(0);
	region_ok(status, &err);
	dossier_edit_free(text);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_two_contacts_with_one_name),
		TEST(test_a_meeting_is_found_by_its_fields),
		TEST(test_a_dossier_of_another_store),
		TEST(test_what_is_not_there_is_refused),
		TEST(test_what_a_role_does_not_see_stays),
		TEST(test_who_may_not_edit_does_not),
		TEST(test_grounds_are_given_by_who_may),
		TEST(test_lanes_close_and_do_not_overlap),
		TEST(test_removals_by_others),
		TEST(test_no_memory),
		TEST(test_no_memory_for_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
