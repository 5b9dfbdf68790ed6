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
	    "lead", "postcode", "municipality", "residence", "moment",
	    "decision", "opp", "qualification", "work_process",
	    "work_profile", "life_domain", "register", "scheme",
	    "assessment", "care", "statement", "answer", "person", "ground",
	    "track" };
	size_t i;

	assert_int_equal(ds_sheet_count, sizeof names / sizeof names[0]);
	for (i = 0; i < ds_sheet_count; i++) {
		assert_string_equal(ds_sheets[i].name, names[i]);
		assert_ptr_equal(ds_sheet_named(names[i]), &ds_sheets[i]);
	}
	assert_null(ds_sheet_named("youths"));
}

/* A listed sheet with all its columns. */
static const struct ds_sheet *
opened(size_t i)
{
	const struct ds_sheet *sheet;

	assert_int_equal(ds_sheet_open(&sheet, &arena, &ds_sheets[i], NULL),
	    DOSSIER_OK);
	return sheet;
}

static void
assert_column(const struct ds_sheet *sheet, int i)
{
	const struct ds_sheet_column *column = &sheet->columns[i];
	const struct ds_field *field;

	assert_int_equal(ds_sheet_column_named(sheet, column->name), i);
	if (column->record == 0) {
		assert_int_not_equal(column->type, DS_CELL_FIELD);
		return;
	}
	assert_in_range(column->record, 1, DS_KIND_END - 1);
	assert_in_range(column->field, 0,
	    ds_record(column->record)->count - 1);
	field = &ds_record(column->record)->fields[column->field];
	/* A record field is looked up, never parsed. */
	assert_int_equal(column->type == DS_CELL_FIELD,
	    field->type != DS_TYPE_RECORD);
	assert_int_equal(field->flags & DS_OWN,
	    column->field == DS_F_YOUTH_REF && column->record == DS_YOUTH ?
	    DS_OWN : 0);
}

static void
test_columns_are_whole(void **state)
{
	const struct ds_sheet *sheet;
	unsigned needs;
	size_t s;
	int i;

	for (s = 0; s < ds_sheet_count; s++) {
		sheet = opened(s);
		assert_in_range(sheet->count, 1, DS_MAX_COLUMNS - 1);
		for (i = 0; i < sheet->count; i++)
			assert_column(sheet, i);
		/* Needs are bits without a gap: 1, 3, 7, … */
		needs = ds_sheet_needs(sheet);
		assert_int_equal(needs & (needs + 1), 0);
		assert_int_not_equal(needs, 0);
		/* A refused file can be fed again. */
		assert_true(ds_sheet_column_named(sheet, "reason") >= 0);
	}
}

/*
 * Of the records of a case every field that people may set has a column, and
 * a header is known by name and by label in both languages.
 */
static void
test_every_field_of_a_case(void **state)
{
	const struct ds_record *record;
	const struct ds_sheet *sheet;
	size_t s;
	int i, k;

	for (s = 0; s < ds_sheet_count; s++) {
		if (!ds_sheets[s].is_case)
			continue;
		sheet = opened(s);
		record = ds_record(sheet->records[0]);
		assert_string_equal(sheet->name, record->table);
		for (i = 0; i < record->count; i++) {
			if ((record->fields[i].flags & DS_OWN) ||
			    record->fields[i].target == DS_YOUTH)
				continue;
			for (k = 0; k < sheet->count; k++)
				if (sheet->columns[k].record ==
				    record->kind && sheet->columns[k].field
				    == i)
					break;
			if (k == sheet->count)
				fail_msg("%s.%s has no column",
				    record->table, record->fields[i].name);
			assert_int_equal(!(record->fields[i].flags &
			    DS_NEED), sheet->columns[k].need == 0);
		}
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
		const struct ds_sheet *sheet = opened(s);

		count = 0;
		for (i = 0; i < sheet->count; i++) {
			const struct ds_sheet_column *column =
			    &sheet->columns[i];
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
		cmocka_unit_test(test_every_field_of_a_case),
		cmocka_unit_test(test_synonyms_do_not_clash),
	};

	return cmocka_run_group_tests(tests, NULL, clean);
}
