/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/one_case.h"

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

static const dossier_show_options now = { .on = { INT32_MIN } };

static char *
show_on(dossier_day day, dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const dossier_show_options options = { .on = day };
	dossier_document *doc = NULL;

	region_ok(dossier_show(&doc, c.region.session, c.ref, &options,
	    &err),
	    &err);
	return region_print(doc, format);
}

static char *
edit(const char *const *set, size_t count, dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_edit(&doc, c.region.session, c.ref, set, count,
	    "test", &err), &err);
	return region_print(doc, format);
}

static dossier_status
refused(dossier_error *err, const char *set)
{
	dossier_document *doc = NULL;
	dossier_status status;

	*err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	status = dossier_edit(&doc, c.region.session, c.ref, &set, 1, NULL,
	    err);
	assert_null(doc);
	return status;
}

/* ---- show ---- */

static void
the_head_says_who_and_how_old(void **state)
{
	char *text = show_on(DOSSIER_NO_DAY, DOSSIER_TEXT);

	says(text, "Zoë van den Berg, ");
	says(text, c.ref);
	says(text, "18 years old on 2026-05-11");
	free(text);
	text = show_on(ds_day_of(2026, 3, 11), DOSSIER_TEXT);
	says(text, "17 years old on 2026-03-11");
	free(text);
}

static void
the_bsn_is_masked_everywhere(void **state)
{
	static const dossier_format formats[] = { DOSSIER_TEXT, DOSSIER_CSV,
	    DOSSIER_JSON, DOSSIER_HTML, DOSSIER_YAML };
	char *text;
	size_t i;

	for (i = 0; i < 5; i++) {
		text = show_on(DOSSIER_NO_DAY, formats[i]);
		says_not(text, "123456782");
		free(text);
	}
	text = show_on(DOSSIER_NO_DAY, DOSSIER_JSON);
	says(text, "{\"kind\":\"bsn\",\"value\":\"******782\"}");
	free(text);
}

static void
who_holds_the_case_and_how_to_call(void **state)
{
	char *text = show_on(DOSSIER_NO_DAY, DOSSIER_TEXT);

	says(text, "Who holds the case\nOrganisation:  De Linde (02QZ00)\n"
	    "Contact:       Els Bakker\nTelephone:     06-55501001\n");
	free(text);
	text = show_on(DOSSIER_NO_DAY, DOSSIER_JSON);
	says(text, "\"lead\":{\"party\":\"02QZ00\","
	    "\"party_name\":\"De Linde\",\"contact\":\"Els Bakker\","
	    "\"phone\":\"06-55501001\"");
	free(text);
}

static void
a_day_before_the_dossier_has_no_name(void **state)
{
	char *text = show_on(ds_day_of(2025, 8, 31), DOSSIER_TEXT);

	says(text, "Nobody holds this case on 2025-08-31.");
	free(text);
}

static void
wage_values_stand_side_by_side(void **state)
{
	char *text = show_on(DOSSIER_NO_DAY, DOSSIER_JSON);

	says(text, "\"value\":\"49.9\",\"valid_until\":null,"
	    "\"method\":\"Dariuz\",\"assessor\":null,\"party\":null,"
	    "\"party_name\":null,\"counts\":false");
	says(text, "\"value\":\"65\",\"valid_until\":null,"
	    "\"method\":\"Dariuz\",\"assessor\":null,\"party\":null,"
	    "\"party_name\":null,\"counts\":true");
	free(text);
}

static void
another_day_shows_what_held_then(void **state)
{
	char *text = show_on(ds_day_of(2026, 3, 1), DOSSIER_JSON);

	says(text, "\"value\":\"49.9\"");
	says_not(text, "\"value\":\"65\"");
	says(text, "\"kind\":\"stage\"");
	says_not(text, "\"kind\":\"contract\"");
	free(text);
	text = show_on(DOSSIER_NO_DAY, DOSSIER_JSON);
	says(text, "\"kind\":\"contract\"");
	free(text);
}

static void
nothing_recorded_is_said(void **state)
{
	char *text = show_on(DOSSIER_NO_DAY, DOSSIER_TEXT);

	says(text, "Nothing recorded\nPeople around; ");
	says(text, "Follow-up\n");
	says_not(text, "\nGrounds\n");
	free(text);
	text = show_on(DOSSIER_NO_DAY, DOSSIER_JSON);
	says(text, "\"meetings\":[],\"agreements\":[],\"decisions\":[]");
	says(text, "\"moments\":[]");
	says(text, "\"handovers\":[]");
	says(text, "\"processes\":[\"B1-K1-W1\"]");
	free(text);
}

