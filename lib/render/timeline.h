/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A timeline laid out on a row of cells, the same for every printer: a cell
 * is a column of a terminal or a unit of a drawing. What is not whole on the
 * cells stands in the table beneath.
 */
#ifndef DS_RENDER_TIMELINE_H
#define DS_RENDER_TIMELINE_H

#include "render/document.h"

/* The columns of a timeline's table. */
enum { DS_TIMELINE_LANE, DS_TIMELINE_TEXT, DS_TIMELINE_FROM,
	DS_TIMELINE_UNTIL, DS_TIMELINE_COLUMNS };

struct ds_strip {			/* a bar as it is drawn */
	const struct ds_bar *bar;
	size_t lane;
	size_t line;			/* from 0, over all lanes */
	int first, last;		/* cells, both held */
	int room;			/* cells from first to the next strip */
	bool before, after;		/* goes on beyond the window */
};

struct ds_tick {			/* a month that the axis names */
	int cell;
	int year, month;
};

struct ds_drawing {
	struct ds_span window;
	int cells;
	int today;			/* its cell; -1: not in the window */
	size_t lines;
	const char **label;		/* a line's; NULL: goes on with a lane */
	size_t strips;
	struct ds_strip *strip;		/* by lane, then by day */
	bool drawn[DS_BAR_STYLES];	/* what a key has to explain */
	bool moments, before, after;
	size_t ticks;
	struct ds_tick *tick;
	bool months;			/* the axis names months, not only years */
};

struct ds_scale {
	int cells;
	int least;			/* cells of the shortest bar */
	int room;			/* cells for a name on the axis */
};

/*
 * Lay `block` out; all of it lives in the arena. False: nothing to draw, or
 * no memory, which arena users learn from *failed.
 */
bool ds_timeline_draw(struct ds_drawing *out, struct ds_arena *arena,
    const struct ds_block *block, struct ds_scale scale, bool *failed);

/* What is drawn of a single day is a moment, but a gap of a day is a gap. */
bool ds_bar_is_moment(const struct ds_bar *bar);
/* The word for a style, as a key of the drawing gives it. */
const char *ds_bar_word(enum ds_bar_style style, dossier_language language);
/* "jan"; month from 1. */
const char *ds_month_word(int month, dossier_language language);

/* What ds_timeline_svg() asks of the page's style. */
extern const char ds_svg_style[];

/* The drawing as text of at most `width` columns; true: there is one. */
bool ds_timeline_text(struct ds_buf *out, const struct ds_block *block,
    dossier_language language, int width);
/*
 * The drawing as an SVG element. `name` is what it is called, `ordinal` makes
 * its ids unique in the page. True: there is one.
 */
bool ds_timeline_svg(struct ds_buf *out, const struct ds_block *block,
    dossier_language language, const char *name, size_t ordinal);

#endif
