/* SPDX-License-Identifier: EUPL-1.2 */
/* The fields that can be set, by name, and one "field=value". */
#include "flows/edit.h"

#include <string.h>

#include "base/text.h"
#include "flows/input.h"

const enum ds_kind ds_edit_kinds[DS_EDIT_SUBJECTS] = { DS_YOUTH,
    DS_ENROLMENT, DS_RESIDENCE };

/* Where `from` and `until` stand in more than one record. */
static const struct ds_edit_name dated[] = {
	{ "enrolled_on", DS_EDIT_ENROLMENT, DS_F_ENROLMENT_FROM },
	{ "left_on", DS_EDIT_ENROLMENT, DS_F_ENROLMENT_UNTIL },
	{ "resident_from", DS_EDIT_RESIDENCE, DS_F_RESIDENCE_FROM },
	{ "resident_until", DS_EDIT_RESIDENCE, DS_F_RESIDENCE_UNTIL },
};

#define DATED (sizeof dated / sizeof dated[0])
#define MOST_NAMES (DS_EDIT_SUBJECTS * DS_MAX_FIELDS)

static bool
has_other_name(int subject, const char *field)
{
	return subject != DS_EDIT_YOUTH && (strcmp(field, "youth") == 0 ||
	    strcmp(field, "from") == 0 || strcmp(field, "until") == 0);
}

static size_t
collect(struct ds_edit_name names[MOST_NAMES])
{
	const struct ds_record *record;
	size_t count = DATED;
	int subject, i;

	memcpy(names, dated, sizeof dated);
	for (subject = 0; subject < DS_EDIT_SUBJECTS; subject++) {
		record = ds_record(ds_edit_kinds[subject]);
		for (i = 0; i < record->count; i++)
			if (!has_other_name(subject, record->fields[i].name))
				names[count++] = (struct ds_edit_name){
				    record->fields[i].name, subject, i };
	}
	return count;
}

const struct ds_field *
ds_edit_field(const struct ds_edit_name *name)
{
	return &ds_record(ds_edit_kinds[name->subject])->fields[name->field];
}

/* Its name, or its label in one of the languages. */
static bool
answers(struct ds_arena *arena, const struct ds_edit_name *name,
    const char *wanted)
{
	const char *label = ds_edit_field(name)->label;
	const char *said[] = { name->text, label,
	    ds_tr(DOSSIER_DUTCH, label) };
	const char *folded;
	size_t i;

	for (i = 0; i < sizeof said / sizeof said[0]; i++) {
		folded = ds_text_fold(arena, said[i]);
		if (folded != NULL && strcmp(folded, wanted) == 0)
			return true;
	}
	return false;
}

static dossier_status
no_such_field(const char *text, const struct ds_edit_name *names, size_t count,
    dossier_error *err)
{
	const char *candidates[MOST_NAMES], *near;
	size_t i;

	for (i = 0; i < count; i++)
		candidates[i] = names[i].text;
	near = ds_text_nearest(text, candidates, count);
	if (near != NULL)
		ds_advise(err, N_("Did you mean %s?"), near);
	else
		ds_advise(err, N_("All fields are named in: dossier help "
		    "edit"));
	return ds_fail(err, DOSSIER_INVALID, N_("There is no field %s."),
	    text);
}

static dossier_status
find_field(struct ds_edit_name *out, struct ds_arena *arena, const char *text,
    dossier_error *err)
{
	struct ds_edit_name names[MOST_NAMES];
	size_t count = collect(names), i;
	const char *wanted = ds_text_fold(arena, text);

	if (wanted == NULL)
		return ds_no_memory(err);
	for (i = 0; i < count && !answers(arena, &names[i], wanted); i++)
		continue;
	if (i == count)
		return no_such_field(text, names, count, err);
	*out = names[i];
	if (ds_edit_field(out)->flags & DS_OWN)
		return ds_fail(err, DOSSIER_INVALID, N_("%s is kept by the "
		    "software itself and cannot be set."), out->text);
	return DOSSIER_OK;
}

dossier_status
ds_edit_split(struct ds_edit_setting *out, struct ds_arena *arena,
    const char *set, dossier_error *err)
{
	const char *equals = strchr(set, '=');
	char *field;

	if (equals == NULL || equals == set) {
		ds_advise(err, N_("Write it as FIELD=VALUE, for example "
		    "class=5A."));
		return ds_fail(err, DOSSIER_USAGE,
		    N_("\"%s\" names no field and value."), set);
	}
	field = ds_arena_ndup(arena, set, (size_t)(equals - set));
	if (field == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_input_line(&out->value, arena, equals + 1, err));
	return find_field(&out->name, arena, ds_text_trim(field), err);
}
