/* SPDX-License-Identifier: EUPL-1.2 */
/* The BSN and the education number: right, of one youth only, never shown. */
#include "flows/edit.h"

#include "flows/fit.h"

const char *
ds_edit_number_kind(int subject)
{
	if (!ds_edit_is_number(subject))
		return NULL;
	return subject == DS_EDIT_BSN ? "bsn" : "onderwijsnummer";
}

dossier_status
ds_edit_number_read(struct ds_row *out, struct ds_arena *arena,
    dossier_session *session, int subject, int64_t youth, dossier_error *err)
{
	const char *kind = ds_edit_number_kind(subject);
	struct ds_row *rows;
	size_t count, i;

	ds_row_start(out, DS_IDENTIFIER);
	ds_row_set_int(out, DS_F_IDENTIFIER_YOUTH, youth);
	ds_row_set_text(out, DS_F_IDENTIFIER_KIND, kind);
	DS_TRY(ds_book_list(&rows, &count, arena, session->book,
	    DS_IDENTIFIER, DS_F_IDENTIFIER_YOUTH, youth, err));
	for (i = 0; i < count; i++)
		if (ds_datum_same(&rows[i].value[DS_F_IDENTIFIER_KIND],
		    &out->value[DS_F_IDENTIFIER_KIND]))
			*out = rows[i];
	return DOSSIER_OK;
}

dossier_status
ds_edit_number_set(struct ds_row *row, struct ds_arena *arena,
    dossier_session *session, const struct ds_edit_setting *setting,
    dossier_error *err)
{
	if (setting->value == NULL) {
		ds_row_clear(row, DS_F_IDENTIFIER_VALUE);
		return DOSSIER_OK;
	}
	ds_row_set_text(row, DS_F_IDENTIFIER_VALUE, setting->value);
	return ds_fit_check(row, arena, session, ds_row_int(row,
	    DS_F_IDENTIFIER_YOUTH), err);
}

dossier_status
ds_edit_number_write(struct ds_book *book, const struct ds_row *before,
    struct ds_row *after, const char *reason, dossier_error *err)
{
	if (!ds_row_has(after, DS_F_IDENTIFIER_VALUE))
		return before->id == 0 ? DOSSIER_OK :
		    ds_book_remove(book, before, reason, err);
	if (before->id == 0)
		return ds_book_add(book, after, err);
	return ds_book_change(NULL, book, before, after, reason, err);
}
