/* SPDX-License-Identifier: EUPL-1.2 */
/* How editing can end, and that nothing is lost or left behind. */
#include "editing.h"

#include <signal.h>
#include <sys/resource.h>

#define TYPED GIVEN "phone: 06\n"
#define TYPE "echo 'phone: 06' >>\"$1\"\n"

/* ---- what was saved ---- */

static void
test_saved(void **state)
{
	expect_saved(TYPE, TYPED, EDITOR_SAVED);
	assert_false(editor_end(&editor, true, DOSSIER_ENGLISH));
	assert_int_equal(left_behind(), 0);
}

static void
test_private_and_nameless(void **state)
{
	const char *name;

	expect_saved("umask >\"$1.new\"\n"
	    "stat -c %a \"$1\" \"${1%/*}\" >>\"$1.new\"\n"
	    "echo \"$#\" >>\"$1.new\"; cp \"$1.new\" \"$1\"",
	    "0077\n600\n700\n1\n", EDITOR_SAVED);
	name = editor.file + strlen(place);
	assert_int_equal(strncmp(editor.file, place, strlen(place)), 0);
	assert_int_equal(strncmp(name, "/dossier-", 9), 0);
	assert_non_null(strstr(name, "-" KEY "-"));
	assert_string_equal(strrchr(name, '/'), "/dossier.yaml");
	assert_int_equal(strlen(strstr(name, KEY)), strlen(KEY
	    "-XXXXXX/dossier.yaml"));
	/* The copy that the "editor" made is gone too. */
	assert_false(editor_end(&editor, true, DOSSIER_ENGLISH));
	assert_int_equal(left_behind(), 0);
}

static void
test_replaced_by_another_file(void **state)
{
	expect_saved("cp \"$1\" \"$1~\"; mv \"$1\" \"${1%.yaml}.old\"\n"
	    "cp \"$1~\" \"$1\"; " TYPE, TYPED, EDITOR_SAVED);
	assert_false(editor_end(&editor, true, DOSSIER_ENGLISH));
	assert_int_equal(left_behind(), 0);
}

static void
test_unchanged(void **state)
{
	expect_saved("touch \"$1\"", GIVEN, EDITOR_UNCHANGED);
	assert_false(editor_end(&editor, false, DOSSIER_ENGLISH));
	assert_int_equal(left_behind(), 0);
}

static void
test_empty(void **state)
{
	static const char *const lines[][2] = {
		{ ": >\"$1\"", "" },
		{ "printf '\\n  \\t\\r\\n' >\"$1\"", "\n  \t\r\n" },
		{ "printf '# a\\n #b\\n#' >\"$1\"", "# a\n #b\n#" },
		{ "printf '\\357\\273\\277# a\\n' >\"$1\"",
		    "\xEF\xBB\xBF# a\n" },
	};
	size_t i;

	for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		expect_saved(lines[i][0], lines[i][1], EDITOR_EMPTY);
		assert_false(editor_end(&editor, false, DOSSIER_ENGLISH));
		assert_int_equal(left_behind(), 0);
	}
}

static void
test_partly_written(void **state)
{
	expect_saved("printf 'name: Zo\\303' >\"$1\"", "name: Zo\xC3",
	    EDITOR_SAVED);
	assert_true(editor_end(&editor, false, DOSSIER_ENGLISH));
}

static void
test_bytes_that_are_no_text(void **state)
{
	char *text;
	size_t size;

	fake("printf 'a\\000b\\351' >\"$1\"");
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_OK);
	assert_int_equal(size, 4);
	assert_memory_equal(text, "a\0b\xE9", 5);
	assert_int_equal(editor.outcome, EDITOR_SAVED);
	free(text);
	editor_end(&editor, true, DOSSIER_ENGLISH);
}

/* ---- what was not ---- */

static void
test_cancelled(void **state)
{
	expect_failed("exit 1", DOSSIER_INTERRUPTED, NULL);
	expect_failed("kill -9 $$", DOSSIER_INTERRUPTED, NULL);
}

static void
test_cancelled_keeps_what_was_typed(void **state)
{
	expect_failed(TYPE "exit 3", DOSSIER_INTERRUPTED, TYPED);
	assert_non_null(strstr(err.message, "status 3"));
}

static void
test_killed_keeps_what_was_typed(void **state)
{
	expect_failed("printf half >\"$1\"; kill -9 $$",
	    DOSSIER_INTERRUPTED, "half");
}

static void
test_made_a_link(void **state)
{
	expect_failed(TYPE "mv \"$1\" \"$1.a\"; ln -s \"$1.a\" \"$1\"",
	    DOSSIER_INVALID, TYPED);
}

static void
test_made_no_file(void **state)
{
	char *text;
	size_t size;

	fake("rm \"$1\"; mkfifo \"$1\"");
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_INVALID);
	assert_true(editor_end(&editor, false, DOSSIER_ENGLISH));
}

static void
test_removed(void **state)
{
	char *text;
	size_t size;

	expect_failed("rm \"$1\"", DOSSIER_INVALID, NULL);
	fake("mv \"$1\" \"$1~\"");
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_INVALID);
	assert_true(editor_end(&editor, false, DOSSIER_ENGLISH));
	shell("test -e dossier-*/dossier.yaml~");
}

static void
test_too_large(void **state)
{
	char *text;
	size_t size;

	fake("head -c 1048576 /dev/zero | tr '\\0' x >\"$1\"");
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_OK);
	assert_int_equal(size, EDITOR_MOST);
	free(text);
	fake("head -c 1048577 /dev/zero | tr '\\0' x >\"$1\"");
	assert_int_equal(edit(&text, &size), DOSSIER_INVALID);
	assert_non_null(strstr(err.message, "1 MiB"));
	assert_true(editor_end(&editor, false, DOSSIER_ENGLISH));
	assert_int_equal(left_behind(), 1);
}

