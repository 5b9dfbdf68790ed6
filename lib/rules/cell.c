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
	const struct ds_fact_def *def;
	struct ds_cell *cell;
	struct ds_interval *ranges;
	const char **words;
};

static bool
is_ordered(const struct ds_fact_def *def)
{
	return def->type == DS_FACT_NUMBER || def->type == DS_FACT_DAY ||
	    def->type == DS_FACT_PERIOD;
}

static dossier_status
not_ordered(const struct ds_fact_def *def, dossier_error *err)
{
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is no number and no day, so "
	    "it cannot be more or less than something."), def->name);
	ds_advise(err, N_("Write the words that hold, separated by commas."));
	return DOSSIER_INVALID;
}

dossier_status
ds_cell_two_measures(const struct ds_fact_def *def, dossier_error *err)
{
	return ds_fail(err, DOSSIER_INVALID, N_("The periods of \"%s\" stand "
	    "in months and in days, and no month has a fixed number of "
	    "days."), def->name);
}

static dossier_status
two_measures(const struct ds_fact_def *def, dossier_error *err)
{
	ds_cell_two_measures(def, err);
	ds_advise(err, N_("Write them all in months and years, or all in "
	    "days and weeks."));
	return DOSSIER_INVALID;
}

/* A period is as long as its months or as its days, never a mix of them. */
static dossier_status
period_bound(int64_t *out, struct cell_parse *parse,
    const struct ds_fact_value *value, dossier_error *err)
{
	bool in_days = value->number == DS_NOT_COUNTED;

	if (parse->cell->range_count > 0 && parse->cell->in_days != in_days)
		return two_measures(parse->def, err);
	parse->cell->in_days = in_days;
	*out = in_days ? value->days : value->number;
	return DOSSIER_OK;
}

/* The ends of all numbers stand for no bound, and nothing is past them. */
static dossier_status
too_far(const char *text, dossier_error *err)
{
	return ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is too far from 0 to "
	    "be compared with."), text);
}

static dossier_status
bound(int64_t *out, struct cell_parse *parse, char *text, dossier_error *err)
{
	struct ds_fact_value value;

	DS_TRY(ds_fact_parse(&value, parse->arena, parse->def,
	    ds_text_trim(text), err));
	if (parse->def->type == DS_FACT_PERIOD)
		return period_bound(out, parse, &value, err);
	*out = value.number;
	return *out == INT64_MIN || *out == INT64_MAX ? too_far(text, err) :
	    DOSSIER_OK;
}

