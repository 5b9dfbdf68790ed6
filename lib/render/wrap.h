/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Text in a column of a terminal: made harmless, measured and parted into
 * lines between words. Widths are columns, right for any script, and do not
 * depend on the locale.
 */
#ifndef DS_RENDER_WRAP_H
#define DS_RENDER_WRAP_H

#include "base/buf.h"
#include "base/mem.h"

/* The character at `text` (0x10000 for all from there on) and its bytes. */
unsigned ds_wrap_code(const char *text, size_t *size);
/*
 * Is it one that no reader sees as it is: a control character but newline,
 * another line's end, a mark that turns the reading direction round, a byte
 * order mark, or no character at all?
 */
bool ds_wrap_is_harmful(unsigned code);
/*
 * `text` as a terminal may get it: a newline stays, a tab is a blank, other
 * line's ends are newlines, what else is harmful is spelled out (\x1b,
 * \u202e). Returns `text` itself when nothing is to be done; NULL becomes "".
 * NULL: no memory.
 */
const char *ds_wrap_clean(struct ds_arena *arena, const char *text);

/*
 * The same on one line of at most `width` columns; what is longer is cut and
 * ends in an ellipsis. NULL: no memory.
 */
const char *ds_wrap_cut(struct ds_arena *arena, const char *text, int width);

int ds_wrap_widest_line(const char *text);
int ds_wrap_widest_word(const char *text);

#define DS_WRAP_GAP 2		/* blanks between two lanes */
#define DS_WRAP_INDENT 1	/* blanks before a line that goes on */

void ds_wrap_blanks(struct ds_buf *out, int count);

/* One of several texts that stand side by side. */
struct ds_lane {
	const char *text;		/* what is still to be printed */
	int width;			/* 0 unlimited, in the last lane only */
	bool right;			/* aligned right */
	int indent;			/* blanks before later lines */
	bool begun;			/* for ds_wrap_put */
};

/*
 * Print the lanes side by side over as many lines as the longest needs. No
 * line ends in a blank. Uses up the lanes' texts.
 */
void ds_wrap_put(struct ds_buf *out, struct ds_lane *lanes, size_t count);

#endif
