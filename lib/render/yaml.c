/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A document's data as YAML, in block style: the list, or the map itself of
 * a document that is of one thing. What is text is written so that readers of YAML
 * 1.1 and of 1.2 take it for the same text; base/yaml.h reads it back.
 */
#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "render/document.h"
#include "render/wrap.h"

#define STEP 2			/* blanks that a level is indented by */
#define COMMENT_WIDTH 78	/* columns, with the blanks before it */
#define COMMENT_LEAST 30	/* columns of words, however deep it stands */

struct page {
	struct ds_print *print;
	struct ds_buf *out;
	bool comments;
	struct ds_arena arena;		/* for one comment */
};

static void put_children(struct page *page, const struct ds_value *parent,
    int indent, bool begun);

/* ---- scalars ---- */

/* Words that a reader of YAML 1.1 takes for something else than a text. */
static bool
is_word_of_yaml(const char *text)
{
	static const char *const words[] = {
		"y", "n", "yes", "no", "on", "off", "true", "false", "null",
	};
	size_t i;

	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcasecmp(text, words[i]) == 0)
			return true;
	/* Some take "E1" for a number whose digits were left out. */
	return strcspn(text, "eE") == 0 &&
	    text[1 + strspn(text + 1, "+-_0123456789")] == '\0';
}

static bool
is_printable(const char *text)
{
	size_t size;

	for (; *text != '\0'; text += size)
		if (ds_wrap_is_harmful(ds_wrap_code(text, &size)))
			return false;
	return true;
}

/*
 * Without quotes only what begins with a letter: numbers, days, times,
 * signs and marks all begin with something else.
 */
static bool
is_plain(const char *text)
{
	const unsigned char first = (unsigned char)text[0];
	const char *p;

	if (!(first >= 'a' && first <= 'z') &&
	    !(first >= 'A' && first <= 'Z') && first < 0xC3)
		return false;
	for (p = text; *p != '\0'; p++)
		if (*p == '\n' || (*p == ':' && (p[1] == ' ' ||
		    p[1] == '\0')) || (*p == ' ' && (p[1] == '#' ||
		    p[1] == '\0')))
			return false;
	return !is_word_of_yaml(text) && is_printable(text);
}

static void
put_quoted(struct ds_buf *out, const char *text)
{
	unsigned code;
	size_t size;

	ds_buf_putc(out, '"');
	for (; *text != '\0'; text += size) {
		code = ds_wrap_code(text, &size);
		if (code == '\n')
			ds_buf_puts(out, "\\n");
		else if (code == '\t')
			ds_buf_puts(out, "\\t");
		else if (ds_wrap_is_harmful(code))
			ds_buf_printf(out, "\\u%04x", code);
		else if (code == '"' || code == '\\')
			ds_buf_putc(out, '\\'), ds_buf_putc(out, (char)code);
		else
			ds_buf_add(out, text, size);
	}
	ds_buf_putc(out, '"');
}

static void
put_word(struct ds_buf *out, const char *text)
{
	if (is_plain(text))
		ds_buf_puts(out, text);
	else
		put_quoted(out, text);
}

/* Lines of their own; a blank or empty first line would hide the indent. */
static bool
is_literal(const char *text)
{
	return strchr(text, '\n') != NULL && text[0] != '\n' &&
	    text[0] != ' ' && is_printable(text);
}

/* With the line's end of the last line kept, or all of them, or none. */
static void
put_literal(struct ds_buf *out, const char *text, int indent)
{
	size_t size = strlen(text);

	ds_buf_putc(out, '|');
	if (text[size - 1] != '\n')
		ds_buf_putc(out, '-');
	else if (text[size - 2] == '\n')
		ds_buf_putc(out, '+');
	for (; *text != '\0'; text += size) {
		size = strcspn(text, "\n");
		ds_buf_putc(out, '\n');
		if (size > 0)
			ds_wrap_blanks(out, indent);
		ds_buf_add(out, text, size);
		size += text[size] == '\n';
	}
}

