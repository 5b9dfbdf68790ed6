/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/decide.h"

#include <string.h>

enum ds_truth
ds_conditions_test(const struct ds_condition *conditions, size_t count,
    const struct ds_fact_value *facts)
{
	enum ds_truth all = DS_TRUE, one;
	size_t i;

	for (i = 0; i < count; i++) {
		one = ds_cell_test(&conditions[i].cell,
		    &facts[conditions[i].fact]);
		if (one == DS_FALSE)
			return DS_FALSE;
		if (one == DS_UNKNOWN)
			all = DS_UNKNOWN;
	}
	return all;
}

static void
add_unknown(struct ds_outcome *out, enum ds_fact fact)
{
	size_t i;

	for (i = 0; i < out->unknown_count; i++)
		if (out->unknown[i] == fact)
			return;
	if (out->unknown_count < DS_MAX_UNKNOWN)
		out->unknown[out->unknown_count++] = fact;
}

/* What keeps a rule from being true or false. */
static void
add_unknowns(struct ds_outcome *out, const struct ds_rule *rule,
    const struct ds_fact_value *facts)
{
	const struct ds_condition *condition = rule->conditions;
	size_t i;

	for (i = 0; i < rule->condition_count; i++, condition++)
		if (ds_cell_test(&condition->cell,
		    &facts[condition->fact]) == DS_UNKNOWN)
			add_unknown(out, condition->fact);
}

static dossier_status
two_true(const struct ds_table *table, const struct ds_rule *one,
    const struct ds_rule *other, dossier_error *err)
{
	ds_fail(err, DOSSIER_INVALID, N_("In the table \"%s\" of the pack "
	    "\"%s\" two rules hold at once: %s and %s."), table->name,
	    table->pack->id, one->id, other->id);
	ds_advise(err, N_("Ask who keeps the pack to make the two rules "
	    "exclude each other."));
	return DOSSIER_INVALID;
}

dossier_status
ds_table_decide(struct ds_outcome *out, const struct ds_table *table,
    const struct ds_fact_value *facts, dossier_error *err)
{
	const struct ds_rule *rule, *holds = NULL;
	enum ds_truth truth;
	size_t i;

	memset(out, 0, sizeof *out);
	for (i = 0; i < table->rule_count; i++) {
		rule = &table->rules[i];
		truth = ds_conditions_test(rule->conditions,
		    rule->condition_count, facts);
		if (truth == DS_FALSE)
			continue;
		out->candidate_count++;
		if (truth == DS_UNKNOWN) {
			add_unknowns(out, rule, facts);
			continue;
		}
		if (holds != NULL)
			return two_true(table, holds, rule, err);
		holds = rule;
		if (table->hit == DS_HIT_FIRST)
			break;
	}
	out->none = out->candidate_count == 0;
	/* A true rule decides only when no other can still come true. */
	if (out->candidate_count == 1)
		out->rule = holds;
	return DOSSIER_OK;
}

const char *
ds_rule_output(const struct ds_rule *rule, const char *name)
{
	size_t i;

	for (i = 0; i < rule->output_count; i++)
		if (strcmp(rule->outputs[i].name, name) == 0)
			return rule->outputs[i].value;
	return NULL;
}
