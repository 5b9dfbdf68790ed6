/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * One youth in a small region: Zoë van den Berg leaves De Linde for a place
 * that she knows from her last stage, and Zeist is to take over.
 */
#ifndef TESTS_FLOWS_ONE_CASE_H
#define TESTS_FLOWS_ONE_CASE_H

#include "flows/region.h"

#include "base/file.h"
#include "base/ident.h"
#include "base/text.h"

struct one_case {
	struct region region;
	char ref[DS_REF_SIZE];
	int64_t school, zeist, employer, els, wil, gea, youth, place;
};

static inline int64_t
case_contact(struct region *region, const char *name, const char *phone,
    const char *role, const char *from, const char *until, int64_t party)
{
	char text[3][80];
	int64_t id;

	snprintf(text[0], sizeof text[0], "name=%s", name);
	snprintf(text[1], sizeof text[1], "phone=%s", phone);
	id = region_add(region, "contact", text[0], text[1], NULL);
	snprintf(text[0], sizeof text[0], "contact=%d", (int)id);
	snprintf(text[1], sizeof text[1], "party=%d", (int)party);
	snprintf(text[2], sizeof text[2], "role=%s", role);
	region_add(region, "contact_role", text[0], text[1], text[2], from,
	    until, NULL);
	return id;
}

static inline void
case_people(struct one_case *c)
{
	struct region *r = &c->region;

	c->school = region_add(r, "party", "code=02QZ00", "kind=school",
	    "name=De Linde", NULL);
	c->zeist = region_add(r, "party", "code=0355", "kind=gemeente",
	    "name=Gemeente Zeist", NULL);
	region_add(r, "party", "code=0356", "kind=gemeente",
	    "name=Gemeente Nieuwegein", NULL);
	region_add(r, "party", "code=03XY00", "kind=school",
	    "name=De Wilg", NULL);
	c->employer = region_add(r, "party", "code=12345678",
	    "kind=werkgever", "name=Kas en Kweek", NULL);
	c->els = case_contact(r, "Els Bakker", "06-55501001",
	    "uitstroomcoordinator", NULL, NULL, c->school);
	c->wil = case_contact(r, "Wil Dijk", "06-55504001",
	    "contactpersoon", "until=2026-06-30", NULL, c->zeist);
	c->gea = case_contact(r, "Gea Laan", "06-55504002",
	    "contactpersoon", "from=2026-07-01", NULL, c->zeist);
}

static inline void
case_youth(struct one_case *c, uint64_t number, const char *given,
    const char *prefix, const char *family)
{
	struct region *r = &c->region;
	char ref[24], youth[24], text[3][48];

	ds_ref_make(c->ref, number, 99);
	snprintf(ref, sizeof ref, "ref=%s", c->ref);
	snprintf(text[0], sizeof text[0], "given_name=%s", given);
	snprintf(text[1], sizeof text[1], "family_name=%s", family);
	snprintf(text[2], sizeof text[2], "prefix=%s", prefix);
	c->youth = region_add(r, "youth", ref, text[0], text[1],
	    "opened_on=2025-09-01", "birth_date=2008-03-12",
	    "phone=06-11112222", "processes=B1-K1-W1",
	    prefix[0] == '\0' ? NULL : text[2], NULL);
	snprintf(youth, sizeof youth, "youth=%d", (int)c->youth);
	snprintf(text[0], sizeof text[0], "school=%d", (int)c->school);
	snprintf(text[1], sizeof text[1], "pupil_number=%d",
	    1000 + (int)number);
	region_add(r, "enrolment", youth, text[0], text[1], "class=4A",
	    "school_kind=praktijkonderwijs", "expected_exit=2026-07-17",
	    "destination=betaald-werk", NULL);
	snprintf(text[0], sizeof text[0], "municipality=%d", (int)c->zeist);
	region_add(r, "residence", youth, text[0], "postcode=3701AA",
	    "place=Zeist", NULL);
	snprintf(text[0], sizeof text[0], "party=%d", (int)c->school);
	snprintf(text[1], sizeof text[1], "contact=%d", (int)c->els);
	region_add(r, "lead", youth, text[0], text[1], "from=2025-09-01",
	    NULL);
}

static inline void
case_work(struct one_case *c)
{
	struct region *r = &c->region;
	char youth[24], text[2][48];

	snprintf(text[0], sizeof text[0], "party=%d", (int)c->employer);
	c->place = region_add(r, "place", "code=P1", "name=Kas", text[0],
	    NULL);
	snprintf(youth, sizeof youth, "youth=%d", (int)c->youth);
	snprintf(text[0], sizeof text[0], "place=%d", (int)c->place);
	region_add(r, "placement", youth, text[0], "kind=stage", "hours=24",
	    "stage_kind=plaatsing", "from=2026-02-02", "until=2026-07-17",
	    NULL);
	region_add(r, "placement", youth, text[0], "kind=contract",
	    "from=2026-08-01", NULL);
	region_add(r, "wage_value", youth, "value=4990",
	    "measured_on=2025-10-01", "method=Dariuz", NULL);
	region_add(r, "wage_value", youth, "value=6500",
	    "measured_on=2026-03-02", "method=Dariuz", NULL);
	region_add(r, "identifier", youth, "kind=bsn", "value=123456782",
	    NULL);
}

/* Zoë's store; the session is of Els on `today`. */
static inline void
case_start(struct one_case *c, const char *today)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	char other[DS_REF_SIZE];

	memset(c, 0, sizeof *c);
	region_start(&c->region);
	region_ok(ds_library_install(c->region.book, &err), &err);
	region_add(&c->region, "setting", "key=home_pack", "value=utrecht",
	    NULL);
	case_people(c);
	case_youth(c, 2, "Zoe", "", "Bergman");
	memcpy(other, c->ref, sizeof other);
	case_youth(c, 1, "Zoë", "van den", "Berg");
	case_work(c);
	region_close_fill(&c->region);
	region_open(&c->region, today, "Els Bakker");
}

static inline void
case_day(struct one_case *c, const char *today)
{
	region_open(&c->region, today, "Els Bakker");
}

static inline void
case_end(struct one_case *c)
{
	char command[64];

	region_end(&c->region);
	/* What `send` wrote may still lie there. */
	snprintf(command, sizeof command, "rm -rf %s", c->region.folder);
	if (system(command) != 0)
		fail_msg("%s stays behind", c->region.folder);
}

/* An empty record of a kind, of Zoë where it is of anybody. */
static inline struct ds_row
case_row(const struct one_case *c, enum ds_kind kind)
{
	int field = ds_field_named(ds_record(kind), "youth");
	struct ds_row row;

	ds_row_start(&row, kind);
	if (kind == DS_YOUTH)
		row.id = c->youth;
	if (field >= 0)
		ds_row_set_int(&row, field, c->youth);
	return row;
}

/* ---- expectations ---- */

static inline void
says(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("\"%s\" is not in:\n%s", part, text);
}

static inline void
says_not(const char *text, const char *part)
{
	if (strstr(text, part) != NULL)
		fail_msg("\"%s\" is in:\n%s", part, text);
}

#endif
