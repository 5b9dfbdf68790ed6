/* SPDX-License-Identifier: EUPL-1.2 */
/* A fictional region, to try everything on. */
#ifndef DS_FLOWS_SAMPLE_H
#define DS_FLOWS_SAMPLE_H

#include "flows/session.h"

/*
 * Fill the store of a new session with made-up people, schools, employers
 * and places, dated around the session's day; the same day gives the same
 * region. Inside the transaction that makes the store.
 */
dossier_status ds_sample_fill(dossier_session *session, dossier_error *err);

#endif
