/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A text in the person's own editor. It stands in a folder of its own in
 * memory, never on a disk, and nothing that was typed is ever lost: what
 * could not be taken is kept there and offered the next time.
 *
 *	status = editor_begin(&editor, ref, NULL, err);
 *	if (status == DOSSIER_OK && editor.left[0] != '\0')
 *		status = editor_take_over(&text, &size, &editor, err);
 *	if (status == DOSSIER_OK)
 *		status = editor_run(&saved, &saved_size, &editor, text, size,
 *		    line, err);
 *	…			again with editor_reason() while it is refused
 *	editor_end(&editor, accepted, language);
 */
#ifndef CMD_EDITOR_H
#define CMD_EDITOR_H

#include <limits.h>

#include "dossier.h"

#define EDITOR_MOST (1024 * 1024)	/* bytes that are read back */

enum editor_outcome {
	EDITOR_SAVED,		/* another text than was given */
	EDITOR_UNCHANGED,	/* the same bytes */
	EDITOR_EMPTY		/* nothing but blanks and comments: cancelled */
};

struct editor {
	char key[32];		/* what is edited; letters and digits */
	char place[PATH_MAX];	/* where the folders stand, in memory */
	char folder[PATH_MAX];	/* our own; "" until there is one */
	char file[PATH_MAX];	/* the text in it */
	char left[PATH_MAX];	/* an unsaved text for the same key, or "" */
	int held, left_held;	/* the folders, locked; -1: none */
	enum editor_outcome outcome;	/* of the last run */
};

/*
 * Find the place, and what a process that is gone left there: the newest
 * text for `key` is named in editor->left, of any key what nobody typed in
 * is removed. `place` is NULL for /dev/shm, else $XDG_RUNTIME_DIR; tests name
 * one. DOSSIER_FORBIDDEN: none of them is in memory. Wants editor_end() also
 * when it fails.
 */
dossier_status editor_begin(struct editor *out, const char *key,
    const char *place, dossier_error *err);

/*
 * Go on with editor->left: it becomes the folder of the runs to come. *out
 * is its text, without the reason on top; free() it. DOSSIER_IO,
 * DOSSIER_NO_MEMORY. Where it is not taken over it stays as it is; to remove
 * it, take it over and end with `accepted`.
 */
dossier_status editor_take_over(char **out, size_t *size,
    struct editor *editor, dossier_error *err);

/*
 * Give `text` to $VISUAL, $EDITOR or, on a terminal, the system's editor,
 * with the cursor on `line` (0: anywhere). *out is what was saved, with a
 * NUL after it, and editor->outcome says what it is; free() it. NULL unless
 * DOSSIER_OK.
 * DOSSIER_INTERRUPTED: the editor ended with a fault, or we were told to
 * stop. DOSSIER_NOT_FOUND: no editor. DOSSIER_INVALID: too large, or no
 * ordinary file any more. DOSSIER_USAGE: no terminal and no editor named.
 * DOSSIER_FULL, DOSSIER_IO, DOSSIER_NO_MEMORY.
 */
dossier_status editor_run(char **out, size_t *size, struct editor *editor,
    const char *text, size_t text_size, int line, dossier_error *err);

/*
 * Remove the folder, whatever the editor left in it. Unless `accepted`, a
 * folder in which something was typed, or that an editor still has open, is
 * kept instead and named on standard error. Returns whether it was kept.
 */
bool editor_end(struct editor *editor, bool accepted,
    dossier_language language);

/*
 * `text` for another run: on top, as comments, why it was not accepted,
 * instead of the reason of an earlier run. *line goes in as 0 and comes out
 * as the line of *out for the cursor; why->line counts in `text` as it is.
 * *out is to be given to free(). DOSSIER_NO_MEMORY.
 */
dossier_status editor_reason(char **out, size_t *size, int *line,
    const char *text, size_t text_size, const dossier_error *why,
    dossier_error *err);

#endif
