/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The transition as one line: school, stage, work, who leads and who coaches,
 * and the days on which nobody leads.
 */
#include "flows/show.h"

#include <string.h>

#include "flows/state.h"
#include "model/coverage.h"

struct line {
	struct ds_show *show;
	struct ds_block *block;		/* NULL: no bar yet */
	struct ds_value *list;
	bool begun;
};

static const char *const style_names[DS_BAR_STYLES] = {
	[DS_BAR_SCHOOL] = "school", [DS_BAR_STAGE] = "stage",
	[DS_BAR_WORK] = "work", [DS_BAR_LEAD] = "lead",
	[DS_BAR_SUPPORT] = "support", [DS_BAR_GAP] = "gap",
};

static void
put_bar(struct line *line, const char *lane, const char *text,
    struct ds_span span, enum ds_bar_style style)
{
	const struct ds_span window = { DOSSIER_NO_DAY, DOSSIER_NO_DAY };
	struct ds_show *show = line->show;
	dossier_document *doc = show->doc;
	struct ds_value *item = ds_put_map(doc, line->list, NULL);

	lane = ds_tr(doc->language, lane);
	ds_put_text(doc, item, "lane", lane);
	ds_put_text(doc, item, "kind", style_names[style]);
	ds_put_text(doc, item, "text", text);
	ds_put_day(doc, item, "from", span.from);
	ds_put_day(doc, item, "until", span.until);
	if (!line->begun) {
		ds_show_open(show);
		line->block = ds_timeline(doc, NULL, window, show->day);
		line->begun = true;
	}
	ds_timeline_bar(doc, line->block, lane, text, span, style);
}

/* Each row is a bar, called by what one of its fields shows. */
static dossier_status
put_row(struct line *line, const struct ds_row *row, int field,
    const char *lane, enum ds_bar_style style, dossier_error *err)
{
	struct ds_show *show = line->show;
	struct ds_span span = ds_row_span(row);
	struct ds_shown shown;

	if (!ds_day_known(span.from) && !ds_day_known(span.until))
		return DOSSIER_OK;
	DS_TRY(ds_view_field(&shown, &show->view, row, field, err));
	put_bar(line, lane, shown.text, span, style);
	return DOSSIER_OK;
}

/* ---- lanes ---- */

static dossier_status
put_school(struct line *line, dossier_error *err)
{
	const struct ds_rows *rows = &line->show->enrolments;
	size_t i;

	for (i = 0; i < rows->count; i++)
		DS_TRY(put_row(line, &rows->row[i], DS_F_ENROLMENT_SCHOOL,
		    N_("School"), DS_BAR_SCHOOL, err));
	return DOSSIER_OK;
}

static bool
is_stage(const struct ds_row *row)
{
	const char *kind = ds_row_text(row, DS_F_PLACEMENT_KIND);

	return kind != NULL && strcmp(kind, "stage") == 0;
}

/* Whole months from the first day up to the last, or up to `day`. */
static int
months_held(struct ds_span span, dossier_day day)
{
	struct ds_period period = { 0, 0 };
	int year[2], month[2], mday;
	dossier_day end = ds_day_add(ds_day_known(span.until) &&
	    span.until.number < day.number ? span.until : day, 1);

	ds_day_civil(span.from, &year[0], &month[0], &mday);
	ds_day_civil(end, &year[1], &month[1], &mday);
	period.months = 12 * (year[1] - year[0]) + month[1] - month[0];
	if (ds_day_shift(span.from, period, 1).number > end.number)
		period.months--;
	return period.months;
}

/* "Kok, De Linde; kept 9 months": keeping it belongs to the transition. */
static dossier_status
put_job(struct line *line, const struct ds_row *row, dossier_error *err)
{
	struct ds_show *show = line->show;
	struct ds_span span = ds_row_span(row);
	struct ds_shown place;
	const char *text;
	int months;

	DS_TRY(ds_view_field(&place, &show->view, row, DS_F_PLACEMENT_PLACE,
	    err));
	text = place.text;
	months = ds_day_known(span.from) ? months_held(span, show->day) : 0;
	if (months > 0)
		text = ds_show_kept(show, ds_arena_printf(show->arena,
		    ds_trn(show->doc->language, N_("%s; kept %d month"),
		    N_("%s; kept %d months"), months), text, months));
	put_bar(line, N_("Work"), text, span, DS_BAR_WORK);
	return DOSSIER_OK;
}

