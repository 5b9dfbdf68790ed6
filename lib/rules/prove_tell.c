/* SPDX-License-Identifier: EUPL-1.2 */
/* What was found, in words: where, an example, what to do next. */
#include <string.h>

#include "base/buf.h"
#include "rules/decide.h"
#include "rules/prove.h"

static const char *const names[DS_FINDING_COUNT] = {
	[DS_FOUND_OVERLAP] = "overlap", [DS_FOUND_GAP] = "gap",
	[DS_FOUND_NO_GAP] = "no_gap", [DS_FOUND_DEAD] = "dead",
	[DS_FOUND_UNTESTED] = "untested",
	[DS_FOUND_UNSUPPLIED] = "unsupplied",
	[DS_FOUND_UNPROVEN] = "unproven"
};

const char *
ds_finding_name(enum ds_finding_kind kind)
{
	return names[kind];
}

/* ---- the example ---- */

/* Only what the rules in question test, or any rule where none holds. */
static bool
is_telling(const struct ds_proof *proof, const struct ds_finding *finding,
    size_t input)
{
	if (proof->space.columns[input].tested == 0)
		return false;
	return finding->rule == NULL ||
	    ds_rule_cell(finding->rule, input) != NULL ||
	    ds_rule_cell(finding->other, input) != NULL;
}

