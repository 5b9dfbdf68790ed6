/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The space of a table's inputs, and two questions about it that decide all
 * there is to prove: where do two rules meet, and is there a point of a part
 * of the space that a set of rules leaves uncovered?
 *
 * A rule is a product: on each axis a set of segments. Two products meet
 * exactly when they meet on every axis, so that question is answered by
 * itself. The other one divides the space axis by axis: the segments that
 * leave the same rules make one box, and a box that a rule holds whole is
 * done. Nothing is sampled. What is left of a box once is remembered in a
 * place of fixed size, so that memory is bounded; the count of boxes and the
 * work are too.
 */
#ifndef DS_RULES_COVER_H
#define DS_RULES_COVER_H

#include "rules/axis.h"

#define DS_MAX_BOXES 1000000

/* Rules of a table, by their number. */
struct ds_rule_set {
	uint64_t bits[(DS_MAX_RULES + 63) / 64];
};

/* Segments of one axis that no rule tells apart. */
struct ds_group {
	size_t segment;			/* the first of them */
	struct ds_rule_set truth;	/* rules whose test is true there */
	struct ds_rule_set possible;	/* … is not false there */
};

struct ds_axis_use {
	struct ds_axis axis;
	size_t count;
	const struct ds_group *groups;
	size_t tested;			/* rules that ask it */
};

struct ds_space {
	const struct ds_table *table;
	bool wide;			/* an axis without segments */
	bool has_unknown;		/* an axis that asks for unknown */
	size_t count;			/* axes, in the table's order */
	struct ds_axis_use columns[DS_MAX_INPUTS];
	size_t order[DS_MAX_INPUTS];	/* in which they are divided */
	size_t boxes, looks;		/* so far, of all questions */
	unsigned question;
	struct ds_cover_seen *seen;
};

/* A segment on each axis, in the table's order. */
struct ds_point {
	size_t at[DS_MAX_INPUTS];
};

/* Everything in `arena`; the space may be asked many questions. */
dossier_status ds_space_make(struct ds_space *out, struct ds_arena *arena,
    const struct ds_pack *pack, const struct ds_table *table,
    dossier_error *err);

static inline bool
ds_rule_set_has(const struct ds_rule_set *set, size_t rule)
{
	return set->bits[rule / 64] >> rule % 64 & 1;
}

static inline void
ds_rule_set_add(struct ds_rule_set *set, size_t rule)
{
	set->bits[rule / 64] |= UINT64_C(1) << rule % 64;
}

/* An axis on which the rule is true nowhere; space->count: none. */
size_t ds_space_barred(const struct ds_space *space, size_t rule);
/* Where two rules are both true. False: nowhere. */
bool ds_space_meet(struct ds_point *out, const struct ds_space *space,
    size_t rule, size_t other);

/*
 * Of the part where all rules of `inside` are true: a point where no rule of
 * `possible` can be true, and none of `truth` is.
 */
struct ds_question {
	struct ds_rule_set inside, possible, truth;
};

enum ds_cover { DS_COVERED, DS_UNCOVERED, DS_UNPROVEN };

/* DS_UNPROVEN: more than DS_MAX_BOXES boxes, or as much work. */
enum ds_cover ds_space_ask(struct ds_point *out, struct ds_space *space,
    const struct ds_question *question);

#endif
