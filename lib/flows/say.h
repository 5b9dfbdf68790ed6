/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Words for a document that is being built: in its language, in a scratch
 * arena, never NULL. Once memory runs out the document counts as failed.
 */
#ifndef DS_FLOWS_SAY_H
#define DS_FLOWS_SAY_H

#include "render/document.h"

/* `english`, marked with N_, in the document's language and filled in. */
const char *ds_say(dossier_document *doc, struct ds_arena *arena,
    const char *english, ...) __attribute__((format(printf, 3, 4)));
const char *ds_say_day(dossier_document *doc, struct ds_arena *arena,
    dossier_day day);
/* "(withheld: your role does not see this)"; `why` as a view gives it. */
const char *ds_say_withheld(dossier_document *doc, struct ds_arena *arena,
    const char *why);
/* What another function put into the arena. */
const char *ds_say_sure(dossier_document *doc, const char *text);
/* `text`, then `mark`, then `more`; `more` alone when `text` is empty. */
const char *ds_say_more(dossier_document *doc, struct ds_arena *arena,
    const char *text, const char *mark, const char *more);
/* What a pack keeps as lines (may be NULL): as one, "jobcoach; training". */
const char *ds_say_joined(dossier_document *doc, struct ds_arena *arena,
    const char *lines);
/* The same as a list under `key`. */
void ds_say_list(dossier_document *doc, struct ds_arena *arena,
    struct ds_value *map, const char *key, const char *lines);
/* A line of fields, its label translated; nothing when `text` is NULL. */
void ds_say_line(dossier_document *doc, const char *label, const char *text);

#endif
