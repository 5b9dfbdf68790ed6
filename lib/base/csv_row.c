/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/csv_row.h"

#include <string.h>
#include <strings.h>

#define FIELD_MAX ((size_t)64 * 1024)	/* bytes, with the NUL */
#define BLOCK 4096			/* by which libcsv grows a field */
#define STRICT (CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_APPEND_NULL)

static const char separators[] = ";\t,";

/* ---- what libcsv calls ---- */

/* Refusing to grow is how libcsv is told that a field is too long. */
static void *
grow_field(void *old, size_t size)
{
	return size > FIELD_MAX ? NULL : ds_realloc(old, size);
}

static void
take_field(void *field, size_t size, void *payload)
{
	struct ds_csv_reader *reader = payload;

	reader->seen++;
	if (reader->count < DS_CSV_COLUMNS) {
		reader->starts[reader->count++] = reader->text.size;
		ds_buf_add(&reader->text, field, size + 1);
	} else if (size > 0) {
		reader->lost = true;
	}
}

static void
take_row_end(int byte, void *payload)
{
	struct ds_csv_reader *reader = payload;

	reader->row_ended = true;
	reader->after_cr = byte == '\r';
	reader->rows++;
	reader->starts[reader->count] = reader->text.size;
}

/* ---- refusing ---- */

static dossier_status
refuse(struct ds_csv_reader *reader, dossier_error *err)
{
	ds_locate(err, reader->path, (int)reader->rows + 1,
	    (int)reader->seen + 1);
	return DOSSIER_INVALID;
}

static dossier_status
refuse_too_long(struct ds_csv_reader *reader, dossier_error *err)
{
	if (reader->parser.entry_size < FIELD_MAX)
		return ds_no_memory(err);
	ds_fail(err, DOSSIER_INVALID, N_("Row %ld, column %zu holds more than "
	    "64 KiB of text."), reader->rows + 1, reader->seen + 1);
	ds_advise(err, N_("Perhaps a quote (\") opens there and is never "
	    "closed. Remove that quote from the file, or write it twice "
	    "(\"\")."));
	return refuse(reader, err);
}

static dossier_status
refuse_open_quote(struct ds_csv_reader *reader, dossier_error *err)
{
	ds_fail(err, DOSSIER_INVALID, N_("In row %ld, column %zu a quote (\") "
	    "opens and is never closed; the rows after it cannot be told "
	    "apart."), reader->rows + 1, reader->seen + 1);
	ds_advise(err, N_("Remove that quote from the file, or write it twice "
	    "(\"\"); or open the list in Excel and save it as CSV again."));
	return refuse(reader, err);
}

static dossier_status
refuse_text_after_quote(struct ds_csv_reader *reader, dossier_error *err)
{
	ds_fail(err, DOSSIER_INVALID, N_("In row %ld, column %zu a quote (\") "
	    "opens, and text follows the quote that closes it."),
	    reader->rows + 1, reader->seen + 1);
	ds_advise(err, N_("A quote inside a quoted text is written twice "
	    "(\"\"). Mend that row, or open the list in Excel and save it as "
	    "CSV again."));
	return refuse(reader, err);
}

/* ---- one line ---- */

static const char *
find_byte(const char *known, const struct ds_csv_reader *reader, int byte)
{
	if (known == NULL || known < reader->at)
		known = memchr(reader->at, byte,
		    (size_t)(reader->end - reader->at));
	return known == NULL ? reader->end : known;
}

/* Where the next line ends, before its line break or at the end of all. */
static const char *
line_end(struct ds_csv_reader *reader)
{
	reader->lf = find_byte(reader->lf, reader, '\n');
	reader->cr = find_byte(reader->cr, reader, '\r');
	return reader->lf < reader->cr ? reader->lf : reader->cr;
}

/*
 * Let libcsv take a line. Strictly, a quote may not stand inside a field
 * that does not start with one; to a spreadsheet it is an ordinary
 * character there (5" pipe), so it is let through by itself.
 */
static dossier_status
parse_line(struct ds_csv_reader *reader, size_t size, dossier_error *err)
{
	struct csv_parser *parser = &reader->parser;
	size_t n;

	for (;;) {
		n = csv_parse(parser, reader->at, size, take_field,
		    take_row_end, reader);
		reader->at += n;
		size -= n;
		if (size == 0)
			return DOSSIER_OK;
		if (csv_error(parser) != CSV_EPARSE)
			return refuse_too_long(reader, err);
		if (parser->quoted)
			return refuse_text_after_quote(reader, err);
		csv_set_opts(parser, STRICT & ~CSV_STRICT);
		n = csv_parse(parser, reader->at, 1, take_field, take_row_end,
		    reader);
		csv_set_opts(parser, STRICT);
		if (n == 0)
			return refuse_too_long(reader, err);
		reader->at++;
		size--;
	}
}

