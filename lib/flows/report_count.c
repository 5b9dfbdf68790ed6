/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/report_count.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

#define MOST_WORDS 16			/* of one youth by one table */

/* ---- the tables ---- */

/* `counts` where the table says it, else what its rules say first. */
static const char *
output_of(const struct ds_table *table)
{
	size_t i;

	for (i = 0; i < table->rule_count; i++)
		if (ds_rule_output(&table->rules[i], "counts") != NULL)
			return "counts";
	return table->rules[0].outputs[0].name;
}

static dossier_status
not_on_youth(const struct ds_table *table, dossier_error *err)
{
	return ds_fail(err, DOSSIER_INVALID, N_("The table %s is on %s, so "
	    "it counts no youths."), table->name, ds_subject_name(table->on));
}

static dossier_status
table_of(struct ds_count_table **out, struct ds_count_side *side,
    const struct ds_pack *pack, dossier_error *err)
{
	struct ds_count_table *table;
	size_t i;

	for (i = 0; i < side->table_count; i++) {
		*out = &side->tables[i];
		if (side->tables[i].pack == pack)
			return DOSSIER_OK;
	}
	table = ds_grow(side->tables, side->table_count,
	    &side->table_capacity, sizeof *table);
	if (table == NULL)
		return ds_no_memory(err);
	side->tables = table;
	*out = table += side->table_count++;
	memset(table, 0, sizeof *table);
	table->pack = pack;
	table->table = ds_pack_table(pack, side->name);
	if (table->table == NULL)
		return DOSSIER_OK;
	if (table->table->on != DS_ON_YOUTH)
		return not_on_youth(table->table, err);
	table->output = output_of(table->table);
	table->asked_count = ds_table_facts(table->asked, pack,
	    table->table);
	return DOSSIER_OK;
}

/* ---- one youth ---- */

/* Words of a table that collects, as one; NULL: no memory. */
static const char *
joined(struct ds_count *count, const char *const *words, size_t most)
{
	const char *text = "";
	size_t i;

	if (most == 1)
		return words[0];
	for (i = 0; i < most && text != NULL; i++)
		text = ds_arena_printf(&count->report->arena, "%s%s%s", text,
		    i == 0 ? "" : "\n", words[i]);
	return text;
}

static dossier_status
note_word(struct ds_count *count, size_t side, const char *word,
    dossier_error *err)
{
	struct ds_count_word *words = count->words;
	size_t i;

	for (i = 0; i < count->word_count; i++)
		if (strcmp(words[i].word, word) == 0)
			break;
	if (i == count->word_count) {
		words = ds_grow(words, i, &count->word_capacity,
		    sizeof *words);
		if (words == NULL)
			return ds_no_memory(err);
		count->words = words;
		words[count->word_count++] = (struct ds_count_word){ word,
		    { 0, 0 } };
	}
	words[i].count[side]++;
	return DOSSIER_OK;
}

static dossier_status
take_words(struct ds_count_outcome *out, struct ds_count *count, size_t side,
    const struct ds_count_table *table, const struct ds_outcome *outcome,
    dossier_error *err)
{
	const char *words[MOST_WORDS];
	size_t said, i;

	out->kind = DS_COUNTED;
	if (table->table->hit != DS_HIT_COLLECT) {
		words[0] = ds_rule_output(outcome->rule, table->output);
		out->rule = outcome->rule->id;
		said = words[0] != NULL;
	} else {
		said = ds_outcome_words(words, MOST_WORDS, table->table,
		    outcome, table->output);
	}
	if (said > MOST_WORDS)
		said = MOST_WORDS;
	count->side[side].several += said > 1;
	for (i = 0; i < said; i++)
		DS_TRY(note_word(count, side, words[i], err));
	if (said == 0)
		out->kind = DS_COUNT_UNSTATED;
	else
		out->word = joined(count, words, said);
	return said > 0 && out->word == NULL ? ds_no_memory(err) :
	    DOSSIER_OK;
}

