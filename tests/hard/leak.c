/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * No uncovered value leaves: 10,000 random dossiers with a canary in every
 * text, random grounds, recipients, purposes and days. What a view gives is
 * held against the second judgement of leak_judge.h.
 */
#include "flows/region.h"

#include "base/ident.h"
#include "hard/leak_judge.h"
#include "rules/library.h"

#define DOSSIERS 10000
#define READINGS 4		/* recipient × purpose × occasion, a dossier */

static uint64_t number = 20261125;

static uint64_t
any(uint64_t n)
{
	number ^= number << 13;
	number ^= number >> 7;
	number ^= number << 17;
	return number % n;
}

/* ---- a random dossier ---- */

struct dossier {
	struct ds_row rows[DS_KIND_END * 2];
	size_t count;
	const struct ds_row *youth;
	const struct ds_row *grounds[8];
	size_t ground_count;
};

struct world {
	struct region region;
	int64_t parties[5], contact, place, meeting;
	struct ds_policy policy;
	struct dossier one;
	long shown, withheld;
	int dossier;
};

static struct world w;

/* A day about today, so that periods begin, run and end around it. */
static const char *
some_day(int around)
{
	char *text = ds_arena_alloc(&w.region.arena, DS_DAY_TEXT);

	assert_non_null(text);
	return ds_day_iso(ds_day_add(ds_day_of(2026, 5, 11),
	    (int)any((uint64_t)(2 * around + 1)) - around), text);
}

/* Ages from 14 to 30, often with a birthday near today or on a leap day. */
static const char *
some_birth_date(void)
{
	char *text = ds_arena_alloc(&w.region.arena, DS_DAY_TEXT);
	int year = 2026 - 14 - (int)any(17);

	assert_non_null(text);
	switch (any(4)) {
	case 0:
		return ds_day_iso(ds_day_of(year, 5, 10 + (int)any(3)), text);
	case 1:
		return ds_day_iso(ds_day_of(2008, 2, 29), text);
	default:
		return ds_day_iso(ds_day_of(year, 1 + (int)any(12),
		    1 + (int)any(28)), text);
	}
}

static const char *
some_words(const struct ds_code *codes, bool several)
{
	size_t count = 0, i;
	char text[512] = "";

	while (codes[count].slug != NULL)
		count++;
	if (!several)
		return codes[any(count)].slug;
	for (i = 0; i < count; i++)
		if (any(3) == 0)
			snprintf(text + strlen(text), sizeof text -
			    strlen(text), "%s%s", text[0] == '\0' ? "" : " ",
			    codes[i].slug);
	return text[0] == '\0' ? codes[any(count)].slug :
	    ds_arena_dup(&w.region.arena, text);
}

static int64_t
some_record(enum ds_kind target)
{
	switch (target) {
	case DS_PARTY:
		return w.parties[any(5)];
	case DS_PLACE:
		return w.place;
	case DS_MEETING:
		return w.meeting;
	default:
		return w.contact;
	}
}

static void
fill_field(struct ds_row *row, int i)
{
	const struct ds_field *field = &ds_record(row->kind)->fields[i];

	if (!(field->flags & (DS_NEED | DS_OWN)) && any(8) == 0)
		return;
	if (field->type == DS_TYPE_RECORD)
		ds_row_set_int(row, i, some_record(field->target));
	else if (ds_type_is_number(field->type))
		ds_row_set_int(row, i, field->type == DS_TYPE_BOOL ?
		    (int64_t)any(2) : (int64_t)(7700 + any(100)));
	else if (field->type == DS_TYPE_DAY)
		ds_row_set_text(row, i, some_day(400));
	else if (field->codes != NULL)
		ds_row_set_text(row, i, some_words(field->codes,
		    field->type == DS_TYPE_CODES));
	else
		ds_row_set_text(row, i, ds_arena_printf(&w.region.arena,
		    "KANARIE %d %s %s", w.dossier,
		    ds_record(row->kind)->table, field->name));
}

/* Periods are drawn, then turned the right way round. */
static void
right_way_round(struct ds_row *row)
{
	struct ds_span span = ds_row_span(row);
	const struct ds_record *record = ds_record(row->kind);
	struct ds_datum swap;

	if (!ds_day_known(span.from) || !ds_day_known(span.until) ||
	    span.until.number >= span.from.number)
		return;
	swap = row->value[record->from];
	row->value[record->from] = row->value[record->until];
	row->value[record->until] = swap;
}

