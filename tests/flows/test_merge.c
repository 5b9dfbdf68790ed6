/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Two dossiers that become one, over random ones: nothing is lost, no day is
 * told twice, and it can be taken back to what it was.
 */
#include "flows/merging.h"

#define PAIRS 60

static bool
same(const struct ds_row *a, const struct ds_row *b, bool days)
{
	const struct ds_record *record = ds_record(a->kind);
	int i;

	for (i = 0; i < record->count; i++)
		if (strcmp(record->fields[i].name, "youth") != 0 &&
		    (days || (i != record->from && i != record->until)) &&
		    !ds_datum_same(&a->value[i], &b->value[i]))
			return false;
	return true;
}

static bool
is_in(const struct ds_row *row, const struct held *held)
{
	size_t i;

	for (i = 0; i < held->count[row->kind]; i++)
		if (same(row, &held->rows[row->kind][i], true))
			return true;
	return false;
}

/* As sets: what stood in one of the two stands in the one, and no more. */
static void
hold_set(const struct held *a, const struct held *b, const struct held *now,
    enum ds_kind kind)
{
	size_t i;

	for (i = 0; i < a->count[kind]; i++)
		assert_true(is_in(&a->rows[kind][i], now));
	for (i = 0; i < b->count[kind]; i++)
		if (kind != DS_IDENTIFIER)
			assert_true(is_in(&b->rows[kind][i], now));
	for (i = 0; i < now->count[kind]; i++)
		if (kind != DS_MERGED)
			assert_true(is_in(&now->rows[kind][i], a) ||
			    is_in(&now->rows[kind][i], b));
}

/* `bounded`: only records that say when they begin and end. */
static size_t
on_day(const struct held *held, enum ds_kind kind, dossier_day day,
    bool bounded)
{
	struct ds_span span;
	size_t count = 0, i;

	for (i = 0; i < held->count[kind]; i++) {
		span = ds_row_span(&held->rows[kind][i]);
		count += ds_span_holds(span, day) && (!bounded ||
		    (ds_day_known(span.from) && ds_day_known(span.until)));
	}
	return count;
}

/*
 * A day is told of at most once, and only when one of the two told of it.
 * Where both know when it was it is told; an open end may be filled in.
 */
static void
hold_lane(const struct held *a, const struct held *b, const struct held *now,
    enum ds_kind kind)
{
	dossier_day day = ds_day_of(2024, 1, 1), last = ds_day_of(2028, 6, 1);
	size_t found;

	for (; day.number < last.number; day = ds_day_add(day, 1)) {
		found = on_day(now, kind, day, false);
		assert_in_range(found, on_day(a, kind, day, true) +
		    on_day(b, kind, day, true) > 0, on_day(a, kind, day,
		    false) + on_day(b, kind, day, false) > 0);
	}
}

static void
hold_all(const struct held *a, const struct held *b, const struct held *now)
{
	int kind;

	for (kind = 2; kind < DS_KIND_END; kind++) {
		if (ds_field_named(ds_record((enum ds_kind)kind), "youth") < 0)
			continue;
		if (ds_record((enum ds_kind)kind)->nature == DS_STATE)
			hold_lane(a, b, now, (enum ds_kind)kind);
		else
			hold_set(a, b, now, (enum ds_kind)kind);
	}
}

/* ---- one pair ---- */

static void
draw_pair(struct pair *pair)
{
	begin();
	w.dossier++;
	draw_dossier();
	pair->kept = *w.one.youth;
	w.dossier++;
	draw_dossier();
	pair->other = *w.one.youth;
	commit();
	read_held(&pair->a, pair->kept.id);
	read_held(&pair->b, pair->other.id);
}

static bool
two_bsns(const struct pair *pair)
{
	const struct ds_row *rows[] = { pair->a.rows[DS_IDENTIFIER],
		pair->b.rows[DS_IDENTIFIER] };

	return strcmp(ds_row_text(rows[0], DS_F_IDENTIFIER_KIND), "bsn") ==
	    0 && strcmp(ds_row_text(rows[1], DS_F_IDENTIFIER_KIND), "bsn") ==
	    0;
}

