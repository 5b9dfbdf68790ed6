/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * libdossier: the regional transition dossier in one local file.
 *
 * This is the only installed header. It reads in the order of a working day:
 * results and errors, days, a session on a store, documents, and then one
 * function per thing a person does.
 *
 * Rules that hold everywhere:
 *  - what comes through `out` is yours and has a matching _free or _close;
 *    what a function returns is borrowed and lives as long as its subject;
 *    what you pass in is copied;
 *  - the library never prints, exits, reads the environment, the locale or
 *    the clock; the business day is a parameter of the session;
 *  - `err` may be NULL; when it is not, the first error wins.
 */
#ifndef DOSSIER_H
#define DOSSIER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define DOSSIER_API __attribute__((visibility("default")))
#define DOSSIER_MUST_USE __attribute__((warn_unused_result))
#else
#define DOSSIER_API
#define DOSSIER_MUST_USE
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define DOSSIER_VERSION "0.1.0"

/* ---- Results and errors ------------------------------------------------ */

typedef enum dossier_status {
	DOSSIER_OK = 0,
	DOSSIER_NO_MEMORY,	/* memory ran out; nothing was changed */
	DOSSIER_IO,		/* a file could not be read or written */
	DOSSIER_USAGE,		/* an argument makes no sense */
	DOSSIER_INVALID,	/* the input was refused; nothing was changed */
	DOSSIER_NOT_FOUND,	/* the single thing asked for is not there */
	DOSSIER_AMBIGUOUS,	/* more than one thing answers to that name */
	DOSSIER_EXISTS,		/* it is there already and is not overwritten */
	DOSSIER_CONFLICT,	/* something later builds on it */
	DOSSIER_FORBIDDEN,	/* no actor, no role or no ground */
	DOSSIER_BUSY,		/* another process writes; try again */
	DOSSIER_READ_ONLY,	/* the store or its folder cannot be written */
	DOSSIER_FULL,		/* the disk or the store's limit is full */
	DOSSIER_TOO_NEW,	/* made by a newer version of this software */
	DOSSIER_CORRUPT,	/* the store is damaged or no store at all */
	DOSSIER_INTERRUPTED,	/* the caller's stop flag was raised */
	DOSSIER_INTERNAL	/* a fault of this software */
} dossier_status;

typedef enum dossier_language {
	DOSSIER_ENGLISH = 0,
	DOSSIER_DUTCH
} dossier_language;

/*
 * What went wrong, for a person: where, what and what to do next. The caller
 * owns it and sets `language` before use; the size is fixed and nothing in
 * it needs freeing.
 */
typedef struct dossier_error {
	dossier_status status;
	dossier_language language;
	int line;		/* 1-based, 0 when it does not apply */
	int column;		/* 1-based, 0 when it does not apply */
	char file[256];		/* empty when it does not apply */
	char message[512];	/* what and why, one or two sentences */
	char advice[512];	/* what to do next, may be empty */
} dossier_error;

#define DOSSIER_ERROR_INIT(lang) \
	{ DOSSIER_OK, (lang), 0, 0, "", "", "" }

/* The stable English name of a status, such as "busy". Never NULL. */
DOSSIER_API const char *dossier_status_name(dossier_status status);

/*
 * Dutch text comes from the gettext domain "dossier". The program points the
 * domain at its catalogue folder once, and must see to it that gettext may
 * answer in Dutch (LC_MESSAGES not "C", LANGUAGE=nl); English needs nothing.
 */
DOSSIER_API void dossier_messages_from(const char *folder);

/* A message of this software in `language`. Borrowed, never NULL. */
DOSSIER_API const char *dossier_text(dossier_language language,
    const char *english);

/* ---- Days -------------------------------------------------------------- */

/* A day of the proleptic Gregorian calendar. */
typedef struct dossier_day {
	int32_t number;		/* days since 1970-01-01 */
} dossier_day;

#define DOSSIER_NO_DAY ((dossier_day){ INT32_MIN })

/*
 * Read `text` as yyyy-mm-dd, yyyymmdd, dd-mm-yyyy or d-m-yyyy (also with '/'
 * or '.'). Years of two digits are refused. DOSSIER_INVALID says why.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_day_parse(
    dossier_day *out, const char *text, dossier_error *err);

/* ---- Documents --------------------------------------------------------- */

/* A finished answer: readable as text and HTML, exact as CSV and JSON. */
typedef struct dossier_document dossier_document;

typedef enum dossier_format {
	DOSSIER_TEXT = 0,
	DOSSIER_CSV,
	DOSSIER_JSON,
	DOSSIER_HTML
} dossier_format;

/*
 * Takes `size` bytes of output; returns false when they could not be
 * written, which ends the printing with DOSSIER_IO.
 */
typedef bool (*dossier_write)(const char *bytes, size_t size, void *payload);

/*
 * Print a document. `width` is the terminal's width in columns and counts
 * for DOSSIER_TEXT only; 0 means unlimited.
 * Statuses: DOSSIER_IO, DOSSIER_NO_MEMORY.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_document_print(
    const dossier_document *document, dossier_format format, int width,
    dossier_write write, void *payload, dossier_error *err);

/*
 * Print to a file that appears whole or not at all, mode 0600.
 * Statuses: DOSSIER_IO, DOSSIER_FULL, DOSSIER_NO_MEMORY.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_document_save(
    const dossier_document *document, dossier_format format,
    const char *path, dossier_error *err);

/* True when the answer asks for attention: rows refused, something late. */
DOSSIER_API bool dossier_document_attention(const dossier_document *document);

DOSSIER_API void dossier_document_free(dossier_document *document);
#ifdef __cplusplus
}
#endif
#endif
