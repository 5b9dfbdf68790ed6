/* SPDX-License-Identifier: EUPL-1.2 */
/* For the tests of csv.h: a list that is written here and read as a file. */
#ifndef CSV_LIST_H
#define CSV_LIST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/csv.h"
#include "base/mem.h"

static int file = -1;
static char path[64];
static struct ds_csv *csv;
static dossier_error err;

static inline const char *
put_file(const char *bytes, size_t size)
{
	if (file < 0)
		file = memfd_create("list", 0);
	assert_true(file >= 0);
	assert_int_equal(ftruncate(file, 0), 0);
	assert_int_equal(pwrite(file, bytes, size, 0), (ssize_t)size);
	snprintf(path, sizeof path, "/proc/self/fd/%d", file);
	return path;
}

static inline dossier_status
open_bytes(const char *bytes, size_t size)
{
	memset(&err, 0, sizeof err);
	ds_csv_close(csv);
	return ds_csv_open(&csv, put_file(bytes, size), &err);
}

static inline void
open_list(const char *text)
{
	assert_int_equal(open_bytes(text, strlen(text)), DOSSIER_OK);
}

#define OPEN_LITERAL(text) \
	assert_int_equal(open_bytes(text, sizeof(text) - 1), DOSSIER_OK)

static inline void
join(char *out, size_t size, const struct ds_csv_row *row)
{
	size_t i;

	out[0] = '\0';
	for (i = 0; i < row->count; i++) {
		strncat(out, i > 0 ? "|" : "", size - strlen(out) - 1);
		strncat(out, row->fields[i], size - strlen(out) - 1);
	}
}

static inline void
expect_header(const char *fields)
{
	char got[512];

	join(got, sizeof got, ds_csv_header(csv));
	assert_string_equal(got, fields);
}

static inline const struct ds_csv_row *
next_row(void)
{
	const struct ds_csv_row *row;

	assert_int_equal(ds_csv_next(&row, csv, &err), DOSSIER_OK);
	return row;
}

static inline void
expect_row(long number, const char *fields)
{
	const struct ds_csv_row *row = next_row();
	char got[512];

	assert_non_null(row);
	join(got, sizeof got, row);
	assert_string_equal(got, fields);
	assert_int_equal(row->number, number);
	assert_null(row->fault);
}

static inline void
expect_fault(long number, size_t field, const char *word)
{
	const struct ds_csv_row *row = next_row();

	assert_non_null(row);
	assert_int_equal(row->number, number);
	assert_non_null(row->fault);
	assert_non_null(strstr(row->fault, word));
	assert_int_equal(row->fault_field, field);
	assert_true(row->fault_field < row->count);
}

static inline void
expect_end(void)
{
	assert_null(next_row());
}

static inline int
close_list(void **state)
{
	(void)state;
	ds_csv_close(csv);
	csv = NULL;
	return 0;
}

static inline void
expect_refusal(dossier_status status, int row, int column, const char *word)
{
	assert_int_equal(status, DOSSIER_INVALID);
	assert_int_equal(err.status, DOSSIER_INVALID);
	assert_int_equal(err.line, row);
	assert_int_equal(err.column, column);
	assert_string_equal(err.file, path);
	assert_non_null(strstr(err.message, word));
	assert_true(err.advice[0] != '\0');
}

#endif
