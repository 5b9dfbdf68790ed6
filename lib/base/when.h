/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Days, periods and intervals of days.
 *
 * A term's day is anchor ± period, clamped to the month's end: half a year
 * before 31-08-2026 is 28-02-2026. A sum that leaves the years 1600 to 2999
 * stops at their edge; no day stays no day. An interval holds both its days;
 * `until` is the last day held, so gap = start − until − 1 and a negative gap
 * is an overlap.
 */
#ifndef DS_BASE_WHEN_H
#define DS_BASE_WHEN_H

#include "base/status.h"

#define DS_DAY_TEXT 11		/* "yyyy-mm-dd" and its NUL */

struct ds_period {		/* ISO 8601: PnYnMnWnD; whole numbers */
	int months;		/* years count as twelve */
	int days;		/* weeks count as seven */
};

struct ds_span {		/* both ends held; DOSSIER_NO_DAY is open */
	dossier_day from;
	dossier_day until;
};

static inline bool
ds_day_known(dossier_day day)
{
	return day.number != INT32_MIN;
}

dossier_day ds_day_of(int year, int month, int day);	/* must exist */
bool ds_day_exists(int year, int month, int day);	/* 1600..2999 */
void ds_day_civil(dossier_day day, int *year, int *month, int *mday);
dossier_day ds_day_add(dossier_day day, int days);

/* ISO text, as it stands in the store; "" for no day. Returns `out`. */
char *ds_day_iso(dossier_day day, char out[DS_DAY_TEXT]);
/* As people read it: dd-mm-yyyy in Dutch, ISO in English; "" for no day. */
char *ds_day_text(dossier_day day, dossier_language language,
    char out[DS_DAY_TEXT]);
/* Strict "yyyy-mm-dd" of the store's own making; no day when it is not. */
dossier_day ds_day_from_iso(const char *text);

/*
 * Whole years reached on `on`, both known; 29 February is reached on 1 March.
 */
int ds_age(dossier_day birth, dossier_day on);
/* The day on which someone born on `birth` becomes `years`. */
dossier_day ds_birthday(dossier_day birth, int years);
/* First day of the Dutch school year (1 August) that holds `day`. */
dossier_day ds_school_year_start(dossier_day day);

/*
 * "P6M", "P1Y", "P28D", "P2W", "P1Y6M"; a number has at most five digits.
 * DOSSIER_INVALID otherwise.
 */
dossier_status ds_period_parse(struct ds_period *out, const char *text,
    dossier_error *err);
/* sign is +1 or −1; months first (clamped to the month's end), then days. */
dossier_day ds_day_shift(dossier_day day, struct ds_period period, int sign);
/*
 * A contract lasts `period` when from + period <= until + 1; with an open
 * end it lasts.
 */
bool ds_span_lasts(struct ds_span span, struct ds_period period);

bool ds_span_holds(struct ds_span span, dossier_day day);
/*
 * Days between: next.from − first.until − 1; negative when they overlap, and
 * INT_MIN when `first` has no end or `next` no start.
 */
int ds_span_gap(struct ds_span first, struct ds_span next);

/*
 * The days of `window` that no span covers, in order. Spans may come in any
 * order and overlap; one that ends before it starts holds nothing. Writes at
 * most `max` spans, returns how many there are. `window` has two known ends.
 */
size_t ds_span_gaps(struct ds_span *out, size_t max, struct ds_span window,
    const struct ds_span *spans, size_t count);
/* The days that two or more spans cover, within `window`, in order. */
size_t ds_span_overlaps(struct ds_span *out, size_t max,
    struct ds_span window, const struct ds_span *spans, size_t count);

#endif
