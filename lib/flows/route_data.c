/* SPDX-License-Identifier: EUPL-1.2 */
/* Route advice for machines. */
#include <string.h>

#include "base/text.h"
#include "flows/route.h"
#include "flows/say.h"

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

/* Only where something is kept back does the key stand there. */
static void
put_hidden(dossier_document *doc, struct ds_value *map, const char *why)
{
	if (why != NULL)
		ds_put_text(doc, map, "withheld", ds_tr(doc->language, why));
}

static void
put_facts(dossier_document *doc, struct ds_value *map,
    struct ds_arena *arena, const struct ds_route_case *route)
{
	struct ds_value *list = ds_put_list(doc, map, "facts"), *item;
	const struct ds_fact_value *value;
	enum ds_fact fact;
	bool shown;
	size_t i;

	for (i = 0; i < route->advice.fact_count; i++) {
		fact = route->advice.facts[i];
		value = &route->youth->facts.fact[fact];
		shown = value->known && route->hidden.fact[fact] == NULL;
		item = ds_put_map(doc, list, NULL);
		ds_put_text(doc, item, "name", ds_fact_defs[fact].name);
		ds_put_text(doc, item, "value", !shown ? NULL :
		    ds_say_sure(doc, ds_fact_data(arena, fact, value)));
		ds_put_day(doc, item, "on",
		    shown ? value->on : DOSSIER_NO_DAY);
		put_hidden(doc, item, route->hidden.fact[fact]);
	}
}

static void
put_override(dossier_document *doc, struct ds_value *map,
    const struct ds_override *override, const char *hidden)
{
	struct ds_value *item;

	if (override->route == NULL || hidden != NULL) {
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

static void
put_measurements(dossier_document *doc, struct ds_value *map,
    const struct ds_route_case *route)
{
	struct ds_value *list = ds_put_list(doc, map, "wage_values"), *item;
	const struct ds_measurement *m = route->measurements;
	char text[24];
	size_t i;

	for (i = 0; i < route->measurement_count &&
	    route->hidden.measurements == NULL; i++, m++) {
		item = ds_put_map(doc, list, NULL);
		ds_put_text(doc, item, "value", ds_decimal_text(m->value,
		    ds_fact_defs[DS_FACT_WAGE_VALUE].scale, DOSSIER_ENGLISH,
		    text));
		ds_put_day(doc, item, "measured_on", m->measured_on);
		ds_put_day(doc, item, "valid_until", m->valid_until);
		ds_put_text(doc, item, "method", m->method);
		ds_put_bool(doc, item, "counted", m->counted);
	}
}

/* What the tables came to; nothing of it where it would tell a fact. */
static void
put_advice(dossier_document *doc, struct ds_value *map,
    const struct ds_advice *advice)
{
	ds_put_text(doc, map, "route", advice->route);
	ds_put_bool(doc, map, "decided", advice->route != NULL);
	put_unknown(doc, map, advice);
	ds_put_text(doc, map, "rule",
	    advice->rule == NULL ? NULL : advice->rule->id);
}

struct ds_value *
ds_route_data(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route)
{
	static const struct ds_advice nothing;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	const struct ds_advice *advice = route->hidden.advice == NULL ?
	    &route->advice : &nothing;
	const struct ds_pack *pack = route->advice.pack;

	ds_put_text(doc, map, "ref", route->youth->facts.ref);
	put_advice(doc, map, advice);
	ds_put_text(doc, map, "pack", pack->id);
	ds_put_text(doc, map, "version", pack->version);
	put_facts(doc, map, arena, route);
	ds_put_text(doc, map, "because",
	    advice->rule == NULL ? NULL : advice->rule->because);
	ds_put_text(doc, map, "held_by",
	    advice->held_by == NULL ? NULL : advice->held_by->id);
	put_override(doc, map, &route->override, route->hidden.override);
	ds_say_list(doc, arena, map, "support",
	    route->support == NULL ? NULL : route->support->value);
	put_measurements(doc, map, route);
	ds_put_text(doc, map, "pack_because",
	    ds_tr(doc->language, route->advice.why));
	put_hidden(doc, map, route->hidden.advice);
	return map;
}
