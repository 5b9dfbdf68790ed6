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
#define DS_CASE_FACTS(X) \
	X(CAPABLE, "capable", N_("Legally capable"), BOOL, 0, NULL, \
	    N_("whether the youth is legally capable")) \
	X(CLUSTER, "cluster", N_("Cluster"), CODE, 0, ds_codes_cluster, \
	    N_("the cluster of the enrolment")) \
	X(LEVEL, "level", N_("Level"), TEXT, 0, NULL, \
	    N_("the level in the development perspective (OPP)")) \
	X(LEVEL_NUMBER, "level_number", N_("Level, as a number"), NUMBER, 0, \
	    NULL, N_("a level that is a number, such as mbo-2")) \
	X(GUIDANCE, "guidance", N_("Guidance needed"), CODE, 0, \
	    ds_codes_guidance, N_("a work profile that holds on the day")) \
	X(START_QUALIFICATION, "start_qualification", \
	    N_("Start qualification"), BOOL, 0, NULL, \
	    N_("of each qualification whether it counts as one")) \
	X(SCHEME, "scheme", N_("Scheme"), CODE, 0, ds_codes_scheme, \
	    N_("the scheme on the day")) \
	X(DOMAIN_LOWEST, "domain_lowest", N_("Lowest life domain"), NUMBER, \
	    0, NULL, N_("scores of life domains")) \
	X(DOMAINS_ACUTE, "domains_acute", \
	    N_("Life domains that are acute"), NUMBER, 0, NULL, \
	    N_("scores of life domains, in a set of the pack")) \
	DS_REGISTER_FACTS(X)

/* Whether the youth stands in a register on the day; its code is the label. */
#define DS_REGISTER_FACTS(X) \
	X(IN_DOELGROEPREGISTER, "in_doelgroepregister", \
	    N_("target-group register"), BOOL, 0, NULL, DS_A_REGISTER) \
	X(IN_BANENAFSPRAAK, "in_banenafspraak", \
	    N_("indication for the jobs agreement"), BOOL, 0, NULL, \
	    DS_A_REGISTER) \
	X(IN_BESCHUT_WERK, "in_beschut_werk", \
	    N_("advice on sheltered work"), BOOL, 0, NULL, DS_A_REGISTER) \
	X(IN_ARBEIDSVERMOGEN, "in_arbeidsvermogen", \
	    N_("assessment of work capacity"), BOOL, 0, NULL, \
	    DS_A_REGISTER) \
	X(IN_WAJONG, "in_wajong", N_("Wajong"), BOOL, 0, NULL, \
	    DS_A_REGISTER) \
	X(IN_LKS, "in_lks", N_("target group for wage-cost subsidy"), BOOL, \
	    0, NULL, DS_A_REGISTER) \
	X(IN_WLZ, "in_wlz", N_("Wlz"), BOOL, 0, NULL, DS_A_REGISTER) \
	X(IN_WMO, "in_wmo", N_("Wmo"), BOOL, 0, NULL, DS_A_REGISTER) \
	X(IN_JEUGDHULP, "in_jeugdhulp", N_("youth help"), BOOL, 0, NULL, \
	    DS_A_REGISTER)
#define DS_A_REGISTER N_("an entry of that register, or that there is none")

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
	    N_("a last stage and a contract")) \
	DS_CASE_FACTS(X)

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
