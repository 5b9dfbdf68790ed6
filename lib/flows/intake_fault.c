/* SPDX-License-Identifier: EUPL-1.2 */
/* What is refused, why, and where the refused rows go. */
#include "flows/intake.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* So that a file of nothing but rubbish cannot fill the memory. */
#define MAX_FAULTS 20000
#define MAX_NOTES 100

static const char *
header_of(const struct ds_intake *in, int column)
{
	int source = column < 0 ? -1 : in->plan.source[column];

	if (source >= 0)
		return ds_csv_header(in->csv)->fields[source];
	return column < 0 ? NULL : in->plan.sheet->columns[column].name;
}

int
ds_intake_column(const struct ds_intake *in, enum ds_kind record, int field)
{
	const struct ds_sheet *sheet = in->plan.sheet;
	int i;

	for (i = 0; i < sheet->count; i++)
		if (sheet->columns[i].record == record &&
		    sheet->columns[i].field == field)
			return i;
	return -1;
}

dossier_status
ds_intake_refuse(struct ds_intake *in, struct ds_line *line, int column,
    const char *reason, const char *example, dossier_error *err)
{
	const char *value = column < 0 ? NULL : line->text[column];
	const char *header = header_of(in, column);
	struct ds_fault *fault;

	line->refused = true;
	line->result = DS_ROW_REFUSED;
	in->fault_count++;
	if (in->fault_count > MAX_FAULTS)
		return DOSSIER_OK;
	fault = ds_arena_alloc(&in->arena, sizeof *fault);
	if (fault == NULL)
		return ds_no_memory(err);
	fault->row = line->number;
	fault->reason = reason;
	fault->example = example;
	fault->column = header == NULL ? NULL :
	    ds_arena_dup(&in->arena, header);
	fault->value = value == NULL ? NULL :
	    ds_arena_dup(&in->arena, value);
	if (in->fault == NULL)
		in->fault = fault;
	else
		in->last_fault->next = fault;
	in->last_fault = fault;
	if (line->fault == NULL)
		line->fault = fault;
	return DOSSIER_OK;
}

dossier_status
ds_intake_check(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *row, dossier_error *err)
{
	const char *fault;
	int field;

	fault = ds_row_fault(row, &field);
	return fault == NULL ? DOSSIER_OK : ds_intake_refuse(in, line,
	    ds_intake_column(in, row->kind, field), fault, NULL, err);
}

dossier_status
ds_intake_note(struct ds_intake *in, dossier_error *err, const char *format,
    ...)
{
	struct ds_note *note;
	char text[512];
	va_list args;

	if (++in->note_count > MAX_NOTES)
		return DOSSIER_OK;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	note = ds_arena_alloc(&in->arena, sizeof *note);
	if (note == NULL)
		return ds_no_memory(err);
	note->text = ds_arena_dup(&in->arena, text);
	if (note->text == NULL)
		return ds_no_memory(err);
	if (in->note == NULL)
		in->note = note;
	else
		in->last_note->next = note;
	in->last_note = note;
	return DOSSIER_OK;
}

/* Is this column of the file the reason of an earlier refusal? */
static bool
is_reason(const struct ds_intake *in, size_t column)
{
	int target = in->plan.target[column];

	return target >= 0 &&
	    in->plan.sheet->columns[target].type == DS_CELL_REASON;
}

static dossier_status
flush(struct ds_intake *in, dossier_error *err)
{
	dossier_status status;

	if (in->refused_text.failed)
		return ds_no_memory(err);
	status = ds_outfile_write(in->refused_file, in->refused_text.data,
	    in->refused_text.size, err);
	ds_buf_clear(&in->refused_text);
	return status;
}

static dossier_status
start_file(struct ds_intake *in, dossier_error *err)
{
	const struct ds_csv_row *header = ds_csv_header(in->csv);
	size_t i;

	in->refused_path = in->replaces_itself ? in->path :
	    ds_arena_printf(&in->arena, "%s.refused.csv", in->path);
	if (in->refused_path == NULL)
		return ds_no_memory(err);
	if (!in->options->dry_run)
		DS_TRY(ds_outfile_open(&in->refused_file, in->refused_path,
		    err));
	ds_buf_puts(&in->refused_text, DS_CSV_BOM);
	for (i = 0; i < header->count; i++) {
		if (is_reason(in, i))
			continue;
		ds_csv_put(&in->refused_text, header->fields[i], ';', false);
		ds_buf_putc(&in->refused_text, ';');
	}
	ds_buf_puts(&in->refused_text, ds_tr(in->session->language,
	    N_("reason")));
	ds_buf_puts(&in->refused_text, "\r\n");
	return DOSSIER_OK;
}

/* All the reasons of one row, each with its column. */
static void
put_reasons(struct ds_intake *in, const struct ds_line *line)
{
	const struct ds_fault *fault;
	struct ds_buf text = DS_BUF_INIT;

	for (fault = line->fault; fault != NULL; fault = fault->next) {
		ds_buf_puts(&text, text.size > 0 ? "; " : "");
		if (fault->column != NULL)
			ds_buf_printf(&text, "%s: ", fault->column);
		ds_buf_puts(&text, ds_tr(in->session->language,
		    fault->reason));
	}
	ds_csv_put(&in->refused_text, text.data, ';', false);
	in->refused_text.failed |= text.failed;
	ds_buf_free(&text);
}

dossier_status
ds_intake_put_refused(struct ds_intake *in, const struct ds_line *line,
    dossier_error *err)
{
	size_t i;

	if (in->refused_path == NULL)
		DS_TRY(start_file(in, err));
	for (i = 0; i < in->plan.count; i++) {
		if (is_reason(in, i))
			continue;
		ds_csv_put(&in->refused_text, i < line->raw->count ?
		    line->raw->fields[i] : "", ';', true);
		ds_buf_putc(&in->refused_text, ';');
	}
	put_reasons(in, line);
	ds_buf_puts(&in->refused_text, "\r\n");
	if (in->refused_file == NULL) {
		ds_buf_clear(&in->refused_text);
		return DOSSIER_OK;
	}
	return in->refused_text.size < 65536 ? DOSSIER_OK : flush(in, err);
}

dossier_status
ds_intake_keep_refused(struct ds_intake *in, dossier_error *err)
{
	struct ds_outfile *file = in->refused_file;

	if (file != NULL) {
		DS_TRY(flush(in, err));
		in->refused_file = NULL;
		return ds_outfile_commit(file, err);
	}
	/* A mended file whose rows were all taken has done its work. */
	if (in->replaces_itself && unlink(in->path) != 0)
		return ds_fail(err, DOSSIER_IO, N_("%s is done with, but it "
		    "cannot be removed: %s."), in->path, strerror(errno));
	return DOSSIER_OK;
}
