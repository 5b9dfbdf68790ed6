/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A document on a terminal or in a text file. Tables wrap inside their
 * columns and never lose a word; one that cannot stand in the width at all
 * is printed row by row as fields. The layout is our own because the ready
 * made tables follow the locale, which this library does not read, and cut
 * words.
 */
#include <string.h>

#include "render/timeline.h"
#include "render/wrap.h"

#define NARROWEST 20		/* a page is never taken for less */
#define LONG_WORD 40		/* longer words may be broken in a column */
#define SHORT_WORD 11		/* shorter ones never: days, telephones */
#define BULLET "- "

struct page {
	const dossier_document *doc;
	struct ds_print *print;
	struct ds_buf *out;
	struct ds_arena arena;		/* for one block */
	int width;			/* 0 unlimited */
};

static const char *
clean(struct page *page, const char *text)
{
	text = ds_wrap_clean(&page->arena, text);
	if (text != NULL)
		return text;
	page->out->failed = true;
	return "";
}

static void *
take(struct page *page, size_t size)
{
	void *memory = ds_arena_alloc(&page->arena, size);

	if (memory == NULL)
		page->out->failed = true;
	return memory;
}

static void
put_rule(struct page *page, char c, int width)
{
	while (width-- > 0)
		ds_buf_putc(page->out, c);
}

static void
put_text(struct page *page, const char *text)
{
	struct ds_lane lane = {
		.text = clean(page, text), .width = page->width,
	};

	if (strncmp(lane.text, BULLET, strlen(BULLET)) == 0)
		lane.indent = (int)strlen(BULLET);
	ds_wrap_put(page->out, &lane, 1);
}

/* ---- fields ---- */

/* "Label:" beside its text. */
static void
put_field(struct page *page, const char *label, const char *text, int width)
{
	char *marked = ds_arena_printf(&page->arena, "%s:",
	    clean(page, label));
	struct ds_lane lanes[2] = {
		{ .text = marked, .width = width },
		{ .text = clean(page, text) },
	};

	if (marked == NULL) {
		page->out->failed = true;
		return;
	}
	if (page->width > 0)
		lanes[1].width = page->width - width - DS_WRAP_GAP;
	ds_wrap_put(page->out, lanes, 2);
}

/* The width for labels of which the widest line is `widest`. */
static int
label_width(const struct page *page, int widest)
{
	int most = page->width * 2 / 5;

	widest++;			/* the colon */
	return page->width > 0 && widest > most ? most : widest;
}

static void
put_fields(struct page *page, const struct ds_block *block)
{
	const struct ds_pair *pair;
	int width, widest = 0;

	for (pair = block->pair; pair != NULL; pair = pair->next) {
		width = ds_wrap_widest_line(clean(page, pair->label));
		if (width > widest)
			widest = width;
	}
	for (pair = block->pair; pair != NULL; pair = pair->next)
		put_field(page, pair->label, pair->text,
		    label_width(page, widest));
}

/* ---- tables ---- */

struct shape {
	int width;			/* what it gets; first: what it wants */
	int least;			/* its longest word, with its indent */
};

static void
measure(struct shape *shape, const char *text)
{
	int indent = strchr(text, '\n') != NULL ? DS_WRAP_INDENT : 0;
	int line = ds_wrap_widest_line(text) + indent;
	int word = ds_wrap_widest_word(text);

	/* Only what can go on in a next line is ever indented there. */
	if (strpbrk(text, " \n") != NULL)
		word += DS_WRAP_INDENT;
	if (line < 1)
		line = 1;
	if (line > shape->width)
		shape->width = line;
	if (word > shape->least)
		shape->least = word;
}

static struct shape *
measure_table(struct page *page, const struct ds_block *table)
{
	struct shape *shapes = take(page, table->columns * sizeof *shapes);
	const struct ds_cells *row;
	size_t i;

	for (i = 0; shapes != NULL && i < table->columns; i++) {
		measure(&shapes[i], clean(page, table->column[i].label));
		for (row = table->row; row != NULL; row = row->next)
			measure(&shapes[i], clean(page, row->cells[i]));
	}
	return shapes;
}

/*
 * Take the `excess` off the widest columns, breaking no word of at most
 * `word` columns. Returns what could not be taken off.
 */
static int
narrow(struct shape *shapes, size_t count, int word, int excess)
{
	struct shape *widest;
	int least;
	size_t i;

	for (; excess > 0; excess--) {
		widest = NULL;
		for (i = 0; i < count; i++) {
			least = word + DS_WRAP_INDENT;
			if (shapes[i].least < least)
				least = shapes[i].least;
			if (shapes[i].width > least &&
			    (widest == NULL || shapes[i].width > widest->width))
				widest = &shapes[i];
		}
		if (widest == NULL)
			break;
		widest->width--;
	}
	return excess;
}

