/* SPDX-License-Identifier: EUPL-1.2 */
/* Where on an axis a value lies, and how its segments read. */
#include <string.h>

#include "base/buf.h"
#include "rules/axis.h"
#include "rules/decide.h"

bool
ds_axis_ordered(const struct ds_axis *axis)
{
	enum ds_fact_type type = axis->input->def->type;

	return type == DS_FACT_NUMBER || type == DS_FACT_DAY ||
	    type == DS_FACT_PERIOD;
}

/* How many segments hold values that are known. */
static size_t
known_count(const struct ds_axis *axis)
{
	return axis->count - axis->has_unknown;
}

/* ---- where a value lies ---- */

static size_t
find_number(const struct ds_axis *axis, int64_t number)
{
	size_t i;

	if (number == DS_NOT_COUNTED)
		return axis->count;
	for (i = 0; i < known_count(axis); i++)
		if (number >= axis->segments[i].low &&
		    number <= axis->segments[i].high)
			return i;
	return axis->count;
}

static size_t
find_word(const struct ds_axis *axis, const char *word)
{
	size_t i;

	for (i = 0; i < known_count(axis); i++)
		if (axis->segments[i].other ||
		    strcmp(axis->segments[i].value.text, word) == 0)
			return i;
	return axis->count;
}

/*
 * The segments are the subsets of the last one, in the order of the bits
 * that tell which of its words are in; its own last word may be any other.
 */
static size_t
find_set(const struct ds_axis *axis, const struct ds_fact_value *set)
{
	const struct ds_segment *all = &axis->segments[known_count(axis) - 1];
	size_t named = all->value.word_count - all->other, i, mask = 0, n = 0;

	for (i = 0; i < named; i++) {
		if (!ds_words_hold(set->words, set->word_count,
		    all->value.words[i]))
			continue;
		mask |= (size_t)1 << i;
		n++;
	}
	if (n < set->word_count && all->other)
		mask |= (size_t)1 << named;
	return mask;
}

size_t
ds_axis_find(const struct ds_axis *axis, const struct ds_fact_value *value)
{
	if (!value->known)
		return axis->has_unknown ? axis->count - 1 : axis->count;
	if (known_count(axis) == 0)
		return axis->count;
	switch (axis->input->def->type) {
	case DS_FACT_CODE:
	case DS_FACT_TEXT:
		return find_word(axis, value->text);
	case DS_FACT_SET:
		return find_set(axis, value);
	default:
		return find_number(axis, axis->in_days ? value->days :
		    value->number);
	}
}

/* ---- words and sets ---- */

/* "{a, b}"; "[a, b]" as a pack writes it. The last word may be any other. */
static const char *
set_text(struct ds_arena *arena, const struct ds_segment *segment,
    const char brackets[2], const char *any_other)
{
	const struct ds_fact_value *set = &segment->value;
	struct ds_buf all = DS_BUF_INIT;
	const char *text = NULL;
	size_t i;

	ds_buf_putc(&all, brackets[0]);
	for (i = 0; i < set->word_count; i++)
		ds_buf_printf(&all, "%s%s", i == 0 ? "" : ", ",
		    segment->other && i + 1 == set->word_count ? any_other :
		    set->words[i]);
	ds_buf_putc(&all, brackets[1]);
	if (!all.failed)
		text = ds_arena_dup(arena, all.data);
	ds_buf_free(&all);
	return text;
}

/* A list that another table says is one word here. */
static const char *
said_text(struct ds_arena *arena, const char *word)
{
	char *text = ds_arena_dup(arena, word), *p;

	for (p = text; p != NULL && *p != '\0'; p++)
		if (*p == '\n')
			*p = ',';
	return text;
}

static const char *
word_text(struct ds_arena *arena, const struct ds_axis *axis,
    const struct ds_segment *segment, dossier_language language)
{
	const struct ds_input *input = axis->input;

	if (segment->other)
		return known_count(axis) == 1 ?
		    ds_tr(language, N_("any value")) :
		    ds_tr(language, N_("another word"));
	if (input->fact >= 0)
		return ds_fact_text(arena, (enum ds_fact)input->fact,
		    &segment->value, language);
	return strcmp(segment->value.text, "none") == 0 ?
	    ds_tr(language, N_("none")) :
	    said_text(arena, segment->value.text);
}

/* ---- intervals ---- */

/* "6 months", of which the lattice holds halves; "28 days". */
static const char *
length_text(struct ds_arena *arena, const struct ds_axis *axis,
    int64_t doubled, dossier_language language)
{
	long number = (long)(doubled / 2);
	const char *text = axis->in_days ?
	    ds_trn(language, N_("day"), N_("days"), number) :
	    ds_trn(language, N_("month"), N_("months"), number);

	return ds_arena_printf(arena, "%ld %s", number, text);
}

