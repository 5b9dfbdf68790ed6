/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading the examples by which a pack proves itself. */
#include <string.h>

#include "base/text.h"
#include "rules/decide.h"
#include "rules/load.h"

#define MOST_EXAMPLES 2000	/* of a pack: each is a whole youth */

/* ---- the youth of an example ---- */

/* The words of a set, "none" for the empty one. */
static dossier_status
read_set(struct ds_load *load, struct ds_fact_value *value,
    const struct ds_fact_def *def, const struct ds_yaml *node,
    dossier_error *err)
{
	const struct ds_yaml *child = node->kind == DS_YAML_LIST ?
	    node->first : node;
	const char **words = ds_arena_alloc(load->arena,
	    (node->count + 1) * sizeof *words);
	struct ds_fact_value word;

	if (words == NULL)
		return ds_no_memory(err);
	*value = (struct ds_fact_value){ .known = true, .words = words,
	    .on = DOSSIER_NO_DAY };
	if (node->kind == DS_YAML_TEXT && strcmp(node->text, "none") == 0)
		return DOSSIER_OK;
	for (; child != NULL; child = child == node ? NULL : child->next) {
		DS_TRY(ds_load_kind(load, child, DS_YAML_TEXT, err));
		DS_TRY(ds_load_at(load, child, ds_fact_parse(&word,
		    load->arena, def, child->text, err), err));
		words[value->word_count++] = word.text;
	}
	return DOSSIER_OK;
}

static dossier_status
read_fact_value(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_fact_value *values = out;
	const struct ds_fact_def *def;
	enum ds_fact fact;

	DS_TRY(ds_load_key_fact(load, &fact, node, err));
	def = &ds_fact_defs[fact];
	if (node->kind == DS_YAML_TEXT && strcmp(node->text, "unknown") == 0)
		return DOSSIER_OK;
	if (def->type == DS_FACT_SET)
		return read_set(load, &values[fact], def, node, err);
	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	return ds_load_at(load, node, ds_fact_parse(&values[fact],
	    load->arena, def, node->text, err), err);
}

static dossier_status
read_facts(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_example *example = out;
	const struct ds_yaml *child;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	for (child = node->first; child != NULL; child = child->next)
		DS_TRY(read_fact_value(load, example->facts.fact, child,
		    err));
	return DOSSIER_OK;
}

/* One line: "meeting: uitstroomoverleg" and the day. */
struct event {
	struct ds_need need;
	dossier_day on;
};

static dossier_status
read_event(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const struct ds_key keys[] = {
		DS_NEED_KEYS(offsetof(struct event, need)),
		{ "on", true, ds_load_day, offsetof(struct event, on) },
		{ NULL, false, NULL, 0 }
	};
	struct ds_happened *happened = out;
	struct event event = {0};

	DS_TRY(ds_load_map(load, &event, node, keys, err));
	if (event.need.kind == NULL)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("This line does not say what happened.")), err);
	happened->what = event.need.what;
	happened->kind = event.need.kind;
	happened->on = event.on;
	return DOSSIER_OK;
}

static dossier_status
read_happened(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_example *example = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	return ds_load_each(load, &example->facts.happened,
	    &example->facts.happened_count, node,
	    sizeof *example->facts.happened, read_event, err);
}

/* ---- what it is about ---- */

static dossier_status
no_such(struct ds_load *load, const struct ds_yaml *node,
    const char *message, const void *items, size_t count, size_t size,
    dossier_error *err)
{
	const char *names[DS_MAX_RULES], *item = items;
	size_t i;

	for (i = 0; i < count && i < DS_MAX_RULES; i++, item += size)
		names[i] = *(const char *const *)(const void *)item;
	ds_fail(err, DOSSIER_INVALID, message, node->text);
	ds_load_suggest(node->text, names, i, err);
	return ds_load_at(load, node, DOSSIER_INVALID, err);
}

static dossier_status
read_table(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const struct ds_pack *pack = load->pack;

	DS_TRY(ds_load_name(load, out, node, err));
	if (ds_pack_table(pack, node->text) != NULL) {
		load->on = ds_pack_table(pack, node->text)->on;
		return DOSSIER_OK;
	}
	return no_such(load, node, N_("There is no table \"%s\"."),
	    pack->tables, pack->table_count, sizeof *pack->tables, err);
}

static dossier_status
read_term(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const struct ds_pack *pack = load->pack;
	struct ds_example *example = out;

	if (example->table != NULL)
		return ds_load_at_key(load, node, ds_fail(err,
		    DOSSIER_INVALID, N_("\"%s\" and \"%s\" cannot stand "
		    "together."), "table", "term"), err);
	DS_TRY(ds_load_name(load, &example->term, node, err));
	if (ds_pack_term(pack, node->text) != NULL)
		return DOSSIER_OK;
	return no_such(load, node, N_("There is no term \"%s\"."),
	    pack->terms, pack->term_count, sizeof *pack->terms, err);
}

/* ---- what it expects ---- */

static dossier_status
read_state(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const char *words[DS_TERM_LATE_FROM_INTAKE + 1], **state = out;
	int i, count = DS_TERM_LATE_FROM_INTAKE + 1;

	for (i = 0; i < count; i++)
		words[i] = ds_term_state_name((enum ds_term_state)i);
	*state = node->text;
	return ds_load_choice(load, &i, node, words, (size_t)count, err);
}

