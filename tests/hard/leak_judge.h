/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A second judgement of what may leave, written from the documents and not
 * from the descriptors: which fields tell of health, justice or family, who
 * may consent at which age, and what a ground must say to cover.
 */
#ifndef TESTS_HARD_LEAK_JUDGE_H
#define TESTS_HARD_LEAK_JUDGE_H

#include "flows/region.h"

/* ---- what the documents say ---- */

/* Sections, by record; statements carry their own. */
static const struct {
	const char *table, *section;	/* NULL: never leaves */
} stands_in[] = {
	{ "youth", "identiteit" }, { "residence", "identiteit" },
	{ "enrolment", "school" }, { "placement", "stages" },
	{ "track", "stages" }, { "agreement", "afspraken" },
	{ "lead", "afspraken" }, { "opp", "opp" },
	{ "qualification", "kwalificaties" },
	{ "work_process", "kwalificaties" }, { "work_profile", "arbeid" },
	{ "life_domain", "leefgebieden" }, { "register", "registers" },
	{ "scheme", "registers" }, { "care", "registers" },
	{ "assessment", "registers" }, { "wage_value", "registers" },
	{ "person", "netwerk" }, { "ground", "grondslagen" },
	{ "identifier", NULL }, { "moment", NULL }, { "handover", NULL },
	{ "decision", NULL }, { "delivery", NULL }, { "answer", NULL },
	{ "discussion", NULL }, { "merged", NULL }, { "receipt", NULL },
};

/* Fields of the youth that stand elsewhere: skills and wishes of work. */
static const char *const youth_skills[] = { "job_ready", "processes", NULL };
static const char *const youth_work[] = { "available_from", "hours_week",
	"days", "sectors", "max_km", NULL };

/*
 * What tells of health (with behaviour and benefits), justice or family. All
 * fields of a table with "*".
 */
static const char *const special[] = {
	"youth.capable", "enrolment.cluster", "placement.review",
	"opp.helping", "opp.hampering", "opp.guidance", "opp.deviations",
	"opp.own_input", "opp.input_used", "work_profile.hours_day",
	"work_profile.hours_week", "work_profile.guidance",
	"work_profile.exclusions", "work_profile.aids", "register.*",
	"scheme.*", "care.*", "assessment.*", "wage_value.*", NULL
};

/* In their own words people may say anything; here they seldom do. */
static const char *const plain_sections[] = { "identiteit", "school",
	"kwalificaties", "kennis", "vaardigheden", "stages", "afspraken",
	"grondslagen", "zienswijze", NULL };

static inline bool
among(const char *const *words, const char *word)
{
	for (; *words != NULL; words++)
		if (strcmp(*words, word) == 0)
			return true;
	return false;
}

static inline const char *
section_of(const struct ds_row *row, const char *table, const char *field)
{
	size_t i;

	if (row->kind == DS_STATEMENT && strcmp(ds_row_text(row,
	    DS_F_STATEMENT_SECTION), "zienswijze") == 0 && strcmp(
	    ds_row_text(row, DS_F_STATEMENT_VOICE), "school") == 0)
		return NULL;
	if (row->kind == DS_STATEMENT)
		return ds_row_text(row, DS_F_STATEMENT_SECTION);
	if (row->kind == DS_YOUTH && among(youth_skills, field))
		return "vaardigheden";
	if (row->kind == DS_YOUTH && among(youth_work, field))
		return "arbeid";
	for (i = 0; i < sizeof stands_in / sizeof stands_in[0]; i++)
		if (strcmp(stands_in[i].table, table) == 0)
			return stands_in[i].section;
	fail_msg("%s stands in no section", table);
	return NULL;
}

static inline bool
is_special(const struct ds_row *row, const char *table, const char *field)
{
	const char *class, *network;
	char name[64];

	switch (row->kind) {
	case DS_STATEMENT:
		return !among(plain_sections, ds_row_text(row,
		    DS_F_STATEMENT_SECTION));
	case DS_LIFE_DOMAIN:
		class = ds_row_text(row, DS_F_DOMAIN_CLASS);
		return class == NULL || strcmp(class, "gewoon") != 0;
	case DS_PERSON:
		network = ds_row_text(row, DS_F_PERSON_NETWORK);
		return network == NULL ||
		    strcmp(network, "professioneel") != 0;
	default:
		break;
	}
	snprintf(name, sizeof name, "%s.*", table);
	if (among(special, name) && strcmp(field, "youth") != 0)
		return true;
	snprintf(name, sizeof name, "%s.%s", table, field);
	return among(special, name);
}

/* ---- grounds, judged a second time ---- */

struct reading {
	int64_t recipient;
	enum ds_purpose purpose;
	bool occasion;
	dossier_day day;
};

