/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading terms. */
#include <string.h>

#include "base/text.h"
#include "rules/decide.h"
#include "rules/load.h"

#define MAX_NEEDS 32		/* of one term */

/* ---- the anchor and the period ---- */

static dossier_status
read_anchor(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const struct ds_key keys[] = {
		DS_NEED_KEYS(0), { NULL, false, NULL, 0 }
	};
	struct ds_term *term = out;

	if (node->kind != DS_YAML_MAP)
		return ds_load_day_fact(load, &term->anchor, node, err);
	term->anchor = -1;
	DS_TRY(ds_load_map(load, &term->anchor_event, node, keys, err));
	if (term->anchor_event.kind != NULL)
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("This line does not say what happened.")), err);
}

dossier_status
ds_load_no_table(struct ds_load *load, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_unknown(load, node, N_("There is no table \"%s\"."),
	    load->pack->tables, load->pack->table_count,
	    sizeof *load->pack->tables, err);
}

const struct ds_rule *
ds_load_rule_without(const struct ds_table *table, const char *output)
{
	size_t i;

	for (i = 0; i < table->rule_count; i++)
		if (ds_rule_output(&table->rules[i], output) == NULL)
			return &table->rules[i];
	return NULL;
}

static dossier_status
read_period_table(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const struct ds_table **table = out;
	const struct ds_rule *rule;

	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	*table = ds_pack_table(load->pack, node->text);
	if (*table == NULL)
		return ds_load_no_table(load, node, err);
	rule = ds_load_rule_without(*table, "period");
	if (rule == NULL)
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("The rule \"%s\" of the table \"%s\" says no \"%s\"."),
	    rule->id, node->text, "period"), err);
}

/* ---- a term that repeats ---- */

/* Counted from one and the same day, each must come after the last. */
static bool
rises(const struct ds_term *term)
{
	const dossier_day day = ds_day_of(2024, 1, 1);
	size_t i;

	for (i = 1; i < term->repeat_count; i++)
		if (ds_day_shift(day, term->repeats[i - 1], 1).number >=
		    ds_day_shift(day, term->repeats[i], 1).number)
			return false;
	return true;
}

static dossier_status
read_repeats(struct ds_load *load, struct ds_term *term,
    const struct ds_yaml *node, dossier_error *err)
{
	if (node->count == 0 || node->count > DS_MAX_REPEATS)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("A term repeats at least once and at most %d times."),
		    DS_MAX_REPEATS), err);
	DS_TRY(ds_load_each(load, &term->repeats, &term->repeat_count, node,
	    sizeof *term->repeats, ds_load_period, err));
	if (term->sign > 0 && rises(term))
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    term->sign < 0 ? N_("What repeats comes after its anchor: write "
	    "\"after\".") : N_("Each day of a term that repeats comes after "
	    "the one before it.")), err);
}

/* Each turn is met by one thing, or by another that may stand in for it. */
static dossier_status
check_repeats(struct ds_load *load, const struct ds_term *term,
    const struct ds_yaml *node, dossier_error *err)
{
	size_t i;

	if (term->repeat_count == 0)
		return DOSSIER_OK;
	for (i = 1; i < term->need_count && term->needs[i].alternative; i++)
		continue;
	if (i == term->need_count)
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("A term that repeats asks for one thing: \"met_by\" with one "
	    "item.")), err);
}

/* ---- before and after ---- */

static dossier_status
read_period(struct ds_load *load, struct ds_term *term, int sign,
    const struct ds_yaml *node, dossier_error *err)
{
	static const struct ds_key keys[] = {
		{ "table", true, read_period_table, 0 },
		{ NULL, false, NULL, 0 }
	};

	if (term->sign != 0)
		return ds_load_at_key(load, node, ds_fail(err,
		    DOSSIER_INVALID, N_("\"%s\" and \"%s\" cannot stand "
		    "together."), "before", "after"), err);
	term->sign = sign;
	if (node->kind == DS_YAML_MAP)
		return ds_load_map(load, &term->period_table, node, keys,
		    err);
	if (node->kind == DS_YAML_LIST)
		return read_repeats(load, term, node, err);
	return ds_load_period(load, &term->period, node, err);
}

static dossier_status
read_before(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return read_period(load, out, -1, node, err);
}

static dossier_status
read_after(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return read_period(load, out, 1, node, err);
}

/* ---- what applies and what meets it ---- */

static dossier_status
read_when(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_term *term = out;

	return ds_load_conditions(load, &term->inputs, &term->input_count,
	    &term->conditions, &term->condition_count, node, err);
}

static dossier_status
read_window(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_term *term = out;

	term->has_window = true;
	return ds_load_period(load, &term->window, node, err);
}

