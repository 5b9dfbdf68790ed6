/* SPDX-License-Identifier: EUPL-1.2 */
/* One table for one youth: every rule, every test, and why. */
#include "flows/rules_explain.h"

/* ---- what may be seen ---- */

static dossier_status
hide(struct ds_explain *explain, dossier_error *err)
{
	struct ds_rules_youth *asked = &explain->asked;
	const struct ds_pack *pack = asked->page.pack;
	const struct ds_input *input = explain->table->inputs;
	enum ds_fact fact;
	size_t i;

	for (i = 0; i < explain->fact_count; i++) {
		fact = explain->facts[i];
		DS_TRY(ds_seen_fact(&explain->hidden_fact[fact], &asked->view,
		    asked->youth->facts.youth, fact, err));
		if (explain->hidden == NULL)
			explain->hidden = explain->hidden_fact[fact];
	}
	for (i = 0; i < explain->table->input_count; i++, input++)
		if (input->fact >= 0)
			explain->hidden_input[i] =
			    explain->hidden_fact[input->fact];
		else
			DS_TRY(ds_rules_table_hidden(
			    &explain->hidden_input[i], asked, pack,
			    ds_pack_table(pack, input->table), err));
	return DOSSIER_OK;
}

/* ---- one test, one rule ---- */

static const struct ds_cell *
cell_at(const struct ds_rule *rule, size_t input)
{
	size_t i;

	for (i = 0; i < rule->condition_count; i++)
		if (rule->conditions[i].at == input)
			return &rule->conditions[i].cell;
	return NULL;
}

/* Of what another table says: its words, or that no rule of it fits. */
static const char *
said_text(struct ds_rules_page *page, const struct ds_fact_value *value)
{
	const char *text = "";
	size_t i;

	if (!value->known)
		return NULL;
	if (value->text != NULL)
		return value->text;
	for (i = 0; i < value->word_count; i++)
		text = ds_say_more(page->doc, &page->arena, text, ", ",
		    value->words[i]);
	return i > 0 ? text : "none";
}

/* What an input is, for data or for people; NULL: not known. */
static const char *
input_text(struct ds_explain *explain, size_t at, bool data)
{
	struct ds_rules_page *page = &explain->asked.page;
	const struct ds_input *input = &explain->table->inputs[at];
	const struct ds_fact_value *value = explain->values.at[at];

	if (input->fact < 0)
		return said_text(page, value);
	if (!value->known)
		return NULL;
	return ds_say_sure(page->doc, data ? ds_fact_data(&page->arena,
	    (enum ds_fact)input->fact, value) : ds_fact_text(&page->arena,
	    (enum ds_fact)input->fact, value, page->doc->language));
}

/*
 * Do all its tests hold, whatever rule goes before it? And may that be told:
 * what the reader sees decides it.
 */
static bool
rule_shown(const struct ds_explain *explain, size_t at, enum ds_truth *out)
{
	const struct ds_rule *rule = &explain->table->rules[at];
	const struct ds_condition *condition = rule->conditions;
	bool hidden = false;
	size_t i;

	*out = ds_conditions_test(rule->conditions, rule->condition_count,
	    explain->values.at);
	for (i = 0; i < rule->condition_count; i++, condition++) {
		if (explain->hidden_input[condition->at] != NULL)
			hidden = true;
		else if (ds_cell_test(&condition->cell,
		    explain->values.at[condition->at]) == DS_FALSE) {
			*out = DS_FALSE;
			return true;
		}
	}
	return !hidden;
}

static const char *
truth_text(const struct ds_rules_page *page, enum ds_truth truth)
{
	static const char *const words[] = {
		[DS_FALSE] = N_("no"), [DS_TRUE] = N_("yes"),
		[DS_UNKNOWN] = N_("not known")
	};

	return ds_tr(page->doc->language, words[truth]);
}

/* null where it is not known, or not told. */
static void
put_truth(struct ds_rules_page *page, struct ds_value *map, bool shown,
    enum ds_truth truth)
{
	if (!shown || truth == DS_UNKNOWN)
		ds_put_text(page->doc, map, "holds", NULL);
	else
		ds_put_bool(page->doc, map, "holds", truth == DS_TRUE);
}

/* ---- the tests ---- */

static void
put_test(struct ds_explain *explain, struct ds_value *list,
    struct ds_block *table, const struct ds_rule *rule, size_t input)
{
	struct ds_rules_page *page = &explain->asked.page;
	const char *name = explain->table->inputs[input].def->name;
	const char *why = explain->hidden_input[input], *text;
	const struct ds_cell *cell = cell_at(rule, input);
	enum ds_truth truth = ds_cell_test(cell, explain->values.at[input]);
	struct ds_value *map = ds_put_map(page->doc, list, NULL);
	struct ds_cells *row = ds_table_row(page->doc, table);

