/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The packs installed in a store, and which of them judges a youth on a
 * day: the one whose `municipalities` holds the residence, else the home
 * pack. In force on day D is the newest version with valid_from <= D.
 */
#ifndef DS_RULES_LIBRARY_H
#define DS_RULES_LIBRARY_H

#include "model/book.h"
#include "rules/pack.h"

struct ds_library;

/*
 * Load every pack that the store holds. `home` is the home pack's id.
 * DOSSIER_INVALID when one cannot be loaded, DOSSIER_NOT_FOUND for home.
 */
dossier_status ds_library_open(struct ds_library **out,
    struct ds_book *book, const char *home, dossier_error *err);
void ds_library_close(struct ds_library *library);	/* accepts NULL */

/*
 * The pack in force on `day` for a municipality code (NULL: not known), and
 * in *why an English sentence, marked for translation, that says why it was
 * chosen. Never NULL.
 */
const struct ds_pack *ds_library_pack(const struct ds_library *library,
    const char *municipality, dossier_day day, const char **why);
/* The pack of that id in force on `day`, or NULL. */
const struct ds_pack *ds_library_named(const struct ds_library *library,
    const char *id, dossier_day day);
/* All of them, by id and version. */
size_t ds_library_count(const struct ds_library *library);
const struct ds_pack *ds_library_at(const struct ds_library *library,
    size_t index);

/*
 * The packs that come with the software, installed into the store (text and
 * digest). Inside the transaction that makes the store.
 */
dossier_status ds_library_install(struct ds_book *book, dossier_error *err);
/*
 * Does the store hold a pack as an earlier version of the software came with
 * it? ds_library_renew, inside a transaction, brings its text to today's. A
 * text that somebody else wrote is left alone, whatever its name.
 */
dossier_status ds_library_is_old(bool *out, struct ds_book *book,
    dossier_error *err);
dossier_status ds_library_renew(struct ds_book *book, dossier_error *err);
/* Is there a built-in pack of that id? */
bool ds_library_has(const char *id);

#endif
