/* SPDX-License-Identifier: EUPL-1.2 */
/* One line that records what happened or was agreed. */
#include "flows/follow.h"

#include <string.h>

#include "flows/input.h"
#include "flows/integral.h"
#include "flows/present.h"

static const int ref_field[] = { DS_F_YOUTH_REF, DS_NO_FIELD };
static const int moment_fields[] = { DS_F_MOMENT_KIND, DS_F_MOMENT_ON,
    DS_F_MOMENT_WITH, DS_F_MOMENT_REACHED, DS_F_MOMENT_TEXT,
    DS_F_MOMENT_OWNER, DS_NO_FIELD };
static const int meeting_fields[] = { DS_F_MEETING_KIND, DS_F_MEETING_ON,
    DS_F_MEETING_SCHOOL, DS_F_MEETING_PARTY, DS_NO_FIELD };
static const int agreement_fields[] = { DS_F_AGREEMENT_KIND,
    DS_F_AGREEMENT_TEXT, DS_F_AGREEMENT_OWNER, DS_F_AGREEMENT_PARTY,
    DS_F_AGREEMENT_ON, DS_F_AGREEMENT_DUE, DS_NO_FIELD };

static const int decision_fields[] = { DS_F_DECISION_SUBJECT,
    DS_F_DECISION_OUTCOME, DS_F_DECISION_BY, DS_F_DECISION_REASON,
    DS_F_DECISION_ON, DS_NO_FIELD };

/* ---- what all of them need ---- */

static dossier_status
not_for(const char *option, const char *what, dossier_error *err)
{
	return ds_fail(err, DOSSIER_USAGE,
	    N_("%s does not go with follow %s."), option, what);
}

static bool
is_intake(const dossier_follow_options *options)
{
	return strcmp(options->what, "intake") == 0;
}

/* What would be dropped in silence is refused. */
static dossier_status
check_options(const dossier_follow_options *o, bool meeting, bool agreement,
    dossier_error *err)
{
	const struct ds_code *code = ds_code_find(ds_codes_moment, o->what);
	bool moment = !meeting && !agreement && !is_intake(o);
	bool note = code != NULL && strcmp(code->slug, "notitie") == 0;

	if (is_intake(o) && o->with != NULL)
		return not_for("--with", o->what, err);
	if (!meeting && !agreement && o->kind != NULL)
		return not_for("--kind", o->what, err);
	if (!meeting && o->present != NULL)
		return not_for("--present", o->what, err);
	if (!agreement && ds_day_known(o->due))
		return not_for("--due", o->what, err);
	if ((!moment || note) && o->reached >= 0)
		return not_for("--reached", o->what, err);
	if (meeting && o->text != NULL)
		return not_for("--text", o->what, err);
	if ((meeting || is_intake(o)) && o->owner != NULL)
		return not_for("--owner", o->what, err);
	return DOSSIER_OK;
}

static dossier_status
set_text(struct ds_follow *follow, int field, const char *text,
    dossier_error *err)
{
	return ds_input_field(&follow->row, field, follow->arena, text,
	    follow->session->today, err);
}

dossier_status
ds_follow_set_day(struct ds_follow *follow, int field, dossier_day day,
    dossier_error *err)
{
	return ds_row_set_day(&follow->row, field, day, follow->arena) ?
	    DOSSIER_OK : ds_no_memory(err);
}

static dossier_status
set_owner(struct ds_follow *follow, int field, dossier_error *err)
{
	struct ds_row contact;
	const char *name;

	DS_TRY(ds_input_line(&name, follow->arena, follow->options->owner,
	    err));
	ds_row_set_int(&follow->row, field, follow->session->actor);
	if (name == NULL)
		return DOSSIER_OK;
	DS_TRY(ds_contact_find(&contact, follow->arena, follow->session,
	    name, err));
	ds_row_set_int(&follow->row, field, contact.id);
	return DOSSIER_OK;
}

dossier_status
ds_follow_set_party(struct ds_follow *follow, int field, dossier_error *err)
{
	struct ds_row party;
	const char *text;

	DS_TRY(ds_input_line(&text, follow->arena, follow->options->with,
	    err));
	if (text == NULL)
		return DOSSIER_OK;
	DS_TRY(ds_party_find(&party, follow->arena, follow->session, text,
	    err));
	ds_row_set_int(&follow->row, field, party.id);
	return DOSSIER_OK;
}

