/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A string that grows. Invariant: `data` is always NUL-terminated and never
 * NULL, also when empty. Running out of memory is remembered in `failed`, so
 * that a caller may write many pieces and ask once:
 *
 *	struct ds_buf buf = DS_BUF_INIT;
 *	ds_buf_puts(&buf, "Hallo ");
 *	ds_buf_printf(&buf, "%d", 3);
 *	if (buf.failed)
 *		status = ds_no_memory(err);
 *	ds_buf_free(&buf);
 */
#ifndef DS_BASE_BUF_H
#define DS_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ds_buf {
	char *data;
	size_t size;		/* bytes in use, without the NUL */
	size_t capacity;	/* 0: data is the shared empty string */
	bool failed;		/* memory ran out at least once */
};

extern char ds_buf_empty[1];
#define DS_BUF_INIT { ds_buf_empty, 0, 0, false }

void ds_buf_add(struct ds_buf *buf, const char *bytes, size_t size);
void ds_buf_puts(struct ds_buf *buf, const char *text);
void ds_buf_putc(struct ds_buf *buf, char c);
void ds_buf_printf(struct ds_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void ds_buf_int(struct ds_buf *buf, int64_t number);	/* decimal */
/* `text` as a JSON string with its quotes; control bytes are escaped. */
void ds_buf_json(struct ds_buf *buf, const char *text);
void ds_buf_clear(struct ds_buf *buf);	/* empty; keeps its memory */
void ds_buf_free(struct ds_buf *buf);	/* leaves a valid empty buffer */

#endif
