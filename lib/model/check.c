/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Every current row against the digest of its last event, and every kept
 * image against the digest of the event it came from. With the chain over
 * the events nothing in the file can change unseen.
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
	int64_t rows;			/* current rows seen */
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

	check->rows++;
	ds_buf_clear(&check->image);
	ds_row_image(&check->image, row);
	if (check->image.failed)
		return ds_no_memory(err);
	DS_TRY(fits(&same, check, row->event, row->kind, row->id,
	    check->image.data, err));
	if (!same)
		found(check, "does not agree with its history", row->kind,
		    row->id);
	return DOSSIER_OK;
}

static dossier_status
check_images(struct check *check, dossier_error *err)
{
	struct ds_stmt *stmt;
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
		DS_TRY(fits(&same, check, ds_col_int(stmt, 2), kind, record,
		    ds_col_text(stmt, 3), err));
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

/*
 * Each record that was added and not removed must still be there: as many
 * current rows as events without a successor, removals left out.
 */
static dossier_status
check_count(struct check *check, dossier_error *err)
{
	int64_t wanted;

	DS_TRY(ds_sql_int(&wanted, ds_book_store(check->book),
	    DS_SQL_RECORDS_ALIVE, err));
	if (wanted == check->rows)
		return DOSSIER_OK;
	check->report("records are missing or were slipped in",
	    check->payload);
	*check->sound = false;
	return DOSSIER_OK;
}

dossier_status
ds_book_check(bool *sound, struct ds_book *book,
    void (*report)(const char *message, void *payload), void *payload,
    dossier_error *err)
{
	struct check check = { book, sound, report, payload, DS_BUF_INIT, 0 };
	dossier_status status = DOSSIER_OK;
	int kind;

	for (kind = 1; kind < DS_KIND_END && status == DOSSIER_OK; kind++)
		status = ds_book_each(book, (enum ds_kind)kind, -1, 0,
		    check_row, &check, err);
	if (status == DOSSIER_OK)
		status = check_images(&check, err);
	if (status == DOSSIER_OK)
		status = check_removals(&check, err);
	if (status == DOSSIER_OK)
		status = check_count(&check, err);
	ds_buf_free(&check.image);
	return status;
}
