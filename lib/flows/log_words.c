/* SPDX-License-Identifier: EUPL-1.2 */
/* The history in words: who, when, about what and how it ended. */
#include <stdio.h>
#include <string.h>

#include "flows/log.h"

/* A text of two parts, the second below the first. */
const char *
ds_log_stack(dossier_document *doc, struct ds_arena *arena, const char *first,
    const char *second)
{
	const char *text;

	if (first == NULL || second == NULL)
		return first != NULL ? first : second;
	text = ds_arena_printf(arena, "%s\n%s", first, second);
	if (text == NULL)
		doc->failed = true;
	return text;
}

/* "Els Bakker" above "mentor @02QZ00", which may break before the party. */
const char *
ds_log_person(dossier_document *doc, struct ds_arena *arena, const char *name,
    const char *role)
{
	const char *at = role == NULL ? NULL : strchr(role, '@');
	const char *text = role;

	if (at != NULL && at != role) {
		text = ds_arena_printf(arena, "%.*s %s", (int)(at - role),
		    role, at);
		if (text == NULL)
			doc->failed = true;
	}
	return ds_log_stack(doc, arena, name, text);
}

/* "2026-03-02T09:15:04Z" as people read it: "02-03-2026 09:15". */
const char *
ds_log_moment(dossier_document *doc, struct ds_arena *arena, const char *at)
{
	char iso[DS_DAY_TEXT], day[DS_DAY_TEXT];
	const char *text;
	dossier_day date;

	if (strlen(at) < 16 || at[10] != 'T')
		return at;
	memcpy(iso, at, 10);
	iso[10] = '\0';
	date = ds_day_from_iso(iso);
	if (!ds_day_known(date))
		return at;
	text = ds_arena_printf(arena, "%s %.5s",
	    ds_day_text(date, doc->language, day), at + 11);
	if (text == NULL)
		doc->failed = true;
	return text;
}

/* What an intake came to is kept in English; here it is as people read it. */
const char *
ds_log_result(dossier_document *doc, struct ds_arena *arena, const char *kept)
{
	long long new, changed, same, refused;
	const char *text;
	int end = 0;

	if (kept != NULL && strcmp(kept, DS_SHOWN) == 0)
		return ds_tr(doc->language, N_("shown"));
	if (kept == NULL || strcmp(kept, "done") == 0)
		return kept == NULL ? NULL : ds_tr(doc->language, N_("done"));
	if (sscanf(kept, "new %lld, changed %lld, same %lld, refused %lld%n",
	    &new, &changed, &same, &refused, &end) != 4 || kept[end] != '\0')
		return kept;
	text = ds_arena_printf(arena, ds_tr(doc->language,
	    N_("new %lld, changed %lld, same %lld, refused %lld")), new,
	    changed, same, refused);
	if (text == NULL)
		doc->failed = true;
	return text;
}

/* Of a path the name is enough for people; machines get all of it. */
const char *
ds_log_about(const char *object)
{
	const char *slash = object == NULL ? NULL : strrchr(object, '/');

	return slash != NULL && slash[1] != '\0' ? slash + 1 : object;
}
