/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A listed sheet opened: the fields of its records that no column in its
 * list is about become columns by themselves, and every way to head a column
 * is folded once.
 */
#include "flows/sheet.h"

#include <string.h>

#include "base/text.h"

const struct ds_sheet *
ds_sheet_named(const char *name)
{
	size_t i;

	for (i = 0; i < ds_sheet_count; i++)
		if (strcmp(ds_sheets[i].name, name) == 0)
			return &ds_sheets[i];
	return NULL;
}

int
ds_sheet_column_named(const struct ds_sheet *sheet, const char *name)
{
	int i;

	for (i = 0; i < sheet->count; i++)
		if (strcmp(sheet->columns[i].name, name) == 0)
			return i;
	return -1;
}

int
ds_sheet_column_headed(const struct ds_sheet *sheet, const char *folded)
{
	int i;

	for (i = 0; i < sheet->name_count; i++)
		if (strcmp(sheet->names[i].folded, folded) == 0)
			return sheet->names[i].column;
	return -1;
}

unsigned
ds_sheet_needs(const struct ds_sheet *sheet)
{
	unsigned needs = 0;
	int i;

	for (i = 0; i < sheet->count; i++)
		needs |= sheet->columns[i].need;
	return needs;
}

/* ---- columns from descriptors ---- */

/* Fields that point to a youth are whose row it is; others are looked up. */
static bool
cell_of(enum ds_cell_type *out, const struct ds_field *field)
{
	*out = DS_CELL_FIELD;
	if (field->flags & DS_OWN)
		return false;
	if (field->type != DS_TYPE_RECORD)
		return true;
	*out = field->target == DS_PARTY ? DS_CELL_PARTY :
	    field->target == DS_CONTACT ? DS_CELL_PERSON : DS_CELL_PLACE;
	return field->target == DS_PARTY || field->target == DS_CONTACT ||
	    field->target == DS_PLACE;
}

static bool
is_listed(const struct ds_sheet *sheet, const struct ds_record *record,
    int field)
{
	const struct ds_sheet_column *column;
	int i;

	for (i = 0; i < sheet->count; i++) {
		column = &sheet->columns[i];
		if (strcmp(column->name, record->fields[field].name) == 0 ||
		    (column->record == record->kind &&
		    column->field == field))
			return true;
	}
	return sheet->records[1] != 0 &&
	    (field == record->from || field == record->until);
}

static void
add_fields(struct ds_sheet *sheet, struct ds_sheet_column *columns,
    const struct ds_record *record)
{
	unsigned needs = ds_sheet_needs(sheet);
	enum ds_cell_type type;
	int i;

	for (i = 0; i < record->count; i++) {
		if (!cell_of(&type, &record->fields[i]) ||
		    is_listed(sheet, record, i) ||
		    sheet->count == DS_MAX_COLUMNS)
			continue;
		columns[sheet->count] = (struct ds_sheet_column){
		    record->fields[i].name, ds_sheet_headers(record->kind, i),
		    type, record->kind, i, 0 };
		if (record->fields[i].flags & DS_NEED)
			columns[sheet->count].need = needs + 1;
		needs |= columns[sheet->count++].need;
	}
}

/* ---- what headers mean ---- */

struct names {
	struct ds_arena *arena;
	struct ds_header_name *list;	/* NULL: only counted */
	int count;
	bool failed;
};

/* Each of the |-separated names of a column; NULL: none. */
static void
add_names(struct names *names, const char *text, int column)
{
	const char *from = text, *end, *name;

	for (; from != NULL && *from != '\0'; from = *end ? end + 1 : end) {
		end = strchr(from, '|');
		if (end == NULL)
			end = from + strlen(from);
		if (names->list != NULL) {
			name = ds_arena_ndup(names->arena, from,
			    (size_t)(end - from));
			name = name == NULL ? NULL :
			    ds_text_fold(names->arena, name);
			names->failed |= name == NULL;
			names->list[names->count] = (struct ds_header_name){
			    name, column };
		}
		names->count++;
	}
}

/* Stable names and synonyms of one column go before another's label. */
static void
name_columns(struct names *names, const struct ds_sheet *sheet)
{
	const struct ds_sheet_column *column;
	const char *label;
	int i;

	names->count = 0;
	for (i = 0; i < sheet->count; i++) {
		add_names(names, sheet->columns[i].name, i);
		add_names(names, sheet->columns[i].synonyms, i);
	}
	for (i = 0; i < sheet->count; i++) {
		column = &sheet->columns[i];
		if (column->record == 0)
			continue;
		label = ds_record(column->record)->fields[column->field]
		    .label;
		add_names(names, label, i);
		add_names(names, ds_tr(DOSSIER_DUTCH, label), i);
	}
}

dossier_status
ds_sheet_open(const struct ds_sheet **out, struct ds_arena *arena,
    const struct ds_sheet *listed, dossier_error *err)
{
	struct names names = { arena, NULL, 0, false };
	struct ds_sheet_column *columns;
	struct ds_sheet *sheet;
	int i;

	sheet = ds_arena_alloc(arena, sizeof *sheet);
	columns = ds_arena_alloc(arena, DS_MAX_COLUMNS * sizeof *columns);
	if (sheet == NULL || columns == NULL)
		return ds_no_memory(err);
	*sheet = *listed;
	memcpy(columns, listed->columns,
	    (size_t)listed->count * sizeof *columns);
	sheet->columns = columns;
	for (i = 0; i < DS_SHEET_RECORDS && listed->records[i] != 0; i++)
		add_fields(sheet, columns, ds_record(listed->records[i]));
	name_columns(&names, sheet);
	names.list = ds_arena_alloc(arena, (size_t)names.count *
	    sizeof *names.list + 1);
	if (names.list == NULL)
		return ds_no_memory(err);
	name_columns(&names, sheet);
	sheet->names = names.list;
	sheet->name_count = names.count;
	*out = sheet;
	return names.failed ? ds_no_memory(err) : DOSSIER_OK;
}
