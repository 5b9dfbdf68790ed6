/* SPDX-License-Identifier: EUPL-1.2 */
/* A text is read up to its last key; where more may follow, the whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/yaml.h"

static struct ds_arena arena;
static dossier_error err;

static int
drop(void **state)
{
	ds_arena_free(&arena);
	return 0;
}

/* The keys of the root as they are read before `examples`. */
static const char *
keys_before(const char *text)
{
	static char keys[100];
	const struct ds_yaml *child;
	size_t used = 0;
	struct ds_yaml *root;

	memset(&err, 0, sizeof err);
	ds_arena_free(&arena);
	if (ds_yaml_parse_before(&root, &arena, text, strlen(text),
	    "examples", "pack.yaml", &err) != DOSSIER_OK)
		fail_msg("%s: %s", text, err.message);
	keys[0] = '\0';
	for (child = root->first; child != NULL; child = child->next)
		used += (size_t)snprintf(keys + used, sizeof keys - used,
		    "%s%s", used == 0 ? "" : " ", child->key);
	return keys;
}

static void
what_stands_last_is_left(void **state)
{
	static const char *const left[] = {
		"a: 1\nb: 2\nexamples: 3\n",
		"a: 1\nb: 2\nexamples:\n- x\n# y\n\n  - z: [\n",
		"a: 1\r\nb: 2\r\nexamples:\r\n  - \"open\r\n",
		"a: 1\nb: |\n  examples:\nexamples: [",
		"a: 1\nb: {\nexamples: 2\n }\nexamples: x\n",
		"examples: 1\na: 1\n# c\nb: \"x\nexamples: y\"",
	};
	size_t i;

	(void)state;
	for (i = 0; i + 1 < sizeof left / sizeof left[0]; i++)
		assert_string_equal(keys_before(left[i]), "a b");
	/* No key, but a line of a text. */
	assert_string_equal(keys_before(left[i]), "examples a b");
}

/* Where more may follow, all of it is read. */
static void
what_does_not_stand_last_is_read(void **state)
{
	static const char *const read[] = {
		"a: 1\nexamples: 2\nb: 3\n",
		"a: 1\nexamples: 2\n\"b\": 3\n",
		"a: 1\nexamples: 2\n? b\n: 3\n",
		"a: 1\nexamples: 2\rb: 3\n",
		("a: 1\nexamples: 2\xE2\x80\xA8" "b: 3\n"),
		"{ a: 1,\nexamples: 2,\n b: 3 }\n",
		"  a: 1\n  examples: 2\n  b: 3\n",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof read / sizeof read[0]; i++)
		assert_string_equal(keys_before(read[i]), "a examples b");
	assert_string_equal(keys_before("a: 1\nexamples1: 2\n"),
	    "a examples1");
	assert_string_equal(keys_before("a: 1\nexamples:b: 2\n"),
	    "a examples:b");
	assert_string_equal(keys_before("a:\n  examples: 1\nb: 1\n"), "a b");
}

static void
a_fault_before_it_is_found(void **state)
{
	static const char twice[] = "a: 1\na: 2\nexamples: 3\n";
	static const char second[] = "a: 1\nexamples: 3\n---\nb: 1\n";
	struct ds_yaml *root;

	(void)state;
	assert_int_equal(ds_yaml_parse_before(&root, &arena, twice,
	    strlen(twice), "examples", "pack.yaml", &err), DOSSIER_INVALID);
	assert_int_equal(ds_yaml_parse_before(&root, &arena, second,
	    strlen(second), "examples", "pack.yaml", &err), DOSSIER_INVALID);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(what_stands_last_is_left, drop),
		cmocka_unit_test_teardown(what_does_not_stand_last_is_read,
		    drop),
		cmocka_unit_test_teardown(a_fault_before_it_is_found, drop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