static dossier_status
read_expected_day(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const char **text = out;
	dossier_day day;

	*text = node->text;
	return ds_load_day(load, &day, node, err);
}

static dossier_status
read_expected_days(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err)
{
	const char **text = out;
	int64_t number;

	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	*text = node->text;
	if (ds_decimal_parse(&number, node->text, 0))
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("\"%s\" is not a whole number."), node->text), err);
}

static const struct ds_key term_keys[] = {
	{ "state", true, read_state, 0 },
	{ "due", false, read_expected_day, sizeof(const char *) },
	{ "met_on", false, read_expected_day, 2 * sizeof(const char *) },
	{ "days", false, read_expected_days, 3 * sizeof(const char *) },
	{ "turn", false, read_expected_days, 4 * sizeof(const char *) },
	{ "missed", false, read_expected_days, 5 * sizeof(const char *) },
	{ NULL, false, NULL, 0 }
};

#define TERM_KEY_COUNT (sizeof term_keys / sizeof term_keys[0] - 1)

static dossier_status
expect_of_term(struct ds_load *load, struct ds_example *example,
    const struct ds_yaml *node, dossier_error *err)
{
	const char *values[TERM_KEY_COUNT] = {0};
	struct ds_output *outputs;
	size_t i;

	DS_TRY(ds_load_map(load, values, node, term_keys, err));
	outputs = ds_arena_alloc(load->arena,
	    TERM_KEY_COUNT * sizeof *outputs);
	if (outputs == NULL)
		return ds_no_memory(err);
	example->outputs = outputs;
	for (i = 0; i < TERM_KEY_COUNT; i++) {
		if (values[i] == NULL)
			continue;
		outputs[example->output_count].name = term_keys[i].name;
		outputs[example->output_count++].value = values[i];
	}
	return DOSSIER_OK;
}

static bool
gives(const struct ds_table *table, const char *name)
{
	size_t i;

	for (i = 0; i < table->rule_count; i++)
		if (ds_rule_output(&table->rules[i], name) != NULL)
			return true;
	return false;
}

static dossier_status
expect_outputs(struct ds_load *load, struct ds_example *example,
    const struct ds_yaml *node, dossier_error *err)
{
	const struct ds_table *table = ds_pack_table(load->pack,
	    example->table);
	const struct ds_yaml *child;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	for (child = node->first; child != NULL; child = child->next)
		if (!gives(table, child->key))
			return ds_load_at_key(load, child, ds_fail(err,
			    DOSSIER_INVALID, N_("No rule of the table \"%s\" "
			    "says \"%s\"."), table->name, child->key), err);
	if (node->count == 0)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("\"%s\" says nothing."), "expect"), err);
	return ds_load_each(load, &example->outputs, &example->output_count,
	    node, sizeof *example->outputs, ds_load_output, err);
}

static dossier_status
expect_of_table(struct ds_load *load, struct ds_example *example,
    const struct ds_yaml *node, dossier_error *err)
{
	static const char *const words[] = { "undecided", "none" };
	int chosen;

	if (node->kind != DS_YAML_TEXT)
		return expect_outputs(load, example, node, err);
	DS_TRY(ds_load_choice(load, &chosen, node, words, 2, err));
	example->expected = chosen == 0 ? DS_EXPECT_UNDECIDED :
	    DS_EXPECT_NONE;
	return DOSSIER_OK;
}

static dossier_status
read_expect(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_example *example = out;

	if (example->table != NULL)
		return expect_of_table(load, example, node, err);
	if (example->term != NULL)
		return expect_of_term(load, example, node, err);
	return ds_load_at_key(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("An example names its \"table\" or its \"term\".")), err);
}

/* ---- an example ---- */

static const struct ds_key example_keys[] = {
	{ "name", true, ds_load_text, offsetof(struct ds_example, name) },
	{ "table", false, read_table, offsetof(struct ds_example, table) },
	{ "term", false, read_term, 0 },
	{ "today", false, ds_load_day, offsetof(struct ds_example, today) },
	{ "facts", false, read_facts, 0 },
	{ "opened_on", false, ds_load_day,
	    offsetof(struct ds_example, facts.opened_on) },
	{ "happened", false, read_happened, 0 },
	{ "expect", true, read_expect, 0 },
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_example(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_example *example = out;

	example->line = node->line;
	example->today = DOSSIER_NO_DAY;
	example->facts.opened_on = DOSSIER_NO_DAY;
	load->on = DS_ON_YOUTH;
	DS_TRY(ds_load_map(load, example, node, example_keys, err));
	load->on = DS_ON_YOUTH;
	if (example->term == NULL || ds_day_known(example->today))
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("The key \"%s\" is missing here."), "today"), err);
}

dossier_status
ds_load_examples(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;
	const struct ds_yaml *child;
	struct ds_seen *seen;
	size_t count = 0;

	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	DS_TRY(ds_load_at_most(load, node, MOST_EXAMPLES, err));
	DS_TRY(ds_load_each(load, &pack->examples, &pack->example_count,
	    node, sizeof *pack->examples, read_example, err));
	seen = ds_arena_alloc(load->arena, node->count * sizeof *seen);
	if (seen == NULL)
		return ds_no_memory(err);
	for (child = node->first; child != NULL; child = child->next) {
		seen[count].node = ds_yaml_get(child, "name");
		seen[count].name = seen[count].node->text;
		count++;
	}
	return ds_load_distinct(load, seen, count, err);
}