dossier_status
ds_follow_set_kind(struct ds_follow *follow, int field,
    const struct ds_code *list, dossier_error *err)
{
	const char *text = follow->options->kind;
	const struct ds_code *code;

	if (text == NULL || text[0] == '\0')
		return ds_fail(err, DOSSIER_USAGE, N_("Say which kind of "
		    "%s, with --kind."), follow->options->what);
	code = ds_code_find(list, text);
	if (code == NULL)
		return ds_input_no_code(list, text, err);
	ds_row_set_text(&follow->row, field, code->slug);
	return DOSSIER_OK;
}

/* ---- a call, letter, visit, note, application ---- */

static dossier_status
write_moment(struct ds_follow *follow, const struct ds_code *kind,
    dossier_error *err)
{
	const dossier_follow_options *options = follow->options;
	struct ds_row *row = &follow->row;

	ds_row_start(row, DS_MOMENT);
	ds_row_set_int(row, DS_F_MOMENT_YOUTH, follow->youth.id);
	ds_row_set_text(row, DS_F_MOMENT_KIND, kind->slug);
	DS_TRY(ds_follow_set_day(follow, DS_F_MOMENT_ON, follow->on, err));
	DS_TRY(set_text(follow, DS_F_MOMENT_WITH, options->with, err));
	DS_TRY(set_text(follow, DS_F_MOMENT_TEXT, options->text, err));
	if (strcmp(kind->slug, "notitie") == 0 &&
	    !ds_row_has(row, DS_F_MOMENT_TEXT))
		return ds_fail(err, DOSSIER_USAGE,
		    N_("Say what the note is, with --text."));
	DS_TRY(set_owner(follow, DS_F_MOMENT_OWNER, err));
	if (options->reached >= 0)
		ds_row_set_int(row, DS_F_MOMENT_REACHED, options->reached);
	return ds_book_add(follow->session->book, row, err);
}

/* ---- an agreement ---- */

/* To agree on the place where somebody goes is to place them. */
static dossier_status
may_agree(struct ds_follow *follow, dossier_error *err)
{
	const char *kind = follow->options->kind;
	const struct ds_code *code = kind == NULL ? NULL :
	    ds_code_find(ds_codes_agreement, kind);

	return code == NULL || strcmp(code->slug, "plek") != 0 ? DOSSIER_OK :
	    ds_session_may(follow->session, "place", err);
}

static dossier_status
write_agreement(struct ds_follow *follow, dossier_error *err)
{
	struct ds_row *row = &follow->row;
	const char *kind;

	DS_TRY(may_agree(follow, err));
	ds_row_start(row, DS_AGREEMENT);
	ds_row_set_int(row, DS_F_AGREEMENT_YOUTH, follow->youth.id);
	DS_TRY(ds_follow_set_kind(follow, DS_F_AGREEMENT_KIND,
	    ds_codes_agreement, err));
	DS_TRY(set_text(follow, DS_F_AGREEMENT_TEXT, follow->options->text,
	    err));
	kind = ds_row_text(row, DS_F_AGREEMENT_KIND);
	if (!ds_row_has(row, DS_F_AGREEMENT_TEXT) &&
	    strcmp(kind, "geen") != 0)
		return ds_fail(err, DOSSIER_USAGE,
		    N_("Say what was agreed, with --text."));
	if (ds_day_known(follow->options->due) &&
	    follow->options->due.number < follow->on.number)
		return ds_fail(err, DOSSIER_INVALID, N_("The day on which it "
		    "must be done lies before the day on which it was "
		    "agreed."));
	DS_TRY(set_owner(follow, DS_F_AGREEMENT_OWNER, err));
	DS_TRY(ds_follow_set_party(follow, DS_F_AGREEMENT_PARTY, err));
	DS_TRY(ds_follow_set_day(follow, DS_F_AGREEMENT_ON, follow->on, err));
	DS_TRY(ds_follow_set_day(follow, DS_F_AGREEMENT_DUE,
	    follow->options->due, err));
	return ds_book_add(follow->session->book, row, err);
}

/* ---- the answer ---- */

