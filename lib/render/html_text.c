/* SPDX-License-Identifier: EUPL-1.2 */
#include "render/html.h"

#include <string.h>

void
ds_html_some(struct ds_buf *out, const char *text, size_t size)
{
	const unsigned char *p = (const unsigned char *)text;
	const unsigned char *end = p + size;

	for (; p < end; p++) {
		if (*p == '&')
			ds_buf_puts(out, "&amp;");
		else if (*p == '<')
			ds_buf_puts(out, "&lt;");
		else if (*p == '>')
			ds_buf_puts(out, "&gt;");
		else if (*p == '"')
			ds_buf_puts(out, "&quot;");
		else if (*p == '\'')
			ds_buf_puts(out, "&#39;");
		else if (p[0] == '\r' && p[1] == '\n')
			continue;
		else if (*p == 0x7f || (*p < 0x20 && *p != '\n' && *p != '\t'))
			ds_buf_puts(out, "\xEF\xBF\xBD");
		else if (p[0] == 0xc2 && p[1] < 0xa0)
			p++, ds_buf_puts(out, "\xEF\xBF\xBD");
		else
			ds_buf_putc(out, (char)*p);
	}
}

void
ds_html_element(struct ds_buf *out, const char *open, const char *text,
    const char *close)
{
	ds_buf_puts(out, open);
	if (text != NULL)
		ds_html_some(out, text, strlen(text));
	ds_buf_puts(out, close);
}
