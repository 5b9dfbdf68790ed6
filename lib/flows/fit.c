/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/fit.h"

#include <string.h>

#include "base/ident.h"

/* ---- whom it is about, and where ---- */

dossier_status
ds_fit_party(enum ds_kind kind, const struct ds_row *party,
    dossier_error *err)
{
	const char *is = ds_row_text(party, DS_F_PARTY_KIND);
	const char *code = ds_row_text(party, DS_F_PARTY_CODE);

	if (kind == DS_ENROLMENT && strcmp(is, "school") != 0)
		return ds_fail(err, DOSSIER_INVALID, N_("%s is no school."),
		    code);
	if (kind == DS_RESIDENCE && strcmp(is, "gemeente") != 0)
		return ds_fail(err, DOSSIER_INVALID,
		    N_("%s is no municipality."), code);
	return DOSSIER_OK;
}

static dossier_status
fit_where(const struct ds_row *row, int field, struct ds_arena *arena,
    dossier_session *session, dossier_error *err)
{
	struct ds_row party;

	DS_TRY(ds_book_read(&party, arena, session->book, DS_PARTY,
	    ds_row_int(row, field), err));
	return ds_fit_party(row->kind, &party, err);
}

dossier_status
ds_fit_name(const struct ds_row *before, const struct ds_row *after,
    dossier_error *err)
{
	if (ds_row_has(after, DS_F_YOUTH_GIVEN_NAME) ||
	    ds_row_has(after, DS_F_YOUTH_FAMILY_NAME) ||
	    !(ds_row_has(before, DS_F_YOUTH_GIVEN_NAME) ||
	    ds_row_has(before, DS_F_YOUTH_FAMILY_NAME)))
		return DOSSIER_OK;
	ds_advise(err, N_("Give the right name at once: --set "
	    "family_name=NAME"));
	return ds_fail(err, DOSSIER_INVALID, N_("Then the dossier would have "
	    "no name; a first name or a family name must stay."));
}

/* ---- numbers ---- */

/* Two dossiers with one number are most often two of the same youth. */
static dossier_status
check_owner(const struct ds_row *row, dossier_session *session,
    dossier_error *err)
{
	struct ds_stmt *stmt;
	int64_t owner;

	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_YOUTH_BY_IDENTIFIER,
	    err));
	ds_bind_text(stmt, ":value", ds_row_text(row,
	    DS_F_IDENTIFIER_VALUE));
	ds_bind_text(stmt, ":kind", ds_row_text(row, DS_F_IDENTIFIER_KIND));
	DS_TRY(ds_first_int(&owner, stmt, err));
	if (owner == 0 || owner == ds_row_int(row, DS_F_IDENTIFIER_YOUTH))
		return DOSSIER_OK;
	ds_advise(err, N_("Look at the number again; if it is right, this "
	    "youth has two dossiers."));
	return ds_fail(err, DOSSIER_CONFLICT,
	    N_("Another dossier has this number already."));
}

