/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Employers whose contacts somebody keeps. Where schools keep them, another
 * organisation that takes in the same firm is shown the one that is there,
 * and what the keeper wrote of it stays (Het Plein, Zutphen and Lochem).
 */
#include "flows/intake.h"

#include <string.h>

#include "base/text.h"

/* Does another organisation than the actor's keep the contact? */
static bool
is_kept(const struct ds_intake *in, const struct ds_row *firm)
{
	int64_t keeper = ds_row_int(firm, DS_F_PARTY_KEEPER);

	return keeper != 0 && keeper != in->session->actor_party &&
	    in->session->actor_party != 0;
}

/* Who keeps it, for people; "" when it is not to be told. In row_arena. */
static dossier_status
keeper_of(const char **out, struct ds_intake *in, const struct ds_row *firm,
    dossier_error *err)
{
	struct ds_row keeper;

	*out = "";
	if (ds_row_has(firm, DS_F_PARTY_SHARED) &&
	    ds_row_int(firm, DS_F_PARTY_SHARED) == 0)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&keeper, &in->row_arena, in->session->book,
	    DS_PARTY, ds_row_int(firm, DS_F_PARTY_KEEPER), err));
	*out = ds_party_label(&in->row_arena, &keeper);
	return *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

/* ---- the same code: what the keeper wrote stays ---- */

static bool
is_keepers(int field)
{
	return field == DS_F_PARTY_KEEPER || field == DS_F_PARTY_SHARED ||
	    field == DS_F_PARTY_FUNDING;
}

static dossier_status
leave_kept(struct ds_intake *in, const struct ds_line *line,
    struct ds_row *row, const struct ds_row *firm, dossier_error *err)
{
	const char *keeper;
	bool differs = false;
	int i;

	for (i = 0; i < DS_MAX_FIELDS; i++) {
		if (!row->value[i].known || (!firm->value[i].known &&
		    !is_keepers(i)))
			continue;
		differs |= !ds_datum_same(&row->value[i], &firm->value[i]);
		row->value[i] = firm->value[i];
	}
	if (!differs)
		return DOSSIER_OK;
	DS_TRY(keeper_of(&keeper, in, firm, err));
	return ds_intake_note(in, err, ds_tr(in->session->language,
	    N_("Row %ld: the contact with %s is kept by another organisation "
	    "(%s); what differs was left as it is.")), line->number,
	    ds_row_text(firm, DS_F_PARTY_CODE), *keeper != '\0' ? keeper :
	    "?");
}

/* ---- another code: the same name at the same postcode ---- */

static dossier_status
find_twin(int64_t *out, struct ds_intake *in, const struct ds_row *row,
    dossier_error *err)
{
	const char *name = ds_row_text(row, DS_F_PARTY_NAME), *other;
	struct ds_stmt *stmt;
	bool found;

	*out = 0;
	if (name == NULL || !ds_row_has(row, DS_F_PARTY_POSTCODE))
		return DOSSIER_OK;
	name = ds_text_fold(&in->row_arena, name);
	if (name == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_EMPLOYERS_AT, err));
	ds_bind_text(stmt, ":postcode", ds_row_text(row,
	    DS_F_PARTY_POSTCODE));
	while (*out == 0) {
		DS_TRY(ds_step(&found, stmt, err));
		if (!found)
			return DOSSIER_OK;
		other = ds_col_null(stmt, 2) ? "" :
		    ds_text_fold(&in->row_arena, ds_col_text(stmt, 2));
		if (other == NULL)
			return ds_no_memory(err);
		if (strcmp(other, name) == 0)
			*out = ds_col_int(stmt, 0);
	}
	ds_stmt_reset(stmt);
	return DOSSIER_OK;
}

static dossier_status
propose(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *firm, dossier_error *err)
{
	dossier_language lang = in->session->language;
	const char *code = ds_row_text(firm, DS_F_PARTY_CODE);
	const char *keeper, *reason;

	if (!is_kept(in, firm))
		return ds_intake_note(in, err, ds_tr(lang, N_("Row %ld: an "
		    "employer of this name and postcode is there already "
		    "(%s); it became one of its own.")), line->number, code);
	DS_TRY(keeper_of(&keeper, in, firm, err));
	reason = *keeper != '\0' ? ds_arena_printf(&in->arena, ds_tr(lang,
	    N_("this firm is there already under code %s, and its contact is "
	    "kept by %s; use that code, or give another firm a name of its "
	    "own")), code, keeper) : ds_arena_printf(&in->arena, ds_tr(lang,
	    N_("this firm is there already under code %s; use that code, or "
	    "give another firm a name of its own")), code);
	code = ds_arena_dup(&in->arena, code);
	return reason == NULL || code == NULL ? ds_no_memory(err) :
	    ds_intake_refuse(in, line, in->at[AT_CODE], reason, code, err);
}

dossier_status
ds_intake_firm(struct ds_intake *in, struct ds_line *line,
    struct ds_row *row, int64_t id, dossier_error *err)
{
	struct ds_row firm;

	if (strcmp(ds_row_text(row, DS_F_PARTY_KIND), "werkgever") != 0)
		return DOSSIER_OK;
	if (id == 0)
		DS_TRY(find_twin(&id, in, row, err));
	else
		row->id = id;
	if (id == 0)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&firm, &in->row_arena, in->session->book,
	    DS_PARTY, id, err));
	if (row->id == 0)
		return propose(in, line, &firm, err);
	return is_kept(in, &firm) ? leave_kept(in, line, row, &firm, err) :
	    DOSSIER_OK;
}
