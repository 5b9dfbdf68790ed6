/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A finished answer, built once and printed in any format.
 *
 * It holds two things. `data` is what machines get: a list of maps with
 * stable English keys (JSON, YAML). The blocks are what people get:
 * paragraphs, fields, tables and timelines with labels in the document's
 * language (text and HTML; CSV prints the first table). All of it lives in
 * the document's arena, all text is copied in, and a failed allocation is
 * remembered: build freely and ask ds_document_check() once at the end. Bytes
 * that are no UTF-8 become U+FFFD, so that every printer may rely on its text.
 *
 * This floor never knows a youth; personal values come through model/view.
 */
#ifndef DS_RENDER_DOCUMENT_H
#define DS_RENDER_DOCUMENT_H

#include "base/buf.h"
#include "base/mem.h"
#include "base/when.h"

/* ---- values for machines ---- */

enum ds_value_kind {
	DS_VALUE_NULL, DS_VALUE_BOOL, DS_VALUE_INT, DS_VALUE_TEXT,
	DS_VALUE_LIST, DS_VALUE_MAP
};

struct ds_value {
	enum ds_value_kind kind;
	const char *key;		/* when it stands in a map */
	const char *comment;		/* stands above it; NULL: none */
	int64_t number;			/* int, or bool as 0 and 1 */
	const char *text;
	struct ds_value *first, *last;	/* children of a list or map */
	struct ds_value *next;
};

/* ---- blocks for people ---- */

enum ds_block_kind {
	DS_BLOCK_HEADING, DS_BLOCK_PARAGRAPH, DS_BLOCK_FIELDS, DS_BLOCK_TABLE,
	DS_BLOCK_TIMELINE
};

enum ds_align { DS_LEFT, DS_RIGHT };

struct ds_column {
	const char *label;
	enum ds_align align;
};

struct ds_cells {			/* one row of a table */
	const char **cells;		/* one a column; NULL is empty */
	struct ds_cells *next;
};

struct ds_pair {			/* one line of a fields block */
	const char *label;
	const char *text;
	struct ds_pair *next;
};

enum ds_bar_style {
	DS_BAR_SCHOOL, DS_BAR_STAGE, DS_BAR_WORK, DS_BAR_LEAD, DS_BAR_SUPPORT,
	DS_BAR_GAP, DS_BAR_STYLES
};

struct ds_bar {				/* a stretch of days in a lane */
	const struct ds_cells *row;	/* the same, told in the table */
	struct ds_span span;
	enum ds_bar_style style;
	struct ds_bar *next;
};

struct ds_timeline {
	struct ds_span window;
	dossier_day today;
	struct ds_bar *first, *last;
};

struct ds_block {
	enum ds_block_kind kind;
	const char *text;		/* heading, paragraph, table caption */
	size_t columns;
	struct ds_column *column;
	size_t rows;
	bool quiet;			/* without rows, only CSV prints it */
	struct ds_cells *row, *last_row;
	struct ds_pair *pair, *last_pair;
	struct ds_timeline *timeline;	/* its facts are the rows */
	struct ds_block *next;
};

struct dossier_document {
	struct ds_arena arena;
	dossier_language language;
	const char *title;
	const char *note;		/* under the title: day, place, pack */
	const char *mark;		/* stands on every page (VOORBEELD) */
	bool attention;
	bool comments;			/* YAML prints them; others never do */
	bool single;			/* of one thing: YAML makes no list */
	bool failed;			/* memory ran out while building */
	struct ds_value *data;		/* a list of maps */
	const char *verbatim;		/* all there is, in any format */
	const char *comment;		/* waits for the next value */
	struct ds_value spare;		/* handed out once memory ran out */
	struct ds_block *first, *last;
};

/* A new document with an empty data list; NULL: no memory. */
dossier_document *ds_document_new(dossier_language language,
    const char *title);
