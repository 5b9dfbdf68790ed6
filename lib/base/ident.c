/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/ident.h"

#include <stddef.h>
#include <string.h>

/* By hand and not by <ctype.h>: the locale has no say in an identifier. */
static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static char
upper(char c)
{
	return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

static bool
is_letter(char c)
{
	return upper(c) >= 'A' && upper(c) <= 'Z';
}

/* Bytes of the blank at `text`, also the no-break space; 0 when none. */
static size_t
blank(const char *text)
{
	if (*text == ' ')
		return 1;
	return strncmp(text, "\xC2\xA0", 2) == 0 ? 2 : 0;
}

/* ---- numbers ---- */

/*
 * The digits of `text`, at most `max`; dots and blanks between digits are
 * skipped when `grouped`. Returns how many, 0 when the text is anything else.
 */
static size_t
take_digits(char *out, size_t max, const char *text, bool grouped)
{
	size_t count = 0;

	while (is_digit(*text)) {
		if (count == max)
			return 0;
		out[count++] = *text++;
		while (grouped && (*text == '.' || blank(text) > 0)) {
			text += *text == '.' ? 1 : blank(text);
			if (*text == '\0')
				return 0;
		}
	}
	out[count] = '\0';
	return *text == '\0' ? count : 0;
}

/*
 * `size` digits; one less gets its leading zero back when `mend`. Zeros only
 * are how a system says that it has no number.
 */
static bool
take_number(char *out, size_t size, const char *text, bool grouped, bool mend)
{
	size_t count = take_digits(out, size, text, grouped);

	if (mend && count == size - 1) {
		memmove(out + 1, out, size);
		out[0] = '0';
		count = size;
	}
	return count == size && strspn(out, "0") != size;
}

static int
weighted_sum_mod_11(const char *nine)
{
	int sum = 10 * (nine[8] - '0'), i;	/* 10 is −1 modulo 11 */

	for (i = 0; i < 8; i++)
		sum += (9 - i) * (nine[i] - '0');
	return sum % 11;
}

bool
ds_ident_bsn(char *out, const char *text)
{
	return take_number(out, 9, text, true, true) &&
	    weighted_sum_mod_11(out) == 0;
}

bool
ds_ident_onderwijsnummer(char *out, const char *text)
{
	return take_number(out, 9, text, true, false) &&
	    out[0] == '1' && out[1] == '0' && weighted_sum_mod_11(out) == 5;
}

bool
ds_ident_kvk(char *out, const char *text)
{
	return take_number(out, 8, text, false, true);
}

bool
ds_ident_scientific(const char *text)
{
	if (!is_digit(*text++))
		return false;
	if ((*text == ',' || *text == '.') && is_digit(text[1]))
		for (text++; is_digit(*text); text++)
			;
	if (upper(*text++) != 'E')
		return false;
	if (*text == '+' || *text == '-')
		text++;
	return is_digit(*text) && text[strspn(text, "0123456789")] == '\0';
}

/* ---- codes ---- */

/* One character for each of `pattern`: 9 is a digit, A a letter; upper out. */
static bool
take_pattern(char *out, const char *text, const char *pattern)
{
	for (; *pattern != '\0'; pattern++, text++) {
		if (*pattern == '9' ? !is_digit(*text) : !is_letter(*text))
			return false;
		*out++ = upper(*text);
	}
	*out = '\0';
	return true;
}

bool
ds_ident_brin(char *out, const char *text)
{
	size_t size = strnlen(text, 7);

	return (size == 4 && take_pattern(out, text, "99AA")) ||
	    (size == 6 && take_pattern(out, text, "99AA99"));
}

bool
ds_ident_postcode(char *out, const char *text)
{
	if (!take_pattern(out, text, "9999") || out[0] == '0')
		return false;
	for (text += 4; blank(text) > 0; text += blank(text))
		;
	if (strnlen(text, 3) != 2 || !take_pattern(out + 4, text, "AA"))
		return false;
	return out[4] != 'S' || strchr("ADS", out[5]) == NULL;
}

bool
ds_ident_postcode4(char *out, const char *text)
{
	char full[7];

	if (!take_pattern(out, text, "9999") || out[0] == '0')
		return false;
	return text[4] == '\0' || ds_ident_postcode(full, text);
}

bool
ds_ident_municipality(char *out, const char *text)
{
	char digits[5];
	size_t count;
	bool prefixed = upper(text[0]) == 'G' && upper(text[1]) == 'M';

	count = take_digits(digits, 4, prefixed ? text + 2 : text, false);
	if (count == 0 || (prefixed && count != 4))
		return false;
	memset(out, '0', 4);
	memcpy(out + 4 - count, digits, count + 1);
	return strcmp(out, "0000") != 0;
}

bool
ds_ident_process(char *out, const char *text)
{
	static const char *const letters[] = { "BP", "K", "W" };
	int i, digits;

	for (i = 0; i < 3; i++) {
		if (i > 0)
			*out++ = '-';
		if (i > 0 && *text == '-')
			text++;
		if (*text == '\0' || strchr(letters[i], upper(*text)) == NULL)
			return false;
		*out++ = upper(*text++);
		if (*text == '0')
			return false;
		for (digits = 0; digits < 2 && is_digit(*text); digits++)
			*out++ = *text++;
		if (digits == 0)
			return false;
	}
	*out = '\0';
	return *text == '\0';
}

bool
ds_ident_is_phone(const char *text)
{
	int digits = 0;
	bool open = false;

	if (*text == '+')
		text++;
	if (!is_digit(*text) && *text != '(')
		return false;
	for (; *text != '\0'; text++) {
		if (is_digit(*text))
			digits++;
		else if (*text == (open ? ')' : '('))
			open = !open;
		else if (strchr(" -.", *text) == NULL)
			return false;
	}
	return !open && digits >= 8 && digits <= 15;
}
