/* SPDX-License-Identifier: EUPL-1.2 */
#include <stddef.h>

#include "sample.h"

/* ---- golden ---- */

static void
expect(dossier_format format, int width, const char *wanted)
{
	dossier_document *doc = sample_document();
	char *text = sample_print(doc, format, width);

	assert_string_equal(text, wanted);
	free(text);
	dossier_document_free(doc);
}

static void
test_text(void **state)
{
	(void)state;
	expect(DOSSIER_TEXT, 80,
	    "VOORBEELD\n"
	    "\n"
	    "Zoë & co\n"
	    "========\n"
	    "1 maart 2026\n"
	    "\n"
	    "Er zijn 2 termijnen.\n"
	    "\n"
	    "De jongere\n"
	    "Naam:     Zoë\n"
	    "Kenmerk:\n"
	    "\n"
	    "Termijnen\n"
	    "School     Dagen\n"
	    "---------  -----\n"
	    "De Klimop     12\n"
	    "02QZ00\n");
}

static void
test_csv(void **state)
{
	(void)state;
	expect(DOSSIER_CSV, 80,
	    "\xEF\xBB\xBF" "School;Dagen\r\nDe Klimop;12\r\n02QZ00;\r\n");
}

static void
test_csv_of_fields(void **state)
{
	dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "T");
	char *text;

	(void)state;
	ds_field_line(doc, "Naam", "Zoë; of \"Zo\"");
	ds_heading(doc, "Meer");
	ds_field_line(doc, "Formule", "=1+1");
	ds_field_line(doc, "Leeg", NULL);
	text = sample_print(doc, DOSSIER_CSV, 0);
	assert_string_equal(text, "\xEF\xBB\xBF" "Field;Value\r\n"
	    "Naam;\"Zoë; of \"\"Zo\"\"\"\r\nFormule;'=1+1\r\nLeeg;\r\n");
	free(text);
	dossier_document_free(doc);
}

static void
test_json(void **state)
{
	(void)state;
	expect(DOSSIER_JSON, 80,
	    "[\n"
	    "{\"ref\":\"K7QM2XTA4\",\"route\":null,\"days\":-12,\"late\":true,"
	    "\"due\":\"2026-08-31\",\"met\":null,\"unknown\":[\"a\",2]},\n"
	    "{}\n"
	    "]\n");
}

static void
test_html(void **state)
{
	dossier_document *doc = sample_document();
	char *text = sample_print(doc, DOSSIER_HTML, 80);
	const char *body = strstr(text, "<body>");

	(void)state;
	assert_memory_equal(text, "<!DOCTYPE html>\n<html lang=\"en\">\n", 33);
	assert_non_null(strstr(text, "<meta charset=\"utf-8\">\n"));
	assert_non_null(strstr(text, "<meta http-equiv=\"Content-Security-"
	    "Policy\" content=\"default-src 'none'; style-src "
	    "'unsafe-inline'; img-src data:\">\n"));
	assert_non_null(strstr(text,
	    "<title>VOORBEELD: Zoë &amp; co</title>\n"));
	assert_non_null(body);
	assert_string_equal(body,
	    "<body>\n"
	    "<header><p class=\"mark\">VOORBEELD</p></header>\n"
	    "<main>\n"
	    "<h1>Zoë &amp; co</h1>\n"
	    "<p class=\"note\">1 maart 2026</p>\n"
	    "<p>Er zijn 2 termijnen.</p>\n"
	    "<h2>De jongere</h2>\n"
	    "<dl>\n"
	    "<dt>Naam</dt><dd>Zoë</dd>\n"
	    "<dt>Kenmerk</dt><dd></dd>\n"
	    "</dl>\n"
	    "<div class=\"table\" role=\"region\" tabindex=\"0\" "
	    "aria-label=\"Termijnen\">\n"
	    "<table>\n"
	    "<caption>Termijnen</caption>\n"
	    "<thead>\n"
	    "<tr><th scope=\"col\">School</th>"
	    "<th scope=\"col\" class=\"number\">Dagen</th></tr>\n"
	    "</thead>\n"
	    "<tbody>\n"
	    "<tr><td>De Klimop</td><td class=\"number\">12</td></tr>\n"
	    "<tr><td>02QZ00</td><td class=\"number\"></td></tr>\n"
	    "</tbody>\n"
	    "</table>\n"
	    "</div>\n"
	    "</main>\n"
	    "</body>\n"
	    "</html>\n");
	free(text);
	dossier_document_free(doc);
}

