/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Reading what a pack says of data: who may give which ground, what a role
 * sees, why a section is kept; and its sets of life domains and instruments.
 */
#include <string.h>

#include "rules/load.h"

/* ---- grounds ---- */

static dossier_status
read_ground_kind(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_code(load, out, node, ds_codes_ground, err);
}

static dossier_status
read_purpose(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_code(load, out, node, ds_codes_purpose, err);
}

static dossier_status
read_giver(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_code(load, out, node, ds_codes_giver, err);
}

static const struct ds_key ground_keys[] = {
	{ "kind", true, read_ground_kind,
	    offsetof(struct ds_ground_rule, kind) },
	{ "purpose", false, read_purpose,
	    offsetof(struct ds_ground_rule, purpose) },
	{ "special", true, ds_load_bool,
	    offsetof(struct ds_ground_rule, special) },
	{ "youth_from", false, ds_load_number,
	    offsetof(struct ds_ground_rule, youth_from) },
	{ "capable", false, ds_load_bool,
	    offsetof(struct ds_ground_rule, needs_capable) },
	{ "else", false, read_giver, offsetof(struct ds_ground_rule, before) },
	{ "because", false, ds_load_text,
	    offsetof(struct ds_ground_rule, because) },
	{ "source", false, ds_load_text,
	    offsetof(struct ds_ground_rule, source) },
	{ NULL, false, NULL, 0 }
};

/* Given by somebody, or by the law: an age and who gives it before then. */
static dossier_status
read_ground(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_ground_rule *rule = out;

	DS_TRY(ds_load_key_name(load, &rule->id, node, err));
	rule->youth_from = -1;
	DS_TRY(ds_load_map(load, rule, node, ground_keys, err));
	rule->is_given = rule->youth_from >= 0;
	if (rule->is_given == (rule->before != NULL))
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("\"youth_from\" and \"else\" stand together: from which age "
	    "the learner gives this ground, and who gives it else.")), err);
}

dossier_status
ds_load_grounds(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_policy *policy = &((struct ds_pack *)out)->policy;

	return ds_load_named(load, &policy->rules, &policy->rule_count, node,
	    sizeof *policy->rules, read_ground, err);
}

/* ---- roles ---- */

static const char *const reaches[] = {
	[DS_REACH_ALL] = "all", [DS_REACH_ORDINARY] = "ordinary",
	[DS_REACH_GRANTED] = "granted"
};

static dossier_status
read_reach(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	int chosen;

	DS_TRY(ds_load_choice(load, &chosen, node, reaches, 3, err));
	*(enum ds_reach *)out = (enum ds_reach)chosen;
	return DOSSIER_OK;
}

static dossier_status
read_forbidden(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const char *const words[] = { "decide", "place", "handover",
	    "edit" };
	const struct ds_yaml *child;
	int chosen;

	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	for (child = node->first; child != NULL; child = child->next)
		DS_TRY(ds_load_choice(load, &chosen, child, words, 4, err));
	return ds_load_texts(load, out, node, err);
}

