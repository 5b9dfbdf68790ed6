/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The right of access: AVG 15(1) a to h. What is held follows from the
 * descriptors, from whom it came from the history, why and how long from the
 * pack that judges the youth.
 */
#ifndef DS_FLOWS_DISCLOSE_H
#define DS_FLOWS_DISCLOSE_H

#include "flows/log.h"

struct ds_disclose {
	dossier_session *session;
	struct ds_arena *arena;
	const dossier_disclose_options *options;
	struct ds_log log;		/* of the dossier, all of it */
	struct ds_row youth;
	const struct ds_pack *pack;	/* that judges the youth */
	struct ds_view view;
	dossier_document *doc;
	struct ds_value *map;
};

/* What is held, section by section, with why and from whom. */
dossier_status ds_disclose_held(struct ds_disclose *disclose,
    dossier_error *err);
/* What was changed or taken away, with what it was. */
dossier_status ds_disclose_history(struct ds_disclose *disclose,
    dossier_error *err);
/* Who received it, and who may. */
dossier_status ds_disclose_given(struct ds_disclose *disclose,
    dossier_error *err);
/* Who looked, in the six fields of BIO2 8.15.01. */
dossier_status ds_disclose_looks(struct ds_disclose *disclose,
    dossier_error *err);

#endif
