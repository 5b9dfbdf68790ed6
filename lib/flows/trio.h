/* SPDX-License-Identifier: EUPL-1.2 */
/* A small map from three numbers to a pointer. A zeroed struct is empty. */
#ifndef DS_FLOWS_TRIO_H
#define DS_FLOWS_TRIO_H

#include <stddef.h>
#include <stdint.h>

struct ds_trio_slot {
	int64_t key[3];
	const void *value;		/* NULL: a free slot */
};

struct ds_trio {
	size_t count, capacity;		/* a power of two */
	struct ds_trio_slot *slots;
};

/*
 * The slot of a key. One whose value is NULL is free: giving it a value adds
 * the key. It is good until the next call. NULL: no memory.
 */
struct ds_trio_slot *ds_trio_at(struct ds_trio *map, int64_t a, int64_t b,
    int64_t c);
void ds_trio_free(struct ds_trio *map);

#endif
