/* SPDX-License-Identifier: EUPL-1.2 */
/* The map, the organisations, and the people who work there. */
#include "flows/sample_parts.h"

#include <string.h>

#define LABOUR_REGION "Merenland"

/* ---- the map ---- */

static dossier_status
put_postcodes(struct ds_sample *s, int town, dossier_error *err)
{
	const struct ds_sample_town_data *data = &ds_sample_towns[town];
	struct ds_row row;
	int i;

	for (i = 0; i < DS_SAMPLE_POSTCODES; i++) {
		ds_row_start(&row, DS_POSTCODE);
		ds_row_set_text(&row, DS_F_POSTCODE_CODE,
		    ds_sample_text(s, "%d", data->postcode + i));
		ds_row_set_text(&row, DS_F_POSTCODE_PLACE, data->name);
		/* The corners of a square of about two kilometres. */
		ds_row_set_int(&row, DS_F_POSTCODE_LATITUDE,
		    data->latitude + (i / 2 == 0 ? -90000 : 90000));
		ds_row_set_int(&row, DS_F_POSTCODE_LONGITUDE,
		    data->longitude + (i % 2 == 0 ? -140000 : 140000));
		ds_row_set_text(&row, DS_F_POSTCODE_MUNICIPALITY, data->code);
		DS_TRY(ds_sample_add(s, &row, err));
	}
	return DOSSIER_OK;
}

/* ---- organisations and people ---- */

static const char *
phone(struct ds_sample *s)
{
	return ds_sample_text(s, "06-00000%03u", s->people);
}

static dossier_status
put_party(int64_t *out, struct ds_sample *s, const char *code,
    const char *kind, const char *name, int town, dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_PARTY);
	ds_row_set_text(&row, DS_F_PARTY_CODE, code);
	ds_row_set_text(&row, DS_F_PARTY_KIND, kind);
	ds_row_set_text(&row, DS_F_PARTY_NAME, name);
	ds_row_set_text(&row, DS_F_PARTY_PHONE,
	    ds_sample_text(s, "085-0000%03u", s->people));
	ds_row_set_text(&row, DS_F_PARTY_EMAIL,
	    ds_sample_text(s, "info@%s.example", code));
	ds_sample_value(s, &row, DS_F_PARTY_POSTCODE,
	    ds_sample_postcode(s, town));
	if (strcmp(kind, "gemeente") == 0) {
		ds_row_set_text(&row, DS_F_PARTY_LABOUR_REGION,
		    LABOUR_REGION);
		ds_row_set_text(&row, DS_F_PARTY_DOORSTROOM_REGION,
		    LABOUR_REGION);
	}
	DS_TRY(ds_sample_add(s, &row, err));
	*out = row.id;
	return DOSSIER_OK;
}

/* Names of contacts are all different: they are how people are named. */
static dossier_status
put_contact(int64_t *out, struct ds_sample *s, dossier_error *err)
{
	static const char *const given[] = { "Ans", "Bert", "Carla", "Dirk",
	    "Ellen", "Fatima", "Gerard", "Hülya", "Ingrid", "Johan", "Karin",
	    "Leo", "Marja", "Nadia", "Oscar", "Petra", "Rob", "Sjoerd",
	    "Tineke", "Urs", "Wilma" };
	static const char *const family[] = { "Albers", "Biemans", "Cuypers",
	    "Drost", "Eggink", "Faber", "Gerritsen", "van Houten", "Idema",
	    "Jonkman", "Kramer", "van Loon", "Molenaar", "Nijhof", "Oomen",
	    "Postma", "Rietveld", "Sanders", "Terpstra", "Uittenbogaard",
	    "Veldkamp", "Wagenaar", "Yilmaz", "Zwart", "Benali" };
	unsigned n = s->people++;
	struct ds_row row;

	ds_row_start(&row, DS_CONTACT);
	ds_row_set_text(&row, DS_F_CONTACT_NAME, ds_sample_text(s, "%s %s",
	    given[n % 21], family[(n / 21 + n) % 25]));
	ds_row_set_text(&row, DS_F_CONTACT_PHONE, phone(s));
	ds_row_set_text(&row, DS_F_CONTACT_EMAIL,
	    ds_sample_text(s, "medewerker%u@voorbeeld.example", s->people));
	DS_TRY(ds_sample_add(s, &row, err));
	*out = row.id;
	return DOSSIER_OK;
}

