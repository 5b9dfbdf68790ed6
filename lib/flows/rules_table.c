/* SPDX-License-Identifier: EUPL-1.2 */
/* A decision table, as its writer may hold it against the source. */
#include <string.h>

#include "flows/rules_page.h"
#include "rules/decide.h"

#define MOST_COLUMNS 5			/* beside each other on a terminal */

/* ---- for machines ---- */

static void
put_outputs(struct ds_rules_page *page, struct ds_value *map,
    const struct ds_rule *rule)
{
	struct ds_value *then = ds_put_map(page->doc, map, "then");
	const struct ds_output *output = rule->outputs;
	size_t i;

	for (i = 0; i < rule->output_count; i++, output++)
		if (strchr(output->value, '\n') == NULL)
			ds_put_text(page->doc, then, output->name,
			    output->value);
		else
			ds_say_list(page->doc, &page->arena, then,
			    output->name, output->value);
}

static void
put_rules(struct ds_rules_page *page, struct ds_value *map,
    const struct ds_table *table)
{
	struct ds_value *list = ds_put_list(page->doc, map, "rules"), *item;
	const struct ds_rule *rule = table->rules;
	size_t i;

	for (i = 0; i < table->rule_count; i++, rule++) {
		item = ds_put_map(page->doc, list, NULL);
		ds_put_text(page->doc, item, "id", rule->id);
		ds_rules_put_when(page, item, "when", table->inputs,
		    rule->conditions, rule->condition_count);
		put_outputs(page, item, rule);
		ds_rules_put_why(page, item, rule->because, rule->source,
		    rule->doubt);
		ds_put_text(page->doc, item, "note", rule->note);
	}
}

void
ds_rules_put_table(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_table *table = item;
	dossier_document *doc = page->doc;
	struct ds_value *list;
	size_t i;

	ds_put_text(doc, map, "on", ds_subject_name(table->on));
	ds_put_text(doc, map, "hit", ds_hit_words[table->hit]);
	list = ds_put_list(doc, map, "order");
	for (i = 0; i < table->order_count; i++)
		ds_put_text(doc, list, NULL, table->order[i]);
	list = ds_put_list(doc, map, "inputs");
	for (i = 0; i < table->input_count; i++)
		ds_put_text(doc, list, NULL, table->inputs[i].def->name);
	ds_put_text(doc, map, "otherwise", table->otherwise);
	ds_put_text(doc, map, "source", table->source);
	ds_say_list(doc, &page->arena, map, "doubts", table->doubt);
	put_rules(page, map, table);
}

/* ---- for people: the rules ---- */

/* The names of what the rules say, each once; how many there are. */
static size_t
outputs_of(const char *out[MOST_COLUMNS], const struct ds_table *table)
{
	const struct ds_rule *rule = table->rules;
	size_t i, j, k, count = 0;

	for (i = 0; i < table->rule_count; i++, rule++)
		for (j = 0; j < rule->output_count; j++) {
			for (k = 0; k < count && k < MOST_COLUMNS; k++)
				if (strcmp(out[k], rule->outputs[j].name) ==
				    0)
					break;
			if (k == count && count < MOST_COLUMNS)
				out[count] = rule->outputs[j].name;
			if (k == count)
				count++;
		}
	return count;
}

static const char *
test_of(const struct ds_rule *rule, size_t input)
{
	size_t i;

	for (i = 0; i < rule->condition_count; i++)
		if (rule->conditions[i].at == input)
			return rule->conditions[i].cell.text;
	return "-";
}

/* A column for each input and each output. */
static void
tell_apart(struct ds_rules_page *page, const struct ds_table *table,
    const char *const *outputs, size_t output_count)
{
	struct ds_column columns[1 + MOST_COLUMNS];
	const struct ds_rule *rule = table->rules;
	size_t i, j, count = 0;
	struct ds_block *block;
	struct ds_cells *row;
	const char *value;

	columns[count++] = (struct ds_column){ ds_tr(page->doc->language,
	    N_("Rule")), DS_LEFT };
	for (i = 0; i < table->input_count; i++)
		columns[count++] = (struct ds_column){
		    table->inputs[i].def->name, DS_LEFT };
	for (i = 0; i < output_count; i++)
		columns[count++] = (struct ds_column){ ds_say_sure(page->doc,
		    ds_arena_printf(&page->arena, "\xe2\x86\x92 %s",
		    outputs[i])), DS_LEFT };
	block = ds_table(page->doc, NULL, columns, count);
	for (i = 0; i < table->rule_count; i++, rule++) {
		row = ds_table_row(page->doc, block);
		ds_cell(page->doc, row, 0, rule->id);
		for (j = 0; j < table->input_count; j++)
			ds_cell(page->doc, row, 1 + j, test_of(rule, j));
		for (j = 0; j < output_count; j++) {
			value = ds_rule_output(rule, outputs[j]);
			if (value != NULL)
				ds_cell(page->doc, row, 1 +
				    table->input_count + j, ds_say_joined(
				    page->doc, &page->arena, value));
		}
	}
}

