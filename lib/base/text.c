/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/text.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#define SHORT 512		/* bytes that most texts stay under */

static bool
is_ascii(const char *text)
{
	while (*text != '\0')
		if ((unsigned char)*text++ >= 0x80)
			return false;
	return true;
}

/* ---- normal forms ---- */

/*
 * Every character below U+0300 is in NFC by itself and none of them combines,
 * so that all text of Western Europe is passed by its lead bytes alone.
 */
static bool
is_surely_nfc(const char *text)
{
	while (*text != '\0')
		if ((unsigned char)*text++ >= 0xCC)
			return false;
	return true;
}

const char *
ds_text_nfc(struct ds_arena *arena, const char *text)
{
	uint8_t local[SHORT], *normal;
	size_t size, length = sizeof local;
	const char *answer = text;

	if (is_surely_nfc(text))
		return text;
	size = strlen(text);
	normal = u8_normalize(UNINORM_NFC, (const uint8_t *)text, size, local,
	    &length);
	if (normal == NULL)
		return NULL;
	if (length != size || memcmp(normal, text, size) != 0)
		answer = ds_arena_ndup(arena, (const char *)normal, length);
	if (normal != local)
		ds_free(normal);
	return answer;
}

/* ---- folding ---- */

static bool
is_dropped(ucs4_t c)
{
	return c == '_' || c == '-' || c == '.' ||
	    uc_is_property_white_space(c) || uc_combining_class(c) != 0;
}

/*
 * Letters that Unicode does not take apart, though a Dutch keyboard has only
 * their plain form; and the capitals that taking apart brings up.
 */
static ucs4_t
plain_letter(ucs4_t c)
{
	switch (c) {
	case 0x00F8:			/* o with stroke */
		return 'o';
	case 0x0111:			/* d with stroke */
		return 'd';
	case 0x0127:			/* h with stroke */
		return 'h';
	case 0x0131:			/* i without dot */
		return 'i';
	case 0x0142:			/* l with stroke */
		return 'l';
	default:
		return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
	}
}

static const char *
fold_ascii(struct ds_arena *arena, const char *text)
{
	char *out = ds_arena_alloc(arena, strlen(text) + 1), *end = out;

	for (; out != NULL && *text != '\0'; text++)
		if (strchr("_-. \t\n\v\f\r", *text) == NULL)
			*end++ = (char)plain_letter((unsigned char)*text);
	return out;
}

const char *
ds_text_fold(struct ds_arena *arena, const char *text)
{
	uint8_t local[SHORT], *folded, *out;
	size_t length = sizeof local, at = 0, used = 0;
	ucs4_t c;

	if (is_ascii(text))
		return fold_ascii(arena, text);
	folded = u8_casefold((const uint8_t *)text, strlen(text), NULL,
	    UNINORM_NFKD, local, &length);
	if (folded == NULL)
		return NULL;
	out = ds_arena_alloc(arena, length + 1);
	while (out != NULL && at < length) {
		at += (size_t)u8_mbtouc(&c, folded + at, length - at);
		c = plain_letter(c);
		if (!is_dropped(c))
			used += (size_t)u8_uctomb(out + used, c, 4);
	}
	if (folded != local)
		ds_free(folded);
	return (const char *)out;
}

/* ---- blanks and width ---- */

/* Bytes of the blank at `text`; 0 when it is none. */
static size_t
blank(const char *text)
{
	if (*text == ' ' || (*text >= '\t' && *text <= '\r'))
		return 1;
	if (strncmp(text, "\xC2\xA0", 2) == 0)		/* no-break space */
		return 2;
	if (strncmp(text, "\xE2\x80\xAF", 3) == 0 ||	/* a narrow one */
	    strncmp(text, "\xE2\x80\x87", 3) == 0)	/* as wide as a digit */
		return 3;
	return 0;
}

char *
ds_text_trim(char *text)
{
	char *start = text, *end, *p;

	while (blank(start) > 0)
		start += blank(start);
	for (p = end = start; *p != '\0'; ) {
		if (blank(p) > 0)
			p += blank(p);
		else
			end = ++p;
	}
	*end = '\0';
	return memmove(text, start, (size_t)(end - start) + 1);
}

int
ds_text_width(const char *text)
{
	if (is_ascii(text))
		return (int)strlen(text);
	return u8_strwidth((const uint8_t *)text, "UTF-8");
}

/* ---- did you mean ---- */

#define LONGEST 64		/* characters; names and options are shorter */
#define FARTHEST 2		/* edits */

struct letters {
	size_t count;
	ucs4_t at[LONGEST];
};

/* Small letters of `text`; false when it is too long to be a slip. */
static bool
take_letters(struct letters *out, const char *text)
{
	const uint8_t *p = (const uint8_t *)text;
	ucs4_t c;
	int step;

	out->count = 0;
	while ((step = u8_strmbtouc(&c, p)) > 0) {
		if (out->count == LONGEST)
			return false;
		out->at[out->count++] = uc_tolower(c);
		p += step;
	}
	return step == 0;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Letters left out, added, changed, or swapped with their neighbour. */
static size_t
edit_distance(const struct letters *a, const struct letters *b)
{
	size_t rows[3][LONGEST + 1];
	size_t *before = rows[0], *last = rows[1], *row = rows[2], *old;
	size_t i, j;

	for (j = 0; j <= b->count; j++)
		before[j] = last[j] = j;
	for (i = 1; i <= a->count; i++) {
		row[0] = i;
		for (j = 1; j <= b->count; j++) {
			row[j] = least(last[j], row[j - 1]) + 1;
			row[j] = least(row[j], last[j - 1] +
			    (a->at[i - 1] != b->at[j - 1]));
			if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] &&
			    a->at[i - 2] == b->at[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
		old = before;
		before = last;
		last = row;
		row = old;
	}
	return last[b->count];
}

const char *
ds_text_nearest(const char *text, const char *const *candidates, size_t count)
{
	struct letters wanted, candidate;
	const char *nearest = NULL;
	size_t best = FARTHEST + 1, distance, i;

	if (!take_letters(&wanted, text))
		return NULL;
	best = least(best, (wanted.count + 1) / 2);
	for (i = 0; i < count; i++) {
		if (!take_letters(&candidate, candidates[i]))
			continue;
		distance = edit_distance(&wanted, &candidate);
		if (distance < best) {
			best = distance;
			nearest = candidates[i];
		}
	}
	return nearest;
}

bool
ds_text_has_word(const char *words, const char *word)
{
	size_t size = strlen(word);
	const char *at = words;

	while (at != NULL && (at = strstr(at, word)) != NULL) {
		if ((at == words || at[-1] == ' ') &&
		    (at[size] == ' ' || at[size] == '\0'))
			return true;
		at += size;
	}
	return false;
}
