/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "common/exit.h"

/* What exit_print writes for an error; the caller frees it. */
static char *
printed(const char *command, const dossier_error *err)
{
	char *text = NULL;
	size_t size = 0;
	FILE *to = open_memstream(&text, &size);

	assert_non_null(to);
	exit_print(to, command, err);
	fclose(to);
	return text;
}

static void
assert_printed(const char *command, const dossier_error *err,
    const char *wanted)
{
	char *text = printed(command, err);

	assert_string_equal(text, wanted);
	free(text);
}

static void
test_codes(void **state)
{
	static const struct {
		dossier_status status;
		int code;
	} table[] = {
		{ DOSSIER_OK, 0 }, { DOSSIER_USAGE, 2 },
		{ DOSSIER_INVALID, 3 }, { DOSSIER_NOT_FOUND, 3 },
		{ DOSSIER_AMBIGUOUS, 3 }, { DOSSIER_CONFLICT, 3 },
		{ DOSSIER_IO, 4 }, { DOSSIER_READ_ONLY, 4 },
		{ DOSSIER_FULL, 4 }, { DOSSIER_TOO_NEW, 4 },
		{ DOSSIER_CORRUPT, 4 }, { DOSSIER_EXISTS, 4 },
		{ DOSSIER_FORBIDDEN, 5 }, { DOSSIER_INTERNAL, 70 },
		{ DOSSIER_NO_MEMORY, 70 }, { DOSSIER_BUSY, 75 },
		{ DOSSIER_INTERRUPTED, 130 }, { (dossier_status)999, 70 },
	};
	size_t i;

	for (i = 0; i < sizeof table / sizeof table[0]; i++)
		assert_int_equal(exit_code_of(table[i].status),
		    table[i].code);
}

static void
test_first_error_wins(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	assert_int_equal(exit_fail(&err, DOSSIER_USAGE, "%d is wrong.", 3),
	    DOSSIER_USAGE);
	exit_advise(&err, "Try %d.", 4);
	assert_int_equal(exit_fail(&err, DOSSIER_BUSY, "Later."),
	    DOSSIER_BUSY);
	exit_advise(&err, "Other advice.");
	assert_int_equal(err.status, DOSSIER_USAGE);
	assert_string_equal(err.message, "3 is wrong.");
	assert_string_equal(err.advice, "Try 4.");
}

static void
test_places(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	snprintf(err.message, sizeof err.message, "No.");
	assert_printed("intake", &err, "dossier intake: No.\n");
	assert_printed(NULL, &err, "dossier: No.\n");
	err.line = 7;
	assert_printed("intake", &err, "dossier intake: 7: No.\n");
	snprintf(err.file, sizeof err.file, "a.csv");
	assert_printed("intake", &err, "dossier intake: a.csv:7: No.\n");
	err.column = 3;
	snprintf(err.advice, sizeof err.advice, "Do this.");
	assert_printed("intake", &err,
	    "dossier intake: a.csv:7:3: No.\nDo this.\n");
	err.line = 0;
	assert_printed("intake", &err,
	    "dossier intake: a.csv: No.\nDo this.\n");
}

static void
test_says_something_without_a_message(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	err.status = DOSSIER_BUSY;
	assert_printed("show", &err, "dossier show: busy\n");
}

static void
test_harmless(void **state)
{
	static const struct {
		const char *given, *wanted;
	} table[] = {
		{ "Zo\xC3\xAB \xE2\x82\xAC \xF0\x9F\x98\x80",
		    "Zo\xC3\xAB \xE2\x82\xAC \xF0\x9F\x98\x80" },
		{ "a\x1B[31mb\n\r\tc\x7F", "a?[31mb???c?" },
		{ "C1 \xC2\x9B" "31m", "C1 ??31m" },
		{ "\xC2\xA0", "\xC2\xA0" },
		{ "turned \xE2\x80\xAE" "cod.exe", "turned ???cod.exe" },
		{ "bare \x9B, cut \xE2\x82", "bare ?, cut ??" },
		{ "long \xC0\xAF \xE0\x80\xAF", "long ?? ???" },
		{ "half \xED\xA0\x80, far \xF4\x90\x80\x80",
		    "half ???, far ????" },
	};
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	char wanted[128];
	size_t i;

	for (i = 0; i < sizeof table / sizeof table[0]; i++) {
		snprintf(err.message, sizeof err.message, "%s",
		    table[i].given);
		snprintf(wanted, sizeof wanted, "dossier: %s\n",
		    table[i].wanted);
		assert_printed(NULL, &err, wanted);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_codes),
		cmocka_unit_test(test_first_error_wins),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_says_something_without_a_message),
		cmocka_unit_test(test_harmless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
