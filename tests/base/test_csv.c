/* SPDX-License-Identifier: EUPL-1.2 */
#include "csv_list.h"

/* ---- rows ---- */

static void
blank_rows_count_but_are_not_given(void **state)
{
	(void)state;
	open_list("a;b\n1;2\n\n \n;\n3;4\n\n");
	expect_row(2, "1|2");
	expect_row(6, "3|4");
	expect_end();
	open_list("\r\n\r\na;b\r\n\r\n1;2");
	assert_int_equal(ds_csv_header(csv)->number, 3);
	expect_row(5, "1|2");
	expect_end();
}

static void
every_kind_of_row_end(void **state)
{
	static const char *const texts[] = {
		"a;b\n1;2\n\n3;4\n", "a;b\r\n1;2\r\n\r\n3;4\r\n",
		"a;b\r1;2\r\r3;4\r", "a;b\r\n1;2\n\r3;4",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		open_list(texts[i]);
		expect_header("a|b");
		expect_row(2, "1|2");
		expect_row(4, "3|4");
		expect_end();
	}
}

/* CR and LF may come in different pieces of the file. */
static void
crlf_at_every_offset(void **state)
{
	struct ds_buf text = DS_BUF_INIT;
	long n;
	int shift;

	(void)state;
	for (shift = 0; shift < 5; shift++) {
		ds_buf_clear(&text);
		ds_buf_printf(&text, "%.*s\r\n", shift + 1, "kolommen");
		while (text.size < 150000)
			ds_buf_puts(&text, "abc\r\n");
		n = (long)(text.size - (size_t)shift - 3) / 5;
		open_list(text.data);
		for (; n > 0; n--)
			assert_non_null(next_row());
		expect_end();
	}
	ds_buf_free(&text);
}

static void
a_line_break_in_a_field(void **state)
{
	(void)state;
	open_list("a;b\r\n1;\"een\r\ntwee\"\r\n2;\"x\ry\nz\"\r\n3;4\r\n");
	expect_row(2, "1|een\ntwee");
	expect_row(3, "2|x\ny\nz");
	expect_row(4, "3|4");
	expect_end();
}

static void
short_and_long_rows(void **state)
{
	(void)state;
	open_list("a;b;c\n1\n1;2;3;;\n1;2;3;;x\n1;2;3\n");
	expect_row(2, "1");
	expect_row(3, "1|2|3");
	expect_fault(4, 3, "more fields");
	expect_row(5, "1|2|3");
	expect_end();
}

static void
many_fields(void **state)
{
	struct ds_buf text = DS_BUF_INIT;
	int i;

	(void)state;
	for (i = 0; i < 511; i++)
		ds_buf_puts(&text, "a;");
	ds_buf_puts(&text, "a\n");
	for (i = 0; i < 600; i++)
		ds_buf_puts(&text, "1;");
	ds_buf_puts(&text, "\n2\n");
	open_list(text.data);
	assert_int_equal(ds_csv_header(csv)->count, 512);
	expect_fault(2, 511, "more fields");
	expect_row(3, "2");
	expect_end();
	ds_buf_clear(&text);
	for (i = 0; i < 513; i++)
		ds_buf_puts(&text, "a;");
	assert_int_equal(open_bytes(text.data, text.size), DOSSIER_INVALID);
	assert_non_null(strstr(err.message, "512"));
	ds_buf_free(&text);
}

/* ---- fields ---- */

static void
fields_are_trimmed_and_never_guessed(void **state)
{
	(void)state;
	open_list("bsn; naam ;getal;code\n"
	    "012345678;\" Jan \";1.234,56;1E5\n"
	    "000123; \"Piet\" ;0,50;\xC2\xA0" "0344\xC2\xA0\n");
	expect_header("bsn|naam|getal|code");
	expect_row(2, "012345678|Jan|1.234,56|1E5");
	expect_row(3, "000123|Piet|0,50|0344");
	expect_end();
}

static void
quotes(void **state)
{
	(void)state;
	open_list("a;b\n\"Jan \"\"Jantje\"\" Smit\";\"x;y\"\n5\" buis;\"\"\n");
	expect_row(2, "Jan \"Jantje\" Smit|x;y");
	expect_row(3, "5\" buis|");
	expect_end();
}

static void
no_text(void **state)
{
	const struct ds_csv_row *row;

	(void)state;
	OPEN_LITERAL("a;b\n1;J\0n\n2;\x1B[31m\n3;x\x7F\n4;\xC2\x9B\n5;ok\n");
	row = next_row();
	assert_int_equal(row->number, 2);
	assert_non_null(strstr(row->fault, "NUL"));
	assert_int_equal(row->fault_field, 1);
	assert_string_equal(row->fields[1], "J\xEF\xBF\xBDn");
	expect_fault(3, 1, "control");
	expect_fault(4, 1, "control");
	expect_fault(5, 1, "control");
	expect_row(6, "5|ok");
	expect_end();
}

