/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A document as one HTML file that needs nothing else: no script, nothing
 * fetched. It is read on screen, by screen readers and on A4.
 */
#include <string.h>

#include "render/html.h"
#include "render/timeline.h"
#include "render/wrap.h"

#define LONG_WORD 28		/* longer words may be broken in a cell */
#define NUMBER 8			/* as short may a number be broken */
#define DIGITS "0123456789-"
#define SHORT_WORD 16		/* shorter ones never: days, telephones */

static const char head[] =
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
    "'none'; style-src 'unsafe-inline'; img-src data:\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, "
    "initial-scale=1\">\n";

/*
 * Contrast is at least 7:1 for text. A table scrolls inside its own frame on
 * a narrow screen; on paper its heading is repeated and no row is cut. On
 * paper the page itself is laid out as a table with the mark as its heading:
 * only so is the mark printed on every sheet without covering anything.
 */
static const char style[] =
    ":root { color-scheme: light; }\n"
    "* { box-sizing: border-box; }\n"
    "body { margin: 0; color: #1c2329; background: #fff;\n"
    "  font: 1rem/1.5 system-ui, -apple-system, \"Segoe UI\", Roboto,\n"
    "  \"Noto Sans\", \"Liberation Sans\", Arial, sans-serif; }\n"
    ".mark { margin: 0; padding: .5rem 1.5rem; text-align: center;\n"
    "  font-weight: 700; letter-spacing: .12em; color: #4a3500;\n"
    "  background: #ffefbf; border-bottom: 2px solid #8a6500; }\n"
    "main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }\n"
    "h1, h2, p, dd { overflow-wrap: break-word; }\n"
    "h1 { margin: 0; font-size: clamp(1.3rem, 6vw, 1.9rem);\n"
    "  line-height: 1.2; color: #17375e; }\n"
    "main .note { margin: .4rem 0 0; color: #4a545e; }\n"
    "h2 { margin: 2.2rem 0 .6rem; font-size: 1.25rem; line-height: 1.3;\n"
    "  color: #17375e; }\n"
    "main p { max-width: 42rem; margin: 1rem 0; white-space: pre-line; }\n"
    "dl { display: grid; margin: 1rem 0;\n"
    "  grid-template-columns: minmax(8rem, 16rem) minmax(0, 1fr); }\n"
    "dt, dd { margin: 0; padding: .35rem .75rem .35rem 0;\n"
    "  border-bottom: 1px solid #dde2e7; }\n"
    "dt { color: #4a545e; overflow-wrap: break-word; }\n"
    "dd, td { white-space: pre-line; }\n"
    "main h2 + dl, main h2 + p, main h2 + .table { margin-top: 0; }\n"
    ".table { margin: 1rem 0 1.5rem; overflow-x: auto; }\n"
    ".table:focus-visible { outline: 3px solid #17375e;\n"
    "  outline-offset: 2px; }\n"
    "table { width: 100%; border-collapse: collapse; }\n"
    "caption { padding: 0 0 .5rem; text-align: left; font-weight: 600; }\n"
    "th, td { padding: .45rem .75rem; text-align: left;\n"
    "  vertical-align: top; border-bottom: 1px solid #dde2e7; }\n"
    "th { vertical-align: bottom; font-weight: 600; color: #17375e;\n"
    "  background: #eef2f6; border-bottom: 2px solid #5c7083; }\n"
    "tbody tr:nth-child(even) { background: #f8fafb; }\n"
    ".number { text-align: right; font-variant-numeric: tabular-nums; }\n"
    ".whole { white-space: nowrap; }\n"
    ".long { min-width: 12rem; overflow-wrap: anywhere; }\n"
    "@media (max-width: 36rem) {\n"
    "  main { padding: 1.25rem 1rem 3rem; }\n"
    "  dl { display: block; }\n"
    "  dt { padding-bottom: 0; border-bottom: 0; }\n"
    "  th, td { padding: .4rem .5rem; }\n"
    "}\n"
    "@page { size: A4; margin: 14mm 16mm 16mm; }\n"
    "@media print {\n"
    "  body { font-size: 10pt; line-height: 1.4; }\n"
    "  main { max-width: none; padding: 0; }\n"
    "  h1 { font-size: 18pt; }\n"
    "  h2 { font-size: 12.5pt; break-after: avoid; }\n"
    "  .table { overflow: visible; }\n"
    "  table { font-size: 8.5pt; }\n"
    "  .long { min-width: 8rem; }\n"
    "  caption { break-after: avoid; }\n"
    "  thead { display: table-header-group; }\n"
    "  tr, dt, dd { break-inside: avoid; }\n"
    "  dt { break-after: avoid; }\n"
    "  th, td { padding: .25rem .5rem; }\n"
    "  th, .mark { print-color-adjust: exact; }\n"
    "  body { display: table; width: 100%; table-layout: fixed; }\n"
    "  header { display: table-header-group; break-inside: avoid; }\n"
    "  main { display: table-row-group; }\n"
    "  .mark { margin-bottom: 5mm; padding: .15rem; }\n"
    "}\n";

