/* SPDX-License-Identifier: EUPL-1.2 */
/* What each pack makes of one youth, thing by thing. */
#include <string.h>

#include "flows/route.h"
#include "flows/rules_compare.h"
#include "rules/end.h"

/* The line of that name, made where it is not there yet. */
static dossier_status
line_of(struct ds_compared **out, struct ds_compare *compare,
    const char *kind, const char *title, const char *name, const char *label,
    dossier_error *err)
{
	struct ds_compared *lines = compare->lines;
	size_t i;

	for (i = 0; i < compare->count; i++)
		if (lines[i].kind == kind && strcmp(lines[i].name, name) ==
		    0) {
			*out = &lines[i];
			return DOSSIER_OK;
		}
	lines = ds_grow(lines, i, &compare->capacity, sizeof *lines);
	if (lines == NULL)
		return ds_no_memory(err);
	compare->lines = lines;
	compare->count++;
	lines[i] = (struct ds_compared){ .kind = kind, .title = title,
	    .name = name, .label = label };
	*out = &lines[i];
	return DOSSIER_OK;
}

/* What one side says; withheld for one side is withheld for all. */
static void
say(struct ds_compared *line, size_t side, const char *text,
    const char *rules, const char *hidden)
{
	line->texts[side] = text;
	line->rules[side] = rules == NULL || rules[0] == '\0' ? NULL : rules;
	if (hidden != NULL)
		line->hidden = hidden;
}

/* ---- the route ---- */

static const char *
route_text(struct ds_rules_page *page, const struct ds_advice *advice)
{
	if (advice->route != NULL)
		return ds_code_label(ds_codes_destination, advice->route,
		    page->doc->language);
	if (advice->unknown_count > 0)
		return ds_say(page->doc, &page->arena,
		    N_("no advice; not known: %s"), ds_rules_facts(page,
		    advice->unknown, advice->unknown_count, false));
	if (advice->table != NULL && advice->table->otherwise != NULL)
		return advice->table->otherwise;
	return ds_tr(page->doc->language, advice->table == NULL ?
	    N_("no advice; this pack has no rules for a route") :
	    N_("no advice; no rule of this pack fits"));
}

static dossier_status
put_table(struct ds_compare *compare, size_t side,
    const struct ds_table *table, dossier_error *err)
{
	static const char kind[] = "table";
	struct ds_rules_youth *asked = &compare->asked;
	const struct ds_pack *pack = compare->sides[side].pack;
	struct ds_compared *line;
	struct ds_outcome outcome;
	const char *hidden;

	DS_TRY(ds_table_decide(&outcome, pack, table,
	    asked->youth->facts.fact, err));
	DS_TRY(ds_rules_table_hidden(&hidden, asked, pack, table, err));
	DS_TRY(line_of(&line, compare, kind, N_("Table"), table->name,
	    table->label, err));
	say(line, side, ds_rules_outcome(&asked->page, table, &outcome),
	    ds_rules_deciding(&asked->page, table, &outcome), hidden);
	return DOSSIER_OK;
}

/* Of who is held where they are the route by itself is told too. */
static dossier_status
route_line(struct ds_compare *compare, size_t side, dossier_error *err)
{
	static const char kind[] = "route";
	struct ds_rules_youth *asked = &compare->asked;
	struct ds_rules_page *page = &asked->page;
	struct ds_compared *line;
	struct ds_advice advice;
	const char *hidden;

	DS_TRY(ds_route_advise(&advice, compare->sides[side].pack,
	    asked->youth->facts.fact, err));
	DS_TRY(ds_seen_facts(&hidden, &asked->view, asked->youth->facts.youth,
	    advice.facts, advice.fact_count, err));
	DS_TRY(line_of(&line, compare, kind, N_("Route"), "route", NULL,
	    err));
	say(line, side, route_text(page, &advice), advice.rule == NULL ?
	    NULL : advice.rule->id, hidden);
	return advice.held_by == NULL || advice.table == NULL ? DOSSIER_OK :
	    put_table(compare, side, advice.table, err);
}

/* ---- programmes ---- */

static dossier_status
programme_line(struct ds_compare *compare, size_t side,
    const struct ds_programme *programme, dossier_error *err)
{
	static const char kind[] = "programme";
	struct ds_rules_youth *asked = &compare->asked;
	const struct ds_pack *pack = compare->sides[side].pack;
	const struct ds_table *table = ds_pack_table(pack, programme->entry);
	struct ds_compared *line;
	struct ds_outcome outcome;
	const char *hidden, *open, *text;

	DS_TRY(ds_table_decide(&outcome, pack, table,
	    asked->youth->facts.fact, err));
	DS_TRY(ds_rules_table_hidden(&hidden, asked, pack, table, err));
	DS_TRY(line_of(&line, compare, kind, N_("Programme"),
	    programme->name, programme->label, err));
	open = outcome.rule == NULL ? NULL : ds_rule_output(outcome.rule,
	    "open");
	if (open != NULL)
		text = ds_tr(asked->page.doc->language, strcmp(open, "yes") ==
		    0 ? N_("open") : N_("not open"));
	else
		text = ds_rules_outcome(&asked->page, table, &outcome);
	say(line, side, text, ds_rules_deciding(&asked->page, table,
	    &outcome), hidden);
	return DOSSIER_OK;
}

/* ---- tables ---- */

static bool
is_entry(const struct ds_pack *pack, const char *table)
{
	size_t i;

	for (i = 0; i < pack->programme_count; i++)
		if (strcmp(pack->programmes[i].entry, table) == 0)
			return true;
	return false;
}

