/* SPDX-License-Identifier: EUPL-1.2 */
/* Small tables in a few words, and what the proof tells of them. */
#ifndef TESTS_RULES_TOLD_H
#define TESTS_RULES_TOLD_H

#include <stdio.h>

#include "packs.h"
#include "rules/prove.h"

#define TABLE(hit, inputs, rules) HEAD \
	"tables:\n" \
	"  t:\n" \
	"    label: T\n" \
	"    on: youth\n" \
	"    hit: " hit "\n" \
	"    inputs: [" inputs "]\n" \
	"    rules:\n" rules
#define RULE(id, when, then) \
	"      - { id: " id ", when: { " when " }, then: { " then " } }\n"

#define MOST 40

struct told {
	size_t count;
	struct {
		enum ds_finding_kind kind;
		bool fault;
		int line, column;
		char rule[20], other[20], message[300], advice[300],
		    example[200];
	} at[MOST];
};

static inline void
keep(const struct ds_finding *finding, void *payload)
{
	struct told *told = payload;
	size_t i = told->count++;

	assert_true(told->count <= MOST);
	told->at[i].kind = finding->kind;
	told->at[i].fault = finding->fault;
	told->at[i].line = finding->line;
	told->at[i].column = finding->column;
#define KEEP(field, text) snprintf(told->at[i].field, \
	    sizeof told->at[i].field, "%s", (text) == NULL ? "" : (text))
	KEEP(rule, finding->rule == NULL ? NULL : finding->rule->id);
	KEEP(other, finding->other == NULL ? NULL : finding->other->id);
	KEEP(message, finding->message);
	KEEP(advice, finding->advice);
	KEEP(example, finding->example);
}

/* All that is found in a pack; how many faults is checked. */
static inline struct told
prove(const char *text)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct told told = {0};
	struct ds_arena arena = {0};
	size_t faults, i, marked = 0;

	assert_int_equal(ds_pack_prove(&faults, pack_of(&arena, text, NULL),
	    keep, &told, &err), DOSSIER_OK);
	for (i = 0; i < told.count; i++)
		marked += told.at[i].fault;
	assert_int_equal(faults, marked);
	ds_arena_free(&arena);
	return told;
}

static inline void
assert_told(const struct told *told, size_t i, enum ds_finding_kind wanted,
    const char *rule, const char *other, const char *example)
{
	assert_true(i < told->count);
	assert_string_equal(ds_finding_name(told->at[i].kind),
	    ds_finding_name(wanted));
	assert_string_equal(told->at[i].rule, rule);
	assert_string_equal(told->at[i].other, other);
	assert_string_equal(told->at[i].example, example);
}

#endif
