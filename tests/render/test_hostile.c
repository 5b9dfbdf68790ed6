/* SPDX-License-Identifier: EUPL-1.2 */
/* Text that was written to do harm, in every place of a document. */
#include <stddef.h>

#include <sqlite3.h>

#include "sample.h"

#define RLO "\xE2\x80\xAE"	/* right-to-left override */

static const char *const hostile[] = {
	"\"quote\" 'single' `back`",
	"<script>alert(1)</script>",
	"</td></table></main><img src=x onerror=y>",
	"]]>--><!--",
	"\x1b[2J\x1b]0;title\a",
	"\x01\x02\x7f\xc2\x9b" "31m",
	"omgekeerd " RLO "gpj.exe",
	"عمر بن الخطاب",
	"李小龍 日本語の名前",
	"Zoe\xCC\x88 e\xCC\x81\xCC\x81",
	"👩‍👩‍👧 🏳️‍🌈 👍🏽",
	"regel een\nregel twee\r\nregel drie",
	"tab\there; semi,comma",
	"=HYPERLINK(\"http://x\")",
	"{\"a\":[1,2]}\\",
	"\xff\xfe\xc3(",
	" ",
	"",
};
#define HOSTILE (sizeof hostile / sizeof hostile[0])

static char *
long_text(void)
{
	char *text = malloc(10001);

	assert_non_null(text);
	memset(text, 'x', 10000);
	text[10000] = '\0';
	return text;
}

static void
put_everywhere(dossier_document *doc, const char *text)
{
	struct ds_column columns[] = {
		{ text, DS_LEFT }, { "Dag", DS_LEFT }, { text, DS_RIGHT },
	};
	struct ds_block *table = ds_table(doc, text, columns, 3);
	struct ds_cells *row = ds_table_row(doc, table);
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);

	ds_cell(doc, row, 0, text);
	ds_cell(doc, row, 1, "31-08-2026");
	ds_cell(doc, row, 2, text);
	ds_put_text(doc, map, text, text);
	ds_heading(doc, text);
	ds_paragraph(doc, "%s", text);
	ds_field_line(doc, text, text);
	ds_field_line(doc, "Label", text);
}

/* Every hostile text in every place. */
static dossier_document *
hostile_document(void)
{
	dossier_document *doc = ds_document_new(DOSSIER_DUTCH, hostile[1]);
	char *text = long_text();
	size_t i;

	assert_non_null(doc);
	ds_document_note(doc, hostile[4]);
	ds_document_mark(doc, hostile[2]);
	for (i = 0; i < HOSTILE; i++)
		put_everywhere(doc, hostile[i]);
	put_everywhere(doc, text);
	free(text);
	return doc;
}

static void
test_hostile_text(void **state)
{
	static const int widths[] = { 0, 20, 80 };
	dossier_document *doc = hostile_document();
	char *text;
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++) {
		text = sample_print(doc, DOSSIER_TEXT, widths[i]);
		sample_check_lines(text, widths[i]);
		assert_int_equal(ds_utf8_valid(text, strlen(text)),
		    strlen(text));
		assert_null(strpbrk(text, "\t\r\a\x1b\x01\x02\x7f"));
		assert_null(strstr(text, "\xc2\x9b"));
		assert_null(strstr(text, RLO));
		free(text);
	}
	dossier_document_free(doc);
}

static void
test_control_bytes_are_spelled_out(void **state)
{
	dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "T");
	char *text;

	(void)state;
	ds_paragraph(doc, "a\x1b[1mb\tc\xc2\x9b" "d" RLO "e");
	text = sample_print(doc, DOSSIER_TEXT, 80);
	assert_string_equal(text, "T\n=\n\na\\x1b[1mb c\\x9bd\\u202ee\n");
	free(text);
	dossier_document_free(doc);
}

static void
test_hostile_json_is_valid(void **state)
{
	dossier_document *doc = hostile_document();
	char *text = sample_print(doc, DOSSIER_JSON, 0);
	sqlite3_stmt *stmt;
	sqlite3 *db;

	(void)state;
	assert_int_equal(ds_utf8_valid(text, strlen(text)), strlen(text));
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT json_valid(?1), "
	    "json_array_length(?1)", -1, &stmt, NULL), SQLITE_OK);
	sqlite3_bind_text(stmt, 1, text, -1, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	assert_int_equal(sqlite3_column_int(stmt, 0), 1);
	assert_int_equal(sqlite3_column_int(stmt, 1), HOSTILE + 1);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	free(text);
	dossier_document_free(doc);
}

static void
test_hostile_html_stays_text(void **state)
{
	dossier_document *doc = hostile_document();
	char *text = sample_print(doc, DOSSIER_HTML, 0);

	(void)state;
	assert_int_equal(ds_utf8_valid(text, strlen(text)), strlen(text));
	assert_null(strstr(text, "<script"));
	assert_null(strstr(text, "<img"));
	assert_null(strstr(text, "<!--"));
	assert_null(strstr(text, "aria-label=\"\"quote"));
	assert_null(strpbrk(text, "\a\x1b\x01\x02\x7f\r"));
	assert_null(strstr(text, "\xc2\x9b"));
	assert_non_null(strstr(text, "&lt;script&gt;alert(1)&lt;/script&gt;"));
	assert_non_null(strstr(text, "&quot;quote&quot; &#39;single&#39;"));
	free(text);
	dossier_document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hostile_text),
		cmocka_unit_test(test_control_bytes_are_spelled_out),
		cmocka_unit_test(test_hostile_json_is_valid),
		cmocka_unit_test(test_hostile_html_stays_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
