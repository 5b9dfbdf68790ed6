/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/wrap.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

struct glyph {
	size_t size;
	int width;
};

struct line {
	const char *text;
	size_t size;
	int width;
};

static size_t
next_size(const char *text)
{
	size_t size = 1;

	while (size < 4 && ((unsigned char)text[size] & 0xc0) == 0x80)
		size++;
	return size;
}

static struct glyph
glyph_at(const char *text)
{
	struct glyph glyph = { next_size(text), 1 };
	char copy[5] = "";

	if (glyph.size == 1)
		return glyph;
	memcpy(copy, text, glyph.size);
	glyph.width = ds_text_width(copy);
	return glyph;
}

/* ---- harmless ---- */

unsigned
ds_wrap_code(const char *text, size_t *size)
{
	const unsigned char *p = (const unsigned char *)text;

	*size = next_size(text);
	if (*size == 1)
		return p[0];
	if (*size == 2)
		return (p[0] & 0x1fU) << 6 | (p[1] & 0x3fU);
	if (*size == 3)
		return (p[0] & 0x0fU) << 12 | (p[1] & 0x3fU) << 6 |
		    (p[2] & 0x3fU);
	return 0x10000;
}

bool
ds_wrap_is_harmful(unsigned code)
{
	return (code < 0x20 && code != '\n') || (code >= 0x7f && code < 0xa0) ||
	    (code >= 0x2028 && code <= 0x202e) ||
	    (code >= 0x2066 && code <= 0x2069) ||
	    code == 0xfeff || code == 0xfffe || code == 0xffff;
}

static void
put_harmless(struct ds_buf *out, unsigned code)
{
	if (code == '\t')
		ds_buf_putc(out, ' ');
	else if (code == 0x2028 || code == 0x2029)
		ds_buf_putc(out, '\n');
	else if (code < 0x100)
		ds_buf_printf(out, "\\x%02x", code);
	else
		ds_buf_printf(out, "\\u%04x", code);
}

static const char *
clean_copy(struct ds_arena *arena, const char *text)
{
	struct ds_buf out = DS_BUF_INIT;
	const char *copy = NULL;
	unsigned code;
	size_t size;

	for (; *text != '\0'; text += size) {
		code = ds_wrap_code(text, &size);
		if (text[0] == '\r' && text[1] == '\n')
			continue;
		if (ds_wrap_is_harmful(code))
			put_harmless(&out, code);
		else
			ds_buf_add(&out, text, size);
	}
	if (!out.failed)
		copy = ds_arena_ndup(arena, out.data, out.size);
	ds_buf_free(&out);
	return copy;
}

const char *
ds_wrap_clean(struct ds_arena *arena, const char *text)
{
	const char *p;
	size_t size;

	if (text == NULL)
		return "";
	for (p = text; *p != '\0'; p += size)
		if (ds_wrap_is_harmful(ds_wrap_code(p, &size)))
			return clean_copy(arena, text);
	return text;
}

/* ---- measured ---- */

static int
widest(const char *text, bool words)
{
	struct glyph glyph;
	int width = 0, most = 0;

	for (; *text != '\0'; text += glyph.size) {
		glyph = glyph_at(text);
		width += glyph.width;
		if (*text == '\n' || (words && *text == ' '))
			width = 0;
		if (width > most)
			most = width;
	}
	return most;
}

int
ds_wrap_widest_line(const char *text)
{
	return widest(text, false);
}

int
ds_wrap_widest_word(const char *text)
{
	return widest(text, true);
}

/* ---- cut ---- */

#define ELLIPSIS "\xE2\x80\xA6"

/* The bytes of `text` that stand in `width` columns. */
static size_t
size_within(const char *text, int width)
{
	struct glyph glyph;
	size_t size = 0;

	for (; text[size] != '\0'; size += glyph.size) {
		glyph = glyph_at(text + size);
		width -= glyph.width;
		if (width < 0)
			break;
	}
	return size;
}