static void
any_prefix_that_is_unique_reads(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;
	char prefix[5];

	memcpy(prefix, c.ref, 4);
	prefix[4] = '\0';
	region_ok(dossier_show(&doc, c.region.session, prefix,
	    &now, &err), &err);
	dossier_document_free(doc);
	assert_int_equal(dossier_show(&doc, c.region.session, "00000000",
	    &now, NULL), DOSSIER_NOT_FOUND);
	assert_null(doc);
}

/* ---- search ---- */

static dossier_status
search(dossier_document **doc, char ref[DOSSIER_REF_SIZE], const char *text)
{
	return dossier_search(doc, ref, c.region.session, text, NULL);
}

static void
a_name_is_found_without_accents_or_case(void **state)
{
	static const char *const names[] = { "VAN DEN BERG", "zoë van",
	    "vandenberg", "1001" };
	char ref[DOSSIER_REF_SIZE];
	dossier_document *doc;
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		assert_int_equal(search(&doc, ref, names[i]), DOSSIER_OK);
		assert_null(doc);
		assert_string_equal(ref, c.ref);
	}
}

static void
more_than_one_is_a_list(void **state)
{
	char ref[DOSSIER_REF_SIZE], *text;
	dossier_document *doc;

	assert_int_equal(search(&doc, ref, "ZOE"), DOSSIER_AMBIGUOUS);
	assert_non_null(doc);
	text = region_print(doc, DOSSIER_TEXT);
	says(text, c.ref);
	says(text, "Zoe Bergman");
	says(text, "De Linde");
	free(text);
}

static void
nobody_is_not_found(void **state)
{
	char ref[DOSSIER_REF_SIZE];
	dossier_document *doc;

	assert_int_equal(search(&doc, ref, "Jansen"), DOSSIER_NOT_FOUND);
	assert_int_equal(search(&doc, ref, "100"), DOSSIER_NOT_FOUND);
	assert_int_equal(search(&doc, ref, " "), DOSSIER_USAGE);
	assert_null(doc);
}

static void
a_day_before_it_was_opened_is_said(void **state)
{
	char *text = show_on(ds_day_of(2000, 1, 1), DOSSIER_TEXT);

	says(text, "was not open yet");
	free(text);
	text = show_on(DOSSIER_NO_DAY, DOSSIER_TEXT);
	says_not(text, "not open yet");
	free(text);
}

/* ---- edit ---- */

static void
a_field_shows_before_and_after(void **state)
{
	const char *const set[] = { "class=5A", "phone=", "Days=vr, ma" };
	char *text = edit(set, 3, DOSSIER_JSON);

	says(text, "{\"record\":\"enrolment\",\"field\":\"class\","
	    "\"before\":\"4A\",\"after\":\"5A\"}");
	says(text, "\"field\":\"phone\",\"before\":\"06-11112222\","
	    "\"after\":null");
	says(text, "\"field\":\"days\",\"before\":null,"
	    "\"after\":[\"ma\",\"vr\"]");
	free(text);
	text = edit(set, 1, DOSSIER_TEXT);
	says(text, "Nothing changed");
	free(text);
}

static void
another_municipality_is_a_new_record(void **state)
{
	const char *const set[] = { "municipality=Gemeente Nieuwegein",
	    "place=Nieuwegein" };
	char *text = edit(set, 2, DOSSIER_JSON);

	says(text, "\"field\":\"municipality\",\"before\":\"0355\","
	    "\"after\":\"0356\"");
	says(text, "\"field\":\"postcode\",\"before\":\"3701AA\","
	    "\"after\":null");
	free(text);
	text = show_on(DOSSIER_NO_DAY, DOSSIER_JSON);
	says(text, "\"residence\":{\"municipality\":\"0356\"");
	free(text);
	text = show_on(ds_day_of(2026, 5, 10), DOSSIER_JSON);
	says(text, "\"residence\":{\"municipality\":\"0355\"");
	says(text, "\"until\":\"2026-05-10\"");
	free(text);
}

static void
another_school_takes_no_number_along(void **state)
{
	const char *const set[] = { "school=03XY00", "enrolled_on=1-5-2026" };
	char *text = edit(set, 2, DOSSIER_JSON);

	says(text, "\"lead\":\"02QZ00\"");
	free(text);
	text = show_on(DOSSIER_NO_DAY, DOSSIER_JSON);
	says(text, "\"enrolment\":{\"school\":\"03XY00\","
	    "\"school_name\":\"De Wilg\",\"pupil_number\":null,"
	    "\"school_kind\":\"praktijkonderwijs\"");
	says(text, "\"expected_exit\":\"2026-07-17\","
	    "\"from\":\"2026-05-01\"");
	free(text);
}

