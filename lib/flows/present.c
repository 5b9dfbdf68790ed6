/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/present.h"

#include <string.h>

#include "flows/say.h"

#define MOST_COLUMNS (DS_MAX_FIELDS + 1)

static bool
has_name(const struct ds_field *field)
{
	return field->type == DS_TYPE_RECORD &&
	    (field->target == DS_PARTY || field->target == DS_PLACE);
}

static void
put_words(dossier_document *doc, struct ds_value *list, const char *words)
{
	struct ds_arena arena = {0};
	char *copy = ds_arena_dup(&arena, words), *next, *word;

	if (copy == NULL)
		doc->failed = true;
	else
		for (word = strtok_r(copy, " ", &next); word != NULL;
		    word = strtok_r(NULL, " ", &next))
			ds_put_text(doc, list, NULL, word);
	ds_arena_free(&arena);
}

void
ds_present_value(dossier_document *doc, struct ds_value *map,
    const char *key, const struct ds_shown *shown)
{
	if (shown->is_number)
		ds_put_int(doc, map, key, shown->number);
	else if (shown->is_truth)
		ds_put_bool(doc, map, key, shown->number != 0);
	else if (shown->is_list)
		put_words(doc, ds_put_list(doc, map, key), shown->data);
	else
		ds_put_text(doc, map, key, shown->data);
}

static void
put_data(dossier_document *doc, struct ds_arena *arena, struct ds_value *map,
    const struct ds_field *field, const struct ds_shown *shown)
{
	const char *key;

	ds_present_value(doc, map, field->name, shown);
	if (!has_name(field))
		return;
	key = ds_arena_printf(arena, "%s_name", field->name);
	if (key == NULL)
		doc->failed = true;
	else
		ds_put_text(doc, map, key, shown->text);
}

/* "De Linde (02QZ00)": where there is room the code stands beside it. */
static const char *
with_code(dossier_document *doc, struct ds_arena *arena,
    const struct ds_field *field, const struct ds_shown *shown,
    const char *text)
{
	const char *both;

	if (text == NULL || shown->data == NULL || !has_name(field) ||
	    strcmp(text, shown->data) == 0)
		return text;
	both = ds_arena_printf(arena, "%s (%s)", text, shown->data);
	if (both == NULL)
		doc->failed = true;
	return both;
}

/* What people read of a field: its text, or why it is not there. */
static const char *
for_people(dossier_document *doc, struct ds_arena *arena,
    const struct ds_shown *shown)
{
	return shown->withheld == NULL ? shown->text :
	    ds_say_withheld(doc, arena, shown->withheld);
}

dossier_status
ds_present_data(dossier_document *doc, struct ds_view *view,
    struct ds_value *map, const struct ds_row *row, int field,
    dossier_error *err)
{
	struct ds_shown shown;

	DS_TRY(ds_view_field(&shown, view, row, field, err));
	put_data(doc, view->arena, map, &ds_record(row->kind)->fields[field],
	    &shown);
	return DOSSIER_OK;
}

bool
ds_present_any(const struct ds_row *row, const int *fields)
{
	for (; *fields != DS_NO_FIELD; fields++)
		if (ds_row_has(row, *fields))
			return true;
	return false;
}

dossier_status
ds_present_line(dossier_document *doc, struct ds_view *view,
    struct ds_value *map, const struct ds_row *row, int field,
    dossier_error *err)
{
	const struct ds_field *f = &ds_record(row->kind)->fields[field];
	struct ds_shown shown;
	const char *text;

	DS_TRY(ds_view_field(&shown, view, row, field, err));
	put_data(doc, view->arena, map, f, &shown);
	text = with_code(doc, view->arena, f, &shown,
	    for_people(doc, view->arena, &shown));
	if (text != NULL)
		ds_field_line(doc, ds_tr(doc->language, f->label), text);
	return DOSSIER_OK;
}

dossier_status
ds_present_lines(dossier_document *doc, struct ds_view *view,
    struct ds_value *map, const struct ds_row *row, const int *fields,
    dossier_error *err)
{
	for (; *fields != DS_NO_FIELD; fields++)
		DS_TRY(ds_present_line(doc, view, map, row, *fields, err));
	return DOSSIER_OK;
}