static dossier_status
put_answer(struct ds_follow *follow, dossier_document *doc, dossier_error *err)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	const struct ds_record *record = ds_record(follow->row.kind);
	const int *fields = moment_fields;
	const char *present = NULL;
	struct ds_view view;

	if (record->kind == DS_MEETING)
		fields = meeting_fields;
	else if (record->kind == DS_AGREEMENT)
		fields = agreement_fields;
	else if (record->kind == DS_DECISION)
		fields = decision_fields;
	DS_TRY(ds_session_view(&view, follow->session, follow->arena, 0,
	    DS_FOR_WORK, err));
	DS_TRY(ds_present_lines(doc, &view, map, &follow->youth, ref_field,
	    err));
	ds_put_text(doc, map, "record", record->table);
	DS_TRY(ds_present_lines(doc, &view, map, &follow->row, fields, err));
	if (record->kind == DS_MEETING)
		DS_TRY(ds_present_attendance(&present, doc, &view, map,
		    follow->row.id, err));
	if (present != NULL)
		ds_field_line(doc, ds_tr(doc->language, N_("Present")),
		    present);
	if (follow->known)
		ds_paragraph(doc, "%s", ds_tr(doc->language, N_("This "
		    "meeting stood there already; the youth and who was "
		    "present were added to it.")));
	return ds_document_check(doc, err);
}

/* ---- the whole ---- */

static dossier_status
write(struct ds_follow *follow, dossier_error *err)
{
	const char *what = follow->options->what;
	const struct ds_code *moment = ds_code_find(ds_codes_moment, what);

	if (strcmp(what, "meeting") == 0)
		return ds_follow_meeting(follow, err);
	if (strcmp(what, "agreement") == 0)
		return write_agreement(follow, err);
	if (is_intake(follow->options))
		return ds_integral_close(&follow->row, follow->session,
		    follow->arena, &follow->youth, follow->on,
		    follow->options->text, err);
	if (moment != NULL)
		return write_moment(follow, moment, err);
	ds_advise(err, N_("Choose one of: %s"),
	    "call, letter, visit, note, application, intake, meeting, "
	    "agreement");
	return ds_fail(err, DOSSIER_USAGE,
	    N_("%s is nothing that can be recorded."), what);
}

static dossier_status
check(struct ds_follow *follow, const char *ref, dossier_error *err)
{
	const dossier_follow_options *options = follow->options;
	dossier_session *session = follow->session;

	DS_TRY(check_options(options, strcmp(options->what, "meeting") == 0,
	    strcmp(options->what, "agreement") == 0, err));
	follow->on = ds_day_known(options->on) ? options->on : session->today;
	if (follow->on.number > session->today.number) {
		ds_advise(err, N_("Record it when it has happened; what is "
		    "still to be done is an agreement with --due."));
		return ds_fail(err, DOSSIER_INVALID,
		    N_("That day lies in the future."));
	}
	return ds_youth_find(&follow->youth, follow->arena, session, ref,
	    true, err);
}

static dossier_status
run(struct ds_follow *follow, dossier_document **doc, const char *ref,
    dossier_error *err)
{
	dossier_session *session = follow->session;
	dossier_status status;

	DS_TRY(check(follow, ref, err));
	DS_TRY(ds_session_begin(session, ds_row_text(&follow->youth,
	    DS_F_YOUTH_REF), NULL, err));
	status = write(follow, err);
	if (status == DOSSIER_OK)
		status = ds_session_document(doc, session, N_("Recorded"),
		    err);
	if (status == DOSSIER_OK)
		status = put_answer(follow, *doc, err);
	if (status == DOSSIER_OK)
		return ds_tx_commit(session->store, err);
	ds_tx_rollback(session->store);
	return status;
}

dossier_status
dossier_follow(dossier_document **out, dossier_session *session,
    const char *ref, const dossier_follow_options *options,
    dossier_error *err)
{
	struct ds_arena arena = {0};
	struct ds_follow follow = { .session = session, .arena = &arena,
	    .options = options };
	dossier_document *doc = NULL;
	dossier_status status;

	*out = NULL;
	status = run(&follow, &doc, ref, err);
	if (status == DOSSIER_OK)
		*out = doc;
	else
		dossier_document_free(doc);
	ds_arena_free(&arena);
	return status;
}
