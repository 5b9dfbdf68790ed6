/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Random dossiers of every kind of record, with a canary in every text and
 * grounds that begin, run, end and change hands about one day.
 */
#ifndef TESTS_HARD_LEAK_DRAW_H
#define TESTS_HARD_LEAK_DRAW_H

#include "flows/region.h"

#include "base/ident.h"
#include "rules/library.h"

static uint64_t number = 20261125;

static inline uint64_t
any(uint64_t n)
{
	number ^= number << 13;
	number ^= number >> 7;
	number ^= number << 17;
	return number % n;
}

struct dossier {
	struct ds_row rows[DS_KIND_END * 2];
	size_t count;
	const struct ds_row *youth;
	const struct ds_row *grounds[8];
	size_t ground_count;
};

struct canary {			/* where a word was put */
	int dossier, row, field;
};

struct world {
	struct region region;
	int64_t parties[5], contact, place, meeting;
	struct ds_policy policy;
	struct dossier one;
	struct canary *canaries;
	size_t canary_count, canary_size;
	int dossier;
};

static struct world w;

/*
 * A word that stands nowhere else, six figures of its number behind a K: it
 * is found again in any output, however it is wrapped.
 */
static inline const char *
new_canary(int row, int field)
{
	struct canary *grown;

	if (w.canary_count == w.canary_size) {
		w.canary_size = w.canary_size * 2 + 1024;
		grown = realloc(w.canaries, w.canary_size * sizeof *grown);
		assert_non_null(grown);
		w.canaries = grown;
	}
	w.canaries[w.canary_count] = (struct canary){ w.dossier, row,
	    field };
	return ds_arena_printf(&w.region.arena, "K%06zx",
	    w.canary_count++ & 0xffffff);
}

/* A day about today, so that periods begin, run and end around it. */
static inline const char *
some_day(int around)
{
	char *text = ds_arena_alloc(&w.region.arena, DS_DAY_TEXT);

	assert_non_null(text);
	return ds_day_iso(ds_day_add(ds_day_of(2026, 5, 11),
	    (int)any((uint64_t)(2 * around + 1)) - around), text);
}

/* Ages from 14 to 30, often with a birthday near today or on a leap day. */
static inline const char *
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

static inline const char *
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

static inline int64_t
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

static inline void
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
		ds_row_set_text(row, i, new_canary((int)(row - w.one.rows),
		    i));
}

/* Periods are drawn, then turned the right way round. */
static inline void
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

static inline struct ds_row *
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
	if (kind == DS_YOUTH || kind == DS_MERGED || kind == DS_RECEIPT) {
		ref = ds_arena_alloc(&w.region.arena, DS_REF_SIZE);
		assert_non_null(ref);
		ds_ref_make(ref, (uint64_t)w.dossier * 2 +
		    (kind != DS_YOUTH), 99);
		ds_row_set_text(row, ds_field_named(ds_record(kind), "ref"),
		    ref);
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

static inline void
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

/* A store with packs, five organisations, a contact, a place, a meeting. */
static inline void
draw_world(void)
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
}

#endif
