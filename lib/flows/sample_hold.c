/* SPDX-License-Identifier: EUPL-1.2 */
/* Who holds the case: leads, handovers, and the days without a name. */
#include "flows/sample_parts.h"

#include <string.h>

#include "base/digest.h"

/* How it goes with the handover of one youth. */
enum course {
	NOT_BEGUN, PREPARED, SENT, DECLINED, ACCEPTED,
	LATER,			/* accepted, with days of nobody between */
	DROPPED			/* the school let go and nobody took over */
};

struct recipient {
	int64_t party, contact;
};

/* The social service keeps what it knows; UWV takes its own. */
static struct recipient
some_recipient(struct ds_sample *s, const struct ds_sample_youth *y)
{
	unsigned at = ds_sample_random(s, 100);

	if (at < 12 || strcmp(y->destination, "uwv-route") == 0)
		return (struct recipient){ s->uwv, s->expert };
	if (at < 40)
		return (struct recipient){ s->service,
		    y->school->consultants[0] };
	return (struct recipient){ s->towns[y->town],
	    s->town_contacts[y->town] };
}

static enum course
some_course(struct ds_sample *s, const struct ds_sample_youth *y)
{
	static const unsigned char left[] = { 12, 0, 2, 3, 71, 6, 6 };
	static const unsigned char leaving[] = { 52, 13, 11, 5, 15, 3, 1 };
	static const unsigned char later[] = { 94, 4, 0, 0, 2, 0, 0 };
	const unsigned char *shares = ds_day_known(y->left) ? left :
	    y->phase == DS_LEAVES_LATER ? later : leaving;
	unsigned at = ds_sample_random(s, 100);
	int course = NOT_BEGUN;

	if (y->shown)
		return NOT_BEGUN;
	while (course < DROPPED && at >= shares[course])
		at -= shares[course++];
	return (enum course)course;
}

/* ---- records ---- */

static dossier_status
put_lead(struct ds_sample *s, const struct ds_sample_youth *y,
    int64_t party, int64_t contact, struct ds_span span, dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_LEAD);
	ds_row_set_int(&row, DS_F_LEAD_YOUTH, y->id);
	ds_row_set_int(&row, DS_F_LEAD_PARTY, party);
	ds_row_set_int(&row, DS_F_LEAD_CONTACT, contact);
	ds_sample_day(s, &row, DS_F_LEAD_FROM, span.from);
	ds_sample_day(s, &row, DS_F_LEAD_UNTIL, span.until);
	return ds_sample_add(s, &row, err);
}

static dossier_status
put_handover(struct ds_sample *s, const struct ds_sample_youth *y,
    const struct recipient *to, enum course course, dossier_day on,
    dossier_day from, dossier_error *err)
{
	static const char *const states[] = { [PREPARED] = "prepared",
	    [SENT] = "sent", [DECLINED] = "declined",
	    [ACCEPTED] = "accepted", [LATER] = "accepted" };
	static const char *const channels[] = { "telefoon", "overleg",
	    "mail" };
	struct ds_row row;

	ds_row_start(&row, DS_HANDOVER);
	ds_row_set_int(&row, DS_F_HANDOVER_YOUTH, y->id);
	ds_row_set_int(&row, DS_F_HANDOVER_SENDER, y->school->party);
	ds_row_set_int(&row, DS_F_HANDOVER_RECIPIENT, to->party);
	ds_row_set_text(&row, DS_F_HANDOVER_STATE, states[course]);
	ds_sample_day(s, &row, DS_F_HANDOVER_ON, on);
	if (course >= DECLINED) {
		ds_row_set_text(&row, DS_F_HANDOVER_SAID_BY,
		    "de contactpersoon");
		ds_row_set_text(&row, DS_F_HANDOVER_CHANNEL,
		    channels[ds_sample_random(s, 3)]);
	}
	if (course == DECLINED)
		ds_row_set_text(&row, DS_F_HANDOVER_REASON,
		    "Woont volgens de basisregistratie niet meer hier");
	if (course > DECLINED) {
		ds_sample_day(s, &row, DS_F_HANDOVER_AGREED_FROM, from);
		ds_row_set_int(&row, DS_F_HANDOVER_CONTACT, to->contact);
	}
	return ds_sample_add(s, &row, err);
}

/* What was sent has left; the digest is that of a text as fictional. */
static dossier_status
put_delivery(struct ds_sample *s, const struct ds_sample_youth *y,
    const struct recipient *to, dossier_day on, dossier_error *err)
{
	const char *kind = y->school->data->kind;
	unsigned char digest[DS_DIGEST_SIZE];
	char hex[2 * DS_DIGEST_SIZE + 1];
	struct ds_row row;

	ds_digest_of(digest, y->ref, strlen(y->ref));
	ds_row_start(&row, DS_DELIVERY);
	ds_row_set_int(&row, DS_F_DELIVERY_YOUTH, y->id);
	ds_row_set_int(&row, DS_F_DELIVERY_PARTY, to->party);
	ds_sample_day(s, &row, DS_F_DELIVERY_ON, on);
	ds_row_set_text(&row, DS_F_DELIVERY_GROUND,
	    strcmp(kind, "vso") == 0 ? "WEC artikel 44a" :
	    strcmp(kind, "entree") == 0 ? "WEB artikel 9.2.13" :
	    "WVO 2020 artikel 2.31b");
	ds_row_set_text(&row, DS_F_DELIVERY_FIELDS, "youth.ref "
	    "youth.given_name youth.prefix youth.family_name "
	    "youth.birth_date enrolment.expected_exit");
	ds_row_set_text(&row, DS_F_DELIVERY_DIGEST, ds_hex(hex, digest,
	    sizeof digest));
	return ds_sample_add(s, &row, err);
}

