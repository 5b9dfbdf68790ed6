/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Every number and every comparison by which a table or a term of a shipped
 * pack decides is changed in turn: one more and one less in the last decimal,
 * a day, a month; < for <=, [ for (. A mutant is caught when the pack no
 * longer loads, or the proof or the pack's own examples judge otherwise than
 * before. One that no value can tell from the original does not count. At
 * least 95 in 100 must be caught; those that live are told, with the line.
 * Started by hand at the top of the sources, with names of packs (none: all).
 *
 * What no example can judge is told apart: norms, grounds, domain sets, kinds
 * of meeting, end rules, tracks.
 */
#include "shipped.h"

#include <ctype.h>

#include "base/buf.h"
#include "base/text.h"
#include "rules/decide.h"
#include "rules/load.h"
#include "rules/prove.h"

#define LEAST 95		/* in a hundred */

struct tally {
	size_t mutants, caught;
};

struct mutation {
	struct shipped *pack;
	size_t faults, failed;		/* before */
	struct ds_yaml *node;		/* of which the text is changed */
	const struct ds_fact_def *def;	/* of a cell; else NULL */
	struct tally tally;
};

/* ---- is a mutant caught? ---- */

static bool
judges_otherwise(const struct mutation *mutation)
{
	const struct shipped *pack = mutation->pack;
	struct ds_arena arena = {0};
	const struct ds_pack *mutant;
	size_t faults = 0, failed = 0;
	bool caught;

	caught = load_tree(&mutant, &arena, pack, NULL) != DOSSIER_OK ||
	    ds_pack_test(&failed, mutant, NULL, NULL, NULL) != DOSSIER_OK ||
	    failed != mutation->failed ||
	    ds_pack_prove(&faults, mutant, NULL, NULL, NULL) != DOSSIER_OK ||
	    faults != mutation->faults;
	ds_arena_free(&arena);
	return caught;
}

static bool
in_limits(const struct ds_fact_def *def, int64_t number)
{
	if (def->type == DS_FACT_PERIOD)
		return number >= DS_NOT_YET;
	return def->type != DS_FACT_NUMBER ||
	    (number >= 0 && number <= def->high);
}

/* Do two cells part at one side of a bound? Days are whole. */
static bool
parts_at(const struct ds_fact_def *def, const struct ds_cell *a,
    const struct ds_cell *b, int64_t number)
{
	struct ds_fact_value value = { .known = true, .number = number,
	    .days = number };

	if (a->in_days && number > 0 && number % 2 != 0)
		return false;
	return in_limits(def, number) &&
	    ds_cell_test(a, &value) != ds_cell_test(b, &value);
}

static bool
parts(const struct ds_fact_def *def, const struct ds_cell *a,
    const struct ds_cell *b, const struct ds_cell *bounds)
{
	const struct ds_interval *range = bounds->ranges;
	size_t i;
	int k;

	for (i = 0; i < bounds->range_count; i++, range++)
		for (k = -2; k <= 2; k++)
			if ((range->low != INT64_MIN &&
			    parts_at(def, a, b, range->low + k)) ||
			    (range->high != INT64_MAX &&
			    parts_at(def, a, b, range->high + k)))
				return true;
	return false;
}

/* Can no value tell the two texts of a cell apart? */
static bool
is_same_cell(const struct ds_fact_def *def, const char *before,
    const char *after)
{
	struct ds_arena arena = {0};
	struct ds_cell a, b;
	bool same;

	same = def != NULL && ds_cell_parse(&a, &arena, def, before, NULL) ==
	    DOSSIER_OK && ds_cell_parse(&b, &arena, def, after, NULL) ==
	    DOSSIER_OK && !parts(def, &a, &b, &a) && !parts(def, &a, &b, &b);
	ds_arena_free(&arena);
	return same;
}

static void
try_text(struct mutation *mutation, const char *changed)
{
	const char *text = mutation->node->text;

	if (is_same_cell(mutation->def, text, changed))
		return;
	mutation->tally.mutants++;
	mutation->node->text = changed;
	if (judges_otherwise(mutation))
		mutation->tally.caught++;
	else
		printf("%s:%d:%d: \"%s\" can become \"%s\", and nothing "
		    "notices\n", mutation->pack->name, mutation->node->line,
		    mutation->node->column, text, changed);
	mutation->node->text = text;
}

/* Put `with` in the place of `length` bytes at `at`. */
static void
try_change(struct mutation *mutation, size_t at, size_t length,
    const char *with)
{
	const char *text = mutation->node->text;
	struct ds_buf changed = DS_BUF_INIT;

	ds_buf_add(&changed, text, at);
	ds_buf_puts(&changed, with);
	ds_buf_puts(&changed, text + at + length);
	if (!changed.failed)
		try_text(mutation, changed.data);
	ds_buf_free(&changed);
}

/* ---- what is changed ---- */

/* 2026-08-01: a day later, a day earlier. */
static size_t
change_day(struct mutation *mutation, size_t at)
{
	char text[DS_DAY_TEXT];
	dossier_day day;

	snprintf(text, sizeof text, "%s", mutation->node->text + at);
	day = ds_day_from_iso(text);
	if (!ds_day_known(day))
		return 0;
	try_change(mutation, at, 10, ds_day_iso(ds_day_add(day, 1), text));
	try_change(mutation, at, 10, ds_day_iso(ds_day_add(day, -1), text));
	return 10;
}

/* 49.9: 50.0 and 49.8; 6: 7 and 5. */
static size_t
change_number(struct mutation *mutation, size_t at)
{
	const char *text = mutation->node->text + at;
	size_t length = strspn(text, "0123456789"), decimals = 0;
	char digits[32], changed[24];
	int64_t number;

	if (text[length] == '.' && isdigit((unsigned char)text[length + 1])) {
		decimals = strspn(text + length + 1, "0123456789");
		length += 1 + decimals;
	}
	snprintf(digits, sizeof digits, "%.*s", (int)length, text);
	if (!ds_decimal_parse(&number, digits, (int)decimals))
		return length;
	try_change(mutation, at, length, ds_decimal_text(number + 1,
	    (int)decimals, DOSSIER_ENGLISH, changed));
	if (number > 0)
		try_change(mutation, at, length, ds_decimal_text(number - 1,
		    (int)decimals, DOSSIER_ENGLISH, changed));
	return length;
}

/* The bracket of a range, not that of not(…). */
static bool
is_bracket(const char *text, size_t at)
{
	if (strstr(text, "..") == NULL || strchr("[(])", text[at]) == NULL)
		return false;
	if (text[at] == '(')
		return at == 0 || !isalpha((unsigned char)text[at - 1]);
	return text[at] != ')' || text[at + 1] != '\0' ||
	    strncmp(text, "not(", 4) != 0;
}

static void
change_all(struct mutation *mutation)
{
	static const char from[] = "[(])", *const to[] = { "(", "[", ")",
	    "]" };
	const char *text = mutation->node->text;
	size_t i, length;

	for (i = 0; text[i] != '\0'; i++) {
		if (text[i] == '<' || text[i] == '>') {
			if (text[i + 1] == '=')
				try_change(mutation, i + 1, 1, "");
			else
				try_change(mutation, i + 1, 0, "=");
		} else if (is_bracket(text, i)) {
			try_change(mutation, i, 1,
			    to[strchr(from, text[i]) - from]);
		} else if (isdigit((unsigned char)text[i])) {
			length = change_day(mutation, i);
			if (length == 0)
				length = change_number(mutation, i);
			i += length - 1;
		}
	}
}

/* ---- where ---- */

static void
change_cells(struct mutation *mutation, const struct ds_yaml *when,
    enum ds_subject on)
{
	struct ds_yaml *node = when == NULL ? NULL : when->first;
	int fact;

	for (; node != NULL; node = node->next) {
		fact = ds_fact_named(node->key, on);
		if (fact < 0 || node->text == NULL ||
		    (ds_fact_defs[fact].type != DS_FACT_NUMBER &&
		    ds_fact_defs[fact].type != DS_FACT_DAY &&
		    ds_fact_defs[fact].type != DS_FACT_PERIOD))
			continue;
		mutation->node = node;
		mutation->def = &ds_fact_defs[fact];
		change_all(mutation);
	}
	mutation->def = NULL;
}

/* A number or a period; and each of a list of them. */
static void
change_values(struct mutation *mutation, struct ds_yaml *node)
{
	struct ds_period period;
	int64_t number;

	for (; node != NULL; node = node->next) {
		change_values(mutation, node->first);
		if (node->text == NULL ||
		    (ds_period_parse(&period, node->text, NULL) !=
		    DOSSIER_OK && !ds_decimal_parse(&number, node->text, 4)))
			continue;
		mutation->node = node;
		change_all(mutation);
	}
}

static void
change_key(struct mutation *mutation, const struct ds_yaml *map,
    const char *key)
{
	struct ds_yaml *node = (struct ds_yaml *)ds_yaml_get(map, key);
	struct ds_yaml *next;

	if (node == NULL)
		return;
	next = node->next;
	node->next = NULL;
	change_values(mutation, node);
	node->next = next;
}

static void
change_table(struct mutation *mutation, const struct ds_yaml *node)
{
	const struct ds_table *table = ds_pack_table(mutation->pack->pack,
	    node->key);
	const struct ds_yaml *rule = ds_yaml_get(node, "rules")->first;

	for (; rule != NULL; rule = rule->next) {
		change_cells(mutation, ds_yaml_get(rule, "when"), table->on);
		change_key(mutation, rule, "then");
	}
}

static void
change_term(struct mutation *mutation, const struct ds_yaml *node)
{
	static const char *const keys[] = { "before", "after", "window" };
	size_t i;

	change_cells(mutation, ds_yaml_get(node, "when"), DS_ON_YOUTH);
	for (i = 0; i < sizeof keys / sizeof keys[0]; i++)
		change_key(mutation, node, keys[i]);
}

static void
change_section(struct mutation *mutation, const char *section,
    void (*change)(struct mutation *mutation, const struct ds_yaml *node))
{
	const struct ds_yaml *map = ds_yaml_get(mutation->pack->tree,
	    section), *node;

	for (node = map == NULL ? NULL : map->first; node != NULL;
	    node = node->next)
		change(mutation, node);
}

/* ---- what no example judges ---- */

static bool
is_judged_elsewhere(const char *key)
{
	static const char *const keys[] = { "at_least", "at_most",
	    "youth_from", "low", "acute", "after", "valid", "within",
	    "seats", "floor_minutes", "lead_time" };
	size_t i;

	for (i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (key != NULL && strcmp(key, keys[i]) == 0)
			return true;
	return false;
}

static size_t
tell_numbers(const char *file, const struct ds_yaml *node)
{
	size_t count = 0;

	for (; node != NULL; node = node->next) {
		if (node->text != NULL && is_judged_elsewhere(node->key)) {
			printf("%s:%d:%d: no example judges \"%s: %s\"\n",
			    file, node->line, node->column, node->key,
			    node->text);
			count++;
		}
		count += tell_numbers(file, node->first);
	}
	return count;
}

/* Sections that no example is about. */
static size_t
tell_sections(const struct shipped *pack)
{
	static const char *const sections[] = { "norms", "grounds",
	    "domain_sets", "instruments", "meetings", "ends", "tracks" };
	const struct ds_yaml *node;
	size_t i, count = 0;

	for (i = 0; i < sizeof sections / sizeof sections[0]; i++) {
		node = ds_yaml_get(pack->tree, sections[i]);
		count += tell_numbers(pack->name, node == NULL ? NULL :
		    node->first);
	}
	return count;
}

static struct tally
mutate(struct shipped *pack)
{
	struct mutation mutation = { .pack = pack };

	if (ds_pack_prove(&mutation.faults, pack->pack, NULL, NULL, NULL) !=
	    DOSSIER_OK || ds_pack_test(&mutation.failed, pack->pack, NULL,
	    NULL, NULL) != DOSSIER_OK)
		return mutation.tally;
	/* What is not changed is not noticed: else all would be caught. */
	if (judges_otherwise(&mutation)) {
		printf("%s: judged otherwise unchanged\n", pack->name);
		return (struct tally){ 1, 0 };
	}
	change_section(&mutation, "tables", change_table);
	change_section(&mutation, "terms", change_term);
	printf("%s: %zu mutants, %zu caught; %zu numbers that no example "
	    "judges\n", pack->name, mutation.tally.mutants,
	    mutation.tally.caught, tell_sections(pack));
	return mutation.tally;
}

int
main(int argc, char **argv)
{
	static struct shipment all;
	size_t bad = read_shipped(&all), i;
	struct tally sum = {0}, tally;

	for (i = 0; i < all.count; i++) {
		if (all.at[i].pack == NULL ||
		    !is_asked(&all.at[i], argc, argv))
			continue;
		tally = mutate(&all.at[i]);
		sum.mutants += tally.mutants;
		sum.caught += tally.caught;
	}
	printf("all: %zu mutants, %zu caught (%.1f in a hundred)\n",
	    sum.mutants, sum.caught, sum.mutants == 0 ? 100 :
	    100.0 * (double)sum.caught / (double)sum.mutants);
	ds_arena_free(&all.arena);
	return bad > 0 || all.count == 0 ||
	    100 * sum.caught < LEAST * sum.mutants;
}
