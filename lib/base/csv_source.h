/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Private to csv.c: the bytes of a CSV file as a stream of UTF-8, and the
 * gate that a field passes before anyone sees it.
 */
#ifndef DS_BASE_CSV_SOURCE_H
#define DS_BASE_CSV_SOURCE_H

#include "base/csv.h"
#include "base/mem.h"

struct ds_csv_source;

/*
 * Learns the encoding (one pass over the file) and stands at its start. The
 * path is borrowed until it is closed.
 */
dossier_status ds_csv_source_open(struct ds_csv_source **out,
    const char *path, dossier_error *err);
/*
 * The next piece, borrowed until the next call; *size is 0 at the end. The
 * file may have changed since it was opened, so the piece is UTF-8 in name
 * only: the gate below decides.
 */
dossier_status ds_csv_source_read(const char **bytes, size_t *size,
    struct ds_csv_source *source, dossier_error *err);
enum ds_encoding ds_csv_source_encoding(const struct ds_csv_source *source);
void ds_csv_source_progress(const struct ds_csv_source *source,
    uint64_t *done, uint64_t *total);
void ds_csv_source_close(struct ds_csv_source *source);	/* accepts NULL */

/* Printable ASCII only: nothing to check, to mend or to normalise. */
bool ds_csv_plain(const char *bytes, size_t size);

/*
 * The field as it is given out: trimmed, valid, in NFC. It may be changed in
 * place; what does not fit there is made in `arena`. When it holds what is
 * no text, *fault says why and U+FFFD stands in its place. NULL: no memory.
 */
const char *ds_csv_clean(struct ds_arena *arena, char *field, size_t size,
    const char **fault);

#endif
