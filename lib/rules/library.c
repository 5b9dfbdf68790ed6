/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/library.h"

#include <string.h>

#include "assets.h"
#include "base/digest.h"

struct entry {
	const char *name, *version, *extends;
	struct ds_yaml *tree;
	const struct ds_pack *pack;	/* NULL until loaded */
};

struct ds_library {
	struct ds_arena arena;
	const char *home;
	size_t count;
	struct entry *entries;
};

static dossier_status
read_entries(struct ds_library *library, struct ds_book *book,
    dossier_error *err)
{
	struct ds_row *rows;
	struct entry *entry;
	const char *text;
	size_t i;

	DS_TRY(ds_book_list(&rows, &library->count, &library->arena, book,
	    DS_PACK, -1, 0, err));
	library->entries = ds_arena_alloc(&library->arena,
	    (library->count + 1) * sizeof *library->entries);
	if (library->entries == NULL)
		return ds_no_memory(err);
	for (i = 0; i < library->count; i++) {
		entry = &library->entries[i];
		entry->name = ds_row_text(&rows[i], DS_F_PACK_NAME);
		entry->version = ds_row_text(&rows[i], DS_F_PACK_VERSION);
		text = ds_row_text(&rows[i], DS_F_PACK_TEXT);
		DS_TRY(ds_yaml_parse(&entry->tree, &library->arena, text,
		    strlen(text), entry->name, err));
		DS_TRY(ds_pack_extends(&entry->extends, &library->arena,
		    entry->tree, entry->name, err));
	}
	return DOSSIER_OK;
}

/* The newest loaded pack of that id that is in force on `day`. */
static const struct ds_pack *
newest(const struct ds_library *library, const char *id, dossier_day day)
{
	const struct ds_pack *best = NULL, *pack;
	size_t i;

	for (i = 0; i < library->count; i++) {
		pack = library->entries[i].pack;
		if (pack == NULL || strcmp(pack->id, id) != 0)
			continue;
		if (ds_day_known(day) && pack->valid_from.number > day.number)
			continue;
		if (best == NULL ||
		    pack->valid_from.number > best->valid_from.number)
			best = pack;
	}
	return best;
}

/* Load what can be loaded now: no base, or the base is there. */
static dossier_status
load_ready(size_t *loaded, struct ds_library *library, dossier_error *err)
{
	const struct ds_pack *base;
	struct entry *entry;
	size_t i;

	*loaded = 0;
	for (i = 0; i < library->count; i++) {
		entry = &library->entries[i];
		if (entry->pack != NULL)
			continue;
		base = entry->extends == NULL ? NULL :
		    newest(library, entry->extends, DOSSIER_NO_DAY);
		if (entry->extends != NULL && base == NULL)
			continue;
		DS_TRY(ds_pack_of_tree(&entry->pack, &library->arena,
		    entry->tree, entry->name, base, err));
		++*loaded;
	}
	return DOSSIER_OK;
}

static dossier_status
load_all(struct ds_library *library, dossier_error *err)
{
	size_t loaded, i;

	do
		DS_TRY(load_ready(&loaded, library, err));
	while (loaded > 0);
	for (i = 0; i < library->count; i++)
		if (library->entries[i].pack == NULL)
			return ds_fail(err, DOSSIER_INVALID, N_("Pack %s "
			    "extends %s, which is not there or extends "
			    "it in turn."), library->entries[i].name,
			    library->entries[i].extends);
	if (newest(library, library->home, DOSSIER_NO_DAY) == NULL)
		return ds_fail(err, DOSSIER_NOT_FOUND,
		    N_("The home pack %s is not installed."), library->home);
	return DOSSIER_OK;
}

