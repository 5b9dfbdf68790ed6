/* SPDX-License-Identifier: EUPL-1.2 */
/* What a table comes to for a youth, on which facts, and what would turn it. */
#include "flows/rules_explain.h"
#include "rules/turn.h"

#define MOST_TURNS 10

void
ds_explain_withheld(struct ds_rules_page *page, struct ds_value *map,
    const char *why)
{
	if (why != NULL)
		ds_put_text(page->doc, map, "withheld",
		    ds_tr(page->doc->language, why));
}

/* ---- the facts ---- */

static void
put_fact(struct ds_explain *explain, struct ds_value *list,
    struct ds_block *table, enum ds_fact fact)
{
	struct ds_rules_page *page = &explain->asked.page;
	const struct ds_fact_value *value =
	    &explain->asked.youth->facts.fact[fact];
	const struct ds_fact_def *def = &ds_fact_defs[fact];
	const char *why = explain->hidden_fact[fact], *text;
	struct ds_value *map = ds_put_map(page->doc, list, NULL);
	struct ds_cells *row = ds_table_row(page->doc, table);
	dossier_language lang = page->doc->language;
	bool shown = value->known && why == NULL;

	ds_put_text(page->doc, map, "name", def->name);
	ds_put_text(page->doc, map, "value", !shown ? NULL : ds_say_sure(
	    page->doc, ds_fact_data(&page->arena, fact, value)));
	ds_put_day(page->doc, map, "on", shown ? value->on : DOSSIER_NO_DAY);
	ds_explain_withheld(page, map, why);
	ds_cell(page->doc, row, 0, ds_say_sure(page->doc, ds_arena_printf(
	    &page->arena, "%s (%s)", ds_tr(lang, def->label), def->name)));
	text = why != NULL ? ds_say_withheld(page->doc, &page->arena, why) :
	    ds_say_sure(page->doc, ds_fact_text(&page->arena, fact, value,
	    lang));
	ds_cell(page->doc, row, 1, text);
	if (shown)
		ds_cell(page->doc, row, 2, ds_say_day(page->doc,
		    &page->arena, value->on));
	if (why == NULL && !value->known && def->supply != NULL)
		ds_cell(page->doc, row, 3, ds_tr(lang, def->supply));
}

void
ds_explain_facts(struct ds_explain *explain)
{
	struct ds_rules_page *page = &explain->asked.page;
	struct ds_value *list = ds_put_list(page->doc, explain->map, "facts");
	dossier_language lang = page->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Fact")), DS_LEFT },
		{ ds_tr(lang, N_("Value")), DS_LEFT },
		{ ds_tr(lang, N_("Dates from")), DS_LEFT },
		{ ds_tr(lang, N_("What would supply it")), DS_LEFT },
	};
	struct ds_block *table;
	size_t i;

	if (explain->fact_count == 0)
		return;
	table = ds_table(page->doc, ds_tr(lang, N_("What the rules asked")),
	    columns, 4);
	for (i = 0; i < explain->fact_count; i++)
		put_fact(explain, list, table, explain->facts[i]);
}

/* ---- the outcome ---- */

static const char *
doubts_of(const struct ds_explain *explain)
{
	const struct ds_rule *rule = explain->outcome.rule;

	return rule != NULL && rule->doubt != NULL ? rule->doubt :
	    explain->table->doubt;
}

static void
put_outcome(struct ds_explain *explain)
{
	struct ds_rules_page *page = &explain->asked.page;
	const struct ds_outcome *outcome = &explain->outcome;
	const struct ds_table *table = explain->table;
	const struct ds_rule *rule = outcome->rule;
	dossier_document *doc = page->doc;
	struct ds_value *map = explain->map, *list;
	size_t i;

	if (explain->hidden != NULL) {
		ds_explain_withheld(page, map, explain->hidden);
		ds_say_line(doc, N_("Outcome"), ds_say_withheld(doc,
		    &page->arena, explain->hidden));
		return;
	}
	ds_put_bool(doc, map, "decided", rule != NULL || outcome->none);
	ds_put_text(doc, map, "outcome", ds_rules_outcome(page, table,
	    outcome));
	ds_put_text(doc, map, "rule", rule == NULL ? NULL :
	    ds_rules_deciding(page, table, outcome));
	list = ds_put_list(doc, map, "unknown");
	for (i = 0; i < outcome->unknown_count; i++)
		ds_put_text(doc, list, NULL,
		    ds_fact_defs[outcome->unknown[i]].name);
	ds_say_line(doc, N_("Outcome"), ds_rules_outcome(page, table,
	    outcome));
	if (rule != NULL)
		ds_say_line(doc, N_("Rule"), ds_rules_deciding(page, table,
		    outcome));
	else if (!outcome->none)
		ds_say_line(doc, N_("What is needed"), ds_rules_facts(page,
		    outcome->unknown, outcome->unknown_count, true));
	ds_rules_put_why(page, map, rule == NULL ? NULL : rule->because,
	    rule != NULL && rule->source != NULL ? rule->source :
	    table->source, doubts_of(explain));
	ds_rules_tell_why(page, rule == NULL ? NULL : rule->because,
	    rule != NULL && rule->source != NULL ? rule->source :
	    table->source, doubts_of(explain));
}

