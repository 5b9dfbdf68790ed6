/* SPDX-License-Identifier: EUPL-1.2 */
/* Building a timeline: each bar is drawn, and told in a row of the table. */
#include "render/timeline.h"

static const char *const bar_words[DS_BAR_STYLES] = {
	[DS_BAR_SCHOOL] = N_("school"),
	[DS_BAR_STAGE] = N_("stage"),
	[DS_BAR_WORK] = N_("work"),
	[DS_BAR_LEAD] = N_("lead"),
	[DS_BAR_SUPPORT] = N_("support"),
	[DS_BAR_GAP] = N_("gap"),
};

static const char *const month_words[] = {
	N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
	N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
};

const char *
ds_bar_word(enum ds_bar_style style, dossier_language language)
{
	return ds_tr(language, bar_words[style]);
}

const char *
ds_month_word(int month, dossier_language language)
{
	return ds_tr(language, month_words[month - 1]);
}

bool
ds_bar_is_moment(const struct ds_bar *bar)
{
	return bar->style != DS_BAR_GAP && ds_day_known(bar->span.from) &&
	    bar->span.from.number == bar->span.until.number;
}

struct ds_block *
ds_timeline(dossier_document *doc, const char *caption, struct ds_span window,
    dossier_day today)
{
	const struct ds_column columns[DS_TIMELINE_COLUMNS] = {
		[DS_TIMELINE_LANE] = {
			ds_tr(doc->language, N_("Part")), DS_LEFT },
		[DS_TIMELINE_TEXT] = {
			ds_tr(doc->language, N_("What")), DS_LEFT },
		[DS_TIMELINE_FROM] = {
			ds_tr(doc->language, N_("From")), DS_LEFT },
		[DS_TIMELINE_UNTIL] = {
			ds_tr(doc->language, N_("Until")), DS_LEFT },
	};
	struct ds_block *block = ds_table(doc, caption, columns,
	    DS_TIMELINE_COLUMNS);
	struct ds_timeline *timeline;

	if (block == NULL)
		return NULL;
	timeline = ds_arena_alloc(&doc->arena, sizeof *timeline);
	if (timeline == NULL) {
		doc->failed = true;
		return NULL;
	}
	timeline->window = window;
	timeline->today = today;
	block->kind = DS_BLOCK_TIMELINE;
	block->timeline = timeline;
	return block;
}

/* The bar as a row; an end that is no day is said in a word. */
static struct ds_cells *
tell(dossier_document *doc, struct ds_block *block, const char *lane,
    const char *text, struct ds_span span, enum ds_bar_style style)
{
	struct ds_cells *row = ds_table_row(doc, block);
	char day[DS_DAY_TEXT];

	if (text == NULL || *text == '\0')
		text = ds_bar_word(style, doc->language);
	ds_cell(doc, row, DS_TIMELINE_LANE, lane);
	ds_cell(doc, row, DS_TIMELINE_TEXT, text);
	ds_cell(doc, row, DS_TIMELINE_FROM, ds_day_known(span.from) ?
	    ds_day_text(span.from, doc->language, day) :
	    ds_tr(doc->language, N_("earlier")));
	ds_cell(doc, row, DS_TIMELINE_UNTIL, ds_day_known(span.until) ?
	    ds_day_text(span.until, doc->language, day) :
	    ds_tr(doc->language, N_("runs on")));
	return row;
}

void
ds_timeline_bar(dossier_document *doc, struct ds_block *timeline,
    const char *lane, const char *text, struct ds_span span,
    enum ds_bar_style style)
{
	struct ds_timeline *line;
	struct ds_cells *row;
	struct ds_bar *bar;

	if (timeline == NULL)
		return;
	row = tell(doc, timeline, lane, text, span, style);
	bar = doc->failed ? NULL : ds_arena_alloc(&doc->arena, sizeof *bar);
	if (bar == NULL) {
		doc->failed = true;
		return;
	}
	*bar = (struct ds_bar){ row, span, style, NULL };
	line = timeline->timeline;
	if (line->last == NULL)
		line->first = bar;
	else
		line->last->next = bar;
	line->last = bar;
}