static void
test_nothing_but_a_title(void **state)
{
	dossier_document *doc = ds_document_new(DOSSIER_DUTCH, "Leeg");
	char *text = sample_print(doc, DOSSIER_TEXT, 80);
	char *json = sample_print(doc, DOSSIER_JSON, 80);
	char *html = sample_print(doc, DOSSIER_HTML, 80);

	(void)state;
	assert_string_equal(text, "Leeg\n====\n");
	assert_string_equal(json, "[]\n");
	assert_non_null(strstr(html, "<html lang=\"nl\">"));
	assert_null(strstr(html, "<header>"));
	assert_non_null(strstr(html, "<main>\n<h1>Leeg</h1>\n</main>\n"));
	free(text);
	free(json);
	free(html);
	dossier_document_free(doc);
}

static void
test_empty_table(void **state)
{
	static const struct ds_column columns[] = {
		{ "Dag", DS_LEFT }, { "Aantal", DS_RIGHT },
	};
	dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "T");
	char *text, *csv, *html;

	(void)state;
	ds_table(doc, "Gesprekken", columns, 2);
	text = sample_print(doc, DOSSIER_TEXT, 80);
	csv = sample_print(doc, DOSSIER_CSV, 80);
	html = sample_print(doc, DOSSIER_HTML, 80);
	assert_string_equal(text, "T\n=\n\nGesprekken\nDag  Aantal\n"
	    "---  ------\n(none)\n");
	assert_string_equal(csv, "\xEF\xBB\xBF" "Dag;Aantal\r\n");
	assert_non_null(strstr(html, "<td colspan=\"2\">(none)</td>"));
	free(text);
	free(csv);
	free(html);
	dossier_document_free(doc);
}

static void
test_table_without_caption_is_named_by_its_heading(void **state)
{
	static const struct ds_column columns[] = { { "Dag", DS_LEFT } };
	dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "T");
	char *html;

	(void)state;
	ds_heading(doc, "Afspraken");
	ds_table(doc, NULL, columns, 1);
	html = sample_print(doc, DOSSIER_HTML, 80);
	assert_non_null(strstr(html, "aria-label=\"Afspraken\""));
	assert_null(strstr(html, "<caption>"));
	free(html);
	dossier_document_free(doc);
}

/* ---- the width of a terminal ---- */

static void
add_long_table(dossier_document *doc, size_t count)
{
	static const char *const words[] = {
		"Stichting Voortgezet Speciaal Onderwijs De Klimop",
		"31-08-2026", "A. van der Meulen-de Groot", "030-1234567",
		"李小龍 日本語の名前", "te laat vanaf inname",
		"arbeidsongeschiktheidsverzekeringsmaatschappij",
	};
	struct ds_column column[40];
	struct ds_block *table;
	struct ds_cells *row;
	size_t i, k;

	for (i = 0; i < count; i++)
		column[i] = (struct ds_column){ words[(i * 3) % 7],
		    i % 4 == 3 ? DS_RIGHT : DS_LEFT };
	table = ds_table(doc, "Lange namen", column, count);
	for (k = 0; k < 5; k++) {
		row = ds_table_row(doc, table);
		for (i = 0; i < count; i++)
			ds_cell(doc, row, i, words[(i + k) % 7]);
	}
}

static void
test_long_names_fit(void **state)
{
	static const int widths[] = { 0, 20, 40, 79, 80, 81, 132 };
	dossier_document *doc = sample_document();
	size_t i;
	char *text;

	(void)state;
	for (i = 1; i <= 40; i++)
		add_long_table(doc, i);
	for (i = 0; i < sizeof widths / sizeof widths[0]; i++) {
		text = sample_print(doc, DOSSIER_TEXT, widths[i]);
		sample_check_lines(text, widths[i]);
		free(text);
	}
	dossier_document_free(doc);
}

static void
test_wrapping_keeps_words_and_days_whole(void **state)
{
	static const struct ds_column columns[] = {
		{ "School", DS_LEFT }, { "Dag", DS_LEFT },
	};
	dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "T");
	struct ds_cells *row;
	char *text;

	(void)state;
	row = ds_table_row(doc, ds_table(doc, NULL, columns, 2));
	ds_cell(doc, row, 0, "Stichting Speciaal Onderwijs");
	ds_cell(doc, row, 1, "31-08-2026");
	ds_paragraph(doc, "Een alinea die langer is dan dertig kolommen.");
	ds_field_line(doc, "Naam", "A. van der Meulen-de Groot");
	text = sample_print(doc, DOSSIER_TEXT, 30);
	assert_string_equal(text,
	    "T\n"
	    "=\n"
	    "\n"
	    "School              Dag\n"
	    "------------------  ----------\n"
	    "Stichting Speciaal  31-08-2026\n"
	    " Onderwijs\n"
	    "\n"
	    "Een alinea die langer is dan\n"
	    "dertig kolommen.\n"
	    "\n"
	    "Naam:  A. van der Meulen-de\n"
	    "       Groot\n");
	free(text);
	dossier_document_free(doc);
}

