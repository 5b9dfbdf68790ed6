/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/fact.h"

#include <string.h>

#include "base/text.h"

const struct ds_fact_def ds_fact_defs[DS_FACT_COUNT] = {
#define X(name, text, label, type, scale, codes, supply) \
	[DS_FACT_##name] = { text, label, DS_FACT_##type, scale, codes, \
	    supply },
	DS_YOUTH_FACTS(X)
#undef X
};

int
ds_fact_named(const char *name)
{
	int fact;

	for (fact = 0; fact < DS_FACT_COUNT; fact++)
		if (strcmp(ds_fact_defs[fact].name, name) == 0)
			return fact;
	return -1;
}

static const char *
number_text(struct ds_arena *arena, int64_t number, int scale,
    dossier_language language)
{
	char text[24];

	return ds_arena_dup(arena,
	    ds_decimal_text(number, scale, language, text));
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
	case DS_FACT_CODE:
	case DS_FACT_TEXT:
		break;
	}
	return value->text;
}
