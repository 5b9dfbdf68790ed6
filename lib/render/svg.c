/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A timeline as inline SVG: no script, nothing fetched. Each style has its
 * own pattern and every bar its text above it, dark on white, so that it is
 * read without colour and in grey print. A screen reader gets the title and
 * the description; the table beneath has every fact.
 */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "render/html.h"
#include "render/timeline.h"
#include "render/wrap.h"

#define WIDTH 900
#define LEFT 160		/* where the lanes begin; their names before it */
#define CELLS 730
#define SHORTEST_BAR 5
#define AXIS_ROOM 48
#define LETTER 8		/* a column of text, amply */
#define BOLD 10			/* the same of lanes' names and gaps */
#define SHORTEST_TEXT 3		/* columns */
#define TODAY 16		/* baselines of the lines above the lanes */
#define YEARS 36
#define MONTHS 53
#define TOP 62
#define LINE 40
#define BAR_TOP 21
#define BAR_HEIGHT 13
#define KEY 30			/* a line of the key */
#define SWATCH 26
#define INK "#17375e"
#define ALARM "#8f1d1d"

const char ds_svg_style[] =
    ".timeline { margin: 1rem 0; break-inside: avoid; }\n"
    ".timeline figcaption { padding: 0 0 .5rem; font-weight: 600; }\n"
    ".drawing { overflow-x: auto; }\n"
    ".drawing > svg { display: block; width: 100%; min-width: 48rem;\n"
    "  height: auto; font-size: 14px; fill: #1c2329; }\n"
    ".drawing text { paint-order: stroke; stroke: #fff; stroke-width: 4;\n"
    "  stroke-linejoin: round; }\n"
    ".drawing .lane { font-weight: 600; fill: " INK "; }\n"
    ".drawing .gap { font-weight: 600; fill: " ALARM "; }\n"
    ".drawing .bar { stroke: " INK "; stroke-width: 1.5; }\n"
    ".drawing .none { stroke: " ALARM "; stroke-width: 2;\n"
    "  stroke-dasharray: 4 2; }\n"
    ".drawing .grid { stroke: #dde2e7; }\n"
    ".drawing .axis { stroke: #5c7083; }\n"
    ".drawing .today { stroke: #1c2329; stroke-width: 1.5;\n"
    "  stroke-dasharray: 6 4; }\n"
    "@media print { .drawing { overflow: visible; }\n"
    "  .drawing > svg { min-width: 0; } }\n";

/* A plain fill, or what is drawn on white in a square of 8. */
static const struct {
	const char *fill, *pattern;
} looks[DS_BAR_STYLES] = {
	[DS_BAR_SCHOOL] = { "#c9d8ea", NULL },
	[DS_BAR_STAGE] = { NULL, "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" "
	    "stroke=\"" INK "\" stroke-width=\"2\"/>" },
	[DS_BAR_WORK] = { INK, NULL },
	[DS_BAR_LEAD] = { NULL, "<path d=\"M0 2h8M0 6h8\" stroke=\"" INK
	    "\" stroke-width=\"1.5\"/>" },
	[DS_BAR_SUPPORT] = { NULL, "<path d=\"M1 1h3v3h-3zM5 5h3v3h-3z\" "
	    "fill=\"" INK "\"/>" },
	[DS_BAR_GAP] = { NULL, "<path d=\"M0 0l8 8M8 0l-8 8\" stroke=\""
	    ALARM "\" stroke-width=\"1.2\"/>" },
};

struct plate {
	struct ds_buf *out;
	struct ds_arena arena;
	const struct ds_timeline *timeline;
	dossier_language language;
	size_t ordinal;
	struct ds_drawing drawing;
};

/* Where the lanes end. */
static int
bottom(const struct plate *plate)
{
	return TOP + (int)plate->drawing.lines * LINE;
}

/* ---- shapes ---- */

static void
put_patterns(struct plate *plate)
{
	size_t i;

	ds_buf_puts(plate->out, "<defs>\n");
	for (i = 0; i < DS_BAR_STYLES; i++)
		if (looks[i].pattern != NULL)
			ds_buf_printf(plate->out, "<pattern id=\"timeline-%zu"
			    "-%zu\" width=\"8\" height=\"8\" patternUnits="
			    "\"userSpaceOnUse\"><path d=\"M0 0h8v8h-8z\" "
			    "fill=\"#fff\"/>%s</pattern>\n", plate->ordinal,
			    i, looks[i].pattern);
	ds_buf_puts(plate->out, "</defs>\n");
}

static void
put_line(struct plate *plate, const char *class, int x, int y, int x2, int y2)
{
	ds_buf_printf(plate->out, "<path class=\"%s\" d=\"M%d %dL%d %d\"/>\n",
	    class, x, y, x2, y2);
}

