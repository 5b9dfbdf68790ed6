/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands beside the route, for people. */
#include <string.h>

#include "flows/route_more.h"
#include "flows/say.h"

static const struct {
	const char *name, *label;
} states[] = {
	[DS_OFFER_OPEN] = { "open", N_("open") },
	[DS_OFFER_BLOCKED] = { "blocked", N_("closed by the region") },
	[DS_OFFER_UNKNOWN] = { "unknown", N_("cannot be said") },
	[DS_OFFER_UNSTATED] = { "unstated", N_("not stated") },
	[DS_OFFER_CLOSED] = { "closed", N_("not open") },
	[DS_OFFER_ELSEWHERE] = { "elsewhere", N_("not offered here") },
	[DS_OFFER_NOT_NOW] = { "not_now", N_("not on this day") },
	[DS_OFFER_WITHHELD] = { "withheld", N_("withheld") }
};

const char *
ds_offer_state_name(enum ds_offer_state state)
{
	return states[state].name;
}

/* "PL-LEEFTIJD (stated by …): 15–24 years" */
static const char *
rule_words(dossier_document *doc, struct ds_arena *arena,
    const struct ds_rule *rule, const struct ds_pack *pack)
{
	const char *text = ds_route_rule(doc, arena, rule, pack);

	return rule->because == NULL ? text :
	    ds_say_more(doc, arena, text, ": ", rule->because);
}

static const char *
missing_words(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_facts *unknown)
{
	return ds_say(doc, arena, N_("not known: %s. Needed: %s"),
	    ds_route_missing(doc, arena, unknown->facts, unknown->count,
	    false), ds_route_missing(doc, arena, unknown->facts,
	    unknown->count, true));
}

/* ---- what one change would turn ---- */

static void
put_turn(dossier_document *doc, struct ds_block *table,
    struct ds_arena *arena, const struct ds_turn *turn,
    const struct ds_advice *advice)
{
	struct ds_cells *row = ds_table_row(doc, table);
	const char *route = turn->rule == NULL ? NULL :
	    ds_rule_output(turn->rule, "route");

	ds_cell(doc, row, 0, ds_tr(doc->language,
	    ds_fact_defs[turn->fact].label));
	ds_cell(doc, row, 1, turn->from);
	ds_cell(doc, row, 2, turn->to);
	ds_cell(doc, row, 3, route != NULL ? ds_route_label(doc, route) :
	    ds_tr(doc->language, N_("no rule fits")));
	if (turn->rule != NULL)
		ds_cell(doc, row, 4, ds_route_rule(doc, arena, turn->rule,
		    advice->pack));
}

static void
put_turns(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_more *more, const struct ds_advice *advice)
{
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Fact")), DS_LEFT },
		{ ds_tr(lang, N_("Now")), DS_LEFT },
		{ ds_tr(lang, N_("Were it")), DS_LEFT },
		{ ds_tr(lang, N_("Then")), DS_LEFT },
		{ ds_tr(lang, N_("Rule")), DS_LEFT },
	};
	struct ds_block *table;
	size_t i;

	if (more->turn_count == 0)
		return;
	ds_heading(doc, ds_tr(lang, N_("What one change would turn it")));
	table = ds_table(doc, NULL, columns, 5);
	for (i = 0; i < more->turn_count; i++)
		put_turn(doc, table, arena, &more->turns[i], advice);
}

/* ---- what the region's rules cost ---- */

/* What would be open without the rule; NULL: nothing that is known of. */
static const char *
open_without(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_more *more, const struct ds_route_block *block)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < more->offer_count; i++)
		if (more->offers[i].blocked_by == block)
			text = ds_say_more(doc, arena, text, "; ",
			    more->offers[i].programme->label);
	return text[0] == '\0' ? NULL : text;
}

