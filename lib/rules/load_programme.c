/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading programmes: what is offered, and by which table one enters. */
#include "rules/load.h"

/* ---- the entry table ---- */

static dossier_status
read_entry(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const struct ds_table *table;
	const struct ds_rule *rule;
	const char **entry = out;

	DS_TRY(ds_load_name(load, entry, node, err));
	table = ds_pack_table(load->pack, *entry);
	if (table == NULL)
		return ds_load_no_table(load, node, err);
	if (table->on != DS_ON_YOUTH)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("The table \"%s\" is not on youth, so nobody enters "
		    "by it."), *entry), err);
	rule = ds_load_rule_without(table, "open");
	if (rule == NULL)
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("The rule \"%s\" of the table \"%s\" says no \"%s\"."),
	    rule->id, *entry, "open"), err);
}

/* A table that replaces one of the base must let in as that one did. */
dossier_status
ds_load_check_entries(struct ds_load *load, dossier_error *err)
{
	const struct ds_programme *programme = load->pack->programmes;
	const struct ds_table *table;
	const struct ds_rule *rule;
	size_t i;

	for (i = 0; i < load->pack->programme_count; i++, programme++) {
		table = ds_pack_table(load->pack, programme->entry);
		rule = table->on == DS_ON_YOUTH ?
		    ds_load_rule_without(table, "open") : &table->rules[0];
		if (rule == NULL)
			continue;
		ds_locate(err, load->file, rule->line, rule->column);
		if (table->on != DS_ON_YOUTH)
			return ds_fail(err, DOSSIER_INVALID, N_("The table "
			    "\"%s\" is not on youth, but one enters the "
			    "programme \"%s\" by it."), table->name,
			    programme->name);
		return ds_fail(err, DOSSIER_INVALID, N_("The rule \"%s\" "
		    "says no \"open\", but one enters the programme \"%s\" "
		    "by this table."), rule->id, programme->name);
	}
	return DOSSIER_OK;
}

/* ---- a programme ---- */

static dossier_status
read_route(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_code(load, out, node, ds_codes_destination, err);
}

static dossier_status
read_where(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_words(load, out, node, ds_load_municipality, err);
}

static dossier_status
read_figure(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_named_text *figure = out;

	DS_TRY(ds_load_key_name(load, &figure->name, node, err));
	return ds_load_text(load, &figure->text, node, err);
}

static dossier_status
read_figures(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_programme *programme = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	return ds_load_each(load, &programme->figures,
	    &programme->figure_count, node, sizeof *programme->figures,
	    read_figure, err);
}

static const struct ds_key programme_keys[] = {
	{ "label", true, ds_load_text,
	    offsetof(struct ds_programme, label) },
	{ "route", true, read_route, offsetof(struct ds_programme, route) },
	{ "entry", true, read_entry, offsetof(struct ds_programme, entry) },
	{ "where", false, read_where, offsetof(struct ds_programme, where) },
	DS_SPAN_KEYS(struct ds_programme),
	{ "procedure", false, ds_load_text,
	    offsetof(struct ds_programme, procedure) },
	{ "figures", false, read_figures, 0 },
	{ "contact", false, ds_load_text,
	    offsetof(struct ds_programme, contact) },
	DS_SOURCE_KEYS(struct ds_programme),
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_programme(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_programme *programme = out;

	DS_TRY(ds_load_key_name(load, &programme->name, node, err));
	programme->pack = load->pack;
	ds_load_open_span(&programme->span);
	DS_TRY(ds_load_map(load, programme, node, programme_keys, err));
	return ds_load_check_span(load, node, &programme->span, err);
}

dossier_status
ds_load_programmes(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->programmes, &pack->programme_count,
	    node, sizeof *pack->programmes, read_programme, err);
}
