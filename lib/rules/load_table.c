/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading decision tables. */
#include <string.h>

#include "rules/decide.h"
#include "rules/load.h"

/* ---- rules ---- */

static dossier_status
read_when(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_rule *rule = out;

	return ds_load_conditions(load, NULL, NULL, &rule->conditions,
	    &rule->condition_count, node, err);
}

static dossier_status
read_then(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_rule *rule = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	if (node->count == 0)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("\"%s\" says nothing."), "then"), err);
	return ds_load_each(load, &rule->outputs, &rule->output_count, node,
	    sizeof *rule->outputs, ds_load_output, err);
}

static dossier_status
read_rule(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const struct ds_key keys[] = {
		{ "id", true, ds_load_id, offsetof(struct ds_rule, id) },
		{ "when", false, read_when, 0 },
		{ "then", true, read_then, 0 },
		{ "because", false, ds_load_text,
		    offsetof(struct ds_rule, because) },
		{ "source", false, ds_load_text,
		    offsetof(struct ds_rule, source) },
		{ "doubt", false, ds_load_texts,
		    offsetof(struct ds_rule, doubt) },
		{ "note", false, ds_load_text,
		    offsetof(struct ds_rule, note) },
		{ NULL, false, NULL, 0 }
	};
	struct ds_rule *rule = out;

	DS_TRY(ds_load_map(load, rule, node, keys, err));
	rule->pack = load->pack;
	rule->line = node->line;
	rule->column = node->column;
	return DOSSIER_OK;
}

/* ---- a table ---- */

static dossier_status
read_hit(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	int chosen;

	DS_TRY(ds_load_choice(load, &chosen, node, ds_hit_words,
	    DS_HIT_COUNT, err));
	*(enum ds_hit *)out = (enum ds_hit)chosen;
	return DOSSIER_OK;
}

static dossier_status
read_input(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	return ds_load_at(load, node, ds_load_input(load, out, node,
	    node->text, err), err);
}

static dossier_status
check_size(struct ds_load *load, const struct ds_yaml *node, size_t most,
    dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	return ds_load_at_most(load, node, most, err);
}

static dossier_status
read_inputs(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_seen seen[DS_MAX_INPUTS];
	struct ds_table *table = out;
	const struct ds_yaml *child;
	size_t count = 0;

	DS_TRY(check_size(load, node, DS_MAX_INPUTS, err));
	DS_TRY(ds_load_each(load, &table->inputs, &table->input_count, node,
	    sizeof *table->inputs, read_input, err));
	for (child = node->first; child != NULL; child = child->next)
		seen[count++] = (struct ds_seen){ child->text, child };
	return ds_load_distinct(load, seen, count, err);
}

static dossier_status
read_rules(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_table *table = out;

	DS_TRY(check_size(load, node, DS_MAX_RULES, err));
	if (node->count == 0)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("The table \"%s\" has no rules."), table->name), err);
	return ds_load_each(load, &table->rules, &table->rule_count, node,
	    sizeof *table->rules, read_rule, err);
}

static dossier_status
read_order(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_seen seen[DS_MAX_RULES];
	struct ds_table *table = out;
	const struct ds_yaml *child;
	size_t count = 0;

	DS_TRY(check_size(load, node, DS_MAX_RULES, err));
	table->order_line = node->line;
	table->order_column = node->column;
	DS_TRY(ds_load_each(load, &table->order, &table->order_count, node,
	    sizeof *table->order, ds_load_texts, err));
	for (child = node->first; child != NULL; child = child->next)
		seen[count++] = (struct ds_seen){ child->text, child };
	return ds_load_distinct(load, seen, count, err);
}

/* ---- the order of a table by priority ---- */

static dossier_status
not_in_order(struct ds_load *load, const struct ds_table *table,
    const struct ds_rule *rule, dossier_error *err)
{
	ds_fail(err, DOSSIER_INVALID, N_("The rule \"%s\" says \"%s\", "
	    "which has no place in the order of its table."), rule->id,
	    rule->outputs[0].value);
	ds_load_suggest(rule->outputs[0].value, table->order,
	    table->order_count, err);
	ds_locate(err, load->file, rule->line, rule->column);
	return DOSSIER_INVALID;
}

