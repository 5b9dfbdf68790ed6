/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Tables and terms that ask what another table says, once the pack has all
 * its tables: its own and those of its base that it does not replace.
 */
#include <string.h>

#include "rules/decide.h"
#include "rules/load.h"

#define MAX_DEPTH 16		/* of tables that ask each other */
#define MAX_ASKED 500		/* by one table, by way of others too */

/* Who asks: a table, term, track or end rule, by its name. */
struct asker {
	const char *name;
	enum ds_subject on;
	const struct ds_pack *pack;	/* that states it */
	const struct ds_input *input;
};

/* An input of a base's table stands in another file. */
static dossier_status
at_input(struct ds_load *load, const struct asker *asker,
    dossier_error *err)
{
	if (asker->pack == load->pack)
		ds_locate(err, load->file, asker->input->line,
		    asker->input->column);
	return DOSSIER_INVALID;
}

static dossier_status
no_table(const struct ds_pack *pack, const struct asker *asker,
    dossier_error *err)
{
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" asks what the table \"%s\" "
	    "says, and there is no such table."), asker->name,
	    asker->input->table);
	ds_load_suggest_item(asker->input->table, pack->tables,
	    pack->table_count, sizeof *pack->tables, err);
	return DOSSIER_INVALID;
}

static dossier_status
no_output(const struct ds_table *table, const struct asker *asker,
    dossier_error *err)
{
	const char *names[DS_MAX_RULES];
	const struct ds_rule *rule = table->rules;
	size_t i, k, count = 0;

	for (i = 0; i < table->rule_count; i++, rule++)
		for (k = 0; k < rule->output_count; k++)
			if (count < DS_MAX_RULES)
				names[count++] = rule->outputs[k].name;
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" asks what the table \"%s\" "
	    "says of \"%s\", and no rule there says it."), asker->name,
	    table->name, asker->input->output);
	ds_load_suggest(asker->input->output, names, count, err);
	return DOSSIER_INVALID;
}

static dossier_status
check_input(struct ds_load *load, const struct asker *asker,
    dossier_error *err)
{
	const struct ds_input *input = asker->input;
	const char *words[DS_MAX_RULES];
	const struct ds_table *table;

	if (input->fact >= 0)
		return DOSSIER_OK;
	table = ds_pack_table(load->pack, input->table);
	if (table == NULL)
		return no_table(load->pack, asker, err);
	if (table->on != asker->on)
		return ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is on %s and "
		    "the table \"%s\" that it asks is on %s."), asker->name,
		    ds_subject_name(asker->on), table->name,
		    ds_subject_name(table->on));
	if (ds_table_words(words, table, input->output) == 0)
		return no_output(table, asker, err);
	return DOSSIER_OK;
}

/* ---- the words that a rule tests for ---- */

/* A word that the cell tests for and that is never said, or NULL. */
static const char *
never_said(const struct ds_cell *cell, const char *const *words,
    size_t count)
{
	size_t i;

	for (i = 0; i < cell->word_count; i++)
		if (strcmp(cell->words[i], "none") != 0 &&
		    !ds_words_hold(words, count, cell->words[i]))
			return cell->words[i];
	return NULL;
}

static dossier_status
check_column(struct ds_load *load, const struct ds_table *table, size_t at,
    dossier_error *err)
{
	const struct ds_input *input = &table->inputs[at];
	const char *words[DS_MAX_RULES], *word;
	const struct ds_cell *cell;
	size_t i, count = ds_table_words(words, ds_pack_table(load->pack,
	    input->table), input->output);

	for (i = 0; i < table->rule_count; i++) {
		cell = ds_rule_cell(&table->rules[i], at);
		word = cell == NULL ? NULL : never_said(cell, words, count);
		if (word == NULL)
			continue;
		ds_fail(err, DOSSIER_INVALID, N_("The table \"%s\" never "
		    "says \"%s\" of \"%s\"."), input->table, word,
		    input->output);
		ds_load_suggest(word, words, count, err);
		if (table->pack == load->pack)
			ds_locate(err, load->file, table->rules[i].line,
			    table->rules[i].column);
		return DOSSIER_INVALID;
	}
	return DOSSIER_OK;
}

static dossier_status
check_words(struct ds_load *load, const struct ds_table *table,
    dossier_error *err)
{
	size_t at;

	for (at = 0; at < table->input_count; at++)
		if (table->inputs[at].fact < 0)
			DS_TRY(check_column(load, table, at, err));
	return DOSSIER_OK;
}

/* ---- no table leads back to itself ---- */

/* Of a table: how long the longest row that it begins, how many it asks. */
struct reach {
	size_t height, asked;		/* itself too; 0: not walked yet */
};

struct walk {
	const struct ds_pack *pack;
	struct reach *reach;		/* of each table of the pack */
	const struct ds_table *path[MAX_DEPTH];	/* the tables on the way */
};

static dossier_status
too_deep(const struct ds_table *table, dossier_error *err)
{
	return ds_fail(err, DOSSIER_INVALID, N_("More than %d tables "
	    "ask each other in a row, up to \"%s\"."), MAX_DEPTH,
	    table->name);
}

static dossier_status
step_on(struct walk *walk, const struct ds_table *table, size_t depth,
    dossier_error *err)
{
	size_t i;

	for (i = 0; i < depth; i++)
		if (walk->path[i] == table)
			return ds_fail(err, DOSSIER_INVALID, N_("The table "
			    "\"%s\" asks itself, by way of \"%s\"."),
			    table->name, walk->path[depth - 1]->name);
	if (depth == MAX_DEPTH)
		return too_deep(table, err);
	walk->path[depth] = table;
	return DOSSIER_OK;
}

