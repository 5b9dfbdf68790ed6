/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Packs: a region's rules as data. A pack is loaded whole or not at all;
 * every fault has file, line and column. What it does not state it does not
 * have: nothing defaults to 0.
 */
#ifndef DS_RULES_PACK_H
#define DS_RULES_PACK_H

#include "base/mem.h"
#include "base/yaml.h"
#include "model/ground.h"
#include "rules/fact.h"
#include "rules/region.h"

/* ---- decision tables, in DMN's terms ---- */

enum ds_truth { DS_FALSE, DS_TRUE, DS_UNKNOWN };	/* Kleene */

/*
 * Of scaled numbers, bools, day numbers or twice the months or days of a
 * period: both ends are in, since between two whole numbers there is nothing.
 */
struct ds_interval {
	int64_t low, high;		/* INT64_MIN, INT64_MAX: no bound */
};

/* A unary test of one input: any of its ranges or words; or its negation. */
struct ds_cell {
	bool any;			/* "-": always true */
	bool unknown;			/* asks for "unknown": true or false */
	bool negated;			/* not(…) */
	bool all;			/* all(…): a set that holds every word */
	bool empty;			/* "none": a set without words */
	bool in_days;			/* ranges of a period: days, not months */
	size_t range_count, word_count;
	const struct ds_interval *ranges;
	const char *const *words;
	const char *text;		/* as it stands in the pack */
};

/* What a test asks about: a fact, or what another table says. */
struct ds_input {
	const struct ds_fact_def *def;	/* its name is as the pack writes it */
	int fact;			/* −1: a table's output */
	const char *table, *output;	/* else NULL */
	int line, column;
};

struct ds_condition {			/* one input's test in a rule */
	size_t at;			/* which of the inputs */
	struct ds_cell cell;
};

struct ds_output {
	const char *name;
	const char *value;		/* a scalar, or list items joined by \n */
};

struct ds_rule {
	const char *id;
	const char *because;		/* the source's sentence, or NULL */
	const char *source;		/* where it stands, or NULL */
	const char *doubt;		/* joined by \n; NULL: none stated */
	const char *note;		/* NULL: none */
	size_t condition_count, output_count;
	const struct ds_condition *conditions;	/* all must hold */
	const struct ds_output *outputs;
	const struct ds_pack *pack;	/* the pack that states it */
	int line, column;
};

enum ds_hit { DS_HIT_UNIQUE, DS_HIT_FIRST, DS_HIT_COLLECT, DS_HIT_PRIORITY };
#define DS_HIT_COUNT (DS_HIT_PRIORITY + 1)
extern const char *const ds_hit_words[DS_HIT_COUNT];	/* in packs */

#define DS_MAX_RULES 200	/* of a table */
#define DS_MAX_INPUTS 12

/*
 * Tables, terms, norms, checklists and parameters begin with their name, by
 * which a pack replaces what it extends.
 */
struct ds_table {
	const char *name;
	const char *label;
	const char *source;
	const char *doubt;		/* joined by \n; NULL: none stated */
	/* What to say where no rule fits; NULL: some rule always does. */
	const char *otherwise;
	enum ds_subject on;
	enum ds_hit hit;
	size_t input_count, rule_count, order_count;
	const struct ds_input *inputs;
	const struct ds_rule *rules;
	/* PRIORITY: values of the first output, the one that wins first. */
	const char *const *order;
	int order_line, order_column;
	int line, column;
	const struct ds_pack *pack;	/* the pack that states it last */
};

/* ---- terms, norms, checklists ---- */

enum ds_responsible { DS_BY_LEAD, DS_BY_SCHOOL, DS_BY_MUNICIPALITY };
#define DS_RESPONSIBLE_COUNT (DS_BY_MUNICIPALITY + 1)
extern const char *const ds_responsible_words[DS_RESPONSIBLE_COUNT];

struct ds_need {			/* something that must have happened */
	enum ds_happening what;
	const char *kind;
	bool alternative;		/* may stand in for the one before it */
};

#define DS_MAX_REPEATS 32	/* of one term */

