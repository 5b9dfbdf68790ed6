/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/fact.h"

#include <string.h>

#include "base/text.h"

/* What the records allow: a percentage, an age, the hours of a week. */
#define HIGH(name) (DS_FACT_##name == DS_FACT_WAGE_VALUE ? 10000 : \
	DS_FACT_##name == DS_FACT_AGE ? 150 : \
	DS_FACT_##name == DS_FACT_PLACE_HOURS ? 168 : 99999)
#define DEFINE(name, text, label, type, scale, codes, supply, on) \
	[DS_FACT_##name] = { text, label, DS_FACT_##type, scale, codes, \
	    supply, on, HIGH(name) },
#define ON_YOUTH(...) DEFINE(__VA_ARGS__, DS_ON_YOUTH)
#define ON_PLACE(...) DEFINE(__VA_ARGS__, DS_ON_PLACE)
#define ON_MEETING(...) DEFINE(__VA_ARGS__, DS_ON_MEETING)
#define ON_PARTY(...) DEFINE(__VA_ARGS__, DS_ON_PARTY)
#define ON_PAIR(...) DEFINE(__VA_ARGS__, DS_ON_PAIR)
#define ON_COST(...) DEFINE(__VA_ARGS__, DS_ON_COST)

const struct ds_fact_def ds_fact_defs[DS_FACT_COUNT] = {
	DS_YOUTH_FACTS(ON_YOUTH)
	DS_PLACE_FACTS(ON_PLACE)
	DS_MEETING_FACTS(ON_MEETING)
	DS_PARTY_FACTS(ON_PARTY)
	DS_PAIR_FACTS(ON_PAIR)
	DS_COST_FACTS(ON_COST)
};

static const char *const subjects[] = {
	[DS_ON_YOUTH] = "youth", [DS_ON_PLACE] = "place",
	[DS_ON_MEETING] = "meeting", [DS_ON_PARTY] = "party",
	[DS_ON_PAIR] = "pair", [DS_ON_COST] = "cost"
};

const char *
ds_subject_name(enum ds_subject on)
{
	return on < DS_SUBJECT_COUNT ? subjects[on] : NULL;
}

int
ds_fact_named(const char *name, enum ds_subject on)
{
	int fact;

	for (fact = 0; fact < DS_FACT_COUNT; fact++)
		if (ds_fact_defs[fact].on == on &&
		    strcmp(ds_fact_defs[fact].name, name) == 0)
			return fact;
	return -1;
}

/* The most whole months after which `to` is reached; the month's end counts. */
static int
whole_months(dossier_day from, dossier_day to)
{
	int year, month, day, then_year, then_month, months;

	ds_day_civil(from, &year, &month, &day);
	ds_day_civil(to, &then_year, &then_month, &day);
	months = (then_year - year) * 12 + then_month - month;
	if (ds_day_shift(from, (struct ds_period){ months, 0 }, 1).number >
	    to.number)
		months--;
	return months;
}

void
ds_fact_since(struct ds_fact_value *out, dossier_day from, dossier_day to)
{
	struct ds_period months = { 0, 0 };

	*out = (struct ds_fact_value){ .on = from };
	out->known = true;
	out->number = out->days = DS_NOT_YET;
	if (from.number > to.number)
		return;
	months.months = whole_months(from, to);
	out->number = 2 * (int64_t)months.months +
	    (ds_day_shift(from, months, 1).number < to.number);
	out->days = 2 * (int64_t)(to.number - from.number);
}

static const char *
number_text(struct ds_arena *arena, int64_t number, int scale,
    dossier_language language)
{
	char text[24];

	return ds_arena_dup(arena,
	    ds_decimal_text(number, scale, language, text));
}

/* "P6M", or a day more than that; in days where only these are known. */
static const char *
period_text(struct ds_arena *arena, const struct ds_fact_value *value)
{
	if (value->number == DS_NOT_YET)
		return "-P1D";
	if (value->number == DS_NOT_COUNTED)
		return ds_arena_printf(arena, "P%dD", (int)(value->days / 2));
	return ds_arena_printf(arena, value->number % 2 != 0 ? "P%dM+" :
	    "P%dM", (int)(value->number / 2));
}

/* "a, b"; "" of an empty set. */
static const char *
set_text(struct ds_arena *arena, const struct ds_fact_value *value)
{
	const char *text = "";
	size_t i;

	for (i = 0; text != NULL && i < value->word_count; i++)
		text = ds_arena_printf(arena, "%s%s%s", text,
		    i == 0 ? "" : ", ", value->words[i]);
	return text;
}

static dossier_day
as_day(const struct ds_fact_value *value)
{
	return (dossier_day){ (int32_t)value->number };
}

const char *
ds_fact_text(struct ds_arena *arena, enum ds_fact fact,
    const struct ds_fact_value *value, dossier_language language)
{
	const struct ds_fact_def *def = &ds_fact_defs[fact];
	char day[DS_DAY_TEXT];

	if (!value->known)
		return ds_tr(language, N_("unknown"));
	switch (def->type) {
	case DS_FACT_NUMBER:
		return number_text(arena, value->number, def->scale,
		    language);
	case DS_FACT_CODE:
		return ds_code_label(def->codes, value->text, language);
	case DS_FACT_DAY:
		return ds_arena_dup(arena,
		    ds_day_text(as_day(value), language, day));
	case DS_FACT_BOOL:
		return value->number != 0 ? ds_tr(language, N_("yes")) :
		    ds_tr(language, N_("no"));
	case DS_FACT_PERIOD:
		return value->number == DS_NOT_YET ?
		    ds_tr(language, N_("not yet")) :
		    period_text(arena, value);
	case DS_FACT_SET:
		return value->word_count == 0 ? ds_tr(language, N_("none")) :
		    set_text(arena, value);
	case DS_FACT_TEXT:
		break;
	}
	return value->text;
}

const char *
ds_fact_data(struct ds_arena *arena, enum ds_fact fact,
    const struct ds_fact_value *value)
{
	const struct ds_fact_def *def = &ds_fact_defs[fact];
	char day[DS_DAY_TEXT];

	if (!value->known)
		return NULL;
	switch (def->type) {
	case DS_FACT_NUMBER:
		return number_text(arena, value->number, def->scale,
		    DOSSIER_ENGLISH);
	case DS_FACT_DAY:
		return ds_arena_dup(arena, ds_day_iso(as_day(value), day));
	case DS_FACT_BOOL:
		return value->number != 0 ? "true" : "false";
	case DS_FACT_PERIOD:
		return period_text(arena, value);
	case DS_FACT_SET:
		return set_text(arena, value);
	case DS_FACT_CODE:
	case DS_FACT_TEXT:
		break;
	}
	return value->text;
}
