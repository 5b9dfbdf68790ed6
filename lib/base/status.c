/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/status.h"

#include <libintl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define DOMAIN "dossier"

static const char *const status_names[] = {
	[DOSSIER_OK] = "ok",
	[DOSSIER_NO_MEMORY] = "no memory",
	[DOSSIER_IO] = "input or output",
	[DOSSIER_USAGE] = "usage",
	[DOSSIER_INVALID] = "invalid",
	[DOSSIER_NOT_FOUND] = "not found",
	[DOSSIER_AMBIGUOUS] = "ambiguous",
	[DOSSIER_EXISTS] = "exists",
	[DOSSIER_CONFLICT] = "conflict",
	[DOSSIER_FORBIDDEN] = "forbidden",
	[DOSSIER_BUSY] = "busy",
	[DOSSIER_READ_ONLY] = "read-only",
	[DOSSIER_FULL] = "full",
	[DOSSIER_TOO_NEW] = "too new",
	[DOSSIER_CORRUPT] = "corrupt",
	[DOSSIER_NO_STORE] = "no store",
	[DOSSIER_INTERRUPTED] = "interrupted",
	[DOSSIER_INTERNAL] = "internal",
};

const char *
dossier_status_name(dossier_status status)
{
	if ((size_t)status >= sizeof status_names / sizeof status_names[0])
		return "unknown";
	return status_names[status];
}

void
dossier_messages_from(const char *folder)
{
	bindtextdomain(DOMAIN, folder);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
}

/*
 * English is the source language, so it never asks the catalogue: both
 * languages can be used side by side, whatever the locale says.
 */
const char *
ds_tr(dossier_language language, const char *english)
{
	if (language == DOSSIER_ENGLISH || english[0] == '\0')
		return english;
	return dgettext(DOMAIN, english);
}

/* Both languages part at one, so two plain messages serve. */
const char *
ds_trn(dossier_language language, const char *one, const char *many, long n)
{
	return ds_tr(language, n == 1 ? one : many);
}

const char *
dossier_text(dossier_language language, const char *english)
{
	return ds_tr(language, english);
}

dossier_status
ds_fail(dossier_error *err, dossier_status status, const char *message, ...)
{
	va_list args;

	if (err == NULL || err->status != DOSSIER_OK)
		return status;
	err->status = status;
	va_start(args, message);
	vsnprintf(err->message, sizeof err->message,
	    ds_tr(err->language, message), args);
	va_end(args);
	return status;
}

void
ds_advise(dossier_error *err, const char *advice, ...)
{
	va_list args;

	if (err == NULL || err->advice[0] != '\0')
		return;
	va_start(args, advice);
	vsnprintf(err->advice, sizeof err->advice,
	    ds_tr(err->language, advice), args);
	va_end(args);
}

void
ds_locate(dossier_error *err, const char *file, int line, int column)
{
	if (err == NULL || err->line != 0 || err->file[0] != '\0')
		return;
	if (file != NULL)
		snprintf(err->file, sizeof err->file, "%s", file);
	err->line = line;
	err->column = column;
}

dossier_status
ds_no_memory(dossier_error *err)
{
	return ds_fail(err, DOSSIER_NO_MEMORY,
	    N_("There is not enough memory to finish; nothing was changed."));
}

void
ds_error_reset(dossier_error *err)
{
	dossier_language language;

	if (err == NULL)
		return;
	language = err->language;
	memset(err, 0, sizeof *err);
	err->language = language;
}
