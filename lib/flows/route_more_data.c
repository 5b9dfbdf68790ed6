/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands beside the route, for machines. */
#include "flows/route_more.h"
#include "flows/say.h"

static void
put_facts(dossier_document *doc, struct ds_value *map,
    const struct ds_route_facts *unknown)
{
	struct ds_value *list = ds_put_list(doc, map, "unknown");
	size_t i;

	for (i = 0; i < unknown->count; i++)
		ds_put_text(doc, list, NULL,
		    ds_fact_defs[unknown->facts[i]].name);
}

static void
put_rule(dossier_document *doc, struct ds_value *map,
    const struct ds_rule *rule)
{
	ds_put_text(doc, map, "rule", rule == NULL ? NULL : rule->id);
	ds_put_text(doc, map, "stated_by", rule == NULL ||
	    rule->pack == NULL ? NULL : rule->pack->id);
	ds_put_text(doc, map, "because", rule == NULL ? NULL :
	    rule->because);
	ds_put_text(doc, map, "source", rule == NULL ? NULL : rule->source);
}

static void
put_withheld(dossier_document *doc, struct ds_value *map, const char *why)
{
	if (why != NULL)
		ds_put_text(doc, map, "withheld", ds_tr(doc->language, why));
}

/* ---- what the region's rules cost ---- */

static void
put_block(dossier_document *doc, struct ds_value *list,
    struct ds_arena *arena, const struct ds_route_more *more,
    const struct ds_route_block *block)
{
	struct ds_value *map = ds_put_map(doc, list, NULL), *names;
	const struct ds_route_offer *offer = more->offers;
	size_t i;

	ds_put_text(doc, map, "table", block->table->name);
	put_rule(doc, map, block->rule);
	ds_put_text(doc, map, "state", block->rule == NULL ? NULL :
	    block->possible ? "possible" : "blocks");
	ds_say_list(doc, arena, map, "blocks", block->rule == NULL ? NULL :
	    ds_rule_output(block->rule, "blocks"));
	put_facts(doc, map, &block->unknown);
	names = ds_put_list(doc, map, "open_without");
	for (i = 0; i < more->offer_count; i++, offer++)
		if (offer->blocked_by == block)
			ds_put_text(doc, names, NULL,
			    offer->programme->name);
	put_withheld(doc, map, block->hidden);
}

/* ---- other routes ---- */

static void
put_figures(dossier_document *doc, struct ds_value *map,
    const struct ds_programme *programme)
{
	struct ds_value *figures = ds_put_map(doc, map, "figures");
	size_t i;

	for (i = 0; i < programme->figure_count; i++)
		ds_put_text(doc, figures, programme->figures[i].name,
		    programme->figures[i].text);
}

static void
put_stated(dossier_document *doc, struct ds_value *map,
    struct ds_arena *arena, const struct ds_programme *programme)
{
	struct ds_value *where = ds_put_list(doc, map, "where");
	size_t i;

	for (i = 0; i < programme->where.count; i++)
		ds_put_text(doc, where, NULL, programme->where.words[i]);
	ds_put_day(doc, map, "from", programme->span.from);
	ds_put_day(doc, map, "until", programme->span.until);
	ds_put_text(doc, map, "procedure", programme->procedure);
	ds_put_text(doc, map, "contact", programme->contact);
	put_figures(doc, map, programme);
	ds_put_text(doc, map, "programme_source", programme->source);
	ds_say_list(doc, arena, map, "doubts", programme->doubt);
}

static void
put_offer(dossier_document *doc, struct ds_value *list,
    struct ds_arena *arena, const struct ds_route_offer *offer)
{
	struct ds_value *map = ds_put_map(doc, list, NULL);
	const struct ds_programme *programme = offer->programme;

	ds_put_text(doc, map, "programme", programme->name);
	ds_put_text(doc, map, "label", programme->label);
	ds_put_text(doc, map, "route", programme->route);
	ds_put_text(doc, map, "pack", offer->pack->id);
	ds_put_text(doc, map, "version", offer->pack->version);
	ds_put_text(doc, map, "state", ds_offer_state_name(offer->state));
	put_rule(doc, map, offer->rule);
	ds_put_text(doc, map, "blocked_by", offer->blocked_by == NULL ?
	    NULL : offer->blocked_by->rule->id);
	ds_put_text(doc, map, "otherwise", offer->state ==
	    DS_OFFER_UNSTATED ? offer->table->otherwise : NULL);
	put_facts(doc, map, &offer->unknown);
	put_stated(doc, map, arena, programme);
	put_withheld(doc, map, offer->hidden);
}

static void
put_turn(dossier_document *doc, struct ds_value *list,
    struct ds_arena *arena, const struct ds_turn *turn)
{
	struct ds_value *map = ds_put_map(doc, list, NULL);

	ds_put_text(doc, map, "fact", ds_fact_defs[turn->fact].name);
	ds_put_text(doc, map, "from", turn->from);
	ds_put_text(doc, map, "to", turn->to);
	ds_put_text(doc, map, "value", !turn->value.known ? NULL :
	    ds_say_sure(doc, ds_fact_data(arena, turn->fact,
	    &turn->value)));
	ds_put_text(doc, map, "route", turn->rule == NULL ? NULL :
	    ds_rule_output(turn->rule, "route"));
	ds_put_text(doc, map, "rule", turn->rule == NULL ? NULL :
	    turn->rule->id);
}

void
ds_route_more_data(dossier_document *doc, struct ds_value *map,
    struct ds_arena *arena, const struct ds_route_more *more)
{
	struct ds_value *list = ds_put_list(doc, map, "doubts");
	size_t i;

	for (i = 0; i < more->doubt_count; i++)
		ds_put_text(doc, list, NULL, more->doubts[i]);
	list = ds_put_list(doc, map, "turns");
	for (i = 0; i < more->turn_count; i++)
		put_turn(doc, list, arena, &more->turns[i]);
	list = ds_put_list(doc, map, "costs");
	for (i = 0; i < more->block_count; i++)
		put_block(doc, list, arena, more, &more->blocks[i]);
	list = ds_put_list(doc, map, "alternatives");
	for (i = 0; i < more->offer_count; i++)
		put_offer(doc, list, arena, &more->offers[i]);
	list = ds_put_list(doc, map, "packs_not_read");
	for (i = 0; i < more->broken_count; i++)
		ds_put_text(doc, list, NULL, more->broken[i]);
}
