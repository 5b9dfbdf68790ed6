/* SPDX-License-Identifier: EUPL-1.2 */
/* Intake of a case: lanes, keys, and that no memory is a status. */
#include "flows/office.h"

#define PUPILS "Stamnummer;Roepnaam;Achternaam;BRIN;Geboortedatum\n" \
	"1;Zoë;Berg;02QZ00;01-02-2010\n2;Jan;Wit;02QZ00;01-02-2007\n"

static struct office office;

static int
start(void **state)
{
	office_start(&office);
	office_take(&office, PUPILS, "2 0 0 0");
	office_take(&office, "Code;Soort;Naam\n9901;sociale-dienst;SDD\n",
	    "1 0 0 0");
	return 0;
}

static int
end(void **state)
{
	office_sound(&office);
	office_end(&office);
	return 0;
}

static void
take(const char *kind, const char *text, const char *counts)
{
	const dossier_intake_options options = { .kind = kind,
	    .as_of = DOSSIER_NO_DAY };

	office_with(&office, text, &options, counts);
}

static void
assert_count(const char *sql, int64_t wanted)
{
	assert_int_equal(office_int(&office, sql), wanted);
}

/* A state is one record a day: closed by the next, never overlapped. */
static void
test_a_lane(void **state)
{
	take("scheme", "Stamnummer;scheme;from;until\n"
	    "1;wajong;01-03-2025;\n1;participatiewet;01-09-2025;\n",
	    "2 0 0 0");
	assert_count("SELECT count(*) FROM scheme WHERE until = "
	    "'2025-08-31'", 1);
	/* Longer than until the next begins; in the midst; no day at all. */
	take("scheme", "Stamnummer;scheme;from;until\n"
	    "1;wajong;01-03-2025;01-10-2025\n1;geen;01-06-2025;\n"
	    "1;geen;;\n", "0 0 0 3");
	/* Known again by its first day: its end is put right. */
	take("scheme", "Stamnummer;scheme;from;until\n"
	    "1;wajong;01-03-2025;31-07-2025\n", "0 1 0 0");
	/* Before all others, with an end of its own. */
	take("scheme", "Stamnummer;scheme;from;until\n"
	    "1;geen;01-01-2025;28-02-2025\n", "1 0 0 0");
	assert_count("SELECT count(*) FROM scheme", 3);
}

/* The first of a lane may have an open start; then days are needed. */
static void
test_an_open_start(void **state)
{
	take("scheme", "Stamnummer;scheme\n1;wajong\n", "1 0 0 0");
	take("scheme", "Stamnummer;scheme\n1;wajong\n", "0 0 1 0");
	take("scheme", "Stamnummer;scheme\n1;geen\n", "0 1 0 0");
	take("scheme", "Stamnummer;scheme;from\n1;wajong;01-09-2025\n",
	    "1 0 0 0");
	take("scheme", "Stamnummer;scheme\n1;wajong\n1;geen\n",
	    "0 0 1 1");
}

/* Measured stands side by side: by day, by source. */
static void
test_side_by_side(void **state)
{
	take("life_domain", "Stamnummer;set;domain;on;score;"
	    "assessor\n"
	    "1;zrm-2017;justitie;01-03-2025;2;A\n"
	    "1;zrm-2017;justitie;01-09-2025;3;A\n"
	    "1;zrm-2017;justitie;01-09-2025;4;B\n"
	    "1;zrm-2017;justitie;01-09-2025;5;B\n", "3 1 0 0");
	assert_count("SELECT count(*) FROM life_domain WHERE class = "
	    "'justitie'", 3);
}