static dossier_status
check_order(struct ds_load *load, const struct ds_yaml *node,
    const struct ds_table *table, dossier_error *err)
{
	const struct ds_rule *rule = table->rules;
	size_t i;

	if ((table->hit == DS_HIT_PRIORITY) != (table->order_count > 0))
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("\"%s\" and \"%s\" belong together: one is missing "
		    "here."), "hit: priority", "order"), err);
	for (i = 0; table->order_count > 0 && i < table->rule_count;
	    i++, rule++) {
		if (ds_rule_rank(table, rule) == table->order_count)
			return not_in_order(load, table, rule, err);
		if (strcmp(rule->outputs[0].name,
		    table->rules[0].outputs[0].name) == 0)
			continue;
		ds_locate(err, load->file, rule->line, rule->column);
		return ds_fail(err, DOSSIER_INVALID, N_("The rules of a table "
		    "with an order begin with the same output; here \"%s\" "
		    "and \"%s\"."), table->rules[0].outputs[0].name,
		    rule->outputs[0].name);
	}
	return DOSSIER_OK;
}

/* ---- periods in months, or in days ---- */

/* 1: in months, 2: in days; 3: both stand in one column. */
static int
measures(const struct ds_table *table, size_t input)
{
	const struct ds_cell *cell;
	int found = 0;
	size_t i;

	for (i = 0; i < table->rule_count; i++) {
		cell = ds_rule_cell(&table->rules[i], input);
		if (cell != NULL && cell->range_count > 0)
			found |= cell->in_days ? 2 : 1;
	}
	return found;
}

static dossier_status
check_measures(struct ds_load *load, const struct ds_yaml *node,
    const struct ds_table *table, dossier_error *err)
{
	size_t i;

	for (i = 0; i < table->input_count; i++)
		if (table->inputs[i].def->type == DS_FACT_PERIOD &&
		    measures(table, i) == 3)
			return ds_load_at(load, node, ds_cell_two_measures(
			    table->inputs[i].def, err), err);
	return DOSSIER_OK;
}

static dossier_status
read_table(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const struct ds_key keys[] = {
		{ "label", true, ds_load_text,
		    offsetof(struct ds_table, label) },
		{ "on", true, ds_load_subject,
		    offsetof(struct ds_table, on) },
		{ "hit", false, read_hit, offsetof(struct ds_table, hit) },
		{ "order", false, read_order, 0 },
		{ "inputs", true, read_inputs, 0 },
		{ "otherwise", false, ds_load_text,
		    offsetof(struct ds_table, otherwise) },
		{ "doubt", false, ds_load_texts,
		    offsetof(struct ds_table, doubt) },
		{ "source", false, ds_load_text,
		    offsetof(struct ds_table, source) },
		{ "rules", true, read_rules, 0 },
		{ NULL, false, NULL, 0 }
	};
	struct ds_table *table = out;
	dossier_status status;

	DS_TRY(ds_load_key_name(load, &table->name, node, err));
	table->pack = load->pack;
	table->line = node->key_line;
	table->column = node->key_column;
	load->table = table;
	status = ds_load_map(load, table, node, keys, err);
	load->table = NULL;
	load->on = DS_ON_YOUTH;
	if (status == DOSSIER_OK)
		status = check_order(load, node, table, err);
	if (status == DOSSIER_OK)
		status = check_measures(load, node, table, err);
	return status;
}

/* ---- all of them ---- */

static size_t
count_rules(const struct ds_table *tables, size_t count)
{
	size_t all = 0;

	while (count-- > 0)
		all += tables[count].rule_count;
	return all;
}

/* Advice names a rule by its id alone, so it is unique in the whole pack. */
static dossier_status
check_ids(struct ds_load *load, const struct ds_table *tables, size_t count,
    const struct ds_yaml *node, dossier_error *err)
{
	const struct ds_yaml *table, *rule;
	struct ds_seen *seen;
	size_t n = 0;

	seen = ds_arena_alloc(load->arena,
	    count_rules(tables, count) * sizeof *seen);
	if (seen == NULL)
		return ds_no_memory(err);
	for (table = node->first; table != NULL; table = table->next) {
		rule = ds_yaml_get(table, "rules")->first;
		for (; rule != NULL; rule = rule->next, n++) {
			seen[n].node = ds_yaml_get(rule, "id");
			seen[n].name = seen[n].node->text;
		}
	}
	return ds_load_distinct(load, seen, n, err);
}

dossier_status
ds_load_tables(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;
	const struct ds_table *own;
	size_t count;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	load->tables = node;
	DS_TRY(ds_load_each(load, &own, &count, node, sizeof *own,
	    read_table, err));
	DS_TRY(check_ids(load, own, count, node, err));
	return ds_load_merge(load, &pack->tables, &pack->table_count, own,
	    count, sizeof *own, err);
}
