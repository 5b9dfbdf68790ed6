/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/prove.h"

#include <string.h>

#include "rules/decide.h"

bool
ds_rule_says_same(const struct ds_rule *rule, const struct ds_rule *other)
{
	const char *value;
	size_t i;

	if (rule->output_count != other->output_count)
		return false;
	for (i = 0; i < rule->output_count; i++) {
		value = ds_rule_output(other, rule->outputs[i].name);
		if (value == NULL ||
		    strcmp(value, rule->outputs[i].value) != 0)
			return false;
	}
	return true;
}

static dossier_status
tell(struct ds_proof *proof, enum ds_finding_kind kind,
    const struct ds_rule *rule, const struct ds_point *point,
    dossier_error *err)
{
	struct ds_finding finding = { .kind = kind, .rule = rule };

	return ds_proof_tell(proof, &finding, point, err);
}

/* ---- inputs ---- */

static dossier_status
check_inputs(struct ds_proof *proof, dossier_error *err)
{
	const struct ds_table *table = proof->table;
	struct ds_finding finding;
	size_t i;

	for (i = 0; i < table->input_count; i++) {
		finding = (struct ds_finding){
		    .input = &table->inputs[i] };
		finding.kind = DS_FOUND_UNTESTED;
		if (proof->space.columns[i].tested == 0)
			DS_TRY(ds_proof_tell(proof, &finding, NULL, err));
		finding.kind = DS_FOUND_UNSUPPLIED;
		if (finding.input->fact >= 0 &&
		    finding.input->def->supply == NULL)
			DS_TRY(ds_proof_tell(proof, &finding, NULL, err));
	}
	return DOSSIER_OK;
}

/* A set of too many words: which input. */
static dossier_status
check_wide(struct ds_proof *proof, dossier_error *err)
{
	struct ds_finding finding = { .kind = DS_FOUND_UNPROVEN };
	size_t i;

	for (i = 0; i < proof->space.count; i++) {
		if (!proof->space.columns[i].axis.wide)
			continue;
		finding.input = &proof->table->inputs[i];
		DS_TRY(ds_proof_tell(proof, &finding, NULL, err));
	}
	return DOSSIER_OK;
}

/* ---- questions ---- */

static size_t
rank(const struct ds_proof *proof, size_t rule)
{
	return ds_rule_rank(proof->table, &proof->table->rules[rule]);
}

/* PRIORITY: rules that stand above this one. */
static void
add_higher(struct ds_rule_set *set, const struct ds_proof *proof, size_t rule)
{
	size_t i;

	for (i = 0; i < proof->table->rule_count; i++)
		if (rank(proof, i) < rank(proof, rule))
			ds_rule_set_add(set, i);
}

/* Where a rule decides: what must not hold, or not be able to. */
static struct ds_question
where_it_decides(const struct ds_proof *proof, size_t rule)
{
	struct ds_question question = {0};
	size_t i;

	ds_rule_set_add(&question.inside, rule);
	switch (proof->table->hit) {
	case DS_HIT_UNIQUE:
		for (i = 0; i < proof->table->rule_count; i++)
			if (i != rule)
				ds_rule_set_add(&question.possible, i);
		break;
	case DS_HIT_FIRST:
		for (i = 0; i < rule; i++)
			ds_rule_set_add(&question.possible, i);
		break;
	case DS_HIT_PRIORITY:
		add_higher(&question.possible, proof, rule);
		for (i = 0; i < rule; i++)
			if (rank(proof, i) == rank(proof, rule))
				ds_rule_set_add(&question.truth, i);
		break;
	case DS_HIT_COLLECT:
		break;
	}
	return question;
}

/* ---- overlaps ---- */

/* Do two rules of an order meet where none above them can hold? */
static enum ds_cover
compete(struct ds_point *out, struct ds_proof *proof, size_t rule,
    size_t other)
{
	struct ds_question question = {0};

	if (rank(proof, rule) != rank(proof, other) ||
	    ds_rule_says_same(&proof->table->rules[rule],
	    &proof->table->rules[other]) ||
	    !ds_space_meet(out, &proof->space, rule, other))
		return DS_COVERED;
	ds_rule_set_add(&question.inside, rule);
	ds_rule_set_add(&question.inside, other);
	add_higher(&question.possible, proof, rule);
	return ds_space_ask(out, &proof->space, &question);
}

static enum ds_cover
overlap(struct ds_point *out, struct ds_proof *proof, size_t rule,
    size_t other)
{
	if (proof->table->hit == DS_HIT_PRIORITY)
		return compete(out, proof, rule, other);
	return proof->table->hit == DS_HIT_UNIQUE &&
	    ds_space_meet(out, &proof->space, rule, other) ? DS_UNCOVERED :
	    DS_COVERED;
}

