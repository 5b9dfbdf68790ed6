/* SPDX-License-Identifier: EUPL-1.2 */
/* Lanes of dated state: a new record closes the one before it. */
#include "model/book.h"

static dossier_status
overlap(const struct ds_row *row, dossier_error *err)
{
	dossier_language lang = err != NULL ? err->language : DOSSIER_ENGLISH;

	ds_advise(err, N_("Choose a later first day, or correct the other "
	    "record first."));
	return ds_fail(err, DOSSIER_CONFLICT,
	    N_("%s: another record already begins on that day or later."),
	    ds_tr(lang, ds_record(row->kind)->label));
}

static dossier_status
close_before(struct ds_book *book, const struct ds_row *old,
    dossier_day first, dossier_error *err)
{
	int until = ds_record(old->kind)->until;
	struct ds_row closed = *old;
	char day[DS_DAY_TEXT];

	ds_row_set_text(&closed, until, ds_day_iso(ds_day_add(first, -1),
	    day));
	return ds_book_change(NULL, book, old, &closed, NULL, err);
}

/*
 * Walk the lane of `row`'s youth: *fits is false when a record begins on one
 * of its days; with `closing`, what is open on its first day is ended.
 */
static dossier_status
walk_lane(bool *fits, struct ds_book *book, const struct ds_row *row,
    bool closing, dossier_error *err)
{
	int youth = ds_field_named(ds_record(row->kind), "youth");
	struct ds_span mine = ds_row_span(row), other;
	struct ds_arena arena = {0};
	dossier_status status;
	struct ds_row *rows;
	size_t count = 0, i;

	*fits = true;
	status = ds_book_list(&rows, &count, &arena, book, row->kind, youth,
	    ds_row_int(row, youth), err);
	for (i = 0; status == DOSSIER_OK && i < count; i++) {
		other = ds_row_span(&rows[i]);
		if (ds_day_known(other.from) &&
		    ds_span_holds(mine, other.from))
			*fits = false;
		else if (closing && ds_span_holds(other, mine.from))
			status = close_before(book, &rows[i], mine.from, err);
	}
	ds_arena_free(&arena);
	return status;
}

dossier_status
ds_book_fits(bool *out, struct ds_book *book, const struct ds_row *row,
    dossier_error *err)
{
	return walk_lane(out, book, row, false, err);
}

dossier_status
ds_book_succeed(struct ds_book *book, struct ds_row *row, dossier_error *err)
{
	bool fits;

	DS_TRY(ds_book_fits(&fits, book, row, err));
	if (!fits)
		return overlap(row, err);
	DS_TRY(walk_lane(&fits, book, row, true, err));
	return ds_book_add(book, row, err);
}