static const struct ds_key role_keys[] = {
	{ "sees", true, read_reach, offsetof(struct ds_role_rule, reach) },
	{ "forbids", false, read_forbidden,
	    offsetof(struct ds_role_rule, forbids) },
	{ "because", false, ds_load_text,
	    offsetof(struct ds_role_rule, because) },
	{ "source", false, ds_load_text,
	    offsetof(struct ds_role_rule, source) },
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_role(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_role_rule *role = out;

	DS_TRY(ds_load_key_code(load, &role->role, node, ds_codes_role,
	    err));
	return ds_load_map(load, role, node, role_keys, err);
}

dossier_status
ds_load_roles(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_policy *policy = &((struct ds_pack *)out)->policy;

	return ds_load_named(load, &policy->roles, &policy->role_count, node,
	    sizeof *policy->roles, read_role, err);
}

/* ---- why a section is kept ---- */

static const struct ds_key reason_keys[] = {
	{ "purpose", true, ds_load_text,
	    offsetof(struct ds_section_reason, purpose) },
	{ "basis", true, ds_load_text,
	    offsetof(struct ds_section_reason, basis) },
	{ "keep", false, ds_load_text,
	    offsetof(struct ds_section_reason, keep) },
	{ "source", false, ds_load_text,
	    offsetof(struct ds_section_reason, source) },
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_reason(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_section_reason *reason = out;

	DS_TRY(ds_load_key_code(load, &reason->section, node,
	    ds_codes_section, err));
	return ds_load_map(load, reason, node, reason_keys, err);
}

dossier_status
ds_load_reasons(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->reasons, &pack->reason_count, node,
	    sizeof *pack->reasons, read_reason, err);
}

/* ---- life domains ---- */

static dossier_status
read_class(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_code(load, out, node, ds_codes_class, err);
}

static dossier_status
read_area(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_code(load, out, node, ds_codes_area, err);
}

static const struct ds_key domain_keys[] = {
	{ "id", true, ds_load_name, offsetof(struct ds_domain, id) },
	{ "label", true, ds_load_text, offsetof(struct ds_domain, label) },
	{ "class", true, read_class, offsetof(struct ds_domain, class) },
	{ "area", false, read_area, offsetof(struct ds_domain, area) },
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_domain(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_map(load, out, node, domain_keys, err);
}

static dossier_status
read_domains(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_domain_set *set = out;
	struct ds_seen *seen;
	size_t i;

	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	DS_TRY(ds_load_each(load, &set->domains, &set->count, node,
	    sizeof *set->domains, read_domain, err));
	seen = ds_arena_alloc(load->arena, set->count * sizeof *seen + 1);
	if (seen == NULL)
		return ds_no_memory(err);
	for (i = 0; i < set->count; i++)
		seen[i] = (struct ds_seen){ set->domains[i].id, node };
	return ds_load_distinct(load, seen, set->count, err);
}

static dossier_status
read_steps(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_domain_set *set = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	return ds_load_each(load, &set->steps, &set->step_count, node,
	    sizeof *set->steps, ds_load_text, err);
}

static const struct ds_key set_keys[] = {
	{ "label", true, ds_load_text, offsetof(struct ds_domain_set, label) },
	{ "low", false, ds_load_number, offsetof(struct ds_domain_set, low) },
	{ "acute", false, ds_load_number,
	    offsetof(struct ds_domain_set, acute) },
	{ "steps", false, read_steps, 0 },
	{ "domains", true, read_domains, 0 },
	{ "source", false, ds_load_text,
	    offsetof(struct ds_domain_set, source) },
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_set(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_domain_set *set = out;

	DS_TRY(ds_load_key_name(load, &set->name, node, err));
	set->low = 1;
	set->acute = -1;
	set->pack = load->pack;
	return ds_load_map(load, set, node, set_keys, err);
}

dossier_status
ds_load_domain_sets(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->domain_sets, &pack->domain_set_count,
	    node, sizeof *pack->domain_sets, read_set, err);
}

/* ---- instruments ---- */

static const struct ds_key instrument_keys[] = {
	{ "label", true, ds_load_text,
	    offsetof(struct ds_instrument, label) },
	{ "valid", false, ds_load_period,
	    offsetof(struct ds_instrument, valid) },
	{ "trained", false, ds_load_bool,
	    offsetof(struct ds_instrument, needs_trained) },
	{ "source", false, ds_load_text,
	    offsetof(struct ds_instrument, source) },
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_instrument(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_instrument *instrument = out;

	DS_TRY(ds_load_key_name(load, &instrument->name, node, err));
	return ds_load_map(load, instrument, node, instrument_keys, err);
}

dossier_status
ds_load_instruments(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->instruments, &pack->instrument_count,
	    node, sizeof *pack->instruments, read_instrument, err);
}
