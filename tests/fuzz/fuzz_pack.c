/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Any bytes as a pack. What loads keeps its promises and runs its examples; a
 * refusal says where.
 */
#include <stdlib.h>
#include <string.h>

#include "rules/decide.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Not assert(): it must hold in every build. */
static void
must(bool holds)
{
	if (!holds)
		abort();
}

static void
check_table(const struct ds_pack *pack, const struct ds_table *table)
{
	struct ds_fact_value nothing[DS_FACT_COUNT] = {0};
	struct ds_outcome outcome;

	must(table->name != NULL && table->label != NULL);
	must(table->rule_count > 0 && table->rule_count <= 200);
	must(table->input_count <= DS_MAX_INPUTS);
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
