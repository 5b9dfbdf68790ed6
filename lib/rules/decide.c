/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/decide.h"

#include <string.h>

/* ---- tests ---- */

enum ds_truth
ds_conditions_test(const struct ds_condition *conditions, size_t count,
    const struct ds_fact_value *const *values)
{
	enum ds_truth all = DS_TRUE, one;
	size_t i;

	for (i = 0; i < count; i++) {
		one = ds_cell_test(&conditions[i].cell,
		    values[conditions[i].at]);
		if (one == DS_FALSE)
			return DS_FALSE;
		if (one == DS_UNKNOWN)
			all = DS_UNKNOWN;
	}
	return all;
}

/* ---- what is not known ---- */

void
ds_facts_add(enum ds_fact *facts, size_t *count, enum ds_fact fact)
{
	size_t i;

	for (i = 0; i < *count; i++)
		if (facts[i] == fact)
			return;
	facts[(*count)++] = fact;
}

void
ds_input_unknown(enum ds_fact *facts, size_t *count,
    const struct ds_pack *pack, const struct ds_input *input,
    const struct ds_fact_value *values)
{
	enum ds_fact asked[DS_FACT_COUNT];
	size_t asked_count, i;

	if (input->fact >= 0) {
		ds_facts_add(facts, count, (enum ds_fact)input->fact);
		return;
	}
	asked_count = ds_table_facts(asked, pack,
	    ds_pack_table(pack, input->table));
	for (i = 0; i < asked_count; i++)
		if (!values[asked[i]].known)
			ds_facts_add(facts, count, asked[i]);
}

static void
note_unknowns(struct ds_outcome *out, const struct ds_pack *pack,
    const struct ds_table *table, const struct ds_rule *rule,
    const struct ds_values *values, const struct ds_fact_value *facts)
{
	const struct ds_condition *condition = rule->conditions;
	size_t i;

	for (i = 0; i < rule->condition_count; i++, condition++)
		if (ds_cell_test(&condition->cell,
		    values->at[condition->at]) == DS_UNKNOWN)
			ds_input_unknown(out->unknown, &out->unknown_count,
			    pack, &table->inputs[condition->at], facts);
}

static void
note_facts(enum ds_fact *out, size_t *count, const struct ds_pack *pack,
    const struct ds_input *inputs, size_t input_count)
{
	const struct ds_table *asked;
	size_t i;

	for (i = 0; i < input_count; i++) {
		if (inputs[i].fact >= 0) {
			ds_facts_add(out, count, (enum ds_fact)inputs[i].fact);
			continue;
		}
		asked = ds_pack_table(pack, inputs[i].table);
		note_facts(out, count, pack, asked->inputs,
		    asked->input_count);
	}
}

size_t
ds_table_facts(enum ds_fact out[DS_FACT_COUNT], const struct ds_pack *pack,
    const struct ds_table *table)
{
	size_t count = 0;

	note_facts(out, &count, pack, table->inputs, table->input_count);
	return count;
}

size_t
ds_term_facts(enum ds_fact out[DS_FACT_COUNT], const struct ds_pack *pack,
    const struct ds_term *term)
{
	size_t count = 0;

	if (term->anchor >= 0)
		ds_facts_add(out, &count, (enum ds_fact)term->anchor);
	note_facts(out, &count, pack, term->inputs, term->input_count);
	if (term->period_table != NULL)
		note_facts(out, &count, pack, term->period_table->inputs,
		    term->period_table->input_count);
	return count;
}

/* ---- what another table says ---- */

size_t
ds_outcome_words(const char **out, size_t most, const struct ds_table *table,
    const struct ds_outcome *outcome, const char *name)
{
	const char *word;
	size_t i, k, count = 0;

	for (i = 0; i < table->rule_count; i++) {
		word = outcome->truth[i] != DS_TRUE ? NULL :
		    ds_rule_output(&table->rules[i], name);
		if (word == NULL)
			continue;
		for (k = 0; k < count && k < most; k++)
			if (strcmp(out[k], word) == 0)
				break;
		if (k < count && k < most)
			continue;
		if (count < most)
			out[count] = word;
		count++;
	}
	return count;
}

/* A set is known when no rule of its table can still come true. */
static void
say_set(struct ds_fact_value *said, struct ds_values *values,
    const struct ds_table *table, const struct ds_outcome *outcome,
    const char *name)
{
	const char **words = values->pool + values->pool_count;

	said->known = outcome->candidate_count == outcome->true_count;
	said->words = words;
	said->word_count = ds_outcome_words(words,
	    DS_MAX_RULES - values->pool_count, table, outcome, name);
	values->pool_count += said->word_count;
}

