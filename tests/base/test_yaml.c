/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/yaml.h"

static struct ds_arena arena;
static dossier_error err;

static dossier_status
parse_bytes(struct ds_yaml **out, const char *bytes, size_t size)
{
	memset(&err, 0, sizeof err);
	ds_arena_free(&arena);
	return ds_yaml_parse(out, &arena, bytes, size, "pack.yaml", &err);
}

static struct ds_yaml *
parse(const char *text)
{
	struct ds_yaml *root;

	assert_int_equal(parse_bytes(&root, text, strlen(text)), DOSSIER_OK);
	assert_non_null(root);
	return root;
}

static void
expect_place(const char *text, int line, int column)
{
	assert_string_equal(err.file, "pack.yaml");
	if (err.line != line || err.column != column)
		print_message("in: %s\n", text);
	assert_int_equal(err.line, line);
	assert_int_equal(err.column, column);
}

static void
expect_refusal(const char *text, int line, int column, const char *word)
{
	struct ds_yaml *root;

	assert_int_equal(parse_bytes(&root, text, strlen(text)),
	    DOSSIER_INVALID);
	assert_null(root);
	assert_int_equal(err.status, DOSSIER_INVALID);
	if (strstr(err.message, word) == NULL)
		print_message("%s: %s\n", text, err.message);
	assert_non_null(strstr(err.message, word));
	expect_place(text, line, column);
}

static void
expect_text(const struct ds_yaml *map, const char *key, const char *text)
{
	const struct ds_yaml *node = ds_yaml_get(map, key);

	assert_non_null(node);
	assert_int_equal(node->kind, DS_YAML_TEXT);
	assert_string_equal(node->text, text);
}

static int
drop(void **state)
{
	(void)state;
	ds_arena_free(&arena);
	return 0;
}

/* ---- the tree ---- */

static void
a_tree_with_places(void **state)
{
	const struct ds_yaml *root, *list, *item;

	(void)state;
	root = parse("# pakket\n"
	    "name: Drechtsteden\n"
	    "terms:\n"
	    "  - id: warm\n"
	    "    days: 28\n"
	    "  - {id: koud, days: '14'}\n");
	assert_int_equal(root->kind, DS_YAML_MAP);
	assert_int_equal(root->line, 2);
	assert_int_equal(root->column, 1);
	assert_int_equal(root->count, 2);
	assert_null(root->key);
	assert_null(root->text);
	expect_text(root, "name", "Drechtsteden");
	assert_int_equal(root->first->column, 7);
	list = ds_yaml_get(root, "terms");
	assert_ptr_equal(list, root->first->next);
	assert_int_equal(list->kind, DS_YAML_LIST);
	assert_int_equal(list->key_line, 3);
	assert_int_equal(list->key_column, 1);
	assert_int_equal(list->count, 2);
	item = list->first;
	assert_int_equal(item->line, 4);
	assert_int_equal(item->column, 5);
	expect_text(item, "days", "28");
	assert_true(ds_yaml_get(item, "days")->plain);
	item = item->next;
	assert_null(item->next);
	expect_text(item, "id", "koud");
	assert_false(ds_yaml_get(item, "days")->plain);
	assert_int_equal(ds_yaml_get(item, "days")->column, 22);
	assert_null(ds_yaml_get(item, "none"));
	assert_null(ds_yaml_get(list, "id"));
	assert_null(ds_yaml_get(NULL, "id"));
}

static void
texts_stay_as_they_are_written(void **state)
{
	const struct ds_yaml *root;

	(void)state;
	root = parse("zero: 007\nyes: yes\nrange: \"[0..50)\"\nopen: 0..50]\n"
	    "foto: foto's\nlong: |\n  een [\n  twee {\nfold: >\n  a\n  b\n"
	    "accent: Zoe\xCC\x88\nempty:\nsep: a:b #c\n");
	expect_text(root, "zero", "007");
	expect_text(root, "yes", "yes");
	expect_text(root, "range", "[0..50)");
	expect_text(root, "open", "0..50]");
	expect_text(root, "foto", "foto's");
	expect_text(root, "long", "een [\ntwee {\n");
	expect_text(root, "fold", "a b\n");
	expect_text(root, "accent", "Zo\xC3\xAB");
	expect_text(root, "empty", "");
	expect_text(root, "sep", "a:b");
}

/* Half-open ranges never close their bracket; a pack holds hundreds. */
static void
brackets_in_texts_do_not_count(void **state)
{
	struct ds_buf text = DS_BUF_INIT;
	int i;

	(void)state;
	for (i = 0; i < 500; i++)
		ds_buf_printf(&text, "- \"[%d..%d)\"\n- x [[ {\n", i, i + 1);
	assert_int_equal(parse(text.data)->count, 1000);
	ds_buf_free(&text);
}

