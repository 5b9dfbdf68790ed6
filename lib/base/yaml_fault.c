/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/yaml_fault.h"

#include <string.h>

#include "base/text.h"

/* Bytes of the line break at `p`, as libyaml counts them; 0: none. */
static inline size_t
line_break(const char *p, const char *end)
{
	size_t left = (size_t)(end - p);

	/* Nearly every byte; all of them are asked. */
	if ((unsigned char)*p - 0x20U < 0x60)
		return 0;
	switch ((unsigned char)*p) {
	case '\n':
		return 1;
	case '\r':
		return left >= 2 && p[1] == '\n' ? 2 : 1;
	case 0xC2:
		return left >= 2 && memcmp(p, "\xC2\x85", 2) == 0 ? 2 : 0;
	case 0xE2:
		return left >= 3 && (memcmp(p, "\xE2\x80\xA8", 3) == 0 ||
		    memcmp(p, "\xE2\x80\xA9", 3) == 0) ? 3 : 0;
	default:
		return 0;
	}
}

void
ds_yaml_locate(dossier_error *err, const char *file, const char *bytes,
    size_t offset)
{
	const char *p = bytes, *end = bytes + offset;
	int line = 1, column = 1;
	size_t step;

	while (p < end) {
		step = line_break(p, end);
		if (step > 0) {
			line++;
			column = 1;
		} else {
			step = 1;
			column += ((unsigned char)*p & 0xC0) != 0x80;
		}
		p += step;
	}
	ds_locate(err, file, line, column);
}

/*
 * Lines that start with % are directives. None is needed, and libyaml
 * compares each with all those before it: a file of them takes minutes.
 */
dossier_status
ds_yaml_check(const char *bytes, size_t size, const char *file,
    dossier_error *err)
{
	size_t at = ds_utf8_valid(bytes, size), step;
	bool line_starts = true;

	if (at < size) {
		ds_fail(err, DOSSIER_INVALID,
		    N_("From here on the text is not in UTF-8."));
		ds_advise(err, N_("Save the file again with the encoding "
		    "UTF-8."));
		ds_yaml_locate(err, file, bytes, at);
		return DOSSIER_INVALID;
	}
	for (at = 0; at < size; at += step > 0 ? step : 1) {
		if (line_starts && bytes[at] == '%') {
			ds_fail(err, DOSSIER_INVALID, N_("A line cannot start "
			    "with %%; put quotes around the text."));
			ds_yaml_locate(err, file, bytes, at);
			return DOSSIER_INVALID;
		}
		step = line_break(bytes + at, bytes + size);
		line_starts = step > 0;
	}
	return DOSSIER_OK;
}

/* Blanks, a dash and a comment go on with what stands above the line. */
static bool
goes_on(const char *line, const char *end)
{
	return strchr(" -#", *line) != NULL &&
	    (end - line < 3 || strncmp(line, "---", 3) != 0);
}

int
ds_yaml_last_key(const char *bytes, size_t size, const char *key)
{
	const char *p = bytes, *end = bytes + size;
	size_t length = strlen(key), step = 1;
	int line = 1, found = 0;

	while (p < end) {
		if (step > 0 && line_break(p, end) == 0 && !goes_on(p, end))
			found = (size_t)(end - p) > length &&
			    strncmp(p, key, length) == 0 &&
			    p[length] == ':' ? line : 0;
		step = line_break(p, end);
		line += step > 0;
		p += step > 0 ? step : 1;
	}
	return found;
}

static const struct {
	const char *problem;	/* in libyaml's words */
	bool at_context;	/* told where it began, not where it broke */
	const char *message;
} explained[] = {
	{ "found unexpected end of stream", true,
	    N_("A quote opens here and is never closed.") },
	{ "did not find expected ',' or ']'", true,
	    N_("A list opens here with [ and is not closed with ].") },
	{ "did not find expected ',' or '}'", true,
	    N_("A group opens here with { and is not closed with }.") },
	{ "mapping values are not allowed in this context", false,
	    N_("A colon cannot stand here. Perhaps the line is indented too "
	    "far, or a text with a colon in it needs quotes around it.") },
	{ "could not find expected ':'", false,
	    N_("A colon is missing after the name that stands before "
	    "this.") },
	{ "did not find expected key", false,
	    N_("This does not fit the lines above it. Perhaps it is indented "
	    "too far or not far enough, or a text needs quotes around it.") },
	{ "did not find expected <document start>", false,
	    N_("This does not fit the lines above it. Perhaps it is indented "
	    "too far or not far enough, or a text needs quotes around it.") },
	{ "did not find expected '-' indicator", false,
	    N_("This does not fit the list above it. Perhaps it is indented "
	    "too far or not far enough, or a dash is missing.") },
	{ "did not find expected node content", false,
	    N_("A text, a list or a group was expected here. Perhaps a "
	    "bracket or a comma is one too many.") },
	{ "block sequence entries are not allowed in this context", false,
	    N_("A list cannot start here. Put the dash on a line of its "
	    "own.") },
	{ "found character that cannot start any token", false,
	    N_("A text cannot start with this character (a tab, @, ` or %%). "
	    "Indent with spaces, and put quotes around such a text.") },
	{ "found a tab character that violates indentation", false,
	    N_("A tab stands here. Indent with spaces.") },
	{ "found a tab character where an indentation space is expected",
	    false, N_("A tab stands here. Indent with spaces.") },
	{ "did not find expected alphabetic or numeric character", false,
	    N_("A text cannot start with & or *. Put quotes around it.") },
	{ "did not find expected comment or line break", false,
	    N_("After | or > the text starts on the next line.") },
	{ "found unknown escape character", false,
	    N_("A backslash cannot stand before this character. Write it "
	    "twice, or put the text between single quotes.") },
	{ "control characters are not allowed", false,
	    N_("The text holds an invisible control character here.") },
	{ NULL, false,
	    N_("This cannot be read as YAML. Check the indentation, the "
	    "colons and the quotes.") },
};

dossier_status
ds_yaml_explain(const yaml_parser_t *parser, const char *bytes,
    const char *file, dossier_error *err)
{
	const yaml_mark_t *mark = &parser->problem_mark;
	size_t i;

	if (parser->error == YAML_MEMORY_ERROR)
		return ds_no_memory(err);
	for (i = 0; explained[i].problem != NULL; i++)
		if (parser->problem != NULL &&
		    strcmp(parser->problem, explained[i].problem) == 0)
			break;
	if (explained[i].at_context)
		mark = &parser->context_mark;
	/* The line is no part of the text; a format wants an argument. */
	ds_fail(err, DOSSIER_INVALID, explained[i].message, mark->line);
	if (parser->error == YAML_READER_ERROR)
		ds_yaml_locate(err, file, bytes, parser->problem_offset);
	else
		ds_locate(err, file, (int)mark->line + 1,
		    (int)mark->column + 1);
	return DOSSIER_INVALID;
}
