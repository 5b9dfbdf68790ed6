/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Handing a case over: prepared, sent, accepted or declined. The lead moves
 * when the other side accepts, never before.
 */
#include "flows/handover.h"

#include <string.h>

#include "flows/input.h"
#include "flows/state.h"

#define FILES 3			/* that go to the recipient */

/* ---- what was asked ---- */

static dossier_status
needs(const char *text, const char *option, dossier_error *err)
{
	if (text != NULL)
		return DOSSIER_OK;
	return ds_fail(err, DOSSIER_USAGE, N_("%s is missing."), option);
}

static dossier_status
check_options(struct ds_handover *handover, dossier_handover_verb verb,
    dossier_error *err)
{
	DS_TRY(needs(handover->options->to, "--to", err));
	if (verb < DOSSIER_ACCEPT)
		return DOSSIER_OK;
	DS_TRY(needs(handover->said_by, "--said-by", err));
	DS_TRY(needs(handover->channel, "--channel", err));
	if (verb == DOSSIER_DECLINE)
		DS_TRY(needs(handover->reason, "--reason", err));
	return DOSSIER_OK;
}

static dossier_status
read_options(struct ds_handover *handover, dossier_error *err)
{
	const dossier_handover_options *options = handover->options;
	struct ds_arena *arena = handover->arena;

	DS_TRY(ds_input_line(&handover->said_by, arena, options->said_by,
	    err));
	DS_TRY(ds_input_line(&handover->channel, arena, options->channel,
	    err));
	DS_TRY(ds_input_line(&handover->reason, arena, options->reason, err));
	return ds_input_line(&handover->ground, arena, options->ground, err);
}

/* ---- what stands in the store ---- */

/* Who holds the case now; before any lead it is the school. */
static dossier_status
find_sender(struct ds_handover *handover, dossier_error *err)
{
	dossier_session *session = handover->session;
	int64_t party = handover->ready.school;

	DS_TRY(ds_state_list(&handover->leads, &handover->lead_count,
	    handover->arena, session->book, DS_LEAD, handover->youth.id,
	    err));
	handover->lead = ds_state_near(handover->leads, handover->lead_count,
	    session->today);
	if (handover->lead != NULL)
		party = ds_row_int(handover->lead, DS_F_LEAD_PARTY);
	if (party == 0)
		party = session->actor_party;
	if (party == 0) {
		ds_advise(err, N_("Record a school first, with: dossier "
		    "edit REF --set school=CODE"));
		return ds_fail(err, DOSSIER_INVALID, N_("Nobody holds this "
		    "case, so nobody can hand it over."));
	}
	return ds_book_read(&handover->sender, handover->arena,
	    session->book, DS_PARTY, party, err);
}

/* The newest handover of this youth to this recipient. */
static dossier_status
find_handover(struct ds_handover *handover, dossier_error *err)
{
	struct ds_row *rows;
	size_t count, i;

	DS_TRY(ds_state_list(&rows, &count, handover->arena,
	    handover->session->book, DS_HANDOVER, handover->youth.id, err));
	for (i = 0; i < count; i++)
		if (ds_row_int(&rows[i], DS_F_HANDOVER_RECIPIENT) ==
		    handover->recipient.id)
			handover->before = rows[i];
	handover->after = handover->before;
	return DOSSIER_OK;
}

static const char *
state_of(const struct ds_handover *handover)
{
	return handover->before.kind == 0 ? "" :
	    ds_row_text(&handover->before, DS_F_HANDOVER_STATE);
}

static bool
is(const struct ds_handover *handover, const char *state)
{
	return strcmp(state_of(handover), state) == 0;
}

/* ---- which step may follow ---- */

static dossier_status
out_of_step(struct ds_handover *handover, const char *message,
    const char *advice, dossier_error *err)
{
	dossier_day on = ds_row_day(&handover->before, DS_F_HANDOVER_ON);
	char day[DS_DAY_TEXT];

	ds_advise(err, advice, ds_row_text(&handover->youth, DS_F_YOUTH_REF),
	    ds_row_text(&handover->recipient, DS_F_PARTY_CODE));
	return ds_fail(err, DOSSIER_CONFLICT, message, ds_day_text(on,
	    err != NULL ? err->language : DOSSIER_ENGLISH, day));
}

static bool
leads_already(const struct ds_handover *handover)
{
	dossier_day from = ds_row_day(&handover->before,
	    DS_F_HANDOVER_AGREED_FROM);

	return handover->sender.id == handover->recipient.id ||
	    (is(handover, "accepted") && ds_day_known(from) &&
	    from.number > handover->session->today.number);
}

static const char *
no_answer_to(const struct ds_handover *handover)
{
	if (is(handover, "accepted"))
		return N_("The answer is already recorded: accepted, on %s.");
	if (is(handover, "declined"))
		return N_("The answer is already recorded: declined, on %s.");
	return N_("It has not been sent yet, so there is no answer to it.");
}