static void
what_is_wrong_is_refused_with_advice(void **state)
{
	dossier_error err;

	assert_int_equal(refused(&err, "clas=5A"), DOSSIER_INVALID);
	says(err.advice, "class");
	assert_int_equal(refused(&err, "ref=ABC"), DOSSIER_INVALID);
	assert_int_equal(refused(&err, "opened_on=1-1-2026"),
	    DOSSIER_INVALID);
	assert_int_equal(refused(&err, "municipality=02QZ00"),
	    DOSSIER_INVALID);
	assert_int_equal(refused(&err, "school="), DOSSIER_INVALID);
	assert_int_equal(refused(&err, "municipality=Nergens"),
	    DOSSIER_NOT_FOUND);
	assert_int_equal(refused(&err, "birth_date=12-03-08"),
	    DOSSIER_INVALID);
	says(err.advice, "12-03-2009");
	assert_int_equal(refused(&err, "profile=werk en zo"),
	    DOSSIER_INVALID);
	says(err.advice, "arbeid, dagbesteding, vervolgonderwijs");
	assert_int_equal(refused(&err, "class"), DOSSIER_USAGE);
	assert_int_equal(refused(&err, "class=\xff"), DOSSIER_INVALID);
}

static void
a_bare_day_is_not_guessed(void **state)
{
	dossier_error err;

	assert_int_equal(refused(&err, "from=1-1-2026"), DOSSIER_INVALID);
	says(err.advice, "enrolled_on");
	assert_int_equal(refused(&err, "until=1-1-2026"), DOSSIER_INVALID);
	says(err.advice, "left_on");
}

static void
a_name_must_stay(void **state)
{
	const char *const one[] = { "given_name=" };
	dossier_error err;

	free(edit(one, 1, DOSSIER_TEXT));
	assert_int_equal(refused(&err, "family_name="), DOSSIER_INVALID);
}

static void
a_number_is_corrected_and_cleared_unseen(void **state)
{
	const char *const right[] = { "bsn=111.222.333" };
	const char *const none[] = { "bsn=" };
	dossier_error err;
	char *text;

	assert_int_equal(refused(&err, "bsn=111222334"), DOSSIER_INVALID);
	says_not(err.message, "111222334");
	assert_int_equal(refused(&err, "onderwijsnummer=111222333"),
	    DOSSIER_INVALID);
	text = edit(right, 1, DOSSIER_TEXT);
	says(text, "******333");
	says_not(text, "111222333");
	free(text);
	free(edit(none, 1, DOSSIER_TEXT));
	text = show_on(DOSSIER_NO_DAY, DOSSIER_JSON);
	says_not(text, "\"kind\":\"bsn\"");
	free(text);
}

static void
a_wrong_one_among_right_ones_changes_nothing(void **state)
{
	const char *const set[] = { "class=5A", "max_km=veel" };
	dossier_document *doc;
	char *text;

	assert_int_equal(dossier_edit(&doc, c.region.session, c.ref, set, 2,
	    NULL, NULL), DOSSIER_INVALID);
	text = show_on(DOSSIER_NO_DAY, DOSSIER_JSON);
	says(text, "\"class\":\"4A\"");
	free(text);
}

/* ---- no memory ---- */

static void
no_memory_is_a_status(void **state)
{
	dossier_document *doc;
	dossier_status status;
	unsigned long n;

	for (n = 1;; n++) {
		ds_mem_fail_at(n);
		status = dossier_show(&doc, c.region.session, c.ref,
		    &now, NULL);
		if (!ds_mem_failed())
			break;
		assert_int_equal(status, DOSSIER_NO_MEMORY);
		assert_null(doc);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	dossier_document_free(doc);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		EACH(the_head_says_who_and_how_old),
		EACH(the_bsn_is_masked_everywhere),
		EACH(who_holds_the_case_and_how_to_call),
		EACH(a_day_before_the_dossier_has_no_name),
		EACH(wage_values_stand_side_by_side),
		EACH(another_day_shows_what_held_then),
		EACH(nothing_recorded_is_said),
		EACH(any_prefix_that_is_unique_reads),
		EACH(a_name_is_found_without_accents_or_case),
		EACH(more_than_one_is_a_list),
		EACH(nobody_is_not_found),
		EACH(a_field_shows_before_and_after),
		EACH(another_municipality_is_a_new_record),
		EACH(another_school_takes_no_number_along),
		EACH(what_is_wrong_is_refused_with_advice),
		EACH(a_day_before_it_was_opened_is_said),
		EACH(a_bare_day_is_not_guessed),
		EACH(a_name_must_stay),
		EACH(a_number_is_corrected_and_cleared_unseen),
		EACH(a_wrong_one_among_right_ones_changes_nothing),
		EACH(no_memory_is_a_status),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
