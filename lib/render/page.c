/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/page.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VERSION "page 1"
#define MOST_COLUMNS 32

/* ---- writing ---- */

static void
put_text(struct ds_buf *out, const char *text)
{
	const char *end;

	ds_buf_putc(out, text == NULL ? '-' : '=');
	for (; text != NULL && *text != '\0'; text = end) {
		end = text + strcspn(text, "\t\n\\");
		ds_buf_add(out, text, (size_t)(end - text));
		if (*end == '\0')
			break;
		ds_buf_putc(out, '\\');
		ds_buf_putc(out, *end == '\t' ? 't' : *end == '\n' ? 'n' :
		    '\\');
		end++;
	}
}

static void
put_line(struct ds_buf *out, char kind, const char *text)
{
	ds_buf_putc(out, kind);
	put_text(out, text);
	ds_buf_putc(out, '\n');
}

static void
put_value(struct ds_buf *out, const struct ds_value *value)
{
	static const char kinds[] = {
		[DS_VALUE_NULL] = 'n', [DS_VALUE_BOOL] = 'b',
		[DS_VALUE_INT] = 'i', [DS_VALUE_TEXT] = 't',
		[DS_VALUE_LIST] = 'l', [DS_VALUE_MAP] = 'm'
	};
	const struct ds_value *child;

	ds_buf_putc(out, kinds[value->kind]);
	put_text(out, value->key);
	if (value->kind == DS_VALUE_TEXT) {
		ds_buf_putc(out, '\t');
		put_text(out, value->text);
	} else if (value->kind == DS_VALUE_BOOL ||
	    value->kind == DS_VALUE_INT) {
		ds_buf_printf(out, "\t=%" PRId64, value->number);
	}
	ds_buf_putc(out, '\n');
	if (value->kind != DS_VALUE_LIST && value->kind != DS_VALUE_MAP)
		return;
	for (child = value->first; child != NULL; child = child->next)
		put_value(out, child);
	ds_buf_puts(out, ")\n");
}

static void
put_table(struct ds_buf *out, const struct ds_block *block)
{
	const struct ds_cells *row;
	size_t i;

	ds_buf_putc(out, 'G');
	put_text(out, block->text);
	ds_buf_printf(out, "\t=%d\t=%zu\n", block->quiet, block->columns);
	for (i = 0; i < block->columns; i++) {
		ds_buf_putc(out, 'k');
		put_text(out, block->column[i].label);
		ds_buf_printf(out, "\t=%d\n", (int)block->column[i].align);
	}
	for (row = block->row; row != NULL; row = row->next) {
		ds_buf_puts(out, "r-\n");
		for (i = 0; i < block->columns; i++)
			put_line(out, 'c', row->cells[i]);
	}
}

static void
put_block(struct ds_buf *out, const struct ds_block *block)
{
	const struct ds_pair *pair;

	switch (block->kind) {
	case DS_BLOCK_HEADING:
		put_line(out, 'H', block->text);
		break;
	case DS_BLOCK_PARAGRAPH:
		put_line(out, 'P', block->text);
		break;
	case DS_BLOCK_FIELDS:
		for (pair = block->pair; pair != NULL; pair = pair->next) {
			ds_buf_putc(out, 'f');
			put_text(out, pair->label);
			ds_buf_putc(out, '\t');
			put_text(out, pair->text);
			ds_buf_putc(out, '\n');
		}
		break;
	case DS_BLOCK_TABLE:
		put_table(out, block);
		break;
	case DS_BLOCK_TIMELINE:
		out->failed = true;
		break;
	}
}

void
ds_page_write(struct ds_buf *out, const dossier_document *doc)
{
	const struct ds_value *value;
	const struct ds_block *block;

	ds_buf_printf(out, VERSION " %d %d %d\n", (int)doc->language,
	    doc->attention, doc->single);
	put_line(out, 'T', doc->title);
	put_line(out, 'N', doc->note);
	put_line(out, 'M', doc->mark);
	for (value = doc->data->first; value != NULL; value = value->next)
		put_value(out, value);
	for (block = doc->first; block != NULL; block = block->next)
		put_block(out, block);
}

/* ---- reading ---- */

#define DEEPEST 16
#define MOST_PARTS 3

struct reader {
	dossier_document *doc;
	char *at;			/* a copy, cut up as it is read */
	char kind;			/* of the line at hand */
	const char *part[MOST_PARTS];	/* its texts; NULL: none */
	struct ds_value *open[DEEPEST];	/* lists and maps, the outer first */
	size_t depth;
	struct ds_block *table;
	struct ds_cells *row;
	size_t cell;
};

/* Takes the escapes away; NULL for none. */
static bool
read_part(const char **out, char *text)
{
	char *from = text + 1, *to = text + 1, c;

	*out = *text == '=' ? text + 1 : NULL;
	if (*out == NULL)
		return strcmp(text, "-") == 0;
	for (; *from != '\0'; from++) {
		c = *from;
		if (c == '\\') {
			c = *++from;
			if (c == '\0')
				return false;
			c = c == 't' ? '\t' : c == 'n' ? '\n' : c;
		}
		*to++ = c;
	}
	*to = '\0';
	return true;
}

