/* SPDX-License-Identifier: EUPL-1.2 */
/* What a region states beside tables and terms: rules/region.h, told. */
#include <string.h>

#include "flows/rules_page.h"

/* ---- parameters: a row for each value ---- */

void
ds_rules_put_parameter(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_parameter *parameter = item;
	const struct ds_stated *stated = parameter->values;
	struct ds_value *list, *one;
	dossier_document *doc = page->doc;
	size_t i;

	ds_put_text(doc, map, "type", ds_stated_words[parameter->type]);
	ds_put_text(doc, map, "unit", parameter->unit);
	list = ds_put_list(doc, map, "values");
	for (i = 0; i < parameter->count; i++, stated++) {
		one = ds_put_map(doc, list, NULL);
		ds_put_day(doc, one, "from", stated->span.from);
		ds_put_day(doc, one, "until", stated->span.until);
		ds_say_list(doc, &page->arena, one, "value", stated->value);
		ds_put_text(doc, one, "source", stated->source);
	}
	ds_rules_put_why(page, map, NULL, parameter->source,
	    parameter->doubt);
}

/* "14.71 (from 01-01-2026 until 30-06-2026); 14.99 (from 01-07-2026)" */
static const char *
values_text(struct ds_rules_page *page, const struct ds_parameter *parameter)
{
	const struct ds_stated *stated = parameter->values;
	const char *text = "", *one, *span;
	size_t i;

	for (i = 0; i < parameter->count; i++, stated++) {
		one = ds_say_joined(page->doc, &page->arena, stated->value);
		span = ds_rules_span(page, stated->span);
		if (span != NULL)
			one = ds_say_sure(page->doc, ds_arena_printf(
			    &page->arena, "%s (%s)", one, span));
		text = ds_say_more(page->doc, &page->arena, text, "; ", one);
	}
	return text;
}

/* The source of the whole, or else those of its values, each once. */
static const char *
values_source(struct ds_rules_page *page,
    const struct ds_parameter *parameter)
{
	const char *text = "", *last = NULL;
	size_t i;

	if (parameter->source != NULL)
		return parameter->source;
	for (i = 0; i < parameter->count; i++) {
		if (parameter->values[i].source == NULL || (last != NULL &&
		    strcmp(last, parameter->values[i].source) == 0))
			continue;
		last = parameter->values[i].source;
		text = ds_say_more(page->doc, &page->arena, text, "; ", last);
	}
	return text;
}

void
ds_rules_tell_parameter(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_parameter *parameter = item;

	ds_cell(page->doc, row, 1, values_text(page, parameter));
	ds_cell(page->doc, row, 2, parameter->unit);
	ds_cell(page->doc, row, 3, values_source(page, parameter));
	ds_cell(page->doc, row, 4, ds_say_joined(page->doc, &page->arena,
	    parameter->doubt));
}

/* ---- vocabularies ---- */

void
ds_rules_put_vocabulary(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_vocabulary *vocabulary = item;
	const struct ds_word *word = vocabulary->words;
	struct ds_value *list = ds_put_list(page->doc, map, "words"), *one;
	size_t i;

	for (i = 0; i < vocabulary->count; i++, word++) {
		one = ds_put_map(page->doc, list, NULL);
		ds_put_text(page->doc, one, "word", word->slug);
		ds_put_text(page->doc, one, "label", word->label);
		ds_put_day(page->doc, one, "from", word->span.from);
		ds_put_day(page->doc, one, "until", word->span.until);
	}
	ds_rules_put_why(page, map, NULL, vocabulary->source,
	    vocabulary->doubt);
}

void
ds_rules_tell_vocabulary(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_vocabulary *vocabulary = item;
	const struct ds_word *word = vocabulary->words;
	dossier_language lang = page->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Word")), DS_LEFT },
		{ ds_tr(lang, N_("Label")), DS_LEFT },
		{ ds_tr(lang, N_("Holds")), DS_LEFT },
	};
	struct ds_block *block;
	size_t i;

	ds_rules_tell_why(page, NULL, vocabulary->source, vocabulary->doubt);
	block = ds_table(page->doc, NULL, columns, 3);
	for (i = 0; i < vocabulary->count; i++, word++) {
		row = ds_table_row(page->doc, block);
		ds_cell(page->doc, row, 0, word->slug);
		ds_cell(page->doc, row, 1, word->label);
		ds_cell(page->doc, row, 2, ds_rules_span(page, word->span));
	}
}

/* ---- programmes ---- */

void
ds_rules_put_programme(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_programme *programme = item;
	dossier_document *doc = page->doc;
	struct ds_value *figures;
	size_t i;

	ds_put_text(doc, map, "route", programme->route);
	ds_put_text(doc, map, "entry", programme->entry);
	ds_rules_put_words(page, map, "where", &programme->where);
	ds_put_day(doc, map, "from", programme->span.from);
	ds_put_day(doc, map, "until", programme->span.until);
	ds_put_text(doc, map, "procedure", programme->procedure);
	ds_put_text(doc, map, "contact", programme->contact);
	figures = ds_put_map(doc, map, "figures");
	for (i = 0; i < programme->figure_count; i++)
		ds_put_text(doc, figures, programme->figures[i].name,
		    programme->figures[i].text);
	ds_rules_put_why(page, map, NULL, programme->source,
	    programme->doubt);
}

void
ds_rules_tell_programme(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_programme *programme = item;
	const char *procedure = programme->procedure;
	dossier_document *doc = page->doc;
	const char *text = "";
	size_t i;

	(void)row;
	ds_say_line(doc, N_("Route"), ds_code_label(ds_codes_destination,
	    programme->route, doc->language));
	ds_say_line(doc, N_("Who can enter"), ds_say(doc, &page->arena,
	    N_("see the table %s"), programme->entry));
	ds_say_line(doc, N_("Where"), programme->where.count == 0 ?
	    ds_tr(doc->language, N_("not stated")) :
	    ds_rules_words(page, &programme->where, NULL));
	ds_say_line(doc, N_("Holds"), ds_rules_span(page, programme->span));
	ds_say_line(doc, N_("Procedure"), procedure == NULL ?
	    ds_tr(doc->language, N_("not stated")) :
	    strcmp(procedure, "none") == 0 ?
	    ds_tr(doc->language, N_("there is none")) : procedure);
	ds_say_line(doc, N_("Contact"), programme->contact);
	for (i = 0; i < programme->figure_count; i++)
		text = ds_say_more(doc, &page->arena, text, "; ",
		    ds_say_sure(doc, ds_arena_printf(&page->arena, "%s: %s",
		    programme->figures[i].name, programme->figures[i].text)));
	ds_say_line(doc, N_("Figures"), programme->figure_count == 0 ? NULL :
	    text);
	ds_rules_tell_why(page, NULL, programme->source, programme->doubt);
}
