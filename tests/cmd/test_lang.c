/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "common/lang.h"

static dossier_language
choose(const char *lc_all, const char *lang, const char *first,
    const char *second)
{
	char *argv[] = { (char *)"dossier", (char *)first, (char *)second,
	    NULL };

	setenv("LC_ALL", lc_all, 1);
	setenv("LANG", lang, 1);
	unsetenv("LC_MESSAGES");
	return lang_choose(first == NULL ? 1 : second == NULL ? 2 : 3, argv);
}

static void
test_option_first(void **state)
{
	assert_int_equal(choose("nl_NL", "", "--lang=en", NULL),
	    DOSSIER_ENGLISH);
	assert_int_equal(choose("en_GB", "", "--lang", "nl"), DOSSIER_DUTCH);
	assert_int_equal(choose("", "", "--lang=en", "--lang=nl"),
	    DOSSIER_DUTCH);
	assert_int_equal(choose("en_GB", "", "--lang", NULL),
	    DOSSIER_ENGLISH);
	assert_int_equal(choose("nl_NL", "", "--", "--lang=en"),
	    DOSSIER_DUTCH);
}

static void
test_locale_next(void **state)
{
	assert_int_equal(choose("", "en_US.UTF-8", NULL, NULL),
	    DOSSIER_ENGLISH);
	assert_int_equal(choose("nl_NL.UTF-8", "en_US.UTF-8", NULL, NULL),
	    DOSSIER_DUTCH);
}

static void
test_dutch_else(void **state)
{
	assert_int_equal(choose("", "", NULL, NULL), DOSSIER_DUTCH);
	assert_int_equal(choose("C", "en_US.UTF-8", NULL, NULL),
	    DOSSIER_DUTCH);
	assert_int_equal(choose("de_DE.UTF-8", "", NULL, NULL),
	    DOSSIER_DUTCH);
}

static void
test_dutch_text_under_any_locale(void **state)
{
	char folder[4096];

	setenv("LC_ALL", "C", 1);
	lang_begin();
	assert_true(lang_catalogue(folder, sizeof folder));
	dossier_messages_from(folder);
	assert_string_equal(dossier_text(DOSSIER_DUTCH, "Usage:"),
	    "Gebruik:");
	assert_string_equal(dossier_text(DOSSIER_ENGLISH, "Usage:"),
	    "Usage:");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_option_first),
		cmocka_unit_test(test_locale_next),
		cmocka_unit_test(test_dutch_else),
		cmocka_unit_test(test_dutch_text_under_any_locale),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
