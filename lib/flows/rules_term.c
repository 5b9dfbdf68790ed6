/* SPDX-License-Identifier: EUPL-1.2 */
/* Terms, norms and checklists of a pack, in sentences. */
#include "flows/rules_page.h"
#include "model/record.h"
#include "rules/decide.h"

/* ---- what must have happened ---- */

static const struct {
	const char *key, *label;	/* marked */
	const struct ds_code *codes;
} happenings[] = {
	[DS_HAD_MEETING] = { "meeting", N_("meeting"), ds_codes_meeting },
	[DS_HAD_AGREEMENT] = { "agreement", N_("agreement"),
	    ds_codes_agreement },
	[DS_HAD_MOMENT] = { "moment", N_("moment"), ds_codes_moment },
	[DS_HAD_PLACEMENT] = { "placement", N_("placement"),
	    ds_codes_placement },
	[DS_HAD_HANDOVER] = { "handover", N_("handover"), ds_codes_handover },
};

/* "agreement: a job" */
static const char *
need_text(struct ds_rules_page *page, const struct ds_need *need)
{
	dossier_language lang = page->doc->language;

	return ds_say_sure(page->doc, ds_arena_printf(&page->arena, "%s: %s",
	    ds_tr(lang, happenings[need->what].label),
	    ds_code_label(happenings[need->what].codes, need->kind, lang)));
}

static const char *
needs_text(struct ds_rules_page *page, const struct ds_term *term)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < term->need_count; i++)
		text = ds_say_more(page->doc, &page->arena, text,
		    ds_tr(page->doc->language, term->needs[i].alternative ?
		    N_(" or ") : N_(" and ")),
		    need_text(page, &term->needs[i]));
	return term->need_count == 0 ? NULL : text;
}

static void
put_need(struct ds_rules_page *page, struct ds_value *map,
    const struct ds_need *need)
{
	ds_put_text(page->doc, map, happenings[need->what].key, need->kind);
	if (need->alternative)
		ds_put_bool(page->doc, map, "alternative", true);
}

/* ---- terms ---- */

static const char *const responsible_labels[] = {
	[DS_BY_LEAD] = N_("who holds the case"),
	[DS_BY_SCHOOL] = N_("the school"),
	[DS_BY_MUNICIPALITY] = N_("the municipality")
};

void
ds_rules_put_term(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_term *term = item;
	dossier_document *doc = page->doc;
	struct ds_value *list;
	size_t i;

	ds_put_text(doc, map, "on", ds_subject_name(term->on));
	ds_put_text(doc, map, "anchor", term->anchor < 0 ? NULL :
	    ds_fact_defs[term->anchor].name);
	if (term->anchor < 0)
		put_need(page, ds_put_map(doc, map, "anchor_event"),
		    &term->anchor_event);
	ds_put_text(doc, map, "side", term->sign < 0 ? "before" : "after");
	ds_put_text(doc, map, "period", term->period_table != NULL ||
	    term->repeat_count > 0 ? NULL :
	    ds_rules_iso(page, term->period));
	list = ds_put_list(doc, map, "repeats");
	for (i = 0; i < term->repeat_count; i++)
		ds_put_text(doc, list, NULL,
		    ds_rules_iso(page, term->repeats[i]));
	ds_put_text(doc, map, "period_table", term->period_table == NULL ?
	    NULL : term->period_table->name);
	ds_put_text(doc, map, "opens", term->opens < 0 ? NULL :
	    ds_fact_defs[term->opens].name);
	ds_rules_put_when(page, map, "when", term->inputs, term->conditions,
	    term->condition_count);
	list = ds_put_list(doc, map, "met_by");
	for (i = 0; i < term->need_count; i++)
		put_need(page, ds_put_map(doc, list, NULL), &term->needs[i]);
	ds_put_text(doc, map, "window", !term->has_window ? NULL :
	    ds_rules_iso(page, term->window));
	ds_put_text(doc, map, "responsible",
	    ds_responsible_words[term->responsible]);
	ds_rules_put_why(page, map, term->because, term->source, term->doubt);
}

