/* SPDX-License-Identifier: EUPL-1.2 */
/* A small document and a printer into memory, for the tests of render. */
#ifndef TESTS_RENDER_SAMPLE_H
#define TESTS_RENDER_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "render/document.h"

struct printed {
	char *text;
	size_t size;
};

/* Allocates outside the library's door, so that only it can run out. */
static inline bool
sample_write(const char *bytes, size_t size, void *payload)
{
	struct printed *printed = payload;

	printed->text = realloc(printed->text, printed->size + size + 1);
	assert_non_null(printed->text);
	memcpy(printed->text + printed->size, bytes, size);
	printed->size += size;
	printed->text[printed->size] = '\0';
	return true;
}

/* What `doc` prints; to be given to free(). */
static inline char *
sample_print(const dossier_document *doc, dossier_format format, int width)
{
	struct printed printed = { NULL, 0 };

	assert_int_equal(dossier_document_print(doc, format, width,
	    sample_write, &printed, NULL), DOSSIER_OK);
	assert_non_null(printed.text);
	assert_int_equal(strlen(printed.text), printed.size);
	return printed.text;
}

static inline void
sample_table(dossier_document *doc)
{
	static const struct ds_column columns[] = {
		{ "School", DS_LEFT }, { "Dagen", DS_RIGHT },
	};
	struct ds_block *table = ds_table(doc, "Termijnen", columns, 2);
	struct ds_cells *row = ds_table_row(doc, table);

	ds_cell(doc, row, 0, "De Klimop");
	ds_cell(doc, row, 1, "12");
	row = ds_table_row(doc, table);
	ds_cell(doc, row, 0, "02QZ00");
}

/* NULL: no memory at all; else the document may have failed. */
static inline dossier_document *
sample_document(void)
{
	dossier_document *doc = ds_document_new(DOSSIER_ENGLISH, "Zoë & co");
	struct ds_value *map, *list;

	if (doc == NULL)
		return NULL;
	ds_document_note(doc, "1 maart 2026");
	ds_document_mark(doc, "VOORBEELD");
	map = ds_put_map(doc, doc->data, NULL);
	ds_put_text(doc, map, "ref", "K7QM2XTA4");
	ds_put_text(doc, map, "route", NULL);
	ds_put_int(doc, map, "days", -12);
	ds_put_bool(doc, map, "late", true);
	ds_put_day(doc, map, "due", ds_day_of(2026, 8, 31));
	ds_put_day(doc, map, "met", DOSSIER_NO_DAY);
	list = ds_put_list(doc, map, "unknown");
	ds_put_text(doc, list, NULL, "a");
	ds_put_int(doc, list, NULL, 2);
	ds_put_map(doc, doc->data, NULL);
	ds_paragraph(doc, "Er zijn %d termijnen.", 2);
	ds_heading(doc, "De jongere");
	ds_field_line(doc, "Naam", "Zoë");
	ds_field_line(doc, "Kenmerk", NULL);
	sample_table(doc);
	return doc;
}

/* No line wider than `width` (0: any), and none that ends in a blank. */
static inline void
sample_check_lines(const char *text, int width)
{
	char *copy = strdup(text), *line, *end;

	assert_non_null(copy);
	for (line = copy; *line != '\0'; line = end + 1) {
		end = strchr(line, '\n');
		assert_non_null(end);
		*end = '\0';
		if (width > 0 && ds_text_width(line) > width)
			fail_msg("%d columns: %s", ds_text_width(line), line);
		if (end > line && end[-1] == ' ')
			fail_msg("blank at the end: %s", line);
	}
	free(copy);
}

#endif
