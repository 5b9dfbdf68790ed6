/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A row back from its image. The reader knows the JSON of ds_row_image and
 * no other: byte for byte what was written comes back, or it is refused.
 */
#include "model/book.h"

#include <stdlib.h>
#include <string.h>

/* One escape of ds_buf_json, after its backslash; 0: none of its making. */
static char
escaped(const char **at)
{
	char digits[5] = "", *end;
	const char *p = *at;
	unsigned long code;

	*at = p + 1;
	if (*p == '"' || *p == '\\')
		return *p;
	if (*p == 'n')
		return '\n';
	if (*p != 'u' || strnlen(p + 1, 4) < 4)
		return '\0';
	memcpy(digits, p + 1, 4);
	*at = p + 5;
	code = strtoul(digits, &end, 16);
	return *end == '\0' && code < 0x80 ? (char)code : '\0';
}

static dossier_status
read_text(const char **out, const char **at, struct ds_arena *arena)
{
	const char *p = *at, *end;
	char *to;

	if (*p++ != '"')
		return DOSSIER_CORRUPT;
	for (end = p; *end != '"' && *end != '\0'; end++)
		if (*end == '\\' && end[1] != '\0')
			end++;
	if (*end == '\0')
		return DOSSIER_CORRUPT;
	*out = to = ds_arena_alloc(arena, (size_t)(end - p) + 1);
	if (to == NULL)
		return DOSSIER_NO_MEMORY;
	for (; p < end; to++) {
		*to = *p++;
		if (*to == '\\' && (*to = escaped(&p)) == '\0')
			return DOSSIER_CORRUPT;
	}
	*at = end + 1;
	return p == end ? DOSSIER_OK : DOSSIER_CORRUPT;
}

/* "name":value */
static dossier_status
read_field(struct ds_row *row, const char **at, struct ds_arena *arena)
{
	const struct ds_record *record = ds_record(row->kind);
	const char *name, *text;
	int64_t number;
	char *end;
	int field;

	DS_TRY(read_text(&name, at, arena));
	field = ds_field_named(record, name);
	if (field < 0 || *(*at)++ != ':')
		return DOSSIER_CORRUPT;
	if (!ds_type_is_number(record->fields[field].type)) {
		DS_TRY(read_text(&text, at, arena));
		ds_row_set_text(row, field, text);
		return DOSSIER_OK;
	}
	number = strtoll(*at, &end, 10);
	if (end == *at)
		return DOSSIER_CORRUPT;
	ds_row_set_int(row, field, number);
	*at = end;
	return DOSSIER_OK;
}

static dossier_status
read_image(struct ds_row *row, const char *at, struct ds_arena *arena)
{
	if (at == NULL || *at != '{')
		return DOSSIER_CORRUPT;
	if (strcmp(at, "{}") == 0)
		return DOSSIER_OK;
	do {
		at++;
		DS_TRY(read_field(row, &at, arena));
	} while (*at == ',');
	return strcmp(at, "}") == 0 ? DOSSIER_OK : DOSSIER_CORRUPT;
}

dossier_status
ds_row_from_image(struct ds_row *out, struct ds_arena *arena,
    enum ds_kind kind, int64_t id, const char *image, dossier_error *err)
{
	dossier_status status;

	ds_row_start(out, kind);
	out->id = id;
	status = read_image(out, image, arena);
	if (status == DOSSIER_NO_MEMORY)
		return ds_no_memory(err);
	return status == DOSSIER_OK ? status : ds_fail(err, status,
	    N_("The history of %s %lld cannot be read."),
	    ds_record(kind)->table, (long long)id);
}
