/* SPDX-License-Identifier: EUPL-1.2 */
/* History, check and safety copy. */
#include "flows/one_case.h"

#include <fcntl.h>
#include <sys/stat.h>

static struct one_case c;

static int
start(void **state)
{
	case_start(&c, "2026-05-11");
	return 0;
}

static int
end(void **state)
{
	case_end(&c);
	return 0;
}

static char *
history(const char *ref, dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_log(&doc, c.region.session, ref, &err), &err);
	return region_print(doc, format);
}

static void
change(const char *set, const char *reason)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_edit(&doc, c.region.session, c.ref, &set, 1,
	    reason, &err), &err);
	dossier_document_free(doc);
}

static void
look(void)
{
	const dossier_show_options now = { .on = DOSSIER_NO_DAY };
	dossier_document *doc;

	assert_int_equal(dossier_show(&doc, c.region.session, c.ref, &now,
	    NULL), DOSSIER_OK);
	dossier_document_free(doc);
}

static size_t
times(const char *text, const char *part)
{
	size_t count = 0;

	for (; (text = strstr(text, part)) != NULL; text++)
		count++;
	return count;
}

/* ---- the history ---- */

static void
every_record_is_in_it_from_its_start(void **state)
{
	static const char *const kinds[] = { "youth", "identifier",
	    "enrolment", "residence", "lead", "placement", "wage_value" };
	char *text = history(c.ref, DOSSIER_JSON), part[64];
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		snprintf(part, sizeof part, "\"op\":\"add\",\"record\":\"%s\"",
		    kinds[i]);
		says(text, part);
	}
	assert_int_equal(times(text, "\"record\":\"youth\""), 1);
	says_not(text, "Bergman");
	free(text);
}

static void
changes_stand_with_before_after_and_reason(void **state)
{
	char *text;

	change("class=5A", "moved up");
	change("class=5B", NULL);
	text = history(c.ref, DOSSIER_JSON);
	says(text, "\"op\":\"change\",\"record\":\"enrolment\","
	    "\"reason\":\"moved up\",\"changes\":[{\"field\":\"class\","
	    "\"before\":\"4A\",\"after\":\"5A\"}]");
	says(text, "\"reason\":null,\"changes\":[{\"field\":\"class\","
	    "\"before\":\"5A\",\"after\":\"5B\"}]");
	says(text, "{\"field\":\"class\",\"before\":null,\"after\":\"4A\"}");
	assert_true(strstr(text, "\"after\":\"4A\"") <
	    strstr(text, "\"after\":\"5A\""));
	assert_true(strstr(text, "\"after\":\"5A\"") <
	    strstr(text, "\"after\":\"5B\""));
	free(text);
	text = history(c.ref, DOSSIER_TEXT);
	says(text, "4A → 5A");
	free(text);
}

static void
who_when_and_in_which_role(void **state)
{
	char *text;

	change("class=5A", NULL);
	text = history(c.ref, DOSSIER_JSON);
	says(text, "{\"at\":\"2026-01-01T12:00:00Z\",\"day\":\"2026-05-11\","
	    "\"who\":\"Els Bakker\","
	    "\"role\":\"uitstroomcoordinator@02QZ00\",\"action\":\"test\","
	    "\"op\":\"change\"");
	free(text);
}

static void
the_bsn_is_masked_in_the_history(void **state)
{
	char *text = history(c.ref, DOSSIER_JSON);

	says(text, "******782");
	says_not(text, "123456782");
	free(text);
	text = history(c.ref, DOSSIER_TEXT);
	says_not(text, "123456782");
	free(text);
}

static void
looks_are_in_it_and_this_one_too(void **state)
{
	dossier_document *doc;
	char ref[DOSSIER_REF_SIZE], *text;

	text = history(c.ref, DOSSIER_JSON);
	assert_int_equal(times(text, "\"op\":\"look\""), 1);
	free(text);
	look();
	assert_int_equal(dossier_search(&doc, ref, c.region.session, "zoe",
	    NULL), DOSSIER_AMBIGUOUS);
	dossier_document_free(doc);
	text = history(c.ref, DOSSIER_JSON);
	assert_int_equal(times(text, "\"op\":\"look\""), 4);
	free(text);
}

static void
what_was_taken_away_stays_in_it(void **state)
{
	dossier_session *session = c.region.session;
	struct ds_row *rows;
	size_t count;
	char *text;

	assert_int_equal(ds_book_list(&rows, &count, &c.region.arena,
	    session->book, DS_WAGE_VALUE, DS_F_WAGE_YOUTH, c.youth, NULL),
	    DOSSIER_OK);
	assert_int_equal(ds_session_begin(session, c.ref, NULL, NULL),
	    DOSSIER_OK);
	assert_int_equal(ds_book_remove(session->book, &rows[0],
	    "entered twice", NULL), DOSSIER_OK);
	assert_int_equal(ds_tx_commit(session->store, NULL), DOSSIER_OK);
	text = history(c.ref, DOSSIER_JSON);
	says(text, "\"op\":\"remove\",\"record\":\"wage_value\","
	    "\"reason\":\"entered twice\",\"changes\":[{\"field\":\"value\","
	    "\"before\":\"49.9\",\"after\":null}");
	assert_int_equal(times(text,
	    "\"op\":\"add\",\"record\":\"wage_value\""), 2);
	free(text);
}

