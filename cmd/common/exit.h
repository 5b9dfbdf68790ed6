/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How a command ends: the exit codes, the one way from a status to a code,
 * and the one way an error reaches the person.
 */
#ifndef CMD_EXIT_H
#define CMD_EXIT_H

#include <stdio.h>

#include "dossier.h"

enum exit_code {
	EXIT_DONE = 0,		/* done, also when some are undecided */
	EXIT_ATTENTION = 1,	/* done, and something needs attention */
	EXIT_USAGE = 2,		/* wrong usage */
	EXIT_REFUSED = 3,	/* refused, not found, ambiguous; unchanged */
	EXIT_STORE = 4,		/* a problem of the store or the output */
	EXIT_DENIED = 5,	/* not allowed: no role, no ground */
	EXIT_FAULT = 70,	/* a fault of this software, or no memory */
	EXIT_BUSY = 75,		/* the store is in use; try again */
	EXIT_STOPPED = 130	/* interrupted */
};

enum exit_code exit_code_of(dossier_status status);

/* Fill an error from a command, translated; the first error wins. */
dossier_status exit_fail(dossier_error *err, dossier_status status,
    const char *message, ...) __attribute__((format(printf, 3, 4)));
dossier_status exit_no_memory(dossier_error *err);
/* Add what to do next, translated. */
void exit_advise(dossier_error *err, const char *advice, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes that could steer a terminal, or end a line, become '?'. */
void exit_put_safe(FILE *to, const char *text);

/*
 * Print "dossier intake: file:line:column: message" and the advice on the
 * next line, made safe.
 */
void exit_print(FILE *to, const char *command, const dossier_error *err);

/* Print "dossier show: notice" as safely. */
void exit_note(FILE *to, const char *command, const char *notice);

/* Print the error on stderr, unless all is well; returns the exit code. */
enum exit_code exit_with(const char *command, dossier_status status,
    const dossier_error *err);

#endif
