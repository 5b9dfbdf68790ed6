/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Descriptors: what a record is, once. Fields are reached by enum
 * (DS_F_YOUTH_REF), never by string; names are for columns and files.
 */
#ifndef DS_MODEL_RECORD_H
#define DS_MODEL_RECORD_H

#include "base/status.h"
#include "model/codes.h"
#include "model/fields.h"
#include "model/sections.h"

enum ds_kind {
#define R(name, number, ...) DS_##name = number,
	DS_RECORDS(R)
#undef R
	DS_KIND_END
};

/* DS_F_YOUTH_REF, …: the index of a field in its record. */
#define F(name, column, label, type, arg, flags) DS_F_##name,
#define R(name, ...) \
	enum { DS_FIELDS_##name(F) DS_FIELDS_OF_##name };
DS_RECORDS(R)
#undef R
#undef F

#define DS_MAX_FIELDS 20	/* at most 32: a view keeps a bit for each */

enum ds_type {
	DS_TYPE_TEXT,		/* one line */
	DS_TYPE_LONG,		/* text that keeps its line breaks */
	DS_TYPE_REF,		/* a dossier's ref */
	DS_TYPE_CODE,		/* one slug of a code list */
	DS_TYPE_CODES,		/* several, sorted, a space between */
	DS_TYPE_DAY,
	DS_TYPE_INT,		/* 0 to the argument */
	DS_TYPE_BOOL,
	DS_TYPE_PERCENT,	/* 0 to 100, the argument's decimals */
	DS_TYPE_DEGREES,
	DS_TYPE_PHONE,
	DS_TYPE_EMAIL,
	DS_TYPE_POSTCODE,
	DS_TYPE_POSTCODE4,
	DS_TYPE_MUNICIPALITY,
	DS_TYPE_PROCESSES,	/* work processes, sorted, a space between */
	DS_TYPE_PROCESS,	/* one of them */
	DS_TYPE_CREBO,		/* five digits */
	DS_TYPE_PAGE,		/* a document as it was given; render/page.h */
	DS_TYPE_RECORD		/* the id of a record of the kind `target` */
};

enum ds_nature { DS_PLAIN, DS_STATE, DS_MEASURED };

enum ds_field_flag {
	DS_NEED = 1,		/* a record without it is refused */
	DS_OWN = 2,		/* set by the software, not by edit */
	DS_SECRET = 4,		/* BSN and the like: masked, never sent */
	DS_PAST = 8,		/* a day that cannot lie after today */
	DS_HEALTH = 16,		/* its class is DS_CLASS_HEALTH */
	DS_JUSTICE = 32,
	DS_FAMILY = 64
};

/* In the flags: another section than the record's. */
#define DS_AT(section) ((unsigned)DS_SECTION_##section << 8)

struct ds_field {
	const char *name;
	const char *label;		/* English; translate with ds_tr */
	enum ds_type type;
	unsigned flags;
	int number;			/* decimals or largest value */
	enum ds_kind target;		/* DS_TYPE_RECORD */
	const struct ds_code *codes;	/* DS_TYPE_CODE and _CODES */
};

struct ds_record {
	enum ds_kind kind;
	const char *table;
	const char *label;
	enum ds_nature nature;
	enum ds_section section;	/* of its fields, unless they say */
	const struct ds_field *fields;
	int count;
	int from, until;		/* fields, −1 when it has none */
};

/* Borrowed; `kind` is valid. */
const struct ds_record *ds_record(enum ds_kind kind);
/* The record of that table name, or NULL. */
const struct ds_record *ds_record_named(const char *table);
/* The field's index by its stable name, or −1. */
int ds_field_named(const struct ds_record *record, const char *name);
/* The section a field belongs to, as the descriptors say. */
enum ds_section ds_field_section(const struct ds_record *record, int field);
/* "leefgebieden" for a section, and its label (English, marked). */
const char *ds_section_slug(enum ds_section section);
const char *ds_section_label(enum ds_section section);
/* The section of a slug; DS_SECTION_NONE when there is no such one. */
enum ds_section ds_section_named(const char *slug);
/* Of what people write about a section in their own words. */
enum ds_class ds_section_class(enum ds_section section);
/* How a type is stored: true for INTEGER, false for TEXT. */
bool ds_type_is_number(enum ds_type type);

#endif
