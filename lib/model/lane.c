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
	int until = ds_field_named(ds_record(old->kind), "until");
	struct ds_row closed = *old;
	char day[DS_DAY_TEXT];

	ds_row_set_text(&closed, until, ds_day_iso(ds_day_add(first, -1),
	    day));
	return ds_book_change(NULL, book, old, &closed, NULL, err);
}

dossier_status
ds_book_succeed(struct ds_book *book, struct ds_row *row, dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	int youth = ds_field_named(record, "youth");
	struct ds_arena arena = {0};
	struct ds_span mine = ds_row_span(row), other;
	dossier_status status;
	struct ds_row *rows;
	size_t count = 0, i;

	status = ds_book_list(&rows, &count, &arena, book, row->kind, youth,
	    ds_row_int(row, youth), err);
	for (i = 0; status == DOSSIER_OK && i < count; i++) {
		other = ds_row_span(&rows[i]);
		if (ds_day_known(other.from) &&
		    other.from.number >= mine.from.number)
			status = overlap(row, err);
		else if (ds_span_holds(other, mine.from))
			status = close_before(book, &rows[i], mine.from, err);
	}
	ds_arena_free(&arena);
	return status == DOSSIER_OK ? ds_book_add(book, row, err) : status;
}