/* The route and the entries of programmes have lines of their own. */
static dossier_status
table_line(struct ds_compare *compare, size_t side,
    const struct ds_table *table, dossier_error *err)
{
	if (table->on != DS_ON_YOUTH || strcmp(table->name, "route") == 0 ||
	    is_entry(compare->sides[side].pack, table->name))
		return DOSSIER_OK;
	return put_table(compare, side, table, err);
}

/* ---- terms and ends ---- */

static const char *
with_day(struct ds_rules_page *page, const char *text, dossier_day day)
{
	return !ds_day_known(day) ? text : ds_say_more(page->doc,
	    &page->arena, text, ", ", ds_say_day(page->doc, &page->arena,
	    day));
}

static dossier_status
term_line(struct ds_compare *compare, size_t side,
    const struct ds_term *term, dossier_error *err)
{
	static const char kind[] = "term";
	struct ds_rules_youth *asked = &compare->asked;
	struct ds_rules_page *page = &asked->page;
	const struct ds_pack *pack = compare->sides[side].pack;
	struct ds_term_result result;
	struct ds_compared *line;
	const char *hidden;

	if (term->on != DS_ON_YOUTH)
		return DOSSIER_OK;
	DS_TRY(ds_term_evaluate(&result, pack, term, &asked->youth->facts,
	    page->session->today, err));
	DS_TRY(ds_seen_term(&hidden, &asked->view,
	    asked->youth->facts.youth, pack, term, err));
	DS_TRY(line_of(&line, compare, kind, N_("Term"), term->id,
	    term->label, err));
	say(line, side, with_day(page, ds_tr(page->doc->language,
	    ds_term_state_label(result.state)), result.due), NULL, hidden);
	return DOSSIER_OK;
}

static dossier_status
end_line(struct ds_compare *compare, size_t side, const struct ds_end *end,
    dossier_error *err)
{
	static const char *const words[] = {
		[DS_ENDS_NOT] = N_("not for this youth"),
		[DS_ENDS_UNSURE] = N_("cannot be said"),
		[DS_ENDS_ON] = N_("ends"),
		[DS_ENDS_BY_JUDGEMENT] = N_("a person judges")
	};
	static const char kind[] = "end";
	struct ds_rules_youth *asked = &compare->asked;
	struct ds_rules_page *page = &asked->page;
	const struct ds_pack *pack = compare->sides[side].pack;
	struct ds_end_result result;
	struct ds_compared *line;
	const char *hidden;

	DS_TRY(ds_end_evaluate(&result, pack, end, &asked->youth->facts,
	    page->session->today, err));
	DS_TRY(ds_seen_end(&hidden, &asked->view, asked->youth->facts.youth,
	    pack, end, err));
	DS_TRY(line_of(&line, compare, kind, N_("End of support"), end->name,
	    end->label, err));
	say(line, side, with_day(page, ds_tr(page->doc->language,
	    words[result.state]), result.on), NULL, hidden);
	return DOSSIER_OK;
}

/* ---- amounts and periods that hold for everybody ---- */

static dossier_status
parameter_line(struct ds_compare *compare, size_t side,
    const struct ds_parameter *parameter, dossier_error *err)
{
	static const char kind[] = "parameter";
	struct ds_rules_page *page = &compare->asked.page;
	const struct ds_stated *stated = ds_parameter_on(parameter,
	    page->session->today);
	struct ds_compared *line;

	DS_TRY(line_of(&line, compare, kind, N_("Parameter"),
	    parameter->name, parameter->label, err));
	say(line, side, stated == NULL ? NULL : ds_say_joined(page->doc,
	    &page->arena, stated->value), NULL, NULL);
	return DOSSIER_OK;
}

/* ---- all of it ---- */

static dossier_status
programme_lines(struct ds_compare *compare, size_t side, dossier_error *err)
{
	const struct ds_pack *pack = compare->sides[side].pack;
	size_t i;

	for (i = 0; i < pack->programme_count; i++)
		DS_TRY(programme_line(compare, side, &pack->programmes[i],
		    err));
	return DOSSIER_OK;
}

static dossier_status
table_lines(struct ds_compare *compare, size_t side, dossier_error *err)
{
	const struct ds_pack *pack = compare->sides[side].pack;
	size_t i;

	for (i = 0; i < pack->table_count; i++)
		DS_TRY(table_line(compare, side, &pack->tables[i], err));
	return DOSSIER_OK;
}

static dossier_status
term_lines(struct ds_compare *compare, size_t side, dossier_error *err)
{
	const struct ds_pack *pack = compare->sides[side].pack;
	size_t i;

	for (i = 0; i < pack->term_count; i++)
		DS_TRY(term_line(compare, side, &pack->terms[i], err));
	return DOSSIER_OK;
}

static dossier_status
end_lines(struct ds_compare *compare, size_t side, dossier_error *err)
{
	const struct ds_pack *pack = compare->sides[side].pack;
	size_t i;

	for (i = 0; i < pack->end_count; i++)
		DS_TRY(end_line(compare, side, &pack->ends[i], err));
	return DOSSIER_OK;
}

static dossier_status
parameter_lines(struct ds_compare *compare, size_t side, dossier_error *err)
{
	const struct ds_pack *pack = compare->sides[side].pack;
	size_t i;

	for (i = 0; i < pack->parameter_count; i++)
		DS_TRY(parameter_line(compare, side, &pack->parameters[i],
		    err));
	return DOSSIER_OK;
}

dossier_status
ds_compare_lines(struct ds_compare *compare, dossier_error *err)
{
	static dossier_status (*const kinds[])(struct ds_compare *compare,
	    size_t side, dossier_error *err) = { route_line, programme_lines,
	    table_lines, term_lines, end_lines, parameter_lines };
	size_t i, side;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		for (side = 0; side < compare->side_count; side++)
			DS_TRY(kinds[i](compare, side, err));
	return DOSSIER_OK;
}
