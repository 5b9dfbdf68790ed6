/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/csv_source.h"

#include <string.h>

#include "base/text.h"

#define REPLACEMENT "\xEF\xBF\xBD"

#define EACH_BYTE(c) (UINT64_C(0x0101010101010101) * (c))

/*
 * Of eight bytes, a high bit shows for one below 0x20 (by borrowing), for
 * one above 0x7F, and for 0x7F (by carrying); a borrow or a carry that runs
 * on can only come from a byte that is odd itself.
 */
static uint64_t
odd_bytes(uint64_t word)
{
	return (word - EACH_BYTE(0x20)) | word | (word + EACH_BYTE(0x01));
}

bool
ds_csv_plain(const char *bytes, size_t size)
{
	uint64_t word, odd = 0;

	for (; size >= sizeof word; size -= sizeof word) {
		memcpy(&word, bytes, sizeof word);
		odd |= odd_bytes(word);
		bytes += sizeof word;
	}
	word = EACH_BYTE(' ');
	for (; size > 0; size--)
		word = word << 8 | (unsigned char)bytes[size - 1];
	return ((odd | odd_bytes(word)) & EACH_BYTE(0x80)) == 0;
}

/*
 * Why the character at the start of these valid UTF-8 bytes does not pass;
 * *length is how many bytes it takes. Line breaks and tabs pass.
 */
static const char *
character_fault(const char *bytes, size_t size, size_t *length)
{
	const unsigned char *p = (const unsigned char *)bytes;

	*length = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	if (p[0] == '\0')
		return N_("A field holds a NUL byte; the file is damaged or "
		    "is no text.");
	if ((p[0] < 0x20 && p[0] != '\t' && p[0] != '\n' && p[0] != '\r') ||
	    p[0] == 0x7F || (p[0] == 0xC2 && size > 1 && p[1] < 0xA0))
		return N_("A field holds an invisible control character.");
	if (size >= 3 && memcmp(bytes, REPLACEMENT, 3) == 0)
		return N_("A letter in a field was lost: it is not in the "
		    "character set of the file.");
	return NULL;
}

/* A walk over the bytes; `valid` is where the valid UTF-8 seen so far ends. */
struct walk {
	const char *bytes;
	size_t size, at, valid;
};

/* The next fault: it stands at `at` and takes *length bytes. NULL: none. */
static const char *
next_fault(struct walk *walk, size_t *length)
{
	const char *fault;

	if (walk->at >= walk->valid)
		walk->valid = walk->at + ds_utf8_valid(walk->bytes + walk->at,
		    walk->size - walk->at);
	while (walk->at < walk->valid) {
		fault = character_fault(walk->bytes + walk->at,
		    walk->valid - walk->at, length);
		if (fault != NULL)
			return fault;
		walk->at += *length;
	}
	*length = 1;
	return walk->at == walk->size ? NULL :
	    N_("A field holds a byte that is no text in UTF-8.");
}

/* A copy in which every fault reads as U+FFFD. NULL: no memory. */
static char *
mend(struct ds_arena *arena, const char *bytes, size_t size)
{
	char *mended = ds_arena_alloc(arena, size * strlen(REPLACEMENT) + 1);
	struct walk walk = { bytes, size, 0, 0 };
	size_t from = 0, n = 0, length;
	const char *fault;

	if (mended == NULL)
		return NULL;
	do {
		fault = next_fault(&walk, &length);
		memcpy(mended + n, bytes + from, walk.at - from);
		n += walk.at - from;
		if (fault != NULL) {
			memcpy(mended + n, REPLACEMENT, strlen(REPLACEMENT));
			n += strlen(REPLACEMENT);
			walk.at += length;
		}
		from = walk.at;
	} while (fault != NULL);
	return mended;
}

static char *
trim_plain(char *field, size_t size)
{
	while (size > 0 && field[size - 1] == ' ')
		field[--size] = '\0';
	while (*field == ' ')
		field++;
	return field;
}

/* CRLF and a lone CR inside a field become LF, in place. */
static char *
unify_line_breaks(char *field)
{
	char *in, *out = field;

	for (in = field; *in != '\0'; in++)
		if (*in != '\r')
			*out++ = *in;
		else if (in[1] != '\n')
			*out++ = '\n';
	*out = '\0';
	return field;
}

const char *
ds_csv_clean(struct ds_arena *arena, char *field, size_t size,
    const char **fault)
{
	struct walk walk = { field, size, 0, 0 };
	size_t length;

	*fault = NULL;
	if (ds_csv_plain(field, size))
		return trim_plain(field, size);
	*fault = next_fault(&walk, &length);
	if (*fault != NULL)
		field = mend(arena, field, size);
	if (field == NULL)
		return NULL;
	return ds_text_nfc(arena, ds_text_trim(unify_line_breaks(field)));
}