static dossier_status
check_step(struct ds_handover *handover, dossier_handover_verb verb,
    dossier_error *err)
{
	if (verb >= DOSSIER_ACCEPT && !is(handover, "sent"))
		return out_of_step(handover, no_answer_to(handover),
		    N_("See where it stands with: dossier show %s"), err);
	if (verb >= DOSSIER_ACCEPT)
		return DOSSIER_OK;
	if (is(handover, "sent"))
		return out_of_step(handover, N_("It was sent already, on "
		    "%s."), N_("Record the answer with: dossier handover "
		    "accept %s --to %s, or decline."), err);
	if (leads_already(handover))
		return ds_fail(err, DOSSIER_CONFLICT, N_("%s leads in this "
		    "case already, or will."), ds_party_label(
		    handover->arena, &handover->recipient));
	if (verb == DOSSIER_SEND && !is(handover, "prepared"))
		return out_of_step(handover, is(handover, "declined") ?
		    N_("It was declined on %s and must be prepared again.") :
		    N_("It has not been prepared yet."),
		    N_("Prepare it with: dossier handover prepare %s --to "
		    "%s"), err);
	return DOSSIER_OK;
}

/* ---- writing a step ---- */

static dossier_status
write_handover(struct ds_handover *handover, const char *state,
    dossier_error *err)
{
	struct ds_row *row = &handover->after;

	ds_row_set_text(row, DS_F_HANDOVER_STATE, state);
	if (!ds_row_set_day(row, DS_F_HANDOVER_ON, handover->session->today,
	    handover->arena))
		return ds_no_memory(err);
	if (row->id == 0)
		return ds_book_add(handover->session->book, row, err);
	return ds_book_change(NULL, handover->session->book,
	    &handover->before, row, handover->reason, err);
}

/* A declined one stays as it is; the next try is a new record. */
static dossier_status
prepare(struct ds_handover *handover, dossier_error *err)
{
	struct ds_row *row = &handover->after;

	if (!is(handover, "prepared"))
		ds_row_start(row, DS_HANDOVER);
	ds_row_set_int(row, DS_F_HANDOVER_YOUTH, handover->youth.id);
	ds_row_set_int(row, DS_F_HANDOVER_SENDER, handover->sender.id);
	ds_row_set_int(row, DS_F_HANDOVER_RECIPIENT, handover->recipient.id);
	return write_handover(handover, "prepared", err);
}

static void
put_parcel(struct ds_handover *handover, const struct ds_parcel *parcel)
{
	dossier_document *doc = handover->doc;
	struct ds_value *list;
	size_t i;

	ds_put_text(doc, handover->map, "ground", handover->ground);
	ds_put_text(doc, handover->map, "digest", parcel->digest);
	list = ds_put_list(doc, handover->map, "files");
	for (i = 0; i < FILES; i++)
		ds_put_text(doc, list, NULL, parcel->path[i]);
	ds_present_things(doc, ds_tr(doc->language, N_("Written, for you to "
	    "send by secure mail:")), parcel->path, FILES);
	if (parcel->count == FILES)
		return;
	ds_put_text(doc, handover->map, "copy", parcel->path[FILES]);
	ds_present_things(doc, ds_tr(doc->language, N_("The copy for the "
	    "learner, to give and not to send along:")),
	    &parcel->path[FILES], 1);
}

/* What it would hold, without writing it anywhere. */
static dossier_status
tell_prepared(struct ds_handover *handover, dossier_error *err)
{
	dossier_document *doc;
	struct ds_view view;

	DS_TRY(ds_handover_draw(&doc, handover, &view, true, err));
	dossier_document_free(doc);
	ds_handover_put_ready(handover, handover->doc, handover->map);
	return ds_handover_tell(handover, err);
}

static dossier_status
send(struct ds_handover *handover, struct ds_parcel *parcel,
    dossier_error *err)
{
	DS_TRY(ds_handover_check_role(handover->session, err));
	if (handover->options->copy) {
		DS_TRY(ds_handover_check_copy(handover, err));
		if (!ds_row_set_day(&handover->after, DS_F_HANDOVER_COPY,
		    handover->session->today, handover->arena))
			return ds_no_memory(err);
	}
	DS_TRY(write_handover(handover, "sent", err));
	ds_handover_put_ready(handover, handover->doc, handover->map);
	DS_TRY(ds_handover_pack(parcel, handover, err));
	DS_TRY(ds_handover_tell(handover, err));
	put_parcel(handover, parcel);
	return DOSSIER_OK;
}

