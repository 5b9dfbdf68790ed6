/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Private to csv.c: one raw row at a time over libcsv, which by itself can
 * neither stop between two rows nor say where it is. It is given one line
 * after the other, so that after each line the row has ended or goes on.
 *
 * libcsv's own trimming of blanks stays on: fields are trimmed in any case,
 * and it lets blanks stand outside quotes ("a" ; "b").
 */
#ifndef DS_BASE_CSV_ROW_H
#define DS_BASE_CSV_ROW_H

#include <csv.h>

#include "base/csv_source.h"

#define DS_CSV_COLUMNS 512

struct ds_csv_reader {
	const char *path;		/* borrowed, for messages */
	struct ds_csv_source *source;
	struct csv_parser parser;
	const char *at, *end;		/* text that is not parsed yet */
	const char *lf, *cr;		/* the next of each; NULL: not sought */
	bool finished;			/* nothing is left to parse */
	bool after_cr;			/* an LF now belongs to the last row */
	long rows;			/* ended so far, blank ones too */

	/* The row that was read: raw, the fields not yet checked. */
	bool row_ended;			/* false at the end of the file */
	bool row_plain;			/* only printable ASCII in it */
	size_t count;			/* fields that are kept */
	size_t seen;			/* fields in all */
	bool lost;			/* a text in a field that is not kept */
	struct ds_buf text;		/* the fields, each with its NUL */
	size_t starts[DS_CSV_COLUMNS + 1];	/* the last is the end */
};

/* `reader` is zeroed before, and closed after, also when this fails. */
dossier_status ds_csv_reader_open(struct ds_csv_reader *reader,
    const char *path, dossier_error *err);
dossier_status ds_csv_reader_next(struct ds_csv_reader *reader,
    dossier_error *err);
void ds_csv_reader_close(struct ds_csv_reader *reader);

#endif
