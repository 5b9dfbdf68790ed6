/* SPDX-License-Identifier: EUPL-1.2 */
/* Out to an image and back: byte for byte, whatever the text is. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "model/book.h"

static struct ds_arena arena;

static int
clean(void **state)
{
	ds_arena_free(&arena);
	return 0;
}

static void
assert_same(const struct ds_row *a, const struct ds_row *b)
{
	int i;

	assert_int_equal(a->kind, b->kind);
	for (i = 0; i < DS_MAX_FIELDS; i++)
		if (!ds_datum_same(&a->value[i], &b->value[i]))
			fail_msg("field %d: '%s' %lld, not '%s' %lld", i,
			    b->value[i].text, (long long)b->value[i].number,
			    a->value[i].text, (long long)a->value[i].number);
}

static void
round_trip(const struct ds_row *row)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_buf first = DS_BUF_INIT, second = DS_BUF_INIT;
	struct ds_row back;

	ds_row_image(&first, row);
	if (ds_row_from_image(&back, &arena, row->kind, 7, first.data,
	    &err) != DOSSIER_OK)
		fail_msg("%s: %s", err.message, first.data);
	assert_int_equal(back.id, 7);
	assert_same(row, &back);
	ds_row_image(&second, &back);
	assert_string_equal(first.data, second.data);
	ds_buf_free(&first);
	ds_buf_free(&second);
}

static void
test_hostile_texts(void **state)
{
	static const char *const texts[] = { "", " ", "  two  ", "\"", "\\",
	    "\\\"", "\\u0041", "'", "{}", "}", "[1,2]", "a: b", "# no", "-",
	    "~", "null", "true", "007", "1e3", "&a", "*a", "!!str", "%", "|",
	    ">", "? a", "line\nbreak", "\r\n", "\t", "\x01\x02\x1f\x7f",
	    "\xc2\x85 NEL", "\xe2\x80\xa8 LS \xe2\x80\xa9 PS",
	    "\xef\xbb\xbf BOM", "\xef\xbf\xbd", "Zoë", "Zoe\xcc\x88",
	    "日本語 山田太郎", "👩🏽‍🎓", "שלום", "\xe2\x80\xae" "rtl",
	    "</script><b>", "=1+1", "'; DROP TABLE youth; --",
	    "\xff\xfe no utf-8", NULL };
	struct ds_row row;
	int i;

	for (i = 0; texts[i] != NULL; i++) {
		ds_row_start(&row, DS_YOUTH);
		ds_row_set_text(&row, DS_F_YOUTH_REF, "x");
		ds_row_set_text(&row, DS_F_YOUTH_GIVEN_NAME, texts[i]);
		ds_row_set_text(&row, DS_F_YOUTH_PROCESSES, texts[i]);
		round_trip(&row);
	}
}

static void
test_long_text(void **state)
{
	size_t size = 1 << 20;
	char *text = ds_arena_alloc(&arena, size + 1);
	struct ds_row row;

	assert_non_null(text);
	memset(text, '"', size);
	ds_row_start(&row, DS_PACK);
	ds_row_set_text(&row, DS_F_PACK_TEXT, text);
	round_trip(&row);
}

static void
test_numbers(void **state)
{
	static const int64_t numbers[] = { 0, 1, -1, INT64_MAX, INT64_MIN };
	struct ds_row row;
	size_t i;

	for (i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		ds_row_start(&row, DS_POSTCODE);
		ds_row_set_int(&row, DS_F_POSTCODE_LATITUDE, numbers[i]);
		round_trip(&row);
	}
	ds_row_start(&row, DS_POSTCODE);
	round_trip(&row);
}

/* Every field of every record at once. */
static void
test_every_kind(void **state)
{
	struct ds_row row;
	int kind, i;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		const struct ds_record *record = ds_record((enum ds_kind)kind);

		ds_row_start(&row, (enum ds_kind)kind);
		for (i = 0; i < record->count; i++)
			if (ds_type_is_number(record->fields[i].type))
				ds_row_set_int(&row, i, 1000 + i);
			else
				ds_row_set_text(&row, i,
				    record->fields[i].name);
		round_trip(&row);
	}
}

static void
test_not_an_image(void **state)
{
	static const char *const wrong[] = { "", "{", "}", "null", "[]",
	    "{}x", " {}", "{\"ref\"}", "{\"ref\":}", "{\"ref\":\"a\"",
	    "{\"ref\":\"a}", "{\"ref\":\"a\",}", "{\"ref\":\"a\\\"}",
	    "{\"ref\":\"\\x\"}", "{\"ref\":\"\\u00\"}",
	    "{\"ref\":\"\\u20ac\"}", "{\"ref\":\"\\u0000\"}", "{\"ref\":1}",
	    "{\"hours_week\":\"1\"}", "{\"hours_week\":}",
	    "{\"hours_week\":1.5}", "{\"nosuch\":1}", "{ref:\"a\"}",
	    "{\"ref\" :\"a\"}", NULL };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row row;
	int i;

	for (i = 0; wrong[i] != NULL; i++)
		if (ds_row_from_image(&row, &arena, DS_YOUTH, 7, wrong[i],
		    NULL) != DOSSIER_CORRUPT)
			fail_msg("taken: %s", wrong[i]);
	assert_int_equal(ds_row_from_image(&row, &arena, DS_YOUTH, 7, NULL,
	    &err), DOSSIER_CORRUPT);
	assert_non_null(strstr(err.message, "youth 7"));
}

static void
test_no_memory(void **state)
{
	struct ds_arena own = {0};
	struct ds_row row;

	ds_mem_fail_at(1);
	assert_int_equal(ds_row_from_image(&row, &own, DS_YOUTH, 7,
	    "{\"ref\":\"a\"}", NULL), DOSSIER_NO_MEMORY);
	ds_mem_fail_at(0);
	ds_arena_free(&own);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hostile_texts),
		cmocka_unit_test(test_long_text),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_every_kind),
		cmocka_unit_test(test_not_an_image),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, clean);
}
