/* SPDX-License-Identifier: EUPL-1.2 */
/* Facts of leaving papers, judgements, work profiles and applications. */
#include "rules/facts_take.h"

#include <string.h>

#include "base/text.h"

/* ---- qualifications ---- */

/* What one leaves school with: a diploma, or a statement instead of it. */
static bool
is_leaving_paper(const char *kind)
{
	return strcmp(kind, "diploma") == 0 ||
	    strcmp(kind, "schooldiploma") == 0 ||
	    strcmp(kind, "verklaring") == 0;
}

void
ds_take_paper(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	if (is_leaving_paper(ds_col_text(stmt, 1)))
		ds_take_since(chunk, ds_take_case(chunk, stmt),
		    DS_FACT_SINCE_PAPER, ds_col_day(stmt, 2));
}

/* ---- learnable, schoolable: what an assessment says of it ---- */

static const struct {
	const char *instrument;
	enum ds_fact fact;
} judged[] = {
	{ "leerbaarheid", DS_FACT_LEARNABLE },
	{ "schoolbaarheid", DS_FACT_SCHOOLABLE }
};

/* "ja" or "nee"; any other result leaves it unknown. */
static void
take_judged(struct ds_case *c, enum ds_fact fact, const char *value,
    dossier_day on)
{
	bool yes = strcmp(value, "ja") == 0 || strcmp(value, "yes") == 0;

	c->facts.fact[fact].known = false;
	if (yes || strcmp(value, "nee") == 0 || strcmp(value, "no") == 0)
		ds_take_number(c, fact, yes, on);
}

void
ds_take_assessment(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
	const char *instrument = ds_text_fold(&chunk->arena,
	    ds_col_text(stmt, 1));
	const char *value = ds_text_fold(&chunk->arena,
	    ds_col_text(stmt, 2));
	size_t i;

	if (instrument == NULL || value == NULL) {
		chunk->failed = true;
		return;
	}
	for (i = 0; i < sizeof judged / sizeof judged[0]; i++)
		if (strcmp(judged[i].instrument, instrument) == 0)
			take_judged(c, judged[i].fact, value,
			    ds_col_day(stmt, 3));
}

/* ---- work profile, application ---- */

void
ds_take_hours(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	ds_take_number(ds_take_case(chunk, stmt), DS_FACT_HOURS_DAY,
	    ds_col_int(stmt, 1), ds_col_day(stmt, 2));
}

void
ds_take_referral(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	ds_take_text(ds_take_case(chunk, stmt), DS_FACT_REFERRED_BY,
	    ds_take_keep(chunk, stmt, 1), ds_col_day(stmt, 2));
}
