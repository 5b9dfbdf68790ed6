/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a region's rules cost: a rule that says `blocks` closes routes that
 * would be open without it. It changes no advice; it is told beside it.
 */
#include <string.h>

#include "flows/route_more.h"

dossier_status
ds_route_table_seen(const char **why, struct ds_route_more *more,
    const struct ds_route_asker *asker, const struct ds_pack *pack,
    const struct ds_table *table, dossier_error *err)
{
	enum ds_fact asked[DS_FACT_COUNT];
	size_t count = ds_table_facts(asked, pack, table), i;

	DS_TRY(ds_seen_facts(why, asker->view,
	    asker->route->youth->facts.youth, asked, count, err));
	for (i = 0; i < count && *why == NULL; i++)
		more->asked[asked[i]] = true;
	return DOSSIER_OK;
}

dossier_status
ds_route_keep_unknown(struct ds_route_facts *out, struct ds_arena *arena,
    const struct ds_outcome *outcome, dossier_error *err)
{
	size_t size = outcome->unknown_count * sizeof *outcome->unknown;
	enum ds_fact *facts = ds_arena_alloc(arena, size + 1);

	if (facts == NULL)
		return ds_no_memory(err);
	memcpy(facts, outcome->unknown, size);
	out->facts = facts;
	out->count = outcome->unknown_count;
	return DOSSIER_OK;
}

static bool
may_block(const struct ds_table *table)
{
	size_t i;

	if (table->on != DS_ON_YOUTH)
		return false;
	for (i = 0; i < table->rule_count; i++)
		if (ds_rule_output(&table->rules[i], "blocks") != NULL)
			return true;
	return false;
}

static dossier_status
add_rules(struct ds_route_more *more, const struct ds_route_asker *asker,
    const struct ds_table *table, const struct ds_outcome *outcome,
    dossier_error *err)
{
	struct ds_route_block *block;
	const struct ds_rule *rule;
	bool sure;
	size_t i;

	for (i = 0; i < table->rule_count; i++) {
		rule = &table->rules[i];
		sure = table->hit == DS_HIT_COLLECT ?
		    outcome->truth[i] == DS_TRUE : rule == outcome->rule;
		/* Once it is decided no other rule comes into it. */
		if (ds_rule_output(rule, "blocks") == NULL ||
		    outcome->truth[i] == DS_FALSE || (!sure &&
		    table->hit != DS_HIT_COLLECT && outcome->rule != NULL))
			continue;
		block = &more->blocks[more->block_count++];
		block->table = table;
		block->rule = rule;
		block->possible = !sure;
		if (!sure)
			DS_TRY(ds_route_keep_unknown(&block->unknown,
			    asker->arena, outcome, err));
	}
	return DOSSIER_OK;
}

static dossier_status
add_table(struct ds_route_more *more, const struct ds_route_asker *asker,
    const struct ds_table *table, dossier_error *err)
{
	const struct ds_pack *pack = asker->route->advice.pack;
	struct ds_outcome outcome;
	const char *why;

	DS_TRY(ds_route_table_seen(&why, more, asker, pack, table, err));
	if (why != NULL) {
		more->blocks[more->block_count].table = table;
		more->blocks[more->block_count++].hidden = why;
		return DOSSIER_OK;
	}
	DS_TRY(ds_table_decide(&outcome, pack, table,
	    asker->route->youth->facts.fact, err));
	return add_rules(more, asker, table, &outcome, err);
}

dossier_status
ds_route_blocks(struct ds_route_more *more,
    const struct ds_route_asker *asker, dossier_error *err)
{
	const struct ds_pack *pack = asker->route->advice.pack;
	size_t most = 0, i;

	for (i = 0; i < pack->table_count; i++)
		if (may_block(&pack->tables[i]))
			most += pack->tables[i].rule_count;
	more->blocks = ds_arena_alloc(asker->arena,
	    most * sizeof *more->blocks + 1);
	if (more->blocks == NULL)
		return ds_no_memory(err);
	for (i = 0; i < pack->table_count; i++)
		if (may_block(&pack->tables[i]))
			DS_TRY(add_table(more, asker, &pack->tables[i],
			    err));
	return DOSSIER_OK;
}

bool
ds_route_closes(const struct ds_rule *rule, const char *destination)
{
	const char *lines = ds_rule_output(rule, "blocks"), *end;
	size_t size = strlen(destination);

	for (; lines != NULL; lines = *end == '\0' ? NULL : end + 1) {
		end = strchrnul(lines, '\n');
		if ((size_t)(end - lines) == size &&
		    memcmp(lines, destination, size) == 0)
			return true;
	}
	return false;
}

const struct ds_route_block *
ds_route_blocked(const struct ds_route_more *more, const char *destination)
{
	size_t i;

	for (i = 0; i < more->block_count; i++)
		if (more->blocks[i].rule != NULL &&
		    !more->blocks[i].possible &&
		    ds_route_closes(more->blocks[i].rule, destination))
			return &more->blocks[i];
	return NULL;
}
