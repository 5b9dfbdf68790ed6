/* SPDX-License-Identifier: EUPL-1.2 */
/* What may be seen: the one place that decides it. */
#include "model/view.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* ---- what a value is ---- */

static enum ds_class
class_of_flags(unsigned flags)
{
	if (flags & DS_SECRET)
		return DS_CLASS_NUMBER;
	if (flags & DS_HEALTH)
		return DS_CLASS_HEALTH;
	if (flags & DS_JUSTICE)
		return DS_CLASS_JUSTICE;
	return flags & DS_FAMILY ? DS_CLASS_FAMILY : DS_CLASS_ORDINARY;
}

/* A pack says what a domain tells of; where none did it counts as health. */
static enum ds_class
class_of_domain(const struct ds_row *row)
{
	static const struct {
		const char *slug;
		enum ds_class class;
	} classes[] = {
		{ "gewoon", DS_CLASS_ORDINARY },
		{ "justitie", DS_CLASS_JUSTICE },
		{ "gezin", DS_CLASS_FAMILY },
	};
	const char *slug = ds_row_text(row, DS_F_DOMAIN_CLASS);
	size_t i;

	for (i = 0; slug != NULL && i < sizeof classes / sizeof classes[0];
	    i++)
		if (strcmp(classes[i].slug, slug) == 0)
			return classes[i].class;
	return DS_CLASS_HEALTH;
}

enum ds_class
ds_row_class(const struct ds_row *row, int field)
{
	enum ds_class own = class_of_flags(
	    ds_record(row->kind)->fields[field].flags);
	const char *network;

	switch (row->kind) {
	case DS_STATEMENT:
		return ds_section_class(ds_row_section(row, field));
	case DS_LIFE_DOMAIN:
		return class_of_domain(row);
	case DS_PERSON:
		network = ds_row_text(row, DS_F_PERSON_NETWORK);
		return network != NULL && strcmp(network, "professioneel") ==
		    0 ? own : DS_CLASS_FAMILY;
	default:
		return own;
	}
}

/* The learner's own statement always travels, so nobody else's may be it. */
static bool
is_own_view(const struct ds_row *statement)
{
	const char *voice = ds_row_text(statement, DS_F_STATEMENT_VOICE);

	return voice == NULL || strcmp(voice, "school") != 0;
}

enum ds_section
ds_row_section(const struct ds_row *row, int field)
{
	enum ds_section section;
	const char *slug;

	if (row->kind != DS_STATEMENT)
		return ds_field_section(ds_record(row->kind), field);
	slug = ds_row_text(row, DS_F_STATEMENT_SECTION);
	section = slug == NULL ? DS_SECTION_STORY : ds_section_named(slug);
	return section == DS_SECTION_VIEWPOINT && !is_own_view(row) ?
	    DS_SECTION_NONE : section;
}

/* ---- whose it is ---- */

static int64_t
owner_of(const struct ds_row *row)
{
	int field;

	if (row->kind == DS_YOUTH)
		return row->id;
	field = ds_field_named(ds_record(row->kind), "youth");
	return field < 0 ? 0 : ds_row_int(row, field);
}

static dossier_status
take_subject(struct ds_view *view, int64_t youth, dossier_error *err)
{
	struct ds_about *subject = &view->subject;

	if (subject->youth.id == youth)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&subject->youth, view->arena, view->book,
	    DS_YOUTH, youth, err));
	return ds_book_list(&subject->grounds, &subject->ground_count,
	    view->arena, view->book, DS_GROUND, DS_F_GROUND_YOUTH, youth,
	    err);
}

/* ---- what the grounds say ---- */

static bool
is_about(const struct ds_row *ground, enum ds_section section,
    int64_t recipient)
{
	return ds_row_int(ground, DS_F_GROUND_RECIPIENT) == recipient &&
	    ds_text_has_word(ds_row_text(ground, DS_F_GROUND_SECTIONS),
	    ds_section_slug(section));
}

static const char *
purpose_slug(enum ds_purpose purpose)
{
	switch (purpose) {
	case DS_FOR_HANDOVER:
		return "overgangsdocument";
	case DS_FOR_MATCH:
		return "bemiddeling";
	case DS_FOR_MEETING:
		return "overleg";
	default:
		return NULL;
	}
}

static void
note_used(struct ds_view *view, const struct ds_row *ground)
{
	char number[24];

	if (view->used == NULL)
		return;
	snprintf(number, sizeof number, "%lld", (long long)ground->id);
	if (ds_text_has_word(view->used->data, number))
		return;
	ds_buf_puts(view->used, view->used->size == 0 ? "" : " ");
	ds_buf_puts(view->used, number);
}

/* Of several grounds that do not cover, the nearest to it is told. */
static enum ds_coverage_of_ground
covers(struct ds_view *view, int64_t recipient, enum ds_section section,
    bool special)
{
	enum ds_coverage_of_ground best = DS_GROUND_NONE, one;
	const struct ds_about *subject = &view->subject;
	size_t i;

	if (!special && view->allow.occasion)
		return DS_GROUND_COVERS;
	for (i = 0; i < subject->ground_count; i++) {
		if (!is_about(&subject->grounds[i], section, recipient))
			continue;
		one = ds_ground_judge(view->allow.policy,
		    &subject->grounds[i], &subject->youth,
		    purpose_slug(view->purpose), special, view->allow.day);
		if (one == DS_GROUND_COVERS) {
			note_used(view, &subject->grounds[i]);
			return one;
		}
		if (one > best)
			best = one;
	}
	return best;
}

