/* SPDX-License-Identifier: EUPL-1.2 */
/* Who it is, where they live, at which school, and who is around. */
#include "flows/show.h"

#include <string.h>

#include "flows/state.h"

/* "BSN: ******782" */
static dossier_status
put_identifiers(struct ds_show *show, dossier_error *err)
{
	struct ds_value *list = ds_put_list(show->doc, show->map,
	    "identifiers"), *item;
	struct ds_shown kind, value;
	struct ds_rows rows;
	size_t i;

	DS_TRY(ds_show_read(&rows, show, DS_IDENTIFIER, NULL, err));
	for (i = 0; i < rows.count; i++) {
		item = ds_put_map(show->doc, list, NULL);
		DS_TRY(ds_view_field(&kind, &show->view, &rows.row[i],
		    DS_F_IDENTIFIER_KIND, err));
		DS_TRY(ds_view_field(&value, &show->view, &rows.row[i],
		    DS_F_IDENTIFIER_VALUE, err));
		ds_put_text(show->doc, item, "kind", kind.data);
		ds_put_text(show->doc, item, "value", value.data);
		ds_show_line(show, kind.text, value.text);
	}
	return DOSSIER_OK;
}

dossier_status
ds_show_youth(struct ds_show *show, dossier_error *err)
{
	DS_TRY(ds_show_lines(show, show->map, &show->youth,
	    DS_FIELDS(DS_F_YOUTH_GIVEN_NAME, DS_F_YOUTH_PREFIX,
	    DS_F_YOUTH_FAMILY_NAME, DS_F_YOUTH_BIRTH_DATE, DS_F_YOUTH_SEX,
	    DS_F_YOUTH_LANGUAGE, DS_F_YOUTH_CAPABLE, DS_F_YOUTH_PHONE,
	    DS_F_YOUTH_EMAIL, DS_F_YOUTH_OPENED_ON, DS_F_YOUTH_CLOSED_ON),
	    err));
	return put_identifiers(show, err);
}

dossier_status
ds_show_residence(struct ds_show *show, dossier_error *err)
{
	return ds_show_one(show, DS_RESIDENCE, ds_show_state(show,
	    &show->residences), DS_FIELDS(DS_F_RESIDENCE_MUNICIPALITY,
	    DS_F_RESIDENCE_ADDRESS, DS_F_RESIDENCE_POSTCODE,
	    DS_F_RESIDENCE_PLACE, DS_F_RESIDENCE_FROM,
	    DS_F_RESIDENCE_UNTIL), err);
}

dossier_status
ds_show_school(struct ds_show *show, dossier_error *err)
{
	const struct ds_row *now = ds_show_state(show, &show->enrolments);
	const struct ds_listing other = { "other_enrolments",
	    N_("Other enrolments"), DS_FIELDS(DS_F_ENROLMENT_SCHOOL,
	    DS_F_ENROLMENT_KIND, DS_F_ENROLMENT_PROFILE,
	    DS_F_ENROLMENT_FROM, DS_F_ENROLMENT_UNTIL), NULL, NULL, NULL };
	struct ds_rows rest = { NULL, 0 };
	size_t i;

	DS_TRY(ds_show_one(show, DS_ENROLMENT, now,
	    DS_FIELDS(DS_F_ENROLMENT_SCHOOL, DS_F_ENROLMENT_NUMBER,
	    DS_F_ENROLMENT_KIND, DS_F_ENROLMENT_PROFILE,
	    DS_F_ENROLMENT_CLUSTER, DS_F_ENROLMENT_CLASS,
	    DS_F_ENROLMENT_YEAR, DS_F_ENROLMENT_DESTINATION,
	    DS_F_ENROLMENT_EXIT, DS_F_ENROLMENT_FROM,
	    DS_F_ENROLMENT_UNTIL), err));
	rest.row = ds_arena_alloc(show->arena, (show->enrolments.count + 1) *
	    sizeof *rest.row);
	if (rest.row == NULL)
		return ds_no_memory(err);
	for (i = 0; i < show->enrolments.count; i++)
		if (&show->enrolments.row[i] != now)
			rest.row[rest.count++] = show->enrolments.row[i];
	return ds_show_list(show, DS_ENROLMENT, &other, &rest, err);
}

/* ---- people around ---- */

/* Whose telephone it is when the person has none: the contact's. */
static dossier_status
reach(struct ds_show *show, struct ds_row *person, dossier_error *err)
{
	int64_t id = ds_row_int(person, DS_F_PERSON_CONTACT);
	struct ds_row contact;

	if (id == 0)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&contact, show->arena, show->session->book,
	    DS_CONTACT, id, err));
	if (!ds_row_has(person, DS_F_PERSON_NAME))
		ds_row_set_text(person, DS_F_PERSON_NAME,
		    ds_row_text(&contact, DS_F_CONTACT_NAME));
	if (!ds_row_has(person, DS_F_PERSON_PHONE))
		ds_row_set_text(person, DS_F_PERSON_PHONE,
		    ds_row_text(&contact, DS_F_CONTACT_PHONE));
	return DOSSIER_OK;
}

static dossier_status
put_network(struct ds_show *show, const struct ds_rows *people,
    const char *network, const struct ds_listing *listing,
    dossier_error *err)
{
	const char *text;
	struct ds_rows some = { NULL, 0 };
	size_t i;

	some.row = ds_arena_alloc(show->arena, (people->count + 1) *
	    sizeof *some.row);
	if (some.row == NULL)
		return ds_no_memory(err);
	for (i = 0; i < people->count; i++) {
		text = ds_row_text(&people->row[i], DS_F_PERSON_NETWORK);
		if (text == NULL || strcmp(text, network) != 0)
			continue;
		some.row[some.count] = people->row[i];
		DS_TRY(reach(show, &some.row[some.count++], err));
	}
	if (some.count > 0)
		ds_show_open(show);
	return ds_present_table(show->doc, &show->view, show->map, listing,
	    listing->title, some.row, some.count, err);
}

dossier_status
ds_show_people(struct ds_show *show, dossier_error *err)
{
	static const int own[] = { DS_F_PERSON_ROLE, DS_F_PERSON_NAME,
	    DS_F_PERSON_PHONE, DS_F_PERSON_EMAIL, DS_F_PERSON_AGREED,
	    DS_F_PERSON_FROM, DS_F_PERSON_UNTIL, DS_NO_FIELD };
	static const int paid[] = { DS_F_PERSON_ROLE, DS_F_PERSON_NAME,
	    DS_F_PERSON_PARTY, DS_F_PERSON_MANDATE, DS_F_PERSON_STAND_IN,
	    DS_F_PERSON_AGREED, DS_F_PERSON_PHONE, DS_F_PERSON_EMAIL,
	    DS_F_PERSON_FROM, DS_F_PERSON_UNTIL, DS_NO_FIELD };
	const struct ds_listing informal = { "informal_network",
	    N_("Own network (informal)"), own, NULL, NULL, NULL };
	const struct ds_listing professional = { "professional_network",
	    N_("Professionals"), paid, NULL, NULL, NULL };
	const struct ds_listing none = { "people", NULL, own, NULL, NULL,
	    NULL };
	struct ds_rows people;

	DS_TRY(ds_show_read(&people, show, DS_PERSON, NULL, err));
	DS_TRY(put_network(show, &people, "informeel", &informal, err));
	DS_TRY(put_network(show, &people, "professioneel", &professional,
	    err));
	return people.count > 0 ? DOSSIER_OK : ds_show_list(show, DS_PERSON,
	    &none, &people, err);
}