static void
test_too_many_columns_become_fields(void **state)
{
	static const struct ds_column columns[] = {
		{ "Dag", DS_LEFT }, { "Telefoon", DS_LEFT },
		{ "Uiterlijk", DS_LEFT }, { "Kenmerk", DS_LEFT },
	};
	dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "T");
	struct ds_block *table = ds_table(doc, "Kop", columns, 4);
	struct ds_cells *row = ds_table_row(doc, table);
	char *text;

	(void)state;
	ds_cell(doc, row, 0, "31-08-2026");
	ds_cell(doc, row, 1, "030-1234567");
	ds_cell(doc, row, 3, "K7QM2XTA4");
	ds_cell(doc, ds_table_row(doc, table), 0, "01-09-2026");
	text = sample_print(doc, DOSSIER_TEXT, 30);
	assert_string_equal(text,
	    "T\n"
	    "=\n"
	    "\n"
	    "Kop\n"
	    "Dag:        31-08-2026\n"
	    "Telefoon:   030-1234567\n"
	    "Kenmerk:    K7QM2XTA4\n"
	    "\n"
	    "Dag:        01-09-2026\n");
	free(text);
	dossier_document_free(doc);
}

static void
test_wide_characters_stand_in_columns(void **state)
{
	static const struct ds_column columns[] = {
		{ "Naam", DS_LEFT }, { "Dag", DS_LEFT },
	};
	static const char *const names[] = { "李小龍", "Zoe\xCC\x88", "Bo" };
	dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "龍");
	struct ds_block *table = ds_table(doc, NULL, columns, 2);
	struct ds_cells *row;
	char *text;
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++) {
		row = ds_table_row(doc, table);
		ds_cell(doc, row, 0, names[i]);
		ds_cell(doc, row, 1, "x");
	}
	text = sample_print(doc, DOSSIER_TEXT, 80);
	assert_string_equal(text, "龍\n==\n\nNaam    Dag\n------  ---\n"
	    "李小龍  x\nZoe\xCC\x88     x\nBo      x\n");
	free(text);
	dossier_document_free(doc);
}

static void
test_newline_in_a_cell(void **state)
{
	static const struct ds_column columns[] = {
		{ "Dag", DS_LEFT }, { "Afspraak", DS_LEFT },
	};
	dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "T");
	struct ds_cells *row;
	char *text, *csv;

	(void)state;
	row = ds_table_row(doc, ds_table(doc, NULL, columns, 2));
	ds_cell(doc, row, 0, "1 mei");
	ds_cell(doc, row, 1, "bellen\nschrijven");
	text = sample_print(doc, DOSSIER_TEXT, 80);
	csv = sample_print(doc, DOSSIER_CSV, 80);
	assert_string_equal(text, "T\n=\n\nDag    Afspraak\n"
	    "-----  ----------\n1 mei  bellen\n        schrijven\n");
	assert_string_equal(csv, "\xEF\xBB\xBF" "Dag;Afspraak\r\n"
	    "1 mei;\"bellen\nschrijven\"\r\n");
	free(text);
	free(csv);
	dossier_document_free(doc);
}

static void
test_numbers_whole_bullets_hang_quiet_tables(void **state)
{
	const struct ds_column columns[] = { { "Wie", DS_LEFT } };
	dossier_document *doc = ds_document_new(DOSSIER_DUTCH, "T");
	char *text, *html;

	(void)state;
	ds_paragraph(doc, "- een lange regel met punten");
	ds_cell(doc, ds_table_row(doc, ds_table(doc, NULL, columns, 1)), 0,
	    "Jan <Bos>, 06-12345678 of 1-2");
	ds_table_quiet(ds_table(doc, NULL, columns, 1));
	text = sample_print(doc, DOSSIER_TEXT, 20);
	html = sample_print(doc, DOSSIER_HTML, 0);
	assert_non_null(strstr(text, "- een lange regel\n  met punten\n"));
	assert_null(strstr(text, "(geen)"));
	assert_non_null(strstr(html, "<td>Jan &lt;Bos&gt;, "
	    "<span class=\"whole\">06-12345678</span> of 1-2</td>"));
	assert_null(strstr(html, "colspan"));
	free(text);
	free(html);
	dossier_document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_csv),
		cmocka_unit_test(test_csv_of_fields),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_html),
		cmocka_unit_test(test_nothing_but_a_title),
		cmocka_unit_test(test_empty_table),
		cmocka_unit_test(
		    test_table_without_caption_is_named_by_its_heading),
		cmocka_unit_test(test_long_names_fit),
		cmocka_unit_test(test_wrapping_keeps_words_and_days_whole),
		cmocka_unit_test(test_too_many_columns_become_fields),
		cmocka_unit_test(test_wide_characters_stand_in_columns),
		cmocka_unit_test(test_newline_in_a_cell),
		cmocka_unit_test(
		    test_numbers_whole_bullets_hang_quiet_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
