/* SPDX-License-Identifier: EUPL-1.2 */
/* Route advice for machines and for people. */
#include "flows/route.h"

#include <string.h>

#include "base/text.h"

#define WAGE_SCALE 2

/* A document that lacks a piece of its text is no answer. */
static const char *
sure(dossier_document *doc, const char *text)
{
	if (text == NULL)
		doc->failed = true;
	return text != NULL ? text : "";
}

/* ---- for machines ---- */

static void
put_unknown(dossier_document *doc, struct ds_value *map,
    const struct ds_advice *advice)
{
	struct ds_value *list = ds_put_list(doc, map, "unknown");
	size_t i;

	for (i = 0; i < advice->unknown_count; i++)
		ds_put_text(doc, list, NULL,
		    ds_fact_defs[advice->unknown[i]].name);
}

static void
put_facts(dossier_document *doc, struct ds_value *map,
    struct ds_arena *arena, const struct ds_route_case *route)
{
	struct ds_value *list = ds_put_list(doc, map, "facts"), *item;
	const struct ds_fact_value *value;
	enum ds_fact fact;
	size_t i;

	for (i = 0; i < route->advice.fact_count; i++) {
		fact = route->advice.facts[i];
		value = &route->youth->facts.fact[fact];
		item = ds_put_map(doc, list, NULL);
		ds_put_text(doc, item, "name", ds_fact_defs[fact].name);
		ds_put_text(doc, item, "value", !value->known ? NULL :
		    sure(doc, ds_fact_data(arena, fact, value)));
		ds_put_day(doc, item, "on",
		    value->known ? value->on : DOSSIER_NO_DAY);
	}
}

static void
put_override(dossier_document *doc, struct ds_value *map,
    const struct ds_override *override)
{
	struct ds_value *item;

	if (override->route == NULL) {
		ds_put_text(doc, map, "override", NULL);
		return;
	}
	item = ds_put_map(doc, map, "override");
	ds_put_text(doc, item, "route", override->route);
	ds_put_text(doc, item, "by", override->by);
	ds_put_text(doc, item, "reason", override->reason);
	ds_put_day(doc, item, "on", override->on);
	ds_put_day(doc, item, "until", override->until);
}

/* One text for each line of `lines`; none when it is NULL. */
static void
put_lines(dossier_document *doc, struct ds_value *map, const char *key,
    struct ds_arena *arena, const char *lines)
{
	struct ds_value *list = ds_put_list(doc, map, key);
	const char *end;

	for (; lines != NULL; lines = *end == '\0' ? NULL : end + 1) {
		end = strchrnul(lines, '\n');
		ds_put_text(doc, list, NULL, sure(doc, ds_arena_ndup(arena,
		    lines, (size_t)(end - lines))));
	}
}

static void
put_measurements(dossier_document *doc, struct ds_value *map,
    const struct ds_route_case *route)
{
	struct ds_value *list = ds_put_list(doc, map, "wage_values"), *item;
	const struct ds_measurement *m = route->measurements;
	char text[24];
	size_t i;

	for (i = 0; i < route->measurement_count; i++, m++) {
		item = ds_put_map(doc, list, NULL);
		ds_put_text(doc, item, "value", ds_decimal_text(m->value,
		    WAGE_SCALE, DOSSIER_ENGLISH, text));
		ds_put_day(doc, item, "measured_on", m->measured_on);
		ds_put_day(doc, item, "valid_until", m->valid_until);
		ds_put_text(doc, item, "method", m->method);
		ds_put_bool(doc, item, "counted", m->counted);
	}
}

static const struct ds_parameter *
support_of(const struct ds_pack *pack)
{
	return ds_pack_parameter(pack, "ondersteuning");
}

