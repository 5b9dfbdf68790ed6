/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What one change would turn it: for a table and the facts of one subject,
 * each fact by itself given another value, all others as they are, and what
 * the table would then decide. Exact: a fact has finitely many segments
 * (axis.h), and each is tried.
 */
#ifndef DS_RULES_TURN_H
#define DS_RULES_TURN_H

#include "rules/axis.h"

struct ds_turn {
	enum ds_fact fact;
	const char *from;		/* "49,9", "not known" */
	const char *to;			/* "from 50.01", "vso, entree" */
	/*
	 * Steps: of what is ordered, the segments from here to there; of a
	 * set the words that come or go; else, and where the fact is not
	 * known now, one.
	 */
	size_t distance;
	/*
	 * The rule that then decides; of a table that collects the first one
	 * that would join; NULL: then no rule fits.
	 */
	const struct ds_rule *rule;
	struct ds_fact_value value;	/* one of those in `to` */
};

/*
 * At most `most` changes that lead to another outcome, the nearest first,
 * then in the order of the inputs; how many is in *count. Of one fact each
 * outcome is told once, at its nearest. Another outcome is: what the table
 * says differs, or it decides where it does not now. What another table says
 * is no fact and is not changed; a set of too many words is passed over.
 * Texts in `language`; all of it in `arena`. DOSSIER_INVALID when the table
 * contradicts itself as the facts are now.
 */
dossier_status ds_table_turns(const struct ds_turn **out, size_t *count,
    struct ds_arena *arena, const struct ds_pack *pack,
    const struct ds_table *table, const struct ds_fact_value *facts,
    size_t most, dossier_language language, dossier_error *err);

#endif
