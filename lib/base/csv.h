/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * CSV in: a stream of rows with the spreadsheet's row numbers, over libcsv
 * with its strict flags; and CSV out for Dutch Excel. The only includer of
 * csv.h.
 *
 * Encoding: a BOM decides, or the NULs of UTF-16 without one; else valid
 * UTF-8; else Windows-1252. The separator (; , or tab) is the one that parts
 * the header into most fields outside quotes, or that Excel's note "sep=;"
 * before it names. The header is the first row that is not blank, mostly row
 * 1. A row without text is blank, also with separators in it; blank rows count
 * but are not given. Fields come trimmed, in NFC, valid UTF-8, with LF for
 * every line break; nothing is type-guessed.
 */
#ifndef DS_BASE_CSV_H
#define DS_BASE_CSV_H

#include "base/buf.h"
#include "base/status.h"

enum ds_encoding {
	DS_UTF8,
	DS_UTF8_BOM,
	DS_CP1252,
	DS_UTF16LE,
	DS_UTF16BE
};

struct ds_csv;

struct ds_csv_row {
	long number;			/* the spreadsheet's row; header is 1 */
	size_t count;			/* fields in this row */
	const char *const *fields;	/* borrowed until the next row */
	/*
	 * NULL, or why this row cannot be taken as it stands (a NUL byte, a
	 * control character, an undefined byte, more fields than the header):
	 * an English message marked for translation. In the field, U+FFFD
	 * stands for what is no text.
	 */
	const char *fault;
	size_t fault_field;		/* index of the field, below count */
};

/*
 * Open and read the header. Two passes are made over the file: one to learn
 * the encoding, one to stream; memory does not grow with the file's size.
 * DOSSIER_NOT_FOUND, DOSSIER_IO; DOSSIER_INVALID for an empty file, a
 * spreadsheet (.xlsx, .xls, .ods: the advice tells how to save it as CSV), a
 * PDF, or a header that cannot be read.
 */
dossier_status ds_csv_open(struct ds_csv **out, const char *path,
    dossier_error *err);
const struct ds_csv_row *ds_csv_header(const struct ds_csv *csv);
enum ds_encoding ds_csv_encoding(const struct ds_csv *csv);
const char *ds_csv_encoding_name(enum ds_encoding encoding);
char ds_csv_separator(const struct ds_csv *csv);
/* Bytes read and bytes in all, for a progress line. */
void ds_csv_progress(const struct ds_csv *csv, uint64_t *done,
    uint64_t *total);

/*
 * The next row; *out is NULL at the end. DOSSIER_INVALID, with the row, when
 * the rest cannot be parted into rows: a quote that is never closed or text
 * after a closing quote (both name the row and column where the quote
 * opened), or a field of more than 64 KiB. After a failure there are no more
 * rows.
 */
dossier_status ds_csv_next(const struct ds_csv_row **out, struct ds_csv *csv,
    dossier_error *err);
void ds_csv_close(struct ds_csv *csv);		/* accepts NULL */

/* ---- out ---- */

#define DS_CSV_BOM "\xEF\xBB\xBF"

/*
 * Append one field, quoted where needed. When `guard` is set and a
 * spreadsheet would take the text for a formula (it starts with = + - @ tab,
 * CR or LF and is no number, day or telephone number) it is given a leading
 * apostrophe, which ds_csv_unguard takes off again.
 */
void ds_csv_put(struct ds_buf *out, const char *text, char separator,
    bool guard);
/* Skip the apostrophe that ds_csv_put set before a formula character. */
const char *ds_csv_unguard(const char *text);

#endif