/* ---- days ---- */

/* On a working day at most `before` days before the exit, and not ahead. */
static dossier_day
step_day(struct ds_sample *s, const struct ds_sample_youth *y, int before)
{
	dossier_day on = ds_day_add(y->exit, -before);

	if (!ds_sample_past(s, on))
		on = ds_day_add(s->today, -2 - (int)ds_sample_random(s, 20));
	on = ds_sample_workday(on);
	return on.number < y->opened.number ? y->opened : on;
}

/* The first day of the new lead: at the exit, or some weeks before it. */
static dossier_day
start_day(struct ds_sample *s, const struct ds_sample_youth *y,
    dossier_day accepted)
{
	dossier_day from = ds_day_add(y->exit, ds_sample_chance(s, 60) ? 1 :
	    -28);

	return from.number <= accepted.number ? ds_day_add(accepted, 3) :
	    from;
}

/* ---- courses ---- */

static dossier_status
hold_at_school(struct ds_sample *s, const struct ds_sample_youth *y,
    dossier_day until, dossier_error *err)
{
	return put_lead(s, y, y->school->party, y->mentor,
	    (struct ds_span){ y->opened, until }, err);
}

/* The school lets go at the holidays, the next begins when all are back. */
static dossier_status
hand_on(struct ds_sample *s, const struct ds_sample_youth *y,
    const struct recipient *to, enum course course, dossier_error *err)
{
	dossier_day accepted = step_day(s, y, 45);
	dossier_day from = start_day(s, y, accepted), last;

	if (course == LATER)
		from = ds_day_add(ds_day_add(y->exit, 14), 62);
	last = course == LATER ? ds_day_add(y->exit, 14) :
	    ds_day_add(from, -1);
	if (last.number < y->opened.number)
		last = y->opened;
	if (from.number <= last.number)
		from = ds_day_add(last, 1);
	DS_TRY(hold_at_school(s, y, last, err));
	DS_TRY(put_lead(s, y, to->party, to->contact,
	    (struct ds_span){ from, y->closed }, err));
	DS_TRY(put_delivery(s, y, to, step_day(s, y, 80), err));
	return put_handover(s, y, to, course, accepted, from, err);
}

static dossier_status
let_go(struct ds_sample *s, const struct ds_sample_youth *y,
    dossier_error *err)
{
	dossier_day last = ds_day_known(y->left) ? y->left :
	    ds_day_add(s->today, -9 - (int)ds_sample_random(s, 20));

	if (last.number < y->opened.number)
		last = y->opened;
	return hold_at_school(s, y, last, err);
}

/* Against what the rules say, by a person with a name and a reason. */
static dossier_status
put_decision(struct ds_sample *s, const struct ds_sample_youth *y,
    dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_DECISION);
	ds_row_set_int(&row, DS_F_DECISION_YOUTH, y->id);
	ds_row_set_text(&row, DS_F_DECISION_SUBJECT, "route");
	ds_row_set_text(&row, DS_F_DECISION_OUTCOME, "werkervaringsplek");
	ds_row_set_text(&row, DS_F_DECISION_BY, "Tineke Faber");
	ds_row_set_text(&row, DS_F_DECISION_REASON, "Eerst een half jaar "
	    "wennen; daarna opnieuw meten");
	ds_sample_day(s, &row, DS_F_DECISION_ON, step_day(s, y, 60));
	ds_sample_day(s, &row, DS_F_DECISION_UNTIL, ds_day_add(y->exit,
	    180));
	return ds_sample_add(s, &row, err);
}

static dossier_status
take_course(struct ds_sample *s, const struct ds_sample_youth *y,
    enum course course, dossier_error *err)
{
	struct recipient to = some_recipient(s, y);

	switch (course) {
	case ACCEPTED:
	case LATER:
		return hand_on(s, y, &to, course, err);
	case DROPPED:
		return let_go(s, y, err);
	default:
		DS_TRY(hold_at_school(s, y, y->closed, err));
		if (course == NOT_BEGUN)
			return DOSSIER_OK;
		if (course != PREPARED)
			DS_TRY(put_delivery(s, y, &to, step_day(s, y, 80),
			    err));
		return put_handover(s, y, &to, course, step_day(s, y, 50),
		    DOSSIER_NO_DAY, err);
	}
}

dossier_status
ds_sample_hold(struct ds_sample *s, const struct ds_sample_youth *y,
    dossier_error *err)
{
	if (!y->shown && y->phase != DS_LEAVES_LATER &&
	    ds_sample_chance(s, 2))
		DS_TRY(put_decision(s, y, err));
	return take_course(s, y, some_course(s, y), err);
}