dossier_status
ds_library_open(struct ds_library **out, struct ds_book *book,
    const char *home, dossier_error *err)
{
	struct ds_library *library = ds_alloc(sizeof *library);
	dossier_status status;

	if (library == NULL)
		return ds_no_memory(err);
	library->home = ds_arena_dup(&library->arena, home);
	status = library->home == NULL ? ds_no_memory(err) :
	    read_entries(library, book, err);
	if (status == DOSSIER_OK)
		status = load_all(library, err);
	if (status != DOSSIER_OK) {
		ds_library_close(library);
		return status;
	}
	*out = library;
	return DOSSIER_OK;
}

void
ds_library_close(struct ds_library *library)
{
	if (library == NULL)
		return;
	ds_arena_free(&library->arena);
	ds_free(library);
}

static bool
covers(const struct ds_pack *pack, const char *municipality)
{
	size_t i;

	for (i = 0; i < pack->municipality_count; i++)
		if (strcmp(pack->municipalities[i], municipality) == 0)
			return true;
	return false;
}

static bool
extends(const struct ds_pack *pack, const struct ds_pack *base)
{
	for (; pack != NULL; pack = pack->base)
		if (strcmp(pack->id, base->id) == 0)
			return true;
	return false;
}

/* A municipality with rules of its own goes before its region. */
static bool
better(const struct ds_pack *pack, const struct ds_pack *best)
{
	if (best == NULL)
		return true;
	if (strcmp(pack->id, best->id) == 0)
		return pack->valid_from.number > best->valid_from.number;
	return extends(pack, best);
}

const struct ds_pack *
ds_library_pack(const struct ds_library *library, const char *municipality,
    dossier_day day, const char **why)
{
	const struct ds_pack *best = NULL, *pack;
	size_t i;

	*why = N_("the list of this pack holds the municipality of residence");
	for (i = 0; municipality != NULL && i < library->count; i++) {
		pack = library->entries[i].pack;
		if (pack->valid_from.number <= day.number &&
		    covers(pack, municipality) && better(pack, best))
			best = pack;
	}
	if (best != NULL)
		return best;
	*why = municipality == NULL ?
	    N_("it is the home pack; the residence is not known") :
	    N_("it is the home pack; no pack lists this municipality");
	best = newest(library, library->home, day);
	return best != NULL ? best :
	    newest(library, library->home, DOSSIER_NO_DAY);
}

const struct ds_pack *
ds_library_named(const struct ds_library *library, const char *id,
    dossier_day day)
{
	return newest(library, id, day);
}

size_t
ds_library_count(const struct ds_library *library)
{
	return library->count;
}

const struct ds_pack *
ds_library_at(const struct ds_library *library, size_t index)
{
	return library->entries[index].pack;
}

/* ---- the packs that come with the software ---- */

bool
ds_library_has(const char *id)
{
	size_t i;

	for (i = 0; i < ds_pack_count; i++)
		if (strcmp(ds_packs[i].name, id) == 0)
			return true;
	return false;
}

/*
 * SHA-256 of the packs that released versions came with: a store that holds
 * one of these got it from the software, and gets today's text instead.
 */
static const char *const shipped[] = {
	/* 0.1.0: drechtsteden, nl, utrecht, -nieuwegein, -zeist */
	"510cf5ad08aff4b60c9aa361fcdb6b0f67b8e6c721b9a28ea587a35ec411b064",
	"e189ad358d73bca55270b3f7ebb4611562c5bd85513aa495610e7c8951e1ac25",
	"b7dceb85b101874de1731c3d3a0e726697afd0af4315fa9c99805bfa8cbda059",
	"bde5a7f0410f75686745eb6c26422e51b34e3aaa41eebf97107c05b74780e7ee",
	"ff4484b178f9b9b486acb44c0fcf00c8e68d827372faa5156d604b39d63244da",
};

static void
builtin_digest(char hex[2 * DS_DIGEST_SIZE + 1], const struct ds_asset *pack)
{
	unsigned char digest[DS_DIGEST_SIZE];

	ds_digest_of(digest, pack->bytes, pack->size);
	ds_hex(hex, digest, sizeof digest);
}

