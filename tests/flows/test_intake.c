/* SPDX-License-Identifier: EUPL-1.2 */
/* Intake: what a row becomes, what is refused, and that nothing is lost. */
#include "flows/office.h"

#define HEAD "Stamnummer;BSN;Roepnaam;Achternaam;BRIN;Mentor;Gemeente;" \
	"Ingeschreven op;Uitgeschreven op\n"
#define ZOE "1;111222333;Zoë;Berg;02QZ00;Mia Smit;0505;;\n"
#define JAN "2;;Jan;Wit;02QZ00;;0505;;\n"

static struct office office;

static int
start(void **state)
{
	office_start(&office);
	return 0;
}

static int
end(void **state)
{
	office_sound(&office);
	office_end(&office);
	return 0;
}

static char *
refused_text(void)
{
	char path[96];

	snprintf(path, sizeof path, "%s.refused.csv", office.file);
	return office_text(path);
}

static void
test_new_then_nothing_new(void **state)
{
	office_take(&office, HEAD ZOE JAN, "2 0 0 0");
	office_take(&office, HEAD ZOE JAN, "0 0 2 0");
	assert_int_equal(office_int(&office, "SELECT count(*) FROM youth"),
	    2);
	assert_int_equal(office_int(&office, "SELECT count(*) FROM lead "
	    "JOIN party ON party.id = lead.party WHERE code = '02QZ00'"), 2);
	assert_int_equal(office_int(&office, "SELECT count(*) FROM lead "
	    "JOIN contact ON contact.id = contact WHERE name = 'Mia Smit'"),
	    1);
	assert_int_equal(office_files(&office, "refused"), 0);
}

static void
test_changed(void **state)
{
	office_take(&office, HEAD ZOE JAN, "2 0 0 0");
	office_take(&office, HEAD "1;;Zoë;van Berg;02QZ00;;0505;;\n" JAN,
	    "0 1 1 0");
	/* An empty cell never clears. */
	assert_int_equal(office_int(&office, "SELECT count(*) FROM "
	    "identifier WHERE value = '111222333'"), 1);
	assert_int_equal(office_int(&office, "SELECT count(*) FROM youth "
	    "WHERE family_name = 'van Berg'"), 1);
}

/* A dry run counts the same and leaves nothing. */
static void
test_dry_run(void **state)
{
	const dossier_intake_options options = { .as_of = DOSSIER_NO_DAY,
	    .dry_run = true };
	int64_t steps = office_int(&office, "SELECT count(*) FROM txn");

	office_with(&office, HEAD ZOE JAN "3;1;X;Y;02QZ00;;;;\n", &options,
	    "2 0 0 1");
	assert_int_equal(office_int(&office, "SELECT count(*) FROM youth"),
	    0);
	assert_int_equal(office_int(&office, "SELECT count(*) FROM txn"),
	    steps);
	assert_int_equal(office_files(&office, "refused"), 0);
	office_take(&office, HEAD ZOE JAN, "2 0 0 0");
}

static void
test_refused_rows_are_kept(void **state)
{
	char *text;

	office_take(&office, HEAD ZOE "3;111222334;=1+1;\"a;b\";02QZ00;;;;\n"
	    "\n4;1,23E+08;X;Y;02QZ00;;;;\n", "1 0 0 2");
	office_says(&office, "\"row\":3,\"column\":\"BSN\","
	    "\"value\":\"111222334\"");
	office_says(&office, "\"row\":5,\"column\":\"BSN\","
	    "\"value\":\"1,23E+08\"");
	text = refused_text();
	assert_non_null(text);
	assert_memory_equal(text, "\xef\xbb\xbfStamnummer;BSN;", 18);
	assert_non_null(strstr(text, ";reason\r\n3;111222334;'=1+1;\"a;b\""
	    ";02QZ00;;;;;BSN: "));
	free(text);
	assert_int_equal(office_files(&office, ".dossier-"), 0);
}

/* Mended and fed again, the refused file replaces itself; then it goes. */
static void
test_refused_file_fed_again(void **state)
{
	char kept[64];
	char *text;

	office_take(&office, HEAD ZOE "3;x;Piet;Drie;02QZ00;;;;\n"
	    "4;x;=Cor;Vier;02QZ00;;;;\n", "1 0 0 2");
	text = refused_text();
	memcpy(strstr(text, "4;x;"), "4;; ", 4);
	memcpy(kept, office.file, sizeof kept);
	snprintf(office.file, sizeof office.file, "%.40s.refused.csv", kept);
	office_take(&office, text, "1 0 0 1");
	free(text);
	assert_int_equal(office_int(&office, "SELECT count(*) FROM youth "
	    "WHERE given_name = '=Cor'"), 1);
	text = office_text(office.file);
	assert_null(strstr(text, "Vier"));
	memcpy(strstr(text, "3;x;"), "3;; ", 4);
	office_take(&office, text, "1 0 0 0");
	free(text);
	assert_int_equal(office_files(&office, "refused"), 0);
	memcpy(office.file, kept, sizeof kept);
}

