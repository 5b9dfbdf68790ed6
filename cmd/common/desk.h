/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the commands that work on a store share, from the first argument to
 * the exit code:
 *
 *	code = desk_begin(&desk, &operands, &command, argc, argv);
 *	if (code != OPT_GO)
 *		return code;
 *	status = desk_open(&desk, "show", true);
 *	if (status == DOSSIER_OK)
 *		status = dossier_show(&document, desk.session, ref, day,
 *		    &desk.err);
 *	return desk_end(&desk, document, status);
 */
#ifndef CMD_DESK_H
#define CMD_DESK_H

#include <limits.h>

#include "common/opt.h"
#include "dossier.h"

#define DESK_TEXT_MAX 65536	/* bytes that are read from standard input */

struct desk {
	const char *command;
	struct opt_shared shared;
	dossier_error err;
	dossier_session_options options;
	dossier_session *session;	/* NULL: none is open */
	bool attend;		/* an answer that asks for attention: exit 1 */
	/* what the options point to */
	char store[PATH_MAX], now[32], login[64], origin[330];
	int64_t next_progress;	/* milliseconds; 0: never show any */
	bool progress_shown;
	bool has_read;		/* standard input is used up */
	char read[DESK_TEXT_MAX];
};

/* Start the command and read its arguments; OPT_GO, or the exit code. */
int desk_begin(struct desk *desk, struct opt_operands *operands,
    const struct opt_command *command, int argc, char **argv);

/* Fill desk->options: the store, the day, the time, who works. */
dossier_status desk_prepare(struct desk *desk, const char *action,
    bool write);
/* The same, and open the session. `action` is command and verb. */
dossier_status desk_open(struct desk *desk, const char *action, bool write);

/*
 * Where *text is "-", put what standard input holds in its place, without
 * the line's end: personal words have no business among the arguments, which
 * others on the machine can see. Once a command. DOSSIER_USAGE,
 * DOSSIER_INVALID, DOSSIER_IO, DOSSIER_INTERRUPTED.
 */
dossier_status desk_text(struct desk *desk, const char **text);
/* The same for the "field=-" among the pairs. */
dossier_status desk_pairs(struct desk *desk, struct opt_list *pairs);

/* Wrong usage that only the command can see, with what is wrong. */
dossier_status desk_usage(struct desk *desk, const char *message);

/*
 * Print the document (NULL: none) and the error, close and free everything.
 * Returns the exit code. A document beside an error is printed too.
 */
int desk_end(struct desk *desk, dossier_document *document,
    dossier_status status);

#endif
