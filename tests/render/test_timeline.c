/* SPDX-License-Identifier: EUPL-1.2 */
#include <stddef.h>
#include <stdio.h>

#include "sample.h"

#define OPEN DOSSIER_NO_DAY

static struct ds_span
span(dossier_day from, dossier_day until)
{
	return (struct ds_span){ from, until };
}

/* From school to a kept job, with 61 days on which nobody is there. */
static void
put_way(dossier_document *doc)
{
	struct ds_block *line = ds_timeline(doc, "From school to work",
	    span(ds_day_of(2025, 8, 1), ds_day_of(2027, 7, 31)),
	    ds_day_of(2026, 3, 2));

	ds_timeline_bar(doc, line, "School", "De Wissel",
	    span(ds_day_of(2021, 8, 1), ds_day_of(2026, 7, 31)),
	    DS_BAR_SCHOOL);
	ds_timeline_bar(doc, line, "Stage", "Bakery",
	    span(ds_day_of(2026, 1, 5), ds_day_of(2026, 6, 26)),
	    DS_BAR_STAGE);
	ds_timeline_bar(doc, line, "Work", "Garden centre",
	    span(ds_day_of(2026, 10, 1), OPEN), DS_BAR_WORK);
	ds_timeline_bar(doc, line, "Lead", "De Wissel",
	    span(ds_day_of(2024, 11, 25), ds_day_of(2026, 7, 31)),
	    DS_BAR_LEAD);
	ds_timeline_bar(doc, line, "Lead", NULL,
	    span(ds_day_of(2026, 8, 1), ds_day_of(2026, 9, 30)), DS_BAR_GAP);
	ds_timeline_bar(doc, line, "Lead", "Wilgerdam",
	    span(ds_day_of(2026, 10, 1), OPEN), DS_BAR_LEAD);
}

static dossier_document *
way(void)
{
	dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "T");

	assert_non_null(doc);
	put_way(doc);
	return doc;
}

static dossier_document *
empty(void)
{
	dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "T");

	assert_non_null(doc);
	return doc;
}

/* How often `part` stands in `text`. */
static size_t
count_of(const char *text, const char *part)
{
	size_t count = 0;

	for (; (text = strstr(text, part)) != NULL; text += strlen(part))
		count++;
	return count;
}

static void
test_text(void **state)
{
	dossier_document *doc = way();
	char *text = sample_print(doc, DOSSIER_TEXT, 80);

	assert_string_equal(text,
	    "T\n"
	    "=\n"
	    "\n"
	    "From school to work\n"
	    "           2025        2026                                2027\n"
	    "           Sep   Nov   Jan  Mar   May   Jul    Sep   Nov   Jan"
	    "  Mar   May   Jul\n"
	    "           |.....|.....|....|.....|.....|......|.....|.....|"
	    "....|.....|.....|...\n"
	    "School  <= De Wissel ======================]\n"
	    "Stage                  [~ Bakery ~~~~~~]\n"
	    "Work                         :                    "
	    "[# Garden centre ############>\n"
	    "Lead    <- De Wissel ----------------------]!!!!!!"
	    "[- Wilgerdam ---------------->\n"
	    "                             ^ today: 2026-03-02\n"
	    "= school, ~ stage, # work, - lead, ! gap, < earlier, > runs on\n"
	    "\n"
	    "Part    What           From        Until\n"
	    "------  -------------  ----------  ----------\n"
	    "School  De Wissel      2021-08-01  2026-07-31\n"
	    "Stage   Bakery         2026-01-05  2026-06-26\n"
	    "Work    Garden centre  2026-10-01  runs on\n"
	    "Lead    De Wissel      2024-11-25  2026-07-31\n"
	    "Lead    gap            2026-08-01  2026-09-30\n"
	    "Lead    Wilgerdam      2026-10-01  runs on\n");
	free(text);
	dossier_document_free(doc);
}

