/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/fit.h"

#include <string.h>

#include "base/ident.h"
#include "flows/state.h"

/* ---- what all of it needs ---- */

dossier_status
ds_fit_say(struct ds_misfit *out, int field, const char *reason,
    const char *example, dossier_error *err)
{
	if (reason == NULL)
		return ds_no_memory(err);
	out->field = field;
	out->status = DOSSIER_INVALID;
	out->reason = reason;
	out->example = example;
	return DOSSIER_OK;
}

dossier_status
ds_fit_rows(struct ds_row **out, size_t *count, enum ds_kind kind,
    const struct ds_fitting *with, dossier_error *err)
{
	if (with->list != NULL)
		return with->list(out, count, kind, with->payload, err);
	return ds_state_list(out, count, with->arena, with->session->book,
	    kind, with->owner, err);
}

/* ---- where it is ---- */

/* One that is only known by its code is of the kind that its column is. */
static dossier_status
fit_where(struct ds_misfit *out, const struct ds_row *row, int field,
    const struct ds_fitting *with, dossier_error *err)
{
	bool school = row->kind == DS_ENROLMENT;
	struct ds_row party;

	if (ds_row_int(row, field) == 0)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&party, with->arena, with->session->book,
	    DS_PARTY, ds_row_int(row, field), err));
	if (strcmp(ds_row_text(&party, DS_F_PARTY_KIND), school ? "school" :
	    "gemeente") == 0)
		return DOSSIER_OK;
	return ds_fit_say(out, field, ds_arena_printf(with->arena,
	    ds_tr(with->language, school ? N_("%s is no school") :
	    N_("%s is no municipality")),
	    ds_row_text(&party, DS_F_PARTY_CODE)), NULL, err);
}

/* ---- numbers ---- */

/* Two dossiers with one number are most often two of the same youth. */
static dossier_status
check_owner(struct ds_misfit *out, const struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err)
{
	struct ds_stmt *stmt;
	int64_t owner;

	DS_TRY(ds_sql(&stmt, with->session->store,
	    DS_SQL_YOUTH_BY_IDENTIFIER, err));
	ds_bind_text(stmt, ":value", ds_row_text(row,
	    DS_F_IDENTIFIER_VALUE));
	ds_bind_text(stmt, ":kind", ds_row_text(row, DS_F_IDENTIFIER_KIND));
	DS_TRY(ds_first_int(&owner, stmt, err));
	if (owner == 0 || owner == ds_row_int(row, DS_F_IDENTIFIER_YOUTH))
		return DOSSIER_OK;
	DS_TRY(ds_fit_say(out, DS_F_IDENTIFIER_VALUE, ds_tr(with->language,
	    N_("another dossier has this number already; if it is right, "
	    "this youth has two dossiers")), NULL, err));
	out->status = DOSSIER_CONFLICT;
	return DOSSIER_OK;
}

static dossier_status
fit_number(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err)
{
	const char *kind = ds_row_text(row, DS_F_IDENTIFIER_KIND);
	const char *text = ds_row_text(row, DS_F_IDENTIFIER_VALUE), *kept;
	bool bsn = strcmp(kind, "bsn") == 0;
	char digits[10];

	if (!bsn && strcmp(kind, "onderwijsnummer") != 0)
		return check_owner(out, row, with, err);
	if (!(bsn ? ds_ident_bsn(digits, text) :
	    ds_ident_onderwijsnummer(digits, text)))
		return ds_fit_say(out, DS_F_IDENTIFIER_VALUE,
		    ds_tr(with->language, bsn ?
		    N_("this is no BSN: its digits do not add up") :
		    N_("this is no education number: its digits do not add "
		    "up")), NULL, err);
	kept = ds_arena_dup(with->arena, digits);
	if (kept == NULL)
		return ds_no_memory(err);
	ds_row_set_text(row, DS_F_IDENTIFIER_VALUE, kept);
	return check_owner(out, row, with, err);
}

/* ---- what is said, and when ---- */

/* A contact needs no content; a note is nothing else. */
static dossier_status
fit_moment(struct ds_misfit *out, const struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err)
{
	if (strcmp(ds_row_text(row, DS_F_MOMENT_KIND), "notitie") != 0 ||
	    ds_row_has(row, DS_F_MOMENT_TEXT))
		return DOSSIER_OK;
	return ds_fit_say(out, DS_F_MOMENT_TEXT, ds_tr(with->language,
	    N_("a note without a text says nothing")), NULL, err);
}

