/* SPDX-License-Identifier: EUPL-1.2 */
/* Who did what, and who looked: of one dossier, or of the whole store. */
#include "flows/log.h"

#include <string.h>

#include "flows/look.h"
#include "flows/present.h"
#include "flows/say.h"

/* ---- one dossier ---- */

static const char *
op_name(const struct ds_log_entry *entry)
{
	switch (entry->op) {
	case DS_OP_ADD:
		return "add";
	case DS_OP_CHANGE:
		return "change";
	case DS_OP_REMOVE:
		return "remove";
	}
	return "look";
}

static const char *
op_label(const struct ds_log_entry *entry)
{
	switch (entry->op) {
	case DS_OP_ADD:
		return N_("added");
	case DS_OP_CHANGE:
		return N_("changed");
	case DS_OP_REMOVE:
		return N_("removed");
	}
	return N_("looked");
}

struct page {
	struct ds_log *log;
	const char *ref;
	dossier_document *doc;
	struct ds_value *list;
	struct ds_view *view;
	struct ds_block *table;
	struct ds_buf text;		/* changes of the entry at hand */
};

static const char *
value_text(struct page *page, const struct ds_shown *shown)
{
	if (shown->withheld != NULL)
		return ds_say_withheld(page->doc, page->view->arena,
		    shown->withheld);
	return shown->text != NULL ? shown->text :
	    ds_tr(page->doc->language, N_("(empty)"));
}

static void
say_change(struct page *page, const struct ds_field *field,
    const struct ds_log_entry *entry, const struct ds_shown *before,
    const struct ds_shown *after)
{
	struct ds_buf *text = &page->text;

	ds_buf_puts(text, text->size == 0 ? "" : "\n");
	ds_buf_printf(text, "%s: ", ds_tr(page->doc->language, field->label));
	if (entry->op != DS_OP_ADD)
		ds_buf_puts(text, value_text(page, before));
	if (entry->op == DS_OP_CHANGE)
		ds_buf_puts(text, " → ");
	if (entry->op != DS_OP_REMOVE)
		ds_buf_puts(text, value_text(page, after));
}

static dossier_status
put_change(struct page *page, struct ds_value *list,
    const struct ds_log_entry *entry, int field, dossier_error *err)
{
	const struct ds_field *f = &ds_record(entry->kind)->fields[field];
	struct ds_shown before = {0}, after = {0};
	struct ds_value *item;

	if (entry->before.kind != 0)
		DS_TRY(ds_view_field(&before, page->view, &entry->before,
		    field, err));
	if (entry->after.kind != 0)
		DS_TRY(ds_view_field(&after, page->view, &entry->after,
		    field, err));
	item = ds_put_map(page->doc, list, NULL);
	ds_put_text(page->doc, item, "field", f->name);
	ds_present_value(page->doc, item, "before", &before);
	ds_present_value(page->doc, item, "after", &after);
	say_change(page, f, entry, &before, &after);
	return DOSSIER_OK;
}

/* The ref of the dossier that a record stood in: this one, or a merged one. */
static const char *
ref_of(const struct page *page, const struct ds_row *row, int field)
{
	const char *ref = ds_log_ref(page->log, ds_row_int(row, field));

	return ref != NULL ? ref : page->ref;
}

/*
 * Whose record it is needs no saying, for this is the log of that youth; but
 * that it came along from another dossier does.
 */
static void
put_move(struct page *page, struct ds_value *list,
    const struct ds_log_entry *entry, int field)
{
	struct ds_shown before = {0}, after = {0};
	struct ds_value *item;

	if (entry->op != DS_OP_CHANGE)
		return;
	before.text = before.data = ref_of(page, &entry->before, field);
	after.text = after.data = ref_of(page, &entry->after, field);
	item = ds_put_map(page->doc, list, NULL);
	ds_put_text(page->doc, item, "field", "youth");
	ds_present_value(page->doc, item, "before", &before);
	ds_present_value(page->doc, item, "after", &after);
	say_change(page, &ds_record(entry->kind)->fields[field], entry,
	    &before, &after);
}

static dossier_status
put_changes(struct page *page, struct ds_value *map,
    const struct ds_log_entry *entry, dossier_error *err)
{
	struct ds_value *list = ds_put_list(page->doc, map, "changes");
	const struct ds_record *record;
	int i;

	ds_buf_clear(&page->text);
	if (entry->event == 0)
		return DOSSIER_OK;
	record = ds_record(entry->kind);
	for (i = 0; i < record->count; i++) {
		if (ds_datum_same(&entry->before.value[i],
		    &entry->after.value[i]))
			continue;
		if (strcmp(record->fields[i].name, "youth") == 0)
			put_move(page, list, entry, i);
		else
			DS_TRY(put_change(page, list, entry, i, err));
	}
	return page->text.failed ? ds_no_memory(err) : DOSSIER_OK;
}

