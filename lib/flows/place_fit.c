/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/place_fit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EARTH_KM 6371.0088		/* mean radius */
#define DEGREE 1e-7			/* unit of a coordinate */
#define PI 3.14159265358979323846
#define NOWHERE (-2.0)			/* below every cosine */

const char *
ds_by_name(enum ds_condition_kind by)
{
	static const char *const names[DS_BY_COUNT] = {
		[DS_BY_DISTANCE] = "distance",
		[DS_BY_HOURS] = "hours",
		[DS_BY_DAYS] = "days",
		[DS_BY_DATES] = "dates",
		[DS_BY_SEATS] = "seats",
		[DS_BY_SECTOR] = "sector",
		[DS_BY_PROCESSES] = "processes",
		[DS_BY_KIND] = "kind"
	};

	return names[by];
}

/* ---- distance ---- */

struct ds_point
ds_point_of(int64_t latitude, int64_t longitude)
{
	double phi = (double)latitude * DEGREE * PI / 180;
	double lambda = (double)longitude * DEGREE * PI / 180;
	struct ds_point point = { true, cos(phi) * cos(lambda),
	    cos(phi) * sin(lambda), sin(phi) };

	return point;
}

double
ds_point_near(const struct ds_point *a, const struct ds_point *b)
{
	if (!a->known || !b->known)
		return NOWHERE;
	return a->x * b->x + a->y * b->y + a->z * b->z;
}

int
ds_near_hectometres(double near)
{
	if (near < -1.5)
		return -1;
	if (near > 1)
		near = 1;
	else if (near < -1)
		near = -1;
	return (int)lround(acos(near) * EARTH_KM * 10);
}

double
ds_fit_reach(int64_t km)
{
	return km < 0 ? NOWHERE : cos(((double)km + 0.05) / EARTH_KM);
}

/* ---- work processes ---- */

static size_t
word_size(const char *word)
{
	return strcspn(word, " ");
}

static const char *
next_word(const char *word)
{
	word += word_size(word);
	return *word == ' ' ? word + 1 : word;
}

static int
compare_words(const char *a, const char *b)
{
	size_t na = word_size(a), nb = word_size(b);
	int order = memcmp(a, b, na < nb ? na : nb);

	return order != 0 ? order : (na > nb) - (na < nb);
}

int
ds_processes_each(const char *of, const char *other, bool in,
    void (*put)(const char *word, size_t size, void *payload), void *payload)
{
	const char *word = of != NULL ? of : "";
	int order, count = 0;

	if (other == NULL)
		other = "";
	for (; *word != '\0'; word = next_word(word)) {
		order = 1;
		while (*other != '\0' &&
		    (order = compare_words(word, other)) > 0)
			other = next_word(other);
		if ((*other != '\0' && order == 0) != in)
			continue;
		count++;
		if (put != NULL)
			put(word, word_size(word), payload);
	}
	return count;
}

/* ---- the conditions ---- */

enum answer { NOT_ASKED, GOOD, BAD, CANNOT_SAY };

static enum answer
good_if(bool truth)
{
	return truth ? GOOD : BAD;
}

static enum answer
by_distance(const struct ds_fit *fit, const struct ds_fit_youth *youth)
{
	if (fit->near == NOWHERE)
		return CANNOT_SAY;
	return good_if(fit->near >= youth->reach);
}

static enum answer
by_hours(const struct ds_fit_youth *youth, const struct ds_fit_place *place)
{
	if (place->hours_min < 0 && place->hours_max < 0)
		return NOT_ASKED;
	if (youth->hours < 0)
		return CANNOT_SAY;
	return good_if((place->hours_min < 0 ||
	    youth->hours >= place->hours_min) && (place->hours_max < 0 ||
	    youth->hours <= place->hours_max));
}

static enum answer
by_days(const struct ds_fit_youth *youth, const struct ds_fit_place *place)
{
	if (place->days == 0)
		return NOT_ASKED;
	if (youth->days == 0)
		return CANNOT_SAY;
	return good_if((place->days & ~youth->days) == 0);
}

static enum answer
by_dates(const struct ds_fit_youth *youth, const struct ds_fit_place *place)
{
	struct ds_span span = { place->from, place->until };

	return good_if(ds_span_holds(span, youth->start));
}

/* A place is at least one seat, also when nobody stated how many. */
static enum answer
by_seats(const struct ds_fit_place *place)
{
	if (place->seats < 0)
		return place->taken == 0 ? NOT_ASKED : CANNOT_SAY;
	return good_if(place->taken < place->seats);
}

/* One of a wanted set, or told nothing. */
static enum answer
by_wish(unsigned wanted, unsigned told)
{
	if (wanted == 0)
		return NOT_ASKED;
	if (told == 0)
		return CANNOT_SAY;
	return good_if((wanted & told) != 0);
}

static enum answer
by_processes(const struct ds_fit *fit, const struct ds_fit_youth *youth,
    const struct ds_fit_place *place)
{
	if (place->processes == NULL)
		return NOT_ASKED;
	if (youth->processes == NULL)
		return CANNOT_SAY;
	return good_if(fit->overlap > 0);
}

static void
note(struct ds_fit *fit, enum ds_condition_kind by, enum answer answer)
{
	unsigned bit = 1u << by;

	if (answer != NOT_ASKED)
		fit->asked |= bit;
	if (answer == BAD)
		fit->fails |= bit;
	if (answer == CANNOT_SAY)
		fit->unknown |= bit;
}

void
ds_fit_judge(struct ds_fit *out, const struct ds_fit_youth *youth,
    const struct ds_fit_place *place)
{
	out->place = place;
	out->asked = out->fails = out->unknown = 0;
	out->near = ds_point_near(&youth->at, &place->at);
	out->overlap = ds_processes_each(place->processes, youth->processes,
	    true, NULL, NULL);
	note(out, DS_BY_DISTANCE, by_distance(out, youth));
	note(out, DS_BY_HOURS, by_hours(youth, place));
	note(out, DS_BY_DAYS, by_days(youth, place));
	note(out, DS_BY_DATES, by_dates(youth, place));
	note(out, DS_BY_SEATS, by_seats(place));
	note(out, DS_BY_SECTOR, by_wish(youth->sectors, place->sector));
	note(out, DS_BY_PROCESSES, by_processes(out, youth, place));
	note(out, DS_BY_KIND, by_wish(youth->kinds, place->kind));
}

/* ---- order ---- */

enum ds_fit_group
ds_fit_group(const struct ds_fit *fit)
{
	if (fit->fails != 0)
		return DS_MISSES;
	return fit->unknown != 0 ? DS_MAY_FIT : DS_FITS;
}

static int
bits(unsigned set)
{
	return __builtin_popcount(set);
}

static int
compare(const void *left, const void *right)
{
	const struct ds_fit *a = left, *b = right;
	enum ds_fit_group group = ds_fit_group(a);
	int order = (int)group - (int)ds_fit_group(b);

	if (order == 0 && group == DS_MISSES)
		order = bits(a->fails) - bits(b->fails);
	if (order == 0 && group == DS_MAY_FIT)
		order = bits(a->unknown) - bits(b->unknown);
	if (order == 0 && group != DS_MISSES)
		order = b->overlap - a->overlap;
	if (order == 0)
		order = (a->near < b->near) - (a->near > b->near);
	return order != 0 ? order : strcmp(a->place->code, b->place->code);
}

void
ds_fit_rank(struct ds_fit *fits, size_t count)
{
	qsort(fits, count, sizeof *fits, compare);
}