static void
put_block(dossier_document *doc, struct ds_block *table,
    struct ds_arena *arena, const struct ds_route_more *more,
    const struct ds_route_block *block, const struct ds_pack *pack)
{
	struct ds_cells *row = ds_table_row(doc, table);
	const char *why;

	if (block->rule == NULL) {
		ds_cell(doc, row, 0, block->table->label);
		ds_cell(doc, row, 3, ds_say_withheld(doc, arena,
		    block->hidden));
		return;
	}
	why = block->rule->because;
	if (block->possible)
		why = ds_say(doc, arena, N_("perhaps; %s"),
		    missing_words(doc, arena, &block->unknown));
	ds_cell(doc, row, 0, ds_route_rule(doc, arena, block->rule, pack));
	ds_cell(doc, row, 1, ds_route_labels(doc, arena,
	    ds_rule_output(block->rule, "blocks")));
	ds_cell(doc, row, 2, open_without(doc, arena, more, block));
	ds_cell(doc, row, 3, why);
}

static void
put_costs(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_more *more, const struct ds_pack *pack)
{
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Rule of the region")), DS_LEFT },
		{ ds_tr(lang, N_("Closes")), DS_LEFT },
		{ ds_tr(lang, N_("Open without it")), DS_LEFT },
		{ ds_tr(lang, N_("Because")), DS_LEFT },
	};
	struct ds_block *table;
	size_t i;

	if (more->block_count == 0)
		return;
	ds_heading(doc, ds_tr(lang, N_("What the rules of the region "
	    "cost")));
	table = ds_table(doc, NULL, columns, 4);
	for (i = 0; i < more->block_count; i++)
		put_block(doc, table, arena, more, &more->blocks[i], pack);
}

/* ---- other routes ---- */

static const char *
days_words(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_offer *offer)
{
	struct ds_span span = offer->programme->span;

	if (!ds_day_known(span.until))
		span.until = offer->pack->valid_until;
	if (!ds_day_known(span.until))
		return ds_say(doc, arena, N_("from %s"),
		    ds_say_day(doc, arena, span.from));
	if (!ds_day_known(span.from))
		return ds_say(doc, arena, N_("until %s"),
		    ds_say_day(doc, arena, span.until));
	return ds_say(doc, arena, N_("from %s until %s"),
	    ds_say_day(doc, arena, span.from),
	    ds_say_day(doc, arena, span.until));
}

static const char *
why_words(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_offer *offer)
{
	switch (offer->state) {
	case DS_OFFER_BLOCKED:
		return ds_say(doc, arena, N_("open by %s; closed by the "
		    "region's rule %s"), ds_route_rule(doc, arena,
		    offer->rule, offer->pack), rule_words(doc, arena,
		    offer->blocked_by->rule, offer->pack));
	case DS_OFFER_UNKNOWN:
		return missing_words(doc, arena, &offer->unknown);
	case DS_OFFER_UNSTATED:
		return offer->table->otherwise != NULL ?
		    offer->table->otherwise :
		    ds_tr(doc->language, N_("no rule of the pack says it"));
	default:
		return rule_words(doc, arena, offer->rule, offer->pack);
	}
}

/* "The course (Provider)", where the pack's name says more. */
static const char *
whose(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_offer *offer)
{
	const char *label = offer->programme->label;

	return strncmp(offer->pack->name, label, strlen(label)) == 0 ?
	    label : ds_say(doc, arena, "%s (%s)", label, offer->pack->name);
}

static void
put_offer(dossier_document *doc, struct ds_block *table,
    struct ds_arena *arena, const struct ds_route_offer *offer)
{
	struct ds_cells *row = ds_table_row(doc, table);

	ds_cell(doc, row, 0, whose(doc, arena, offer));
	ds_cell(doc, row, 1, ds_route_label(doc, offer->programme->route));
	ds_cell(doc, row, 2, ds_tr(doc->language,
	    states[offer->state].label));
	ds_cell(doc, row, 3, why_words(doc, arena, offer));
}

