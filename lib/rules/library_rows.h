/* SPDX-License-Identifier: EUPL-1.2 */
/* The packs as they stand in the store. Private to lib/rules/library*.c. */
#ifndef DS_RULES_LIBRARY_ROWS_H
#define DS_RULES_LIBRARY_ROWS_H

#include "model/book.h"
#include "rules/pack.h"

struct ds_pack_row {
	int64_t id;
	const char *name, *digest;
	/*
	 * Of a row that was written without its head only id and version are
	 * known here; its text says the rest.
	 */
	bool known;
	struct ds_pack_head head;
};

/* All of them, in the order of id, without their texts; in `arena`. */
dossier_status ds_pack_rows(struct ds_pack_row **out, size_t *count,
    struct ds_arena *arena, struct ds_book *book, dossier_error *err);
/* Beside the text in a row what the choice among packs needs of it. */
dossier_status ds_pack_row_fill(struct ds_row *row, struct ds_arena *arena,
    const struct ds_pack_head *head, dossier_error *err);

#endif
