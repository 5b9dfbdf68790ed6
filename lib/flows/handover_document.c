/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The overgangsdocument: knowledge, skills, attitude and support needs of
 * who leaves, as far as they are recorded, and by name what is not. Every
 * field goes through the recipient's view.
 */
#include "flows/handover.h"

#include <string.h>

#include "flows/state.h"

#define FIELDS(...) (const int[]){ __VA_ARGS__, DS_NO_FIELD }

static const char law[] = N_("Transition document (overgangsdocument) as "
    "meant in WVO 2020 article 2.31b, WEC articles 14e and 44a and WEB "
    "article 9.2.13.");

struct sheet {
	struct ds_handover *handover;
	struct ds_view *view;
	dossier_document *doc;
	struct ds_value *map;
	struct ds_value *missing;	/* what the law asks and is not there */
	const char *lacks[8];		/* the same for people */
	size_t lack_count;
};

static void
lack(struct sheet *sheet, const char *key, const char *label)
{
	ds_put_text(sheet->doc, sheet->missing, NULL, key);
	sheet->lacks[sheet->lack_count++] = ds_tr(sheet->doc->language,
	    label);
}

/* A part of the law's four, out of the fields of one row. */
static dossier_status
put_part(struct sheet *sheet, const char *key, const char *title,
    const struct ds_row *row, const int *fields, dossier_error *err)
{
	struct ds_value *map;

	ds_present_heading(sheet->doc, title);
	if (row == NULL || !ds_present_any(row, fields)) {
		ds_put_text(sheet->doc, sheet->map, key, NULL);
		ds_present_nothing(sheet->doc);
		lack(sheet, key, title);
		return DOSSIER_OK;
	}
	map = ds_put_map(sheet->doc, sheet->map, key);
	return ds_present_lines(sheet->doc, sheet->view, map, row, fields,
	    err);
}

static dossier_status
list(struct ds_row **out, size_t *count, struct sheet *sheet,
    enum ds_kind kind, dossier_error *err)
{
	return ds_state_list(out, count, sheet->handover->arena,
	    sheet->handover->session->book, kind, sheet->handover->youth.id,
	    err);
}

/* The record of a kind that counts on the day; NULL: none. */
static dossier_status
state(const struct ds_row **out, struct sheet *sheet, enum ds_kind kind,
    dossier_error *err)
{
	struct ds_row *rows;
	size_t count;

	DS_TRY(list(&rows, &count, sheet, kind, err));
	*out = ds_state_near(rows, count, sheet->handover->session->today);
	return DOSSIER_OK;
}

/* ---- the head ---- */

static void
put_head(struct sheet *sheet)
{
	struct ds_handover *handover = sheet->handover;
	dossier_document *doc = sheet->doc;
	dossier_language lang = doc->language;
	bool final = ds_ready_is(&handover->ready);
	const char *status = final ? N_("Final") : N_("Provisional");
	char day[DS_DAY_TEXT];

	ds_day_text(handover->session->today, lang, day);
	ds_document_note(doc, ds_tr(lang, law));
	ds_put_text(doc, sheet->map, "document", "overgangsdocument");
	ds_put_text(doc, sheet->map, "status", final ? "final" :
	    "provisional");
	ds_put_day(doc, sheet->map, "on", handover->session->today);
	ds_put_text(doc, sheet->map, "ground", handover->ground);
	ds_put_text(doc, sheet->map, "from", ds_row_text(&handover->sender,
	    DS_F_PARTY_CODE));
	ds_put_text(doc, sheet->map, "to", ds_row_text(&handover->recipient,
	    DS_F_PARTY_CODE));
	ds_field_line(doc, ds_tr(lang, N_("Status")), ds_tr(lang, status));
	ds_field_line(doc, ds_tr(lang, N_("Day")), day);
	ds_field_line(doc, ds_tr(lang, N_("From")),
	    ds_party_label(handover->arena, &handover->sender));
	ds_field_line(doc, ds_tr(lang, N_("To")),
	    ds_party_label(handover->arena, &handover->recipient));
	ds_field_line(doc, ds_tr(lang, N_("Ground")), handover->ground);
}

