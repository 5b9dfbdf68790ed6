/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "common/here.h"

static int
forget(void **state)
{
	unsetenv("DOSSIER_DB");
	unsetenv("DOSSIER_AS");
	unsetenv("XDG_DATA_HOME");
	setenv("HOME", "/home/an", 1);
	return 0;
}

static void
assert_store(const struct opt_shared *shared, const char *wanted)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	char path[64];

	assert_int_equal(here_store(path, sizeof path, shared, &err),
	    DOSSIER_OK);
	assert_string_equal(path, wanted);
}

static void
test_store(void **state)
{
	struct opt_shared shared = { .db = NULL };

	assert_store(&shared, "/home/an/.local/share/dossier/dossier.db");
	setenv("XDG_DATA_HOME", "relative", 1);
	assert_store(&shared, "/home/an/.local/share/dossier/dossier.db");
	setenv("XDG_DATA_HOME", "/data", 1);
	assert_store(&shared, "/data/dossier/dossier.db");
	setenv("DOSSIER_DB", "", 1);
	assert_store(&shared, "/data/dossier/dossier.db");
	setenv("DOSSIER_DB", "mine.db", 1);
	assert_store(&shared, "mine.db");
	shared.db = "this.db";
	assert_store(&shared, "this.db");
}

static void
test_no_store(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct opt_shared shared = { .db = NULL };
	char path[64], small[4];

	setenv("HOME", "", 1);
	assert_int_equal(here_store(path, sizeof path, &shared, &err),
	    DOSSIER_USAGE);
	assert_string_not_equal(err.message, "");
	assert_string_not_equal(err.advice, "");
	shared.db = "";
	assert_int_equal(here_store(path, sizeof path, &shared, &err),
	    DOSSIER_USAGE);
	shared.db = "this.db";
	assert_int_equal(here_store(small, sizeof small, &shared, &err),
	    DOSSIER_USAGE);
}

static void
test_today(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct opt_shared shared = { .today = { 20000 } };
	dossier_day day;

	assert_int_equal(here_today(&day, &shared, &err), DOSSIER_OK);
	assert_int_equal(day.number, 20000);
	shared.today = DOSSIER_NO_DAY;
	assert_int_equal(here_today(&day, &shared, &err), DOSSIER_OK);
	assert_int_not_equal(day.number, DOSSIER_NO_DAY.number);
}

static void
test_actor(void **state)
{
	struct opt_shared shared = { .as = NULL };

	assert_null(here_actor(&shared));
	setenv("DOSSIER_AS", "", 1);
	assert_null(here_actor(&shared));
	setenv("DOSSIER_AS", "An", 1);
	assert_string_equal(here_actor(&shared), "An");
	shared.as = "Bo@0344";
	assert_string_equal(here_actor(&shared), "Bo@0344");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_store, forget),
		cmocka_unit_test_setup(test_no_store, forget),
		cmocka_unit_test_setup(test_today, forget),
		cmocka_unit_test_setup(test_actor, forget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
