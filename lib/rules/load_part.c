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
		names[i] = ds_fact_defs[table->inputs[i]].name;
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is no input of the table "
	    "\"%s\"."), name, table->name);
	ds_load_suggest(name, names, table->input_count, err);
	return DOSSIER_INVALID;
}

static bool
is_input(const struct ds_table *table, enum ds_fact fact)
{
	size_t i;

	for (i = 0; i < table->input_count; i++)
		if (table->inputs[i] == fact)
			return true;
	return false;
}

static dossier_status
read_condition(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_condition *condition = out;

	DS_TRY(ds_load_key_fact(load, &condition->fact, node, err));
	if (load->table != NULL && !is_input(load->table, condition->fact))
		return ds_load_at_key(load, node,
		    no_input(load->table, node->key, err), err);
	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	return ds_load_at(load, node, ds_cell_parse(&condition->cell,
	    load->arena, condition->fact, node->text, err), err);
}

dossier_status
ds_load_conditions(struct ds_load *load, const struct ds_condition **out,
    size_t *count, const struct ds_yaml *node, dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	return ds_load_each(load, out, count, node, sizeof **out,
	    read_condition, err);
}

/* ---- outputs ---- */

/* Whether one may enter a programme. */
static const struct ds_code yes_or_no[] = {
	{ "yes", NULL, NULL },
	{ "no", NULL, NULL },
	{ NULL, NULL, NULL }
};

static const struct {
	const char *name;
	const struct ds_code *codes;	/* NULL: a period */
} known_outputs[] = {
	{ "open", yes_or_no },
	{ "route", ds_codes_destination },
	{ "holder", ds_codes_party },
	{ "period", NULL }
};

#define KNOWN_COUNT (sizeof known_outputs / sizeof known_outputs[0])

dossier_status
ds_load_output(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_output *output = out;
	struct ds_period period;
	size_t i;

	DS_TRY(ds_load_key_name(load, &output->name, node, err));
	for (i = 0; i < KNOWN_COUNT; i++)
		if (strcmp(known_outputs[i].name, output->name) == 0)
			break;
	if (i == KNOWN_COUNT)
		return ds_load_texts(load, &output->value, node, err);
	if (known_outputs[i].codes != NULL)
		return ds_load_code(load, &output->value, node,
		    known_outputs[i].codes, err);
	output->value = node->text;
	return ds_load_period(load, &period, node, err);
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
