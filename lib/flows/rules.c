/* SPDX-License-Identifier: EUPL-1.2 */
/* The installed packs, and what their own examples say of them. */
#include <stdlib.h>
#include <string.h>

#include "flows/rules_check.h"
#include "flows/session.h"

/* ---- list ---- */

struct listing {
	dossier_session *session;
	struct ds_library *library;
	dossier_document *doc;
	struct ds_block *table;
	struct ds_arena arena;
	const char *home;
};

/* Is this the version that counts on the day? */
static dossier_status
in_force(bool *out, const struct listing *list, const struct ds_pack *pack,
    dossier_error *err)
{
	const struct ds_pack *counts;

	DS_TRY(ds_library_named(&counts, list->library, pack->id,
	    list->session->today, err));
	*out = strcmp(counts->version, pack->version) == 0;
	return DOSSIER_OK;
}

static dossier_status
put_pack(struct listing *list, const struct ds_pack *pack, dossier_error *err)
{
	dossier_document *doc = list->doc;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	bool counts;

	DS_TRY(in_force(&counts, list, pack, err));
	ds_put_text(doc, map, "id", pack->id);
	ds_put_text(doc, map, "version", pack->version);
	ds_put_text(doc, map, "name", pack->name);
	ds_put_day(doc, map, "valid_from", pack->valid_from);
	ds_put_day(doc, map, "valid_until", pack->valid_until);
	ds_put_text(doc, map, "extends", pack->extends);
	ds_put_int(doc, map, "municipalities",
	    (int64_t)pack->municipality_count);
	ds_put_bool(doc, map, "home", strcmp(pack->id, list->home) == 0);
	ds_put_bool(doc, map, "in_force", counts);
	ds_put_bool(doc, map, "doubt", pack->doubt != NULL);
	return DOSSIER_OK;
}

/* "2026-01-01", or "2026-01-01 – 2026-12-31" */
static const char *
validity(struct listing *list, const struct ds_pack *pack)
{
	const char *from = ds_say_day(list->doc, &list->arena,
	    pack->valid_from);

	if (!ds_day_known(pack->valid_until))
		return from;
	return ds_say_more(list->doc, &list->arena, from, " \xe2\x80\x93 ",
	    ds_say_day(list->doc, &list->arena, pack->valid_until));
}

static void
print_pack(struct listing *list, const struct ds_pack *pack)
{
	struct ds_cells *row = ds_table_row(list->doc, list->table);
	dossier_document *doc = list->doc;
	const char *id = pack->id;

	if (strcmp(pack->id, list->home) == 0)
		id = ds_say(doc, &list->arena, N_("%s (home)"), id);
	ds_cell(doc, row, 0, id);
	ds_cell(doc, row, 1, pack->version);
	ds_cell(doc, row, 2, pack->name);
	ds_cell(doc, row, 3, validity(list, pack));
	ds_cell(doc, row, 4, pack->extends);
	if (pack->municipality_count > 0)
		ds_cell(doc, row, 5, ds_say_sure(doc, ds_arena_printf(
		    &list->arena, "%zu", pack->municipality_count)));
	ds_cell(doc, row, 6, pack->doubt == NULL ? NULL :
	    ds_tr(doc->language, N_("yes")));
}

static void
print_doubts(struct listing *list, const struct ds_pack *pack)
{
	const char *text = pack->doubt, *end;

	if (text == NULL)
		return;
	ds_heading(list->doc, ds_say(list->doc, &list->arena,
	    N_("Doubt in %s %s"), pack->id, pack->version));
	for (; text != NULL; text = *end == '\0' ? NULL : end + 1) {
		end = strchrnul(text, '\n');
		ds_paragraph(list->doc, "- %.*s", (int)(end - text), text);
	}
}

/* ---- in order: after what it extends; who stands alone last ---- */

struct place {
	const struct ds_pack *pack;
	const char *path;		/* ids from the first base on */
	bool alone;			/* extends none, and none extends it */
};

static int
by_path(const void *left, const void *right)
{
	const struct place *a = left, *b = right;
	int order = a->alone != b->alone ? (a->alone ? 1 : -1) :
	    strcmp(a->path, b->path);

	return order != 0 ? order : strcmp(a->pack->version,
	    b->pack->version);
}

static const char *
path_of(struct listing *list, const struct ds_pack *pack)
{
	const char *path = pack->id;

	/* What parts them comes before all that an id may hold. */
	for (pack = pack->base; pack != NULL; pack = pack->base)
		path = ds_say_sure(list->doc, ds_arena_printf(&list->arena,
		    "%s\x01%s", pack->id, path));
	return path;
}

static bool
is_alone(const struct place *places, size_t count,
    const struct ds_pack *pack)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (places[i].pack->base != NULL &&
		    strcmp(places[i].pack->base->id, pack->id) == 0)
			return false;
	return pack->base == NULL;
}

static dossier_status
put_in_order(struct place **out, struct listing *list, dossier_error *err)
{
	size_t count = ds_library_count(list->library), i;
	struct place *places = ds_arena_alloc(&list->arena,
	    (count + 1) * sizeof *places);

	*out = places;
	if (places == NULL)
		return ds_no_memory(err);
	for (i = 0; i < count; i++) {
		DS_TRY(ds_library_at(&places[i].pack, list->library, i, err));
		places[i].path = path_of(list, places[i].pack);
	}
	for (i = 0; i < count; i++)
		places[i].alone = is_alone(places, count, places[i].pack);
	if (count > 0)
		qsort(places, count, sizeof *places, by_path);
	return DOSSIER_OK;
}

