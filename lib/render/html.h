/* SPDX-License-Identifier: EUPL-1.2 */
/* Text in HTML, and in the SVG within it. */
#ifndef DS_RENDER_HTML_H
#define DS_RENDER_HTML_H

#include "base/buf.h"

/*
 * As text and as an attribute between double quotes; what HTML forbids
 * becomes U+FFFD. `text` is UTF-8.
 */
void ds_html_some(struct ds_buf *out, const char *text, size_t size);
/* `text` (NULL: none) between two pieces of markup. */
void ds_html_element(struct ds_buf *out, const char *open, const char *text,
    const char *close);

#endif
