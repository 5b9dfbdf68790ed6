/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/view.h"

#include <string.h>

#include "base/text.h"

#define TAIL 3			/* digits of a masked number that stay */

void
ds_view_open(struct ds_view *view, struct ds_book *book,
    struct ds_arena *arena, dossier_language language, int64_t recipient,
    enum ds_purpose purpose)
{
	memset(view, 0, sizeof *view);
	view->book = book;
	view->arena = arena;
	view->language = language;
	view->recipient = recipient;
	view->purpose = purpose;
}

/* ---- what may leave ---- */

enum ds_sensitivity
ds_field_sensitivity(const struct ds_field *field)
{
	return field->flags & DS_SECRET ? DS_SECRET_NUMBER : DS_ORDINARY;
}

/*
 * The parts of a dossier that a handover carries. What is not named stays:
 * numbers, notes of calls and visits, decisions, who received what; and wage
 * values, which tell of a limitation.
 */
static bool
in_handover(enum ds_kind kind)
{
	switch (kind) {
	case DS_YOUTH:
	case DS_ENROLMENT:
	case DS_RESIDENCE:
	case DS_PARTY:
	case DS_CONTACT:
	case DS_PLACE:
	case DS_PLACEMENT:
	case DS_MEETING:
	case DS_ATTENDANCE:
	case DS_AGREEMENT:
	case DS_LEAD:
		return true;
	default:
		return false;
	}
}

const char *
ds_view_refusal(const struct ds_view *view, enum ds_kind kind, int field)
{
	const struct ds_field *f = &ds_record(kind)->fields[field];

	if (view->recipient == 0)
		return NULL;
	if (ds_field_sensitivity(f) == DS_SECRET_NUMBER)
		return N_("this number never leaves");
	if (view->purpose != DS_FOR_HANDOVER)
		return N_("nothing leaves for this purpose");
	if (!in_handover(kind))
		return N_("this part does not go along in a handover");
	if ((f->flags & DS_OWN) && f->type != DS_TYPE_REF)
		return N_("this is kept for the software only");
	return NULL;
}

/* True when it may be shown; what is shown is remembered. */
static bool
gives(struct ds_view *view, const struct ds_row *row, int field)
{
	if (!ds_row_has(row, field) ||
	    ds_view_refusal(view, row->kind, field) != NULL)
		return false;
	view->given[row->kind] |= UINT32_C(1) << field;
	return true;
}

static const char *
given_text(struct ds_view *view, const struct ds_row *row, int field)
{
	return gives(view, row, field) ? ds_row_text(row, field) : NULL;
}