/* One line of met_by: "moment: telefoon, bezoek" is one or the other. */
static dossier_status
add_needs(struct ds_load *load, struct ds_need *needs, size_t *count,
    const struct ds_yaml *item, dossier_error *err)
{
	const struct ds_yaml *node = item->first;
	char *word, *next;
	size_t first = *count;

	DS_TRY(ds_load_kind(load, item, DS_YAML_MAP, err));
	if (item->count != 1)
		return ds_load_at(load, item, ds_fail(err, DOSSIER_INVALID,
		    N_("Each item of \"%s\" has one key, such as \"meeting: "
		    "uitstroomoverleg\"."), "met_by"), err);
	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	word = ds_arena_dup(load->arena, node->text);
	if (word == NULL)
		return ds_no_memory(err);
	for (; word != NULL; word = next) {
		next = strchr(word, ',');
		if (next != NULL)
			*next++ = '\0';
		if (*count == MAX_NEEDS)
			return ds_load_at(load, item, ds_fail(err,
			    DOSSIER_INVALID, N_("A term asks for at most %d "
			    "things."), MAX_NEEDS), err);
		needs[*count].alternative = *count > first;
		DS_TRY(ds_load_happening(load, &needs[*count], node,
		    ds_text_trim(word), err));
		++*count;
	}
	return DOSSIER_OK;
}

static dossier_status
read_met_by(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_need needs[MAX_NEEDS] = {0}, *kept;
	struct ds_term *term = out;
	const struct ds_yaml *item;
	size_t count = 0;

	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	for (item = node->first; item != NULL; item = item->next)
		DS_TRY(add_needs(load, needs, &count, item, err));
	if (count == 0)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("A list is empty.")), err);
	kept = ds_arena_alloc(load->arena, count * sizeof *kept);
	if (kept == NULL)
		return ds_no_memory(err);
	memcpy(kept, needs, count * sizeof *kept);
	term->needs = kept;
	term->need_count = count;
	return DOSSIER_OK;
}

static dossier_status
read_responsible(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	int chosen;

	DS_TRY(ds_load_choice(load, &chosen, node, ds_responsible_words,
	    DS_RESPONSIBLE_COUNT, err));
	*(enum ds_responsible *)out = (enum ds_responsible)chosen;
	return DOSSIER_OK;
}

/* ---- a term ---- */

static const struct ds_key term_keys[] = {
	{ "label", true, ds_load_text, offsetof(struct ds_term, label) },
	{ "on", true, ds_load_subject, offsetof(struct ds_term, on) },
	{ "anchor", true, read_anchor, 0 },
	{ "before", false, read_before, 0 },
	{ "after", false, read_after, 0 },
	{ "opens", false, ds_load_day_fact,
	    offsetof(struct ds_term, opens) },
	{ "when", false, read_when, 0 },
	{ "met_by", false, read_met_by, 0 },
	{ "window", false, read_window, 0 },
	{ "responsible", true, read_responsible,
	    offsetof(struct ds_term, responsible) },
	{ "because", false, ds_load_text,
	    offsetof(struct ds_term, because) },
	{ "source", false, ds_load_text, offsetof(struct ds_term, source) },
	{ "doubt", false, ds_load_texts, offsetof(struct ds_term, doubt) },
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_term(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_term *term = out;

	DS_TRY(ds_load_key_name(load, &term->id, node, err));
	term->pack = load->pack;
	term->opens = -1;
	DS_TRY(ds_load_map(load, term, node, term_keys, err));
	load->on = DS_ON_YOUTH;
	if (term->sign != 0)
		return check_repeats(load, term, node, err);
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("A term has either \"before\" or \"after\".")), err);
}

dossier_status
ds_load_terms(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;
	const struct ds_term *own;
	size_t count;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	DS_TRY(ds_load_each(load, &own, &count, node, sizeof *own, read_term,
	    err));
	return ds_load_merge(load, &pack->terms, &pack->term_count, own,
	    count, sizeof *own, err);
}

/* ---- terms of the base, tables of the pack ---- */

static dossier_status
check_rebound(struct ds_load *load, const struct ds_term *term,
    dossier_error *err)
{
	const struct ds_rule *rule = ds_load_rule_without(term->period_table,
	    "period");

	if (rule == NULL)
		return DOSSIER_OK;
	ds_locate(err, load->file, rule->line, rule->column);
	return ds_fail(err, DOSSIER_INVALID, N_("The rule \"%s\" says no "
	    "\"period\", but the term \"%s\" takes its period from this "
	    "table."), rule->id, term->id);
}

dossier_status
ds_load_rebind(struct ds_load *load, dossier_error *err)
{
	struct ds_pack *pack = load->pack;
	struct ds_term *terms;
	size_t i;

	if (pack->base == NULL || pack->term_count == 0)
		return DOSSIER_OK;
	terms = ds_arena_alloc(load->arena,
	    pack->term_count * sizeof *terms);
	if (terms == NULL)
		return ds_no_memory(err);
	memcpy(terms, pack->terms, pack->term_count * sizeof *terms);
	for (i = 0; i < pack->term_count; i++) {
		if (terms[i].period_table == NULL)
			continue;
		terms[i].period_table = ds_pack_table(pack,
		    terms[i].period_table->name);
		DS_TRY(check_rebound(load, &terms[i], err));
	}
	pack->terms = terms;
	return DOSSIER_OK;
}
