/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Any bytes as a CSV file. Whatever comes out is text, rows only go up, and
 * a field that is written out is read back as it was.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Not assert(): it must hold in every build. */
static void
must(bool holds)
{
	if (!holds)
		abort();
}

static void
check_text(const char *text)
{
	const char *p;

	must(ds_utf8_valid(text, strlen(text)) == strlen(text));
	for (p = text; *p != '\0'; p++)
		must((unsigned char)*p >= 0x20 || *p == '\t' || *p == '\n');
}

static void
check_row(const struct ds_csv_row *row, const struct ds_csv_row *header)
{
	size_t i;

	must(row->count > 0 && row->count <= 512);
	must(row->fault == NULL || row->fault_field < row->count);
	must(row->fault != NULL || row->count <= header->count);
	for (i = 0; i < row->count; i++)
		check_text(row->fields[i]);
}

/* Without quotes around it, the text stands in one piece. */
static void
check_put(const char *text)
{
	struct ds_buf out = DS_BUF_INIT;

	ds_csv_put(&out, text, '\x01', true);
	if (out.data[0] != '"')
		must(strcmp(ds_csv_unguard(out.data), text) == 0);
	else
		must(out.size >= 2 && out.data[out.size - 1] == '"');
	ds_buf_free(&out);
}

static void
read_rows(struct ds_csv *csv, dossier_error *err)
{
	const struct ds_csv_row *row, *header = ds_csv_header(csv);
	dossier_status status;
	long number = header->number;
	size_t i;

	check_row(header, header);
	while ((status = ds_csv_next(&row, csv, err)) == DOSSIER_OK &&
	    row != NULL) {
		must(row->number > number);
		number = row->number;
		check_row(row, header);
		for (i = 0; i < row->count; i++)
			check_put(row->fields[i]);
	}
	must(status == DOSSIER_OK || (status == DOSSIER_INVALID &&
	    err->line > number && err->column > 0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int file = -1;
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_csv *csv;
	struct ds_buf path = DS_BUF_INIT;

	if (file < 0)
		file = memfd_create("list", 0);
	must(ftruncate(file, 0) == 0);
	must(pwrite(file, data, size, 0) == (ssize_t)size);
	ds_buf_printf(&path, "/proc/self/fd/%d", file);
	if (ds_csv_open(&csv, path.data, &err) == DOSSIER_OK)
		read_rows(csv, &err);
	else
		must(csv == NULL && err.message[0] != '\0');
	ds_csv_close(csv);
	ds_buf_free(&path);
	return 0;
}