void ds_document_note(dossier_document *doc, const char *note);
void ds_document_mark(dossier_document *doc, const char *mark);
/* The document is this text and nothing else, to the byte. */
void ds_document_verbatim(dossier_document *doc, const char *text);
/* DOSSIER_NO_MEMORY when any of the building failed. */
dossier_status ds_document_check(const dossier_document *doc,
    dossier_error *err);

/*
 * Machine values. `parent` is doc->data or what one of these returned; the
 * key is used in maps and ignored in lists. Never NULL: after a failed
 * allocation they return a harmless node.
 */
struct ds_value *ds_put_map(dossier_document *doc, struct ds_value *parent,
    const char *key);
struct ds_value *ds_put_list(dossier_document *doc, struct ds_value *parent,
    const char *key);
/* NULL text becomes null. */
void ds_put_text(dossier_document *doc, struct ds_value *parent,
    const char *key, const char *text);
void ds_put_int(dossier_document *doc, struct ds_value *parent,
    const char *key, int64_t number);
void ds_put_bool(dossier_document *doc, struct ds_value *parent,
    const char *key, bool truth);
/* ISO, or null for no day. */
void ds_put_day(dossier_document *doc, struct ds_value *parent,
    const char *key, dossier_day day);

/*
 * A comment for who edits the data, above the value that is put next: before
 * the map of doc->data's first item it heads the whole, before a key it
 * stands above that key. More than one stand under each other; what no value
 * follows stands at the end. Only YAML prints it, and only when
 * doc->comments is set.
 */
void ds_put_comment(dossier_document *doc, const char *text);

/* Blocks, in reading order. */
void ds_heading(dossier_document *doc, const char *text);
void ds_paragraph(dossier_document *doc, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A fields line; opens a fields block unless the last block is one. */
void ds_field_line(dossier_document *doc, const char *label,
    const char *text);
/*
 * A table; then its rows, cell by cell, `column` counted from 0. Once memory
 * ran out they return NULL, which the next ones accept.
 */
struct ds_block *ds_table(dossier_document *doc, const char *caption,
    const struct ds_column *columns, size_t count);
struct ds_cells *ds_table_row(dossier_document *doc, struct ds_block *table);
/* A paragraph says already that there is nothing: print no empty table. */
void ds_table_quiet(struct ds_block *table);
void ds_cell(dossier_document *doc, struct ds_cells *row, size_t column,
    const char *text);

/*
 * Lanes of bars over days, drawn by text and HTML with a table of the same
 * facts beneath; CSV prints that table when the document has no other. The
 * drawing shows `window`; an end of it that is no day is taken from the bars
 * and today. `today` is marked; no day: no mark. Once memory ran out it
 * returns NULL, which ds_timeline_bar() accepts.
 */
struct ds_block *ds_timeline(dossier_document *doc, const char *caption,
    struct ds_span window, dossier_day today);
/*
 * Lanes stand in the order in which they are first named. A span without an
 * end runs on; one of a single day is a moment, unless it is a gap. Bars of
 * a lane that overlap are drawn beneath each other. Without a text the table
 * gives the word for the style.
 */
void ds_timeline_bar(dossier_document *doc, struct ds_block *timeline,
    const char *lane, const char *text, struct ds_span span,
    enum ds_bar_style style);

/* ---- printers (one file each) ---- */

struct ds_print {
	dossier_write write;
	void *payload;
	int width;			/* columns; 0 unlimited */
	struct ds_buf out;		/* what waits to be written */
	bool broken;			/* a write failed */
};

/*
 * A printer appends to print->out and calls ds_print_some() after every row
 * or block. When memory runs out, also its own, print->out.failed says so;
 * dossier_document_print() turns that into a status.
 */
void ds_print_some(struct ds_print *print);

void ds_print_text(const dossier_document *doc, struct ds_print *print);
void ds_print_csv(const dossier_document *doc, struct ds_print *print);
void ds_print_json(const dossier_document *doc, struct ds_print *print);
void ds_print_html(const dossier_document *doc, struct ds_print *print);
void ds_print_yaml(const dossier_document *doc, struct ds_print *print);

#endif
