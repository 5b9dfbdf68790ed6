/* SPDX-License-Identifier: EUPL-1.2 */
/* Why a place fits or not: each condition in words. */
#include <stdio.h>

#include "flows/place.h"
#include "flows/say.h"

enum outcome { HOLDS, FAILS, UNKNOWN };

struct tell {
	dossier_document *doc;
	struct ds_place_search *search;
	struct ds_arena *arena;
	const struct ds_fit *fit;
	const struct ds_fit_place *place;
	enum outcome outcome;
};

const char *
ds_place_km(char out[DS_KM_TEXT], const struct ds_fit *fit,
    dossier_language language)
{
	int hectometres = ds_near_hectometres(fit->near);

	if (hectometres < 0)
		return NULL;
	snprintf(out, DS_KM_TEXT, "%d%c%d", hectometres / 10,
	    language == DOSSIER_DUTCH ? ',' : '.', hectometres % 10);
	return out;
}

/* The labels of a set, ", " between. */
static const char *
labels(const struct tell *tell, const struct ds_code *list, unsigned set)
{
	const char *text = "";

	for (; list->slug != NULL; list++, set >>= 1)
		if (set & 1)
			text = ds_say_more(tell->doc, tell->arena, text,
			    ", ", ds_tr(tell->doc->language, list->label));
	return text;
}

static const char *
tell_distance(const struct tell *tell)
{
	const struct ds_row *youth = &tell->search->youth;
	int most = (int)ds_row_int(youth, DS_F_YOUTH_MAX_KM);
	char km[DS_KM_TEXT];

	if (tell->outcome == UNKNOWN && !tell->search->wanted.at.known)
		return ds_say(tell->doc, tell->arena, N_("distance not "
		    "known: the youth's postcode is missing or not in the "
		    "table of postcodes"));
	if (tell->outcome == UNKNOWN)
		return ds_say(tell->doc, tell->arena, N_("distance not "
		    "known: the place's postcode is missing or not in the "
		    "table of postcodes"));
	ds_place_km(km, tell->fit, tell->doc->language);
	if (tell->outcome == FAILS)
		return ds_say(tell->doc, tell->arena,
		    N_("%s km away, travels at most %d"), km, most);
	if (!ds_row_has(youth, DS_F_YOUTH_MAX_KM))
		return ds_say(tell->doc, tell->arena, N_("%s km away"), km);
	return ds_say(tell->doc, tell->arena, N_("%s km away (at most %d)"),
	    km, most);
}

static const char *
tell_hours(const struct tell *tell)
{
	const struct ds_fit_place *place = tell->place;
	int hours = tell->search->wanted.hours;
	const char *asked;

	if (place->hours_min < 0)
		asked = ds_say(tell->doc, tell->arena, N_("at most %d"),
		    place->hours_max);
	else if (place->hours_max < 0)
		asked = ds_say(tell->doc, tell->arena, N_("at least %d"),
		    place->hours_min);
	else
		asked = ds_say(tell->doc, tell->arena, N_("%d to %d"),
		    place->hours_min, place->hours_max);
	if (tell->outcome == UNKNOWN)
		return ds_say(tell->doc, tell->arena,
		    N_("the youth's hours are not known, asked: %s"), asked);
	if (tell->outcome == FAILS)
		return ds_say(tell->doc, tell->arena,
		    N_("%d hours a week, asked: %s"), hours, asked);
	return ds_say(tell->doc, tell->arena,
	    N_("%d hours a week (asked: %s)"), hours, asked);
}

static const char *
tell_days(const struct tell *tell)
{
	unsigned has = tell->search->wanted.days, asked = tell->place->days;

	if (tell->outcome == UNKNOWN)
		return ds_say(tell->doc, tell->arena,
		    N_("the youth's days are not known, asked: %s"),
		    labels(tell, ds_codes_day, asked));
	if (tell->outcome == FAILS)
		return ds_say(tell->doc, tell->arena,
		    N_("not there on %s"),
		    labels(tell, ds_codes_day, asked & ~has));
	return ds_say(tell->doc, tell->arena, N_("the days suit: %s"),
	    labels(tell, ds_codes_day, asked));
}

static const char *
tell_dates(const struct tell *tell)
{
	const struct ds_fit_place *place = tell->place;
	dossier_day start = tell->search->wanted.start;
	const char *wanted = ds_say_day(tell->doc, tell->arena, start);

	if (tell->outcome == HOLDS)
		return ds_say(tell->doc, tell->arena, N_("open on %s"),
		    wanted);
	if (ds_day_known(place->from) && place->from.number > start.number)
		return ds_say(tell->doc, tell->arena,
		    N_("opens on %s, wanted from %s"),
		    ds_say_day(tell->doc, tell->arena, place->from), wanted);
	return ds_say(tell->doc, tell->arena,
	    N_("ends on %s, wanted from %s"),
	    ds_say_day(tell->doc, tell->arena, place->until), wanted);
}

