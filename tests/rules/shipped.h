/* SPDX-License-Identifier: EUPL-1.2 */
/* The packs of schema/packs as they stand there now, each with its base. */
#ifndef TESTS_RULES_SHIPPED_H
#define TESTS_RULES_SHIPPED_H

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "rules/pack.h"

#define MOST_SHIPPED 64

struct shipped {
	const char *name;		/* "schema/packs/nl.yaml" */
	struct ds_pack_head head;
	struct ds_yaml *tree;
	const struct ds_pack *base;	/* NULL: it extends none */
	const struct ds_pack *pack;	/* NULL: it does not load */
};

struct shipment {
	struct ds_arena arena;
	size_t count;
	struct shipped at[MOST_SHIPPED];
};

static inline void
print_fault(const dossier_error *err)
{
	printf("%s:%d:%d: %s\n", err->file, err->line, err->column,
	    err->message);
	if (err->advice[0] != '\0')
		printf("    %s\n", err->advice);
}

static inline int
is_pack_file(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return dot != NULL && strcmp(dot, ".yaml") == 0;
}

static inline dossier_status
take_file(struct shipment *all, const char *file, dossier_error *err)
{
	struct shipped *pack = &all->at[all->count++];
	struct ds_buf text = DS_BUF_INIT;
	dossier_status status;

	pack->name = ds_arena_printf(&all->arena, "schema/packs/%s", file);
	status = ds_file_read(&text, pack->name, (size_t)1024 * 1024, err);
	if (status == DOSSIER_OK)
		status = ds_yaml_parse(&pack->tree, &all->arena, text.data,
		    text.size, pack->name, err);
	if (status == DOSSIER_OK)
		status = ds_pack_read_head(&pack->head, &all->arena,
		    pack->tree, pack->name, err);
	ds_buf_free(&text);
	return status;
}

/* The pack of a tree as it is now, with its examples. */
static inline dossier_status
load_tree(const struct ds_pack **out, struct ds_arena *arena,
    const struct shipped *from, dossier_error *err)
{
	struct ds_pack *pack;

	*out = NULL;
	DS_TRY(ds_pack_of_tree(&pack, arena, from->tree, from->name,
	    from->base, err));
	DS_TRY(ds_pack_load_examples(pack, arena, from->tree, from->name,
	    err));
	*out = pack;
	return DOSSIER_OK;
}

static inline const struct ds_pack *
shipped_named(const struct shipment *all, const char *id)
{
	size_t i;

	for (i = 0; i < all->count; i++)
		if (all->at[i].pack != NULL &&
		    strcmp(all->at[i].pack->id, id) == 0)
			return all->at[i].pack;
	return NULL;
}

/* A base goes before what extends it; how many could not be loaded. */
static inline size_t
load_shipped(struct shipment *all)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	size_t i, loaded, left;
	struct shipped *pack;

	do {
		loaded = left = 0;
		for (i = 0; i < all->count; i++) {
			pack = &all->at[i];
			if (pack->pack != NULL)
				continue;
			left++;
			pack->base = pack->head.extends == NULL ? NULL :
			    shipped_named(all, pack->head.extends);
			if (pack->head.extends != NULL && pack->base == NULL)
				continue;
			loaded += load_tree(&pack->pack, &all->arena, pack,
			    &err) == DOSSIER_OK;
			if (pack->pack == NULL && err.line > 0)
				print_fault(&err);
			ds_error_reset(&err);
		}
	} while (loaded > 0 && loaded < left);
	return left - loaded;
}

/* Returns how many cannot be read or loaded; each is told. */
static inline size_t
read_shipped(struct shipment *all)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct dirent **entries = NULL;
	int i, count = scandir("schema/packs", &entries, is_pack_file,
	    alphasort);
	size_t bad = 0;

	memset(all, 0, sizeof *all);
	for (i = 0; i < count; i++) {
		if (all->count < MOST_SHIPPED &&
		    take_file(all, entries[i]->d_name, &err) != DOSSIER_OK) {
			print_fault(&err);
			ds_error_reset(&err);
			all->count--;
			bad++;
		}
		free(entries[i]);
	}
	free(entries);
	return bad + load_shipped(all);
}

/* Is a pack named among the arguments? None: each is. */
static inline bool
is_asked(const struct shipped *pack, int argc, char **argv)
{
	int i;

	for (i = 1; i < argc; i++)
		if (strcmp(argv[i], pack->pack->id) == 0)
			return true;
	return argc < 2;
}

#endif
