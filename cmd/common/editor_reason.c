/* SPDX-License-Identifier: EUPL-1.2 */
/* Why a text was refused, as comments on top of it. */
#include "common/editor_parts.h"
#include "common/exit.h"
#include "common/lang.h"

#include <stdlib.h>
#include <string.h>

#define MARK "#!"		/* begins each line of a reason, no other */
#define WIDTH 74		/* bytes of a line after its mark */

static const char *
line_end(const char *text, const char *end)
{
	const char *newline = memchr(text, '\n', (size_t)(end - text));

	return newline != NULL ? newline + 1 : end;
}

/* Some editors begin with a byte order mark; it may stand nowhere else. */
static const char *
after_bom(const char *text, const char *end)
{
	return end - text >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ?
	    text + 3 : text;
}

size_t
editor_reason_size(const char *text, size_t size, int *lines)
{
	const char *end = text + size, *at = after_bom(text, end);

	*lines = 0;
	while ((size_t)(end - at) >= strlen(MARK) &&
	    memcmp(at, MARK, strlen(MARK)) == 0) {
		at = line_end(at, end);
		++*lines;
	}
	return (size_t)(at - text);
}

bool
editor_is_blank(const char *text, size_t size)
{
	const char *end = text + size, *next;

	for (text = after_bom(text, end); text < end; text = next) {
		next = line_end(text, end);
		while (text < next && strchr(" \t\r\n", *text) != NULL &&
		    *text != '\0')
			text++;
		if (text < next && *text != '#')
			return false;
	}
	return true;
}

/* Over as many lines as it takes; returns how many. */
static int
put_lines(FILE *to, const char *text)
{
	char line[WIDTH + 1];
	size_t size, blank;
	int lines = 0;

	for (text += strspn(text, " "); *text != '\0';
	    text += strspn(text, " ")) {
		size = strnlen(text, WIDTH);
		for (blank = size; text[size] != '\0' && blank > 0 &&
		    text[blank] != ' '; blank--)
			continue;
		if (blank > 0)
			size = blank;
		else
			while (size > 1 && (text[size] & 0xC0) == 0x80)
				size--;
		memcpy(line, text, size);
		line[size] = '\0';
		fputs(MARK " ", to);
		exit_put_safe(to, line);
		fputc('\n', to);
		text += size;
		lines++;
	}
	return lines;
}

/*
 * `at` is the line of the text as it was that was wrong, counted after the
 * earlier reason; 0: not known. Returns the line for the cursor.
 */
static int
put_reason(FILE *to, const dossier_error *why, int at)
{
	dossier_language language = why->language;
	char look[128];
	int lines = put_lines(to, dossier_text(language,
	    N_("This is not saved yet.")));

	lines += put_lines(to, why->message);
	lines += put_lines(to, why->advice);
	lines += put_lines(to, dossier_text(language,
	    N_("Change it and save again, or empty the file to give up.")));
	if (at == 0)
		return lines + 1;
	at += lines + 1;
	snprintf(look, sizeof look, dossier_text(language,
	    N_("Look at line %d.")), at);
	put_lines(to, look);
	return at;
}

dossier_status
editor_reason(char **out, size_t *size, int *line, const char *text,
    size_t text_size, const dossier_error *why, dossier_error *err)
{
	int lines;
	size_t before = editor_reason_size(text, text_size, &lines);
	FILE *to = open_memstream(out, size);
	bool failed;

	if (to == NULL)
		return exit_no_memory(err);
	*line = put_reason(to, why, why->line > lines ? why->line - lines : 0);
	fwrite(text + before, 1, text_size - before, to);
	failed = ferror(to) != 0;
	if (fclose(to) == 0 && !failed)
		return DOSSIER_OK;
	free(*out);
	*out = NULL;
	return exit_no_memory(err);
}
