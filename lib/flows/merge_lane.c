/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Two lanes of dated state into one. Both are laid out in memory, what
 * overlaps is settled there, and then each record is written once. Records
 * that contradict each other nowhere are one: it begins on the earlier day.
 */
#include "flows/merge.h"

#include "flows/state.h"

struct item {
	struct ds_row before;		/* id 0: not in the store */
	struct ds_row after;
	bool other;			/* of the dossier that goes */
	bool gone;
};

struct lane {
	struct ds_merge *merge;
	const struct ds_record *record;
	int youth;			/* the field */
	struct item *items;
	size_t count, capacity;
};

static dossier_status
add_item(struct lane *lane, const struct ds_row *before,
    const struct ds_row *after, bool other, dossier_error *err)
{
	struct item *grown = ds_grow(lane->items, lane->count,
	    &lane->capacity, sizeof *grown);

	if (grown == NULL)
		return ds_no_memory(err);
	lane->items = grown;
	grown[lane->count++] = (struct item){ *before, *after, other, false };
	return DOSSIER_OK;
}

static dossier_status
read_items(struct lane *lane, const struct ds_row *youth, bool other,
    dossier_error *err)
{
	struct ds_merge *merge = lane->merge;
	struct ds_row *rows;
	size_t count, i;

	DS_TRY(ds_state_list(&rows, &count, merge->arena,
	    merge->session->book, lane->record->kind, youth->id, err));
	for (i = 0; i < count; i++)
		DS_TRY(add_item(lane, &rows[i], &rows[i], other, err));
	return DOSSIER_OK;
}

/* ---- what two records say of each other ---- */

static int64_t
first_of(const struct ds_row *row)
{
	dossier_day from = ds_row_span(row).from;

	return ds_day_known(from) ? from.number : INT64_MIN;
}

static int64_t
last_of(const struct ds_row *row)
{
	dossier_day until = ds_row_span(row).until;

	return ds_day_known(until) ? until.number : INT64_MAX;
}

static bool
overlap(const struct ds_row *a, const struct ds_row *b)
{
	return first_of(a) <= last_of(b) && first_of(b) <= last_of(a);
}

/* Nowhere do they contradict each other; the first day may differ. */
static bool
agree(const struct lane *lane, const struct ds_row *a,
    const struct ds_row *b)
{
	int i;

	for (i = 0; i < lane->record->count; i++)
		if (i != lane->youth && i != lane->record->from &&
		    ds_row_has(a, i) && ds_row_has(b, i) &&
		    !ds_datum_same(&a->value[i], &b->value[i]))
			return false;
	return true;
}

/* What only the other one tells is filled in. */
static void
join(struct lane *lane, struct item *kept, struct item *other)
{
	struct ds_merge_tally *tally =
	    &lane->merge->tally[lane->record->kind];
	int from = lane->record->from, i;

	other->gone = true;
	if (ds_merge_same(&kept->after, &other->after)) {
		tally->same++;
		return;
	}
	tally->joined++;
	for (i = 0; i < lane->record->count; i++)
		if (!ds_row_has(&kept->after, i) ||
		    (i == from && ds_row_has(&other->after, i) &&
		    first_of(&other->after) < first_of(&kept->after)))
			kept->after.value[i] = other->after.value[i];
}

/* ---- the one gives way to the other ---- */

