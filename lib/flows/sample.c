/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/sample.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "flows/sample_parts.h"

#define SEED UINT64_C(20260101)

/* splitmix64: short, known, and the same on every machine. */
unsigned
ds_sample_random(struct ds_sample *s, unsigned n)
{
	uint64_t z = s->random += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (unsigned)((z ^ (z >> 31)) % n);
}

bool
ds_sample_chance(struct ds_sample *s, unsigned percent)
{
	return ds_sample_random(s, 100) < percent;
}

/* ---- days ---- */

dossier_day
ds_sample_workday(dossier_day day)
{
	/* Day 0 was a Thursday; days before it have a remainder below 0. */
	int weekday = ((day.number + 3) % 7 + 7) % 7;

	return ds_day_add(day, weekday > 4 ? 4 - weekday : 0);
}

bool
ds_sample_past(const struct ds_sample *s, dossier_day day)
{
	return day.number < s->today.number;
}

dossier_day
ds_sample_years(dossier_day day, int years)
{
	return ds_day_shift(day, (struct ds_period){ 12 * years, 0 }, 1);
}

dossier_day
ds_sample_summer(const struct ds_sample *s, int years)
{
	dossier_day august = ds_sample_years(s->year, years + 1);

	return ds_sample_workday(ds_day_add(august, -15));
}

/* ---- rows ---- */

const char *
ds_sample_text(struct ds_sample *s, const char *format, ...)
{
	char text[256], *copy;
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	copy = ds_arena_dup(&s->arena, text);
	if (copy == NULL)
		s->failed = true;
	return copy;
}

void
ds_sample_day(struct ds_sample *s, struct ds_row *row, int field,
    dossier_day day)
{
	if (!ds_row_set_day(row, field, day, &s->arena))
		s->failed = true;
}

void
ds_sample_value(struct ds_sample *s, struct ds_row *row, int field,
    const char *text)
{
	const struct ds_field *f = &ds_record(row->kind)->fields[field];

	if (text == NULL || ds_field_parse(&row->value[field], &s->arena, f,
	    text, s->today) != NULL)
		s->failed = true;
}

dossier_status
ds_sample_add(struct ds_sample *s, struct ds_row *row, dossier_error *err)
{
	return s->failed ? ds_no_memory(err) :
	    ds_book_add(s->book, row, err);
}

const char *
ds_sample_postcode(struct ds_sample *s, int town)
{
	static const char letters[] = "ABCDEGHJKLNPRTVWXZ";
	int first = ds_sample_towns[town].postcode;
	unsigned more = ds_sample_random(s, DS_SAMPLE_POSTCODES);

	return ds_sample_text(s, "%d%c%c", first + (int)more,
	    letters[ds_sample_random(s, 5)],
	    letters[ds_sample_random(s, sizeof letters - 1)]);
}

/* ---- names ---- */

static const char *
one_of(struct ds_sample *s, const char *const *list)
{
	unsigned count = 0;

	while (list[count] != NULL)
		count++;
	return list[ds_sample_random(s, count)];
}

static const struct ds_sample_origin *
some_origin(struct ds_sample *s)
{
	unsigned at = ds_sample_random(s, 100);
	size_t i;

	for (i = 0; i + 1 < ds_sample_origin_count; i++) {
		if (at < ds_sample_origins[i].share)
			break;
		at -= ds_sample_origins[i].share;
	}
	return &ds_sample_origins[i];
}

void
ds_sample_name(struct ds_sample *s, const char **given,
    const char **prefix, const char **family, const char **sex)
{
	const struct ds_sample_origin *origin = some_origin(s);
	/* Some parents come from two places. */
	const struct ds_sample_origin *other =
	    ds_sample_chance(s, 12) ? some_origin(s) : origin;
	bool girl = ds_sample_chance(s, 42);
	const char *bar;

	*sex = girl ? "v" : "m";
	*given = one_of(s, girl ? other->girls : other->boys);
	*family = one_of(s, origin->families);
	*prefix = NULL;
	bar = strchr(*family, '|');
	if (bar != NULL) {
		*prefix = ds_sample_text(s, "%.*s", (int)(bar - *family),
		    *family);
		*family = bar + 1;
	}
}

/* ---- all of it ---- */

/* The end of a month, two to three months from now: half a year before it
 * has passed, and nothing else that is open in the region is as old. */
static void
choose_shown(struct ds_sample *s)
{
	int year, month, day;

	ds_day_civil(ds_day_add(s->today, 92), &year, &month, &day);
	s->shown_exit = ds_day_add(ds_day_of(year, month, 1), -1);
	s->shown_due = ds_day_shift(s->shown_exit,
	    (struct ds_period){ 6, 0 }, -1);
}

static dossier_status
fill(struct ds_sample *s, dossier_error *err)
{
	DS_TRY(ds_sample_region(s, err));
	DS_TRY(ds_sample_work(s, err));
	DS_TRY(ds_sample_meet(s, err));
	return ds_sample_youths(s, err);
}

dossier_status
ds_sample_fill(dossier_session *session, dossier_error *err)
{
	struct ds_sample *s = ds_alloc(sizeof *s);
	dossier_status status;

	if (s == NULL)
		return ds_no_memory(err);
	s->session = session;
	s->book = session->book;
	s->random = SEED;
	s->today = session->today;
	s->year = ds_school_year_start(s->today);
	choose_shown(s);
	status = fill(s, err);
	ds_arena_free(&s->arena);
	ds_free(s);
	return status;
}
