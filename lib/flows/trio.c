/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/trio.h"

#include "base/mem.h"

#define SMALLEST 256

static size_t
place_of(const int64_t key[3])
{
	uint64_t hash = 0;
	int i;

	for (i = 0; i < 3; i++) {
		hash = (hash ^ (uint64_t)key[i]) * 0x9E3779B97F4A7C15u;
		hash ^= hash >> 32;
	}
	return (size_t)hash;
}

static struct ds_trio_slot *
find(struct ds_trio_slot *slots, size_t capacity, const int64_t key[3])
{
	size_t at = place_of(key) & (capacity - 1);
	struct ds_trio_slot *slot;

	for (;; at = (at + 1) & (capacity - 1)) {
		slot = &slots[at];
		if (slot->value == NULL || (slot->key[0] == key[0] &&
		    slot->key[1] == key[1] && slot->key[2] == key[2]))
			return slot;
	}
}

static int
grow(struct ds_trio *map)
{
	size_t capacity = map->capacity == 0 ? SMALLEST : 2 * map->capacity;
	struct ds_trio_slot *slots = ds_alloc(capacity * sizeof *slots);
	size_t i;

	if (slots == NULL)
		return 0;
	map->count = 0;
	for (i = 0; i < map->capacity; i++)
		if (map->slots[i].value != NULL) {
			*find(slots, capacity, map->slots[i].key) =
			    map->slots[i];
			map->count++;
		}
	ds_free(map->slots);
	map->slots = slots;
	map->capacity = capacity;
	return 1;
}

struct ds_trio_slot *
ds_trio_at(struct ds_trio *map, int64_t a, int64_t b, int64_t c)
{
	const int64_t key[3] = { a, b, c };
	struct ds_trio_slot *slot;

	/* Every free slot that was handed out counts as filled. */
	if (2 * map->count >= map->capacity && !grow(map))
		return NULL;
	slot = find(map->slots, map->capacity, key);
	if (slot->value == NULL) {
		slot->key[0] = a;
		slot->key[1] = b;
		slot->key[2] = c;
		map->count++;
	}
	return slot;
}

void
ds_trio_free(struct ds_trio *map)
{
	ds_free(map->slots);
	*map = (struct ds_trio){0};
}