static void
separators(void **state)
{
	(void)state;
	open_list("a;\"b,c,d,e\";f\n1;2,5;3\n");
	assert_int_equal(ds_csv_separator(csv), ';');
	expect_header("a|b,c,d,e|f");
	expect_row(2, "1|2,5|3");
	open_list("a,b,c\n\"1;1\",2,3\n");
	assert_int_equal(ds_csv_separator(csv), ',');
	expect_row(2, "1;1|2|3");
	open_list("a\tb,c\td\n1\t\t 3\n");
	assert_int_equal(ds_csv_separator(csv), '\t');
	expect_row(2, "1||3");
	open_list("a\n1\n");
	assert_int_equal(ds_csv_separator(csv), ';');
	expect_row(2, "1");
}

static void
excels_separator_note(void **state)
{
	(void)state;
	open_list("sep=,\r\na;b,c\r\n1,2\r\n");
	assert_int_equal(ds_csv_separator(csv), ',');
	expect_header("a;b|c");
	expect_row(2, "1|2");
	expect_end();
}

/* ---- refusals ---- */

static void
a_quote_that_is_never_closed(void **state)
{
	const struct ds_csv_row *row;

	(void)state;
	open_list("a;b;c\n1;2;3\n\n4;\"5;6\n7;8;9\n10;11;12\n");
	expect_row(2, "1|2|3");
	expect_refusal(ds_csv_next(&row, csv, &err), 4, 2, "never closed");
	assert_null(row);
	expect_end();
}

static void
text_after_a_quote(void **state)
{
	const struct ds_csv_row *row;

	(void)state;
	open_list("a;b\n1;2\n3;\"x\ny\"z\n4;5\n");
	expect_row(2, "1|2");
	expect_refusal(ds_csv_next(&row, csv, &err), 3, 2, "closes");
	assert_null(row);
}

static void
a_field_that_is_too_long(void **state)
{
	struct ds_buf text = DS_BUF_INIT;
	const struct ds_csv_row *row;

	(void)state;
	ds_buf_puts(&text, "a;b\n1;\"");
	while (text.size < 60000)
		ds_buf_puts(&text, "0123456789;\n");
	ds_buf_puts(&text, "\"\n2;\"");
	open_list(text.data);
	assert_non_null(next_row());
	while (text.size < 200000)
		ds_buf_puts(&text, "0123456789;\n");
	open_list(text.data);
	assert_non_null(next_row());
	expect_refusal(ds_csv_next(&row, csv, &err), 3, 2, "64 KiB");
	ds_buf_free(&text);
}

static void
a_header_that_is_no_text(void **state)
{
	(void)state;
	expect_refusal(open_bytes("a;b\0c\n1;2\n", 10), 1, 2, "header");
	expect_refusal(open_bytes("a;\"b\n1;2\n", 9), 1, 2, "never closed");
}

/* ---- running out of memory ---- */

static void
every_allocation_may_fail(void **state)
{
	const char *text = "a;b\n1;Zoe\xCC\x88\n2;\x01\n3;Zo\xEB\n";
	const struct ds_csv_row *row;
	dossier_status status;
	unsigned long n;

	(void)state;
	for (n = 1; ; n++) {
		ds_mem_fail_at(n);
		status = open_bytes(text, strlen(text));
		row = NULL;
		do {
			if (status == DOSSIER_OK)
				status = ds_csv_next(&row, csv, &err);
		} while (status == DOSSIER_OK && row != NULL);
		if (!ds_mem_failed())
			break;
		if (status != DOSSIER_OK)
			assert_int_equal(status, DOSSIER_NO_MEMORY);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	assert_true(n > 5);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(blank_rows_count_but_are_not_given,
		    close_list),
		cmocka_unit_test_teardown(every_kind_of_row_end, close_list),
		cmocka_unit_test_teardown(crlf_at_every_offset, close_list),
		cmocka_unit_test_teardown(a_line_break_in_a_field, close_list),
		cmocka_unit_test_teardown(short_and_long_rows, close_list),
		cmocka_unit_test_teardown(many_fields, close_list),
		cmocka_unit_test_teardown(fields_are_trimmed_and_never_guessed,
		    close_list),
		cmocka_unit_test_teardown(quotes, close_list),
		cmocka_unit_test_teardown(no_text, close_list),
		cmocka_unit_test_teardown(separators, close_list),
		cmocka_unit_test_teardown(excels_separator_note, close_list),
		cmocka_unit_test_teardown(a_quote_that_is_never_closed,
		    close_list),
		cmocka_unit_test_teardown(text_after_a_quote, close_list),
		cmocka_unit_test_teardown(a_field_that_is_too_long, close_list),
		cmocka_unit_test_teardown(a_header_that_is_no_text, close_list),
		cmocka_unit_test_teardown(every_allocation_may_fail,
		    close_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
