/* SPDX-License-Identifier: EUPL-1.2 */
/* What two dossiers that become one come to, and what stands in the way. */
#include "flows/merge.h"

#include "flows/present.h"
#include "flows/say.h"

struct page {
	struct ds_merge *merge;
	dossier_document *doc;
	struct ds_value *map;
	struct ds_view view;
};

/* What became of the records of a kind. */
enum { MOVED, SAME, JOINED, CUT, COUNTS };

static const struct {
	const char *key, *label;
} counted[COUNTS] = {
	[MOVED] = { "moved", N_("Goes along") },
	[SAME] = { "same", N_("Stood in both") },
	[JOINED] = { "joined", N_("Taken together") },
	[CUT] = { "cut", N_("Gives way") },
};

static void
put_tally(struct page *page, struct ds_value *list, struct ds_block *table,
    enum ds_kind kind)
{
	const struct ds_merge_tally *tally = &page->merge->tally[kind];
	const size_t counts[COUNTS] = { [MOVED] = tally->moved,
	    [SAME] = tally->same, [JOINED] = tally->joined,
	    [CUT] = tally->cut };
	dossier_document *doc = page->doc;
	struct ds_value *item;
	struct ds_cells *row;
	size_t i;

	if (tally->moved + tally->same + tally->joined + tally->cut == 0)
		return;
	item = ds_put_map(doc, list, NULL);
	row = ds_table_row(doc, table);
	ds_put_text(doc, item, "record", ds_record(kind)->table);
	ds_cell(doc, row, 0, ds_tr(doc->language, ds_record(kind)->label));
	for (i = 0; i < COUNTS; i++) {
		ds_put_int(doc, item, counted[i].key, (int64_t)counts[i]);
		ds_cell(doc, row, i + 1, ds_say_sure(doc, ds_arena_printf(
		    page->view.arena, "%zu", counts[i])));
	}
}

static void
put_counts(struct page *page)
{
	dossier_document *doc = page->doc;
	struct ds_value *list = ds_put_list(doc, page->map, "records");
	struct ds_column columns[1 + COUNTS] = {
		{ ds_tr(doc->language, N_("What")), DS_LEFT } };
	struct ds_block *table;
	int i;

	for (i = 0; i < COUNTS; i++)
		columns[1 + i] = (struct ds_column){ ds_tr(doc->language,
		    counted[i].label), DS_RIGHT };
	table = ds_table(doc, NULL, columns, 1 + COUNTS);
	for (i = 1; i < DS_KIND_END; i++)
		put_tally(page, list, table, (enum ds_kind)i);
}

/* ---- the youth's own fields ---- */

static dossier_status
put_field(struct page *page, struct ds_value *list, struct ds_block *table,
    int field, dossier_error *err)
{
	struct ds_merge *merge = page->merge;
	const struct ds_row *rows[] = { &merge->kept, &merge->other,
		&merge->after };
	static const char *const keys[] = { "before", "other", "after" };
	const struct ds_field *f = &ds_record(DS_YOUTH)->fields[field];
	struct ds_value *item = ds_put_map(page->doc, list, NULL);
	struct ds_cells *row = ds_table_row(page->doc, table);
	struct ds_shown shown;
	size_t i;

	ds_put_text(page->doc, item, "field", f->name);
	ds_cell(page->doc, row, 0, ds_tr(page->doc->language, f->label));
	for (i = 0; i < 3; i++) {
		DS_TRY(ds_view_field(&shown, &page->view, rows[i], field,
		    err));
		ds_present_value(page->doc, item, keys[i], &shown);
		ds_cell(page->doc, row, i + 1, shown.text);
	}
	return DOSSIER_OK;
}

static dossier_status
put_fields(struct page *page, dossier_error *err)
{
	dossier_document *doc = page->doc;
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Field")), DS_LEFT },
		{ ds_row_text(&page->merge->kept, DS_F_YOUTH_REF), DS_LEFT },
		{ ds_row_text(&page->merge->other, DS_F_YOUTH_REF), DS_LEFT },
		{ ds_tr(doc->language, N_("After")), DS_LEFT },
	};
	struct ds_value *list = ds_put_list(doc, page->map, "fields");
	struct ds_block *table = NULL;
	int i;

	for (i = 0; i < ds_record(DS_YOUTH)->count; i++) {
		if (!ds_merge_tells(page->merge, i))
			continue;
		if (table == NULL)
			table = ds_table(doc, ds_tr(doc->language,
			    N_("What they say differently of the youth")),
			    columns, 4);
		DS_TRY(put_field(page, list, table, i, err));
	}
	return DOSSIER_OK;
}

/* ---- what stands in the way ---- */

