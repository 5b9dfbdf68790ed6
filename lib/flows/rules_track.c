/* SPDX-License-Identifier: EUPL-1.2 */
/* Tracks, kinds of meeting and the end of support, told. */
#include "base/text.h"
#include "flows/rules_page.h"

/* ---- rhythm ---- */

/* "2 a school year" */
static const char *
per_text(struct ds_rules_page *page, const char *number, enum ds_rhythm per)
{
	static const char *const labels[] = {
		[DS_PER_NONE] = N_("%s"),
		[DS_PER_SCHOOL_YEAR] = N_("%s a school year"),
		[DS_PER_MONTH] = N_("%s a month"),
		[DS_PER_WEEK] = N_("%s a week"),
		[DS_PER_YOUTH] = N_("%s for each youth")
	};

	return number == NULL ? NULL : ds_say(page->doc, &page->arena,
	    labels[per], number);
}

/* A role or a kind of organisation, by its label. */
static const char *
who_label(const struct ds_rules_page *page, const char *slug)
{
	dossier_language lang = page->doc->language;
	const char *label = ds_code_label(ds_codes_role, slug, lang);

	return label == slug ? ds_code_label(ds_codes_party, slug, lang) :
	    label;
}

static const char *
who_labels(struct ds_rules_page *page, const struct ds_words *words)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < words->count; i++)
		text = ds_say_more(page->doc, &page->arena, text, ", ",
		    who_label(page, words->words[i]));
	return words->count == 0 ? NULL : text;
}

/* ---- tracks ---- */

static void
put_exits(struct ds_rules_page *page, struct ds_value *map,
    const struct ds_step *step)
{
	struct ds_value *exits = ds_put_map(page->doc, map, "outcomes");
	size_t i;

	for (i = 0; i < step->exit_count; i++)
		ds_put_text(page->doc, exits, step->exits[i].name,
		    step->exits[i].next == NULL ? "end" :
		    step->exits[i].next);
}

static void
put_step(struct ds_rules_page *page, struct ds_value *map,
    const struct ds_step *step)
{
	dossier_document *doc = page->doc;

	ds_put_text(doc, map, "name", step->name);
	ds_put_text(doc, map, "label", step->label);
	ds_put_text(doc, map, "body", step->body);
	ds_put_text(doc, map, "role", step->role);
	ds_rules_put_when(page, map, "needs", step->needs.inputs,
	    step->needs.conditions, step->needs.condition_count);
	ds_put_text(doc, map, "within", !step->has_within ? NULL :
	    ds_rules_iso(page, step->within));
	ds_rules_put_number(page, map, "seats", step->seats);
	ds_put_text(doc, map, "per", step->seats < 0 ? NULL :
	    ds_rhythm_words[step->per]);
	ds_put_text(doc, map, "seats_source", step->seats_source);
	put_exits(page, map, step);
}

void
ds_rules_put_track(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_track *track = item;
	struct ds_value *list;
	size_t i;

	ds_put_text(page->doc, map, "on", ds_subject_name(track->on));
	ds_put_text(page->doc, map, "start", track->start);
	list = ds_put_list(page->doc, map, "steps");
	for (i = 0; i < track->count; i++)
		put_step(page, ds_put_map(page->doc, list, NULL),
		    &track->steps[i]);
	ds_rules_put_why(page, map, NULL, track->source, track->doubt);
}

/* "akkoord → start; afgewezen → end of the track" */
static const char *
exits_text(struct ds_rules_page *page, const struct ds_step *step)
{
	const char *text = "", *next;
	size_t i;

	for (i = 0; i < step->exit_count; i++) {
		next = step->exits[i].next;
		if (next == NULL)
			next = ds_tr(page->doc->language,
			    N_("end of the track"));
		text = ds_say_more(page->doc, &page->arena, text, "; ",
		    ds_say_sure(page->doc, ds_arena_printf(&page->arena,
		    "%s \xe2\x86\x92 %s", step->exits[i].name, next)));
	}
	return text;
}

static const char *
step_bounds(struct ds_rules_page *page, const struct ds_step *step)
{
	dossier_document *doc = page->doc;
	const char *text = ds_rules_when(page, step->needs.inputs,
	    step->needs.conditions, step->needs.condition_count);
	char seats[24];

	if (step->has_within)
		text = ds_say_more(doc, &page->arena, text, "; ",
		    ds_say(doc, &page->arena, N_("within %s"),
		    ds_rules_period(page, step->within)));
	if (step->seats >= 0)
		text = ds_say_more(doc, &page->arena, text, "; ",
		    ds_say(doc, &page->arena, N_("places: %s"),
		    per_text(page, ds_decimal_text(step->seats, 0,
		    doc->language, seats), step->per)));
	return text;
}

void
ds_rules_tell_track(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	dossier_language lang = page->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Step")), DS_LEFT },
		{ ds_tr(lang, N_("Who decides")), DS_LEFT },
		{ ds_tr(lang, N_("Needed")), DS_LEFT },
		{ ds_tr(lang, N_("Outcomes")), DS_LEFT },
	};
	const struct ds_track *track = item;
	const struct ds_step *step = track->steps;
	struct ds_block *block;
	size_t i;

	ds_say_line(page->doc, N_("Begins with"), track->start);
	ds_rules_tell_why(page, NULL, track->source, track->doubt);
	block = ds_table(page->doc, NULL, columns, 4);
	for (i = 0; i < track->count; i++, step++) {
		row = ds_table_row(page->doc, block);
		ds_cell(page->doc, row, 0, ds_say_sure(page->doc,
		    ds_arena_printf(&page->arena, "%s (%s)", step->label,
		    step->name)));
		ds_cell(page->doc, row, 1, step->body != NULL ? step->body :
		    step->role == NULL ? NULL : who_label(page, step->role));
		ds_cell(page->doc, row, 2, step_bounds(page, step));
		ds_cell(page->doc, row, 3, exits_text(page, step));
	}
}

