/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What is held, section by section: every known field of every record, and
 * from whom each record came. A new field needs no line here.
 */
#include "flows/disclose.h"

#include <string.h>

#include "flows/present.h"
#include "flows/say.h"
#include "flows/state.h"
#include "render/page.h"

#define PAGE_WIDTH 56			/* beside its label */

struct held {
	struct ds_disclose *disclose;
	struct ds_row *rows[DS_KIND_END];
	size_t count[DS_KIND_END];
	const char *empty;		/* sections in which nothing stands */
};

/* What never leaves stands in no section; to the youth it is told here. */
static enum ds_section
place_of(const struct ds_row *row, int field)
{
	enum ds_section section = ds_row_section(row, field);

	if (section != DS_SECTION_NONE)
		return section;
	switch (row->kind) {
	case DS_IDENTIFIER:
	case DS_MERGED:
		return DS_SECTION_IDENTITY;
	case DS_DECISION:
	case DS_HANDOVER:
	case DS_RECEIPT:
		return DS_SECTION_ADVICE;
	case DS_DELIVERY:
		return DS_SECTION_GROUND;
	default:
		return DS_SECTION_FOLLOW;
	}
}

static bool
is_there(const struct ds_row *row, int field, enum ds_section section)
{
	return ds_row_has(row, field) &&
	    ds_record(row->kind)->fields[field].target != DS_YOUTH &&
	    place_of(row, field) == section;
}

static bool
has_any(const struct ds_row *row, enum ds_section section)
{
	int i;

	for (i = 0; i < ds_record(row->kind)->count; i++)
		if (is_there(row, i, section))
			return true;
	return false;
}

/* ---- from whom it came ---- */

/* "intake leerlingen.csv": of an intake the file too. */
static const char *
action_text(dossier_document *doc, struct ds_arena *arena,
    const struct ds_log_entry *entry)
{
	if (strncmp(entry->action, "intake", 6) != 0 || entry->object == NULL)
		return entry->action;
	return ds_say_sure(doc, ds_arena_printf(arena, "%s %s",
	    entry->action, ds_log_about(entry->object)));
}

/* "Recorded on 02-03-2026 by Els Bakker (mentor@02QZ00): intake list.csv". */
static const char *
source_text(dossier_document *doc, struct ds_arena *arena,
    const struct ds_log_entry *entry)
{
	const char *who = entry->name == NULL ? ds_tr(doc->language,
	    N_("unknown")) : entry->name;

	if (entry->role != NULL)
		who = ds_say_sure(doc, ds_arena_printf(arena, "%s (%s)", who,
		    entry->role));
	return ds_say(doc, arena, entry->op == DS_OP_ADD ?
	    N_("Recorded on %s by %s, with: %s (step %lld).") :
	    N_("Changed on %s by %s, with: %s (step %lld)."),
	    ds_say_day(doc, arena, entry->day), who,
	    action_text(doc, arena, entry), (long long)entry->txn);
}

static void
put_source(dossier_document *doc, struct ds_value *list,
    const struct ds_log_entry *entry)
{
	struct ds_value *item = ds_put_map(doc, list, NULL);

	ds_put_int(doc, item, "step", entry->txn);
	ds_put_text(doc, item, "at", entry->at);
	ds_put_day(doc, item, "day", entry->day);
	ds_put_text(doc, item, "who", entry->name);
	ds_put_text(doc, item, "role", entry->role);
	ds_put_text(doc, item, "action", entry->action);
	ds_put_text(doc, item, "file", strncmp(entry->action, "intake", 6) ==
	    0 ? ds_log_about(entry->object) : NULL);
	ds_put_bool(doc, item, "added", entry->op == DS_OP_ADD);
}

static void
put_sources(struct held *held, struct ds_value *item,
    const struct ds_row *row)
{
	struct ds_disclose *disclose = held->disclose;
	const struct ds_log_entry *entry = disclose->log.entries;
	struct ds_value *list = ds_put_list(disclose->doc, item, "sources");
	const char *text = "";
	size_t i;

	for (i = 0; i < disclose->log.count; i++, entry++) {
		if (entry->event == 0 || entry->kind != row->kind ||
		    entry->record != row->id)
			continue;
		put_source(disclose->doc, list, entry);
		text = ds_say_more(disclose->doc, disclose->arena, text, " ",
		    source_text(disclose->doc, disclose->arena, entry));
	}
	ds_paragraph(disclose->doc, "%s", text);
}

/* ---- records ---- */

static bool
take(const char *bytes, size_t size, void *payload)
{
	struct ds_buf *out = payload;

	ds_buf_add(out, bytes, size);
	return !out->failed;
}

/* A page that was kept, as people read it; what is none, as it stands. */
static dossier_status
page_text(const char **out, struct ds_arena *arena, const char *page,
    dossier_error *err)
{
	struct ds_buf text = DS_BUF_INIT;
	dossier_document *doc;
	dossier_status status;

	*out = page;
	status = ds_page_read(&doc, page, NULL);
	if (status == DOSSIER_CORRUPT)
		return DOSSIER_OK;
	if (status != DOSSIER_OK)
		return ds_no_memory(err);
	status = dossier_document_print(doc, DOSSIER_TEXT, PAGE_WIDTH, take,
	    &text, err);
	dossier_document_free(doc);
	*out = text.failed ? NULL : ds_arena_dup(arena, text.data);
	ds_buf_free(&text);
	return *out == NULL ? ds_no_memory(err) : status;
}

