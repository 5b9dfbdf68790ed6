/* SPDX-License-Identifier: EUPL-1.2 */
/* A text to edit in which others were first, shown to who edits it. */
#ifndef DS_FLOWS_CLASH_H
#define DS_FLOWS_CLASH_H

#include "flows/whole.h"

/*
 * `text` with what clashes told above its lines, and marked as seen: what it
 * then says counts. Nothing of what was typed is changed. The line in `err`
 * becomes that of *out.
 */
dossier_status ds_clash_show(struct ds_buf *out,
    const struct ds_whole *whole, const char *text, size_t size,
    dossier_error *err);

#endif
