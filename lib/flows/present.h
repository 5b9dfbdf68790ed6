/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Records through a view into a document, for people and for machines at
 * once. Keys are the fields' own names; a record that a field points to is
 * given by its code, with its name beside it as NAME_name.
 */
#ifndef DS_FLOWS_PRESENT_H
#define DS_FLOWS_PRESENT_H

#include "model/view.h"
#include "render/document.h"

/* What a view showed, for machines, under `key`. */
void ds_present_value(dossier_document *doc, struct ds_value *map,
    const char *key, const struct ds_shown *shown);
/* For machines only: one field into `map`. */
dossier_status ds_present_data(dossier_document *doc, struct ds_view *view,
    struct ds_value *map, const struct ds_row *row, int field,
    dossier_error *err);
/* Is one of these fields known? A list ends with DS_NO_FIELD. */
bool ds_present_any(const struct ds_row *row, const int *fields);
/*
 * One field as a line for people (when it is known, or withheld) and as a
 * key of `map`.
 */
dossier_status ds_present_line(dossier_document *doc, struct ds_view *view,
    struct ds_value *map, const struct ds_row *row, int field,
    dossier_error *err);
/* Several of them. */
dossier_status ds_present_lines(dossier_document *doc, struct ds_view *view,
    struct ds_value *map, const struct ds_row *row, const int *fields,
    dossier_error *err);
/* Name, telephone and mail of a contact; 0 is nobody. */
dossier_status ds_present_contact(dossier_document *doc,
    struct ds_view *view, struct ds_value *map, int64_t contact,
    dossier_error *err);

/*
 * The roles that were at a meeting: a list `present` in `item`, and joined
 * for people in *text (NULL: none is recorded).
 */
dossier_status ds_present_attendance(const char **text,
    dossier_document *doc, struct ds_view *view, struct ds_value *item,
    int64_t meeting, dossier_error *err);

/*
 * One more column than the record has fields: gives the text for people of a
 * row (NULL: none) and puts what machines get into `item`.
 */
typedef dossier_status (*ds_present_extra)(const char **text,
    struct ds_value *item, const struct ds_row *row, void *payload,
    dossier_error *err);

struct ds_listing {
	const char *key;		/* of the list, for machines */
	const char *title;		/* English, marked */
	const int *fields;
	const char *extra_label;	/* English, marked; NULL: no extra */
	ds_present_extra extra;
	void *payload;
};

/*
 * A list for machines and a table for people, one row a record, under a
 * caption of its own (English, marked; NULL: none). Columns that are empty
 * in every row are left out, and so is a table without rows.
 */
dossier_status ds_present_table(dossier_document *doc, struct ds_view *view,
    struct ds_value *map, const struct ds_listing *section,
    const char *caption, const struct ds_row *rows, size_t count,
    dossier_error *err);
/* A heading with such a table, or that nothing is recorded. */
dossier_status ds_present_rows(dossier_document *doc, struct ds_view *view,
    struct ds_value *map, const struct ds_listing *section,
    const struct ds_row *rows, size_t count, dossier_error *err);

/*
 * A sentence and the things it names, each on a line of its own. `things`
 * are for people; more than none.
 */
void ds_present_things(dossier_document *doc, const char *sentence,
    const char *const *things, size_t count);

/* A heading, translated. */
void ds_present_heading(dossier_document *doc, const char *title);
/* "Nothing recorded." */
void ds_present_nothing(dossier_document *doc);

#endif