static dossier_status
put_field(struct held *held, struct ds_value *fields, struct ds_value *kept,
    const struct ds_row *row, int field, dossier_error *err)
{
	const struct ds_field *f = &ds_record(row->kind)->fields[field];
	struct ds_disclose *disclose = held->disclose;
	dossier_document *doc = disclose->doc;
	struct ds_shown shown;

	DS_TRY(ds_view_field(&shown, &disclose->view, row, field, err));
	if (f->type == DS_TYPE_PAGE && shown.data != NULL) {
		DS_TRY(page_text(&shown.text, disclose->arena, shown.data,
		    err));
		shown.data = shown.text;
	}
	ds_present_value(doc, fields, f->name, &shown);
	if (shown.withheld != NULL)
		ds_put_text(doc, kept, f->name, ds_tr(doc->language,
		    shown.withheld));
	ds_say_line(doc, f->label, shown.withheld == NULL ? shown.text :
	    ds_say_withheld(doc, disclose->arena, shown.withheld));
	return DOSSIER_OK;
}

static dossier_status
put_record(struct held *held, struct ds_value *list,
    const struct ds_row *row, enum ds_section section, dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	dossier_document *doc = held->disclose->doc;
	struct ds_value *item = ds_put_map(doc, list, NULL), *fields, *kept;
	int i;

	ds_put_text(doc, item, "record", record->table);
	ds_put_int(doc, item, "id", row->id);
	fields = ds_put_map(doc, item, "fields");
	kept = ds_put_map(doc, item, "withheld");
	ds_paragraph(doc, "%s", ds_tr(doc->language, record->label));
	for (i = 0; i < record->count; i++)
		if (is_there(row, i, section))
			DS_TRY(put_field(held, fields, kept, row, i, err));
	put_sources(held, item, row);
	return DOSSIER_OK;
}

/* ---- sections ---- */

static bool
holds(const struct held *held, enum ds_section section)
{
	size_t i;
	int kind;

	for (kind = 1; kind < DS_KIND_END; kind++)
		for (i = 0; i < held->count[kind]; i++)
			if (has_any(&held->rows[kind][i], section))
				return true;
	return false;
}

static void
put_reason(struct held *held, struct ds_value *map, enum ds_section section)
{
	const struct ds_section_reason *reason = ds_pack_reason(
	    held->disclose->pack, ds_section_slug(section));
	dossier_document *doc = held->disclose->doc;
	const char *not_said = ds_tr(doc->language, N_("not stated"));
	static const struct ds_section_reason none;

	if (reason == NULL)
		reason = &none;
	ds_put_text(doc, map, "purpose", reason->purpose);
	ds_put_text(doc, map, "basis", reason->basis);
	ds_put_text(doc, map, "keep", reason->keep);
	ds_say_line(doc, N_("What for"), reason->purpose != NULL ?
	    reason->purpose : not_said);
	ds_say_line(doc, N_("On which law"), reason->basis != NULL ?
	    reason->basis : not_said);
	ds_say_line(doc, N_("How long it is kept"), reason->keep != NULL ?
	    reason->keep : not_said);
}

static dossier_status
put_section(struct held *held, struct ds_value *sections,
    enum ds_section section, dossier_error *err)
{
	dossier_document *doc = held->disclose->doc;
	struct ds_value *map = ds_put_map(doc, sections, NULL), *list;
	size_t i;
	int kind;

	ds_put_text(doc, map, "section", ds_section_slug(section));
	ds_present_heading(doc, ds_section_label(section));
	put_reason(held, map, section);
	list = ds_put_list(doc, map, "records");
	if (!holds(held, section))
		ds_present_nothing(doc);
	for (kind = 1; kind < DS_KIND_END; kind++)
		for (i = 0; i < held->count[kind]; i++)
			if (has_any(&held->rows[kind][i], section))
				DS_TRY(put_record(held, list,
				    &held->rows[kind][i], section, err));
	return DOSSIER_OK;
}

/* The own statement is told also when there is none. */
static dossier_status
put_sections(struct held *held, dossier_error *err)
{
	struct ds_disclose *disclose = held->disclose;
	dossier_document *doc = disclose->doc;
	struct ds_value *list = ds_put_list(doc, disclose->map, "sections");
	int section;

	for (section = DS_SECTION_STORY; section < DS_SECTION_END; section++) {
		if (holds(held, (enum ds_section)section) ||
		    section == DS_SECTION_VIEWPOINT)
			DS_TRY(put_section(held, list,
			    (enum ds_section)section, err));
		else
			held->empty = ds_say_more(doc, disclose->arena,
			    held->empty, ", ", ds_tr(doc->language,
			    ds_section_label((enum ds_section)section)));
	}
	if (held->empty[0] != '\0')
		ds_paragraph(doc, ds_tr(doc->language, N_("Nothing is held "
		    "under: %s.")), held->empty);
	return DOSSIER_OK;
}

dossier_status
ds_disclose_held(struct ds_disclose *disclose, dossier_error *err)
{
	struct held held = { .disclose = disclose, .empty = "" };
	struct ds_book *book = disclose->session->book;
	int kind;

	held.rows[DS_YOUTH] = &disclose->youth;
	held.count[DS_YOUTH] = 1;
	for (kind = 1; kind < DS_KIND_END; kind++)
		if (ds_field_named(ds_record((enum ds_kind)kind), "youth") >=
		    0)
			DS_TRY(ds_state_list(&held.rows[kind],
			    &held.count[kind], disclose->arena, book,
			    (enum ds_kind)kind, disclose->youth.id, err));
	return put_sections(&held, err);
}
