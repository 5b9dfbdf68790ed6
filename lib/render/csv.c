/* SPDX-License-Identifier: EUPL-1.2 */
/* A document as CSV for Dutch Excel: BOM, semicolons, CRLF. */
#include "base/csv.h"
#include "render/document.h"

static void
put_field(struct ds_print *print, size_t column, const char *text)
{
	if (column > 0)
		ds_buf_putc(&print->out, ';');
	ds_csv_put(&print->out, text == NULL ? "" : text, ';', true);
}

static void
end_row(struct ds_print *print)
{
	ds_buf_puts(&print->out, "\r\n");
	ds_print_some(print);
}

static void
put_table(struct ds_print *print, const struct ds_block *table)
{
	const struct ds_cells *row;
	size_t i;

	for (i = 0; i < table->columns; i++)
		put_field(print, i, table->column[i].label);
	end_row(print);
	for (row = table->row; row != NULL; row = row->next) {
		for (i = 0; i < table->columns; i++)
			put_field(print, i, row->cells[i]);
		end_row(print);
	}
}

static void
put_pair(struct ds_print *print, const char *label, const char *text)
{
	put_field(print, 0, label);
	put_field(print, 1, text);
	end_row(print);
}

/* One dossier is no table; its fields still are two columns. */
static void
put_fields(const dossier_document *doc, struct ds_print *print)
{
	const struct ds_block *block;
	const struct ds_pair *pair;

	put_pair(print, ds_tr(doc->language, N_("Field")),
	    ds_tr(doc->language, N_("Value")));
	for (block = doc->first; block != NULL; block = block->next)
		for (pair = block->pair; pair != NULL; pair = pair->next)
			put_pair(print, pair->label, pair->text);
}

static const struct ds_block *
first_of(const dossier_document *doc, enum ds_block_kind kind)
{
	const struct ds_block *block = doc->first;

	while (block != NULL && block->kind != kind)
		block = block->next;
	return block;
}

void
ds_print_csv(const dossier_document *doc, struct ds_print *print)
{
	const struct ds_block *table = first_of(doc, DS_BLOCK_TABLE);

	if (table == NULL)
		table = first_of(doc, DS_BLOCK_TIMELINE);
	ds_buf_puts(&print->out, DS_CSV_BOM);
	if (table != NULL)
		put_table(print, table);
	else
		put_fields(doc, print);
}
