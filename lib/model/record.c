/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/record.h"

#include <stdio.h>
#include <string.h>

/*
 * One macro a type turns the list's argument into the field's own member, so
 * that a list reads the same for code lists, targets and numbers.
 */
#define NEED DS_NEED
#define OWN DS_OWN
#define SECRET DS_SECRET
#define PAST DS_PAST
#define HEALTH DS_HEALTH
#define JUSTICE DS_JUSTICE
#define FAMILY DS_FAMILY
#define AT(section) DS_AT(section)
#define ARG_TEXT(arg)
#define ARG_LONG(arg)
#define ARG_PROCESS(arg)
#define ARG_CREBO(arg)
#define ARG_PAGE(arg)
#define ARG_REF(arg)
#define ARG_DAY(arg)
#define ARG_PHONE(arg)
#define ARG_EMAIL(arg)
#define ARG_BOOL(arg)
#define ARG_POSTCODE(arg)
#define ARG_POSTCODE4(arg)
#define ARG_MUNICIPALITY(arg)
#define ARG_PROCESSES(arg)
#define ARG_INT(arg) .number = (arg),
#define ARG_PERCENT(arg) .number = (arg),
#define ARG_DEGREES(arg) .number = (arg),
#define ARG_CODE(arg) .codes = (arg),
#define ARG_CODES(arg) .codes = (arg),
#define ARG_RECORD(arg) .target = (arg),

#define F(f, column, text, kind, arg, flag) \
	[DS_F_##f] = { .name = (column), .label = (text), \
	    .type = DS_TYPE_##kind, ARG_##kind(arg) .flags = (flag) },
#define R(name, ...) \
	static const struct ds_field fields_##name[] = \
	    { DS_FIELDS_##name(F) };
DS_RECORDS(R)
#undef R
#undef F

#define UNDATED .from = -1, .until = -1
#define DATED(prefix) \
	.from = DS_F_##prefix##_FROM, .until = DS_F_##prefix##_UNTIL
#define R(n, num, tab, text, nat, sec, ...) \
	[DS_##n] = { .kind = DS_##n, .table = (tab), .label = (text), \
	    .nature = DS_##nat, .section = DS_SECTION_##sec, \
	    .fields = fields_##n, \
	    .count = DS_FIELDS_OF_##n, __VA_ARGS__ },
static const struct ds_record records[DS_KIND_END] = { DS_RECORDS(R) };
#undef R

static const struct {
	const char *slug, *label;
	enum ds_class class;
} sections[DS_SECTION_END] = {
#define S(n, s, text, c) [DS_SECTION_##n] = { s, text, DS_CLASS_##c },
	DS_SECTIONS(S)
#undef S
};

const struct ds_record *
ds_record(enum ds_kind kind)
{
	return &records[kind];
}

const struct ds_record *
ds_record_named(const char *table)
{
	int kind;

	for (kind = 1; kind < DS_KIND_END; kind++)
		if (strcmp(records[kind].table, table) == 0)
			return &records[kind];
	return NULL;
}

int
ds_field_named(const struct ds_record *record, const char *name)
{
	int i;

	for (i = 0; i < record->count; i++)
		if (strcmp(record->fields[i].name, name) == 0)
			return i;
	return -1;
}

const char *
dossier_code(const char *field, size_t index)
{
	const char *dot = strchr(field, '.');
	const struct ds_record *record;
	const struct ds_code *codes;
	char table[40];
	int i;

	snprintf(table, sizeof table, "%.*s",
	    (int)(dot == NULL ? 0 : dot - field), field);
	record = ds_record_named(table);
	i = record == NULL ? -1 : ds_field_named(record, dot + 1);
	codes = i < 0 ? NULL : record->fields[i].codes;
	for (; codes != NULL && codes->slug != NULL; codes++, index--)
		if (index == 0)
			return codes->slug;
	return NULL;
}

enum ds_section
ds_field_section(const struct ds_record *record, int field)
{
	unsigned own = record->fields[field].flags >> 8;

	return own != 0 ? (enum ds_section)own : record->section;
}

const char *
ds_section_slug(enum ds_section section)
{
	return sections[section].slug;
}

const char *
ds_section_label(enum ds_section section)
{
	return sections[section].label;
}

enum ds_section
ds_section_named(const char *slug)
{
	int i;

	for (i = 0; i < DS_SECTION_END; i++)
		if (sections[i].slug != NULL &&
		    strcmp(sections[i].slug, slug) == 0)
			return (enum ds_section)i;
	return DS_SECTION_NONE;
}

enum ds_class
ds_section_class(enum ds_section section)
{
	return sections[section].class;
}

bool
ds_type_is_number(enum ds_type type)
{
	switch (type) {
	case DS_TYPE_INT:
	case DS_TYPE_BOOL:
	case DS_TYPE_PERCENT:
	case DS_TYPE_DEGREES:
	case DS_TYPE_RECORD:
		return true;
	default:
		return false;
	}
}
