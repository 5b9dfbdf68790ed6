/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What does not go to this reader, and why: for every section, from the
 * grounds and the descriptors alone. Whether anything is recorded there is
 * not looked at, and so cannot be told.
 */
#include "flows/show.h"

struct lists {
	struct ds_show *show;
	struct ds_value *list;		/* for machines */
	struct ds_block *table;		/* for people; NULL: no row yet */
};

struct entry {
	enum ds_section section;
	const char *part;		/* "all", "special" or "records" */
	const char *what;		/* translated */
	const char *why;		/* English, marked */
};

static struct ds_value *
put(struct lists *lists, const struct entry *entry)
{
	dossier_document *doc = lists->show->doc;
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Section")), DS_LEFT },
		{ ds_tr(lang, N_("What")), DS_LEFT },
		{ ds_tr(lang, N_("Why")), DS_LEFT },
	};
	struct ds_value *item = ds_put_map(doc, lists->list, NULL);
	struct ds_cells *row;

	ds_put_text(doc, item, "section", ds_section_slug(entry->section));
	ds_put_text(doc, item, "part", entry->part);
	ds_put_text(doc, item, "reason", ds_tr(lang, entry->why));
	if (lists->table == NULL) {
		ds_show_open(lists->show);
		lists->table = ds_table(doc, NULL, columns, 3);
	}
	row = ds_table_row(doc, lists->table);
	ds_cell(doc, row, 0, ds_tr(lang, ds_section_label(entry->section)));
	ds_cell(doc, row, 1, entry->what);
	ds_cell(doc, row, 2, ds_tr(lang, entry->why));
	return item;
}

/* ---- what stands in a section, by the descriptors ---- */

/* A field that people read; whose it is and what software keeps is none. */
static bool
is_read(const struct ds_record *record, int field, enum ds_section section)
{
	const struct ds_field *f = &record->fields[field];

	return record->kind != DS_STATEMENT && (f->flags & DS_OWN) == 0 &&
	    ds_field_section(record, field) == section &&
	    (f->type != DS_TYPE_RECORD || f->target != DS_YOUTH);
}

static bool
is_special(const struct ds_field *field)
{
	return (field->flags & (DS_HEALTH | DS_JUSTICE | DS_FAMILY)) != 0;
}

/* Here what a record is about says what it tells of, not its fields. */
static bool
differs_by_record(enum ds_section section)
{
	return section == DS_SECTION_DOMAIN || section == DS_SECTION_NETWORK;
}

struct fields {
	size_t plain, special;		/* how many */
	const char *labels;		/* of the special ones */
	struct ds_value *list;		/* NULL: not wanted */
};

static void
note_field(struct fields *fields, struct ds_show *show,
    const struct ds_record *record, const struct ds_field *field)
{
	const char *label = ds_tr(show->doc->language, field->label);

	if (!is_special(field)) {
		fields->plain++;
		return;
	}
	fields->labels = ds_show_kept(show, ds_arena_printf(show->arena,
	    "%s%s%s", fields->special > 0 ? fields->labels : "",
	    fields->special > 0 ? ", " : "", label));
	fields->special++;
	if (fields->list != NULL)
		ds_put_text(show->doc, fields->list, NULL,
		    ds_show_kept(show, ds_arena_printf(show->arena, "%s.%s",
		    record->table, field->name)));
}

static void
look(struct fields *fields, struct ds_show *show, enum ds_section section)
{
	const struct ds_record *record;
	int kind, i;

	for (kind = 1; kind < DS_KIND_END; kind++) {
		record = ds_record((enum ds_kind)kind);
		for (i = 0; i < record->count; i++)
			if (is_read(record, i, section))
				note_field(fields, show, record,
				    &record->fields[i]);
	}
}

/* ---- one section ---- */

/* Ordinary data go, what tells of health, justice or family does not. */
static void
put_special(struct lists *lists, enum ds_section section, const char *why)
{
	bool of_health = ds_section_class(section) != DS_CLASS_ORDINARY;
	dossier_document *doc = lists->show->doc;
	struct entry entry = { section, "special", ds_tr(doc->language,
	    N_("what tells of health, justice or family")), why };
	struct fields fields = { 0, 0, NULL, NULL };
	struct ds_value *item;

	look(&fields, lists->show, section);
	if (differs_by_record(section)) {
		put(lists, &entry);
	} else if (fields.plain == 0 && of_health) {
		entry.part = "all";
		entry.what = ds_tr(doc->language, N_("everything"));
		put(lists, &entry);
	} else if (fields.special > 0) {
		entry.what = fields.labels;
		item = put(lists, &entry);
		fields = (struct fields){ 0, 0, NULL, ds_put_list(doc, item,
		    "fields") };
		look(&fields, lists->show, section);
	} else if (of_health) {
		put(lists, &entry);
	}
}

static dossier_status
put_section(struct lists *lists, enum ds_section section, dossier_error *err)
{
	struct ds_show *show = lists->show;
	struct entry all = { section, "all", ds_tr(show->doc->language,
	    N_("everything")), NULL };
	const char *special;

	DS_TRY(ds_view_judge_section(&all.why, &show->view, show->known->id,
	    section, false, err));
	if (all.why != NULL) {
		put(lists, &all);
		return DOSSIER_OK;
	}
	DS_TRY(ds_view_judge_section(&special, &show->view, show->known->id,
	    section, true, err));
	if (special != NULL)
		put_special(lists, section, special);
	return DOSSIER_OK;
}

/* Records that are of those who work here, and go to nobody. */
static dossier_status
put_records(struct lists *lists, dossier_error *err)
{
	struct ds_show *show = lists->show;
	struct entry entry = { DS_SECTION_FOLLOW, "records",
	    ds_tr(show->doc->language, N_("contact moments, meetings, "
	    "decisions, handovers and numbers")), NULL };
	struct ds_row moment;

	ds_row_start(&moment, DS_MOMENT);
	ds_row_set_int(&moment, DS_F_MOMENT_YOUTH, show->known->id);
	DS_TRY(ds_view_judge(&entry.why, &show->view, &moment,
	    DS_F_MOMENT_TEXT, err));
	if (entry.why != NULL)
		put(lists, &entry);
	return DOSSIER_OK;
}

dossier_status
ds_show_withheld(struct ds_show *show, dossier_error *err)
{
	struct lists lists = { .show = show };
	int section;

	lists.list = ds_put_list(show->doc, show->map, "withheld");
	show->opened = false;
	show->title = ds_tr(show->doc->language, N_("Withheld"));
	for (section = DS_SECTION_COMMON + 1; section < DS_SECTION_END &&
	    show->limited; section++)
		if (section != DS_SECTION_VIEWPOINT)
			DS_TRY(put_section(&lists, (enum ds_section)section,
			    err));
	return show->limited ? put_records(&lists, err) : DOSSIER_OK;
}
