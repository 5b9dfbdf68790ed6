/* SPDX-License-Identifier: EUPL-1.2 */
/* Parts that stand in several places of a pack: tests, outputs, needs. */
#include <string.h>

#include "rules/load.h"

/* ---- tests of facts ---- */

static dossier_status
no_input(const struct ds_table *table, const char *name, dossier_error *err)
{
	const char *names[DS_MAX_INPUTS];
	size_t i;

	for (i = 0; i < table->input_count; i++)
		names[i] = table->inputs[i].def->name;
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is no input of the table "
	    "\"%s\"."), name, table->name);
	ds_load_suggest(name, names, table->input_count, err);
	return DOSSIER_INVALID;
}

/* The place among the inputs of the table that is being read. */
static dossier_status
find_input(struct ds_load *load, size_t *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const struct ds_table *table = load->table;
	struct ds_input input;

	for (*out = 0; *out < table->input_count; ++*out)
		if (strcmp(table->inputs[*out].def->name, node->key) == 0)
			return DOSSIER_OK;
	DS_TRY(ds_load_at_key(load, node, ds_load_input(load, &input, node,
	    node->key, err), err));
	return ds_load_at_key(load, node, no_input(table, node->key, err),
	    err);
}

static dossier_status
read_test(struct ds_load *load, struct ds_cell *cell,
    const struct ds_input *input, const struct ds_yaml *node,
    dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	return ds_load_at(load, node, ds_cell_parse(cell, load->arena,
	    input->def, node->text, err), err);
}

static dossier_status
read_condition(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_condition *condition = out;

	DS_TRY(find_input(load, &condition->at, node, err));
	return read_test(load, &condition->cell,
	    &load->table->inputs[condition->at], node, err);
}

static dossier_status
read_key_input(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_at_key(load, node, ds_load_input(load, out, node,
	    node->key, err), err);
}

/* Outside a table each key is an input of its own. */
static dossier_status
read_own(struct ds_load *load, const struct ds_input **inputs,
    const struct ds_condition **out, size_t *count,
    const struct ds_yaml *node, dossier_error *err)
{
	struct ds_condition *conditions;
	const struct ds_yaml *child;
	size_t i = 0;

	DS_TRY(ds_load_at_most(load, node, DS_MAX_INPUTS, err));
	DS_TRY(ds_load_each(load, inputs, count, node, sizeof **inputs,
	    read_key_input, err));
	conditions = ds_arena_alloc(load->arena,
	    node->count * sizeof *conditions);
	if (conditions == NULL)
		return ds_no_memory(err);
	for (child = node->first; child != NULL; child = child->next, i++) {
		conditions[i].at = i;
		DS_TRY(read_test(load, &conditions[i].cell, &(*inputs)[i],
		    child, err));
	}
	*out = conditions;
	return DOSSIER_OK;
}

dossier_status
ds_load_conditions(struct ds_load *load, const struct ds_input **inputs,
    size_t *input_count, const struct ds_condition **out, size_t *count,
    const struct ds_yaml *node, dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	if (load->table != NULL)
		return ds_load_each(load, out, count, node, sizeof **out,
		    read_condition, err);
	DS_TRY(read_own(load, inputs, out, count, node, err));
	*input_count = *count;
	return DOSSIER_OK;
}

/* ---- outputs ---- */

/* Names that the commands know; any other is the region's own. */
static const struct {
	const char *name;
	enum { OF_CODE, OF_CODES, OF_YES_NO, OF_PERIOD } kind;
	const struct ds_code *codes;
} known_outputs[] = {
	{ "route", OF_CODE, ds_codes_destination },
	{ "holder", OF_CODE, ds_codes_party },
	{ "blocks", OF_CODES, ds_codes_destination },
	{ "open", OF_YES_NO, NULL },		/* may a programme be entered? */
	{ "counts", OF_YES_NO, NULL },		/* is one in a population? */
	{ "period", OF_PERIOD, NULL }
};