/* At the desk a role may be enough; *why is NULL where it lets through. */
static bool
is_told_by_role(const char **why, const struct ds_view *view, bool special)
{
	*why = NULL;
	if (view->recipient != 0 || view->allow.reach == DS_REACH_GRANTED)
		return false;
	if (view->allow.reach == DS_REACH_ORDINARY && special)
		*why = N_("your role does not see this");
	return true;
}

dossier_status
ds_view_judge_section(const char **why, struct ds_view *view, int64_t youth,
    enum ds_section section, bool special, dossier_error *err)
{
	int64_t recipient = view->recipient != 0 ? view->recipient :
	    view->allow.own_party;
	enum ds_coverage_of_ground coverage;

	if (is_told_by_role(why, view, special))
		return DOSSIER_OK;
	*why = N_("it is not known whose this is");
	if (youth == 0)
		return DOSSIER_OK;
	DS_TRY(take_subject(view, youth, err));
	coverage = covers(view, recipient, section, special);
	*why = coverage == DS_GROUND_COVERS ? NULL :
	    ds_ground_reason(coverage);
	return DOSSIER_OK;
}

/* ---- the whole ---- */

/* What needs no ground to be told; *why is NULL when a ground must tell. */
static bool
is_settled(const char **why, const struct ds_view *view,
    const struct ds_field *field, enum ds_section section)
{
	*why = NULL;
	if (view->recipient != 0 && (field->flags & DS_SECRET))
		*why = N_("this number never leaves");
	else if (view->recipient != 0 && view->purpose == DS_FOR_WORK)
		*why = N_("nothing leaves for this purpose");
	else if (section == DS_SECTION_NONE)
		*why = N_("this part does not go along in a handover");
	else if ((field->flags & DS_OWN) && field->type != DS_TYPE_REF)
		*why = N_("this is kept for the software only");
	else
		return section == DS_SECTION_COMMON ||
		    section == DS_SECTION_VIEWPOINT;
	return true;
}

/* Who is around a youth in private did not ask to be found. */
static bool
is_of_another(const struct ds_row *row, int field)
{
	const char *network;

	if (row->kind != DS_PERSON ||
	    (field != DS_F_PERSON_PHONE && field != DS_F_PERSON_EMAIL))
		return false;
	network = ds_row_text(row, DS_F_PERSON_NETWORK);
	return network == NULL || strcmp(network, "professioneel") != 0;
}

dossier_status
ds_view_judge(const char **why, struct ds_view *view,
    const struct ds_row *row, int field, dossier_error *err)
{
	const struct ds_field *f = &ds_record(row->kind)->fields[field];
	enum ds_section section;
	bool special;

	if (view->allow.copy && is_of_another(row, field)) {
		*why = N_("these are the contact details of somebody else");
		return DOSSIER_OK;
	}
	special = ds_row_class(row, field) != DS_CLASS_ORDINARY;
	if (is_told_by_role(why, view, special))
		return DOSSIER_OK;
	section = ds_row_section(row, field);
	if (is_settled(why, view, f, section))
		return DOSSIER_OK;
	return ds_view_judge_section(why, view, owner_of(row), section,
	    special, err);
}

/* ---- a row ---- */

/* Whose a row is, and what it tells of, are needed to judge it. */
static bool
is_key(const struct ds_record *record, int field)
{
	return (record->fields[field].type == DS_TYPE_RECORD &&
	    record->fields[field].target == DS_YOUTH) ||
	    (record->kind == DS_LIFE_DOMAIN && field == DS_F_DOMAIN_CLASS);
}

static dossier_status
mask_field(bool *left, struct ds_row *seen, struct ds_view *view,
    const struct ds_row *row, int field, const char **held,
    dossier_error *err)
{
	const char *why;

	if (!ds_row_has(row, field))
		return DOSSIER_OK;
	DS_TRY(ds_view_judge(&why, view, row, field, err));
	if (why == NULL) {
		*left = true;
		return DOSSIER_OK;
	}
	ds_row_clear(seen, field);
	if (held != NULL && held[ds_row_section(row, field)] == NULL)
		held[ds_row_section(row, field)] = why;
	return DOSSIER_OK;
}

dossier_status
ds_view_mask(bool *left, struct ds_view *view, struct ds_row *row,
    const int *fields, const char **held, dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	struct ds_row seen = *row;
	int i;

	*left = false;
	for (i = 0; fields == NULL && i < record->count; i++)
		if (!is_key(record, i))
			DS_TRY(mask_field(left, &seen, view, row, i, held,
			    err));
	for (; fields != NULL && *fields != DS_NO_FIELD; fields++)
		DS_TRY(mask_field(left, &seen, view, row, *fields, held,
		    err));
	*row = seen;
	return DOSSIER_OK;
}
