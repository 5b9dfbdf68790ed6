/* SPDX-License-Identifier: EUPL-1.2 */
/* Route advice for people. */
#include <string.h>

#include "base/text.h"
#include "flows/route_more.h"
#include "flows/say.h"

/* "Drechtsteden (drechtsteden), version 2026.1, in force from 01-01-2026" */
static const char *
pack_text(dossier_document *doc, struct ds_arena *arena,
    const struct ds_pack *pack)
{
	const char *from = ds_say_day(doc, arena, pack->valid_from);

	if (!ds_day_known(pack->valid_until))
		return ds_say(doc, arena,
		    N_("%s (%s), version %s, in force from %s"),
		    pack->name, pack->id, pack->version, from);
	return ds_say(doc, arena,
	    N_("%s (%s), version %s, in force from %s until %s"),
	    pack->name, pack->id, pack->version, from,
	    ds_say_day(doc, arena, pack->valid_until));
}

/* ---- one youth ---- */

static void
explain_missing(dossier_document *doc, struct ds_arena *arena,
    const struct ds_advice *advice)
{
	if (advice->unknown_count > 0) {
		ds_say_line(doc, N_("Route"), ds_say(doc, arena,
		    N_("no advice; not known: %s"),
		    ds_route_missing(doc, arena, advice->unknown,
		    advice->unknown_count, false)));
		ds_say_line(doc, N_("What is needed"), ds_route_missing(doc,
		    arena, advice->unknown, advice->unknown_count, true));
	} else if (advice->table == NULL) {
		ds_say_line(doc, N_("Route"), ds_say(doc, arena,
		    N_("no advice; this pack has no rules for a route")));
	} else {
		ds_say_line(doc, N_("Route"), ds_say(doc, arena,
		    N_("no advice; no rule of this pack fits")));
	}
}

/* How many rules lead to this route, and whether one of them still can. */
static size_t
rules_to(bool *open, const struct ds_table *table, const char *slug,
    const struct ds_outcome *outcome)
{
	const struct ds_rule *rule = table->rules;
	const char *route;
	size_t i, count = 0;

	*open = false;
	for (i = 0; i < table->rule_count; i++, rule++) {
		route = ds_rule_output(rule, "route");
		if (route == NULL || strcmp(route, slug) != 0)
			continue;
		count++;
		*open = *open || outcome->truth[i] != DS_FALSE;
	}
	return count;
}

static void
explain_ruled_out(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route)
{
	const struct ds_code *code = ds_codes_destination;
	const struct ds_table *table = route->advice.table;
	const char *text = "";
	bool open;

	if (table == NULL)
		return;
	for (; code->slug != NULL; code++)
		if (rules_to(&open, table, code->slug,
		    &route->advice.own) > 0 && !open)
			text = ds_say_more(doc, arena, text, "; ",
			    ds_route_label(doc, code->slug));
	ds_say_line(doc, N_("Ruled out"), text[0] == '\0' ? NULL : text);
}

static void
explain_rule(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route)
{
	const struct ds_advice *advice = &route->advice;
	const struct ds_rule *rule = advice->rule;

	if (route->hidden.advice != NULL) {
		ds_say_line(doc, N_("Route"), ds_say_withheld(doc, arena,
		    route->hidden.advice));
		return;
	}
	if (rule == NULL) {
		explain_missing(doc, arena, advice);
		explain_ruled_out(doc, arena, route);
		return;
	}
	ds_say_line(doc, N_("Route"), ds_route_label(doc, advice->route));
	ds_say_line(doc, N_("Rule"),
	    ds_route_rule(doc, arena, rule, advice->pack));
	ds_say_line(doc, N_("Because"), rule->because);
	ds_say_line(doc, N_("Source"), rule->source);
}

static void
explain_hold(dossier_document *doc, struct ds_arena *arena,
    const struct ds_advice *advice)
{
	const struct ds_rule *rule = advice->held_by;
	const char *text, *holder;

	if (rule != NULL) {
		holder = ds_rule_output(rule, "holder");
		text = ds_say(doc, arena, N_("by rule %s"),
		    ds_route_rule(doc, arena, rule, advice->pack));
		if (holder != NULL)
			text = ds_say_more(doc, arena, ds_code_label(
			    ds_codes_party, holder, doc->language), ", ",
			    text);
		if (rule->because != NULL && rule != advice->rule)
			text = ds_say_more(doc, arena, text, ": ",
			    rule->because);
		ds_say_line(doc, N_("Stays where it is"), text);
	}
	if (advice->own.rule == advice->rule || advice->table == NULL)
		return;
	if (advice->own_route == NULL)
		text = ds_say(doc, arena, N_("decides nothing"));
	else
		text = ds_say(doc, arena, N_("%s (rule %s)"),
		    ds_route_label(doc, advice->own_route),
		    ds_route_rule(doc, arena, advice->own.rule, advice->pack));
	ds_say_line(doc, N_("The route rule itself"), text);
}

