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

dossier_status
ds_when_judge(enum ds_truth *out, int *unknown, const struct ds_pack *pack,
    const struct ds_when *when, const struct ds_fact_value *facts,
    dossier_error *err)
{
	const struct ds_condition *condition = when->conditions;
	enum ds_fact lacking[DS_FACT_COUNT];
	struct ds_values values;
	size_t count = 0;

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
	ds_input_unknown(lacking, &count, pack,
	    &when->inputs[condition->at], facts);
	if (count > 0)
		*unknown = (int)lacking[0];
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

void
ds_term_open(struct ds_term_result *out, const struct ds_youth_facts *youth,
    dossier_day today)
{
	if (today.number <= out->due.number) {
		out->state = DS_TERM_DUE;
		out->days = out->due.number - today.number;
		return;
	}
	out->state = ds_day_known(youth->opened_on) &&
	    youth->opened_on.number > out->due.number ?
	    DS_TERM_LATE_FROM_INTAKE : DS_TERM_LATE;
	out->days = today.number - out->due.number;
}

static void
set_state(struct ds_term_result *out, const struct ds_term *term,
    const struct ds_youth_facts *youth, dossier_day today)
{
	dossier_day from = { INT32_MIN };

	if (term->has_window)
		from = ds_day_shift(out->due, term->window, -1);
	if (term->need_count > 0)
		out->met_on = met_on(term, youth, from, today);
	else if (today.number > out->due.number)
		out->met_on = out->due;
	if (ds_day_known(out->met_on))
		out->state = DS_TERM_MET;
	else
		ds_term_open(out, youth, today);
}

/* The fact's day, or the last day on which it happened up to today. */
static dossier_day
anchor_of(const struct ds_term *term, const struct ds_youth_facts *youth,
    dossier_day today)
{
	const struct ds_need *event = &term->anchor_event;
	dossier_day last = DOSSIER_NO_DAY;
	size_t i;

	if (term->anchor >= 0)
		return day_of(&youth->fact[term->anchor]);
	for (i = 0; i < youth->happened_count; i++)
		if (youth->happened[i].what == event->what &&
		    youth->happened[i].on.number <= today.number &&
		    strcmp(youth->happened[i].kind, event->kind) == 0 &&
		    (!ds_day_known(last) ||
		    youth->happened[i].on.number > last.number))
			last = youth->happened[i].on;
	return last;
}

/* Without a day to count from: not known, or it has not happened. */
static void
no_anchor(struct ds_term_result *out, const struct ds_term *term)
{
	if (term->anchor >= 0)
		cannot_say(out, term->anchor);
	else
		out->state = DS_TERM_NOT_APPLICABLE;
}

dossier_status
ds_term_evaluate(struct ds_term_result *out, const struct ds_pack *pack,
    const struct ds_term *term, const struct ds_youth_facts *youth,
    dossier_day today, dossier_error *err)
{
	const struct ds_fact_value *facts = youth->fact;
	dossier_day anchor = anchor_of(term, youth, today);
	struct ds_period period;
	bool known, yes;

	*out = (struct ds_term_result){ .state = DS_TERM_NOT_APPLICABLE,
	    .due = DOSSIER_NO_DAY, .met_on = DOSSIER_NO_DAY,
	    .opens = DOSSIER_NO_DAY, .unknown = -1 };
	DS_TRY(applies(&yes, out, pack, term, facts, err));
	if (!yes)
		return DOSSIER_OK;
	if (!ds_day_known(anchor)) {
		no_anchor(out, term);
		return DOSSIER_OK;
	}
	if (term->opens >= 0)
		out->opens = day_of(&facts[term->opens]);
	if (term->repeat_count > 0) {
		ds_term_repeat(out, term, youth, anchor, today);
		return DOSSIER_OK;
	}
	DS_TRY(period_of(&period, &known, out, pack, term, facts, err));
	if (!known)
		return DOSSIER_OK;
	out->due = ds_day_shift(anchor, period, term->sign);
	set_state(out, term, youth, today);
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
