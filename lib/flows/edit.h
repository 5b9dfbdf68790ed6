/* SPDX-License-Identifier: EUPL-1.2 */
/* What can be set in a dossier; for edit.c and its parts. */
#ifndef DS_FLOWS_EDIT_H
#define DS_FLOWS_EDIT_H

#include "flows/session.h"

/* The last two are numbers: a record each, of which the value is set. */
enum { DS_EDIT_YOUTH, DS_EDIT_ENROLMENT, DS_EDIT_RESIDENCE, DS_EDIT_PROFILE,
	DS_EDIT_BSN, DS_EDIT_ONDERWIJSNUMMER, DS_EDIT_SUBJECTS };

extern const enum ds_kind ds_edit_kinds[DS_EDIT_SUBJECTS];

static inline bool
ds_edit_is_number(int subject)
{
	return subject >= DS_EDIT_BSN;
}

struct ds_edit_name {
	const char *text;		/* as people name it: left_on */
	int subject, field;
};

struct ds_edit_setting {
	struct ds_edit_name name;
	const char *value;		/* NULL: clear */
};

struct ds_edit_subject {
	struct ds_row before, after;
	bool exists;
	bool moved;			/* another school or municipality */
};

struct ds_edit {
	dossier_session *session;
	struct ds_arena *arena;
	struct ds_row youth;
	struct ds_edit_subject subject[DS_EDIT_SUBJECTS];
	size_t changes;
};

/*
 * The answer: each field that differs before and after, counted into
 * edit->changes, and who keeps the lead.
 */
dossier_status ds_edit_put(struct ds_edit *edit, dossier_document *doc,
    dossier_error *err);

const struct ds_field *ds_edit_field(const struct ds_edit_name *name);
/*
 * The field of that name or label, or "record.field". DOSSIER_INVALID with
 * the nearest right name.
 */
dossier_status ds_edit_find(struct ds_edit_name *out, struct ds_arena *arena,
    const char *text, dossier_error *err);
/*
 * "field=value"; the field by its name or by its label in either language.
 * DOSSIER_USAGE, DOSSIER_INVALID with the nearest right name.
 */
dossier_status ds_edit_split(struct ds_edit_setting *out,
    struct ds_arena *arena, const char *set, dossier_error *err);

/* The word for the kind of a number: "bsn"; NULL for another subject. */
const char *ds_edit_number_kind(int subject);
/* The youth's number of that kind; a row without id when there is none. */
dossier_status ds_edit_number_read(struct ds_row *out,
    struct ds_arena *arena, dossier_session *session, int subject,
    int64_t youth, dossier_error *err);
/*
 * DOSSIER_INVALID when it is no such number, DOSSIER_CONFLICT when another
 * dossier has it. No message repeats the number.
 */
dossier_status ds_edit_number_set(struct ds_row *row, struct ds_arena *arena,
    dossier_session *session, const struct ds_edit_setting *setting,
    dossier_error *err);
/* Add it, change it or take it away. */
dossier_status ds_edit_number_write(struct ds_book *book,
    const struct ds_row *before, struct ds_row *after, const char *reason,
    dossier_error *err);

#endif