static void
explain_override(dossier_document *doc, struct ds_arena *arena,
    const struct ds_override *override)
{
	const char *until = "";

	if (override->route == NULL)
		return;
	if (ds_day_known(override->until))
		until = ds_say(doc, arena, N_(", until %s"),
		    ds_say_day(doc, arena, override->until));
	ds_say_line(doc, N_("Decided otherwise"), ds_say(doc, arena,
	    N_("%s, by %s on %s%s: %s"), ds_route_label(doc, override->route),
	    override->by, ds_say_day(doc, arena, override->on), until,
	    override->reason));
}

/* What this region offers beside the route, and what it does not. */
static void
explain_offer(dossier_document *doc, struct ds_arena *arena,
    const struct ds_rule *rule)
{
	const char *value;

	if (rule == NULL)
		return;
	value = ds_rule_output(rule, "aanbod");
	if (value != NULL)
		ds_say_line(doc, N_("Offered"), ds_say_joined(doc, arena, value));
	value = ds_rule_output(rule, "niet");
	if (value != NULL)
		ds_say_line(doc, N_("Not offered here"),
		    ds_say_joined(doc, arena, value));
}

static void
explain_doubts(dossier_document *doc, const struct ds_route_more *more)
{
	size_t i;

	if (more->doubt_count > 0)
		ds_heading(doc, ds_tr(doc->language,
		    N_("What the sources leave open")));
	for (i = 0; i < more->doubt_count; i++)
		ds_paragraph(doc, "- %s", more->doubts[i]);
}

static void
explain_pack(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route)
{
	const struct ds_advice *advice = &route->advice;
	const struct ds_stated *support = route->support;

	ds_say_line(doc, N_("Region"),
	    pack_text(doc, arena, advice->pack));
	ds_say_line(doc, N_("Chosen because"),
	    ds_tr(doc->language, advice->why));
	if (support != NULL)
		ds_say_line(doc, N_("Support"), ds_say(doc, arena,
		    N_("%s (stated by %s)"),
		    ds_say_joined(doc, arena, support->value),
		    support->pack->name));
}

static void
explain_facts(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route)
{
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Fact")), DS_LEFT },
		{ ds_tr(lang, N_("Value")), DS_LEFT },
		{ ds_tr(lang, N_("Dates from")), DS_LEFT },
	};
	const struct ds_fact_value *value;
	struct ds_block *table;
	struct ds_cells *row;
	enum ds_fact fact;
	size_t i;

	if (route->advice.fact_count == 0)
		return;
	table = ds_table(doc, ds_tr(lang, N_("What the rules asked")),
	    columns, 3);
	for (i = 0; i < route->advice.fact_count; i++) {
		fact = route->advice.facts[i];
		value = &route->youth->facts.fact[fact];
		row = ds_table_row(doc, table);
		ds_cell(doc, row, 0, ds_tr(lang, ds_fact_defs[fact].label));
		if (route->hidden.fact[fact] != NULL) {
			ds_cell(doc, row, 1, ds_say_withheld(doc, arena,
			    route->hidden.fact[fact]));
			continue;
		}
		ds_cell(doc, row, 1, ds_say_sure(doc,
		    ds_fact_text(arena, fact, value, lang)));
		if (value->known)
			ds_cell(doc, row, 2,
			    ds_say_day(doc, arena, value->on));
	}
}

