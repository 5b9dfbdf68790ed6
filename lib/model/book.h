/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The book: records of every kind, read and written through their
 * descriptors. Its statements are built from the descriptors by sql.c and
 * prepared once; all other SQL is named. Every write is one event.
 */
#ifndef DS_MODEL_BOOK_H
#define DS_MODEL_BOOK_H

#include "model/row.h"
#include "store/tx.h"

struct ds_book;

/* A book on an open store, which must outlive it. */
dossier_status ds_book_open(struct ds_book **out, struct ds_store *store,
    dossier_error *err);
void ds_book_close(struct ds_book *book);	/* accepts NULL */
struct ds_store *ds_book_store(const struct ds_book *book);

/* Read one record; text goes into `arena`. DOSSIER_NOT_FOUND. */
dossier_status ds_book_read(struct ds_row *out, struct ds_arena *arena,
    struct ds_book *book, enum ds_kind kind, int64_t id,
    dossier_error *err);

/*
 * Each record of `kind` in the order of id; with `field` not −1 only those
 * whose record field equals `id`. The visitor may read other kinds, and
 * stops the walk by returning another status than DOSSIER_OK.
 */
typedef dossier_status (*ds_visit)(const struct ds_row *row, void *payload,
    dossier_error *err);
dossier_status ds_book_each(struct ds_book *book, enum ds_kind kind,
    int field, int64_t id, ds_visit visit, void *payload,
    dossier_error *err);

/*
 * As ds_book_each, into one array in `arena`, in the order of id.
 */
dossier_status ds_book_list(struct ds_row **out, size_t *count,
    struct ds_arena *arena, struct ds_book *book, enum ds_kind kind,
    int field, int64_t id, dossier_error *err);

/* ---- inside a transaction ---- */

/* The next free number of a kind, for what must know it before it is added. */
dossier_status ds_book_number(int64_t *out, struct ds_book *book,
    enum ds_kind kind, dossier_error *err);
/*
 * Write the row; it gets a number when it has none (id 0).
 * DOSSIER_CONFLICT for a key taken.
 */
dossier_status ds_book_add(struct ds_book *book, struct ds_row *row,
    dossier_error *err);
/*
 * Bring `before`, as it stands in the store, to `after`; nothing happens
 * when they are the same. *changed may be NULL. `reason` may be NULL.
 */
dossier_status ds_book_change(bool *changed, struct ds_book *book,
    const struct ds_row *before, struct ds_row *after, const char *reason,
    dossier_error *err);
/* DOSSIER_CONFLICT when other records point to it. */
dossier_status ds_book_remove(struct ds_book *book,
    const struct ds_row *row, const char *reason, dossier_error *err);

/*
 * Add to a lane of dated state of one youth: the record that is open on
 * `row`'s first day ends the day before. DOSSIER_CONFLICT when it would
 * overlap a later one. `row` has a from day.
 */
dossier_status ds_book_succeed(struct ds_book *book, struct ds_row *row,
    dossier_error *err);
/* Would ds_book_succeed take it? Reads only. */
dossier_status ds_book_fits(bool *out, struct ds_book *book,
    const struct ds_row *row, dossier_error *err);

/*
 * A row back from an image of the history. DOSSIER_CORRUPT when the image
 * cannot be read.
 */
dossier_status ds_row_from_image(struct ds_row *out, struct ds_arena *arena,
    enum ds_kind kind, int64_t id, const char *image, dossier_error *err);

/* Hold every current row and every kept image against its digest. */
dossier_status ds_book_check(bool *sound, struct ds_book *book,
    void (*report)(const char *message, void *payload), void *payload,
    dossier_error *err);

#endif
