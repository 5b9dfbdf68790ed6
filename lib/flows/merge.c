/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Two dossiers of one youth become one. Every record goes along with its
 * history; nothing is lost that did not stand in both. What cannot be true
 * together is told, and a person says which goes first.
 */
#include "flows/merge.h"

#include <string.h>

#include "flows/input.h"
#include "flows/state.h"

bool
ds_merge_same(const struct ds_row *a, const struct ds_row *b)
{
	const struct ds_record *record = ds_record(a->kind);
	int i;

	for (i = 0; i < record->count; i++)
		if (strcmp(record->fields[i].name, "youth") != 0 &&
		    !ds_datum_same(&a->value[i], &b->value[i]))
			return false;
	return true;
}

dossier_status
ds_merge_clash(struct ds_merge *merge, const struct ds_row *kept,
    const struct ds_row *other, dossier_error *err)
{
	struct ds_merge_clash *grown = ds_grow(merge->clashes,
	    merge->clash_count, &merge->clash_capacity, sizeof *grown);

	if (grown == NULL)
		return ds_no_memory(err);
	merge->clashes = grown;
	grown[merge->clash_count++] = (struct ds_merge_clash){ *kept,
	    *other };
	return DOSSIER_OK;
}

/* ---- records that stand side by side ---- */

/* Deliveries name the grounds that they used by number: each one stays. */
static const struct ds_row *
twin_of(const struct ds_row *row, const struct ds_row *rows, size_t count)
{
	size_t i;

	for (i = 0; i < count && row->kind != DS_GROUND; i++)
		if (ds_merge_same(row, &rows[i]))
			return &rows[i];
	return NULL;
}

static dossier_status
move(struct ds_merge *merge, const struct ds_row *row, dossier_error *err)
{
	struct ds_row moved = *row;

	ds_row_set_int(&moved, ds_field_named(ds_record(row->kind), "youth"),
	    merge->kept.id);
	merge->tally[row->kind].moved++;
	return ds_book_change(NULL, merge->session->book, row, &moved,
	    merge->reason, err);
}

static dossier_status
read_both(struct ds_row *rows[2], size_t count[2], struct ds_merge *merge,
    enum ds_kind kind, dossier_error *err)
{
	struct ds_book *book = merge->session->book;

	DS_TRY(ds_state_list(&rows[0], &count[0], merge->arena, book, kind,
	    merge->kept.id, err));
	return ds_state_list(&rows[1], &count[1], merge->arena, book, kind,
	    merge->other.id, err);
}

static dossier_status
merge_records(struct ds_merge *merge, enum ds_kind kind, dossier_error *err)
{
	struct ds_row *rows[2];
	size_t count[2], i;

	DS_TRY(read_both(rows, count, merge, kind, err));
	for (i = 0; i < count[1]; i++) {
		if (twin_of(&rows[1][i], rows[0], count[0]) == NULL) {
			DS_TRY(move(merge, &rows[1][i], err));
			continue;
		}
		merge->tally[kind].same++;
		DS_TRY(ds_book_remove(merge->session->book, &rows[1][i],
		    merge->reason, err));
	}
	return DOSSIER_OK;
}

/* ---- numbers: one of a kind ---- */

static const struct ds_row *
of_kind(const struct ds_row *rows, size_t count, const char *kind)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (strcmp(ds_row_text(&rows[i], DS_F_IDENTIFIER_KIND),
		    kind) == 0)
			return &rows[i];
	return NULL;
}

static dossier_status
two_numbers(struct ds_merge *merge, const struct ds_row *kept,
    const struct ds_row *other, dossier_error *err)
{
	struct ds_book *book = merge->session->book;

	if (strcmp(ds_row_text(kept, DS_F_IDENTIFIER_KIND), "bsn") == 0) {
		ds_advise(err, N_("If one of the two is wrong, correct it "
		    "first with: dossier edit REF --set bsn=-"));
		return ds_fail(err, DOSSIER_CONFLICT, N_("%s and %s have two "
		    "different BSNs, so they are two people. Nothing was "
		    "changed."), ds_row_text(&merge->kept, DS_F_YOUTH_REF),
		    ds_row_text(&merge->other, DS_F_YOUTH_REF));
	}
	if (merge->preferred == DS_MERGE_NONE)
		return ds_merge_clash(merge, kept, other, err);
	merge->tally[DS_IDENTIFIER].cut++;
	if (merge->preferred == DS_MERGE_KEPT)
		return ds_book_remove(book, other, merge->reason, err);
	DS_TRY(ds_book_remove(book, kept, merge->reason, err));
	return move(merge, other, err);
}

