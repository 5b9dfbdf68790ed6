/* SPDX-License-Identifier: EUPL-1.2 */
/* The young people: who they are, where they learn and where they live. */
#include "flows/sample_parts.h"

#include <string.h>

#include "base/ident.h"

static bool
is_entree(const struct ds_sample_youth *y)
{
	return strcmp(y->school->data->kind, "entree") == 0;
}

/* ---- when ---- */

static enum ds_sample_phase
some_phase(struct ds_sample *s, const struct ds_sample_youth *y)
{
	unsigned at = ds_sample_random(s, 100);

	if (at < 34)
		return DS_LEAVES_SOON;
	/* Entree takes a year; nobody leaves it halfway or later. */
	if (at < 70)
		return is_entree(y) ? DS_LEAVES_SOON :
		    at < 58 ? DS_LEAVES_LATER : DS_LEAVES_BETWEEN;
	return at < 87 ? DS_LEFT_LAST : at < 96 ? DS_LEFT_BEFORE :
	    DS_LEFT_LONG_AGO;
}

static dossier_day
exit_of(struct ds_sample *s, const struct ds_sample_youth *y)
{
	int year, month, day;

	switch (y->phase) {
	case DS_LEAVES_SOON:
		return ds_sample_summer(s, 0);
	case DS_LEAVES_LATER:
		return ds_sample_summer(s, 1);
	case DS_LEAVES_BETWEEN:
		ds_day_civil(ds_day_add(s->today, 45 +
		    (int)ds_sample_random(s, 300)), &year, &month, &day);
		return ds_day_add(ds_day_of(year, month, 1), -1);
	case DS_LEFT_LAST:
		return ds_sample_summer(s, -1);
	case DS_LEFT_BEFORE:
		return ds_sample_summer(s, -2);
	default:
		return ds_sample_summer(s, -3);
	}
}

static dossier_day
closing_of(const struct ds_sample *s, const struct ds_sample_youth *y)
{
	dossier_day end = ds_sample_years(y->left, is_entree(y) ? 1 : 2);

	return ds_sample_past(s, end) ? end : DOSSIER_NO_DAY;
}

static void
set_days(struct ds_sample *s, struct ds_sample_youth *y)
{
	dossier_day latest = ds_day_add(s->today, -8);

	y->phase = y->shown ? DS_LEAVES_BETWEEN : some_phase(s, y);
	y->exit = y->shown ? s->shown_exit : exit_of(s, y);
	y->due = ds_day_shift(y->exit, (struct ds_period){ 6, 0 }, -1);
	y->left = ds_sample_past(s, y->exit) ? y->exit : DOSSIER_NO_DAY;
	y->closed = ds_day_known(y->left) ? closing_of(s, y) :
	    DOSSIER_NO_DAY;
	y->opened = ds_sample_workday(ds_day_add(y->exit,
	    is_entree(y) ? -290 + (int)ds_sample_random(s, 60) :
	    -420 - (int)ds_sample_random(s, 300)));
	/* A few come late, from another region. */
	if (!y->shown && ds_sample_chance(s, 3))
		y->opened = ds_sample_workday(ds_day_add(y->due, 12));
	if (y->opened.number > latest.number)
		y->opened = ds_sample_workday(latest);
}

/* ---- who ---- */

static const char *
some_destination(struct ds_sample *s, const struct ds_sample_youth *y)
{
	static const char *const usual[] = { "betaald-werk", "betaald-werk",
	    "betaald-werk", "bbl", "vervolgonderwijs", "vervolgonderwijs",
	    "participatieplek", "dagbesteding", "werkervaringsplek",
	    "onbekend" };
	static const char *const vso[] = { "betaald-werk", "betaald-werk",
	    "dagbesteding", "dagbesteding", "dagbesteding", "uwv-route",
	    "vervolgonderwijs", "participatieplek", "onbekend", "zorg" };
	bool special = strcmp(y->school->data->kind, "vso") == 0;

	return y->shown ? usual[0] :
	    (special ? vso : usual)[ds_sample_random(s, 10)];
}

static void
set_wishes(struct ds_sample *s, const struct ds_sample_youth *y,
    struct ds_row *row)
{
	int other = (y->sector + 1 + (int)ds_sample_random(s, 3)) %
	    DS_SAMPLE_SECTORS;
	const char *sector = ds_sample_sectors[y->sector].slug;

