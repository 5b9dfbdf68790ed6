/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Not asked, "asked: nothing" and "declined" are three values. The first is
 * that nothing stands anywhere; the other two stand in sparse records of
 * what was asked, looked up here by their subject: "youth.phone",
 * "life_domain:financien", "statement:ouders", "work_profile".
 */
#ifndef DS_MODEL_ANSWER_H
#define DS_MODEL_ANSWER_H

#include "model/book.h"

struct ds_answers {			/* of one youth */
	const struct ds_row *rows;
	size_t count;
};

/* What a youth answered up to and including `until`; in `arena`. */
dossier_status ds_answers_read(struct ds_answers *out,
    struct ds_arena *arena, struct ds_book *book, int64_t youth,
    dossier_day until, dossier_error *err);
/* The latest answer about `subject`; NULL: it was not asked. */
const struct ds_row *ds_answer_of(const struct ds_answers *answers,
    const char *subject);
/* The same of a record's field, or (−1) of the record as a whole. */
const struct ds_row *ds_answer_of_field(const struct ds_answers *answers,
    enum ds_kind kind, int field);

#endif