static dossier_status
fit_number(struct ds_row *row, struct ds_arena *arena,
    dossier_session *session, dossier_error *err)
{
	const char *kind = ds_row_text(row, DS_F_IDENTIFIER_KIND);
	const char *text = ds_row_text(row, DS_F_IDENTIFIER_VALUE), *kept;
	bool bsn = strcmp(kind, "bsn") == 0;
	char digits[10];

	if (!bsn && strcmp(kind, "onderwijsnummer") != 0)
		return check_owner(row, session, err);
	if (!(bsn ? ds_ident_bsn(digits, text) :
	    ds_ident_onderwijsnummer(digits, text))) {
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

/* ---- life domains ---- */

/* Of the home pack, else of the first that has one of that name. */
static dossier_status
find_set(const struct ds_domain_set **out, dossier_session *session,
    const char *name, dossier_error *err)
{
	const struct ds_pack *pack;
	struct ds_library *library;
	const char *why;
	size_t i;

	DS_TRY(ds_session_library(&library, session, err));
	DS_TRY(ds_library_pack(&pack, library, NULL, session->today, &why,
	    err));
	*out = ds_pack_domain_set(pack, name);
	for (i = 0; *out == NULL && i < ds_library_count(library); i++) {
		DS_TRY(ds_library_at(&pack, library, i, err));
		*out = ds_pack_domain_set(pack, name);
	}
	return DOSSIER_OK;
}

static dossier_status
fit_score(const struct ds_row *row, const struct ds_domain_set *set,
    dossier_error *err)
{
	int64_t score = ds_row_int(row, DS_F_DOMAIN_SCORE);
	int64_t last = set->low + (int64_t)set->step_count - 1;

	if (!ds_row_has(row, DS_F_DOMAIN_SCORE) || set->step_count == 0 ||
	    (score >= set->low && score <= last))
		return DOSSIER_OK;
	ds_advise(err, N_("The scale of %s goes from %d to %d."), set->label,
	    set->low, (int)last);
	return ds_fail(err, DOSSIER_INVALID,
	    N_("The score %lld is not on the scale."), (long long)score);
}

static dossier_status
fit_domain(struct ds_row *row, dossier_session *session, dossier_error *err)
{
	const char *name = ds_row_text(row, DS_F_DOMAIN_SET);
	const char *id = ds_row_text(row, DS_F_DOMAIN_DOMAIN);
	const struct ds_domain_set *set;
	const struct ds_domain *domain;

	DS_TRY(find_set(&set, session, name, err));
	if (set == NULL) {
		ds_advise(err, N_("Use the name of a set in an installed "
		    "pack, such as zrm-2017."));
		return ds_fail(err, DOSSIER_INVALID, N_("No pack knows the "
		    "set of life domains %s."), name);
	}
	domain = ds_domain_named(set, id);
	if (domain == NULL) {
		ds_advise(err, N_("Use a word of that set, such as %s."),
		    set->domains[0].id);
		return ds_fail(err, DOSSIER_INVALID, N_("The set %s has no "
		    "life domain %s."), set->label, id);
	}
	ds_row_set_text(row, DS_F_DOMAIN_CLASS, domain->class);
	return fit_score(row, set, err);
}

/* ---- grounds ---- */

static dossier_status
fit_ground(const struct ds_row *row, struct ds_arena *arena,
    dossier_session *session, const struct ds_row *youth,
    dossier_error *err)
{
	struct ds_view view;

	DS_TRY(ds_session_view(&view, session, arena, 0, DS_FOR_WORK, err));
	if (ds_ground_judge(view.allow.policy, row, youth, NULL, false,
	    ds_row_day(row, DS_F_GROUND_FROM)) != DS_GROUND_WRONG_GIVER)
		return DOSSIER_OK;
	ds_advise(err, N_("Look at who gave it, at its first day and at the "
	    "day of birth."));
	return ds_fail(err, DOSSIER_INVALID, N_("On that day this was for "
	    "another to give."));
}

/* ---- who changes it ---- */

dossier_status
ds_fit_seen(struct ds_view *view, const struct ds_row *before,
    const struct ds_row *after, dossier_error *err)
{
	const struct ds_record *record = ds_record(after->kind);
	dossier_language lang = err != NULL ? err->language :
	    DOSSIER_ENGLISH;
	const char *why;
	int i;

	for (i = 0; i < record->count; i++) {
		if (strcmp(record->fields[i].name, "youth") == 0 ||
		    ds_datum_same(&before->value[i], &after->value[i]))
			continue;
		DS_TRY(ds_view_judge(&why, view, after, i, err));
		if (why == NULL)
			continue;
		ds_advise(err, N_("Leave it to somebody who may see it."));
		return ds_fail(err, DOSSIER_FORBIDDEN, N_("%s is not for you "
		    "to see, so it is not for you to change."),
		    ds_tr(lang, record->fields[i].label));
	}
	return DOSSIER_OK;
}

/* ---- the whole ---- */

dossier_status
ds_fit_record(struct ds_row *row, struct ds_arena *arena,
    dossier_session *session, const struct ds_row *youth, dossier_error *err)
{
	switch (row->kind) {
	case DS_IDENTIFIER:
		return fit_number(row, arena, session, err);
	case DS_ENROLMENT:
		return fit_where(row, DS_F_ENROLMENT_SCHOOL, arena, session,
		    err);
	case DS_RESIDENCE:
		return fit_where(row, DS_F_RESIDENCE_MUNICIPALITY, arena,
		    session, err);
	case DS_LIFE_DOMAIN:
		return fit_domain(row, session, err);
	case DS_GROUND:
		return fit_ground(row, arena, session, youth, err);
	default:
		return DOSSIER_OK;
	}
}
