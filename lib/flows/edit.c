/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Setting fields of a youth, of the enrolment, of the residence and of the
 * work profile, and the numbers. Another school or municipality is no correction but a new record
 * from a day on.
 */
#include "flows/edit.h"

#include <string.h>

#include "flows/fit.h"
#include "flows/input.h"
#include "flows/session.h"
#include "flows/state.h"

/* ---- one "field=value" ---- */

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
set_party(struct ds_edit *edit, const struct ds_edit_setting *setting,
    dossier_error *err)
{
	struct ds_edit_subject *subject = &edit->subject[setting->name.subject];
	int field = setting->name.field;
	const struct ds_record *record = ds_record(subject->after.kind);
	struct ds_row party;

	if (setting->value == NULL)
		return ds_fail(err, DOSSIER_INVALID, N_("%s cannot be empty."),
		    setting->name.text);
	DS_TRY(ds_party_find(&party, edit->arena, edit->session,
	    setting->value, err));
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
	return ds_fit_check(&subject->after, edit->arena, edit->session,
	    edit->youth.id, err);
}

/* The first work profile begins today. */
static dossier_status
begin_profile(struct ds_edit *edit, dossier_error *err)
{
	struct ds_edit_subject *subject = &edit->subject[DS_EDIT_PROFILE];

	if (subject->exists || subject->moved)
		return DOSSIER_OK;
	subject->moved = true;
	ds_row_set_int(&subject->after, DS_F_PROFILE_YOUTH, edit->youth.id);
	return ds_row_set_day(&subject->after, DS_F_PROFILE_FROM,
	    edit->session->today, edit->arena) ? DOSSIER_OK :
	    ds_no_memory(err);
}

static dossier_status
set_value(struct ds_edit *edit, const struct ds_edit_setting *setting,
    dossier_error *err)
{
	struct ds_edit_subject *subject = &edit->subject[setting->name.subject];

	if (ds_edit_is_number(setting->name.subject))
		return ds_edit_number_set(&subject->after, edit->arena,
		    edit->session, setting, err);
	if (setting->name.subject == DS_EDIT_PROFILE)
		DS_TRY(begin_profile(edit, err));
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

/* First where the youth goes, then what is true there. */
static dossier_status
apply(struct ds_edit *edit, const char *const *set, size_t count,
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
	return ds_fit_name(&edit->youth,
	    &edit->subject[DS_EDIT_YOUTH].after, err);
}

/* ---- reading and writing ---- */

static dossier_status
read_numbers(struct ds_edit *edit, dossier_error *err)
{
	struct ds_edit_subject *subject;
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
read_subjects(struct ds_edit *edit, dossier_error *err)
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
write_subjects(struct ds_edit *edit, const char *reason, dossier_error *err)
{
	struct ds_edit_subject *subject;
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

/* ---- the whole ---- */

static dossier_status
check_seen(struct ds_edit *edit, dossier_error *err)
{
	const struct ds_edit_subject *s;
	struct ds_view view;

	DS_TRY(ds_session_view(&view, edit->session, edit->arena, 0,
	    DS_FOR_WORK, err));
	for (s = edit->subject; s < edit->subject + DS_EDIT_SUBJECTS; s++)
		DS_TRY(ds_fit_seen(&view, &s->before, &s->after, err));
	return DOSSIER_OK;
}

static dossier_status
write_all(struct ds_edit *edit, dossier_document **out, const char *reason,
    dossier_error *err)
{
	DS_TRY(check_seen(edit, err));
	DS_TRY(write_subjects(edit, reason, err));
	DS_TRY(ds_session_document(out, edit->session, N_("Changed"), err));
	return ds_edit_put(edit, *out, err);
}

static dossier_status
run(struct ds_edit *edit, dossier_document **out, const char *ref,
    const char *const *set, size_t count, const char *reason,
    dossier_error *err)
{
	dossier_session *session = edit->session;
	dossier_status status;
	const char *why;

	DS_TRY(ds_session_may(session, "edit", err));
	DS_TRY(ds_input_line(&why, edit->arena, reason, err));
	DS_TRY(ds_session_may(session, "edit", err));
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
	if (status == DOSSIER_OK)
		status = write_all(edit, out, why, err);
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
	struct ds_edit edit = { .session = session, .arena = &arena };
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
