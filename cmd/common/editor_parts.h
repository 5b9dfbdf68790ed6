/* SPDX-License-Identifier: EUPL-1.2 */
/* Private to the parts of editor.c. */
#ifndef CMD_EDITOR_PARTS_H
#define CMD_EDITOR_PARTS_H

#include "common/editor.h"

/* What the folder holds beside what the editor makes there. */
#define EDITOR_TEXT "dossier.yaml"
#define EDITOR_GIVEN "given.yaml"	/* as it was before anybody typed */
#define EDITOR_NEW "new.yaml"		/* until it is whole */

/* Bytes on top of `text` that are the reason; *lines is how many lines. */
size_t editor_reason_size(const char *text, size_t size, int *lines);
/* Nothing but blanks and comments? */
bool editor_is_blank(const char *text, size_t size);

/*
 * A file of the folder: 0, or why not as an errno; EFBIG when it is larger
 * than EDITOR_MOST, ELOOP when it is no ordinary file. free() *out.
 */
int editor_read_file(char **out, size_t *size, int folder, const char *name);
/* It is replaced as a whole or not at all. 0 or an errno. */
int editor_write_file(int folder, const char *name, const char *text,
    size_t size);

/* Put `text` where the editor finds it, in a folder that is ours alone. */
dossier_status editor_put(struct editor *editor, const char *text,
    size_t size, dossier_error *err);
/* What the editor saved. */
dossier_status editor_get(char **out, size_t *size,
    const struct editor *editor, dossier_error *err);

#endif
