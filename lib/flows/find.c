/* SPDX-License-Identifier: EUPL-1.2 */
/* How people name youths, organisations and each other. */
#include "flows/session.h"

#include <string.h>

#include "base/ident.h"
#include "base/text.h"

static dossier_status
no_youth(const char *ref, dossier_error *err)
{
	ds_advise(err, N_("Look it up by name with: dossier show"));
	return ds_fail(err, DOSSIER_NOT_FOUND,
	    N_("There is no dossier with ref %s."), ref);
}

/* Who asks for a ref that went into another dossier gets that one. */
static dossier_status
note_merged(dossier_session *session, const char *ref,
    const struct ds_row *found, dossier_error *err)
{
	session->notice = ds_arena_printf(&session->arena, ds_tr(
	    err != NULL ? err->language : session->language,
	    N_("%s went into dossier %s; that one is used.")), ref,
	    ds_row_text(found, DS_F_YOUTH_REF));
	return session->notice == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

static dossier_status
by_merged_ref(struct ds_row *out, struct ds_arena *arena,
    dossier_session *session, const char *ref, dossier_error *err)
{
	struct ds_stmt *stmt;
	int64_t id;

	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_YOUTH_BY_MERGED_REF,
	    err));
	ds_bind_text(stmt, ":ref", ref);
	DS_TRY(ds_first_int(&id, stmt, err));
	if (id == 0)
		return no_youth(ref, err);
	DS_TRY(ds_book_read(out, arena, session->book, DS_YOUTH, id, err));
	return note_merged(session, ref, out, err);
}

static dossier_status
by_ref(struct ds_row *out, struct ds_arena *arena, dossier_session *session,
    const char *ref, dossier_error *err)
{
	struct ds_stmt *stmt;
	int64_t id;

	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_YOUTH_BY_REF, err));
	ds_bind_text(stmt, ":ref", ref);
	DS_TRY(ds_first_int(&id, stmt, err));
	if (id == 0)
		return by_merged_ref(out, arena, session, ref, err);
	return ds_book_read(out, arena, session->book, DS_YOUTH, id, err);
}

/* Upper case, and the letters that are read as digits as such. */
static void
as_ref(char *out, size_t size, const char *text)
{
	size_t i;

	for (i = 0; i + 1 < size && text[i] != '\0'; i++) {
		out[i] = text[i];
		if (out[i] >= 'a' && out[i] <= 'z')
			out[i] = (char)(out[i] - 'a' + 'A');
		if (out[i] == 'I' || out[i] == 'L')
			out[i] = '1';
		if (out[i] == 'O')
			out[i] = '0';
	}
	out[i] = '\0';
}

static dossier_status
by_prefix(struct ds_row *out, struct ds_arena *arena,
    dossier_session *session, const char *text, dossier_error *err)
{
	char prefix[DS_REF_SIZE];
	struct ds_stmt *stmt;
	int64_t id, count = 0;
	bool row = true, own = true;

	as_ref(prefix, sizeof prefix, text);
	if (prefix[0] == '\0')
		return no_youth(text, err);
	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_YOUTHS_BY_PREFIX, err));
	ds_bind_text(stmt, ":prefix", prefix);
	for (id = 0;; count++) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			break;
		id = ds_col_int(stmt, 0);
		own = ds_col_int(stmt, 1) != 0;
	}
	if (count == 0)
		return no_youth(text, err);
	if (count > 1) {
		ds_advise(err, N_("Give more of its characters."));
		return ds_fail(err, DOSSIER_AMBIGUOUS,
		    N_("More than one ref begins with %s."), text);
	}
	DS_TRY(ds_book_read(out, arena, session->book, DS_YOUTH, id, err));
	return own ? DOSSIER_OK : note_merged(session, prefix, out, err);
}

dossier_status
ds_youth_find(struct ds_row *out, struct ds_arena *arena,
    dossier_session *session, const char *ref, bool whole,
    dossier_error *err)
{
	char checked[DS_REF_SIZE];

	if (ref[0] == '\0')
		return ds_fail(err, DOSSIER_USAGE,
		    N_("Give the ref of a dossier."));
	if (strlen(ref) >= DS_REF_SIZE)
		return no_youth(ref, err);
	if (ds_ref_check(checked, ref))
		return by_ref(out, arena, session, checked, err);
	if (!whole && strlen(ref) < DS_REF_SIZE - 1)
		return by_prefix(out, arena, session, ref, err);
	ds_advise(err, N_("To change a dossier its whole ref is needed, nine "
	    "characters, without a slip."));
	return ds_fail(err, DOSSIER_INVALID,
	    N_("%s is not a whole and right ref."), ref);
}

/* ---- names that were nearly right ---- */

static dossier_status
nearest_of(const char **out, struct ds_arena *arena, struct ds_stmt *stmt,
    const char *text, dossier_error *err)
{
	const char *candidate, *best[2] = { NULL, NULL };
	bool row;

	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			break;
		candidate = ds_col_text(stmt, 1);
		if (ds_text_nearest(text, &candidate, 1) == NULL)
			continue;
		best[1] = ds_arena_dup(arena, candidate);
		if (best[1] == NULL)
			return ds_no_memory(err);
		if (best[0] == NULL)
			best[0] = best[1];
		best[0] = ds_text_nearest(text, best, 2);
	}
	*out = best[0];
	return DOSSIER_OK;
}

