/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "common/near.h"

static const char *const names[] = { "intake", "show", "match", "report" };

static const char *
near(const char *text)
{
	return near_name(text, names, sizeof names / sizeof names[0]);
}

static void
test_near(void **state)
{
	assert_string_equal(near("intkae"), "intake");
	assert_string_equal(near("intak"), "intake");
	assert_string_equal(near("rapport"), "report");
	assert_string_equal(near("shwo"), "show");
	assert_string_equal(near("matched"), "match");
}

static void
test_far(void **state)
{
	assert_null(near("backup"));
	assert_null(near("sh"));
	assert_null(near(""));
	assert_null(near("intake-and-very-much-more-than-any-name-has"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_far),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
