/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading maps by their keys, and the faults they can have. */
#include "rules/load.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

#define MAX_KEYS 40		/* of one map of the language */
#define FEW_WORDS 16		/* few enough to name them all */

/* What has a name begins with it. */
static const char *
name_of(const char *element)
{
	return *(const char *const *)(const void *)element;
}

/* ---- faults ---- */

dossier_status
ds_load_at(struct ds_load *load, const struct ds_yaml *node,
    dossier_status status, dossier_error *err)
{
	if (status != DOSSIER_OK)
		ds_locate(err, load->file, node->line, node->column);
	return status;
}

dossier_status
ds_load_at_key(struct ds_load *load, const struct ds_yaml *node,
    dossier_status status, dossier_error *err)
{
	if (node->key == NULL)
		return ds_load_at(load, node, status, err);
	if (status != DOSSIER_OK)
		ds_locate(err, load->file, node->key_line,
		    node->key_column);
	return status;
}

static void
name_all(const char *const *words, size_t count, dossier_error *err)
{
	struct ds_buf all = DS_BUF_INIT;
	size_t i;

	for (i = 0; i < count; i++) {
		ds_buf_puts(&all, i == 0 ? "" : ", ");
		ds_buf_puts(&all, words[i]);
	}
	if (!all.failed)
		ds_advise(err, N_("Choose from: %s."), all.data);
	ds_buf_free(&all);
}

void
ds_load_suggest(const char *word, const char *const *words, size_t count,
    dossier_error *err)
{
	const char *nearest = ds_text_nearest(word, words, count);

	if (nearest != NULL)
		ds_advise(err, N_("Did you mean \"%s\"?"), nearest);
	else if (count > 0 && count <= FEW_WORDS)
		name_all(words, count, err);
}

void
ds_load_suggest_item(const char *word, const void *items, size_t count,
    size_t size, dossier_error *err)
{
	const char *names[DS_MAX_RULES], *item = items;
	size_t i;

	for (i = 0; i < count && i < DS_MAX_RULES; i++, item += size)
		names[i] = name_of(item);
	ds_load_suggest(word, names, i, err);
}

dossier_status
ds_load_unknown(struct ds_load *load, const struct ds_yaml *node,
    const char *message, const void *items, size_t count, size_t size,
    dossier_error *err)
{
	ds_fail(err, DOSSIER_INVALID, message, node->text);
	ds_load_suggest_item(node->text, items, count, size, err);
	return ds_load_at(load, node, DOSSIER_INVALID, err);
}

static int
by_name(const void *a, const void *b)
{
	const struct ds_seen *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	if (order == 0)
		order = x->node->line - y->node->line;
	return order != 0 ? order : x->node->column - y->node->column;
}

dossier_status
ds_load_distinct(struct ds_load *load, struct ds_seen *seen, size_t count,
    dossier_error *err)
{
	size_t i;

	if (count > 1)
		qsort(seen, count, sizeof *seen, by_name);
	for (i = 1; i < count; i++) {
		if (strcmp(seen[i - 1].name, seen[i].name) != 0)
			continue;
		return ds_load_at(load, seen[i].node, ds_fail(err,
		    DOSSIER_INVALID, N_("The name \"%s\" stands twice; first "
		    "on line %d."), seen[i].name, seen[i - 1].node->line),
		    err);
	}
	return DOSSIER_OK;
}

/* ---- shapes ---- */

static const char *
title(const struct ds_yaml *node, dossier_error *err)
{
	if (node->key != NULL)
		return node->key;
	return ds_tr(err == NULL ? DOSSIER_ENGLISH : err->language,
	    N_("this item"));
}

dossier_status
ds_load_kind(struct ds_load *load, const struct ds_yaml *node,
    enum ds_yaml_kind kind, dossier_error *err)
{
	static const char *const wanted[] = {
		[DS_YAML_TEXT] = N_("\"%s\" must be one value, not a list or "
		    "a group of keys."),
		[DS_YAML_LIST] = N_("\"%s\" must be a list: each item on a "
		    "line that begins with a dash."),
		[DS_YAML_MAP] = N_("\"%s\" must be a group of keys, each on "
		    "a line such as \"key: value\".")
	};

