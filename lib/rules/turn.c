/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/turn.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "rules/decide.h"
#include "rules/prove.h"

#define MAX_WORDS 5		/* that are named where many would do */

/* What a segment leads to. */
struct lead {
	bool turns;			/* to a decided and other outcome */
	bool told;
	const struct ds_rule *rule;	/* NULL: no rule fits */
	size_t distance;
};

struct turning {
	struct ds_arena *arena;
	const struct ds_pack *pack;
	const struct ds_table *table;
	dossier_language language;
	struct ds_fact_value facts[DS_FACT_COUNT];
	struct ds_outcome now;
	struct ds_axis axis;		/* of the fact that is changed */
	struct ds_fact_value was;	/* … as it is */
	size_t at;			/* its segment; axis.count: none */
	struct lead *leads;		/* of each segment */
	struct ds_turn *turns;
	size_t count, capacity;
};

/* ---- what a value leads to ---- */

/* Collecting: the first rule that would join. */
static const struct ds_rule *
joined(const struct turning *turning, const struct ds_outcome *then)
{
	size_t i;

	for (i = 0; i < turning->table->rule_count; i++)
		if (then->truth[i] == DS_TRUE &&
		    turning->now.truth[i] != DS_TRUE)
			return &turning->table->rules[i];
	return NULL;
}

static void
judge(struct lead *lead, const struct turning *turning,
    const struct ds_outcome *then)
{
	const struct ds_outcome *now = &turning->now;

	lead->rule = turning->table->hit == DS_HIT_COLLECT ?
	    joined(turning, then) : then->rule;
	if (lead->rule == NULL)
		lead->turns = then->none && !now->none;
	else
		lead->turns = now->rule == NULL ||
		    turning->table->hit == DS_HIT_COLLECT ||
		    !ds_rule_says_same(lead->rule, now->rule);
}

/* Words that come or go: the bits in which the subsets' numbers differ. */
static size_t
count_bits(size_t mask)
{
	size_t count = 0;

	for (; mask != 0; mask &= mask - 1)
		count++;
	return count;
}

static size_t
distance(const struct turning *turning, size_t segment)
{
	size_t at = turning->at;

	if (!turning->was.known || at >= turning->axis.count)
		return 1;
	if (turning->axis.input->def->type == DS_FACT_SET)
		return count_bits(at ^ segment);
	if (!ds_axis_ordered(&turning->axis))
		return 1;
	return segment > at ? segment - at : at - segment;
}

static void
follow_leads(struct turning *turning)
{
	enum ds_fact fact = (enum ds_fact)turning->axis.input->fact;
	struct ds_outcome then;
	struct lead *lead;
	size_t i;

	for (i = 0; i < turning->axis.count; i++) {
		lead = &turning->leads[i];
		turning->facts[fact] = turning->axis.segments[i].value;
		/* Where the table contradicts itself, nothing is decided. */
		if (i == turning->at || !turning->facts[fact].known ||
		    ds_table_decide(&then, turning->pack, turning->table,
		    turning->facts, NULL) != DOSSIER_OK)
			continue;
		lead->distance = distance(turning, i);
		judge(lead, turning, &then);
	}
	turning->facts[fact] = turning->was;
}

/* ---- one telling for each outcome ---- */

static bool
same_lead(const struct lead *a, const struct lead *b)
{
	if (!a->turns || !b->turns || a->rule == NULL || b->rule == NULL)
		return a->turns && b->turns && a->rule == b->rule;
	return ds_rule_says_same(a->rule, b->rule);
}

/* The nearest segment that is not told yet; axis.count: none. */
static size_t
nearest(const struct turning *turning)
{
	size_t best = turning->axis.count, i;

	for (i = 0; i < turning->axis.count; i++)
		if (turning->leads[i].turns && !turning->leads[i].told &&
		    (best == turning->axis.count || turning->leads[i].distance
		    < turning->leads[best].distance))
			best = i;
	return best;
}

/* Neighbours with the same outcome make one interval. */
static const char *
interval_text(const struct turning *turning, size_t segment)
{
	const struct lead *leads = turning->leads;
	size_t first = segment, last = segment;

	while (first > 0 && same_lead(&leads[first - 1], &leads[segment]))
		first--;
	while (last + 1 < turning->axis.count &&
	    same_lead(&leads[last + 1], &leads[segment]))
		last++;
	return ds_axis_text(turning->arena, &turning->axis, first, last,
	    turning->language);
}

