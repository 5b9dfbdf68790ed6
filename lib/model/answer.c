/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/answer.h"

#include <stdio.h>
#include <string.h>

#define SUBJECT_SIZE 80		/* of a record and a field */

dossier_status
ds_answers_read(struct ds_answers *out, struct ds_arena *arena,
    struct ds_book *book, int64_t youth, dossier_day until,
    dossier_error *err)
{
	struct ds_row *rows;
	size_t count, i;

	DS_TRY(ds_book_list(&rows, &count, arena, book, DS_ANSWER,
	    DS_F_ANSWER_YOUTH, youth, err));
	out->rows = rows;
	out->count = 0;
	for (i = 0; i < count; i++)
		if (ds_row_day(&rows[i], DS_F_ANSWER_ON).number <=
		    until.number)
			rows[out->count++] = rows[i];
	return DOSSIER_OK;
}

const struct ds_row *
ds_answer_of(const struct ds_answers *answers, const char *subject)
{
	const struct ds_row *row, *best = NULL;
	size_t i;

	for (i = 0; i < answers->count; i++) {
		row = &answers->rows[i];
		if (strcmp(ds_row_text(row, DS_F_ANSWER_SUBJECT),
		    subject) == 0 && (best == NULL ||
		    ds_row_day(row, DS_F_ANSWER_ON).number >=
		    ds_row_day(best, DS_F_ANSWER_ON).number))
			best = row;
	}
	return best;
}

const struct ds_row *
ds_answer_of_field(const struct ds_answers *answers, enum ds_kind kind,
    int field)
{
	const struct ds_record *record = ds_record(kind);
	char subject[SUBJECT_SIZE];

	if (answers->count == 0)
		return NULL;
	if (field < 0)
		return ds_answer_of(answers, record->table);
	snprintf(subject, sizeof subject, "%s.%s", record->table,
	    record->fields[field].name);
	return ds_answer_of(answers, subject);
}