/* "1 day; 7 days; 30 days" */
static const char *
periods_text(struct ds_rules_page *page, const struct ds_term *term)
{
	const char *text = "";
	size_t i;

	if (term->repeat_count == 0)
		return ds_rules_period(page, term->period);
	for (i = 0; i < term->repeat_count; i++)
		text = ds_say_more(page->doc, &page->arena, text, "; ",
		    ds_rules_period(page, term->repeats[i]));
	return text;
}

/* "at the latest 6 months before "Expected exit"" */
static const char *
term_day(struct ds_rules_page *page, const struct ds_term *term)
{
	const char *anchor = term->anchor < 0 ?
	    need_text(page, &term->anchor_event) :
	    ds_tr(page->doc->language, ds_fact_defs[term->anchor].label);

	if (term->period_table != NULL)
		return ds_say(page->doc, &page->arena, term->sign < 0 ?
		    N_("at the latest before \"%s\", by the period that the "
		    "table %s gives") :
		    N_("at the latest after \"%s\", by the period that the "
		    "table %s gives"), anchor, term->period_table->name);
	if (term->repeat_count == 0 && term->period.months == 0 &&
	    term->period.days == 0)
		return ds_say(page->doc, &page->arena,
		    N_("at the latest on the day of \"%s\""), anchor);
	return ds_say(page->doc, &page->arena, term->sign < 0 ?
	    N_("at the latest %s before \"%s\"") :
	    N_("at the latest %s after \"%s\""), periods_text(page, term),
	    anchor);
}

void
ds_rules_tell_term(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	dossier_language lang = page->doc->language;
	const struct ds_term *term = item;

	(void)row;
	ds_say_line(page->doc, N_("On which day"), term_day(page, term));
	if (term->condition_count > 0)
		ds_say_line(page->doc, N_("For whom"), ds_rules_when(page,
		    term->inputs, term->conditions, term->condition_count));
	if (term->opens >= 0)
		ds_say_line(page->doc, N_("On the list from"),
		    ds_tr(lang, ds_fact_defs[term->opens].label));
	ds_say_line(page->doc, N_("Met by"), needs_text(page, term));
	if (term->has_window)
		ds_say_line(page->doc, N_("Counts when it was in the"),
		    ds_say(page->doc, &page->arena, N_("last %s before that "
		    "day"), ds_rules_period(page, term->window)));
	ds_say_line(page->doc, N_("Who"),
	    ds_tr(lang, responsible_labels[term->responsible]));
	ds_rules_tell_why(page, term->because, term->source, term->doubt);
}

/* ---- norms ---- */

void
ds_rules_put_norm(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_norm *norm = item;
	const struct ds_words roles = { norm->role_count, norm->roles };
	dossier_document *doc = page->doc;

	ds_put_text(doc, map, "kind", ds_norm_words[norm->kind]);
	ds_put_text(doc, map, "role", norm->role);
	ds_put_text(doc, map, "party_kind", norm->party_kind);
	ds_put_text(doc, map, "party", norm->party);
	ds_put_text(doc, map, "meeting", norm->meeting);
	ds_rules_put_number(page, map, "at_least", norm->at_least);
	ds_rules_put_number(page, map, "at_most", norm->at_most);
	ds_put_bool(doc, map, "per_school", norm->per_school);
	ds_rules_put_words(page, map, "roles", &roles);
	ds_rules_put_why(page, map, norm->because, norm->source, NULL);
}