	if (ds_yaml_is_null(node)) {
		ds_fail(err, DOSSIER_INVALID, N_("\"%s\" is empty."),
		    title(node, err));
		ds_advise(err, N_("Write what it is, or leave it out."));
		return ds_load_at_key(load, node, DOSSIER_INVALID, err);
	}
	if (node->kind == kind)
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    wanted[kind], title(node, err)), err);
}

static const struct ds_key *
find_key(const struct ds_key *keys, const char *name)
{
	for (; keys->name != NULL; keys++)
		if (strcmp(keys->name, name) == 0)
			return keys;
	return NULL;
}

static dossier_status
unknown_key(struct ds_load *load, const struct ds_yaml *node,
    const struct ds_key *keys, dossier_error *err)
{
	const char *names[MAX_KEYS];
	size_t count = 0;

	for (; keys->name != NULL && count < MAX_KEYS; keys++)
		names[count++] = keys->name;
	ds_fail(err, DOSSIER_INVALID,
	    N_("The key \"%s\" is not known here."), node->key);
	ds_load_suggest(node->key, names, count, err);
	return ds_load_at_key(load, node, DOSSIER_INVALID, err);
}

dossier_status
ds_load_map(struct ds_load *load, void *out, const struct ds_yaml *node,
    const struct ds_key *keys, dossier_error *err)
{
	const struct ds_yaml *child;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	for (child = node->first; child != NULL; child = child->next)
		if (find_key(keys, child->key) == NULL)
			return unknown_key(load, child, keys, err);
	return ds_load_some(load, out, node, keys, err);
}

dossier_status
ds_load_some(struct ds_load *load, void *out, const struct ds_yaml *node,
    const struct ds_key *keys, dossier_error *err)
{
	const struct ds_yaml *child;
	const struct ds_key *key;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	for (key = keys; key->name != NULL; key++) {
		child = ds_yaml_get(node, key->name);
		if (child != NULL)
			DS_TRY(key->read(load, (char *)out + key->at, child,
			    err));
		else if (key->needed)
			return ds_load_at(load, node, ds_fail(err,
			    DOSSIER_INVALID, N_("The key \"%s\" is missing "
			    "here."), key->name), err);
	}
	return DOSSIER_OK;
}

dossier_status
ds_load_each(struct ds_load *load, void *items, size_t *count,
    const struct ds_yaml *node, size_t size, ds_load_read read,
    dossier_error *err)
{
	char *element = ds_arena_alloc(load->arena, node->count * size);
	const struct ds_yaml *child;

	if (element == NULL)
		return ds_no_memory(err);
	*(void **)items = element;
	*count = node->count;
	for (child = node->first; child != NULL; child = child->next) {
		DS_TRY(read(load, element, child, err));
		element += size;
	}
	return DOSSIER_OK;
}

dossier_status
ds_load_at_most(struct ds_load *load, const struct ds_yaml *node,
    size_t most, dossier_error *err)
{
	if (node->count <= most)
		return DOSSIER_OK;
	return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
	    N_("\"%s\" holds at most %zu items; here are %zu."), node->key,
	    most, node->count), err);
}

/* ---- what a pack takes from the one it extends ---- */

static size_t
place_of(const char *items, size_t count, size_t size, const char *name)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(name_of(items + i * size), name) == 0)
			return i;
	return count;
}

dossier_status
ds_load_merge(struct ds_load *load, void *items, size_t *count,
    const void *own, size_t own_count, size_t size, dossier_error *err)
{
	const char *base = *(const char *const *)items, *from = own;
	size_t base_count = *count, i, at;
	char *merged = ds_arena_alloc(load->arena,
	    (base_count + own_count) * size);

	if (merged == NULL)
		return ds_no_memory(err);
	if (base_count > 0)
		memcpy(merged, base, base_count * size);
	for (i = 0; i < own_count; i++, from += size) {
		at = place_of(merged, base_count, size, name_of(from));
		if (at == base_count)
			at = (*count)++;
		memcpy(merged + at * size, from, size);
	}
	*(void **)items = merged;
	return DOSSIER_OK;
}

dossier_status
ds_load_named(struct ds_load *load, void *items, size_t *count,
    const struct ds_yaml *node, size_t size, ds_load_read read,
    dossier_error *err)
{
	const void *own;
	size_t own_count;

	DS_TRY(ds_load_kind(load, node, DS_YAML_MAP, err));
	DS_TRY(ds_load_each(load, &own, &own_count, node, size, read, err));
	return ds_load_merge(load, items, count, own, own_count, size, err);
}
