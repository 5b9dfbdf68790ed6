/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/library.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "rules/library_rows.h"

/* A pack on what it extends: a new version of that makes another of it. */
struct loaded {
	const struct ds_pack *base;
	struct ds_pack *pack;
	struct loaded *next;
};

struct entry {
	struct ds_pack_row row;
	struct ds_yaml *tree;		/* NULL until its text is read */
	struct loaded *loaded;		/* NULL until asked for */
	bool loading;
};

struct ds_library {
	struct ds_arena arena;
	struct ds_book *book;
	const char *home;
	size_t count;
	struct entry *entries;
};

/* ---- opening: the heads alone ---- */

/* `last` is not read; see ds_yaml_parse_before. */
static dossier_status
read_tree(struct ds_yaml **out, struct ds_library *library,
    const struct entry *entry, const char *last, dossier_error *err)
{
	struct ds_row row;
	const char *text;

	DS_TRY(ds_book_read(&row, &library->arena, library->book, DS_PACK,
	    entry->row.id, err));
	text = ds_row_text(&row, DS_F_PACK_TEXT);
	return ds_yaml_parse_before(out, &library->arena, text, strlen(text),
	    last, entry->row.name, err);
}

static dossier_status
read_entry(struct ds_library *library, struct entry *entry,
    dossier_error *err)
{
	if (entry->row.known)
		return DOSSIER_OK;
	DS_TRY(read_tree(&entry->tree, library, entry, "examples", err));
	return ds_pack_read_head(&entry->row.head, &library->arena,
	    entry->tree, entry->row.name, err);
}

static dossier_status
read_entries(struct ds_library *library, dossier_error *err)
{
	struct ds_pack_row *rows;
	size_t i;

	DS_TRY(ds_pack_rows(&rows, &library->count, &library->arena,
	    library->book, err));
	library->entries = ds_arena_alloc(&library->arena,
	    (library->count + 1) * sizeof *library->entries);
	if (library->entries == NULL)
		return ds_no_memory(err);
	for (i = 0; i < library->count; i++) {
		library->entries[i].row = rows[i];
		DS_TRY(read_entry(library, &library->entries[i], err));
	}
	return DOSSIER_OK;
}

/*
 * The newest pack of that id that is in force on `day`; of two that hold
 * from one day on, the one that came last.
 */
static struct entry *
newest(const struct ds_library *library, const char *id, dossier_day day)
{
	struct entry *best = NULL, *entry = library->entries;
	const struct ds_pack_head *head;
	size_t i;

	for (i = 0; i < library->count; i++, entry++) {
		head = &entry->row.head;
		if (strcmp(head->id, id) != 0 || (ds_day_known(day) &&
		    head->valid_from.number > day.number))
			continue;
		if (best == NULL || head->valid_from.number >=
		    best->row.head.valid_from.number)
			best = entry;
	}
	return best;
}