static bool
fit_columns(struct shape *shapes, size_t count, int room)
{
	int excess = (int)(count - 1) * DS_WRAP_GAP - room;
	size_t i;
	int word;

	for (i = 0; i < count; i++) {
		if (shapes[i].width > room)
			shapes[i].width = room;
		excess += shapes[i].width;
	}
	for (word = LONG_WORD; word >= SHORT_WORD && excess > 0; word--)
		excess = narrow(shapes, count, word, excess);
	return excess <= 0;
}

static void
put_head(struct page *page, const struct ds_block *table,
    const struct shape *shapes, struct ds_lane *lanes)
{
	size_t i;

	for (i = 0; i < table->columns; i++)
		lanes[i] = (struct ds_lane){
			.text = clean(page, table->column[i].label),
			.width = shapes[i].width,
			.right = table->column[i].align == DS_RIGHT,
			.indent = table->column[i].align == DS_LEFT ?
			    DS_WRAP_INDENT : 0,
		};
	ds_wrap_put(page->out, lanes, table->columns);
	for (i = 0; i < table->columns; i++) {
		if (i > 0)
			put_rule(page, ' ', DS_WRAP_GAP);
		put_rule(page, '-', shapes[i].width);
	}
	ds_buf_putc(page->out, '\n');
}

static void
put_columns(struct page *page, const struct ds_block *table,
    const struct shape *shapes)
{
	struct ds_lane *lanes = take(page, table->columns * sizeof *lanes);
	const struct ds_cells *row;
	size_t i;

	if (lanes == NULL)
		return;
	put_head(page, table, shapes, lanes);
	for (row = table->row; row != NULL; row = row->next) {
		for (i = 0; i < table->columns; i++)
			lanes[i].text = clean(page, row->cells[i]);
		ds_wrap_put(page->out, lanes, table->columns);
		ds_print_some(page->print);
	}
}

static void
put_records(struct page *page, const struct ds_block *table)
{
	const struct ds_cells *row;
	int width, widest = 0;
	size_t i;

	for (i = 0; i < table->columns; i++) {
		width = ds_wrap_widest_line(clean(page,
		    table->column[i].label));
		if (width > widest)
			widest = width;
	}
	for (row = table->row; row != NULL; row = row->next) {
		for (i = 0; i < table->columns; i++)
			if (row->cells[i] != NULL && *row->cells[i] != '\0')
				put_field(page, table->column[i].label,
				    row->cells[i], label_width(page, widest));
		if (row->next != NULL)
			ds_buf_putc(page->out, '\n');
		ds_print_some(page->print);
	}
}

static void
put_table(struct page *page, const struct ds_block *table)
{
	struct shape *shapes = measure_table(page, table);

	if (shapes == NULL || table->columns == 0)
		return;
	if (page->width == 0 ||
	    fit_columns(shapes, table->columns, page->width))
		put_columns(page, table, shapes);
	else
		put_records(page, table);
	if (table->row == NULL)
		put_text(page, ds_tr(page->doc->language, N_("(none)")));
}

/* ---- the page ---- */

static void
put_caption(struct page *page, const struct ds_block *block)
{
	if (block->text != NULL)
		put_text(page, block->text);
}

static void
put_block(struct page *page, const struct ds_block *block)
{
	switch (block->kind) {
	case DS_BLOCK_HEADING:
	case DS_BLOCK_PARAGRAPH:
		put_text(page, block->text);
		break;
	case DS_BLOCK_FIELDS:
		put_fields(page, block);
		break;
	case DS_BLOCK_TABLE:
		put_caption(page, block);
		put_table(page, block);
		break;
	case DS_BLOCK_TIMELINE:
		put_caption(page, block);
		if (ds_timeline_text(page->out, block, page->doc->language,
		    page->width))
			ds_buf_putc(page->out, '\n');
		put_table(page, block);
		break;
	}
}

static void
put_top(struct page *page)
{
	const dossier_document *doc = page->doc;
	int width = ds_wrap_widest_line(clean(page, doc->title));

	if (doc->mark != NULL) {
		put_text(page, doc->mark);
		ds_buf_putc(page->out, '\n');
	}
	put_text(page, doc->title);
	put_rule(page, '=', page->width > 0 && width > page->width ?
	    page->width : width);
	ds_buf_putc(page->out, '\n');
	if (doc->note != NULL)
		put_text(page, doc->note);
}

void
ds_print_text(const dossier_document *doc, struct ds_print *print)
{
	struct page page = { doc, print, &print->out, { NULL }, print->width };
	const struct ds_block *block;
	bool spaced = true;

	if (page.width < 0)
		page.width = 0;
	if (page.width > 0 && page.width < NARROWEST)
		page.width = NARROWEST;
	put_top(&page);
	for (block = doc->first; block != NULL; block = block->next) {
		if (block->quiet && block->row == NULL)
			continue;
		if (spaced)
			ds_buf_putc(page.out, '\n');
		put_block(&page, block);
		ds_print_some(print);
		ds_arena_reset(&page.arena);
		spaced = block->kind != DS_BLOCK_HEADING;
	}
	ds_arena_free(&page.arena);
}
