/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * One dossier on the way to a document; for show.c and its parts. Every part
 * works with rows as the reader may see them: what a view withholds is taken
 * out when they are read, so that no count, no latest and no list can tell
 * of it. What is withheld is said from the grounds alone.
 */
#ifndef DS_FLOWS_SHOW_H
#define DS_FLOWS_SHOW_H

#include "flows/present.h"
#include "flows/session.h"
#include "model/answer.h"

#define DS_FIELDS(...) (const int[]){ __VA_ARGS__, DS_NO_FIELD }
#define DS_MOST_PARTS 32

struct ds_rows {
	struct ds_row *row;
	size_t count;
};

struct ds_show {
	dossier_session *session;
	const dossier_show_options *options;
	struct ds_arena *arena;
	struct ds_view view;
	dossier_document *doc;
	struct ds_value *map;		/* the dossier, for machines */
	const struct ds_row *known;	/* the youth, to judge by */
	struct ds_row youth;		/* the same, as the reader may see it */
	struct ds_row reader;		/* party, with --for; kind 0: none */
	dossier_day day;
	/* Another day than today: only what counts on that day. */
	bool other_day;
	bool limited;			/* the reader may not see everything */
	const struct ds_pack *pack;	/* that judges the youth */
	struct ds_answers answers;
	struct ds_rows statements, enrolments, residences, placements;
	int64_t school;			/* party on the day; 0: none */
	/* The part at hand: its heading comes with the first thing in it. */
	const char *title;
	bool opened;
	const char *empty[DS_MOST_PARTS];	/* translated */
	size_t empty_count;
};

/* ---- what all parts do (show_part.c) ---- */

/*
 * The records of a kind that count on the day, as the reader may see them,
 * in the order of `order` (NULL: of their day).
 */
dossier_status ds_show_read(struct ds_rows *out, struct ds_show *show,
    enum ds_kind kind, int (*order)(const void *, const void *),
    dossier_error *err);
/* Take out what the reader may not see; *left: something remains. */
dossier_status ds_show_mask(bool *left, struct ds_show *show,
    struct ds_row *row, dossier_error *err);
/* The day of a row that stands for its order in time. */
dossier_day ds_show_day_of(const struct ds_row *row);
int ds_show_by_day(const void *a, const void *b);
/* The row of dated state that counts; NULL: none. */
const struct ds_row *ds_show_state(const struct ds_show *show,
    const struct ds_rows *rows);

/* The heading of the part at hand, when it does not stand there yet. */
void ds_show_open(struct ds_show *show);
/* Under it, translated: a sentence, or a label and its text. */
void ds_show_say(struct ds_show *show, const char *sentence);
void ds_show_line(struct ds_show *show, const char *label, const char *text);
/*
 * Fields as lines, what was answered instead of them too, and as keys of
 * `map`.
 */
dossier_status ds_show_lines(struct ds_show *show, struct ds_value *map,
    const struct ds_row *row, const int *fields, dossier_error *err);
/* A state as lines and as a map under its table's name. */
dossier_status ds_show_one(struct ds_show *show, enum ds_kind kind,
    const struct ds_row *row, const int *fields, dossier_error *err);
/* A table of rows (its title is a caption), or what was answered instead. */
dossier_status ds_show_list(struct ds_show *show, enum ds_kind kind,
    const struct ds_listing *listing, const struct ds_rows *rows,
    dossier_error *err);
/* What was answered about a kind after the last of its rows. */
dossier_status ds_show_answered(struct ds_show *show, enum ds_kind kind,
    const struct ds_rows *rows, dossier_error *err);
/* "(nothing)" or "(declined to answer)". */
const char *ds_show_answer(const struct ds_show *show,
    const struct ds_row *answer);
/* Keys `answer` and `on`. */
void ds_show_put_answer(struct ds_show *show, struct ds_value *map,
    const struct ds_row *answer);
/* What the arena gave; "" and a failed document when it was NULL. */
const char *ds_show_kept(struct ds_show *show, const char *text);

/* ---- the parts, in the order in which they are read ---- */

dossier_status ds_show_story(struct ds_show *show, dossier_error *err);
dossier_status ds_show_viewpoint(struct ds_show *show, dossier_error *err);
dossier_status ds_show_voices(struct ds_show *show, dossier_error *err);
/* What is said of one section, and which voice is missing there. */
dossier_status ds_show_statements(struct ds_show *show,
    enum ds_section section, dossier_error *err);
dossier_status ds_show_youth(struct ds_show *show, dossier_error *err);
dossier_status ds_show_residence(struct ds_show *show, dossier_error *err);
/* Who holds the case, the lead through time, and days without a name. */
dossier_status ds_show_lead(struct ds_show *show, dossier_error *err);
dossier_status ds_show_people(struct ds_show *show, dossier_error *err);
dossier_status ds_show_school(struct ds_show *show, dossier_error *err);
dossier_status ds_show_opp(struct ds_show *show, dossier_error *err);
dossier_status ds_show_qualifications(struct ds_show *show,
    dossier_error *err);
dossier_status ds_show_skills(struct ds_show *show, dossier_error *err);
dossier_status ds_show_stages(struct ds_show *show, dossier_error *err);
dossier_status ds_show_work(struct ds_show *show, dossier_error *err);
dossier_status ds_show_domains(struct ds_show *show, dossier_error *err);
dossier_status ds_show_registers(struct ds_show *show, dossier_error *err);
dossier_status ds_show_wage_values(struct ds_show *show, dossier_error *err);
dossier_status ds_show_assessments(struct ds_show *show, dossier_error *err);
dossier_status ds_show_agreed(struct ds_show *show, dossier_error *err);
dossier_status ds_show_grounds(struct ds_show *show, dossier_error *err);
dossier_status ds_show_follow(struct ds_show *show, dossier_error *err);
dossier_status ds_show_merged(struct ds_show *show, dossier_error *err);
/* What is still missing, per purpose. */
dossier_status ds_show_missing(struct ds_show *show, dossier_error *err);
/* From school to a job that is kept. */
dossier_status ds_show_timeline(struct ds_show *show, dossier_error *err);
/* What does not go to this reader, and why. */
dossier_status ds_show_withheld(struct ds_show *show, dossier_error *err);

#endif