/* ---- kinds of meeting ---- */

/* "1.5"; NULL: not stated. */
static const char *
hours_text(struct ds_rules_page *page, int64_t hundredths,
    dossier_language language)
{
	char text[24];

	return hundredths < 0 ? NULL : ds_say_sure(page->doc, ds_arena_dup(
	    &page->arena, ds_decimal_text(hundredths, 2, language, text)));
}

void
ds_rules_put_meeting(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_meeting_kind *meeting = item;

	ds_rules_put_number(page, map, "at_least", meeting->at_least);
	ds_rules_put_number(page, map, "at_most", meeting->at_most);
	ds_put_text(page->doc, map, "per", ds_rhythm_words[meeting->per]);
	ds_rules_put_words(page, map, "quorum", &meeting->quorum);
	ds_rules_put_words(page, map, "invited", &meeting->invited);
	ds_rules_put_words(page, map, "voluntary", &meeting->voluntary);
	ds_put_text(page->doc, map, "hours_per_group", hours_text(page,
	    meeting->hours_per_group, DOSSIER_ENGLISH));
	ds_rules_put_number(page, map, "days", meeting->days);
	ds_rules_put_number(page, map, "floor_minutes",
	    meeting->floor_minutes);
	ds_put_text(page->doc, map, "lead_time", !meeting->has_lead_time ?
	    NULL : ds_rules_iso(page, meeting->lead_time));
	ds_rules_put_why(page, map, meeting->because, meeting->source,
	    meeting->doubt);
}

void
ds_rules_tell_meeting(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_meeting_kind *meeting = item;
	dossier_document *doc = page->doc;

	(void)row;
	ds_say_line(doc, N_("How often"), per_text(page, ds_rules_number(page,
	    meeting->at_least, meeting->at_most), meeting->per));
	ds_say_line(doc, N_("Who must be there"),
	    who_labels(page, &meeting->quorum));
	ds_say_line(doc, N_("Invited"), who_labels(page, &meeting->invited));
	ds_say_line(doc, N_("Who may come"),
	    who_labels(page, &meeting->voluntary));
	ds_say_line(doc, N_("Hours for each group"), hours_text(page,
	    meeting->hours_per_group, doc->language));
	ds_say_line(doc, N_("Days"), ds_rules_number(page, -1,
	    meeting->days));
	ds_say_line(doc, N_("Minutes for each learner"), ds_rules_number(page,
	    meeting->floor_minutes, -1));
	if (meeting->has_lead_time)
		ds_say_line(doc, N_("Invitation beforehand"),
		    ds_rules_period(page, meeting->lead_time));
	ds_rules_tell_why(page, meeting->because, meeting->source,
	    meeting->doubt);
}

/* ---- when support ends ---- */

void
ds_rules_put_end(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_end *end = item;
	dossier_document *doc = page->doc;
	bool day = end->kind == DS_END_DAY;

	ds_put_text(doc, map, "anchor", day ?
	    ds_fact_defs[end->anchor].name : NULL);
	ds_put_text(doc, map, "after", day ?
	    ds_rules_iso(page, end->after) : NULL);
	ds_put_text(doc, map, "term", end->kind == DS_END_TERM ? end->term :
	    NULL);
	ds_put_text(doc, map, "judged_by", end->judged_by);
	ds_say_list(doc, &page->arena, map, "criteria", end->criteria);
	ds_rules_put_when(page, map, "when", end->when.inputs,
	    end->when.conditions, end->when.condition_count);
	ds_rules_put_why(page, map, end->because, end->source, end->doubt);
}

static const char *
end_text(struct ds_rules_page *page, const struct ds_end *end)
{
	dossier_document *doc = page->doc;

	switch (end->kind) {
	case DS_END_DAY:
		return ds_say(doc, &page->arena, N_("%s after \"%s\""),
		    ds_rules_period(page, end->after), ds_tr(doc->language,
		    ds_fact_defs[end->anchor].label));
	case DS_END_TERM:
		return ds_say(doc, &page->arena,
		    N_("on the day of the term %s"), end->term);
	case DS_END_JUDGED:
		break;
	}
	if (end->judged_by == NULL)
		return ds_tr(doc->language, N_("a person judges; who is not "
		    "stated"));
	return ds_say(doc, &page->arena, N_("judged by: %s"),
	    who_label(page, end->judged_by));
}

void
ds_rules_tell_end(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_end *end = item;
	dossier_document *doc = page->doc;

	(void)row;
	ds_say_line(doc, N_("Ends"), end_text(page, end));
	if (end->criteria != NULL)
		ds_say_line(doc, N_("Looks at"), ds_say_joined(doc,
		    &page->arena, end->criteria));
	if (end->when.condition_count > 0)
		ds_say_line(doc, N_("For whom"), ds_rules_when(page,
		    end->when.inputs, end->when.conditions,
		    end->when.condition_count));
	ds_rules_tell_why(page, end->because, end->source, end->doubt);
}
