/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/mem.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)16 * 1024 - 64)
#define ALIGNMENT _Alignof(max_align_t)

struct ds_arena_block {
	struct ds_arena_block *next;
	size_t used;
	size_t size;
	_Alignas(max_align_t) char data[];
};

static unsigned long fail_countdown;
static int has_failed;

void
ds_mem_fail_at(unsigned long n)
{
	fail_countdown = n;
	has_failed = 0;
}

int
ds_mem_failed(void)
{
	return has_failed;
}

static int
refuse(void)
{
	if (fail_countdown == 0 || --fail_countdown != 0)
		return 0;
	has_failed = 1;
	return 1;
}

void *
ds_alloc(size_t size)
{
	return refuse() ? NULL : calloc(1, size == 0 ? 1 : size);
}

void *
ds_realloc(void *old, size_t size)
{
	return refuse() ? NULL : realloc(old, size == 0 ? 1 : size);
}

void
ds_free(void *memory)
{
	free(memory);
}

static struct ds_arena_block *
block_new(size_t size)
{
	struct ds_arena_block *block;

	if (refuse() || size > SIZE_MAX - sizeof *block)
		return NULL;
	block = malloc(sizeof *block + size);
	if (block == NULL)
		return NULL;
	block->next = NULL;
	block->used = 0;
	block->size = size;
	return block;
}

void *
ds_arena_alloc(struct ds_arena *arena, size_t size)
{
	struct ds_arena_block *block = arena->head;
	void *memory;

	if (size > SIZE_MAX - ALIGNMENT)
		return NULL;
	size = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
	if (block == NULL || block->size - block->used < size) {
		block = block_new(size > BLOCK_SIZE ? size : BLOCK_SIZE);
		if (block == NULL)
			return NULL;
		block->next = arena->head;
		arena->head = block;
	}
	memory = block->data + block->used;
	block->used += size;
	return memset(memory, 0, size);
}

char *
ds_arena_ndup(struct ds_arena *arena, const char *text, size_t size)
{
	char *copy = ds_arena_alloc(arena, size + 1);

	if (copy == NULL)
		return NULL;
	memcpy(copy, text, size);
	copy[size] = '\0';
	return copy;
}

char *
ds_arena_dup(struct ds_arena *arena, const char *text)
{
	return ds_arena_ndup(arena, text, strlen(text));
}

char *
ds_arena_printf(struct ds_arena *arena, const char *format, ...)
{
	va_list args;
	char *text;
	int size;

	va_start(args, format);
	size = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (size < 0)
		return NULL;
	text = ds_arena_alloc(arena, (size_t)size + 1);
	if (text == NULL)
		return NULL;
	va_start(args, format);
	vsnprintf(text, (size_t)size + 1, format, args);
	va_end(args);
	return text;
}

void
ds_arena_reset(struct ds_arena *arena)
{
	struct ds_arena_block *block = arena->head, *next;

	if (block == NULL)
		return;
	for (next = block->next; next != NULL; next = block->next) {
		block->next = next->next;
		free(next);
	}
	block->used = 0;
}

void
ds_arena_free(struct ds_arena *arena)
{
	ds_arena_reset(arena);
	free(arena->head);
	arena->head = NULL;
}

void *
ds_grow(void *array, size_t count, size_t *capacity, size_t size)
{
	size_t wanted = *capacity == 0 ? 16 : *capacity;
	void *grown;

	if (count < *capacity)
		return array;
	while (wanted <= count) {
		if (wanted > SIZE_MAX / 2 / size)
			return NULL;
		wanted *= 2;
	}
	grown = ds_realloc(array, wanted * size);
	if (grown != NULL)
		*capacity = wanted;
	return grown;
}
