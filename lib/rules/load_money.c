/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading money, in exact cents, and figures that are only cited. */
#include "rules/load.h"

/* ---- heads ---- */

static dossier_status
read_unit(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const char *const words[] = {
		[DS_IN_HOURS] = "hours", [DS_IN_EUROS] = "euro"
	};
	int chosen;

	DS_TRY(ds_load_choice(load, &chosen, node, words, 2, err));
	*(enum ds_money_unit *)out = (enum ds_money_unit)chosen;
	return DOSSIER_OK;
}

static const struct ds_key head_keys[] = {
	{ "label", true, ds_load_text,
	    offsetof(struct ds_money_head, label) },
	{ "unit", true, read_unit, offsetof(struct ds_money_head, unit) },
	{ "leg", false, ds_load_text, offsetof(struct ds_money_head, leg) },
	DS_SOURCE_KEYS(struct ds_money_head),
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_head(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_money_head *head = out;

	DS_TRY(ds_load_key_name(load, &head->name, node, err));
	head->pack = load->pack;
	return ds_load_map(load, head, node, head_keys, err);
}

static dossier_status
read_heads(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->heads, &pack->head_count, node,
	    sizeof *pack->heads, read_head, err);
}

/* ---- payers ---- */

static dossier_status
read_head_name(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const struct ds_pack *pack = load->pack;

	DS_TRY(ds_load_name(load, out, node, err));
	if (ds_pack_money_head(pack, node->text) != NULL)
		return DOSSIER_OK;
	return ds_load_unknown(load, node, N_("There is no head \"%s\"."),
	    pack->heads, pack->head_count, sizeof *pack->heads, err);
}

static dossier_status
read_paid(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_words(load, out, node, read_head_name, err);
}

static const struct ds_key payer_keys[] = {
	{ "label", true, ds_load_text, offsetof(struct ds_payer, label) },
	{ "kind", false, ds_load_party_kind,
	    offsetof(struct ds_payer, kind) },
	{ "heads", true, read_paid, offsetof(struct ds_payer, heads) },
	DS_SPAN_KEYS(struct ds_payer),
	{ "amount", false, ds_load_money_amount,
	    offsetof(struct ds_payer, amount) },
	{ "share", false, ds_load_share, offsetof(struct ds_payer, share) },
	DS_SOURCE_KEYS(struct ds_payer),
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_payer(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_payer *payer = out;

	DS_TRY(ds_load_key_name(load, &payer->name, node, err));
	payer->pack = load->pack;
	payer->amount = payer->share = -1;
	ds_load_open_span(&payer->span);
	DS_TRY(ds_load_map(load, payer, node, payer_keys, err));
	return ds_load_check_span(load, node, &payer->span, err);
}

static dossier_status
read_payers(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->payers, &pack->payer_count, node,
	    sizeof *pack->payers, read_payer, err);
}

dossier_status
ds_load_money(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	/* In this order: payers pay for heads. */
	static const struct ds_key keys[] = {
		{ "heads", false, read_heads, 0 },
		{ "payers", false, read_payers, 0 },
		{ NULL, false, NULL, 0 }
	};

	return ds_load_map(load, out, node, keys, err);
}

/* ---- figures ---- */

static dossier_status
read_value(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_figure *figure = out;

	DS_TRY(ds_load_amount(load, &figure->amount, node, DS_NUMBER_SCALE,
	    err));
	figure->value = node->text;
	return DOSSIER_OK;
}

static dossier_status
read_year(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	int64_t year;

	DS_TRY(ds_load_amount(load, &year, node, 0, err));
	if (year < 1600 || year > 2999)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("\"%s\" is not a year."), node->text), err);
	*(int *)out = (int)year;
	return DOSSIER_OK;
}

static const struct ds_key figure_keys[] = {
	{ "label", true, ds_load_text, offsetof(struct ds_figure, label) },
	{ "value", true, read_value, 0 },
	{ "unit", false, ds_load_name, offsetof(struct ds_figure, unit) },
	{ "year", false, read_year, offsetof(struct ds_figure, year) },
	DS_SPAN_KEYS(struct ds_figure),
	{ "region", false, ds_load_text, offsetof(struct ds_figure, region) },
	{ "source", true, ds_load_text, offsetof(struct ds_figure, source) },
	{ "doubt", false, ds_load_texts, offsetof(struct ds_figure, doubt) },
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_figure(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_figure *figure = out;
	const struct ds_yaml *year;

	DS_TRY(ds_load_key_name(load, &figure->name, node, err));
	figure->pack = load->pack;
	ds_load_open_span(&figure->span);
	DS_TRY(ds_load_map(load, figure, node, figure_keys, err));
	year = ds_yaml_get(node, "year");
	if (year != NULL && (ds_day_known(figure->span.from) ||
	    ds_day_known(figure->span.until)))
		return ds_load_at_key(load, year, ds_fail(err,
		    DOSSIER_INVALID, N_("A figure is of a \"year\", or of "
		    "the days \"from\" and \"until\".")), err);
	return ds_load_check_span(load, node, &figure->span, err);
}

dossier_status
ds_load_figures(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->figures, &pack->figure_count, node,
	    sizeof *pack->figures, read_figure, err);
}
