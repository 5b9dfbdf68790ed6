/* SPDX-License-Identifier: EUPL-1.2 */
/* The sheets hold together: names, synonyms, needs, what they point to. */
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "flows/sheet.h"

static struct ds_arena arena;

static int
clean(void **state)
{
	ds_arena_free(&arena);
	return 0;
}

static void
test_the_kinds_of_file(void **state)
{
	static const char *const names[] = { "youth", "party", "contact",
	    "place", "placement", "wagevalue", "meeting", "agreement",
	    "lead", "postcode", "municipality" };
	size_t i;

	assert_int_equal(ds_sheet_count, sizeof names / sizeof names[0]);
	for (i = 0; i < ds_sheet_count; i++) {
		assert_string_equal(ds_sheets[i].name, names[i]);
		assert_ptr_equal(ds_sheet_named(names[i]), &ds_sheets[i]);
	}
	assert_null(ds_sheet_named("youths"));
}

static void
assert_column(const struct ds_sheet *sheet, int i)
{
	const struct ds_sheet_column *column = &sheet->columns[i];

	assert_int_equal(ds_sheet_column_named(sheet, column->name), i);
	assert_in_range(column->need, 0, sheet->groups);
	if (column->type != DS_CELL_FIELD)
		return;
	assert_in_range(column->record, 1, DS_KIND_END - 1);
	assert_in_range(column->field, 0,
	    ds_record(column->record)->count - 1);
	/* A record field is looked up, never parsed. */
	assert_int_not_equal(ds_record(column->record)
	    ->fields[column->field].type, DS_TYPE_RECORD);
}

static void
test_columns_are_whole(void **state)
{
	size_t s;
	int i, group;
	bool met;

	for (s = 0; s < ds_sheet_count; s++) {
		const struct ds_sheet *sheet = &ds_sheets[s];

		assert_in_range(sheet->count, 1, DS_MAX_COLUMNS);
		for (i = 0; i < sheet->count; i++)
			assert_column(sheet, i);
		for (group = 1; group <= sheet->groups; group++) {
			met = false;
			for (i = 0; i < sheet->count; i++)
				met = met || sheet->columns[i].need == group;
			assert_true(met);
		}
		/* A refused file can be fed again. */
		assert_true(ds_sheet_column_named(sheet, "reason") >= 0);
	}
}

struct seen {
	const char *folded;
	int column;
};

/* Within a sheet a header has one meaning. */
static void
test_synonyms_do_not_clash(void **state)
{
	struct seen seen[400];
	size_t s, count, k;
	int i;

	for (s = 0; s < ds_sheet_count; s++) {
		count = 0;
		for (i = 0; i < ds_sheets[s].count; i++) {
			const struct ds_sheet_column *column =
			    &ds_sheets[s].columns[i];
			char *names = ds_arena_printf(&arena, "%s|%s",
			    column->name, column->synonyms != NULL ?
			    column->synonyms : ""), *name, *next;

			for (name = strtok_r(names, "|", &next); name;
			    name = strtok_r(NULL, "|", &next)) {
				const char *folded = ds_text_fold(&arena,
				    name);

				for (k = 0; k < count; k++)
					if (strcmp(seen[k].folded, folded) ==
					    0 && seen[k].column != i)
						fail_msg("%s: %s has two "
						    "meanings",
						    ds_sheets[s].name, name);
				assert_in_range(count, 0, 399);
				seen[count++] = (struct seen){ folded, i };
			}
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_kinds_of_file),
		cmocka_unit_test(test_columns_are_whole),
		cmocka_unit_test(test_synonyms_do_not_clash),
	};

	return cmocka_run_group_tests(tests, NULL, clean);
}
