/* SPDX-License-Identifier: EUPL-1.2 */
/* One dossier on the way to a document; for show.c and its parts. */
#ifndef DS_FLOWS_SHOW_H
#define DS_FLOWS_SHOW_H

#include "flows/present.h"
#include "flows/session.h"

struct ds_show {
	dossier_session *session;
	const dossier_show_options *options;
	struct ds_arena *arena;
	struct ds_view view;
	dossier_document *doc;
	struct ds_value *map;		/* the dossier, for machines */
	struct ds_row youth;
	dossier_day day;
	/* Another day than today: only what counts on that day. */
	bool other_day;
	int64_t school;			/* party on the day; 0: none */
};

/* Who holds the case, the lead through time, and days without a name. */
dossier_status ds_show_lead(struct ds_show *show, dossier_error *err);
/* Placements, wage values, meetings, agreements and the rest. */
dossier_status ds_show_lists(struct ds_show *show, dossier_error *err);

#endif
