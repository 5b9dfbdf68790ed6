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

void
ds_view_allow(struct ds_view *view, const struct ds_allowance *allow)
{
	view->allow = *allow;
}

/* True when it may be shown; what is shown is remembered. */
static dossier_status
gives(bool *out, struct ds_view *view, const struct ds_row *row, int field,
    dossier_error *err)
{
	const char *why;

	*out = false;
	if (!ds_row_has(row, field))
		return DOSSIER_OK;
	DS_TRY(ds_view_judge(&why, view, row, field, err));
	*out = why == NULL;
	if (*out)
		view->given[row->kind] |= UINT32_C(1) << field;
	return DOSSIER_OK;
}

/* NULL when it is not known, or not for this reader. */
static dossier_status
given_text(const char **out, struct ds_view *view, const struct ds_row *row,
    int field, dossier_error *err)
{
	bool shown;

	DS_TRY(gives(&shown, view, row, field, err));
	*out = shown ? ds_row_text(row, field) : NULL;
	return DOSSIER_OK;
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

	DS_TRY(given_text(&out->data, view, place, DS_F_PLACE_CODE, err));
	DS_TRY(given_text(&out->text, view, place, DS_F_PLACE_NAME, err));
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
		DS_TRY(given_text(&out->data, view, &row, DS_F_YOUTH_REF,
		    err));
		out->text = out->data;
		return DOSSIER_OK;
	case DS_PARTY:
		DS_TRY(given_text(&out->data, view, &row, DS_F_PARTY_CODE,
		    err));
		DS_TRY(given_text(&out->text, view, &row, DS_F_PARTY_NAME,
		    err));
		if (out->text == NULL)
			out->text = out->data;
		return DOSSIER_OK;
	case DS_CONTACT:
		DS_TRY(given_text(&out->data, view, &row, DS_F_CONTACT_NAME,
		    err));
		out->text = out->data;
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
	if (!datum->known)
		return DOSSIER_OK;
	DS_TRY(ds_view_judge(&out->withheld, view, row, field, err));
	if (out->withheld != NULL)
		return DOSSIER_OK;
	view->given[row->kind] |= UINT32_C(1) << field;
	if (f->type == DS_TYPE_RECORD)
		return show_record(out, view, f->target, datum->number, err);
	if ((f->flags & DS_SECRET) && !view->allow.whole) {
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
	bool any = false, one;
	size_t i;

	for (i = 0; i < sizeof name_fields / sizeof name_fields[0]; i++) {
		DS_TRY(gives(&one, view, youth, name_fields[i], err));
		if (one)
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

	DS_TRY(given_text(&given, view, youth, DS_F_YOUTH_GIVEN_NAME, err));
	DS_TRY(given_text(&family, view, youth, DS_F_YOUTH_FAMILY_NAME,
	    err));
	given = letter(view->arena, given);
	family = letter(view->arena, family);
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
