/* SPDX-License-Identifier: EUPL-1.2 */
/* Employers and their places; what each youth did there, and is worth. */
#include "flows/sample_parts.h"

#include <stdio.h>
#include <string.h>

/* ---- places ---- */

struct employer {
	int64_t party;
	int sector, town;
};

static dossier_status
put_employer(struct employer *out, struct ds_sample *s, int number,
    dossier_error *err)
{
	static const char *const marks[] = { "De Kade", "Van Zessen",
	    "Goudoever", "De Vuurtoren", "'t Hoekje", "Zonneveld" };
	const struct ds_sample_sector_data *sector;
	struct ds_row row;
	int kinds = 0;

	out->sector = number % DS_SAMPLE_SECTORS;
	out->town = (int)ds_sample_random(s, DS_SAMPLE_TOWNS);
	sector = &ds_sample_sectors[out->sector];
	while (sector->employers[kinds] != NULL)
		kinds++;
	ds_row_start(&row, DS_PARTY);
	ds_row_set_text(&row, DS_F_PARTY_CODE,
	    ds_sample_text(s, "0000%04d", 9001 + number));
	ds_row_set_text(&row, DS_F_PARTY_KIND, "werkgever");
	ds_row_set_text(&row, DS_F_PARTY_NAME, ds_sample_text(s, "%s %s %s",
	    sector->employers[number / DS_SAMPLE_SECTORS % kinds],
	    marks[ds_sample_random(s, 6)], ds_sample_towns[out->town].name));
	ds_row_set_text(&row, DS_F_PARTY_PHONE,
	    ds_sample_text(s, "085-0000%03d", 300 + number));
	ds_sample_value(s, &row, DS_F_PARTY_POSTCODE,
	    ds_sample_postcode(s, out->town));
	DS_TRY(ds_sample_add(s, &row, err));
	out->party = row.id;
	return DOSSIER_OK;
}

const char *
ds_sample_processes(struct ds_sample *s, unsigned least, unsigned most)
{
	unsigned left = least + ds_sample_random(s, most - least + 1), i;
	char text[80];
	size_t used = 0;

	text[0] = '\0';
	for (i = 0; i < 6; i++) {
		if (ds_sample_random(s, 6 - i) >= left)
			continue;
		left--;
		used += (size_t)snprintf(text + used, sizeof text - used,
		    "%sB1-K%u-W%u", used == 0 ? "" : " ", 1 + i / 4,
		    1 + i % 4);
	}
	return ds_sample_text(s, "%s", text);
}

static const char *
some_days(struct ds_sample *s, int hours)
{
	static const char *const few[] = { "ma di", "ma wo vr", "di do",
	    "wo do vr" };

	return hours >= 32 ? "ma di wo do vr" : hours >= 24 ? "ma di do vr" :
	    few[ds_sample_random(s, 4)];
}

static dossier_status
put_place(struct ds_sample *s, int number, const struct employer *employer,
    dossier_error *err)
{
	struct ds_sample_place *place = &s->places[number];
	const struct ds_sample_sector_data *sector =
	    &ds_sample_sectors[employer->sector];
	struct ds_row row;
	unsigned jobs = 0;

	place->party = employer->party;
	place->sector = employer->sector;
	place->town = employer->town;
	place->hours = 16 + 4 * (int)ds_sample_random(s, 6);
	place->day_activities = sector->day_activities &&
	    ds_sample_chance(s, 35);
	while (sector->jobs[jobs] != NULL)
		jobs++;
	ds_row_start(&row, DS_PLACE);
	ds_row_set_text(&row, DS_F_PLACE_CODE,
	    ds_sample_text(s, "P%03d", number + 1));
	ds_row_set_int(&row, DS_F_PLACE_PARTY, place->party);
	ds_row_set_text(&row, DS_F_PLACE_NAME,
	    sector->jobs[ds_sample_random(s, jobs)]);
	ds_row_set_text(&row, DS_F_PLACE_KIND, place->day_activities ?
	    "dagbesteding" : ds_sample_chance(s, 55) ? "werk" : "stage");
	ds_row_set_text(&row, DS_F_PLACE_SECTOR, sector->slug);
	if (!place->day_activities)
		ds_row_set_text(&row, DS_F_PLACE_PROCESSES,
		    ds_sample_processes(s, 1, 3));
	ds_row_set_int(&row, DS_F_PLACE_HOURS_MIN, place->hours - 8);
	ds_row_set_int(&row, DS_F_PLACE_HOURS_MAX, place->hours);
	ds_row_set_text(&row, DS_F_PLACE_DAYS, some_days(s, place->hours));
	ds_sample_value(s, &row, DS_F_PLACE_POSTCODE,
	    ds_sample_postcode(s, place->town));
	ds_row_set_int(&row, DS_F_PLACE_SEATS, 1 + ds_sample_random(s, 4));
	ds_sample_day(s, &row, DS_F_PLACE_FROM, ds_day_add(s->year,
	    -(int)ds_sample_random(s, 900)));
	if (ds_sample_chance(s, 15))
		ds_sample_day(s, &row, DS_F_PLACE_UNTIL, ds_day_add(s->today,
		    (int)ds_sample_random(s, 400)));
	DS_TRY(ds_sample_add(s, &row, err));
	place->id = row.id;
	return DOSSIER_OK;
}

