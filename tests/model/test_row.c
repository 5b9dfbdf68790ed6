/* SPDX-License-Identifier: EUPL-1.2 */
/* A row by itself: what it holds, why it is refused, how it reads. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "model/row.h"

static struct ds_arena arena;

static int
clean(void **state)
{
	ds_arena_free(&arena);
	return 0;
}

static dossier_day
day(const char *iso)
{
	return ds_day_from_iso(iso);
}

static void
test_values(void **state)
{
	struct ds_row row;

	ds_row_start(&row, DS_YOUTH);
	assert_int_equal(row.id, 0);
	assert_false(ds_row_has(&row, DS_F_YOUTH_REF));
	assert_null(ds_row_text(&row, DS_F_YOUTH_REF));
	assert_int_equal(ds_row_int(&row, DS_F_YOUTH_HOURS), 0);
	assert_false(ds_day_known(ds_row_day(&row, DS_F_YOUTH_BIRTH_DATE)));
	ds_row_set_int(&row, DS_F_YOUTH_HOURS, 0);
	assert_true(ds_row_has(&row, DS_F_YOUTH_HOURS));
	ds_row_set_text(&row, DS_F_YOUTH_EMAIL, "a@b.nl");
	assert_string_equal(ds_row_text(&row, DS_F_YOUTH_EMAIL), "a@b.nl");
	ds_row_set_text(&row, DS_F_YOUTH_EMAIL, NULL);
	assert_false(ds_row_has(&row, DS_F_YOUTH_EMAIL));
	assert_true(ds_row_set_day(&row, DS_F_YOUTH_BIRTH_DATE,
	    day("2008-02-29"), &arena));
	assert_string_equal(ds_row_text(&row, DS_F_YOUTH_BIRTH_DATE),
	    "2008-02-29");
	assert_int_equal(ds_row_day(&row, DS_F_YOUTH_BIRTH_DATE).number,
	    day("2008-02-29").number);
	assert_true(ds_row_set_day(&row, DS_F_YOUTH_BIRTH_DATE,
	    DOSSIER_NO_DAY, &arena));
	assert_false(ds_row_has(&row, DS_F_YOUTH_BIRTH_DATE));
	ds_row_clear(&row, DS_F_YOUTH_HOURS);
	assert_false(ds_row_has(&row, DS_F_YOUTH_HOURS));
}

static void
test_span(void **state)
{
	struct ds_row row;

	ds_row_start(&row, DS_LEAD);
	assert_false(ds_day_known(ds_row_span(&row).from));
	ds_row_set_text(&row, DS_F_LEAD_FROM, "2026-01-01");
	assert_int_equal(ds_row_span(&row).from.number,
	    day("2026-01-01").number);
	assert_false(ds_day_known(ds_row_span(&row).until));
	ds_row_start(&row, DS_SETTING);
	assert_false(ds_day_known(ds_row_span(&row).from));
}

static void
test_fault(void **state)
{
	struct ds_row row;
	int field = -1;

	ds_row_start(&row, DS_LEAD);
	assert_non_null(ds_row_fault(&row, &field));
	assert_int_equal(field, DS_F_LEAD_YOUTH);
	ds_row_set_int(&row, DS_F_LEAD_YOUTH, 1);
	assert_non_null(ds_row_fault(&row, &field));
	assert_int_equal(field, DS_F_LEAD_PARTY);
	ds_row_set_int(&row, DS_F_LEAD_PARTY, 1);
	assert_null(ds_row_fault(&row, &field));
	ds_row_set_text(&row, DS_F_LEAD_FROM, "2026-01-02");
	ds_row_set_text(&row, DS_F_LEAD_UNTIL, "2026-01-01");
	assert_non_null(ds_row_fault(&row, &field));
	assert_int_equal(field, DS_F_LEAD_UNTIL);
	/* One day is a period: both its ends are held. */
	ds_row_set_text(&row, DS_F_LEAD_UNTIL, "2026-01-02");
	assert_null(ds_row_fault(&row, &field));
	ds_row_clear(&row, DS_F_LEAD_FROM);
	assert_null(ds_row_fault(&row, &field));
}

