/* SPDX-License-Identifier: EUPL-1.2 */
/* The sections of a pack, and what holds for all that stands in them. */
#include <string.h>

#include "flows/rules_page.h"

#define SECTION(key, title, one, items, count, type, label, part) \
	{ key, title, one, offsetof(struct ds_pack, items), \
	    offsetof(struct ds_pack, count), sizeof(struct type), label, \
	    ds_rules_put_##part, { NULL }, ds_rules_tell_##part }
#define ROWS(key, title, one, items, count, type, label, part, ...) \
	{ key, title, one, offsetof(struct ds_pack, items), \
	    offsetof(struct ds_pack, count), sizeof(struct type), label, \
	    ds_rules_put_##part, { __VA_ARGS__, NULL }, \
	    ds_rules_tell_##part }
#define LABEL(type) offsetof(struct type, label)

const struct ds_rules_section ds_rules_sections[] = {
	ROWS("parameters", N_("Parameters"), N_("Parameter"), parameters,
	    parameter_count, ds_parameter, LABEL(ds_parameter), parameter,
	    N_("Value"), N_("Unit"), N_("Source"), N_("Doubt")),
	SECTION("tables", N_("Decision tables"), N_("Decision table"),
	    tables, table_count, ds_table, LABEL(ds_table), table),
	SECTION("programmes", N_("Programmes"), N_("Programme"), programmes,
	    programme_count, ds_programme, LABEL(ds_programme), programme),
	SECTION("terms", N_("Terms"), N_("Term"), terms, term_count, ds_term,
	    LABEL(ds_term), term),
	SECTION("norms", N_("Norms"), N_("Norm"), norms, norm_count, ds_norm,
	    LABEL(ds_norm), norm),
	SECTION("tracks", N_("Tracks"), N_("Track"), tracks, track_count,
	    ds_track, LABEL(ds_track), track),
	SECTION("meetings", N_("Kinds of meeting"), N_("Kind of meeting"),
	    meetings, meeting_count, ds_meeting_kind, LABEL(ds_meeting_kind),
	    meeting),
	SECTION("ends", N_("When support ends"), N_("End of support"), ends,
	    end_count, ds_end, LABEL(ds_end), end),
	SECTION("checklists", N_("Checklists"), N_("Checklist"), checklists,
	    checklist_count, ds_checklist, DS_NO_LABEL, checklist),
	ROWS("money_heads", N_("Money heads"), N_("Money head"), heads,
	    head_count, ds_money_head, LABEL(ds_money_head), head,
	    N_("Counted in"), N_("Leg"), N_("Source")),
	ROWS("payers", N_("Payers"), N_("Payer"), payers, payer_count,
	    ds_payer, LABEL(ds_payer), payer, N_("Pays"), N_("How much"),
	    N_("Holds"), N_("Source")),
	ROWS("figures", N_("Reference figures"), N_("Reference figure"),
	    figures, figure_count, ds_figure, LABEL(ds_figure), figure,
	    N_("Value"), N_("Of when"), N_("Region"), N_("Source")),
	SECTION("vocabularies", N_("Vocabularies"), N_("Vocabulary"),
	    vocabularies, vocabulary_count, ds_vocabulary,
	    LABEL(ds_vocabulary), vocabulary),
	SECTION("domain_sets", N_("Life domains"), N_("Life domains"),
	    domain_sets, domain_set_count, ds_domain_set,
	    LABEL(ds_domain_set), domain_set),
	ROWS("instruments", N_("Instruments"), N_("Instrument"), instruments,
	    instrument_count, ds_instrument, LABEL(ds_instrument),
	    instrument, N_("Valid"), N_("Trained assessor"), N_("Source")),
	ROWS("grounds", N_("Grounds"), N_("Ground"), policy.rules,
	    policy.rule_count, ds_ground_rule, DS_NO_LABEL, ground,
	    N_("Purpose"), N_("Who gives it"), N_("Also special data"),
	    N_("Source")),
	ROWS("roles", N_("Roles"), N_("Role"), policy.roles,
	    policy.role_count, ds_role_rule, DS_NO_LABEL, role, N_("Sees"),
	    N_("May not"), N_("Because"), N_("Source")),
	ROWS("reasons", N_("Why data are kept"), N_("Section"), reasons,
	    reason_count, ds_section_reason, DS_NO_LABEL, reason,
	    N_("For what"), N_("By which law"), N_("How long"),
	    N_("Source")),
};

const size_t ds_rules_section_count = sizeof ds_rules_sections /
    sizeof ds_rules_sections[0];

size_t
ds_rules_count(const struct ds_rules_section *section,
    const struct ds_pack *pack)
{
	return *(const size_t *)((const char *)pack + section->count);
}

const void *
ds_rules_at(const struct ds_rules_section *section,
    const struct ds_pack *pack, size_t index)
{
	const char *items = *(const char *const *)((const char *)pack +
	    section->items);

	return items + index * section->size;
}

const char *
ds_rules_name(const void *item)
{
	return *(const char *const *)item;
}

const char *
ds_rules_label(const struct ds_rules_section *section, const void *item)
{
	const char *label = section->label == DS_NO_LABEL ? NULL :
	    *(const char *const *)((const char *)item + section->label);

	return label != NULL ? label : ds_rules_name(item);
}

const void *
ds_rules_named(const struct ds_rules_section *section,
    const struct ds_pack *pack, const char *name)
{
	size_t count = ds_rules_count(section, pack), i;
	const void *item;

	for (i = 0; i < count; i++) {
		item = ds_rules_at(section, pack, i);
		if (strcmp(ds_rules_name(item), name) == 0)
			return item;
	}
	return NULL;
}

/* What is inherited is the base's own, to the very bytes of its name. */
const struct ds_pack *
ds_rules_stated_by(const struct ds_rules_section *section,
    const struct ds_pack *pack, const void *item)
{
	const char *name = ds_rules_name(item);
	const void *before;

	while (pack->base != NULL) {
		before = ds_rules_named(section, pack->base, name);
		if (before == NULL || ds_rules_name(before) != name)
			break;
		pack = pack->base;
	}
	return pack;
}

void
ds_rules_put(struct ds_rules_page *page, struct ds_value *list,
    const struct ds_rules_section *section, const void *item)
{
	struct ds_value *map = ds_put_map(page->doc, list, NULL);
	const struct ds_pack *by = ds_rules_stated_by(section, page->pack,
	    item);

	ds_put_text(page->doc, map, "name", ds_rules_name(item));
	if (section->label != DS_NO_LABEL)
		ds_put_text(page->doc, map, "label",
		    ds_rules_label(section, item));
	ds_put_text(page->doc, map, "stated_by", by->id);
	ds_put_bool(page->doc, map, "own", by == page->pack);
	section->put(page, map, item);
}

/* ---- the same? ---- */

static bool same_values(const struct ds_value *left,
    const struct ds_value *right);

static bool
same_value(const struct ds_value *left, const struct ds_value *right)
{
	if (left->kind != right->kind || left->number != right->number ||
	    (left->text == NULL) != (right->text == NULL) ||
	    (left->key == NULL) != (right->key == NULL))
		return false;
	return (left->text == NULL || strcmp(left->text, right->text) == 0) &&
	    (left->key == NULL || strcmp(left->key, right->key) == 0) &&
	    same_values(left->first, right->first);
}

static bool
same_values(const struct ds_value *left, const struct ds_value *right)
{
	for (; left != NULL && right != NULL; left = left->next,
	    right = right->next)
		if (!same_value(left, right))
			return false;
	return left == NULL && right == NULL;
}

/* "2", "P1Y; P2Y", "from: 2026-01-01, value: 14.71"; "-" for nothing. */
static const char *
value_text(struct ds_rules_page *page, const struct ds_value *value)
{
	const char *text = "", *one;
	const struct ds_value *child;

	if (value->kind == DS_VALUE_TEXT)
		return value->text;
	if (value->kind == DS_VALUE_BOOL)
		return ds_tr(page->doc->language, value->number != 0 ?
		    N_("yes") : N_("no"));
	if (value->kind == DS_VALUE_INT)
		return ds_say(page->doc, &page->arena, "%d",
		    (int)value->number);
	for (child = value->first; child != NULL; child = child->next) {
		if (child->kind == DS_VALUE_NULL)
			continue;
		one = value_text(page, child);
		if (value->kind == DS_VALUE_MAP)
			one = ds_say_sure(page->doc, ds_arena_printf(
			    &page->arena, "%s: %s", child->key, one));
		text = ds_say_more(page->doc, &page->arena, text,
		    value->kind == DS_VALUE_MAP ? ", " : "; ", one);
	}
	return text[0] == '\0' ? "-" : text;
}

static const char *
and_value(struct ds_rules_page *page, const char *text,
    const struct ds_value *value)
{
	return ds_say_more(page->doc, &page->arena, text, "; ", ds_say_sure(
	    page->doc, ds_arena_printf(&page->arena, "%s: %s", value->key,
	    value_text(page, value))));
}

/* The rules of a table are told one by one elsewhere. */
static void
tell_differences(struct ds_rules_page *page, const struct ds_value *left,
    const struct ds_value *right, const char **before, const char **after)
{
	*before = *after = "";
	for (; left != NULL && right != NULL; left = left->next,
	    right = right->next) {
		if (same_value(left, right) ||
		    strcmp(left->key, "rules") == 0)
			continue;
		*before = and_value(page, *before, left);
		*after = and_value(page, *after, right);
	}
}

bool
ds_rules_same(struct ds_rules_page *page,
    const struct ds_rules_section *section, const void *left,
    const void *right, const char **before, const char **after)
{
	dossier_document *scratch = ds_document_new(page->doc->language, "");
	struct ds_rules_page beside = *page;
	struct ds_value *maps[2];
	bool same = false;

	*before = *after = "";
	if (scratch == NULL) {
		page->doc->failed = true;
		return false;
	}
	beside.doc = scratch;
	maps[0] = ds_put_map(scratch, scratch->data, NULL);
	maps[1] = ds_put_map(scratch, scratch->data, NULL);
	ds_put_text(scratch, maps[0], "label", ds_rules_label(section, left));
	ds_put_text(scratch, maps[1], "label", ds_rules_label(section,
	    right));
	section->put(&beside, maps[0], left);
	section->put(&beside, maps[1], right);
	same = same_values(maps[0]->first, maps[1]->first);
	page->arena = beside.arena;
	if (!same)
		tell_differences(page, maps[0]->first, maps[1]->first,
		    before, after);
	page->doc->failed = page->doc->failed || scratch->failed;
	dossier_document_free(scratch);
	return same;
}