struct ds_term {
	const char *id, *label;
	const char *because, *source;	/* may be NULL */
	enum ds_subject on;
	int anchor;			/* a fact; −1: what happened last */
	struct ds_need anchor_event;	/* … of this */
	int sign;			/* −1 before the anchor, +1 after */
	struct ds_period period;
	/* More days after one anchor, each later than the one before. */
	size_t repeat_count;		/* 0: `period` alone */
	const struct ds_period *repeats;
	/*
	 * NULL, or the table whose output "period" gives the period; where
	 * none of its rules fits, the term does not apply.
	 */
	const struct ds_table *period_table;
	int opens;			/* fact of its first day, or −1 */
	size_t input_count, condition_count, need_count;
	const struct ds_input *inputs;
	const struct ds_condition *conditions;	/* when it applies */
	/* All, for it to be met; none: it is a day that just comes. */
	const struct ds_need *needs;
	/* The needs count from due − window on; no window: at any time. */
	bool has_window;
	struct ds_period window;
	enum ds_responsible responsible;
	const char *doubt;		/* joined by \n; NULL: none stated */
	const struct ds_pack *pack;
};

enum ds_norm_kind {
	DS_NORM_CONTACTS,	/* contacts of a party for each school */
	DS_NORM_PRESENT,	/* roles present at each meeting of a kind */
	DS_NORM_MEETINGS	/* meetings a school year, party and school */
};
#define DS_NORM_COUNT (DS_NORM_MEETINGS + 1)
extern const char *const ds_norm_words[DS_NORM_COUNT];

struct ds_norm {
	const char *id, *label;
	const char *because, *source;
	enum ds_norm_kind kind;
	const char *role;		/* CONTACTS: contact role counted */
	const char *party_kind;		/* CONTACTS, MEETINGS: of whom */
	const char *party;		/* or one party by code; or NULL */
	const char *meeting;		/* PRESENT, MEETINGS: meeting kind */
	int at_least, at_most;		/* −1: not stated */
	bool per_school;		/* CONTACTS: for each school apart */
	size_t role_count;
	const char *const *roles;	/* PRESENT: who must be there */
	const char *doubt;		/* joined by \n; NULL: none stated */
	const struct ds_pack *pack;
};

/*
 * One line of a checklist: it asks for one thing. A fact or a happening is
 * told by ds_item_present; the rest needs the youth's records.
 */
struct ds_item {
	const char *id, *label;
	int fact;			/* must be known; −1: none */
	struct ds_need need;		/* kind NULL: none */
	enum ds_kind record;		/* one of these must be there; 0: none */
	int field;			/* … with this field; −1: any */
	/* DS_STATEMENT and DS_GROUND: about what; voice, purpose NULL: any */
	enum ds_section section;
	const char *voice, *purpose;
	const char *domains;		/* DS_LIFE_DOMAIN: every one of the set */
	bool answer;			/* "nothing" or "declined" will do */
	const char *source;
};

struct ds_checklist {
	const char *name;
	size_t count;
	const struct ds_item *items;
	const struct ds_pack *pack;
};

/* ---- life domains, instruments, and why data are kept ---- */

struct ds_domain {
	const char *id, *label;
	const char *class;		/* of ds_codes_class */
	const char *area;	/* of ds_codes_area; NULL: of none */
};

struct ds_domain_set {
	const char *name;		/* "zrm-2017" */
	const char *label, *source;
	int low;			/* the lowest score */
	int acute;		/* scores up to here are counted; −1: none */
	size_t step_count, count;
	const char *const *steps;	/* what scores mean, from low up */
	const struct ds_domain *domains;
	const struct ds_pack *pack;
};

struct ds_instrument {
	const char *name;		/* "dariuz" */
	const char *label, *source;
	struct ds_period valid;	/* from the day of the result; 0: not stated */
	bool needs_trained;		/* mark an assessor who is not */
};

struct ds_section_reason {		/* AVG 13 and 15 */
	const char *section;		/* of ds_codes_section */
	const char *purpose, *basis;	/* for what, and by which law */
	const char *keep;		/* how long; NULL: not stated */
	const char *source;
};

