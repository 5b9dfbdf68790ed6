/* SPDX-License-Identifier: EUPL-1.2 */
/* A document's data as JSON: an array, each object on a line of its own. */
#include <inttypes.h>

#include "render/document.h"

static void put_value(struct ds_buf *out, const struct ds_value *value);

static void
put_children(struct ds_buf *out, const struct ds_value *parent)
{
	const struct ds_value *child;

	for (child = parent->first; child != NULL; child = child->next) {
		if (child != parent->first)
			ds_buf_putc(out, ',');
		if (parent->kind == DS_VALUE_MAP) {
			ds_buf_json(out, child->key);
			ds_buf_putc(out, ':');
		}
		put_value(out, child);
	}
}

static void
put_value(struct ds_buf *out, const struct ds_value *value)
{
	switch (value->kind) {
	case DS_VALUE_NULL:
		ds_buf_puts(out, "null");
		break;
	case DS_VALUE_BOOL:
		ds_buf_puts(out, value->number != 0 ? "true" : "false");
		break;
	case DS_VALUE_INT:
		ds_buf_printf(out, "%" PRId64, value->number);
		break;
	case DS_VALUE_TEXT:
		ds_buf_json(out, value->text);
		break;
	case DS_VALUE_LIST:
		ds_buf_putc(out, '[');
		put_children(out, value);
		ds_buf_putc(out, ']');
		break;
	case DS_VALUE_MAP:
		ds_buf_putc(out, '{');
		put_children(out, value);
		ds_buf_putc(out, '}');
		break;
	}
}

void
ds_print_json(const dossier_document *doc, struct ds_print *print)
{
	const struct ds_value *item;

	for (item = doc->data->first; item != NULL; item = item->next) {
		ds_buf_puts(&print->out,
		    item == doc->data->first ? "[\n" : ",\n");
		put_value(&print->out, item);
		ds_print_some(print);
	}
	ds_buf_puts(&print->out, doc->data->first == NULL ? "[]\n" : "\n]\n");
}
