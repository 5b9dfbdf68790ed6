/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/state.h"

dossier_status
ds_state_list(struct ds_row **out, size_t *count, struct ds_arena *arena,
    struct ds_book *book, enum ds_kind kind, int64_t youth,
    dossier_error *err)
{
	return ds_book_list(out, count, arena, book, kind,
	    ds_field_named(ds_record(kind), "youth"), youth, err);
}

/* An open start lies before every day. */
static int32_t
start(const struct ds_row *row)
{
	return ds_row_span(row).from.number;
}

const struct ds_row *
ds_state_on(const struct ds_row *rows, size_t count, dossier_day day)
{
	const struct ds_row *best = NULL;
	size_t i;

	for (i = 0; i < count; i++)
		if (ds_span_holds(ds_row_span(&rows[i]), day) &&
		    (best == NULL || start(&rows[i]) >= start(best)))
			best = &rows[i];
	return best;
}

const struct ds_row *
ds_state_near(const struct ds_row *rows, size_t count, dossier_day day)
{
	const struct ds_row *best = ds_state_on(rows, count, day);
	const struct ds_row *next = NULL;
	size_t i;

	if (best != NULL)
		return best;
	for (i = 0; i < count; i++) {
		if (start(&rows[i]) > day.number) {
			if (next == NULL || start(&rows[i]) < start(next))
				next = &rows[i];
		} else if (best == NULL || start(&rows[i]) >= start(best)) {
			best = &rows[i];
		}
	}
	return best != NULL ? best : next;
}

/* The last record, when it begins on that very day; else NULL. */
static const struct ds_row *
begun_then(const struct ds_row *rows, size_t count, dossier_day day)
{
	const struct ds_row *found = NULL;
	size_t i;

	for (i = 0; i < count; i++) {
		if (start(&rows[i]) > day.number)
			return NULL;
		if (start(&rows[i]) == day.number)
			found = &rows[i];
	}
	return found;
}

dossier_status
ds_state_begin(struct ds_book *book, struct ds_row *row, dossier_error *err)
{
	struct ds_arena arena = {0};
	const struct ds_row *old = NULL;
	struct ds_row *rows;
	dossier_status status;
	size_t count;

	status = ds_state_list(&rows, &count, &arena, book, row->kind,
	    ds_row_int(row, ds_field_named(ds_record(row->kind), "youth")),
	    err);
	if (status == DOSSIER_OK)
		old = begun_then(rows, count, ds_row_span(row).from);
	if (old != NULL) {
		row->id = old->id;
		status = ds_book_change(NULL, book, old, row, NULL, err);
	} else if (status == DOSSIER_OK) {
		status = ds_book_succeed(book, row, err);
	}
	ds_arena_free(&arena);
	return status;
}
