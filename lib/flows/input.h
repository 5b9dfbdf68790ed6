/* SPDX-License-Identifier: EUPL-1.2 */
/* What a person typed, made fit for the store or refused with advice. */
#ifndef DS_FLOWS_INPUT_H
#define DS_FLOWS_INPUT_H

#include "model/row.h"

/*
 * `text` as one line without blanks around it, in `arena`; *out is NULL when
 * nothing is left or `text` is NULL. DOSSIER_INVALID: not readable as text.
 */
dossier_status ds_input_line(const char **out, struct ds_arena *arena,
    const char *text, dossier_error *err);
/* The same, with its line breaks. */
dossier_status ds_input_lines(const char **out, struct ds_arena *arena,
    const char *text, dossier_error *err);
/*
 * Read `text` into a field of `row`; empty clears. Not for a field that
 * points to a record. DOSSIER_INVALID, with what right looks like.
 */
dossier_status ds_input_field(struct ds_row *row, int field,
    struct ds_arena *arena, const char *text, dossier_day today,
    dossier_error *err);
/* DOSSIER_INVALID naming every word of the list. */
dossier_status ds_input_no_code(const struct ds_code *list,
    const char *text, dossier_error *err);

#endif
