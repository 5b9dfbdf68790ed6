/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Proof before use: what is wrong with the tables of a pack, found by algebra
 * over all values that the inputs can have (cover.h), not by trying some.
 *
 * A table is judged by itself. What another table says is a free axis: it may
 * say any of its words whatever the facts are, and `none` where it has an
 * `otherwise` or a rule that says nothing of it. So nothing is missed; but an
 * overlap or a gap that only the other table's rules make impossible is told
 * too. Whoever reads the table alone cannot see that either: the rules then
 * say what they lean on (`age: "< 27"`), and the proof is there.
 *
 * A gap is where every rule is false; where a rule is unknown the table is
 * undecided, which is no gap.
 */
#ifndef DS_RULES_PROVE_H
#define DS_RULES_PROVE_H

#include "rules/cover.h"

enum ds_finding_kind {
	/*
	 * UNIQUE: two rules both hold. PRIORITY: two rules of the same place
	 * in the order both hold, say different things, and none above them
	 * can hold.
	 */
	DS_FOUND_OVERLAP,
	DS_FOUND_GAP,			/* … and there is no `otherwise` */
	DS_FOUND_NO_GAP,		/* `otherwise`, but no gap */
	/*
	 * A rule that never decides: its tests can never all hold, or where
	 * they do others go before (FIRST, PRIORITY), or block it (UNIQUE, by
	 * being unknown where it asks for unknown).
	 */
	DS_FOUND_DEAD,
	DS_FOUND_UNTESTED,		/* an input that no rule tests */
	/* An input that nothing supplies: a fault on youths, else a note. */
	DS_FOUND_UNSUPPLIED,
	DS_FOUND_UNPROVEN,		/* too many boxes, or a wide set */
	DS_FINDING_COUNT
};

struct ds_finding {
	enum ds_finding_kind kind;
	bool fault;			/* no: only good to know */
	const struct ds_table *table;	/* table->pack: in whose file */
	const struct ds_rule *rule, *other;	/* NULL: of no rule */
	const struct ds_input *input;	/* NULL: of no input */
	int line, column;
	const char *message;		/* what, where, with the example */
	const char *advice;		/* what to do next */
	/* "wage_value: 50, school_kind: vso", as under `facts:`; or NULL */
	const char *example;
	/* The example's value of each input of the table, or NULL. */
	const struct ds_fact_value *point;
};

/* Stable names for data: "overlap". */
const char *ds_finding_name(enum ds_finding_kind kind);

/* The finding is borrowed until the report returns. */
typedef void (*ds_finding_report)(const struct ds_finding *finding,
    void *payload);

/*
 * Prove every table of a pack that it states itself, and those of its base
 * that ask a table it replaces. How many faults there are is in *faults: a
 * pack with any cannot be used. Each goes to `report` (may be NULL), table by
 * table in the order of the pack, always in the same order; of one table at
 * most DS_MAX_TOLD overlaps. Texts are in the language of `err` (English when
 * it is NULL). DOSSIER_NO_MEMORY or OK.
 */
dossier_status ds_pack_prove(size_t *faults, const struct ds_pack *pack,
    ds_finding_report report, void *payload, dossier_error *err);
/* The same of one table, as `pack` judges; *faults is added to. */
dossier_status ds_table_prove(size_t *faults, const struct ds_pack *pack,
    const struct ds_table *table, ds_finding_report report, void *payload,
    dossier_error *err);

#define DS_MAX_TOLD 20

/* Do two rules say the same under the same names? */
bool ds_rule_says_same(const struct ds_rule *rule,
    const struct ds_rule *other);

/* ---- between prove.c and prove_tell.c ---- */

struct ds_proof {
	const struct ds_pack *pack;
	const struct ds_table *table;
	struct ds_arena arena;		/* of this table */
	struct ds_space space;
	dossier_language language;
	size_t *faults;
	ds_finding_report report;
	void *payload;
};

/*
 * Complete and report a finding of which kind, rules and input are filled:
 * place, texts and, where `point` is not NULL, the example.
 */
dossier_status ds_proof_tell(struct ds_proof *proof,
    struct ds_finding *finding, const struct ds_point *point,
    dossier_error *err);

#endif