static void
put_scalar(struct ds_buf *out, const struct ds_value *value, int indent)
{
	if (value->kind == DS_VALUE_NULL)
		ds_buf_puts(out, "null");
	else if (value->kind == DS_VALUE_BOOL)
		ds_buf_puts(out, value->number != 0 ? "true" : "false");
	else if (value->kind == DS_VALUE_INT)
		ds_buf_int(out, value->number);
	else if (value->kind == DS_VALUE_LIST)
		ds_buf_puts(out, "[]");
	else if (value->kind == DS_VALUE_MAP)
		ds_buf_puts(out, "{}");
	else if (is_literal(value->text))
		put_literal(out, value->text, indent);
	else
		put_word(out, value->text);
	ds_buf_putc(out, '\n');
}

/* ---- comments ---- */

/* A line's end is the only way out of a comment: each gets its mark. */
static void
put_lines(struct ds_buf *out, const char *lines, int indent)
{
	size_t size;

	for (; *lines != '\0'; lines += size + 1) {
		size = strcspn(lines, "\n");
		ds_wrap_blanks(out, indent);
		ds_buf_puts(out, size > 0 ? "# " : "#");
		ds_buf_add(out, lines, size);
		ds_buf_putc(out, '\n');
	}
}

static void
put_comment(struct page *page, const char *comment, int indent)
{
	struct ds_buf lines = DS_BUF_INIT;
	struct ds_lane lane = { .width = COMMENT_WIDTH - STEP - indent };

	if (!page->comments || comment == NULL)
		return;
	if (lane.width < COMMENT_LEAST)
		lane.width = COMMENT_LEAST;
	lane.text = ds_wrap_clean(&page->arena, comment);
	if (lane.text != NULL)
		ds_wrap_put(&lines, &lane, 1);
	if (lane.text == NULL || lines.failed)
		page->out->failed = true;
	put_lines(page->out, lines.data, indent);
	ds_buf_free(&lines);
	ds_arena_reset(&page->arena);
}

/*
 * All that stands above an item of a list: a list or map begins on the line
 * of the item's dash, with no room above what it begins with.
 */
static void
put_lead(struct page *page, const struct ds_value *item, int indent)
{
	put_comment(page, item->comment, indent);
	while (item->first != NULL) {
		put_comment(page, item->first->comment, indent);
		if (item->kind == DS_VALUE_MAP)
			break;
		item = item->first;
	}
}

/* ---- lists and maps ---- */

static void
put_item(struct page *page, const struct ds_value *value, int indent)
{
	ds_buf_puts(page->out, "- ");
	if (value->first != NULL)
		put_children(page, value, indent + STEP, true);
	else
		put_scalar(page->out, value, indent + STEP);
}

static void
put_entry(struct page *page, const struct ds_value *value, int indent)
{
	put_word(page->out, value->key);
	ds_buf_putc(page->out, ':');
	ds_buf_putc(page->out, value->first != NULL ? '\n' : ' ');
	if (value->first != NULL)
		put_children(page, value, indent + STEP, false);
	else
		put_scalar(page->out, value, indent + STEP);
}

/* `begun`: the first of them stands on a line that has begun. */
static void
put_children(struct page *page, const struct ds_value *parent, int indent,
    bool begun)
{
	bool map = parent->kind == DS_VALUE_MAP;
	const struct ds_value *child;

	for (child = parent->first; child != NULL; child = child->next) {
		if (!begun) {
			if (map)
				put_comment(page, child->comment, indent);
			else
				put_lead(page, child, indent);
			ds_wrap_blanks(page->out, indent);
		}
		begun = false;
		if (map)
			put_entry(page, child, indent);
		else
			put_item(page, child, indent);
		if (indent == 0)
			ds_print_some(page->print);
	}
}

void
ds_print_yaml(const dossier_document *doc, struct ds_print *print)
{
	const struct ds_value *root = doc->data;
	struct page page = { print, &print->out, doc->comments, { NULL } };

	if (doc->single && root->first != NULL &&
	    root->first == root->last) {
		root = root->first;
		put_comment(&page, root->comment, 0);
		if (page.comments && root->comment != NULL)
			ds_buf_putc(page.out, '\n');
	}
	if (root->first != NULL)
		put_children(&page, root, 0, false);
	else
		put_scalar(page.out, root, STEP);
	put_comment(&page, doc->comment, 0);
	ds_arena_free(&page.arena);
}
