/* SPDX-License-Identifier: EUPL-1.2 */
/* One line that records what happened or was agreed. */
#include "flows/follow.h"

#include <string.h>

#include "flows/fit.h"
#include "flows/input.h"
#include "flows/integral.h"

static const int ref_field[] = { DS_F_YOUTH_REF, DS_NO_FIELD };
static const int moment_fields[] = { DS_F_MOMENT_KIND, DS_F_MOMENT_ON,
    DS_F_MOMENT_WITH, DS_F_MOMENT_REACHED, DS_F_MOMENT_TEXT,
    DS_F_MOMENT_OWNER, DS_NO_FIELD };
static const int meeting_fields[] = { DS_F_MEETING_KIND, DS_F_MEETING_ON,
    DS_F_MEETING_SCHOOL, DS_F_MEETING_PARTY, DS_NO_FIELD };
static const int agreement_fields[] = { DS_F_AGREEMENT_KIND,
    DS_F_AGREEMENT_TEXT, DS_F_AGREEMENT_OWNER, DS_F_AGREEMENT_PARTY,
    DS_F_AGREEMENT_ON, DS_F_AGREEMENT_DUE, DS_NO_FIELD };
static const int statement_fields[] = { DS_F_STATEMENT_SECTION,
    DS_F_STATEMENT_VOICE, DS_F_STATEMENT_TEXT, DS_F_STATEMENT_AUTHOR,
    DS_F_STATEMENT_ON, DS_NO_FIELD };
static const int decision_fields[] = { DS_F_DECISION_SUBJECT,
    DS_F_DECISION_OUTCOME, DS_F_DECISION_BY, DS_F_DECISION_REASON,
    DS_F_DECISION_ON, DS_F_DECISION_UNTIL, DS_NO_FIELD };
static const int process_fields[] = { DS_F_PROCESS_CREBO, DS_F_PROCESS_CODE,
    DS_F_PROCESS_TITLE, DS_F_PROCESS_VERSION, DS_F_PROCESS_COMPANY,
    DS_F_PROCESS_FROM, DS_F_PROCESS_UNTIL, DS_F_PROCESS_ASSESSOR,
    DS_F_PROCESS_SIGNED, DS_NO_FIELD };
static const int ground_fields[] = { DS_F_GROUND_KIND, DS_F_GROUND_SECTIONS,
    DS_F_GROUND_RECIPIENT, DS_F_GROUND_PURPOSE, DS_F_GROUND_GIVEN_BY,
    DS_F_GROUND_GIVER, DS_F_GROUND_EVIDENCE, DS_F_GROUND_FROM,
    DS_F_GROUND_UNTIL, DS_NO_FIELD };
static const int end_fields[] = { DS_F_GROUND_RECIPIENT, DS_NO_FIELD };

/* ---- what all of them need ---- */

dossier_status
ds_follow_set_text(struct ds_follow *follow, int field, const char *text,
    dossier_error *err)
{
	return ds_input_field(&follow->row, field, follow->arena, text,
	    follow->session->today, err);
}

dossier_status
ds_follow_need(struct ds_follow *follow, int field, const char *text,
    const char *option, dossier_error *err)
{
	const struct ds_field *f = &ds_record(follow->row.kind)->fields[field];

	DS_TRY(ds_follow_set_text(follow, field, text, err));
	if (ds_row_has(&follow->row, field))
		return DOSSIER_OK;
	return ds_fail(err, DOSSIER_USAGE, N_("%s is missing: give it with "
	    "%s."), ds_tr(err != NULL ? err->language : DOSSIER_ENGLISH,
	    f->label), option);
}

dossier_status
ds_follow_set_span(struct ds_follow *follow, int from, int until,
    dossier_error *err)
{
	const dossier_follow_options *o = follow->options;

	if (o->from != NULL)
		DS_TRY(ds_follow_set_day(follow, from, *o->from, err));
	if (o->until != NULL)
		DS_TRY(ds_follow_set_day(follow, until, *o->until, err));
	if (o->until == NULL || !ds_row_has(&follow->row, from) ||
	    o->until->number >= ds_row_day(&follow->row, from).number)
		return DOSSIER_OK;
	return ds_fail(err, DOSSIER_INVALID, N_("The last day lies before "
	    "the first."));
}