static void
explain_measurements(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route)
{
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Wage value (%)")), DS_RIGHT },
		{ ds_tr(lang, N_("Measured on")), DS_LEFT },
		{ ds_tr(lang, N_("Valid until")), DS_LEFT },
		{ ds_tr(lang, N_("Method")), DS_LEFT },
		{ ds_tr(lang, N_("Counts")), DS_LEFT },
	};
	const struct ds_measurement *m = route->measurements;
	struct ds_block *table;
	struct ds_cells *row;
	char text[24];
	size_t i;

	if (route->measurement_count == 0 ||
	    route->hidden.measurements != NULL)
		return;
	table = ds_table(doc, ds_tr(lang, N_("Wage values measured")),
	    columns, 5);
	for (i = 0; i < route->measurement_count; i++, m++) {
		row = ds_table_row(doc, table);
		ds_cell(doc, row, 0, ds_decimal_text(m->value,
		    ds_fact_defs[DS_FACT_WAGE_VALUE].scale, lang, text));
		ds_cell(doc, row, 1, ds_say_day(doc, arena, m->measured_on));
		ds_cell(doc, row, 2, ds_say_day(doc, arena, m->valid_until));
		ds_cell(doc, row, 3, m->method);
		ds_cell(doc, row, 4, ds_tr(lang, m->counted ? N_("yes") :
		    N_("no")));
	}
}

void
ds_route_explain(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route, const struct ds_route_more *more,
    dossier_day day)
{
	ds_document_note(doc, ds_say_sure(doc, ds_arena_printf(arena,
	    "%s (%s), %s", route->name, route->youth->facts.ref,
	    ds_say_day(doc, arena, day))));
	explain_rule(doc, arena, route);
	if (route->hidden.advice == NULL)
		explain_hold(doc, arena, &route->advice);
	if (route->hidden.override == NULL)
		explain_override(doc, arena, &route->override);
	if (route->hidden.offer == NULL)
		explain_offer(doc, arena, route->offer);
	explain_pack(doc, arena, route);
	explain_facts(doc, arena, route);
	explain_measurements(doc, arena, route);
	ds_route_more_explain(doc, arena, route, more);
	explain_doubts(doc, more);
}

/* ---- all of them ---- */

struct ds_block *
ds_route_table(dossier_document *doc)
{
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Name")), DS_LEFT },
		{ ds_tr(lang, N_("Ref")), DS_LEFT },
		{ ds_tr(lang, N_("Route")), DS_LEFT },
		{ ds_tr(lang, N_("Rule")), DS_LEFT },
		{ ds_tr(lang, N_("Not known")), DS_LEFT },
	};

	return ds_table(doc, NULL, columns, 5);
}

void
ds_route_line(dossier_document *doc, struct ds_block *table,
    struct ds_arena *arena, const struct ds_route_case *route)
{
	struct ds_cells *row = ds_table_row(doc, table);
	const struct ds_advice *advice = &route->advice;
	const char *hidden = route->hidden.advice;
	const char *text = advice->route == NULL ? "" :
	    ds_route_label(doc, advice->route);

	if (hidden != NULL)
		text = ds_say_withheld(doc, arena, hidden);
	ds_cell(doc, row, 0, route->name);
	ds_cell(doc, row, 1, route->youth->facts.ref);
	if (route->override.route != NULL && route->hidden.override == NULL)
		text = ds_say_more(doc, arena, text, "; ", ds_say(doc, arena,
		    N_("%s decided: %s"), route->override.by,
		    ds_route_label(doc, route->override.route)));
	ds_cell(doc, row, 2, text);
	if (hidden != NULL)
		return;
	if (advice->rule != NULL)
		ds_cell(doc, row, 3, advice->rule->id);
	ds_cell(doc, row, 4, ds_route_missing(doc, arena,
	    advice->unknown, advice->unknown_count, false));
}

void
ds_route_sum(dossier_document *doc, const struct ds_route_counts *counts)
{
	dossier_language lang = doc->language;
	const struct ds_fact_def *def;
	int fact;

	ds_paragraph(doc, ds_tr(lang, N_("Open dossiers: %zu. With advice: "
	    "%zu, without: %zu. Held where they are: %zu. Decided otherwise "
	    "by a person: %zu.")), counts->all, counts->advised,
	    counts->all - counts->hidden - counts->advised, counts->held,
	    counts->overridden);
	if (counts->hidden > 0)
		ds_paragraph(doc, ds_tr(lang, N_("Advice that your role does "
		    "not see: %zu.")), counts->hidden);
	for (fact = 0; fact < DS_FACT_COUNT; fact++) {
		def = &ds_fact_defs[fact];
		if (counts->unknown[fact] > 0)
			ds_paragraph(doc, ds_tr(lang, N_("Not known for "
			    "%zu: %s. Needed: %s.")), counts->unknown[fact],
			    ds_tr(lang, def->label),
			    ds_tr(lang, def->supply));
	}
}
