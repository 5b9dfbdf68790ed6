/* SPDX-License-Identifier: EUPL-1.2 */
/* One youth under two or more packs: what differs first. */
#include "flows/rules_compare.h"

#include <string.h>

#include "rules/draft.h"

/* ---- which packs ---- */

/* A file has a folder or an extension; an id has neither. */
static bool
is_file(const char *text)
{
	size_t size = strlen(text);

	return strchr(text, '/') != NULL ||
	    (size > 5 && strcmp(text + size - 5, ".yaml") == 0) ||
	    (size > 4 && strcmp(text + size - 4, ".yml") == 0);
}

static dossier_status
take_file(struct ds_side *side, struct ds_drafts *drafts, const char *path,
    dossier_error *err)
{
	struct ds_draft *draft;

	DS_TRY(ds_drafts_add_file(&draft, drafts, path, err));
	DS_TRY(ds_draft_load(drafts, draft, err));
	if (draft->pack == NULL) {
		if (err != NULL && err->status == DOSSIER_OK)
			*err = draft->err;
		return draft->err.status;
	}
	side->pack = draft->pack;
	side->title = side->file = draft->file;
	return DOSSIER_OK;
}

static const char *
pack_title(struct ds_rules_page *page, const struct ds_pack *pack)
{
	return ds_say_sure(page->doc, ds_arena_printf(&page->arena, "%s %s",
	    pack->id, pack->version));
}

static dossier_status
take_installed(struct ds_side *side, struct ds_rules_youth *asked,
    const char *text, dossier_error *err)
{
	struct ds_rules_page *page = &asked->page;
	size_t index;

	DS_TRY(ds_rules_find(&index, asked->library, text,
	    page->session->today, err));
	DS_TRY(ds_library_version(&side->pack, asked->library, index,
	    page->session->today, err));
	side->title = pack_title(page, side->pack);
	return DOSSIER_OK;
}

static dossier_status
take_sides(struct ds_compare *compare, struct ds_drafts *drafts,
    dossier_error *err)
{
	struct ds_rules_youth *asked = &compare->asked;
	struct ds_side *side = compare->sides;
	size_t i;

	side->pack = asked->page.pack;
	side->title = pack_title(&asked->page, side->pack);
	for (i = 0; i < compare->with_count; i++) {
		side++;
		if (is_file(compare->with[i]))
			DS_TRY(take_file(side, drafts, compare->with[i],
			    err));
		else
			DS_TRY(take_installed(side, asked, compare->with[i],
			    err));
	}
	compare->side_count = 1 + i;
	return DOSSIER_OK;
}

/* ---- the answer ---- */

static void
put_sides(struct ds_compare *compare, struct ds_value *map)
{
	struct ds_rules_page *page = &compare->asked.page;
	struct ds_value *list = ds_put_list(page->doc, map, "packs"), *item;
	const struct ds_side *side = compare->sides;
	size_t i;

	for (i = 0; i < compare->side_count; i++, side++) {
		item = ds_put_map(page->doc, list, NULL);
		ds_put_text(page->doc, item, "pack", side->pack->id);
		ds_put_text(page->doc, item, "version", side->pack->version);
		ds_put_text(page->doc, item, "file", side->file);
	}
	ds_put_text(page->doc, map, "pack_because",
	    ds_tr(page->doc->language, compare->asked.why));
	ds_say_line(page->doc, N_("The pack that judges"), ds_rules_pack_text(page,
	    compare->sides[0].pack));
	ds_say_line(page->doc, N_("Chosen because"),
	    ds_tr(page->doc->language, compare->asked.why));
	for (i = 1; i < compare->side_count; i++)
		ds_say_line(page->doc, N_("Against"), ds_rules_pack_text(
		    page, compare->sides[i].pack));
}

static bool
is_same(const struct ds_compare *compare, const struct ds_compared *line)
{
	const char *first = line->texts[0], *text;
	size_t i;

	for (i = 1; i < compare->side_count; i++) {
		text = line->texts[i];
		if ((text == NULL) != (first == NULL) || (text != NULL &&
		    strcmp(text, first) != 0))
			return false;
	}
	return true;
}

static void
put_line(struct ds_compare *compare, struct ds_value *list,
    struct ds_block *table, const struct ds_compared *line)
{
	struct ds_rules_page *page = &compare->asked.page;
	dossier_document *doc = page->doc;
	struct ds_value *map = ds_put_map(doc, list, NULL), *says, *item;
	struct ds_cells *row = ds_table_row(doc, table);
	const char *text = ds_tr(doc->language, line->title);
	size_t i;

