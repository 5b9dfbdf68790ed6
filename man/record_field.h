/* SPDX-License-Identifier: EUPL-1.2 */
/* One field in the page of dossier-record(5): what its descriptor says. */
#ifndef MAN_RECORD_FIELD_H
#define MAN_RECORD_FIELD_H

#include "base/buf.h"
#include "model/record.h"

/* "Born (Geboren)", or the one word that both languages have. */
void record_label(struct ds_buf *out, const char *label);
/*
 * The item of a list. `order` is that of the records in the page, ended by
 * 0: codes stand with the first field that has them.
 */
void record_field(struct ds_buf *out, const enum ds_kind *order,
    const struct ds_record *record, int field);

#endif
