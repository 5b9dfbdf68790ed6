/* SPDX-License-Identifier: EUPL-1.2 */
/* What a pack's tables say of one youth. */
#include <string.h>

#include "flows/route.h"

static void
note_inputs(struct ds_advice *advice, const struct ds_table *table)
{
	enum ds_fact asked[DS_FACT_COUNT];
	size_t count = ds_table_facts(asked, advice->pack, table), i;

	for (i = 0; i < count; i++)
		ds_facts_add(advice->facts, &advice->fact_count, asked[i]);
}

static void
note_unknown(struct ds_advice *advice, const struct ds_outcome *outcome)
{
	size_t i;

	for (i = 0; i < outcome->unknown_count; i++)
		ds_facts_add(advice->unknown, &advice->unknown_count,
		    outcome->unknown[i]);
}

static dossier_status
ask(struct ds_outcome *out, struct ds_advice *advice,
    const struct ds_table *table, const struct ds_fact_value *facts,
    dossier_error *err)
{
	memset(out, 0, sizeof *out);
	out->none = true;
	if (table == NULL)
		return DOSSIER_OK;
	note_inputs(advice, table);
	return ds_table_decide(out, advice->pack, table, facts, err);
}

dossier_status
ds_route_advise(struct ds_advice *out, const struct ds_pack *pack,
    const struct ds_fact_value *facts, dossier_error *err)
{
	struct ds_outcome hold, *own = &out->own;
	const char *held_route = NULL;
	bool open;

	out->pack = pack;
	out->route = NULL;
	out->rule = NULL;
	out->own_route = NULL;
	out->unknown_count = out->fact_count = 0;
	out->table = ds_pack_table(pack, "route");
	DS_TRY(ask(&hold, out, ds_pack_table(pack, "vasthouden"), facts,
	    err));
	DS_TRY(ask(own, out, out->table, facts, err));
	out->held_by = hold.rule;
	if (own->rule != NULL)
		out->own_route = ds_rule_output(own->rule, "route");
	if (hold.rule != NULL)
		held_route = ds_rule_output(hold.rule, "route");
	/* Who may be held is not sent elsewhere. */
	open = hold.rule == NULL && !hold.none;
	if (held_route != NULL) {
		out->route = held_route;
		out->rule = hold.rule;
	} else if (!open && out->own_route != NULL) {
		out->route = out->own_route;
		out->rule = own->rule;
	} else {
		note_unknown(out, &hold);
		note_unknown(out, own);
	}
	return DOSSIER_OK;
}

const struct ds_stated *
ds_route_support(const struct ds_pack *pack, dossier_day day)
{
	return ds_pack_stated(pack, "ondersteuning", day);
}