/* "School: De Linde; Enrolled on: 01-08-2025", and a map of the same. */
static dossier_status
put_record(const char **text, struct page *page, const char *key,
    struct ds_value *item, const struct ds_row *row, dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	struct ds_value *map = ds_put_map(page->doc, item, key);
	struct ds_arena *arena = page->view.arena;
	struct ds_shown shown;
	int i;

	*text = "";
	for (i = 0; i < record->count; i++) {
		if (record->fields[i].target == DS_YOUTH ||
		    !ds_row_has(row, i))
			continue;
		DS_TRY(ds_view_field(&shown, &page->view, row, i, err));
		ds_present_value(page->doc, map, record->fields[i].name,
		    &shown);
		if (shown.text != NULL)
			*text = ds_say_more(page->doc, arena, *text, "\n",
			    ds_say(page->doc, arena, "%s: %s",
			    ds_tr(page->doc->language,
			    record->fields[i].label), shown.text));
	}
	return DOSSIER_OK;
}

static dossier_status
put_clashes(struct page *page, dossier_error *err)
{
	dossier_document *doc = page->doc;
	struct ds_merge *merge = page->merge;
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("What")), DS_LEFT },
		{ ds_row_text(&merge->kept, DS_F_YOUTH_REF), DS_LEFT },
		{ ds_row_text(&merge->other, DS_F_YOUTH_REF), DS_LEFT },
	};
	struct ds_value *list = ds_put_list(doc, page->map, "conflicts");
	const struct ds_merge_clash *clash = merge->clashes;
	struct ds_block *table = NULL;
	const char *kept, *other;
	struct ds_value *item;
	struct ds_cells *row;
	size_t i;

	for (i = 0; i < merge->clash_count; i++, clash++) {
		if (table == NULL)
			table = ds_table(doc, NULL, columns, 3);
		item = ds_put_map(doc, list, NULL);
		ds_put_text(doc, item, "record",
		    ds_record(clash->kept.kind)->table);
		DS_TRY(put_record(&kept, page, "kept", item, &clash->kept,
		    err));
		DS_TRY(put_record(&other, page, "other", item, &clash->other,
		    err));
		row = ds_table_row(doc, table);
		ds_cell(doc, row, 0, ds_tr(doc->language,
		    ds_record(clash->kept.kind)->label));
		ds_cell(doc, row, 1, kept);
		ds_cell(doc, row, 2, other);
	}
	return DOSSIER_OK;
}

/* ---- all of it ---- */

static void
put_outcome(struct page *page)
{
	struct ds_merge *merge = page->merge;
	dossier_document *doc = page->doc;
	const char *kept = ds_row_text(&merge->kept, DS_F_YOUTH_REF);
	const char *other = ds_row_text(&merge->other, DS_F_YOUTH_REF);

	if (merge->clash_count > 0)
		ds_paragraph(doc, ds_tr(doc->language, N_("%s and %s cannot "
		    "become one yet: of the same days they say different "
		    "things.")), kept, other);
	else if (merge->options->dry_run)
		ds_paragraph(doc, ds_tr(doc->language, N_("%s would go into "
		    "%s. Nothing was changed.")), other, kept);
	else
		ds_paragraph(doc, ds_tr(doc->language, N_("%s went into %s, "
		    "with its history; its ref still finds it. To take this "
		    "back: dossier intake --undo %lld")), other, kept,
		    (long long)merge->step);
}

static dossier_status
fill(struct page *page, dossier_error *err)
{
	struct ds_merge *merge = page->merge;
	bool done = merge->clash_count == 0 && !merge->options->dry_run;

	page->map = ds_put_map(page->doc, page->doc->data, NULL);
	DS_TRY(ds_session_view(&page->view, merge->session, merge->arena, 0,
	    DS_FOR_WORK, err));
	ds_put_text(page->doc, page->map, "ref",
	    ds_row_text(&merge->kept, DS_F_YOUTH_REF));
	ds_put_text(page->doc, page->map, "other",
	    ds_row_text(&merge->other, DS_F_YOUTH_REF));
	ds_put_bool(page->doc, page->map, "merged", done);
	if (done)
		ds_put_int(page->doc, page->map, "step", merge->step);
	else
		ds_put_text(page->doc, page->map, "step", NULL);
	put_outcome(page);
	DS_TRY(put_clashes(page, err));
	if (merge->clash_count > 0)
		return ds_document_check(page->doc, err);
	put_counts(page);
	DS_TRY(put_fields(page, err));
	return ds_document_check(page->doc, err);
}

dossier_status
ds_merge_tell(dossier_document **out, struct ds_merge *merge,
    dossier_error *err)
{
	struct page page = { .merge = merge };
	dossier_status status;

	DS_TRY(ds_session_document(&page.doc, merge->session,
	    N_("Two dossiers of one youth"), err));
	status = fill(&page, err);
	if (status == DOSSIER_OK)
		*out = page.doc;
	else
		dossier_document_free(page.doc);
	return status;
}
