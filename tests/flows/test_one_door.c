/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The same wrong record by each door: a row of CSV, a dossier file, the text
 * of the editor. All refuse it with one sentence, each at its own place, and
 * nothing is changed.
 */
#include "flows/office.h"

static struct office office;
static dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
static char zoe[DOSSIER_REF_SIZE];

/* ---- Zoë lives in Lochem; she is in the register of the jobs agreement ---- */

static int
setup(void **state)
{
	const dossier_intake_options entry = { .kind = "register",
	    .as_of = DOSSIER_NO_DAY };
	struct ds_arena arena = {0};
	struct ds_row youth;

	office_start(&office);
	office_take(&office, "code;soort;naam\n02QZ00;school;De Linde\n"
	    "9901;sociale-dienst;SDD\n0262;gemeente;Lochem\n", "3 0 0 0");
	office_take(&office, "naam;telefoon;rol;organisatie\n"
	    "Reg Zonder;;regisseur-zonder-mandaat;9901\n", "1 0 0 0");
	office_take(&office, "Stamnummer;Roepnaam;Achternaam;BRIN;Gemeente;"
	    "Geboortedatum\n1;Zoë;Berg;02QZ00;0262;01-02-2010\n",
	    "1 0 0 0");
	office_with(&office, "Stamnummer;register;status;from\n"
	    "1;doelgroepregister;opgenomen;01-03-2025\n", &entry, "1 0 0 0");
	region_ok(ds_book_read(&youth, &arena, office.session->book,
	    DS_YOUTH, 1, &err), &err);
	snprintf(zoe, sizeof zoe, "%s", ds_row_text(&youth,
	    DS_F_YOUTH_REF));
	ds_arena_free(&arena);
	return 0;
}

static int
teardown(void **state)
{
	office_end(&office);
	return 0;
}

static void
work_as(const char *who)
{
	dossier_session_options options = office_options(&office);

	dossier_session_close(office.session);
	options.as = who;
	ds_error_reset(&err);
	region_ok(dossier_session_open(&office.session, &options, &err),
	    &err);
}

/* ---- the doors ---- */

struct wrong {
	const char *kind;
	const char *header, *cells;	/* the second row of a file */
	const char *column;		/* JSON */
	const char *item;		/* of the list, from line 4 on */
	int line;
	const char *reason;
};

static void
refused_as_csv(const struct wrong *w)
{
	const dossier_intake_options options = { .as_of = DOSSIER_NO_DAY,
	    .kind = strcmp(w->kind, "wage_value") == 0 ? "wagevalue" :
	    w->kind };
	char text[600], place[100];

	snprintf(text, sizeof text, "Stamnummer;%s\n1;%s\n", w->header,
	    w->cells);
	office_with(&office, text, &options, "0 0 0 1");
	snprintf(place, sizeof place, "\"row\":2,\"column\":%s", w->column);
	office_says(&office, place);
	office_says(&office, w->reason);
}

static void
said_at(const struct wrong *w, const char *door)
{
	if (strstr(err.message, w->reason) == NULL || err.line != w->line)
		fail_msg("%s, %s: line %d, %s", w->kind, door, err.line,
		    err.message);
}

static void
refused_as_file(const struct wrong *w, const char *text)
{
	const dossier_intake_options options = { .kind = "dossier",
	    .as_of = DOSSIER_NO_DAY };

	if (office_try(&office, text, &options, &err) == DOSSIER_OK)
		fail_msg("taken: %s", text);
	said_at(w, "file");
	assert_string_equal(err.file, office.file);
}

static void
refused_in_editor(const struct wrong *w, const char *text)
{
	dossier_document *doc = NULL;
	char *again;
	size_t size;

	ds_error_reset(&err);
	if (dossier_edit_apply(&doc, &again, &size, office.session, zoe,
	    text, strlen(text), NULL, &err) == DOSSIER_OK)
		fail_msg("taken: %s", text);
	said_at(w, "editor");
	assert_string_equal(err.file, "");
	dossier_edit_free(again);
	dossier_document_free(doc);
}

static void
refused_everywhere(const struct wrong *w)
{
	int64_t before;
	char text[800], count[80];

	snprintf(count, sizeof count, "SELECT count(*) FROM \"%s\"",
	    w->kind);
	before = office_int(&office, count);
	snprintf(text, sizeof text, "dossier: 1\nref: %s\n%s:\n%s", zoe,
	    w->kind, w->item);
	refused_as_csv(w);
	refused_as_file(w, text);
	refused_in_editor(w, text);
	assert_int_equal(office_int(&office, count), before);
}

