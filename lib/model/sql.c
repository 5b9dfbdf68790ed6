/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/sql.h"

static void
columns(struct ds_buf *out, const struct ds_record *record)
{
	int i;

	ds_buf_puts(out, "id, event");
	for (i = 0; i < record->count; i++)
		ds_buf_printf(out, ", \"%s\"", record->fields[i].name);
}

void
ds_sql_insert(struct ds_buf *out, const struct ds_record *record)
{
	int i;

	ds_buf_printf(out, "INSERT INTO \"%s\" (", record->table);
	columns(out, record);
	ds_buf_puts(out, ") VALUES (?1, ?2");
	for (i = 0; i < record->count; i++)
		ds_buf_printf(out, ", ?%d", i + 3);
	ds_buf_puts(out, ")");
}

void
ds_sql_update(struct ds_buf *out, const struct ds_record *record)
{
	int i;

	ds_buf_printf(out, "UPDATE \"%s\" SET event = ?2", record->table);
	for (i = 0; i < record->count; i++)
		ds_buf_printf(out, ", \"%s\" = ?%d", record->fields[i].name,
		    i + 3);
	ds_buf_puts(out, " WHERE id = ?1");
}

void
ds_sql_delete(struct ds_buf *out, const struct ds_record *record)
{
	ds_buf_printf(out, "DELETE FROM \"%s\" WHERE id = ?1", record->table);
}

void
ds_sql_select(struct ds_buf *out, const struct ds_record *record,
    const char *column)
{
	ds_buf_puts(out, "SELECT ");
	columns(out, record);
	ds_buf_printf(out, " FROM \"%s\"", record->table);
	if (column != NULL)
		ds_buf_printf(out, " WHERE \"%s\" = ?1", column);
	ds_buf_puts(out, " ORDER BY id");
}
