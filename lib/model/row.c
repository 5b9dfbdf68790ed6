/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/row.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

void
ds_row_start(struct ds_row *row, enum ds_kind kind)
{
	memset(row, 0, sizeof *row);
	row->kind = kind;
}

void
ds_row_set_text(struct ds_row *row, int field, const char *text)
{
	row->value[field].known = text != NULL;
	row->value[field].text = text;
}

void
ds_row_set_int(struct ds_row *row, int field, int64_t number)
{
	row->value[field].known = true;
	row->value[field].number = number;
}

bool
ds_row_set_day(struct ds_row *row, int field, dossier_day day,
    struct ds_arena *arena)
{
	char *text;

	if (!ds_day_known(day)) {
		ds_row_clear(row, field);
		return true;
	}
	text = ds_arena_alloc(arena, DS_DAY_TEXT);
	if (text == NULL)
		return false;
	ds_row_set_text(row, field, ds_day_iso(day, text));
	return true;
}

void
ds_row_clear(struct ds_row *row, int field)
{
	memset(&row->value[field], 0, sizeof row->value[field]);
}

bool
ds_row_has(const struct ds_row *row, int field)
{
	return row->value[field].known;
}

const char *
ds_row_text(const struct ds_row *row, int field)
{
	return row->value[field].known ? row->value[field].text : NULL;
}

int64_t
ds_row_int(const struct ds_row *row, int field)
{
	return row->value[field].known ? row->value[field].number : 0;
}

dossier_day
ds_row_day(const struct ds_row *row, int field)
{
	const char *text = ds_row_text(row, field);

	return text == NULL ? DOSSIER_NO_DAY : ds_day_from_iso(text);
}

struct ds_span
ds_row_span(const struct ds_row *row)
{
	const struct ds_record *record = ds_record(row->kind);
	int from = record->from, until = record->until;
	struct ds_span span = { DOSSIER_NO_DAY, DOSSIER_NO_DAY };

	if (from >= 0)
		span.from = ds_row_day(row, from);
	if (until >= 0)
		span.until = ds_row_day(row, until);
	return span;
}

const char *
ds_row_fault(const struct ds_row *row, int *field)
{
	const struct ds_record *record = ds_record(row->kind);
	struct ds_span span = ds_row_span(row);
	int i;

	for (i = 0; i < record->count; i++)
		if ((record->fields[i].flags & DS_NEED) &&
		    !row->value[i].known)
			return (*field = i), N_("this is missing");
	if (!ds_day_known(span.from) || !ds_day_known(span.until) ||
	    span.until.number >= span.from.number)
		return NULL;
	*field = record->until;
	return N_("the last day lies before the first");
}

bool
ds_datum_same(const struct ds_datum *a, const struct ds_datum *b)
{
	if (a->known != b->known)
		return false;
	if (!a->known)
		return true;
	if (a->text == NULL || b->text == NULL)
		return a->text == b->text && a->number == b->number;
	return strcmp(a->text, b->text) == 0;
}

bool
ds_row_same(const struct ds_row *a, const struct ds_row *b)
{
	int i;

	for (i = 0; i < ds_record(a->kind)->count; i++)
		if (!ds_datum_same(&a->value[i], &b->value[i]))
			return false;
	return true;
}

const char *
ds_youth_name(struct ds_arena *arena, const struct ds_row *row)
{
	const char *given = ds_row_text(row, DS_F_YOUTH_GIVEN_NAME);
	const char *prefix = ds_row_text(row, DS_F_YOUTH_PREFIX);
	const char *family = ds_row_text(row, DS_F_YOUTH_FAMILY_NAME);
	char *name = ds_arena_printf(arena, "%s %s %s",
	    given != NULL ? given : "", prefix != NULL ? prefix : "",
	    family != NULL ? family : "");
	char *from, *to;

	if (name == NULL)
		return "";
	/* One blank between what there is. */
	for (from = to = name; *from != '\0'; from++)
		if (*from != ' ' || (to != name && to[-1] != ' '))
			*to++ = *from;
	if (to != name && to[-1] == ' ')
		to--;
	*to = '\0';
	return name;
}

void
ds_row_image(struct ds_buf *out, const struct ds_row *row)
{
	const struct ds_record *record = ds_record(row->kind);
	bool first = true;
	int i;

	ds_buf_putc(out, '{');
	for (i = 0; i < record->count; i++) {
		const struct ds_datum *datum = &row->value[i];

		if (!datum->known)
			continue;
		ds_buf_puts(out, first ? "\"" : ",\"");
		first = false;
		ds_buf_puts(out, record->fields[i].name);
		ds_buf_puts(out, "\":");
		if (!ds_type_is_number(record->fields[i].type)) {
			ds_buf_json(out, datum->text);
			continue;
		}
		ds_buf_int(out, datum->number);
	}
	ds_buf_putc(out, '}');
}

static const char *
code_labels(struct ds_arena *arena, const struct ds_code *list,
    const char *slugs, dossier_language language)
{
	struct ds_buf buf = DS_BUF_INIT;
	const char *from = slugs, *end;
	char slug[64], *text;

	for (; *from != '\0'; from = *end == ' ' ? end + 1 : end) {
		end = strchr(from, ' ');
		if (end == NULL)
			end = from + strlen(from);
		snprintf(slug, sizeof slug, "%.*s", (int)(end - from), from);
		ds_buf_puts(&buf, buf.size == 0 ? "" : ", ");
		ds_buf_puts(&buf, ds_code_label(list, slug, language));
	}
	text = buf.failed ? NULL : ds_arena_dup(arena, buf.data);
	ds_buf_free(&buf);
	return text;
}

const char *
ds_field_text(struct ds_arena *arena, const struct ds_field *field,
    const struct ds_datum *datum, dossier_language language)
{
	char *text;

	if (!datum->known)
		return NULL;
	switch (field->type) {
	case DS_TYPE_CODE:
		return ds_code_label(field->codes, datum->text, language);
	case DS_TYPE_CODES:
		return code_labels(arena, field->codes, datum->text, language);
	case DS_TYPE_DAY:
		text = ds_arena_alloc(arena, DS_DAY_TEXT);
		return text == NULL ? NULL : ds_day_text(
		    ds_day_from_iso(datum->text), language, text);
	case DS_TYPE_PAGE:
		return ds_tr(language, N_("kept as it was given"));
	case DS_TYPE_BOOL:
		return ds_tr(language, datum->number ? N_("yes") : N_("no"));
	case DS_TYPE_INT:
	case DS_TYPE_RECORD:
		return ds_arena_printf(arena, "%lld",
		    (long long)datum->number);
	case DS_TYPE_PERCENT:
	case DS_TYPE_DEGREES:
		text = ds_arena_alloc(arena, 24);
		return text == NULL ? NULL : ds_decimal_text(datum->number,
		    field->number, language, text);
	default:
		return datum->text;
	}
}
