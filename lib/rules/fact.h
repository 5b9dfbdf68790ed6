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

/* What a table, a term or a norm is about; each has facts of its own. */
enum ds_subject { DS_ON_YOUTH, DS_ON_PLACE, DS_ON_MEETING, DS_ON_PARTY,
	DS_ON_PAIR, DS_ON_COST, DS_SUBJECT_COUNT };

enum ds_fact_type {
	DS_FACT_NUMBER,		/* scaled integer */
	DS_FACT_CODE,		/* a slug of `codes` */
	DS_FACT_TEXT,		/* a code without a fixed list */
	DS_FACT_DAY,
	DS_FACT_BOOL,
	DS_FACT_PERIOD,		/* how long something has lasted on the day */
	DS_FACT_SET		/* words, each once; known also when empty */
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
	X(ACUTE_DOMAINS, "acute_domains", N_("Which life domains are acute"), \
	    SET, 0, NULL, N_("scores of life domains, in a set of the pack")) \
	DS_REGISTER_FACTS(X) \
	DS_COURSE_FACTS(X) \
	DS_SPAN_FACTS(X)

/* What was gained, who is around, what was tested, and the newest track. */
#define DS_COURSE_FACTS(X) \
	X(QUALIFICATIONS, "qualifications", N_("Papers"), SET, 0, \
	    ds_codes_qualification, \
	    N_("a qualification, or that there is none")) \
	X(AROUND, "around", N_("People around the learner"), SET, 0, \
	    ds_codes_around, N_("who is around the learner")) \
	X(ASSESSMENTS, "assessments", N_("Assessments that are valid"), SET, \
	    0, NULL, N_("an assessment, or that there is none")) \
	X(CONTRACT_LENGTH, "contract_length", N_("Length of the contract"), \
	    PERIOD, 0, NULL, N_("the last day of the contract")) \
	X(MOTIVATED, "motivated", N_("Motivated"), BOOL, 0, NULL, \
	    N_("of a track whether the learner is motivated")) \
	X(TRACK, "track", N_("Track"), TEXT, 0, NULL, N_("a track")) \
	X(TRACK_GOAL, "track_goal", N_("Goal of the track"), CODE, 0, \
	    ds_codes_result, N_("the goal of the track")) \
	X(TRACK_RESULT, "track_result", N_("Result of the track"), CODE, 0, \
	    ds_codes_result, N_("the result of the track")) \
	X(TRACK_UNTIL, "track_until", N_("Last day of the track"), DAY, 0, \
	    NULL, N_("the last day of the track"))

/* Enrolment, hours, who referred, and how long ago. */
#define DS_SPAN_FACTS(X) \
	X(ENROLLED, "enrolled", N_("Enrolled at a school"), BOOL, 0, NULL, \
	    N_("an enrolment")) \
	X(SINCE_PAPER, "since_paper", \
	    N_("Time since the diploma or the statement"), PERIOD, 0, NULL, \
	    N_("a diploma or school-leaving statement with its day")) \
	X(LEARNABLE, "learnable", N_("Learnable"), BOOL, 0, NULL, \
	    N_("an assessment \"leerbaarheid\" that says ja or nee")) \
	X(SCHOOLABLE, "schoolable", N_("Schoolable"), BOOL, 0, NULL, \
	    N_("an assessment \"schoolbaarheid\" that says ja or nee")) \
	X(HOURS_DAY, "hours_day", N_("Hours a day"), NUMBER, 0, NULL, \
	    N_("a work profile that holds on the day")) \
	X(TRACK_FROM, "track_from", N_("Track from"), DAY, 0, NULL, \
	    N_("a track")) \
	X(REFERRED_BY, "referred_by", N_("Referred by"), TEXT, 0, NULL, \
	    N_("with whom the application came in")) \
	X(STAGE_FROM, "stage_from", N_("Stage from"), DAY, 0, NULL, \
	    N_("a stage")) \
	X(EXIT_TO_CONTRACT, "exit_to_contract", \
	    N_("Time from deregistration to the contract"), PERIOD, 0, NULL, \
	    N_("the day of deregistration and a contract"))

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
	X(SINCE_EXIT, "since_exit", N_("Time since deregistration"), \
	    PERIOD, 0, NULL, N_("the day of deregistration")) \
	X(SINCE_CONTRACT, "since_contract", N_("Time since the contract"), \
	    PERIOD, 0, NULL, N_("a contract")) \
	X(SINCE_APPLICATION, "since_application", \
	    N_("Time since the application"), PERIOD, 0, NULL, \
	    N_("an application (dossier follow REF application)")) \
	DS_CASE_FACTS(X)

/*
 * Facts of other subjects: tables about them are read and proven. What
 * nothing supplies yet has no supply.
 */
#define DS_PLACE_FACTS(X) \
	X(PLACE_KIND, "place_kind", N_("Kind of place"), CODE, 0, \
	    ds_codes_place, NULL) \
	X(PLACE_SECTOR, "sector", N_("Sector"), CODE, 0, ds_codes_sector, \
	    NULL) \
	X(PLACE_HOURS, "hours", N_("Hours a week"), NUMBER, 0, NULL, NULL) \
	X(PLACE_SEATS, "seats", N_("Seats"), NUMBER, 0, NULL, NULL)
#define DS_MEETING_FACTS(X) \
	X(MEETING_KIND, "meeting_kind", N_("Kind of meeting"), CODE, 0, \
	    ds_codes_meeting, NULL) \
	X(MEETING_YOUTHS, "youths", N_("Learners discussed"), NUMBER, 0, \
	    NULL, NULL)
#define DS_PARTY_FACTS(X) \
	X(PARTY_KIND, "party_kind", N_("Kind of party"), CODE, 0, \
	    ds_codes_party, NULL) \
	X(PARTY_PLACE, "party_municipality", N_("Municipality"), TEXT, 0, \
	    NULL, NULL)
#define DS_PAIR_FACTS(X) \
	X(PAIR_RISK, "risk", N_("Risk"), TEXT, 0, NULL, NULL) \
	X(PAIR_MINUTES, "travel_minutes", N_("Travel (minutes)"), NUMBER, 0, \
	    NULL, NULL)
#define DS_COST_FACTS(X) \
	X(COST_HEAD, "cost_head", N_("Money head"), TEXT, 0, NULL, NULL) \
	X(COST_LEG, "cost_leg", N_("Leg"), TEXT, 0, NULL, NULL) \
	X(COST_PAYER, "cost_payer", N_("Payer"), TEXT, 0, NULL, NULL)

enum ds_fact {
#define X(name, text, label, type, scale, codes, supply) DS_FACT_##name,
	DS_YOUTH_FACTS(X)
	DS_PLACE_FACTS(X)
	DS_MEETING_FACTS(X)
	DS_PARTY_FACTS(X)
	DS_PAIR_FACTS(X)
	DS_COST_FACTS(X)
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
	enum ds_subject on;
	int64_t high;			/* of a number: from 0 to this; scaled */
};

extern const struct ds_fact_def ds_fact_defs[DS_FACT_COUNT];
/* The fact of that name about that subject, or −1. */
int ds_fact_named(const char *name, enum ds_subject on);
/* "youth"; NULL past the last. */
const char *ds_subject_name(enum ds_subject on);

#define DS_NOT_COUNTED INT64_MIN
#define DS_NOT_YET (-1)		/* a period that has not begun */

/*
 * A period stands as twice the whole months, and one more when some days of
 * the next have passed, so that "more than six months" is no guess; and the
 * same in days. An example may state one of the two only: then the other is
 * DS_NOT_COUNTED.
 */
struct ds_fact_value {
	bool known;
	int64_t number;		/* number, bool 0 and 1, day number, months */
	int64_t days;		/* of a period: twice its days */
	const char *text;		/* code or text */
	size_t word_count;		/* of a set */
	const char *const *words;
	dossier_day on;			/* dates from; may be no day */
};

/* The time from `from` to `to`, both known. */
void ds_fact_since(struct ds_fact_value *out, dossier_day from,
    dossier_day to);

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