void
ds_explain_head(struct ds_explain *explain)
{
	struct ds_rules_page *page = &explain->asked.page;
	const struct ds_table *table = explain->table;
	dossier_document *doc = page->doc;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);

	explain->map = map;
	ds_put_text(doc, map, "ref", explain->asked.youth->facts.ref);
	ds_put_text(doc, map, "table", table->name);
	ds_put_text(doc, map, "label", table->label);
	ds_put_text(doc, map, "pack", page->pack->id);
	ds_put_text(doc, map, "version", page->pack->version);
	ds_put_text(doc, map, "pack_because", ds_tr(doc->language,
	    explain->asked.why));
	ds_put_text(doc, map, "stated_by", table->pack->id);
	ds_say_line(doc, N_("Table"), ds_say_sure(doc, ds_arena_printf(
	    &page->arena, "%s (%s)", table->label, table->name)));
	put_outcome(explain);
	ds_say_line(doc, N_("Region"), ds_rules_pack_text(page, page->pack));
	ds_say_line(doc, N_("Chosen because"), ds_tr(doc->language,
	    explain->asked.why));
	if (table->pack != page->pack)
		ds_say_line(doc, N_("Stated by"), ds_rules_pack_text(page,
		    table->pack));
	ds_say_line(doc, N_("How it decides"), ds_rules_hit(page, table));
}

/* ---- what would turn it ---- */

/* What the table would say then. */
static const char *
turn_says(struct ds_explain *explain, const struct ds_turn *turn)
{
	struct ds_rules_page *page = &explain->asked.page;

	if (turn->rule != NULL)
		return ds_say_sure(page->doc, ds_arena_printf(&page->arena,
		    "%s (%s)", ds_rules_outputs(page, turn->rule),
		    turn->rule->id));
	return explain->table->otherwise != NULL ?
	    explain->table->otherwise :
	    ds_tr(page->doc->language, N_("no rule fits"));
}

static void
put_turn(struct ds_explain *explain, struct ds_value *list,
    struct ds_block *table, const struct ds_turn *turn)
{
	struct ds_rules_page *page = &explain->asked.page;
	struct ds_value *map = ds_put_map(page->doc, list, NULL);
	struct ds_cells *row = ds_table_row(page->doc, table);

	ds_put_text(page->doc, map, "fact", ds_fact_defs[turn->fact].name);
	ds_put_text(page->doc, map, "from", turn->from);
	ds_put_text(page->doc, map, "to", turn->to);
	ds_put_text(page->doc, map, "rule", turn->rule == NULL ? NULL :
	    turn->rule->id);
	ds_put_text(page->doc, map, "says", turn->rule == NULL ? NULL :
	    ds_rules_outputs(page, turn->rule));
	ds_cell(page->doc, row, 0, ds_tr(page->doc->language,
	    ds_fact_defs[turn->fact].label));
	ds_cell(page->doc, row, 1, ds_say_sure(page->doc, ds_arena_printf(
	    &page->arena, "%s \xe2\x86\x92 %s", turn->from, turn->to)));
	ds_cell(page->doc, row, 2, turn_says(explain, turn));
}

dossier_status
ds_explain_turns(struct ds_explain *explain, dossier_error *err)
{
	struct ds_rules_page *page = &explain->asked.page;
	dossier_language lang = page->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Fact")), DS_LEFT },
		{ ds_tr(lang, N_("Change")), DS_LEFT },
		{ ds_tr(lang, N_("It then says")), DS_LEFT },
	};
	struct ds_value *list = ds_put_list(page->doc, explain->map,
	    "turns");
	const struct ds_turn *turns;
	struct ds_block *table;
	size_t count, i;

	if (explain->hidden != NULL)
		return DOSSIER_OK;
	DS_TRY(ds_table_turns(&turns, &count, &page->arena, page->pack,
	    explain->table, explain->asked.youth->facts.fact, MOST_TURNS,
	    lang, err));
	if (count == 0)
		return DOSSIER_OK;
	table = ds_table(page->doc, ds_tr(lang, N_("What one change would "
	    "turn")), columns, 3);
	for (i = 0; i < count; i++)
		put_turn(explain, list, table, &turns[i]);
	return DOSSIER_OK;
}