	ds_put_text(doc, map, "kind", line->kind);
	ds_put_text(doc, map, "name", line->name);
	ds_put_text(doc, map, "label", line->label);
	says = ds_put_list(doc, map, "says");
	ds_cell(doc, row, 0, line->label == NULL ? text : ds_say_more(doc,
	    &page->arena, text, ": ", line->label));
	for (i = 0; i < compare->side_count; i++) {
		item = ds_put_map(doc, says, NULL);
		ds_put_text(doc, item, "outcome", line->texts[i]);
		ds_put_text(doc, item, "rule", line->rules[i]);
		text = line->texts[i];
		if (text == NULL)
			text = ds_tr(doc->language, N_("not stated"));
		else if (line->rules[i] != NULL)
			text = ds_say_sure(doc, ds_arena_printf(
			    &page->arena, "%s (%s)", text, line->rules[i]));
		ds_cell(doc, row, 1 + i, text);
	}
}

static struct ds_block *
open_table(struct ds_compare *compare, const char *caption)
{
	dossier_document *doc = compare->asked.page.doc;
	struct ds_column columns[1 + DS_MOST_SIDES] = {
		{ ds_tr(doc->language, N_("What")), DS_LEFT }
	};
	size_t i;

	for (i = 0; i < compare->side_count; i++)
		columns[1 + i] = (struct ds_column){
		    compare->sides[i].title, DS_LEFT };
	return ds_table(doc, ds_tr(doc->language, caption), columns,
	    1 + compare->side_count);
}

/* The lines that are the same, or those that are not. */
static size_t
put_lines(struct ds_compare *compare, struct ds_value *list, bool same,
    const char *caption)
{
	struct ds_block *table = open_table(compare, caption);
	size_t i, count = 0;

	ds_table_quiet(table);
	for (i = 0; i < compare->count; i++) {
		if (compare->lines[i].hidden != NULL ||
		    is_same(compare, &compare->lines[i]) != same)
			continue;
		put_line(compare, list, table, &compare->lines[i]);
		count++;
	}
	return count;
}

static size_t
count_same(const struct ds_compare *compare)
{
	size_t count = 0, i;

	for (i = 0; i < compare->count; i++)
		count += compare->lines[i].hidden == NULL &&
		    is_same(compare, &compare->lines[i]);
	return count;
}

static void
put_hidden(struct ds_compare *compare, struct ds_value *map)
{
	dossier_document *doc = compare->asked.page.doc;
	size_t i, count = 0;

	for (i = 0; i < compare->count; i++)
		count += compare->lines[i].hidden != NULL;
	ds_put_int(doc, map, "withheld", (int64_t)count);
	if (count > 0)
		ds_paragraph(doc, ds_tr(doc->language, N_("Left out, because "
		    "your role does not see what they rest on: %zu.")),
		    count);
}

static void
put_answer(struct ds_compare *compare)
{
	dossier_document *doc = compare->asked.page.doc;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL), *list;
	size_t count, same = count_same(compare);

	ds_put_text(doc, map, "ref", compare->asked.youth->facts.ref);
	put_sides(compare, map);
	list = ds_put_list(doc, map, "differences");
	count = put_lines(compare, list, false, N_("What differs"));
	if (count == 0)
		ds_paragraph(doc, "%s", ds_tr(doc->language, N_("Nothing "
		    "differs.")));
	ds_put_int(doc, map, "same_count", (int64_t)same);
	ds_paragraph(doc, ds_tr(doc->language, N_("The same under each of "
	    "these packs: %zu.")), same);
	if (compare->all)
		(void)put_lines(compare, ds_put_list(doc, map, "same"), true,
		    N_("What is the same"));
	put_hidden(compare, map);
}

static dossier_status
tell(struct ds_rules_youth *asked, dossier_error *err)
{
	struct ds_compare *compare = asked->payload;
	struct ds_drafts drafts;
	dossier_status status;

	ds_drafts_start(&drafts, asked->library, asked->page.session->today,
	    err == NULL ? DOSSIER_ENGLISH : err->language);
	status = take_sides(compare, &drafts, err);
	if (status == DOSSIER_OK)
		status = ds_compare_lines(compare, err);
	if (status == DOSSIER_OK)
		put_answer(compare);
	ds_drafts_free(&drafts);
	ds_free(compare->lines);
	return status;
}

dossier_status
dossier_rules_compare(dossier_document **out, dossier_session *session,
    const char *ref, const dossier_rules_compare_options *options,
    dossier_error *err)
{
	struct ds_compare compare = {
		.asked = { .page = { .session = session }, .tell = tell },
		.with = options->with, .with_count = options->with_count,
		.all = options->all
	};

	if (options->with_count == 0 ||
	    options->with_count >= DS_MOST_SIDES)
		return ds_fail(err, DOSSIER_USAGE, N_("Compare with at least "
		    "one other pack and at most %d."), DS_MOST_SIDES - 1);
	compare.asked.payload = &compare;
	return ds_rules_of_youth(out, &compare.asked, ref,
	    N_("One learner under several packs"), err);
}
