/* SPDX-License-Identifier: EUPL-1.2 */
/* What is being recorded; for follow.c and its parts. */
#ifndef DS_FLOWS_FOLLOW_H
#define DS_FLOWS_FOLLOW_H

#include "flows/session.h"

struct ds_follow {
	dossier_session *session;
	struct ds_arena *arena;
	const dossier_follow_options *options;
	struct ds_row youth;
	dossier_day on;
	struct ds_row row;		/* what was written */
	bool known;			/* a meeting that stood there */
};

/* Write follow->row as a meeting, with those present and the youth. */
dossier_status ds_follow_meeting(struct ds_follow *follow,
    dossier_error *err);

/* From the options into a field of follow->row. */
dossier_status ds_follow_set_day(struct ds_follow *follow, int field,
    dossier_day day, dossier_error *err);
dossier_status ds_follow_set_kind(struct ds_follow *follow, int field,
    const struct ds_code *list, dossier_error *err);
/* The party of --with. */
dossier_status ds_follow_set_party(struct ds_follow *follow, int field,
    dossier_error *err);

#endif
