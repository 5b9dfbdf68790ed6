/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The Dutch text to paste into secure mail. It travels less safely than the
 * document, so of the youth it holds the ref and the first letters only.
 */
#include "flows/handover.h"

static const char *
nl(const char *english)
{
	return ds_tr(DOSSIER_DUTCH, english);
}

static const char *
party_name(const struct ds_row *party)
{
	const char *name = ds_row_text(party, DS_F_PARTY_NAME);

	return name != NULL ? name : ds_row_text(party, DS_F_PARTY_CODE);
}

static void
put_request(struct ds_buf *out)
{
	ds_buf_puts(out, nl(N_("Would you let us know:")));
	ds_buf_puts(out, "\n- ");
	ds_buf_puts(out, nl(N_("whether you take over the support;")));
	ds_buf_puts(out, "\n- ");
	ds_buf_puts(out, nl(N_("from which day;")));
	ds_buf_puts(out, "\n- ");
	ds_buf_puts(out, nl(N_("who the contact person will be.")));
	ds_buf_puts(out, "\n\n");
	ds_buf_puts(out, nl(N_("Until then the lead stays with us.")));
	ds_buf_puts(out, "\n\n");
}

/* Not for the recipient: the line marks where the text begins. */
static void
put_warning(struct ds_buf *out)
{
	ds_buf_puts(out, nl(N_("Send this message and its attachments by "
	    "secure mail only.")));
	ds_buf_puts(out, "\n");
	ds_buf_puts(out, nl(N_("The text to paste stands below the line.")));
	ds_buf_puts(out, "\n\n----------------------------------------\n\n");
}

static dossier_status
put_greeting(struct ds_buf *out, struct ds_handover *handover,
    dossier_error *err)
{
	struct ds_person person;

	DS_TRY(ds_handover_person(&person, handover, handover->recipient.id,
	    0, handover->session->today, err));
	if (person.name != NULL)
		ds_buf_printf(out, nl(N_("Dear %s,")), person.name);
	else
		ds_buf_puts(out, nl(N_("Dear contact person,")));
	ds_buf_puts(out, "\n\n");
	return DOSSIER_OK;
}

static dossier_status
put_signature(struct ds_buf *out, struct ds_handover *handover,
    dossier_error *err)
{
	int64_t own = handover->lead == NULL ? 0 :
	    ds_row_int(handover->lead, DS_F_LEAD_CONTACT);
	struct ds_person person;

	DS_TRY(ds_handover_person(&person, handover, handover->sender.id, own,
	    handover->session->today, err));
	ds_buf_puts(out, nl(N_("With kind regards,")));
	ds_buf_puts(out, "\n");
	if (person.name != NULL)
		ds_buf_printf(out, "%s\n", person.name);
	ds_buf_printf(out, "%s\n", party_name(&handover->sender));
	if (person.phone != NULL)
		ds_buf_printf(out, "%s\n", person.phone);
	return DOSSIER_OK;
}

dossier_status
ds_handover_mail(struct ds_buf *out, struct ds_handover *handover,
    struct ds_view *view, dossier_error *err)
{
	const char *ref = ds_row_text(&handover->youth, DS_F_YOUTH_REF);
	const char *initials;
	char day[DS_DAY_TEXT];

	DS_TRY(ds_view_initials(&initials, view, &handover->youth, err));
	ds_day_text(handover->session->today, DOSSIER_DUTCH, day);
	if (handover->session->sample)
		ds_buf_printf(out, "%s\n\n", nl(N_("EXAMPLE: fictional "
		    "people, fictional region")));
	put_warning(out);
	ds_buf_printf(out, nl(N_("Subject: transition document %s (%s)")),
	    ref, initials);
	ds_buf_puts(out, "\n\n");
	DS_TRY(put_greeting(out, handover, err));
	ds_buf_printf(out, nl(ds_handover_is_final(handover) ?
	    N_("With this message you receive the transition document of %s "
	    "(reference %s), final, of %s. The web page is for reading and "
	    "printing, the JSON file for programs.") :
	    N_("With this message you receive the transition document of %s "
	    "(reference %s), provisional, of %s. The web page is for reading "
	    "and printing, the JSON file for programs.")), initials, ref,
	    day);
	ds_buf_puts(out, "\n\n");
	put_request(out);
	DS_TRY(put_signature(out, handover, err));
	return out->failed ? ds_no_memory(err) : DOSSIER_OK;
}