static struct ds_row *
draw(enum ds_kind kind, int64_t youth)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row *row = &w.one.rows[w.one.count++];
	int field = ds_field_named(ds_record(kind), "youth"), i;
	char *ref;

	ds_row_start(row, kind);
	for (i = 0; i < ds_record(kind)->count; i++)
		fill_field(row, i);
	right_way_round(row);
	if (field >= 0)
		ds_row_set_int(row, field, youth);
	if (kind == DS_YOUTH || kind == DS_MERGED) {
		ref = ds_arena_alloc(&w.region.arena, DS_REF_SIZE);
		assert_non_null(ref);
		ds_ref_make(ref, (uint64_t)w.dossier * 2 +
		    (kind == DS_MERGED), 99);
		ds_row_set_text(row, kind == DS_YOUTH ? DS_F_YOUTH_REF :
		    DS_F_MERGED_REF, ref);
	}
	if (kind == DS_YOUTH && any(10) == 0)
		ds_row_clear(row, DS_F_YOUTH_BIRTH_DATE);
	else if (kind == DS_YOUTH)
		ds_row_set_text(row, DS_F_YOUTH_BIRTH_DATE,
		    some_birth_date());
	if (kind == DS_GROUND)
		ds_row_set_text(row, DS_F_GROUND_FROM, some_day(200));
	if (kind == DS_GROUND)
		right_way_round(row);
	region_ok(ds_book_add(w.region.session->book, row, &err), &err);
	return row;
}

static void
draw_dossier(void)
{
	const struct ds_row *youth;
	size_t grounds = any(7);
	int kind;

	w.one.count = w.one.ground_count = 0;
	youth = w.one.youth = draw(DS_YOUTH, 0);
	for (kind = 1; kind < DS_KIND_END; kind++)
		if (kind != DS_GROUND && ds_field_named(ds_record(
		    (enum ds_kind)kind), "youth") >= 0)
			draw((enum ds_kind)kind, youth->id);
	for (; grounds > 0; grounds--)
		w.one.grounds[w.one.ground_count++] = draw(DS_GROUND,
		    youth->id);
}

/* ---- the test ---- */

/* Of one field: may it be seen? */
static bool
may_leave(const struct ds_row *row, int i, const struct reading *reading)
{
	const struct ds_record *record = ds_record(row->kind);
	const struct ds_field *field = &record->fields[i];
	const char *section = section_of(row, record->table, field->name);
	bool sensitive = is_special(row, record->table, field->name);
	size_t g;

	if (section == NULL || ((field->flags & DS_OWN) &&
	    strcmp(field->name, "ref") != 0))
		return false;
	if (strcmp(section, "zienswijze") == 0 ||
	    (reading->occasion && !sensitive))
		return true;
	for (g = 0; g < w.one.ground_count; g++)
		if (covers(w.one.grounds[g], w.one.youth, reading, section,
		    sensitive))
			return true;
	return false;
}

static void
read_field(struct ds_view *view, const struct ds_row *row, int i,
    const struct reading *reading)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	const struct ds_record *record = ds_record(row->kind);
	bool may = may_leave(row, i, reading);
	struct ds_shown shown;

	region_ok(ds_view_field(&shown, view, row, i, &err), &err);
	if (may && shown.withheld == NULL) {
		w.shown++;
		return;
	}
	if (!may && shown.withheld != NULL && shown.text == NULL &&
	    shown.data == NULL && !shown.is_number && !shown.is_truth &&
	    !shown.is_list && shown.number == 0) {
		w.withheld++;
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
	struct ds_library *library;
	const char *why;

	region_ok(ds_session_library(&library, w.region.session, &err),
	    &err);
	w.policy = ds_library_pack(library, NULL, ds_day_of(2026, 5, 11),
	    &why)->policy;
}

static void
build_world(void)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	char text[2][40];
	int i;

	region_start(&w.region);
	region_ok(ds_library_install(w.region.book, &err), &err);
	for (i = 0; i < 5; i++) {
		snprintf(text[0], sizeof text[0], "code=035%d", i);
		snprintf(text[1], sizeof text[1], "name=Partij %d", i);
		w.parties[i] = region_add(&w.region, "party", text[0],
		    text[1], "kind=gemeente", NULL);
	}
	w.contact = region_add(&w.region, "contact", "name=Els Bakker",
	    NULL);
	snprintf(text[0], sizeof text[0], "party=%d", (int)w.parties[4]);
	w.place = region_add(&w.region, "place", "code=P1", "name=Kas",
	    text[0], NULL);
	w.meeting = region_add(&w.region, "meeting", "kind=uitstroomoverleg",
	    "on=2026-03-02", NULL);
	region_close_fill(&w.region);
	region_open(&w.region, "2026-05-11", "Els Bakker");
	take_policy();
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
	    w.shown, w.withheld);
	assert_true(w.shown > 100000 && w.withheld > 100000);
}

static int
start(void **state)
{
	build_world();
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