	ds_sample_value(s, row, DS_F_YOUTH_SECTORS,
	    y->shown || ds_sample_chance(s, 40) ? ds_sample_text(s, "%s %s", sector,
	    ds_sample_sectors[other].slug) : sector);
	ds_row_set_text(row, DS_F_YOUTH_PROCESSES,
	    ds_sample_processes(s, y->shown ? 4 : 2, 5));
	ds_row_set_int(row, DS_F_YOUTH_HOURS, y->shown ? 24 :
	    16 + 4 * ds_sample_random(s, 6));
	ds_row_set_text(row, DS_F_YOUTH_DAYS, y->shown ||
	    ds_sample_chance(s, 70) ? "ma di wo do vr" : "ma di do");
	ds_row_set_int(row, DS_F_YOUTH_MAX_KM, y->shown ? 15 :
	    5 + 5 * ds_sample_random(s, 4));
	ds_sample_day(s, row, DS_F_YOUTH_AVAILABLE_FROM,
	    ds_day_add(y->exit, 1));
}

static dossier_status
put_youth(struct ds_sample *s, struct ds_sample_youth *y,
    dossier_error *err)
{
	const char *given = "Aaron", *prefix = NULL, *family = "Kuiper";
	const char *sex = "m";
	struct ds_row row;

	ds_row_start(&row, DS_YOUTH);
	if (!y->shown)
		ds_sample_name(s, &given, &prefix, &family, &sex);
	DS_TRY(ds_book_number(&row.id, s->book, DS_YOUTH, err));
	ds_ref_make(y->ref, (uint64_t)row.id, s->session->ref_key);
	ds_row_set_text(&row, DS_F_YOUTH_REF, y->ref);
	ds_row_set_text(&row, DS_F_YOUTH_GIVEN_NAME, given);
	ds_row_set_text(&row, DS_F_YOUTH_PREFIX, prefix);
	ds_row_set_text(&row, DS_F_YOUTH_FAMILY_NAME, family);
	ds_row_set_text(&row, DS_F_YOUTH_SEX, sex);
	ds_sample_day(s, &row, DS_F_YOUTH_BIRTH_DATE, ds_day_add(
	    ds_sample_years(y->exit, -17), -(int)ds_sample_random(s, 700)));
	if (y->shown || ds_sample_chance(s, 80))
		ds_row_set_text(&row, DS_F_YOUTH_PHONE,
		    ds_sample_text(s, "06-00001%03u",
		    (unsigned)(row.id % 1000)));
	ds_sample_day(s, &row, DS_F_YOUTH_OPENED_ON, y->opened);
	ds_sample_day(s, &row, DS_F_YOUTH_CLOSED_ON, y->closed);
	if (y->shown || ds_sample_chance(s, 65))
		ds_row_set_int(&row, DS_F_YOUTH_JOB_READY,
		    y->shown || ds_sample_chance(s, 70));
	if (y->shown || ds_sample_chance(s, 75))
		set_wishes(s, y, &row);
	DS_TRY(ds_sample_add(s, &row, err));
	y->id = row.id;
	return DOSSIER_OK;
}

/* ---- where ---- */

static const char *
profile_of(const char *destination)
{
	if (strcmp(destination, "dagbesteding") == 0 ||
	    strcmp(destination, "zorg") == 0)
		return "dagbesteding";
	return strcmp(destination, "vervolgonderwijs") == 0 ?
	    "vervolgonderwijs" : "arbeid";
}

static dossier_day
enrolled_on(struct ds_sample *s, const struct ds_sample_youth *y)
{
	int years = is_entree(y) ? 0 : 3 + (int)ds_sample_random(s, 3);

	return ds_sample_years(ds_school_year_start(y->exit), -years);
}

