/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Facts on the way out of the store: a chunk of youths, and what fills it.
 * Private to facts.c and facts_take.c.
 */
#ifndef DS_RULES_FACTS_TAKE_H
#define DS_RULES_FACTS_TAKE_H

#include "rules/facts.h"

#define DS_CHUNK 2048

struct ds_chunk {
	struct ds_book *book;
	struct ds_library *library;		/* may be NULL */
	struct ds_arena arena;
	int64_t lo, hi;
	dossier_day day;
	bool present[DS_CHUNK];
	struct ds_case cases[DS_CHUNK];
	struct ds_happened *happened;
	size_t happened_count, happened_capacity;
	bool failed;			/* memory ran out */
	dossier_status broken;		/* of a pack that does not load */
	dossier_error *err;		/* which says why */
};

/* The case whose number stands in the row's first column. */
struct ds_case *ds_take_case(struct ds_chunk *chunk, struct ds_stmt *stmt);
/* A column's text in the chunk's arena; NULL for NULL. */
const char *ds_take_keep(struct ds_chunk *chunk, struct ds_stmt *stmt,
    int column);
void ds_take_text(struct ds_case *c, enum ds_fact fact, const char *text,
    dossier_day on);
void ds_take_number(struct ds_case *c, enum ds_fact fact, int64_t number,
    dossier_day on);
void ds_take_day(struct ds_case *c, enum ds_fact fact, dossier_day day,
    dossier_day on);
/* How long it is since that day; not known without one. */
void ds_take_since(const struct ds_chunk *chunk, struct ds_case *c,
    enum ds_fact fact, dossier_day from);
/*
 * One more word of a set, which is known from then on; NULL: none, but it was
 * recorded.
 */
void ds_take_word(struct ds_chunk *chunk, struct ds_case *c,
    enum ds_fact fact, const char *word, dossier_day on);
/* The pack of where the youth lives; NULL: no library. */
const struct ds_pack *ds_take_pack(struct ds_chunk *chunk,
    const struct ds_case *c);
/* Of records of one kind the one that began last counts. */
bool ds_take_is_older(const struct ds_case *c, enum ds_fact fact,
    dossier_day on);

/* One row of the statement of that name. */
void ds_take_opp(struct ds_chunk *chunk, struct ds_stmt *stmt);
void ds_take_work_profile(struct ds_chunk *chunk, struct ds_stmt *stmt);
void ds_take_qualification(struct ds_chunk *chunk, struct ds_stmt *stmt);
void ds_take_scheme(struct ds_chunk *chunk, struct ds_stmt *stmt);
void ds_take_register(struct ds_chunk *chunk, struct ds_stmt *stmt);
void ds_take_domain(struct ds_chunk *chunk, struct ds_stmt *stmt);
void ds_take_course_word(struct ds_chunk *chunk, struct ds_stmt *stmt);
void ds_take_track(struct ds_chunk *chunk, struct ds_stmt *stmt);
void ds_take_paper(struct ds_chunk *chunk, struct ds_stmt *stmt);
void ds_take_assessment(struct ds_chunk *chunk, struct ds_stmt *stmt);
void ds_take_hours(struct ds_chunk *chunk, struct ds_stmt *stmt);
void ds_take_referral(struct ds_chunk *chunk, struct ds_stmt *stmt);
/* After all others: an answer that is newer than what was recorded wins. */
void ds_take_answer(struct ds_chunk *chunk, struct ds_stmt *stmt);

#endif
