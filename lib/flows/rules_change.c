/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/rules_change.h"

#include <string.h>

struct changes {
	struct ds_rules_page *page;
	const struct ds_pack *before, *after;
	struct ds_value *list;
	struct ds_block *table;
};

enum change { ADDED, CHANGED, REMOVED };

static const char *const change_names[] = { "added", "changed", "removed" };
static const char *const change_labels[] = { N_("new"), N_("changed"),
	N_("gone") };

/* One line; of a rule the table's name stands before its id. */
static void
tell(struct changes *changes, const char *kind, const char *name,
    enum change change, const char *before, const char *after)
{
	dossier_document *doc = changes->page->doc;
	struct ds_cells *row = ds_table_row(doc, changes->table);
	dossier_language lang = doc->language;

	ds_cell(doc, row, 0, ds_tr(lang, kind));
	ds_cell(doc, row, 1, name);
	ds_cell(doc, row, 2, ds_tr(lang, change_labels[change]));
	ds_cell(doc, row, 3, before);
	ds_cell(doc, row, 4, after);
}

static struct ds_value *
put(struct changes *changes, const char *section, const char *name,
    enum change change)
{
	dossier_document *doc = changes->page->doc;
	struct ds_value *map = ds_put_map(doc, changes->list, NULL);

	ds_put_text(doc, map, "section", section);
	ds_put_text(doc, map, "name", name);
	ds_put_text(doc, map, "change", change_names[change]);
	return map;
}

/* ---- the rules of a table ---- */

static const struct ds_rule *
rule_of(const struct ds_table *table, const char *id)
{
	size_t i;

	for (i = 0; i < table->rule_count; i++)
		if (strcmp(table->rules[i].id, id) == 0)
			return &table->rules[i];
	return NULL;
}

/* "wage_value: > 50 → route: betaald-werk"; NULL where there is none. */
static const char *
rule_text(struct changes *changes, const struct ds_table *table,
    const struct ds_rule *rule)
{
	struct ds_rules_page *page = changes->page;

	if (rule == NULL)
		return NULL;
	return ds_say_sure(page->doc, ds_arena_printf(&page->arena,
	    "%s \xe2\x86\x92 %s", ds_rules_when(page, table->inputs,
	    rule->conditions, rule->condition_count),
	    ds_rules_outputs(page, rule)));
}

static void
tell_rule(struct changes *changes, struct ds_value *rules,
    const struct ds_table *before, const struct ds_table *after,
    const char *id)
{
	const char *texts[] = {
		rule_text(changes, before, rule_of(before, id)),
		rule_text(changes, after, rule_of(after, id))
	};
	dossier_document *doc = changes->page->doc;
	struct ds_value *map;
	const char *name;

	if (texts[0] != NULL && texts[1] != NULL &&
	    strcmp(texts[0], texts[1]) == 0)
		return;			/* it decides the same */
	map = ds_put_map(doc, rules, NULL);
	ds_put_text(doc, map, "id", id);
	ds_put_text(doc, map, "before", texts[0]);
	ds_put_text(doc, map, "after", texts[1]);
	name = ds_say_sure(doc, ds_arena_printf(&changes->page->arena,
	    "%s: %s", after->name, id));
	tell(changes, N_("Rule"), name, texts[0] == NULL ? ADDED :
	    texts[1] == NULL ? REMOVED : CHANGED, texts[0], texts[1]);
}

static void
tell_rules(struct changes *changes, struct ds_value *map,
    const struct ds_table *before, const struct ds_table *after)
{
	struct ds_value *rules = ds_put_list(changes->page->doc, map,
	    "rules");
	size_t i;

	for (i = 0; i < before->rule_count; i++)
		tell_rule(changes, rules, before, after,
		    before->rules[i].id);
	for (i = 0; i < after->rule_count; i++)
		if (rule_of(before, after->rules[i].id) == NULL)
			tell_rule(changes, rules, before, after,
			    after->rules[i].id);
}

/* ---- the sections ---- */

