/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading decision tables. */
#include <string.h>

#include "rules/load.h"

/* ---- rules ---- */

static dossier_status
read_when(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_rule *rule = out;

	return ds_load_conditions(load, &rule->conditions,
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
	static const char *const words[] = {
		[DS_HIT_UNIQUE] = "unique", [DS_HIT_FIRST] = "first"
	};
	int chosen;

	DS_TRY(ds_load_choice(load, &chosen, node, words, 2, err));
	*(enum ds_hit *)out = (enum ds_hit)chosen;
	return DOSSIER_OK;
}

static dossier_status
read_input(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	int fact;

	DS_TRY(ds_load_fact(load, &fact, node, err));
	*(enum ds_fact *)out = (enum ds_fact)fact;
	return DOSSIER_OK;
}

static dossier_status
check_size(struct ds_load *load, const struct ds_yaml *node, size_t most,
    dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	if (node->count <= most)
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("\"%s\" holds at most %zu items; here are %zu."), node->key,
	    most, node->count), err);
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
read_table(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const struct ds_key keys[] = {
		{ "label", true, ds_load_text,
		    offsetof(struct ds_table, label) },
		{ "on", true, ds_load_subject,
		    offsetof(struct ds_table, on) },
		{ "hit", false, read_hit, offsetof(struct ds_table, hit) },
		{ "inputs", true, read_inputs, 0 },
		{ "source", false, ds_load_text,
		    offsetof(struct ds_table, source) },
		{ "rules", true, read_rules, 0 },
		{ NULL, false, NULL, 0 }
	};
	struct ds_table *table = out;
	dossier_status status;

	DS_TRY(ds_load_key_name(load, &table->name, node, err));
	table->pack = load->pack;
	load->table = table;
	status = ds_load_map(load, table, node, keys, err);
	load->table = NULL;
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
	DS_TRY(ds_load_each(load, &own, &count, node, sizeof *own,
	    read_table, err));
	DS_TRY(check_ids(load, own, count, node, err));
	return ds_load_merge(load, &pack->tables, &pack->table_count, own,
	    count, sizeof *own, err);
}
