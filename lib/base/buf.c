/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

char ds_buf_empty[1];

static bool
reserve(struct ds_buf *buf, size_t extra)
{
	size_t wanted = buf->capacity == 0 ? 64 : buf->capacity;
	char *grown;

	if (buf->failed || extra >= SIZE_MAX / 2 - buf->size)
		buf->failed = true;
	if (buf->failed)
		return false;
	if (buf->capacity > buf->size + extra)
		return true;
	while (wanted <= buf->size + extra)
		wanted *= 2;
	grown = ds_realloc(buf->capacity == 0 ? NULL : buf->data, wanted);
	if (grown == NULL) {
		buf->failed = true;
		return false;
	}
	buf->data = grown;
	buf->capacity = wanted;
	return true;
}

void
ds_buf_add(struct ds_buf *buf, const char *bytes, size_t size)
{
	if (!reserve(buf, size))
		return;
	memcpy(buf->data + buf->size, bytes, size);
	buf->size += size;
	buf->data[buf->size] = '\0';
}

void
ds_buf_puts(struct ds_buf *buf, const char *text)
{
	ds_buf_add(buf, text, strlen(text));
}

void
ds_buf_putc(struct ds_buf *buf, char c)
{
	if (buf->capacity <= buf->size + 1 && !reserve(buf, 1))
		return;
	buf->data[buf->size++] = c;
	buf->data[buf->size] = '\0';
}

void
ds_buf_printf(struct ds_buf *buf, const char *format, ...)
{
	va_list args;
	int size;

	va_start(args, format);
	size = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (size < 0 || !reserve(buf, (size_t)size))
		return;
	va_start(args, format);
	vsnprintf(buf->data + buf->size, (size_t)size + 1, format, args);
	va_end(args);
	buf->size += (size_t)size;
}

void
ds_buf_int(struct ds_buf *buf, int64_t number)
{
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
	char digits[24], *p = digits + sizeof digits;

	do
		*--p = (char)('0' + rest % 10);
	while ((rest /= 10) != 0);
	if (number < 0)
		*--p = '-';
	ds_buf_add(buf, p, (size_t)(digits + sizeof digits - p));
}

/* Nearly all text needs no escape at all: one look, one copy. */
static bool
plain(unsigned char c)
{
	return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
}

void
ds_buf_json(struct ds_buf *buf, const char *text)
{
	const char *run = text;
	const unsigned char *p;

	ds_buf_putc(buf, '"');
	for (p = (const unsigned char *)text; *p != '\0'; p++) {
		if (plain(*p))
			continue;
		ds_buf_add(buf, run, (size_t)((const char *)p - run));
		run = (const char *)p + 1;
		if (*p == '"' || *p == '\\')
			ds_buf_putc(buf, '\\'), ds_buf_putc(buf, (char)*p);
		else if (*p == '\n')
			ds_buf_puts(buf, "\\n");
		else
			ds_buf_printf(buf, "\\u%04x", *p);
	}
	ds_buf_add(buf, run, (size_t)((const char *)p - run));
	ds_buf_putc(buf, '"');
}

void
ds_buf_clear(struct ds_buf *buf)
{
	buf->size = 0;
	buf->failed = false;
	if (buf->capacity != 0)
		buf->data[0] = '\0';
}

void
ds_buf_free(struct ds_buf *buf)
{
	if (buf->capacity != 0)
		ds_free(buf->data);
	*buf = (struct ds_buf)DS_BUF_INIT;
}
