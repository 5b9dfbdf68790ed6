/* SPDX-License-Identifier: EUPL-1.2 */
/* A fact's value as packs write it. */
#include <string.h>

#include "base/text.h"
#include "rules/load.h"

#define MAX_WORDS 64		/* of a code list, for advice */

static dossier_status
parse_number(struct ds_fact_value *out, int scale, const char *text,
    dossier_error *err)
{
	if (ds_decimal_parse(&out->number, text, scale))
		return DOSSIER_OK;
	if (scale == 0)
		return ds_fail(err, DOSSIER_INVALID,
		    N_("\"%s\" is not a whole number."), text);
	return ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is not a number "
	    "with at most %d decimals."), text, scale);
}

static dossier_status
parse_day(struct ds_fact_value *out, const char *text, dossier_error *err)
{
	dossier_day day = ds_day_from_iso(text);

	if (!ds_day_known(day)) {
		ds_fail(err, DOSSIER_INVALID,
		    N_("\"%s\" is not a day."), text);
		ds_advise(err, N_("Write year, month and day, such as "
		    "2026-07-31."));
		return DOSSIER_INVALID;
	}
	out->number = day.number;
	return DOSSIER_OK;
}

static dossier_status
parse_bool(struct ds_fact_value *out, const char *text, dossier_error *err)
{
	static const char *const words[] = {
		"no", "yes", "nee", "ja", "false", "true"
	};
	size_t i, count = sizeof words / sizeof words[0];

	for (i = 0; i < count; i++) {
		if (strcmp(words[i], text) != 0)
			continue;
		out->number = (int64_t)(i % 2);
		return DOSSIER_OK;
	}
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is neither yes nor no."),
	    text);
	ds_load_suggest(text, words, 2, err);
	return DOSSIER_INVALID;
}

/* Only slugs, so that a rule can be read in one way only. */
static dossier_status
parse_code(struct ds_fact_value *out, const struct ds_fact_def *def,
    const char *text, dossier_error *err)
{
	const char *slugs[MAX_WORDS];
	const struct ds_code *code;
	size_t count = 0;

	for (code = def->codes; code->slug != NULL; code++) {
		if (strcmp(code->slug, text) == 0) {
			out->text = code->slug;
			return DOSSIER_OK;
		}
		if (count < MAX_WORDS)
			slugs[count++] = code->slug;
	}
	ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is no word of the list "
	    "\"%s\"."), text, def->name);
	code = ds_code_find(def->codes, text);
	ds_load_suggest(code == NULL ? text : code->slug, slugs, count, err);
	return DOSSIER_INVALID;
}

/* 505 would never equal 0505, so the rule would silently never hold. */
static bool
is_municipality(const char *text)
{
	return strlen(text) == 4 && strspn(text, "0123456789") == 4;
}

static dossier_status
parse_text(struct ds_fact_value *out, struct ds_arena *arena,
    const struct ds_fact_def *def, const char *text, dossier_error *err)
{
	if (def == &ds_fact_defs[DS_FACT_MUNICIPALITY] &&
	    !is_municipality(text)) {
		ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is no municipality "
		    "code."), text);
		ds_advise(err, N_("Write its four digits, such as 0505."));
		return DOSSIER_INVALID;
	}
	if (*text == '\0' || ds_text_has_control(text))
		return ds_fail(err, DOSSIER_INVALID,
		    N_("\"%s\" is no word."), text);
	out->text = ds_arena_dup(arena, text);
	return out->text == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

/* In months or in days; a month and a day is more than a month. */
static dossier_status
parse_period(struct ds_fact_value *out, const char *text, dossier_error *err)
{
	struct ds_period period;

	DS_TRY(ds_period_parse(&period, text, err));
	out->number = out->days = DS_NOT_COUNTED;
	if (period.months > 0)
		out->number = 2 * (int64_t)period.months + (period.days > 0);
	else
		out->days = 2 * (int64_t)period.days;
	return DOSSIER_OK;
}

/* One word of a set: a slug of its list, where it has one. */
static dossier_status
parse_member(struct ds_fact_value *out, struct ds_arena *arena,
    const struct ds_fact_def *def, const char *text, dossier_error *err)
{
	return def->codes != NULL ? parse_code(out, def, text, err) :
	    parse_text(out, arena, def, text, err);
}

dossier_status
ds_fact_parse(struct ds_fact_value *out, struct ds_arena *arena,
    const struct ds_fact_def *def, const char *text, dossier_error *err)
{
	dossier_status status = DOSSIER_INTERNAL;

	memset(out, 0, sizeof *out);
	out->on = DOSSIER_NO_DAY;
	switch (def->type) {
	case DS_FACT_NUMBER:
		status = parse_number(out, def->scale, text, err);
		break;
	case DS_FACT_CODE:
		status = parse_code(out, def, text, err);
		break;
	case DS_FACT_TEXT:
		status = parse_text(out, arena, def, text, err);
		break;
	case DS_FACT_DAY:
		status = parse_day(out, text, err);
		break;
	case DS_FACT_BOOL:
		status = parse_bool(out, text, err);
		break;
	case DS_FACT_PERIOD:
		status = parse_period(out, text, err);
		break;
	case DS_FACT_SET:
		status = parse_member(out, arena, def, text, err);
		break;
	}
	out->known = status == DOSSIER_OK;
	return status;
}
