/* SPDX-License-Identifier: EUPL-1.2 */
/* A timeline's bars, its today and its axis on a row of cells. */
#include "render/timeline.h"

#include <stdlib.h>
#include <string.h>

#define MONTHS 12

/* Months from one name on the axis to the next. */
static const int steps[] = {
	1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000,
};
#define STEPS (sizeof steps / sizeof steps[0])

struct layout {
	struct ds_drawing *out;
	struct ds_arena *arena;
	const struct ds_timeline *timeline;
	struct ds_scale scale;
	size_t *tail;			/* per line: its last strip */
	bool *failed;
};

static void *
take(struct layout *layout, size_t count, size_t size)
{
	void *memory = ds_arena_alloc(layout->arena, (count + 1) * size);

	if (memory == NULL)
		*layout->failed = true;
	return memory;
}

/* ---- the window ---- */

static void
widen(struct ds_span *all, dossier_day day)
{
	if (!ds_day_known(day))
		return;
	if (!ds_day_known(all->from) || day.number < all->from.number)
		all->from = day;
	if (!ds_day_known(all->until) || day.number > all->until.number)
		all->until = day;
}

/* False when no day is known, or the window holds none. */
static bool
find_window(struct ds_span *out, const struct ds_timeline *timeline)
{
	struct ds_span all = { DOSSIER_NO_DAY, DOSSIER_NO_DAY };
	const struct ds_bar *bar;

	for (bar = timeline->first; bar != NULL; bar = bar->next) {
		widen(&all, bar->span.from);
		widen(&all, bar->span.until);
	}
	widen(&all, timeline->today);
	*out = timeline->window;
	if (!ds_day_known(out->from))
		out->from = all.from;
	if (!ds_day_known(out->until))
		out->until = all.until;
	if (timeline->first == NULL || !ds_day_known(out->from) ||
	    !ds_day_known(out->until))
		return false;
	out->from = ds_day_add(out->from, 0);	/* in years that exist */
	out->until = ds_day_add(out->until, 0);
	return out->from.number <= out->until.number;
}

/* The first cell of a day `number`, counted as dossier_day does. */
static int
cell_at(const struct ds_drawing *drawing, int64_t number)
{
	int64_t from = drawing->window.from.number;
	int64_t days = drawing->window.until.number - from + 1;

	return (int)((number - from) * drawing->cells / days);
}

/* ---- bars ---- */

/* False: no day of the bar is in the window. */
static bool
place_on_cells(struct ds_strip *strip, const struct layout *layout)
{
	const struct ds_drawing *drawing = layout->out;
	struct ds_span span = strip->bar->span, window = drawing->window;
	int least = layout->scale.least;

	strip->before = !ds_day_known(span.from) ||
	    span.from.number < window.from.number;
	strip->after = !ds_day_known(span.until) ||
	    span.until.number > window.until.number;
	if (strip->before)
		span.from = window.from;
	if (strip->after)
		span.until = window.until;
	if (span.from.number > span.until.number)
		return false;
	strip->first = cell_at(drawing, span.from.number);
	strip->last = cell_at(drawing, (int64_t)span.until.number + 1) - 1;
	if (strip->last < strip->first + least - 1)
		strip->last = strip->first + least - 1;
	if (strip->last >= drawing->cells) {
		strip->last = drawing->cells - 1;
		if (strip->first > drawing->cells - least)
			strip->first = drawing->cells - least;
	}
	return true;
}

static const char *
lane_of(const struct ds_bar *bar)
{
	const char *lane = bar->row->cells[DS_TIMELINE_LANE];

	return lane == NULL ? "" : lane;
}

/* The lane's number; a name that is new gets the next. */
static size_t
number_lane(const char **lanes, size_t *count, const char *lane)
{
	size_t i;

	for (i = 0; i < *count; i++)
		if (strcmp(lanes[i], lane) == 0)
			return i;
	lanes[(*count)++] = lane;
	return i;
}

/* By lane and first day; as they were given when these are the same. */
static int
by_lane_and_day(const void *left, const void *right)
{
	const struct ds_strip *a = left, *b = right;
	int one = a->bar->span.from.number, two = b->bar->span.from.number;

	if (a->lane != b->lane)
		return a->lane < b->lane ? -1 : 1;
	if (one != two)
		return one < two ? -1 : 1;
	return a->line < b->line ? -1 : 1;	/* until placed: its turn */
}

/*
 * Let `next` stand after `strip` in its line: their days do not overlap, and
 * of a cell that both ask for one can do without.
 */
static bool
follows(struct ds_strip *strip, struct ds_strip *next, int least)
{
	int excess = strip->last - next->first + 1;

	if (ds_span_gap(strip->bar->span, next->bar->span) < 0)
		return false;
	if (excess > 0 && strip->last + 1 - strip->first - excess >= least)
		strip->last -= excess;
	else if (excess > 0 && next->last + 1 - next->first - excess >= least)
		next->first += excess;
	else if (excess > 0)
		return false;
	strip->room = next->first - strip->first;
	return true;
}

