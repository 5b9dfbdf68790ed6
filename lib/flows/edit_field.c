/* SPDX-License-Identifier: EUPL-1.2 */
/* The fields that can be set, by name, and one "field=value". */
#include "flows/edit.h"

#include <string.h>

#include "base/text.h"
#include "flows/input.h"

const enum ds_kind ds_edit_kinds[DS_EDIT_SUBJECTS] = { DS_YOUTH,
    DS_ENROLMENT, DS_RESIDENCE, DS_WORK_PROFILE, DS_IDENTIFIER,
    DS_IDENTIFIER };

/* Fields whose own name would not tell of what they are. */
static const struct ds_edit_name renamed[] = {
	{ "enrolled_on", DS_EDIT_ENROLMENT, DS_F_ENROLMENT_FROM },
	{ "left_on", DS_EDIT_ENROLMENT, DS_F_ENROLMENT_UNTIL },
	{ "bsn", DS_EDIT_BSN, DS_F_IDENTIFIER_VALUE },
	{ "onderwijsnummer", DS_EDIT_ONDERWIJSNUMMER,
	    DS_F_IDENTIFIER_VALUE },
};

#define RENAMED (sizeof renamed / sizeof renamed[0])
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
	size_t count = RENAMED;
	int subject, i;

	memcpy(names, renamed, sizeof renamed);
	for (subject = 0; !ds_edit_is_number(subject); subject++) {
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

static const char *
label_of(const struct ds_edit_name *name, dossier_language language)
{
	if (ds_edit_is_number(name->subject))
		return ds_code_label(ds_codes_identifier,
		    ds_edit_number_kind(name->subject), language);
	return ds_tr(language, ds_edit_field(name)->label);
}

/* Its name, or its label in one of the languages. */
static bool
answers(struct ds_arena *arena, const struct ds_edit_name *name,
    const char *wanted)
{
	const char *said[] = { name->text,
	    label_of(name, DOSSIER_ENGLISH), label_of(name, DOSSIER_DUTCH) };
	const char *folded;
	size_t i;

	for (i = 0; i < sizeof said / sizeof said[0]; i++) {
		folded = ds_text_fold(arena, said[i]);
		if (folded != NULL && strcmp(folded, wanted) == 0)
			return true;
	}
	return false;
}

/* Of the school, of the residence? Nothing is guessed. */
static bool
is_bare_day(struct ds_arena *arena, const char *wanted)
{
	static const struct ds_edit_name days[] = {
		{ "from", DS_EDIT_RESIDENCE, DS_F_RESIDENCE_FROM },
		{ "until", DS_EDIT_RESIDENCE, DS_F_RESIDENCE_UNTIL },
	};

	return answers(arena, &days[0], wanted) ||
	    answers(arena, &days[1], wanted);
}

static dossier_status
no_bare_day(const char *text, dossier_error *err)
{
	ds_advise(err, N_("Of the school they are enrolled_on and left_on; "
	    "the days of the residence come with: dossier intake"));
	return ds_fail(err, DOSSIER_INVALID, N_("%s can be the day of more "
	    "than one thing."), text);
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

/* "work_profile.hours_week": what two records have is told apart so. */
static bool
find_dotted(struct ds_edit_name *out, const char *text)
{
	const char *dot = strchr(text, '.');
	const struct ds_record *record;
	int subject;

	for (subject = 0; dot != NULL && !ds_edit_is_number(subject);
	    subject++) {
		record = ds_record(ds_edit_kinds[subject]);
		if (strlen(record->table) != (size_t)(dot - text) ||
		    strncmp(record->table, text, strlen(record->table)) != 0)
			continue;
		*out = (struct ds_edit_name){ text, subject,
		    ds_field_named(record, dot + 1) };
		return out->field >= 0 && strcmp(dot + 1, "youth") != 0;
	}
	return false;
}

static dossier_status
find_plain(struct ds_edit_name *out, struct ds_arena *arena,
    const char *text, dossier_error *err)
{
	struct ds_edit_name names[MOST_NAMES];
	size_t count = collect(names), i;
	const char *wanted = ds_text_fold(arena, text);

	if (wanted == NULL)
		return ds_no_memory(err);
	if (is_bare_day(arena, wanted))
		return no_bare_day(text, err);
	for (i = 0; i < count && !answers(arena, &names[i], wanted); i++)
		continue;
	if (i == count)
		return no_such_field(text, names, count, err);
	*out = names[i];
	return DOSSIER_OK;
}

dossier_status
ds_edit_find(struct ds_edit_name *out, struct ds_arena *arena,
    const char *text, dossier_error *err)
{
	if (!find_dotted(out, text))
		DS_TRY(find_plain(out, arena, text, err));
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
	return ds_edit_find(&out->name, arena, ds_text_trim(field), err);
}
