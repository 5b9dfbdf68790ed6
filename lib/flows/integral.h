/* SPDX-License-Identifier: EUPL-1.2 */
/* The integral intake: over all life domains that the pack asks for. */
#ifndef DS_FLOWS_INTEGRAL_H
#define DS_FLOWS_INTEGRAL_H

#include "flows/session.h"

/* The set of the pack's checklist `integraal`; NULL: it asks for none. */
const struct ds_domain_set *ds_integral_set(const struct ds_pack *pack);
/* The day on which it was closed last, up to today; no day: it was not. */
dossier_status ds_integral_closed_on(dossier_day *out,
    dossier_session *session, struct ds_arena *arena, int64_t youth,
    dossier_error *err);
/*
 * Record in *out, as a decision of the actor, that it is closed on a day;
 * `text` may be NULL. Inside a transaction. DOSSIER_CONFLICT while a life
 * domain is open, naming which; DOSSIER_USAGE where the pack knows no such
 * intake.
 */
dossier_status ds_integral_close(struct ds_row *out,
    dossier_session *session, struct ds_arena *arena,
    const struct ds_row *youth, dossier_day on, const char *text,
    dossier_error *err);

#endif