/* Advise the name of the list that is nearest to what was typed. */
static dossier_status
advise_nearest(dossier_session *session, enum ds_sql names, const char *text,
    dossier_error *err)
{
	struct ds_arena arena = {0};
	const char *near = NULL;
	dossier_status status;
	struct ds_stmt *stmt;

	status = ds_sql(&stmt, session->store, names, err);
	if (status == DOSSIER_OK) {
		status = nearest_of(&near, &arena, stmt, text, err);
		ds_stmt_reset(stmt);
	}
	if (near != NULL)
		ds_advise(err, N_("Did you mean %s?"), near);
	ds_arena_free(&arena);
	return status;
}

/* ---- organisations ---- */

static dossier_status
party_by_name(int64_t *out, dossier_session *session, const char *text,
    dossier_error *err)
{
	struct ds_arena arena = {0};
	const char *wanted = ds_text_fold(&arena, text), *name;
	dossier_status status = DOSSIER_OK;
	struct ds_stmt *stmt;
	bool row = true;
	int count = 0;

	*out = 0;
	if (wanted == NULL)
		return ds_no_memory(err);
	status = ds_sql(&stmt, session->store, DS_SQL_PARTIES_BY_NAME, err);
	while (status == DOSSIER_OK) {
		status = ds_step(&row, stmt, err);
		if (status != DOSSIER_OK || !row)
			break;
		name = ds_text_fold(&arena, ds_col_text(stmt, 1));
		if (name != NULL && strcmp(name, wanted) == 0) {
			*out = ds_col_int(stmt, 0);
			count++;
		}
	}
	ds_arena_free(&arena);
	if (status != DOSSIER_OK || count <= 1)
		return status;
	ds_advise(err, N_("Use the code instead of the name."));
	return ds_fail(err, DOSSIER_AMBIGUOUS,
	    N_("More than one organisation is called %s."), text);
}

static dossier_status
party_by_code(int64_t *out, dossier_session *session, const char *code,
    dossier_error *err)
{
	struct ds_stmt *stmt;

	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_PARTY_BY_CODE, err));
	ds_bind_text(stmt, ":code", code);
	return ds_first_int(out, stmt, err);
}

dossier_status
ds_party_find(struct ds_row *out, struct ds_arena *arena,
    dossier_session *session, const char *text, dossier_error *err)
{
	char code[8];
	int64_t id;

	DS_TRY(party_by_code(&id, session, text, err));
	if (id == 0 && ds_ident_brin(code, text))
		DS_TRY(party_by_code(&id, session, code, err));
	if (id == 0 && ds_ident_municipality(code, text))
		DS_TRY(party_by_code(&id, session, code, err));
	if (id == 0)
		DS_TRY(party_by_name(&id, session, text, err));
	if (id == 0) {
		DS_TRY(advise_nearest(session, DS_SQL_PARTIES_BY_NAME, text,
		    err));
		ds_advise(err, N_("Use its code (BRIN, municipality code) or "
		    "its full name, or add it with: dossier intake"));
		return ds_fail(err, DOSSIER_NOT_FOUND,
		    N_("There is no organisation %s in the store."), text);
	}
	return ds_book_read(out, arena, session->book, DS_PARTY, id, err);
}

const char *
ds_party_label(struct ds_arena *arena, const struct ds_row *row)
{
	const char *name = ds_row_text(row, DS_F_PARTY_NAME);
	const char *code = ds_row_text(row, DS_F_PARTY_CODE);
	const char *label;

	if (name == NULL)
		return code;
	label = ds_arena_printf(arena, "%s (%s)", name, code);
	return label != NULL ? label : code;
}

/* ---- people ---- */

dossier_status
ds_contact_find(struct ds_row *out, struct ds_arena *arena,
    dossier_session *session, const char *name, dossier_error *err)
{
	struct ds_stmt *stmt;
	int64_t id = 0, count;
	bool row;

	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_CONTACTS_BY_NAME, err));
	ds_bind_text(stmt, ":name", name);
	for (count = 0;; count++) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			break;
		id = ds_col_int(stmt, 0);
	}
	if (count > 1)
		return ds_fail(err, DOSSIER_AMBIGUOUS,
		    N_("More than one contact is called %s."), name);
	if (count == 0) {
		DS_TRY(advise_nearest(session, DS_SQL_CONTACT_NAMES, name,
		    err));
		ds_advise(err, N_("Add the contact first, with a file of "
		    "contacts: dossier intake"));
		return ds_fail(err, DOSSIER_NOT_FOUND,
		    N_("There is no contact %s in the store."), name);
	}
	return ds_book_read(out, arena, session->book, DS_CONTACT, id, err);
}

static const char *
keep(struct ds_arena *arena, const char *text)
{
	return text == NULL ? NULL : ds_arena_dup(arena, text);
}

dossier_status
ds_person_at(struct ds_person *out, struct ds_arena *arena,
    dossier_session *session, int64_t party, int64_t contact, int64_t about,
    dossier_day day, dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	memset(out, 0, sizeof *out);
	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_PERSONS_AT, err));
	ds_bind_int(stmt, ":party", party);
	ds_bind_int(stmt, ":contact", contact);
	ds_bind_int(stmt, ":about", about);
	ds_bind_day(stmt, ":day", day);
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return DOSSIER_OK;
	out->contact = ds_col_int(stmt, 0);
	out->name = keep(arena, ds_col_text(stmt, 1));
	out->phone = keep(arena, ds_col_text(stmt, 2));
	out->email = keep(arena, ds_col_text(stmt, 3));
	out->stand_in = ds_col_int(stmt, 4) != 0;
	ds_stmt_reset(stmt);
	return DOSSIER_OK;
}
