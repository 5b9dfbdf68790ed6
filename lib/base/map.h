/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A small table from text to a number, for caches of one run.
 *
 *	struct ds_map map = {0};
 *	if (!ds_map_get(&number, &map, "0344"))
 *		failed = !ds_map_put(&map, "0344", 12);
 *	ds_map_free(&map);
 */
#ifndef DS_BASE_MAP_H
#define DS_BASE_MAP_H

#include <stdbool.h>

#include "base/mem.h"

struct ds_map {
	struct ds_arena keys;
	struct ds_map_slot *slots;
	size_t count, capacity;
};

bool ds_map_get(int64_t *out, const struct ds_map *map, const char *key);
/* Sets or replaces; the key is copied. False: no memory. */
bool ds_map_put(struct ds_map *map, const char *key, int64_t value);
void ds_map_free(struct ds_map *map);

/* A 64-bit hash of bytes, for tables of one run only. */
uint64_t ds_hash(const void *bytes, size_t size, uint64_t seed);

#endif
