/* SPDX-License-Identifier: EUPL-1.2 */
/* What a pack holds, by name, and the words of its keys. */
#include "rules/pack.h"

#include <string.h>

#include "base/text.h"

/* ---- words, as packs write them ---- */

const char *const ds_hit_words[DS_HIT_COUNT] = {
	[DS_HIT_UNIQUE] = "unique", [DS_HIT_FIRST] = "first",
	[DS_HIT_COLLECT] = "collect", [DS_HIT_PRIORITY] = "priority"
};

const char *const ds_responsible_words[DS_RESPONSIBLE_COUNT] = {
	[DS_BY_LEAD] = "lead", [DS_BY_SCHOOL] = "school",
	[DS_BY_MUNICIPALITY] = "municipality"
};

const char *const ds_norm_words[DS_NORM_COUNT] = {
	[DS_NORM_CONTACTS] = "contacts", [DS_NORM_PRESENT] = "present",
	[DS_NORM_MEETINGS] = "meetings"
};

const char *const ds_stated_words[DS_STATED_COUNT] = {
	[DS_STATED_TEXT] = "text", [DS_STATED_MONEY] = "money",
	[DS_STATED_NUMBER] = "number", [DS_STATED_PERCENT] = "percent",
	[DS_STATED_PERIOD] = "period", [DS_STATED_DAY] = "day"
};

const char *const ds_rhythm_words[DS_RHYTHM_COUNT] = {
	[DS_PER_NONE] = "none", [DS_PER_SCHOOL_YEAR] = "school-year",
	[DS_PER_MONTH] = "month", [DS_PER_WEEK] = "week",
	[DS_PER_YOUTH] = "youth"
};

/* ---- by name ---- */

/* Every named thing of a pack begins with its name. */
static const void *
named(const void *items, size_t count, size_t size, const char *name)
{
	const char *item = items;
	size_t i;

	for (i = 0; i < count; i++, item += size)
		if (strcmp(*(const char *const *)(const void *)item, name) ==
		    0)
			return item;
	return NULL;
}

#define NAMED(pack, many, one, name) \
	named((pack)->many, (pack)->one##_count, sizeof *(pack)->many, (name))

const struct ds_table *
ds_pack_table(const struct ds_pack *pack, const char *name)
{
	return NAMED(pack, tables, table, name);
}

const struct ds_term *
ds_pack_term(const struct ds_pack *pack, const char *id)
{
	return NAMED(pack, terms, term, id);
}

const struct ds_checklist *
ds_pack_checklist(const struct ds_pack *pack, const char *name)
{
	return NAMED(pack, checklists, checklist, name);
}

const struct ds_parameter *
ds_pack_parameter(const struct ds_pack *pack, const char *name)
{
	return NAMED(pack, parameters, parameter, name);
}

const struct ds_stated *
ds_parameter_on(const struct ds_parameter *parameter, dossier_day day)
{
	size_t i;

	for (i = 0; i < parameter->count; i++)
		if (ds_span_holds(parameter->values[i].span, day))
			return &parameter->values[i];
	return NULL;
}

const struct ds_stated *
ds_pack_stated(const struct ds_pack *pack, const char *name, dossier_day day)
{
	const struct ds_parameter *parameter = ds_pack_parameter(pack, name);

	return parameter == NULL ? NULL : ds_parameter_on(parameter, day);
}

const struct ds_vocabulary *
ds_pack_vocabulary(const struct ds_pack *pack, const char *name)
{
	return NAMED(pack, vocabularies, vocabulary, name);
}

const struct ds_programme *
ds_pack_programme(const struct ds_pack *pack, const char *name)
{
	return NAMED(pack, programmes, programme, name);
}

const struct ds_track *
ds_pack_track(const struct ds_pack *pack, const char *name)
{
	return NAMED(pack, tracks, track, name);
}

const struct ds_step *
ds_track_step(const struct ds_track *track, const char *name)
{
	return named(track->steps, track->count, sizeof *track->steps, name);
}

const struct ds_meeting_kind *
ds_pack_meeting(const struct ds_pack *pack, const char *kind)
{
	return NAMED(pack, meetings, meeting, kind);
}

const struct ds_end *
ds_pack_end(const struct ds_pack *pack, const char *name)
{
	return NAMED(pack, ends, end, name);
}

const struct ds_money_head *
ds_pack_money_head(const struct ds_pack *pack, const char *name)
{
	return NAMED(pack, heads, head, name);
}

const struct ds_payer *
ds_pack_payer(const struct ds_pack *pack, const char *name)
{
	return NAMED(pack, payers, payer, name);
}

const struct ds_figure *
ds_pack_figure(const struct ds_pack *pack, const char *name)
{
	return NAMED(pack, figures, figure, name);
}

const struct ds_domain_set *
ds_pack_domain_set(const struct ds_pack *pack, const char *name)
{
	return NAMED(pack, domain_sets, domain_set, name);
}

const struct ds_domain *
ds_domain_named(const struct ds_domain_set *set, const char *id)
{
	return named(set->domains, set->count, sizeof *set->domains, id);
}

const struct ds_instrument *
ds_pack_instrument(const struct ds_pack *pack, const char *name)
{
	const struct ds_instrument *found = NULL;
	struct ds_arena arena = {0};
	const char *folded = ds_text_fold(&arena, name), *other;
	size_t i;

	for (i = 0; folded != NULL && found == NULL &&
	    i < pack->instrument_count; i++) {
		other = ds_text_fold(&arena, pack->instruments[i].label);
		if (strcmp(pack->instruments[i].name, name) == 0 ||
		    (other != NULL && strcmp(folded, other) == 0))
			found = &pack->instruments[i];
	}
	ds_arena_free(&arena);
	return found;
}

const struct ds_section_reason *
ds_pack_reason(const struct ds_pack *pack, const char *section)
{
	return NAMED(pack, reasons, reason, section);
}