/* False at the end. */
static bool
next_line(bool *fault, struct reader *reader)
{
	char *line = reader->at, *end = strchr(line, '\n'), *tab;
	size_t i;

	*fault = *line != '\0' && end == NULL;
	if (end == NULL)
		return false;
	*end = '\0';
	reader->at = end + 1;
	reader->kind = *line;
	memset(reader->part, 0, sizeof reader->part);
	line += *line != '\0';
	for (i = 0; *line != '\0' && i < MOST_PARTS; i++, line = tab) {
		tab = strchrnul(line, '\t');
		if (*tab != '\0')
			*tab++ = '\0';
		*fault = *fault || !read_part(&reader->part[i], line);
	}
	return !*fault;
}

static int64_t
number(const struct reader *reader, int part)
{
	const char *text = reader->part[part];

	return text == NULL ? 0 : strtoll(text, NULL, 10);
}

static bool
take_value(struct reader *reader)
{
	struct ds_value *parent = reader->open[reader->depth];
	dossier_document *doc = reader->doc;
	const char *key = reader->part[0];

	switch (reader->kind) {
	case 'n':
		ds_put_text(doc, parent, key, NULL);
		return true;
	case 't':
		ds_put_text(doc, parent, key, reader->part[1]);
		return true;
	case 'b':
		ds_put_bool(doc, parent, key, number(reader, 1) != 0);
		return true;
	case 'i':
		ds_put_int(doc, parent, key, number(reader, 1));
		return true;
	case 'l':
	case 'm':
		if (++reader->depth == DEEPEST)
			return false;
		reader->open[reader->depth] = reader->kind == 'l' ?
		    ds_put_list(doc, parent, key) :
		    ds_put_map(doc, parent, key);
		return true;
	case ')':
		return reader->depth-- > 0;
	default:
		return false;
	}
}

/* The table's line is at hand; its columns follow. */
static bool
take_table(struct reader *reader)
{
	const char *caption = reader->part[0];
	struct ds_column columns[MOST_COLUMNS];
	bool quiet = number(reader, 1) != 0, fault;
	int64_t count = number(reader, 2), i;

	if (count < 1 || count > MOST_COLUMNS)
		return false;
	for (i = 0; i < count; i++) {
		if (!next_line(&fault, reader) || reader->kind != 'k')
			return false;
		columns[i].label = reader->part[0];
		columns[i].align = number(reader, 1) != 0 ? DS_RIGHT :
		    DS_LEFT;
	}
	reader->table = ds_table(reader->doc, caption, columns,
	    (size_t)count);
	reader->row = NULL;
	if (quiet)
		ds_table_quiet(reader->table);
	return true;
}

static bool
take_cell(struct reader *reader)
{
	if (reader->table == NULL || reader->row == NULL ||
	    reader->cell == reader->table->columns)
		return reader->doc->failed;
	ds_cell(reader->doc, reader->row, reader->cell++, reader->part[0]);
	return true;
}

static bool
take_line(struct reader *reader)
{
	dossier_document *doc = reader->doc;
	const char *text = reader->part[0];

	switch (reader->kind) {
	case 'N':
		ds_document_note(doc, text);
		return true;
	case 'M':
		ds_document_mark(doc, text);
		return true;
	case 'H':
		ds_heading(doc, text);
		return true;
	case 'P':
		ds_paragraph(doc, "%s", text == NULL ? "" : text);
		return true;
	case 'f':
		ds_field_line(doc, text, reader->part[1]);
		return true;
	case 'G':
		return take_table(reader);
	case 'r':
		reader->row = ds_table_row(doc, reader->table);
		reader->cell = 0;
		return reader->table != NULL || doc->failed;
	case 'c':
		return take_cell(reader);
	default:
		return take_value(reader);
	}
}

/* Its first two lines: version, language, flags; the title. */
static bool
take_head(struct reader *reader)
{
	int language, attention, single;
	char *end = strchr(reader->at, '\n');
	bool fault;

	if (end == NULL || sscanf(reader->at, VERSION " %d %d %d", &language,
	    &attention, &single) != 3 || language < 0 ||
	    language > DOSSIER_DUTCH)
		return false;
	reader->at = end + 1;
	if (!next_line(&fault, reader) || reader->kind != 'T')
		return false;
	reader->doc = ds_document_new((dossier_language)language,
	    reader->part[0] == NULL ? "" : reader->part[0]);
	if (reader->doc == NULL)
		return true;
	reader->doc->attention = attention != 0;
	reader->doc->single = single != 0;
	reader->open[0] = reader->doc->data;
	return true;
}

static bool
take_all(struct reader *reader)
{
	bool fault;

	if (!take_head(reader))
		return false;
	while (reader->doc != NULL && next_line(&fault, reader))
		if (!take_line(reader))
			return false;
	return reader->doc == NULL || (!fault && reader->depth == 0);
}

dossier_status
ds_page_read(dossier_document **out, const char *text, dossier_error *err)
{
	struct ds_arena arena = {0};
	struct reader reader = { .at = ds_arena_dup(&arena, text) };
	dossier_status status = DOSSIER_OK;

	if (reader.at == NULL)
		return ds_no_memory(err);
	if (!take_all(&reader))
		status = ds_fail(err, DOSSIER_CORRUPT,
		    N_("A page that was kept cannot be read."));
	else if (reader.doc == NULL || reader.doc->failed)
		status = ds_no_memory(err);
	ds_arena_free(&arena);
	if (status == DOSSIER_OK)
		*out = reader.doc;
	else
		dossier_document_free(reader.doc);
	return status;
}
