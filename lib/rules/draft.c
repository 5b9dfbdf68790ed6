/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/draft.h"

#include <string.h>

#include "base/file.h"
#include "base/text.h"

#define LARGEST (1024 * 1024)	/* bytes of a file; see base/yaml.h */

void
ds_drafts_start(struct ds_drafts *out, struct ds_library *library,
    dossier_day day, dossier_language language)
{
	memset(out, 0, sizeof *out);
	out->library = library;
	out->day = day;
	out->language = language;
}

void
ds_drafts_free(struct ds_drafts *drafts)
{
	ds_free(drafts->items);
	ds_arena_free(&drafts->arena);
}

/* ---- reading ---- */

static dossier_status
start(struct ds_draft **out, struct ds_drafts *drafts, const char *name,
    dossier_error *err)
{
	struct ds_draft **items = ds_grow(drafts->items, drafts->count,
	    &drafts->capacity, sizeof(struct ds_draft *));
	struct ds_draft *draft;

	if (items == NULL)
		return ds_no_memory(err);
	drafts->items = items;
	draft = ds_arena_alloc(&drafts->arena, sizeof *draft);
	if (draft == NULL)
		return ds_no_memory(err);
	draft->err.language = drafts->language;
	draft->file = ds_arena_dup(&drafts->arena, name);
	if (draft->file == NULL)
		return ds_no_memory(err);
	drafts->items[drafts->count++] = draft;
	*out = draft;
	return DOSSIER_OK;
}

/* Only memory is the caller's concern; the rest is told of the draft. */
static dossier_status
kept(dossier_status status, dossier_error *err)
{
	return status == DOSSIER_NO_MEMORY ? ds_no_memory(err) : DOSSIER_OK;
}

static dossier_status
read_text(struct ds_drafts *drafts, struct ds_draft *draft, const char *text,
    size_t size, dossier_error *err)
{
	draft->text = ds_arena_ndup(&drafts->arena, text, size);
	if (draft->text == NULL)
		return ds_no_memory(err);
	draft->size = size;
	DS_TRY(ds_yaml_parse(&draft->tree, &drafts->arena, draft->text, size,
	    draft->file, &draft->err));
	return ds_pack_read_head(&draft->head, &drafts->arena, draft->tree,
	    draft->file, &draft->err);
}

dossier_status
ds_drafts_add_text(struct ds_draft **out, struct ds_drafts *drafts,
    const char *name, const char *text, size_t size, dossier_error *err)
{
	DS_TRY(start(out, drafts, name, err));
	return kept(read_text(drafts, *out, text, size, err), err);
}

dossier_status
ds_drafts_add_file(struct ds_draft **out, struct ds_drafts *drafts,
    const char *path, dossier_error *err)
{
	struct ds_buf text = DS_BUF_INIT;
	dossier_status status;

	DS_TRY(start(out, drafts, path, err));
	status = ds_file_read(&text, path, LARGEST, &(*out)->err);
	if (status == DOSSIER_OK)
		status = read_text(drafts, *out, text.data, text.size, err);
	ds_buf_free(&text);
	return kept(status, err);
}

/* ---- loading ---- */

static struct ds_draft *
draft_of(const struct ds_drafts *drafts, const char *id,
    const struct ds_draft *asks)
{
	size_t i;

	for (i = 0; i < drafts->count; i++)
		if (drafts->items[i] != asks &&
		    drafts->items[i]->head.id != NULL &&
		    strcmp(drafts->items[i]->head.id, id) == 0)
			return drafts->items[i];
	return NULL;
}

static dossier_status
not_there(const struct ds_drafts *drafts, struct ds_draft *draft,
    bool in_turn)
{
	const struct ds_yaml *node = ds_yaml_get(draft->tree, "extends");

	if (in_turn)
		ds_fail(&draft->err, DOSSIER_INVALID, N_("This pack extends "
		    "%s, which extends it in turn."), draft->head.extends);
	else if (drafts->library == NULL)
		ds_fail(&draft->err, DOSSIER_INVALID, N_("This pack extends "
		    "%s, which does not come with this software."),
		    draft->head.extends);
	else
		ds_fail(&draft->err, DOSSIER_INVALID, N_("This pack extends "
		    "%s, which is not in this store."), draft->head.extends);
	if (!in_turn)
		ds_advise(&draft->err, N_("Name the file of that pack too, "
		    "or install it first: dossier rules use FILE"));
	ds_locate(&draft->err, draft->file, node == NULL ? 0 : node->line,
	    node == NULL ? 0 : node->column);
	return DOSSIER_INVALID;
}

/* What it extends has a fault itself: tell that, of its own file. */
static dossier_status
base_refused(struct ds_draft *draft, const struct ds_draft *base)
{
	draft->err = base->err;
	return DOSSIER_INVALID;
}

static dossier_status
base_of_draft(const struct ds_pack **out, struct ds_drafts *drafts,
    struct ds_draft *draft, struct ds_draft *base, dossier_error *err)
{
	if (base->loading)
		return not_there(drafts, draft, true);
	DS_TRY(ds_draft_load(drafts, base, err));
	*out = base->pack;
	return base->pack != NULL ? DOSSIER_OK : base_refused(draft, base);
}

static dossier_status
find_base(const struct ds_pack **out, struct ds_drafts *drafts,
    struct ds_draft *draft, dossier_error *err)
{
	const char *id = draft->head.extends, *text;
	dossier_day day = draft->head.valid_from;
	struct ds_draft *base;
	size_t size, index;

	*out = NULL;
	if (id == NULL)
		return DOSSIER_OK;
	if (strcmp(id, draft->head.id) == 0)
		return not_there(drafts, draft, true);
	if (day.number < drafts->day.number)
		day = drafts->day;
	base = draft_of(drafts, id, draft);
	if (base != NULL)
		return base_of_draft(out, drafts, draft, base, err);
	if (drafts->library != NULL) {
		if (ds_library_find(&index, drafts->library, id, NULL, day,
		    NULL) != DOSSIER_OK)
			return not_there(drafts, draft, false);
		return ds_library_version(out, drafts->library, index, day,
		    &draft->err);
	}
	text = ds_library_shipped(id, &size);
	if (text == NULL)
		return not_there(drafts, draft, false);
	DS_TRY(ds_drafts_add_text(&base, drafts, id, text, size, err));
	return base_of_draft(out, drafts, draft, base, err);
}

static dossier_status
load_on(struct ds_drafts *drafts, struct ds_draft *draft, dossier_error *err)
{
	const struct ds_pack *base;
	struct ds_pack *pack;

	DS_TRY(find_base(&base, drafts, draft, err));
	DS_TRY(ds_pack_of_tree(&pack, &drafts->arena, draft->tree,
	    draft->file, base, &draft->err));
	DS_TRY(ds_pack_load_examples(pack, &drafts->arena, draft->tree,
	    draft->file, &draft->err));
	draft->pack = pack;
	return DOSSIER_OK;
}

dossier_status
ds_draft_load(struct ds_drafts *drafts, struct ds_draft *draft,
    dossier_error *err)
{
	dossier_status status;

	if (draft->tried || draft->head.id == NULL)
		return DOSSIER_OK;
	draft->tried = true;
	draft->loading = true;
	status = load_on(drafts, draft, err);
	draft->loading = false;
	return kept(status, err);
}
