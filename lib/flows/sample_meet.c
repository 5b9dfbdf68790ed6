/* SPDX-License-Identifier: EUPL-1.2 */
/* Meetings, agreements, calls and visits. */
#include "flows/sample_parts.h"

#include <string.h>

/* ---- meetings of a school ---- */

static dossier_status
put_meeting(int64_t *out, struct ds_sample *s, const char *kind,
    dossier_day on, int64_t school, int64_t party, dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_MEETING);
	ds_row_set_text(&row, DS_F_MEETING_KIND, kind);
	ds_sample_day(s, &row, DS_F_MEETING_ON, on);
	ds_row_set_int(&row, DS_F_MEETING_SCHOOL, school);
	ds_row_set_int(&row, DS_F_MEETING_PARTY, party);
	DS_TRY(ds_sample_add(s, &row, err));
	*out = row.id;
	return DOSSIER_OK;
}

static dossier_status
put_present(struct ds_sample *s, int64_t meeting, const char *role,
    int64_t contact, dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_ATTENDANCE);
	ds_row_set_int(&row, DS_F_ATTENDANCE_MEETING, meeting);
	ds_row_set_text(&row, DS_F_ATTENDANCE_ROLE, role);
	if (contact != 0)
		ds_row_set_int(&row, DS_F_ATTENDANCE_CONTACT, contact);
	return ds_sample_add(s, &row, err);
}

/* Now and then somebody is not there. */
static dossier_status
put_outflow(struct ds_sample *s, struct ds_sample_school *school,
    dossier_day on, dossier_error *err)
{
	struct ds_sample_meeting *meeting =
	    &school->meetings[school->meeting_count++];

	meeting->on = on;
	DS_TRY(put_meeting(&meeting->id, s, "uitstroomoverleg", on,
	    school->party, s->service, err));
	DS_TRY(put_present(s, meeting->id, "stagecoordinator", school->stage,
	    err));
	if (ds_sample_chance(s, 40))
		DS_TRY(put_present(s, meeting->id, "jobcoach", 0, err));
	if (!ds_sample_chance(s, 9))
		DS_TRY(put_present(s, meeting->id, "uwv", s->expert, err));
	return ds_sample_chance(s, 4) ? DOSSIER_OK : put_present(s,
	    meeting->id, "sdd", school->consultants[0], err);
}

/* Five times a school year; of the years before, what is still known. */
static dossier_status
put_meetings(struct ds_sample *s, int number, dossier_error *err)
{
	static const int after[] = { 55, 100, 150, 215, 270 };
	struct ds_sample_school *school = &s->schools[number];
	dossier_day year, on;
	int back, i;

	for (back = 4; back >= 0; back--) {
		year = ds_sample_years(s->year, -back);
		for (i = 0; i < 5; i++) {
			on = ds_sample_workday(ds_day_add(year, after[i] +
			    number % 7 + (int)ds_sample_random(s, 12)));
			if ((back > 1 && i % 3 != 0) ||
			    !ds_sample_past(s, on))
				continue;
			DS_TRY(put_outflow(s, school, on, err));
		}
	}
	return DOSSIER_OK;
}

static dossier_status
put_visit(struct ds_sample *s, const struct ds_sample_school *school,
    int after, dossier_error *err)
{
	dossier_day on = ds_sample_workday(ds_day_add(s->year, after));
	int town = school->data->town;
	int64_t meeting;

	if (!ds_sample_past(s, on))
		return DOSSIER_OK;
	DS_TRY(put_meeting(&meeting, s, "bezoek", on, school->party,
	    s->towns[town], err));
	DS_TRY(put_present(s, meeting, "stagecoordinator", school->stage,
	    err));
	return put_present(s, meeting, "gemeente", s->town_contacts[town],
	    err);
}

dossier_status
ds_sample_meet(struct ds_sample *s, dossier_error *err)
{
	int i;

	for (i = 0; i < DS_SAMPLE_SCHOOLS; i++) {
		ds_arena_reset(&s->arena);
		DS_TRY(put_meetings(s, i, err));
		if (i % 4 != 3)
			DS_TRY(put_visit(s, &s->schools[i], 65 + i, err));
		if (i % 3 == 0)
			DS_TRY(put_visit(s, &s->schools[i], 200 + i, err));
	}
	return DOSSIER_OK;
}

/* ---- was this youth discussed? ---- */

