/* SPDX-License-Identifier: EUPL-1.2 */
/* A pack as a whole: its head, what it extends, what it holds. */
#include <string.h>

#include "base/buf.h"
#include "rules/load.h"

/* ---- the head ---- */

static dossier_status
read_language(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const char *const words[] = {
		[DOSSIER_ENGLISH] = "en", [DOSSIER_DUTCH] = "nl"
	};
	int chosen;

	DS_TRY(ds_load_choice(load, &chosen, node, words, 2, err));
	*(dossier_language *)out = (dossier_language)chosen;
	return DOSSIER_OK;
}

static dossier_status
read_extends(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	const struct ds_pack *base = load->pack->base;

	DS_TRY(ds_load_name(load, out, node, err));
	if (base != NULL && strcmp(base->id, node->text) == 0 &&
	    strcmp(load->pack->id, node->text) != 0)
		return DOSSIER_OK;
	if (strcmp(load->pack->id, node->text) == 0)
		ds_fail(err, DOSSIER_INVALID,
		    N_("A pack cannot extend itself."));
	else
		ds_fail(err, DOSSIER_INVALID, N_("This pack extends \"%s\", "
		    "which is not there."), node->text);
	return ds_load_at(load, node, DOSSIER_INVALID, err);
}

static dossier_status
read_sources(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;

	DS_TRY(ds_load_kind(load, node, DS_YAML_LIST, err));
	return ds_load_each(load, &pack->sources, &pack->source_count, node,
	    sizeof *pack->sources, ds_load_text, err);
}

static dossier_status
read_municipalities(struct ds_load *load, void *out,
    const struct ds_yaml *node, dossier_error *err)
{
	struct ds_pack *pack = out;
	struct ds_words codes;

	if (node->kind == DS_YAML_LIST && node->count == 0)
		return DOSSIER_OK;
	DS_TRY(ds_load_words(load, &codes, node, ds_load_municipality,
	    err));
	pack->municipality_count = codes.count;
	pack->municipalities = codes.words;
	return DOSSIER_OK;
}

/* ---- the whole ---- */

/* The examples: nobody but who runs them reads them. */
static dossier_status
later(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	(void)load;
	(void)out;
	(void)node;
	(void)err;
	return DOSSIER_OK;
}

/*
 * In this order: terms and programmes use tables, end rules use terms,
 * checklists use sets of life domains.
 */
static const struct ds_key pack_keys[] = {
	{ "id", true, ds_load_name, offsetof(struct ds_pack, id) },
	{ "version", true, ds_load_id, offsetof(struct ds_pack, version) },
	{ "name", true, ds_load_text, offsetof(struct ds_pack, name) },
	{ "language", false, read_language,
	    offsetof(struct ds_pack, language) },
	{ "valid_from", true, ds_load_day,
	    offsetof(struct ds_pack, valid_from) },
	{ "valid_until", false, ds_load_day,
	    offsetof(struct ds_pack, valid_until) },
	{ "extends", false, read_extends,
	    offsetof(struct ds_pack, extends) },
	{ "doubt", false, ds_load_texts, offsetof(struct ds_pack, doubt) },
	{ "sources", false, read_sources, 0 },
	{ "municipalities", false, read_municipalities, 0 },
	{ "parameters", false, ds_load_parameters, 0 },
	{ "tables", false, ds_load_tables, 0 },
	{ "terms", false, ds_load_terms, 0 },
	{ "norms", false, ds_load_norms, 0 },
	{ "domain_sets", false, ds_load_domain_sets, 0 },
	{ "checklists", false, ds_load_checklists, 0 },
	{ "grounds", false, ds_load_grounds, 0 },
	{ "roles", false, ds_load_roles, 0 },
	{ "reasons", false, ds_load_reasons, 0 },
	{ "instruments", false, ds_load_instruments, 0 },
	{ "vocabularies", false, ds_load_vocabularies, 0 },
	{ "programmes", false, ds_load_programmes, 0 },
	{ "tracks", false, ds_load_tracks, 0 },
	{ "meetings", false, ds_load_meetings, 0 },
	{ "ends", false, ds_load_ends, 0 },
	{ "money", false, ds_load_money, 0 },
	{ "figures", false, ds_load_figures, 0 },
	{ "examples", false, later, 0 },
	{ NULL, false, NULL, 0 }
};

static void
inherit_region(struct ds_pack *pack, const struct ds_pack *base)
{
	pack->vocabulary_count = base->vocabulary_count;
	pack->vocabularies = base->vocabularies;
	pack->programme_count = base->programme_count;
	pack->programmes = base->programmes;
	pack->track_count = base->track_count;
	pack->tracks = base->tracks;
	pack->meeting_count = base->meeting_count;
	pack->meetings = base->meetings;
	pack->end_count = base->end_count;
	pack->ends = base->ends;
	pack->head_count = base->head_count;
	pack->heads = base->heads;
	pack->payer_count = base->payer_count;
	pack->payers = base->payers;
	pack->figure_count = base->figure_count;
	pack->figures = base->figures;
}

