/* SPDX-License-Identifier: EUPL-1.2 */
/* One pack, whole or one table of it. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "flows/rules_page.h"

struct show {
	struct ds_rules_page page;
	bool own;			/* only what the pack states itself */
	struct ds_value *map;
};

static bool
is_told(const struct show *show, const struct ds_rules_section *section,
    const void *item)
{
	return !show->own || ds_rules_stated_by(section, show->page.pack,
	    item) == show->page.pack;
}

/* ---- the head ---- */

/* "Zeist (0355)", or the code alone where the store has no name for it. */
static dossier_status
municipality_text(const char **out, struct ds_rules_page *page,
    struct ds_value *list, const char *code, dossier_error *err)
{
	struct ds_value *item = ds_put_map(page->doc, list, NULL);
	struct ds_stmt *stmt;
	struct ds_row party;
	int64_t id;

	*out = code;
	ds_put_text(page->doc, item, "code", code);
	DS_TRY(ds_sql(&stmt, page->session->store, DS_SQL_PARTY_BY_CODE,
	    err));
	ds_bind_text(stmt, ":code", code);
	DS_TRY(ds_first_int(&id, stmt, err));
	if (id == 0) {
		ds_put_text(page->doc, item, "name", NULL);
		return DOSSIER_OK;
	}
	DS_TRY(ds_book_read(&party, &page->arena, page->session->book,
	    DS_PARTY, id, err));
	ds_put_text(page->doc, item, "name",
	    ds_row_text(&party, DS_F_PARTY_NAME));
	*out = ds_say_sure(page->doc, ds_party_label(&page->arena, &party));
	return DOSSIER_OK;
}

static dossier_status
tell_municipalities(struct show *show, dossier_error *err)
{
	struct ds_rules_page *page = &show->page;
	const struct ds_pack *pack = page->pack;
	struct ds_value *list = ds_put_list(page->doc, show->map,
	    "municipalities");
	const char *text = "", *one;
	size_t i;

	for (i = 0; i < pack->municipality_count; i++) {
		DS_TRY(municipality_text(&one, page, list,
		    pack->municipalities[i], err));
		text = ds_say_more(page->doc, &page->arena, text, ", ", one);
	}
	ds_say_line(page->doc, N_("Municipalities"), i == 0 ? NULL : text);
	return DOSSIER_OK;
}

static void
put_head(struct show *show)
{
	const struct ds_pack *pack = show->page.pack;
	dossier_document *doc = show->page.doc;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	const struct ds_words sources = { pack->source_count, pack->sources };

	show->map = map;
	ds_put_text(doc, map, "id", pack->id);
	ds_put_text(doc, map, "version", pack->version);
	ds_put_text(doc, map, "name", pack->name);
	ds_put_day(doc, map, "valid_from", pack->valid_from);
	ds_put_day(doc, map, "valid_until", pack->valid_until);
	ds_put_text(doc, map, "language", pack->language == DOSSIER_DUTCH ?
	    "nl" : "en");
	ds_put_text(doc, map, "extends", pack->extends);
	ds_put_text(doc, map, "extends_version", pack->base == NULL ? NULL :
	    pack->base->version);
	ds_say_list(doc, &show->page.arena, map, "doubts", pack->doubt);
	ds_rules_put_words(&show->page, map, "sources", &sources);
}

static void
tell_list(struct ds_rules_page *page, const char *title, const char *lines)
{
	const char *end;

	if (lines == NULL)
		return;
	ds_heading(page->doc, ds_tr(page->doc->language, title));
	for (; lines != NULL; lines = *end == '\0' ? NULL : end + 1) {
		end = strchrnul(lines, '\n');
		ds_paragraph(page->doc, "- %.*s", (int)(end - lines), lines);
	}
}

static dossier_status
tell_head(struct show *show, dossier_error *err)
{
	struct ds_rules_page *page = &show->page;
	const struct ds_pack *pack = page->pack;
	dossier_document *doc = page->doc;
	const struct ds_span valid = { pack->valid_from, pack->valid_until };

	ds_document_note(doc, ds_say_sure(doc, ds_arena_printf(&page->arena,
	    "%s (%s)", pack->name, pack->id)));
	ds_say_line(doc, N_("Version"), pack->version);
	ds_say_line(doc, N_("In force"), ds_rules_span(page, valid));
	if (pack->base != NULL)
		ds_say_line(doc, N_("Extends"), ds_say(doc, &page->arena,
		    N_("%s (%s), version %s"), pack->base->name,
		    pack->base->id, pack->base->version));
	return tell_municipalities(show, err);
}