static void
nothing_is_an_empty_map(void **state)
{
	static const char *const texts[] = {
		"", "\n\n", "# only this\n", "---\n", "---\n...\n",
		"\xEF\xBB\xBF", "{}",
	};
	const struct ds_yaml *root;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		root = parse(texts[i]);
		assert_int_equal(root->kind, DS_YAML_MAP);
		assert_int_equal(root->count, 0);
		assert_null(root->first);
		assert_int_equal(root->line, 1);
	}
}

static void
null_is_plain_only(void **state)
{
	const struct ds_yaml *root;

	(void)state;
	root = parse("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: x\ng: []\n");
	assert_true(ds_yaml_is_null(ds_yaml_get(root, "a")));
	assert_true(ds_yaml_is_null(ds_yaml_get(root, "b")));
	assert_true(ds_yaml_is_null(ds_yaml_get(root, "c")));
	assert_false(ds_yaml_is_null(ds_yaml_get(root, "d")));
	assert_false(ds_yaml_is_null(ds_yaml_get(root, "e")));
	assert_false(ds_yaml_is_null(ds_yaml_get(root, "f")));
	assert_false(ds_yaml_is_null(ds_yaml_get(root, "g")));
}

static void
a_bom_and_windows_lines(void **state)
{
	const struct ds_yaml *root;

	(void)state;
	root = parse("\xEF\xBB\xBF" "a: 1\r\nb:\r\n  - 2\r\n");
	expect_text(root, "a", "1");
	assert_int_equal(root->column, 1);
	assert_int_equal(ds_yaml_get(root, "b")->first->line, 3);
}

/* ---- what is refused ---- */

static void
what_yaml_has_and_we_do_not(void **state)
{
	(void)state;
	expect_refusal("a: 1\nb: *a\n", 2, 4, "reference (*a)");
	expect_refusal("a: &x 1\nb: 2\n", 1, 4, "mark (&x)");
	expect_refusal("a:\n  &x\n  b: 1\n", 2, 3, "mark (&x)");
	expect_refusal("a: &x [1]\n", 1, 4, "mark (&x)");
	expect_refusal("a: !!str 1\n", 1, 4, "type (!)");
	expect_refusal("a: !x [1]\n", 1, 4, "type (!)");
	expect_refusal("a: !<tag:x> {b: 1}\n", 1, 4, "type (!)");
	expect_refusal("a: 1\n---\nb: 2\n", 2, 1, "second document");
	expect_refusal("a: 1\n...\n---\nb: 2\n", 3, 1, "second document");
	expect_refusal("%YAML 1.1\n---\na: 1\n", 1, 1, "start with %");
	expect_refusal("a: 1\n...\n%TAG ! x\n", 3, 1, "start with %");
	expect_refusal("? [a]\n: 1\n", 1, 3, "plain text");
	expect_refusal("{a: 1}: 2\n", 1, 1, "plain text");
}

static void
keys_that_stand_twice(void **state)
{
	(void)state;
	expect_refusal("a: 1\nb: 2\na: 3\n", 3, 1, "line 1");
	expect_refusal("x:\n  - {b: 1, 'b': 2}\n", 2, 12, "\"b\"");
	expect_refusal("c: 1\nb: 1\nb: 2\nc: 2\n", 3, 1, "\"b\"");
	expect_refusal("Zo\xC3\xAB: 1\nZoe\xCC\x88: 2\n", 2, 1, "twice");
	assert_int_equal(parse("a: {b: 1}\nb: {a: 1}\n")->count, 2);
}

static void
what_is_no_yaml(void **state)
{
	(void)state;
	expect_refusal("a: 1\nb: \"x\nc: 2\n", 2, 4, "never closed");
	expect_refusal("a: 'x\n", 1, 4, "never closed");
	expect_refusal("a: [1, 2\nb: 3\n", 1, 4, "closed with ]");
	expect_refusal("a: {b: 1\nc: 2\n", 1, 4, "closed with }");
	expect_refusal("a: b: c\n", 1, 5, "colon");
	expect_refusal("a: 1\n b: 2\n", 2, 3, "indented");
	expect_refusal("a: 1\n- b\n", 2, 1, "indented");
	expect_refusal("a:\n\t- b\n", 2, 1, "tab");
	expect_refusal("a: @x\n", 1, 4, "quotes");
	expect_refusal("a: *\n", 1, 5, "quotes");
	expect_refusal("a: \"\\q\"\n", 1, 5, "backslash");
	expect_refusal("a: |x\n  y\n", 1, 5, "next line");
	expect_refusal("a: ]\n", 1, 4, "bracket");
}

