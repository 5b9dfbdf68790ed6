/* SPDX-License-Identifier: EUPL-1.2 */
/* What an edit changed: field by field, before and after. */
#include "flows/edit.h"

#include <string.h>

#include "flows/present.h"
#include "flows/state.h"

/* Whose record it is never changes. */
static bool
differs(const struct ds_edit_subject *subject, int field)
{
	const char *name = ds_record(subject->after.kind)->fields[field].name;

	return strcmp(name, "youth") != 0 &&
	    !ds_datum_same(&subject->before.value[field],
	    &subject->after.value[field]);
}

void
ds_edit_count(struct ds_edit *edit)
{
	const struct ds_edit_subject *s;
	int i;

	for (s = edit->subject; s < edit->subject + DS_EDIT_SUBJECTS; s++)
		for (i = 0; i < ds_record(s->after.kind)->count; i++)
			edit->changes += differs(s, i);
}

/* "Enrolment: Class"; of a number its kind: "BSN". */
static const char *
change_label(struct ds_arena *arena, const struct ds_row *row, int field,
    dossier_language language)
{
	const struct ds_record *record = ds_record(row->kind);
	const char *label = ds_tr(language, record->fields[field].label);

	if (record->kind == DS_YOUTH)
		return label;
	if (record->kind == DS_IDENTIFIER)
		return ds_code_label(ds_codes_identifier, ds_row_text(row,
		    DS_F_IDENTIFIER_KIND), language);
	return ds_arena_printf(arena, "%s: %s", ds_tr(language,
	    record->label), label);
}

static dossier_status
put_change(dossier_document *doc, struct ds_block *table,
    struct ds_value *list, struct ds_view *view,
    const struct ds_edit_subject *subject, int field, dossier_error *err)
{
	const struct ds_record *record = ds_record(subject->after.kind);
	const char *label = change_label(view->arena, &subject->after, field,
	    doc->language);
	struct ds_shown before, after;
	struct ds_value *item;
	struct ds_cells *row;

	if (label == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_view_field(&before, view, &subject->before, field, err));
	DS_TRY(ds_view_field(&after, view, &subject->after, field, err));
	item = ds_put_map(doc, list, NULL);
	ds_put_text(doc, item, "record", record->table);
	ds_put_text(doc, item, "field", record->fields[field].name);
	if (record->kind == DS_IDENTIFIER)
		ds_put_text(doc, item, "kind", ds_row_text(&subject->after,
		    DS_F_IDENTIFIER_KIND));
	ds_present_value(doc, item, "before", &before);
	ds_present_value(doc, item, "after", &after);
	row = ds_table_row(doc, table);
	ds_cell(doc, row, 0, label);
	ds_cell(doc, row, 1, before.text);
	ds_cell(doc, row, 2, after.text);
	return DOSSIER_OK;
}

/* Another school does not move the case. */
static dossier_status
put_lead(struct ds_edit *edit, dossier_document *doc, struct ds_value *map,
    dossier_error *err)
{
	const struct ds_row *lead;
	struct ds_row *rows, party;
	size_t count;

	if (!edit->subject[DS_EDIT_ENROLMENT].moved)
		return DOSSIER_OK;
	DS_TRY(ds_state_list(&rows, &count, edit->arena, edit->session->book,
	    DS_LEAD, edit->youth.id, err));
	lead = ds_state_on(rows, count, edit->session->today);
	if (lead == NULL)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&party, edit->arena, edit->session->book,
	    DS_PARTY, ds_row_int(lead, DS_F_LEAD_PARTY), err));
	ds_put_text(doc, map, "lead", ds_row_text(&party, DS_F_PARTY_CODE));
	ds_paragraph(doc, ds_tr(doc->language, N_("The lead stays with %s.")),
	    ds_party_label(edit->arena, &party));
	return DOSSIER_OK;
}

dossier_status
ds_edit_put(struct ds_edit *edit, dossier_document *doc, dossier_error *err)
{
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Field")), DS_LEFT },
		{ ds_tr(doc->language, N_("Before")), DS_LEFT },
		{ ds_tr(doc->language, N_("After")), DS_LEFT },
	};
	struct ds_value *map = ds_put_map(doc, doc->data, NULL), *list;
	struct ds_block *table = NULL;
	const struct ds_edit_subject *s;
	struct ds_view view;
	int i;

	DS_TRY(ds_session_view(&view, edit->session, edit->arena, 0,
	    DS_FOR_WORK, err));
	DS_TRY(ds_present_data(doc, &view, map, &edit->youth, DS_F_YOUTH_REF,
	    err));
	ds_document_note(doc, ds_row_text(&edit->youth, DS_F_YOUTH_REF));
	list = ds_put_list(doc, map, "changes");
	if (edit->changes > 0)
		table = ds_table(doc, NULL, columns, 3);
	else
		ds_paragraph(doc, "%s", ds_tr(doc->language,
		    N_("Nothing changed: it stood there already.")));
	for (s = edit->subject; s < edit->subject + DS_EDIT_SUBJECTS; s++)
		for (i = 0; i < ds_record(s->after.kind)->count; i++)
			if (differs(s, i))
				DS_TRY(put_change(doc, table, list, &view, s,
				    i, err));
	DS_TRY(put_lead(edit, doc, map, err));
	return ds_document_check(doc, err);
}