static dossier_status
put_places(struct line *line, bool stages, dossier_error *err)
{
	const struct ds_rows *rows = &line->show->placements;
	size_t i;

	for (i = 0; i < rows->count; i++) {
		if (is_stage(&rows->row[i]) != stages)
			continue;
		if (stages)
			DS_TRY(put_row(line, &rows->row[i],
			    DS_F_PLACEMENT_PLACE, N_("Stage"), DS_BAR_STAGE,
			    err));
		else
			DS_TRY(put_job(line, &rows->row[i], err));
	}
	return DOSSIER_OK;
}

/* Who leads, and the days on which nobody does. */
static dossier_status
put_leads(struct line *line, dossier_error *err)
{
	const struct ds_span window = { DOSSIER_NO_DAY, DOSSIER_NO_DAY };
	struct ds_show *show = line->show;
	struct ds_coverage coverage;
	struct ds_row *rows;
	const char *why;
	size_t count, i;

	DS_TRY(ds_view_judge_section(&why, &show->view, show->known->id,
	    DS_SECTION_ADVICE, false, err));
	if (why != NULL)
		return DOSSIER_OK;
	DS_TRY(ds_state_list(&rows, &count, show->arena, show->session->book,
	    DS_LEAD, show->known->id, err));
	for (i = 0; i < count; i++)
		DS_TRY(put_row(line, &rows[i], DS_F_LEAD_PARTY, N_("Lead"),
		    DS_BAR_LEAD, err));
	DS_TRY(ds_coverage_read(&coverage, show->arena, show->session->book,
	    show->known, window, show->school, show->session->today, err));
	for (i = 0; i < coverage.nobody.count && count > 0; i++)
		put_bar(line, N_("Lead"), ds_tr(show->doc->language,
		    N_("nobody")), coverage.nobody.spans[i], DS_BAR_GAP);
	return DOSSIER_OK;
}

/* Professionals who stand beside, and the tracks at a provider. */
static dossier_status
put_support(struct line *line, dossier_error *err)
{
	struct ds_show *show = line->show;
	struct ds_rows rows;
	const char *network;
	size_t i;

	DS_TRY(ds_show_read(&rows, show, DS_TRACK, NULL, err));
	for (i = 0; i < rows.count; i++)
		DS_TRY(put_row(line, &rows.row[i], DS_F_TRACK_NAME,
		    N_("Track"), DS_BAR_SUPPORT, err));
	DS_TRY(ds_show_read(&rows, show, DS_PERSON, NULL, err));
	for (i = 0; i < rows.count; i++) {
		network = ds_row_text(&rows.row[i], DS_F_PERSON_NETWORK);
		if (network != NULL && strcmp(network, "professioneel") == 0)
			DS_TRY(put_row(line, &rows.row[i], DS_F_PERSON_ROLE,
			    N_("Guidance"), DS_BAR_SUPPORT, err));
	}
	return DOSSIER_OK;
}

dossier_status
ds_show_timeline(struct ds_show *show, dossier_error *err)
{
	struct line line = { .show = show };

	show->opened = false;
	show->title = ds_tr(show->doc->language, N_("From school to work"));
	line.list = ds_put_list(show->doc, show->map, "timeline");
	DS_TRY(put_school(&line, err));
	DS_TRY(put_places(&line, true, err));
	DS_TRY(put_places(&line, false, err));
	DS_TRY(put_leads(&line, err));
	DS_TRY(put_support(&line, err));
	if (!line.begun && show->options->page == DOSSIER_PAGE_TIMELINE)
		ds_show_say(show, ds_tr(show->doc->language, N_("Nothing "
		    "with days is recorded yet.")));
	return DOSSIER_OK;
}
