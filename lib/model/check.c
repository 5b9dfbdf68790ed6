/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Every current row against the digest of its last event, and every kept
 * image against the digest of the event it came from. With the chain over
 * the events nothing in the file can change unseen, but for the end of the
 * chain: who cuts its last steps off, and brings the rows back to what they
 * were, leaves an older store that is whole. Only a head that was noted
 * elsewhere tells.
 */
#include "model/book.h"

#include <stdio.h>
#include <string.h>

struct check {
	struct ds_book *book;
	bool *sound;
	void (*report)(const char *message, void *payload);
	void *payload;
	struct ds_buf image;
	int64_t events;			/* they are numbered from 1 */
	unsigned char *newest;		/* bits: the last event of a record */
};

static void
found(struct check *check, const char *what, enum ds_kind kind, int64_t id)
{
	char text[160];

	snprintf(text, sizeof text, "%s: %s %lld", what,
	    kind > 0 && kind < DS_KIND_END ? ds_record(kind)->table : "?",
	    (long long)id);
	check->report(text, check->payload);
	*check->sound = false;
}

/* ---- which events are the last of their record ---- */

static bool
is_newest(const struct check *check, int64_t event)
{
	return event > 0 && event <= check->events &&
	    (check->newest[event / 8] >> (event % 8) & 1) != 0;
}

static void
set_newest(struct check *check, int64_t event, bool newest)
{
	unsigned char bit = (unsigned char)(1u << (event % 8));

	if (event <= 0 || event > check->events)
		return;
	if (newest)
		check->newest[event / 8] |= bit;
	else
		check->newest[event / 8] &= (unsigned char)~bit;
}

static dossier_status
walk_events(struct check *check, dossier_error *err)
{
	struct ds_store *store = ds_book_store(check->book);
	struct ds_stmt *stmt;
	bool row;

	DS_TRY(ds_sql_int(&check->events, store, DS_SQL_EVENT_COUNT, err));
	check->newest = ds_alloc((size_t)check->events / 8 + 1);
	if (check->newest == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_sql(&stmt, store, DS_SQL_EVENTS_AFTER, err));
	ds_bind_int(stmt, ":after", 0);
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		set_newest(check, ds_col_int(stmt, 4), false);
		set_newest(check, ds_col_int(stmt, 0),
		    ds_col_int(stmt, 3) != DS_OP_REMOVE);
	}
}

/* What the rows left over was added, not removed, and is not there. */
static dossier_status
check_missing(struct check *check, dossier_error *err)
{
	struct ds_stmt *stmt;
	int64_t event;
	bool row;

	for (event = 1; event <= check->events; event++) {
		if (!is_newest(check, event))
			continue;
		DS_TRY(ds_sql(&stmt, ds_book_store(check->book),
		    DS_SQL_EVENT_BY_ID, err));
		ds_bind_int(stmt, ":id", event);
		DS_TRY(ds_step(&row, stmt, err));
		if (row)
			found(check, "is missing, or not as its history says",
			    (enum ds_kind)ds_col_int(stmt, 2),
			    ds_col_int(stmt, 3));
		ds_stmt_reset(stmt);
	}
	return DOSSIER_OK;
}

/* ---- digests ---- */

/* Does `image` give the digest that event `id` keeps? */
static dossier_status
fits(bool *out, struct check *check, int64_t id, enum ds_kind kind,
    int64_t record, const char *image, dossier_error *err)
{
	unsigned char digest[DS_DIGEST_SIZE];
	const void *salt, *kept;
	size_t salt_size, size;
	struct ds_stmt *stmt;
	dossier_status status = DOSSIER_OK;
	bool row;

	*out = false;
	DS_TRY(ds_sql(&stmt, ds_book_store(check->book),
	    DS_SQL_EVENT_BY_ID, err));
	ds_bind_int(stmt, ":id", id);
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return DOSSIER_OK;
	salt = ds_col_bytes(&salt_size, stmt, 6);
	kept = ds_col_bytes(&size, stmt, 7);
	if (ds_col_int(stmt, 2) == (int64_t)kind &&
	    ds_col_int(stmt, 3) == record && salt_size == DS_SALT_SIZE &&
	    size == sizeof digest) {
		status = ds_image_digest(digest, salt, image, err);
		*out = memcmp(digest, kept, size) == 0;
	}
	ds_stmt_reset(stmt);
	return status;
}

static dossier_status
check_row(const struct ds_row *row, void *payload, dossier_error *err)
{
	struct check *check = payload;
	bool same;

	ds_buf_clear(&check->image);
	ds_row_image(&check->image, row);
	if (check->image.failed)
		return ds_no_memory(err);
	DS_TRY(fits(&same, check, row->event, row->kind, row->id,
	    check->image.data, err));
	if (!same || !is_newest(check, row->event))
		found(check, "does not agree with its history", row->kind,
		    row->id);
	else
		set_newest(check, row->event, false);
	return DOSSIER_OK;
}

static dossier_status
check_images(struct check *check, dossier_error *err)
{
	struct ds_stmt *stmt;
	const char *image;
	enum ds_kind kind;
	int64_t record;
	bool row, same;

	DS_TRY(ds_sql(&stmt, ds_book_store(check->book),
	    DS_SQL_EVENTS_WITH_IMAGE, err));
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		kind = (enum ds_kind)ds_col_int(stmt, 0);
		record = ds_col_int(stmt, 1);
		image = ds_col_text(stmt, 3);
		same = false;
		if (image != NULL)
			DS_TRY(fits(&same, check, ds_col_int(stmt, 2), kind,
			    record, image, err));
		if (!same)
			found(check, "an old version was altered", kind,
			    record);
	}
}

/* A removal's own digest is that of nothing; its salt must still fit. */
static dossier_status
check_removals(struct check *check, dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row, same;

	DS_TRY(ds_sql(&stmt, ds_book_store(check->book),
	    DS_SQL_EVENTS_REMOVED, err));
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		DS_TRY(fits(&same, check, ds_col_int(stmt, 0),
		    (enum ds_kind)ds_col_int(stmt, 1), ds_col_int(stmt, 2),
		    "", err));
		if (!same)
			found(check, "a removal was altered",
			    (enum ds_kind)ds_col_int(stmt, 1),
			    ds_col_int(stmt, 2));
	}
}

dossier_status
ds_book_check(bool *sound, struct ds_book *book,
    void (*report)(const char *message, void *payload), void *payload,
    dossier_error *err)
{
	struct check check = { book, sound, report, payload, DS_BUF_INIT, 0,
	    NULL };
	dossier_status status = walk_events(&check, err);
	int kind;

	for (kind = 1; kind < DS_KIND_END && status == DOSSIER_OK; kind++)
		status = ds_book_each(book, (enum ds_kind)kind, -1, 0,
		    check_row, &check, err);
	if (status == DOSSIER_OK)
		status = check_images(&check, err);
	if (status == DOSSIER_OK)
		status = check_removals(&check, err);
	if (status == DOSSIER_OK)
		status = check_missing(&check, err);
	ds_free(check.newest);
	ds_buf_free(&check.image);
	return status;
}