/* What nobody limits is as wide as a terminal. */
static void
test_widths(void **state)
{
	static const int widths[] = { 0, 20, 33, 60, 80, 120 };
	dossier_document *doc = way();
	char *text;
	size_t i;

	for (i = 0; i < sizeof widths / sizeof widths[0]; i++) {
		text = sample_print(doc, DOSSIER_TEXT, widths[i]);
		sample_check_lines(text, widths[i] == 0 ? 80 : widths[i]);
		assert_non_null(strchr(text, '!'));
		assert_non_null(strchr(text, '>'));
		free(text);
	}
	dossier_document_free(doc);
}

/* A day without a name is seen, however long the years around it. */
static void
test_a_day_in_twenty_years(void **state)
{
	dossier_document *doc = empty();
	struct ds_block *line = ds_timeline(doc, NULL,
	    span(ds_day_of(2020, 1, 1), ds_day_of(2039, 12, 31)), OPEN);
	char *text;

	ds_timeline_bar(doc, line, "Lead", "A",
	    span(ds_day_of(2020, 1, 1), ds_day_of(2029, 7, 31)), DS_BAR_LEAD);
	ds_timeline_bar(doc, line, "Lead", NULL,
	    span(ds_day_of(2029, 8, 1), ds_day_of(2029, 8, 1)), DS_BAR_GAP);
	ds_timeline_bar(doc, line, "Lead", "B",
	    span(ds_day_of(2029, 8, 2), ds_day_of(2039, 12, 31)),
	    DS_BAR_LEAD);
	ds_timeline_bar(doc, line, "Work", "Signed",
	    span(ds_day_of(2039, 12, 31), ds_day_of(2039, 12, 31)),
	    DS_BAR_WORK);
	text = sample_print(doc, DOSSIER_TEXT, 60);
	assert_non_null(strstr(text,
	    "\n"
	    "      2020 2022 2024  2026 2028  2030 2032 2034  2036 2038\n"
	    "      |....|....|.....|....|.....|....|....|.....|....|.....\n"
	    "Lead  [- A -------------------]![- B ----------------------]\n"
	    "Work                                                       *\n"
	    "- lead, ! gap, * moment\n"
	    "\n"));
	sample_check_lines(text, 60);
	free(text);
	dossier_document_free(doc);
}

static void
test_bars_at_once_stand_beneath_each_other(void **state)
{
	dossier_document *doc = empty();
	struct ds_block *line = ds_timeline(doc, NULL, span(OPEN, OPEN),
	    OPEN);
	char *text;

	ds_timeline_bar(doc, line, "Work", "Second",
	    span(ds_day_of(2026, 2, 1), ds_day_of(2026, 4, 30)),
	    DS_BAR_WORK);
	ds_timeline_bar(doc, line, "Work", "First",
	    span(ds_day_of(2026, 1, 1), ds_day_of(2026, 2, 28)),
	    DS_BAR_WORK);
	ds_timeline_bar(doc, line, "Work", "Letter",
	    span(ds_day_of(2026, 3, 1), ds_day_of(2026, 3, 1)), DS_BAR_WORK);
	text = sample_print(doc, DOSSIER_TEXT, 40);
	assert_non_null(strstr(text,
	    "\n"
	    "      2026\n"
	    "      Jan     Feb     Mar      Apr\n"
	    "      |.......|.......|........|........\n"
	    "Work  [# First ######]* Letter\n"
	    "              [# Second ###############]\n"
	    "# work, * moment\n"
	    "\n"));
	free(text);
	dossier_document_free(doc);
}

static void
test_wide_and_combining_letters(void **state)
{
	static const char *const names[] = { "李小龍", "Zoe\xCC\x88",
	    "عمر بن", "👩‍👩‍👧" };
	dossier_document *doc = empty();
	struct ds_block *line = ds_timeline(doc, NULL,
	    span(ds_day_of(2026, 1, 1), ds_day_of(2026, 12, 31)), OPEN);
	char *text;
	size_t i;

	for (i = 0; i < 4; i++)
		ds_timeline_bar(doc, line, names[i], names[i],
		    span(ds_day_of(2026, 1, 1), ds_day_of(2026, 12, 31)),
		    DS_BAR_STAGE);
	text = sample_print(doc, DOSSIER_TEXT, 30);
	assert_non_null(strstr(text,
	    "\n李小龍  [~ 李小龍 ~~~~~~~~~~~]\n"
	    "Zoe\xCC\x88     [~ Zoe\xCC\x88 ~~~~~~~~~~~~~~]\n"));
	sample_check_lines(text, 30);
	free(text);
	dossier_document_free(doc);
}