/* It ends in a point when it runs on, and begins in a notch. */
static void
put_bar(struct plate *plate, int x, int y, int width, enum ds_bar_style style,
    bool before, bool after)
{
	int half = BAR_HEIGHT / 2, slant = width < half ? width : half;

	ds_buf_printf(plate->out, "<path class=\"bar%s\" fill=\"",
	    style == DS_BAR_GAP ? " none" : "");
	if (looks[style].fill != NULL)
		ds_buf_puts(plate->out, looks[style].fill);
	else
		ds_buf_printf(plate->out, "url(#timeline-%zu-%d)",
		    plate->ordinal, (int)style);
	ds_buf_printf(plate->out, "\" d=\"M%d %dh%d", x, y,
	    after ? width - slant : width);
	if (after)
		ds_buf_printf(plate->out, "l%d %dl-%d %d", slant, half, slant,
		    half);
	else
		ds_buf_printf(plate->out, "v%d", half * 2);
	ds_buf_printf(plate->out, "H%d", x);
	if (before && width > slant)
		ds_buf_printf(plate->out, "l%d -%d", slant, half);
	ds_buf_puts(plate->out, "z\"/>\n");
}

static void
put_diamond(struct plate *plate, int x, int y)
{
	int half = BAR_HEIGHT / 2;

	ds_buf_printf(plate->out, "<path class=\"bar\" fill=\"" INK "\" "
	    "d=\"M%d %dl%d %dl-%d %dl-%d -%dz\"/>\n", x, y, half, half, half,
	    half, half, half);
}

/* ---- texts ---- */

/* Cut to what fits, and a frame around it for what is wider than thought. */
static void
put_text(struct plate *plate, const char *class, int x, int y, int width,
    const char *text)
{
	int columns = width / (strcmp(class, "what") == 0 ? LETTER : BOLD);

	if (columns < SHORTEST_TEXT)
		return;
	text = ds_wrap_cut(&plate->arena, text, columns);
	if (text == NULL) {
		plate->out->failed = true;
		return;
	}
	ds_buf_printf(plate->out, "<svg x=\"%d\" y=\"%d\" width=\"%d\" "
	    "height=\"20\">", x, y, width);
	ds_buf_printf(plate->out, "<text class=\"%s\" y=\"15\">", class);
	ds_html_element(plate->out, "", text, "</text></svg>\n");
}

static void
put_axis_word(struct plate *plate, int x, int y, const char *anchor,
    const char *word)
{
	ds_buf_printf(plate->out, "<text x=\"%d\" y=\"%d\" text-anchor="
	    "\"%s\">", x, y, anchor);
	ds_html_element(plate->out, "", word, "</text>\n");
}

/* ---- above the lanes ---- */

static void
put_tick(struct plate *plate, size_t at)
{
	const struct ds_tick *tick = &plate->drawing.tick[at];
	int x = LEFT + tick->cell;
	char year[16];

	put_line(plate, "axis", x, TOP - 6, x, TOP);
	if (tick->cell + AXIS_ROOM > CELLS)
		return;
	if (at == 0 || tick[-1].year != tick->year) {
		snprintf(year, sizeof year, "%d", tick->year);
		put_axis_word(plate, x, plate->drawing.months ? YEARS : MONTHS,
		    "start", year);
	}
	if (plate->drawing.months)
		put_axis_word(plate, x, MONTHS, "start",
		    ds_month_word(tick->month, plate->language));
}

/* Behind everything, and so behind today too. */
static void
put_grid(struct plate *plate)
{
	size_t i;
	int x;

	for (i = 0; i < plate->drawing.ticks; i++) {
		x = LEFT + plate->drawing.tick[i].cell;
		put_line(plate, "grid", x, TOP, x, bottom(plate));
	}
}

static void
put_axis(struct plate *plate)
{
	size_t i;

	for (i = 0; i < plate->drawing.ticks; i++)
		put_tick(plate, i);
	put_line(plate, "axis", LEFT, TOP, LEFT + CELLS, TOP);
}

static void
put_today(struct plate *plate)
{
	int cell = plate->drawing.today, x = LEFT + cell;
	char day[DS_DAY_TEXT];
	char *text = ds_arena_printf(&plate->arena,
	    ds_tr(plate->language, N_("today: %s")),
	    ds_day_text(plate->timeline->today, plate->language, day));

	if (text == NULL)
		plate->out->failed = true;
	put_line(plate, "today", x, TODAY + 5, x, bottom(plate));
	put_axis_word(plate, x, TODAY, cell < CELLS / 6 ? "start" :
	    cell > CELLS - CELLS / 6 ? "end" : "middle", text);
}