static dossier_status
put_youth(struct sheet *sheet, dossier_error *err)
{
	const struct ds_row *youth = &sheet->handover->youth;
	dossier_document *doc = sheet->doc;
	const char *name;

	DS_TRY(ds_view_name(&name, sheet->view, youth, err));
	ds_present_heading(doc, N_("Who"));
	ds_put_text(doc, sheet->map, "name", name);
	ds_field_line(doc, ds_tr(doc->language, N_("Name")), name);
	return ds_present_lines(doc, sheet->view, sheet->map, youth,
	    FIELDS(DS_F_YOUTH_BIRTH_DATE, DS_F_YOUTH_REF, DS_F_YOUTH_PHONE,
	    DS_F_YOUTH_EMAIL), err);
}

static dossier_status
put_states(struct sheet *sheet, const struct ds_row *enrolment,
    dossier_error *err)
{
	static const int school[] = { DS_F_ENROLMENT_SCHOOL,
	    DS_F_ENROLMENT_CLASS, DS_F_ENROLMENT_DESTINATION,
	    DS_F_ENROLMENT_EXIT, DS_F_ENROLMENT_FROM, DS_F_ENROLMENT_UNTIL,
	    DS_NO_FIELD };
	static const int home[] = { DS_F_RESIDENCE_MUNICIPALITY,
	    DS_F_RESIDENCE_POSTCODE, DS_F_RESIDENCE_PLACE, DS_NO_FIELD };
	const struct ds_row *residence;

	DS_TRY(state(&residence, sheet, DS_RESIDENCE, err));
	DS_TRY(put_part(sheet, "residence", N_("Residence"), residence, home,
	    err));
	return put_part(sheet, "enrolment", N_("School"), enrolment, school,
	    err);
}

/* ---- the four parts of the law ---- */

static dossier_status
agreed(struct sheet *sheet, const char *key, const char *title,
    bool support, size_t *count, dossier_error *err)
{
	const struct ds_listing section = { key, title,
	    FIELDS(DS_F_AGREEMENT_KIND, DS_F_AGREEMENT_TEXT,
	    DS_F_AGREEMENT_OWNER, DS_F_AGREEMENT_PARTY, DS_F_AGREEMENT_ON,
	    DS_F_AGREEMENT_DUE, DS_F_AGREEMENT_DONE_ON), NULL, NULL, NULL };
	struct ds_row *rows;
	size_t all, i;

	*count = 0;
	DS_TRY(list(&rows, &all, sheet, DS_AGREEMENT, err));
	for (i = 0; i < all; i++)
		if (support == (strcmp(ds_row_text(&rows[i],
		    DS_F_AGREEMENT_KIND), "ondersteuning") == 0))
			rows[(*count)++] = rows[i];
	return ds_present_rows(sheet->doc, sheet->view, sheet->map, &section,
	    rows, *count, err);
}

static dossier_status
put_law(struct sheet *sheet, const struct ds_row *enrolment,
    dossier_error *err)
{
	static const int knowledge[] = { DS_F_ENROLMENT_KIND,
	    DS_F_ENROLMENT_PROFILE, DS_F_ENROLMENT_YEAR, DS_NO_FIELD };
	static const int skills[] = { DS_F_YOUTH_PROCESSES,
	    DS_F_YOUTH_JOB_READY, DS_NO_FIELD };
	size_t count;

	DS_TRY(put_part(sheet, "knowledge", N_("Knowledge"), enrolment,
	    knowledge, err));
	DS_TRY(put_part(sheet, "skills", N_("Skills"),
	    &sheet->handover->youth, skills, err));
	/* No record holds a word about attitude. */
	DS_TRY(put_part(sheet, "attitude", N_("Attitude"), NULL, NULL, err));
	DS_TRY(agreed(sheet, "support_needs", N_("Support needs"), true,
	    &count, err));
	if (count == 0)
		lack(sheet, "support_needs", N_("Support needs"));
	return DOSSIER_OK;
}

/* ---- results, stages, wishes, agreements ---- */

static dossier_status
put_list(struct sheet *sheet, enum ds_kind kind,
    const struct ds_listing *section, dossier_error *err)
{
	struct ds_row *rows;
	size_t count;

	DS_TRY(list(&rows, &count, sheet, kind, err));
	return ds_present_rows(sheet->doc, sheet->view, sheet->map, section,
	    rows, count, err);
}