/* ---- what stands in it ---- */

static void
tell_contents(struct show *show)
{
	struct ds_rules_page *page = &show->page;
	dossier_language lang = page->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Kind")), DS_LEFT },
		{ ds_tr(lang, N_("Name")), DS_LEFT },
		{ ds_tr(lang, N_("Label")), DS_LEFT },
		{ ds_tr(lang, N_("Stated by")), DS_LEFT },
	};
	struct ds_block *table = ds_table(page->doc, ds_tr(lang,
	    N_("What stands in this pack")), columns, 4);
	const struct ds_rules_section *section = ds_rules_sections;
	struct ds_cells *row;
	const void *item;
	size_t i, j;

	for (i = 0; i < ds_rules_section_count; i++, section++)
		for (j = 0; j < ds_rules_count(section, page->pack); j++) {
			item = ds_rules_at(section, page->pack, j);
			if (!is_told(show, section, item))
				continue;
			row = ds_table_row(page->doc, table);
			ds_cell(page->doc, row, 0, ds_tr(lang, section->one));
			ds_cell(page->doc, row, 1, ds_rules_name(item));
			ds_cell(page->doc, row, 2,
			    ds_rules_label(section, item));
			ds_cell(page->doc, row, 3, ds_rules_stated_by(
			    section, page->pack, item)->id);
		}
}

static const char *
name_text(struct ds_rules_page *page, const struct ds_rules_section *section,
    const void *item)
{
	const char *label = ds_rules_label(section, item);
	const char *name = ds_rules_name(item);

	return label == name ? name : ds_say_sure(page->doc, ds_arena_printf(
	    &page->arena, "%s (%s)", label, name));
}

/* Which pack says it, where that is not plain. */
static void
tell_stated_by(struct ds_rules_page *page,
    const struct ds_rules_section *section, const void *item)
{
	const struct ds_pack *by = ds_rules_stated_by(section, page->pack,
	    item);

	if (page->pack->base == NULL)
		return;
	ds_say_line(page->doc, N_("Stated by"), by == page->pack ?
	    ds_tr(page->doc->language, N_("this pack itself")) :
	    ds_say_sure(page->doc, ds_arena_printf(&page->arena, "%s (%s)",
	    by->name, by->id)));
}

static void
tell_item(struct show *show, const struct ds_rules_section *section,
    const void *item)
{
	struct ds_rules_page *page = &show->page;

	ds_heading(page->doc, ds_say_sure(page->doc, ds_arena_printf(
	    &page->arena, "%s: %s", ds_tr(page->doc->language, section->one),
	    name_text(page, section, item))));
	tell_stated_by(page, section, item);
	section->tell(page, NULL, item);
}

/* A section whose items are one row each. */
static struct ds_block *
open_rows(struct show *show, const struct ds_rules_section *section)
{
	dossier_language lang = show->page.doc->language;
	struct ds_column columns[7] = {
		{ ds_tr(lang, section->one), DS_LEFT }
	};
	size_t count;

	for (count = 0; section->columns[count] != NULL; count++)
		columns[count + 1] = (struct ds_column){ ds_tr(lang,
		    section->columns[count]), DS_LEFT };
	ds_heading(show->page.doc, ds_tr(lang, section->title));
	return ds_table(show->page.doc, NULL, columns, count + 1);
}

static void
tell_section(struct show *show, const struct ds_rules_section *section)
{
	struct ds_rules_page *page = &show->page;
	struct ds_value *list = ds_put_list(page->doc, show->map,
	    section->key);
	size_t count = ds_rules_count(section, page->pack), i;
	struct ds_block *block = NULL;
	struct ds_cells *row;
	const void *item;

	for (i = 0; i < count; i++) {
		item = ds_rules_at(section, page->pack, i);
		if (!is_told(show, section, item))
			continue;
		ds_rules_put(page, list, section, item);
		if (section->columns[0] == NULL) {
			tell_item(show, section, item);
			continue;
		}
		if (block == NULL)
			block = open_rows(show, section);
		row = ds_table_row(page->doc, block);
		ds_cell(page->doc, row, 0, name_text(page, section, item));
		section->tell(page, row, item);
	}
}