static void
test_outside_and_backwards_only_in_the_table(void **state)
{
	dossier_document *doc = empty();
	struct ds_block *line = ds_timeline(doc, NULL,
	    span(ds_day_of(2026, 1, 1), ds_day_of(2026, 12, 31)),
	    ds_day_of(2030, 1, 1));
	char *text;

	ds_timeline_bar(doc, line, "Past", "Over",
	    span(OPEN, ds_day_of(2025, 12, 31)), DS_BAR_WORK);
	ds_timeline_bar(doc, line, "Wrong", "Backwards",
	    span(ds_day_of(2026, 5, 2), ds_day_of(2026, 5, 1)), DS_BAR_WORK);
	text = sample_print(doc, DOSSIER_TEXT, 60);
	assert_non_null(strstr(text, ".\nPast\nWrong\n\nPart"));
	assert_non_null(strstr(text, "Over       earlier     2025-12-31\n"));
	assert_non_null(strstr(text, "Backwards  2026-05-02  2026-05-01\n"));
	assert_null(strstr(text, "today"));
	free(text);
	dossier_document_free(doc);
}

/* No bar, or none with a day: the table alone. */
static void
test_nothing_to_draw(void **state)
{
	dossier_document *doc = empty();
	struct ds_block *line;
	char *text, *html;

	ds_timeline(doc, "Empty", span(OPEN, OPEN), OPEN);
	line = ds_timeline(doc, "Always", span(OPEN, OPEN), OPEN);
	ds_timeline_bar(doc, line, "Lead", NULL, span(OPEN, OPEN),
	    DS_BAR_SUPPORT);
	text = sample_print(doc, DOSSIER_TEXT, 60);
	html = sample_print(doc, DOSSIER_HTML, 0);
	assert_string_equal(text, "T\n=\n\n"
	    "Empty\n"
	    "Part  What  From  Until\n"
	    "----  ----  ----  -----\n"
	    "(none)\n\n"
	    "Always\n"
	    "Part  What     From     Until\n"
	    "----  -------  -------  -------\n"
	    "Lead  support  earlier  runs on\n");
	assert_null(strstr(html, "<svg"));
	assert_non_null(strstr(html, "<caption>Always</caption>"));
	free(text);
	free(html);
	dossier_document_free(doc);
}

static void
test_csv_and_json(void **state)
{
	static const struct ds_column columns[] = { { "A", DS_LEFT } };
	dossier_document *doc = way();
	char *csv = sample_print(doc, DOSSIER_CSV, 0);
	char *json = sample_print(doc, DOSSIER_JSON, 0);

	assert_non_null(strstr(csv, "Part;What;From;Until\r\n"
	    "School;De Wissel;2021-08-01;2026-07-31\r\n"));
	assert_string_equal(json, "[]\n");
	free(csv);
	ds_table(doc, NULL, columns, 1);
	csv = sample_print(doc, DOSSIER_CSV, 0);
	assert_string_equal(csv, "\xEF\xBB\xBF" "A\r\n");
	free(csv);
	free(json);
	dossier_document_free(doc);
}