static void
test_same(void **state)
{
	const struct ds_datum none = { 0 };
	const struct ds_datum zero = { .known = true };
	const struct ds_datum one = { .known = true, .number = 1 };
	const struct ds_datum a = { .known = true, .text = "a" };
	const struct ds_datum b = { .known = true, .text = "b" };
	const char copy[] = "a";
	const struct ds_datum again = { .known = true, .text = copy };

	assert_true(ds_datum_same(&none, &none));
	assert_false(ds_datum_same(&none, &zero));
	assert_false(ds_datum_same(&zero, &one));
	assert_true(ds_datum_same(&a, &again));
	assert_false(ds_datum_same(&a, &b));
	assert_false(ds_datum_same(&a, &zero));
}

static void
assert_name(const char *given, const char *prefix, const char *family,
    const char *wanted)
{
	struct ds_row row;

	ds_row_start(&row, DS_YOUTH);
	ds_row_set_text(&row, DS_F_YOUTH_GIVEN_NAME, given);
	ds_row_set_text(&row, DS_F_YOUTH_PREFIX, prefix);
	ds_row_set_text(&row, DS_F_YOUTH_FAMILY_NAME, family);
	assert_string_equal(ds_youth_name(&arena, &row), wanted);
}

static void
test_name(void **state)
{
	assert_name("Zoë", "van den", "Berg", "Zoë van den Berg");
	assert_name("Zoë", NULL, "Berg", "Zoë Berg");
	assert_name(NULL, "de", "Wit", "de Wit");
	assert_name("Zoë", NULL, NULL, "Zoë");
	assert_name(NULL, NULL, NULL, "");
}

/* What is unknown, an empty text and nought are three things. */
static void
test_image(void **state)
{
	struct ds_buf buf = DS_BUF_INIT;
	struct ds_row row;

	ds_row_start(&row, DS_YOUTH);
	ds_row_image(&buf, &row);
	assert_string_equal(buf.data, "{}");
	ds_buf_clear(&buf);
	ds_row_set_int(&row, DS_F_YOUTH_HOURS, 0);
	ds_row_set_text(&row, DS_F_YOUTH_GIVEN_NAME, "Zoë \"Z\"\\\t");
	ds_row_set_text(&row, DS_F_YOUTH_EMAIL, "");
	ds_row_image(&buf, &row);
	assert_string_equal(buf.data, "{\"given_name\":\"Zoë \\\"Z\\\"\\\\"
	    "\\u0009\",\"email\":\"\",\"hours_week\":0}");
	ds_buf_free(&buf);
}

static void
assert_text(const struct ds_field *field, const char *text, int64_t number,
    dossier_language language, const char *wanted)
{
	const struct ds_datum datum = { .known = true, .number = number,
	    .text = text };

	assert_string_equal(ds_field_text(&arena, field, &datum, language),
	    wanted);
}

static void
test_text_for_people(void **state)
{
	const struct ds_field *youth = ds_record(DS_YOUTH)->fields;
	const struct ds_field *wage = ds_record(DS_WAGE_VALUE)->fields;
	const struct ds_datum none = { 0 };

	assert_null(ds_field_text(&arena, &youth[0], &none,
	    DOSSIER_ENGLISH));
	assert_text(&youth[DS_F_YOUTH_BIRTH_DATE], "2008-02-29", 0,
	    DOSSIER_DUTCH, "29-02-2008");
	assert_text(&youth[DS_F_YOUTH_BIRTH_DATE], "2008-02-29", 0,
	    DOSSIER_ENGLISH, "2008-02-29");
	assert_text(&youth[DS_F_YOUTH_SEX], "v", 0, DOSSIER_ENGLISH,
	    "female");
	assert_text(&youth[DS_F_YOUTH_DAYS], "ma wo", 0, DOSSIER_ENGLISH,
	    "Monday, Wednesday");
	assert_text(&youth[DS_F_YOUTH_JOB_READY], NULL, 0, DOSSIER_ENGLISH,
	    "no");
	assert_text(&youth[DS_F_YOUTH_HOURS], NULL, 24, DOSSIER_ENGLISH,
	    "24");
	assert_text(&wage[DS_F_WAGE_VALUE], NULL, 4990, DOSSIER_DUTCH,
	    "49,9");
	assert_text(&wage[DS_F_WAGE_VALUE], NULL, 4990, DOSSIER_ENGLISH,
	    "49.9");
	/* A code of a newer list is shown as it stands. */
	assert_text(&youth[DS_F_YOUTH_SEX], "z", 0, DOSSIER_ENGLISH, "z");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_span),
		cmocka_unit_test(test_fault),
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_name),
		cmocka_unit_test(test_image),
		cmocka_unit_test(test_text_for_people),
	};

	return cmocka_run_group_tests(tests, NULL, clean);
}
