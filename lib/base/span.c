/* SPDX-License-Identifier: EUPL-1.2 */
/* Intervals of days; the second half of when.h. */
#include "base/when.h"

#include <limits.h>

/* Open ends reach further than any day. */
static int64_t
first_day(struct ds_span span)
{
	return ds_day_known(span.from) ? span.from.number : INT64_MIN;
}

static int64_t
last_day(struct ds_span span)
{
	return ds_day_known(span.until) ? span.until.number : INT64_MAX;
}

bool
ds_span_holds(struct ds_span span, dossier_day day)
{
	return ds_day_known(day) && first_day(span) <= day.number &&
	    day.number <= last_day(span);
}

bool
ds_span_lasts(struct ds_span span, struct ds_period period)
{
	if (!ds_day_known(span.from) || !ds_day_known(span.until))
		return true;
	return ds_day_shift(span.from, period, 1).number <=
	    (int64_t)span.until.number + 1;
}

int
ds_span_gap(struct ds_span first, struct ds_span next)
{
	if (!ds_day_known(first.until) || !ds_day_known(next.from))
		return INT_MIN;
	return (int)((int64_t)next.from.number - first.until.number - 1);
}

/*
 * How many spans hold `day`, and until which day (at most `end`) that stays
 * so.
 */
static size_t
depth_on(int64_t day, int64_t end, int64_t *same_until,
    const struct ds_span *spans, size_t count)
{
	size_t depth = 0, i;
	int64_t from, until;

	*same_until = end;
	for (i = 0; i < count; i++) {
		from = first_day(spans[i]);
		until = last_day(spans[i]);
		if (until < day || until < from)
			continue;
		if (from > day) {
			if (from - 1 < *same_until)
				*same_until = from - 1;
			continue;
		}
		depth++;
		if (until < *same_until)
			*same_until = until;
	}
	return depth;
}

/*
 * The stretches of `window` that at least `low` and at most `high` spans
 * hold. It walks from change to change: quadratic, for a lane holds a
 * handful of spans, and in return it sorts nothing and needs no memory.
 */
static size_t
stretches(struct ds_span *out, size_t max, struct ds_span window, size_t low,
    size_t high, const struct ds_span *spans, size_t count)
{
	int64_t day = first_day(window), end = last_day(window), same_until;
	size_t found = 0, depth;
	bool joins = false;	/* the stretch before this one counts too */

	for (; day <= end; day = same_until + 1) {
		depth = depth_on(day, end, &same_until, spans, count);
		if (depth < low || depth > high) {
			joins = false;
			continue;
		}
		if (!joins && found++ < max)
			out[found - 1].from.number = (int32_t)day;
		if (found <= max)
			out[found - 1].until.number = (int32_t)same_until;
		joins = true;
	}
	return found;
}

size_t
ds_span_gaps(struct ds_span *out, size_t max, struct ds_span window,
    const struct ds_span *spans, size_t count)
{
	return stretches(out, max, window, 0, 0, spans, count);
}

size_t
ds_span_overlaps(struct ds_span *out, size_t max, struct ds_span window,
    const struct ds_span *spans, size_t count)
{
	return stretches(out, max, window, 2, SIZE_MAX, spans, count);
}