static void
the_store_has_its_steps_newest_last(void **state)
{
	char *text;

	change("class=5A", NULL);
	look();
	text = history(NULL, DOSSIER_JSON);
	says(text, "\"step\":1,");
	says(text, "\"step\":2,");
	says(text, "\"result\":\"done\",\"changes\":1,");
	says(text, "\"result\":\"shown\",\"changes\":0,");
	assert_true(strstr(text, "\"step\":1,") < strstr(text,
	    "\"step\":2,"));
	says_not(text, "Zoë");
	free(text);
}

static void
no_memory_is_a_status(void **state)
{
	dossier_document *doc;
	dossier_status status;
	unsigned long n;

	change("class=5A", NULL);
	for (n = 1;; n++) {
		ds_mem_fail_at(n);
		status = dossier_log(&doc, c.region.session, c.ref, NULL);
		if (!ds_mem_failed())
			break;
		assert_int_not_equal(status, DOSSIER_OK);
		assert_null(doc);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	dossier_document_free(doc);
}

/* ---- verify ---- */

static dossier_status
check(char **text, bool *attention)
{
	dossier_document *doc = NULL;
	dossier_status status;

	status = dossier_verify(&doc, c.region.session, NULL);
	assert_non_null(doc);
	*attention = dossier_document_attention(doc);
	*text = region_print(doc, DOSSIER_JSON);
	return status;
}

static void
a_sound_store_is_said_to_be_so(void **state)
{
	bool attention;
	char *text;

	change("class=5A", NULL);
	look();
	assert_int_equal(check(&text, &attention), DOSSIER_OK);
	says(text, "\"faults\":[],\"sound\":true,\"dossiers\":2");
	free(text);
}

static void
backup(const char *name, dossier_status wanted)
{
	dossier_document *doc;
	char path[128];

	snprintf(path, sizeof path, "%s/%s", c.region.folder, name);
	assert_int_equal(dossier_backup(&doc, c.region.session, path, NULL),
	    wanted);
	if (wanted == DOSSIER_OK)
		dossier_document_free(doc);
}

static void
an_old_backup_asks_for_attention(void **state)
{
	bool attention;
	char *text;

	/* The store is months old and was never copied. */
	assert_int_equal(check(&text, &attention), DOSSIER_OK);
	assert_true(attention);
	says(text, "\"last_backup\":null");
	free(text);
	case_day(&c, "2026-01-08");
	assert_int_equal(check(&text, &attention), DOSSIER_OK);
	assert_false(attention);
	free(text);
	case_day(&c, "2026-05-11");
	backup("copy.db", DOSSIER_OK);
	assert_int_equal(check(&text, &attention), DOSSIER_OK);
	assert_false(attention);
	says(text, "\"last_backup\":\"2026-05-11\",\"backup_days\":0");
	free(text);
	case_day(&c, "2026-05-18");
	assert_int_equal(check(&text, &attention), DOSSIER_OK);
	assert_false(attention);
	free(text);
	case_day(&c, "2026-05-19");
	assert_int_equal(check(&text, &attention), DOSSIER_OK);
	assert_true(attention);
	says(text, "\"backup_days\":8,\"backup_needed\":true");
	free(text);
}

/* Change every "4A" of the file, behind the software's back. */
static void
tamper(void)
{
	struct ds_buf bytes = DS_BUF_INIT;
	size_t i;
	int fd;

	assert_int_equal(ds_file_read(&bytes, c.region.path, 1 << 24, NULL),
	    DOSSIER_OK);
	for (i = 0; i + 2 < bytes.size; i++)
		if (memcmp(bytes.data + i, "4A", 2) == 0)
			bytes.data[i] = '6';
	fd = open(c.region.path, O_WRONLY);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.data, bytes.size), bytes.size);
	close(fd);
	ds_buf_free(&bytes);
}

static void
a_changed_byte_is_found(void **state)
{
	bool attention;
	char *text;

	dossier_session_close(c.region.session);
	c.region.session = NULL;
	tamper();
	case_day(&c, "2026-01-02");
	assert_int_equal(check(&text, &attention), DOSSIER_CORRUPT);
	assert_true(attention);
	says(text, "\"sound\":false");
	says(text, "enrolment");
	free(text);
}

/* ---- backup ---- */

static void
a_copy_is_private_whole_and_not_overwritten(void **state)
{
	struct stat st;
	bool attention;
	char path[128], *text;

	change("class=5A", NULL);
	backup("copy.db", DOSSIER_OK);
	backup("copy.db", DOSSIER_EXISTS);
	snprintf(path, sizeof path, "%s/copy.db", c.region.folder);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	/* Work on with the copy. */
	dossier_session_close(c.region.session);
	c.region.session = NULL;
	assert_int_equal(rename(path, c.region.path), 0);
	case_day(&c, "2026-05-12");
	assert_int_equal(check(&text, &attention), DOSSIER_OK);
	free(text);
	text = history(c.ref, DOSSIER_JSON);
	says(text, "\"after\":\"5A\"");
	free(text);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(every_record_is_in_it_from_its_start),
		EACH(changes_stand_with_before_after_and_reason),
		EACH(who_when_and_in_which_role),
		EACH(the_bsn_is_masked_in_the_history),
		EACH(looks_are_in_it_and_this_one_too),
		EACH(what_was_taken_away_stays_in_it),
		EACH(the_store_has_its_steps_newest_last),
		EACH(no_memory_is_a_status),
		EACH(a_sound_store_is_said_to_be_so),
		EACH(an_old_backup_asks_for_attention),
		EACH(a_changed_byte_is_found),
		EACH(a_copy_is_private_whole_and_not_overwritten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