void
ds_route_data(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	const struct ds_advice *advice = &route->advice;
	const struct ds_parameter *support = support_of(advice->pack);

	ds_put_text(doc, map, "ref", route->youth->facts.ref);
	ds_put_text(doc, map, "route", advice->route);
	ds_put_bool(doc, map, "decided", advice->route != NULL);
	put_unknown(doc, map, advice);
	ds_put_text(doc, map, "rule",
	    advice->rule == NULL ? NULL : advice->rule->id);
	ds_put_text(doc, map, "pack", advice->pack->id);
	ds_put_text(doc, map, "version", advice->pack->version);
	put_facts(doc, map, arena, route);
	ds_put_text(doc, map, "because",
	    advice->rule == NULL ? NULL : advice->rule->because);
	ds_put_text(doc, map, "held_by",
	    advice->held_by == NULL ? NULL : advice->held_by->id);
	put_override(doc, map, &route->override);
	put_lines(doc, map, "support", arena,
	    support == NULL ? NULL : support->value);
	put_measurements(doc, map, route);
	ds_put_text(doc, map, "pack_because",
	    ds_tr(doc->language, advice->why));
}

/* ---- for people ---- */

static const char *
route_label(const dossier_document *doc, const char *slug)
{
	return ds_code_label(ds_codes_destination, slug, doc->language);
}

static const char *
name_of(struct ds_arena *arena, const struct ds_case *youth)
{
	struct ds_row row;

	ds_row_start(&row, DS_YOUTH);
	ds_row_set_text(&row, DS_F_YOUTH_GIVEN_NAME, youth->given_name);
	ds_row_set_text(&row, DS_F_YOUTH_PREFIX, youth->prefix);
	ds_row_set_text(&row, DS_F_YOUTH_FAMILY_NAME, youth->family_name);
	return ds_youth_name(arena, &row);
}

static const char *
day_text(dossier_document *doc, struct ds_arena *arena, dossier_day day)
{
	char text[DS_DAY_TEXT];

	return sure(doc, ds_arena_dup(arena,
	    ds_day_text(day, doc->language, text)));
}

/* The unknown facts, by label or by what would supply them. */
static const char *
unknown_text(dossier_document *doc, struct ds_arena *arena,
    const struct ds_advice *advice, bool supply)
{
	const struct ds_fact_def *def;
	const char *text = "";
	size_t i;

	for (i = 0; i < advice->unknown_count; i++) {
		def = &ds_fact_defs[advice->unknown[i]];
		text = sure(doc, ds_arena_printf(arena, "%s%s%s", text,
		    i == 0 ? "" : "; ", ds_tr(doc->language, supply ?
		    def->supply : def->label)));
	}
	return text;
}

/* "Drechtsteden (drechtsteden), version 2026.1, in force from 01-01-2026" */
static const char *
pack_text(dossier_document *doc, struct ds_arena *arena,
    const struct ds_pack *pack)
{
	const char *from = day_text(doc, arena, pack->valid_from);

	if (ds_day_known(pack->valid_until))
		return sure(doc, ds_arena_printf(arena, ds_tr(doc->language,
		    N_("%s (%s), version %s, in force from %s until %s")),
		    pack->name, pack->id, pack->version, from,
		    day_text(doc, arena, pack->valid_until)));
	return sure(doc, ds_arena_printf(arena, ds_tr(doc->language,
	    N_("%s (%s), version %s, in force from %s")),
	    pack->name, pack->id, pack->version, from));
}

/* The id, and the pack that states it where that is another one. */
static const char *
rule_text(dossier_document *doc, struct ds_arena *arena,
    const struct ds_rule *rule, const struct ds_pack *pack)
{
	if (rule->pack == NULL || rule->pack == pack)
		return rule->id;
	return sure(doc, ds_arena_printf(arena, ds_tr(doc->language,
	    N_("%s (stated by %s)")), rule->id, rule->pack->name));
}

/* Nothing where there is nothing to say. */
static void
line(dossier_document *doc, const char *label, const char *text)
{
	if (text != NULL)
		ds_field_line(doc, ds_tr(doc->language, label), text);
}

static void
explain_missing(dossier_document *doc, struct ds_arena *arena,
    const struct ds_advice *advice)
{
	dossier_language lang = doc->language;

	if (advice->unknown_count > 0) {
		line(doc, N_("Route"), sure(doc, ds_arena_printf(arena,
		    ds_tr(lang, N_("no advice; not known: %s")),
		    unknown_text(doc, arena, advice, false))));
		line(doc, N_("What is needed"),
		    unknown_text(doc, arena, advice, true));
	} else if (advice->table == NULL) {
		line(doc, N_("Route"), ds_tr(lang,
		    N_("no advice; this pack has no rules for a route")));
	} else {
		line(doc, N_("Route"), ds_tr(lang,
		    N_("no advice; no rule of this pack fits")));
	}
}

