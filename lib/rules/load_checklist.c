/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading checklists: what must be there, or at least have been asked. */
#include <string.h>

#include "rules/load.h"

/* ---- records and their fields ---- */

#define MAX_NAMES (DS_KIND_END > DS_MAX_FIELDS ? DS_KIND_END : DS_MAX_FIELDS)

/* Records of a youth can be asked for, and the youth itself. */
static bool
is_of_youth(const struct ds_record *record)
{
	return record->kind == DS_YOUTH || ds_field_named(record, "youth") >=
	    0;
}

static dossier_status
no_record(const char *name, dossier_error *err)
{
	const char *names[MAX_NAMES];
	const struct ds_record *record;
	size_t count = 0;
	int kind;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		record = ds_record((enum ds_kind)kind);
		if (is_of_youth(record))
			names[count++] = record->table;
	}
	ds_fail(err, DOSSIER_INVALID, N_("There is no record \"%s\" of a "
	    "youth."), name);
	ds_load_suggest(name, names, count, err);
	return DOSSIER_INVALID;
}

static dossier_status
find_record(struct ds_item *item, const char *name, dossier_error *err)
{
	const struct ds_record *record = ds_record_named(name);

	if (record == NULL || !is_of_youth(record))
		return no_record(name, err);
	item->record = record->kind;
	return DOSSIER_OK;
}

static dossier_status
read_record(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	return ds_load_at(load, node, find_record(out, node->text, err), err);
}

static dossier_status
no_field(const struct ds_record *record, const char *name, dossier_error *err)
{
	const char *names[MAX_NAMES];
	int i;

	for (i = 0; i < record->count; i++)
		names[i] = record->fields[i].name;
	ds_fail(err, DOSSIER_INVALID, N_("The record \"%s\" has no field "
	    "\"%s\"."), record->table, name);
	ds_load_suggest(name, names, (size_t)record->count, err);
	return DOSSIER_INVALID;
}

/* "youth.phone" */
static dossier_status
read_field(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_item *item = out;
	const char *point, *name;

	DS_TRY(ds_load_kind(load, node, DS_YAML_TEXT, err));
	point = strchr(node->text, '.');
	if (point == NULL)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("\"%s\" is no field: write the record, a point and "
		    "the field, such as youth.phone."), node->text), err);
	name = ds_arena_ndup(load->arena, node->text,
	    (size_t)(point - node->text));
	if (name == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_load_at(load, node, find_record(item, name, err), err));
	item->field = ds_field_named(ds_record(item->record), point + 1);
	return item->field >= 0 ? DOSSIER_OK : ds_load_at(load, node,
	    no_field(ds_record(item->record), point + 1, err), err);
}

/* ---- statements, grounds, life domains ---- */

static dossier_status
read_section(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const char *slug;

	DS_TRY(ds_load_code(load, &slug, node, ds_codes_section, err));
	*(enum ds_section *)out = ds_section_named(slug);
	return DOSSIER_OK;
}

static dossier_status
read_voice(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_code(load, out, node, ds_codes_voice, err);
}

static dossier_status
read_purpose(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_code(load, out, node, ds_codes_purpose, err);
}

static dossier_status
read_statement(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const struct ds_key keys[] = {
		{ "section", true, read_section,
		    offsetof(struct ds_item, section) },
		{ "voice", false, read_voice,
		    offsetof(struct ds_item, voice) },
		{ NULL, false, NULL, 0 }
	};
	struct ds_item *item = out;

	item->record = DS_STATEMENT;
	return ds_load_map(load, item, node, keys, err);
}

static dossier_status
read_ground(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const struct ds_key keys[] = {
		{ "section", true, read_section,
		    offsetof(struct ds_item, section) },
		{ "purpose", false, read_purpose,
		    offsetof(struct ds_item, purpose) },
		{ NULL, false, NULL, 0 }
	};
	struct ds_item *item = out;

	item->record = DS_GROUND;
	return ds_load_map(load, item, node, keys, err);
}

