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
 * Which packs the store holds, and the lists by which one is chosen; a pack
 * itself is loaded when it is first asked for, with those that it extends,
 * and lives as long as the library. The book must outlive it. `home` is the
 * home pack's id; DOSSIER_NOT_FOUND when it is not there.
 */
dossier_status ds_library_open(struct ds_library **out,
    struct ds_book *book, const char *home, dossier_error *err);
void ds_library_close(struct ds_library *library);	/* accepts NULL */

/*
 * The pack in force on `day` for a municipality code (NULL: not known), and
 * in *why an English sentence, marked for translation, that says why it was
 * chosen. Never NULL. DOSSIER_INVALID, here and below, when the pack or one
 * that it extends cannot be loaded.
 */
dossier_status ds_library_pack(const struct ds_pack **out,
    struct ds_library *library, const char *municipality, dossier_day day,
    const char **why, dossier_error *err);
/* The pack of that id in force on `day`, or NULL. */
dossier_status ds_library_named(const struct ds_pack **out,
    struct ds_library *library, const char *id, dossier_day day,
    dossier_error *err);
/* All of them, in the order in which they came. */
size_t ds_library_count(const struct ds_library *library);
const char *ds_library_id(const struct ds_library *library, size_t index);
dossier_status ds_library_at(const struct ds_pack **out,
    struct ds_library *library, size_t index, dossier_error *err);
/* The same, on the version of what it extends that is in force on `day`. */
dossier_status ds_library_version(const struct ds_pack **out,
    struct ds_library *library, size_t index, dossier_day day,
    dossier_error *err);
/* What the choice needs of it; nothing is loaded. */
const struct ds_pack_head *ds_library_head(const struct ds_library *library,
    size_t index);
/* The text as it was installed, to the byte; it ends with a NUL. */
dossier_status ds_library_text(const char **out, struct ds_library *library,
    size_t index, dossier_error *err);
/*
 * That version of a pack, or (NULL) the one in force on `day`, else the
 * newest; in *index. DOSSIER_NOT_FOUND with the nearest id.
 */
dossier_status ds_library_find(size_t *index,
    const struct ds_library *library, const char *id, const char *version,
    dossier_day day, dossier_error *err);
/* The same, and from then on the pack has its examples. */
dossier_status ds_library_examples(const struct ds_pack **out,
    struct ds_library *library, size_t index, dossier_error *err);
/* SHA-256 of the text of a pack that was loaded, in hexadecimal. */
const char *ds_library_digest(const struct ds_library *library,
    const struct ds_pack *pack);

/*
 * The packs that come with the software, installed into the store (text and
 * digest). Inside the transaction that makes the store.
 */
dossier_status ds_library_install(struct ds_book *book, dossier_error *err);
/*
 * Does the store hold a pack as an earlier version of the software came with
 * it, or one without what the choice among packs needs beside its text?
 * ds_library_renew, inside a transaction, brings it to today's. A text that
 * somebody else wrote is left alone, whatever its name.
 */
dossier_status ds_library_is_old(bool *out, struct ds_book *book,
    dossier_error *err);
dossier_status ds_library_renew(struct ds_book *book, dossier_error *err);
/* Is there a built-in pack of that id? */
bool ds_library_has(const char *id);
/* Its text, which ends with a NUL; NULL: there is none. */
const char *ds_library_shipped(const char *id, size_t *size);
/*
 * Add the pack that stands in `text`, inside a transaction. What is there
 * already is the caller's concern.
 */
dossier_status ds_library_add(struct ds_book *book, const char *text,
    size_t size, dossier_error *err);

#endif
