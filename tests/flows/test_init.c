/* SPDX-License-Identifier: EUPL-1.2 */
/* Making a store: whole or not at all, over nobody's file. */
#include "flows/office.h"

#include <sys/stat.h>
#include <sys/wait.h>

static void
test_made(void **state)
{
	struct office office;
	struct stat st;

	office_start(&office);
	assert_int_equal(stat(office.path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_string_equal(office.session->actor_name, "Els Bakker");
	assert_false(office.session->sample);
	assert_int_not_equal(office.session->ref_key, 0);
	assert_int_equal(office_files(&office, "dossier-init"), 0);
	office_sound(&office);
	office_end(&office);
}

static dossier_status
again(struct office *office, const dossier_init_options *init,
    dossier_error *err)
{
	dossier_session_options options = office_options(office);
	dossier_document *doc = (dossier_document *)office;
	dossier_status status;

	ds_error_reset(err);
	status = dossier_init(&doc, &options, init, err);
	if (status != DOSSIER_OK)
		assert_null(doc);
	else
		dossier_document_free(doc);
	return status;
}

static void
test_not_over_another(void **state)
{
	const dossier_init_options init = { .pack = "utrecht" };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct office office;

	office_start(&office);
	assert_int_equal(again(&office, &init, &err), DOSSIER_EXISTS);
	assert_string_equal(office.session->actor_name, "Els Bakker");
	office_sound(&office);
	office_end(&office);
}

static void
test_unknown_pack(void **state)
{
	const dossier_init_options init = { .pack = "atlantis" };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct office office;

	office_start(&office);
	strncpy(office.path + strlen(office.path) - 3, "2.db", 5);
	assert_int_equal(again(&office, &init, &err), DOSSIER_NOT_FOUND);
	assert_non_null(strstr(err.message, "atlantis"));
	assert_int_equal(office_files(&office, "test2"), 0);
	office_end(&office);
}

/* What another, killed half-way, has left does not stand in the way. */
static void
test_over_a_half_store(void **state)
{
	const dossier_init_options init = { 0 };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct office office;
	char left[80];

	office_start(&office);
	strncpy(office.path + strlen(office.path) - 3, "2.db", 5);
	snprintf(left, sizeof left, "%s.dossier-init", office.path);
	office_write(left, "half a store");
	/* A file of a person's own beside it is not ours. */
	snprintf(left, sizeof left, "%s.new", office.path);
	office_write(left, "a letter");
	region_ok(again(&office, &init, &err), &err);
	assert_int_equal(office_files(&office, "dossier-init"), 0);
	assert_int_equal(office_files(&office, "db.new"), 1);
	office_open(&office, "2026-01-12");
	office_sound(&office);
	assert_string_equal(office.session->actor_name, "els");
	office_end(&office);
}

/* Many at once: one makes it, the others say that it is there. */
static void
test_many_at_once(void **state)
{
	const dossier_init_options init = { 0 };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	int made = 0, refused = 0, i, ended;
	struct office office;
	dossier_status status;

	office_start(&office);
	strncpy(office.path + strlen(office.path) - 3, "2.db", 5);
	for (i = 0; i < 6; i++) {
		if (fork() != 0)
			continue;
		status = again(&office, &init, &err);
		_exit(status == DOSSIER_OK ? 0 : status == DOSSIER_EXISTS ?
		    1 : 2);
	}
	for (i = 0; i < 6; i++) {
		assert_true(wait(&ended) > 0);
		assert_true(WIFEXITED(ended));
		made += WEXITSTATUS(ended) == 0;
		refused += WEXITSTATUS(ended) == 1;
	}
	assert_int_equal(made, 1);
	assert_int_equal(refused, 5);
	office_open(&office, "2026-01-12");
	office_sound(&office);
	office_end(&office);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_made),
		cmocka_unit_test(test_not_over_another),
		cmocka_unit_test(test_unknown_pack),
		cmocka_unit_test(test_over_a_half_store),
		cmocka_unit_test(test_many_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
