/* SPDX-License-Identifier: EUPL-1.2 */
/* The BSN and the education number: right, of one youth only, never shown. */
#include "flows/edit.h"

#include "base/ident.h"

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

/* Two dossiers with one number are most often two of the same youth. */
static dossier_status
check_owner(const struct ds_row *row, dossier_session *session,
    dossier_error *err)
{
	struct ds_stmt *stmt;
	bool found;

	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_YOUTH_BY_IDENTIFIER,
	    err));
	ds_bind_text(stmt, ":value", ds_row_text(row,
	    DS_F_IDENTIFIER_VALUE));
	ds_bind_text(stmt, ":kind", ds_row_text(row, DS_F_IDENTIFIER_KIND));
	DS_TRY(ds_step(&found, stmt, err));
	found = found && ds_col_int(stmt, 0) != ds_row_int(row,
	    DS_F_IDENTIFIER_YOUTH);
	ds_stmt_reset(stmt);
	if (!found)
		return DOSSIER_OK;
	ds_advise(err, N_("Look at the number again; if it is right, this "
	    "youth has two dossiers."));
	return ds_fail(err, DOSSIER_CONFLICT,
	    N_("Another dossier has this number already."));
}

dossier_status
ds_edit_number_set(struct ds_row *row, struct ds_arena *arena,
    dossier_session *session, const struct ds_edit_setting *setting,
    dossier_error *err)
{
	bool bsn = setting->name.subject == DS_EDIT_BSN;
	char digits[10];
	const char *kept;

	if (setting->value == NULL) {
		ds_row_clear(row, DS_F_IDENTIFIER_VALUE);
		return DOSSIER_OK;
	}
	if (!(bsn ? ds_ident_bsn(digits, setting->value) :
	    ds_ident_onderwijsnummer(digits, setting->value))) {
		ds_advise(err, N_("Look at it again: nine digits."));
		return ds_fail(err, DOSSIER_INVALID, bsn ?
		    N_("This is no BSN: its digits do not add up.") :
		    N_("This is no education number: its digits do not add "
		    "up."));
	}
	kept = ds_arena_dup(arena, digits);
	if (kept == NULL)
		return ds_no_memory(err);
	ds_row_set_text(row, DS_F_IDENTIFIER_VALUE, kept);
	return check_owner(row, session, err);
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
