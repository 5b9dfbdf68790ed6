/* SPDX-License-Identifier: EUPL-1.2 */
/* Life domains, instruments, grounds, roles and reasons of a pack, told. */
#include "flows/rules_page.h"

/* ---- life domains ---- */

void
ds_rules_put_domain_set(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_domain_set *set = item;
	const struct ds_words steps = { set->step_count, set->steps };
	const struct ds_domain *domain = set->domains;
	dossier_document *doc = page->doc;
	struct ds_value *list, *one;
	size_t i;

	ds_put_int(doc, map, "low", set->low);
	ds_rules_put_number(page, map, "acute", set->acute);
	ds_rules_put_words(page, map, "steps", &steps);
	list = ds_put_list(doc, map, "domains");
	for (i = 0; i < set->count; i++, domain++) {
		one = ds_put_map(doc, list, NULL);
		ds_put_text(doc, one, "id", domain->id);
		ds_put_text(doc, one, "label", domain->label);
		ds_put_text(doc, one, "class", domain->class);
		ds_put_text(doc, one, "area", domain->area);
	}
	ds_put_text(doc, map, "source", set->source);
}

void
ds_rules_tell_domain_set(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_domain_set *set = item;
	const struct ds_words steps = { set->step_count, set->steps };
	const struct ds_domain *domain = set->domains;
	dossier_document *doc = page->doc;
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Life domain")), DS_LEFT },
		{ ds_tr(doc->language, N_("Class")), DS_LEFT },
		{ ds_tr(doc->language, N_("Area")), DS_LEFT },
	};
	struct ds_block *block;
	size_t i;

	ds_say_line(doc, N_("Scores, from low to high"), ds_rules_words(page,
	    &steps, NULL));
	if (set->acute >= 0)
		ds_say_line(doc, N_("Acute up to and including"),
		    ds_say(doc, &page->arena, "%d", set->acute));
	ds_rules_tell_why(page, NULL, set->source, NULL);
	block = ds_table(doc, NULL, columns, 3);
	for (i = 0; i < set->count; i++, domain++) {
		row = ds_table_row(doc, block);
		ds_cell(doc, row, 0, domain->label);
		ds_cell(doc, row, 1, ds_code_label(ds_codes_class,
		    domain->class, doc->language));
		if (domain->area != NULL)
			ds_cell(doc, row, 2, ds_code_label(ds_codes_area,
			    domain->area, doc->language));
	}
}

/* ---- instruments ---- */

static bool
is_valid_for_ever(const struct ds_instrument *instrument)
{
	return instrument->valid.months == 0 && instrument->valid.days == 0;
}

void
ds_rules_put_instrument(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_instrument *instrument = item;

	ds_put_text(page->doc, map, "valid", is_valid_for_ever(instrument) ?
	    NULL : ds_rules_iso(page, instrument->valid));
	ds_put_bool(page->doc, map, "needs_trained",
	    instrument->needs_trained);
	ds_put_text(page->doc, map, "source", instrument->source);
}

void
ds_rules_tell_instrument(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_instrument *instrument = item;

	ds_cell(page->doc, row, 1, is_valid_for_ever(instrument) ? NULL :
	    ds_rules_period(page, instrument->valid));
	if (instrument->needs_trained)
		ds_cell(page->doc, row, 2,
		    ds_tr(page->doc->language, N_("yes")));
	ds_cell(page->doc, row, 3, instrument->source);
}

/* ---- grounds ---- */

void
ds_rules_put_ground(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_ground_rule *ground = item;
	dossier_document *doc = page->doc;

	ds_put_text(doc, map, "kind", ground->kind);
	ds_put_text(doc, map, "purpose", ground->purpose);
	ds_put_bool(doc, map, "special", ground->special);
	ds_put_bool(doc, map, "given", ground->is_given);
	ds_rules_put_number(page, map, "youth_from", ground->is_given ?
	    ground->youth_from : -1);
	ds_put_bool(doc, map, "needs_capable", ground->needs_capable);
	ds_put_text(doc, map, "before", ground->before);
	ds_rules_put_why(page, map, ground->because, ground->source, NULL);
}

void
ds_rules_tell_ground(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_ground_rule *ground = item;
	dossier_document *doc = page->doc;
	dossier_language lang = doc->language;

	ds_cell(doc, row, 1, ground->purpose == NULL ? NULL :
	    ds_code_label(ds_codes_purpose, ground->purpose, lang));
	if (ground->is_given)
		ds_cell(doc, row, 2, ds_say(doc, &page->arena, N_("the youth "
		    "from %d; before that: %s"), ground->youth_from,
		    ground->before == NULL ? "-" : ds_code_label(
		    ds_codes_giver, ground->before, lang)));
	if (ground->special)
		ds_cell(doc, row, 3, ds_tr(lang, N_("yes")));
	ds_cell(doc, row, 4, ground->source);
}

/* ---- roles ---- */

void
ds_rules_put_role(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	static const char *const reaches[] = {
		[DS_REACH_ALL] = "all", [DS_REACH_ORDINARY] = "ordinary",
		[DS_REACH_GRANTED] = "granted"
	};
	const struct ds_role_rule *role = item;

	ds_put_text(page->doc, map, "sees", reaches[role->reach]);
	ds_say_list(page->doc, &page->arena, map, "forbids", role->forbids);
	ds_rules_put_why(page, map, role->because, role->source, NULL);
}

void
ds_rules_tell_role(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	static const char *const reaches[] = {
		[DS_REACH_ALL] = N_("all of it"),
		[DS_REACH_ORDINARY] = N_("nothing of health, justice and "
		    "family"),
		[DS_REACH_GRANTED] = N_("what grounds give to their "
		    "organisation")
	};
	const struct ds_role_rule *role = item;
	dossier_document *doc = page->doc;

	ds_cell(doc, row, 1, ds_tr(doc->language, reaches[role->reach]));
	ds_cell(doc, row, 2, ds_say_joined(doc, &page->arena,
	    role->forbids));
	ds_cell(doc, row, 3, role->because);
	ds_cell(doc, row, 4, role->source);
}

/* ---- why data are kept ---- */

void
ds_rules_put_reason(struct ds_rules_page *page, struct ds_value *map,
    const void *item)
{
	const struct ds_section_reason *reason = item;

	ds_put_text(page->doc, map, "purpose", reason->purpose);
	ds_put_text(page->doc, map, "basis", reason->basis);
	ds_put_text(page->doc, map, "keep", reason->keep);
	ds_put_text(page->doc, map, "source", reason->source);
}

void
ds_rules_tell_reason(struct ds_rules_page *page, struct ds_cells *row,
    const void *item)
{
	const struct ds_section_reason *reason = item;

	ds_cell(page->doc, row, 1, reason->purpose);
	ds_cell(page->doc, row, 2, reason->basis);
	ds_cell(page->doc, row, 3, reason->keep);
	ds_cell(page->doc, row, 4, reason->source);
}
