/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/csv.h"

#include <string.h>

#include "base/csv_row.h"

struct ds_csv {
	struct ds_csv_reader reader;
	struct ds_csv_row row;
	const char *fields[DS_CSV_COLUMNS];
	struct ds_arena rewritten;	/* fields that differ from the text */
	struct ds_csv_row header;
	struct ds_arena arena;		/* path and header */
};

/* ---- rows ---- */

static void
note_fault(struct ds_csv_row *row, const char *fault, size_t field)
{
	if (row->fault != NULL || fault == NULL)
		return;
	row->fault = fault;
	row->fault_field = field;
}

/* Empty fields beyond the header are nothing; a text there is a fault. */
static void
compare_with_header(struct ds_csv *csv)
{
	struct ds_csv_row *row = &csv->row;
	size_t columns = csv->header.count;
	bool lost = csv->reader.lost;

	if (columns == 0)	/* this is the header */
		return;
	while (!lost && row->count > columns &&
	    row->fields[row->count - 1][0] == '\0')
		row->count--;
	if (lost || row->count > columns)
		note_fault(row, N_("The row has more fields than the header."),
		    columns < row->count ? columns : row->count - 1);
}

/* Make the row of what the reader has read. */
static dossier_status
finish_row(struct ds_csv *csv, dossier_error *err)
{
	const struct ds_csv_reader *reader = &csv->reader;
	struct ds_csv_row *row = &csv->row;
	const char *fault;
	char *field;
	size_t size, i;

	memset(row, 0, sizeof *row);
	row->number = reader->rows;
	row->count = reader->count;
	row->fields = csv->fields;
	ds_arena_reset(&csv->rewritten);
	for (i = 0; i < row->count; i++) {
		field = reader->text.data + reader->starts[i];
		size = reader->starts[i + 1] - reader->starts[i] - 1;
		csv->fields[i] = field;
		if (reader->row_plain && (size == 0 ||
		    (field[0] != ' ' && field[size - 1] != ' ')))
			continue;	/* nearly every field of every list */
		csv->fields[i] = ds_csv_clean(&csv->rewritten, field, size,
		    &fault);
		if (csv->fields[i] == NULL)
			return ds_no_memory(err);
		note_fault(row, fault, i);
	}
	compare_with_header(csv);
	return DOSSIER_OK;
}

static bool
is_blank(const struct ds_csv_row *row)
{
	size_t i;

	for (i = 0; i < row->count; i++)
		if (row->fields[i][0] != '\0')
			return false;
	return row->fault == NULL;
}

dossier_status
ds_csv_next(const struct ds_csv_row **out, struct ds_csv *csv,
    dossier_error *err)
{
	dossier_status status;

	*out = NULL;
	do {
		status = ds_csv_reader_next(&csv->reader, err);
		if (status == DOSSIER_OK && !csv->reader.row_ended)
			return DOSSIER_OK;
		if (status == DOSSIER_OK)
			status = finish_row(csv, err);
	} while (status == DOSSIER_OK && is_blank(&csv->row));
	if (status == DOSSIER_OK) {
		*out = &csv->row;
	} else {
		csv->reader.finished = true;
		ds_locate(err, csv->reader.path, 0, 0);
	}
	return status;
}

/* ---- opening ---- */

static dossier_status
refuse_header(struct ds_csv *csv, const struct ds_csv_row *row,
    dossier_error *err)
{
	if (row == NULL) {
		ds_fail(err, DOSSIER_INVALID, N_("The file is empty."));
		ds_advise(err, N_("A list starts with a row that holds the "
		    "names of the columns. Save the list again."));
	} else if (csv->reader.seen > DS_CSV_COLUMNS) {
		ds_fail(err, DOSSIER_INVALID, N_("The header has %zu columns; "
		    "%d is the most that can be read."), csv->reader.seen,
		    DS_CSV_COLUMNS);
	} else {
		ds_locate(err, csv->reader.path, (int)row->number,
		    (int)row->fault_field + 1);
		ds_fail(err, DOSSIER_INVALID, N_("The header cannot be read: "
		    "column %zu holds something that is no text."),
		    row->fault_field + 1);
		ds_advise(err, N_("Open the list in Excel and save it as CSV "
		    "again; the file may be damaged or of another kind."));
	}
	return DOSSIER_INVALID;
}

static dossier_status
read_header(struct ds_csv *csv, dossier_error *err)
{
	const struct ds_csv_row *row;
	const char **fields;
	size_t i;

	DS_TRY(ds_csv_next(&row, csv, err));
	if (row == NULL || row->fault != NULL ||
	    csv->reader.seen > DS_CSV_COLUMNS)
		return refuse_header(csv, row, err);
	fields = ds_arena_alloc(&csv->arena, row->count * sizeof *fields);
	if (fields == NULL)
		return ds_no_memory(err);
	for (i = 0; i < row->count; i++) {
		fields[i] = ds_arena_dup(&csv->arena, row->fields[i]);
		if (fields[i] == NULL)
			return ds_no_memory(err);
	}
	csv->header = *row;
	csv->header.fields = fields;
	return DOSSIER_OK;
}

dossier_status
ds_csv_open(struct ds_csv **out, const char *path, dossier_error *err)
{
	struct ds_csv *csv;
	const char *kept;
	dossier_status status;

	*out = NULL;
	csv = ds_alloc(sizeof *csv);
	if (csv == NULL)
		return ds_no_memory(err);
	kept = ds_arena_dup(&csv->arena, path);
	if (kept == NULL) {
		ds_free(csv);
		return ds_no_memory(err);
	}
	status = ds_csv_reader_open(&csv->reader, kept, err);
	if (status == DOSSIER_OK)
		status = read_header(csv, err);
	if (status == DOSSIER_OK) {
		*out = csv;
	} else {
		ds_locate(err, path, 0, 0);
		ds_csv_close(csv);
	}
	return status;
}

void
ds_csv_close(struct ds_csv *csv)
{
	if (csv == NULL)
		return;
	ds_csv_reader_close(&csv->reader);
	ds_arena_free(&csv->rewritten);
	ds_arena_free(&csv->arena);
	ds_free(csv);
}

/* ---- what was found ---- */

const struct ds_csv_row *
ds_csv_header(const struct ds_csv *csv)
{
	return &csv->header;
}

enum ds_encoding
ds_csv_encoding(const struct ds_csv *csv)
{
	return ds_csv_source_encoding(csv->reader.source);
}

const char *
ds_csv_encoding_name(enum ds_encoding encoding)
{
	static const char *const names[] = {
		[DS_UTF8] = "UTF-8",
		[DS_UTF8_BOM] = "UTF-8 (BOM)",
		[DS_CP1252] = "Windows-1252",
		[DS_UTF16LE] = "UTF-16LE",
		[DS_UTF16BE] = "UTF-16BE",
	};

	return names[encoding];
}

char
ds_csv_separator(const struct ds_csv *csv)
{
	return (char)csv->reader.parser.delim_char;
}

void
ds_csv_progress(const struct ds_csv *csv, uint64_t *done, uint64_t *total)
{
	ds_csv_source_progress(csv->reader.source, done, total);
}