static const char *
tell_seats(const struct tell *tell)
{
	const struct ds_fit_place *place = tell->place;

	if (tell->outcome == UNKNOWN)
		return ds_say(tell->doc, tell->arena, N_("the number of "
		    "seats is not known, taken: %d"), place->taken);
	if (tell->outcome == FAILS)
		return ds_say(tell->doc, tell->arena,
		    N_("no seat free: %d of %d taken"), place->taken,
		    place->seats);
	return ds_say(tell->doc, tell->arena, N_("seats free: %d of %d"),
	    place->seats - place->taken, place->seats);
}

static const char *
tell_sector(const struct tell *tell)
{
	const char *sector = labels(tell, ds_codes_sector,
	    tell->place->sector);

	if (tell->outcome == UNKNOWN)
		return ds_say(tell->doc, tell->arena,
		    N_("the place's sector is not known"));
	if (tell->outcome == FAILS)
		return ds_say(tell->doc, tell->arena,
		    N_("the sector is not wanted: %s"), sector);
	return ds_say(tell->doc, tell->arena, N_("a wanted sector: %s"),
	    sector);
}

struct gather {
	const struct tell *tell;
	const char *text;
};

static void
gather_word(const char *word, size_t size, void *payload)
{
	struct gather *gather = payload;
	const struct tell *tell = gather->tell;

	gather->text = ds_say_more(tell->doc, tell->arena, gather->text,
	    " ", ds_say_sure(tell->doc,
	    ds_arena_ndup(tell->arena, word, size)));
}

static const char *
words(const struct tell *tell, const char *of, const char *other, bool in)
{
	struct gather gather = { tell, "" };

	ds_processes_each(of, other, in, gather_word, &gather);
	return gather.text;
}

static const char *
tell_processes(const struct tell *tell)
{
	const char *asked = tell->place->processes;
	const char *has = tell->search->wanted.processes;
	const char *text, *more;

	if (tell->outcome == UNKNOWN)
		return ds_say(tell->doc, tell->arena, N_("the youth's work "
		    "processes are not known, there: %s"), asked);
	if (tell->outcome == FAILS)
		return ds_say(tell->doc, tell->arena,
		    N_("no work process in common, there: %s"), asked);
	text = ds_say(tell->doc, tell->arena,
	    N_("work processes in common: %s"),
	    words(tell, asked, has, true));
	more = words(tell, has, asked, false);
	if (more[0] != '\0')
		text = ds_say(tell->doc, tell->arena,
		    N_("%s; not done there: %s"), text, more);
	more = words(tell, asked, has, false);
	if (more[0] != '\0')
		text = ds_say(tell->doc, tell->arena,
		    N_("%s; also done there: %s"), text, more);
	return text;
}

static const char *
tell_kind(const struct tell *tell)
{
	const char *kind = labels(tell, ds_codes_place, tell->place->kind);

	if (tell->outcome == UNKNOWN)
		return ds_say(tell->doc, tell->arena,
		    N_("the kind of place is not known"));
	if (tell->outcome == FAILS)
		return ds_say(tell->doc, tell->arena,
		    N_("the kind of place (%s) does not lead to: %s"), kind,
		    ds_code_label(ds_codes_destination,
		    tell->search->destination, tell->doc->language));
	return ds_say(tell->doc, tell->arena, N_("kind of place: %s"), kind);
}

const char *
ds_place_tell(dossier_document *doc, struct ds_place_search *search,
    const struct ds_fit *fit, enum ds_condition_kind by)
{
	static const char *(*const tells[DS_BY_COUNT])(
	    const struct tell *) = {
		[DS_BY_DISTANCE] = tell_distance,
		[DS_BY_HOURS] = tell_hours,
		[DS_BY_DAYS] = tell_days,
		[DS_BY_DATES] = tell_dates,
		[DS_BY_SEATS] = tell_seats,
		[DS_BY_SECTOR] = tell_sector,
		[DS_BY_PROCESSES] = tell_processes,
		[DS_BY_KIND] = tell_kind
	};
	struct tell tell = { doc, search, &search->arena, fit, fit->place,
	    HOLDS };

	if (search->hidden[by] != NULL)
		return ds_say_withheld(doc, &search->arena,
		    search->hidden[by]);
	if (fit->fails & 1u << by)
		tell.outcome = FAILS;
	else if (fit->unknown & 1u << by)
		tell.outcome = UNKNOWN;
	return tells[by](&tell);
}
