/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How many are in a population on a day: what a decision table says of each
 * youth, counted; what is not known is a number of its own. Two tables side
 * by side, and who falls between them. Private to report_count*.c.
 */
#ifndef DS_FLOWS_REPORT_COUNT_H
#define DS_FLOWS_REPORT_COUNT_H

#include "flows/report.h"
#include "rules/decide.h"

enum ds_counted {			/* what a table came to for a youth */
	DS_COUNTED,			/* a rule said it */
	DS_COUNT_UNKNOWN,
	DS_COUNT_UNSTATED,		/* no rule fits */
	DS_COUNT_NO_TABLE		/* its pack has no such table */
};

/* An outcome; two are the same when both kind and word are. */
struct ds_count_outcome {
	enum ds_counted kind;
	const char *word;	/* COUNTED: of a table that collects all of
				   them, a line each; else NULL */
	const char *rule;	/* id; of a table that collects NULL */
};

/* One of the tables, with the pack that judges whom it is asked about. */
struct ds_count_table {
	const struct ds_pack *pack;
	const struct ds_table *table;	/* NULL: the pack has none */
	const char *output;		/* whose words are counted */
	size_t asked_count;
	enum ds_fact asked[DS_FACT_COUNT];
};

struct ds_count_word {
	const char *word;
	size_t count[2];		/* by this table, by the other */
};

struct ds_count_side {
	const char *name;		/* of the table; NULL: not asked */
	struct ds_count_table *tables;	/* one for each pack that judged */
	size_t table_count, table_capacity;
	size_t kinds[DS_COUNT_NO_TABLE + 1];
	size_t several;			/* collect: said more than one word */
	size_t by[DS_FACT_COUNT];	/* unknown: lacks this fact */
};

struct ds_count_pair {			/* another outcome by each table */
	struct ds_count_outcome outcome[2];
	size_t count;
};

struct ds_count_youth {			/* … and who */
	const char *ref, *name;
	struct ds_count_outcome outcome[2];
};

struct ds_count {
	struct ds_report *report;
	const struct ds_pack *pack;	/* one for all; NULL: each its own */
	struct ds_count_side side[2];
	struct ds_count_word *words;
	size_t word_count, word_capacity;
	struct ds_count_pair *pairs;
	size_t pair_count, pair_capacity;
	struct ds_count_youth *youths;
	size_t youth_count, youth_capacity;
	size_t all, same;
	size_t hidden;		/* counted, and the reader sees not all of it */
};

/* report_count_tell.c */
void ds_count_tell(struct ds_count *count);

/*
 * report_protect.c: numbers that add up to a total which is told. Marks
 * those that would point at few people, and as many others as it takes that
 * none of these can be worked out. True: the total must not be told either.
 */
bool ds_report_protect(bool *masked, const size_t *numbers, size_t count);
/* Too few to be told of people whom the reader may not see. */
bool ds_report_few(size_t number);

#endif
