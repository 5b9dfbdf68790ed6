/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a region states beside its tables and terms: amounts and ages with
 * their days, words of its own, programmes, tracks, kinds of meeting, when
 * support ends, money, and figures that are only cited. Part of a pack: see
 * pack.h. All but the parts of a thing begin with the name by which a pack
 * replaces what it extends; label and `pack` are never NULL unless said.
 * `doubt` is a list joined by \n; it, because and source may be NULL.
 */
#ifndef DS_RULES_REGION_H
#define DS_RULES_REGION_H

#include "rules/fact.h"

struct ds_condition;
struct ds_input;
struct ds_pack;

struct ds_words {
	size_t count;
	const char *const *words;
};

/* For whom something is: all of the tests must hold. */
struct ds_when {
	size_t input_count, condition_count;
	const struct ds_input *inputs;
	const struct ds_condition *conditions;
};

/* ---- parameters ---- */

enum ds_stated_type { DS_STATED_TEXT, DS_STATED_MONEY, DS_STATED_NUMBER,
	DS_STATED_PERCENT, DS_STATED_PERIOD, DS_STATED_DAY };
#define DS_STATED_COUNT (DS_STATED_DAY + 1)
extern const char *const ds_stated_words[DS_STATED_COUNT];	/* in packs */

/* One value and the days on which it holds, both held. */
struct ds_stated {
	struct ds_span span;		/* no day: open */
	const char *value;		/* as written, or list joined by \n */
	/* MONEY: cents; PERCENT: hundredths; NUMBER: millionths. */
	int64_t amount;
	const char *source;
	const struct ds_pack *pack;	/* the pack that states it */
};

struct ds_parameter {
	const char *name;
	const char *label;		/* may be NULL */
	const char *unit;		/* slug, or NULL */
	enum ds_stated_type type;
	size_t count;			/* of values; one unless dated */
	const struct ds_stated *values;	/* in order of day, none overlap */
	const char *source;
	const char *doubt;
	const struct ds_pack *pack;
};

/* What is in force on `day`; NULL: not stated for that day. */
const struct ds_stated *ds_parameter_on(const struct ds_parameter *parameter,
    dossier_day day);
/* The same of a pack's parameter by name. */
const struct ds_stated *ds_pack_stated(const struct ds_pack *pack,
    const char *parameter, dossier_day day);

/* ---- vocabularies ---- */

struct ds_word {
	const char *slug, *label;
	struct ds_span span;
};

struct ds_vocabulary {
	const char *name, *label;
	size_t count;
	const struct ds_word *words;
	const char *source, *doubt;
	const struct ds_pack *pack;
};

/* ---- programmes ---- */

struct ds_named_text {
	const char *name, *text;
};

struct ds_programme {
	const char *name, *label;
	const char *route;		/* of ds_codes_destination */
	const char *entry;		/* a table on youth with output open */
	struct ds_words where;	/* municipality codes; none: not stated */
	struct ds_span span;
	const char *procedure;		/* "none": there is none; NULL: … */
	const char *contact;		/* … not stated */
	size_t figure_count;
	const struct ds_named_text *figures;
	const char *source, *doubt;
	const struct ds_pack *pack;
};

/* ---- tracks ---- */

enum ds_rhythm { DS_PER_NONE, DS_PER_SCHOOL_YEAR, DS_PER_MONTH, DS_PER_WEEK,
	DS_PER_YOUTH };
#define DS_RHYTHM_COUNT (DS_PER_YOUTH + 1)
extern const char *const ds_rhythm_words[DS_RHYTHM_COUNT];

struct ds_exit {			/* an outcome of a step */
	const char *name;
	const char *next;		/* step, or NULL: the track ends */
};

struct ds_step {
	const char *name, *label;
	const char *body;		/* who decides; may be NULL */
	const char *role;		/* role or kind of party, or NULL */
	struct ds_when needs;
	size_t exit_count;
	const struct ds_exit *exits;
	bool has_within;
	struct ds_period within;
	int seats;			/* −1: not stated */
	enum ds_rhythm per;		/* of the seats */
	const char *seats_source;
};

