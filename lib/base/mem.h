/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The one door to the heap, and the arena for everything that is read and
 * dropped as a whole. Running out of memory is a returned NULL, never an
 * exit; ds_mem_fail_at lets a test fail the n-th allocation.
 */
#ifndef DS_BASE_MEM_H
#define DS_BASE_MEM_H

#include <stddef.h>
#include <stdint.h>

void *ds_alloc(size_t size);			/* zeroed; NULL: no memory */
void *ds_realloc(void *old, size_t size);	/* NULL: old still stands */
void ds_free(void *memory);			/* accepts NULL */

/* For tests: the n-th allocation from now fails, once; 0 turns it off. */
void ds_mem_fail_at(unsigned long n);
/* For tests: has the allocation asked for by ds_mem_fail_at failed? */
int ds_mem_failed(void);

/*
 * Memory that is given back all at once. A zeroed struct is a valid, empty
 * arena: struct ds_arena arena = {0}; … ds_arena_free(&arena);
 */
struct ds_arena {
	struct ds_arena_block *head;
};

void *ds_arena_alloc(struct ds_arena *arena, size_t size);	/* zeroed */
char *ds_arena_dup(struct ds_arena *arena, const char *text);
char *ds_arena_ndup(struct ds_arena *arena, const char *text, size_t size);
char *ds_arena_printf(struct ds_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Keep the first block, forget what is in it: for loops over rows. */
void ds_arena_reset(struct ds_arena *arena);
void ds_arena_free(struct ds_arena *arena);

/*
 * Grow `array` so that index `count` is valid; doubles. Returns the array to
 * use from now on, or NULL (no memory; the old one still stands).
 */
void *ds_grow(void *array, size_t count, size_t *capacity, size_t size);

#endif