static dossier_status
decline(struct ds_handover *handover, dossier_error *err)
{
	ds_row_set_text(&handover->after, DS_F_HANDOVER_SAID_BY,
	    handover->said_by);
	ds_row_set_text(&handover->after, DS_F_HANDOVER_CHANNEL,
	    handover->channel);
	ds_row_set_text(&handover->after, DS_F_HANDOVER_REASON,
	    handover->reason);
	DS_TRY(write_handover(handover, "declined", err));
	ds_paragraph(handover->doc, ds_tr(handover->doc->language,
	    N_("The lead stays with %s.")), ds_party_label(handover->arena,
	    &handover->sender));
	return DOSSIER_OK;
}

/* ---- the answer ---- */

static dossier_status
open_answer(struct ds_handover *handover, dossier_error *err)
{
	const char *ref = ds_row_text(&handover->youth, DS_F_YOUTH_REF);
	dossier_document *doc;

	DS_TRY(ds_session_document(&handover->doc, handover->session,
	    N_("Handover"), err));
	doc = handover->doc;
	handover->map = ds_put_map(doc, doc->data, NULL);
	ds_put_text(doc, handover->map, "ref", ref);
	ds_field_line(doc, ds_tr(doc->language, N_("Ref")), ref);
	ds_put_text(doc, handover->map, "from", ds_row_text(
	    &handover->sender, DS_F_PARTY_CODE));
	ds_field_line(doc, ds_tr(doc->language, N_("From")),
	    ds_party_label(handover->arena, &handover->sender));
	ds_put_text(doc, handover->map, "to", ds_row_text(
	    &handover->recipient, DS_F_PARTY_CODE));
	ds_field_line(doc, ds_tr(doc->language, N_("To")),
	    ds_party_label(handover->arena, &handover->recipient));
	return DOSSIER_OK;
}

static void
put_state(struct ds_handover *handover, const char *state)
{
	dossier_document *doc = handover->doc;

	ds_put_text(doc, handover->map, "state", state);
	ds_put_day(doc, handover->map, "on", handover->session->today);
	ds_field_line(doc, ds_tr(doc->language, N_("State")),
	    ds_code_label(ds_codes_handover, state, doc->language));
}

static dossier_status
take_step(struct ds_handover *handover, dossier_handover_verb verb,
    struct ds_parcel *parcel, dossier_error *err)
{
	static const char *const states[] = { "prepared", "sent", "accepted",
		"declined" };

	DS_TRY(open_answer(handover, err));
	put_state(handover, states[verb]);
	switch (verb) {
	case DOSSIER_PREPARE:
		DS_TRY(prepare(handover, err));
		DS_TRY(tell_prepared(handover, err));
		break;
	case DOSSIER_SEND:
		DS_TRY(send(handover, parcel, err));
		break;
	case DOSSIER_ACCEPT:
		DS_TRY(ds_handover_accept(handover, err));
		DS_TRY(write_handover(handover, "accepted", err));
		break;
	case DOSSIER_DECLINE:
		DS_TRY(decline(handover, err));
		break;
	}
	return ds_document_check(handover->doc, err);
}

/* ---- the whole ---- */

static dossier_status
read_all(struct ds_handover *handover, dossier_handover_verb verb,
    dossier_error *err)
{
	DS_TRY(ds_handover_ready(handover, err));
	DS_TRY(ds_handover_opp(handover, err));
	DS_TRY(find_sender(handover, err));
	DS_TRY(find_handover(handover, err));
	return check_step(handover, verb, err);
}

static dossier_status
run(struct ds_handover *handover, dossier_handover_verb verb,
    const char *ref, dossier_error *err)
{
	dossier_session *session = handover->session;
	struct ds_parcel parcel = { .written = 0 };
	dossier_status status;

	DS_TRY(ds_session_may(session, "handover", err));
	DS_TRY(read_options(handover, err));
	DS_TRY(check_options(handover, verb, err));
	DS_TRY(ds_youth_find(&handover->youth, handover->arena, session, ref,
	    true, err));
	DS_TRY(ds_party_find(&handover->recipient, handover->arena, session,
	    handover->options->to, err));
	DS_TRY(ds_session_begin(session, ds_row_text(&handover->youth,
	    DS_F_YOUTH_REF), handover->reason, err));
	status = read_all(handover, verb, err);
	if (status == DOSSIER_OK)
		status = take_step(handover, verb, &parcel, err);
	if (status == DOSSIER_OK)
		status = ds_tx_commit(session->store, err);
	if (status != DOSSIER_OK) {
		ds_handover_unpack(&parcel);
		ds_tx_rollback(session->store);
	}
	return status;
}

dossier_status
dossier_handover(dossier_document **out, dossier_session *session,
    dossier_handover_verb verb, const char *ref,
    const dossier_handover_options *options, dossier_error *err)
{
	struct ds_arena arena = {0};
	struct ds_handover handover = { .session = session, .arena = &arena,
	    .options = options };
	dossier_status status;

	*out = NULL;
	status = run(&handover, verb, ref, err);
	if (status == DOSSIER_OK)
		*out = handover.doc;
	else
		dossier_document_free(handover.doc);
	ds_arena_free(&arena);
	return status;
}
