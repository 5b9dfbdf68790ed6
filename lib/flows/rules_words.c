/* SPDX-License-Identifier: EUPL-1.2 */
/* The words in which rules are told. */
#include "flows/rules_page.h"

void
ds_rules_put_why(struct ds_rules_page *page, struct ds_value *map,
    const char *because, const char *source, const char *doubt)
{
	ds_put_text(page->doc, map, "because", because);
	ds_put_text(page->doc, map, "source", source);
	ds_say_list(page->doc, &page->arena, map, "doubts", doubt);
}

void
ds_rules_tell_why(struct ds_rules_page *page, const char *because,
    const char *source, const char *doubt)
{
	ds_say_line(page->doc, N_("Because"), because);
	ds_say_line(page->doc, N_("Source"), source);
	if (doubt != NULL)
		ds_say_line(page->doc, N_("Doubt"), ds_say_joined(page->doc,
		    &page->arena, doubt));
}

/* ---- tests ---- */

const char *
ds_rules_when(struct ds_rules_page *page, const struct ds_input *inputs,
    const struct ds_condition *conditions, size_t count)
{
	const char *text = "", *one;
	size_t i;

	for (i = 0; i < count; i++) {
		one = ds_say_sure(page->doc, ds_arena_printf(&page->arena,
		    "%s: %s", inputs[conditions[i].at].def->name,
		    conditions[i].cell.text));
		text = ds_say_more(page->doc, &page->arena, text, "; ", one);
	}
	return text;
}

void
ds_rules_put_when(struct ds_rules_page *page, struct ds_value *map,
    const char *key, const struct ds_input *inputs,
    const struct ds_condition *conditions, size_t count)
{
	struct ds_value *when = ds_put_map(page->doc, map, key);
	size_t i;

	for (i = 0; i < count; i++)
		ds_put_text(page->doc, when,
		    inputs[conditions[i].at].def->name,
		    conditions[i].cell.text);
}

const char *
ds_rules_outputs(struct ds_rules_page *page, const struct ds_rule *rule)
{
	const struct ds_output *output = rule->outputs;
	const char *text = "", *one;
	size_t i;

	for (i = 0; i < rule->output_count; i++, output++) {
		one = ds_say_sure(page->doc, ds_arena_printf(&page->arena,
		    "%s: %s", output->name, ds_say_joined(page->doc,
		    &page->arena, output->value)));
		text = ds_say_more(page->doc, &page->arena, text, "; ", one);
	}
	return text;
}

const char *
ds_rules_hit(const struct ds_rules_page *page, const struct ds_table *table)
{
	static const char *const words[] = {
		[DS_HIT_UNIQUE] = N_("one rule at most fits anybody"),
		[DS_HIT_FIRST] = N_("the first rule that fits counts"),
		[DS_HIT_COLLECT] = N_("every rule that fits counts"),
		[DS_HIT_PRIORITY] = N_("of the rules that fit, the one whose "
		    "outcome stands first in the order counts"),
	};

	return ds_tr(page->doc->language, words[table->hit]);
}

/* ---- periods and days ---- */

const char *
ds_rules_period(struct ds_rules_page *page, struct ds_period period)
{
	static const struct {
		const char *one, *many;
	} units[] = {
		{ N_("%d year"), N_("%d years") },
		{ N_("%d month"), N_("%d months") },
		{ N_("%d day"), N_("%d days") },
	};
	const int parts[] = { period.months / 12, period.months % 12,
	    period.days };
	const char *text = "";
	size_t i;

	for (i = 0; i < 3; i++)
		if (parts[i] != 0 || (i == 2 && text[0] == '\0'))
			text = ds_say_more(page->doc, &page->arena, text, " ",
			    ds_say_sure(page->doc, ds_arena_printf(
			    &page->arena, ds_trn(page->doc->language,
			    units[i].one, units[i].many, parts[i]),
			    parts[i])));
	return text;
}

const char *
ds_rules_iso(struct ds_rules_page *page, struct ds_period period)
{
	const char units[] = { 'Y', 'M', 'D' };
	const int parts[] = { period.months / 12, period.months % 12,
	    period.days };
	const char *text = "P";
	size_t i;

	for (i = 0; i < 3; i++)
		if (parts[i] != 0 || (i == 2 && text[1] == '\0'))
			text = ds_say_sure(page->doc, ds_arena_printf(
			    &page->arena, "%s%d%c", text, parts[i],
			    units[i]));
	return text;
}

const char *
ds_rules_span(struct ds_rules_page *page, struct ds_span span)
{
	dossier_document *doc = page->doc;
	const char *from = ds_say_day(doc, &page->arena, span.from);
	const char *until = ds_say_day(doc, &page->arena, span.until);

	if (!ds_day_known(span.from) && !ds_day_known(span.until))
		return NULL;
	if (!ds_day_known(span.until))
		return ds_say(doc, &page->arena, N_("from %s"), from);
	if (!ds_day_known(span.from))
		return ds_say(doc, &page->arena, N_("until %s"), until);
	return ds_say(doc, &page->arena, N_("from %s until %s"), from, until);
}

/* ---- numbers and lists ---- */

const char *
ds_rules_number(struct ds_rules_page *page, int at_least, int at_most)
{
	struct ds_arena *arena = &page->arena;

	if (at_least >= 0 && at_most >= 0)
		return ds_say(page->doc, arena, N_("%d to %d"), at_least,
		    at_most);
	if (at_least >= 0)
		return ds_say(page->doc, arena, N_("at least %d"), at_least);
	if (at_most >= 0)
		return ds_say(page->doc, arena, N_("at most %d"), at_most);
	return NULL;
}

void
ds_rules_put_number(struct ds_rules_page *page, struct ds_value *map,
    const char *key, int number)
{
	if (number < 0)
		ds_put_text(page->doc, map, key, NULL);
	else
		ds_put_int(page->doc, map, key, number);
}

const char *
ds_rules_words(struct ds_rules_page *page, const struct ds_words *words,
    const struct ds_code *codes)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < words->count; i++)
		text = ds_say_more(page->doc, &page->arena, text, ", ",
		    codes == NULL ? words->words[i] : ds_code_label(codes,
		    words->words[i], page->doc->language));
	return words->count == 0 ? NULL : text;
}

void
ds_rules_put_words(struct ds_rules_page *page, struct ds_value *map,
    const char *key, const struct ds_words *words)
{
	struct ds_value *list = ds_put_list(page->doc, map, key);
	size_t i;

	for (i = 0; i < words->count; i++)
		ds_put_text(page->doc, list, NULL, words->words[i]);
}