/* `met`: the rules that overlap with another. */
static dossier_status
check_overlaps(bool *proven, struct ds_rule_set *met, struct ds_proof *proof,
    dossier_error *err)
{
	const struct ds_rule *rules = proof->table->rules;
	struct ds_finding finding = { .kind = DS_FOUND_OVERLAP };
	size_t i, k, told = 0;
	struct ds_point point;
	enum ds_cover answer;

	for (i = 0; i < proof->table->rule_count; i++)
		for (k = i + 1; k < proof->table->rule_count; k++) {
			answer = overlap(&point, proof, i, k);
			*proven &= answer != DS_UNPROVEN;
			if (!*proven)
				return DOSSIER_OK;
			if (answer == DS_COVERED)
				continue;
			ds_rule_set_add(met, i);
			ds_rule_set_add(met, k);
			if (told++ == DS_MAX_TOLD)
				return DOSSIER_OK;
			finding.rule = &rules[i];
			finding.other = &rules[k];
			DS_TRY(ds_proof_tell(proof, &finding, &point, err));
		}
	return DOSSIER_OK;
}

/* ---- rules that never decide ---- */

static dossier_status
check_barred(bool *barred, struct ds_proof *proof, size_t rule,
    dossier_error *err)
{
	struct ds_finding finding = { .kind = DS_FOUND_DEAD,
	    .rule = &proof->table->rules[rule] };
	size_t at = ds_space_barred(&proof->space, rule);

	*barred = at < proof->space.count;
	if (!*barred)
		return DOSSIER_OK;
	finding.input = &proof->table->inputs[at];
	return ds_proof_tell(proof, &finding, NULL, err);
}

static dossier_status
check_dead(bool *proven, const struct ds_rule_set *met,
    struct ds_proof *proof, dossier_error *err)
{
	bool unique = proof->table->hit == DS_HIT_UNIQUE, barred;
	struct ds_question question;
	struct ds_point point;
	enum ds_cover answer;
	size_t i;

	for (i = 0; i < proof->table->rule_count; i++) {
		DS_TRY(check_barred(&barred, proof, i, err));
		/* Rules that meet were told; the others are alone. */
		if (barred || (unique && (!proof->space.has_unknown ||
		    ds_rule_set_has(met, i))))
			continue;
		question = where_it_decides(proof, i);
		answer = ds_space_ask(&point, &proof->space, &question);
		*proven &= answer != DS_UNPROVEN;
		if (!*proven)
			return DOSSIER_OK;
		if (answer == DS_COVERED)
			DS_TRY(tell(proof, DS_FOUND_DEAD,
			    &proof->table->rules[i], NULL, err));
	}
	return DOSSIER_OK;
}

/* ---- gaps ---- */

static dossier_status
check_gap(bool *proven, struct ds_proof *proof, dossier_error *err)
{
	bool told = proof->table->otherwise != NULL;
	struct ds_question question = {0};
	struct ds_point point;
	size_t i;

	for (i = 0; i < proof->table->rule_count; i++)
		ds_rule_set_add(&question.possible, i);
	switch (ds_space_ask(&point, &proof->space, &question)) {
	case DS_UNCOVERED:
		return told ? DOSSIER_OK : tell(proof, DS_FOUND_GAP, NULL,
		    &point, err);
	case DS_COVERED:
		return told ? tell(proof, DS_FOUND_NO_GAP, NULL, NULL, err) :
		    DOSSIER_OK;
	case DS_UNPROVEN:
		*proven = false;
		break;
	}
	return DOSSIER_OK;
}

/* ---- a table, a pack ---- */

static dossier_status
prove(struct ds_proof *proof, dossier_error *err)
{
	struct ds_rule_set met = {0};
	bool proven = true;

	DS_TRY(ds_space_make(&proof->space, &proof->arena, proof->pack,
	    proof->table, err));
	DS_TRY(check_inputs(proof, err));
	if (proof->space.wide)
		return check_wide(proof, err);
	DS_TRY(check_overlaps(&proven, &met, proof, err));
	if (proven)
		DS_TRY(check_dead(&proven, &met, proof, err));
	if (proven)
		DS_TRY(check_gap(&proven, proof, err));
	return proven ? DOSSIER_OK :
	    tell(proof, DS_FOUND_UNPROVEN, NULL, NULL, err);
}

dossier_status
ds_table_prove(size_t *faults, const struct ds_pack *pack,
    const struct ds_table *table, ds_finding_report report, void *payload,
    dossier_error *err)
{
	struct ds_proof *proof = ds_alloc(sizeof *proof);
	dossier_status status;

	if (proof == NULL)
		return ds_no_memory(err);
	proof->pack = pack;
	proof->table = table;
	proof->language = err == NULL ? DOSSIER_ENGLISH : err->language;
	proof->faults = faults;
	proof->report = report;
	proof->payload = payload;
	status = prove(proof, err);
	ds_arena_free(&proof->arena);
	ds_free(proof);
	return status;
}

/* Its own, or it asks a table that this pack states in its base's place. */
static bool
is_to_prove(const struct ds_pack *pack, const struct ds_table *table)
{
	size_t i;

	for (i = 0; i < table->input_count; i++)
		if (table->inputs[i].fact < 0 && ds_pack_table(pack,
		    table->inputs[i].table)->pack == pack)
			return true;
	return table->pack == pack;
}

dossier_status
ds_pack_prove(size_t *faults, const struct ds_pack *pack,
    ds_finding_report report, void *payload, dossier_error *err)
{
	size_t i;

	*faults = 0;
	for (i = 0; i < pack->table_count; i++)
		if (is_to_prove(pack, &pack->tables[i]))
			DS_TRY(ds_table_prove(faults, pack, &pack->tables[i],
			    report, payload, err));
	return DOSSIER_OK;
}
