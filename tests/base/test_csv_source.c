/* SPDX-License-Identifier: EUPL-1.2 */
#include "csv_list.h"

/* ---- encodings ---- */

static void
utf8(void **state)
{
	(void)state;
	open_list("ref;naam\n1;Zo\xC3\xAB\n");
	assert_int_equal(ds_csv_encoding(csv), DS_UTF8);
	expect_row(2, "1|Zo\xC3\xAB");
	expect_end();
	expect_end();
}

static void
bom_before_a_quoted_header(void **state)
{
	(void)state;
	open_list(DS_CSV_BOM "\"ref\";\"naam\"\r\n\"1\";\"Zo\xC3\xAB\"\r\n");
	assert_int_equal(ds_csv_encoding(csv), DS_UTF8_BOM);
	expect_header("ref|naam");
	expect_row(2, "1|Zo\xC3\xAB");
	expect_end();
}

static void
windows_1252(void **state)
{
	(void)state;
	open_list("ref;naam;bedrag\n1;Zo\xEB;\x80 5\n2;Andr\xE9;\n");
	assert_int_equal(ds_csv_encoding(csv), DS_CP1252);
	assert_string_equal(ds_csv_encoding_name(DS_CP1252), "Windows-1252");
	expect_row(2, "1|Zo\xC3\xAB|\xE2\x82\xAC 5");
	expect_row(3, "2|Andr\xC3\xA9|");
	expect_end();
}

static void
windows_1252_far_into_the_file(void **state)
{
	struct ds_buf text = DS_BUF_INIT;
	int i;

	(void)state;
	ds_buf_puts(&text, "ref;naam\n");
	for (i = 0; i < 20000; i++)
		ds_buf_puts(&text, "1;Jan de Vries\n");
	ds_buf_puts(&text, "2;Zo\xEB\n");
	open_list(text.data);
	ds_buf_free(&text);
	assert_int_equal(ds_csv_encoding(csv), DS_CP1252);
	for (i = 0; i < 20000; i++)
		expect_row(i + 2, "1|Jan de Vries");
	expect_row(20002, "2|Zo\xC3\xAB");
	expect_end();
}

static void
undefined_byte_of_windows_1252(void **state)
{
	(void)state;
	open_list("ref;naam\n1;Zo\xEB\n2;Jan\x81\n3;Piet\n");
	expect_row(2, "1|Zo\xC3\xAB");
	expect_fault(3, 1, "letter");
	expect_row(4, "3|Piet");
	expect_end();
}

/* A character that is cut in two by the reading must not change a thing. */
static void
utf8_at_every_offset(void **state)
{
	struct ds_buf text = DS_BUF_INIT;
	const char *wanted = "\xE2\x82\xAC\xC3\xAB\xF0\x9F\x98\x80";
	const struct ds_csv_row *row;
	size_t shift, i;

	(void)state;
	for (shift = 0; shift < 9; shift++) {
		ds_buf_clear(&text);
		ds_buf_puts(&text, "\"kop");
		for (i = 0; i < shift; i++)
			ds_buf_putc(&text, 'x');
		ds_buf_puts(&text, "\"\n");
		while (text.size < 200000) {
			ds_buf_puts(&text, wanted);
			ds_buf_putc(&text, '\n');
		}
		open_list(text.data);
		assert_int_equal(ds_csv_encoding(csv), DS_UTF8);
		for (i = 2; (row = next_row()) != NULL; i++)
			assert_string_equal(row->fields[0], wanted);
		assert_true(i > 10000);
	}
	ds_buf_free(&text);
}

static void
utf16(void **state)
{
	(void)state;
	OPEN_LITERAL("\xFF\xFE" "a\0;\0b\0\r\0\n\0" "1\0;\0\xEB\0\r\0\n\0");
	assert_int_equal(ds_csv_encoding(csv), DS_UTF16LE);
	expect_header("a|b");
	expect_row(2, "1|\xC3\xAB");
	expect_end();
	OPEN_LITERAL("\xFE\xFF" "\0a\0;\0b\0\n" "\0001\0;\xD8\x3D\xDE\x00\0\n");
	assert_int_equal(ds_csv_encoding(csv), DS_UTF16BE);
	expect_row(2, "1|\xF0\x9F\x98\x80");
	expect_end();
	OPEN_LITERAL("a\0;\0b\0\n\0" "1\0;\0002\0\n\0");
	assert_int_equal(ds_csv_encoding(csv), DS_UTF16LE);
	expect_row(2, "1|2");
	expect_end();
}

