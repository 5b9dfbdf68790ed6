/* SPDX-License-Identifier: EUPL-1.2 */
/* What can be set in a dossier; for edit.c and its parts. */
#ifndef DS_FLOWS_EDIT_H
#define DS_FLOWS_EDIT_H

#include "model/row.h"

enum { DS_EDIT_YOUTH, DS_EDIT_ENROLMENT, DS_EDIT_RESIDENCE,
	DS_EDIT_SUBJECTS };

extern const enum ds_kind ds_edit_kinds[DS_EDIT_SUBJECTS];

struct ds_edit_name {
	const char *text;		/* as people name it: left_on */
	int subject, field;
};

struct ds_edit_setting {
	struct ds_edit_name name;
	const char *value;		/* NULL: clear */
};

const struct ds_field *ds_edit_field(const struct ds_edit_name *name);
/*
 * "field=value"; the field by its name or by its label in either language.
 * DOSSIER_USAGE, DOSSIER_INVALID with the nearest right name.
 */
dossier_status ds_edit_split(struct ds_edit_setting *out,
    struct ds_arena *arena, const char *set, dossier_error *err);

#endif
