/* SPDX-License-Identifier: EUPL-1.2 */
/* A document's data as YAML, and that reading it gives the same data. */
#include <stddef.h>
#include <stdio.h>

#include "read_back.h"

#define LS "\xE2\x80\xA8"
#define NEL "\xC2\x85"
#define BOM "\xEF\xBB\xBF"
#define RLO "\xE2\x80\xAE"

static dossier_document *doc;

static int
begin(void **state)
{
	doc = ds_document_new(DOSSIER_DUTCH, "T");
	if (doc == NULL)
		return 1;
	doc->single = true;
	return 0;
}

static int
end(void **state)
{
	dossier_document_free(doc);
	return 0;
}

static void
expect(const char *wanted)
{
	char *text = sample_print(doc, DOSSIER_YAML, 0);

	assert_string_equal(text, wanted);
	free(text);
}

/* ---- what it looks like ---- */

static void
test_one_map_stands_by_itself(void **state)
{
	struct ds_value *map, *list, *inner;

	map = ds_put_map(doc, doc->data, NULL);
	ds_put_text(doc, map, "name", "Zoë de Vries");
	ds_put_text(doc, map, "class", NULL);
	ds_put_int(doc, map, "year", -4);
	ds_put_bool(doc, map, "late", true);
	ds_put_day(doc, map, "due", ds_day_of(2026, 8, 31));
	ds_put_list(doc, map, "none");
	ds_put_map(doc, map, "nothing");
	list = ds_put_list(doc, map, "enrolments");
	inner = ds_put_map(doc, list, NULL);
	ds_put_text(doc, inner, "school", "02QZ00");
	ds_put_text(doc, ds_put_list(doc, inner, "notes"), NULL, "a\n b\n");
	ds_put_text(doc, ds_put_list(doc, list, NULL), NULL, "x");
	ds_put_text(doc, ds_put_map(doc, map, "home"), "street", "Kade 1");
	expect("name: Zoë de Vries\n"
	    "class: null\n"
	    "year: -4\n"
	    "late: true\n"
	    "due: \"2026-08-31\"\n"
	    "none: []\n"
	    "nothing: {}\n"
	    "enrolments:\n"
	    "  - school: \"02QZ00\"\n"
	    "    notes:\n"
	    "      - |\n"
	    "        a\n"
	    "         b\n"
	    "  - - x\n"
	    "home:\n"
	    "  street: Kade 1\n");
	read_back(doc);
}

static void
test_more_stand_in_a_list(void **state)
{
	struct ds_value *map;

	expect("[]\n");
	ds_put_map(doc, doc->data, NULL);
	expect("{}\n");
	map = ds_put_map(doc, doc->data, NULL);
	ds_put_text(doc, map, "a", "x");
	ds_put_text(doc, map, "on", "no");
	expect("- {}\n- a: x\n  \"on\": \"no\"\n");
	read_back(doc);
}

/* In the order of the pairs: as it is put, as it is printed after "a: ". */
static void
expect_texts(const char *const pairs[][2], size_t count)
{
	struct ds_buf wanted = DS_BUF_INIT;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	char key[24];
	size_t i;

	for (i = 0; i < count; i++) {
		snprintf(key, sizeof key, "k%zu", i);
		ds_put_text(doc, map, key, pairs[i][0]);
		ds_buf_printf(&wanted, "%s: %s\n", key, pairs[i][1]);
	}
	expect(wanted.data);
	ds_buf_free(&wanted);
}

/* Each as a key and as its text, with `quote` around them. */
static void
expect_around(const char *quote, const char *const *texts, size_t count)
{
	struct ds_buf wanted = DS_BUF_INIT;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	size_t i;

	for (i = 0; i < count; i++) {
		ds_put_text(doc, map, texts[i], texts[i]);
		ds_buf_printf(&wanted, "%s%s%s: %s%s%s\n", quote, texts[i],
		    quote, quote, texts[i], quote);
	}
	expect(wanted.data);
	ds_buf_free(&wanted);
}

