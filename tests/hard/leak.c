/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * No uncovered value leaves: 10,000 random dossiers with a canary in every
 * text, random grounds, recipients, purposes and days. What a view gives is
 * held against the second judgement of leak_judge.h.
 */
#include "hard/leak_draw.h"
#include "hard/leak_judge.h"
#include "rules/library.h"

#define DOSSIERS 10000
#define READINGS 4		/* recipient × purpose × occasion, a dossier */

static long shown_count, withheld_count;

static void
read_field(struct ds_view *view, const struct ds_row *row, int i,
    const struct reading *reading)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const struct ds_record *record = ds_record(row->kind);
	bool may = may_leave(row, i, reading, w.one.youth, w.one.grounds,
	    w.one.ground_count);
	struct ds_shown shown;

	region_ok(ds_view_field(&shown, view, row, i, &err), &err);
	if (may && shown.withheld == NULL) {
		shown_count++;
		return;
	}
	if (!may && shown.withheld != NULL && shown.text == NULL &&
	    shown.data == NULL && !shown.is_number && !shown.is_truth &&
	    !shown.is_list && shown.number == 0) {
		withheld_count++;
		return;
	}
	fail_msg("dossier %d, %s.%s: %s (purpose %d, occasion %d): %s",
	    w.dossier, record->table, record->fields[i].name,
	    may ? "is covered and withheld" : "leaves uncovered",
	    (int)reading->purpose, (int)reading->occasion,
	    shown.withheld != NULL ? shown.withheld : "shown");
}

static void
read_as(const struct reading *reading)
{
	const struct ds_allowance allow = { .policy = &w.policy,
	    .day = reading->day, .occasion = reading->occasion };
	struct ds_view view;
	size_t r;
	int i;

	ds_view_open(&view, w.region.session->book, &w.region.arena,
	    DOSSIER_DUTCH, reading->recipient, reading->purpose);
	ds_view_allow(&view, &allow);
	for (r = 0; r < w.one.count; r++)
		for (i = 0; i < ds_record(w.one.rows[r].kind)->count; i++)
			if (ds_row_has(&w.one.rows[r], i))
				read_field(&view, &w.one.rows[r], i, reading);
}

static void
take_policy(void)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const struct ds_pack *pack;
	struct ds_library *library;
	const char *why;

	region_ok(ds_session_library(&library, w.region.session, &err),
	    &err);
	region_ok(ds_library_pack(&pack, library, NULL,
	    ds_day_of(2026, 5, 11), &why, &err), &err);
	w.policy = pack->policy;
}

static void
no_uncovered_value_leaves(void **state)
{
	static const enum ds_purpose purposes[] = { DS_FOR_HANDOVER,
	    DS_FOR_PARTY, DS_FOR_MATCH, DS_FOR_MEETING };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_session *session = w.region.session;
	struct reading reading;
	int i;

	region_ok(ds_session_begin(session, NULL, NULL, &err), &err);
	for (w.dossier = 1; w.dossier <= DOSSIERS; w.dossier++) {
		ds_arena_reset(&w.region.arena);
		draw_dossier();
		for (i = 0; i < READINGS; i++) {
			reading.recipient = w.parties[any(4)];
			reading.purpose = purposes[any(4)];
			reading.occasion = reading.purpose ==
			    DS_FOR_HANDOVER && any(2) == 0;
			reading.day = ds_day_of(2026, 5, 9 + (int)any(5));
			read_as(&reading);
		}
	}
	ds_tx_rollback(session->store);
	printf("%d dossiers: %ld values shown, %ld withheld\n", DOSSIERS,
	    shown_count, withheld_count);
	assert_true(shown_count > 100000 && withheld_count > 100000);
}

static int
start(void **state)
{
	draw_world();
	take_policy();
	return 0;
}

static int
end(void **state)
{
	region_end(&w.region);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_uncovered_value_leaves),
	};

	return cmocka_run_group_tests(tests, start, end);
}
