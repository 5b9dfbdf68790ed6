/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Facts: what a rule may ask about a subject on a day. A fact is known or
 * not; "not known" is never 0. Each carries the day from which its value
 * dates, so that advice can say how old it is.
 */
#ifndef DS_RULES_FACT_H
#define DS_RULES_FACT_H

#include "base/when.h"
#include "model/codes.h"

enum ds_subject { DS_ON_YOUTH, DS_ON_PARTY, DS_ON_MEETING };

enum ds_fact_type {
	DS_FACT_NUMBER,		/* scaled integer */
	DS_FACT_CODE,		/* a slug of `codes` */
	DS_FACT_TEXT,		/* a code without a fixed list */
	DS_FACT_DAY,
	DS_FACT_BOOL
};

/*
 * X(enum name, name in packs, label, type, decimals or code list, what would
 * supply it)
 */
#define DS_YOUTH_FACTS(X) \
	X(AGE, "age", N_("Age"), NUMBER, 0, NULL, \
	    N_("the birth date")) \
	X(SCHOOL_KIND, "school_kind", N_("Kind of school"), CODE, 0, \
	    ds_codes_school_kind, N_("the kind of school")) \
	X(PROFILE, "profile", N_("Outflow profile"), CODE, 0, \
	    ds_codes_profile, N_("the outflow profile")) \
	X(SCHOOL, "school", N_("School"), TEXT, 0, NULL, \
	    N_("an enrolment")) \
	X(MUNICIPALITY, "municipality", N_("Municipality"), TEXT, 0, NULL, \
	    N_("the municipality of residence")) \
	X(DESTINATION, "destination", N_("Intended destination"), CODE, 0, \
	    ds_codes_destination, N_("the intended destination")) \
	X(EXPECTED_EXIT, "expected_exit", N_("Expected exit"), DAY, 0, NULL, \
	    N_("the expected exit")) \
	X(LEFT_ON, "left_on", N_("Deregistered on"), DAY, 0, NULL, \
	    N_("the day of deregistration")) \
	X(LAST_YEAR_START, "last_year_start", \
	    N_("First day of the last school year"), DAY, 0, NULL, \
	    N_("the expected exit")) \
	X(APPLIED_ON, "applied_on", N_("Applied on"), DAY, 0, NULL, \
	    N_("an application (dossier follow REF application)")) \
	X(WAGE_VALUE, "wage_value", N_("Wage value (%)"), NUMBER, 2, NULL, \
	    N_("a wage value that is valid on the day")) \
	X(JOB_READY, "job_ready", N_("Job-ready"), BOOL, 0, NULL, \
	    N_("whether the youth is job-ready")) \
	X(LEAD_KIND, "lead_kind", N_("Kind of lead"), CODE, 0, \
	    ds_codes_party, N_("who holds the case")) \
	X(LEAD_SINCE, "lead_since", N_("Lead since"), DAY, 0, NULL, \
	    N_("who holds the case")) \
	X(CONTRACT_FROM, "contract_from", N_("Contract from"), DAY, 0, NULL, \
	    N_("a contract")) \
	X(CONTRACT_AT_STAGE, "contract_at_stage", \
	    N_("Last stage is the first place"), BOOL, 0, NULL, \
	    N_("a last stage and a contract"))

enum ds_fact {
#define X(name, text, label, type, scale, codes, supply) DS_FACT_##name,
	DS_YOUTH_FACTS(X)
#undef X
	DS_FACT_COUNT
};

struct ds_fact_def {
	const char *name;		/* as packs write it */
	const char *label;		/* English; translate with ds_tr */
	enum ds_fact_type type;
	int scale;			/* decimals of a number */
	const struct ds_code *codes;	/* of a code; else NULL */
	const char *supply;		/* English: what would supply it */
};

extern const struct ds_fact_def ds_fact_defs[DS_FACT_COUNT];
/* The fact of that name, or −1. */
int ds_fact_named(const char *name);

struct ds_fact_value {
	bool known;
	int64_t number;			/* number, bool 0 and 1, day number */
	const char *text;		/* code or text */
	dossier_day on;			/* dates from; may be no day */
};

/* Something that happened, for terms and checklists. */
enum ds_happening { DS_HAD_MEETING, DS_HAD_AGREEMENT, DS_HAD_MOMENT,
	DS_HAD_PLACEMENT, DS_HAD_HANDOVER };

struct ds_happened {
	enum ds_happening what;
	const char *kind;		/* slug: uitstroomoverleg, plek, … */
	dossier_day on;
};

/* One youth as the rules see it on a day. */
struct ds_youth_facts {
	int64_t youth;			/* id */
	const char *ref;
	dossier_day opened_on;		/* first recorded */
	struct ds_fact_value fact[DS_FACT_COUNT];
	size_t happened_count;
	const struct ds_happened *happened;	/* in order of day */
};

/* A value for people, in `arena`: "49,9", "praktijkonderwijs", "31-07-2026". */
const char *ds_fact_text(struct ds_arena *arena, enum ds_fact fact,
    const struct ds_fact_value *value, dossier_language language);
/* The same for data: "49.9", slug, ISO day, "true"; NULL when not known. */
const char *ds_fact_data(struct ds_arena *arena, enum ds_fact fact,
    const struct ds_fact_value *value);

#endif
