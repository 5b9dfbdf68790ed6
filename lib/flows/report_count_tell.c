/* SPDX-License-Identifier: EUPL-1.2 */
/* A count on paper and for machines. */
#include "flows/report_count.h"

#include <string.h>

#include "base/text.h"
#include "flows/say.h"

/* Words of both tables, then what no rule said. */
#define LINES(count) ((count)->word_count + DS_COUNT_NO_TABLE)

struct tell {
	const struct ds_count *count;
	dossier_document *doc;
	struct ds_arena *arena;
	struct ds_value *map;
	bool *masked[2];		/* a line each; NULL: all is told */
	bool total;			/* the total is not told either */
};

/* ---- words ---- */

static const char *
kind_label(enum ds_counted kind)
{
	switch (kind) {
	case DS_COUNT_UNKNOWN:
		return N_("not known");
	case DS_COUNT_UNSTATED:
		return N_("no rule says it");
	default:
		return N_("the pack has no such table");
	}
}

static const char *
kind_name(enum ds_counted kind)
{
	static const char *const names[] = {
		[DS_COUNTED] = "counted", [DS_COUNT_UNKNOWN] = "unknown",
		[DS_COUNT_UNSTATED] = "unstated",
		[DS_COUNT_NO_TABLE] = "no_table"
	};

	return names[kind];
}

/* An output's value, for people: lists in one line, codes by their label. */
static const char *
word_label(struct tell *tell, const char *word)
{
	dossier_language lang = tell->doc->language;
	const char *joined = "", *end, *one;

	if (strcmp(word, "yes") == 0)
		return ds_tr(lang, N_("yes"));
	if (strcmp(word, "no") == 0)
		return ds_tr(lang, N_("no"));
	for (; word != NULL; word = *end == '\0' ? NULL : end + 1) {
		end = strchrnul(word, '\n');
		one = ds_say_sure(tell->doc, ds_arena_ndup(tell->arena, word,
		    (size_t)(end - word)));
		joined = ds_say_more(tell->doc, tell->arena, joined, "; ",
		    ds_code_label(ds_codes_destination, one, lang));
	}
	return joined;
}

/* A list on one line; NULL where no rule said it. */
static const char *
word_data(struct tell *tell, const struct ds_count_outcome *outcome)
{
	return outcome->kind != DS_COUNTED ? NULL :
	    ds_say_joined(tell->doc, tell->arena, outcome->word);
}

static const char *
outcome_label(struct tell *tell, const struct ds_count_outcome *outcome)
{
	if (outcome->kind != DS_COUNTED)
		return ds_tr(tell->doc->language, kind_label(outcome->kind));
	return word_label(tell, outcome->word);
}

static const char *
number(struct tell *tell, size_t value, bool masked)
{
	char text[24];

	if (masked)
		return ds_tr(tell->doc->language, N_("too few to tell"));
	return ds_say_sure(tell->doc, ds_arena_dup(tell->arena,
	    ds_decimal_text((int64_t)value, 0, tell->doc->language, text)));
}

static void
put_number(struct tell *tell, struct ds_value *map, const char *key,
    size_t value, bool masked)
{
	if (masked)
		ds_put_text(tell->doc, map, key, NULL);
	else
		ds_put_int(tell->doc, map, key, (int64_t)value);
}

/* ---- what is told ---- */

static size_t
line_count(const struct ds_count *count, size_t line, size_t side)
{
	return line < count->word_count ? count->words[line].count[side] :
	    count->side[side].kinds[line - count->word_count + 1];
}

/* Numbers of those of whom the reader may not see what they rest on. */
static void
protect(struct tell *tell)
{
	const struct ds_count *count = tell->count;
	size_t lines = LINES(count), side, i;
	size_t *numbers = ds_arena_alloc(tell->arena,
	    lines * sizeof *numbers);

	for (side = 0; side < 2 && count->hidden > 0; side++) {
		tell->masked[side] = ds_arena_alloc(tell->arena,
		    lines * sizeof *tell->masked[side]);
		if (numbers == NULL || tell->masked[side] == NULL) {
			tell->doc->failed = true;
			tell->masked[side] = NULL;
			return;
		}
		for (i = 0; i < lines; i++)
			numbers[i] = line_count(count, i, side);
		if (ds_report_protect(tell->masked[side], numbers, lines))
			tell->total = true;
	}
}

static bool
is_masked(const struct tell *tell, size_t line, size_t side)
{
	return tell->masked[side] != NULL && tell->masked[side][line];
}

/* ---- the numbers ---- */