dossier_status
ds_sample_work(struct ds_sample *s, dossier_error *err)
{
	struct employer employers[DS_SAMPLE_EMPLOYERS];
	int i;

	for (i = 0; i < DS_SAMPLE_EMPLOYERS; i++) {
		ds_arena_reset(&s->arena);
		DS_TRY(put_employer(&employers[i], s, i, err));
	}
	for (i = 0; i < DS_SAMPLE_PLACES; i++) {
		ds_arena_reset(&s->arena);
		DS_TRY(put_place(s, i, &employers[i < DS_SAMPLE_EMPLOYERS ?
		    (unsigned)i : ds_sample_random(s, DS_SAMPLE_EMPLOYERS)],
		    err));
	}
	return DOSSIER_OK;
}

/* ---- a youth's way there ---- */

/* One of the youth's sector when a few tries find it, near for the shown. */
static const struct ds_sample_place *
some_place(struct ds_sample *s, const struct ds_sample_youth *y,
    bool day_activities)
{
	const struct ds_sample_place *place = s->places;
	int tries;

	for (tries = 0; tries < 60; tries++) {
		place = &s->places[ds_sample_random(s, DS_SAMPLE_PLACES)];
		if (place->sector == y->sector &&
		    place->day_activities == day_activities)
			break;
	}
	return place;
}

static dossier_status
put_placement(struct ds_sample *s, const struct ds_sample_youth *y,
    const struct ds_sample_place *place, const char *kind,
    const char *stage, struct ds_span span, dossier_error *err)
{
	struct ds_row row;

	if (span.from.number > s->today.number + 200)
		return DOSSIER_OK;
	ds_row_start(&row, DS_PLACEMENT);
	ds_row_set_int(&row, DS_F_PLACEMENT_YOUTH, y->id);
	ds_row_set_int(&row, DS_F_PLACEMENT_PLACE, place->id);
	ds_row_set_text(&row, DS_F_PLACEMENT_KIND, kind);
	ds_row_set_text(&row, DS_F_PLACEMENT_STAGE, stage);
	ds_row_set_int(&row, DS_F_PLACEMENT_HOURS, stage == NULL ?
	    place->hours : 16);
	ds_sample_day(s, &row, DS_F_PLACEMENT_FROM, span.from);
	ds_sample_day(s, &row, DS_F_PLACEMENT_UNTIL, span.until);
	return ds_sample_add(s, &row, err);
}

static struct ds_span
until_exit(const struct ds_sample_youth *y, int first, int last)
{
	return (struct ds_span){ ds_day_add(y->exit, -first),
	    ds_day_add(y->exit, -last) };
}

/* What follows the school: at once, after a hole, or before it ends. */
static dossier_status
put_contract(struct ds_sample *s, const struct ds_sample_youth *y,
    const struct ds_sample_place *last, dossier_error *err)
{
	unsigned how = ds_sample_random(s, 100);
	int gap = how < 60 ? 1 : how < 85 ?
	    32 + (int)ds_sample_random(s, 60) : -18;
	struct ds_span span = { ds_day_add(y->exit, gap), DOSSIER_NO_DAY };
	bool days = strcmp(y->destination, "dagbesteding") == 0;

	if (how >= 60 && ds_sample_chance(s, 60))
		last = some_place(s, y, days);
	/* For a year, for half a year, or without an end. */
	if (!days && ds_sample_chance(s, 80))
		span.until = ds_day_add(ds_day_shift(span.from,
		    (struct ds_period){ ds_sample_chance(s, 70) ? 12 : 6, 0 },
		    1), -1);
	return put_placement(s, y, last, days ? "dagbesteding" : "contract",
	    NULL, span, err);
}

