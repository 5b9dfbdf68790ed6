/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * When support of a youth ends, by the end rules of their pack: a day, or
 * who judges by which criteria. A rule that rests on what the reader may not
 * see is left out.
 */
#ifndef DS_FLOWS_ENDING_H
#define DS_FLOWS_ENDING_H

#include "flows/session.h"
#include "rules/end.h"

struct ds_ending {
	const struct ds_end *end;	/* borrowed from the pack */
	struct ds_end_result result;	/* never DS_ENDS_NOT */
};

struct ds_endings {
	const struct ds_pack *pack;	/* of the youth on the day */
	dossier_day day;
	size_t count;
	const struct ds_ending *list;	/* in the arena */
};

dossier_status ds_endings_of(struct ds_endings *out,
    dossier_session *session, struct ds_arena *arena, struct ds_view *view,
    int64_t youth, dossier_day day, dossier_error *err);
/* As lines, and as a list `ends` in `map`. `arena` is scratch. */
void ds_endings_put(dossier_document *doc, struct ds_arena *arena,
    struct ds_value *map, const struct ds_endings *endings);
/* The same of a dossier that is closed, also when no rule is stated. */
dossier_status ds_endings_close(dossier_document *doc,
    dossier_session *session, struct ds_arena *arena, struct ds_view *view,
    struct ds_value *map, int64_t youth, dossier_day day,
    dossier_error *err);

#endif