static void
put_line(struct tell *tell, struct ds_block *table, struct ds_value *list,
    size_t line)
{
	const struct ds_count *count = tell->count;
	enum ds_counted kind = line < count->word_count ? DS_COUNTED :
	    (enum ds_counted)(line - count->word_count + 1);
	const struct ds_count_outcome outcome = { kind, kind == DS_COUNTED ?
	    count->words[line].word : NULL, NULL };
	struct ds_cells *row;
	struct ds_value *item;
	size_t side;

	/* That nothing is unknown is told; that no table lacks is not. */
	if (kind > DS_COUNT_UNKNOWN && line_count(count, line, 0) == 0 &&
	    line_count(count, line, 1) == 0)
		return;
	row = ds_table_row(tell->doc, table);
	item = ds_put_map(tell->doc, list, NULL);
	ds_put_text(tell->doc, item, "outcome", word_data(tell, &outcome));
	ds_put_text(tell->doc, item, "kind", kind_name(kind));
	ds_cell(tell->doc, row, 0, outcome_label(tell, &outcome));
	for (side = 0; side < 2 && count->side[side].name != NULL; side++) {
		put_number(tell, item, side == 0 ? "count" : "against",
		    line_count(count, line, side),
		    is_masked(tell, line, side));
		ds_cell(tell->doc, row, side + 1, number(tell,
		    line_count(count, line, side),
		    is_masked(tell, line, side)));
	}
}

static void
put_numbers(struct tell *tell)
{
	const struct ds_count *count = tell->count;
	dossier_document *doc = tell->doc;
	bool two = count->side[1].name != NULL;
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Outcome")), DS_LEFT },
		{ count->side[0].name, DS_RIGHT },
		{ two ? count->side[1].name : "", DS_RIGHT }
	};
	struct ds_block *table = ds_table(doc, NULL, columns, two ? 3 : 2);
	struct ds_value *list = ds_put_list(doc, tell->map, "outcomes");
	size_t line;

	for (line = 0; line < LINES(count); line++)
		put_line(tell, table, list, line);
	if (count->side[0].several + count->side[1].several > 0)
		ds_paragraph(doc, "%s", ds_tr(doc->language, N_("One youth "
		    "can stand under more than one outcome.")));
}

/* For each fact how many lack it: somebody may lack more than one. */
static void
put_unknown(struct tell *tell, size_t side)
{
	const struct ds_count_side *one = &tell->count->side[side];
	dossier_document *doc = tell->doc;
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Not known")), DS_LEFT },
		{ ds_tr(doc->language, N_("Youths")), DS_RIGHT },
		{ ds_tr(doc->language, N_("Needed")), DS_LEFT }
	};
	struct ds_value *list = ds_put_list(doc, tell->map, side == 0 ?
	    "unknown" : "against_unknown"), *item;
	struct ds_block *table = NULL;
	struct ds_cells *row;
	bool masked;
	int fact;

	for (fact = 0; fact < DS_FACT_COUNT; fact++) {
		if (one->by[fact] == 0)
			continue;
		masked = tell->count->hidden > 0 &&
		    ds_report_few(one->by[fact]);
		if (table == NULL)
			table = ds_table(doc, ds_say(doc, tell->arena,
			    N_("Why %s cannot be said"), one->name), columns,
			    3);
		item = ds_put_map(doc, list, NULL);
		ds_put_text(doc, item, "fact", ds_fact_defs[fact].name);
		put_number(tell, item, "count", one->by[fact], masked);
		row = ds_table_row(doc, table);
		ds_cell(doc, row, 0, ds_tr(doc->language,
		    ds_fact_defs[fact].label));
		ds_cell(doc, row, 1, number(tell, one->by[fact], masked));
		ds_cell(doc, row, 2, ds_fact_defs[fact].supply == NULL ?
		    NULL : ds_tr(doc->language, ds_fact_defs[fact].supply));
	}
}

/* ---- by which rules ---- */

static void
put_table(struct tell *tell, struct ds_value *list,
    const struct ds_count_table *one)
{
	dossier_document *doc = tell->doc;
	struct ds_value *item;

	if (one->table == NULL)
		return;
	item = ds_put_map(doc, list, NULL);
	ds_put_text(doc, item, "table", one->table->name);
	ds_put_text(doc, item, "output", one->output);
	ds_put_text(doc, item, "pack", one->pack->id);
	ds_put_text(doc, item, "version", one->pack->version);
	ds_put_text(doc, item, "source", one->table->source);
	ds_say_list(doc, tell->arena, item, "doubts", one->table->doubt);
	ds_say_line(doc, one->table->name, ds_say(doc, tell->arena,
	    N_("%s: %s, version %s"), one->table->label, one->pack->name,
	    one->pack->version));
	ds_say_line(doc, N_("Source"), one->table->source);
	ds_say_line(doc, N_("Where no rule fits"), one->table->otherwise);
	if (one->table->doubt != NULL)
		ds_say_line(doc, N_("Doubt"), ds_say_joined(doc, tell->arena,
		    one->table->doubt));
}

static void
put_tables(struct tell *tell)
{
	struct ds_value *list = ds_put_list(tell->doc, tell->map, "tables");
	const struct ds_count_side *one;
	size_t side, i;

	ds_heading(tell->doc, ds_tr(tell->doc->language, N_("By which "
	    "rules")));
	for (side = 0; side < 2 && tell->count->side[side].name != NULL;
	    side++) {
		one = &tell->count->side[side];
		for (i = 0; i < one->table_count; i++)
			put_table(tell, list, &one->tables[i]);
	}
}

/* ---- between two tables ---- */