void
ds_rules_tell_norm(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	static const char *const kinds[] = {
		[DS_NORM_CONTACTS] = N_("contact persons of an organisation"),
		[DS_NORM_PRESENT] = N_("who is present at a meeting"),
		[DS_NORM_MEETINGS] = N_("meetings in a school year, of "
		    "organisation and school")
	};
	dossier_language lang = page->doc->language;
	const struct ds_norm *norm = item;
	const struct ds_words roles = { norm->role_count, norm->roles };

	(void)row;
	ds_say_line(page->doc, N_("What is counted"),
	    ds_tr(lang, kinds[norm->kind]));
	ds_say_line(page->doc, N_("How many"), ds_rules_number(page,
	    norm->at_least, norm->at_most));
	if (norm->meeting != NULL)
		ds_say_line(page->doc, N_("Kind of meeting"),
		    ds_code_label(ds_codes_meeting, norm->meeting, lang));
	if (norm->role != NULL)
		ds_say_line(page->doc, N_("Role"),
		    ds_code_label(ds_codes_role, norm->role, lang));
	ds_say_line(page->doc, N_("Roles"), ds_rules_words(page, &roles,
	    ds_codes_role));
	if (norm->party_kind != NULL)
		ds_say_line(page->doc, N_("Kind of party"),
		    ds_code_label(ds_codes_party, norm->party_kind, lang));
	ds_say_line(page->doc, N_("Organisation"), norm->party);
	if (norm->per_school)
		ds_say_line(page->doc, N_("For each school apart"),
		    ds_tr(lang, N_("yes")));
	ds_rules_tell_why(page, norm->because, norm->source, NULL);
}

/* ---- checklists ---- */

/* "youth.phone", "meeting: uitstroomoverleg": what a line asks for. */
static const char *
item_asks(struct ds_rules_page *page, const struct ds_item *item)
{
	const struct ds_record *record;
	const char *text;

	if (item->fact >= 0)
		return ds_fact_defs[item->fact].name;
	if (item->need.kind != NULL)
		return ds_say_sure(page->doc, ds_arena_printf(&page->arena,
		    "%s: %s", happenings[item->need.what].key,
		    item->need.kind));
	record = ds_record(item->record);
	text = item->field < 0 ? record->table : ds_say_sure(page->doc,
	    ds_arena_printf(&page->arena, "%s.%s", record->table,
	    record->fields[item->field].name));
	if (item->domains != NULL)
		text = ds_say_more(page->doc, &page->arena, text, ": ",
		    item->domains);
	if (item->voice != NULL)
		text = ds_say_more(page->doc, &page->arena, text, ": ",
		    item->voice);
	if (item->purpose != NULL)
		text = ds_say_more(page->doc, &page->arena, text, ": ",
		    item->purpose);
	return text;
}

void
ds_rules_put_checklist(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_checklist *checklist = item;
	struct ds_value *list = ds_put_list(page->doc, map, "items"), *line;
	const struct ds_item *one = checklist->items;
	size_t i;

	for (i = 0; i < checklist->count; i++, one++) {
		line = ds_put_map(page->doc, list, NULL);
		ds_put_text(page->doc, line, "id", one->id);
		ds_put_text(page->doc, line, "label", one->label);
		ds_put_text(page->doc, line, "asks", item_asks(page, one));
		ds_put_bool(page->doc, line, "answer", one->answer);
		ds_put_text(page->doc, line, "source", one->source);
	}
}

void
ds_rules_tell_checklist(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	dossier_language lang = page->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("What must be there")), DS_LEFT },
		{ ds_tr(lang, N_("Asks")), DS_LEFT },
		{ ds_tr(lang, N_("Source")), DS_LEFT },
	};
	const struct ds_checklist *checklist = item;
	struct ds_block *block = ds_table(page->doc, NULL, columns, 3);
	const struct ds_item *one = checklist->items;
	size_t i;

	for (i = 0; i < checklist->count; i++, one++) {
		row = ds_table_row(page->doc, block);
		ds_cell(page->doc, row, 0, one->label);
		ds_cell(page->doc, row, 1, item_asks(page, one));
		ds_cell(page->doc, row, 2, one->source);
	}
}
