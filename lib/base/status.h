/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Results and errors: one way to fail, one way to pass a failure on.
 *
 *	if (day.number < 0)
 *		return ds_fail(err, DOSSIER_INVALID,
 *		    N_("The day %s does not exist."), text);
 *	DS_TRY(ds_csv_open(&csv, path, err));
 */
#ifndef DS_BASE_STATUS_H
#define DS_BASE_STATUS_H

#include "dossier.h"

/* Marks a message for translation; it is translated where it is used. */
#define N_(text) text

/* Return at once when `call` fails; only where nothing is held. */
#define DS_TRY(call)							\
	do {								\
		dossier_status ds_try_ = (call);			\
		if (ds_try_ != DOSSIER_OK)				\
			return ds_try_;					\
	} while (0)

/*
 * Fill `err` (may be NULL; the first error wins) with the translation of the
 * printf-like `message`, and return `status`.
 */
dossier_status ds_fail(dossier_error *err, dossier_status status,
    const char *message, ...) __attribute__((format(printf, 3, 4)));

/* Add what to do next to the error that was just filled. */
void ds_advise(dossier_error *err, const char *advice, ...)
    __attribute__((format(printf, 2, 3)));

/* Say where: file may be NULL; line and column 1-based, 0 when unknown. */
void ds_locate(dossier_error *err, const char *file, int line, int column);

/* Out of memory, said without needing any. */
dossier_status ds_no_memory(dossier_error *err);

/* An error value to fill when the caller passed none. */
void ds_error_reset(dossier_error *err);

/* Translate; `english` was marked with N_. Borrowed. */
const char *ds_tr(dossier_language language, const char *english);

/* The message for one, or for another number of things; both marked. */
const char *ds_trn(dossier_language language, const char *one,
    const char *many, long n);

#endif
