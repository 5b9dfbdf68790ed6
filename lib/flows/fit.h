/* SPDX-License-Identifier: EUPL-1.2 */
/* What a record must be beyond its fields, before it may be written. */
#ifndef DS_FLOWS_FIT_H
#define DS_FLOWS_FIT_H

#include "flows/session.h"

/*
 * Hold a record against the store and the packs: a school is a school, a
 * number is right and of one youth only, a life domain stands in a pack (and
 * gets its class from there), consent was given by who may give it. The
 * number is brought into its form. `youth` is whose it is, as it is to be.
 * DOSSIER_INVALID, DOSSIER_CONFLICT, with advice. No message repeats a BSN.
 */
dossier_status ds_fit_record(struct ds_row *row, struct ds_arena *arena,
    dossier_session *session, const struct ds_row *youth,
    dossier_error *err);
/* The two of which it matters what kind of organisation they name. */
dossier_status ds_fit_party(enum ds_kind kind, const struct ds_row *party,
    dossier_error *err);
/* A dossier that nobody can find by name is lost. */
dossier_status ds_fit_name(const struct ds_row *before,
    const struct ds_row *after, dossier_error *err);
/*
 * Nobody changes what they may not see. DOSSIER_FORBIDDEN names the first
 * such field.
 */
dossier_status ds_fit_seen(struct ds_view *view, const struct ds_row *before,
    const struct ds_row *after, dossier_error *err);

#endif