/* ---- what is wrong ---- */

static const struct wrong all[] = {
	{ "register", "register;status;from",
	    "beschut-werk;opgenomen;01-09-2025", "\"register\"",
	    "  - id: 1\n  - status: opgenomen\n    register: beschut-werk\n"
	    "    from: 2025-09-01\n", 6, "this excludes the entry" },
	{ "wage_value", "Loonwaarde;Gemeten op;Methode",
	    "60;02-12-2025;Dariuz", "\"Methode\"",
	    "  - value: 60\n    measured_on: 2025-12-02\n"
	    "    method: Dariuz\n", 6,
	    "this region works with one method for wage values" },
	{ "wage_value", "Loonwaarde;Gemeten op;Geldig tot",
	    "60;02-12-2025;01-12-2025", "\"Geldig tot\"",
	    "  - value: 60\n    measured_on: 2025-12-02\n"
	    "    valid_until: 2025-12-01\n", 6,
	    "the last day lies before the first" },
	{ "life_domain", "set;domain;on",
	    "zrm-2018;financien;01-09-2025", "\"set\"",
	    "  - set: zrm-2018\n    domain: financien\n"
	    "    on: 2025-09-01\n", 4,
	    "the rules of this region do not have this set" },
	{ "life_domain", "set;domain;on",
	    "zrm-2017;verslaving;01-09-2025", "\"domain\"",
	    "  - set: zrm-2017\n    domain: verslaving\n"
	    "    on: 2025-09-01\n", 5, "this set has no life domain" },
	{ "life_domain", "set;domain;on;score",
	    "zrm-2017;justitie;01-09-2025;6", "\"score\"",
	    "  - set: zrm-2017\n    domain: justitie\n"
	    "    on: 2025-09-01\n    score: 6\n", 7,
	    "this score is not on the scale" },
	{ "moment", "kind;on", "bezoek;13-01-2026", "\"on\"",
	    "  - kind: bezoek\n    on: 2026-01-13\n", 5,
	    "this day lies in the future" },
	{ "moment", "kind;on", "notitie;12-01-2026", "\"text\"",
	    "  - kind: notitie\n    on: 2026-01-12\n", 4,
	    "a note without a text says nothing" },
	{ "statement", "section;voice;text;author;on",
	    "zienswijze;school;Nee;Els;12-01-2026", "\"voice\"",
	    "  - section: zienswijze\n    voice: school\n    text: Nee\n"
	    "    author: Els\n    on: 2026-01-12\n", 5,
	    "is for the learner's own words" },
	{ "answer", "subject;answer;on",
	    "youth.fone;niets;12-01-2026", "\"subject\"",
	    "  - subject: youth.fone\n    answer: niets\n"
	    "    on: 2026-01-12\n", 4, "nothing in a dossier is called so" },
	{ "answer", "subject;answer;on",
	    "life_domain:geld;niets;12-01-2026", "\"subject\"",
	    "  - subject: life_domain:geld\n    answer: niets\n"
	    "    on: 2026-01-12\n", 4, "nothing in a dossier is called so" },
	{ "ground", "sections;recipient;kind;given_by;from",
	    "school;9901;toestemming;jongere;01-09-2025",
	    "\"given_by\"", "  - sections: [school]\n"
	    "    recipient: 9901\n    kind: toestemming\n"
	    "    given_by: jongere\n    from: 2025-09-01\n", 7,
	    "the ground was given by who may not give it" },
	{ "ground", "sections;recipient;kind;from",
	    "school;9901;toestemming;01-09-2025", "\"given_by\"",
	    "  - sections: [school]\n    recipient: 9901\n"
	    "    kind: toestemming\n    from: 2025-09-01\n", 4,
	    "the ground does not say who gave it" },
	{ "agreement", "Soort afspraak;Afspraak;Afgesproken op;Uiterlijk",
	    "ondersteuning;Bellen;10-01-2026;09-01-2026", "\"Uiterlijk\"",
	    "  - kind: ondersteuning\n    text: Bellen\n"
	    "    on: 2026-01-10\n    due: 2026-01-09\n", 7,
	    "the last day lies before the first" },
	{ "residence", "gemeente;from", "9901;01-09-2025", "\"gemeente\"",
	    "  - id: 1\n  - municipality: 9901\n    from: 2025-09-01\n", 5,
	    "9901 is no municipality" },
};

