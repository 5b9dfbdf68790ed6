/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Reading end rules: when support ends. On a day that is counted from a
 * fact, on the day of a term, or when a person judges so.
 */
#include "rules/load.h"

enum { ANCHOR, AFTER, TERM, JUDGED_BY, CRITERIA, SHAPED_COUNT };

static const struct {
	const char *key;
	enum ds_end_kind kind;
	bool needed;
} shaped[SHAPED_COUNT] = {
	[ANCHOR] = { "anchor", DS_END_DAY, true },
	[AFTER] = { "after", DS_END_DAY, true },
	[TERM] = { "term", DS_END_TERM, true },
	[JUDGED_BY] = { "judged_by", DS_END_JUDGED, false },
	[CRITERIA] = { "criteria", DS_END_JUDGED, true }
};

/* A term that can end support: of a youth, on one day. */
static dossier_status
check_term(const struct ds_term *term, dossier_error *err)
{
	if (term->on != DS_ON_YOUTH)
		return ds_fail(err, DOSSIER_INVALID, N_("The term \"%s\" is "
		    "not on youth, so it ends nobody's support."), term->id);
	if (term->repeat_count > 0)
		return ds_fail(err, DOSSIER_INVALID, N_("The term \"%s\" "
		    "repeats, so it is no end."), term->id);
	return DOSSIER_OK;
}

static dossier_status
read_term(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const struct ds_pack *pack = load->pack;
	const struct ds_term *term;

	DS_TRY(ds_load_name(load, out, node, err));
	term = ds_pack_term(pack, node->text);
	if (term == NULL)
		return ds_load_unknown(load, node, N_("There is no term "
		    "\"%s\"."), pack->terms, pack->term_count,
		    sizeof *pack->terms, err);
	return ds_load_at(load, node, check_term(term, err), err);
}

static const struct ds_key end_keys[] = {
	{ "label", true, ds_load_text, offsetof(struct ds_end, label) },
	{ "anchor", false, ds_load_day_fact, offsetof(struct ds_end, anchor) },
	{ "after", false, ds_load_period, offsetof(struct ds_end, after) },
	{ "term", false, read_term, offsetof(struct ds_end, term) },
	{ "judged_by", false, ds_load_who,
	    offsetof(struct ds_end, judged_by) },
	{ "criteria", false, ds_load_texts,
	    offsetof(struct ds_end, criteria) },
	{ "when", false, ds_load_when,
	    offsetof(struct ds_end, when) },
	{ "because", false, ds_load_text, offsetof(struct ds_end, because) },
	DS_SOURCE_KEYS(struct ds_end),
	{ NULL, false, NULL, 0 }
};

/* What it says first says which kind it is; the rest must go with that. */
static dossier_status
check_shape(struct ds_load *load, struct ds_end *end,
    const struct ds_yaml *node, dossier_error *err)
{
	const struct ds_yaml *first = NULL, *child;
	int i;

	for (i = 0; i < SHAPED_COUNT; i++) {
		child = ds_yaml_get(node, shaped[i].key);
		if (child == NULL)
			continue;
		if (first == NULL)
			end->kind = shaped[i].kind;
		else if (end->kind != shaped[i].kind)
			return ds_load_at_key(load, child, ds_fail(err,
			    DOSSIER_INVALID, N_("\"%s\" and \"%s\" cannot "
			    "stand together."), first->key, child->key), err);
		first = child;
	}
	if (first == NULL)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("An end rule has an \"anchor\" and \"after\", a "
		    "\"term\", or \"criteria\".")), err);
	for (i = 0; i < SHAPED_COUNT; i++)
		if (shaped[i].kind == end->kind && shaped[i].needed &&
		    ds_yaml_get(node, shaped[i].key) == NULL)
			return ds_load_at(load, node, ds_fail(err,
			    DOSSIER_INVALID, N_("The key \"%s\" is missing "
			    "here."), shaped[i].key), err);
	return DOSSIER_OK;
}

static dossier_status
read_end(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_end *end = out;

	DS_TRY(ds_load_key_name(load, &end->name, node, err));
	end->pack = load->pack;
	end->anchor = -1;
	load->on = DS_ON_YOUTH;
	DS_TRY(ds_load_map(load, end, node, end_keys, err));
	return check_shape(load, end, node, err);
}

dossier_status
ds_load_ends(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->ends, &pack->end_count, node,
	    sizeof *pack->ends, read_end, err);
}

/* An end rule of the base ends on the day of the pack's own term. */
dossier_status
ds_load_check_ends(struct ds_load *load, const struct ds_yaml *root,
    dossier_error *err)
{
	const struct ds_end *end = load->pack->ends;
	const struct ds_term *term;
	size_t i;

	for (i = 0; i < load->pack->end_count; i++, end++) {
		if (end->kind != DS_END_TERM)
			continue;
		term = ds_pack_term(load->pack, end->term);
		if (term->pack == load->pack && check_term(term, err) !=
		    DOSSIER_OK)
			return ds_load_at_key(load, ds_yaml_get(ds_yaml_get(
			    root, "terms"), term->id), DOSSIER_INVALID, err);
	}
	return DOSSIER_OK;
}
