/* SPDX-License-Identifier: EUPL-1.2 */
/* What is left by processes that are stopped or gone. */
#include "editing.h"

#include <signal.h>
#include <sys/file.h>

#define TYPED GIVEN "phone: 06\n"
#define TYPE "echo 'phone: 06' >>\"$1\"\n"
#define OTHER "3WXVP8N2R"

/* Edit in a process of its own, whose number is $OWNER; how it ended. */
static int
edit_elsewhere(const char *key, const char *lines)
{
	char number[24], *text;
	size_t size;
	int ended;
	pid_t pid;

	fake(lines);
	pid = fork();
	assert_int_not_equal(pid, -1);
	if (pid == 0) {
		snprintf(number, sizeof number, "%d", (int)getpid());
		setenv("OWNER", number, 1);
		if (editor_begin(&editor, key, place, &err) == DOSSIER_OK)
			editor_run(&text, &size, &editor, GIVEN,
			    strlen(GIVEN), 0, &err);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &ended, 0), pid);
	return ended;
}

static void
expect_killed(const char *key, const char *lines)
{
	int ended = edit_elsewhere(key, lines);

	assert_true(WIFSIGNALED(ended));
	assert_int_equal(WTERMSIG(ended), SIGKILL);
	/* The editor may outlive it by a moment, and then holds the lock. */
	shell("for d in dossier-*; do flock \"$d\" true; done");
}

static void
test_a_killed_edit_is_gone_on_with(void **state)
{
	char *text, *saved;
	size_t size, saved_size;

	expect_killed(KEY, TYPE "kill -9 $OWNER");
	assert_int_equal(left_behind(), 1);
	start_editing();
	assert_non_null(strstr(editor.left, KEY));
	assert_int_equal(editor_take_over(&text, &size, &editor, &err),
	    DOSSIER_OK);
	assert_string_equal(text, TYPED);
	assert_string_equal(editor.left, "");
	fake("echo 'email: x' >>\"$1\"");
	assert_int_equal(editor_run(&saved, &saved_size, &editor, text, size,
	    0, &err), DOSSIER_OK);
	assert_string_equal(saved, TYPED "email: x\n");
	assert_int_equal(left_behind(), 1);
	assert_false(editor_end(&editor, true, DOSSIER_ENGLISH));
	assert_int_equal(left_behind(), 0);
	free(text);
	free(saved);
}

static void
test_left_alone_it_stays(void **state)
{
	char *text;
	size_t size;

	expect_killed(KEY, TYPE "kill -9 $OWNER");
	start_editing();
	fake(":");
	assert_int_equal(edit(&text, &size), DOSSIER_OK);
	assert_string_equal(text, GIVEN);
	free(text);
	assert_int_equal(left_behind(), 2);
	assert_false(editor_end(&editor, true, DOSSIER_ENGLISH));
	assert_int_equal(left_behind(), 1);
	start_editing();
	assert_string_not_equal(editor.left, "");
	editor_end(&editor, false, DOSSIER_ENGLISH);
	assert_int_equal(left_behind(), 1);
}

static void
test_the_newest_is_offered(void **state)
{
	char *text;
	size_t size;

	expect_killed(KEY, "echo old >\"$1\"; touch -d 2026-01-02 \"$1\"\n"
	    "kill -9 $OWNER");
	expect_killed(KEY, "echo new >\"$1\"; kill -9 $OWNER");
	expect_killed(KEY, "echo older >\"$1\"; touch -d 2026-01-01 \"$1\"\n"
	    "kill -9 $OWNER");
	start_editing();
	assert_int_equal(editor_take_over(&text, &size, &editor, &err), 0);
	assert_string_equal(text, "new\n");
	free(text);
	editor_end(&editor, true, DOSSIER_ENGLISH);
	assert_int_equal(left_behind(), 2);
}