/* A refused row leaves nothing behind, no person and no organisation. */
static void
test_refused_leaves_nothing(void **state)
{
	int64_t contacts = office_int(&office,
	    "SELECT count(*) FROM contact");

	take("answer", "Stamnummer;BRIN;subject;answer;on;asked_by\n"
	    "1;02QZ00;youth.fone;niets;01-09-2025;Mia Smit\n"
	    "1;02QZ00;youth.phone;niets;01-09-2025;Mia Smit\n", "1 0 0 1");
	assert_count("SELECT count(*) FROM contact", contacts + 1);
	take("answer", "Stamnummer;BRIN;subject;answer;on;asked_by\n"
	    "1;02QZ00;opp;iets;01-09-2025;Ada Bos\n", "0 0 0 1");
	assert_count("SELECT count(*) FROM contact", contacts + 1);
}

/* Twins stay two: a name is known again with its provider and its start. */
static void
test_names_alone(void **state)
{
	take(NULL, "naam;start;einde;resultaat\nSanne;01-02-2025;;\n"
	    "Wit, Jan;01-02-2025;;\n", "2 0 0 0");
	office_says(&office, "same name as dossier");
	assert_count("SELECT count(*) FROM youth", 4);
	take(NULL, "naam;start;einde;resultaat\nSANNE;2025-02-01;;diploma\n"
	    "Jan Wit;01-02-2025;;\n", "0 1 1 0");
	take(NULL, "naam;start;einde;resultaat\nSanne;02-02-2025;;\n",
	    "1 0 0 0");
	take("track", "naam;start;party\nSanne;01-02-2025;9901\n",
	    "1 0 0 0");
	assert_count("SELECT count(*) FROM youth", 6);
}

/* Without an answer in print, which asks for memory of its own. */
static dossier_status
take_in(const dossier_intake_options *options, dossier_error *err)
{
	const char *files[] = { office.file };
	dossier_document *doc = NULL;
	dossier_status status;

	ds_error_reset(err);
	status = dossier_intake(&doc, office.session, files, 1, options,
	    err);
	if (status == DOSSIER_OK)
		dossier_document_free(doc);
	return status;
}

static void
test_no_memory(void **state)
{
	static const struct {
		const char *kind, *text;
	} files[] = {
		{ "life_domain", "Stamnummer;set;domain;on\n"
		    "1;zrm-2017;justitie;01-03-2025\n"
		    "1;zrm-2017;geld;01-03-2025\n" },
		{ "register", "Stamnummer;register;status;from\n"
		    "1;doelgroepregister;opgenomen;01-03-2025\n"
		    "1;beschut-werk;opgenomen;01-03-2025\n" },
		{ "ground", "Stamnummer;sections;recipient;kind;from\n"
		    "1;school;9901;toestemming;01-03-2025\n" },
		{ NULL, "naam;start;einde;resultaat\nJan Wit;01-02-2025;;\n" },
	};
	dossier_intake_options options = { .as_of = DOSSIER_NO_DAY,
	    .dry_run = true };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_status status;
	unsigned long n;
	size_t i;
	int failed;

	for (i = 0; i < sizeof files / sizeof files[0]; i++) {
		options.kind = files[i].kind;
		office_write(office.file, files[i].text);
		for (n = 1, failed = 1; failed; n += 3) {
			ds_mem_fail_at(n);
			status = take_in(&options, &err);
			failed = ds_mem_failed();
			ds_mem_fail_at(0);
			/* libcsv asks again for less, and may get it. */
			if (status != DOSSIER_OK && (!failed ||
			    status != DOSSIER_NO_MEMORY))
				fail_msg("%zu, allocation %lu: %s %s", i, n,
				    dossier_status_name(status),
				    err.message);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_lane, start, end),
		cmocka_unit_test_setup_teardown(test_an_open_start, start,
		    end),
		cmocka_unit_test_setup_teardown(test_side_by_side, start,
		    end),
		cmocka_unit_test_setup_teardown(test_refused_leaves_nothing,
		    start, end),
		cmocka_unit_test_setup_teardown(test_names_alone, start,
		    end),
		cmocka_unit_test_setup_teardown(test_no_memory, start, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
