/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Applying a pack to a subject's facts. Three-valued: a rule whose input is
 * not known is neither true nor false. Candidates are the rules that are not
 * false.
 *
 *  unique:   decided only when one candidate remains and it is true; two true
 *            rules are an error that names both;
 *  first:    the first candidate decides if it is true; an earlier unknown
 *            rule blocks. What follows a true rule is no candidate;
 *  priority: of the true rules the one whose first output stands highest in
 *            the table's order, unless a rule that can still come true stands
 *            higher;
 *  collect:  every true rule is decided; those that can still come true are
 *            possible.
 *
 * A table may ask what another table of the pack says: `pack` is the pack
 * that judges, so that a region's own table counts wherever it is asked.
 * Nothing here allocates.
 */
#ifndef DS_RULES_DECIDE_H
#define DS_RULES_DECIDE_H

#include "rules/pack.h"

/* What is asked about, gathered for one table or term. */
struct ds_values {
	const struct ds_fact_value *at[DS_MAX_INPUTS];
	/* What other tables say; the words of those that collect. */
	struct ds_fact_value said[DS_MAX_INPUTS];
	size_t pool_count;
	const char *pool[DS_MAX_RULES];
};

/* DOSSIER_INVALID when a table that is asked contradicts itself. */
dossier_status ds_values_gather(struct ds_values *out,
    const struct ds_pack *pack, const struct ds_input *inputs, size_t count,
    const struct ds_fact_value *facts, dossier_error *err);

enum ds_truth ds_cell_test(const struct ds_cell *cell,
    const struct ds_fact_value *value);
enum ds_truth ds_conditions_test(const struct ds_condition *conditions,
    size_t count, const struct ds_fact_value *const *values);
/*
 * The same of facts alone: what it asks about is gathered first. *unknown is
 * the first fact that is lacking, else −1.
 */
dossier_status ds_when_judge(enum ds_truth *out, int *unknown,
    const struct ds_pack *pack, const struct ds_when *when,
    const struct ds_fact_value *facts, dossier_error *err);

struct ds_outcome {
	/* NULL: undecided or no rule fits. COLLECT: the first true one. */
	const struct ds_rule *rule;
	bool none;			/* every rule is false */
	size_t candidate_count;		/* rules that can still decide */
	size_t true_count;
	/* Of each rule; FIRST asks no further than a true one: false. */
	unsigned char truth[DS_MAX_RULES];
	/* Where a rule is unknown: the facts that would decide, each once. */
	size_t unknown_count;
	enum ds_fact unknown[DS_FACT_COUNT];
};

/* DOSSIER_INVALID when two rules of a unique table are both true. */
dossier_status ds_table_decide(struct ds_outcome *out,
    const struct ds_pack *pack, const struct ds_table *table,
    const struct ds_fact_value *facts, dossier_error *err);
/*
 * What the true rules say under a name, each word once, in the order of the
 * rules; how many there are, of which at most `most` are put into `out`.
 * Values that are lists count as one word.
 */
size_t ds_outcome_words(const char **out, size_t most,
    const struct ds_table *table, const struct ds_outcome *outcome,
    const char *name);
/* Add a fact to a list that has room for all, unless it is there. */
void ds_facts_add(enum ds_fact *facts, size_t *count, enum ds_fact fact);
/* Add what an input that is not known lacks: its fact, or a table's. */
void ds_input_unknown(enum ds_fact *facts, size_t *count,
    const struct ds_pack *pack, const struct ds_input *input,
    const struct ds_fact_value *values);
/* Every fact that a table asks about, also by way of others; each once. */
size_t ds_table_facts(enum ds_fact out[DS_FACT_COUNT],
    const struct ds_pack *pack, const struct ds_table *table);
/* The same of a term: its anchor, when it applies, its period. */
size_t ds_term_facts(enum ds_fact out[DS_FACT_COUNT],
    const struct ds_pack *pack, const struct ds_term *term);
/* Where a rule stands in the order of a PRIORITY table; 0 is the highest. */
size_t ds_rule_rank(const struct ds_table *table, const struct ds_rule *rule);
/* The output of a rule by name, or NULL. */
const char *ds_rule_output(const struct ds_rule *rule, const char *name);
/* The cell that a rule puts to an input; NULL: the rule does not ask it. */
const struct ds_cell *ds_rule_cell(const struct ds_rule *rule, size_t at);
/* Each word that a table can say under a name; how many there are. */
size_t ds_table_words(const char *out[DS_MAX_RULES],
    const struct ds_table *table, const char *name);
/* Is it one of the words? */
bool ds_words_hold(const char *const *words, size_t count, const char *word);

enum ds_term_state {
	DS_TERM_NOT_APPLICABLE, DS_TERM_CANNOT_SAY, DS_TERM_MET,
	DS_TERM_DUE, DS_TERM_LATE, DS_TERM_LATE_FROM_INTAKE
};
/* Stable names for data: "late_from_intake". */
const char *ds_term_state_name(enum ds_term_state state);
const char *ds_term_state_label(enum ds_term_state state); /* N_ marked */

struct ds_term_result {
	enum ds_term_state state;
	dossier_day due;		/* no day when it cannot be said */
	dossier_day met_on;
	dossier_day opens;		/* from when it is on the list */
	int days;			/* late: today − due; due: until due */
	int unknown;			/* CANNOT_SAY: the fact; else −1 */
	/* Of a term that repeats: which time this is, of how many. */
	int turn, turns;		/* 0: it does not repeat */
	int missed;			/* earlier times that went by unmet */
};

/*
 * A term on a day. Late from intake: the dossier was opened after the due
 * day. Met keeps its day, also when that was late. What is asked for counts
 * up to today. A term that asks for nothing is met once its day has passed.
 *
 * Of a term that repeats the newest time that has come is told while it is
 * unmet, else the next one. What happens serves the newest time whose day has
 * come; where that is met already, the time that comes next, within the
 * term's window.
 */
dossier_status ds_term_evaluate(struct ds_term_result *out,
    const struct ds_pack *pack, const struct ds_term *term,
    const struct ds_youth_facts *youth, dossier_day today,
    dossier_error *err);

/* repeat.c: the state of a term that repeats, for term.c alone. */
void ds_term_repeat(struct ds_term_result *out, const struct ds_term *term,
    const struct ds_youth_facts *youth, dossier_day anchor,
    dossier_day today);
/* Due, or late, or late from intake: out->due was not met. */
void ds_term_open(struct ds_term_result *out,
    const struct ds_youth_facts *youth, dossier_day today);

/* Is one line of a checklist there that asks for a fact or a happening? */
bool ds_item_present(const struct ds_item *item,
    const struct ds_youth_facts *youth);

/*
 * Run a pack's own examples. `report` (may be NULL) gets one line for each
 * that fails, with the pack's line, in the language of `err` (English when it
 * is NULL); how many failed is in *failed.
 */
dossier_status ds_pack_test(size_t *failed, const struct ds_pack *pack,
    void (*report)(const struct ds_example *example, const char *message,
    void *payload), void *payload, dossier_error *err);

#endif