static dossier_status
judge(struct ds_count_outcome *out, struct ds_count *count, size_t at,
    const struct ds_count_table *table, const struct ds_fact_value *facts,
    dossier_error *err)
{
	struct ds_count_side *side = &count->side[at];
	struct ds_outcome outcome;
	size_t i;

	*out = (struct ds_count_outcome){ DS_COUNT_NO_TABLE, NULL, NULL };
	if (table->table != NULL) {
		DS_TRY(ds_table_decide(&outcome, table->pack, table->table,
		    facts, err));
		if (outcome.rule != NULL) {
			DS_TRY(take_words(out, count, at, table, &outcome,
			    err));
		} else {
			out->kind = outcome.none ? DS_COUNT_UNSTATED :
			    DS_COUNT_UNKNOWN;
		}
	}
	side->kinds[out->kind]++;
	if (out->kind == DS_COUNT_UNKNOWN)
		for (i = 0; i < outcome.unknown_count; i++)
			side->by[outcome.unknown[i]]++;
	return DOSSIER_OK;
}

static bool
is_same(const struct ds_count_outcome *a, const struct ds_count_outcome *b)
{
	return a->kind == b->kind && (a->word == NULL || b->word == NULL ?
	    a->word == b->word : strcmp(a->word, b->word) == 0);
}

static dossier_status
note_pair(struct ds_count *count, const struct ds_count_outcome *outcome,
    dossier_error *err)
{
	struct ds_count_pair *pairs = count->pairs;
	size_t i;

	for (i = 0; i < count->pair_count; i++)
		if (is_same(&pairs[i].outcome[0], &outcome[0]) &&
		    is_same(&pairs[i].outcome[1], &outcome[1]))
			break;
	if (i == count->pair_count) {
		pairs = ds_grow(pairs, i, &count->pair_capacity,
		    sizeof *pairs);
		if (pairs == NULL)
			return ds_no_memory(err);
		count->pairs = pairs;
		pairs[i] = (struct ds_count_pair){ { outcome[0],
		    outcome[1] }, 0 };
		/* Of many rules, none of which is that of all. */
		pairs[i].outcome[0].rule = pairs[i].outcome[1].rule = NULL;
		count->pair_count++;
	}
	pairs[i].count++;
	return DOSSIER_OK;
}

static dossier_status
note_difference(struct ds_count *count, const struct ds_case *youth,
    const struct ds_count_outcome *outcome, bool told, dossier_error *err)
{
	struct ds_count_youth *row;

	if (is_same(&outcome[0], &outcome[1])) {
		count->same++;
		return DOSSIER_OK;
	}
	DS_TRY(note_pair(count, outcome, err));
	if (!told)
		return DOSSIER_OK;
	row = ds_grow(count->youths, count->youth_count,
	    &count->youth_capacity, sizeof *row);
	if (row == NULL)
		return ds_no_memory(err);
	count->youths = row;
	row += count->youth_count++;
	row->ref = ds_report_keep(count->report, youth->facts.ref);
	row->outcome[0] = outcome[0];
	row->outcome[1] = outcome[1];
	return ds_report_name(&row->name, count->report, youth, err);
}

static dossier_status
pack_of(const struct ds_pack **out, struct ds_count *count,
    const struct ds_case *youth, dossier_error *err)
{
	struct ds_report *report = count->report;

	*out = count->pack;
	return *out != NULL ? DOSSIER_OK : ds_report_pack(out, report,
	    ds_report_party(report, youth->municipality), err);
}

static dossier_status
look_at(const struct ds_case *youth, void *payload, dossier_error *err)
{
	struct ds_count_outcome outcome[2] = {{0}};
	struct ds_count *count = payload;
	struct ds_count_table *table;
	const struct ds_pack *pack;
	const char *why = NULL;
	bool taken;
	size_t i;

	DS_TRY(ds_report_takes(&taken, count->report, youth, err));
	if (!taken)
		return DOSSIER_OK;
	DS_TRY(pack_of(&pack, count, youth, err));
	count->all++;
	for (i = 0; i < 2 && count->side[i].name != NULL; i++) {
		DS_TRY(table_of(&table, &count->side[i], pack, err));
		DS_TRY(judge(&outcome[i], count, i, table,
		    youth->facts.fact, err));
		if (why == NULL)
			DS_TRY(ds_seen_facts(&why, &count->report->view,
			    youth->facts.youth, table->asked,
			    table->asked_count, err));
	}
	count->hidden += why != NULL;
	return i < 2 ? DOSSIER_OK :
	    note_difference(count, youth, outcome, why == NULL, err);
}

/* ---- all ---- */

