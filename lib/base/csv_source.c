/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/csv_source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unistr.h>

#include "base/text.h"

#define RAW_SIZE ((size_t)64 * 1024)
#define LARGEST_CHARACTER 3	/* UTF-8 bytes that one byte can become */

struct ds_csv_source {
	const char *path;	/* borrowed, for messages */
	int fd;
	enum ds_encoding encoding;
	uint64_t done, total;
	size_t kept;		/* raw bytes that wait for their other half */
	char *text;		/* converted; NULL when nothing is */
	char raw[RAW_SIZE];
};

/* ---- reading ---- */

static dossier_status
refuse_read(const struct ds_csv_source *source, dossier_error *err)
{
	return ds_fail(err, DOSSIER_IO, N_("The file %s cannot be read: %s."),
	    source->path, strerror(errno));
}

/* Fill the raw bytes behind those that were kept. */
static dossier_status
read_raw(size_t *out, struct ds_csv_source *source, dossier_error *err)
{
	ssize_t got;

	do {
		got = read(source->fd, source->raw + source->kept,
		    RAW_SIZE - source->kept);
	} while (got < 0 && errno == EINTR);
	if (got < 0)
		return refuse_read(source, err);
	source->done += (uint64_t)got;
	*out = (size_t)got;
	return DOSSIER_OK;
}

static dossier_status
rewind_to(struct ds_csv_source *source, off_t offset, dossier_error *err)
{
	if (lseek(source->fd, offset, SEEK_SET) < 0)
		return refuse_read(source, err);
	source->done = (uint64_t)offset;
	source->kept = 0;
	return DOSSIER_OK;
}

static size_t
put_point(char *out, unsigned point)
{
	return (size_t)u8_uctomb((uint8_t *)out, point, 4);
}

static unsigned
utf16_unit(const struct ds_csv_source *source, size_t at)
{
	unsigned first = (unsigned char)source->raw[at];
	unsigned second = (unsigned char)source->raw[at + 1];

	return source->encoding == DS_UTF16BE ? first << 8 | second :
	    second << 8 | first;
}

/*
 * Convert the `size` raw bytes; half a character at their end is kept for
 * the next piece, unless this was the last.
 */
static size_t
utf16_convert(struct ds_csv_source *source, size_t size, bool last)
{
	unsigned c, low;
	size_t at = 0, n = 0;

	while (size - at >= 2) {
		c = utf16_unit(source, at);
		low = 0;
		if ((c & 0xFC00) == 0xD800 && size - at >= 4)
			low = utf16_unit(source, at + 2);
		else if ((c & 0xFC00) == 0xD800 && !last)
			break;
		if ((low & 0xFC00) == 0xDC00) {
			c = 0x10000 + ((c & 0x3FF) << 10 | (low & 0x3FF));
			at += 2;
		} else if ((c & 0xF800) == 0xD800) {
			c = 0xFFFD;
		}
		n += put_point(source->text + n, c);
		at += 2;
	}
	if (last && at < size) {
		n += put_point(source->text + n, 0xFFFD);
		at = size;
	}
	source->kept = size - at;
	memmove(source->raw, source->raw + at, source->kept);
	return n;
}

dossier_status
ds_csv_source_read(const char **bytes, size_t *size,
    struct ds_csv_source *source, dossier_error *err)
{
	size_t got, undefined = 0;

	*size = 0;
	*bytes = source->raw;
	do {
		DS_TRY(read_raw(&got, source, err));
		if (source->text == NULL) {
			*size = got;
			return DOSSIER_OK;
		}
		*bytes = source->text;
		if (source->encoding == DS_CP1252)
			*size = ds_cp1252_to_utf8(source->text, source->raw,
			    got, &undefined);
		else
			*size = utf16_convert(source, source->kept + got,
			    got == 0);
	} while (*size == 0 && got > 0);
	return DOSSIER_OK;
}

/* ---- what kind of file ---- */

static bool
holds(const struct ds_csv_source *source, size_t size, const char *word)
{
	return memmem(source->raw, size, word, strlen(word)) != NULL;
}

static dossier_status
advise_excel(dossier_error *err)
{
	ds_advise(err, N_("Open it in Excel and choose \"Bestand > Opslaan "
	    "als\" (File > Save As) with the file type \"CSV UTF-8 (door "
	    "lijstscheidingsteken gescheiden)\" (CSV UTF-8, comma "
	    "delimited); then give the .csv file."));
	return DOSSIER_INVALID;
}

static dossier_status
refuse_zip(const struct ds_csv_source *source, size_t size,
    dossier_error *err)
{
	if (holds(source, size, "opendocument.spreadsheet")) {
		ds_fail(err, DOSSIER_INVALID, N_("This is a LibreOffice "
		    "workbook (.ods), not a CSV file."));
		ds_advise(err, N_("Open it in LibreOffice and choose "
		    "\"Bestand > Opslaan als\" (File > Save As) with the file "
		    "type \"Tekst CSV (.csv)\" (Text CSV); then give the .csv "
		    "file."));
		return DOSSIER_INVALID;
	}
	if (holds(source, size, "[Content_Types].xml") ||
	    holds(source, size, "xl/")) {
		ds_fail(err, DOSSIER_INVALID, N_("This is an Excel workbook "
		    "(.xlsx), not a CSV file."));
		return advise_excel(err);
	}
	ds_fail(err, DOSSIER_INVALID,
	    N_("This is a packed file (.zip), not a CSV file."));
	ds_advise(err, N_("Unpack it first; then give the .csv file that is "
	    "in it."));
	return DOSSIER_INVALID;
}

