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
	ds_view_open(&view, handover->session->book, handover->arena, lang,
	    0, DS_FOR_WORK);
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
	return DOSSIER_OK;
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
