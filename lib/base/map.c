/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/map.h"

#include <string.h>

struct ds_map_slot {
	const char *key;		/* NULL: free */
	uint64_t hash;
	int64_t value;
};

/* FNV-1a over eight bytes at a time, with a final mix. */
uint64_t
ds_hash(const void *bytes, size_t size, uint64_t seed)
{
	const unsigned char *p = bytes;
	uint64_t hash = seed ^ UINT64_C(0xcbf29ce484222325), word;

	for (; size >= 8; p += 8, size -= 8) {
		memcpy(&word, p, 8);
		hash = (hash ^ word) * UINT64_C(0x9fb21c651e98df25);
		hash ^= hash >> 32;
	}
	for (; size > 0; p++, size--)
		hash = (hash ^ *p) * UINT64_C(0x100000001b3);
	hash ^= hash >> 29;
	hash *= UINT64_C(0xbf58476d1ce4e5b9);
	return hash ^ (hash >> 32);
}

static struct ds_map_slot *
slot_of(const struct ds_map *map, const char *key, uint64_t hash)
{
	size_t i = (size_t)hash & (map->capacity - 1);

	while (map->slots[i].key != NULL && (map->slots[i].hash != hash ||
	    strcmp(map->slots[i].key, key) != 0))
		i = (i + 1) & (map->capacity - 1);
	return &map->slots[i];
}

bool
ds_map_get(int64_t *out, const struct ds_map *map, const char *key)
{
	const struct ds_map_slot *slot;

	if (map->count == 0)
		return false;
	slot = slot_of(map, key, ds_hash(key, strlen(key), 0));
	if (slot->key == NULL)
		return false;
	*out = slot->value;
	return true;
}

static bool
grow(struct ds_map *map)
{
	struct ds_map old = *map;
	size_t i;

	map->capacity = old.capacity == 0 ? 64 : old.capacity * 2;
	map->slots = ds_alloc(map->capacity * sizeof *map->slots);
	if (map->slots == NULL) {
		*map = old;
		return false;
	}
	for (i = 0; i < old.capacity; i++)
		if (old.slots[i].key != NULL)
			*slot_of(map, old.slots[i].key, old.slots[i].hash) =
			    old.slots[i];
	ds_free(old.slots);
	return true;
}

bool
ds_map_put(struct ds_map *map, const char *key, int64_t value)
{
	uint64_t hash = ds_hash(key, strlen(key), 0);
	struct ds_map_slot *slot;

	if (map->count * 4 >= map->capacity * 3 && !grow(map))
		return false;
	slot = slot_of(map, key, hash);
	if (slot->key == NULL) {
		const char *copy = ds_arena_dup(&map->keys, key);

		if (copy == NULL)
			return false;
		slot->key = copy;
		slot->hash = hash;
		map->count++;
	}
	slot->value = value;
	return true;
}

void
ds_map_free(struct ds_map *map)
{
	ds_free(map->slots);
	ds_arena_free(&map->keys);
	memset(map, 0, sizeof *map);
}