static void
test_long_texts_keep_their_lines(void **state)
{
	static const char *const pairs[][2] = {
		{ "a\nb", "|-\n  a\n  b" },
		{ "a\nb\n", "|\n  a\n  b" },
		{ "a\n\n\n", "|+\n  a\n\n" },
		{ "a\n\n  b: c\n# d", "|-\n  a\n\n    b: c\n  # d" },
		{ "- a\n---\n%x", "|-\n  - a\n  ---\n  %x" },
		{ "a\n", "|\n  a" },
		{ "\na", "\"\\na\"" },
		{ " a\nb", "\" a\\nb\"" },
		{ "\n", "\"\\n\"" },
		{ "a\n\tb", "\"a\\n\\tb\"" },
		{ "a\nb" RLO, "\"a\\nb\\u202e\"" },
	};

	expect_texts(pairs, sizeof pairs / sizeof pairs[0]);
	read_back(doc);
}

static void
test_what_yaml_would_change_is_quoted(void **state)
{
	static const char *const texts[] = {
		"", "y", "N", "yes", "No", "ON", "off", "true", "False",
		"null", "NULL", "Null", "~", "0", "-1", "+31612345678", "1.5",
		".5", ".inf", "-.INF", ".NaN", "1e3", "0x1F", "0o17", "0b1",
		"1_000", "12:30", "190:20:30", "0344", "2026-08-31",
		"2026-08-31 10:00:00", "3311 AB", "=", "<<", "-", "- a", "?",
		"? a", ":", ": a", ",", "[", "]", "[a]", "{", "}", "{a: b}",
		"#", "#a", "&a", "*a", "!a", "!!str a", "|", ">", "'a'", "%a",
		"@a", "`a`", "a: b", "a:", "a #b", " a", "a ", "---", "...",
		"--- a", "(a)", "/a", "\xC2\xA0x", "*", "a: ",
		"e1", "E+12",
	};

	expect_around("\"", texts, sizeof texts / sizeof texts[0]);
	read_back(doc);
}

static void
test_what_cannot_be_seen_is_spelled_out(void **state)
{
	static const char *const pairs[][2] = {
		{ "a\tb", "\"a\\tb\"" },
		{ "a\"b\\c\t", "\"a\\\"b\\\\c\\t\"" },
		{ "a" LS "b", "\"a\\u2028b\"" },
		{ BOM "a", "\"\\ufeffa\"" },
		{ "a" RLO "b", "\"a\\u202eb\"" },
		{ "\xEF\xBF\xBF", "\"\\uffff\"" },
	};

	expect_texts(pairs, sizeof pairs / sizeof pairs[0]);
	read_back(doc);
}

/* Reading refuses these; they stand in no text of ours. */
static void
test_control_characters_are_spelled_out(void **state)
{
	static const char *const pairs[][2] = {
		{ "a\x1b[2J", "\"a\\u001b[2J\"" },
		{ "a\rb\x7f", "\"a\\u000db\\u007f\"" },
		{ "a" NEL "b", "\"a\\u0085b\"" },
		{ "\xC2\x9b" "a\nb", "\"\\u009ba\\nb\"" },
	};

	expect_texts(pairs, sizeof pairs / sizeof pairs[0]);
}

static void
test_plain_where_it_can_be(void **state)
{
	static const char *const texts[] = {
		"a", "Zoë", "Élise", "李小龍", "عمر", "foto's", "a \"b\" c",
		"http://x.nl/a#b", "an@klimop.nl", "a, b [c] {d}", "a:b c",
		"a#b", "Ja? Nee!", "nee", "yes please", "true story", "a\\b",
		"x - y", "a  b", "Nullen", "👍",
		"e1a", "e klas",
	};

	expect_around("", texts, sizeof texts / sizeof texts[0]);
	read_back(doc);
}

/* ---- comments ---- */

