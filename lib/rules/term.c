/* SPDX-License-Identifier: EUPL-1.2 */
/* Terms and checklists, applied to a youth on a day. */
#include <string.h>

#include "rules/decide.h"

static const struct {
	const char *name, *label;
} states[] = {
	[DS_TERM_NOT_APPLICABLE] = { "not_applicable", N_("not applicable") },
	[DS_TERM_CANNOT_SAY] = { "cannot_say", N_("cannot say") },
	[DS_TERM_MET] = { "met", N_("met") },
	[DS_TERM_DUE] = { "due", N_("due") },
	[DS_TERM_LATE] = { "late", N_("late") },
	[DS_TERM_LATE_FROM_INTAKE] = { "late_from_intake",
	    N_("late from intake") }
};

const char *
ds_term_state_name(enum ds_term_state state)
{
	return states[state].name;
}

const char *
ds_term_state_label(enum ds_term_state state)
{
	return states[state].label;
}

/* ---- the day ---- */

static dossier_day
day_of(const struct ds_fact_value *value)
{
	return value->known ? (dossier_day){ (int32_t)value->number } :
	    DOSSIER_NO_DAY;
}

static void
cannot_say(struct ds_term_result *out, int unknown)
{
	out->state = DS_TERM_CANNOT_SAY;
	out->unknown = unknown;
}

/* The fact that keeps it from being said; −1: there is none. */
static int
first_unknown(const struct ds_pack *pack, const struct ds_input *input,
    const struct ds_fact_value *facts)
{
	enum ds_fact asked[DS_FACT_COUNT];
	size_t count, i;

	if (input->fact >= 0)
		return input->fact;
	count = ds_table_facts(asked, pack, ds_pack_table(pack,
	    input->table));
	for (i = 0; i < count; i++)
		if (!facts[asked[i]].known)
			return (int)asked[i];
	return -1;
}

dossier_status
ds_when_judge(enum ds_truth *out, int *unknown, const struct ds_pack *pack,
    const struct ds_when *when, const struct ds_fact_value *facts,
    dossier_error *err)
{
	const struct ds_condition *condition = when->conditions;
	struct ds_values values;

	*unknown = -1;
	DS_TRY(ds_values_gather(&values, pack, when->inputs,
	    when->input_count, facts, err));
	*out = ds_conditions_test(when->conditions, when->condition_count,
	    values.at);
	if (*out != DS_UNKNOWN)
		return DOSSIER_OK;
	while (ds_cell_test(&condition->cell, values.at[condition->at]) !=
	    DS_UNKNOWN)
		condition++;
	*unknown = first_unknown(pack, &when->inputs[condition->at], facts);
	return DOSSIER_OK;
}

/* Does the term apply? Where not, *out says why not. */
static dossier_status
applies(bool *yes, struct ds_term_result *out, const struct ds_pack *pack,
    const struct ds_term *term, const struct ds_fact_value *facts,
    dossier_error *err)
{
	const struct ds_when when = { term->input_count,
	    term->condition_count, term->inputs, term->conditions };
	enum ds_truth truth;
	int unknown;

	DS_TRY(ds_when_judge(&truth, &unknown, pack, &when, facts, err));
	*yes = truth == DS_TRUE;
	out->state = DS_TERM_NOT_APPLICABLE;
	if (truth == DS_UNKNOWN)
		cannot_say(out, unknown);
	return DOSSIER_OK;
}

/* The period; *known is false, and *out says why, when there is none. */
static dossier_status
period_of(struct ds_period *period, bool *known, struct ds_term_result *out,
    const struct ds_pack *pack, const struct ds_term *term,
    const struct ds_fact_value *facts, dossier_error *err)
{
	struct ds_outcome outcome;

	*known = true;
	*period = term->period;
	if (term->period_table == NULL)
		return DOSSIER_OK;
	DS_TRY(ds_table_decide(&outcome, pack, term->period_table, facts,
	    err));
	if (outcome.rule != NULL)
		return ds_period_parse(period,
		    ds_rule_output(outcome.rule, "period"), err);
	*known = false;
	if (!outcome.none)
		cannot_say(out, outcome.unknown_count > 0 ?
		    (int)outcome.unknown[0] : -1);
	return DOSSIER_OK;
}

