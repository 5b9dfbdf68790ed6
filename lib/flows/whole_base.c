/* SPDX-License-Identifier: EUPL-1.2 */
/* How a record stood when the file was made: the history, walked back. */
#include "flows/whole.h"

/* One step of a record's history; `before` is NULL for an add. */
struct step {
	int64_t txn, prev;
	bool add;
	const char *before;
};

static dossier_status
read_step(struct step *out, struct ds_whole *whole, int64_t event,
    dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	DS_TRY(ds_sql(&stmt, whole->session->store, DS_SQL_EVENT_BY_ID, err));
	ds_bind_int(stmt, ":id", event);
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return ds_fail(err, DOSSIER_CORRUPT, N_("Step %lld of the "
		    "history is not there."), (long long)event);
	out->txn = ds_col_int(stmt, 1);
	out->add = ds_col_int(stmt, 4) == DS_OP_ADD;
	out->prev = ds_col_int(stmt, 5);
	out->before = ds_col_null(stmt, 8) ? NULL :
	    ds_arena_dup(whole->arena, ds_col_text(stmt, 8));
	ds_stmt_reset(stmt);
	return DOSSIER_OK;
}

/* From event `id` back to the first one that the file does not know. */
static dossier_status
walk_back(struct ds_row *out, bool *there, struct ds_whole *whole,
    enum ds_kind kind, int64_t record, int64_t event, dossier_error *err)
{
	struct step step;

	*there = false;
	do {
		DS_TRY(read_step(&step, whole, event, err));
		if (step.add)
			return DOSSIER_OK;
		event = step.prev;
	} while (event > whole->state);
	/* What was erased cannot be held against anything. */
	if (step.before == NULL)
		return DOSSIER_OK;
	DS_TRY(ds_row_from_image(out, whole->arena, kind, record,
	    step.before, err));
	*there = true;
	return DOSSIER_OK;
}

dossier_status
ds_whole_base(struct ds_row *out, bool *there, struct ds_whole *whole,
    const struct ds_row *now, dossier_error *err)
{
	*out = *now;
	*there = true;
	if (whole->state == 0 || now->event <= whole->state)
		return DOSSIER_OK;
	return walk_back(out, there, whole, now->kind, now->id, now->event,
	    err);
}

dossier_status
ds_whole_removed(struct ds_row *out, bool *there, struct ds_whole *whole,
    enum ds_kind kind, int64_t id, dossier_error *err)
{
	struct ds_stmt *stmt;
	int64_t event, owner;

	*there = false;
	if (whole->state == 0)
		return DOSSIER_OK;
	DS_TRY(ds_sql(&stmt, whole->session->store,
	    DS_SQL_EVENT_REMOVED_AFTER, err));
	ds_bind_int(stmt, ":kind", (int64_t)kind);
	ds_bind_int(stmt, ":record", id);
	ds_bind_int(stmt, ":after", whole->state);
	DS_TRY(ds_first_int(&event, stmt, err));
	if (event == 0)
		return DOSSIER_OK;
	DS_TRY(walk_back(out, there, whole, kind, id, event, err));
	owner = *there ? ds_row_int(out, ds_whole_owner(ds_record(kind))) : 0;
	*there = *there && owner == whole->youth.id;
	if (*there)
		out->event = event;
	return DOSSIER_OK;
}

dossier_status
ds_whole_writer(const char **out, struct ds_whole *whole, int64_t event,
    dossier_error *err)
{
	char day[DS_DAY_TEXT];
	struct ds_stmt *stmt;
	struct step step;
	bool row;

	*out = "";
	DS_TRY(read_step(&step, whole, event, err));
	DS_TRY(ds_sql(&stmt, whole->session->store, DS_SQL_TXN_BY_ID, err));
	ds_bind_int(stmt, ":id", step.txn);
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return DOSSIER_OK;
	*out = ds_arena_printf(whole->arena, "%s, %s",
	    ds_col_null(stmt, 4) ? "?" : ds_col_text(stmt, 4),
	    ds_day_text(ds_col_day(stmt, 2), whole->language, day));
	ds_stmt_reset(stmt);
	return *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
}
