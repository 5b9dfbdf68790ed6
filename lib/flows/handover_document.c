/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The overgangsdocument: knowledge, skills, attitude and support needs of
 * who leaves, the learner's own words first, and by name what is not in it.
 * Every field goes through the recipient's view; what is withheld is not
 * named in it, only that some parts are not included.
 */
#include "flows/handover_paper.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "flows/state.h"

static const char law[] = N_("Transition document (overgangsdocument) as "
    "meant in WVO 2020 article 2.31b, WEC articles 14e and 44a and WEB "
    "article 9.2.13.");

/* ---- the head ---- */

static void
put_head(struct ds_paper *paper)
{
	struct ds_handover *handover = paper->handover;
	dossier_document *doc = paper->doc;
	dossier_language lang = doc->language;
	bool final = ds_handover_is_final(handover);
	const char *status = final ? N_("Final") : N_("Provisional");
	char day[DS_DAY_TEXT];

	ds_day_text(handover->session->today, lang, day);
	ds_document_note(doc, ds_tr(lang, law));
	ds_put_text(doc, paper->map, "document", "overgangsdocument");
	ds_put_text(doc, paper->map, "status", final ? "final" :
	    "provisional");
	ds_put_day(doc, paper->map, "on", handover->session->today);
	ds_put_text(doc, paper->map, "ground", handover->ground);
	ds_put_text(doc, paper->map, "from", ds_row_text(&handover->sender,
	    DS_F_PARTY_CODE));
	ds_put_text(doc, paper->map, "to", ds_row_text(&handover->recipient,
	    DS_F_PARTY_CODE));
	ds_field_line(doc, ds_tr(lang, N_("Status")), ds_tr(lang, status));
	ds_field_line(doc, ds_tr(lang, N_("Day")), day);
	ds_field_line(doc, ds_tr(lang, N_("From")),
	    ds_party_label(handover->arena, &handover->sender));
	ds_field_line(doc, ds_tr(lang, N_("To")),
	    ds_party_label(handover->arena, &handover->recipient));
	if (handover->ground != NULL)
		ds_field_line(doc, ds_tr(lang, N_("Ground")),
		    handover->ground);
}

static dossier_status
put_youth(struct ds_paper *paper, dossier_error *err)
{
	dossier_document *doc = paper->doc;
	const char *name;

	DS_TRY(ds_view_name(&name, paper->view, &paper->youth, err));
	ds_present_heading(doc, N_("Who"));
	ds_put_text(doc, paper->map, "name", name);
	if (*name != '\0')
		ds_field_line(doc, ds_tr(doc->language, N_("Name")), name);
	return ds_present_lines(doc, paper->view, paper->map, &paper->youth,
	    DS_FIELDS(DS_F_YOUTH_BIRTH_DATE, DS_F_YOUTH_REF,
	    DS_F_YOUTH_PHONE, DS_F_YOUTH_EMAIL), err);
}

static dossier_status
put_states(struct ds_paper *paper, struct ds_row *enrolment,
    dossier_error *err)
{
	static const int home[] = { DS_F_RESIDENCE_MUNICIPALITY,
	    DS_F_RESIDENCE_POSTCODE, DS_F_RESIDENCE_PLACE,
	    DS_F_RESIDENCE_ADDRESS, DS_NO_FIELD };
	static const int school[] = { DS_F_ENROLMENT_SCHOOL,
	    DS_F_ENROLMENT_CLASS, DS_F_ENROLMENT_DESTINATION,
	    DS_F_ENROLMENT_EXIT, DS_F_ENROLMENT_FROM, DS_F_ENROLMENT_UNTIL,
	    DS_F_ENROLMENT_KIND, DS_F_ENROLMENT_PROFILE, DS_F_ENROLMENT_YEAR,
	    DS_NO_FIELD };
	struct ds_row residence;

	DS_TRY(ds_paper_state(&residence, paper, DS_RESIDENCE, home, err));
	ds_paper_open(paper, "residence", N_("Residence"));
	DS_TRY(ds_paper_lines(paper, &residence, home, err));
	ds_paper_close(paper, true);
	DS_TRY(ds_paper_state(enrolment, paper, DS_ENROLMENT, school, err));
	ds_paper_open(paper, "enrolment", N_("School"));
	/* The last three stand under knowledge. */
	DS_TRY(ds_paper_lines(paper, enrolment, DS_FIELDS(
	    DS_F_ENROLMENT_SCHOOL, DS_F_ENROLMENT_CLASS,
	    DS_F_ENROLMENT_DESTINATION, DS_F_ENROLMENT_EXIT,
	    DS_F_ENROLMENT_FROM, DS_F_ENROLMENT_UNTIL), err));
	ds_paper_close(paper, true);
	return DOSSIER_OK;
}

