/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Gathering a dossier's history. The image after an event is the one before
 * the next event of that record, or the record as it stands: so every
 * record is walked from its last event back.
 */
#include "flows/log.h"

#include <stdlib.h>

static struct ds_log_entry *
entry_new(struct ds_log *log)
{
	struct ds_log_entry *grown = ds_grow(log->entries, log->count,
	    &log->capacity, sizeof *grown);

	if (grown == NULL)
		return NULL;
	log->entries = grown;
	grown += log->count++;
	*grown = (struct ds_log_entry){ .day = DOSSIER_NO_DAY };
	return grown;
}

static dossier_status
keep(const char **out, struct ds_log *log, struct ds_stmt *stmt, int column,
    dossier_error *err)
{
	const char *text = ds_col_text(stmt, column);

	*out = text == NULL ? NULL : ds_arena_dup(log->arena, text);
	return text != NULL && *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

/* ---- events ---- */

struct event {
	int64_t id, prev;
	const char *before, *reason;
};

static dossier_status
take_event(struct event *event, struct ds_log *log,
    struct ds_log_entry *entry, struct ds_stmt *stmt, dossier_error *err)
{
	entry->event = event->id = ds_col_int(stmt, 0);
	entry->txn = ds_col_int(stmt, 1);
	entry->kind = (enum ds_kind)ds_col_int(stmt, 2);
	entry->record = ds_col_int(stmt, 3);
	entry->op = (enum ds_op)ds_col_int(stmt, 4);
	event->prev = ds_col_int(stmt, 5);
	DS_TRY(keep(&event->before, log, stmt, 6, err));
	DS_TRY(keep(&event->reason, log, stmt, 7, err));
	DS_TRY(keep(&entry->at, log, stmt, 8, err));
	entry->day = ds_col_day(stmt, 9);
	DS_TRY(keep(&entry->name, log, stmt, 10, err));
	DS_TRY(keep(&entry->role, log, stmt, 11, err));
	DS_TRY(keep(&entry->action, log, stmt, 12, err));
	DS_TRY(keep(&entry->reason, log, stmt, 13, err));
	DS_TRY(keep(&entry->object, log, stmt, 14, err));
	if (event->reason != NULL)
		entry->reason = event->reason;
	return DOSSIER_OK;
}

static dossier_status
read_event(struct event *event, struct ds_log *log, int64_t id,
    dossier_error *err)
{
	struct ds_log_entry *entry;
	dossier_status status;
	struct ds_stmt *stmt;
	bool row;

	DS_TRY(ds_sql(&stmt, log->session->store, DS_SQL_LOG_EVENT, err));
	ds_bind_int(stmt, ":id", id);
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return ds_fail(err, DOSSIER_CORRUPT, N_("The history has a "
		    "hole: event %lld is not there."), (long long)id);
	entry = entry_new(log);
	status = entry == NULL ? ds_no_memory(err) :
	    take_event(event, log, entry, stmt, err);
	ds_stmt_reset(stmt);
	return status;
}

/* From a record's last event back to its first. */
static dossier_status
walk_back(struct ds_log *log, const struct ds_row *now, int64_t last,
    dossier_error *err)
{
	struct event event = { .prev = last };
	struct ds_log_entry *entry;
	struct ds_row after = {0};

	if (now != NULL)
		after = *now;
	while (event.prev != 0) {
		DS_TRY(read_event(&event, log, event.prev, err));
		entry = &log->entries[log->count - 1];
		entry->after = after;
		after = (struct ds_row){0};
		if (event.before != NULL)
			DS_TRY(ds_row_from_image(&after, log->arena,
			    entry->kind, entry->record, event.before, err));
		entry->before = after;
	}
	return DOSSIER_OK;
}

static dossier_status
read_kind(struct ds_log *log, enum ds_kind kind, int field, int64_t youth,
    dossier_error *err)
{
	struct ds_row *rows;
	size_t count, i;

	DS_TRY(ds_book_list(&rows, &count, log->arena, log->session->book,
	    kind, field, youth, err));
	for (i = 0; i < count; i++)
		DS_TRY(walk_back(log, &rows[i], rows[i].event, err));
	return DOSSIER_OK;
}

static dossier_status
read_removed(struct ds_log *log, int64_t youth, dossier_error *err)
{
	int64_t *ids = NULL, *grown;
	size_t count = 0, capacity = 0, i;
	dossier_status status;
	struct ds_stmt *stmt;
	bool row;

	DS_TRY(ds_sql(&stmt, log->session->store, DS_SQL_LOG_REMOVED, err));
	ds_bind_int(stmt, ":youth", youth);
	while ((status = ds_step(&row, stmt, err)) == DOSSIER_OK && row) {
		grown = ds_grow(ids, count, &capacity, sizeof *ids);
		if (grown == NULL) {
			status = ds_no_memory(err);
			break;
		}
		ids = grown;
		ids[count++] = ds_col_int(stmt, 0);
	}
	ds_stmt_reset(stmt);
	for (i = 0; i < count && status == DOSSIER_OK; i++)
		status = walk_back(log, NULL, ids[i], err);
	ds_free(ids);
	return status;
}

/* ---- looks ---- */

static bool
has_event(const struct ds_log *log, size_t count, int64_t txn)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (log->entries[i].txn == txn)
			return true;
	return false;
}