static void
put_contact(dossier_document *doc, struct ds_value *map, const char *key,
    const char *label, const char *text)
{
	ds_put_text(doc, map, key, text);
	if (text != NULL)
		ds_field_line(doc, ds_tr(doc->language, label), text);
}

dossier_status
ds_present_contact(dossier_document *doc, struct ds_view *view,
    struct ds_value *map, int64_t contact, dossier_error *err)
{
	struct ds_shown name = {0}, phone = {0}, email = {0};
	struct ds_row row;

	if (contact != 0) {
		DS_TRY(ds_book_read(&row, view->arena, view->book,
		    DS_CONTACT, contact, err));
		DS_TRY(ds_view_field(&name, view, &row, DS_F_CONTACT_NAME,
		    err));
		DS_TRY(ds_view_field(&phone, view, &row, DS_F_CONTACT_PHONE,
		    err));
		DS_TRY(ds_view_field(&email, view, &row, DS_F_CONTACT_EMAIL,
		    err));
	}
	put_contact(doc, map, "contact", N_("Contact"), name.text);
	put_contact(doc, map, "phone", N_("Telephone"), phone.text);
	put_contact(doc, map, "email", N_("E-mail"), email.text);
	return DOSSIER_OK;
}

dossier_status
ds_present_attendance(const char **text, dossier_document *doc,
    struct ds_view *view, struct ds_value *item, int64_t meeting,
    dossier_error *err)
{
	struct ds_value *list = ds_put_list(doc, item, "present");
	struct ds_shown shown;
	struct ds_row *rows;
	size_t count, i;

	*text = NULL;
	DS_TRY(ds_book_list(&rows, &count, view->arena, view->book,
	    DS_ATTENDANCE, DS_F_ATTENDANCE_MEETING, meeting, err));
	for (i = 0; i < count; i++) {
		DS_TRY(ds_view_field(&shown, view, &rows[i],
		    DS_F_ATTENDANCE_ROLE, err));
		ds_put_text(doc, list, NULL, shown.data);
		*text = *text == NULL ? shown.text : ds_arena_printf(
		    view->arena, "%s, %s", *text, shown.text);
		if (*text == NULL)
			return ds_no_memory(err);
	}
	return DOSSIER_OK;
}

/* ---- lists ---- */

struct grid {
	const char **cells;		/* rows × columns */
	size_t columns;
	bool used[MOST_COLUMNS];	/* has a text in some row */
};

/* What was decided or advised about the route is in words of programs. */
static const char *
in_words(const struct ds_row *row, int field, const char *text,
    dossier_language language)
{
	const struct ds_record *record = ds_record(row->kind);
	int subject = ds_field_named(record, "subject");
	const char *about;

	if (row->kind != DS_DECISION && row->kind != DS_RECEIPT)
		return text;
	about = ds_row_text(row, subject);
	if (about == NULL || text == NULL || strcmp(about, "route") != 0)
		return text;
	if (field == subject)
		return ds_tr(language, N_("Route"));
	return field == ds_field_named(record, "outcome") ?
	    ds_code_label(ds_codes_destination, text, language) : text;
}

static dossier_status
fill_row(struct grid *grid, const char **cells, dossier_document *doc,
    struct ds_view *view, struct ds_value *item, const struct ds_row *row,
    const int *fields, dossier_error *err)
{
	struct ds_shown shown;
	size_t i;

	for (i = 0; fields[i] != DS_NO_FIELD; i++) {
		DS_TRY(ds_view_field(&shown, view, row, fields[i], err));
		put_data(doc, view->arena, item,
		    &ds_record(row->kind)->fields[fields[i]], &shown);
		cells[i] = in_words(row, fields[i], for_people(doc,
		    view->arena, &shown), doc->language);
		if (cells[i] != NULL)
			grid->used[i] = true;
	}
	return DOSSIER_OK;
}

static enum ds_align
align(const struct ds_field *field)
{
	return field->type == DS_TYPE_INT || field->type == DS_TYPE_PERCENT ?
	    DS_RIGHT : DS_LEFT;
}

