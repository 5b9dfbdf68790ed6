/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/input.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* `text` in NFC, in `arena`, to be worked on; NULL stays NULL. */
static dossier_status
take_text(char **out, struct ds_arena *arena, const char *text,
    dossier_error *err)
{
	const char *whole;

	*out = NULL;
	if (text == NULL)
		return DOSSIER_OK;
	if (ds_utf8_valid(text, strlen(text)) != strlen(text))
		return ds_fail(err, DOSSIER_INVALID, N_("A text holds bytes "
		    "that are no letters; it must be UTF-8."));
	whole = ds_text_nfc(arena, text);
	*out = whole == NULL ? NULL : ds_arena_dup(arena, whole);
	return *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

dossier_status
ds_input_lines(const char **out, struct ds_arena *arena, const char *text,
    dossier_error *err)
{
	char *copy, *end;

	*out = NULL;
	DS_TRY(take_text(&copy, arena, text, err));
	if (copy == NULL)
		return DOSSIER_OK;
	copy += strspn(copy, "\r\n");
	end = copy + strlen(copy);
	while (end > copy && strchr(" \t\r\n", end[-1]) != NULL)
		*--end = '\0';
	*out = copy[0] == '\0' ? NULL : copy;
	return DOSSIER_OK;
}

dossier_status
ds_input_line(const char **out, struct ds_arena *arena, const char *text,
    dossier_error *err)
{
	char *copy, *from, *to;

	*out = NULL;
	DS_TRY(take_text(&copy, arena, text, err));
	if (copy == NULL)
		return DOSSIER_OK;
	for (from = to = copy; *from != '\0'; from++)
		if (from[0] != '\r' || from[1] != '\n')
			*to++ = *from == '\n' || *from == '\r' ? ' ' : *from;
	*to = '\0';
	copy = ds_text_trim(copy);
	*out = copy[0] == '\0' ? NULL : copy;
	return DOSSIER_OK;
}

dossier_status
ds_input_no_code(const struct ds_code *list, const char *text,
    dossier_error *err)
{
	char words[400];
	size_t used = 0;

	words[0] = '\0';
	for (; list->slug != NULL && used < sizeof words; list++)
		used += (size_t)snprintf(words + used, sizeof words - used,
		    "%s%s", used == 0 ? "" : ", ", list->slug);
	ds_advise(err, N_("Choose one of: %s"), words);
	return ds_fail(err, DOSSIER_INVALID,
	    N_("%s is not one of the words that are known here."), text);
}

dossier_status
ds_input_field(struct ds_row *row, int field, struct ds_arena *arena,
    const char *text, dossier_day today, dossier_error *err)
{
	const struct ds_field *f = &ds_record(row->kind)->fields[field];
	dossier_language lang = err != NULL ? err->language :
	    DOSSIER_ENGLISH;
	struct ds_datum datum;
	const char *line, *fault, *example;

	DS_TRY(f->type == DS_TYPE_LONG ?
	    ds_input_lines(&line, arena, text, err) :
	    ds_input_line(&line, arena, text, err));
	if (line == NULL) {
		ds_row_clear(row, field);
		return DOSSIER_OK;
	}
	fault = ds_field_parse(&datum, arena, f, line, today);
	if (fault == NULL) {
		row->value[field] = datum;
		return DOSSIER_OK;
	}
	if (f->type == DS_TYPE_CODE || f->type == DS_TYPE_CODES)
		return ds_input_no_code(f->codes, line, err);
	example = ds_field_example(f);
	if (example[0] != '\0')
		ds_advise(err, N_("Right is, for example: %s"), example);
	return ds_fail(err, DOSSIER_INVALID, N_("%s: %s (%s)."),
	    ds_tr(lang, f->label), ds_tr(lang, fault), line);
}