struct role {
	int64_t party, about;
	const char *what;
	dossier_day from, until;
};

static dossier_status
put_role(struct ds_sample *s, int64_t contact, const struct role *role,
    dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_CONTACT_ROLE);
	ds_row_set_int(&row, DS_F_ROLE_CONTACT, contact);
	ds_row_set_int(&row, DS_F_ROLE_PARTY, role->party);
	ds_row_set_text(&row, DS_F_ROLE_ROLE, role->what);
	if (role->about != 0)
		ds_row_set_int(&row, DS_F_ROLE_ABOUT, role->about);
	ds_sample_day(s, &row, DS_F_ROLE_FROM, role->from);
	ds_sample_day(s, &row, DS_F_ROLE_UNTIL, role->until);
	return ds_sample_add(s, &row, err);
}

static dossier_status
put_person(int64_t *out, struct ds_sample *s, const struct role *role,
    dossier_error *err)
{
	DS_TRY(put_contact(out, s, err));
	return put_role(s, *out, role, err);
}

/* ---- municipalities ---- */

/*
 * At the last but one a stand-in answers; at the last nobody does since
 * their contact has gone.
 */
static dossier_status
put_town(struct ds_sample *s, int town, dossier_error *err)
{
	const struct ds_sample_town_data *data = &ds_sample_towns[town];
	int missing = DS_SAMPLE_TOWNS - 1 - town;	/* 0 and 1: gone */
	struct role role = { .what = "contactpersoon",
	    .from = ds_sample_years(s->year, -4), .until = DOSSIER_NO_DAY };
	int64_t other;

	DS_TRY(put_postcodes(s, town, err));
	DS_TRY(put_party(&s->towns[town], s, data->code, "gemeente",
	    data->name, town, err));
	role.party = s->towns[town];
	if (missing < 2)
		role.until = ds_day_add(s->today, -35 - 12 * missing);
	DS_TRY(put_person(&s->town_contacts[town], s, &role, err));
	if (missing == 0)
		return DOSSIER_OK;
	role.what = "vervanger";
	role.from = ds_sample_years(s->year, -2);
	role.until = DOSSIER_NO_DAY;
	if (missing == 1 || town % 3 == 0)
		DS_TRY(put_person(&other, s, &role, err));
	role.what = "regisseur";
	return town % 2 == 0 ? put_person(&other, s, &role, err) :
	    DOSSIER_OK;
}

/* ---- the region's own ---- */

static dossier_status
put_services(struct ds_sample *s, dossier_error *err)
{
	static const char *const coaches[] = { "Jobcoachbureau De Treden",
	    "Werkplein Merenland", "Stichting Stap Verder" };
	struct role role = { .from = ds_sample_years(s->year, -4),
	    .until = DOSSIER_NO_DAY };
	int64_t other;
	int i;

	DS_TRY(put_party(&s->service, s, "sdm", "sociale-dienst",
	    "Sociale Dienst Merenland", 0, err));
	DS_TRY(put_party(&s->uwv, s, "uwv", "uwv", "UWV Merenland", 0, err));
	role.party = s->uwv;
	role.what = "arbeidsdeskundige";
	DS_TRY(put_person(&s->expert, s, &role, err));
	role.what = "contactpersoon";
	DS_TRY(put_person(&other, s, &role, err));
	role.what = "regisseur";
	role.party = s->service;
	for (i = 0; i < DS_SAMPLE_CONSULTANTS; i++)
		DS_TRY(put_person(&s->consultants[i], s, &role, err));
	DS_TRY(put_party(&role.party, s, "doorstroompunt", "rmc",
	    "Doorstroompunt Merenland", 1, err));
	role.what = "rmc";
	DS_TRY(put_person(&other, s, &role, err));
	for (i = 0; i < 3; i++) {
		DS_TRY(put_party(&role.party, s, ds_sample_text(s,
		    "jobcoach%d", i + 1), "aanbieder", coaches[i], i, err));
		role.what = i == 1 ? "jobhunter" : "jobcoach";
		DS_TRY(put_person(&other, s, &role, err));
		DS_TRY(put_person(&other, s, &role, err));
	}
	return DOSSIER_OK;
}