/*
 * Depth-first, each table once. A table is decided anew wherever it is
 * asked, so how many that are in all is bounded as well.
 */
static dossier_status
walk_from(struct walk *walk, const struct ds_table *table, size_t depth,
    dossier_error *err)
{
	struct reach *reach = &walk->reach[table - walk->pack->tables], *next;
	const struct ds_table *asked;
	size_t i, height = 1, count = 1;

	if (reach->asked > 0)
		return depth + reach->height <= MAX_DEPTH ? DOSSIER_OK :
		    too_deep(table, err);
	DS_TRY(step_on(walk, table, depth, err));
	for (i = 0; i < table->input_count; i++) {
		if (table->inputs[i].fact >= 0)
			continue;
		asked = ds_pack_table(walk->pack, table->inputs[i].table);
		DS_TRY(walk_from(walk, asked, depth + 1, err));
		next = &walk->reach[asked - walk->pack->tables];
		height = next->height < height ? height : next->height + 1;
		count += next->asked;
	}
	if (count > MAX_ASKED)
		return ds_fail(err, DOSSIER_INVALID, N_("The table \"%s\" "
		    "asks tables that ask tables, more than %d in all."),
		    table->name, MAX_ASKED);
	*reach = (struct reach){ height, count };
	return DOSSIER_OK;
}

/* What tables that collect say is kept in one place of fixed size. */
static dossier_status
check_pool(const struct ds_pack *pack, const struct ds_table *table,
    dossier_error *err)
{
	const struct ds_table *asked;
	size_t i, count = 0;

	for (i = 0; i < table->input_count; i++) {
		if (table->inputs[i].fact >= 0)
			continue;
		asked = ds_pack_table(pack, table->inputs[i].table);
		count += asked->hit == DS_HIT_COLLECT ? asked->rule_count : 0;
	}
	if (count <= DS_MAX_RULES)
		return DOSSIER_OK;
	return ds_fail(err, DOSSIER_INVALID, N_("The tables that \"%s\" asks "
	    "have %zu rules that collect; at most %d can be asked at once."),
	    table->name, count, DS_MAX_RULES);
}

/* ---- all of them ---- */

static dossier_status
bind_inputs(struct ds_load *load, struct asker *asker,
    const struct ds_input *inputs, size_t count, dossier_error *err)
{
	size_t i;

	for (i = 0; i < count; i++) {
		asker->input = &inputs[i];
		if (check_input(load, asker, err) != DOSSIER_OK)
			return at_input(load, asker, err);
	}
	return DOSSIER_OK;
}

/* Once all that is asked is there. */
static dossier_status
bind_table(struct ds_load *load, struct walk *walk,
    const struct ds_table *table, dossier_error *err)
{
	dossier_status status;

	DS_TRY(check_words(load, table, err));
	status = check_pool(load->pack, table, err);
	if (status == DOSSIER_OK)
		status = walk_from(walk, table, 0, err);
	if (status != DOSSIER_OK && table->pack == load->pack)
		ds_locate(err, load->file, table->line, table->column);
	return status;
}

static dossier_status
bind_track(struct ds_load *load, const struct ds_track *track,
    dossier_error *err)
{
	size_t i;

	for (i = 0; i < track->count; i++)
		DS_TRY(bind_inputs(load, &(struct asker){ track->name,
		    track->on, track->pack, NULL },
		    track->steps[i].needs.inputs,
		    track->steps[i].needs.input_count, err));
	return DOSSIER_OK;
}

/* Terms, tracks and end rules ask as tables do. */
static dossier_status
bind_others(struct ds_load *load, dossier_error *err)
{
	const struct ds_pack *pack = load->pack;
	const struct ds_term *term = pack->terms;
	const struct ds_end *end = pack->ends;
	size_t i;

	for (i = 0; i < pack->term_count; i++, term++)
		DS_TRY(bind_inputs(load, &(struct asker){ term->id, term->on,
		    term->pack, NULL }, term->inputs, term->input_count,
		    err));
	for (i = 0; i < pack->track_count; i++)
		DS_TRY(bind_track(load, &pack->tracks[i], err));
	for (i = 0; i < pack->end_count; i++, end++)
		DS_TRY(bind_inputs(load, &(struct asker){ end->name,
		    DS_ON_YOUTH, end->pack, NULL }, end->when.inputs,
		    end->when.input_count, err));
	return DOSSIER_OK;
}

dossier_status
ds_load_bind(struct ds_load *load, dossier_error *err)
{
	const struct ds_pack *pack = load->pack;
	struct walk walk = { .pack = pack };
	size_t i;

	walk.reach = ds_arena_alloc(load->arena,
	    pack->table_count * sizeof *walk.reach);
	if (walk.reach == NULL)
		return ds_no_memory(err);
	for (i = 0; i < pack->table_count; i++)
		DS_TRY(bind_inputs(load, &(struct asker){
		    pack->tables[i].name, pack->tables[i].on,
		    pack->tables[i].pack, NULL }, pack->tables[i].inputs,
		    pack->tables[i].input_count, err));
	for (i = 0; i < pack->table_count; i++)
		DS_TRY(bind_table(load, &walk, &pack->tables[i], err));
	return bind_others(load, err);
}