/* "******782": stars for all characters but the last ones. */
static const char *
masked(struct ds_arena *arena, const char *text)
{
	size_t count = 0, tail, size = strlen(text), i;
	char *out = ds_arena_alloc(arena, size + 1), *to = out;

	for (i = 0; i < size; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	tail = count >= 2 * TAIL ? TAIL : 0;
	for (i = 0; out != NULL && i < size; i++) {
		if (((unsigned char)text[i] & 0xc0) == 0x80) {
			if (count < tail)
				*to++ = text[i];
			continue;
		}
		*to++ = count-- > tail ? '*' : text[i];
	}
	return out;
}

/* ---- records that a field points to ---- */

/* "Kok, De Linde": a place and whose it is. */
static dossier_status
show_place(struct ds_shown *out, struct ds_view *view,
    const struct ds_row *place, dossier_error *err)
{
	struct ds_shown owner;

	out->data = given_text(view, place, DS_F_PLACE_CODE);
	out->text = given_text(view, place, DS_F_PLACE_NAME);
	DS_TRY(ds_view_field(&owner, view, place, DS_F_PLACE_PARTY, err));
	if (out->text == NULL || owner.text == NULL)
		return DOSSIER_OK;
	out->text = ds_arena_printf(view->arena, "%s, %s", out->text,
	    owner.text);
	return out->text == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

/* "outflow meeting, 11-05-2026" */
static dossier_status
show_meeting(struct ds_shown *out, struct ds_view *view,
    const struct ds_row *meeting, dossier_error *err)
{
	struct ds_shown kind, on;

	DS_TRY(ds_view_field(&kind, view, meeting, DS_F_MEETING_KIND, err));
	DS_TRY(ds_view_field(&on, view, meeting, DS_F_MEETING_ON, err));
	out->is_number = true;
	out->number = meeting->id;
	if (kind.text == NULL || on.text == NULL)
		return DOSSIER_OK;
	out->text = ds_arena_printf(view->arena, "%s, %s", kind.text,
	    on.text);
	return out->text == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

/* The history may name a record that was taken away since. */
static dossier_status
read_named(bool *there, struct ds_row *row, struct ds_view *view,
    enum ds_kind kind, int64_t id, dossier_error *err)
{
	dossier_error own = DOSSIER_ERROR_INIT(view->language);
	dossier_status status;

	if (err != NULL)
		own.language = err->language;
	status = ds_book_read(row, view->arena, view->book, kind, id, &own);
	*there = status == DOSSIER_OK;
	if (status == DOSSIER_OK || status == DOSSIER_NOT_FOUND)
		return DOSSIER_OK;
	if (err != NULL && err->status == DOSSIER_OK)
		*err = own;
	return status;
}

static dossier_status
show_record(struct ds_shown *out, struct ds_view *view, enum ds_kind kind,
    int64_t id, dossier_error *err)
{
	struct ds_row row;
	bool there;

	DS_TRY(read_named(&there, &row, view, kind, id, err));
	if (!there) {
		out->text = ds_tr(view->language, N_("(no longer there)"));
		return DOSSIER_OK;
	}
	switch (kind) {
	case DS_YOUTH:
		out->text = out->data = given_text(view, &row,
		    DS_F_YOUTH_REF);
		return DOSSIER_OK;
	case DS_PARTY:
		out->data = given_text(view, &row, DS_F_PARTY_CODE);
		out->text = given_text(view, &row, DS_F_PARTY_NAME);
		if (out->text == NULL)
			out->text = out->data;
		return DOSSIER_OK;
	case DS_CONTACT:
		out->text = out->data = given_text(view, &row,
		    DS_F_CONTACT_NAME);
		return DOSSIER_OK;
	case DS_PLACE:
		return show_place(out, view, &row, err);
	default:
		return show_meeting(out, view, &row, err);
	}
}

/* ---- fields ---- */

static dossier_status
show_value(struct ds_shown *out, struct ds_view *view,
    const struct ds_field *field, const struct ds_datum *datum,
    dossier_error *err)
{
	char *decimal;

	out->text = ds_field_text(view->arena, field, datum, view->language);
	if (out->text == NULL)
		return ds_no_memory(err);
	switch (field->type) {
	case DS_TYPE_INT:
	case DS_TYPE_BOOL:
		out->is_number = field->type == DS_TYPE_INT;
		out->is_truth = field->type == DS_TYPE_BOOL;
		out->number = datum->number;
		return DOSSIER_OK;
	case DS_TYPE_PERCENT:
	case DS_TYPE_DEGREES:
		decimal = ds_arena_alloc(view->arena, 24);
		if (decimal == NULL)
			return ds_no_memory(err);
		out->data = ds_decimal_text(datum->number, field->number,
		    DOSSIER_ENGLISH, decimal);
		return DOSSIER_OK;
	default:
		out->is_list = field->type == DS_TYPE_CODES ||
		    field->type == DS_TYPE_PROCESSES;
		out->data = datum->text;
		return DOSSIER_OK;
	}
}

dossier_status
ds_view_field(struct ds_shown *out, struct ds_view *view,
    const struct ds_row *row, int field, dossier_error *err)
{
	const struct ds_field *f = &ds_record(row->kind)->fields[field];
	const struct ds_datum *datum = &row->value[field];

	memset(out, 0, sizeof *out);
	if (!gives(view, row, field)) {
		if (datum->known)
			out->withheld = ds_view_refusal(view, row->kind,
			    field);
		return DOSSIER_OK;
	}
	if (f->type == DS_TYPE_RECORD)
		return show_record(out, view, f->target, datum->number, err);
	if (ds_field_sensitivity(f) == DS_SECRET_NUMBER) {
		out->text = out->data = masked(view->arena, datum->text);
		return out->text == NULL ? ds_no_memory(err) : DOSSIER_OK;
	}
	return show_value(out, view, f, datum, err);
}

/* ---- names ---- */

static const int name_fields[] = { DS_F_YOUTH_GIVEN_NAME, DS_F_YOUTH_PREFIX,
    DS_F_YOUTH_FAMILY_NAME };

dossier_status
ds_view_name(const char **out, struct ds_view *view,
    const struct ds_row *youth, dossier_error *err)
{
	struct ds_row shown = *youth;
	bool any = false;
	size_t i;

	for (i = 0; i < sizeof name_fields / sizeof name_fields[0]; i++) {
		if (gives(view, youth, name_fields[i]))
			any = true;
		else
			ds_row_clear(&shown, name_fields[i]);
	}
	*out = any ? ds_youth_name(view->arena, &shown) : "";
	return any && **out == '\0' ? ds_no_memory(err) : DOSSIER_OK;
}

/* The first character of a name and a full stop. */
static const char *
letter(struct ds_arena *arena, const char *name)
{
	size_t size = name != NULL && *name != '\0' ? 1 : 0;

	while (size > 0 && ((unsigned char)name[size] & 0xc0) == 0x80)
		size++;
	return size == 0 ? "" : ds_arena_printf(arena, "%.*s.", (int)size,
	    name);
}

dossier_status
ds_view_initials(const char **out, struct ds_view *view,
    const struct ds_row *youth, dossier_error *err)
{
	const char *given, *family;

	given = letter(view->arena, given_text(view, youth,
	    DS_F_YOUTH_GIVEN_NAME));
	family = letter(view->arena, given_text(view, youth,
	    DS_F_YOUTH_FAMILY_NAME));
	*out = given == NULL || family == NULL ? NULL :
	    ds_arena_printf(view->arena, "%s%s", given, family);
	return *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

void
ds_view_given(struct ds_buf *out, const struct ds_view *view)
{
	const struct ds_record *record;
	int kind, i;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		record = ds_record((enum ds_kind)kind);
		for (i = 0; i < record->count; i++) {
			if ((view->given[kind] >> i & 1) == 0)
				continue;
			ds_buf_puts(out, out->size == 0 ? "" : " ");
			ds_buf_printf(out, "%s.%s", record->table,
			    record->fields[i].name);
		}
	}
}