/* What was due before the shown youth's meeting is done: that one leads. */
static bool
must_be_done(const struct ds_sample *s, dossier_day due)
{
	return due.number <= s->shown_due.number;
}

static bool
is_discussed(struct ds_sample *s, const struct ds_sample_youth *y)
{
	int ahead = y->due.number - s->today.number;

	if (y->shown)
		return false;
	if (must_be_done(s, y->due))
		return true;
	if (y->opened.number > y->due.number)
		return ds_sample_chance(s, 40);
	return ahead < 0 ? ds_sample_chance(s, 78) :
	    ahead < 120 && ds_sample_chance(s, 30);
}

/* The last meeting in time; with luck the one before, or one too late. */
static const struct ds_sample_meeting *
which_meeting(struct ds_sample *s, const struct ds_sample_youth *y)
{
	const struct ds_sample_school *school = y->school;
	int i = school->meeting_count - 1;

	while (i > 0 && school->meetings[i].on.number > y->due.number)
		i--;
	if (i > 0 && ds_sample_chance(s, 25))
		i--;
	else if (i + 1 < school->meeting_count && ds_sample_chance(s, 10))
		i++;
	return &school->meetings[i];
}

static dossier_status
discuss(struct ds_sample *s, struct ds_sample_youth *y, dossier_error *err)
{
	const struct ds_sample_meeting *meeting;
	struct ds_row row;

	y->discussed = DOSSIER_NO_DAY;
	if (!is_discussed(s, y))
		return DOSSIER_OK;
	meeting = which_meeting(s, y);
	y->discussed = meeting->on;
	ds_row_start(&row, DS_DISCUSSION);
	ds_row_set_int(&row, DS_F_DISCUSSION_MEETING, meeting->id);
	ds_row_set_int(&row, DS_F_DISCUSSION_YOUTH, y->id);
	return ds_sample_add(s, &row, err);
}

/* ---- agreements ---- */

static dossier_status
agree(struct ds_sample *s, const struct ds_sample_youth *y,
    const char *kind, const char *text, dossier_day on, dossier_day due,
    dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_AGREEMENT);
	ds_row_set_int(&row, DS_F_AGREEMENT_YOUTH, y->id);
	ds_row_set_text(&row, DS_F_AGREEMENT_KIND, kind);
	ds_row_set_text(&row, DS_F_AGREEMENT_TEXT, text);
	ds_row_set_int(&row, DS_F_AGREEMENT_OWNER,
	    ds_sample_chance(s, 60) ? y->mentor : y->school->consultants[0]);
	ds_row_set_int(&row, DS_F_AGREEMENT_PARTY, ds_sample_chance(s, 60) ?
	    s->service : s->towns[y->town]);
	ds_sample_day(s, &row, DS_F_AGREEMENT_ON, on);
	ds_sample_day(s, &row, DS_F_AGREEMENT_DUE, due);
	if (ds_day_known(due) && ds_sample_past(s, due) &&
	    ds_sample_chance(s, 80))
		ds_sample_day(s, &row, DS_F_AGREEMENT_DONE_ON,
		    ds_sample_workday(due));
	return ds_sample_add(s, &row, err);
}

static const char *
intended(const struct ds_sample_youth *y)
{
	static const char *const said[][2] = {
		{ "betaald-werk", "Blijven waar de stage is, met een contract" },
		{ "bbl", "Leerbaan bij het stagebedrijf" },
		{ "dagbesteding", "Dagbesteding in de eigen gemeente" },
		{ "participatieplek", "Participatieplek via de sociale dienst" },
		{ "vervolgonderwijs", "Aanmelden voor een entreeopleiding" }
	};
	size_t i;

	for (i = 0; i < sizeof said / sizeof said[0]; i++)
		if (strcmp(said[i][0], y->destination) == 0)
			return said[i][1];
	return "Samen met de jongere een plek zoeken";
}

