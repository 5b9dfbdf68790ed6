/* SPDX-License-Identifier: EUPL-1.2 */
/* Meetings, agreements and decisions. */
#include "flows/show.h"

#include <string.h>

/* ---- meetings ---- */

/*
 * A meeting is of nobody; that this youth was spoken of there is told by a
 * record of its own, and by that it is judged.
 */
static dossier_status
may_know(bool *out, struct ds_show *show, dossier_error *err)
{
	struct ds_row spoken;
	const char *why;

	ds_row_start(&spoken, DS_DISCUSSION);
	ds_row_set_int(&spoken, DS_F_DISCUSSION_YOUTH, show->known->id);
	DS_TRY(ds_view_judge(&why, &show->view, &spoken,
	    DS_F_DISCUSSION_MEETING, err));
	*out = why == NULL;
	return DOSSIER_OK;
}

static dossier_status
take_ids(int64_t **ids, size_t *count, struct ds_show *show,
    dossier_error *err)
{
	struct ds_stmt *stmt;
	size_t capacity = 0;
	dossier_status status;
	int64_t *grown;
	bool row;

	DS_TRY(ds_sql(&stmt, show->session->store, DS_SQL_MEETINGS_OF_YOUTH,
	    err));
	ds_bind_int(stmt, ":youth", show->known->id);
	while ((status = ds_step(&row, stmt, err)) == DOSSIER_OK && row) {
		grown = ds_grow(*ids, *count, &capacity, sizeof **ids);
		if (grown == NULL) {
			status = ds_no_memory(err);
			break;
		}
		*ids = grown;
		grown[(*count)++] = ds_col_int(stmt, 0);
	}
	ds_stmt_reset(stmt);
	return status;
}

static dossier_status
read_meetings(struct ds_rows *out, struct ds_show *show, dossier_error *err)
{
	struct ds_row meeting;
	dossier_status status;
	int64_t *ids = NULL;
	size_t count = 0, i;

	out->count = 0;
	status = take_ids(&ids, &count, show, err);
	out->row = ds_arena_alloc(show->arena, (count + 1) *
	    sizeof *out->row);
	if (status == DOSSIER_OK && out->row == NULL)
		status = ds_no_memory(err);
	for (i = 0; i < count && status == DOSSIER_OK; i++) {
		status = ds_book_read(&meeting, show->arena,
		    show->session->book, DS_MEETING, ids[i], err);
		if (status == DOSSIER_OK && (!show->other_day ||
		    ds_show_day_of(&meeting).number <= show->day.number))
			out->row[out->count++] = meeting;
	}
	ds_free(ids);
	return status;
}

static dossier_status
present_at(const char **text, struct ds_value *item,
    const struct ds_row *meeting, void *payload, dossier_error *err)
{
	struct ds_show *show = payload;

	return ds_present_attendance(text, show->doc, &show->view, item,
	    meeting->id, err);
}

static dossier_status
put_meetings(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing listing = { "meetings", N_("Meetings"),
	    DS_FIELDS(DS_F_MEETING_ON, DS_F_MEETING_KIND,
	    DS_F_MEETING_SCHOOL, DS_F_MEETING_PARTY), N_("Present"),
	    present_at, show };
	struct ds_rows rows = { NULL, 0 };
	bool may;

	DS_TRY(may_know(&may, show, err));
	if (may)
		DS_TRY(read_meetings(&rows, show, err));
	return ds_show_list(show, DS_MEETING, &listing, &rows, err);
}

/* ---- agreements and decisions ---- */

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
	return order != 0 ? order : ds_show_by_day(a, b);
}

dossier_status
ds_show_agreed(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing agreements = { "agreements",
	    N_("Agreements"), DS_FIELDS(DS_F_AGREEMENT_KIND,
	    DS_F_AGREEMENT_TEXT, DS_F_AGREEMENT_OWNER, DS_F_AGREEMENT_PARTY,
	    DS_F_AGREEMENT_ON, DS_F_AGREEMENT_DUE, DS_F_AGREEMENT_DONE_ON),
	    NULL, NULL, NULL };
	const struct ds_listing decisions = { "decisions", N_("Decisions"),
	    DS_FIELDS(DS_F_DECISION_SUBJECT, DS_F_DECISION_OUTCOME,
	    DS_F_DECISION_BY, DS_F_DECISION_REASON, DS_F_DECISION_ON,
	    DS_F_DECISION_UNTIL), NULL, NULL, NULL };
	struct ds_rows rows;

	DS_TRY(put_meetings(show, err));
	DS_TRY(ds_show_read(&rows, show, DS_AGREEMENT, open_first, err));
	DS_TRY(ds_show_list(show, DS_AGREEMENT, &agreements, &rows, err));
	DS_TRY(ds_show_read(&rows, show, DS_DECISION, NULL, err));
	return ds_show_list(show, DS_DECISION, &decisions, &rows, err);
}