	ds_put_text(page->doc, map, "input", name);
	ds_put_text(page->doc, map, "test", cell->text);
	ds_put_text(page->doc, map, "value", why != NULL ? NULL :
	    input_text(explain, input, true));
	put_truth(page, map, why == NULL, truth);
	ds_explain_withheld(page, map, why);
	ds_cell(page->doc, row, 0, rule->id);
	ds_cell(page->doc, row, 1, name);
	ds_cell(page->doc, row, 2, cell->text);
	if (why != NULL) {
		ds_cell(page->doc, row, 3, ds_say_withheld(page->doc,
		    &page->arena, why));
		return;
	}
	text = input_text(explain, input, false);
	ds_cell(page->doc, row, 3, text != NULL ? text :
	    truth_text(page, DS_UNKNOWN));
	ds_cell(page->doc, row, 4, truth_text(page, truth));
}

static struct ds_block *
open_tests(struct ds_rules_page *page)
{
	dossier_language lang = page->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Rule")), DS_LEFT },
		{ ds_tr(lang, N_("Asks")), DS_LEFT },
		{ ds_tr(lang, N_("Test")), DS_LEFT },
		{ ds_tr(lang, N_("Value")), DS_LEFT },
		{ ds_tr(lang, N_("Holds")), DS_LEFT },
	};

	return ds_table(page->doc, ds_tr(lang, N_("Every test")), columns, 5);
}

/* ---- the rules ---- */

static void
put_rule(struct ds_explain *explain, struct ds_value *list,
    struct ds_block *table, size_t at)
{
	struct ds_rules_page *page = &explain->asked.page;
	const struct ds_rule *rule = &explain->table->rules[at];
	bool decides = explain->hidden == NULL && ds_rules_decides(
	    explain->table, &explain->outcome, at);
	struct ds_value *map = ds_put_map(page->doc, list, NULL);
	struct ds_cells *row = ds_table_row(page->doc, table);
	enum ds_truth truth;
	bool shown = rule_shown(explain, at, &truth);
	const char *text;

	ds_put_text(page->doc, map, "id", rule->id);
	put_truth(page, map, shown, truth);
	if (!shown)
		ds_explain_withheld(page, map, explain->hidden);
	ds_put_bool(page->doc, map, "decides", decides);
	ds_put_text(page->doc, map, "says", ds_rules_outputs(page, rule));
	ds_rules_put_why(page, map, rule->because, rule->source,
	    rule->doubt);
	text = !shown ? ds_say_withheld(page->doc, &page->arena,
	    explain->hidden) : decides ? ds_tr(page->doc->language,
	    N_("yes: it decides")) : truth_text(page, truth);
	ds_cell(page->doc, row, 0, rule->id);
	ds_cell(page->doc, row, 1, text);
	ds_cell(page->doc, row, 2, ds_rules_outputs(page, rule));
}

static void
put_rules(struct ds_explain *explain)
{
	struct ds_rules_page *page = &explain->asked.page;
	dossier_language lang = page->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Rule")), DS_LEFT },
		{ ds_tr(lang, N_("Holds")), DS_LEFT },
		{ ds_tr(lang, N_("Says")), DS_LEFT },
	};
	struct ds_block *table = ds_table(page->doc, ds_tr(lang,
	    N_("Every rule")), columns, 3);
	struct ds_value *list = ds_put_list(page->doc, explain->map, "rules"),
	    *map, *tests;
	const struct ds_rule *rule = explain->table->rules;
	size_t i, j;

	for (i = 0; i < explain->table->rule_count; i++)
		put_rule(explain, list, table, i);
	table = open_tests(page);
	map = list->first;
	for (i = 0; map != NULL && i < explain->table->rule_count; i++,
	    map = map->next, rule++) {
		tests = ds_put_list(page->doc, map, "tests");
		for (j = 0; j < explain->table->input_count; j++)
			if (cell_at(rule, j) != NULL)
				put_test(explain, tests, table, rule, j);
	}
}

/* ---- the whole ---- */

static dossier_status
tell(struct ds_rules_youth *asked, dossier_error *err)
{
	struct ds_explain *explain = asked->payload;
	const struct ds_pack *pack = asked->page.pack;
	const struct ds_fact_value *facts = asked->youth->facts.fact;

	DS_TRY(ds_rules_find_table(&explain->table, pack, explain->name,
	    err));
	if (explain->table->on != DS_ON_YOUTH)
		return ds_fail(err, DOSSIER_INVALID, N_("The table %s is not "
		    "about a youth."), explain->name);
	explain->fact_count = ds_table_facts(explain->facts, pack,
	    explain->table);
	DS_TRY(ds_values_gather(&explain->values, pack,
	    explain->table->inputs, explain->table->input_count, facts,
	    err));
	DS_TRY(ds_table_decide(&explain->outcome, pack, explain->table,
	    facts, err));
	DS_TRY(hide(explain, err));
	ds_explain_head(explain);
	put_rules(explain);
	ds_explain_facts(explain);
	return ds_explain_turns(explain, err);
}

dossier_status
dossier_rules_explain(dossier_document **out, dossier_session *session,
    const char *table, const char *ref, dossier_error *err)
{
	struct ds_explain explain = {
		.asked = { .page = { .session = session }, .tell = tell },
		.name = table
	};

	explain.asked.payload = &explain;
	return ds_rules_of_youth(out, &explain.asked, ref,
	    N_("A table explained"), err);
}
