/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What norms are judged over: contacts, meetings and who lives where, read
 * once. And the verdicts. Private to the report of norms.
 */
#ifndef DS_FLOWS_REPORT_NORMS_H
#define DS_FLOWS_REPORT_NORMS_H

#include "flows/report.h"

struct ds_norm_meeting {
	int64_t id;
	const char *kind;
	dossier_day on;
	int64_t school, party;		/* 0: not said */
};

struct ds_norm_present {		/* a role at a meeting */
	int64_t meeting;
	const char *role;
};

struct ds_norm_school {
	struct ds_report_party *party;
	/* The pack that judges most of its pupils, else the home pack. */
	const struct ds_pack *pack;
};

struct ds_norm_pile {
	struct ds_report *report;
	struct ds_report_role *roles;		/* by party */
	struct ds_report_pair *pupils;		/* by school */
	struct ds_norm_meeting *meetings;	/* by day */
	struct ds_norm_present *present;	/* by meeting */
	struct ds_report_pair *discussed, *agreements;	/* by school */
	size_t role_count, pupil_count, meeting_count, present_count,
	    discussed_count, agreement_count;
	struct ds_norm_school *schools;
	size_t school_count;
};

/* In the arena of `report`. */
dossier_status ds_norm_pile_read(struct ds_norm_pile *out,
    struct ds_report *report, dossier_error *err);

/* Different contacts in a role; `school` 0: for whichever school. */
int ds_norm_contacts(const struct ds_norm_pile *pile,
    const struct ds_norm *norm, int64_t party, int64_t school);
int ds_norm_meetings(const struct ds_norm_pile *pile, const char *kind,
    int64_t party, int64_t school);
bool ds_norm_was_present(const struct ds_norm_pile *pile, int64_t meeting,
    const char *role);
int ds_norm_number(const struct ds_report_pair *pairs, size_t count,
    int64_t school, int64_t party);
/* Is the party one that the norm speaks of? */
bool ds_norm_of(const struct ds_norm *norm,
    const struct ds_report_party *party);
/* Has the store anything to do with that municipality? */
bool ds_norm_in_play(const struct ds_norm_pile *pile, int64_t municipality);
const struct ds_pack *ds_norm_school_pack(const struct ds_norm_pile *pile,
    int64_t school);

/* ---- verdicts ---- */

enum ds_norm_state { DS_NORM_OK, DS_NORM_UNDER, DS_NORM_OVER,
	DS_NORM_INCOMPLETE };

struct ds_verdict {
	const struct ds_norm *norm;
	const char *subject;		/* party code, or kind and day */
	const char *label;		/* the same for people */
	const struct ds_report_party *party;	/* of the subject; or NULL */
	const struct ds_report_party *school;	/* or NULL */
	enum ds_norm_state state;
	int count;
	size_t missing_count;
	const char **missing;		/* roles */
	/* Of meetings; −1: not asked. */
	int discussed, agreements;
	const char *support;		/* lines, or NULL: not stated */
};

struct ds_verdicts {
	struct ds_norm_pile pile;
	struct ds_verdict *list;
	size_t count, capacity;
};

/* Judge every norm once for each subject; the list is given to ds_free. */
dossier_status ds_norms_judge(struct ds_verdicts *verdicts,
    dossier_error *err);

#endif
