/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A timeline in characters, one a style, so that nothing hangs on colour:
 *
 *	               2025                    2026
 *	               Aug   Nov   Feb   May   Aug   Nov
 *	               |.....|.....|.....|.....|.....|....
 *	School         [= De Wissel ========]:
 *	Stage               [~~ Bakker ~~]   :
 *	Lead           [- De Wissel --------]!![-------->
 *	                                     ^ today: 12-08-2026
 *	= school, ~ stage, - lead, ! gap, > runs on
 */
#include <string.h>

#include "base/text.h"
#include "render/timeline.h"
#include "render/wrap.h"

#define WIDTH 80		/* when it is not limited */
#define AXIS_ROOM 5		/* "2026 " */
#define SHORTEST 3		/* columns of a text that is worth cutting */
#define MARK_OF_TODAY ':'

static const char marks[DS_BAR_STYLES] = {
	[DS_BAR_SCHOOL] = '=', [DS_BAR_STAGE] = '~', [DS_BAR_WORK] = '#',
	[DS_BAR_LEAD] = '-', [DS_BAR_SUPPORT] = '+', [DS_BAR_GAP] = '!',
};

struct chart {
	struct ds_buf *out;
	struct ds_arena arena;
	const struct ds_timeline *timeline;
	dossier_language language;
	int width;
	int margin;			/* the lanes' names and a gap */
	struct ds_drawing drawing;
	size_t start;			/* of the line that is written */
};

static void
put_times(struct chart *chart, char c, int times)
{
	while (times-- > 0)
		ds_buf_putc(chart->out, c);
}

/* Ends a line and the blanks before its end. */
static void
end_line(struct chart *chart)
{
	struct ds_buf *out = chart->out;

	while (out->size > chart->start && out->data[out->size - 1] == ' ')
		out->data[--out->size] = '\0';
	ds_buf_putc(out, '\n');
	chart->start = out->size;
}

/* `text` cut to `width` columns; returns how many it takes. */
static int
put_cut(struct chart *chart, const char *text, int width)
{
	text = ds_wrap_cut(&chart->arena, text, width);
	if (text == NULL) {
		chart->out->failed = true;
		return 0;
	}
	ds_buf_puts(chart->out, text);
	return ds_text_width(text);
}

/* ---- lanes ---- */

static void
put_empty(struct chart *chart, int from, int until)
{
	for (; from < until; from++)
		ds_buf_putc(chart->out, from == chart->drawing.today ?
		    MARK_OF_TODAY : ' ');
}

/* "= De Wissel ===": the style shows on both sides of what fits. */
static void
put_inside(struct chart *chart, const struct ds_strip *strip, int width)
{
	char mark = marks[strip->bar->style];

	if (width - 4 >= SHORTEST) {
		ds_buf_putc(chart->out, mark);
		ds_buf_putc(chart->out, ' ');
		width -= 3 + put_cut(chart,
		    strip->bar->row->cells[DS_TIMELINE_TEXT], width - 4);
		ds_buf_putc(chart->out, ' ');
	}
	put_times(chart, mark, width);
}

/* The text stands behind the mark, where there is room. */
static int
put_moment(struct chart *chart, const struct ds_strip *strip)
{
	ds_buf_putc(chart->out, '*');
	if (strip->room - 3 < SHORTEST)
		return strip->first + 1;
	ds_buf_putc(chart->out, ' ');
	return strip->first + 2 + put_cut(chart,
	    strip->bar->row->cells[DS_TIMELINE_TEXT], strip->room - 3);
}

/* Returns the cell after it. */
static int
put_strip(struct chart *chart, const struct ds_strip *strip)
{
	int width = strip->last - strip->first + 1;
	bool gap = strip->bar->style == DS_BAR_GAP;

	if (ds_bar_is_moment(strip->bar))
		return put_moment(chart, strip);
	if (width < 3) {
		put_times(chart, marks[strip->bar->style], width);
		return strip->last + 1;
	}
	ds_buf_putc(chart->out, strip->before ? '<' : gap ? '!' : '[');
	put_inside(chart, strip, width - 2);
	ds_buf_putc(chart->out, strip->after ? '>' : gap ? '!' : ']');
	return strip->last + 1;
}

static void
put_line(struct chart *chart, size_t line)
{
	const struct ds_drawing *drawing = &chart->drawing;
	const char *label = drawing->label[line];
	int cell = 0, used = 0;
	size_t i;

	if (label != NULL)
		used = put_cut(chart, label, chart->margin - DS_WRAP_GAP);
	put_times(chart, ' ', chart->margin - used);
	for (i = 0; i < drawing->strips; i++) {
		if (drawing->strip[i].line != line)
			continue;
		put_empty(chart, cell, drawing->strip[i].first);
		cell = put_strip(chart, &drawing->strip[i]);
	}
	put_empty(chart, cell, drawing->today + 1);
	end_line(chart);
}

/* ---- above and beneath ---- */

static int
put_year(struct chart *chart, size_t at)
{
	const struct ds_tick *tick = &chart->drawing.tick[at];

	if (chart->drawing.cells - tick->cell < 4 ||
	    (at > 0 && tick->year == tick[-1].year))
		return 0;
	ds_buf_printf(chart->out, "%d", tick->year);
	return 4;
}

static int
put_month(struct chart *chart, size_t at)
{
	const struct ds_tick *tick = &chart->drawing.tick[at];
	const char *word = ds_month_word(tick->month, chart->language);

	if (chart->drawing.cells - tick->cell < ds_text_width(word))
		return 0;
	ds_buf_puts(chart->out, word);
	return ds_text_width(word);
}

static int
put_stroke(struct chart *chart, size_t at)
{
	const struct ds_drawing *drawing = &chart->drawing;
	int until = at + 1 < drawing->ticks ? drawing->tick[at + 1].cell :
	    drawing->cells;

	ds_buf_putc(chart->out, '|');
	put_times(chart, '.', until - drawing->tick[at].cell - 1);
	return until - drawing->tick[at].cell;
}

static void
put_axis(struct chart *chart, int (*put)(struct chart *, size_t))
{
	int cell = 0;
	size_t i;

	put_times(chart, ' ', chart->margin);
	for (i = 0; i < chart->drawing.ticks; i++) {
		put_times(chart, ' ', chart->drawing.tick[i].cell - cell);
		cell = chart->drawing.tick[i].cell + put(chart, i);
	}
	end_line(chart);
}

/* On the side of the mark that has room. */
static void
put_today(struct chart *chart)
{
	int at = chart->margin + chart->drawing.today, width;
	char day[DS_DAY_TEXT];
	char *text = ds_arena_printf(&chart->arena,
	    ds_tr(chart->language, N_("today: %s")), ds_day_text(
	    chart->timeline->today, chart->language, day));

	if (text == NULL) {
		chart->out->failed = true;
		return;
	}
	width = ds_text_width(text);
	if (at >= width + 1 && at + 2 + width > chart->width) {
		put_times(chart, ' ', at - 1 - width);
		ds_buf_printf(chart->out, "%s ^", text);
	} else {
		put_times(chart, ' ', at);
		ds_buf_putc(chart->out, '^');
		if (at + 2 + width <= chart->width)
			ds_buf_printf(chart->out, " %s", text);
	}
	end_line(chart);
}

/* ---- the key ---- */

static void
put_key(struct ds_buf *key, char mark, const char *word)
{
	if (key->size > 0)
		ds_buf_puts(key, ", ");
	ds_buf_printf(key, "%c %s", mark, word);
}

/* What the drawing has, and no more. */
static void
put_keys(struct chart *chart)
{
	const struct ds_drawing *drawing = &chart->drawing;
	struct ds_lane lane = { .width = chart->width };
	struct ds_buf key = DS_BUF_INIT;
	size_t i;

	for (i = 0; i < DS_BAR_STYLES; i++)
		if (drawing->drawn[i])
			put_key(&key, marks[i], ds_bar_word(
			    (enum ds_bar_style)i, chart->language));
	if (drawing->moments)
		put_key(&key, '*', ds_tr(chart->language, N_("moment")));
	if (drawing->before)
		put_key(&key, '<', ds_tr(chart->language, N_("earlier")));
	if (drawing->after)
		put_key(&key, '>', ds_tr(chart->language, N_("runs on")));
	lane.text = key.data;
	if (key.size > 0)
		ds_wrap_put(chart->out, &lane, 1);
	chart->out->failed = chart->out->failed || key.failed;
	ds_buf_free(&key);
}

/* ---- the drawing ---- */

/* The widest name, if it leaves three quarters to the lanes. */
static int
margin_of(struct chart *chart, const struct ds_block *block)
{
	int most = chart->width / 4, width, widest = 0;
	const struct ds_cells *row;
	const char *name;

	for (row = block->row; row != NULL; row = row->next) {
		name = ds_wrap_cut(&chart->arena,
		    row->cells[DS_TIMELINE_LANE], most);
		width = name == NULL ? 0 : ds_text_width(name);
		if (name == NULL)
			chart->out->failed = true;
		if (width > widest)
			widest = width;
	}
	return widest + DS_WRAP_GAP;
}

static void
put_chart(struct chart *chart)
{
	size_t i;

	put_axis(chart, put_year);
	if (chart->drawing.months)
		put_axis(chart, put_month);
	put_axis(chart, put_stroke);
	for (i = 0; i < chart->drawing.lines; i++)
		put_line(chart, i);
	if (chart->drawing.today >= 0)
		put_today(chart);
	put_keys(chart);
}

bool
ds_timeline_text(struct ds_buf *out, const struct ds_block *block,
    dossier_language language, int width)
{
	struct chart chart = { .out = out, .timeline = block->timeline,
	    .language = language, .width = width > 0 ? width : WIDTH,
	    .start = out->size };
	struct ds_scale scale = { 0, 1, AXIS_ROOM };
	bool drawn;

	chart.margin = margin_of(&chart, block);
	scale.cells = chart.width - chart.margin;
	drawn = ds_timeline_draw(&chart.drawing, &chart.arena, block, scale,
	    &out->failed);
	if (drawn)
		put_chart(&chart);
	ds_arena_free(&chart.arena);
	return drawn;
}