static dossier_status
take_look(struct ds_log *log, struct ds_stmt *stmt, dossier_error *err)
{
	struct ds_log_entry *entry = entry_new(log);

	if (entry == NULL)
		return ds_no_memory(err);
	entry->txn = ds_col_int(stmt, 0);
	DS_TRY(keep(&entry->at, log, stmt, 1, err));
	entry->day = ds_col_day(stmt, 2);
	DS_TRY(keep(&entry->name, log, stmt, 3, err));
	DS_TRY(keep(&entry->role, log, stmt, 4, err));
	DS_TRY(keep(&entry->action, log, stmt, 5, err));
	return keep(&entry->reason, log, stmt, 6, err);
}

static dossier_status
read_looks(struct ds_log *log, const char *ref, dossier_error *err)
{
	dossier_status status;
	size_t events = log->count;
	struct ds_stmt *stmt;
	bool row;

	DS_TRY(ds_sql(&stmt, log->session->store, DS_SQL_LOG_ABOUT, err));
	ds_bind_text(stmt, ":ref", ref);
	while ((status = ds_step(&row, stmt, err)) == DOSSIER_OK && row) {
		if (has_event(log, events, ds_col_int(stmt, 0)))
			continue;
		status = take_look(log, stmt, err);
		if (status != DOSSIER_OK)
			break;
	}
	ds_stmt_reset(stmt);
	return status;
}

/* ---- all ---- */

static int
by_time(const void *a, const void *b)
{
	const struct ds_log_entry *x = a, *y = b;

	if (x->txn != y->txn)
		return x->txn < y->txn ? -1 : 1;
	return x->event < y->event ? -1 : x->event > y->event;
}

/*
 * A record that was taken away and given back was walked twice; a look at
 * two refs of this dossier was read twice.
 */
static void
drop_doubles(struct ds_log *log)
{
	size_t kept = 0, i;

	for (i = 0; i < log->count; i++)
		if (kept == 0 ||
		    log->entries[i].txn != log->entries[kept - 1].txn ||
		    log->entries[i].event != log->entries[kept - 1].event)
			log->entries[kept++] = log->entries[i];
	log->count = kept;
}

/* ---- dossiers that went into this one ---- */

/* Of a youth that is no more the last image tells its ref. */
static dossier_status
read_merged(struct ds_log *log, const char *ref, dossier_error *err)
{
	struct ds_log_merged *merged = &log->merged[log->merged_count];
	struct ds_stmt *stmt;
	int64_t event;
	bool row;

	DS_TRY(ds_sql(&stmt, log->session->store, DS_SQL_LOG_MERGED, err));
	ds_bind_text(stmt, ":ref", ref);
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return DOSSIER_OK;
	event = ds_col_int(stmt, 0);
	*merged = (struct ds_log_merged){ ds_col_int(stmt, 1), ref };
	log->merged_count++;
	ds_stmt_reset(stmt);
	DS_TRY(walk_back(log, NULL, event, err));
	return read_removed(log, merged->youth, err);
}

static dossier_status
read_all_merged(struct ds_log *log, int64_t youth, dossier_error *err)
{
	struct ds_row *rows;
	size_t count, i;

	DS_TRY(ds_book_list(&rows, &count, log->arena, log->session->book,
	    DS_MERGED, DS_F_MERGED_YOUTH, youth, err));
	log->merged = ds_arena_alloc(log->arena,
	    (count + 1) * sizeof *log->merged);
	if (log->merged == NULL)
		return ds_no_memory(err);
	for (i = 0; i < count; i++)
		DS_TRY(read_merged(log, ds_row_text(&rows[i],
		    DS_F_MERGED_REF), err));
	return DOSSIER_OK;
}

const char *
ds_log_ref(const struct ds_log *log, int64_t youth)
{
	size_t i;

	for (i = 0; i < log->merged_count; i++)
		if (log->merged[i].youth == youth)
			return log->merged[i].ref;
	return NULL;
}

dossier_status
ds_log_read(struct ds_log *log, const struct ds_row *youth,
    dossier_error *err)
{
	int kind, field;
	size_t i;

	DS_TRY(walk_back(log, youth, youth->event, err));
	for (kind = 1; kind < DS_KIND_END; kind++) {
		field = ds_field_named(ds_record((enum ds_kind)kind),
		    "youth");
		if (field >= 0)
			DS_TRY(read_kind(log, (enum ds_kind)kind, field,
			    youth->id, err));
	}
	DS_TRY(read_removed(log, youth->id, err));
	DS_TRY(read_all_merged(log, youth->id, err));
	DS_TRY(read_looks(log, ds_row_text(youth, DS_F_YOUTH_REF), err));
	for (i = 0; i < log->merged_count; i++)
		DS_TRY(read_looks(log, log->merged[i].ref, err));
	qsort(log->entries, log->count, sizeof *log->entries, by_time);
	drop_doubles(log);
	return DOSSIER_OK;
}
