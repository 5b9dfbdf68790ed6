/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading parameters: what a region says that no rule computes. */
#include "rules/load.h"

static dossier_status
read_values(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const char **value = out;

	if (*value != NULL)
		return ds_load_at_key(load, node, ds_fail(err,
		    DOSSIER_INVALID, N_("\"%s\" and \"%s\" cannot stand "
		    "together."), "value", "values"), err);
	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	return ds_load_texts(load, out, node, err);
}

static const struct ds_key parameter_keys[] = {
	{ "value", false, ds_load_text,
	    offsetof(struct ds_parameter, value) },
	{ "values", false, read_values,
	    offsetof(struct ds_parameter, value) },
	{ "label", false, ds_load_text,
	    offsetof(struct ds_parameter, label) },
	{ "source", false, ds_load_text,
	    offsetof(struct ds_parameter, source) },
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_parameter(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_parameter *parameter = out;

	DS_TRY(ds_load_key_name(load, &parameter->name, node, err));
	parameter->pack = load->pack;
	DS_TRY(ds_load_map(load, parameter, node, parameter_keys, err));
	if (parameter->value != NULL)
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("A parameter has either \"value\" or \"values\".")), err);
}

dossier_status
ds_load_parameters(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err)
{
	struct ds_pack *pack = out;
	const struct ds_parameter *own;
	size_t count;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	DS_TRY(ds_load_each(load, &own, &count, node, sizeof *own,
	    read_parameter, err));
	return ds_load_merge(load, &pack->parameters, &pack->parameter_count,
	    own, count, sizeof *own, err);
}
