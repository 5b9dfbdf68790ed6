/* SPDX-License-Identifier: EUPL-1.2 */
/* What was measured, said and agreed: the lists of one dossier. */
#include "flows/show.h"

#include <stdlib.h>
#include <string.h>

#include "flows/state.h"

#define FIELDS(...) (const int[]){ __VA_ARGS__, DS_NO_FIELD }

/* ---- which rows, in which order ---- */

/* The day of a row that stands for its order in time. */
static dossier_day
day_of(const struct ds_row *row)
{
	const struct ds_record *record = ds_record(row->kind);
	int field = ds_field_named(record, "on");

	if (field < 0)
		field = ds_field_named(record, "measured_on");
	if (field < 0)
		field = ds_field_named(record, "from");
	return ds_row_day(row, field);
}

/* On another day than today: what held that day, or had happened by then. */
static bool
counts(const struct ds_row *row, dossier_day day)
{
	if (ds_field_named(ds_record(row->kind), "from") >= 0)
		return ds_span_holds(ds_row_span(row), day);
	return day_of(row).number <= day.number;
}

static int
by_day(const void *a, const void *b)
{
	const struct ds_row *x = a, *y = b;
	int32_t dx = day_of(x).number, dy = day_of(y).number;

	if (dx != dy)
		return dx < dy ? -1 : 1;
	return x->id < y->id ? -1 : x->id > y->id;
}

/* Open agreements first, the nearest day first; those without one after. */
static int
open_first(const void *a, const void *b)
{
	const struct ds_row *x = a, *y = b;
	bool done_x = ds_row_has(x, DS_F_AGREEMENT_DONE_ON);
	bool done_y = ds_row_has(y, DS_F_AGREEMENT_DONE_ON);
	const char *due_x = ds_row_text(x, DS_F_AGREEMENT_DUE);
	const char *due_y = ds_row_text(y, DS_F_AGREEMENT_DUE);
	int order;

	if (done_x != done_y)
		return done_x ? 1 : -1;
	order = strcmp(due_x != NULL ? due_x : "~",
	    due_y != NULL ? due_y : "~");
	return order != 0 ? order : by_day(a, b);
}

static void
choose(struct ds_show *show, struct ds_row *rows, size_t *count,
    int (*order)(const void *, const void *))
{
	size_t kept = 0, i;

	for (i = 0; i < *count; i++)
		if (!show->other_day || counts(&rows[i], show->day))
			rows[kept++] = rows[i];
	*count = kept;
	if (kept > 1)
		qsort(rows, kept, sizeof *rows, order);
}

static dossier_status
put_list(struct ds_show *show, enum ds_kind kind,
    const struct ds_section *section,
    int (*order)(const void *, const void *), dossier_error *err)
{
	struct ds_row *rows;
	size_t count;

	DS_TRY(ds_state_list(&rows, &count, show->arena, show->session->book,
	    kind, show->youth.id, err));
	choose(show, rows, &count, order);
	return ds_present_rows(NULL, show->doc, &show->view, show->map,
	    section, rows, count, NULL, err);
}

/* ---- wage values, side by side ---- */

/* The newest that is valid on the day: the one that counts. */
static const struct ds_row *
counting(const struct ds_row *rows, size_t count, dossier_day day)
{
	const struct ds_row *best = NULL;
	dossier_day until;
	size_t i;

	for (i = 0; i < count; i++) {
		until = ds_row_day(&rows[i], DS_F_WAGE_VALID_UNTIL);
		if (day_of(&rows[i]).number <= day.number &&
		    (!ds_day_known(until) || until.number >= day.number))
			best = &rows[i];
	}
	return best;
}

static dossier_status
put_wage_values(struct ds_show *show, dossier_error *err)
{
	const struct ds_section section = { "wage_values", N_("Wage values"),
	    FIELDS(DS_F_WAGE_VALUE, DS_F_WAGE_MEASURED_ON,
	    DS_F_WAGE_VALID_UNTIL, DS_F_WAGE_METHOD, DS_F_WAGE_ASSESSOR,
	    DS_F_WAGE_PARTY), N_("Counts") };
	const struct ds_row *best;
	struct ds_value *list, *item;
	struct ds_row *rows;
	const char **extra;
	size_t count, i;

	DS_TRY(ds_state_list(&rows, &count, show->arena, show->session->book,
	    DS_WAGE_VALUE, show->youth.id, err));
	choose(show, rows, &count, by_day);
	best = counting(rows, count, show->day);
	extra = ds_arena_alloc(show->arena, (count + 1) * sizeof *extra);
	if (extra == NULL)
		return ds_no_memory(err);
	for (i = 0; i < count; i++)
		extra[i] = &rows[i] == best ?
		    ds_tr(show->doc->language, N_("yes")) : NULL;
	DS_TRY(ds_present_rows(&list, show->doc, &show->view, show->map,
	    &section, rows, count, extra, err));
	for (item = list->first, i = 0; item != NULL && i < count; i++) {
		ds_put_bool(show->doc, item, "counts", &rows[i] == best);
		item = item->next;
	}
	return DOSSIER_OK;
}

