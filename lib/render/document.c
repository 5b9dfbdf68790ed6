/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/document.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

#define REPLACEMENT "\xEF\xBF\xBD"

static void *
take(dossier_document *doc, size_t size)
{
	void *memory;

	if (doc->failed)
		return NULL;
	memory = ds_arena_alloc(&doc->arena, size);
	doc->failed = memory == NULL;
	return memory;
}

/* A file name or a fault may quote bytes that nobody has checked. */
static char *
keep_mended(dossier_document *doc, const char *text, size_t size)
{
	char *copy = take(doc, size * strlen(REPLACEMENT) + 1), *end = copy;
	size_t valid;

	while (copy != NULL && size > 0) {
		valid = ds_utf8_valid(text, size);
		memcpy(end, text, valid);
		end += valid;
		text += valid;
		size -= valid;
		if (size == 0)
			break;
		memcpy(end, REPLACEMENT, strlen(REPLACEMENT));
		end += strlen(REPLACEMENT);
		text++;
		size--;
	}
	return copy;
}

static char *
keep(dossier_document *doc, const char *text)
{
	size_t size;
	char *copy;

	if (text == NULL)
		return NULL;
	size = strlen(text);
	if (ds_utf8_valid(text, size) != size)
		return keep_mended(doc, text, size);
	copy = take(doc, size + 1);
	if (copy != NULL)
		memcpy(copy, text, size + 1);
	return copy;
}

/* ---- the document ---- */

dossier_document *
ds_document_new(dossier_language language, const char *title)
{
	dossier_document *doc = ds_alloc(sizeof *doc);

	if (doc == NULL)
		return NULL;
	doc->language = language;
	doc->title = keep(doc, title);
	doc->data = take(doc, sizeof *doc->data);
	if (doc->failed) {
		dossier_document_free(doc);
		return NULL;
	}
	doc->data->kind = DS_VALUE_LIST;
	return doc;
}

void
dossier_document_free(dossier_document *doc)
{
	if (doc == NULL)
		return;
	ds_arena_free(&doc->arena);
	ds_free(doc);
}

void
ds_document_note(dossier_document *doc, const char *note)
{
	doc->note = keep(doc, note);
}

void
ds_document_mark(dossier_document *doc, const char *mark)
{
	doc->mark = keep(doc, mark);
}

void
ds_document_verbatim(dossier_document *doc, const char *text)
{
	doc->verbatim = keep(doc, text);
}

dossier_status
ds_document_check(const dossier_document *doc, dossier_error *err)
{
	return doc->failed ? ds_no_memory(err) : DOSSIER_OK;
}

bool
dossier_document_attention(const dossier_document *doc)
{
	return doc->attention;
}

/* ---- values for machines ---- */

static struct ds_value *
value_new(dossier_document *doc, struct ds_value *parent, const char *key,
    enum ds_value_kind kind)
{
	struct ds_value *value = take(doc, sizeof *value);

	if (value != NULL && parent->kind == DS_VALUE_MAP)
		value->key = keep(doc, key);
	if (doc->failed)
		return &doc->spare;
	value->kind = kind;
	value->comment = doc->comment;
	doc->comment = NULL;
	if (parent->last == NULL)
		parent->first = value;
	else
		parent->last->next = value;
	parent->last = value;
	return value;
}

struct ds_value *
ds_put_map(dossier_document *doc, struct ds_value *parent, const char *key)
{
	return value_new(doc, parent, key, DS_VALUE_MAP);
}

struct ds_value *
ds_put_list(dossier_document *doc, struct ds_value *parent, const char *key)
{
	return value_new(doc, parent, key, DS_VALUE_LIST);
}

void
ds_put_text(dossier_document *doc, struct ds_value *parent, const char *key,
    const char *text)
{
	struct ds_value *value;

	value = value_new(doc, parent, key,
	    text == NULL ? DS_VALUE_NULL : DS_VALUE_TEXT);
	value->text = keep(doc, text);
}

void
ds_put_int(dossier_document *doc, struct ds_value *parent, const char *key,
    int64_t number)
{
	value_new(doc, parent, key, DS_VALUE_INT)->number = number;
}

