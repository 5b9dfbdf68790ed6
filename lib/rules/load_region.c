/* SPDX-License-Identifier: EUPL-1.2 */
/* What the sections of a region share: lists of words, amounts, days. */
#include <string.h>

#include "base/ident.h"
#include "base/text.h"
#include "rules/load.h"

#define MOST_WHO 64		/* roles and kinds of party together */

/* ---- lists of words ---- */

/* Slugs and names are their own text, so that a fault can name them. */
static dossier_status
check_distinct(struct ds_load *load, const struct ds_yaml *list,
    dossier_error *err)
{
	struct ds_seen *seen = ds_arena_alloc(load->arena,
	    list->count * sizeof *seen);
	const struct ds_yaml *child;
	size_t count = 0;

	if (seen == NULL)
		return ds_no_memory(err);
	for (child = list->first; child != NULL; child = child->next)
		seen[count++] = (struct ds_seen){ child->text, child };
	return ds_load_distinct(load, seen, count, err);
}

dossier_status
ds_load_words(struct ds_load *load, struct ds_words *out,
    const struct ds_yaml *node, ds_load_read read, dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	if (node->count == 0)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("A list is empty.")), err);
	DS_TRY(ds_load_each(load, &out->words, &out->count, node,
	    sizeof *out->words, read, err));
	return check_distinct(load, node, err);
}

/* The code as it is, so that 505 is not taken for 0505 or the reverse. */
dossier_status
ds_load_municipality(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const char **code = out;
	char normal[5];

	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	*code = node->text;
	if (!ds_ident_municipality(normal, node->text)) {
		ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is no municipality "
		    "code."), node->text);
		ds_advise(err, N_("Write its four digits, such as 0505."));
	} else if (strcmp(normal, node->text) != 0) {
		ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is not a "
		    "municipality code of four digits."), node->text);
		ds_advise(err, N_("Did you mean \"%s\"?"), normal);
	} else {
		return DOSSIER_OK;
	}
	return ds_load_at(load, node, DOSSIER_INVALID, err);
}

dossier_status
ds_load_role(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_code(load, out, node, ds_codes_role, err);
}

dossier_status
ds_load_party_kind(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err)
{
	return ds_load_code(load, out, node, ds_codes_party, err);
}

dossier_status
ds_load_who(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const char *words[MOST_WHO];
	const struct ds_code *code;
	size_t count = 0;
	int chosen;

	for (code = ds_codes_role; code->slug != NULL; code++)
		words[count++] = code->slug;
	for (code = ds_codes_party; code->slug != NULL; code++)
		words[count++] = code->slug;
	DS_TRY(ds_load_choice(load, &chosen, node, words, count, err));
	*(const char **)out = words[chosen];
	return DOSSIER_OK;
}

dossier_status
ds_load_rhythm(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	int chosen;

	DS_TRY(ds_load_choice(load, &chosen, node, ds_rhythm_words,
	    DS_RHYTHM_COUNT, err));
	*(enum ds_rhythm *)out = (enum ds_rhythm)chosen;
	return DOSSIER_OK;
}

dossier_status
ds_load_when(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_when *when = out;

	return ds_load_conditions(load, &when->inputs, &when->input_count,
	    &when->conditions, &when->condition_count, node, err);
}

/* ---- amounts ---- */

/* A comma could part thousands as well: 1,625 would be two things. */
dossier_status
ds_load_amount(struct ds_load *load, int64_t *out,
    const struct ds_yaml *node, int scale, dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	if (strspn(node->text, "0123456789.") == strlen(node->text) &&
	    ds_decimal_parse(out, node->text, scale))
		return DOSSIER_OK;
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is not a number with at "
	    "most %d decimals."), node->text, scale);
	ds_advise(err, N_("Write digits only, and a point before the "
	    "decimals, such as 1625.50."));
	return ds_load_at(load, node, DOSSIER_INVALID, err);
}

dossier_status
ds_load_money_amount(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err)
{
	return ds_load_amount(load, out, node, DS_MONEY_SCALE, err);
}

dossier_status
ds_load_share(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	int64_t *share = out;

	DS_TRY(ds_load_amount(load, share, node, DS_PERCENT_SCALE, err));
	if (*share <= 10000)
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("%s percent is more than the whole."), node->text), err);
}

/* ---- days ---- */

void
ds_load_open_span(struct ds_span *span)
{
	span->from = span->until = DOSSIER_NO_DAY;
}

dossier_status
ds_load_check_span(struct ds_load *load, const struct ds_yaml *node,
    const struct ds_span *span, dossier_error *err)
{
	if (!ds_day_known(span->from) || !ds_day_known(span->until) ||
	    span->from.number <= span->until.number)
		return DOSSIER_OK;
	return ds_load_at(load, ds_yaml_get(node, "until"), ds_fail(err,
	    DOSSIER_INVALID, N_("This ends before it begins.")), err);
}

dossier_status
ds_load_check_bounds(struct ds_load *load, const struct ds_yaml *node,
    int at_least, int at_most, dossier_error *err)
{
	if (at_most < 0 || at_least <= at_most)
		return DOSSIER_OK;
	return ds_load_at(load, ds_yaml_get(node, "at_least"), ds_fail(err,
	    DOSSIER_INVALID, N_("At least %d and at most %d is upside "
	    "down."), at_least, at_most), err);
}
