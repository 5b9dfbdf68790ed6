/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The practice statement (praktijkverklaring): what a learner was shown to
 * master in a company, as it was signed off. Nothing that is still being
 * learned is in it, and nothing about the person but name, birth date and
 * school.
 */
#ifndef DS_FLOWS_STATEMENT_H
#define DS_FLOWS_STATEMENT_H

#include "flows/session.h"

/*
 * What was signed off up to and including `day`, for the reader of `view`.
 * Each process by (crebo, code), with title and version of the qualification
 * file as they were kept: it stays readable when the file changes.
 */
dossier_status ds_statement_document(dossier_document **out,
    dossier_session *session, const struct ds_row *youth,
    struct ds_view *view, dossier_day day, dossier_error *err);

#endif