/* Too many of them: all tests in one column. */
static void
tell_together(struct ds_rules_page *page, const struct ds_table *table)
{
	dossier_language lang = page->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Rule")), DS_LEFT },
		{ ds_tr(lang, N_("When")), DS_LEFT },
		{ ds_tr(lang, N_("Then")), DS_LEFT },
	};
	struct ds_block *block = ds_table(page->doc, NULL, columns, 3);
	const struct ds_rule *rule = table->rules;
	struct ds_cells *row;
	size_t i;

	for (i = 0; i < table->rule_count; i++, rule++) {
		row = ds_table_row(page->doc, block);
		ds_cell(page->doc, row, 0, rule->id);
		ds_cell(page->doc, row, 1, ds_rules_when(page, table->inputs,
		    rule->conditions, rule->condition_count));
		ds_cell(page->doc, row, 2, ds_rules_outputs(page, rule));
	}
}

/* ---- for people: why ---- */

static bool
same(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool
same_why(const struct ds_rule *a, const struct ds_rule *b)
{
	return same(a->because, b->because) && same(a->source, b->source) &&
	    same(a->doubt, b->doubt) && same(a->note, b->note);
}

/* Rules that stand on the same words are told together. */
static const char *
ids_of(struct ds_rules_page *page, const struct ds_table *table, size_t first)
{
	const struct ds_rule *rules = table->rules;
	const char *text = rules[first].id;
	size_t i;

	for (i = 0; i < first; i++)
		if (same_why(&rules[i], &rules[first]))
			return NULL;	/* told already */
	for (i = first + 1; i < table->rule_count; i++)
		if (same_why(&rules[i], &rules[first]))
			text = ds_say_more(page->doc, &page->arena, text,
			    ", ", rules[i].id);
	return text;
}

static const char *
doubts_of(struct ds_rules_page *page, const struct ds_rule *rule)
{
	const char *text = ds_say_joined(page->doc, &page->arena,
	    rule->doubt);

	return rule->note == NULL ? text : ds_say_more(page->doc,
	    &page->arena, text, "; ", rule->note);
}

static void
tell_whys(struct ds_rules_page *page, const struct ds_table *table)
{
	dossier_language lang = page->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Rule")), DS_LEFT },
		{ ds_tr(lang, N_("Because")), DS_LEFT },
		{ ds_tr(lang, N_("Source")), DS_LEFT },
		{ ds_tr(lang, N_("Doubt or note")), DS_LEFT },
	};
	const struct ds_rule *rule = table->rules;
	struct ds_block *block;
	struct ds_cells *row;
	bool doubts = false;
	const char *ids;
	size_t i;

	for (i = 0; i < table->rule_count; i++)
		doubts = doubts || rule[i].doubt != NULL ||
		    rule[i].note != NULL;
	block = ds_table(page->doc, NULL, columns, doubts ? 4 : 3);
	for (i = 0; i < table->rule_count; i++, rule++) {
		ids = ids_of(page, table, i);
		if (ids == NULL)
			continue;
		row = ds_table_row(page->doc, block);
		ds_cell(page->doc, row, 0, ids);
		ds_cell(page->doc, row, 1, rule->because);
		ds_cell(page->doc, row, 2, rule->source != NULL ?
		    rule->source : table->source);
		if (doubts)
			ds_cell(page->doc, row, 3, doubts_of(page, rule));
	}
}

/* ---- for people: the whole ---- */

static const char *
inputs_of(struct ds_rules_page *page, const struct ds_table *table)
{
	dossier_document *doc = page->doc;
	const struct ds_input *input = table->inputs;
	const char *text = "", *one;
	size_t i;

	for (i = 0; i < table->input_count; i++, input++) {
		one = input->fact < 0 ? ds_say(doc, &page->arena, N_("%s of "
		    "the table %s"), input->output, input->table) :
		    ds_tr(doc->language, input->def->label);
		text = ds_say_more(doc, &page->arena, text, "; ",
		    ds_say_sure(doc, ds_arena_printf(&page->arena, "%s (%s)",
		    one, input->def->name)));
	}
	return table->input_count == 0 ? ds_tr(doc->language,
	    N_("nothing: its rules hold for everybody")) : text;
}

static const char *
order_of(struct ds_rules_page *page, const struct ds_table *table)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < table->order_count; i++)
		text = ds_say_more(page->doc, &page->arena, text, ", ",
		    table->order[i]);
	return table->order_count == 0 ? NULL : text;
}

void
ds_rules_tell_table(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const char *outputs[MOST_COLUMNS];
	const struct ds_table *table = item;
	size_t count = outputs_of(outputs, table);

	(void)row;
	ds_say_line(page->doc, N_("Asks"), inputs_of(page, table));
	ds_say_line(page->doc, N_("How it decides"),
	    ds_rules_hit(page, table));
	ds_say_line(page->doc, N_("Order"), order_of(page, table));
	ds_say_line(page->doc, N_("Where no rule fits"), table->otherwise);
	ds_rules_tell_why(page, NULL, table->source, table->doubt);
	if (1 + table->input_count + count <= MOST_COLUMNS)
		tell_apart(page, table, outputs, count);
	else
		tell_together(page, table);
	tell_whys(page, table);
}
