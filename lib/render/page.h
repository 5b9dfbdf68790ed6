/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A document as one text, to be kept and brought back: whatever printer gets
 * the copy, in whatever version, writes the bytes that the first one gave.
 * Comments are for who edits and are not kept; a document with a timeline
 * cannot be.
 *
 * One thing a line, its kind in front: T title, N note, M mark; values for
 * machines n b i t, and l m, which a ) closes; H heading, P paragraph, f a
 * line of fields, G a table with its columns k, rows r and cells c. After the
 * kind = begins a text and - stands for none. Tabs part what stands on one
 * line; \t, \n and \\ stand for themselves.
 */
#ifndef DS_RENDER_PAGE_H
#define DS_RENDER_PAGE_H

#include "render/document.h"

/* Appended to `out`. */
void ds_page_write(struct ds_buf *out, const dossier_document *doc);
/* A new document. DOSSIER_CORRUPT: it is no such text. */
dossier_status ds_page_read(dossier_document **out, const char *text,
    dossier_error *err);

#endif