static dossier_status
feed_line(struct ds_csv_reader *reader, dossier_error *err)
{
	const char *end;
	bool ends;

	if (reader->after_cr && *reader->at == '\n')
		reader->at++;
	reader->after_cr = false;
	if (reader->at == reader->end)
		return DOSSIER_OK;
	end = line_end(reader);
	ends = end < reader->end;
	reader->row_plain = reader->row_plain &&
	    ds_csv_plain(reader->at, (size_t)(end - reader->at));
	DS_TRY(parse_line(reader, (size_t)(end - reader->at) + ends, err));
	if (ends && !reader->row_ended)
		reader->row_plain = false;	/* a line break in a field */
	return DOSSIER_OK;
}

/* ---- rows ---- */

static dossier_status
refill(struct ds_csv_reader *reader, dossier_error *err)
{
	size_t size;

	DS_TRY(ds_csv_source_read(&reader->at, &size, reader->source, err));
	reader->end = reader->at + size;
	reader->lf = reader->cr = NULL;
	if (size > 0)
		return DOSSIER_OK;
	reader->finished = true;
	if (csv_fini(&reader->parser, take_field, take_row_end, reader) != 0)
		return refuse_open_quote(reader, err);
	return DOSSIER_OK;
}

dossier_status
ds_csv_reader_next(struct ds_csv_reader *reader, dossier_error *err)
{
	reader->row_ended = false;
	reader->row_plain = true;
	reader->count = 0;
	reader->seen = 0;
	reader->lost = false;
	ds_buf_clear(&reader->text);
	while (!reader->row_ended && !reader->finished) {
		if (reader->at == reader->end)
			DS_TRY(refill(reader, err));
		else
			DS_TRY(feed_line(reader, err));
	}
	return reader->text.failed ? ds_no_memory(err) : DOSSIER_OK;
}

/* ---- opening ---- */

/*
 * The separator that parts the first row into most fields; on a tie the
 * semicolon, which Dutch spreadsheets write.
 */
static char
find_separator(const struct ds_csv_reader *reader)
{
	size_t counts[sizeof separators] = { 0 }, best = 0, i;
	const char *at = reader->at, *found;
	bool quoted = false;

	while (at < reader->end && strchr("\r\n ", *at) != NULL)
		at++;
	for (; at < reader->end; at++) {
		quoted ^= *at == '"';
		if (quoted || *at == '\0')
			continue;
		if (*at == '\r' || *at == '\n')
			break;
		found = strchr(separators, *at);
		if (found != NULL)
			counts[found - separators]++;
	}
	for (i = 1; separators[i] != '\0'; i++)
		if (counts[i] > counts[best])
			best = i;
	return separators[best];
}

/*
 * "sep=;" on the first line is a note to Excel, which neither shows nor
 * counts that line. Returns NUL when there is none.
 */
static char
take_separator_note(struct ds_csv_reader *reader)
{
	const char *at = reader->at;

	if (reader->end - at < 6 || strncasecmp(at, "sep=", 4) != 0 ||
	    memchr(separators, at[4], strlen(separators)) == NULL ||
	    (at[5] != '\r' && at[5] != '\n'))
		return '\0';
	reader->at += 6;
	reader->after_cr = at[5] == '\r';
	return at[4];
}

dossier_status
ds_csv_reader_open(struct ds_csv_reader *reader, const char *path,
    dossier_error *err)
{
	char separator;

	reader->path = path;
	reader->text = (struct ds_buf)DS_BUF_INIT;
	csv_init(&reader->parser, STRICT);
	csv_set_realloc_func(&reader->parser, grow_field);
	csv_set_free_func(&reader->parser, ds_free);
	csv_set_blk_size(&reader->parser, BLOCK);
	DS_TRY(ds_csv_source_open(&reader->source, path, err));
	DS_TRY(refill(reader, err));
	separator = take_separator_note(reader);
	if (separator == '\0')
		separator = find_separator(reader);
	csv_set_delim(&reader->parser, (unsigned char)separator);
	return DOSSIER_OK;
}

void
ds_csv_reader_close(struct ds_csv_reader *reader)
{
	csv_free(&reader->parser);
	ds_csv_source_close(reader->source);
	ds_buf_free(&reader->text);
}