static dossier_status
put_opp(struct ds_paper *paper, dossier_error *err)
{
	static const int fields[] = { DS_F_OPP_VERSION, DS_F_OPP_ON,
	    DS_F_OPP_DESTINATION, DS_F_OPP_LEVEL, DS_F_OPP_INPUT,
	    DS_F_OPP_INPUT_USE, DS_F_OPP_HELPING, DS_F_OPP_HAMPERING,
	    DS_F_OPP_GUIDANCE, DS_F_OPP_DEVIATIONS, DS_F_OPP_EVALUATED,
	    DS_F_OPP_AGREED, DS_F_OPP_AGREED_ON, DS_NO_FIELD };
	struct ds_row opp;
	bool left;

	if (paper->handover->opp == NULL)
		return DOSSIER_OK;
	opp = *paper->handover->opp;
	DS_TRY(ds_view_mask(&left, paper->view, &opp, fields,
	    paper->handover->held, err));
	if (!left)
		return DOSSIER_OK;
	ds_paper_open(paper, "opp", N_("Development perspective (OPP)"));
	DS_TRY(ds_paper_lines(paper, &opp, fields, err));
	DS_TRY(ds_paper_voices(paper, DS_SECTION_OPP, false, err));
	ds_paper_close(paper, false);
	return DOSSIER_OK;
}

/* ---- who agreed ---- */

/* The consent that something in this document leaves on. */
static bool
is_used_consent(const struct ds_paper *paper, const struct ds_row *ground)
{
	const char *used = paper->view->used != NULL ?
	    paper->view->used->data : paper->handover->used;
	char number[24];

	snprintf(number, sizeof number, "%lld", (long long)ground->id);
	return ds_text_has_word(used, number) &&
	    strcmp(ds_row_text(ground, DS_F_GROUND_KIND), "toestemming") == 0;
}

static dossier_status
put_consents(bool *any, bool *shown, struct ds_paper *paper,
    dossier_error *err)
{
	static const int fields[] = { DS_F_GROUND_KIND, DS_F_GROUND_GIVEN_BY,
	    DS_F_GROUND_GIVER, DS_F_GROUND_FROM, DS_F_GROUND_EVIDENCE,
	    DS_NO_FIELD };
	struct ds_handover *handover = paper->handover;
	struct ds_paper_rows rows = {0};
	struct ds_row *all;
	size_t count, i;
	bool left;

	DS_TRY(ds_state_list(&all, &count, handover->arena,
	    handover->session->book, DS_GROUND, handover->youth.id, err));
	rows.row = all;
	for (i = 0; i < count; i++) {
		if (!is_used_consent(paper, &all[i]))
			continue;
		*any = true;
		DS_TRY(ds_view_mask(&left, paper->view, &all[i], fields,
		    handover->held, err));
		if (left)
			rows.row[rows.count++] = all[i];
	}
	*shown = rows.count > 0;
	return ds_paper_table(paper, &(const struct ds_listing){ "consents",
	    NULL, fields, NULL, NULL, NULL }, &rows, err);
}

static dossier_status
put_agreement(struct ds_paper *paper, dossier_error *err)
{
	dossier_document *doc = paper->doc;
	bool any = false, shown = false;

	ds_paper_open(paper, "agreement", N_("Agreement with this handover"));
	DS_TRY(put_consents(&any, &shown, paper, err));
	ds_put_bool(doc, paper->part, "recorded", any);
	paper->printed = true;
	if (!any)
		ds_paragraph(doc, "%s", ds_tr(doc->language, N_("No agreement "
		    "is recorded: this leaves on the stated ground alone.")));
	else if (!shown)
		ds_paragraph(doc, "%s", ds_tr(doc->language, N_("Who agreed "
		    "is recorded with who hands over.")));
	ds_paper_close(paper, false);
	return DOSSIER_OK;
}

/* ---- whom to call, and what is missing ---- */

static dossier_status
put_side(struct ds_paper *paper, struct ds_value *contacts, const char *key,
    const char *title, const struct ds_row *party, int64_t contact,
    dossier_error *err)
{
	struct ds_handover *handover = paper->handover;
	dossier_document *doc = paper->doc;
	struct ds_person person;
	struct ds_value *map;

	DS_TRY(ds_handover_person(&person, handover, party->id, contact,
	    handover->session->today, err));
	map = ds_put_map(doc, contacts, key);
	ds_put_text(doc, map, "party", ds_row_text(party, DS_F_PARTY_CODE));
	ds_present_heading(doc, title);
	ds_field_line(doc, ds_tr(doc->language, N_("Organisation")),
	    ds_party_label(handover->arena, party));
	DS_TRY(ds_present_contact(doc, paper->view, map, person.contact,
	    err));
	if (person.contact == 0)
		ds_paragraph(doc, "%s", ds_tr(doc->language,
		    N_("No contact person is recorded there.")));
	return DOSSIER_OK;
}

