/* SPDX-License-Identifier: EUPL-1.2 */
/* Dated state of one youth: which record counts, and what follows on it. */
#ifndef DS_FLOWS_STATE_H
#define DS_FLOWS_STATE_H

#include "model/book.h"

/* All records of a kind that has a field `youth`, in the order of id. */
dossier_status ds_state_list(struct ds_row **out, size_t *count,
    struct ds_arena *arena, struct ds_book *book, enum ds_kind kind,
    int64_t youth, dossier_error *err);

/* The record that holds `day`, the newest of them; NULL: none. */
const struct ds_row *ds_state_on(const struct ds_row *rows, size_t count,
    dossier_day day);
/*
 * The record that tells most about `day`: the one that holds it, else the
 * last that had begun, else the first to come. NULL: there is none at all.
 */
const struct ds_row *ds_state_near(const struct ds_row *rows, size_t count,
    dossier_day day);

/*
 * From its first day on it is as `row` says. The record before it ends the
 * day before; one that begins on that very day is corrected instead.
 */
dossier_status ds_state_begin(struct ds_book *book, struct ds_row *row,
    dossier_error *err);

#endif