static dossier_status
fill(struct ds_library *library, const char *home, dossier_error *err)
{
	library->home = ds_arena_dup(&library->arena, home);
	if (library->home == NULL)
		return ds_no_memory(err);
	DS_TRY(read_entries(library, err));
	if (newest(library, home, DOSSIER_NO_DAY) == NULL)
		return ds_fail(err, DOSSIER_NOT_FOUND,
		    N_("The home pack %s is not installed."), home);
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
	library->book = book;
	status = fill(library, home, err);
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

/* ---- loading, on first use ---- */

static dossier_status load(struct ds_pack **out, struct ds_library *library,
    struct entry *entry, dossier_day day, dossier_error *err);

/* The version that is in force on the day, else the newest. */
static struct entry *
in_force(const struct ds_library *library, const char *id, dossier_day day)
{
	struct entry *entry = newest(library, id, day);

	return entry != NULL ? entry : newest(library, id, DOSSIER_NO_DAY);
}

static dossier_status
load_base(const struct ds_pack **out, struct ds_library *library,
    const struct ds_pack_head *head, dossier_day day, dossier_error *err)
{
	struct ds_pack *pack;
	struct entry *base;

	*out = NULL;
	if (head->extends == NULL)
		return DOSSIER_OK;
	base = in_force(library, head->extends, day);
	if (base == NULL || base->loading)
		return ds_fail(err, DOSSIER_INVALID, N_("Pack %s "
		    "extends %s, which is not there or extends "
		    "it in turn."), head->id, head->extends);
	DS_TRY(load(&pack, library, base, day, err));
	*out = pack;
	return DOSSIER_OK;
}

static dossier_status
load_own(struct ds_pack **out, struct ds_library *library,
    struct entry *entry, dossier_day day, dossier_error *err)
{
	const struct ds_pack *base;
	struct loaded *loaded;

	DS_TRY(load_base(&base, library, &entry->row.head, day, err));
	for (loaded = entry->loaded; loaded != NULL; loaded = loaded->next)
		if (loaded->base == base) {
			*out = loaded->pack;
			return DOSSIER_OK;
		}
	if (entry->tree == NULL)
		DS_TRY(read_tree(&entry->tree, library, entry, "examples",
		    err));
	loaded = ds_arena_alloc(&library->arena, sizeof *loaded);
	if (loaded == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_pack_of_tree(&loaded->pack, &library->arena, entry->tree,
	    entry->row.name, base, err));
	loaded->base = base;
	loaded->next = entry->loaded;
	entry->loaded = loaded;
	*out = loaded->pack;
	return DOSSIER_OK;
}

static dossier_status
load(struct ds_pack **out, struct ds_library *library, struct entry *entry,
    dossier_day day, dossier_error *err)
{
	dossier_status status;

	*out = NULL;
	entry->loading = true;
	status = load_own(out, library, entry, day, err);
	entry->loading = false;
	return status;
}

static dossier_status
give(const struct ds_pack **out, struct ds_library *library,
    struct entry *entry, dossier_day day, dossier_error *err)
{
	struct ds_pack *pack;

	*out = NULL;
	DS_TRY(load(&pack, library, entry, day, err));
	*out = pack;
	return DOSSIER_OK;
}

/* ---- the choice ---- */

/* Is the code one of those in a list that is parted by blanks? */
static bool
covers(const char *codes, const char *code)
{
	size_t size = strlen(code);
	const char *p;

	for (p = codes; *p != '\0'; p += strspn(p, " ")) {
		if (strcspn(p, " ") == size && strncmp(p, code, size) == 0)
			return true;
		p += strcspn(p, " ");
	}
	return false;
}

static bool
extends(const struct ds_library *library, const struct entry *entry,
    const struct entry *base)
{
	size_t steps;

	/* Who extends himself in turn is found when it is loaded. */
	for (steps = 0; entry != NULL && steps <= library->count; steps++) {
		if (strcmp(entry->row.head.id, base->row.head.id) == 0)
			return true;
		entry = entry->row.head.extends == NULL ? NULL : newest(
		    library, entry->row.head.extends, DOSSIER_NO_DAY);
	}
	return false;
}

/* A municipality with rules of its own goes before its region. */
static bool
better(const struct ds_library *library, const struct entry *entry,
    const struct entry *best)
{
	return best == NULL || extends(library, entry, best);
}

dossier_status
ds_library_pack(const struct ds_pack **out, struct ds_library *library,
    const char *municipality, dossier_day day, const char **why,
    dossier_error *err)
{
	struct entry *best = NULL, *entry = library->entries;
	size_t i;

	*why = N_("the list of this pack holds the municipality of residence");
	for (i = 0; municipality != NULL && i < library->count; i++, entry++)
		if (covers(entry->row.head.municipalities, municipality) &&
		    newest(library, entry->row.head.id, day) == entry &&
		    better(library, entry, best))
			best = entry;
	if (best != NULL)
		return give(out, library, best, day, err);
	*why = municipality == NULL ?
	    N_("it is the home pack; the residence is not known") :
	    N_("it is the home pack; no pack lists this municipality");
	return give(out, library, in_force(library, library->home, day), day,
	    err);
}

dossier_status
ds_library_named(const struct ds_pack **out, struct ds_library *library,
    const char *id, dossier_day day, dossier_error *err)
{
	struct entry *entry = newest(library, id, day);

	*out = NULL;
	return entry == NULL ? DOSSIER_OK :
	    give(out, library, entry, day, err);
}

size_t
ds_library_count(const struct ds_library *library)
{
	return library->count;
}

const char *
ds_library_id(const struct ds_library *library, size_t index)
{
	return library->entries[index].row.head.id;
}

dossier_status
ds_library_at(const struct ds_pack **out, struct ds_library *library,
    size_t index, dossier_error *err)
{
	return ds_library_version(out, library, index, DOSSIER_NO_DAY, err);
}

dossier_status
ds_library_version(const struct ds_pack **out, struct ds_library *library,
    size_t index, dossier_day day, dossier_error *err)
{
	return give(out, library, &library->entries[index], day, err);
}

const char *
ds_library_digest(const struct ds_library *library,
    const struct ds_pack *pack)
{
	const struct loaded *loaded;
	size_t i;

	for (i = 0; i < library->count; i++)
		for (loaded = library->entries[i].loaded; loaded != NULL;
		    loaded = loaded->next)
			if (loaded->pack == pack)
				return library->entries[i].row.digest;
	return "";
}

dossier_status
ds_library_examples(const struct ds_pack **out, struct ds_library *library,
    size_t index, dossier_error *err)
{
	struct entry *entry = &library->entries[index];
	struct ds_yaml *tree;
	struct ds_pack *pack;

	DS_TRY(load(&pack, library, entry, DOSSIER_NO_DAY, err));
	*out = pack;
	DS_TRY(read_tree(&tree, library, entry, NULL, err));
	return ds_pack_load_examples(pack, &library->arena, tree,
	    entry->row.name, err);
}

const struct ds_pack_head *
ds_library_head(const struct ds_library *library, size_t index)
{
	return &library->entries[index].row.head;
}

dossier_status
ds_library_text(const char **out, struct ds_library *library, size_t index,
    dossier_error *err)
{
	struct ds_row row;

	DS_TRY(ds_book_read(&row, &library->arena, library->book, DS_PACK,
	    library->entries[index].row.id, err));
	*out = ds_row_text(&row, DS_F_PACK_TEXT);
	return DOSSIER_OK;
}

/* ---- by name ---- */

static dossier_status
no_pack(const struct ds_library *library, const char *id, dossier_error *err)
{
	struct ds_arena arena = {0};
	const char **ids = ds_arena_alloc(&arena, (library->count + 1) *
	    sizeof *ids);
	const char *near = NULL;
	size_t i;

	for (i = 0; ids != NULL && i < library->count; i++)
		ids[i] = library->entries[i].row.head.id;
	if (ids != NULL)
		near = ds_text_nearest(id, ids, library->count);
	if (near != NULL)
		ds_advise(err, N_("Did you mean %s?"), near);
	else
		ds_advise(err, N_("See which there are with: dossier rules "
		    "list"));
	ds_arena_free(&arena);
	return ds_fail(err, DOSSIER_NOT_FOUND,
	    N_("There is no pack %s in this store."), id);
}

static dossier_status
no_version(const struct ds_library *library, const char *id,
    const char *version, dossier_error *err)
{
	struct ds_buf all = DS_BUF_INIT;
	size_t i;

	for (i = 0; i < library->count; i++)
		if (strcmp(library->entries[i].row.head.id, id) == 0)
			ds_buf_printf(&all, "%s%s", all.size == 0 ? "" :
			    ", ", library->entries[i].row.head.version);
	ds_advise(err, N_("Choose one of: %s."), all.data);
	ds_buf_free(&all);
	return ds_fail(err, DOSSIER_NOT_FOUND, N_("There is no version %s "
	    "of the pack %s in this store."), version, id);
}

dossier_status
ds_library_find(size_t *index, const struct ds_library *library,
    const char *id, const char *version, dossier_day day, dossier_error *err)
{
	const struct entry *found = in_force(library, id, day);
	size_t i;

	if (found == NULL)
		return no_pack(library, id, err);
	*index = (size_t)(found - library->entries);
	if (version == NULL)
		return DOSSIER_OK;
	for (i = 0; i < library->count; i++)
		if (strcmp(library->entries[i].row.head.id, id) == 0 &&
		    strcmp(library->entries[i].row.head.version, version) ==
		    0) {
			*index = i;
			return DOSSIER_OK;
		}
	return no_version(library, id, version, err);
}