static void
test_the_same_row_twice(void **state)
{
	office_take(&office, HEAD ZOE JAN ZOE, "2 0 1 0");
	office_says(&office, "Row 4 is the same as row 2");
	office_take(&office, HEAD "5;;A;B;02QZ00;;;;\n5;;A;C;02QZ00;;;;\n",
	    "0 0 0 2");
	office_says(&office, "row 3 with other contents");
	office_says(&office, "row 2 with other contents");
}

/* One number written in two ways is one number, whoever is first. */
static void
test_the_same_number_written_otherwise(void **state)
{
	office_take(&office, HEAD "1;111222333;A;B;02QZ00;;;;\n"
	    "2;111.222.333;C;D;02QZ00;;;;\n3;;E;F;02QZ00;;;;\n"
	    "3;;G;H;02qz00;;;;\n4;;I;J;02QZ00;;;;\n", "1 0 0 4");
	assert_int_equal(office_int(&office, "SELECT count(*) FROM youth"),
	    1);
	office_take(&office, "Stamnummer;BSN;PGN;Roepnaam;Achternaam;BRIN\n"
	    "8;111222333;111222333;K;L;02QZ00\n", "1 0 0 0");
	office_take(&office, "Stamnummer;BSN;PGN;Roepnaam;Achternaam;BRIN\n"
	    "9;;101222331;M;N;02QZ00\n10;;101.222.331;O;P;02QZ00\n",
	    "0 0 0 2");
}

/* One bad row does not hold up the file. */
static void
test_a_period_turned_round(void **state)
{
	office_take(&office, HEAD ZOE
	    "7;;Bo;Bos;02QZ00;;;01-08-2025;31-07-2025\n", "1 0 0 1");
	office_says(&office, "\"column\":\"Uitgeschreven op\"");
	assert_int_equal(office_int(&office, "SELECT count(*) FROM youth"),
	    1);
	office_take(&office, HEAD JAN
	    "1;;Zoë;Berg;02QZ00;;;01-08-2025;31-07-2025\n", "1 0 0 1");
}

/* A name in one column: both sides of the comma, or one; not none. */
static void
test_a_whole_name(void **state)
{
	office_take(&office, "Stamnummer;Naam;BRIN\n1;\"Berg, Zoë\";02QZ00\n"
	    "2;\",\";02QZ00\n3;\", Jan\";02QZ00\n4;\"Wit,\";02QZ00\n"
	    "5;Zoë Berg;02QZ00\n", "3 0 0 2");
	assert_int_equal(office_int(&office, "SELECT count(*) FROM youth "
	    "WHERE given_name = '' OR family_name = ''"), 0);
	assert_int_equal(office_int(&office, "SELECT count(*) FROM youth "
	    "WHERE given_name = 'Zoë' AND family_name = 'Berg'"), 1);
}

/* Two schools that both list a pupil: the second row is refused, named. */
static void
test_a_pupil_at_two_schools_on_one_day(void **state)
{
	office_take(&office, HEAD ZOE, "1 0 0 0");
	office_take(&office, HEAD "9;111222333;Zoë;Berg;03AB00;;0505;;\n",
	    "0 1 0 0");
	office_take(&office, HEAD ZOE JAN, "1 0 0 1");
	office_says(&office, "\"row\":2,\"column\":\"BRIN\"");
	office_says(&office, "already begins on that day");
}

/* A move that was dated later than this list stays as it is. */
static void
test_a_list_dated_before_a_move(void **state)
{
	const dossier_intake_options later = {
		.as_of = ds_day_of(2026, 3, 1)
	}, sooner = {
		.as_of = ds_day_of(2026, 2, 1)
	};

	office_take(&office, HEAD ZOE, "1 0 0 0");
	office_with(&office, HEAD
	    "1;111222333;Zoë;Berg;02QZ00;;0344;;\n", &later, "0 1 0 0");
	office_with(&office, HEAD
	    "1;111222333;Zoë;Berg;02QZ00;;0363;;\n" JAN, &sooner,
	    "1 0 0 1");
	office_says(&office, "\"column\":\"Gemeente\"");
}

/* The lead was promised to another from March: a new mentor until then. */
static void
test_a_new_mentor_before_the_lead_goes(void **state)
{
	office_take(&office, "Code;Soort;Naam\nuwv;uwv;UWV\n", "1 0 0 0");
	office_take(&office, HEAD ZOE, "1 0 0 0");
	office_take(&office, "Stamnummer;BRIN;Regie;Van\n"
	    "1;02QZ00;uwv;01-03-2026\n", "1 0 0 0");
	office_open(&office, "2026-02-01");
	office_take(&office, HEAD
	    "1;111222333;Zoë;Berg;02QZ00;Ria Bos;0505;;\n" JAN, "1 1 0 0");
	assert_int_equal(office_int(&office, "SELECT count(*) FROM lead "
	    "JOIN contact ON contact.id = contact WHERE name = 'Ria Bos' "
	    "AND \"from\" = '2026-02-01' AND until = '2026-02-28'"), 1);
	assert_int_equal(office_int(&office, "SELECT count(*) FROM lead "
	    "JOIN party ON party.id = party WHERE code = 'uwv' AND "
	    "\"from\" = '2026-03-01' AND until IS NULL"), 1);
}