static void
put_fields(struct ds_buf *out, const struct ds_block *block)
{
	const struct ds_pair *pair;

	ds_buf_puts(out, "<dl>\n");
	for (pair = block->pair; pair != NULL; pair = pair->next) {
		ds_html_element(out, "<dt>", pair->label, "</dt>");
		ds_html_element(out, "<dd>", pair->text, "</dd>\n");
	}
	ds_buf_puts(out, "</dl>\n");
}

/* ---- tables ---- */

static void
put_columns(struct ds_buf *out, const struct ds_block *table)
{
	size_t i;

	ds_buf_puts(out, "<thead>\n<tr>");
	for (i = 0; i < table->columns; i++)
		ds_html_element(out, table->column[i].align == DS_RIGHT ?
		    "<th scope=\"col\" class=\"number\">" :
		    "<th scope=\"col\">", table->column[i].label, "</th>");
	ds_buf_puts(out, "</tr>\n</thead>\n");
}

/* A day or a telephone number: it is read as one, and so never broken. */
static size_t
number_size(const char *text)
{
	size_t size;

	if (text[0] == '-')
		return 0;
	size = strspn(text, DIGITS);
	return size >= NUMBER && memchr(text, '-', size) != NULL ? size : 0;
}

static void
put_text(struct ds_buf *out, const char *text)
{
	const char *open;
	size_t size;

	while (*text != '\0') {
		size = number_size(text);
		open = size > 0 ? "<span class=\"whole\">" : "";
		/* Digits that are no number go together, and so do letters. */
		if (size == 0)
			size = strspn(text, DIGITS);
		if (size == 0)
			size = strcspn(text, DIGITS);
		ds_buf_puts(out, open);
		ds_html_some(out, text, size);
		if (*open != '\0')
			ds_buf_puts(out, "</span>");
		text += size;
	}
}

static void
put_cell(struct ds_buf *out, const struct ds_column *column, const char *text)
{
	const char *open = "<td>";

	if (column->align == DS_RIGHT)
		open = "<td class=\"number\">";
	else if (text == NULL)
		open = "<td>";
	else if (strlen(text) <= SHORT_WORD && strpbrk(text, " \n") == NULL &&
	    strpbrk(text, "-/") != NULL)
		open = "<td class=\"whole\">";
	else if (strlen(text) > LONG_WORD &&
	    ds_wrap_widest_word(text) > LONG_WORD)
		open = "<td class=\"long\">";
	ds_buf_puts(out, open);
	if (text != NULL && strstr(open, "whole") == NULL)
		put_text(out, text);
	else
		ds_html_element(out, "", text, "");
	ds_buf_puts(out, "</td>");
}

static void
put_rows(struct ds_print *print, const struct ds_block *table,
    dossier_language language)
{
	struct ds_buf *out = &print->out;
	const struct ds_cells *row;
	size_t i;

	ds_buf_puts(out, "<tbody>\n");
	for (row = table->row; row != NULL; row = row->next) {
		ds_buf_puts(out, "<tr>");
		for (i = 0; i < table->columns; i++)
			put_cell(out, &table->column[i], row->cells[i]);
		ds_buf_puts(out, "</tr>\n");
		ds_print_some(print);
	}
	if (table->row == NULL) {
		ds_buf_printf(out, "<tr><td colspan=\"%zu\">", table->columns);
		ds_html_element(out, "", ds_tr(language, N_("(none)")),
		    "</td></tr>\n");
	}
	ds_buf_puts(out, "</tbody>\n");
}

/* `name` is what the frame is called when the table has no caption. */
static void
put_table(struct ds_print *print, const struct ds_block *table,
    dossier_language language, const char *name)
{
	struct ds_buf *out = &print->out;

	ds_html_element(out, "<div class=\"table\" role=\"region\" "
	    "tabindex=\"0\" aria-label=\"",
	    table->text != NULL ? table->text : name, "\">\n<table>\n");
	if (table->text != NULL)
		ds_html_element(out, "<caption>", table->text, "</caption>\n");
	put_columns(out, table);
	put_rows(print, table, language);
	ds_buf_puts(out, "</table>\n</div>\n");
}

/* ---- timelines ---- */

/*
 * The drawing's frame is no region as the table's is, so that nobody has to
 * pass two that are called the same.
 */