/* ---- meetings ---- */

static dossier_status
read_meetings(struct ds_row **out, size_t *count, struct ds_show *show,
    dossier_error *err)
{
	int64_t *ids = NULL, *grown;
	size_t capacity = 0, i;
	dossier_status status;
	struct ds_stmt *stmt;
	bool row = true;

	*count = 0;
	DS_TRY(ds_sql(&stmt, show->session->store, DS_SQL_MEETINGS_OF_YOUTH,
	    err));
	ds_bind_int(stmt, ":youth", show->youth.id);
	while ((status = ds_step(&row, stmt, err)) == DOSSIER_OK && row) {
		grown = ds_grow(ids, *count, &capacity, sizeof *ids);
		if (grown == NULL) {
			status = ds_no_memory(err);
			break;
		}
		ids = grown;
		ids[(*count)++] = ds_col_int(stmt, 0);
	}
	ds_stmt_reset(stmt);
	*out = ds_arena_alloc(show->arena, *count * sizeof **out + 1);
	if (status == DOSSIER_OK && *out == NULL)
		status = ds_no_memory(err);
	for (i = 0; i < *count && status == DOSSIER_OK; i++)
		status = ds_book_read(&(*out)[i], show->arena,
		    show->session->book, DS_MEETING, ids[i], err);
	ds_free(ids);
	return status;
}

/* The roles that were there, joined for people and listed for machines. */
static dossier_status
present_at(const char **out, struct ds_show *show, struct ds_value *item,
    int64_t meeting, dossier_error *err)
{
	struct ds_value *list = ds_put_list(show->doc, item, "present");
	const char *text = NULL;
	struct ds_shown shown;
	struct ds_row *rows;
	size_t count, i;

	DS_TRY(ds_book_list(&rows, &count, show->arena, show->session->book,
	    DS_ATTENDANCE, DS_F_ATTENDANCE_MEETING, meeting, err));
	for (i = 0; i < count; i++) {
		DS_TRY(ds_view_field(&shown, &show->view, &rows[i],
		    DS_F_ATTENDANCE_ROLE, err));
		ds_put_text(show->doc, list, NULL, shown.data);
		text = text == NULL ? shown.text : ds_arena_printf(
		    show->arena, "%s, %s", text, shown.text);
		if (text == NULL)
			return ds_no_memory(err);
	}
	*out = text;
	return DOSSIER_OK;
}

static dossier_status
put_meetings(struct ds_show *show, dossier_error *err)
{
	const struct ds_section section = { "meetings", N_("Meetings"),
	    FIELDS(DS_F_MEETING_ON, DS_F_MEETING_KIND, DS_F_MEETING_SCHOOL,
	    DS_F_MEETING_PARTY), N_("Present") };
	struct ds_value scratch = { .kind = DS_VALUE_MAP }, *list, *item;
	struct ds_row *rows;
	const char **extra;
	size_t count, i;

	DS_TRY(read_meetings(&rows, &count, show, err));
	choose(show, rows, &count, by_day);
	extra = ds_arena_alloc(show->arena, (count + 1) * sizeof *extra);
	if (extra == NULL)
		return ds_no_memory(err);
	for (i = 0; i < count; i++)
		DS_TRY(present_at(&extra[i], show, &scratch, rows[i].id, err));
	DS_TRY(ds_present_rows(&list, show->doc, &show->view, show->map,
	    &section, rows, count, extra, err));
	/* One list a meeting was made above; each now goes to its own. */
	for (item = list->first; item != NULL; item = item->next) {
		struct ds_value *present = scratch.first;

		if (present == NULL)
			break;
		scratch.first = present->next;
		present->next = NULL;
		item->last->next = present;
		item->last = present;
	}
	return DOSSIER_OK;
}