static const char *
period_text(struct ds_arena *arena, const struct ds_axis *axis, int64_t low,
    int64_t high, dossier_language language)
{
	const char *from, *until;

	if (high == DS_NOT_YET)
		return ds_tr(language, N_("not yet"));
	from = low == DS_NOT_YET ? "" :
	    length_text(arena, axis, low, language);
	until = high == INT64_MAX ? "" :
	    length_text(arena, axis, high + high % 2, language);
	if (from == NULL || until == NULL)
		return NULL;
	if (low == high && low % 2 == 0)
		return from;
	if (low != DS_NOT_YET)
		from = ds_arena_printf(arena, ds_tr(language, low % 2 == 0 ?
		    N_("at least %s") : N_("more than %s")), from);
	if (high != INT64_MAX)
		until = ds_arena_printf(arena, ds_tr(language, high % 2 == 0 ?
		    N_("at most %s") : N_("less than %s")), until);
	if (low == DS_NOT_YET || high == INT64_MAX)
		return low != DS_NOT_YET ? from : high != INT64_MAX ? until :
		    ds_tr(language, N_("any value"));
	return from == NULL || until == NULL ? NULL :
	    ds_arena_printf(arena, "%s, %s", from, until);
}

static const char *
number_text(struct ds_arena *arena, const struct ds_axis *axis,
    int64_t number, dossier_language language)
{
	struct ds_fact_value value = { .known = true, .number = number };

	return ds_fact_text(arena, (enum ds_fact)axis->input->fact, &value,
	    language);
}

static const char *
interval_text(struct ds_arena *arena, const struct ds_axis *axis,
    size_t first, size_t last, dossier_language language)
{
	int64_t low = axis->segments[first].low;
	int64_t high = axis->segments[last].high;
	bool lowest = first == 0, highest = last + 1 == known_count(axis);
	const char *from, *until;

	if (axis->input->def->type == DS_FACT_PERIOD)
		return period_text(arena, axis, low, high, language);
	if (lowest && highest)
		return ds_tr(language, N_("any value"));
	from = number_text(arena, axis, low, language);
	until = number_text(arena, axis, high, language);
	if (from == NULL || until == NULL)
		return NULL;
	if (low == high)
		return from;
	if (lowest)
		return ds_arena_printf(arena, ds_tr(language, N_("up to %s")),
		    until);
	return highest ? ds_arena_printf(arena, ds_tr(language,
	    N_("from %s")), from) : ds_arena_printf(arena, ds_tr(language,
	    N_("%s to %s")), from, until);
}

const char *
ds_axis_text(struct ds_arena *arena, const struct ds_axis *axis,
    size_t first, size_t last, dossier_language language)
{
	const struct ds_segment *segment = &axis->segments[first];

	if (!segment->value.known)
		return ds_tr(language, N_("not known"));
	if (ds_axis_ordered(axis))
		return interval_text(arena, axis, first, last, language);
	if (axis->input->def->type == DS_FACT_BOOL)
		return number_text(arena, axis, segment->low, language);
	if (axis->input->def->type != DS_FACT_SET)
		return word_text(arena, axis, segment, language);
	return segment->value.word_count == 0 ? ds_tr(language, N_("none")) :
	    set_text(arena, segment, "{}",
	    ds_tr(language, N_("another word")));
}

/* ---- as a pack writes it ---- */

/* A day more than so many whole months is more than them. */
static const char *
period_data(struct ds_arena *arena, const struct ds_axis *axis,
    const struct ds_fact_value *value, dossier_language language)
{
	if (value->number == DS_NOT_YET)
		return ds_tr(language, N_("not yet"));
	if (axis->in_days)
		return ds_arena_printf(arena, "P%lldD",
		    (long long)(value->days / 2));
	return ds_arena_printf(arena, value->number % 2 == 0 ? "P%lldM" :
	    "P%lldM1D", (long long)(value->number / 2));
}

const char *
ds_axis_data(struct ds_arena *arena, const struct ds_axis *axis,
    size_t segment, dossier_language language)
{
	const struct ds_segment *at = &axis->segments[segment];
	const char *text;

	if (!at->value.known)
		return "unknown";
	switch (axis->input->def->type) {
	case DS_FACT_BOOL:
		return at->value.number != 0 ? "yes" : "no";
	case DS_FACT_PERIOD:
		return period_data(arena, axis, &at->value, language);
	case DS_FACT_SET:
		return at->value.word_count == 0 ? "none" :
		    set_text(arena, at, "[]", ds_tr(language,
		    N_("another word")));
	case DS_FACT_CODE:
		return at->value.text;
	case DS_FACT_TEXT:
		return at->other ? ds_tr(language, N_("another word")) :
		    said_text(arena, at->value.text);
	default:
		text = ds_fact_data(arena, (enum ds_fact)axis->input->fact,
		    &at->value);
		return text;
	}
}
