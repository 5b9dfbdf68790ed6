/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The only way out for personal fields. A flow computes with rows; what
 * reaches a person, a file or a recipient comes from a view, which is opened
 * for somebody and for a purpose, says what is withheld and why, and
 * remembers what it gave. What may leave to whom is decided in one place.
 */
#ifndef DS_MODEL_VIEW_H
#define DS_MODEL_VIEW_H

#include "model/ground.h"

enum ds_purpose {
	DS_FOR_WORK,		/* on the screen of who works here */
	DS_FOR_HANDOVER,	/* in the document of a handover */
	DS_FOR_PARTY,		/* whatever any ground gives a party */
	DS_FOR_MATCH,		/* to find a place */
	DS_FOR_MEETING		/* to talk about in a meeting */
};

/* Of a value: what it tells of whoever it is about. */
enum ds_class ds_row_class(const struct ds_row *row, int field);
/* Where it stands in the dossier: it leaves with that section. */
enum ds_section ds_row_section(const struct ds_row *row, int field);

/* What is allowed beyond what the recipient's grounds say. */
struct ds_allowance {
	const struct ds_policy *policy;	/* NULL: no ground carries anything
					   but ordinary data */
	dossier_day day;		/* on which grounds are held */
	enum ds_reach reach;		/* at the desk: of the actor's role */
	int64_t own_party;		/* … and organisation */
	bool copy;			/* for the youth: no contact details of
					   others */
	bool whole;			/* numbers too, for whose they are */
	bool occasion;		/* ordinary parts leave on a ground that is
				   given with it and kept with the delivery */
};

struct ds_about {		/* the youth whose records are shown */
	struct ds_row youth;
	struct ds_row *grounds;
	size_t ground_count;
};

struct ds_view {
	struct ds_book *book;
	struct ds_arena *arena;		/* what is shown lives here */
	dossier_language language;
	int64_t recipient;		/* party; 0: who works here */
	enum ds_purpose purpose;
	struct ds_allowance allow;
	struct ds_about subject;
	uint32_t given[DS_KIND_END];	/* what was shown: a bit a field */
	struct ds_buf *used;		/* numbers of grounds; may be NULL */
};

/* Without an allowance: what any day and no policy gives. */
void ds_view_open(struct ds_view *view, struct ds_book *book,
    struct ds_arena *arena, dossier_language language, int64_t recipient,
    enum ds_purpose purpose);
void ds_view_allow(struct ds_view *view, const struct ds_allowance *allow);

struct ds_shown {
	const char *text;	/* for people; NULL: not known, or withheld */
	const char *data;	/* for machines: slug, code, ISO day, 49.9 */
	bool is_number;		/* `number` is what machines get */
	bool is_truth;		/* the same, as yes or no */
	bool is_list;		/* `data` is words with blanks between */
	int64_t number;
	const char *withheld;	/* NULL, or why: English, marked */
};

/*
 * *why is NULL, or why the field does not go to this view's reader: an
 * English sentence, marked. The grounds of whose row it is are read once.
 */
dossier_status ds_view_judge(const char **why, struct ds_view *view,
    const struct ds_row *row, int field, dossier_error *err);
/*
 * Take out of these fields of a row (NULL: of all but whose it is) what does
 * not go to this view's reader; *left: one of them remains. In `held`, by
 * section, the first reason is kept; NULL: none is wanted.
 */
#define DS_NO_FIELD (-1)		/* ends a list of fields */
dossier_status ds_view_mask(bool *left, struct ds_view *view,
    struct ds_row *row, const int *fields, const char **held,
    dossier_error *err);
/* The same for a whole section of one youth: its ordinary or special data. */
dossier_status ds_view_judge_section(const char **why, struct ds_view *view,
    int64_t youth, enum ds_section section, bool special,
    dossier_error *err);
/*
 * A field for output. A record that it points to is given by name, for
 * machines by its code or ref.
 */
dossier_status ds_view_field(struct ds_shown *out, struct ds_view *view,
    const struct ds_row *row, int field, dossier_error *err);
/* A youth's name as people say it, and its first letters ("Z.B."). */
dossier_status ds_view_name(const char **out, struct ds_view *view,
    const struct ds_row *youth, dossier_error *err);
dossier_status ds_view_initials(const char **out, struct ds_view *view,
    const struct ds_row *youth, dossier_error *err);
/* What was given so far: "youth.ref youth.given_name …". */
void ds_view_given(struct ds_buf *out, const struct ds_view *view);

#endif
