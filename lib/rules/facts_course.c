/* SPDX-License-Identifier: EUPL-1.2 */
/* Facts of a course: papers, people, assessments, and the newest track. */
#include "rules/facts_take.h"

#include "rules/pack.h"

/* Assessments go by the name that the region's pack gives the instrument. */
static const char *
instrument(struct ds_chunk *chunk, const struct ds_case *c, const char *name)
{
	const struct ds_pack *pack = ds_take_pack(chunk, c);
	const struct ds_instrument *found = pack == NULL || name == NULL ?
	    NULL : ds_pack_instrument(pack, name);

	return found == NULL ? name : found->name;
}

/* A word that no longer holds still says that the set is known. */
void
ds_take_course_word(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	static const enum ds_fact facts[] = { DS_FACT_QUALIFICATIONS,
	    DS_FACT_AROUND, DS_FACT_ASSESSMENTS };
	struct ds_case *c = ds_take_case(chunk, stmt);
	enum ds_fact fact = facts[ds_col_int(stmt, 1)];
	const char *word = ds_col_int(stmt, 4) == 0 ? NULL :
	    ds_take_keep(chunk, stmt, 2);

	if (fact == DS_FACT_ASSESSMENTS)
		word = instrument(chunk, c, word);
	ds_take_word(chunk, c, fact, word, ds_col_day(stmt, 3));
}

/*
 * Tracks come in the order of their first day. Whether somebody is motivated
 * is said before a track begins; a result before it is over is a plan.
 */
void
ds_take_track(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
	dossier_day from = ds_col_day(stmt, 5), until = ds_col_day(stmt, 6);
	bool over = !ds_day_known(until) || until.number <= chunk->day.number;

	if (!ds_col_null(stmt, 2))
		ds_take_number(c, DS_FACT_MOTIVATED, ds_col_int(stmt, 2),
		    from);
	if (from.number > chunk->day.number)
		return;
	ds_take_text(c, DS_FACT_TRACK, ds_take_keep(chunk, stmt, 1), from);
	ds_take_day(c, DS_FACT_TRACK_FROM, from, from);
	ds_take_text(c, DS_FACT_TRACK_GOAL, ds_take_keep(chunk, stmt, 3),
	    from);
	ds_take_text(c, DS_FACT_TRACK_RESULT,
	    over ? ds_take_keep(chunk, stmt, 4) : NULL, until);
	ds_take_day(c, DS_FACT_TRACK_UNTIL, until, from);
}
