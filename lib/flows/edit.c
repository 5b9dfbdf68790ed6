/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Setting fields of a youth, of the enrolment and of the residence, and the
 * numbers. Another school or municipality is no correction but a new record
 * from a day on.
 */
#include "flows/edit.h"

#include <string.h>

#include "flows/input.h"
#include "flows/present.h"
#include "flows/session.h"
#include "flows/state.h"

struct subject {
	struct ds_row before, after;
	bool exists;
	bool moved;			/* another school or municipality */
};

struct edit {
	dossier_session *session;
	struct ds_arena *arena;
	struct ds_row youth;
	struct subject subject[DS_EDIT_SUBJECTS];
	size_t changes;
};

/* ---- one "field=value" ---- */

static dossier_status
check_party(const struct ds_row *party, int subject, dossier_error *err)
{
	const char *kind = ds_row_text(party, DS_F_PARTY_KIND);
	const char *code = ds_row_text(party, DS_F_PARTY_CODE);
	bool school = subject == DS_EDIT_ENROLMENT;

	if (strcmp(kind, school ? "school" : "gemeente") == 0)
		return DOSSIER_OK;
	return school ?
	    ds_fail(err, DOSSIER_INVALID, N_("%s is no school."), code) :
	    ds_fail(err, DOSSIER_INVALID, N_("%s is no municipality."), code);
}

/* What goes along to another school; its own number and class do not. */
static void
start_enrolment(struct ds_row *row, const struct ds_row *old)
{
	static const int stay[] = { DS_F_ENROLMENT_KIND,
	    DS_F_ENROLMENT_PROFILE, DS_F_ENROLMENT_DESTINATION,
	    DS_F_ENROLMENT_EXIT };
	size_t i;

	for (i = 0; i < sizeof stay / sizeof stay[0]; i++)
		row->value[stay[i]] = old->value[stay[i]];
}

/* Another school or municipality, from today unless a day is set too. */
static dossier_status
set_party(struct edit *edit, const struct ds_edit_setting *setting,
    dossier_error *err)
{
	struct subject *subject = &edit->subject[setting->name.subject];
	int field = setting->name.field;
	const struct ds_record *record = ds_record(subject->after.kind);
	struct ds_row party;

	if (setting->value == NULL)
		return ds_fail(err, DOSSIER_INVALID, N_("%s cannot be empty."),
		    setting->name.text);
	DS_TRY(ds_party_find(&party, edit->arena, edit->session,
	    setting->value, err));
	DS_TRY(check_party(&party, setting->name.subject, err));
	if (subject->exists &&
	    ds_row_int(&subject->before, field) == party.id)
		return DOSSIER_OK;
	subject->moved = true;
	ds_row_start(&subject->after, record->kind);
	ds_row_set_int(&subject->after, ds_field_named(record, "youth"),
	    edit->youth.id);
	ds_row_set_int(&subject->after, field, party.id);
	if (subject->exists && setting->name.subject == DS_EDIT_ENROLMENT)
		start_enrolment(&subject->after, &subject->before);
	if (!ds_row_set_day(&subject->after, ds_field_named(record, "from"),
	    edit->session->today, edit->arena))
		return ds_no_memory(err);
	return DOSSIER_OK;
}

static dossier_status
set_value(struct edit *edit, const struct ds_edit_setting *setting,
    dossier_error *err)
{
	struct subject *subject = &edit->subject[setting->name.subject];

	if (ds_edit_is_number(setting->name.subject))
		return ds_edit_number_set(&subject->after, edit->arena,
		    edit->session, setting, err);
	if (!subject->exists && !subject->moved) {
		ds_advise(err, setting->name.subject == DS_EDIT_ENROLMENT ?
		    N_("Give the school too: --set school=CODE") :
		    N_("Give the municipality too: --set municipality=CODE"));
		return ds_fail(err, DOSSIER_INVALID, N_("%s cannot be set: "
		    "there is no such record yet."), setting->name.text);
	}
	return ds_input_field(&subject->after, setting->name.field,
	    edit->arena, setting->value, edit->session->today, err);
}

/* A dossier that nobody can find by name is lost. */
static dossier_status
check_name(const struct edit *edit, dossier_error *err)
{
	const struct ds_row *row = &edit->subject[DS_EDIT_YOUTH].after;

	if (ds_row_has(row, DS_F_YOUTH_GIVEN_NAME) ||
	    ds_row_has(row, DS_F_YOUTH_FAMILY_NAME) ||
	    !(ds_row_has(&edit->youth, DS_F_YOUTH_GIVEN_NAME) ||
	    ds_row_has(&edit->youth, DS_F_YOUTH_FAMILY_NAME)))
		return DOSSIER_OK;
	ds_advise(err, N_("Give the right name at once: --set "
	    "family_name=NAME"));
	return ds_fail(err, DOSSIER_INVALID, N_("Then the dossier would have "
	    "no name; a first name or a family name must stay."));
}

/* First where the youth goes, then what is true there. */
static dossier_status
apply(struct edit *edit, const char *const *set, size_t count,
    dossier_error *err)
{
	struct ds_edit_setting setting;
	bool party;
	size_t i;
	int pass;

	for (pass = 0; pass < 2; pass++) {
		for (i = 0; i < count; i++) {
			DS_TRY(ds_edit_split(&setting, edit->arena, set[i],
			    err));
			party = ds_edit_field(&setting.name)->type ==
			    DS_TYPE_RECORD;
			if (party && pass == 0)
				DS_TRY(set_party(edit, &setting, err));
			if (!party && pass == 1)
				DS_TRY(set_value(edit, &setting, err));
		}
	}
	return check_name(edit, err);
}

/* ---- reading and writing ---- */