static dossier_status
put_enrolment(struct ds_sample *s, const struct ds_sample_youth *y,
    dossier_error *err)
{
	struct ds_sample_school *school = y->school;
	dossier_day from = enrolled_on(s, y), until_day = y->left;
	dossier_day last = ds_day_known(y->left) ? y->left : s->today;
	struct ds_row row;
	int year;

	year = 1 + (last.number - from.number) / 366;
	ds_row_start(&row, DS_ENROLMENT);
	ds_row_set_int(&row, DS_F_ENROLMENT_YOUTH, y->id);
	ds_row_set_int(&row, DS_F_ENROLMENT_SCHOOL, school->party);
	ds_row_set_text(&row, DS_F_ENROLMENT_NUMBER,
	    ds_sample_text(s, "%05d", 100 * (1 + school->data->town) +
	    school->pupils));
	ds_row_set_text(&row, DS_F_ENROLMENT_KIND, school->data->kind);
	if (strcmp(school->data->kind, "vso") == 0 && !ds_sample_chance(s, 4))
		ds_row_set_text(&row, DS_F_ENROLMENT_PROFILE,
		    profile_of(y->destination));
	ds_row_set_text(&row, DS_F_ENROLMENT_CLASS, ds_sample_text(s,
	    "%d%c", year, 'A' + school->pupils % DS_SAMPLE_MENTORS));
	ds_row_set_int(&row, DS_F_ENROLMENT_YEAR, year);
	ds_row_set_text(&row, DS_F_ENROLMENT_DESTINATION, y->destination);
	/* Some schools have not filled it in. */
	if (ds_day_known(y->left) || y->shown || !ds_sample_chance(s, 3))
		ds_sample_day(s, &row, DS_F_ENROLMENT_EXIT, y->exit);
	ds_sample_day(s, &row, DS_F_ENROLMENT_FROM, from);
	ds_sample_day(s, &row, DS_F_ENROLMENT_UNTIL, until_day);
	return ds_sample_add(s, &row, err);
}

static dossier_status
put_residence(struct ds_sample *s, const struct ds_sample_youth *y,
    int town, dossier_day from, dossier_day until, dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_RESIDENCE);
	ds_row_set_int(&row, DS_F_RESIDENCE_YOUTH, y->id);
	ds_row_set_int(&row, DS_F_RESIDENCE_MUNICIPALITY, s->towns[town]);
	ds_sample_value(s, &row, DS_F_RESIDENCE_POSTCODE,
	    ds_sample_postcode(s, town));
	ds_row_set_text(&row, DS_F_RESIDENCE_PLACE,
	    ds_sample_towns[town].name);
	ds_sample_day(s, &row, DS_F_RESIDENCE_FROM, from);
	ds_sample_day(s, &row, DS_F_RESIDENCE_UNTIL, until);
	return ds_sample_add(s, &row, err);
}

/* A few have moved within the region. */
static dossier_status
put_residences(struct ds_sample *s, const struct ds_sample_youth *y,
    dossier_error *err)
{
	int before = (y->town + 1) % DS_SAMPLE_TOWNS;
	dossier_day moved = ds_day_add(y->opened, 5);

	if (y->shown || !ds_sample_chance(s, 5))
		return put_residence(s, y, y->town, DOSSIER_NO_DAY,
		    DOSSIER_NO_DAY, err);
	DS_TRY(put_residence(s, y, before, DOSSIER_NO_DAY,
	    ds_day_add(moved, -1), err));
	return put_residence(s, y, y->town, moved, DOSSIER_NO_DAY, err);
}

/* ---- all of one, all of them ---- */

static dossier_status
put_all(struct ds_sample *s, struct ds_sample_youth *y, dossier_error *err)
{
	struct ds_sample_school *school = y->school;

	ds_arena_reset(&s->arena);
	y->mentor = school->mentors[school->pupils % DS_SAMPLE_MENTORS];
	y->town = y->shown || ds_sample_chance(s, 60) ? school->data->town :
	    (int)ds_sample_random(s, DS_SAMPLE_TOWNS);
	y->sector = (int)ds_sample_random(s, DS_SAMPLE_SECTORS);
	if (y->shown)
		y->sector = DS_SAMPLE_SECTORS - 1;
	y->destination = some_destination(s, y);
	set_days(s, y);
	DS_TRY(put_youth(s, y, err));
	DS_TRY(put_enrolment(s, y, err));
	DS_TRY(put_residences(s, y, err));
	DS_TRY(ds_sample_career(s, y, err));
	DS_TRY(ds_sample_talk(s, y, err));
	DS_TRY(ds_sample_hold(s, y, err));
	school->pupils++;
	return DOSSIER_OK;
}

dossier_status
ds_sample_youths(struct ds_sample *s, dossier_error *err)
{
	struct ds_sample_youth y;
	int i;

	for (i = 0; i < DS_SAMPLE_SCHOOLS; i++)
		while (s->schools[i].pupils <
		    s->schools[i].data->pupils) {
			memset(&y, 0, sizeof y);
			y.school = &s->schools[i];
			y.shown = i == 0 && s->schools[i].pupils == 0;
			DS_TRY(put_all(s, &y, err));
		}
	return DOSSIER_OK;
}
