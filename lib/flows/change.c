/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/change.h"

#include <string.h>

#include "flows/present.h"

void
ds_changes_begin(struct ds_changes *out, dossier_document *doc,
    struct ds_value *map, struct ds_view *view)
{
	out->doc = doc;
	out->view = view;
	out->list = ds_put_list(doc, map, "changes");
	out->table = NULL;
	out->count = 0;
}

/* "Enrolment: Class"; of a number its kind: "BSN". */
static const char *
change_label(struct ds_arena *arena, const struct ds_row *before,
    const struct ds_row *after, int field, dossier_language language)
{
	const struct ds_record *record = ds_record(after->kind);
	const char *label = ds_tr(language, record->fields[field].label);
	const char *kind = ds_row_text(after, DS_F_IDENTIFIER_KIND);

	if (record->kind == DS_YOUTH)
		return label;
	if (record->kind != DS_IDENTIFIER)
		return ds_arena_printf(arena, "%s: %s", ds_tr(language,
		    record->label), label);
	return ds_code_label(ds_codes_identifier, kind != NULL ? kind :
	    ds_row_text(before, DS_F_IDENTIFIER_KIND), language);
}

static void
begin_table(struct ds_changes *changes)
{
	dossier_language lang = changes->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Field")), DS_LEFT },
		{ ds_tr(lang, N_("Before")), DS_LEFT },
		{ ds_tr(lang, N_("After")), DS_LEFT },
	};

	if (changes->table == NULL)
		changes->table = ds_table(changes->doc, NULL, columns, 3);
}

static dossier_status
put_change(struct ds_changes *changes, const struct ds_row *before,
    const struct ds_row *after, int field, dossier_error *err)
{
	const struct ds_record *record = ds_record(after->kind);
	dossier_document *doc = changes->doc;
	const char *label = change_label(changes->view->arena, before, after,
	    field, doc->language);
	struct ds_shown old, new;
	struct ds_value *item;
	struct ds_cells *row;

	if (label == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_view_field(&old, changes->view, before, field, err));
	DS_TRY(ds_view_field(&new, changes->view, after, field, err));
	item = ds_put_map(doc, changes->list, NULL);
	ds_put_text(doc, item, "record", record->table);
	ds_put_text(doc, item, "field", record->fields[field].name);
	if (record->kind == DS_IDENTIFIER)
		ds_put_text(doc, item, "kind", ds_row_text(
		    ds_row_has(after, DS_F_IDENTIFIER_KIND) ? after : before,
		    DS_F_IDENTIFIER_KIND));
	ds_present_value(doc, item, "before", &old);
	ds_present_value(doc, item, "after", &new);
	begin_table(changes);
	row = ds_table_row(doc, changes->table);
	ds_cell(doc, row, 0, label);
	ds_cell(doc, row, 1, old.text);
	ds_cell(doc, row, 2, new.text);
	changes->count++;
	return DOSSIER_OK;
}

dossier_status
ds_changes_put(struct ds_changes *changes, const struct ds_row *before,
    const struct ds_row *after, dossier_error *err)
{
	const struct ds_record *record = ds_record(after->kind);
	int i;

	for (i = 0; i < record->count; i++)
		if (strcmp(record->fields[i].name, "youth") != 0 &&
		    !ds_datum_same(&before->value[i], &after->value[i]))
			DS_TRY(put_change(changes, before, after, i, err));
	return DOSSIER_OK;
}

void
ds_changes_end(struct ds_changes *changes)
{
	if (changes->count == 0)
		ds_paragraph(changes->doc, "%s",
		    ds_tr(changes->doc->language,
		    N_("Nothing changed: it stood there already.")));
}
