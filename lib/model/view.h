/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The only way out for personal fields. A flow computes with rows; what
 * reaches a person, a file or a recipient comes from a view, which is opened
 * for somebody and for a purpose, says what is withheld and why, and
 * remembers what it gave. What may leave to whom is decided in one place.
 */
#ifndef DS_MODEL_VIEW_H
#define DS_MODEL_VIEW_H

#include "model/book.h"

enum ds_purpose {
	DS_FOR_WORK,		/* on the screen of who works here */
	DS_FOR_HANDOVER		/* in the document of a handover */
};

enum ds_sensitivity {
	DS_ORDINARY,
	DS_SECRET_NUMBER	/* masked here, never leaves */
};

/* Of a field, as its descriptor's flags say. */
enum ds_sensitivity ds_field_sensitivity(const struct ds_field *field);

struct ds_view {
	struct ds_book *book;
	struct ds_arena *arena;		/* what is shown lives here */
	dossier_language language;
	int64_t recipient;		/* party; 0: who works here */
	enum ds_purpose purpose;
	uint32_t given[DS_KIND_END];	/* what was shown: a bit a field */
};

void ds_view_open(struct ds_view *view, struct ds_book *book,
    struct ds_arena *arena, dossier_language language, int64_t recipient,
    enum ds_purpose purpose);

struct ds_shown {
	const char *text;	/* for people; NULL: not known, or withheld */
	const char *data;	/* for machines: slug, code, ISO day, 49.9 */
	bool is_number;		/* `number` is what machines get */
	bool is_truth;		/* the same, as yes or no */
	bool is_list;		/* `data` is words with blanks between */
	int64_t number;
	const char *withheld;	/* NULL, or why: English, marked */
};

/* NULL, or why the field does not go to this view's reader. */
const char *ds_view_refusal(const struct ds_view *view, enum ds_kind kind,
    int field);
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