static void
what_is_no_text(void **state)
{
	struct ds_yaml *root;

	(void)state;
	expect_refusal("a: 1\nb: Zo\xEB\n", 2, 6, "UTF-8");
	expect_refusal("a: \xC3\xAB\x1B\n", 1, 5, "control");
	expect_refusal("a: 1\nb: \"x\\x1by\"\n", 2, 4, "control");
	expect_refusal("\"a\\0\": 1\n", 1, 1, "control");
	expect_refusal("a: \"\\x9b\"\n", 1, 4, "control");
	expect_text(parse("a: \"x\\ny\\tz\"\n"), "a", "x\ny\tz");
	assert_int_equal(parse_bytes(&root, "a: x\0y\n", 7), DOSSIER_INVALID);
	expect_place("NUL", 1, 5);
	assert_int_equal(parse_bytes(&root, "\xFF\xFE" "a\0", 4),
	    DOSSIER_INVALID);
	expect_place("UTF-16", 1, 1);
}

/* ---- caps ---- */

static void
sixteen_deep_and_no_deeper(void **state)
{
	(void)state;
	parse("[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]");
	expect_refusal("[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]", 1, 17, "16");
	expect_refusal("- - - - - - - - - - - - - - - - - x", 1, 33, "16");
}

static void
too_many_values(void **state)
{
	struct ds_buf text = DS_BUF_INIT;
	int i;

	(void)state;
	for (i = 1; i < 100000; i++)
		ds_buf_puts(&text, "- a\n");
	assert_int_equal(parse(text.data)->count, 99999);
	ds_buf_puts(&text, "- a\n");
	expect_refusal(text.data, 100000, 3, "100000");
	ds_buf_free(&text);
}

static void
too_large(void **state)
{
	struct ds_buf text = DS_BUF_INIT;
	struct ds_yaml *root;

	(void)state;
	ds_buf_puts(&text, "#");
	while (text.size < 1024 * 1024)
		ds_buf_putc(&text, 'x');
	parse(text.data);
	ds_buf_putc(&text, 'x');
	assert_int_equal(parse_bytes(&root, text.data, text.size),
	    DOSSIER_INVALID);
	assert_string_equal(err.file, "pack.yaml");
	ds_buf_free(&text);
}

/* A megabyte that makes libyaml work for minutes is refused at once. */
static void
hostile_megabytes(void **state)
{
	static const struct {
		const char *first, *again;
		int line, column;
	} files[] = {
		{ "", "[", 1, 17 }, { "a:\n ", "[ ", 2, 32 },
		{ "", "[\n", 17, 1 }, { "", "{a: ", 1, 65 },
		{ "", "- ", 1, 33 }, { "", "? ", 1, 3 },
		{ "", "%TAG !a! b\n", 1, 1 }, { "a: 1\n", "a: 1\n", 2, 1 },
		{ "a: 'foto's\nb: ", "[", 1, 10 },
	};
	struct ds_buf text = DS_BUF_INIT;
	struct ds_yaml *root;
	clock_t start;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof files / sizeof files[0]; i++) {
		ds_buf_clear(&text);
		ds_buf_puts(&text, files[i].first);
		while (text.size < 400000 ||
		    (i < 3 && text.size < 1024 * 1024 - 16))
			ds_buf_puts(&text, files[i].again);
		start = clock();
		assert_int_equal(parse_bytes(&root, text.data, text.size),
		    DOSSIER_INVALID);
		/* Minutes or milliseconds; the second leaves room. */
		assert_true(clock() - start < CLOCKS_PER_SEC);
		expect_place(files[i].again, files[i].line, files[i].column);
	}
	ds_buf_free(&text);
}

static void
every_allocation_may_fail(void **state)
{
	const char *text = "a: [1, {b: \"x\\ty\"}]\nZoe\xCC\x88: |\n  x\n";
	struct ds_yaml *root;
	dossier_status status;
	unsigned long n;

	(void)state;
	for (n = 1; ; n++) {
		ds_mem_fail_at(n);
		status = parse_bytes(&root, text, strlen(text));
		if (!ds_mem_failed())
			break;
		assert_int_equal(status, DOSSIER_NO_MEMORY);
		assert_null(root);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	assert_true(n > 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_tree_with_places, drop),
		cmocka_unit_test_teardown(texts_stay_as_they_are_written,
		    drop),
		cmocka_unit_test_teardown(brackets_in_texts_do_not_count,
		    drop),
		cmocka_unit_test_teardown(nothing_is_an_empty_map, drop),
		cmocka_unit_test_teardown(null_is_plain_only, drop),
		cmocka_unit_test_teardown(a_bom_and_windows_lines, drop),
		cmocka_unit_test_teardown(what_yaml_has_and_we_do_not, drop),
		cmocka_unit_test_teardown(keys_that_stand_twice, drop),
		cmocka_unit_test_teardown(what_is_no_yaml, drop),
		cmocka_unit_test_teardown(what_is_no_text, drop),
		cmocka_unit_test_teardown(sixteen_deep_and_no_deeper, drop),
		cmocka_unit_test_teardown(too_many_values, drop),
		cmocka_unit_test_teardown(too_large, drop),
		cmocka_unit_test_teardown(hostile_megabytes, drop),
		cmocka_unit_test_teardown(every_allocation_may_fail, drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
