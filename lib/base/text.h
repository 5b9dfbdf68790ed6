/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Text: encodings in, UTF-8 inside. All text in the library is valid UTF-8
 * in NFC without control bytes.
 */
#ifndef DS_BASE_TEXT_H
#define DS_BASE_TEXT_H

#include "base/mem.h"
#include "base/status.h"

/* Length of the longest valid UTF-8 prefix (no surrogates, no overlongs). */
size_t ds_utf8_valid(const char *text, size_t size);
bool ds_text_has_control(const char *text);	/* C0 but tab, DEL and C1 */

/*
 * Windows-1252 to UTF-8: writes at most 3 bytes a byte to `out`; returns the
 * bytes written. The five undefined bytes become U+FFFD; *undefined is set to
 * how many there were.
 */
size_t ds_cp1252_to_utf8(char *out, const char *in, size_t size,
    size_t *undefined);

/*
 * NFC of valid UTF-8; returns `text` itself when it is so already. NULL: no
 * memory.
 */
const char *ds_text_nfc(struct ds_arena *arena, const char *text);
/*
 * For matching, never for display: case and accents folded, every run of
 * blanks, '_', '-' and '.' dropped ("Klassenmentor 1" -> "klassenmentor1",
 * "Zoë" -> "zoe"), and the stroke letters that a Dutch keyboard lacks
 * ("Yıldız" -> "yildiz"). NULL: no memory.
 */
const char *ds_text_fold(struct ds_arena *arena, const char *text);
/* Without blanks around it, in place; also no-break spaces. Returns it. */
char *ds_text_trim(char *text);
/* Is it one of the words, with a blank between each? NULL has none. */
bool ds_text_has_word(const char *words, const char *word);
/* Columns on a terminal; wide and combining characters counted right. */
int ds_text_width(const char *text);

/*
 * The candidate nearest to `text` by edit distance (at most 2, and less than
 * half of its length; case does not count, a swap of neighbours is one
 * edit), the first of equals, or NULL. For "did you mean".
 */
const char *ds_text_nearest(const char *text, const char *const *candidates,
    size_t count);

/*
 * A decimal as people write it ("49,9" "49.9" "50"), exact: out is the value
 * times 10^scale. False for signs beyond a leading '-', exponents, thousands
 * separators, more than `scale` decimals (0 to 18), and what does not fit.
 */
bool ds_decimal_parse(int64_t *out, const char *text, int scale);
/* Shortest text of a scaled decimal; the comma in Dutch. 24 bytes. */
char *ds_decimal_text(int64_t value, int scale, dossier_language language,
    char out[24]);

/* Is `word` one of the words, parted by blanks? NULL holds none. */
bool ds_text_has_word(const char *words, const char *word);

#endif
