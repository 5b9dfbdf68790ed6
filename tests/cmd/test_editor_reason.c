/* SPDX-License-Identifier: EUPL-1.2 */
/* The reason on top of a text that was refused. */
#include "editing.h"

static dossier_error why;
static char *text;
static size_t size;
static int line;

static int
forget(void **state)
{
	memset(&why, 0, sizeof why);
	free(text);
	text = NULL;
	return 0;
}

static void
give_reason(const char *before)
{
	char *old = text;

	assert_int_equal(editor_reason(&text, &size, &line, before,
	    strlen(before), &why, &err), DOSSIER_OK);
	assert_int_equal(strlen(text), size);
	free(old);
}

/* Line `line` of the text. */
static void
expect_cursor(const char *wanted)
{
	const char *at = text;
	int i;

	for (i = 1; i < line; i++) {
		at = strchr(at, '\n');
		assert_non_null(at);
		at++;
	}
	assert_int_equal(strncmp(at, wanted, strlen(wanted)), 0);
}

static void
test_on_top_and_only_once(void **state)
{
	int i;

	why.line = 3;
	snprintf(why.message, sizeof why.message, "4a is no day.");
	snprintf(why.advice, sizeof why.advice, "Write 17-07-2026.");
	give_reason("# Een dossier.\na: 1\nb: 4a\n");
	assert_string_equal(text,
	    "#! This is not saved yet.\n"
	    "#! 4a is no day.\n"
	    "#! Write 17-07-2026.\n"
	    "#! Change it and save again, or empty the file to give up.\n"
	    "#! Look at line 8.\n"
	    "# Een dossier.\na: 1\nb: 4a\n");
	expect_cursor("b: 4a");
	for (i = 0; i < 3; i++) {
		/* As it is found in what the person saw. */
		why.line = line;
		why.advice[0] = '\0';
		give_reason(text);
		expect_cursor("b: 4a");
		assert_null(strstr(text, "Write"));
		assert_int_equal(line, 7);
	}
}

static void
test_no_line_known(void **state)
{
	snprintf(why.message, sizeof why.message, "Someone was faster.");
	give_reason("a: 1\n");
	assert_null(strstr(text, "Look at"));
	expect_cursor("a: 1");
}

/* Whatever the message quotes, it stays a comment. */
static void
test_stays_a_comment(void **state)
{
	const char *at;

	memset(why.message, 'x', sizeof why.message - 1);
	memcpy(why.message, "a\nb: 1\r\x1b[2J\xE2\x80\xA8" "c: \xC2\x85 ë "
	    "\xEF\xBB\xBF", 25);
	why.line = 1;
	give_reason("name: Zoë\n");
	expect_cursor("name: Zoë\n");
	for (at = text; strncmp(at, "name", 4) != 0;
	    at = strchr(at, '\n') + 1) {
		assert_int_equal(strncmp(at, "#! ", 3), 0);
		assert_in_range(strcspn(at, "\n"), 3, 78);
	}
	assert_null(strpbrk(text, "\r\x1b"));
	assert_null(strstr(text, "\xE2\x80\xA8"));
	assert_null(strstr(text, "\xC2\x85"));
	assert_null(strstr(text, "\xEF\xBB\xBF"));
	assert_non_null(strstr(text, "ë"));
}

static void
test_a_byte_order_mark_goes(void **state)
{
	why.line = 2;
	give_reason("\xEF\xBB\xBF" "a: 1\nb: 2\n");
	assert_null(strstr(text, "\xEF\xBB\xBF"));
	expect_cursor("b: 2");
}

static void
test_comments_of_the_person_stay(void **state)
{
	why.line = 99;
	give_reason("# mine\n#! \n\n");
	assert_non_null(strstr(text, "# mine\n#! \n\n"));
}

#define TEST(name) cmocka_unit_test_teardown(name, forget)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_on_top_and_only_once),
		TEST(test_no_line_known),
		TEST(test_stays_a_comment),
		TEST(test_a_byte_order_mark_goes),
		TEST(test_comments_of_the_person_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