static dossier_status
no_table(struct ds_count *count, const struct ds_pack *pack,
    const char *name, dossier_error *err)
{
	const char **names = ds_arena_alloc(&count->report->arena,
	    pack->table_count * sizeof *names + 1);
	const char *near;
	size_t i;

	if (names == NULL)
		return ds_no_memory(err);
	for (i = 0; i < pack->table_count; i++)
		names[i] = pack->tables[i].name;
	near = ds_text_nearest(name, names, pack->table_count);
	if (near != NULL)
		ds_advise(err, N_("Did you mean %s?"), near);
	else
		ds_advise(err, N_("See which tables a pack has with: dossier "
		    "rules show %s"), pack->id);
	return ds_fail(err, DOSSIER_NOT_FOUND, N_("The pack %s has no table "
	    "%s."), pack->id, name);
}

/* With one pack for all, or where none of them has it, it is a mistake. */
static dossier_status
check(struct ds_count *count, dossier_error *err)
{
	const struct ds_pack *pack = count->pack != NULL ? count->pack :
	    count->report->home;
	struct ds_count_table *table;
	const struct ds_count_side *side;
	size_t at, i;

	for (at = 0; at < 2 && count->side[at].name != NULL; at++) {
		DS_TRY(table_of(&table, &count->side[at], pack, err));
		side = &count->side[at];
		for (i = 0; i < side->table_count; i++)
			if (side->tables[i].table != NULL)
				break;
		if (i == side->table_count)
			return no_table(count, pack, side->name, err);
	}
	return DOSSIER_OK;
}

static dossier_status
find_pack(struct ds_count *count, const char *id, dossier_error *err)
{
	struct ds_report *report = count->report;

	if (id == NULL)
		return DOSSIER_OK;
	DS_TRY(ds_library_named(&count->pack, report->library, id,
	    report->day, err));
	if (count->pack != NULL)
		return DOSSIER_OK;
	ds_advise(err, N_("See which there are with: dossier rules list"));
	return ds_fail(err, DOSSIER_NOT_FOUND, N_("There is no pack %s in "
	    "force on that day."), id);
}

/* "yes" before "no", as people ask it. */
static int
by_word(const void *left, const void *right)
{
	const struct ds_count_word *a = left, *b = right;
	bool first = strcmp(a->word, "yes") == 0;

	if (first != (strcmp(b->word, "yes") == 0))
		return first ? -1 : 1;
	return strcmp(a->word, b->word);
}

static int
by_outcome(const struct ds_count_outcome *a, const struct ds_count_outcome *b)
{
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return a->word == NULL ? 0 : strcmp(a->word, b->word);
}

static int
by_pair(const void *left, const void *right)
{
	const struct ds_count_pair *a = left, *b = right;
	int order = by_outcome(&a->outcome[0], &b->outcome[0]);

	return order != 0 ? order : by_outcome(&a->outcome[1],
	    &b->outcome[1]);
}

static int
by_name(const void *left, const void *right)
{
	const struct ds_count_youth *a = left, *b = right;
	int order = by_outcome(&a->outcome[0], &b->outcome[0]);

	if (order == 0)
		order = by_outcome(&a->outcome[1], &b->outcome[1]);
	if (order == 0)
		order = strcmp(a->name, b->name);
	return order != 0 ? order : strcmp(a->ref, b->ref);
}

static dossier_status
fill(struct ds_count *count, dossier_error *err)
{
	struct ds_report *report = count->report;

	DS_TRY(find_pack(count, report->options->pack, err));
	DS_TRY(ds_cases(report->session->book, report->library, 0,
	    report->day, look_at, count, err));
	DS_TRY(check(count, err));
	if (count->word_count > 0)
		qsort(count->words, count->word_count, sizeof *count->words,
		    by_word);
	if (count->pair_count > 0)
		qsort(count->pairs, count->pair_count, sizeof *count->pairs,
		    by_pair);
	if (count->youth_count > 0)
		qsort(count->youths, count->youth_count,
		    sizeof *count->youths, by_name);
	ds_count_tell(count);
	return DOSSIER_OK;
}

dossier_status
ds_report_count(struct ds_report *report, dossier_error *err)
{
	struct ds_count count = { .report = report };
	dossier_status status;

	count.side[0].name = report->options->table;
	count.side[1].name = report->options->against;
	status = count.side[0].name == NULL ? ds_fail(err, DOSSIER_USAGE,
	    N_("Say which table of the rules counts.")) : fill(&count, err);
	ds_free(count.side[0].tables);
	ds_free(count.side[1].tables);
	ds_free(count.words);
	ds_free(count.pairs);
	ds_free(count.youths);
	return status;
}