static void
put_table(dossier_document *doc, const struct grid *grid,
    const struct ds_listing *section, const char *caption, enum ds_kind kind,
    size_t count)
{
	struct ds_column columns[MOST_COLUMNS];
	size_t from[MOST_COLUMNS], shown = 0, i, r;
	const struct ds_field *field;
	struct ds_block *table;
	struct ds_cells *row;

	for (i = 0; i < grid->columns; i++) {
		if (!grid->used[i])
			continue;
		from[shown] = i;
		columns[shown].align = DS_LEFT;
		columns[shown].label = section->extra_label;
		if (section->fields[i] != DS_NO_FIELD) {
			field = &ds_record(kind)->fields[section->fields[i]];
			columns[shown].label = field->label;
			columns[shown].align = align(field);
		}
		columns[shown].label = ds_tr(doc->language,
		    columns[shown].label);
		shown++;
	}
	table = ds_table(doc, caption == NULL ? NULL : ds_tr(doc->language,
	    caption), columns, shown);
	for (r = 0; r < count; r++) {
		row = ds_table_row(doc, table);
		for (i = 0; i < shown; i++)
			ds_cell(doc, row, i,
			    grid->cells[r * grid->columns + from[i]]);
	}
}

static dossier_status
fill(struct grid *grid, dossier_document *doc, struct ds_view *view,
    struct ds_value *items, const struct ds_listing *section,
    const struct ds_row *rows, size_t count, dossier_error *err)
{
	size_t fields = grid->columns - (section->extra != NULL ? 1 : 0), i;
	const char **cells = grid->cells;
	struct ds_value *item;

	for (i = 0; i < count; i++, cells += grid->columns) {
		item = ds_put_map(doc, items, NULL);
		DS_TRY(fill_row(grid, cells, doc, view, item, &rows[i],
		    section->fields, err));
		if (section->extra == NULL)
			continue;
		DS_TRY(section->extra(&cells[fields], item, &rows[i],
		    section->payload, err));
		if (cells[fields] != NULL)
			grid->used[fields] = true;
	}
	return DOSSIER_OK;
}

dossier_status
ds_present_table(dossier_document *doc, struct ds_view *view,
    struct ds_value *map, const struct ds_listing *section,
    const char *caption, const struct ds_row *rows, size_t count,
    dossier_error *err)
{
	struct ds_value *items = ds_put_list(doc, map, section->key);
	struct grid grid = { .columns = section->extra != NULL ? 1 : 0 };
	const int *field;

	if (count == 0)
		return DOSSIER_OK;
	for (field = section->fields; *field != DS_NO_FIELD; field++)
		grid.columns++;
	grid.cells = ds_arena_alloc(view->arena,
	    count * grid.columns * sizeof *grid.cells);
	if (grid.cells == NULL)
		return ds_no_memory(err);
	DS_TRY(fill(&grid, doc, view, items, section, rows, count, err));
	put_table(doc, &grid, section, caption, rows[0].kind, count);
	return DOSSIER_OK;
}

dossier_status
ds_present_rows(dossier_document *doc, struct ds_view *view,
    struct ds_value *map, const struct ds_listing *section,
    const struct ds_row *rows, size_t count, dossier_error *err)
{
	ds_present_heading(doc, section->title);
	if (count == 0)
		ds_present_nothing(doc);
	return ds_present_table(doc, view, map, section, NULL, rows, count,
	    err);
}

void
ds_present_things(dossier_document *doc, const char *sentence,
    const char *const *things, size_t count)
{
	struct ds_buf text = DS_BUF_INIT;
	size_t i;

	ds_buf_puts(&text, sentence);
	for (i = 0; i < count; i++)
		ds_buf_printf(&text, "%s- %s", text.size == 0 ? "" : "\n",
		    things[i]);
	if (text.failed)
		doc->failed = true;
	else
		ds_paragraph(doc, "%s", text.data);
	ds_buf_free(&text);
}

void
ds_present_heading(dossier_document *doc, const char *title)
{
	ds_heading(doc, ds_tr(doc->language, title));
}

void
ds_present_nothing(dossier_document *doc)
{
	ds_paragraph(doc, "%s", ds_tr(doc->language,
	    N_("Nothing recorded.")));
}
