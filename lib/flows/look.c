/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/look.h"

#include "base/text.h"

#define MOST_REFS 200			/* that one look names */

void
ds_look_at(struct ds_look *look, const char *ref)
{
	if (look->count > MOST_REFS ||
	    ds_text_has_word(look->refs.data, ref) ||
	    ++look->count > MOST_REFS)
		return;
	ds_buf_puts(&look->refs, look->refs.size == 0 ? "" : " ");
	ds_buf_puts(&look->refs, ref);
}

dossier_status
ds_look_write(struct ds_look *look, dossier_session *session,
    const char *asked, dossier_error *err)
{
	if (look->count == 0)
		return ds_session_looked(session, asked, err);
	if (look->count > MOST_REFS) {
		ds_buf_clear(&look->refs);
		ds_buf_printf(&look->refs, DS_LOOK_LIST " %s", asked);
	}
	if (look->refs.failed)
		return ds_no_memory(err);
	return ds_session_looked(session, look->refs.data, err);
}

void
ds_look_free(struct ds_look *look)
{
	ds_buf_free(&look->refs);
}