static void
put_outcome(struct tell *tell, struct ds_value *map, struct ds_cells *row,
    size_t column, const struct ds_count_outcome *outcome, size_t side)
{
	const char *label = outcome_label(tell, outcome);

	ds_put_text(tell->doc, map, side == 0 ? "outcome" : "against",
	    word_data(tell, outcome));
	ds_put_text(tell->doc, map, side == 0 ? "kind" : "against_kind",
	    kind_name(outcome->kind));
	if (outcome->rule != NULL)
		label = ds_say(tell->doc, tell->arena, N_("%s (rule %s)"),
		    label, outcome->rule);
	ds_cell(tell->doc, row, column, label);
}

static void
put_pairs(struct tell *tell)
{
	const struct ds_count *count = tell->count;
	dossier_document *doc = tell->doc;
	const struct ds_column columns[] = {
		{ count->side[0].name, DS_LEFT },
		{ count->side[1].name, DS_LEFT },
		{ ds_tr(doc->language, N_("Youths")), DS_RIGHT }
	};
	struct ds_value *list = ds_put_list(doc, tell->map, "differences");
	struct ds_block *table = ds_table(doc, NULL, columns, 3);
	struct ds_cells *row;
	struct ds_value *item;
	size_t i, side;
	bool masked;

	ds_table_quiet(table);
	for (i = 0; i < count->pair_count; i++) {
		masked = count->hidden > 0 &&
		    ds_report_few(count->pairs[i].count);
		item = ds_put_map(doc, list, NULL);
		row = ds_table_row(doc, table);
		for (side = 0; side < 2; side++)
			put_outcome(tell, item, row, side,
			    &count->pairs[i].outcome[side], side);
		put_number(tell, item, "count", count->pairs[i].count,
		    masked);
		ds_cell(doc, row, 2, number(tell, count->pairs[i].count,
		    masked));
	}
}

static void
put_youths(struct tell *tell)
{
	const struct ds_count *count = tell->count;
	dossier_document *doc = tell->doc;
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Name")), DS_LEFT },
		{ ds_tr(doc->language, N_("Ref")), DS_LEFT },
		{ count->side[0].name, DS_LEFT },
		{ count->side[1].name, DS_LEFT }
	};
	struct ds_value *list = ds_put_list(doc, tell->map, "youths"), *item;
	struct ds_block *table = ds_table(doc, NULL, columns, 4);
	const struct ds_count_youth *youth = count->youths;
	struct ds_cells *row;
	size_t i, side;

	ds_table_quiet(table);
	for (i = 0; i < count->youth_count; i++, youth++) {
		item = ds_put_map(doc, list, NULL);
		row = ds_table_row(doc, table);
		ds_put_text(doc, item, "ref", youth->ref);
		ds_put_text(doc, item, "name", youth->name);
		ds_cell(doc, row, 0, youth->name);
		ds_cell(doc, row, 1, youth->ref);
		for (side = 0; side < 2; side++)
			put_outcome(tell, item, row, side + 2,
			    &youth->outcome[side], side);
		ds_put_text(doc, item, "rule", youth->outcome[0].rule);
		ds_put_text(doc, item, "against_rule",
		    youth->outcome[1].rule);
	}
}

static void
put_difference(struct tell *tell)
{
	const struct ds_count *count = tell->count;
	dossier_document *doc = tell->doc;
	size_t other = count->all - count->same;

	ds_heading(doc, ds_tr(doc->language, N_("The difference")));
	ds_paragraph(doc, ds_tr(doc->language, N_("Another outcome by %s "
	    "than by %s: %s of %s.")), count->side[0].name,
	    count->side[1].name, number(tell, other, count->hidden > 0 &&
	    ds_report_few(other)), number(tell, count->all, tell->total));
	put_pairs(tell);
	put_youths(tell);
}

/* ---- the whole ---- */

void
ds_count_tell(struct ds_count *count)
{
	struct ds_report *report = count->report;
	dossier_document *doc = report->doc;
	struct tell tell = { .count = count, .doc = doc,
	    .arena = &report->arena,
	    .map = ds_put_map(doc, doc->data, NULL) };
	char day[DS_DAY_TEXT];
	size_t side;

	protect(&tell);
	ds_put_text(doc, tell.map, "table", count->side[0].name);
	ds_put_text(doc, tell.map, "against", count->side[1].name);
	ds_put_day(doc, tell.map, "on", report->day);
	ds_put_text(doc, tell.map, "pack", count->pack == NULL ? NULL :
	    count->pack->id);
	put_number(&tell, tell.map, "all", count->all, tell.total);
	ds_paragraph(doc, ds_tr(doc->language, N_("Open dossiers on %s: "
	    "%s.")), ds_day_text(report->day, doc->language, day),
	    number(&tell, count->all, tell.total));
	put_numbers(&tell);
	if (count->hidden > 0)
		ds_paragraph(doc, "%s", ds_tr(doc->language, N_("Of some it "
		    "rests on what your role does not see: they are counted, "
		    "not named, and small numbers are not told.")));
	for (side = 0; side < 2 && count->side[side].name != NULL; side++)
		put_unknown(&tell, side);
	if (count->side[1].name != NULL)
		put_difference(&tell);
	put_tables(&tell);
}
