/* SPDX-License-Identifier: EUPL-1.2 */
/* They said yes: the lead moves to them on the agreed day. */
#include "flows/handover.h"

#include "flows/input.h"
#include "flows/state.h"

dossier_status
ds_handover_person(struct ds_person *out, const struct ds_handover *handover,
    int64_t party, int64_t contact, dossier_day day, dossier_error *err)
{
	return ds_person_at(out, handover->arena, handover->session, party,
	    contact, handover->ready.school, day, err);
}

/* The named contact, who must work there, or who answers there that day. */
static dossier_status
find_person(struct ds_person *out, struct ds_handover *handover,
    dossier_day from, dossier_error *err)
{
	int64_t party = handover->recipient.id;
	struct ds_row contact;
	const char *name;

	DS_TRY(ds_input_line(&name, handover->arena,
	    handover->options->contact, err));
	if (name == NULL)
		return ds_handover_person(out, handover, party, 0, from, err);
	DS_TRY(ds_contact_find(&contact, handover->arena, handover->session,
	    name, err));
	DS_TRY(ds_handover_person(out, handover, party, contact.id, from,
	    err));
	if (out->contact == contact.id)
		return DOSSIER_OK;
	ds_advise(err, N_("Give the contact a role there first, with a file "
	    "of contacts: dossier intake"));
	return ds_fail(err, DOSSIER_INVALID, N_("%s has no role at %s on "
	    "that day."), name, ds_party_label(handover->arena,
	    &handover->recipient));
}

/* No lead is taken away from days that were somebody's already. */
static dossier_status
check_from(struct ds_handover *handover, dossier_day from,
    dossier_error *err)
{
	const struct ds_row *last = NULL;
	char day[DS_DAY_TEXT];
	struct ds_row party;
	dossier_day began;
	size_t i;

	for (i = 0; i < handover->lead_count; i++)
		if (last == NULL || ds_row_span(&handover->leads[i])
		    .from.number > ds_row_span(last).from.number)
			last = &handover->leads[i];
	if (last == NULL)
		return DOSSIER_OK;
	began = ds_row_span(last).from;
	if (!ds_day_known(began) || from.number >= began.number)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&party, handover->arena, handover->session->book,
	    DS_PARTY, ds_row_int(last, DS_F_LEAD_PARTY), err));
	ds_advise(err, N_("Give with --from that day or a later one."));
	return ds_fail(err, DOSSIER_CONFLICT, N_("%s has the lead from %s "
	    "on; the new lead cannot begin before that."),
	    ds_party_label(handover->arena, &party), ds_day_text(began,
	    err != NULL ? err->language : DOSSIER_ENGLISH, day));
}

static dossier_status
move_lead(struct ds_handover *handover, const struct ds_person *person,
    dossier_day from, dossier_error *err)
{
	struct ds_row lead;

	ds_row_start(&lead, DS_LEAD);
	ds_row_set_int(&lead, DS_F_LEAD_YOUTH, handover->youth.id);
	ds_row_set_int(&lead, DS_F_LEAD_PARTY, handover->recipient.id);
	if (person->contact != 0)
		ds_row_set_int(&lead, DS_F_LEAD_CONTACT, person->contact);
	if (!ds_row_set_day(&lead, DS_F_LEAD_FROM, from, handover->arena))
		return ds_no_memory(err);
	return ds_state_begin(handover->session->book, &lead, err);
}

/* Days that nobody holds between the lead that ended and the new one. */
static int
days_between(const struct ds_handover *handover, dossier_day from)
{
	dossier_day last = DOSSIER_NO_DAY, until;
	size_t i;

	for (i = 0; i < handover->lead_count; i++) {
		until = ds_row_span(&handover->leads[i]).until;
		if (!ds_day_known(until) || until.number >= from.number)
			return 0;
		if (!ds_day_known(last) || until.number > last.number)
			last = until;
	}
	return ds_day_known(last) ? from.number - last.number - 1 : 0;
}

