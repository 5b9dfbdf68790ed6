/* SPDX-License-Identifier: EUPL-1.2 */
/* Running a pack's own examples. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "rules/decide.h"

#define TEXT_SIZE 160		/* of what is expected or found */
#define VALUE_SIZE 16		/* a day, a number of days */

/* What an example came to, as words. */
struct found {
	char expected[TEXT_SIZE];
	char actual[TEXT_SIZE];
};

/* "route: betaald-werk"; a list on one line. Cut off when it is long. */
static void
put_output(char out[TEXT_SIZE], const char *name, const char *value)
{
	char *p;

	snprintf(out, TEXT_SIZE, "%s: %s", name,
	    value == NULL ? "-" : value);
	for (p = out; *p != '\0'; p++)
		if (*p == '\n')
			*p = ',';
}

static void
put_word(char out[TEXT_SIZE], dossier_language language, const char *word)
{
	snprintf(out, TEXT_SIZE, "%s", ds_tr(language, word));
}

/* ---- tables ---- */

static enum ds_expected
came_to(const struct ds_outcome *outcome)
{
	if (outcome->rule != NULL)
		return DS_EXPECT_OUTPUTS;
	return outcome->none ? DS_EXPECT_NONE : DS_EXPECT_UNDECIDED;
}

static bool
same_kind(struct found *found, const struct ds_example *example,
    const struct ds_outcome *outcome, dossier_language language)
{
	static const char *const words[] = {
		[DS_EXPECT_UNDECIDED] = N_("undecided"),
		[DS_EXPECT_NONE] = N_("no rule that fits")
	};
	enum ds_expected actual = came_to(outcome);

	if (actual == example->expected)
		return true;
	if (example->expected == DS_EXPECT_OUTPUTS)
		put_output(found->expected, example->outputs[0].name,
		    example->outputs[0].value);
	else
		put_word(found->expected, language,
		    words[example->expected]);
	if (actual == DS_EXPECT_OUTPUTS)
		put_output(found->actual, outcome->rule->id,
		    outcome->rule->outputs[0].value);
	else
		put_word(found->actual, language, words[actual]);
	return false;
}

/* What the table says under a name: all of it where its rules collect. */
static const char *
said(struct ds_buf *all, const struct ds_table *table,
    const struct ds_outcome *outcome, const char *name)
{
	const char *words[DS_MAX_RULES];
	size_t count, i;

	if (table->hit != DS_HIT_COLLECT)
		return ds_rule_output(outcome->rule, name);
	all->size = 0;
	count = ds_outcome_words(words, DS_MAX_RULES, table, outcome, name);
	for (i = 0; i < count; i++)
		ds_buf_printf(all, "%s%s", i == 0 ? "" : "\n", words[i]);
	return all->failed || count == 0 ? NULL : all->data;
}

static bool
same_outputs(struct found *found, const struct ds_table *table,
    const struct ds_example *example, const struct ds_outcome *outcome)
{
	const struct ds_output *wanted = example->outputs;
	struct ds_buf all = DS_BUF_INIT;
	const char *value;
	bool same = true;
	size_t i;

	for (i = 0; same && i < example->output_count; i++, wanted++) {
		value = said(&all, table, outcome, wanted->name);
		if (value != NULL && strcmp(value, wanted->value) == 0)
			continue;
		put_output(found->expected, wanted->name, wanted->value);
		put_output(found->actual, wanted->name, value);
		same = false;
	}
	ds_buf_free(&all);
	return same;
}

static dossier_status
run_table(bool *passed, struct found *found, const struct ds_pack *pack,
    const struct ds_example *example, dossier_error *err)
{
	const struct ds_table *table = ds_pack_table(pack, example->table);
	struct ds_outcome outcome;

	DS_TRY(ds_table_decide(&outcome, pack, table, example->facts.fact,
	    err));
	*passed = same_kind(found, example, &outcome, err->language) &&
	    (outcome.rule == NULL ||
	    same_outputs(found, table, example, &outcome));
	return DOSSIER_OK;
}

/* ---- terms ---- */

static const char *
term_value(char text[VALUE_SIZE], const struct ds_term_result *result,
    const char *name)
{
	if (strcmp(name, "state") == 0)
		return ds_term_state_name(result->state);
	if (strcmp(name, "due") == 0)
		return ds_day_iso(result->due, text);
	if (strcmp(name, "met_on") == 0)
		return ds_day_iso(result->met_on, text);
	snprintf(text, VALUE_SIZE, "%d", strcmp(name, "turn") == 0 ?
	    result->turn : strcmp(name, "missed") == 0 ? result->missed :
	    result->days);
	return text;
}

static dossier_status
run_term(bool *passed, struct found *found, const struct ds_pack *pack,
    const struct ds_example *example, dossier_error *err)
{
	const struct ds_output *wanted = example->outputs;
	struct ds_term_result result;
	char text[VALUE_SIZE];
	const char *value;
	size_t i;

	DS_TRY(ds_term_evaluate(&result, pack,
	    ds_pack_term(pack, example->term), &example->facts, example->today, err));
	*passed = true;
	for (i = 0; i < example->output_count; i++, wanted++) {
		value = term_value(text, &result, wanted->name);
		if (strcmp(value, wanted->value) == 0)
			continue;
		put_output(found->expected, wanted->name, wanted->value);
		put_output(found->actual, wanted->name, value);
		*passed = false;
		break;
	}
	return DOSSIER_OK;
}

/* ---- all of them ---- */

static void
say_failed(char *out, size_t size, const struct ds_example *example,
    const struct found *found, const dossier_error *err)
{
	if (err->status != DOSSIER_OK)
		snprintf(out, size, ds_tr(err->language,
		    N_("Line %d, example \"%s\": %s")), example->line,
		    example->name, err->message);
	else
		snprintf(out, size, ds_tr(err->language, N_("Line %d, example "
		    "\"%s\": expected %s, found %s.")), example->line,
		    example->name, found->expected, found->actual);
}

dossier_status
ds_pack_test(size_t *failed, const struct ds_pack *pack,
    void (*report)(const struct ds_example *example, const char *message,
    void *payload), void *payload, dossier_error *err)
{
	dossier_error own = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const struct ds_example *example = pack->examples;
	char message[1024];
	struct found found;
	bool passed;
	size_t i;

	if (err != NULL)
		own.language = err->language;
	*failed = 0;
	for (i = 0; i < pack->example_count; i++, example++) {
		ds_error_reset(&own);
		passed = false;
		if (example->table != NULL)
			(void)run_table(&passed, &found, pack, example, &own);
		else
			(void)run_term(&passed, &found, pack, example, &own);
		if (passed)
			continue;
		++*failed;
		if (report == NULL)
			continue;
		say_failed(message, sizeof message, example, &found, &own);
		report(example, message, payload);
	}
	return DOSSIER_OK;
}
