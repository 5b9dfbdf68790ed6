/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Reading parameters: what a region says that no rule computes, once or for
 * each stretch of days.
 */
#include <stdlib.h>
#include <string.h>

#include "rules/load.h"

/* ---- one value, by the type of its parameter ---- */

static dossier_status
read_type(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	int chosen;

	DS_TRY(ds_load_choice(load, &chosen, node, ds_stated_words,
	    DS_STATED_COUNT, err));
	*(enum ds_stated_type *)out = (enum ds_stated_type)chosen;
	return DOSSIER_OK;
}

static dossier_status
check_value(struct ds_load *load, struct ds_stated *stated,
    enum ds_stated_type type, const struct ds_yaml *node, dossier_error *err)
{
	struct ds_period period;
	dossier_day day;

	switch (type) {
	case DS_STATED_MONEY:
		return ds_load_money_amount(load, &stated->amount, node,
		    err);
	case DS_STATED_NUMBER:
		return ds_load_amount(load, &stated->amount, node,
		    DS_NUMBER_SCALE, err);
	case DS_STATED_PERCENT:
		return ds_load_amount(load, &stated->amount, node,
		    DS_PERCENT_SCALE, err);
	case DS_STATED_PERIOD:
		return ds_load_period(load, &period, node, err);
	case DS_STATED_DAY:
		return ds_load_day(load, &day, node, err);
	case DS_STATED_TEXT:
		break;
	}
	return DOSSIER_OK;
}

/* ---- dated values ---- */

static const struct ds_key stated_keys[] = {
	{ "from", true, ds_load_day, offsetof(struct ds_stated, span.from) },
	{ "until", false, ds_load_day,
	    offsetof(struct ds_stated, span.until) },
	{ "value", true, ds_load_text, offsetof(struct ds_stated, value) },
	{ "source", false, ds_load_text,
	    offsetof(struct ds_stated, source) },
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_stated(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_stated *stated = out;

	ds_load_open_span(&stated->span);
	stated->pack = load->pack;
	DS_TRY(ds_load_map(load, stated, node, stated_keys, err));
	return ds_load_check_span(load, node, &stated->span, err);
}

struct place {				/* a value and where it stands */
	const struct ds_stated *stated;
	const struct ds_yaml *node;
};

static int
by_day(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int32_t first = x->stated->span.from.number;
	int32_t other = y->stated->span.from.number;

	if (first != other)
		return first < other ? -1 : 1;
	return x->node->line - y->node->line;
}

/* In order of day; the later one of two that overlap is at fault. */
static dossier_status
order_values(struct ds_load *load, struct ds_parameter *parameter,
    struct place *places, dossier_error *err)
{
	struct ds_stated *sorted = ds_arena_alloc(load->arena,
	    parameter->count * sizeof *sorted);
	size_t i;

	if (sorted == NULL)
		return ds_no_memory(err);
	qsort(places, parameter->count, sizeof *places, by_day);
	for (i = 0; i < parameter->count; i++) {
		sorted[i] = *places[i].stated;
		if (i == 0 || ds_span_gap(sorted[i - 1].span,
		    sorted[i].span) >= 0)
			continue;
		return ds_load_at(load, places[i].node, ds_fail(err,
		    DOSSIER_INVALID, N_("These days are taken already by the "
		    "value on line %d."), places[i - 1].node->line), err);
	}
	parameter->values = sorted;
	return DOSSIER_OK;
}

static dossier_status
read_dated(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_parameter *parameter = out;
	const struct ds_yaml *child;
	struct ds_stated *values;
	struct place *places;
	size_t i = 0;

	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	if (node->count == 0)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("A list is empty.")), err);
	DS_TRY(ds_load_each(load, &values, &parameter->count, node,
	    sizeof *values, read_stated, err));
	places = ds_arena_alloc(load->arena, node->count * sizeof *places);
	if (places == NULL)
		return ds_no_memory(err);
	for (child = node->first; child != NULL; child = child->next, i++) {
		DS_TRY(check_value(load, &values[i], parameter->type,
		    ds_yaml_get(child, "value"), err));
		if (values[i].source == NULL)
			values[i].source = parameter->source;
		places[i] = (struct place){ &values[i], child };
	}
	return order_values(load, parameter, places, err);
}

/* ---- one value for all days ---- */

static dossier_status
keep_one(struct ds_load *load, struct ds_parameter *parameter,
    const struct ds_yaml *node, dossier_error *err)
{
	struct ds_stated *stated = ds_arena_alloc(load->arena,
	    sizeof *stated);
	const struct ds_yaml *child;

	if (stated == NULL)
		return ds_no_memory(err);
	ds_load_open_span(&stated->span);
	stated->pack = load->pack;
	stated->source = parameter->source;
	DS_TRY(ds_load_texts(load, &stated->value, node, err));
	if (node->kind == DS_YAML_TEXT)
		DS_TRY(check_value(load, stated, parameter->type, node,
		    err));
	for (child = node->first; child != NULL; child = child->next)
		DS_TRY(check_value(load, stated, parameter->type, child,
		    err));
	parameter->count = 1;
	parameter->values = stated;
	return DOSSIER_OK;
}

static dossier_status
read_value(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	return keep_one(load, out, node, err);
}

static dossier_status
read_values(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	return keep_one(load, out, node, err);
}

/* ---- a parameter ---- */

static const struct ds_key parameter_keys[] = {
	/* These first: a value is checked by the type, and without a
	 * source of its own it rests on that of the parameter. */
	{ "type", false, read_type, offsetof(struct ds_parameter, type) },
	DS_SOURCE_KEYS(struct ds_parameter),
	{ "value", false, read_value, 0 },
	{ "values", false, read_values, 0 },
	{ "dated", false, read_dated, 0 },
	{ "label", false, ds_load_text,
	    offsetof(struct ds_parameter, label) },
	{ "unit", false, ds_load_name, offsetof(struct ds_parameter, unit) },
	{ NULL, false, NULL, 0 }
};

/* One of the three ways, and one only. */
static dossier_status
check_ways(struct ds_load *load, const struct ds_yaml *node,
    dossier_error *err)
{
	static const char *const ways[] = { "value", "values", "dated" };
	const struct ds_yaml *found = NULL, *child;
	size_t i;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	for (i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		child = ds_yaml_get(node, ways[i]);
		if (child != NULL && found != NULL)
			return ds_load_at_key(load, child, ds_fail(err,
			    DOSSIER_INVALID, N_("\"%s\" and \"%s\" cannot "
			    "stand together."), found->key, child->key), err);
		if (child != NULL)
			found = child;
	}
	return DOSSIER_OK;
}

static dossier_status
read_parameter(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_parameter *parameter = out;

	DS_TRY(ds_load_key_name(load, &parameter->name, node, err));
	parameter->pack = load->pack;
	DS_TRY(check_ways(load, node, err));
	DS_TRY(ds_load_map(load, parameter, node, parameter_keys, err));
	if (parameter->count > 0)
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("A parameter has \"value\" or \"values\", or \"dated\" "
	    "ones.")), err);
}

dossier_status
ds_load_parameters(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->parameters, &pack->parameter_count,
	    node, sizeof *pack->parameters, read_parameter, err);
}
