/* SPDX-License-Identifier: EUPL-1.2 */
/* Encodings; the first part of text.h. */
#include "base/text.h"

#include <string.h>
#include <unistr.h>

/* Eight bytes at `text`, all ASCII? Most of every file is. */
static bool
is_ascii_step(const char *text)
{
	uint64_t eight;

	memcpy(&eight, text, sizeof eight);
	return (eight & UINT64_C(0x8080808080808080)) == 0;
}

size_t
ds_utf8_valid(const char *text, size_t size)
{
	const uint8_t *bytes = (const uint8_t *)text;
	size_t at = 0;
	ucs4_t point;
	int step;

	while (at < size) {
		if (size - at >= 8 && is_ascii_step(text + at)) {
			at += 8;
			continue;
		}
		step = bytes[at] < 0x80 ? 1 :
		    u8_mbtoucr(&point, bytes + at, size - at);
		if (step <= 0)
			break;
		at += (size_t)step;
	}
	return at;
}

bool
ds_text_has_control(const char *text)
{
	const unsigned char *p = (const unsigned char *)text;

	for (; *p != '\0'; p++) {
		if ((*p < 0x20 && *p != '\t') || *p == 0x7F)
			return true;
		if (p[0] == 0xC2 && p[1] >= 0x80 && p[1] < 0xA0)
			return true;
	}
	return false;
}

/* 0x80 to 0x9F, the only bytes where it is not Latin-1; 0 is undefined. */
static const uint16_t cp1252[32] = {
	0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
	0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178
};

static char *
put_point(char *out, unsigned point)
{
	if (point < 0x800) {
		*out++ = (char)(0xC0 | point >> 6);
	} else {
		*out++ = (char)(0xE0 | point >> 12);
		*out++ = (char)(0x80 | (point >> 6 & 0x3F));
	}
	*out++ = (char)(0x80 | (point & 0x3F));
	return out;
}

size_t
ds_cp1252_to_utf8(char *out, const char *in, size_t size, size_t *undefined)
{
	const char *end = in + size;
	char *start = out;
	unsigned point;

	*undefined = 0;
	while (in < end) {
		if (end - in >= 8 && is_ascii_step(in)) {
			memcpy(out, in, 8);
			in += 8;
			out += 8;
			continue;
		}
		point = (unsigned char)*in++;
		if (point < 0x80) {
			*out++ = (char)point;
			continue;
		}
		if (point < 0xA0)
			point = cp1252[point - 0x80];
		*undefined += point == 0;
		out = put_point(out, point == 0 ? 0xFFFD : point);
	}
	return (size_t)(out - start);
}