static dossier_status
parse_comparison(struct cell_parse *parse, char *item, dossier_error *err)
{
	struct ds_interval *range = &parse->ranges[parse->cell->range_count];
	bool or_equal = item[1] == '=';
	int64_t number;

	if (!is_ordered(parse->def))
		return not_ordered(parse->def, err);
	DS_TRY(bound(&number, parse, item + 1 + or_equal, err));
	if (item[0] == '<')
		*range = (struct ds_interval){ INT64_MIN,
		    number - !or_equal };
	else
		*range = (struct ds_interval){ number + !or_equal,
		    INT64_MAX };
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
range_ends(int64_t *low, int64_t *high, struct cell_parse *parse, char *item,
    char *dots, dossier_error *err)
{
	DS_TRY(bound(low, parse, item + 1, err));
	/* The first end has told whether these are months or days. */
	parse->cell->range_count++;
	return bound(high, parse, dots + 2, err);
}

static dossier_status
parse_range(struct cell_parse *parse, char *item, const char *whole,
    dossier_error *err)
{
	struct ds_interval *range = &parse->ranges[parse->cell->range_count];
	size_t size = strlen(item);
	char *dots = strstr(item, ".."), first = item[0];
	char last = item[size - 1];
	int64_t low, high;

	if (!is_ordered(parse->def))
		return not_ordered(parse->def, err);
	if (dots == NULL || (first != '[' && first != '(') ||
	    (last != ']' && last != ')'))
		return bad_range(err, whole);
	item[size - 1] = *dots = '\0';
	DS_TRY(range_ends(&low, &high, parse, item, dots, err));
	if (low > high)
		return ds_fail(err, DOSSIER_INVALID, N_("The range \"%s\" is "
		    "upside down: it ends before it begins."), whole);
	*range = (struct ds_interval){ low + (first == '('),
	    high - (last == ')') };
	if (range->low > range->high)
		return ds_fail(err, DOSSIER_INVALID,
		    N_("The range \"%s\" holds nothing."), whole);
	return DOSSIER_OK;
}

static dossier_status
parse_constant(struct cell_parse *parse, const char *item, dossier_error *err)
{
	struct ds_cell *cell = parse->cell;
	struct ds_fact_value value;
	int64_t number;

	DS_TRY(ds_fact_parse(&value, parse->arena, parse->def, item, err));
	if (value.text != NULL) {
		parse->words[cell->word_count++] = value.text;
		return DOSSIER_OK;
	}
	number = value.number;
	if (parse->def->type == DS_FACT_PERIOD)
		DS_TRY(period_bound(&number, parse, &value, err));
	parse->ranges[cell->range_count++] = (struct ds_interval){ number,
	    number };
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
	if (parse->def->type == DS_FACT_SET && strcmp(item, "none") == 0) {
		parse->cell->empty = true;
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
	if (parse->def->type == DS_FACT_NUMBER &&
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

/* "not(" or "all(" and the bracket that closes it are taken off. */
static dossier_status
take_word(bool *out, char **text, const char *word, dossier_error *err)
{
	size_t size = strlen(*text), length = strlen(word);

	*out = strncmp(*text, word, length) == 0 && (*text)[length] == '(';
	if (!*out)
		return DOSSIER_OK;
	if ((*text)[size - 1] != ')')
		return ds_fail(err, DOSSIER_INVALID, N_("\"%s\" lacks "
		    "its closing bracket."), *text);
	(*text)[size - 1] = '\0';
	*text += length + 1;
	return DOSSIER_OK;
}

static dossier_status
parse_cell(struct cell_parse *parse, char *text, dossier_error *err)
{
	struct ds_cell *cell = parse->cell;

	DS_TRY(take_word(&cell->negated, &text, "not", err));
	DS_TRY(take_word(&cell->all, &text, "all", err));
	if (cell->all && parse->def->type != DS_FACT_SET)
		return ds_fail(err, DOSSIER_INVALID, N_("\"%s\" holds one "
		    "value, so \"all(…)\" has no sense here."),
		    parse->def->name);
	return parse_items(parse, text, err);
}

dossier_status
ds_cell_parse(struct ds_cell *out, struct ds_arena *arena,
    const struct ds_fact_def *def, const char *text, dossier_error *err)
{
	struct cell_parse parse = { arena, def, out, NULL, NULL };
	char *copy = ds_arena_dup(arena, text);

	memset(out, 0, sizeof *out);
	out->text = ds_arena_dup(arena, text);
	if (copy == NULL || out->text == NULL)
		return ds_no_memory(err);
	ds_text_trim(copy);
	if (strcmp(copy, "-") == 0) {
		out->any = true;
		return DOSSIER_OK;
	}
	DS_TRY(parse_cell(&parse, copy, err));
	out->ranges = parse.ranges;
	out->words = parse.words;
	return DOSSIER_OK;
}

/* ---- putting it to a value ---- */

static bool
in_ranges(const struct ds_cell *cell, int64_t number)
{
	size_t i;

	for (i = 0; i < cell->range_count; i++)
		if (number >= cell->ranges[i].low &&
		    number <= cell->ranges[i].high)
			return true;
	return false;
}

bool
ds_words_hold(const char *const *words, size_t count, const char *word)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

static bool
set_fits(const struct ds_cell *cell, const struct ds_fact_value *set)
{
	size_t i, held = 0;

	if (cell->empty && set->word_count == 0)
		return true;
	for (i = 0; i < cell->word_count; i++)
		held += ds_words_hold(set->words, set->word_count,
		    cell->words[i]);
	return cell->all ? held == cell->word_count : held > 0;
}

static bool
fits(const struct ds_cell *cell, const struct ds_fact_value *value)
{
	if (value->words != NULL || cell->empty || cell->all)
		return set_fits(cell, value);
	if (value->text != NULL)
		return ds_words_hold(cell->words, cell->word_count,
		    value->text);
	return in_ranges(cell, cell->in_days ? value->days : value->number);
}

/* An example may give a period in months where the test is in days. */
static bool
is_known(const struct ds_cell *cell, const struct ds_fact_value *value)
{
	return value->known && (cell->range_count == 0 || (cell->in_days ?
	    value->days : value->number) != DS_NOT_COUNTED);
}

enum ds_truth
ds_cell_test(const struct ds_cell *cell, const struct ds_fact_value *value)
{
	bool known, fit;

	if (cell->any)
		return DS_TRUE;
	known = is_known(cell, value);
	if (!known && !cell->unknown)
		return DS_UNKNOWN;
	fit = known ? fits(cell, value) : true;
	return fit != cell->negated ? DS_TRUE : DS_FALSE;
}