static dossier_status
put_agreements(struct ds_sample *s, const struct ds_sample_youth *y,
    dossier_error *err)
{
	static const char *const support[] = { "Jobcoach, eerste half jaar",
	    "Vaste begeleider op de werkplek", "Hulp bij het reizen",
	    "Loonkostensubsidie aanvragen" };
	static const char *const next[] = { "Kennismaken met de jobcoach",
	    "Loonwaarde laten meten", "Identiteitsbewijs aanvragen",
	    "Gesprek met ouders plannen" };
	dossier_day on = y->discussed;

	if (y->shown)
		return agree(s, y, "plek", "Blijven bij het stagebedrijf, 24 "
		    "uur per week", ds_sample_workday(ds_day_add(s->today,
		    -20)), DOSSIER_NO_DAY, err);
	if (!ds_day_known(on))
		return DOSSIER_OK;
	if (ds_sample_chance(s, 70))
		DS_TRY(agree(s, y, "plek", intended(y), on, DOSSIER_NO_DAY,
		    err));
	if (ds_sample_chance(s, 55))
		DS_TRY(agree(s, y, "ondersteuning", support[
		    ds_sample_random(s, 4)], on, DOSSIER_NO_DAY, err));
	return ds_sample_chance(s, 30) ? agree(s, y, "vervolg",
	    next[ds_sample_random(s, 4)], on, ds_sample_workday(
	    ds_day_add(on, 21 + (int)ds_sample_random(s, 60))), err) :
	    DOSSIER_OK;
}

/* ---- calls, letters, visits ---- */

static dossier_status
talk(struct ds_sample *s, const struct ds_sample_youth *y, const char *kind,
    const char *with, const char *text, dossier_day on, dossier_error *err)
{
	bool asked = strcmp(kind, "melding") != 0;
	bool reached = y->shown || ds_sample_chance(s, 80);
	struct ds_row row;

	on = ds_sample_workday(on);
	if (!ds_sample_past(s, on))
		return DOSSIER_OK;
	ds_row_start(&row, DS_MOMENT);
	ds_row_set_int(&row, DS_F_MOMENT_YOUTH, y->id);
	ds_row_set_text(&row, DS_F_MOMENT_KIND, kind);
	ds_sample_day(s, &row, DS_F_MOMENT_ON, on);
	ds_row_set_text(&row, DS_F_MOMENT_WITH, with);
	if (asked)
		ds_row_set_int(&row, DS_F_MOMENT_REACHED, reached);
	ds_row_set_text(&row, DS_F_MOMENT_TEXT, asked && !reached ?
	    "Niet bereikt" : text);
	ds_row_set_int(&row, DS_F_MOMENT_OWNER, y->mentor);
	return ds_sample_add(s, &row, err);
}

/* Who has left is asked in each year whether the school can do something. */
static dossier_status
put_aftercare(struct ds_sample *s, const struct ds_sample_youth *y,
    dossier_error *err)
{
	static const char *const kinds[] = { "telefoon", "telefoon", "brief",
	    "bezoek" };
	static const char *const texts[] = { "Gaat goed op het werk",
	    "Zoekt weer een plek", "Wil meer uren", "Heeft geen vragen" };
	dossier_day first = ds_sample_years(y->left, 1);
	bool must = must_be_done(s, first);
	int later = 30 + (int)ds_sample_random(s, 200);

	if (must || ds_sample_chance(s, 65))
		DS_TRY(talk(s, y, kinds[ds_sample_random(s, 4)], "jongere",
		    texts[ds_sample_random(s, 4)], ds_day_add(y->left, later),
		    err));
	return ds_sample_chance(s, 60) ? talk(s, y, "telefoon", "jongere",
	    texts[ds_sample_random(s, 4)], ds_day_add(first, later), err) :
	    DOSSIER_OK;
}

static dossier_status
put_moments(struct ds_sample *s, const struct ds_sample_youth *y,
    dossier_error *err)
{
	if (y->shown)
		return talk(s, y, "bezoek", "stagebegeleider", "Loopt goed; "
		    "wil graag blijven", ds_day_add(s->today, -13), err);
	if (ds_sample_chance(s, 25))
		DS_TRY(talk(s, y, "bezoek", "stagebegeleider", "Bezoek op de "
		    "stageplek", ds_day_add(y->exit, -70), err));
	if (ds_sample_chance(s, 15))
		DS_TRY(talk(s, y, "telefoon", "ouders", "Over de plannen na "
		    "school", ds_day_add(y->exit, -120), err));
	if (y->phase != DS_LEAVES_LATER && ds_sample_chance(s, 18))
		DS_TRY(talk(s, y, "melding", "gemeente", "Aanvraag "
		    "ingediend", ds_day_add(y->exit, -30), err));
	return ds_day_known(y->left) ? put_aftercare(s, y, err) : DOSSIER_OK;
}

dossier_status
ds_sample_talk(struct ds_sample *s, struct ds_sample_youth *y,
    dossier_error *err)
{
	DS_TRY(discuss(s, y, err));
	DS_TRY(put_agreements(s, y, err));
	return put_moments(s, y, err);
}