/* May any rule still lead to this route? */
static bool
still_open(const struct ds_table *table, const char *slug,
    const struct ds_fact_value *facts)
{
	const struct ds_rule *rule = table->rules;
	const char *other;
	size_t i;

	for (i = 0; i < table->rule_count; i++, rule++) {
		other = ds_rule_output(rule, "route");
		if (other != NULL && strcmp(other, slug) == 0 &&
		    ds_conditions_test(rule->conditions,
		    rule->condition_count, facts) != DS_FALSE)
			return true;
	}
	return false;
}

/* Routes to which no rule can lead any more. */
static void
explain_ruled_out(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route)
{
	const struct ds_code *code = ds_codes_destination;
	const struct ds_table *table = route->advice.table;
	const char *text = NULL, *slug;
	size_t i;

	if (table == NULL)
		return;
	for (; code->slug != NULL; code++) {
		for (i = 0; i < table->rule_count; i++) {
			slug = ds_rule_output(&table->rules[i], "route");
			if (slug != NULL && strcmp(slug, code->slug) == 0)
				break;
		}
		if (i < table->rule_count && !still_open(table, code->slug,
		    route->youth->facts.fact))
			text = sure(doc, ds_arena_printf(arena, "%s%s%s",
			    text == NULL ? "" : text,
			    text == NULL ? "" : "; ",
			    route_label(doc, code->slug)));
	}
	line(doc, N_("Ruled out"), text);
}

static void
explain_hold(dossier_document *doc, struct ds_arena *arena,
    const struct ds_advice *advice)
{
	const struct ds_rule *rule = advice->held_by;
	dossier_language lang = doc->language;
	const char *text;

	if (rule != NULL) {
		text = rule_text(doc, arena, rule, advice->pack);
		line(doc, N_("Stays where it is"), rule->because == NULL ?
		    text : sure(doc, ds_arena_printf(arena, ds_tr(lang,
		    N_("by rule %s: %s")), text, rule->because)));
	}
	if (advice->own_rule == advice->rule || advice->table == NULL)
		return;
	line(doc, N_("The route rule itself"), advice->own_route == NULL ?
	    ds_tr(lang, N_("decides nothing")) :
	    sure(doc, ds_arena_printf(arena, ds_tr(lang,
	    N_("%s (rule %s)")), route_label(doc, advice->own_route),
	    rule_text(doc, arena, advice->own_rule, advice->pack))));
}

static void
explain_override(dossier_document *doc, struct ds_arena *arena,
    const struct ds_override *override)
{
	dossier_language lang = doc->language;
	const char *on, *until;

	if (override->route == NULL)
		return;
	on = day_text(doc, arena, override->on);
	until = !ds_day_known(override->until) ? "" :
	    sure(doc, ds_arena_printf(arena, ds_tr(lang, N_(", until %s")),
	    day_text(doc, arena, override->until)));
	line(doc, N_("Decided otherwise"), sure(doc, ds_arena_printf(arena,
	    ds_tr(lang, N_("%s, by %s on %s%s: %s")),
	    route_label(doc, override->route), override->by, on, until,
	    override->reason)));
}

static void
explain_rule(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route)
{
	const struct ds_advice *advice = &route->advice;
	const struct ds_rule *rule = advice->rule;

	if (rule == NULL) {
		explain_missing(doc, arena, advice);
		explain_ruled_out(doc, arena, route);
		return;
	}
	line(doc, N_("Route"), route_label(doc, advice->route));
	line(doc, N_("Rule"), rule_text(doc, arena, rule, advice->pack));
	line(doc, N_("Because"), rule->because);
	line(doc, N_("Source"), rule->source != NULL ? rule->source :
	    advice->table == NULL ? NULL : advice->table->source);
}