static dossier_status
read_numbers(struct edit *edit, dossier_error *err)
{
	struct subject *subject;
	int i;

	for (i = DS_EDIT_BSN; i < DS_EDIT_SUBJECTS; i++) {
		subject = &edit->subject[i];
		DS_TRY(ds_edit_number_read(&subject->before, edit->arena,
		    edit->session, i, edit->youth.id, err));
		subject->after = subject->before;
	}
	return DOSSIER_OK;
}

static dossier_status
read_subjects(struct edit *edit, dossier_error *err)
{
	const struct ds_row *row;
	struct ds_row *rows;
	size_t count;
	int i;

	edit->subject[DS_EDIT_YOUTH].exists = true;
	edit->subject[DS_EDIT_YOUTH].before = edit->youth;
	edit->subject[DS_EDIT_YOUTH].after = edit->youth;
	for (i = DS_EDIT_ENROLMENT; !ds_edit_is_number(i); i++) {
		DS_TRY(ds_state_list(&rows, &count, edit->arena,
		    edit->session->book, ds_edit_kinds[i], edit->youth.id,
		    err));
		row = ds_state_near(rows, count, edit->session->today);
		edit->subject[i].exists = row != NULL;
		ds_row_start(&edit->subject[i].before, ds_edit_kinds[i]);
		if (row != NULL)
			edit->subject[i].before = *row;
		edit->subject[i].after = edit->subject[i].before;
	}
	return read_numbers(edit, err);
}

static dossier_status
write_subjects(struct edit *edit, const char *reason, dossier_error *err)
{
	struct subject *subject;
	int i, from;

	for (i = 0; i < DS_EDIT_SUBJECTS; i++) {
		subject = &edit->subject[i];
		if (ds_edit_is_number(i)) {
			DS_TRY(ds_edit_number_write(edit->session->book,
			    &subject->before, &subject->after, reason, err));
			continue;
		}
		if (!subject->moved) {
			if (subject->exists)
				DS_TRY(ds_book_change(NULL,
				    edit->session->book, &subject->before,
				    &subject->after, reason, err));
			continue;
		}
		from = ds_field_named(ds_record(ds_edit_kinds[i]), "from");
		if (!ds_row_has(&subject->after, from))
			return ds_fail(err, DOSSIER_INVALID, N_("A new school "
			    "or municipality needs a first day."));
		DS_TRY(ds_state_begin(edit->session->book, &subject->after,
		    err));
	}
	return DOSSIER_OK;
}

/* ---- what changed ---- */

/* Whose record it is never changes. */
static bool
differs(const struct subject *subject, int field)
{
	const char *name = ds_record(subject->after.kind)->fields[field].name;

	return strcmp(name, "youth") != 0 &&
	    !ds_datum_same(&subject->before.value[field],
	    &subject->after.value[field]);
}

static void
count_changes(struct edit *edit)
{
	const struct subject *s;
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
    const struct subject *subject, int field, dossier_error *err)
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
put_lead(struct edit *edit, dossier_document *doc, struct ds_value *map,
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

static dossier_status
put_changes(struct edit *edit, dossier_document *doc, dossier_error *err)
{
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Field")), DS_LEFT },
		{ ds_tr(doc->language, N_("Before")), DS_LEFT },
		{ ds_tr(doc->language, N_("After")), DS_LEFT },
	};
	struct ds_value *map = ds_put_map(doc, doc->data, NULL), *list;
	struct ds_block *table = NULL;
	const struct subject *s;
	struct ds_view view;
	int i;

	ds_view_open(&view, edit->session->book, edit->arena, doc->language,
	    0, DS_FOR_WORK);
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

/* ---- the whole ---- */

static dossier_status
write_all(struct edit *edit, dossier_document **out, const char *reason,
    dossier_error *err)
{
	DS_TRY(write_subjects(edit, reason, err));
	DS_TRY(ds_session_document(out, edit->session, N_("Changed"), err));
	return put_changes(edit, *out, err);
}

static dossier_status
run(struct edit *edit, dossier_document **out, const char *ref,
    const char *const *set, size_t count, const char *reason,
    dossier_error *err)
{
	dossier_session *session = edit->session;
	dossier_status status;
	const char *why;

	DS_TRY(ds_input_line(&why, edit->arena, reason, err));
	DS_TRY(ds_youth_find(&edit->youth, edit->arena, session, ref, true,
	    err));
	DS_TRY(ds_session_begin(session, ds_row_text(&edit->youth,
	    DS_F_YOUTH_REF), why, err));
	/* Read again: nobody else can write from here on. */
	status = ds_book_read(&edit->youth, edit->arena, session->book,
	    DS_YOUTH, edit->youth.id, err);
	if (status == DOSSIER_OK)
		status = read_subjects(edit, err);
	if (status == DOSSIER_OK)
		status = apply(edit, set, count, err);
	if (status == DOSSIER_OK) {
		count_changes(edit);
		status = write_all(edit, out, why, err);
	}
	if (status == DOSSIER_OK && edit->changes > 0)
		return ds_tx_commit(session->store, err);
	ds_tx_rollback(session->store);
	return status;
}

dossier_status
dossier_edit(dossier_document **out, dossier_session *session,
    const char *ref, const char *const *set, size_t count,
    const char *reason, dossier_error *err)
{
	struct ds_arena arena = {0};
	struct edit edit = { .session = session, .arena = &arena };
	dossier_document *doc = NULL;
	dossier_status status;

	*out = NULL;
	status = run(&edit, &doc, ref, set, count, reason, err);
	if (status == DOSSIER_OK)
		*out = doc;
	else
		dossier_document_free(doc);
	ds_arena_free(&arena);
	return status;
}
