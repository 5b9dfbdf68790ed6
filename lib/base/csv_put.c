/* SPDX-License-Identifier: EUPL-1.2 */
/* CSV out; the last part of csv.h. */
#include "base/csv.h"

#include <string.h>

#include "base/ident.h"

/* Does a spreadsheet take a text that starts so for a formula? */
static bool
starts_formula(char c)
{
	return c != '\0' && strchr("=+-@\t\r\n", c) != NULL;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A sign, digits, and points or commas between digits. */
static bool
is_number(const char *text)
{
	if (*text == '+' || *text == '-')
		text++;
	if (!is_digit(*text))
		return false;
	for (; *text != '\0'; text++)
		if (!is_digit(*text) &&
		    ((*text != '.' && *text != ',') || !is_digit(text[1])))
			return false;
	return true;
}

/*
 * A text that already has apostrophes before such a character gets one more,
 * so that taking one off always gives the text back. A day starts with a
 * digit and needs no exception.
 */
static bool
needs_guard(const char *text)
{
	size_t apostrophes = strspn(text, "'");

	if (!starts_formula(text[apostrophes]))
		return false;
	return apostrophes > 0 || !(is_number(text) ||
	    (text[0] == '+' && ds_ident_is_phone(text)));
}

static bool
needs_quotes(const char *text, char separator)
{
	const char special[] = { '"', '\r', '\n', separator, '\0' };
	size_t size = strlen(text);

	if (size == 0)
		return false;
	return text[0] == ' ' || text[0] == '\t' || text[size - 1] == ' ' ||
	    text[size - 1] == '\t' || strpbrk(text, special) != NULL;
}

void
ds_csv_put(struct ds_buf *out, const char *text, char separator, bool guard)
{
	bool quotes = needs_quotes(text, separator);
	const char *quote;

	if (quotes)
		ds_buf_putc(out, '"');
	if (guard && needs_guard(text))
		ds_buf_putc(out, '\'');
	while (quotes && (quote = strchr(text, '"')) != NULL) {
		ds_buf_add(out, text, (size_t)(quote - text) + 1);
		ds_buf_putc(out, '"');
		text = quote + 1;
	}
	ds_buf_puts(out, text);
	if (quotes)
		ds_buf_putc(out, '"');
}

const char *
ds_csv_unguard(const char *text)
{
	size_t apostrophes = strspn(text, "'");

	return apostrophes > 0 && starts_formula(text[apostrophes]) ?
	    text + 1 : text;
}