static dossier_status
print_list(struct listing *list, dossier_error *err)
{
	dossier_language lang = list->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Pack")), DS_LEFT },
		{ ds_tr(lang, N_("Version")), DS_LEFT },
		{ ds_tr(lang, N_("Name")), DS_LEFT },
		{ ds_tr(lang, N_("In force")), DS_LEFT },
		{ ds_tr(lang, N_("Extends")), DS_LEFT },
		{ ds_tr(lang, N_("Municip.")), DS_RIGHT },
		{ ds_tr(lang, N_("Doubt")), DS_LEFT },
	};
	struct place *places;
	size_t i;

	DS_TRY(put_in_order(&places, list, err));
	list->table = ds_table(list->doc, NULL, columns, 7);
	for (i = 0; i < ds_library_count(list->library); i++) {
		DS_TRY(put_pack(list, places[i].pack, err));
		print_pack(list, places[i].pack);
	}
	for (i = 0; i < ds_library_count(list->library); i++)
		print_doubts(list, places[i].pack);
	return ds_document_check(list->doc, err);
}

static dossier_status
make_list(struct listing *list, dossier_error *err)
{
	struct ds_library *library;

	DS_TRY(ds_session_library(&library, list->session, err));
	list->library = library;
	DS_TRY(ds_setting_get(&list->home, &list->arena,
	    list->session->store, "home_pack", err));
	if (list->home == NULL)
		list->home = "nl";
	DS_TRY(ds_session_document(&list->doc, list->session,
	    N_("Packs with rules"), err));
	return print_list(list, err);
}

dossier_status
dossier_rules_list(dossier_document **out, dossier_session *session,
    dossier_error *err)
{
	struct listing list = { .session = session };
	dossier_status status = make_list(&list, err);

	ds_arena_free(&list.arena);
	if (status == DOSSIER_OK)
		*out = list.doc;
	else
		dossier_document_free(list.doc);
	return status;
}

/* ---- test ---- */

struct trial {
	struct ds_findings findings;
	struct ds_block *table;
};

static dossier_status
try_pack(struct trial *trial, struct ds_library *library, size_t index,
    dossier_error *err)
{
	dossier_document *doc = trial->findings.doc;
	struct ds_arena *arena = &trial->findings.arena;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	struct ds_cells *row = ds_table_row(doc, trial->table);
	const struct ds_pack *pack;
	struct ds_verdict verdict;

	DS_TRY(ds_library_examples(&pack, library, index, err));
	ds_put_text(doc, map, "pack", pack->id);
	ds_put_text(doc, map, "version", pack->version);
	DS_TRY(ds_findings_pack(&verdict, &trial->findings, map, pack->id,
	    pack, err));
	ds_cell(doc, row, 0, pack->id);
	ds_cell(doc, row, 1, pack->version);
	ds_cell(doc, row, 2, ds_say(doc, arena, "%zu", verdict.tables));
	ds_cell(doc, row, 3, ds_say(doc, arena, "%zu", verdict.unproven));
	ds_cell(doc, row, 4, ds_say(doc, arena, "%zu", verdict.examples));
	ds_cell(doc, row, 5, ds_say(doc, arena, "%zu", verdict.failed));
	return DOSSIER_OK;
}

static dossier_status
try_all(struct trial *trial, struct ds_library *library, const char *id,
    dossier_error *err)
{
	dossier_document *doc = trial->findings.doc;
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Pack")), DS_LEFT },
		{ ds_tr(doc->language, N_("Version")), DS_LEFT },
		{ ds_tr(doc->language, N_("Tables")), DS_RIGHT },
		{ ds_tr(doc->language, N_("With a fault")), DS_RIGHT },
		{ ds_tr(doc->language, N_("Examples")), DS_RIGHT },
		{ ds_tr(doc->language, N_("Failed")), DS_RIGHT },
	};
	size_t i;

	trial->table = ds_table(doc, NULL, columns, 6);
	for (i = 0; i < ds_library_count(library); i++)
		if (id == NULL || strcmp(ds_library_id(library, i), id) == 0)
			DS_TRY(try_pack(trial, library, i, err));
	if (!doc->attention)
		ds_paragraph(doc, "%s", ds_tr(doc->language, N_("Every "
		    "example gives what its writer expects, and every table "
		    "is proven.")));
	return ds_document_check(doc, err);
}

dossier_status
dossier_rules_test(dossier_document **out, dossier_session *session,
    const char *pack, dossier_error *err)
{
	struct trial trial = { .table = NULL };
	struct ds_library *library;
	dossier_status status;
	size_t index;

	DS_TRY(ds_session_library(&library, session, err));
	if (pack != NULL)
		DS_TRY(ds_library_find(&index, library, pack, NULL,
		    session->today, err));
	DS_TRY(ds_session_document(&trial.findings.doc, session,
	    N_("Packs tested"), err));
	status = try_all(&trial, library, pack, err);
	ds_arena_free(&trial.findings.arena);
	if (status == DOSSIER_OK)
		*out = trial.findings.doc;
	else
		dossier_document_free(trial.findings.doc);
	return status;
}