static dossier_status
merge_numbers(struct ds_merge *merge, dossier_error *err)
{
	struct ds_row *rows[2];
	const struct ds_row *kept;
	size_t count[2], i;

	DS_TRY(read_both(rows, count, merge, DS_IDENTIFIER, err));
	for (i = 0; i < count[1]; i++) {
		kept = of_kind(rows[0], count[0], ds_row_text(&rows[1][i],
		    DS_F_IDENTIFIER_KIND));
		DS_TRY(kept != NULL ?
		    two_numbers(merge, kept, &rows[1][i], err) :
		    move(merge, &rows[1][i], err));
	}
	return DOSSIER_OK;
}

/* ---- the youth itself ---- */

/* A prefix belongs to its family name; the end of a dossier to its own. */
static bool
fills(const struct ds_merge *merge, int field)
{
	if (ds_row_has(&merge->kept, field) ||
	    !ds_row_has(&merge->other, field) || field == DS_F_YOUTH_CLOSED_ON)
		return false;
	return field != DS_F_YOUTH_PREFIX || ds_datum_same(
	    &merge->kept.value[DS_F_YOUTH_FAMILY_NAME],
	    &merge->other.value[DS_F_YOUTH_FAMILY_NAME]);
}

bool
ds_merge_tells(const struct ds_merge *merge, int field)
{
	return field != DS_F_YOUTH_REF && ds_row_has(&merge->other, field) &&
	    !ds_datum_same(&merge->kept.value[field],
	    &merge->other.value[field]);
}

static dossier_status
merge_youth(struct ds_merge *merge, dossier_error *err)
{
	struct ds_row *after = &merge->after;
	int i;

	*after = merge->kept;
	for (i = 0; i < ds_record(DS_YOUTH)->count; i++)
		if (fills(merge, i))
			after->value[i] = merge->other.value[i];
	if (ds_row_day(&merge->other, DS_F_YOUTH_OPENED_ON).number <
	    ds_row_day(&merge->kept, DS_F_YOUTH_OPENED_ON).number)
		after->value[DS_F_YOUTH_OPENED_ON] =
		    merge->other.value[DS_F_YOUTH_OPENED_ON];
	return ds_book_change(NULL, merge->session->book, &merge->kept,
	    after, merge->reason, err);
}

static dossier_status
keep_ref(struct ds_merge *merge, dossier_error *err)
{
	struct ds_book *book = merge->session->book;
	struct ds_row row;

	DS_TRY(ds_book_remove(book, &merge->other, merge->reason, err));
	ds_row_start(&row, DS_MERGED);
	ds_row_set_int(&row, DS_F_MERGED_YOUTH, merge->kept.id);
	ds_row_set_text(&row, DS_F_MERGED_REF,
	    ds_row_text(&merge->other, DS_F_YOUTH_REF));
	ds_row_set_text(&row, DS_F_MERGED_REASON, merge->reason);
	if (!ds_row_set_day(&row, DS_F_MERGED_ON, merge->session->today,
	    merge->arena))
		return ds_no_memory(err);
	return ds_book_add(book, &row, err);
}

/* ---- the whole ---- */

static dossier_status
merge_kind(struct ds_merge *merge, enum ds_kind kind, dossier_error *err)
{
	if (kind == DS_IDENTIFIER)
		return merge_numbers(merge, err);
	return ds_record(kind)->nature == DS_STATE ?
	    ds_merge_lane(merge, kind, err) :
	    merge_records(merge, kind, err);
}

static dossier_status
merge_all(struct ds_merge *merge, dossier_error *err)
{
	struct ds_book *book = merge->session->book;
	int kind;

	/* Read again: nobody else can write from here on. */
	DS_TRY(ds_book_read(&merge->kept, merge->arena, book, DS_YOUTH,
	    merge->kept.id, err));
	DS_TRY(ds_book_read(&merge->other, merge->arena, book, DS_YOUTH,
	    merge->other.id, err));
	for (kind = 1; kind < DS_KIND_END; kind++)
		if (ds_field_named(ds_record((enum ds_kind)kind), "youth") >=
		    0)
			DS_TRY(merge_kind(merge, (enum ds_kind)kind, err));
	if (merge->clash_count > 0)
		return DOSSIER_OK;
	DS_TRY(merge_youth(merge, err));
	return keep_ref(merge, err);
}

