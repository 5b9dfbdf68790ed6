/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What of a case may be told to a view's reader: flows compute with facts
 * and give people only what the fields behind them would give.
 */
#ifndef DS_FLOWS_SEEN_H
#define DS_FLOWS_SEEN_H

#include "model/view.h"
#include "rules/facts.h"

/* *why is NULL, or why the fact is not told: English, marked. */
dossier_status ds_seen_fact(const char **why, struct ds_view *view,
    int64_t youth, enum ds_fact fact, dossier_error *err);
/* The same for any of them; the first that is not told. */
dossier_status ds_seen_facts(const char **why, struct ds_view *view,
    int64_t youth, const enum ds_fact *facts, size_t count,
    dossier_error *err);
/* The same for all that a term or an end rule rests on. */
dossier_status ds_seen_term(const char **why, struct ds_view *view,
    int64_t youth, const struct ds_pack *pack, const struct ds_term *term,
    dossier_error *err);
dossier_status ds_seen_end(const char **why, struct ds_view *view,
    int64_t youth, const struct ds_pack *pack, const struct ds_end *end,
    dossier_error *err);
/* The same for one field of a record of that youth, whatever its value. */
dossier_status ds_seen_field(const char **why, struct ds_view *view,
    int64_t youth, enum ds_kind kind, int field, dossier_error *err);

/* Does the reader see that there is such a dossier at all? */
dossier_status ds_seen_at_all(bool *out, struct ds_view *view,
    int64_t youth, dossier_error *err);
/* The name as a view gives it: "" when it is not known or withheld. */
dossier_status ds_seen_name(const char **out, struct ds_view *view,
    const struct ds_case *youth, dossier_error *err);

#endif