/* ---- schools ---- */

/* Two fixed contacts at the social service; for four schools one left. */
static dossier_status
put_consultants(struct ds_sample *s, int number, dossier_error *err)
{
	struct ds_sample_school *school = &s->schools[number];
	struct role role = { s->service, school->party, "contactpersoon",
	    s->year, DOSSIER_NO_DAY };
	int i;

	for (i = 0; i < 2; i++) {
		school->consultants[i] = s->consultants[
		    (number + 3 * i) % DS_SAMPLE_CONSULTANTS];
		if (i == 1 && number % 10 == 6)
			role.until = ds_day_add(s->today, -20);
		if (ds_day_known(role.until) &&
		    role.until.number < role.from.number)
			role.from = ds_sample_years(s->year, -1);
		DS_TRY(put_role(s, school->consultants[i], &role, err));
	}
	return DOSSIER_OK;
}

/*
 * At one school a mentor has gone and nobody answers, at the next one a
 * stand-in does.
 */
static dossier_status
put_staff(struct ds_sample *s, int number, dossier_error *err)
{
	struct ds_sample_school *school = &s->schools[number];
	struct role role = { school->party, 0, "uitstroomcoordinator",
	    ds_sample_years(s->year, -4), DOSSIER_NO_DAY };
	dossier_day gone = ds_day_add(s->today, -16);
	int64_t other;
	int i;

	DS_TRY(put_person(&school->coordinator, s, &role, err));
	role.what = "contactpersoon";
	DS_TRY(put_role(s, school->coordinator, &role, err));
	role.what = "stagecoordinator";
	DS_TRY(put_person(&school->stage, s, &role, err));
	role.what = "mentor";
	for (i = 0; i < DS_SAMPLE_MENTORS; i++) {
		role.until = i == 2 && (number == 7 || number == 18) ? gone :
		    DOSSIER_NO_DAY;
		DS_TRY(put_person(&school->mentors[i], s, &role, err));
	}
	role.until = DOSSIER_NO_DAY;
	role.what = "vervanger";
	return number % 4 == 2 ? put_person(&other, s, &role, err) :
	    DOSSIER_OK;
}

static dossier_status
put_school(struct ds_sample *s, int number, dossier_error *err)
{
	struct ds_sample_school *school = &s->schools[number];

	school->data = &ds_sample_schools[number];
	DS_TRY(put_party(&school->party, s, ds_sample_text(s, "99%c%c00",
	    'A' + number / 26, 'A' + number % 26), "school",
	    school->data->name, school->data->town, err));
	DS_TRY(put_staff(s, number, err));
	return put_consultants(s, number, err);
}

/* Who tries the region works at its first school, and holds cases there. */
static dossier_status
put_actor(struct ds_sample *s, dossier_error *err)
{
	struct ds_sample_school *school = &s->schools[0];
	struct role role = { school->party, 0, "mentor", s->year,
	    DOSSIER_NO_DAY };

	if (s->session->actor == 0)
		return DOSSIER_OK;
	school->mentors[DS_SAMPLE_MENTORS - 1] = s->session->actor;
	return put_role(s, s->session->actor, &role, err);
}

dossier_status
ds_sample_region(struct ds_sample *s, dossier_error *err)
{
	int i;

	for (i = 0; i < DS_SAMPLE_TOWNS; i++)
		DS_TRY(put_town(s, i, err));
	DS_TRY(put_services(s, err));
	for (i = 0; i < DS_SAMPLE_SCHOOLS; i++)
		DS_TRY(put_school(s, i, err));
	return put_actor(s, err);
}
