/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the commands that work on a store share, from the first argument to
 * the exit code:
 *
 *	static dossier_status
 *	run(struct desk *desk, dossier_document **out,
 *	    const struct opt_operands *operands, void *asked)
 *	{
 *		dossier_status status = desk_open(desk, "log", true);
 *
 *		return status != DOSSIER_OK ? status : dossier_log(out,
 *		    desk->session, operands->text[0], &desk->err);
 *	}
 *	…
 *	return desk_main(&command, run, &ask, argc, argv);
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

/* What the command does; `ask` is what its options fill. */
typedef dossier_status (*desk_run)(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *ask);

/*
 * All of main(): read the arguments, run, print the document (NULL: none) and
 * the error, close and free everything. Returns the exit code. A document
 * beside an error is printed too.
 */
int desk_main(const struct opt_command *command, desk_run run, void *ask,
    int argc, char **argv);

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

#endif
