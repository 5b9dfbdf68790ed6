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

static dossier_status
install(struct ds_book *book, const struct ds_yaml *tree, const char *text,
    size_t size, dossier_error *err)
{
	const struct ds_yaml *id = ds_yaml_get(tree, "id");
	const struct ds_yaml *version = ds_yaml_get(tree, "version");
	unsigned char digest[DS_DIGEST_SIZE];
	char hex[2 * DS_DIGEST_SIZE + 1];
	struct ds_row row;

	if (id == NULL || version == NULL || id->text == NULL ||
	    version->text == NULL)
		return ds_fail(err, DOSSIER_INVALID,
		    N_("A pack needs an id and a version."));
	ds_digest_of(digest, text, size);
	ds_row_start(&row, DS_PACK);
	ds_row_set_text(&row, DS_F_PACK_NAME, id->text);
	ds_row_set_text(&row, DS_F_PACK_VERSION, version->text);
	ds_row_set_text(&row, DS_F_PACK_TEXT, text);
	ds_row_set_text(&row, DS_F_PACK_DIGEST,
	    ds_hex(hex, digest, sizeof digest));
	return ds_book_add(book, &row, err);
}

dossier_status
ds_library_install(struct ds_book *book, dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status = DOSSIER_OK;
	struct ds_yaml *tree;
	size_t i;

	for (i = 0; i < ds_pack_count && status == DOSSIER_OK; i++) {
		const char *text = (const char *)ds_packs[i].bytes;

		status = ds_yaml_parse(&tree, &arena, text, ds_packs[i].size,
		    ds_packs[i].name, err);
		if (status == DOSSIER_OK)
			status = install(book, tree, text, ds_packs[i].size,
			    err);
		ds_arena_reset(&arena);
	}
	ds_arena_free(&arena);
	return status;
}