static void
test_what_nobody_typed_in_is_removed(void **state)
{
	expect_killed(KEY, "kill -9 $OWNER");
	expect_killed(OTHER, ": >\"$1\"; kill -9 $OWNER");
	shell("mkdir dossier-%u-" KEY "-abcdef", (unsigned)geteuid());
	start_editing();
	assert_string_equal(editor.left, "");
	assert_int_equal(left_behind(), 0);
	editor_end(&editor, false, DOSSIER_ENGLISH);
}

static void
test_another_dossier_keeps_its_text(void **state)
{
	expect_killed(OTHER, TYPE "kill -9 $OWNER");
	start_editing();
	assert_string_equal(editor.left, "");
	editor_end(&editor, true, DOSSIER_ENGLISH);
	assert_int_equal(left_behind(), 1);
	assert_int_equal(editor_begin(&editor, OTHER, place, &err), 0);
	assert_string_not_equal(editor.left, "");
	editor_end(&editor, false, DOSSIER_ENGLISH);
}

static void
test_typed_in_a_swap_file_only(void **state)
{
	char *text;
	size_t size;

	expect_killed(KEY, "echo x >\"${1%/*}/.dossier.yaml.swp\"\n"
	    "kill -9 $OWNER");
	start_editing();
	assert_int_equal(editor_take_over(&text, &size, &editor, &err), 0);
	assert_string_equal(text, GIVEN);
	free(text);
	shell("test -e dossier-*/.dossier.yaml.swp");
	editor_end(&editor, true, DOSSIER_ENGLISH);
	assert_int_equal(left_behind(), 0);
}

static void
test_the_reason_is_no_part_of_it(void **state)
{
	char *text;
	size_t size;

	expect_killed(KEY, "printf '#! No.\\n#! Look.\\na: 1\\n' >\"$1\"\n"
	    "kill -9 $OWNER");
	start_editing();
	assert_int_equal(editor_take_over(&text, &size, &editor, &err), 0);
	assert_string_equal(text, "a: 1\n");
	assert_int_equal(size, 5);
	free(text);
	editor_end(&editor, true, DOSSIER_ENGLISH);
	expect_killed(KEY, "sed -i '1i #! No.' \"$1\"; kill -9 $OWNER");
	start_editing();
	assert_string_equal(editor.left, "");
	editor_end(&editor, true, DOSSIER_ENGLISH);
	assert_int_equal(left_behind(), 0);
}

static void
test_one_that_lives_is_let_be(void **state)
{
	struct editor other;
	char *text;
	size_t size;

	fake(TYPE);
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_OK);
	free(text);
	assert_int_equal(editor_begin(&other, KEY, place, &err), DOSSIER_OK);
	assert_string_equal(other.left, "");
	editor_end(&other, false, DOSSIER_ENGLISH);
	assert_int_equal(left_behind(), 1);
	editor_end(&editor, true, DOSSIER_ENGLISH);
}

/* The command is gone, and the person types on. */
static void
test_an_editor_that_lives_is_let_be(void **state)
{
	int ended;

	shell("mkfifo go");
	ended = edit_elsewhere(KEY, TYPE "kill -9 $OWNER\n"
	    "read -r x <$PLACE/go; echo 'email: x' >>\"$1\"");
	assert_true(WIFSIGNALED(ended));
	start_editing();
	assert_string_equal(editor.left, "");
	assert_int_equal(left_behind(), 1);
	editor_end(&editor, false, DOSSIER_ENGLISH);
	shell("echo >go");
	shell("flock dossier-* grep -q email dossier-*/dossier.yaml");
	start_editing();
	assert_string_not_equal(editor.left, "");
	editor_end(&editor, false, DOSSIER_ENGLISH);
}

/* It answers at once, and the person types on. */
static void
test_an_editor_that_goes_on_by_itself(void **state)
{
	shell("mkfifo go");
	expect_saved("{ read -r x <$PLACE/go; echo x >\"$1\"; } &", GIVEN,
	    EDITOR_UNCHANGED);
	assert_true(editor_end(&editor, false, DOSSIER_ENGLISH));
	shell("echo >go && flock dossier-* grep -q x dossier-*/dossier.yaml");
}

