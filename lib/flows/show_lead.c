/* SPDX-License-Identifier: EUPL-1.2 */
/* Who holds the case: the sentence this tool is for. */
#include "flows/show.h"

#include "flows/state.h"
#include "model/coverage.h"

static const int party_field[] = { DS_F_LEAD_PARTY, DS_NO_FIELD };

static const int day_fields[] = { DS_F_LEAD_FROM, DS_F_LEAD_UNTIL,
    DS_NO_FIELD };

static const int lane_fields[] = { DS_F_LEAD_PARTY, DS_F_LEAD_CONTACT,
    DS_F_LEAD_FROM, DS_F_LEAD_UNTIL, DS_NO_FIELD };

static void
say_day(struct ds_show *show, const char *message)
{
	char day[DS_DAY_TEXT];

	ds_show_open(show);
	ds_paragraph(show->doc, ds_tr(show->doc->language, message),
	    ds_day_text(show->day, show->doc->language, day));
}

static dossier_status
put_holder(struct ds_show *show, const struct ds_row *lead,
    dossier_error *err)
{
	struct ds_person person;
	struct ds_value *map;

	if (lead == NULL) {
		ds_put_text(show->doc, show->map, "lead", NULL);
		say_day(show, N_("Nobody holds this case on %s."));
		return DOSSIER_OK;
	}
	DS_TRY(ds_person_at(&person, show->arena, show->session,
	    ds_row_int(lead, DS_F_LEAD_PARTY),
	    ds_row_int(lead, DS_F_LEAD_CONTACT), show->school, show->day,
	    err));
	map = ds_put_map(show->doc, show->map, "lead");
	DS_TRY(ds_present_lines(show->doc, &show->view, map, lead,
	    party_field, err));
	DS_TRY(ds_present_contact(show->doc, &show->view, map,
	    person.contact, err));
	DS_TRY(ds_present_lines(show->doc, &show->view, map, lead,
	    day_fields, err));
	ds_put_bool(show->doc, map, "stand_in", person.stand_in);
	if (person.contact == 0)
		say_day(show, N_("On %s this organisation has nobody who "
		    "answers for the case."));
	else if (person.stand_in)
		say_day(show, N_("On %s this is a stand-in."));
	return DOSSIER_OK;
}

/* "Nobody holds the case from 01-08-2026 to 30-09-2026 (61 days)." */
static void
put_stretches(struct ds_show *show, const char *key, const char *one,
    const char *many, const struct ds_stretches *stretches)
{
	struct ds_value *list = ds_put_list(show->doc, show->map, key), *item;
	dossier_language lang = show->doc->language;
	char from[DS_DAY_TEXT], until[DS_DAY_TEXT];
	size_t i;
	int days;

	for (i = 0; i < stretches->count; i++) {
		const struct ds_span *span = &stretches->spans[i];

		days = span->until.number - span->from.number + 1;
		item = ds_put_map(show->doc, list, NULL);
		ds_put_day(show->doc, item, "from", span->from);
		ds_put_day(show->doc, item, "until", span->until);
		ds_put_int(show->doc, item, "days", days);
		ds_paragraph(show->doc, ds_trn(lang, one, many, days),
		    ds_day_text(span->from, lang, from),
		    ds_day_text(span->until, lang, until), days);
	}
}

static dossier_status
put_coverage(struct ds_show *show, dossier_error *err)
{
	struct ds_span window = { DOSSIER_NO_DAY, DOSSIER_NO_DAY };
	struct ds_coverage coverage;

	DS_TRY(ds_coverage_read(&coverage, show->arena, show->session->book,
	    show->known, window, show->school, show->session->today, err));
	put_stretches(show, "nobody",
	    N_("Nobody holds the case from %s to %s (%d day)."),
	    N_("Nobody holds the case from %s to %s (%d days)."),
	    &coverage.nobody);
	put_stretches(show, "no_person",
	    N_("The case has no person from %s to %s (%d day)."),
	    N_("The case has no person from %s to %s (%d days)."),
	    &coverage.no_person);
	put_stretches(show, "twice",
	    N_("Two hold the case from %s to %s (%d day)."),
	    N_("Two hold the case from %s to %s (%d days)."),
	    &coverage.twice);
	return DOSSIER_OK;
}

/*
 * Leads are told through time, on whatever day. Who may not see them is not
 * told either that there is nobody.
 */
dossier_status
ds_show_lead(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing section = { "leads",
	    N_("Lead through time"), lane_fields, NULL, NULL, NULL };
	const struct ds_row *lead;
	struct ds_row *rows;
	const char *why;
	size_t count;

	DS_TRY(ds_view_judge_section(&why, &show->view, show->known->id,
	    DS_SECTION_ADVICE, false, err));
	if (why != NULL)
		return DOSSIER_OK;
	DS_TRY(ds_state_list(&rows, &count, show->arena, show->session->book,
	    DS_LEAD, show->known->id, err));
	lead = ds_state_on(rows, count, show->day);
	ds_show_open(show);
	DS_TRY(put_holder(show, lead, err));
	DS_TRY(put_coverage(show, err));
	return ds_present_table(show->doc, &show->view, show->map,
	    &section, section.title, rows, count, err);
}
