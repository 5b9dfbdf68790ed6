/* SPDX-License-Identifier: EUPL-1.2 */
/* Builds a record's plain statements from its descriptor. */
#ifndef DS_MODEL_SQL_H
#define DS_MODEL_SQL_H

#include "base/buf.h"
#include "model/record.h"

/* ?1 id, ?2 event, ?3… the fields. */
void ds_sql_insert(struct ds_buf *out, const struct ds_record *record);
void ds_sql_update(struct ds_buf *out, const struct ds_record *record);
/* ?1 id. */
void ds_sql_delete(struct ds_buf *out, const struct ds_record *record);
/* Gives id, event, the fields; ?1 is the value of `column`, or all rows. */
void ds_sql_select(struct ds_buf *out, const struct ds_record *record,
    const char *column);

#endif