static dossier_status
ask_table(struct ds_fact_value *said, struct ds_values *values,
    const struct ds_pack *pack, const struct ds_input *input,
    const struct ds_fact_value *facts, dossier_error *err)
{
	const struct ds_table *table = ds_pack_table(pack, input->table);
	struct ds_outcome outcome;

	*said = (struct ds_fact_value){ .on = DOSSIER_NO_DAY };
	DS_TRY(ds_table_decide(&outcome, pack, table, facts, err));
	if (table->hit == DS_HIT_COLLECT) {
		say_set(said, values, table, &outcome, input->output);
		return DOSSIER_OK;
	}
	said->known = outcome.none || outcome.rule != NULL;
	said->text = outcome.rule == NULL ? NULL :
	    ds_rule_output(outcome.rule, input->output);
	if (said->text == NULL)
		said->text = "none";
	return DOSSIER_OK;
}

dossier_status
ds_values_gather(struct ds_values *out, const struct ds_pack *pack,
    const struct ds_input *inputs, size_t count,
    const struct ds_fact_value *facts, dossier_error *err)
{
	size_t i;

	out->pool_count = 0;
	for (i = 0; i < count; i++) {
		out->at[i] = &out->said[i];
		if (inputs[i].fact >= 0)
			out->at[i] = &facts[inputs[i].fact];
		else
			DS_TRY(ask_table(&out->said[i], out, pack,
			    &inputs[i], facts, err));
	}
	return DOSSIER_OK;
}

/* ---- a table ---- */

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

size_t
ds_rule_rank(const struct ds_table *table, const struct ds_rule *rule)
{
	size_t i;

	for (i = 0; i < table->order_count; i++)
		if (strcmp(table->order[i], rule->outputs[0].value) == 0)
			break;
	return i;
}

/* Does a rule that can still come true stand above the best true one? */
static bool
is_blocked(const struct ds_outcome *out, const struct ds_table *table)
{
	size_t best = ds_rule_rank(table, out->rule), i;

	for (i = 0; i < table->rule_count; i++)
		if (out->truth[i] == DS_UNKNOWN &&
		    ds_rule_rank(table, &table->rules[i]) < best)
			return true;
	return false;
}

static bool
is_decided(const struct ds_outcome *out, const struct ds_table *table)
{
	if (out->rule == NULL)
		return false;
	if (table->hit == DS_HIT_COLLECT)
		return true;
	if (table->hit == DS_HIT_PRIORITY)
		return !is_blocked(out, table);
	/* A true rule decides only when no other can still come true. */
	return out->candidate_count == 1;
}

/* Is this true rule to be taken rather than the one that was found? */
static bool
goes_before(const struct ds_table *table, const struct ds_rule *rule,
    const struct ds_rule *found)
{
	return found == NULL || (table->hit == DS_HIT_PRIORITY &&
	    ds_rule_rank(table, rule) < ds_rule_rank(table, found));
}

/* Test the rules; out->rule is the true one that counts. */
static dossier_status
test_rules(struct ds_outcome *out, const struct ds_table *table,
    const struct ds_values *values, dossier_error *err)
{
	const struct ds_rule *rule = table->rules;
	enum ds_truth truth;
	size_t i;

	for (i = 0; i < table->rule_count; i++, rule++) {
		truth = ds_conditions_test(rule->conditions,
		    rule->condition_count, values->at);
		out->truth[i] = (unsigned char)truth;
		out->candidate_count += truth != DS_FALSE;
		if (truth != DS_TRUE)
			continue;
		out->true_count++;
		if (out->rule != NULL && table->hit == DS_HIT_UNIQUE)
			return two_true(table, out->rule, rule, err);
		if (goes_before(table, rule, out->rule))
			out->rule = rule;
		if (table->hit == DS_HIT_FIRST)
			break;
	}
	for (i++; i < table->rule_count; i++)
		out->truth[i] = DS_FALSE;
	return DOSSIER_OK;
}

dossier_status
ds_table_decide(struct ds_outcome *out, const struct ds_pack *pack,
    const struct ds_table *table, const struct ds_fact_value *facts,
    dossier_error *err)
{
	struct ds_values values;
	size_t i;

	out->rule = NULL;
	out->candidate_count = out->true_count = out->unknown_count = 0;
	DS_TRY(ds_values_gather(&values, pack, table->inputs,
	    table->input_count, facts, err));
	DS_TRY(test_rules(out, table, &values, err));
	out->none = out->candidate_count == 0;
	if (out->candidate_count > out->true_count)
		for (i = 0; i < table->rule_count; i++)
			if (out->truth[i] == DS_UNKNOWN)
				note_unknowns(out, pack, table,
				    &table->rules[i], &values, facts);
	if (!is_decided(out, table))
		out->rule = NULL;
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

const struct ds_cell *
ds_rule_cell(const struct ds_rule *rule, size_t at)
{
	size_t i;

	for (i = 0; i < rule->condition_count; i++)
		if (rule->conditions[i].at == at)
			return &rule->conditions[i].cell;
	return NULL;
}

size_t
ds_table_words(const char *out[DS_MAX_RULES], const struct ds_table *table,
    const char *name)
{
	const char *word;
	size_t i, count = 0;

	for (i = 0; i < table->rule_count; i++) {
		word = ds_rule_output(&table->rules[i], name);
		if (word != NULL && !ds_words_hold(out, count, word))
			out[count++] = word;
	}
	return count;
}