dossier_status
ds_follow_set_day(struct ds_follow *follow, int field, dossier_day day,
    dossier_error *err)
{
	return ds_row_set_day(&follow->row, field, day, follow->arena) ?
	    DOSSIER_OK : ds_no_memory(err);
}

dossier_status
ds_follow_add(struct ds_follow *follow, dossier_error *err)
{
	DS_TRY(ds_fit_check(&follow->row, follow->arena, follow->session,
	    follow->youth.id, err));
	return ds_book_add(follow->session->book, &follow->row, err);
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
write_moment(struct ds_follow *follow, dossier_error *err)
{
	const dossier_follow_options *options = follow->options;
	const struct ds_code *kind = ds_code_find(ds_codes_moment,
	    options->what);
	struct ds_row *row = &follow->row;

	ds_row_start(row, DS_MOMENT);
	ds_row_set_int(row, DS_F_MOMENT_YOUTH, follow->youth.id);
	ds_row_set_text(row, DS_F_MOMENT_KIND, kind->slug);
	DS_TRY(ds_follow_set_day(follow, DS_F_MOMENT_ON, follow->on, err));
	DS_TRY(ds_follow_set_text(follow, DS_F_MOMENT_WITH, options->with, err));
	DS_TRY(ds_follow_set_text(follow, DS_F_MOMENT_TEXT, options->text, err));
	if (strcmp(kind->slug, "notitie") == 0 &&
	    !ds_row_has(row, DS_F_MOMENT_TEXT))
		return ds_fail(err, DOSSIER_USAGE,
		    N_("Say what the note is, with --text."));
	DS_TRY(set_owner(follow, DS_F_MOMENT_OWNER, err));
	if (options->reached >= 0)
		ds_row_set_int(row, DS_F_MOMENT_REACHED, options->reached);
	return ds_follow_add(follow, err);
}

/* ---- an agreement ---- */

static dossier_status
write_agreement(struct ds_follow *follow, dossier_error *err)
{
	struct ds_row *row = &follow->row;
	const char *kind;

	ds_row_start(row, DS_AGREEMENT);
	ds_row_set_int(row, DS_F_AGREEMENT_YOUTH, follow->youth.id);
	DS_TRY(ds_follow_set_kind(follow, DS_F_AGREEMENT_KIND,
	    ds_codes_agreement, err));
	DS_TRY(ds_follow_set_text(follow, DS_F_AGREEMENT_TEXT,
	    follow->options->text, err));
	kind = ds_row_text(row, DS_F_AGREEMENT_KIND);
	if (ds_fit_act(row) != NULL)
		DS_TRY(ds_session_may(follow->session, ds_fit_act(row),
		    err));
	if (!ds_row_has(row, DS_F_AGREEMENT_TEXT) &&
	    strcmp(kind, "geen") != 0)
		return ds_fail(err, DOSSIER_USAGE,
		    N_("Say what was agreed, with --text."));
	DS_TRY(set_owner(follow, DS_F_AGREEMENT_OWNER, err));
	DS_TRY(ds_follow_set_party(follow, DS_F_AGREEMENT_PARTY, err));
	DS_TRY(ds_follow_set_day(follow, DS_F_AGREEMENT_ON, follow->on, err));
	DS_TRY(ds_follow_set_day(follow, DS_F_AGREEMENT_DUE,
	    follow->options->due, err));
	return ds_follow_add(follow, err);
}

/* The integral intake is closed when no life domain is open any more. */
static dossier_status
write_integral(struct ds_follow *follow, dossier_error *err)
{
	return ds_integral_close(&follow->row, follow->session,
	    follow->arena, &follow->youth, follow->on, follow->options->text,
	    err);
}

/* ---- what can be recorded ---- */

enum {				/* options, a bit each */
	WITH = 1 << 0, TEXT = 1 << 1, OWNER = 1 << 2, KIND = 1 << 3,
	PRESENT = 1 << 4, DUE = 1 << 5, REACHED = 1 << 6, SECTIONS = 1 << 7,
	VOICE = 1 << 8, NAME = 1 << 9, REASON = 1 << 10, TO = 1 << 11,
	GIVEN_BY = 1 << 12, PURPOSE = 1 << 13, EVIDENCE = 1 << 14,
	PROCESS = 1 << 15, FILE_VERSION = 1 << 16, FROM = 1 << 17,
	UNTIL = 1 << 18
};

typedef dossier_status (*write_verb)(struct ds_follow *follow,
    dossier_error *err);
typedef dossier_status (*say_verb)(struct ds_follow *follow,
    dossier_document *doc, struct ds_view *view, struct ds_value *map,
    dossier_error *err);

struct verb {
	const char *name;	/* NULL: any other kind of moment */
	unsigned takes;
	const char *act;	/* what a role may forbid, or NULL */
	write_verb write;
	const int *fields;	/* of the answer */
	say_verb say;		/* and more of it, or NULL */
};

static dossier_status
say_meeting(struct ds_follow *follow, dossier_document *doc,
    struct ds_view *view, struct ds_value *map, dossier_error *err)
{
	const char *present;

	DS_TRY(ds_present_attendance(&present, doc, view, map,
	    follow->row.id, err));
	if (present != NULL)
		ds_field_line(doc, ds_tr(doc->language, N_("Present")),
		    present);
	if (follow->known)
		ds_paragraph(doc, "%s", ds_tr(doc->language, N_("This "
		    "meeting stood there already; the youth and who was "
		    "present were added to it.")));
	return DOSSIER_OK;
}

static const struct verb verbs[] = {
	{ "note", WITH | TEXT | OWNER, NULL, write_moment,
	    moment_fields, NULL },
	{ "intake", TEXT, NULL, write_integral, decision_fields, NULL },
	{ "meeting", WITH | KIND | PRESENT, NULL, ds_follow_meeting,
	    meeting_fields, say_meeting },
	{ "agreement", WITH | TEXT | OWNER | KIND | DUE, NULL,
	    write_agreement, agreement_fields, NULL },
	{ "statement", TEXT | SECTIONS | VOICE | NAME, "edit",
	    ds_follow_statement, statement_fields, NULL },
	{ "decision", TEXT | KIND | NAME | REASON | UNTIL, "decide",
	    ds_follow_decision, decision_fields, ds_follow_say_decision },
	{ "sign-off", WITH | TEXT | NAME | PROCESS | FILE_VERSION |
	    FROM | UNTIL, "edit", ds_follow_sign_off, process_fields, NULL },
	{ "consent", KIND | SECTIONS | NAME | TO | GIVEN_BY | PURPOSE |
	    EVIDENCE | FROM | UNTIL, "edit", ds_follow_consent,
	    ground_fields, ds_follow_say_consent },
	{ "withdraw", KIND | SECTIONS | TO | REASON, "edit",
	    ds_follow_withdraw, end_fields, ds_follow_say_withdraw },
	{ NULL, WITH | TEXT | OWNER | REACHED, NULL, write_moment,
	    moment_fields, NULL }
};

static dossier_status
find_verb(const struct verb **out, const char *what, dossier_error *err)
{
	const struct verb *verb = verbs;

	while (verb->name != NULL && strcmp(verb->name, what) != 0)
		verb++;
	*out = verb;
	if (verb->name != NULL || ds_code_find(ds_codes_moment, what) != NULL)
		return DOSSIER_OK;
	ds_advise(err, N_("Choose one of: %s"), "call, letter, visit, note, "
	    "application, intake, meeting, agreement, statement, decision, "
	    "sign-off, consent, withdraw");
	return ds_fail(err, DOSSIER_USAGE,
	    N_("%s is nothing that can be recorded."), what);
}

/* What would be dropped in silence is refused. */
static dossier_status
check_options(const struct verb *verb, const dossier_follow_options *o,
    dossier_error *err)
{
	const struct { unsigned bit; const char *option; bool given; }
	given[] = {
		{ WITH, "--with", o->with != NULL },
		{ TEXT, "--text", o->text != NULL },
		{ OWNER, "--owner", o->owner != NULL },
		{ KIND, "--kind", o->kind != NULL },
		{ PRESENT, "--present", o->present != NULL },
		{ DUE, "--due", ds_day_known(o->due) },
		{ REACHED, "--reached", o->reached >= 0 },
		{ SECTIONS, "--sections", o->sections != NULL },
		{ VOICE, "--voice", o->voice != NULL },
		{ NAME, "--name", o->name != NULL },
		{ REASON, "--reason", o->reason != NULL },
		{ TO, "--to", o->to != NULL },
		{ GIVEN_BY, "--given-by", o->given_by != NULL },
		{ PURPOSE, "--purpose", o->purpose != NULL },
		{ EVIDENCE, "--evidence", o->evidence != NULL },
		{ PROCESS, "--process", o->process != NULL },
		{ FILE_VERSION, "--file-version", o->file_version != NULL },
		{ FROM, "--from", o->from != NULL },
		{ UNTIL, "--until", o->until != NULL }
	};
	size_t i;

	for (i = 0; i < sizeof given / sizeof given[0]; i++)
		if (given[i].given && (verb->takes & given[i].bit) == 0)
			return ds_fail(err, DOSSIER_USAGE, N_("%s does not "
			    "go with follow %s."), given[i].option, o->what);
	return DOSSIER_OK;
}

/* ---- the answer ---- */

/* What is recorded in a closed dossier stands there, and opens nothing. */
static dossier_status
say_closed(struct ds_follow *follow, dossier_document *doc,
    struct ds_view *view, struct ds_value *map, dossier_error *err)
{
	dossier_day closed = ds_row_day(&follow->youth,
	    DS_F_YOUTH_CLOSED_ON);
	char day[DS_DAY_TEXT];
	const char *why;

	if (!ds_day_known(closed) || closed.number > follow->on.number)
		return DOSSIER_OK;
	DS_TRY(ds_view_judge(&why, view, &follow->youth,
	    DS_F_YOUTH_CLOSED_ON, err));
	if (why != NULL)
		return DOSSIER_OK;
	ds_put_day(doc, map, "closed_on", closed);
	ds_paragraph(doc, ds_tr(doc->language, N_("This dossier was closed "
	    "on %s. Open it again with: dossier edit %s --set closed_on= "
	    "--reason TEXT")), ds_day_text(closed, doc->language, day),
	    ds_row_text(&follow->youth, DS_F_YOUTH_REF));
	return DOSSIER_OK;
}

static dossier_status
put_answer(struct ds_follow *follow, const struct verb *verb,
    dossier_document *doc, dossier_error *err)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	struct ds_view view;

	DS_TRY(ds_session_view(&view, follow->session, follow->arena, 0,
	    DS_FOR_WORK, err));
	DS_TRY(ds_present_lines(doc, &view, map, &follow->youth, ref_field,
	    err));
	ds_put_text(doc, map, "record", ds_record(follow->row.kind)->table);
	DS_TRY(ds_present_lines(doc, &view, map, &follow->row, verb->fields,
	    err));
	if (verb->say != NULL)
		DS_TRY(verb->say(follow, doc, &view, map, err));
	DS_TRY(say_closed(follow, doc, &view, map, err));
	return ds_document_check(doc, err);
}

/* ---- the whole ---- */

static dossier_status
check(struct ds_follow *follow, const struct verb **verb, const char *ref,
    dossier_error *err)
{
	const dossier_follow_options *options = follow->options;
	dossier_session *session = follow->session;

	DS_TRY(find_verb(verb, options->what, err));
	DS_TRY(check_options(*verb, options, err));
	DS_TRY(ds_input_line(&follow->reason, follow->arena, options->reason,
	    err));
	if ((*verb)->act != NULL)
		DS_TRY(ds_session_may(session, (*verb)->act, err));
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
	const struct verb *verb;
	dossier_status status;

	DS_TRY(check(follow, &verb, ref, err));
	DS_TRY(ds_session_begin(session, ds_row_text(&follow->youth,
	    DS_F_YOUTH_REF), follow->reason, err));
	status = verb->write(follow, err);
	if (status == DOSSIER_OK)
		status = ds_session_document(doc, session, N_("Recorded"),
		    err);
	if (status == DOSSIER_OK)
		status = put_answer(follow, verb, *doc, err);
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
