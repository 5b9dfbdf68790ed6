/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Packs that mean harm: each writes one into `out`. `n` tells which of its
 * kind. The byte 0 may stand in them.
 */
#ifndef TESTS_RULES_HOSTILE_H
#define TESTS_RULES_HOSTILE_H

#include <stddef.h>

#include "base/buf.h"

#define PACK_HEAD "id: p\nversion: \"1\"\nname: P\nvalid_from: 2026-01-01\n"
#define MEGABYTE ((size_t)1024 * 1024)

struct hostile {
	const char *name;
	size_t count;			/* n is below it */
	void (*write)(struct ds_buf *out, size_t n);
};

/* hostile_text.c: bytes and YAML; hostile_pack.c: what a pack says. */
extern const struct hostile hostile_texts[], hostile_packs[];
extern const size_t hostile_text_count, hostile_pack_count;

#endif