static dossier_status
clashes(const struct ds_merge *merge, dossier_error *err)
{
	const char *kept = ds_row_text(&merge->kept, DS_F_YOUTH_REF);
	const char *other = ds_row_text(&merge->other, DS_F_YOUTH_REF);

	ds_advise(err, N_("Correct one of them first, or say which of the "
	    "two goes first: --prefer %s or --prefer %s"), kept, other);
	return ds_fail(err, DOSSIER_CONFLICT, N_("%s and %s contradict each "
	    "other (%zu times). Nothing was changed."), kept, other,
	    merge->clash_count);
}

/* What is only told leaves no change, but was looked at. */
static dossier_status
end(struct ds_merge *merge, const char *object, dossier_error *err)
{
	dossier_session *session = merge->session;

	if (merge->clash_count == 0 && !merge->options->dry_run)
		return ds_tx_commit(session->store, err);
	ds_tx_rollback(session->store);
	DS_TRY(ds_session_gave(session, object, merge->reason, err));
	return merge->clash_count == 0 ? DOSSIER_OK : clashes(merge, err);
}

static dossier_status
find(struct ds_merge *merge, const char *ref, dossier_error *err)
{
	const dossier_merge_options *options = merge->options;
	dossier_session *session = merge->session;
	struct ds_row row;

	DS_TRY(ds_session_may(session, "edit", err));
	DS_TRY(ds_input_line(&merge->reason, merge->arena, options->reason,
	    err));
	if (merge->reason == NULL)
		return ds_fail(err, DOSSIER_USAGE, N_("Say why these two "
		    "are one person, with --reason."));
	DS_TRY(ds_youth_find(&merge->kept, merge->arena, session, ref, true,
	    err));
	DS_TRY(ds_youth_find(&merge->other, merge->arena, session,
	    options->other, true, err));
	if (merge->kept.id == merge->other.id)
		return ds_fail(err, DOSSIER_INVALID, N_("%s and %s are one "
		    "dossier already."), ref, options->other);
	if (options->prefer == NULL)
		return DOSSIER_OK;
	DS_TRY(ds_youth_find(&row, merge->arena, session, options->prefer,
	    true, err));
	if (row.id != merge->kept.id && row.id != merge->other.id)
		return ds_fail(err, DOSSIER_USAGE, N_("%s is neither of the "
		    "two."), options->prefer);
	merge->preferred = row.id == merge->kept.id ? DS_MERGE_KEPT :
	    DS_MERGE_OTHER;
	return DOSSIER_OK;
}

static dossier_status
run(dossier_document **doc, struct ds_merge *merge, const char *ref,
    dossier_error *err)
{
	dossier_session *session = merge->session;
	dossier_status status;
	const char *object;

	DS_TRY(find(merge, ref, err));
	object = ds_arena_printf(merge->arena, "%s %s",
	    ds_row_text(&merge->kept, DS_F_YOUTH_REF),
	    ds_row_text(&merge->other, DS_F_YOUTH_REF));
	if (object == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_session_begin(session, object, merge->reason, err));
	merge->step = ds_tx_id(session->store);
	status = merge_all(merge, err);
	if (status == DOSSIER_OK)
		status = ds_merge_tell(doc, merge, err);
	if (status == DOSSIER_OK)
		return end(merge, object, err);
	ds_tx_rollback(session->store);
	return status;
}

dossier_status
dossier_merge(dossier_document **out, dossier_session *session,
    const char *ref, const dossier_merge_options *options, dossier_error *err)
{
	struct ds_arena arena = {0};
	struct ds_merge merge = { .session = session, .arena = &arena,
	    .options = options };
	dossier_document *doc = NULL;
	dossier_status status;

	*out = NULL;
	status = run(&doc, &merge, ref, err);
	if (status == DOSSIER_OK ||
	    (status == DOSSIER_CONFLICT && merge.clash_count > 0))
		*out = doc;
	else
		dossier_document_free(doc);
	ds_free(merge.clashes);
	ds_arena_free(&arena);
	return status;
}
