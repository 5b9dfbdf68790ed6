/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * An input of a table as an axis: finitely many elementary segments, such
 * that no cell of its column tells two values of one segment apart. Shared by
 * the proof, by "what one change would turn it" and by tests.
 *
 *  numbers, days, periods: cut at every bound of the column, between what
 *            the fact itself allows, on the whole-number lattice. A period
 *            begins at DS_NOT_YET and is measured as its column does; one in
 *            days has no halves;
 *  codes:    each slug;
 *  texts:    each word that the column names, and any other;
 *  TABLE.OUTPUT: each word that table can say under that name, and `none`
 *            where it has an `otherwise` or a rule that says nothing of it;
 *  sets:     the subsets of the words that the column names, each also with
 *            another word where there can be one. More than
 *            DS_AXIS_SET_WORDS words: `wide`, and no segments;
 *  unknown:  a last segment, where a cell of the column asks for it.
 */
#ifndef DS_RULES_AXIS_H
#define DS_RULES_AXIS_H

#include "rules/pack.h"

#define DS_AXIS_SET_WORDS 10

struct ds_segment {
	struct ds_fact_value value;	/* one that lies in it */
	int64_t low, high;		/* of what is ordered */
	bool other;			/* its word stands for any other */
};

struct ds_axis {
	const struct ds_input *input;
	bool wide;			/* a set of too many words */
	bool in_days;			/* a period that is measured so */
	bool has_unknown;		/* the last segment is "unknown" */
	size_t count;
	const struct ds_segment *segments;	/* in order of value */
};

/*
 * The axis of `table`'s input number `at`, as `pack` judges (whose table is
 * asked by name). `unknown`: with that segment also where no cell asks for
 * it. In `arena`. DOSSIER_NO_MEMORY or OK.
 */
dossier_status ds_axis_make(struct ds_axis *out, struct ds_arena *arena,
    const struct ds_pack *pack, const struct ds_table *table, size_t at,
    bool unknown, dossier_error *err);

/* Are its segments in an order, so that neighbours make one interval? */
bool ds_axis_ordered(const struct ds_axis *axis);
/* The segment that holds a value; axis->count: none, or not measured. */
size_t ds_axis_find(const struct ds_axis *axis,
    const struct ds_fact_value *value);
/*
 * Segments `first` to `last` for people: "50", "50,01 t/m 100", "vso",
 * "{a, b}", "niet bekend". Several only where the axis is ordered. NULL: no
 * memory.
 */
const char *ds_axis_text(struct ds_arena *arena, const struct ds_axis *axis,
    size_t first, size_t last, dossier_language language);
/*
 * The value of a segment as a pack writes it under `facts:` "50.01", "vso",
 * "[a, b]"; "unknown" for that one. NULL: no memory.
 */
const char *ds_axis_data(struct ds_arena *arena, const struct ds_axis *axis,
    size_t segment, dossier_language language);

#endif