/* The youth from this age on; the parents before, and for the incapable. */
static inline const char *
giver_at(const struct ds_row *youth, const char *purpose, dossier_day day)
{
	int from = purpose != NULL && strcmp(purpose, "overgangsdocument") ==
	    0 ? 18 : 16;
	const char *born = ds_row_text(youth, DS_F_YOUTH_BIRTH_DATE);
	dossier_day birthday;
	int year, month, mday;

	if (born == NULL)
		return NULL;
	ds_day_civil(ds_day_from_iso(born), &year, &month, &mday);
	/* 29 February is reached on 1 March. */
	if (month == 2 && mday == 29 && !ds_day_exists(year + from, 2, 29)) {
		month = 3;
		mday = 1;
	}
	birthday = ds_day_of(year + from, month, mday);
	if (day.number < birthday.number)
		return "ouders";
	if (from == 18 && ds_row_has(youth, DS_F_YOUTH_CAPABLE) &&
	    ds_row_int(youth, DS_F_YOUTH_CAPABLE) == 0)
		return "ouders";
	return "jongere";
}

static inline bool
fits_giver(const char *by, const char *wanted)
{
	if (by == NULL || wanted == NULL)
		return false;
	return strcmp(by, wanted) == 0 || (strcmp(by, "vertegenwoordiger") ==
	    0 && strcmp(wanted, "ouders") == 0);
}

static inline bool
runs(const struct ds_row *ground, dossier_day day)
{
	const char *withdrawn = ds_row_text(ground, DS_F_GROUND_WITHDRAWN);
	const char *until = ds_row_text(ground, DS_F_GROUND_UNTIL);
	char today[DS_DAY_TEXT];

	ds_day_iso(day, today);
	return strcmp(ds_row_text(ground, DS_F_GROUND_FROM), today) <= 0 &&
	    (until == NULL || strcmp(until, today) >= 0) &&
	    (withdrawn == NULL || strcmp(withdrawn, today) > 0);
}

static inline bool
is_for(const struct ds_row *ground, enum ds_purpose purpose)
{
	static const char *const wanted[] = {
		[DS_FOR_HANDOVER] = "overgangsdocument",
		[DS_FOR_MATCH] = "bemiddeling", [DS_FOR_MEETING] = "overleg"
	};
	const char *own = ds_row_text(ground, DS_F_GROUND_PURPOSE);

	return purpose == DS_FOR_PARTY || own == NULL ||
	    strcmp(own, wanted[purpose]) == 0;
}

static inline bool
names_section(const struct ds_row *ground, const char *section)
{
	char words[512], *next, *word;

	snprintf(words, sizeof words, "%s", ds_row_text(ground,
	    DS_F_GROUND_SECTIONS));
	for (word = strtok_r(words, " ", &next); word != NULL;
	    word = strtok_r(NULL, " ", &next))
		if (strcmp(word, section) == 0)
			return true;
	return false;
}

static inline bool
covers(const struct ds_row *ground, const struct ds_row *youth,
    const struct reading *reading, const char *section, bool sensitive)
{
	const char *kind = ds_row_text(ground, DS_F_GROUND_KIND);
	const char *purpose = ds_row_text(ground, DS_F_GROUND_PURPOSE);
	const char *by = ds_row_text(ground, DS_F_GROUND_GIVEN_BY);

	if (ds_row_int(ground, DS_F_GROUND_RECIPIENT) != reading->recipient ||
	    !names_section(ground, section) || !runs(ground, reading->day) ||
	    !is_for(ground, reading->purpose))
		return false;
	if (strcmp(kind, "toestemming") != 0)
		return !sensitive;
	/* Without a purpose of its own it is held to what it is used for. */
	if (purpose == NULL && reading->purpose == DS_FOR_HANDOVER)
		purpose = "overgangsdocument";
	return fits_giver(by, giver_at(youth, purpose, reading->day));
}

/* Of one field: may it be seen? */
static inline bool
may_leave(const struct ds_row *row, int i, const struct reading *reading,
    const struct ds_row *youth, const struct ds_row *const *grounds,
    size_t count)
{
	const struct ds_record *record = ds_record(row->kind);
	const struct ds_field *field = &record->fields[i];
	const char *section = section_of(row, record->table, field->name);
	bool sensitive = is_special(row, record->table, field->name);
	size_t g;

	if (section == NULL || ((field->flags & DS_OWN) &&
	    strcmp(field->name, "ref") != 0))
		return false;
	if (strcmp(section, "zienswijze") == 0 ||
	    (reading->occasion && !sensitive))
		return true;
	for (g = 0; g < count; g++)
		if (covers(grounds[g], youth, reading, section, sensitive))
			return true;
	return false;
}

#endif
