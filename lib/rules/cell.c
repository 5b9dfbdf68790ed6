/* SPDX-License-Identifier: EUPL-1.2 */
/* Cells: unary tests of one fact, read from a pack and put to a value. */
#include <string.h>

#include "base/text.h"
#include "rules/decide.h"
#include "rules/load.h"

#define MAX_ITEMS 64		/* in one cell */

/* ---- items ---- */

struct cell_parse {
	struct ds_arena *arena;
	enum ds_fact fact;
	struct ds_cell *cell;
	struct ds_interval *ranges;
	const char **words;
};

static bool
is_ordered(enum ds_fact fact)
{
	return ds_fact_defs[fact].type == DS_FACT_NUMBER ||
	    ds_fact_defs[fact].type == DS_FACT_DAY;
}

static dossier_status
not_ordered(enum ds_fact fact, dossier_error *err)
{
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is no number and no day, so "
	    "it cannot be more or less than something."),
	    ds_fact_defs[fact].name);
	ds_advise(err, N_("Write the words that hold, separated by commas."));
	return DOSSIER_INVALID;
}

static dossier_status
bound(int64_t *out, struct cell_parse *parse, char *text, dossier_error *err)
{
	struct ds_fact_value value;

	DS_TRY(ds_fact_parse(&value, parse->arena, parse->fact,
	    ds_text_trim(text), err));
	*out = value.number;
	return DOSSIER_OK;
}

static dossier_status
parse_comparison(struct cell_parse *parse, char *item, dossier_error *err)
{
	struct ds_interval *range = &parse->ranges[parse->cell->range_count];
	bool or_equal = item[1] == '=';
	int64_t number;

	if (!is_ordered(parse->fact))
		return not_ordered(parse->fact, err);
	DS_TRY(bound(&number, parse, item + 1 + or_equal, err));
	if (item[0] == '<') {
		range->has_high = true;
		range->open_high = !or_equal;
		range->high = number;
	} else {
		range->has_low = true;
		range->open_low = !or_equal;
		range->low = number;
	}
	parse->cell->range_count++;
	return DOSSIER_OK;
}

static dossier_status
bad_range(dossier_error *err, const char *item)
{
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is no range."), item);
	ds_advise(err, N_("Write both ends, such as \"[0..50]\" with the "
	    "ends or \"(50..100]\" without the first."));
	return DOSSIER_INVALID;
}

static dossier_status
parse_range(struct cell_parse *parse, char *item, const char *whole,
    dossier_error *err)
{
	struct ds_interval *range = &parse->ranges[parse->cell->range_count];
	size_t size = strlen(item);
	char *dots = strstr(item, ".."), last = item[size - 1];

	if (!is_ordered(parse->fact))
		return not_ordered(parse->fact, err);
	if (dots == NULL || (item[0] != '[' && item[0] != '(') ||
	    (last != ']' && last != ')'))
		return bad_range(err, whole);
	range->has_low = range->has_high = true;
	range->open_low = item[0] == '(';
	range->open_high = last == ')';
	item[size - 1] = *dots = '\0';
	DS_TRY(bound(&range->low, parse, item + 1, err));
	DS_TRY(bound(&range->high, parse, dots + 2, err));
	if (range->low > range->high)
		return ds_fail(err, DOSSIER_INVALID, N_("The range \"%s\" is "
		    "upside down: it ends before it begins."), whole);
	if (range->low == range->high &&
	    (range->open_low || range->open_high))
		return ds_fail(err, DOSSIER_INVALID,
		    N_("The range \"%s\" holds nothing."), whole);
	parse->cell->range_count++;
	return DOSSIER_OK;
}

static dossier_status
parse_constant(struct cell_parse *parse, const char *item, dossier_error *err)
{
	struct ds_cell *cell = parse->cell;
	struct ds_fact_value value;

	DS_TRY(ds_fact_parse(&value, parse->arena, parse->fact, item, err));
	if (value.text != NULL)
		parse->words[cell->word_count++] = value.text;
	else
		parse->ranges[cell->range_count++] = (struct ds_interval){
			true, true, false, false, value.number, value.number
		};
	return DOSSIER_OK;
}

