/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/axis.h"

#include <stdlib.h>
#include <string.h>

#include "rules/decide.h"

struct making {
	struct ds_axis *axis;
	struct ds_arena *arena;
	const struct ds_pack *pack;
	const struct ds_table *table;
	size_t at;
	struct ds_segment *segments;
};

/* ---- the cells of the column ---- */

static const struct ds_cell *
column_cell(const struct making *making, size_t rule)
{
	return ds_rule_cell(&making->table->rules[rule], making->at);
}

/* How many ranges, and how many words, the column holds. */
static void
measure(const struct making *making, size_t *ranges, size_t *words)
{
	const struct ds_cell *cell;
	size_t i;

	*ranges = *words = 0;
	for (i = 0; i < making->table->rule_count; i++) {
		cell = column_cell(making, i);
		if (cell == NULL)
			continue;
		*ranges += cell->range_count;
		*words += cell->word_count;
		making->axis->has_unknown |= cell->unknown;
		making->axis->in_days |= cell->in_days;
	}
}

/* One more than `count`: for "unknown". */
static dossier_status
reserve(struct making *making, size_t count, dossier_error *err)
{
	making->segments = ds_arena_alloc(making->arena,
	    (count + 1) * sizeof *making->segments);
	making->axis->segments = making->segments;
	return making->segments == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

static struct ds_segment *
add_segment(struct making *making)
{
	struct ds_segment *segment =
	    &making->segments[making->axis->count++];

	segment->value.known = true;
	segment->value.on = DOSSIER_NO_DAY;
	return segment;
}

/* ---- what is ordered ---- */

static struct ds_interval
limits(const struct ds_fact_def *def)
{
	switch (def->type) {
	case DS_FACT_BOOL:
		return (struct ds_interval){ 0, 1 };
	case DS_FACT_DAY:
		return (struct ds_interval){ ds_day_of(1600, 1, 1).number,
		    ds_day_of(2999, 12, 31).number };
	case DS_FACT_PERIOD:
		return (struct ds_interval){ DS_NOT_YET, INT64_MAX };
	default:
		return (struct ds_interval){ 0, def->high };
	}
}

static int
by_number(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* Where a segment begins: the first number that some cell tells apart. */
static size_t
find_cuts(int64_t *cuts, const struct making *making,
    struct ds_interval within)
{
	const struct ds_interval *range;
	const struct ds_cell *cell;
	size_t i, k, count = 0;

	for (i = 0; i < making->table->rule_count; i++) {
		cell = column_cell(making, i);
		for (k = 0; cell != NULL && k < cell->range_count; k++) {
			range = &cell->ranges[k];
			if (range->low > within.low &&
			    range->low <= within.high)
				cuts[count++] = range->low;
			if (range->high >= within.low &&
			    range->high < within.high)
				cuts[count++] = range->high + 1;
		}
	}
	qsort(cuts, count, sizeof *cuts, by_number);
	return count;
}

/* Days stand doubled, and none is a half. */
static bool
to_whole_days(int64_t *low, int64_t *high)
{
	if (*low > 0)
		*low += *low % 2;
	if (*high > 0 && *high != INT64_MAX)
		*high -= *high % 2;
	return *low <= *high;
}

/*
 * The end that a bound of the column makes is the telling one: 50 and 50.01
 * rather than 0 and 100.
 */
static int64_t
telling(const struct making *making, int64_t low, int64_t high, bool first,
    bool last)
{
	enum ds_fact_type type = making->axis->input->def->type;

	if (!first)
		return low;
	if (!last)
		return high;
	if (type == DS_FACT_DAY)
		return making->table->pack->valid_from.number;
	return type == DS_FACT_PERIOD || low == INT64_MIN ? 0 : low;
}

static void
add_interval(struct making *making, int64_t low, int64_t high, int64_t value)
{
	struct ds_segment *segment = add_segment(making);
	bool in_days = making->axis->in_days;

	segment->low = low;
	segment->high = high;
	segment->value.number = value;
	if (making->axis->input->def->type != DS_FACT_PERIOD)
		return;
	segment->value.days = value;
	if (value == DS_NOT_YET)
		return;
	if (in_days)
		segment->value.number = DS_NOT_COUNTED;
	else
		segment->value.days = DS_NOT_COUNTED;
}

static dossier_status
make_ordered(struct making *making, size_t ranges, dossier_error *err)
{
	struct ds_interval within = limits(making->axis->input->def);
	int64_t *cuts, low = within.low, high;
	size_t i, count;
	bool last;

	DS_TRY(reserve(making, 2 * ranges + 1, err));
	cuts = ds_arena_alloc(making->arena, (2 * ranges + 1) * sizeof *cuts);
	if (cuts == NULL)
		return ds_no_memory(err);
	count = find_cuts(cuts, making, within);
	for (i = 0; i <= count; i++) {
		last = i == count;
		high = last ? within.high : cuts[i] - 1;
		if (high < low)
			continue;
		if (!making->axis->in_days || to_whole_days(&low, &high))
			add_interval(making, low, high, telling(making, low,
			    high, making->axis->count == 0, last));
		low = last ? low : cuts[i];
	}
	return DOSSIER_OK;
}

/* ---- words ---- */

/* Each word that the column names, in the order of the rules. */
static size_t
named_words(const char **out, const struct making *making)
{
	const struct ds_cell *cell;
	size_t i, k, count = 0;

	for (i = 0; i < making->table->rule_count; i++) {
		cell = column_cell(making, i);
		for (k = 0; cell != NULL && k < cell->word_count; k++)
			if (!ds_words_hold(out, count, cell->words[k]))
				out[count++] = cell->words[k];
	}
	return count;
}

static void
add_word(struct making *making, const char *word)
{
	add_segment(making)->value.text = word;
}

static dossier_status
make_codes(struct making *making, const struct ds_code *codes,
    dossier_error *err)
{
	const struct ds_code *code;
	size_t count = 0;

	for (code = codes; code->slug != NULL; code++)
		count++;
	DS_TRY(reserve(making, count, err));
	for (code = codes; code->slug != NULL; code++)
		add_word(making, code->slug);
	return DOSSIER_OK;
}

/* A word that is none of these. */
static const char *
other_word(struct ds_arena *arena, const char *const *words, size_t count)
{
	const char *word = "?";

	while (word != NULL && ds_words_hold(words, count, word))
		word = ds_arena_printf(arena, "%s?", word);
	return word;
}

static dossier_status
make_texts(struct making *making, const char *const *words, size_t count,
    dossier_error *err)
{
	struct ds_segment *other;
	size_t i;

	DS_TRY(reserve(making, count + 1, err));
	for (i = 0; i < count; i++)
		add_word(making, words[i]);
	other = add_segment(making);
	other->other = true;
	other->value.text = other_word(making->arena, words, count);
	return other->value.text == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

/* ---- what another table says ---- */

/* May the table say none of it? */
static bool
may_be_silent(const struct ds_table *asked, const char *output)
{
	size_t i;

	for (i = 0; i < asked->rule_count; i++)
		if (ds_rule_output(&asked->rules[i], output) == NULL)
			return true;
	return asked->otherwise != NULL;
}

static dossier_status
make_said(struct making *making, dossier_error *err)
{
	const struct ds_input *input = making->axis->input;
	const struct ds_table *asked = ds_pack_table(making->pack,
	    input->table);
	const char *words[DS_MAX_RULES];
	size_t count, i;

	count = ds_table_words(words, asked, input->output);
	DS_TRY(reserve(making, count + 1, err));
	for (i = 0; i < count; i++)
		add_word(making, words[i]);
	if (may_be_silent(asked, input->output) &&
	    !ds_words_hold(words, count, "none"))
		add_word(making, "none");
	return DOSSIER_OK;
}

/* ---- sets ---- */

/* A word that the column does not name but the set may hold, or NULL. */
static dossier_status
find_other(const char **out, const struct making *making,
    const char *const *words, size_t count, dossier_error *err)
{
	const struct ds_input *input = making->axis->input;
	const char *said[DS_MAX_RULES];
	size_t i, said_count;

	*out = NULL;
	if (input->fact >= 0) {
		*out = other_word(making->arena, words, count);
		return *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
	}
	said_count = ds_table_words(said, ds_pack_table(making->pack,
	    input->table), input->output);
	for (i = 0; *out == NULL && i < said_count; i++)
		if (!ds_words_hold(words, count, said[i]))
			*out = said[i];
	return DOSSIER_OK;
}

static dossier_status
add_subset(struct making *making, const char *const *words, size_t count,
    size_t mask, dossier_error *err)
{
	struct ds_segment *segment = add_segment(making);
	const char **members = ds_arena_alloc(making->arena,
	    (count + 1) * sizeof *members);
	size_t i;

	if (members == NULL)
		return ds_no_memory(err);
	segment->value.words = members;
	for (i = 0; i < count; i++)
		if (mask >> i & 1)
			members[segment->value.word_count++] = words[i];
	return DOSSIER_OK;
}

static dossier_status
make_subsets(struct making *making, const char **words, size_t count,
    dossier_error *err)
{
	const char *other;
	size_t all, mask;

	DS_TRY(find_other(&other, making, words, count, err));
	if (other != NULL)
		words[count] = other;
	all = (size_t)1 << (count + (other != NULL));
	DS_TRY(reserve(making, all, err));
	for (mask = 0; mask < all; mask++) {
		DS_TRY(add_subset(making, words, count + (other != NULL),
		    mask, err));
		making->segments[mask].other = other != NULL &&
		    mask >> count & 1;
	}
	return DOSSIER_OK;
}

/* ---- an axis ---- */

static dossier_status
make_words(struct making *making, size_t most, dossier_error *err)
{
	const struct ds_input *input = making->axis->input;
	const char **words = ds_arena_alloc(making->arena,
	    (most + 1) * sizeof *words);
	size_t count;

	if (words == NULL)
		return ds_no_memory(err);
	count = named_words(words, making);
	if (input->def->type != DS_FACT_SET)
		return make_texts(making, words, count, err);
	making->axis->wide = count > DS_AXIS_SET_WORDS;
	return making->axis->wide ? DOSSIER_OK :
	    make_subsets(making, words, count, err);
}

static dossier_status
make_known(struct making *making, size_t ranges, size_t words,
    dossier_error *err)
{
	const struct ds_input *input = making->axis->input;

	switch (input->def->type) {
	case DS_FACT_NUMBER:
	case DS_FACT_DAY:
	case DS_FACT_BOOL:
	case DS_FACT_PERIOD:
		return make_ordered(making, ranges, err);
	case DS_FACT_CODE:
		return make_codes(making, input->def->codes, err);
	case DS_FACT_TEXT:
	case DS_FACT_SET:
		break;
	}
	return input->fact < 0 && input->def->type == DS_FACT_TEXT ?
	    make_said(making, err) : make_words(making, words, err);
}

dossier_status
ds_axis_make(struct ds_axis *out, struct ds_arena *arena,
    const struct ds_pack *pack, const struct ds_table *table, size_t at,
    bool unknown, dossier_error *err)
{
	struct making making = { out, arena, pack, table, at, NULL };
	size_t ranges, words;

	memset(out, 0, sizeof *out);
	out->input = &table->inputs[at];
	out->has_unknown = unknown;
	measure(&making, &ranges, &words);
	DS_TRY(make_known(&making, ranges, words, err));
	if (out->has_unknown && !out->wide)
		making.segments[out->count++].value.on = DOSSIER_NO_DAY;
	return DOSSIER_OK;
}