/* Those of which nothing more is to be told: a line for each reason. */
static void
put_rest(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_more *more, enum ds_offer_state state)
{
	static const char *const words[] = {
		[DS_OFFER_ELSEWHERE] = N_("Not offered where the youth lives: "
		    "%s."),
		[DS_OFFER_NOT_NOW] = N_("Not on this day: %s."),
		[DS_OFFER_WITHHELD] = N_("Not told, because your role does not "
		    "see what it rests on: %s.")
	};
	const struct ds_route_offer *offer = more->offers;
	const char *text = "";
	size_t i;

	for (i = 0; i < more->offer_count; i++, offer++)
		if (offer->state == state)
			text = ds_say_more(doc, arena, text, "; ",
			    state != DS_OFFER_NOT_NOW ?
			    whose(doc, arena, offer) : ds_say(doc, arena,
			    "%s (%s)", offer->programme->label,
			    days_words(doc, arena, offer)));
	if (text[0] != '\0')
		ds_paragraph(doc, ds_tr(doc->language, words[state]), text);
}

/* Of what the youth may come to: the rest is out of the question. */
static void
put_stated(dossier_document *doc, struct ds_block *table,
    const struct ds_programme *programme, const char *what,
    const char *text)
{
	struct ds_cells *row;

	if (text == NULL)
		return;
	row = ds_table_row(doc, table);
	ds_cell(doc, row, 0, programme->label);
	ds_cell(doc, row, 1, what);
	ds_cell(doc, row, 2, text);
}

static void
put_details(dossier_document *doc, const struct ds_route_more *more)
{
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Programme")), DS_LEFT },
		{ ds_tr(lang, N_("What")), DS_LEFT },
		{ ds_tr(lang, N_("As stated")), DS_LEFT },
	};
	const struct ds_route_offer *offer = more->offers;
	const struct ds_programme *p;
	struct ds_block *table = NULL;
	const char *text;
	size_t i, k;

	for (i = 0; i < more->offer_count && offer->state <=
	    DS_OFFER_UNSTATED; i++, offer++) {
		p = offer->programme;
		if (table == NULL)
			table = ds_table(doc, ds_tr(lang, N_("What is stated "
			    "of them")), columns, 3);
		text = p->procedure == NULL ? N_("not stated") :
		    strcmp(p->procedure, "none") == 0 ?
		    N_("there is none") : NULL;
		put_stated(doc, table, p, ds_tr(lang, N_("Procedure")),
		    text != NULL ? ds_tr(lang, text) : p->procedure);
		put_stated(doc, table, p, ds_tr(lang, N_("Contact")),
		    p->contact != NULL ? p->contact :
		    ds_tr(lang, N_("not stated")));
		for (k = 0; k < p->figure_count; k++)
			put_stated(doc, table, p, p->figures[k].name,
			    p->figures[k].text);
		put_stated(doc, table, p, ds_tr(lang, N_("Source")),
		    p->source);
	}
}

static void
put_offers(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_more *more)
{
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Programme")), DS_LEFT },
		{ ds_tr(lang, N_("Leads to")), DS_LEFT },
		{ ds_tr(lang, N_("Open?")), DS_LEFT },
		{ ds_tr(lang, N_("Why")), DS_LEFT },
	};
	struct ds_block *table = NULL;
	size_t i;

	if (more->offer_count == 0)
		return;
	ds_heading(doc, ds_tr(lang, N_("Other routes")));
	for (i = 0; i < more->offer_count; i++) {
		if (more->offers[i].state > DS_OFFER_CLOSED)
			continue;
		if (table == NULL)
			table = ds_table(doc, NULL, columns, 4);
		put_offer(doc, table, arena, &more->offers[i]);
	}
	put_rest(doc, arena, more, DS_OFFER_ELSEWHERE);
	put_rest(doc, arena, more, DS_OFFER_NOT_NOW);
	put_rest(doc, arena, more, DS_OFFER_WITHHELD);
	put_details(doc, more);
}

void
ds_route_more_explain(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route, const struct ds_route_more *more)
{
	const char *text = "";
	size_t i;

	put_turns(doc, arena, more, &route->advice);
	put_costs(doc, arena, more, route->advice.pack);
	put_offers(doc, arena, more);
	for (i = 0; i < more->broken_count; i++)
		text = ds_say_more(doc, arena, text, ", ", more->broken[i]);
	if (text[0] != '\0')
		ds_paragraph(doc, ds_tr(doc->language, N_("Other routes of "
		    "these packs are not told, because the pack cannot be "
		    "read: %s. Try: dossier rules test")), text);
}