static void
utf16_with_half_a_character(void **state)
{
	(void)state;
	OPEN_LITERAL("\xFF\xFE" "a\0\n\0" "\x3D\xD8" "x\0\n\0" "y\0\n\0");
	expect_fault(2, 0, "letter");
	expect_row(3, "y");
	expect_end();
	OPEN_LITERAL("\xFF\xFE" "a\0\n\0" "y");
	expect_fault(2, 0, "letter");
	expect_end();
}

static void
text_comes_composed(void **state)
{
	(void)state;
	open_list("naam\nZoe\xCC\x88\n");
	expect_row(2, "Zo\xC3\xAB");
	expect_end();
}

static void
bom_but_no_utf8(void **state)
{
	const struct ds_csv_row *row;

	(void)state;
	open_list(DS_CSV_BOM "a\nZo\xEB\nJan\n");
	assert_int_equal(ds_csv_encoding(csv), DS_UTF8_BOM);
	row = next_row();
	assert_non_null(strstr(row->fault, "UTF-8"));
	assert_string_equal(row->fields[0], "Zo\xEF\xBF\xBD");
	expect_row(3, "Jan");
	expect_end();
}

/* ---- separators ---- */

/* ---- files ---- */

static void
empty_files(void **state)
{
	(void)state;
	expect_refusal(open_bytes("", 0), 0, 0, "empty");
	assert_null(csv);
	expect_refusal(open_bytes("\n \n;;\n", 6), 0, 0, "empty");
	expect_refusal(open_bytes(DS_CSV_BOM, 3), 0, 0, "empty");
}

static void
other_kinds_of_file(void **state)
{
	static const char xlsx[] = "PK\3\4\24\0\6\0\10\0\0\0!\0....."
	    "....[Content_Types].xml ";
	static const char ods[] = "PK\3\4\24\0\0\10\0\0........mimetype"
	    "application/vnd.oasis.opendocument.spreadsheet";
	static const char zip[] = "PK\3\4\24\0\0\0\0\0......lijst.csv";
	static const char xls[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

	(void)state;
	expect_refusal(open_bytes(xlsx, sizeof xlsx), 0, 0, ".xlsx");
	assert_non_null(strstr(err.advice, "Bestand > Opslaan als"));
	assert_non_null(strstr(err.advice, "CSV UTF-8 (door "
	    "lijstscheidingsteken gescheiden)"));
	expect_refusal(open_bytes(ods, sizeof ods), 0, 0, ".ods");
	expect_refusal(open_bytes(zip, sizeof zip), 0, 0, ".zip");
	expect_refusal(open_bytes(xls, sizeof xls), 0, 0, ".xls");
	assert_non_null(strstr(err.advice, "Bestand > Opslaan als"));
	expect_refusal(open_bytes("%PDF-1.7\n", 9), 0, 0, "PDF");
}

static void
no_file(void **state)
{
	(void)state;
	memset(&err, 0, sizeof err);
	assert_int_equal(ds_csv_open(&csv, "/nowhere/list.csv", &err),
	    DOSSIER_NOT_FOUND);
	assert_null(csv);
	assert_non_null(strstr(err.message, "/nowhere/list.csv"));
	assert_int_equal(ds_csv_open(&csv, "/", NULL), DOSSIER_INVALID);
}

static void
progress(void **state)
{
	uint64_t done, total;

	(void)state;
	open_list("a;b\n1;2\n");
	while (next_row() != NULL)
		;
	ds_csv_progress(csv, &done, &total);
	assert_int_equal(total, 8);
	assert_int_equal(done, 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(utf8, close_list),
		cmocka_unit_test_teardown(bom_before_a_quoted_header,
		    close_list),
		cmocka_unit_test_teardown(windows_1252, close_list),
		cmocka_unit_test_teardown(windows_1252_far_into_the_file,
		    close_list),
		cmocka_unit_test_teardown(undefined_byte_of_windows_1252,
		    close_list),
		cmocka_unit_test_teardown(utf8_at_every_offset, close_list),
		cmocka_unit_test_teardown(utf16, close_list),
		cmocka_unit_test_teardown(utf16_with_half_a_character,
		    close_list),
		cmocka_unit_test_teardown(text_comes_composed, close_list),
		cmocka_unit_test_teardown(bom_but_no_utf8, close_list),
		cmocka_unit_test_teardown(empty_files, close_list),
		cmocka_unit_test_teardown(other_kinds_of_file, close_list),
		cmocka_unit_test_teardown(no_file, close_list),
		cmocka_unit_test_teardown(progress, close_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