/* Take `span`'s days out of an item; a part behind them is a new item. */
static dossier_status
cut(struct lane *lane, size_t at, struct ds_span span, dossier_error *err)
{
	const struct ds_record *record = lane->record;
	struct ds_arena *arena = lane->merge->arena;
	struct item *item = &lane->items[at];
	struct ds_row behind = item->after, nothing;
	bool ahead, after;

	ahead = ds_day_known(span.from) &&
	    first_of(&item->after) < span.from.number;
	after = ds_day_known(span.until) &&
	    last_of(&item->after) > span.until.number;
	if (after && !ds_row_set_day(&behind, record->from,
	    ds_day_add(span.until, 1), arena))
		return ds_no_memory(err);
	if (ahead && !ds_row_set_day(&item->after, record->until,
	    ds_day_add(span.from, -1), arena))
		return ds_no_memory(err);
	lane->merge->tally[record->kind].cut++;
	if (!ahead && after)
		item->after = behind;
	else if (!ahead)
		item->gone = true;
	if (!ahead || !after)
		return DOSSIER_OK;
	ds_row_start(&nothing, record->kind);
	behind.id = behind.event = 0;
	return add_item(lane, &nothing, &behind, item->other, err);
}

static dossier_status
clash(struct lane *lane, size_t kept, size_t other, dossier_error *err)
{
	struct ds_merge *merge = lane->merge;
	struct ds_row *a = &lane->items[kept].after;
	struct ds_row *b = &lane->items[other].after;

	switch (merge->preferred) {
	case DS_MERGE_KEPT:
		return cut(lane, other, ds_row_span(a), err);
	case DS_MERGE_OTHER:
		return cut(lane, kept, ds_row_span(b), err);
	default:
		return ds_merge_clash(merge, a, b, err);
	}
}

static bool
meets(const struct lane *lane, size_t kept, size_t other)
{
	const struct item *a = &lane->items[kept], *b = &lane->items[other];

	return !a->other && !a->gone && b->other && !b->gone &&
	    overlap(&a->after, &b->after);
}

/* First what cannot stand beside it, so that what is joined has room. */
static dossier_status
settle(struct lane *lane, size_t other, dossier_error *err)
{
	size_t i;

	for (i = 0; i < lane->count; i++)
		if (meets(lane, i, other) && !agree(lane,
		    &lane->items[i].after, &lane->items[other].after))
			DS_TRY(clash(lane, i, other, err));
	for (i = 0; i < lane->count; i++)
		if (meets(lane, i, other) && agree(lane,
		    &lane->items[i].after, &lane->items[other].after)) {
			join(lane, &lane->items[i], &lane->items[other]);
			break;
		}
	return DOSSIER_OK;
}

/* ---- into the store ---- */

static dossier_status
write(struct lane *lane, struct item *item, dossier_error *err)
{
	struct ds_merge *merge = lane->merge;
	struct ds_book *book = merge->session->book;
	bool moved = item->before.id != 0 && item->other && !item->gone;

	if (item->gone && item->before.id == 0)
		return DOSSIER_OK;
	if (item->gone)
		return ds_book_remove(book, &item->before, merge->reason,
		    err);
	ds_row_set_int(&item->after, lane->youth, merge->kept.id);
	merge->tally[lane->record->kind].moved += moved;
	if (item->before.id == 0)
		return ds_book_add(book, &item->after, err);
	return ds_book_change(NULL, book, &item->before, &item->after,
	    merge->reason, err);
}

static dossier_status
run(struct lane *lane, dossier_error *err)
{
	struct ds_merge *merge = lane->merge;
	size_t i;

	DS_TRY(read_items(lane, &merge->kept, false, err));
	DS_TRY(read_items(lane, &merge->other, true, err));
	for (i = 0; i < lane->count; i++)
		if (lane->items[i].other)
			DS_TRY(settle(lane, i, err));
	/* What stands in the way is told; nothing will be written. */
	for (i = 0; i < lane->count && merge->clash_count == 0; i++)
		DS_TRY(write(lane, &lane->items[i], err));
	return DOSSIER_OK;
}

dossier_status
ds_merge_lane(struct ds_merge *merge, enum ds_kind kind, dossier_error *err)
{
	struct lane lane = { .merge = merge, .record = ds_record(kind),
	    .youth = ds_field_named(ds_record(kind), "youth") };
	dossier_status status = run(&lane, err);

	ds_free(lane.items);
	return status;
}