/* Both as they were, records and all. */
static void
hold_back(const struct pair *pair)
{
	struct held a, b;
	size_t i;
	int kind;

	read_held(&a, pair->kept.id);
	read_held(&b, pair->other.id);
	for (kind = 1; kind < DS_KIND_END; kind++) {
		assert_int_equal(a.count[kind], pair->a.count[kind]);
		assert_int_equal(b.count[kind], pair->b.count[kind]);
		for (i = 0; i < a.count[kind]; i++)
			assert_true(is_in(&a.rows[kind][i], &pair->a));
		for (i = 0; i < b.count[kind]; i++)
			assert_true(is_in(&b.rows[kind][i], &pair->b));
	}
}

static void
take_back(const struct pair *pair)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	region_ok(dossier_intake_undo(&doc, w.region.session,
	    number_of("SELECT max(id) FROM txn"), &err), &err);
	dossier_document_free(doc);
	hold_back(pair);
}

static void
nothing_is_lost_and_it_can_be_taken_back(void **state)
{
	dossier_document *doc;
	dossier_status status;
	struct pair pair;
	struct held now;
	int64_t before;
	int i, refused = 0;

	for (i = 0; i < PAIRS; i++) {
		ds_arena_reset(&scratch);
		draw_pair(&pair);
		before = events();
		assert_int_equal(merge(&doc, &pair, &pair.kept, true),
		    two_bsns(&pair) ? DOSSIER_CONFLICT : DOSSIER_OK);
		dossier_document_free(doc);
		assert_int_equal(events(), before);
		status = merge(&doc, &pair, i % 2 == 0 ? &pair.kept :
		    &pair.other, false);
		dossier_document_free(doc);
		if (two_bsns(&pair)) {
			assert_int_equal(status, DOSSIER_CONFLICT);
			assert_int_equal(events(), before);
			refused++;
			continue;
		}
		assert_int_equal(status, DOSSIER_OK);
		read_held(&now, pair.other.id);
		assert_int_equal(now.count[DS_MOMENT], 0);
		read_held(&now, pair.kept.id);
		if (i % 2 == 0)
			hold_all(&pair.a, &pair.b, &now);
		if (i % 3 == 0)
			take_back(&pair);
	}
	assert_true(refused < PAIRS / 2);
	hold_sound();
}

/* ---- refs, and no memory ---- */

static void
refs_go_along_from_dossier_to_dossier(void **state)
{
	static char refs[3][DS_REF_SIZE];
	dossier_document *doc = NULL;
	struct ds_row found;
	int64_t last;
	int i;

	begin();
	w.region.book = w.region.session->book;
	for (i = 0; i < 3; i++)
		last = youth((uint64_t)9041 + (uint64_t)i, refs[i]);
	commit();
	for (i = 0; i < 2; i++) {
		const dossier_merge_options options = { .other = refs[i],
		    .reason = "one" };

		assert_int_equal(dossier_merge(&doc, w.region.session,
		    refs[i + 1], &options, NULL), DOSSIER_OK);
		dossier_document_free(doc);
	}
	for (i = 0; i < 2; i++) {
		assert_int_equal(ds_youth_find(&found, &scratch,
		    w.region.session, refs[i], true, NULL), DOSSIER_OK);
		assert_int_equal(found.id, last);
		assert_non_null(strstr(dossier_session_notice(
		    w.region.session), refs[2]));
		assert_int_equal(ds_youth_find(&found, &scratch,
		    w.region.session, refs[i], false, NULL), DOSSIER_OK);
	}
}

static void
no_memory_changes_nothing(void **state)
{
	dossier_document *doc = NULL;
	dossier_status status;
	struct pair pair;
	unsigned long n;
	int64_t before;

	do
		draw_pair(&pair);
	while (two_bsns(&pair));
	before = events();
	for (n = 1;; n += 1 + n / 30) {
		ds_mem_fail_at(n);
		status = merge(&doc, &pair, &pair.kept, false);
		if (!ds_mem_failed())
			break;
		ds_mem_fail_at(0);
		if (status == DOSSIER_OK)
			break;
		assert_null(doc);
		assert_int_equal(events(), before);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	dossier_document_free(doc);
	hold_sound();
	ds_arena_free(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_lost_and_it_can_be_taken_back),
		cmocka_unit_test(refs_go_along_from_dossier_to_dossier),
		cmocka_unit_test(no_memory_changes_nothing),
	};

	return cmocka_run_group_tests_name("flows.merge", tests, start, end);
}
