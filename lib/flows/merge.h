/* SPDX-License-Identifier: EUPL-1.2 */
/* Two dossiers of one youth become one; for merge.c and its parts. */
#ifndef DS_FLOWS_MERGE_H
#define DS_FLOWS_MERGE_H

#include "flows/session.h"

/* What became of the records of one kind that went along. */
struct ds_merge_tally {
	size_t moved;
	size_t same;			/* stood in both: one stays */
	size_t joined;			/* with one that told less, or other */
	size_t cut;			/* the other one went before */
};

struct ds_merge_clash {			/* both tell of the same days */
	struct ds_row kept, other;
};

enum ds_merge_side { DS_MERGE_NONE, DS_MERGE_KEPT, DS_MERGE_OTHER };

struct ds_merge {
	dossier_session *session;
	struct ds_arena *arena;
	const dossier_merge_options *options;
	const char *reason;
	struct ds_row kept, other;	/* the youths, as they were */
	struct ds_row after;		/* the youth that stays */
	enum ds_merge_side preferred;
	int64_t step;			/* of the history */
	struct ds_merge_tally tally[DS_KIND_END];
	struct ds_merge_clash *clashes;	/* ds_free it */
	size_t clash_count, clash_capacity;
};

/* Do they tell the same but for whose they are? */
bool ds_merge_same(const struct ds_row *a, const struct ds_row *b);
dossier_status ds_merge_clash(struct ds_merge *merge,
    const struct ds_row *kept, const struct ds_row *other,
    dossier_error *err);
/* A lane of dated state: what overlaps is joined, cut or a clash. */
dossier_status ds_merge_lane(struct ds_merge *merge, enum ds_kind kind,
    dossier_error *err);
/* Did the youth's own field differ, or was it filled in? */
bool ds_merge_tells(const struct ds_merge *merge, int field);

/* What was done, would be done, or stands in the way. */
dossier_status ds_merge_tell(dossier_document **out, struct ds_merge *merge,
    dossier_error *err);

#endif