static void
put_commented(void)
{
	struct ds_value *map, *list;

	ds_put_comment(doc, "Dossier van Zoë.");
	ds_put_comment(doc, "\nBewaar en sluit.");
	map = ds_put_map(doc, doc->data, NULL);
	ds_put_comment(doc, "De naam, zoals die in het paspoort staat, en "
	    "niet zoals iemand genoemd wil worden.");
	ds_put_text(doc, map, "name", "Zoë");
	ds_put_text(doc, map, "note", "a\n\n");
	ds_put_comment(doc, "Scholen");
	list = ds_put_list(doc, map, "schools");
	ds_put_comment(doc, "de eerste");
	map = ds_put_map(doc, list, NULL);
	ds_put_comment(doc, "code");
	ds_put_text(doc, map, "school", "K\xC3\xA9");
	ds_put_comment(doc, "dag");
	ds_put_text(doc, map, "from", NULL);
	ds_put_comment(doc, "een\nlijst");
	list = ds_put_list(doc, list, NULL);
	ds_put_comment(doc, "daarin");
	ds_put_text(doc, list, NULL, "x");
	ds_put_comment(doc, "Einde");
}

static void
test_comments_stand_above(void **state)
{
	put_commented();
	doc->comments = true;
	expect("# Dossier van Zoë.\n#\n# Bewaar en sluit.\n"
	    "\n"
	    "# De naam, zoals die in het paspoort staat, en niet zoals iemand "
	    "genoemd wil\n# worden.\n"
	    "name: Zoë\n"
	    "note: |+\n"
	    "  a\n"
	    "\n"
	    "# Scholen\n"
	    "schools:\n"
	    "  # de eerste\n"
	    "  # code\n"
	    "  - school: Ké\n"
	    "    # dag\n"
	    "    from: null\n"
	    "  # een\n"
	    "  # lijst\n"
	    "  # daarin\n"
	    "  - - x\n"
	    "# Einde\n");
	read_back(doc);
}

static void
test_comments_only_when_asked(void **state)
{
	char *json;

	put_commented();
	expect("name: Zoë\nnote: |+\n  a\n\nschools:\n  - school: Ké\n"
	    "    from: null\n  - - x\n");
	doc->comments = true;
	json = sample_print(doc, DOSSIER_JSON, 0);
	assert_null(strstr(json, "paspoort"));
	free(json);
}

static void
test_comments_above_the_maps_of_a_list(void **state)
{
	ds_put_comment(doc, "one");
	ds_put_text(doc, ds_put_map(doc, doc->data, NULL), "a", "b");
	ds_put_comment(doc, "two");
	ds_put_map(doc, doc->data, NULL);
	doc->comments = true;
	expect("# one\n- a: b\n# two\n- {}\n");
	read_back(doc);
}

static void
test_comments_stay_comments(void **state)
{
	ds_put_comment(doc, "a\nb: 1\r\nc: 2\rd: 3" NEL "e: 4" LS "f: 5\n"
	    BOM "\x1b[2J\tx\f---\n%YAML 1.1\n\n---");
	ds_put_text(doc, ds_put_map(doc, doc->data, NULL), "k", "v");
	doc->comments = true;
	expect("# a\n# b: 1\n# c: 2\\x0dd: 3\\x85e: 4\n# f: 5\n"
	    "# \\ufeff\\x1b[2J x\\x0c---\n# %YAML 1.1\n#\n# ---\n\nk: v\n");
	read_back(doc);
}

static void
test_every_allocation_may_fail(void **state)
{
	dossier_status status;
	struct printed printed;
	unsigned long n;

	put_commented();
	doc->comments = true;
	for (n = 1; ; n++) {
		printed = (struct printed){ NULL, 0 };
		ds_mem_fail_at(n);
		status = dossier_document_print(doc, DOSSIER_YAML, 0,
		    sample_write, &printed, NULL);
		free(printed.text);
		if (!ds_mem_failed())
			break;
		assert_int_equal(status, DOSSIER_NO_MEMORY);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	assert_true(n > 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_one_map_stands_by_itself),
		TEST(test_more_stand_in_a_list),
		TEST(test_long_texts_keep_their_lines),
		TEST(test_what_yaml_would_change_is_quoted),
		TEST(test_what_cannot_be_seen_is_spelled_out),
		TEST(test_control_characters_are_spelled_out),
		TEST(test_plain_where_it_can_be),
		TEST(test_comments_stand_above),
		TEST(test_comments_only_when_asked),
		TEST(test_comments_above_the_maps_of_a_list),
		TEST(test_comments_stay_comments),
		TEST(test_every_allocation_may_fail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