static void
test_no_room(void **state)
{
	struct rlimit before, small = { 8, 8 };
	char *text;
	size_t size;

	fake(TYPE);
	start_editing();
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small.rlim_max = before.rlim_max;
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &small);
	edit(&text, &size);
	setrlimit(RLIMIT_FSIZE, &before);
	assert_int_equal(err.status, DOSSIER_FULL);
	assert_null(text);
	assert_false(editor_end(&editor, false, DOSSIER_ENGLISH));
	assert_int_equal(left_behind(), 0);
}

/* What was typed outlives a second run that cannot even begin. */
static void
test_given_up_at_the_second_try(void **state)
{
	char *text, *again;
	size_t size;

	fake(TYPE);
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_OK);
	fake(":");
	assert_int_equal(editor_run(&again, &size, &editor, text, size, 0,
	    &err), DOSSIER_OK);
	assert_int_equal(editor.outcome, EDITOR_UNCHANGED);
	assert_true(editor_end(&editor, false, DOSSIER_ENGLISH));
	assert_int_equal(left_behind(), 1);
	free(text);
	free(again);
}

/* ---- which editor ---- */

static void
test_not_found(void **state)
{
	char *text;
	size_t size;

	fake(":");
	setenv("EDITOR", "no-such-editor -x", 1);
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_NOT_FOUND);
	assert_non_null(strstr(err.message, "no-such-editor -x"));
	assert_non_null(strstr(err.advice, "--set"));
	memset(&err, 0, sizeof err);
	setenv("EDITOR", script, 1);	/* nobody may execute it */
	assert_int_equal(edit(&text, &size), DOSSIER_NOT_FOUND);
	assert_false(editor_end(&editor, false, DOSSIER_ENGLISH));
	assert_int_equal(left_behind(), 0);
}

static void
test_none_named_and_no_terminal(void **state)
{
	char *text;
	size_t size;

	fake(":");
	setenv("EDITOR", "", 1);
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_USAGE);
	assert_non_null(strstr(err.advice, "--set"));
	assert_false(editor_end(&editor, false, DOSSIER_ENGLISH));
	assert_int_equal(left_behind(), 0);
}

static void
test_visual_comes_first(void **state)
{
	char *text;
	size_t size;

	unsetenv("HOME");
	fake(TYPE);
	setenv("VISUAL", getenv("EDITOR"), 1);
	setenv("EDITOR", "false", 1);
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_OK);
	free(text);
	editor_end(&editor, true, DOSSIER_ENGLISH);
}

/* The editor `name` in a folder with a blank, and its first argument. */
static void
expect_arguments(const char *name, const char *after, const char *wanted)
{
	char command[256], *text;
	size_t size;

	shell("mkdir -p 'a b' && printf '#!/bin/sh\\nfor f; do :; done\\n"
	    "echo \"$1\" >\"$f\"' >'a b/%s' && chmod 755 'a b/%s'", name,
	    name);
	snprintf(command, sizeof command, "\"%s/a b/%s\"%s", place, name,
	    after);
	setenv("EDITOR", command, 1);
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_OK);
	assert_string_equal(text, wanted);
	free(text);
	editor_end(&editor, true, DOSSIER_ENGLISH);
}

static void
test_arguments_and_blanks(void **state)
{
	fake(":");
	expect_arguments("een", " -x", "-x\n");
	expect_arguments("een", " 'x  y'", "x  y\n");
}

/* What a script says that wants no editor at all, and what git allows. */
static void
test_commands_of_the_shell(void **state)
{
	static const char *const commands[][2] = {
		{ ":", GIVEN }, { "f() { echo \"$#\" >\"$1\"; }; f", "1\n" },
		{ "X=1 sh -c 'echo $X >\"$0\"'", "1\n" },
	};
	char *text;
	size_t size, i;

	for (i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		fake(":");
		setenv("EDITOR", commands[i][0], 1);
		start_editing();
		assert_int_equal(edit(&text, &size), DOSSIER_OK);
		assert_string_equal(text, commands[i][1]);
		free(text);
		editor_end(&editor, true, DOSSIER_ENGLISH);
	}
}

static void
test_cursor(void **state)
{
	char command[256], *text;
	size_t size;

	fake("printf '%s\\n' \"$@\" | head -n 1 >\"$2\"");
	shell("ln -s \"$(command -v sh)\" vim.basic");
	snprintf(command, sizeof command, "%s/vim.basic %s", place, script);
	setenv("EDITOR", command, 1);
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_OK);
	assert_string_equal(text, "+2\n");
	free(text);
	editor_end(&editor, true, DOSSIER_ENGLISH);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, editing_begin, editing_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_saved),
		TEST(test_private_and_nameless),
		TEST(test_replaced_by_another_file),
		TEST(test_unchanged),
		TEST(test_empty),
		TEST(test_partly_written),
		TEST(test_bytes_that_are_no_text),
		TEST(test_cancelled),
		TEST(test_cancelled_keeps_what_was_typed),
		TEST(test_killed_keeps_what_was_typed),
		TEST(test_made_a_link),
		TEST(test_made_no_file),
		TEST(test_removed),
		TEST(test_too_large),
		TEST(test_no_room),
		TEST(test_given_up_at_the_second_try),
		TEST(test_not_found),
		TEST(test_none_named_and_no_terminal),
		TEST(test_visual_comes_first),
		TEST(test_arguments_and_blanks),
		TEST(test_commands_of_the_shell),
		TEST(test_cursor),
	};

	/* Whoever tests may have a terminal. */
	if (freopen("/dev/null", "r", stdin) == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
