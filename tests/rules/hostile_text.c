/* SPDX-License-Identifier: EUPL-1.2 */
/* Hostile as bytes or as YAML, whatever a pack is. */
#include "hostile.h"

#include <string.h>

static void
put_times(struct ds_buf *out, const char *text, size_t times)
{
	while (times-- > 0)
		ds_buf_puts(out, text);
}

/* ---- megabytes of one thing ---- */

static const char *const things[] = { "[", "]", "{", "}", ",", ":", "- ",
	"? ", "&a ", "*a ", "!a ", "|\n", ">\n", "%\n", "'", "\"", "#", "\n",
	"\t", " ", "a", "\\", "@", "`", "[{", "{[", "a: ", "[a, ", "{a: ",
	"\"\\", "\r", "- - ", "\xC3\xA9", "\xE2\x80\xA8" };

/* By itself, and as the value of a key. */
static void
put_megabyte(struct ds_buf *out, size_t n)
{
	const char *thing = things[n / 2];

	if (n % 2 == 1)
		ds_buf_puts(out, PACK_HEAD "tables: ");
	put_times(out, thing, (MEGABYTE - 200) / strlen(thing));
}

/* ---- deep ---- */

static void
put_deep(struct ds_buf *out, size_t n)
{
	static const size_t depths[] = { 17, 500, 20000 };
	size_t depth = depths[n / 4], i;

	ds_buf_puts(out, PACK_HEAD "tables:");
	switch (n % 4) {
	case 0:
		put_times(out, " [", depth);
		put_times(out, " ]", depth);
		break;
	case 1:
		put_times(out, " { a: ", depth);
		put_times(out, " }", depth);
		break;
	case 2:
		for (i = 1; i < depth && out->size < MEGABYTE - 2000; i++) {
			ds_buf_puts(out, "\n");
			put_times(out, " ", i % 1000);
			ds_buf_puts(out, "a:");
		}
		break;
	default:
		ds_buf_puts(out, "\n ");
		put_times(out, "- ", depth);
		ds_buf_puts(out, "a");
	}
}

/* ---- keys that stand twice, marks, references, types ---- */

static void
put_many_keys(struct ds_buf *out, size_t n)
{
	size_t i;

	(void)n;
	for (i = 0; i < 60000; i++)
		ds_buf_printf(out, "k%zu: 1\n", i);
	ds_buf_puts(out, "k1: 2\n");
}

/* A thousand million words in a few lines. */
static void
put_bomb(struct ds_buf *out, size_t n)
{
	char c;

	(void)n;
	ds_buf_puts(out, PACK_HEAD "a: &a [x, x, x, x, x, x, x, x, x, x]\n");
	for (c = 'b'; c <= 'j'; c++) {
		ds_buf_printf(out, "%c: &%c [", c, c);
		put_times(out, (char[]){ '*', (char)(c - 1), ',', ' ', 0 },
		    10);
		ds_buf_puts(out, "]\n");
	}
}

static const char *const odd[] = {
	"id: p\nid: p\n", PACK_HEAD "tables: { t: 1, t: 2 }\n",
	PACK_HEAD "a: &a b\n", PACK_HEAD "a: *a\n", PACK_HEAD "<<: *a\n",
	PACK_HEAD "a: &a [*a]\n", PACK_HEAD "a: !!python/object:os.system x\n",
	PACK_HEAD "a: !!binary aGFsbG8=\n", "%YAML 1.2\n---\nid: p\n",
	"%TAG ! tag:x,2026:\n---\nid: p\n", PACK_HEAD "---\nid: q\n",
	PACK_HEAD "...\n---\nid: q\n", "? [a]\n: b\n", "{}: b\n", "[]\n",
	"- id: p\n", "p\n", "--- |\n id: p\n", "", "\n\n", "---\n", "~\n",
	"\"\"\n", PACK_HEAD "\ttables: {}\n", "id: [p\n", "id: {p\n",
	"id: \"p\n", "id: 'p\n", PACK_HEAD "tables: }\n",
	PACK_HEAD "tables: \"\\x\"\n", PACK_HEAD "tables:\n  t:\n t: 1\n"
};

static void
put_odd(struct ds_buf *out, size_t n)
{
	ds_buf_puts(out, odd[n]);
}

/* ---- encodings ---- */

#define BYTES(text) { text, sizeof text - 1 }

static const struct {
	const char *bytes;
	size_t size;
} encoded[] = {
	BYTES(PACK_HEAD "tables: { re\xEBl: x }\n"),	/* Windows-1252 */
	BYTES(PACK_HEAD "tables: \x93x\x94\n"),
	BYTES("\xFF\xFEi\0d\0:\0 \0p\0\n\0"),		/* UTF-16 */
	BYTES("\xFE\xFF\0i\0d\0:\0 \0p\0\n"),
	BYTES("i\0d\0:\0 \0p\0\n\0"),
	BYTES("\xFF\xFE\0\0i\0\0\0d\0\0\0"),		/* UTF-32 */
	BYTES(PACK_HEAD "tables: \xC0\xAF\n"),		/* overlong */
	BYTES(PACK_HEAD "tables: \xE0\x80\xAF\n"),
	BYTES(PACK_HEAD "tables: \xF0\x80\x80\xAF\n"),
	BYTES(PACK_HEAD "tables: \xC1\x81\n"),
	BYTES(PACK_HEAD "tables: \xED\xA0\x80\n"),	/* a surrogate */
	BYTES(PACK_HEAD "tables: \xF5\x80\x80\x80\n"),	/* past the last */
	BYTES(PACK_HEAD "tables: \x80\n"),
	BYTES(PACK_HEAD "tables: \xE2\x82"),		/* cut off */
	BYTES(PACK_HEAD "tables: a\0b\n"),
	BYTES("\0"),
	BYTES(PACK_HEAD "tables: \"a\\0b\"\n"),
	BYTES(PACK_HEAD "tables: \"a\\eb\"\n"),
	BYTES(PACK_HEAD "tables: \"\\u0085\"\n"),
	BYTES(PACK_HEAD "tables: \a\n"),
	BYTES(PACK_HEAD "tables: \x7F\n"),
	BYTES(PACK_HEAD "\xEF\xBB\xBF" "tables: x\n"),
	BYTES("PK\x03\x04\x14\0\0\0"),
	BYTES("\x1F\x8B\x08\0\0\0")
};

static void
put_encoded(struct ds_buf *out, size_t n)
{
	ds_buf_add(out, encoded[n].bytes, encoded[n].size);
}

static void
put_too_large(struct ds_buf *out, size_t n)
{
	(void)n;
	put_times(out, PACK_HEAD "#", MEGABYTE / 40);
}

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

const struct hostile hostile_texts[] = {
	{ "a megabyte of one thing", 2 * COUNT_OF(things), put_megabyte },
	{ "deep", 12, put_deep },
	{ "many keys, one twice", 1, put_many_keys },
	{ "a bomb of references", 1, put_bomb },
	{ "odd YAML", COUNT_OF(odd), put_odd },
	{ "an encoding", COUNT_OF(encoded), put_encoded },
	{ "too large", 1, put_too_large }
};

const size_t hostile_text_count = COUNT_OF(hostile_texts);