static void
inherit(struct ds_pack *pack, const struct ds_pack *base)
{
	pack->base = base;
	pack->valid_until = DOSSIER_NO_DAY;
	pack->language = DOSSIER_DUTCH;
	if (base == NULL)
		return;
	pack->table_count = base->table_count;
	pack->tables = base->tables;
	pack->term_count = base->term_count;
	pack->terms = base->terms;
	pack->norm_count = base->norm_count;
	pack->norms = base->norms;
	pack->checklist_count = base->checklist_count;
	pack->checklists = base->checklists;
	pack->parameter_count = base->parameter_count;
	pack->parameters = base->parameters;
	pack->policy = base->policy;
	pack->domain_set_count = base->domain_set_count;
	pack->domain_sets = base->domain_sets;
	pack->instrument_count = base->instrument_count;
	pack->instruments = base->instruments;
	pack->reason_count = base->reason_count;
	pack->reasons = base->reasons;
	inherit_region(pack, base);
}

static dossier_status
check_head(struct ds_load *load, const struct ds_yaml *root,
    dossier_error *err)
{
	const struct ds_pack *pack = load->pack;

	if (pack->base != NULL && pack->extends == NULL)
		return ds_load_at(load, root, ds_fail(err, DOSSIER_INVALID,
		    N_("The key \"%s\" is missing here."), "extends"), err);
	if (ds_day_known(pack->valid_until) &&
	    pack->valid_until.number < pack->valid_from.number)
		return ds_load_at(load, ds_yaml_get(root, "valid_until"),
		    ds_fail(err, DOSSIER_INVALID, N_("The pack's validity is "
		    "upside down: it ends before it begins.")), err);
	return DOSSIER_OK;
}

dossier_status
ds_pack_of_tree(struct ds_pack **out, struct ds_arena *arena,
    const struct ds_yaml *root, const char *file, const struct ds_pack *base,
    dossier_error *err)
{
	struct ds_load load = { .arena = arena, .file = file };

	*out = NULL;
	load.pack = ds_arena_alloc(arena, sizeof *load.pack);
	if (load.pack == NULL)
		return ds_no_memory(err);
	inherit(load.pack, base);
	DS_TRY(ds_load_map(&load, load.pack, root, pack_keys, err));
	DS_TRY(check_head(&load, root, err));
	DS_TRY(ds_load_bind(&load, err));
	DS_TRY(ds_load_rebind(&load, err));
	DS_TRY(ds_load_check_entries(&load, err));
	DS_TRY(ds_load_check_ends(&load, root, err));
	*out = load.pack;
	return DOSSIER_OK;
}

dossier_status
ds_pack_load(const struct ds_pack **out, struct ds_arena *arena,
    const char *text, size_t size, const char *file,
    const struct ds_pack *base, dossier_error *err)
{
	struct ds_pack *pack;
	struct ds_yaml *root;

	*out = NULL;
	DS_TRY(ds_yaml_parse(&root, arena, text, size, file, err));
	DS_TRY(ds_pack_of_tree(&pack, arena, root, file, base, err));
	DS_TRY(ds_pack_load_examples(pack, arena, root, file, err));
	*out = pack;
	return DOSSIER_OK;
}

dossier_status
ds_pack_load_examples(struct ds_pack *pack, struct ds_arena *arena,
    const struct ds_yaml *root, const char *file, dossier_error *err)
{
	struct ds_load load = { .arena = arena, .file = file, .pack = pack };
	const struct ds_yaml *node = ds_yaml_get(root, "examples");

	return node == NULL ? DOSSIER_OK :
	    ds_load_examples(&load, pack, node, err);
}

/* ---- the head alone ---- */

static const struct ds_key head_keys[] = {
	{ "id", true, ds_load_name, offsetof(struct ds_pack, id) },
	{ "version", true, ds_load_id, offsetof(struct ds_pack, version) },
	{ "extends", false, ds_load_name, offsetof(struct ds_pack, extends) },
	{ "valid_from", true, ds_load_day,
	    offsetof(struct ds_pack, valid_from) },
	{ "municipalities", false, read_municipalities, 0 },
	{ NULL, false, NULL, 0 }
};

dossier_status
ds_pack_read_head(struct ds_pack_head *out, struct ds_arena *arena,
    const struct ds_yaml *root, const char *file, dossier_error *err)
{
	struct ds_load load = { .arena = arena, .file = file };
	struct ds_buf codes = DS_BUF_INIT;
	struct ds_pack pack = {0};
	size_t i;

	DS_TRY(ds_load_some(&load, &pack, root, head_keys, err));
	out->id = pack.id;
	out->version = pack.version;
	out->extends = pack.extends;
	out->valid_from = pack.valid_from;
	for (i = 0; i < pack.municipality_count; i++) {
		ds_buf_puts(&codes, i == 0 ? "" : " ");
		ds_buf_puts(&codes, pack.municipalities[i]);
	}
	out->municipalities = codes.failed ? NULL :
	    ds_arena_dup(arena, i == 0 ? "" : codes.data);
	ds_buf_free(&codes);
	return out->municipalities == NULL ? ds_no_memory(err) : DOSSIER_OK;
}
