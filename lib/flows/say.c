/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/say.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *
ds_say_sure(dossier_document *doc, const char *text)
{
	if (text == NULL)
		doc->failed = true;
	return text != NULL ? text : "";
}

const char *
ds_say(dossier_document *doc, struct ds_arena *arena, const char *english,
    ...)
{
	const char *format = ds_tr(doc->language, english);
	char *text = NULL;
	va_list args;
	int size;

	va_start(args, english);
	size = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (size >= 0)
		text = ds_arena_alloc(arena, (size_t)size + 1);
	if (text != NULL) {
		va_start(args, english);
		vsnprintf(text, (size_t)size + 1, format, args);
		va_end(args);
	}
	return ds_say_sure(doc, text);
}

const char *
ds_say_day(dossier_document *doc, struct ds_arena *arena, dossier_day day)
{
	char text[DS_DAY_TEXT];

	return ds_say_sure(doc, ds_arena_dup(arena,
	    ds_day_text(day, doc->language, text)));
}

const char *
ds_say_withheld(dossier_document *doc, struct ds_arena *arena,
    const char *why)
{
	return ds_say(doc, arena, N_("(withheld: %s)"),
	    ds_tr(doc->language, why));
}

const char *
ds_say_more(dossier_document *doc, struct ds_arena *arena, const char *text,
    const char *mark, const char *more)
{
	if (text[0] == '\0')
		return more;
	return ds_say_sure(doc, ds_arena_printf(arena, "%s%s%s", text, mark,
	    more));
}

/* The first of the lines; *lines is what follows, NULL at the end. */
static const char *
next_line(dossier_document *doc, struct ds_arena *arena, const char **lines)
{
	const char *from = *lines, *end = strchrnul(from, '\n');

	*lines = *end == '\0' ? NULL : end + 1;
	return ds_say_sure(doc, ds_arena_ndup(arena, from,
	    (size_t)(end - from)));
}

const char *
ds_say_joined(dossier_document *doc, struct ds_arena *arena,
    const char *lines)
{
	const char *text = "";

	while (lines != NULL)
		text = ds_say_more(doc, arena, text, "; ", next_line(doc,
		    arena, &lines));
	return text;
}

void
ds_say_list(dossier_document *doc, struct ds_arena *arena,
    struct ds_value *map, const char *key, const char *lines)
{
	struct ds_value *list = ds_put_list(doc, map, key);

	while (lines != NULL)
		ds_put_text(doc, list, NULL, next_line(doc, arena, &lines));
}

void
ds_say_line(dossier_document *doc, const char *label, const char *text)
{
	if (text != NULL)
		ds_field_line(doc, ds_tr(doc->language, label), text);
}