const char *
ds_wrap_cut(struct ds_arena *arena, const char *text, int width)
{
	const char *clean = ds_wrap_clean(arena, text);
	char *copy, *p;
	size_t size;

	if (clean == NULL)
		return NULL;
	size = size_within(clean, width);
	if (clean[size] == '\0')
		copy = ds_arena_dup(arena, clean);
	else
		copy = ds_arena_printf(arena, "%.*s" ELLIPSIS,
		    (int)size_within(clean, width - 1), clean);
	for (p = copy; p != NULL && *p != '\0'; p++)
		if (*p == '\n')
			*p = ' ';
	return copy;
}

/* ---- parted ---- */

/*
 * Where a line may end: before a blank, after a hyphen or slash or between
 * the parts of an address, or anywhere when nothing better is there.
 * Blanks weigh more than hyphens.
 */
struct stop {
	size_t size;
	int width;
};

/* After the character that stands `at` a place of the text, that is. */
static bool
may_end(const char *text, size_t at)
{
	char c = text[at];

	if (c == '.')
		return at > 0 && isalpha((unsigned char)text[at - 1]) &&
		    isalpha((unsigned char)text[at + 1]);
	return c == '-' || c == '/' || c == '@';
}

static struct line
fit(const char *text, int limit)
{
	struct line line = { text, 0, 0 };
	struct stop blank = { 0, 0 }, hyphen = { 0, 0 };
	struct glyph glyph;

	for (; text[line.size] != '\0' && text[line.size] != '\n';
	    line.size += glyph.size, line.width += glyph.width) {
		glyph = glyph_at(text + line.size);
		if (text[line.size] == ' ' &&
		    (line.size == 0 || text[line.size - 1] != ' '))
			blank = (struct stop){ line.size, line.width };
		if (limit > 0 && line.size > 0 &&
		    line.width + glyph.width > limit)
			break;
		if (may_end(text, line.size))
			hyphen = (struct stop){ line.size + 1, line.width + 1 };
	}
	if (text[line.size] == '\0' || text[line.size] == '\n')
		return line;
	if (blank.size == 0)
		blank = hyphen;
	if (blank.size > 0) {
		line.size = blank.size;
		line.width = blank.width;
	}
	return line;
}

static struct line
take_line(struct ds_lane *lane, int width)
{
	struct line line = fit(lane->text, width);
	const char *rest = line.text + line.size;

	if (*rest == '\n')
		rest++;
	else
		while (*rest == ' ')
			rest++;
	lane->text = rest;
	while (line.size > 0 && line.text[line.size - 1] == ' ') {
		line.size--;
		line.width--;
	}
	return line;
}

void
ds_wrap_blanks(struct ds_buf *out, int count)
{
	while (count-- > 0)
		ds_buf_putc(out, ' ');
}

/* `owed` are the blanks before this lane; returns those before the next. */
static int
put_lane(struct ds_buf *out, struct ds_lane *lane, int owed)
{
	int indent = lane->begun ? lane->indent : 0;
	struct line line = take_line(lane, lane->width - indent);
	int spare = lane->width - indent - line.width;

	owed += indent + (lane->right ? spare : 0);
	if (line.size > 0) {
		ds_wrap_blanks(out, owed);
		ds_buf_add(out, line.text, line.size);
		owed = 0;
	}
	lane->begun = true;
	return owed + (lane->right ? 0 : spare) + DS_WRAP_GAP;
}

void
ds_wrap_put(struct ds_buf *out, struct ds_lane *lanes, size_t count)
{
	bool more = true;
	int owed;
	size_t i;

	for (i = 0; i < count; i++)
		lanes[i].begun = false;
	while (more) {
		more = false;
		owed = 0;
		for (i = 0; i < count; i++) {
			owed = put_lane(out, &lanes[i], owed);
			more = more || *lanes[i].text != '\0';
		}
		ds_buf_putc(out, '\n');
	}
}