static void
tell_item(struct changes *changes, const struct ds_rules_section *section,
    const void *before, const void *after, const char *was, const char *is)
{
	const void *item = after != NULL ? after : before;
	const char *name = ds_rules_name(item);
	enum change change = before == NULL ? ADDED : after == NULL ?
	    REMOVED : CHANGED;
	struct ds_value *map = put(changes, section->key, name, change);

	ds_put_text(changes->page->doc, map, "before", was);
	ds_put_text(changes->page->doc, map, "after", is);
	tell(changes, section->one, name, change, was, is);
	if (change == CHANGED && strcmp(section->key, "tables") == 0)
		tell_rules(changes, map, before, after);
}

static void
tell_section(struct changes *changes, const struct ds_rules_section *section)
{
	const char *was, *is;
	const void *item, *other;
	size_t i;

	for (i = 0; i < ds_rules_count(section, changes->before); i++) {
		item = ds_rules_at(section, changes->before, i);
		other = ds_rules_named(section, changes->after,
		    ds_rules_name(item));
		if (other == NULL)
			tell_item(changes, section, item, NULL,
			    ds_rules_label(section, item), NULL);
		else if (!ds_rules_same(changes->page, section, item, other,
		    &was, &is))
			tell_item(changes, section, item, other, was, is);
	}
	for (i = 0; i < ds_rules_count(section, changes->after); i++) {
		item = ds_rules_at(section, changes->after, i);
		if (ds_rules_named(section, changes->before,
		    ds_rules_name(item)) == NULL)
			tell_item(changes, section, NULL, item, NULL,
			    ds_rules_label(section, item));
	}
}

/* ---- municipalities ---- */

static bool
has_code(const struct ds_pack *pack, const char *code)
{
	size_t i;

	for (i = 0; pack != NULL && i < pack->municipality_count; i++)
		if (strcmp(pack->municipalities[i], code) == 0)
			return true;
	return false;
}

/* Those of `pack` that `other` lacks. */
static void
tell_codes(struct changes *changes, struct ds_value *map, const char *key,
    const char *label, const struct ds_pack *pack,
    const struct ds_pack *other)
{
	struct ds_rules_page *page = changes->page;
	struct ds_value *list = ds_put_list(page->doc, map, key);
	const char *text = "";
	size_t i;

	for (i = 0; pack != NULL && i < pack->municipality_count; i++) {
		if (has_code(other, pack->municipalities[i]))
			continue;
		ds_put_text(page->doc, list, NULL, pack->municipalities[i]);
		text = ds_say_more(page->doc, &page->arena, text, ", ",
		    pack->municipalities[i]);
	}
	ds_say_line(page->doc, label, text[0] == '\0' ? NULL : text);
}

/* ---- the whole ---- */

static void
open_table(struct changes *changes)
{
	dossier_document *doc = changes->page->doc;
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Kind")), DS_LEFT },
		{ ds_tr(lang, N_("Name")), DS_LEFT },
		{ ds_tr(lang, N_("What")), DS_LEFT },
		{ ds_tr(lang, N_("Before")), DS_LEFT },
		{ ds_tr(lang, N_("Now")), DS_LEFT },
	};

	changes->table = ds_table(doc, ds_tr(lang, N_("What changes")),
	    columns, 5);
}

void
ds_rules_tell_changes(struct ds_rules_page *page, struct ds_value *map,
    const struct ds_pack *before)
{
	struct changes changes = { .page = page, .before = before,
	    .after = page->pack };
	size_t i;

	tell_codes(&changes, map, "municipalities_added",
	    N_("Municipalities added"), page->pack, before);
	tell_codes(&changes, map, "municipalities_removed",
	    N_("Municipalities gone"), before, page->pack);
	changes.list = ds_put_list(page->doc, map, "changes");
	if (before == NULL)
		return;
	open_table(&changes);
	for (i = 0; i < ds_rules_section_count; i++)
		tell_section(&changes, &ds_rules_sections[i]);
	if (changes.list->first != NULL)
		return;
	ds_table_quiet(changes.table);
	ds_paragraph(page->doc, "%s", ds_tr(page->doc->language,
	    N_("Nothing that its rules say changes.")));
}
