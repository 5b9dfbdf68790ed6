/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Any bytes as a pack. What loads keeps its promises, is proven, runs its
 * examples and says what would turn it; every example of the proof is a true
 * one; a refusal says where.
 */
#include <stdlib.h>
#include <string.h>

#include "rules/decide.h"
#include "rules/prove.h"
#include "rules/turn.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Not assert(): it must hold in every build. */
static void
must(bool holds)
{
	if (!holds)
		abort();
}

/* ---- the proof ---- */

static bool
asks_facts_only(const struct ds_table *table)
{
	size_t i;

	for (i = 0; i < table->input_count; i++)
		if (table->inputs[i].fact < 0)
			return false;
	return true;
}

/* The example of a finding, put to the table itself. */
static void
try_example(const struct ds_finding *finding)
{
	const struct ds_table *table = finding->table;
	struct ds_fact_value facts[DS_FACT_COUNT] = {0};
	struct ds_outcome outcome;
	dossier_status status;
	size_t i;

	for (i = 0; i < table->input_count; i++)
		facts[table->inputs[i].fact] = finding->point[i];
	status = ds_table_decide(&outcome, table->pack, table, facts, NULL);
	if (finding->kind == DS_FOUND_GAP)
		must(status == DOSSIER_OK && outcome.none);
	else if (table->hit == DS_HIT_UNIQUE)
		must(status == DOSSIER_INVALID);
	else
		must(status == DOSSIER_OK && outcome.true_count >= 2);
}

static void
hear(const struct ds_finding *finding, void *payload)
{
	size_t *faults = payload;

	*faults += finding->fault;
	must(finding->message[0] != 0 && finding->advice[0] != 0);
	must(finding->line > 0 && finding->column > 0);
	must((finding->point != NULL) == (finding->example != NULL));
	if (finding->point != NULL && asks_facts_only(finding->table))
		try_example(finding);
}

static void
prove(const struct ds_pack *pack)
{
	size_t faults, heard = 0;

	must(ds_pack_prove(&faults, pack, hear, &heard, NULL) == DOSSIER_OK);
	must(faults == heard);
}

/* Each change that is said to turn a table must do so. */
static void
check_turns(const struct ds_pack *pack, const struct ds_table *table,
    const struct ds_fact_value *given)
{
	struct ds_fact_value facts[DS_FACT_COUNT];
	struct ds_arena arena = {0};
	const struct ds_turn *turns;
	struct ds_outcome outcome;
	size_t count, i;

	if (ds_table_turns(&turns, &count, &arena, pack, table, given, 5,
	    DOSSIER_ENGLISH, NULL) != DOSSIER_OK)
		count = 0;
	for (i = 0; i < count; i++) {
		memcpy(facts, given, sizeof facts);
		facts[turns[i].fact] = turns[i].value;
		must(ds_table_decide(&outcome, pack, table, facts, NULL) ==
		    DOSSIER_OK);
		must(turns[i].rule == NULL ? outcome.none :
		    outcome.truth[turns[i].rule - table->rules] == DS_TRUE);
	}
	ds_arena_free(&arena);
}

/* ---- a pack ---- */

static void
check_table(const struct ds_pack *pack, const struct ds_table *table)
{
	struct ds_fact_value nothing[DS_FACT_COUNT] = {0};
	struct ds_outcome outcome;

	must(table->name != NULL && table->label != NULL);
	must(table->rule_count > 0 && table->rule_count <= 200);
	must(table->input_count <= DS_MAX_INPUTS);
	check_turns(pack, table, nothing);
	if (ds_table_decide(&outcome, pack, table, nothing, NULL) != DOSSIER_OK)
		return;
	must(outcome.candidate_count <= table->rule_count);
	must(outcome.none == (outcome.candidate_count == 0));
	must(outcome.rule == NULL || outcome.rule->output_count > 0);
}

static void
check_pack(const struct ds_pack *pack)
{
	dossier_day today = { 20000 };
	struct ds_term_result result;
	struct ds_youth_facts youth = {0};
	size_t i, failed;

	must(pack->id != NULL && pack->version != NULL);
	must(ds_day_known(pack->valid_from));
	for (i = 0; i < pack->table_count; i++)
		check_table(pack, &pack->tables[i]);
	prove(pack);
	for (i = 0; i < pack->example_count; i++)
		if (pack->examples[i].table != NULL)
			check_turns(pack, ds_pack_table(pack,
			    pack->examples[i].table),
			    pack->examples[i].facts.fact);
	for (i = 0; i < pack->term_count; i++)
		(void)ds_term_evaluate(&result, pack, &pack->terms[i],
		    &youth, today, NULL);
	must(ds_pack_test(&failed, pack, NULL, NULL, NULL) == DOSSIER_OK);
	must(failed <= pack->example_count);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_arena arena = {0};
	const struct ds_pack *pack;

	if (ds_pack_load(&pack, &arena, (const char *)data, size, "fuzz.yaml",
	    NULL, &err) == DOSSIER_OK) {
		must(err.status == DOSSIER_OK && err.line == 0);
		check_pack(pack);
	} else {
		must(pack == NULL && err.status == DOSSIER_INVALID);
		must(err.line > 0 && err.column > 0 && err.message[0] != 0);
	}
	ds_arena_free(&arena);
	return 0;
}
