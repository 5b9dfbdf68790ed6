/* SPDX-License-Identifier: EUPL-1.2 */
/* Money heads, payers and reference figures, told in rows. */
#include "base/text.h"
#include "flows/rules_page.h"

static const char *
decimal(struct ds_rules_page *page, int64_t value, int scale,
    dossier_language language)
{
	char text[24];

	return value < 0 ? NULL : ds_say_sure(page->doc, ds_arena_dup(
	    &page->arena, ds_decimal_text(value, scale, language, text)));
}

static const char *
doubts(struct ds_rules_page *page, const char *source, const char *doubt)
{
	return ds_say_more(page->doc, &page->arena, ds_say_joined(page->doc,
	    &page->arena, source), "; ", ds_say_joined(page->doc,
	    &page->arena, doubt));
}

/* ---- heads ---- */

void
ds_rules_put_head(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_money_head *head = item;

	ds_put_text(page->doc, map, "unit", head->unit == DS_IN_HOURS ?
	    "hours" : "euro");
	ds_put_text(page->doc, map, "leg", head->leg);
	ds_rules_put_why(page, map, NULL, head->source, head->doubt);
}

void
ds_rules_tell_head(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_money_head *head = item;

	ds_cell(page->doc, row, 1, ds_tr(page->doc->language,
	    head->unit == DS_IN_HOURS ? N_("hours") : N_("euros")));
	ds_cell(page->doc, row, 2, head->leg);
	ds_cell(page->doc, row, 3, doubts(page, head->source, head->doubt));
}

/* ---- payers ---- */

void
ds_rules_put_payer(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_payer *payer = item;

	ds_put_text(page->doc, map, "kind", payer->kind);
	ds_rules_put_words(page, map, "heads", &payer->heads);
	ds_put_day(page->doc, map, "from", payer->span.from);
	ds_put_day(page->doc, map, "until", payer->span.until);
	ds_put_text(page->doc, map, "amount", decimal(page, payer->amount, 2,
	    DOSSIER_ENGLISH));
	ds_put_text(page->doc, map, "share", decimal(page, payer->share, 2,
	    DOSSIER_ENGLISH));
	ds_rules_put_why(page, map, NULL, payer->source, payer->doubt);
}

/* "€ 1250,00; 50 %"; "" when nothing is stated. */
static const char *
how_much(struct ds_rules_page *page, const struct ds_payer *payer)
{
	dossier_language lang = page->doc->language;
	const char *text = "";

	if (payer->amount >= 0)
		text = ds_say_sure(page->doc, ds_arena_printf(&page->arena,
		    "\xe2\x82\xac %s", decimal(page, payer->amount, 2,
		    lang)));
	if (payer->share >= 0)
		text = ds_say_more(page->doc, &page->arena, text, "; ",
		    ds_say_sure(page->doc, ds_arena_printf(&page->arena,
		    "%s %%", decimal(page, payer->share, 2, lang))));
	return text;
}

void
ds_rules_tell_payer(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_payer *payer = item;

	ds_cell(page->doc, row, 1, ds_rules_words(page, &payer->heads, NULL));
	ds_cell(page->doc, row, 2, how_much(page, payer));
	ds_cell(page->doc, row, 3, ds_rules_span(page, payer->span));
	ds_cell(page->doc, row, 4, doubts(page, payer->source,
	    payer->doubt));
}

/* ---- figures ---- */

void
ds_rules_put_figure(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_figure *figure = item;

	ds_put_text(page->doc, map, "value", figure->value);
	ds_put_text(page->doc, map, "unit", figure->unit);
	ds_rules_put_number(page, map, "year", figure->year == 0 ? -1 :
	    figure->year);
	ds_put_day(page->doc, map, "from", figure->span.from);
	ds_put_day(page->doc, map, "until", figure->span.until);
	ds_put_text(page->doc, map, "region", figure->region);
	ds_rules_put_why(page, map, NULL, figure->source, figure->doubt);
}

void
ds_rules_tell_figure(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_figure *figure = item;

	ds_cell(page->doc, row, 1, figure->unit == NULL ? figure->value :
	    ds_say_sure(page->doc, ds_arena_printf(&page->arena, "%s %s",
	    figure->value, figure->unit)));
	ds_cell(page->doc, row, 2, figure->year != 0 ?
	    ds_say(page->doc, &page->arena, "%d", figure->year) :
	    ds_rules_span(page, figure->span));
	ds_cell(page->doc, row, 3, figure->region);
	ds_cell(page->doc, row, 4, doubts(page, figure->source,
	    figure->doubt));
}