/* In a reason anything may stand; who does not see all does not read it. */
static bool
hides_reasons(const struct ds_view *view)
{
	return view->allow.reach != DS_REACH_ALL;
}

static void
put_row(struct page *page, const struct ds_log_entry *entry)
{
	dossier_document *doc = page->doc;
	dossier_language lang = doc->language;
	struct ds_arena *arena = page->view->arena;
	struct ds_cells *row = ds_table_row(doc, page->table);
	char day[DS_DAY_TEXT];
	const char *what;

	ds_cell(doc, row, 0, ds_log_stack(doc, arena, ds_day_text(entry->day, lang,
	    day), ds_log_moment(doc, arena, entry->at)));
	ds_cell(doc, row, 1, ds_log_person(doc, arena, entry->name, entry->role));
	what = ds_tr(lang, op_label(entry));
	if (entry->event != 0)
		what = ds_arena_printf(arena, "%s: %s", ds_tr(lang,
		    ds_record(entry->kind)->label), what);
	ds_cell(doc, row, 2, ds_log_stack(doc, arena, what, entry->action));
	if (entry->reason != NULL)
		ds_buf_printf(&page->text, "%s%s: %s", page->text.size == 0 ?
		    "" : "\n", ds_tr(lang, N_("Reason")), hides_reasons(
		    page->view) ? ds_say_withheld(doc, arena,
		    N_("your role does not see this")) : entry->reason);
	ds_cell(doc, row, 3, page->text.data);
}

static dossier_status
put_entry(struct page *page, const struct ds_log_entry *entry,
    dossier_error *err)
{
	dossier_document *doc = page->doc;
	struct ds_value *map = ds_put_map(doc, page->list, NULL);

	ds_put_text(doc, map, "at", entry->at);
	ds_put_day(doc, map, "day", entry->day);
	ds_put_text(doc, map, "who", entry->name);
	ds_put_text(doc, map, "role", entry->role);
	ds_put_text(doc, map, "action", entry->action);
	ds_put_text(doc, map, "op", op_name(entry));
	ds_put_text(doc, map, "record", entry->event == 0 ? NULL :
	    ds_record(entry->kind)->table);
	ds_put_text(doc, map, "reason", hides_reasons(page->view) ? NULL :
	    entry->reason);
	DS_TRY(put_changes(page, map, entry, err));
	put_row(page, entry);
	return DOSSIER_OK;
}

static dossier_status
put_entries(struct page *page, bool corrections, dossier_error *err)
{
	dossier_language lang = page->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Day, and when (UTC)")), DS_LEFT },
		{ ds_tr(lang, N_("Who")), DS_LEFT },
		{ ds_tr(lang, N_("What")), DS_LEFT },
		{ ds_tr(lang, N_("Change")), DS_LEFT },
	};
	const struct ds_log_entry *entry = page->log->entries;
	size_t i;

	page->table = ds_table(page->doc, NULL, columns,
	    sizeof columns / sizeof columns[0]);
	for (i = 0; i < page->log->count; i++, entry++)
		if (!corrections || entry->op == DS_OP_CHANGE ||
		    entry->op == DS_OP_REMOVE)
			DS_TRY(put_entry(page, entry, err));
	return DOSSIER_OK;
}

dossier_status
ds_log_put(dossier_document *doc, struct ds_value *list, struct ds_log *log,
    struct ds_view *view, const char *ref, bool corrections,
    dossier_error *err)
{
	struct page page = { .log = log, .ref = ref, .doc = doc,
	    .list = list, .view = view, .text = DS_BUF_INIT };
	dossier_status status = put_entries(&page, corrections, err);

	ds_buf_free(&page.text);
	return status;
}

static dossier_status
log_youth(dossier_document *doc, struct ds_log *log, const char *ref,
    dossier_error *err)
{
	dossier_session *session = log->session;
	struct ds_row youth;
	struct ds_view view;

	DS_TRY(ds_youth_find(&youth, log->arena, session, ref, false, err));
	ref = ds_row_text(&youth, DS_F_YOUTH_REF);
	DS_TRY(ds_session_looked(session, ref, err));
	DS_TRY(ds_log_read(log, &youth, err));
	ds_document_note(doc, ref);
	DS_TRY(ds_session_view(&view, session, log->arena, 0, DS_FOR_WORK,
	    err));
	return ds_log_put(doc, doc->data, log, &view, ref, false, err);
}

