/* SPDX-License-Identifier: EUPL-1.2 */
/* Exact decimals; the last part of text.h. */
#include "base/text.h"

#include <string.h>

/*
 * Append one digit. The sum is kept negative, because the smallest number
 * has no positive twin.
 */
static bool
append_digit(int64_t *sum, char digit)
{
	return !__builtin_mul_overflow(*sum, 10, sum) &&
	    !__builtin_sub_overflow(*sum, digit - '0', sum);
}

bool
ds_decimal_parse(int64_t *out, const char *text, int scale)
{
	bool negative = *text == '-';
	int64_t sum = 0;
	size_t whole, decimals = 0;

	text += negative;
	whole = strspn(text, "0123456789");
	if (text[whole] == ',' || text[whole] == '.') {
		decimals = strspn(text + whole + 1, "0123456789");
		if (decimals == 0 || decimals > (size_t)scale ||
		    text[whole + 1 + decimals] != '\0')
			return false;
	} else if (text[whole] != '\0') {
		return false;
	}
	if (whole == 0)
		return false;
	for (; whole > 0; whole--)
		if (!append_digit(&sum, *text++))
			return false;
	for (; scale > 0; scale--) {
		/* text stands on the sign: each step takes the digit after */
		if (!append_digit(&sum, decimals > 0 ? *++text : '0'))
			return false;
		decimals -= decimals > 0;
	}
	if (!negative && sum == INT64_MIN)
		return false;
	*out = negative ? sum : -sum;
	return true;
}

char *
ds_decimal_text(int64_t value, int scale, dossier_language language,
    char out[24])
{
	uint64_t left = value < 0 ? -(uint64_t)value : (uint64_t)value;
	char digits[24], *p = digits + sizeof digits;
	int place;

	*--p = '\0';
	for (; scale > 0 && left % 10 == 0; scale--)
		left /= 10;
	/* From the right: the decimals, their sign, at least one whole. */
	for (place = 0; place <= scale || left > 0; place++) {
		if (place == scale && scale > 0)
			*--p = language == DOSSIER_DUTCH ? ',' : '.';
		*--p = (char)('0' + left % 10);
		left /= 10;
	}
	if (value < 0)
		*--p = '-';
	return memcpy(out, p, (size_t)(digits + sizeof digits - p));
}