static void
put_figure(struct ds_buf *out, const char *caption, size_t ordinal,
    const struct ds_buf *drawing)
{
	ds_buf_puts(out, "<figure class=\"timeline\">\n");
	if (caption != NULL)
		ds_html_element(out, "<figcaption>", caption,
		    "</figcaption>\n");
	ds_buf_printf(out, "<div class=\"drawing\" role=\"group\" "
	    "tabindex=\"0\" aria-labelledby=\"timeline-%zu-title\">\n",
	    ordinal);
	ds_buf_add(out, drawing->data, drawing->size);
	ds_buf_puts(out, "</div>\n</figure>\n");
}

static void
put_timeline(struct ds_print *print, const struct ds_block *block,
    dossier_language language, const char *name, size_t ordinal)
{
	struct ds_block table = *block;
	struct ds_buf caption = DS_BUF_INIT, drawing = DS_BUF_INIT;

	if (block->text != NULL)
		name = block->text;
	if (ds_timeline_svg(&drawing, block, language, name, ordinal)) {
		put_figure(&print->out, block->text, ordinal, &drawing);
		ds_buf_printf(&caption, ds_tr(language,
		    N_("%s: the same as a table")), name);
		table.text = caption.data;
	}
	put_table(print, &table, language, name);
	print->out.failed = print->out.failed || caption.failed ||
	    drawing.failed;
	ds_buf_free(&caption);
	ds_buf_free(&drawing);
}

/* ---- the page ---- */

static bool
has_timeline(const dossier_document *doc)
{
	const struct ds_block *block = doc->first;

	while (block != NULL && block->kind != DS_BLOCK_TIMELINE)
		block = block->next;
	return block != NULL;
}

static void
put_top(const dossier_document *doc, struct ds_buf *out)
{
	ds_buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n",
	    doc->language == DOSSIER_DUTCH ? "nl" : "en");
	ds_buf_puts(out, head);
	ds_buf_puts(out, "<title>");
	if (doc->mark != NULL)
		ds_html_element(out, "", doc->mark, ": ");
	ds_html_element(out, "", doc->title, "</title>\n<style>\n");
	ds_buf_puts(out, style);
	if (has_timeline(doc))
		ds_buf_puts(out, ds_svg_style);
	ds_buf_puts(out, "</style>\n</head>\n<body>\n");
	if (doc->mark != NULL)
		ds_html_element(out, "<header><p class=\"mark\">", doc->mark,
		    "</p></header>\n");
	ds_html_element(out, "<main>\n<h1>", doc->title, "</h1>\n");
	if (doc->note != NULL)
		ds_html_element(out, "<p class=\"note\">", doc->note, "</p>\n");
}

static void
put_block(struct ds_print *print, const struct ds_block *block,
    const dossier_document *doc, const char *name, size_t ordinal)
{
	struct ds_buf *out = &print->out;

	switch (block->kind) {
	case DS_BLOCK_HEADING:
		ds_html_element(out, "<h2>", block->text, "</h2>\n");
		break;
	case DS_BLOCK_PARAGRAPH:
		ds_html_element(out, "<p>", block->text, "</p>\n");
		break;
	case DS_BLOCK_FIELDS:
		put_fields(out, block);
		break;
	case DS_BLOCK_TABLE:
		put_table(print, block, doc->language, name);
		break;
	case DS_BLOCK_TIMELINE:
		put_timeline(print, block, doc->language, name, ordinal);
		break;
	}
}

/*
 * What a table without a caption is called: its heading, and from the second
 * under it on a number, so that who lists them can tell them apart.
 */
static const char *
name_of(struct ds_buf *label, const struct ds_block *block,
    const char *heading, size_t *tables)
{
	if (block->kind != DS_BLOCK_TABLE || block->text != NULL ||
	    ++*tables == 1)
		return heading;
	label->size = 0;
	ds_buf_printf(label, "%s (%zu)", heading, *tables);
	return label->failed ? heading : label->data;
}

void
ds_print_html(const dossier_document *doc, struct ds_print *print)
{
	const struct ds_block *block;
	const char *name = doc->title;
	struct ds_buf label = DS_BUF_INIT;
	size_t ordinal = 0, tables = 0;

	put_top(doc, &print->out);
	for (block = doc->first; block != NULL; block = block->next) {
		if (block->kind == DS_BLOCK_HEADING) {
			name = block->text;
			tables = 0;
		}
		if (!block->quiet || block->row != NULL)
			put_block(print, block, doc, name_of(&label, block,
			    name, &tables), ordinal);
		ordinal++;
		ds_print_some(print);
	}
	print->out.failed = print->out.failed || label.failed;
	ds_buf_free(&label);
	ds_buf_puts(&print->out, "</main>\n</body>\n</html>\n");
}
