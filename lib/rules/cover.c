/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/cover.h"

#include <string.h>

#include "rules/decide.h"

#define SEEN_COUNT 4096	/* boxes that are remembered; a power of two */
#define MAX_LOOKS 5000000	/* at a group of segments, for one box */
#define SET_WORDS (sizeof((struct ds_rule_set *)0)->bits / sizeof(uint64_t))

/* The rules that may still hold a box: by possibility, and by truth. */
struct left {
	struct ds_rule_set possible, truth;
};

struct ds_cover_seen {
	unsigned question;		/* 0: empty */
	unsigned depth;
	struct left left;
};

/* ---- sets of rules ---- */

static inline void
keep_both(struct ds_rule_set *out, const struct ds_rule_set *a,
    const struct ds_rule_set *b)
{
	size_t i;

	for (i = 0; i < SET_WORDS; i++)
		out->bits[i] = a->bits[i] & b->bits[i];
}

static inline bool
meet(const struct ds_rule_set *a, const struct ds_rule_set *b)
{
	uint64_t any = 0;
	size_t i;

	for (i = 0; i < SET_WORDS; i++)
		any |= a->bits[i] & b->bits[i];
	return any != 0;
}

static inline bool
is_empty(const struct ds_rule_set *set)
{
	return !meet(set, set);
}

static inline bool
is_within(const struct ds_rule_set *a, const struct ds_rule_set *b)
{
	uint64_t outside = 0;
	size_t i;

	for (i = 0; i < SET_WORDS; i++)
		outside |= a->bits[i] & ~b->bits[i];
	return outside == 0;
}

/* ---- the space ---- */

static void
test_segment(struct ds_group *out, const struct ds_axis_use *column,
    const struct ds_table *table, size_t input)
{
	const struct ds_fact_value *value =
	    &column->axis.segments[out->segment].value;
	const struct ds_cell *cell;
	enum ds_truth truth;
	size_t i;

	for (i = 0; i < table->rule_count; i++) {
		cell = ds_rule_cell(&table->rules[i], input);
		truth = cell == NULL ? DS_TRUE : ds_cell_test(cell, value);
		if (truth == DS_TRUE)
			ds_rule_set_add(&out->truth, i);
		if (truth != DS_FALSE)
			ds_rule_set_add(&out->possible, i);
	}
}

static bool
same_rules(const struct ds_group *a, const struct ds_group *b)
{
	return memcmp(&a->truth, &b->truth, sizeof a->truth) == 0 &&
	    memcmp(&a->possible, &b->possible, sizeof a->possible) == 0;
}

static dossier_status
make_groups(struct ds_axis_use *column, struct ds_arena *arena,
    const struct ds_table *table, size_t input, dossier_error *err)
{
	struct ds_group *groups = ds_arena_alloc(arena,
	    (column->axis.count + 1) * sizeof *groups), *group;
	size_t i, k;

	if (groups == NULL)
		return ds_no_memory(err);
	column->groups = groups;
	for (i = 0; i < column->axis.count; i++) {
		group = &groups[column->count];
		memset(group, 0, sizeof *group);
		group->segment = i;
		test_segment(group, column, table, input);
		for (k = 0; k < column->count; k++)
			if (same_rules(&groups[k], group))
				break;
		column->count += k == column->count;
	}
	return DOSSIER_OK;
}

static size_t
count_tested(const struct ds_table *table, size_t input)
{
	const struct ds_cell *cell;
	size_t i, count = 0;

	for (i = 0; i < table->rule_count; i++) {
		cell = ds_rule_cell(&table->rules[i], input);
		count += cell != NULL && !cell->any;
	}
	return count;
}

/* The axis that most rules ask goes first: it divides best. */
static void
put_in_order(struct ds_space *space, size_t input)
{
	size_t at = input;

	for (; at > 0 && space->columns[space->order[at - 1]].tested <
	    space->columns[input].tested; at--)
		space->order[at] = space->order[at - 1];
	space->order[at] = input;
}

dossier_status
ds_space_make(struct ds_space *out, struct ds_arena *arena,
    const struct ds_pack *pack, const struct ds_table *table,
    dossier_error *err)
{
	struct ds_axis_use *column = out->columns;
	size_t i;

	memset(out, 0, sizeof *out);
	out->table = table;
	out->count = table->input_count;
	out->seen = ds_arena_alloc(arena, SEEN_COUNT * sizeof *out->seen);
	if (out->seen == NULL)
		return ds_no_memory(err);
	for (i = 0; i < out->count; i++, column++) {
		/* Only a true rule goes before another of its rank. */
		DS_TRY(ds_axis_make(&column->axis, arena, pack, table, i,
		    table->hit == DS_HIT_PRIORITY, err));
		out->wide |= column->axis.wide;
		out->has_unknown |= column->axis.has_unknown;
		column->tested = count_tested(table, i);
		DS_TRY(make_groups(column, arena, table, i, err));
		put_in_order(out, i);
	}
	return DOSSIER_OK;
}

/* ---- rules that meet ---- */

/* The first segment of an axis on which all these rules are true. */
static size_t
first_inside(const struct ds_axis_use *column, const struct ds_rule_set *rules)
{
	size_t i;

	for (i = 0; i < column->count; i++)
		if (is_within(rules, &column->groups[i].truth))
			return column->groups[i].segment;
	return column->axis.count;
}

size_t
ds_space_barred(const struct ds_space *space, size_t rule)
{
	struct ds_rule_set rules = {0};
	size_t i;

	ds_rule_set_add(&rules, rule);
	for (i = 0; i < space->count; i++)
		if (first_inside(&space->columns[i], &rules) ==
		    space->columns[i].axis.count)
			break;
	return i;
}