/* ---- lanes ---- */

static void
put_strip(struct plate *plate, const struct ds_strip *strip)
{
	int x = LEFT + strip->first, y = TOP + (int)strip->line * LINE;

	put_text(plate, strip->bar->style == DS_BAR_GAP ? "gap" : "what", x,
	    y, strip->room - LETTER / 2,
	    strip->bar->row->cells[DS_TIMELINE_TEXT]);
	if (ds_bar_is_moment(strip->bar))
		put_diamond(plate, x + SHORTEST_BAR / 2, y + BAR_TOP);
	else
		put_bar(plate, x, y + BAR_TOP, strip->last - strip->first + 1,
		    strip->bar->style, strip->before, strip->after);
}

static void
put_lanes(struct plate *plate)
{
	const struct ds_drawing *drawing = &plate->drawing;
	size_t i;
	int y;

	for (i = 0; i < drawing->lines; i++) {
		if (drawing->label[i] == NULL)
			continue;
		y = TOP + (int)i * LINE;
		if (i > 0)
			put_line(plate, "grid", 0, y, LEFT + CELLS, y);
		put_text(plate, "lane", 0, y + BAR_TOP - 5, LEFT - LETTER,
		    drawing->label[i]);
	}
	for (i = 0; i < drawing->strips; i++)
		put_strip(plate, &drawing->strip[i]);
	put_line(plate, "axis", LEFT, bottom(plate), LEFT + CELLS,
	    bottom(plate));
}

/* ---- the key ---- */

static int
put_key_word(struct plate *plate, int x, const char *word)
{
	x += SWATCH + LETTER;
	put_axis_word(plate, x, bottom(plate) + KEY - LETTER, "start", word);
	return x + ds_text_width(word) * LETTER + LETTER * 2;
}

static void
put_keys(struct plate *plate)
{
	int x = LEFT, y = bottom(plate) + KEY - LETTER - BAR_HEIGHT + 1;
	size_t i;

	for (i = 0; i < DS_BAR_STYLES; i++) {
		if (!plate->drawing.drawn[i])
			continue;
		put_bar(plate, x, y, SWATCH, (enum ds_bar_style)i, false,
		    false);
		x = put_key_word(plate, x, ds_bar_word((enum ds_bar_style)i,
		    plate->language));
	}
	if (plate->drawing.moments) {
		put_diamond(plate, x + SWATCH / 2, y);
		put_key_word(plate, x, ds_tr(plate->language, N_("moment")));
	}
}

/* ---- the drawing ---- */

static void
put_names(struct plate *plate, const char *name)
{
	char from[DS_DAY_TEXT], until[DS_DAY_TEXT];
	char *told = ds_arena_printf(&plate->arena, ds_tr(plate->language,
	    N_("From %s until %s. The table beneath tells the same.")),
	    ds_day_text(plate->drawing.window.from, plate->language, from),
	    ds_day_text(plate->drawing.window.until, plate->language, until));

	if (told == NULL)
		plate->out->failed = true;
	ds_buf_printf(plate->out, "<svg "
	    "role=\"img\" aria-labelledby=\"timeline-%zu-title timeline-%zu"
	    "-told\" viewBox=\"0 0 %d %d\">\n<title id=\"timeline-%zu-title"
	    "\">", plate->ordinal, plate->ordinal, WIDTH,
	    bottom(plate) + KEY, plate->ordinal);
	ds_html_element(plate->out, "", name, "</title>\n");
	ds_buf_printf(plate->out, "<desc id=\"timeline-%zu-told\">",
	    plate->ordinal);
	ds_html_element(plate->out, "", told, "</desc>\n");
}

bool
ds_timeline_svg(struct ds_buf *out, const struct ds_block *block,
    dossier_language language, const char *name, size_t ordinal)
{
	static const struct ds_scale scale = { CELLS, SHORTEST_BAR,
	    AXIS_ROOM };
	struct plate plate = { .out = out, .timeline = block->timeline,
	    .language = language, .ordinal = ordinal };
	bool drawn = ds_timeline_draw(&plate.drawing, &plate.arena, block,
	    scale, &out->failed);

	if (drawn) {
		put_names(&plate, name);
		put_patterns(&plate);
		ds_buf_puts(out, "<g aria-hidden=\"true\">\n");
		put_grid(&plate);
		if (plate.drawing.today >= 0)
			put_today(&plate);
		put_axis(&plate);
		put_lanes(&plate);
		put_keys(&plate);
		ds_buf_puts(out, "</g>\n</svg>\n");
	}
	ds_arena_free(&plate.arena);
	return drawn;
}