/* The last day of the contact's roles there, as seen on the first. */
static dossier_status
last_day(dossier_day *out, const struct ds_handover *handover,
    int64_t contact, dossier_day from, dossier_error *err)
{
	struct ds_row *roles;
	struct ds_span span;
	size_t count, i;

	*out = DOSSIER_NO_DAY;
	DS_TRY(ds_book_list(&roles, &count, handover->arena,
	    handover->session->book, DS_CONTACT_ROLE, DS_F_ROLE_CONTACT,
	    contact, err));
	for (i = 0; i < count; i++) {
		span = ds_row_span(&roles[i]);
		if (ds_row_int(&roles[i], DS_F_ROLE_PARTY) !=
		    handover->recipient.id || !ds_span_holds(span, from))
			continue;
		if (!ds_day_known(span.until)) {
			*out = DOSSIER_NO_DAY;
			return DOSSIER_OK;
		}
		if (!ds_day_known(*out) || span.until.number > out->number)
			*out = span.until;
	}
	return DOSSIER_OK;
}

/* The contact leaves there: does anybody answer from then on? */
static dossier_status
say_end(struct ds_handover *handover, const struct ds_person *person,
    dossier_day from, dossier_error *err)
{
	dossier_document *doc = handover->doc;
	struct ds_person next;
	char text[DS_DAY_TEXT];
	dossier_day day;

	if (person->contact == 0)
		return DOSSIER_OK;
	DS_TRY(last_day(&day, handover, person->contact, from, err));
	if (!ds_day_known(day))
		return DOSSIER_OK;
	day.number++;
	DS_TRY(ds_handover_person(&next, handover, handover->recipient.id,
	    person->contact, day, err));
	if (next.contact != 0)
		return DOSSIER_OK;
	ds_put_day(doc, handover->map, "no_person_from", day);
	ds_paragraph(doc, ds_tr(doc->language, N_("The role of %s there ends: "
	    "from %s on nobody answers for the case there. Add a contact "
	    "with: dossier intake")), person->name,
	    ds_day_text(day, doc->language, text));
	return DOSSIER_OK;
}

static dossier_status
say(struct ds_handover *handover, const struct ds_person *person,
    dossier_day from, dossier_error *err)
{
	dossier_document *doc = handover->doc;
	dossier_language lang = doc->language;
	int gap = days_between(handover, from);
	char day[DS_DAY_TEXT];
	struct ds_view view;

	ds_put_day(doc, handover->map, "leads_from", from);
	ds_put_int(doc, handover->map, "days_without_lead", gap);
	ds_field_line(doc, ds_tr(lang, N_("Leads from")),
	    ds_day_text(from, lang, day));
	DS_TRY(ds_session_view(&view, handover->session, handover->arena, 0,
	    DS_FOR_WORK, err));
	DS_TRY(ds_present_contact(doc, &view, handover->map, person->contact,
	    err));
	if (person->contact == 0)
		ds_paragraph(doc, "%s", ds_tr(lang, N_("There is no contact "
		    "person on that day: the case has an organisation, but "
		    "no name. Add one with: dossier intake")));
	if (gap > 0)
		ds_paragraph(doc, ds_trn(lang,
		    N_("Nobody holds the case on the %d day before that."),
		    N_("Nobody holds the case on the %d days before that."),
		    gap), gap);
	return say_end(handover, person, from, err);
}

dossier_status
ds_handover_accept(struct ds_handover *handover, dossier_error *err)
{
	dossier_day from = handover->options->from;
	struct ds_row *row = &handover->after;
	struct ds_person person;

	if (!ds_day_known(from))
		from = handover->session->today;
	DS_TRY(find_person(&person, handover, from, err));
	DS_TRY(check_from(handover, from, err));
	DS_TRY(move_lead(handover, &person, from, err));
	ds_row_set_text(row, DS_F_HANDOVER_SAID_BY, handover->said_by);
	ds_row_set_text(row, DS_F_HANDOVER_CHANNEL, handover->channel);
	if (person.contact != 0)
		ds_row_set_int(row, DS_F_HANDOVER_CONTACT, person.contact);
	if (!ds_row_set_day(row, DS_F_HANDOVER_AGREED_FROM, from,
	    handover->arena))
		return ds_no_memory(err);
	return say(handover, &person, from, err);
}