static void
test_what_is_not_ours_is_let_be(void **state)
{
	unsigned user = (unsigned)geteuid();

	fake(":");
	shell("mkdir elsewhere && touch elsewhere/dossier.yaml && "
	    "ln -s elsewhere dossier-%u-" KEY "-abcdef && "
	    "touch dossier-%u-" KEY "-ghijkl", user, user);
	start_editing();
	assert_string_equal(editor.left, "");
	assert_int_equal(left_behind(), 2);
	shell("test -e elsewhere/dossier.yaml");
	editor_end(&editor, false, DOSSIER_ENGLISH);
}

/* ---- signals ---- */

static void
become_owner(void)
{
	char number[24];

	snprintf(number, sizeof number, "%d", (int)getpid());
	setenv("OWNER", number, 1);
}

static void
test_terminated(void **state)
{
	become_owner();
	shell("mkfifo never");
	expect_failed("kill -TERM $OWNER; read -r x <$PLACE/never",
	    DOSSIER_INTERRUPTED, NULL);
	expect_failed(TYPE "kill -TERM $OWNER; read -r x <$PLACE/never",
	    DOSSIER_INTERRUPTED, TYPED);
}

static void
test_hung_up(void **state)
{
	become_owner();
	expect_failed("kill -HUP $OWNER\n" TYPE, DOSSIER_INTERRUPTED, TYPED);
}

static void
test_interrupts_are_for_the_editor(void **state)
{
	become_owner();
	signal(SIGINT, SIG_DFL);
	expect_saved("kill -INT $OWNER; kill -QUIT $OWNER\n" TYPE, TYPED,
	    EDITOR_SAVED);
	editor_end(&editor, true, DOSSIER_ENGLISH);
	assert_ptr_equal(signal(SIGINT, SIG_DFL), SIG_DFL);
	expect_failed("kill -INT $$", DOSSIER_INTERRUPTED, NULL);
}

/* ---- the place ---- */

static void
test_never_on_a_disk(void **state)
{
	static const char *const places[] = {
		"/proc", "/dev/shm/no-such-folder", "relative", "/sys", "",
	};
	size_t i;

	for (i = 0; i < sizeof places / sizeof places[0]; i++) {
		memset(&err, 0, sizeof err);
		assert_int_equal(editor_begin(&editor, KEY, places[i], &err),
		    DOSSIER_FORBIDDEN);
		assert_non_null(strstr(err.message, "memory"));
		assert_non_null(strstr(err.advice, "--set"));
		assert_false(editor_end(&editor, false, DOSSIER_ENGLISH));
	}
}

static void
test_in_shared_memory(void **state)
{
	fake(":");
	assert_int_equal(editor_begin(&editor, KEY, NULL, &err), DOSSIER_OK);
	assert_string_equal(editor.place, "/dev/shm");
	assert_false(editor_end(&editor, false, DOSSIER_ENGLISH));
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, editing_begin, editing_end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_a_killed_edit_is_gone_on_with),
		TEST(test_left_alone_it_stays),
		TEST(test_the_newest_is_offered),
		TEST(test_what_nobody_typed_in_is_removed),
		TEST(test_another_dossier_keeps_its_text),
		TEST(test_typed_in_a_swap_file_only),
		TEST(test_the_reason_is_no_part_of_it),
		TEST(test_one_that_lives_is_let_be),
		TEST(test_an_editor_that_lives_is_let_be),
		TEST(test_an_editor_that_goes_on_by_itself),
		TEST(test_what_is_not_ours_is_let_be),
		TEST(test_terminated),
		TEST(test_hung_up),
		TEST(test_interrupts_are_for_the_editor),
		TEST(test_in_shared_memory),
		TEST(test_never_on_a_disk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