struct ds_track {
	const char *name, *label;
	enum ds_subject on;
	const char *start;		/* step */
	size_t count;
	const struct ds_step *steps;
	const char *source, *doubt;
	const struct ds_pack *pack;
};

/* ---- kinds of meeting ---- */

struct ds_meeting_kind {
	const char *kind;		/* of ds_codes_meeting */
	const char *label;
	int at_least, at_most;		/* −1: not stated */
	enum ds_rhythm per;		/* NONE: no rhythm is stated */
	struct ds_words quorum;		/* roles that must be there */
	struct ds_words invited, voluntary;	/* roles or kinds of party */
	int64_t hours_per_group;	/* hundredths; −1: not stated */
	int days, floor_minutes;	/* −1: not stated */
	bool has_lead_time;
	struct ds_period lead_time;
	const char *because, *source, *doubt;
	const struct ds_pack *pack;
};

/* ---- when support ends ---- */

enum ds_end_kind {
	DS_END_DAY,			/* anchor + period */
	DS_END_TERM,			/* the day of a term */
	DS_END_JUDGED			/* a person judges, by criteria */
};

struct ds_end {
	const char *name, *label;
	enum ds_end_kind kind;
	int anchor;			/* DAY: a fact that is a day */
	struct ds_period after;		/* DAY */
	const char *term;		/* TERM: its id */
	const char *judged_by;	/* JUDGED: role or kind of party; NULL: … */
	const char *criteria;		/* … not stated; joined by \n */
	struct ds_when when;
	const char *because, *source, *doubt;
	const struct ds_pack *pack;
};

/* ---- money ---- */

enum ds_money_unit { DS_IN_HOURS, DS_IN_EUROS };

struct ds_money_head {
	const char *name, *label;
	enum ds_money_unit unit;
	const char *leg;		/* may be NULL */
	const char *source, *doubt;
	const struct ds_pack *pack;
};

struct ds_payer {
	const char *name, *label;
	const char *kind;		/* of ds_codes_party, or NULL */
	struct ds_words heads;		/* names of heads */
	struct ds_span span;
	int64_t amount;			/* cents; −1: not stated */
	int64_t share;		/* hundredths of a percent; −1: not stated */
	const char *source, *doubt;
	const struct ds_pack *pack;
};

/* ---- figures: cited, never computed again ---- */

struct ds_figure {
	const char *name, *label;
	const char *value;		/* as written */
	int64_t amount;			/* millionths */
	const char *unit;		/* slug, or NULL */
	int year;			/* 0: not stated */
	struct ds_span span;		/* else of these days */
	const char *region;		/* may be NULL */
	const char *source;		/* never NULL */
	const char *doubt;
	const struct ds_pack *pack;
};

/* By name, in a pack with what it extends; NULL: not stated. */
const struct ds_parameter *ds_pack_parameter(const struct ds_pack *pack,
    const char *name);
const struct ds_vocabulary *ds_pack_vocabulary(const struct ds_pack *pack,
    const char *name);
const struct ds_programme *ds_pack_programme(const struct ds_pack *pack,
    const char *name);
const struct ds_track *ds_pack_track(const struct ds_pack *pack,
    const char *name);
const struct ds_step *ds_track_step(const struct ds_track *track,
    const char *name);
const struct ds_meeting_kind *ds_pack_meeting(const struct ds_pack *pack,
    const char *kind);
const struct ds_end *ds_pack_end(const struct ds_pack *pack,
    const char *name);
const struct ds_money_head *ds_pack_money_head(const struct ds_pack *pack,
    const char *name);
const struct ds_payer *ds_pack_payer(const struct ds_pack *pack,
    const char *name);
const struct ds_figure *ds_pack_figure(const struct ds_pack *pack,
    const char *name);

#endif