/* Lines of a pack, as one: "jobcoach; training". */
static const char *
joined(dossier_document *doc, struct ds_arena *arena, const char *lines)
{
	const char *text = "", *end;
	bool more = true;

	for (; more; lines = end + 1) {
		end = strchrnul(lines, '\n');
		more = *end != '\0';
		text = sure(doc, ds_arena_printf(arena, "%s%.*s%s", text,
		    (int)(end - lines), lines, more ? "; " : ""));
	}
	return text;
}

static void
explain_pack(dossier_document *doc, struct ds_arena *arena,
    const struct ds_advice *advice)
{
	const struct ds_parameter *support = support_of(advice->pack);
	const struct ds_pack *pack = advice->pack;

	line(doc, N_("Region"), pack_text(doc, arena, pack));
	line(doc, N_("Chosen because"), ds_tr(doc->language, advice->why));
	if (support != NULL)
		line(doc, N_("Support"), sure(doc, ds_arena_printf(arena,
		    ds_tr(doc->language, N_("%s (stated by %s)")),
		    joined(doc, arena, support->value),
		    support->pack == NULL ? pack->name :
		    support->pack->name)));
	for (; pack != NULL; pack = pack->base)
		if (pack->doubt != NULL)
			line(doc, N_("Doubt"),
			    joined(doc, arena, pack->doubt));
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
	table = ds_table(doc, ds_tr(lang, N_("What was asked")), columns, 3);
	for (i = 0; i < route->advice.fact_count; i++) {
		fact = route->advice.facts[i];
		value = &route->youth->facts.fact[fact];
		row = ds_table_row(doc, table);
		ds_cell(doc, row, 0, ds_tr(lang, ds_fact_defs[fact].label));
		ds_cell(doc, row, 1, sure(doc, ds_fact_text(arena, fact,
		    value, lang)));
		ds_cell(doc, row, 2, value->known ?
		    day_text(doc, arena, value->on) : NULL);
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

	if (route->measurement_count == 0)
		return;
	table = ds_table(doc, ds_tr(lang, N_("Wage values measured")),
	    columns, 5);
	for (i = 0; i < route->measurement_count; i++, m++) {
		row = ds_table_row(doc, table);
		ds_cell(doc, row, 0, ds_decimal_text(m->value, WAGE_SCALE,
		    lang, text));
		ds_cell(doc, row, 1, day_text(doc, arena, m->measured_on));
		ds_cell(doc, row, 2, day_text(doc, arena, m->valid_until));
		ds_cell(doc, row, 3, m->method);
		ds_cell(doc, row, 4, ds_tr(lang, m->counted ? N_("yes") :
		    N_("no")));
	}
}

void
ds_route_explain(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route, dossier_day day)
{
	ds_document_note(doc, sure(doc, ds_arena_printf(arena,
	    "%s (%s), %s", name_of(arena, route->youth),
	    route->youth->facts.ref, day_text(doc, arena, day))));
	explain_rule(doc, arena, route);
	explain_hold(doc, arena, &route->advice);
	explain_override(doc, arena, &route->override);
	explain_pack(doc, arena, &route->advice);
	explain_facts(doc, arena, route);
	explain_measurements(doc, arena, route);
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
	const char *text = advice->route == NULL ? NULL :
	    route_label(doc, advice->route);

	ds_cell(doc, row, 0, name_of(arena, route->youth));
	ds_cell(doc, row, 1, route->youth->facts.ref);
	if (route->override.route != NULL)
		text = sure(doc, ds_arena_printf(arena, ds_tr(doc->language,
		    N_("%s; %s decided: %s")), text == NULL ? "-" : text,
		    route->override.by,
		    route_label(doc, route->override.route)));
	ds_cell(doc, row, 2, text);
	if (advice->rule != NULL)
		ds_cell(doc, row, 3, advice->rule->id);
	ds_cell(doc, row, 4, unknown_text(doc, arena, advice, false));
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
	    counts->all - counts->advised, counts->held, counts->overridden);
	for (fact = 0; fact < DS_FACT_COUNT; fact++) {
		def = &ds_fact_defs[fact];
		if (counts->unknown[fact] > 0)
			ds_paragraph(doc, ds_tr(lang, N_("Not known for "
			    "%zu: %s. Needed: %s.")), counts->unknown[fact],
			    ds_tr(lang, def->label),
			    ds_tr(lang, def->supply));
	}
}