static dossier_status
put_contacts(struct ds_paper *paper, dossier_error *err)
{
	struct ds_handover *handover = paper->handover;
	struct ds_value *contacts = ds_put_map(paper->doc, paper->map,
	    "contacts");
	int64_t own = handover->lead == NULL ? 0 :
	    ds_row_int(handover->lead, DS_F_LEAD_CONTACT);

	DS_TRY(put_side(paper, contacts, "sender",
	    N_("Contact of who hands over"), &handover->sender, own, err));
	return put_side(paper, contacts, "recipient",
	    N_("Contact of who takes over"), &handover->recipient, 0, err);
}

static void
put_absent(struct ds_paper *paper)
{
	bool all = ds_handover_held_count(paper->handover) == 0;
	dossier_document *doc = paper->doc;

	ds_present_heading(doc, N_("What is not in this document"));
	ds_put_bool(doc, paper->map, "all_included", all);
	if (paper->lack_count == 0)
		ds_paragraph(doc, "%s", ds_tr(doc->language,
		    N_("Every part of the document has something in it.")));
	else
		ds_present_things(doc, "", paper->lacks, paper->lack_count);
	if (!all)
		ds_paragraph(doc, "%s", ds_tr(doc->language,
		    N_("Some parts are not included.")));
}

/* ---- the whole ---- */

static dossier_status
read_rows(struct ds_paper *paper, dossier_error *err)
{
	struct ds_handover *handover = paper->handover;
	bool left;

	paper->youth = handover->youth;
	DS_TRY(ds_view_mask(&left, paper->view, &paper->youth, DS_FIELDS(
	    DS_F_YOUTH_REF, DS_F_YOUTH_GIVEN_NAME, DS_F_YOUTH_PREFIX,
	    DS_F_YOUTH_FAMILY_NAME, DS_F_YOUTH_BIRTH_DATE,
	    DS_F_YOUTH_PHONE, DS_F_YOUTH_EMAIL, DS_F_YOUTH_JOB_READY,
	    DS_F_YOUTH_PROCESSES, DS_F_YOUTH_AVAILABLE_FROM,
	    DS_F_YOUTH_HOURS, DS_F_YOUTH_DAYS, DS_F_YOUTH_SECTORS,
	    DS_F_YOUTH_MAX_KM), handover->held, err));
	DS_TRY(ds_paper_state(&paper->profile, paper, DS_WORK_PROFILE,
	    DS_FIELDS(DS_F_PROFILE_SKILLS, DS_F_PROFILE_GUIDANCE,
	    DS_F_PROFILE_HOURS_DAY, DS_F_PROFILE_HOURS_WEEK,
	    DS_F_PROFILE_AIDS, DS_F_PROFILE_EXCLUDES,
	    DS_F_PROFILE_TRANSPORT, DS_F_PROFILE_MINUTES,
	    DS_F_PROFILE_LIKES), err));
	DS_TRY(ds_answers_read(&paper->answers, handover->arena,
	    handover->session->book, handover->youth.id,
	    handover->session->today, err));
	return ds_paper_read(&paper->statements, paper, DS_STATEMENT,
	    DS_FIELDS(DS_F_STATEMENT_SECTION, DS_F_STATEMENT_VOICE,
	    DS_F_STATEMENT_TEXT, DS_F_STATEMENT_AUTHOR, DS_F_STATEMENT_ON),
	    err);
}

static dossier_status
fill(struct ds_paper *paper, dossier_error *err)
{
	struct ds_row enrolment;

	DS_TRY(read_rows(paper, err));
	paper->map = ds_put_map(paper->doc, paper->doc->data, NULL);
	put_head(paper);
	paper->absent = ds_put_list(paper->doc, paper->map,
	    "not_in_document");
	DS_TRY(ds_paper_story(paper, err));
	DS_TRY(put_youth(paper, err));
	DS_TRY(put_states(paper, &enrolment, err));
	DS_TRY(put_opp(paper, err));
	DS_TRY(ds_paper_law(paper, &enrolment, err));
	DS_TRY(ds_paper_results(paper, err));
	DS_TRY(put_agreement(paper, err));
	DS_TRY(put_contacts(paper, err));
	put_absent(paper);
	return ds_document_check(paper->doc, err);
}

dossier_status
ds_handover_document(dossier_document **out, struct ds_handover *handover,
    struct ds_view *view, dossier_error *err)
{
	struct ds_paper paper = { .handover = handover, .view = view };
	dossier_status status;

	DS_TRY(ds_session_document(&paper.doc, handover->session,
	    N_("Transition document"), err));
	status = fill(&paper, err);
	if (status == DOSSIER_OK)
		*out = paper.doc;
	else
		dossier_document_free(paper.doc);
	return status;
}