static dossier_status
parse_item(struct cell_parse *parse, char *item, dossier_error *err)
{
	char *copy = ds_arena_dup(parse->arena, ds_text_trim(item));

	if (copy == NULL)
		return ds_no_memory(err);
	if (*item == '\0') {
		ds_fail(err, DOSSIER_INVALID, N_("A test is empty."));
		ds_advise(err, N_("Write \"-\" where any value will do."));
		return DOSSIER_INVALID;
	}
	if (strcmp(item, "unknown") == 0) {
		parse->cell->unknown = true;
		return DOSSIER_OK;
	}
	if (strcmp(item, "-") == 0)
		return ds_fail(err, DOSSIER_INVALID, N_("\"-\" stands for "
		    "any value, so nothing can stand beside it."));
	if (item[0] == '<' || item[0] == '>')
		return parse_comparison(parse, item, err);
	if (item[0] == '[' || item[0] == '(' || strstr(item, "..") != NULL)
		return parse_range(parse, copy, item, err);
	return parse_constant(parse, item, err);
}

/* ---- cells ---- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "49,9" would become 49 or 9, which nobody meant. */
static bool
has_decimal_comma(const char *text)
{
	const char *comma;

	for (comma = strchr(text, ','); comma != NULL;
	    comma = strchr(comma + 1, ','))
		if (comma > text && is_digit(comma[-1]) && is_digit(comma[1]))
			return true;
	return false;
}

static dossier_status
reserve(struct cell_parse *parse, const char *text, dossier_error *err)
{
	size_t count = 1;

	for (; *text != '\0'; text++)
		count += *text == ',';
	if (count > MAX_ITEMS)
		return ds_fail(err, DOSSIER_INVALID, N_("A test holds at most "
		    "%d items; this one has %zu."), MAX_ITEMS, count);
	parse->ranges = ds_arena_alloc(parse->arena,
	    count * sizeof *parse->ranges);
	parse->words = ds_arena_alloc(parse->arena,
	    count * sizeof *parse->words);
	return parse->ranges == NULL || parse->words == NULL ?
	    ds_no_memory(err) : DOSSIER_OK;
}

static dossier_status
parse_items(struct cell_parse *parse, char *text, dossier_error *err)
{
	char *item = text, *comma;

	DS_TRY(reserve(parse, text, err));
	if (ds_fact_defs[parse->fact].type == DS_FACT_NUMBER &&
	    has_decimal_comma(text)) {
		ds_fail(err, DOSSIER_INVALID, N_("\"%s\": is this comma a "
		    "decimal sign or does it separate two numbers?"), text);
		ds_advise(err, N_("Write 49.9 with a point; put a blank after "
		    "a comma that separates."));
		return DOSSIER_INVALID;
	}
	while (item != NULL) {
		comma = strchr(item, ',');
		if (comma != NULL)
			*comma++ = '\0';
		DS_TRY(parse_item(parse, item, err));
		item = comma;
	}
	return DOSSIER_OK;
}

dossier_status
ds_cell_parse(struct ds_cell *out, struct ds_arena *arena, enum ds_fact fact,
    const char *text, dossier_error *err)
{
	struct cell_parse parse = { arena, fact, out, NULL, NULL };
	char *copy = ds_arena_dup(arena, text);
	size_t size;

	memset(out, 0, sizeof *out);
	out->text = ds_arena_dup(arena, text);
	if (copy == NULL || out->text == NULL)
		return ds_no_memory(err);
	ds_text_trim(copy);
	if (strcmp(copy, "-") == 0) {
		out->any = true;
		return DOSSIER_OK;
	}
	size = strlen(copy);
	if (strncmp(copy, "not(", 4) == 0) {
		if (copy[size - 1] != ')')
			return ds_fail(err, DOSSIER_INVALID, N_("\"%s\" lacks "
			    "its closing bracket."), text);
		out->negated = true;
		copy[size - 1] = '\0';
		copy += 4;
	}
	DS_TRY(parse_items(&parse, copy, err));
	out->ranges = parse.ranges;
	out->words = parse.words;
	return DOSSIER_OK;
}

/* ---- putting it to a value ---- */

static bool
holds(const struct ds_interval *range, int64_t number)
{
	if (range->has_low && (number < range->low ||
	    (range->open_low && number == range->low)))
		return false;
	return !range->has_high || number < range->high ||
	    (!range->open_high && number == range->high);
}

static bool
fits(const struct ds_cell *cell, const struct ds_fact_value *value)
{
	size_t i;

	for (i = 0; i < cell->range_count; i++)
		if (holds(&cell->ranges[i], value->number))
			return true;
	for (i = 0; i < cell->word_count; i++)
		if (strcmp(cell->words[i], value->text) == 0)
			return true;
	return false;
}

enum ds_truth
ds_cell_test(const struct ds_cell *cell, const struct ds_fact_value *value)
{
	bool fit;

	if (cell->any)
		return DS_TRUE;
	if (!value->known && !cell->unknown)
		return DS_UNKNOWN;
	fit = value->known ? fits(cell, value) : true;
	return fit != cell->negated ? DS_TRUE : DS_FALSE;
}
