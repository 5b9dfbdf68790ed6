/* SPDX-License-Identifier: EUPL-1.2 */
/* The practice statement: what was signed off, and nothing else. */
#include "flows/following.h"

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

static void
sign(const char *process, const char *title, const char *version)
{
	dossier_follow_options o = follow_options("sign-off");
	const dossier_day from = ds_day_of(2026, 2, 2);
	const dossier_day until = ds_day_of(2026, 5, 1);

	o.process = process;
	o.with = "Kas en Kweek";
	o.name = "Jan Smit";
	o.text = title;
	o.file_version = version;
	o.from = &from;
	o.until = &until;
	free(follow_record(&c, &o));
}

/* A process that is still being learned. */
static void
learn(const char *crebo, const char *code)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_session *s = c.region.session;
	struct ds_row row;

	ds_row_start(&row, DS_WORK_PROCESS);
	ds_row_set_int(&row, DS_F_PROCESS_YOUTH, c.youth);
	ds_row_set_text(&row, DS_F_PROCESS_CREBO, crebo);
	ds_row_set_text(&row, DS_F_PROCESS_CODE, code);
	ds_row_set_text(&row, DS_F_PROCESS_TITLE, "Nog bezig");
	region_ok(ds_session_begin(s, c.ref, NULL, &err), &err);
	region_ok(ds_book_add(s->book, &row, &err), &err);
	region_ok(ds_tx_commit(s->store, &err), &err);
}

static char *
statement(const char *day, dossier_format format)
{
	const dossier_show_options options = { .on = ds_day_from_iso(day),
	    .page = DOSSIER_PAGE_STATEMENT };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_show(&doc, c.region.session, c.ref, &options,
	    &err), &err);
	return region_print(doc, format);
}

static void
only_what_was_signed_off(void **state)
{
	static const dossier_format formats[] = { DOSSIER_TEXT,
		DOSSIER_HTML, DOSSIER_JSON };
	char *text;
	size_t i;

	sign("25251:B1-K1-W2", "Verzorgt planten", "2025");
	learn("25251", "B1-K1-W3");
	for (i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		text = statement("2026-05-11", formats[i]);
		says(text, "B1-K1-W2");
		says(text, "Jan Smit");
		says(text, "Kas en Kweek");
		says_not(text, "B1-K1-W3");
		says_not(text, "Nog bezig");
		/* Her own list of wishes and numbers stays out of it. */
		says_not(text, "B1-K1-W1");
		says_not(text, "06-11112222");
		says_not(text, "782");
		free(text);
	}
	text = statement("2026-05-11", DOSSIER_JSON);
	says(text, "\"document\":\"praktijkverklaring\",\"on\":\"2026-05-11\","
	    "\"name\":\"Zoë van den Berg\",\"birth_date\":\"2008-03-12\","
	    "\"school\":\"02QZ00\",\"school_name\":\"De Linde\"");
	says(text, "\"crebo\":\"25251\",\"code\":\"B1-K1-W2\","
	    "\"title\":\"Verzorgt planten\",\"file_version\":\"2025\"");
	free(text);
}

/* A code is unique within its file only. */
static void
one_code_of_two_files_is_two_processes(void **state)
{
	const char *first, *second;
	char *text;

	sign("25252:B1-K1-W1", "Bakt brood", "2026");
	sign("25251:B1-K1-W1", "Verzorgt planten", "2025");
	text = statement("2026-05-11", DOSSIER_JSON);
	first = strstr(text, "\"crebo\":\"25251\"");
	second = strstr(text, "\"crebo\":\"25252\"");
	assert_non_null(first);
	assert_non_null(second);
	assert_true(first < second);
	says(text, "\"title\":\"Bakt brood\",\"file_version\":\"2026\"");
	free(text);
}

static void
before_the_day_of_signing_it_is_not_there(void **state)
{
	char *text;

	sign("25251:B1-K1-W2", "Verzorgt planten", "2025");
	text = statement("2026-05-10", DOSSIER_JSON);
	says(text, "\"processes\":[]");
	free(text);
	text = statement("2026-05-10", DOSSIER_TEXT);
	says(text, "No work process has been signed off yet.");
	free(text);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(only_what_was_signed_off),
		EACH(one_code_of_two_files_is_two_processes),
		EACH(before_the_day_of_signing_it_is_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