bool
ds_space_meet(struct ds_point *out, const struct ds_space *space,
    size_t rule, size_t other)
{
	struct ds_rule_set rules = {0};
	size_t i;

	ds_rule_set_add(&rules, rule);
	ds_rule_set_add(&rules, other);
	for (i = 0; i < space->count; i++) {
		out->at[i] = first_inside(&space->columns[i], &rules);
		if (out->at[i] == space->columns[i].axis.count)
			return false;
	}
	return true;
}

/* ---- what is left uncovered ---- */

struct search {
	struct ds_space *space;
	const struct ds_question *question;
	/* Rules that are so on all that is asked of the axes from here on. */
	struct left whole[DS_MAX_INPUTS + 1];
	struct ds_point *out;
};

static const struct ds_axis_use *
column_at(const struct search *search, size_t depth)
{
	return &search->space->columns[search->space->order[depth]];
}

static bool
is_asked(const struct search *search, const struct ds_group *group)
{
	return is_within(&search->question->inside, &group->truth);
}

static void
find_whole(struct search *search)
{
	const struct ds_axis_use *column;
	size_t depth = search->space->count, i;
	struct left *whole = &search->whole[depth];

	memset(whole, 0xFF, sizeof *whole);
	while (depth-- > 0) {
		column = column_at(search, depth);
		whole--;
		whole[0] = whole[1];
		for (i = 0; i < column->count; i++) {
			if (!is_asked(search, &column->groups[i]))
				continue;
			keep_both(&whole->truth, &whole->truth,
			    &column->groups[i].truth);
			keep_both(&whole->possible, &whole->possible,
			    &column->groups[i].possible);
		}
	}
}

static struct ds_cover_seen *
seen_at(const struct search *search, size_t depth, const struct left *left)
{
	static const uint64_t odd[2 * SET_WORDS] = {
		UINT64_C(0x9E3779B97F4A7C15), UINT64_C(0xBF58476D1CE4E5B9),
		UINT64_C(0x94D049BB133111EB), UINT64_C(0xD6E8FEB86659FD93),
		UINT64_C(0xA0761D6478BD642F), UINT64_C(0xE7037ED1A0B428DB),
		UINT64_C(0x8EBC6AF09C88C6E3), UINT64_C(0x589965CC75374CC3)
	};
	uint64_t hash = depth;
	size_t i;

	for (i = 0; i < SET_WORDS; i++)
		hash += left->possible.bits[i] * odd[i] ^
		    (left->truth.bits[i] * odd[SET_WORDS + i] >> 7);
	hash ^= hash >> 32;
	hash *= UINT64_C(0x9E3779B97F4A7C15);
	return &search->space->seen[hash >> 40 & (SEEN_COUNT - 1)];
}

static bool
was_seen(const struct search *search, size_t depth, const struct left *left)
{
	const struct ds_cover_seen *seen = seen_at(search, depth, left);

	return seen->question == search->space->question &&
	    seen->depth == depth &&
	    memcmp(&seen->left, left, sizeof *left) == 0;
}

static void
remember(const struct search *search, size_t depth, const struct left *left)
{
	struct ds_cover_seen *seen = seen_at(search, depth, left);

	seen->question = search->space->question;
	seen->depth = (unsigned)depth;
	seen->left = *left;
}

static enum ds_cover divide(struct search *search, size_t depth,
    const struct left *left);

/* No rule is left: any point of the box that is asked about will do. */
static enum ds_cover
found(struct search *search, size_t depth)
{
	for (; depth < search->space->count; depth++)
		search->out->at[search->space->order[depth]] =
		    first_inside(column_at(search, depth),
		    &search->question->inside);
	return DS_UNCOVERED;
}

static enum ds_cover
look(struct search *search, size_t depth, const struct left *left)
{
	if (is_empty(&left->possible) && is_empty(&left->truth))
		return found(search, depth);
	if (meet(&left->possible, &search->whole[depth].possible) ||
	    meet(&left->truth, &search->whole[depth].truth) ||
	    was_seen(search, depth, left))
		return DS_COVERED;
	return ++search->space->boxes > DS_MAX_BOXES ? DS_UNPROVEN :
	    divide(search, depth, left);
}

static enum ds_cover
divide(struct search *search, size_t depth, const struct left *left)
{
	const struct ds_axis_use *column = column_at(search, depth);
	const struct ds_group *group = column->groups;
	enum ds_cover answer;
	struct left rest;
	size_t i;

	search->space->looks += column->count;
	if (search->space->looks > MAX_LOOKS)
		return DS_UNPROVEN;
	for (i = 0; i < column->count; i++, group++) {
		if (!is_asked(search, group))
			continue;
		keep_both(&rest.possible, &left->possible, &group->possible);
		keep_both(&rest.truth, &left->truth, &group->truth);
		search->out->at[search->space->order[depth]] =
		    group->segment;
		answer = look(search, depth + 1, &rest);
		if (answer != DS_COVERED)
			return answer;
	}
	remember(search, depth, left);
	return DS_COVERED;
}

/* Is there anything where the rules of the question are all true? */
static bool
is_anywhere(const struct search *search)
{
	size_t depth;

	for (depth = 0; depth < search->space->count; depth++)
		if (first_inside(column_at(search, depth),
		    &search->question->inside) ==
		    column_at(search, depth)->axis.count)
			return false;
	return true;
}

enum ds_cover
ds_space_ask(struct ds_point *out, struct ds_space *space,
    const struct ds_question *question)
{
	struct search search = { .space = space, .question = question,
	    .out = out };
	struct left left = { question->possible, question->truth };

	space->question++;
	if (!is_anywhere(&search))
		return DS_COVERED;
	find_whole(&search);
	return look(&search, 0, &left);
}
