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
    const struct ds_listing *section,
    int (*order)(const void *, const void *), dossier_error *err)
{
	struct ds_row *rows;
	size_t count;

	DS_TRY(ds_state_list(&rows, &count, show->arena, show->session->book,
	    kind, show->youth.id, err));
	choose(show, rows, &count, order);
	return ds_present_rows(show->doc, &show->view, show->map,
	    section, rows, count, err);
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

struct wages {
	struct ds_show *show;
	const struct ds_row *best;
};

static dossier_status
does_count(const char **text, struct ds_value *item,
    const struct ds_row *row, void *payload, dossier_error *err)
{
	const struct wages *wages = payload;
	dossier_document *doc = wages->show->doc;

	(void)err;
	ds_put_bool(doc, item, "counts", row == wages->best);
	if (row == wages->best)
		*text = ds_tr(doc->language, N_("yes"));
	return DOSSIER_OK;
}

static dossier_status
put_wage_values(struct ds_show *show, dossier_error *err)
{
	struct wages wages = { show, NULL };
	const struct ds_listing section = { "wage_values", N_("Wage values"),
	    FIELDS(DS_F_WAGE_MEASURED_ON, DS_F_WAGE_VALUE,
	    DS_F_WAGE_VALID_UNTIL, DS_F_WAGE_METHOD, DS_F_WAGE_ASSESSOR,
	    DS_F_WAGE_PARTY), N_("Counts"), does_count, &wages };
	struct ds_row *rows;
	size_t count;

	DS_TRY(ds_state_list(&rows, &count, show->arena, show->session->book,
	    DS_WAGE_VALUE, show->youth.id, err));
	choose(show, rows, &count, by_day);
	wages.best = counting(rows, count, show->day);
	return ds_present_rows(show->doc, &show->view, show->map, &section,
	    rows, count, err);
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
	const struct ds_listing section = { "meetings", N_("Meetings"),
	    FIELDS(DS_F_MEETING_ON, DS_F_MEETING_KIND, DS_F_MEETING_SCHOOL,
	    DS_F_MEETING_PARTY), N_("Present"), present_at, show };
	struct ds_row *rows;
	size_t count;

	DS_TRY(read_meetings(&rows, &count, show, err));
	choose(show, rows, &count, by_day);
	return ds_present_rows(show->doc, &show->view, show->map, &section,
	    rows, count, err);
}

/* ---- all of them ---- */

static dossier_status
put_agreed(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing agreements = { "agreements",
	    N_("Agreements"), FIELDS(DS_F_AGREEMENT_KIND, DS_F_AGREEMENT_TEXT,
	    DS_F_AGREEMENT_OWNER, DS_F_AGREEMENT_PARTY, DS_F_AGREEMENT_ON,
	    DS_F_AGREEMENT_DUE, DS_F_AGREEMENT_DONE_ON), NULL, NULL, NULL };
	const struct ds_listing moments = { "moments", N_("Contact moments"),
	    FIELDS(DS_F_MOMENT_ON, DS_F_MOMENT_KIND, DS_F_MOMENT_WITH,
	    DS_F_MOMENT_REACHED, DS_F_MOMENT_TEXT, DS_F_MOMENT_OWNER), NULL,
	    NULL, NULL };

	DS_TRY(put_list(show, DS_AGREEMENT, &agreements, open_first, err));
	return put_list(show, DS_MOMENT, &moments, by_day, err);
}

static dossier_status
put_decided(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing handovers = { "handovers", N_("Handovers"),
	    FIELDS(DS_F_HANDOVER_ON, DS_F_HANDOVER_STATE,
	    DS_F_HANDOVER_RECIPIENT, DS_F_HANDOVER_SAID_BY,
	    DS_F_HANDOVER_CHANNEL, DS_F_HANDOVER_REASON,
	    DS_F_HANDOVER_AGREED_FROM, DS_F_HANDOVER_CONTACT), NULL, NULL,
	    NULL };
	const struct ds_listing decisions = { "decisions", N_("Decisions"),
	    FIELDS(DS_F_DECISION_SUBJECT, DS_F_DECISION_OUTCOME,
	    DS_F_DECISION_BY, DS_F_DECISION_REASON, DS_F_DECISION_ON,
	    DS_F_DECISION_UNTIL), NULL, NULL, NULL };

	DS_TRY(put_list(show, DS_HANDOVER, &handovers, by_day, err));
	return put_list(show, DS_DECISION, &decisions, by_day, err);
}

dossier_status
ds_show_lists(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing placements = { "placements",
	    N_("Placements"), FIELDS(DS_F_PLACEMENT_PLACE,
	    DS_F_PLACEMENT_KIND, DS_F_PLACEMENT_STAGE, DS_F_PLACEMENT_HOURS,
	    DS_F_PLACEMENT_FROM, DS_F_PLACEMENT_UNTIL), NULL, NULL, NULL };

	DS_TRY(put_list(show, DS_PLACEMENT, &placements, by_day, err));
	DS_TRY(put_wage_values(show, err));
	DS_TRY(put_meetings(show, err));
	DS_TRY(put_agreed(show, err));
	return put_decided(show, err);
}