void
ds_put_bool(dossier_document *doc, struct ds_value *parent, const char *key,
    bool truth)
{
	value_new(doc, parent, key, DS_VALUE_BOOL)->number = truth;
}

void
ds_put_day(dossier_document *doc, struct ds_value *parent, const char *key,
    dossier_day day)
{
	char text[DS_DAY_TEXT];

	ds_put_text(doc, parent, key,
	    ds_day_known(day) ? ds_day_iso(day, text) : NULL);
}

void
ds_put_comment(dossier_document *doc, const char *text)
{
	const char *comment = keep(doc, text);
	char *joined;

	if (doc->comment != NULL && comment != NULL) {
		joined = ds_arena_printf(&doc->arena, "%s\n%s", doc->comment,
		    comment);
		doc->failed = joined == NULL;
		comment = joined;
	}
	doc->comment = comment;
}

/* ---- blocks for people ---- */

static struct ds_block *
block_new(dossier_document *doc, enum ds_block_kind kind)
{
	struct ds_block *block = take(doc, sizeof *block);

	if (block == NULL)
		return NULL;
	block->kind = kind;
	if (doc->last == NULL)
		doc->first = block;
	else
		doc->last->next = block;
	doc->last = block;
	return block;
}

void
ds_heading(dossier_document *doc, const char *text)
{
	struct ds_block *block = block_new(doc, DS_BLOCK_HEADING);

	if (block != NULL)
		block->text = keep(doc, text);
}

void
ds_paragraph(dossier_document *doc, const char *format, ...)
{
	struct ds_block *block = block_new(doc, DS_BLOCK_PARAGRAPH);
	va_list args;
	char *text;
	int size;

	va_start(args, format);
	size = vsnprintf(NULL, 0, format, args);
	va_end(args);
	text = block == NULL || size < 0 ? NULL : take(doc, (size_t)size + 1);
	if (text == NULL)
		return;
	va_start(args, format);
	vsnprintf(text, (size_t)size + 1, format, args);
	va_end(args);
	if (ds_utf8_valid(text, (size_t)size) != (size_t)size)
		text = keep_mended(doc, text, (size_t)size);
	block->text = text;
}

void
ds_field_line(dossier_document *doc, const char *label, const char *text)
{
	struct ds_block *block = doc->last;
	struct ds_pair *pair = take(doc, sizeof *pair);

	if (pair == NULL)
		return;
	pair->label = keep(doc, label);
	pair->text = keep(doc, text);
	if (block == NULL || block->kind != DS_BLOCK_FIELDS)
		block = block_new(doc, DS_BLOCK_FIELDS);
	if (block == NULL)
		return;
	if (block->last_pair == NULL)
		block->pair = pair;
	else
		block->last_pair->next = pair;
	block->last_pair = pair;
}

struct ds_block *
ds_table(dossier_document *doc, const char *caption,
    const struct ds_column *columns, size_t count)
{
	struct ds_block *block = block_new(doc, DS_BLOCK_TABLE);
	size_t i;

	if (block == NULL)
		return NULL;
	block->text = keep(doc, caption);
	block->column = take(doc, count * sizeof *block->column);
	if (block->column == NULL)
		return NULL;
	block->columns = count;
	for (i = 0; i < count; i++) {
		block->column[i].label = keep(doc, columns[i].label);
		block->column[i].align = columns[i].align;
	}
	return block;
}

void
ds_table_quiet(struct ds_block *table)
{
	if (table != NULL)
		table->quiet = true;
}

struct ds_cells *
ds_table_row(dossier_document *doc, struct ds_block *table)
{
	struct ds_cells *row;

	if (table == NULL)
		return NULL;
	row = take(doc, sizeof *row);
	if (row != NULL)
		row->cells = take(doc, table->columns * sizeof *row->cells);
	if (doc->failed)
		return NULL;
	if (table->last_row == NULL)
		table->row = row;
	else
		table->last_row->next = row;
	table->last_row = row;
	table->rows++;
	return row;
}

void
ds_cell(dossier_document *doc, struct ds_cells *row, size_t column,
    const char *text)
{
	if (row != NULL)
		row->cells[column] = keep(doc, text);
}
