/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Does a place fit a youth? Eight conditions, each of them three-valued.
 * What nobody asks for is no condition; what one side asks for and the other
 * does not tell is unknown. Works on plain arrays; allocates nothing.
 */
#ifndef DS_FLOWS_PLACE_FIT_H
#define DS_FLOWS_PLACE_FIT_H

#include "base/when.h"

enum ds_condition_kind {
	DS_BY_DISTANCE, DS_BY_HOURS, DS_BY_DAYS, DS_BY_DATES, DS_BY_SEATS,
	DS_BY_SECTOR, DS_BY_PROCESSES, DS_BY_KIND, DS_BY_COUNT
};

/* Stable names for data: "distance". */
const char *ds_by_name(enum ds_condition_kind by);

/* A point on the globe as a unit vector. */
struct ds_point {
	bool known;
	double x, y, z;
};

/* From ten-millionths of a degree. */
struct ds_point ds_point_of(int64_t latitude, int64_t longitude);

/* How near two points are: the cosine of the angle, −2 when not known. */
double ds_point_near(const struct ds_point *a, const struct ds_point *b);
/* The distance in hundreds of metres, rounded; −1 when not known. */
int ds_near_hectometres(double near);

/* Sets are bits by the place in a code list; 0: nothing is asked or told. */
struct ds_fit_youth {
	struct ds_point at;
	double reach;			/* see ds_fit_reach */
	dossier_day start;		/* first day that a place is wanted */
	int hours;			/* a week; −1 not known */
	unsigned days, sectors, kinds;
	const char *processes;		/* sorted, a space between; or NULL */
};

/*
 * `reach` for someone who travels at most `km` (−1: no limit). A distance is
 * judged as it is shown, in hundreds of metres.
 */
double ds_fit_reach(int64_t km);

struct ds_fit_place {
	int64_t id;
	const char *code;
	struct ds_point at;
	dossier_day from, until;
	int hours_min, hours_max;	/* −1 not stated */
	int seats;			/* −1 not stated */
	int taken;			/* by others, on the first day */
	unsigned days, sector, kind;	/* sector and kind: one bit */
	const char *processes;
};

struct ds_fit {
	const struct ds_fit_place *place;
	unsigned asked;			/* bits 1 << DS_BY_…: was a condition */
	unsigned fails, unknown;	/* of those */
	int overlap;			/* work processes in common */
	double near;
};

void ds_fit_judge(struct ds_fit *out, const struct ds_fit_youth *youth,
    const struct ds_fit_place *place);

/* Fits: nothing fails and nothing is unknown. May fit: nothing fails. */
enum ds_fit_group { DS_FITS, DS_MAY_FIT, DS_MISSES, DS_FIT_GROUPS };
enum ds_fit_group ds_fit_group(const struct ds_fit *fit);

/*
 * What fits first: most processes in common, then nearest, then by code.
 * Then what may fit, the fewest unknowns first. Then the misses, the fewest
 * failures first, then the nearest.
 */
void ds_fit_rank(struct ds_fit *fits, size_t count);

/* The processes of `of` that `other` has (`in`) or lacks; either may be
 * NULL. Calls `put` for each word, with its size. */
int ds_processes_each(const char *of, const char *other, bool in,
    void (*put)(const char *word, size_t size, void *payload),
    void *payload);

#endif