static bool
to_work(const struct ds_sample_youth *y)
{
	return strcmp(y->destination, "betaald-werk") == 0 ||
	    strcmp(y->destination, "bbl") == 0 ||
	    strcmp(y->destination, "dagbesteding") == 0;
}

static dossier_status
put_wage(struct ds_sample *s, const struct ds_sample_youth *y,
    const struct ds_sample_place *place, int value, dossier_day on,
    dossier_error *err)
{
	static const char *const methods[] = { "Werkplekmeting",
	    "Taakanalyse", "Competentiemeting" };
	static const char *const assessors[] = { "Marja de Leest",
	    "Wim Hartog", "Nadia Berrada" };
	unsigned which = ds_sample_random(s, 3);
	struct ds_row row;

	ds_row_start(&row, DS_WAGE_VALUE);
	ds_row_set_int(&row, DS_F_WAGE_YOUTH, y->id);
	ds_row_set_int(&row, DS_F_WAGE_VALUE, value);
	ds_sample_day(s, &row, DS_F_WAGE_MEASURED_ON, on);
	ds_sample_day(s, &row, DS_F_WAGE_VALID_UNTIL, ds_day_add(
	    ds_sample_years(on, y->shown || ds_sample_chance(s, 80) ? 2 : 1),
	    -1));
	ds_row_set_text(&row, DS_F_WAGE_METHOD, methods[which]);
	ds_row_set_text(&row, DS_F_WAGE_ASSESSOR, assessors[which]);
	ds_row_set_int(&row, DS_F_WAGE_PARTY, place->party);
	return ds_sample_add(s, &row, err);
}

/* Measured at the stage, sometimes twice, sometimes at the very line. */
static dossier_status
put_wages(struct ds_sample *s, const struct ds_sample_youth *y,
    const struct ds_sample_place *place, dossier_error *err)
{
	unsigned share = y->phase == DS_LEAVES_LATER ? 12 : 60;
	bool days = strcmp(y->destination, "dagbesteding") == 0;
	dossier_day on = ds_day_add(y->exit, -40 - (int)ds_sample_random(s,
	    140));
	int value = days ? 1000 + 50 * (int)ds_sample_random(s, 70) :
	    3000 + 50 * (int)ds_sample_random(s, 130);

	if (ds_sample_chance(s, 5))
		value = 5000;
	if (y->shown) {
		value = 6250;
		on = ds_sample_workday(ds_day_add(s->today, -45));
	} else if (!ds_sample_chance(s, share)) {
		return DOSSIER_OK;
	}
	if (!ds_sample_past(s, on))
		on = ds_day_add(s->today, -3 - (int)ds_sample_random(s, 60));
	DS_TRY(put_wage(s, y, place, value, on, err));
	return y->shown || !ds_sample_chance(s, 10) ? DOSSIER_OK :
	    put_wage(s, y, some_place(s, y, days), value - 550,
	    ds_day_add(on, -21), err);
}

dossier_status
ds_sample_career(struct ds_sample *s, const struct ds_sample_youth *y,
    dossier_error *err)
{
	bool days = strcmp(y->destination, "dagbesteding") == 0;
	bool entree = strcmp(y->school->data->kind, "entree") == 0;
	const struct ds_sample_place *place = some_place(s, y, days);

	if (!entree && !y->shown && ds_sample_chance(s, 70))
		DS_TRY(put_placement(s, y, some_place(s, y, days), "stage",
		    "orientatie", until_exit(y, 700, 610), err));
	if (!entree)
		DS_TRY(put_placement(s, y, place, "stage", "leren",
		    until_exit(y, 430, 250), err));
	if (y->shown || ds_sample_chance(s, 80))
		DS_TRY(put_placement(s, y, place, "stage", "plaatsing",
		    until_exit(y, 200, 0), err));
	DS_TRY(put_wages(s, y, place, err));
	if (!y->shown && to_work(y) && ds_sample_chance(s,
	    ds_day_known(y->left) ? 80 : 20))
		return put_contract(s, y, place, err);
	return DOSSIER_OK;
}
