/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The parts of the fictional region; nobody else includes it.
 *
 * One number decides all: the same seed and the same day make the same
 * region. Every day in it hangs from the session's day.
 */
#ifndef DS_FLOWS_SAMPLE_PARTS_H
#define DS_FLOWS_SAMPLE_PARTS_H

#include "flows/session.h"

#define DS_SAMPLE_TOWNS 12
#define DS_SAMPLE_SCHOOLS 40
#define DS_SAMPLE_PLACES 300
#define DS_SAMPLE_EMPLOYERS 120
#define DS_SAMPLE_SECTORS 9
#define DS_SAMPLE_MENTORS 3
#define DS_SAMPLE_CONSULTANTS 8
#define DS_SAMPLE_POSTCODES 4		/* a town */
#define DS_SAMPLE_MEETINGS 16		/* a school, at most */

/* ---- what is invented once: sample_names.c ---- */

struct ds_sample_town_data {
	const char *name, *code;
	int postcode;			/* its first; the others follow */
	int64_t latitude, longitude;	/* ten-millionths of a degree */
};

struct ds_sample_school_data {
	const char *name, *kind;
	int town, pupils;
};

struct ds_sample_sector_data {
	const char *slug;
	const char *const *employers;	/* before the town's name */
	const char *const *jobs;
	bool day_activities;
};

/* People come from somewhere, and so do their names. */
struct ds_sample_origin {
	unsigned share;			/* of a hundred */
	const char *const *boys, *const *girls;
	const char *const *families;	/* "van den|Berg" */
};

extern const struct ds_sample_town_data ds_sample_towns[DS_SAMPLE_TOWNS];
extern const struct ds_sample_school_data
    ds_sample_schools[DS_SAMPLE_SCHOOLS];
extern const struct ds_sample_sector_data
    ds_sample_sectors[DS_SAMPLE_SECTORS];
extern const struct ds_sample_origin ds_sample_origins[];
extern const size_t ds_sample_origin_count;

/* ---- the region while it is being made ---- */

struct ds_sample_meeting {
	int64_t id;
	dossier_day on;
};

struct ds_sample_school {
	const struct ds_sample_school_data *data;
	int64_t party;
	int64_t coordinator, stage;	/* contacts */
	int64_t mentors[DS_SAMPLE_MENTORS];
	int64_t consultants[2];		/* at the social service */
	struct ds_sample_meeting meetings[DS_SAMPLE_MEETINGS];
	int meeting_count;
	int pupils;			/* so far */
};

struct ds_sample_place {
	int64_t id, party;
	int sector, town, hours;
	bool day_activities;
};

struct ds_sample {
	dossier_session *session;
	struct ds_book *book;
	struct ds_arena arena;		/* emptied after each person */
	bool failed;			/* no memory; ds_sample_add says so */
	uint64_t random;
	dossier_day today;
	dossier_day year;		/* first day of this school year */
	unsigned people;		/* contacts named so far */
	int64_t towns[DS_SAMPLE_TOWNS];	/* municipalities */
	int64_t town_contacts[DS_SAMPLE_TOWNS];
	struct ds_sample_school schools[DS_SAMPLE_SCHOOLS];
	int64_t service, uwv;		/* the social service, UWV */
	int64_t consultants[DS_SAMPLE_CONSULTANTS];
	int64_t expert;			/* the labour expert at UWV */
	struct ds_sample_place places[DS_SAMPLE_PLACES];
	dossier_day shown_exit, shown_due;	/* of the youth to show */
};

enum ds_sample_phase {
	DS_LEAVES_SOON,			/* this summer */
	DS_LEAVES_LATER,		/* next summer */
	DS_LEAVES_BETWEEN,		/* at the end of some month */
	DS_LEFT_LAST,			/* last summer */
	DS_LEFT_BEFORE,			/* the summer before */
	DS_LEFT_LONG_AGO
};

struct ds_sample_youth {
	struct ds_sample_school *school;
	enum ds_sample_phase phase;
	bool shown;			/* the youth that everybody tries */
	int64_t id;
	char ref[DOSSIER_REF_SIZE];
	int town, sector;
	int64_t mentor;
	const char *destination;
	dossier_day exit, due, opened;
	dossier_day left, closed;	/* no day: not so */
	dossier_day discussed;		/* no day: not yet */
};

/* ---- sample.c: what all parts use ---- */

/* 0 to n − 1. */
unsigned ds_sample_random(struct ds_sample *s, unsigned n);
bool ds_sample_chance(struct ds_sample *s, unsigned percent);
dossier_day ds_sample_workday(dossier_day day);	/* or the Friday before */
bool ds_sample_past(const struct ds_sample *s, dossier_day day);
dossier_day ds_sample_years(dossier_day day, int years);
/* The last day before the summer; 0: of this school year. */
dossier_day ds_sample_summer(const struct ds_sample *s, int years);

const char *ds_sample_text(struct ds_sample *s, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void ds_sample_day(struct ds_sample *s, struct ds_row *row, int field,
    dossier_day day);
/* A person's text, as intake would take it. */
void ds_sample_value(struct ds_sample *s, struct ds_row *row, int field,
    const char *text);
dossier_status ds_sample_add(struct ds_sample *s, struct ds_row *row,
    dossier_error *err);

/* Some work processes of six, in order. */
const char *ds_sample_processes(struct ds_sample *s, unsigned least,
    unsigned most);
/* "8961KD": one of a town's postcodes. */
const char *ds_sample_postcode(struct ds_sample *s, int town);
void ds_sample_name(struct ds_sample *s, const char **given,
    const char **prefix, const char **family, const char **sex);

/* ---- the parts, in this order ---- */

dossier_status ds_sample_region(struct ds_sample *s, dossier_error *err);
dossier_status ds_sample_work(struct ds_sample *s, dossier_error *err);
dossier_status ds_sample_meet(struct ds_sample *s, dossier_error *err);
dossier_status ds_sample_youths(struct ds_sample *s, dossier_error *err);
/* Of one youth: stages and wage values; talks; who holds the case. */
dossier_status ds_sample_career(struct ds_sample *s,
    const struct ds_sample_youth *y, dossier_error *err);
dossier_status ds_sample_talk(struct ds_sample *s,
    struct ds_sample_youth *y, dossier_error *err);
dossier_status ds_sample_hold(struct ds_sample *s,
    const struct ds_sample_youth *y, dossier_error *err);

#endif