/* Sets are read before checklists; a set stays known by its name. */
static dossier_status
read_domains(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const struct ds_pack *pack = load->pack;
	struct ds_item *item = out;

	item->record = DS_LIFE_DOMAIN;
	DS_TRY(ds_load_name(load, &item->domains, node, err));
	if (ds_pack_domain_set(pack, node->text) != NULL)
		return DOSSIER_OK;
	return ds_load_unknown(load, node, N_("There is no set of life "
	    "domains \"%s\"."), pack->domain_sets, pack->domain_set_count,
	    sizeof *pack->domain_sets, err);
}

/* ---- one item ---- */

static const struct ds_key item_keys[] = {
	{ "id", true, ds_load_name, offsetof(struct ds_item, id) },
	{ "label", true, ds_load_text, offsetof(struct ds_item, label) },
	{ "fact", false, ds_load_fact, offsetof(struct ds_item, fact) },
	DS_NEED_KEYS(offsetof(struct ds_item, need)),
	{ "record", false, read_record, 0 },
	{ "field", false, read_field, 0 },
	{ "statement", false, read_statement, 0 },
	{ "ground", false, read_ground, 0 },
	{ "domains", false, read_domains, 0 },
	{ "answer", false, ds_load_bool, offsetof(struct ds_item, answer) },
	{ "source", false, ds_load_text, offsetof(struct ds_item, source) },
	{ NULL, false, NULL, 0 }
};

static int
asked_for(const struct ds_yaml *node)
{
	static const char *const keys[] = { "record", "field", "statement",
	    "ground", "domains" };
	size_t i;
	int count = 0;

	for (i = 0; i < sizeof keys / sizeof keys[0]; i++)
		count += ds_yaml_get(node, keys[i]) != NULL;
	return count;
}

static dossier_status
read_item(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_item *item = out;

	item->fact = item->field = -1;
	DS_TRY(ds_load_map(load, item, node, item_keys, err));
	if ((item->fact >= 0) + (item->need.kind != NULL) +
	    asked_for(node) != 1)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("An item asks for one thing: a \"fact\", a "
		    "\"record\", a \"field\", a \"statement\", a "
		    "\"ground\", \"domains\", or what can happen, such "
		    "as an \"agreement\".")), err);
	if (!item->answer || (item->record != 0 &&
	    item->record != DS_GROUND))
		return DOSSIER_OK;
	return ds_load_at_key(load, ds_yaml_get(node, "answer"), ds_fail(err,
	    DOSSIER_INVALID, N_("An answer can stand for a record, a field, "
	    "a statement or life domains, not for this.")), err);
}

static dossier_status
check_items(struct ds_load *load, const struct ds_yaml *list,
    dossier_error *err)
{
	const struct ds_yaml *child;
	struct ds_seen *seen;
	size_t count = 0;

	seen = ds_arena_alloc(load->arena, list->count * sizeof *seen);
	if (seen == NULL)
		return ds_no_memory(err);
	for (child = list->first; child != NULL; child = child->next) {
		seen[count].node = ds_yaml_get(child, "id");
		seen[count].name = seen[count].node->text;
		count++;
	}
	return ds_load_distinct(load, seen, count, err);
}

static dossier_status
read_checklist(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_checklist *list = out;

	DS_TRY(ds_load_key_name(load, &list->name, node, err));
	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	list->pack = load->pack;
	DS_TRY(ds_load_each(load, &list->items, &list->count, node,
	    sizeof *list->items, read_item, err));
	return check_items(load, node, err);
}

dossier_status
ds_load_checklists(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err)
{
	struct ds_pack *pack = out;
	const struct ds_checklist *own;
	size_t count;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	DS_TRY(ds_load_each(load, &own, &count, node, sizeof *own,
	    read_checklist, err));
	return ds_load_merge(load, &pack->checklists, &pack->checklist_count,
	    own, count, sizeof *own, err);
}
