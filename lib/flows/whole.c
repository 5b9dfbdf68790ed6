/* SPDX-License-Identifier: EUPL-1.2 */
/* A whole dossier out: every record that is of a youth, field by field. */
#include "flows/whole.h"

#include <string.h>

#include "flows/present.h"
#include "flows/state.h"

struct print {
	dossier_document *doc;
	dossier_session *session;
	struct ds_view *view;
	struct ds_row youth;
	bool comments;
	int64_t state;
};

int
ds_whole_owner(const struct ds_record *record)
{
	int field = ds_field_named(record, "youth");

	/* What was advised stays in the store that advised it. */
	return field >= 0 && record->kind != DS_RECEIPT && record->fields[field].type == DS_TYPE_RECORD &&
	    record->fields[field].target == DS_YOUTH ? field : -1;
}

bool
ds_whole_holds(const struct ds_record *record, int field)
{
	return field != ds_whole_owner(record) &&
	    !(record->kind == DS_YOUTH && field == DS_F_YOUTH_REF);
}

dossier_status
ds_whole_hidden(bool *out, struct ds_view *view, const struct ds_row *row,
    dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	const char *why;
	int i;

	*out = false;
	for (i = 0; i < record->count; i++) {
		if (!ds_row_has(row, i) || !ds_whole_holds(record, i))
			continue;
		DS_TRY(ds_view_judge(&why, view, row, i, err));
		*out = why != NULL;
		if (!*out)
			return DOSSIER_OK;
	}
	return DOSSIER_OK;
}

/* ---- fields ---- */

/* NULL: there was no memory to make it. */
static void
put_comment(struct print *print, const char *text)
{
	if (text == NULL)
		print->doc->failed = true;
	else
		ds_put_comment(print->doc, text);
}

static dossier_status put_fields(struct print *print, struct ds_value *map,
    const struct ds_row *row, bool explained, dossier_error *err);

/* What has neither code nor name is told by its fields and its number. */
static dossier_status
put_reference(struct print *print, struct ds_value *map, const char *key,
    const struct ds_row *row, int field, dossier_error *err)
{
	enum ds_kind target = ds_record(row->kind)->fields[field].target;
	struct ds_arena *arena = print->view->arena;
	struct ds_row other;
	struct ds_shown shown;
	const char *name;

	DS_TRY(ds_view_field(&shown, print->view, row, field, err));
	if (!shown.is_number && target != DS_CONTACT) {
		ds_present_value(print->doc, map, key, &shown);
		return DOSSIER_OK;
	}
	DS_TRY(ds_book_read(&other, arena, print->session->book, target,
	    ds_row_int(row, field), err));
	if (target == DS_CONTACT) {
		DS_TRY(ds_whole_contact_name(&name, arena, print->session,
		    &other, err));
		ds_put_text(print->doc, map, key, name);
		return DOSSIER_OK;
	}
	map = ds_put_map(print->doc, map, key);
	ds_put_int(print->doc, map, "id", other.id);
	return put_fields(print, map, &other, false, err);
}

static dossier_status
put_field(struct print *print, struct ds_value *map,
    const struct ds_row *row, int field, bool explained, dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	const struct ds_field *f = &record->fields[field];
	struct ds_shown shown;
	const char *why;

	DS_TRY(ds_view_judge(&why, print->view, row, field, err));
	if (why != NULL || !(ds_row_has(row, field) ||
	    (print->comments && !(f->flags & DS_OWN))))
		return DOSSIER_OK;
	if (explained)
		put_comment(print, ds_whole_hint(print->view->arena, record,
		    field, print->doc->language));
	if (ds_row_has(row, field) && f->type == DS_TYPE_RECORD)
		return put_reference(print, map, f->name, row, field, err);
	DS_TRY(ds_view_field(&shown, print->view, row, field, err));
	ds_present_value(print->doc, map, f->name, &shown);
	return DOSSIER_OK;
}

static dossier_status
put_fields(struct print *print, struct ds_value *map,
    const struct ds_row *row, bool explained, dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	int i;

	for (i = 0; i < record->count; i++)
		if (ds_whole_holds(record, i))
			DS_TRY(put_field(print, map, row, i, explained, err));
	return DOSSIER_OK;
}

/* ---- records ---- */