static dossier_status
put_results(struct sheet *sheet, dossier_error *err)
{
	static const int wishes[] = { DS_F_YOUTH_AVAILABLE_FROM,
	    DS_F_YOUTH_HOURS, DS_F_YOUTH_DAYS, DS_F_YOUTH_SECTORS,
	    DS_F_YOUTH_MAX_KM, DS_NO_FIELD };
	const struct ds_listing placements = { "placements",
	    N_("Stages and places"), FIELDS(DS_F_PLACEMENT_PLACE,
	    DS_F_PLACEMENT_KIND, DS_F_PLACEMENT_STAGE, DS_F_PLACEMENT_HOURS,
	    DS_F_PLACEMENT_FROM, DS_F_PLACEMENT_UNTIL), NULL, NULL, NULL };
	const struct ds_row *youth = &sheet->handover->youth;
	size_t count;

	DS_TRY(put_list(sheet, DS_PLACEMENT, &placements, err));
	if (ds_present_any(youth, wishes))
		DS_TRY(put_part(sheet, "work", N_("Work"), youth, wishes,
		    err));
	return agreed(sheet, "agreements", N_("Agreements"), false, &count,
	    err);
}

/* ---- whom to call, and what is missing ---- */

static dossier_status
put_side(struct sheet *sheet, struct ds_value *contacts, const char *key,
    const char *title, const struct ds_row *party, int64_t contact,
    dossier_error *err)
{
	struct ds_handover *handover = sheet->handover;
	dossier_document *doc = sheet->doc;
	struct ds_person person;
	struct ds_value *map;

	DS_TRY(ds_handover_person(&person, handover, party->id, contact,
	    handover->session->today, err));
	map = ds_put_map(doc, contacts, key);
	ds_put_text(doc, map, "party", ds_row_text(party, DS_F_PARTY_CODE));
	ds_present_heading(doc, title);
	ds_field_line(doc, ds_tr(doc->language, N_("Organisation")),
	    ds_party_label(handover->arena, party));
	DS_TRY(ds_present_contact(doc, sheet->view, map, person.contact,
	    err));
	if (person.contact == 0)
		ds_paragraph(doc, "%s", ds_tr(doc->language,
		    N_("No contact person is recorded there.")));
	return DOSSIER_OK;
}

static dossier_status
put_contacts(struct sheet *sheet, dossier_error *err)
{
	struct ds_handover *handover = sheet->handover;
	struct ds_value *contacts = ds_put_map(sheet->doc, sheet->map,
	    "contacts");
	int64_t own = handover->lead == NULL ? 0 :
	    ds_row_int(handover->lead, DS_F_LEAD_CONTACT);

	DS_TRY(put_side(sheet, contacts, "sender",
	    N_("Contact of who hands over"), &handover->sender, own, err));
	return put_side(sheet, contacts, "recipient",
	    N_("Contact of who takes over"), &handover->recipient, 0, err);
}

static void
put_missing(struct sheet *sheet)
{
	dossier_document *doc = sheet->doc;

	ds_present_heading(doc, N_("What is not recorded"));
	if (sheet->lack_count == 0)
		ds_paragraph(doc, "%s", ds_tr(doc->language,
		    N_("Every part of the document has something in it.")));
	else
		ds_present_things(doc, "", sheet->lacks, sheet->lack_count);
}

static dossier_status
fill(struct sheet *sheet, dossier_error *err)
{
	const struct ds_row *enrolment;

	sheet->map = ds_put_map(sheet->doc, sheet->doc->data, NULL);
	put_head(sheet);
	sheet->missing = ds_put_list(sheet->doc, sheet->map, "not_recorded");
	DS_TRY(put_youth(sheet, err));
	DS_TRY(state(&enrolment, sheet, DS_ENROLMENT, err));
	DS_TRY(put_states(sheet, enrolment, err));
	DS_TRY(put_law(sheet, enrolment, err));
	DS_TRY(put_results(sheet, err));
	DS_TRY(put_contacts(sheet, err));
	put_missing(sheet);
	return ds_document_check(sheet->doc, err);
}

dossier_status
ds_handover_document(dossier_document **out, struct ds_handover *handover,
    struct ds_view *view, dossier_error *err)
{
	struct sheet sheet = { .handover = handover, .view = view };
	dossier_status status;

	DS_TRY(ds_session_document(&sheet.doc, handover->session,
	    N_("Transition document"), err));
	status = fill(&sheet, err);
	if (status == DOSSIER_OK)
		*out = sheet.doc;
	else
		dossier_document_free(sheet.doc);
	return status;
}