#define KNOWN_COUNT (sizeof known_outputs / sizeof known_outputs[0])

/* Each of a list of codes, or the one. */
static dossier_status
check_codes(struct ds_load *load, const struct ds_yaml *node,
    const struct ds_code *codes, dossier_error *err)
{
	const struct ds_yaml *child = node->first;
	const char *slug;

	if (node->kind == DS_YAML_TEXT)
		return ds_load_code(load, &slug, node, codes, err);
	for (; child != NULL; child = child->next)
		DS_TRY(ds_load_code(load, &slug, child, codes, err));
	return DOSSIER_OK;
}

static dossier_status
read_known(struct ds_load *load, struct ds_output *output, size_t known,
    const struct ds_yaml *node, dossier_error *err)
{
	const struct ds_code *codes = known_outputs[known].codes;
	struct ds_period period;
	bool yes;

	output->value = node->text;
	switch (known_outputs[known].kind) {
	case OF_CODE:
		return ds_load_code(load, &output->value, node, codes, err);
	case OF_YES_NO:
		DS_TRY(ds_load_bool(load, &yes, node, err));
		output->value = yes ? "yes" : "no";
		return DOSSIER_OK;
	case OF_PERIOD:
		return ds_load_period(load, &period, node, err);
	case OF_CODES:
		break;
	}
	DS_TRY(check_codes(load, node, codes, err));
	return ds_load_texts(load, &output->value, node, err);
}

dossier_status
ds_load_output(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_output *output = out;
	size_t i;

	DS_TRY(ds_load_key_name(load, &output->name, node, err));
	for (i = 0; i < KNOWN_COUNT; i++)
		if (strcmp(known_outputs[i].name, output->name) == 0)
			return read_known(load, output, i, node, err);
	return ds_load_texts(load, &output->value, node, err);
}

/* ---- what must have happened ---- */

static const struct {
	const char *key;
	const struct ds_code *codes;
} happenings[] = {
	[DS_HAD_MEETING] = { "meeting", ds_codes_meeting },
	[DS_HAD_AGREEMENT] = { "agreement", ds_codes_agreement },
	[DS_HAD_MOMENT] = { "moment", ds_codes_moment },
	[DS_HAD_PLACEMENT] = { "placement", ds_codes_placement },
	[DS_HAD_HANDOVER] = { "handover", ds_codes_handover }
};

#define HAPPENING_COUNT (sizeof happenings / sizeof happenings[0])

static dossier_status
no_happening(struct ds_load *load, const struct ds_yaml *node,
    dossier_error *err)
{
	const char *keys[HAPPENING_COUNT];
	size_t i;

	for (i = 0; i < HAPPENING_COUNT; i++)
		keys[i] = happenings[i].key;
	ds_fail(err, DOSSIER_INVALID,
	    N_("The key \"%s\" is not known here."), node->key);
	ds_load_suggest(node->key, keys, HAPPENING_COUNT, err);
	return ds_load_at_key(load, node, DOSSIER_INVALID, err);
}

dossier_status
ds_load_happening(struct ds_load *load, struct ds_need *out,
    const struct ds_yaml *node, const char *word, dossier_error *err)
{
	struct ds_yaml one = *node;
	size_t i;

	for (i = 0; i < HAPPENING_COUNT; i++)
		if (strcmp(happenings[i].key, node->key) == 0)
			break;
	if (i == HAPPENING_COUNT)
		return no_happening(load, node, err);
	out->what = (enum ds_happening)i;
	one.text = word;
	return ds_load_code(load, &out->kind, &one, happenings[i].codes, err);
}

dossier_status
ds_load_need(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_need *need = out;

	if (need->kind != NULL)
		return ds_load_at_key(load, node, ds_fail(err,
		    DOSSIER_INVALID, N_("\"%s\" and \"%s\" cannot stand "
		    "together."), happenings[need->what].key, node->key),
		    err);
	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	return ds_load_happening(load, need, node, node->text, err);
}
