/* SPDX-License-Identifier: EUPL-1.2 */
/* The way out of a command: the answer, to standard output or to a file. */
#ifndef CMD_OUT_H
#define CMD_OUT_H

#include "common/opt.h"
#include "dossier.h"

/*
 * The terminal's width; 80 where standard output is no terminal, so that
 * what cron mails or a file holds does not hang on who started it.
 */
int out_width(void);

/*
 * Print the document as --format and --output ask. A reader that left early
 * (head) is no fault. Statuses: DOSSIER_IO, DOSSIER_FULL, DOSSIER_NO_MEMORY.
 */
dossier_status out_document(const dossier_document *document,
    const struct opt_shared *shared, dossier_error *err);

/* Hand all that was printed to the system; to be asked before an exit 0. */
dossier_status out_flush(dossier_error *err);

#endif
