/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the reports share: the parties of the store in memory, filters, the
 * pack of a municipality, who can be called. Private to the reports.
 */
#ifndef DS_FLOWS_REPORT_H
#define DS_FLOWS_REPORT_H

#include "flows/look.h"
#include "flows/seen.h"
#include "flows/trio.h"
#include "rules/facts.h"

struct ds_report_party {
	int64_t id;
	const char *code, *kind;
	const char *name;		/* NULL: known by its code only */
	const char *label;		/* for people */
	int64_t keeper;			/* party that keeps the contact; 0 */
	const struct ds_pack *pack;	/* of a municipality, once asked for */
};

struct ds_report {
	dossier_session *session;
	const dossier_report_options *options;
	dossier_document *doc;
	dossier_language language;
	struct ds_library *library;
	struct ds_arena arena;
	struct ds_view view;		/* of who works here */
	bool failed;			/* memory ran out while reading */
	struct ds_look look;		/* at whom is shown */
	size_t unseen;			/* left out: not for this role */
	dossier_day day;		/* on which youths are counted */
	dossier_day since;		/* first day of the school year */
	size_t party_count;
	struct ds_report_party *parties;	/* by id */
	int64_t school, municipality;	/* filters; 0: all */
	const struct ds_pack *home;	/* where no residence is known */
	struct ds_trio people;		/* (party, contact, school) */
};

/* One file each: report_caseload.c, report_due.c, … */
dossier_status ds_report_caseload(struct ds_report *report,
    dossier_error *err);
dossier_status ds_report_due(struct ds_report *report, dossier_error *err);
dossier_status ds_report_contacts(struct ds_report *report,
    dossier_error *err);
dossier_status ds_report_norms(struct ds_report *report, dossier_error *err);
dossier_status ds_report_call(struct ds_report *report, dossier_error *err);
dossier_status ds_report_schemes(struct ds_report *report,
    dossier_error *err);
dossier_status ds_report_grounds(struct ds_report *report,
    dossier_error *err);
dossier_status ds_report_labour(struct ds_report *report, dossier_error *err);
dossier_status ds_report_domains(struct ds_report *report,
    dossier_error *err);
dossier_status ds_report_intake(struct ds_report *report, dossier_error *err);
dossier_status ds_report_count(struct ds_report *report, dossier_error *err);

/* NULL: no such id. */
struct ds_report_party *ds_report_party(const struct ds_report *report,
    int64_t id);
const struct ds_report_party *ds_report_coded(const struct ds_report *report,
    const char *code);
const char *ds_report_code(const struct ds_report_party *party); /* or NULL */
bool ds_report_is(const struct ds_report_party *party, const char *kind);

/* The pack that judges who lives in a municipality; NULL: not known where. */
dossier_status ds_report_pack(const struct ds_pack **out,
    struct ds_report *report, struct ds_report_party *municipality,
    dossier_error *err);

/* Does a case pass the filters, whatever its state? */
bool ds_report_wants(const struct ds_report *report,
    const struct ds_case *youth);
bool ds_report_open(const struct ds_report *report,
    const struct ds_case *youth);
/* Only the cases that the actor holds, when that was asked. */
dossier_status ds_report_mine(bool *out, struct ds_report *report,
    const struct ds_case *youth, dossier_error *err);
/* May who works here know of it? Who is left out is counted. */
dossier_status ds_report_sees(bool *out, struct ds_report *report,
    const struct ds_case *youth, dossier_error *err);
/* All of these: wanted, open, when asked the actor's, and seen. */
dossier_status ds_report_takes(bool *out, struct ds_report *report,
    const struct ds_case *youth, dossier_error *err);
/*
 * Noted as a look at that dossier. "" where the reader's role does not see
 * the name.
 */
dossier_status ds_report_name(const char **out, struct ds_report *report,
    const struct ds_case *youth, dossier_error *err);
/* *why: NULL, or why a field of a youth's record is not for the reader. */
dossier_status ds_report_may(const char **why, struct ds_report *report,
    int64_t youth, enum ds_kind kind, int field, dossier_error *err);

/* Whom to call today; asked of the store once for each trio. Borrowed. */
dossier_status ds_report_person(const struct ds_person **out,
    struct ds_report *report, int64_t party, int64_t contact, int64_t school,
    dossier_error *err);

/* A copy in the report's arena, NULL for NULL; failure is remembered. */
const char *ds_report_keep(struct ds_report *report, const char *text);

/*
 * All rows of a named statement as an array in the report's arena. `take`
 * fills one zeroed item from the row.
 */
enum { DS_BIND_DAY = 1, DS_BIND_SINCE = 2 };
struct ds_report_source {
	enum ds_sql sql;
	unsigned binds;
	size_t size;			/* of an item */
	void (*take)(void *item, struct ds_report *report,
	    struct ds_stmt *stmt);
};
dossier_status ds_report_read(void *out, size_t *count,
    struct ds_report *report, const struct ds_report_source *source,
    dossier_error *err);

/* A contact role that holds on the day. */
struct ds_report_role {
	int64_t contact, party, about;	/* about 0: for every school */
	const char *name, *phone, *email, *role;
	const char *subject;		/* NULL: for everything */
	struct ds_span span;
};
extern const struct ds_report_source ds_report_roles;

/* A number for a school and a party; rows in the order of both. */
struct ds_report_pair {
	int64_t school, party, count;
};
void ds_report_take_pair(void *item, struct ds_report *report,
    struct ds_stmt *stmt);
extern const struct ds_report_source ds_report_pupils;
/* Where the rows of a school begin; returns how many there are. */
size_t ds_report_pairs_of(const struct ds_report_pair **first,
    const struct ds_report_pair *pairs, size_t count, int64_t school);

#endif