static void
test_one_sentence_at_every_door(void **state)
{
	size_t i;

	for (i = 0; i < sizeof all / sizeof all[0]; i++)
		refused_everywhere(&all[i]);
	office_sound(&office);
}

/* The enrolment comes with the pupil's row. */
static void
test_a_school_is_a_school(void **state)
{
	static const struct wrong w = { "enrolment", NULL, NULL, NULL, NULL,
	    5, "9901 is no school" };
	char text[200];

	office_take(&office, "Stamnummer;Roepnaam;Achternaam;BRIN\n"
	    "2;Bram;Smit;9901\n", "0 0 0 1");
	office_says(&office, "\"row\":2,\"column\":\"BRIN\"");
	office_says(&office, w.reason);
	snprintf(text, sizeof text, "dossier: 1\nref: %s\nenrolment:\n"
	    "  - id: 1\n    school: 9901\n", zoe);
	refused_as_file(&w, text);
	refused_in_editor(&w, text);
}

/* To agree on a place is to place: not for who may not. */
static void
test_an_agreed_place_is_placing(void **state)
{
	static const struct wrong w = { "agreement",
	    "Soort afspraak;Afspraak;Afgesproken op",
	    "plek;Bakkerij;10-01-2026", "\"Soort afspraak\"",
	    "  - kind: plek\n    text: Bakkerij\n    on: 2026-01-10\n", 4,
	    "this is not for you to do" };

	work_as("Reg Zonder@9901");
	refused_everywhere(&w);
}

/*
 * Who moved keeps what the last region measured: the rules are those of
 * where she lived on the day of the record.
 */
static void
test_the_rules_of_where_she_lived(void **state)
{
	static const struct wrong w = { "wage_value",
	    "Loonwaarde;Gemeten op;Methode", "60;02-12-2025;Dariuz",
	    "\"Methode\"", "  - value: 60\n    measured_on: 2025-12-02\n"
	    "    method: Dariuz\n", 6, "one method" };
	const dossier_intake_options options = { .kind = "wagevalue",
	    .as_of = DOSSIER_NO_DAY };
	const dossier_intake_options moved = { .kind = "residence",
	    .as_of = DOSSIER_NO_DAY };

	office_with(&office, "Stamnummer;gemeente;from\n1;0505;01-01-2026\n",
	    &moved, "1 0 0 0");
	refused_everywhere(&w);
	office_with(&office, "Stamnummer;Loonwaarde;Gemeten op;Methode\n"
	    "1;60;02-01-2026;Dariuz\n", &options, "1 0 0 0");
}

/* One file can hold both: they are refused, whichever comes first. */
static void
test_two_in_one_file(void **state)
{
	static const struct wrong w = { "register", NULL, NULL, NULL, NULL,
	    6, "this excludes the entry" };

	refused_as_file(&w, "dossier: 1\nyouth: {given_name: Noor}\n"
	    "register:\n  - from: 2025-01-01\n    status: opgenomen\n"
	    "    register: beschut-werk\n  - from: 2025-06-01\n"
	    "    status: opgenomen\n    register: doelgroepregister\n");
	assert_non_null(strstr(err.advice, "6, 9"));
}

/* What was entered and ended excludes nothing any more. */
static void
test_what_ended_excludes_nothing(void **state)
{
	const dossier_intake_options options = { .kind = "dossier",
	    .as_of = DOSSIER_NO_DAY };

	region_ok(office_try(&office, "dossier: 1\n"
	    "youth: {given_name: Noor}\nregister:\n"
	    "  - {from: 2025-01-01, status: opgenomen, "
	    "register: beschut-werk}\n"
	    "  - {from: 2025-06-01, status: beeindigd, "
	    "register: beschut-werk}\n"
	    "  - {from: 2025-06-01, status: opgenomen, "
	    "register: doelgroepregister}\n", &options, &err), &err);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_one_sentence_at_every_door),
		TEST(test_a_school_is_a_school),
		TEST(test_an_agreed_place_is_placing),
		TEST(test_the_rules_of_where_she_lived),
		TEST(test_two_in_one_file),
		TEST(test_what_ended_excludes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