/* ---- what meets it ---- */

/* The first day from `from` to `today` on which it happened, or no day. */
static dossier_day
first_day(const struct ds_need *need, const struct ds_youth_facts *youth,
    dossier_day from, dossier_day today)
{
	const struct ds_happened *happened = youth->happened;
	dossier_day first = DOSSIER_NO_DAY;
	size_t i;

	for (i = 0; i < youth->happened_count; i++, happened++) {
		if (happened->what != need->what ||
		    strcmp(happened->kind, need->kind) != 0 ||
		    happened->on.number < from.number ||
		    happened->on.number > today.number)
			continue;
		if (!ds_day_known(first) ||
		    happened->on.number < first.number)
			first = happened->on;
	}
	return first;
}

/* The day on which the last of the needs was there, or no day. */
static dossier_day
met_on(const struct ds_term *term, const struct ds_youth_facts *youth,
    dossier_day from, dossier_day today)
{
	dossier_day last = DOSSIER_NO_DAY, first, other;
	size_t i;

	for (i = 0; i < term->need_count; ) {
		first = first_day(&term->needs[i], youth, from, today);
		for (i++; i < term->need_count && term->needs[i].alternative;
		    i++) {
			other = first_day(&term->needs[i], youth, from,
			    today);
			if (!ds_day_known(first) || (ds_day_known(other) &&
			    other.number < first.number))
				first = other;
		}
		if (!ds_day_known(first))
			return DOSSIER_NO_DAY;
		if (!ds_day_known(last) || first.number > last.number)
			last = first;
	}
	return last;
}

/* ---- the state ---- */

static void
set_state(struct ds_term_result *out, const struct ds_term *term,
    const struct ds_youth_facts *youth, dossier_day from, dossier_day today)
{
	bool over = today.number > out->due.number;

	if (term->need_count == 0)
		out->met_on = over ? out->due : DOSSIER_NO_DAY;
	else
		out->met_on = met_on(term, youth, from, today);
	if (ds_day_known(out->met_on)) {
		out->state = DS_TERM_MET;
	} else if (!over) {
		out->state = DS_TERM_DUE;
		out->days = out->due.number - today.number;
	} else {
		out->state = ds_day_known(youth->opened_on) &&
		    youth->opened_on.number > out->due.number ?
		    DS_TERM_LATE_FROM_INTAKE : DS_TERM_LATE;
		out->days = today.number - out->due.number;
	}
}

dossier_status
ds_term_evaluate(struct ds_term_result *out, const struct ds_pack *pack,
    const struct ds_term *term, const struct ds_youth_facts *youth,
    dossier_day today, dossier_error *err)
{
	const struct ds_fact_value *facts = youth->fact;
	dossier_day anchor = day_of(&facts[term->anchor]);
	dossier_day from = { INT32_MIN };
	struct ds_period period;
	bool known, yes;

	*out = (struct ds_term_result){ DS_TERM_NOT_APPLICABLE,
	    DOSSIER_NO_DAY, DOSSIER_NO_DAY, DOSSIER_NO_DAY, 0, -1 };
	DS_TRY(applies(&yes, out, pack, term, facts, err));
	if (!yes)
		return DOSSIER_OK;
	if (!ds_day_known(anchor)) {
		cannot_say(out, (int)term->anchor);
		return DOSSIER_OK;
	}
	DS_TRY(period_of(&period, &known, out, pack, term, facts, err));
	if (!known)
		return DOSSIER_OK;
	out->due = ds_day_shift(anchor, period, term->sign);
	if (term->opens >= 0)
		out->opens = day_of(&facts[term->opens]);
	if (term->has_window)
		from = ds_day_shift(out->due, term->window, -1);
	set_state(out, term, youth, from, today);
	return DOSSIER_OK;
}

/* ---- checklists ---- */

bool
ds_item_present(const struct ds_item *item,
    const struct ds_youth_facts *youth)
{
	const dossier_day ever = { INT32_MIN }, always = { INT32_MAX };

	if (item->fact >= 0)
		return youth->fact[item->fact].known;
	return ds_day_known(first_day(&item->need, youth, ever, always));
}