static dossier_status
tell_pack(struct show *show, dossier_error *err)
{
	struct ds_rules_page *page = &show->page;
	const char *sources = "";
	size_t i;

	put_head(show);
	DS_TRY(tell_head(show, err));
	tell_list(page, N_("Doubt"), page->pack->doubt);
	for (i = 0; i < page->pack->source_count; i++)
		sources = ds_say_more(page->doc, &page->arena, sources, "\n",
		    page->pack->sources[i]);
	tell_list(page, N_("Sources"), i == 0 ? NULL : sources);
	tell_contents(show);
	for (i = 0; i < ds_rules_section_count; i++)
		tell_section(show, &ds_rules_sections[i]);
	return DOSSIER_OK;
}

/* ---- one table ---- */

static dossier_status
no_table(const struct ds_pack *pack, const char *name, dossier_error *err)
{
	const char *names[DS_MAX_RULES] = { NULL }, *near;
	struct ds_buf all = DS_BUF_INIT;
	size_t i;

	for (i = 0; i < pack->table_count && i < DS_MAX_RULES; i++) {
		names[i] = pack->tables[i].name;
		ds_buf_printf(&all, "%s%s", i == 0 ? "" : ", ", names[i]);
	}
	near = ds_text_nearest(name, names, i);
	if (near != NULL)
		ds_advise(err, N_("Did you mean %s?"), near);
	else if (i > 0)
		ds_advise(err, N_("Choose one of: %s."), all.data);
	ds_buf_free(&all);
	return ds_fail(err, DOSSIER_NOT_FOUND,
	    N_("The pack %s has no table %s."), pack->id, name);
}

dossier_status
ds_rules_find_table(const struct ds_table **out, const struct ds_pack *pack,
    const char *name, dossier_error *err)
{
	*out = ds_pack_table(pack, name);
	return *out != NULL ? DOSSIER_OK : no_table(pack, name, err);
}

static dossier_status
tell_table(struct show *show, const char *name, dossier_error *err)
{
	struct ds_rules_page *page = &show->page;
	const struct ds_rules_section *section = ds_rules_sections;
	const struct ds_table *table;

	while (strcmp(section->key, "tables") != 0)
		section++;
	DS_TRY(ds_rules_find_table(&table, page->pack, name, err));
	ds_document_note(page->doc, ds_say(page->doc, &page->arena,
	    N_("%s (%s), version %s"), page->pack->name, page->pack->id,
	    page->pack->version));
	ds_rules_put(page, page->doc->data, section, table);
	tell_item(show, section, table);
	return DOSSIER_OK;
}

/* ---- the whole ---- */

dossier_status
ds_rules_find(size_t *index, struct ds_library *library, const char *text,
    dossier_day day, dossier_error *err)
{
	struct ds_arena arena = {0};
	const char *at = strchr(text, '@'), *id;
	dossier_status status;

	id = ds_arena_ndup(&arena, text, at == NULL ? strlen(text) :
	    (size_t)(at - text));
	status = id == NULL ? ds_no_memory(err) : ds_library_find(index,
	    library, id, at == NULL ? NULL : at + 1, day, err);
	ds_arena_free(&arena);
	return status;
}

/* Its text as it was installed, to copy and change. */
static dossier_status
make_raw(struct show *show, struct ds_library *library, size_t index,
    dossier_error *err)
{
	const char *text;

	DS_TRY(ds_library_text(&text, library, index, err));
	ds_document_verbatim(show->page.doc, text);
	return ds_document_check(show->page.doc, err);
}

static dossier_status
make(struct show *show, const dossier_rules_show_options *options,
    dossier_error *err)
{
	struct ds_rules_page *page = &show->page;
	dossier_session *session = page->session;
	struct ds_library *library;
	size_t index;

	DS_TRY(ds_session_library(&library, session, err));
	DS_TRY(ds_rules_find(&index, library, options->pack, session->today,
	    err));
	DS_TRY(ds_session_document(&page->doc, session, N_("Rules of a pack"),
	    err));
	if (options->raw)
		return make_raw(show, library, index, err);
	DS_TRY(ds_library_version(&page->pack, library, index,
	    session->today, err));
	DS_TRY(options->table != NULL ? tell_table(show, options->table,
	    err) : tell_pack(show, err));
	return ds_document_check(page->doc, err);
}

dossier_status
dossier_rules_show(dossier_document **out, dossier_session *session,
    const dossier_rules_show_options *options, dossier_error *err)
{
	struct show show = { .page = { .session = session },
	    .own = options->own };
	dossier_status status = make(&show, options, err);

	ds_arena_free(&show.page.arena);
	if (status == DOSSIER_OK)
		*out = show.page.doc;
	else
		dossier_document_free(show.page.doc);
	return status;
}