static void
test_html(void **state)
{
	dossier_document *doc = way();
	char *html;

	ds_heading(doc, "Once more");
	put_way(doc);
	html = sample_print(doc, DOSSIER_HTML, 0);
	assert_int_equal(count_of(html, "<svg role=\"img\""), 2);
	assert_int_equal(count_of(html, "id=\"timeline-0-title\""), 1);
	assert_int_equal(count_of(html, "id=\"timeline-2-title\""), 1);
	assert_int_equal(count_of(html, "aria-labelledby=\"timeline-2-title "
	    "timeline-2-told\""), 1);
	assert_int_equal(count_of(html, "<g aria-hidden=\"true\">"), 2);
	assert_int_equal(count_of(html, "<title id=\"timeline-0-title\">"
	    "From school to work</title>"), 1);
	assert_int_equal(count_of(html, "<td>Wilgerdam</td>"), 2);
	/* The gap's pattern, in the lane and in the key. */
	assert_int_equal(count_of(html, "fill=\"url(#timeline-0-5)\""), 2);
	assert_null(strstr(html, "http://"));
	assert_null(strstr(html, "<script"));
	free(html);
	dossier_document_free(doc);
}

static void
test_hostile(void **state)
{
	static const char *const texts[] = { "<script>alert(1)</script>",
	    "\"><image href=x onerror=y>", "</title></svg><img src=x>",
	    "a\x1b[2Jb\xC2\x9B.", "\xE2\x80\xAEgpj", "a\nb\r\nc\td",
	    "\xff\xc3(", "\xCC\x88\xCC\x88", " ", "" };
	static const int widths[] = { 20, 60, 120 };
	dossier_document *doc = empty();
	struct ds_block *line = ds_timeline(doc, texts[2],
	    span(ds_day_of(2026, 1, 1), OPEN), ds_day_of(2026, 1, 1));
	char *text;
	size_t i;

	for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
		ds_timeline_bar(doc, line, texts[i], texts[i],
		    span(ds_day_of(2026, 1, 1 + (int)i), OPEN),
		    (enum ds_bar_style)(i % DS_BAR_STYLES));
	ds_timeline_bar(doc, line, NULL, NULL, span(OPEN, OPEN), DS_BAR_GAP);
	for (i = 0; i < 3; i++) {
		text = sample_print(doc, DOSSIER_TEXT, widths[i]);
		sample_check_lines(text, widths[i]);
		assert_null(strpbrk(text, "\t\r\x1b"));
		assert_null(strstr(text, "\xE2\x80\xAE"));
		free(text);
	}
	text = sample_print(doc, DOSSIER_HTML, 0);
	assert_int_equal(count_of(text, "</svg>"), count_of(text, "<svg"));
	assert_null(strstr(text, "<script"));
	assert_null(strstr(text, "<im"));
	assert_null(strpbrk(text, "\r\x1b"));
	assert_int_equal(ds_utf8_valid(text, strlen(text)), strlen(text));
	free(text);
	dossier_document_free(doc);
}

/* Each allocation fails once, in building and in every printer. */
static void
test_no_memory_is_a_status(void **state)
{
	struct printed printed;
	dossier_document *doc;
	dossier_status status;
	unsigned long n;
	int format, failed;

	for (format = DOSSIER_TEXT; format <= DOSSIER_HTML; format++) {
		failed = 1;
		for (n = 1; failed; n++) {
			printed = (struct printed){ NULL, 0 };
			status = DOSSIER_NO_MEMORY;
			ds_mem_fail_at(n);
			doc = ds_document_new(DOSSIER_ENGLISH, "T");
			if (doc != NULL) {
				put_way(doc);
				status = dossier_document_print(doc,
				    (dossier_format)format, 60, sample_write,
				    &printed, NULL);
			}
			failed = ds_mem_failed();
			ds_mem_fail_at(0);
			assert_int_equal(status,
			    failed ? DOSSIER_NO_MEMORY : DOSSIER_OK);
			dossier_document_free(doc);
			free(printed.text);
		}
		assert_true(n > 3);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_widths),
		cmocka_unit_test(test_a_day_in_twenty_years),
		cmocka_unit_test(test_bars_at_once_stand_beneath_each_other),
		cmocka_unit_test(test_wide_and_combining_letters),
		cmocka_unit_test(test_outside_and_backwards_only_in_the_table),
		cmocka_unit_test(test_nothing_to_draw),
		cmocka_unit_test(test_csv_and_json),
		cmocka_unit_test(test_html),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_no_memory_is_a_status),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