/* Each word that would do, unless they are many. */
static const char *
words_text(const struct turning *turning, size_t segment)
{
	struct ds_buf all = DS_BUF_INIT;
	const char *text = NULL, *word;
	size_t i, count = 0;

	for (i = 0; i < turning->axis.count; i++) {
		if (!same_lead(&turning->leads[i], &turning->leads[segment]))
			continue;
		if (count++ == MAX_WORDS) {
			ds_buf_puts(&all, ", …");
			break;
		}
		word = ds_axis_text(turning->arena, &turning->axis, i, i,
		    turning->language);
		all.failed |= word == NULL;
		ds_buf_printf(&all, "%s%s", count == 1 ? "" : ", ",
		    word == NULL ? "" : word);
	}
	if (!all.failed)
		text = ds_arena_dup(turning->arena, all.data);
	ds_buf_free(&all);
	return text;
}

static const char *
to_text(const struct turning *turning, size_t segment)
{
	if (ds_axis_ordered(&turning->axis))
		return interval_text(turning, segment);
	if (turning->axis.input->def->type != DS_FACT_SET)
		return words_text(turning, segment);
	return ds_axis_text(turning->arena, &turning->axis, segment, segment,
	    turning->language);
}

static dossier_status
tell(struct turning *turning, size_t segment, dossier_error *err)
{
	enum ds_fact fact = (enum ds_fact)turning->axis.input->fact;
	struct ds_turn *turns = ds_grow(turning->turns, turning->count,
	    &turning->capacity, sizeof *turns), *turn;
	struct lead *lead = &turning->leads[segment];
	size_t i;

	if (turns == NULL)
		return ds_no_memory(err);
	turning->turns = turns;
	turn = &turns[turning->count++];
	turn->fact = fact;
	turn->from = ds_fact_text(turning->arena, fact, &turning->was,
	    turning->language);
	turn->to = to_text(turning, segment);
	turn->distance = lead->distance;
	turn->rule = lead->rule;
	turn->value = turning->axis.segments[segment].value;
	for (i = 0; i < turning->axis.count; i++)
		turning->leads[i].told |= same_lead(&turning->leads[i], lead);
	return turn->from == NULL || turn->to == NULL ? ds_no_memory(err) :
	    DOSSIER_OK;
}

static dossier_status
change_input(struct turning *turning, size_t input, dossier_error *err)
{
	size_t segment;
	int fact = turning->table->inputs[input].fact;

	if (fact < 0)
		return DOSSIER_OK;
	DS_TRY(ds_axis_make(&turning->axis, turning->arena, turning->pack,
	    turning->table, input, true, err));
	turning->was = turning->facts[fact];
	turning->at = ds_axis_find(&turning->axis, &turning->was);
	turning->leads = ds_arena_alloc(turning->arena,
	    (turning->axis.count + 1) * sizeof *turning->leads);
	if (turning->leads == NULL)
		return ds_no_memory(err);
	follow_leads(turning);
	while ((segment = nearest(turning)) < turning->axis.count)
		DS_TRY(tell(turning, segment, err));
	return DOSSIER_OK;
}

/* ---- all of them ---- */

/* Few, and what is as near stays in the order of the inputs. */
static void
sort(struct ds_turn *turns, size_t count)
{
	struct ds_turn turn;
	size_t i, at;

	for (i = 1; i < count; i++) {
		turn = turns[i];
		for (at = i; at > 0 &&
		    turns[at - 1].distance > turn.distance; at--)
			turns[at] = turns[at - 1];
		turns[at] = turn;
	}
}

static dossier_status
change_all(struct turning *turning, dossier_error *err)
{
	size_t i;

	DS_TRY(ds_table_decide(&turning->now, turning->pack, turning->table,
	    turning->facts, err));
	for (i = 0; i < turning->table->input_count; i++)
		DS_TRY(change_input(turning, i, err));
	sort(turning->turns, turning->count);
	return DOSSIER_OK;
}

static dossier_status
keep(const struct ds_turn **out, size_t *count, struct turning *turning,
    size_t most, dossier_error *err)
{
	struct ds_turn *kept;

	*count = turning->count < most ? turning->count : most;
	kept = ds_arena_alloc(turning->arena, (*count + 1) * sizeof *kept);
	if (kept == NULL)
		return ds_no_memory(err);
	if (*count > 0)
		memcpy(kept, turning->turns, *count * sizeof *kept);
	*out = kept;
	return DOSSIER_OK;
}

dossier_status
ds_table_turns(const struct ds_turn **out, size_t *count,
    struct ds_arena *arena, const struct ds_pack *pack,
    const struct ds_table *table, const struct ds_fact_value *facts,
    size_t most, dossier_language language, dossier_error *err)
{
	struct turning *turning = ds_alloc(sizeof *turning);
	dossier_status status;

	if (turning == NULL)
		return ds_no_memory(err);
	turning->arena = arena;
	turning->pack = pack;
	turning->table = table;
	turning->language = language;
	memcpy(turning->facts, facts, sizeof turning->facts);
	status = change_all(turning, err);
	if (status == DOSSIER_OK)
		status = keep(out, count, turning, most, err);
	ds_free(turning->turns);
	ds_free(turning);
	return status;
}