struct ds_pack {
	const char *id;			/* "drechtsteden" */
	const char *version;
	const char *name;		/* for people */
	dossier_day valid_from;
	dossier_day valid_until;	/* may be no day */
	dossier_language language;	/* of its texts */
	const char *extends;		/* id, or NULL */
	const struct ds_pack *base;	/* what it extends, or NULL */
	const char *doubt;		/* joined by \n; NULL: none stated */
	size_t source_count;
	const char *const *sources;
	size_t municipality_count;
	const char *const *municipalities;	/* codes */
	/* Those of its base, the names it states itself replaced; its own. */
	size_t table_count, term_count, norm_count, checklist_count,
	    parameter_count, example_count;
	const struct ds_table *tables;
	const struct ds_term *terms;
	const struct ds_norm *norms;
	const struct ds_checklist *checklists;
	const struct ds_parameter *parameters;
	const struct ds_example *examples;	/* only its own; once asked for */
	struct ds_policy policy;	/* grounds and roles */
	size_t domain_set_count, instrument_count, reason_count;
	const struct ds_domain_set *domain_sets;
	const struct ds_instrument *instruments;
	const struct ds_section_reason *reasons;
	size_t vocabulary_count, programme_count, track_count, meeting_count,
	    end_count, head_count, payer_count, figure_count;
	const struct ds_vocabulary *vocabularies;
	const struct ds_programme *programmes;
	const struct ds_track *tracks;
	const struct ds_meeting_kind *meetings;
	const struct ds_end *ends;
	const struct ds_money_head *heads;
	const struct ds_payer *payers;
	const struct ds_figure *figures;
};

enum ds_expected { DS_EXPECT_OUTPUTS, DS_EXPECT_UNDECIDED, DS_EXPECT_NONE };

struct ds_example {			/* runs in `rules test` */
	const char *name;
	const char *table;		/* or NULL for a term */
	const char *term;
	dossier_day today;		/* no day: a table needs none */
	struct ds_youth_facts facts;
	enum ds_expected expected;
	/* Of a table its outputs; of a term state, due, days and met_on. */
	size_t output_count;
	const struct ds_output *outputs;
	int line;
};

/*
 * Load one pack from its text; `base` is the pack it extends (already
 * loaded), NULL when it extends none. Everything lives in `arena`.
 * DOSSIER_INVALID with file, line, column; also when its `extends` does not
 * fit `base`.
 */
dossier_status ds_pack_load(const struct ds_pack **out,
    struct ds_arena *arena, const char *text, size_t size, const char *file,
    const struct ds_pack *base, dossier_error *err);
/*
 * The same of a text that was parsed already, but for its examples; those
 * can be put to it after that.
 */
dossier_status ds_pack_of_tree(struct ds_pack **out,
    struct ds_arena *arena, const struct ds_yaml *root, const char *file,
    const struct ds_pack *base, dossier_error *err);
dossier_status ds_pack_load_examples(struct ds_pack *pack,
    struct ds_arena *arena, const struct ds_yaml *root, const char *file,
    dossier_error *err);

/* What the choice among packs needs, without loading any. */
struct ds_pack_head {
	const char *id, *version;
	const char *extends;		/* or NULL */
	dossier_day valid_from;
	const char *municipalities;	/* codes parted by blanks; "" none */
};
/* Of a parsed text; it lives in `arena`. */
dossier_status ds_pack_read_head(struct ds_pack_head *out,
    struct ds_arena *arena, const struct ds_yaml *root, const char *file,
    dossier_error *err);

const struct ds_table *ds_pack_table(const struct ds_pack *pack,
    const char *name);
const struct ds_term *ds_pack_term(const struct ds_pack *pack,
    const char *id);
const struct ds_checklist *ds_pack_checklist(const struct ds_pack *pack,
    const char *name);
const struct ds_domain_set *ds_pack_domain_set(const struct ds_pack *pack,
    const char *name);
const struct ds_domain *ds_domain_named(const struct ds_domain_set *set,
    const char *id);
/* By its name as people write it: "Dariuz". NULL: not stated. */
const struct ds_instrument *ds_pack_instrument(const struct ds_pack *pack,
    const char *name);
const struct ds_section_reason *ds_pack_reason(const struct ds_pack *pack,
    const char *section);

#endif