static dossier_status
put_example(struct ds_proof *proof, struct ds_finding *finding,
    const struct ds_point *point, dossier_error *err)
{
	const struct ds_axis *axis;
	struct ds_fact_value *values = ds_arena_alloc(&proof->arena,
	    (proof->space.count + 1) * sizeof *values);
	struct ds_buf all = DS_BUF_INIT;
	const char *text;
	size_t i;

	if (values == NULL)
		return ds_no_memory(err);
	finding->point = values;
	for (i = 0; i < proof->space.count; i++) {
		axis = &proof->space.columns[i].axis;
		values[i] = axis->segments[point->at[i]].value;
		if (!is_telling(proof, finding, i))
			continue;
		text = ds_axis_data(&proof->arena, axis, point->at[i],
		    proof->language);
		all.failed |= text == NULL;
		ds_buf_printf(&all, "%s%s: %s", all.size == 0 ? "" : ", ",
		    axis->input->def->name, text == NULL ? "" : text);
	}
	if (all.size == 0)
		ds_buf_puts(&all, ds_tr(proof->language,
		    N_("whatever the facts are")));
	finding->example = all.failed ? NULL :
	    ds_arena_dup(&proof->arena, all.data);
	ds_buf_free(&all);
	return finding->example == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

/* ---- advice that can be derived ---- */

/* A test of one bound, which can be made strict: "<= 50", "[5..8)". */
static const char *
made_strict(struct ds_arena *arena, const struct ds_cell *cell, int64_t at)
{
	size_t size = strlen(cell->text);
	const char *text = cell->text;

	if (cell->negated || cell->unknown || cell->range_count != 1 ||
	    cell->ranges->low == cell->ranges->high)
		return NULL;
	if (cell->ranges->low == at && strncmp(text, ">=", 2) == 0)
		return ds_arena_printf(arena, ">%s", text + 2);
	if (cell->ranges->high == at && strncmp(text, "<=", 2) == 0)
		return ds_arena_printf(arena, "<%s", text + 2);
	if (cell->ranges->low == at && text[0] == '[')
		return ds_arena_printf(arena, "(%s", text + 1);
	if (cell->ranges->high == at && text[size - 1] == ']')
		return ds_arena_printf(arena, "%.*s)", (int)size - 1, text);
	return NULL;
}

/* On how many segments of an axis a test is true, and this one too. */
static size_t
count_true(const struct ds_axis *axis, const struct ds_cell *cell,
    const struct ds_cell *too)
{
	const struct ds_fact_value *value;
	size_t i, count = 0;

	for (i = 0; i < axis->count; i++) {
		value = &axis->segments[i].value;
		count += ds_cell_test(cell, value) == DS_TRUE &&
		    ds_cell_test(too, value) == DS_TRUE;
	}
	return count;
}

/* Do the tests of an input share one number, and nothing else? */
static bool
share_one(const struct ds_cell *cells[2], const struct ds_proof *proof,
    const struct ds_finding *finding, size_t input, size_t segment)
{
	const struct ds_axis *axis = &proof->space.columns[input].axis;

	cells[0] = ds_rule_cell(finding->other, input);
	cells[1] = ds_rule_cell(finding->rule, input);
	return cells[0] != NULL && cells[1] != NULL &&
	    ds_axis_ordered(axis) && axis->segments[segment].value.known &&
	    axis->segments[segment].low == axis->segments[segment].high &&
	    count_true(axis, cells[0], cells[1]) == 1;
}

/*
 * Where two rules share one number, and one of them stands at its very end,
 * leaving that number out parts them: "<= 50" beside ">= 50".
 */
static const char *
part_them(struct ds_proof *proof, const struct ds_finding *finding,
    const struct ds_point *point)
{
	const struct ds_rule *rules[] = { finding->other, finding->rule };
	const struct ds_cell *cells[2];
	const struct ds_axis *axis;
	const char *strict;
	size_t i, k;

	for (i = 0; i < 2 * proof->space.count; i++) {
		axis = &proof->space.columns[i / 2].axis;
		k = i % 2;
		if (!share_one(cells, proof, finding, i / 2,
		    point->at[i / 2]) ||
		    count_true(axis, cells[k], cells[k]) == 1)
			continue;
		strict = made_strict(&proof->arena, cells[k],
		    axis->segments[point->at[i / 2]].low);
		if (strict != NULL)
			return ds_arena_printf(&proof->arena,
			    ds_tr(proof->language, N_("Make of \"%s: %s\" in "
			    "%s for example \"%s\".")),
			    axis->input->def->name, cells[k]->text,
			    rules[k]->id, strict);
	}
	return NULL;
}

static const char *
overlap_advice(struct ds_proof *proof, const struct ds_finding *finding,
    const struct ds_point *point)
{
	const char *derived = part_them(proof, finding, point);

	if (derived != NULL)
		return derived;
	return ds_tr(proof->language, proof->table->hit == DS_HIT_UNIQUE ?
	    N_("Change one of the two so that they exclude each other; or "
	    "write \"hit: first\" where the order of the rules decides.") :
	    N_("Change one of the two so that they exclude each other, or "
	    "give what they say a place of its own in the order."));
}

static const char *
advice(struct ds_proof *proof, const struct ds_finding *finding,
    const struct ds_point *point)
{
	static const char *const said[DS_FINDING_COUNT] = {
		[DS_FOUND_GAP] = N_("Add a rule for it; or write after "
		    "\"otherwise:\" what is to be said where no rule fits."),
		[DS_FOUND_NO_GAP] = N_("Take \"otherwise\" out, or mend the "
		    "rule that takes too much."),
		[DS_FOUND_DEAD] = N_("Mend its tests, change the order of the "
		    "rules, or take the rule out."),
		[DS_FOUND_UNTESTED] = N_("Take it out of \"inputs\", or test "
		    "it in a rule."),
		[DS_FOUND_UNSUPPLIED] = N_("Nothing is decided by such a rule "
		    "until the dossiers hold this."),
		[DS_FOUND_UNPROVEN] = N_("Split the table: one table may ask "
		    "what another says, with TABLE.OUTPUT as its input.")
	};

	return finding->kind == DS_FOUND_OVERLAP ?
	    overlap_advice(proof, finding, point) :
	    ds_tr(proof->language, said[finding->kind]);
}

/* ---- what was found ---- */

static const char *
dead_message(struct ds_proof *proof, const struct ds_finding *finding)
{
	const struct ds_cell *cell;

	if (finding->input == NULL)
		return ds_arena_printf(&proof->arena, ds_tr(proof->language,
		    proof->table->hit == DS_HIT_UNIQUE ?
		    N_("The rule %s of the table \"%s\" can never decide: "
		    "where it holds, another can hold too.") :
		    N_("The rule %s of the table \"%s\" can never decide: "
		    "where it holds, other rules go before it.")),
		    finding->rule->id, proof->table->name);
	cell = ds_rule_cell(finding->rule,
	    (size_t)(finding->input - proof->table->inputs));
	return ds_arena_printf(&proof->arena, ds_tr(proof->language,
	    N_("The rule %s of the table \"%s\" can never hold: no value of "
	    "\"%s\" passes its test \"%s\".")), finding->rule->id,
	    proof->table->name, finding->input->def->name, cell->text);
}

static const char *
overlap_message(struct ds_proof *proof, const struct ds_finding *finding)
{
	return ds_arena_printf(&proof->arena, ds_tr(proof->language,
	    proof->table->hit == DS_HIT_UNIQUE ?
	    N_("In the table \"%s\" the rules %s and %s hold at once, for "
	    "example with %s.") :
	    N_("In the table \"%s\" the rules %s and %s have the same place "
	    "in the order and say different things, for example with %s.")),
	    proof->table->name, finding->rule->id, finding->other->id,
	    finding->example);
}

static const char *
unproven_message(struct ds_proof *proof, const struct ds_finding *finding)
{
	if (finding->input != NULL)
		return ds_arena_printf(&proof->arena, ds_tr(proof->language,
		    N_("The table \"%s\" is not proven: its tests of \"%s\" "
		    "name more than %d words.")), proof->table->name,
		    finding->input->def->name, DS_AXIS_SET_WORDS);
	return ds_arena_printf(&proof->arena, ds_tr(proof->language,
	    N_("The table \"%s\" is not proven: more than %d cases would "
	    "have to be looked at.")), proof->table->name, DS_MAX_BOXES);
}

static const char *
message(struct ds_proof *proof, const struct ds_finding *finding)
{
	struct ds_arena *arena = &proof->arena;
	const char *table = proof->table->name;

	switch (finding->kind) {
	case DS_FOUND_OVERLAP:
		return overlap_message(proof, finding);
	case DS_FOUND_DEAD:
		return dead_message(proof, finding);
	case DS_FOUND_GAP:
		return ds_arena_printf(arena, ds_tr(proof->language, N_("In "
		    "the table \"%s\" no rule holds, for example with %s.")),
		    table, finding->example);
	case DS_FOUND_NO_GAP:
		return ds_arena_printf(arena, ds_tr(proof->language, N_("The "
		    "table \"%s\" has an \"otherwise\", but some rule always "
		    "holds.")), table);
	case DS_FOUND_UNTESTED:
		return ds_arena_printf(arena, ds_tr(proof->language, N_("No "
		    "rule of the table \"%s\" tests its input \"%s\".")),
		    table, finding->input->def->name);
	case DS_FOUND_UNSUPPLIED:
		return ds_arena_printf(arena, ds_tr(proof->language, N_("The "
		    "table \"%s\" asks \"%s\", which nothing supplies "
		    "yet.")), table, finding->input->def->name);
	default:
		return unproven_message(proof, finding);
	}
}

/* The later of two rules, an input, or the table. */
static void
put_place(struct ds_finding *finding)
{
	const struct ds_rule *rule = finding->other != NULL ?
	    finding->other : finding->rule;

	finding->line = finding->table->line;
	finding->column = finding->table->column;
	if (rule != NULL) {
		finding->line = rule->line;
		finding->column = rule->column;
	} else if (finding->input != NULL) {
		finding->line = finding->input->line;
		finding->column = finding->input->column;
	}
}

dossier_status
ds_proof_tell(struct ds_proof *proof, struct ds_finding *finding,
    const struct ds_point *point, dossier_error *err)
{
	finding->table = proof->table;
	finding->fault = finding->kind != DS_FOUND_UNSUPPLIED ||
	    proof->table->on == DS_ON_YOUTH;
	*proof->faults += finding->fault;
	if (proof->report == NULL)
		return DOSSIER_OK;
	put_place(finding);
	if (point != NULL)
		DS_TRY(put_example(proof, finding, point, err));
	finding->message = message(proof, finding);
	finding->advice = advice(proof, finding, point);
	if (finding->message == NULL || finding->advice == NULL)
		return ds_no_memory(err);
	proof->report(finding, proof->payload);
	return DOSSIER_OK;
}