/* A kind without records, in a text to edit: how one is added. */
static void
explain_kind(struct print *print, const struct ds_record *record)
{
	dossier_language lang = print->doc->language;
	const char *hint, *line;
	int i;

	put_comment(print, ds_tr(lang, record->label));
	for (i = 0; i < record->count; i++) {
		if (!ds_whole_holds(record, i) ||
		    (record->fields[i].flags & DS_OWN))
			continue;
		hint = ds_whole_hint(print->view->arena, record, i, lang);
		line = hint == NULL ? NULL : ds_arena_printf(
		    print->view->arena, "- %s: %s", record->fields[i].name,
		    hint);
		put_comment(print, line);
	}
}

/* Its records are made by other commands only. */
static bool
is_own(const struct ds_record *record)
{
	int i;

	for (i = 0; i < record->count; i++)
		if (ds_whole_holds(record, i) &&
		    (record->fields[i].flags & DS_NEED) &&
		    (record->fields[i].flags & DS_OWN))
			return true;
	return false;
}

static dossier_status
put_row(struct print *print, struct ds_value *list, const struct ds_row *row,
    bool explained, dossier_error *err)
{
	struct ds_value *map = ds_put_map(print->doc, list, NULL);

	if (row->event > print->state)
		print->state = row->event;
	ds_put_int(print->doc, map, "id", row->id);
	return put_fields(print, map, row, explained, err);
}

static dossier_status
put_kind(struct print *print, struct ds_value *map,
    const struct ds_record *record, dossier_error *err)
{
	struct ds_value *list = NULL;
	struct ds_row *rows;
	size_t count, i;
	bool hidden, any = false;

	DS_TRY(ds_state_list(&rows, &count, print->view->arena,
	    print->session->book, record->kind, print->youth.id, err));
	for (i = 0; i < count; i++) {
		DS_TRY(ds_whole_hidden(&hidden, print->view, &rows[i], err));
		if (hidden)
			continue;
		if (!any && print->comments)
			put_comment(print, ds_tr(print->doc->language,
			    record->label));
		if (!any)
			list = ds_put_list(print->doc, map, record->table);
		DS_TRY(put_row(print, list, &rows[i],
		    print->comments && !any, err));
		any = true;
	}
	if (any || !print->comments || is_own(record))
		return DOSSIER_OK;
	explain_kind(print, record);
	ds_put_list(print->doc, map, record->table);
	return DOSSIER_OK;
}

/* The number is known at the end, and stands on top. */
static void
put_state(struct print *print, struct ds_value *state)
{
	if (!print->doc->failed)
		state->number = print->state;
}

static dossier_status
fill(struct print *print, dossier_error *err)
{
	dossier_document *doc = print->doc;
	struct ds_value *map, *youth, *state;
	struct ds_shown ref;
	int kind;

	if (print->comments)
		ds_whole_head(doc);
	map = ds_put_map(doc, doc->data, NULL);
	ds_put_int(doc, map, "dossier", DS_WHOLE_VERSION);
	DS_TRY(ds_view_field(&ref, print->view, &print->youth,
	    DS_F_YOUTH_REF, err));
	ds_put_text(doc, map, "ref", ref.data);
	if (print->view->recipient == 0)
		ds_put_int(doc, map, "state", 0);
	state = map->last;
	if (print->comments)
		ds_put_text(doc, map, "reason", NULL);
	print->state = print->youth.event;
	youth = ds_put_map(doc, map, ds_record(DS_YOUTH)->table);
	DS_TRY(put_fields(print, youth, &print->youth, print->comments,
	    err));
	for (kind = 1; kind < DS_KIND_END; kind++)
		if (ds_whole_owner(ds_record((enum ds_kind)kind)) >= 0)
			DS_TRY(put_kind(print, map, ds_record(
			    (enum ds_kind)kind), err));
	if (print->view->recipient == 0)
		put_state(print, state);
	return ds_document_check(doc, err);
}

dossier_status
ds_whole_document(dossier_document **out, dossier_session *session,
    struct ds_view *view, const struct ds_row *youth, bool comments,
    dossier_error *err)
{
	struct print print = { .session = session, .view = view,
	    .youth = *youth, .comments = comments };
	dossier_status status;

	DS_TRY(ds_session_document(&print.doc, session, N_("Dossier"), err));
	print.doc->comments = comments;
	print.doc->single = true;
	status = fill(&print, err);
	if (status == DOSSIER_OK)
		*out = print.doc;
	else
		dossier_document_free(print.doc);
	return status;
}