/* What is the learner's own is not for a school to write. */
static dossier_status
fit_statement(struct ds_misfit *out, const struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err)
{
	const char *slug = ds_row_text(row, DS_F_STATEMENT_SECTION);
	enum ds_section section = ds_section_named(slug);

	if ((section != DS_SECTION_STORY && section != DS_SECTION_VIEWPOINT) ||
	    strcmp(ds_row_text(row, DS_F_STATEMENT_VOICE), "school") != 0)
		return DOSSIER_OK;
	return ds_fit_say(out, DS_F_STATEMENT_VOICE,
	    ds_arena_printf(with->arena, ds_tr(with->language,
	    N_("the section %s is for the learner's own words; what the "
	    "school says belongs in another section")), slug),
	    "houding, ondersteuning", err);
}

/* Days that stand in an order, besides the first and last of a record. */
static dossier_status
fit_days(struct ds_misfit *out, const struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err)
{
	static const struct {
		enum ds_kind kind;
		int first, last;
	} days[] = {
		{ DS_AGREEMENT, DS_F_AGREEMENT_ON, DS_F_AGREEMENT_DUE },
		{ DS_DECISION, DS_F_DECISION_ON, DS_F_DECISION_UNTIL },
		{ DS_QUALIFICATION, DS_F_QUALIFICATION_ON,
		    DS_F_QUALIFICATION_UNTIL },
		{ DS_WAGE_VALUE, DS_F_WAGE_MEASURED_ON,
		    DS_F_WAGE_VALID_UNTIL },
		{ DS_ASSESSMENT, DS_F_ASSESSMENT_ON, DS_F_ASSESSMENT_UNTIL },
	};
	size_t i;

	for (i = 0; i < sizeof days / sizeof days[0]; i++)
		if (days[i].kind == row->kind &&
		    ds_row_has(row, days[i].first) &&
		    ds_row_has(row, days[i].last) &&
		    ds_row_day(row, days[i].last).number <
		    ds_row_day(row, days[i].first).number)
			return ds_fit_say(out, days[i].last,
			    ds_tr(with->language, N_("the last day lies "
			    "before the first")), NULL, err);
	return DOSSIER_OK;
}

/* ---- who writes it ---- */

const char *
ds_fit_act(const struct ds_row *row)
{
	switch (row->kind) {
	case DS_MOMENT:
		return NULL;
	case DS_AGREEMENT:
		/* To agree on where somebody goes is to place them. */
		return ds_row_has(row, DS_F_AGREEMENT_KIND) &&
		    strcmp(ds_row_text(row, DS_F_AGREEMENT_KIND), "plek") ==
		    0 ? "place" : NULL;
	case DS_PLACEMENT:
		return "place";
	case DS_DECISION:
		return "decide";
	case DS_HANDOVER:
		return "handover";
	default:
		return "edit";
	}
}

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

/* ---- the whole ---- */

dossier_status
ds_fit_record(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err)
{
	*out = (struct ds_misfit){ .field = -1 };
	DS_TRY(fit_days(out, row, with, err));
	if (out->field >= 0)
		return DOSSIER_OK;
	switch (row->kind) {
	case DS_IDENTIFIER:
		return fit_number(out, row, with, err);
	case DS_ENROLMENT:
		return fit_where(out, row, DS_F_ENROLMENT_SCHOOL, with, err);
	case DS_RESIDENCE:
		return fit_where(out, row, DS_F_RESIDENCE_MUNICIPALITY, with,
		    err);
	case DS_MOMENT:
		return fit_moment(out, row, with, err);
	case DS_STATEMENT:
		return fit_statement(out, row, with, err);
	case DS_LIFE_DOMAIN:
		return ds_fit_domain(out, row, with, err);
	case DS_WAGE_VALUE:
		return ds_fit_wage_value(out, row, with, err);
	case DS_REGISTER:
		return ds_fit_register(out, row, with, err);
	case DS_ANSWER:
		return ds_fit_answer(out, row, with, err);
	case DS_GROUND:
		return ds_fit_ground(out, row, with, err);
	default:
		return DOSSIER_OK;
	}
}

dossier_status
ds_fit_refuse(const struct ds_misfit *misfit, const struct ds_row *row,
    dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	dossier_language lang = err != NULL ? err->language :
	    DOSSIER_ENGLISH;

	if (misfit->field < 0)
		return DOSSIER_OK;
	if (misfit->example != NULL)
		ds_advise(err, N_("Right is, for example: %s"),
		    misfit->example);
	return ds_fail(err, misfit->status, N_("%s, %s: %s."),
	    ds_tr(lang, record->label),
	    ds_tr(lang, record->fields[misfit->field].label),
	    misfit->reason);
}

dossier_status
ds_fit_check(struct ds_row *row, struct ds_arena *arena,
    dossier_session *session, int64_t owner, dossier_error *err)
{
	const struct ds_fitting with = {
		.session = session, .arena = arena, .owner = owner,
		.language = err != NULL ? err->language : DOSSIER_ENGLISH,
		.day = session->today
	};
	struct ds_misfit misfit;

	DS_TRY(ds_fit_record(&misfit, row, &with, err));
	return ds_fit_refuse(&misfit, row, err);
}