/* In the first line of its lane, from `line` on, that has room. */
static void
place_on_line(struct layout *layout, size_t at, size_t line)
{
	struct ds_drawing *out = layout->out;
	struct ds_strip *strip = &out->strip[at];

	for (; line < out->lines; line++)
		if (layout->tail[line] == SIZE_MAX ||
		    follows(&out->strip[layout->tail[line]], strip,
		    layout->scale.least))
			break;
	if (line == out->lines)
		out->lines++;
	layout->tail[line] = at;
	strip->line = line;
	strip->room = out->cells - strip->first;
}

/* A lane without a bar in the window keeps an empty line. */
static void
place_lanes(struct layout *layout, const char *const *lanes, size_t count)
{
	struct ds_drawing *out = layout->out;
	size_t lane, line, i = 0;

	for (lane = 0; lane < count; lane++) {
		line = out->lines++;
		out->label[line] = lanes[lane];
		layout->tail[line] = SIZE_MAX;
		for (; i < out->strips && out->strip[i].lane == lane; i++)
			place_on_line(layout, i, line);
	}
}

static void
add_strip(struct layout *layout, const struct ds_bar *bar, size_t lane)
{
	struct ds_drawing *out = layout->out;
	struct ds_strip *strip = &out->strip[out->strips];

	*strip = (struct ds_strip){ .bar = bar, .lane = lane,
	    .line = out->strips };
	if (!place_on_cells(strip, layout))
		return;
	out->strips++;
	if (ds_bar_is_moment(bar))
		out->moments = true;
	else
		out->drawn[bar->style] = true;
	out->before = out->before || strip->before;
	out->after = out->after || strip->after;
}

static void
draw_bars(struct layout *layout)
{
	struct ds_drawing *out = layout->out;
	const struct ds_bar *bar;
	size_t count = 0, given = 0;
	const char **lanes;

	for (bar = layout->timeline->first; bar != NULL; bar = bar->next)
		given++;
	lanes = take(layout, given, sizeof *lanes);
	out->strip = take(layout, given, sizeof *out->strip);
	out->label = take(layout, given * 2, sizeof *out->label);
	layout->tail = take(layout, given * 2, sizeof *layout->tail);
	if (*layout->failed)
		return;
	for (bar = layout->timeline->first; bar != NULL; bar = bar->next)
		add_strip(layout, bar,
		    number_lane(lanes, &count, lane_of(bar)));
	qsort(out->strip, out->strips, sizeof *out->strip, by_lane_and_day);
	place_lanes(layout, lanes, count);
}

/* ---- the axis ---- */

/* The shortest step that leaves every name its room. */
static int
choose_step(const struct ds_drawing *drawing, int room)
{
	size_t i = 0;
	int64_t days;

	for (; i + 1 < STEPS; i++) {
		/* A month has 28 days at least, a year 365. */
		days = (int64_t)steps[i] * 365 / MONTHS - 2;
		if (cell_at(drawing, drawing->window.from.number + days) >=
		    room)
			break;
	}
	return steps[i];
}

static void
add_tick(struct ds_drawing *out, int cell, int month)
{
	out->tick[out->ticks++] = (struct ds_tick){ cell, month / MONTHS,
	    month % MONTHS + 1 };
}

/* Months are counted from year 0; the axis begins with the window's own. */
static void
draw_axis(struct layout *layout)
{
	struct ds_drawing *out = layout->out;
	int room = layout->scale.room, step = choose_step(out, room);
	int year, month, mday, start, cell;
	dossier_day day;

	out->months = step < MONTHS;
	out->tick = take(layout, (size_t)(out->cells / room + 2),
	    sizeof *out->tick);
	if (out->tick == NULL)
		return;
	ds_day_civil(out->window.from, &year, &month, &mday);
	start = year * MONTHS + month - 1;
	month = mday == 1 ? start : start + 1;
	month = (month + step - 1) / step * step;
	day = ds_day_of(month / MONTHS, month % MONTHS + 1, 1);
	if (day.number > out->window.until.number ||
	    cell_at(out, day.number) >= room)
		add_tick(out, 0, start);
	for (; day.number <= out->window.until.number; month += step) {
		cell = cell_at(out, day.number);
		add_tick(out, cell, month);
		day = ds_day_of((month + step) / MONTHS,
		    (month + step) % MONTHS + 1, 1);
	}
}

bool
ds_timeline_draw(struct ds_drawing *out, struct ds_arena *arena,
    const struct ds_block *block, struct ds_scale scale, bool *failed)
{
	struct layout layout = { out, arena, block->timeline, scale, NULL,
	    failed };

	*out = (struct ds_drawing){ .cells = scale.cells, .today = -1 };
	if (!find_window(&out->window, layout.timeline))
		return false;
	if (ds_span_holds(out->window, layout.timeline->today))
		out->today = cell_at(out,
		    layout.timeline->today.number);
	draw_bars(&layout);
	draw_axis(&layout);
	return !*failed;
}