/* ---- the whole store ---- */

/* Of a look at many dossiers people read how many; machines get each. */
static const char *
object_text(dossier_document *doc, struct ds_arena *arena,
    const char *object, const char *result)
{
	const char *at = object;
	size_t words = 1;

	if (object == NULL || strcmp(result, DS_SHOWN) != 0 ||
	    strncmp(object, DS_LOOK_LIST, strlen(DS_LOOK_LIST)) == 0)
		return ds_log_about(object);
	while ((at = strchr(at, ' ')) != NULL) {
		words++;
		at++;
	}
	return words < 4 ? object : ds_say(doc, arena, N_("%zu dossiers"),
	    words);
}

static void
put_step(dossier_document *doc, const struct ds_view *view,
    struct ds_block *table, struct ds_stmt *stmt)
{
	struct ds_arena *arena = view->arena;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	struct ds_cells *row = ds_table_row(doc, table);

	ds_put_int(doc, map, "step", ds_col_int(stmt, 0));
	ds_put_text(doc, map, "at", ds_col_text(stmt, 1));
	ds_put_text(doc, map, "day", ds_col_text(stmt, 2));
	ds_put_text(doc, map, "who", ds_col_text(stmt, 3));
	ds_put_text(doc, map, "role", ds_col_text(stmt, 4));
	ds_put_text(doc, map, "action", ds_col_text(stmt, 5));
	ds_put_text(doc, map, "object", ds_col_text(stmt, 6));
	ds_put_text(doc, map, "reason", hides_reasons(view) ? NULL :
	    ds_col_text(stmt, 7));
	ds_put_text(doc, map, "result", ds_col_text(stmt, 8));
	ds_put_int(doc, map, "changes", ds_col_int(stmt, 9));
	if (ds_col_null(stmt, 10))
		ds_put_text(doc, map, "undoes", NULL);
	else
		ds_put_int(doc, map, "undoes", ds_col_int(stmt, 10));
	ds_cell(doc, row, 0, ds_col_text(stmt, 0));
	ds_cell(doc, row, 1, ds_log_moment(doc, arena, ds_col_text(stmt, 1)));
	ds_cell(doc, row, 2, ds_log_person(doc, arena, ds_col_text(stmt, 3),
	    ds_col_text(stmt, 4)));
	ds_cell(doc, row, 3, ds_col_text(stmt, 5));
	ds_cell(doc, row, 4, object_text(doc, arena, ds_col_text(stmt, 6),
	    ds_col_text(stmt, 8)));
	ds_cell(doc, row, 5, ds_col_text(stmt, 9));
	ds_cell(doc, row, 6, ds_log_result(doc, arena, ds_col_text(stmt, 8)));
}

static dossier_status
log_store(dossier_document *doc, struct ds_log *log, dossier_error *err)
{
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Step")), DS_RIGHT },
		{ ds_tr(lang, N_("When (UTC)")), DS_LEFT },
		{ ds_tr(lang, N_("Who")), DS_LEFT },
		{ ds_tr(lang, N_("Command")), DS_LEFT },
		{ ds_tr(lang, N_("About")), DS_LEFT },
		{ ds_tr(lang, N_("Changes")), DS_RIGHT },
		{ ds_tr(lang, N_("Result")), DS_LEFT },
	};
	struct ds_block *table = ds_table(doc, NULL, columns,
	    sizeof columns / sizeof columns[0]);
	struct ds_stmt *stmt;
	struct ds_view view;
	bool row;

	DS_TRY(ds_session_looked(log->session, "store", err));
	DS_TRY(ds_session_view(&view, log->session, log->arena, 0,
	    DS_FOR_WORK, err));
	DS_TRY(ds_sql(&stmt, log->session->store, DS_SQL_LOG_STEPS, err));
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		put_step(doc, &view, table, stmt);
	}
}

dossier_status
dossier_log(dossier_document **out, dossier_session *session,
    const char *ref, dossier_error *err)
{
	struct ds_arena arena = {0};
	struct ds_log log = { .session = session, .arena = &arena };
	dossier_document *doc;
	dossier_status status;

	*out = NULL;
	DS_TRY(ds_session_document(&doc, session, ref != NULL ?
	    N_("History of a dossier") : N_("History of the store"), err));
	status = ref != NULL ? log_youth(doc, &log, ref, err) :
	    log_store(doc, &log, err);
	if (status == DOSSIER_OK)
		status = ds_document_check(doc, err);
	if (status == DOSSIER_OK)
		*out = doc;
	else
		dossier_document_free(doc);
	ds_free(log.entries);
	ds_arena_free(&arena);
	return status;
}