static void
test_two_dossiers_answer(void **state)
{
	office_take(&office, HEAD ZOE JAN, "2 0 0 0");
	office_take(&office, HEAD "2;111222333;Wie;Dan;02QZ00;;;;\n",
	    "0 0 0 1");
	office_says(&office, "two dossiers answer to this row");
}

/* Who is not in the list is told, and stays. */
static void
test_who_is_missing(void **state)
{
	office_take(&office, HEAD ZOE JAN, "2 0 0 0");
	office_take(&office, HEAD ZOE, "0 0 1 0");
	office_says(&office, "not in this file");
	assert_int_equal(office_int(&office, "SELECT count(*) FROM "
	    "enrolment WHERE until IS NULL"), 2);
}

static void
test_failing_file_changes_nothing(void **state)
{
	const dossier_intake_options options = { .as_of = DOSSIER_NO_DAY };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	int64_t steps = office_int(&office, "SELECT count(*) FROM txn");

	assert_int_equal(office_try(&office, HEAD ZOE "2;\"open\n", &options,
	    &err), DOSSIER_INVALID);
	assert_int_equal(err.line, 3);
	assert_int_equal(office_try(&office, "", &options, &err),
	    DOSSIER_INVALID);
	assert_int_equal(office_try(&office, "PK\x03\x04", &options, &err),
	    DOSSIER_INVALID);
	assert_int_equal(office_int(&office, "SELECT count(*) FROM txn"),
	    steps);
	assert_int_equal(office_int(&office, "PRAGMA foreign_keys"), 1);
	assert_int_equal(office_files(&office, "refused"), 0);
	assert_int_equal(office_files(&office, ".dossier-"), 0);
}

static void
test_stopped(void **state)
{
	const dossier_intake_options options = { .as_of = DOSSIER_NO_DAY };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	office.stop = 1;
	assert_int_equal(office_try(&office, HEAD ZOE, &options, &err),
	    DOSSIER_INTERRUPTED);
	office.stop = 0;
	assert_int_equal(office_int(&office, "SELECT count(*) FROM youth"),
	    0);
	assert_int_equal(office_int(&office, "PRAGMA foreign_keys"), 1);
	office_take(&office, HEAD ZOE, "1 0 0 0");
}

/* A store with no room left: as before, said so, and it goes on after. */
static void
test_full(void **state)
{
	const dossier_intake_options options = { .as_of = DOSSIER_NO_DAY };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_buf text = DS_BUF_INIT;
	char pragma[64];
	int64_t pages;
	int more, full = 0;

	ds_buf_puts(&text, HEAD);
	for (more = 100; more < 2100; more++)
		ds_buf_printf(&text, "%d;;Jan %d;Wit;02QZ00;;0505;;\n", more,
		    more);
	ds_buf_puts(&text, "1;x;Fout;Rij;02QZ00;;;;\n");
	pages = office_int(&office, "PRAGMA page_count");
	for (more = 0; more < 400; more += 23) {
		snprintf(pragma, sizeof pragma,
		    "PRAGMA max_page_count = %lld", (long long)pages + more);
		office_int(&office, pragma);
		if (office_try(&office, text.data, &options, &err) ==
		    DOSSIER_OK)
			break;
		full++;
		assert_int_equal(err.status, DOSSIER_FULL);
		assert_non_null(strstr(err.message, "disk is full"));
		assert_int_equal(office_int(&office,
		    "SELECT count(*) FROM youth"), 0);
		assert_int_equal(office_int(&office, "PRAGMA foreign_keys"),
		    1);
		assert_int_equal(office_files(&office, ".dossier-"), 0);
		office_sound(&office);
	}
	assert_true(full > 5);
	office_says(&office, "\"new\":2000");
	ds_buf_free(&text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_new_then_nothing_new),
		TEST(test_changed),
		TEST(test_dry_run),
		TEST(test_refused_rows_are_kept),
		TEST(test_refused_file_fed_again),
		TEST(test_the_same_row_twice),
		TEST(test_the_same_number_written_otherwise),
		TEST(test_a_period_turned_round),
		TEST(test_a_whole_name),
		TEST(test_a_pupil_at_two_schools_on_one_day),
		TEST(test_a_list_dated_before_a_move),
		TEST(test_a_new_mentor_before_the_lead_goes),
		TEST(test_two_dossiers_answer),
		TEST(test_who_is_missing),
		TEST(test_failing_file_changes_nothing),
		TEST(test_stopped),
		TEST(test_full),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