/* Today's pack that should stand in this row, or NULL: it is as it should. */
static const struct ds_asset *
successor(const struct ds_row *row)
{
	const char *name = ds_row_text(row, DS_F_PACK_NAME);
	const char *digest = ds_row_text(row, DS_F_PACK_DIGEST);
	char hex[2 * DS_DIGEST_SIZE + 1];
	size_t known = sizeof shipped / sizeof shipped[0], i;

	for (i = 0; i < known && strcmp(shipped[i], digest) != 0; i++)
		continue;
	if (i == known)
		return NULL;
	for (i = 0; i < ds_pack_count; i++) {
		if (strcmp(ds_packs[i].name, name) != 0)
			continue;
		builtin_digest(hex, &ds_packs[i]);
		return strcmp(hex, digest) == 0 ? NULL : &ds_packs[i];
	}
	return NULL;
}

/* Fill a pack's row with a built-in one; its text lives in arena. */
static dossier_status
set_builtin(struct ds_row *row, struct ds_arena *arena,
    const struct ds_asset *pack, dossier_error *err)
{
	const char *text = (const char *)pack->bytes, *kept;
	const struct ds_yaml *id, *version;
	char hex[2 * DS_DIGEST_SIZE + 1];
	struct ds_yaml *tree;

	DS_TRY(ds_yaml_parse(&tree, arena, text, pack->size, pack->name,
	    err));
	id = ds_yaml_get(tree, "id");
	version = ds_yaml_get(tree, "version");
	if (id == NULL || version == NULL || id->text == NULL ||
	    version->text == NULL)
		return ds_fail(err, DOSSIER_INVALID,
		    N_("A pack needs an id and a version."));
	builtin_digest(hex, pack);
	kept = ds_arena_dup(arena, hex);
	if (kept == NULL)
		return ds_no_memory(err);
	ds_row_set_text(row, DS_F_PACK_NAME, id->text);
	ds_row_set_text(row, DS_F_PACK_VERSION, version->text);
	ds_row_set_text(row, DS_F_PACK_TEXT, text);
	ds_row_set_text(row, DS_F_PACK_DIGEST, kept);
	return DOSSIER_OK;
}

dossier_status
ds_library_install(struct ds_book *book, dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status = DOSSIER_OK;
	struct ds_row row;
	size_t i;

	for (i = 0; i < ds_pack_count && status == DOSSIER_OK; i++) {
		ds_row_start(&row, DS_PACK);
		status = set_builtin(&row, &arena, &ds_packs[i], err);
		if (status == DOSSIER_OK)
			status = ds_book_add(book, &row, err);
		ds_arena_reset(&arena);
	}
	ds_arena_free(&arena);
	return status;
}

dossier_status
ds_library_is_old(bool *out, struct ds_book *book, dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status;
	struct ds_row *rows;
	size_t count, i;

	*out = false;
	status = ds_book_list(&rows, &count, &arena, book, DS_PACK, -1, 0,
	    err);
	for (i = 0; status == DOSSIER_OK && i < count; i++)
		*out |= successor(&rows[i]) != NULL;
	ds_arena_free(&arena);
	return status;
}

static dossier_status
renew(struct ds_book *book, struct ds_arena *arena, const struct ds_row *old,
    dossier_error *err)
{
	const struct ds_asset *pack = successor(old);
	struct ds_row row = *old;

	if (pack == NULL)
		return DOSSIER_OK;
	DS_TRY(set_builtin(&row, arena, pack, err));
	return ds_book_change(NULL, book, old, &row, NULL, err);
}

dossier_status
ds_library_renew(struct ds_book *book, dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status;
	struct ds_row *rows;
	size_t count, i;

	status = ds_book_list(&rows, &count, &arena, book, DS_PACK, -1, 0,
	    err);
	for (i = 0; status == DOSSIER_OK && i < count; i++)
		status = renew(book, &arena, &rows[i], err);
	ds_arena_free(&arena);
	return status;
}