/* `size` raw bytes stand ready: the start of the file. */
static dossier_status
refuse_other_kinds(const struct ds_csv_source *source, size_t size,
    dossier_error *err)
{
	const char *raw = source->raw;

	if (size >= 4 && memcmp(raw, "PK\3\4", 4) == 0)
		return refuse_zip(source, size, err);
	if (size >= 4 && memcmp(raw, "\xD0\xCF\x11\xE0", 4) == 0) {
		ds_fail(err, DOSSIER_INVALID, N_("This is an Excel workbook "
		    "(an old .xls, or one with a password), not a CSV file."));
		return advise_excel(err);
	}
	if (size >= 4 && memcmp(raw, "%PDF", 4) == 0) {
		ds_fail(err, DOSSIER_INVALID,
		    N_("This is a PDF, not a CSV file."));
		ds_advise(err, N_("Ask the sender for the list as an Excel or "
		    "CSV file; a PDF cannot be read as a list."));
		return DOSSIER_INVALID;
	}
	return DOSSIER_OK;
}

/* A BOM, or the NULs of UTF-16 without one. Returns the BOM's length. */
static size_t
encoding_by_start(struct ds_csv_source *source, size_t size, bool *known)
{
	const char *raw = source->raw;

	*known = true;
	if (size >= 3 && memcmp(raw, DS_CSV_BOM, 3) == 0) {
		source->encoding = DS_UTF8_BOM;
		return 3;
	}
	if (size >= 2 && memcmp(raw, "\xFF\xFE", 2) == 0) {
		source->encoding = DS_UTF16LE;
		return 2;
	}
	if (size >= 2 && memcmp(raw, "\xFE\xFF", 2) == 0) {
		source->encoding = DS_UTF16BE;
		return 2;
	}
	source->encoding = size >= 2 && raw[0] == '\0' ? DS_UTF16BE :
	    DS_UTF16LE;
	*known = size >= 4 && (raw[0] == '\0') != (raw[1] == '\0') &&
	    (raw[2] == '\0') == (raw[0] == '\0') &&
	    (raw[3] == '\0') == (raw[1] == '\0');
	return 0;
}

/* Sets the encoding of a file without a BOM by reading all of it. */
static dossier_status
encoding_by_content(struct ds_csv_source *source, dossier_error *err)
{
	size_t got, good;

	source->encoding = DS_CP1252;
	do {
		DS_TRY(read_raw(&got, source, err));
		good = ds_utf8_valid(source->raw, source->kept + got);
		source->kept += got - good;
		if (source->kept > 3)	/* more than a character cut in two */
			return DOSSIER_OK;
		memmove(source->raw, source->raw + good, source->kept);
	} while (got > 0);
	if (source->kept == 0)
		source->encoding = DS_UTF8;
	return DOSSIER_OK;
}

static dossier_status
learn_encoding(struct ds_csv_source *source, dossier_error *err)
{
	size_t size, bom;
	bool known;

	DS_TRY(read_raw(&size, source, err));
	DS_TRY(refuse_other_kinds(source, size, err));
	bom = encoding_by_start(source, size, &known);
	if (!known) {
		DS_TRY(rewind_to(source, 0, err));
		DS_TRY(encoding_by_content(source, err));
	}
	if (source->encoding != DS_UTF8 && source->encoding != DS_UTF8_BOM) {
		source->text = ds_alloc(RAW_SIZE * LARGEST_CHARACTER);
		if (source->text == NULL)
			return ds_no_memory(err);
	}
	return rewind_to(source, (off_t)bom, err);
}

static dossier_status
open_file(struct ds_csv_source *source, const char *path, dossier_error *err)
{
	struct stat st;

	source->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (source->fd < 0 && (errno == ENOENT || errno == ENOTDIR)) {
		ds_fail(err, DOSSIER_NOT_FOUND, N_("The file %s is not "
		    "there."), path);
		ds_advise(err, N_("Check the name of the file and the folder "
		    "it is in."));
		return DOSSIER_NOT_FOUND;
	}
	if (source->fd < 0 || fstat(source->fd, &st) < 0)
		return refuse_read(source, err);
	if (S_ISDIR(st.st_mode))
		return ds_fail(err, DOSSIER_INVALID,
		    N_("%s is a folder, not a file."), path);
	if (!S_ISREG(st.st_mode)) {
		ds_fail(err, DOSSIER_INVALID, N_("%s cannot be read twice, as "
		    "a list must be."), path);
		ds_advise(err, N_("Save the list in a file first; then give "
		    "that file."));
		return DOSSIER_INVALID;
	}
	source->total = (uint64_t)st.st_size;
	return DOSSIER_OK;
}

dossier_status
ds_csv_source_open(struct ds_csv_source **out, const char *path,
    dossier_error *err)
{
	struct ds_csv_source *source;
	dossier_status status;

	*out = NULL;
	source = ds_alloc(sizeof *source);
	if (source == NULL)
		return ds_no_memory(err);
	source->path = path;
	source->fd = -1;
	status = open_file(source, path, err);
	if (status == DOSSIER_OK)
		status = learn_encoding(source, err);
	if (status == DOSSIER_OK)
		*out = source;
	else
		ds_csv_source_close(source);
	return status;
}

void
ds_csv_source_close(struct ds_csv_source *source)
{
	if (source == NULL)
		return;
	if (source->fd >= 0)
		close(source->fd);
	ds_free(source->text);
	ds_free(source);
}

enum ds_encoding
ds_csv_source_encoding(const struct ds_csv_source *source)
{
	return source->encoding;
}

void
ds_csv_source_progress(const struct ds_csv_source *source, uint64_t *done,
    uint64_t *total)
{
	*done = source->done;
	*total = source->total;
}
