/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/coverage.h"

#include <string.h>

struct lane {				/* one kind of spans, growing */
	struct ds_span *spans;
	size_t count;
};

static const char *const answering[] = {
	"contactpersoon", "uitstroomcoordinator", "regisseur"
};

static bool
answers_in_general(const char *role)
{
	size_t i;

	for (i = 0; i < sizeof answering / sizeof answering[0]; i++)
		if (strcmp(role, answering[i]) == 0)
			return true;
	return false;
}

/* Does a role, while it lasts, give a name to the days of a lead? */
static bool
answers(const struct ds_row *role, const struct ds_row *lead, int64_t about)
{
	int64_t own = ds_row_int(lead, DS_F_LEAD_CONTACT);
	int64_t school = ds_row_int(role, DS_F_ROLE_ABOUT);
	const char *what = ds_row_text(role, DS_F_ROLE_ROLE);

	if (ds_row_int(role, DS_F_ROLE_PARTY) !=
	    ds_row_int(lead, DS_F_LEAD_PARTY))
		return false;
	if (own != 0 && ds_row_int(role, DS_F_ROLE_CONTACT) == own)
		return true;
	if (what == NULL || (school != 0 && about != 0 && school != about))
		return false;
	return strcmp(what, "vervanger") == 0 ||
	    (own == 0 && answers_in_general(what));
}

/* The days that both hold; an open end reaches further than any day. */
static struct ds_span
shared(struct ds_span a, struct ds_span b)
{
	if (!ds_day_known(a.from) || (ds_day_known(b.from) &&
	    b.from.number > a.from.number))
		a.from = b.from;
	if (!ds_day_known(a.until) || (ds_day_known(b.until) &&
	    b.until.number < a.until.number))
		a.until = b.until;
	return a;
}

static bool
holds_days(struct ds_span span)
{
	return !ds_day_known(span.from) || !ds_day_known(span.until) ||
	    span.from.number <= span.until.number;
}

/* Days with a name: where a lead and a role that answers for it meet. */
static void
find_named(struct lane *named, const struct ds_row *leads, size_t lead_count,
    const struct ds_row *roles, size_t role_count, int64_t about)
{
	struct ds_span span;
	size_t i, j;

	for (i = 0; i < lead_count; i++)
		for (j = 0; j < role_count; j++) {
			if (!answers(&roles[j], &leads[i], about))
				continue;
			span = shared(ds_row_span(&leads[i]),
			    ds_row_span(&roles[j]));
			if (holds_days(span))
				named->spans[named->count++] = span;
		}
}

typedef size_t (*find_stretches)(struct ds_span *out, size_t max,
    struct ds_span window, const struct ds_span *spans, size_t count);

static dossier_status
put_stretches(struct ds_stretches *out, struct ds_arena *arena,
    find_stretches find, struct ds_span window, const struct lane *lane,
    dossier_error *err)
{
	/* Each span can end one stretch and begin the next. */
	size_t most = 2 * lane->count + 1, i;
	struct ds_span *spans = ds_arena_alloc(arena, most * sizeof *spans);

	if (spans == NULL)
		return ds_no_memory(err);
	out->count = find(spans, most, window, lane->spans, lane->count);
	out->spans = spans;
	for (i = 0; i < out->count; i++)
		out->days += spans[i].until.number - spans[i].from.number + 1;
	return DOSSIER_OK;
}

static const struct ds_row *
first_end(struct ds_span window, const struct ds_row *leads, size_t count)
{
	const struct ds_row *first = NULL;
	dossier_day until, best = DOSSIER_NO_DAY;
	size_t i;

	for (i = 0; i < count; i++) {
		until = ds_row_span(&leads[i]).until;
		if (ds_span_holds(window, until) &&
		    (first == NULL || until.number < best.number)) {
			first = &leads[i];
			best = until;
		}
	}
	return first;
}

static dossier_day
last_named(struct ds_span window, const struct lane *named)
{
	dossier_day last = ds_day_add(window.from, -1);
	size_t i;

	for (i = 0; i < named->count; i++) {
		if (!ds_day_known(named->spans[i].until))
			return DOSSIER_NO_DAY;
		if (named->spans[i].until.number > last.number)
			last = named->spans[i].until;
	}
	return last;
}

dossier_status
ds_coverage_of(struct ds_coverage *out, struct ds_arena *arena,
    struct ds_span window, const struct ds_row *leads, size_t lead_count,
    const struct ds_row *roles, size_t role_count, int64_t about,
    dossier_error *err)
{
	struct lane held = {0}, named = {0};
	size_t most = lead_count * (role_count + 2) + 1, i;

	memset(out, 0, sizeof *out);
	out->window = window;
	held.spans = ds_arena_alloc(arena, lead_count * sizeof *held.spans + 1);
	named.spans = ds_arena_alloc(arena, most * sizeof *named.spans);
	if (held.spans == NULL || named.spans == NULL)
		return ds_no_memory(err);
	for (i = 0; i < lead_count; i++)
		held.spans[held.count++] = ds_row_span(&leads[i]);
	DS_TRY(put_stretches(&out->nobody, arena, ds_span_gaps, window, &held,
	    err));
	DS_TRY(put_stretches(&out->twice, arena, ds_span_overlaps, window,
	    &held, err));
	find_named(&named, leads, lead_count, roles, role_count, about);
	out->name_until = last_named(window, &named);
	out->ends_first = first_end(window, leads, lead_count);
	/* What is then still open has a party, and no person. */
	for (i = 0; i < out->nobody.count; i++)
		named.spans[named.count++] = out->nobody.spans[i];
	return put_stretches(&out->no_person, arena, ds_span_gaps, window,
	    &named, err);
}

/* ---- out of the store ---- */

static void
reach(dossier_day *end, dossier_day day)
{
	if (ds_day_known(day) && day.number > end->number)
		*end = day;
}

static struct ds_span
fill_window(struct ds_span window, const struct ds_row *youth,
    const struct ds_row *leads, size_t count, dossier_day today)
{
	size_t i;

	if (!ds_day_known(window.from))
		window.from = ds_row_day(youth, DS_F_YOUTH_OPENED_ON);
	if (!ds_day_known(window.until))
		window.until = ds_row_day(youth, DS_F_YOUTH_CLOSED_ON);
	if (ds_day_known(window.until))
		return window;
	window.until = today;
	for (i = 0; i < count; i++) {
		reach(&window.until, ds_row_span(&leads[i]).from);
		reach(&window.until, ds_row_span(&leads[i]).until);
	}
	return window;
}

struct gather {
	struct ds_arena *arena;
	struct ds_row *rows;		/* roles of all the leads' parties */
	size_t count;
};

static dossier_status
gather_roles(struct gather *roles, struct ds_book *book, int64_t party,
    dossier_error *err)
{
	struct ds_row *more, *all;
	size_t count;

	DS_TRY(ds_book_list(&more, &count, roles->arena, book,
	    DS_CONTACT_ROLE, DS_F_ROLE_PARTY, party, err));
	all = ds_arena_alloc(roles->arena,
	    (roles->count + count) * sizeof *all + 1);
	if (all == NULL)
		return ds_no_memory(err);
	if (roles->count > 0)
		memcpy(all, roles->rows, roles->count * sizeof *all);
	if (count > 0)
		memcpy(all + roles->count, more, count * sizeof *all);
	roles->rows = all;
	roles->count += count;
	return DOSSIER_OK;
}

static bool
party_before(const struct ds_row *leads, size_t i)
{
	int64_t party = ds_row_int(&leads[i], DS_F_LEAD_PARTY);

	while (i-- > 0)
		if (ds_row_int(&leads[i], DS_F_LEAD_PARTY) == party)
			return true;
	return false;
}

dossier_status
ds_coverage_read(struct ds_coverage *out, struct ds_arena *arena,
    struct ds_book *book, const struct ds_row *youth, struct ds_span window,
    int64_t about, dossier_day today, dossier_error *err)
{
	struct gather roles = { arena, NULL, 0 };
	struct ds_row *leads;
	size_t count, i;

	DS_TRY(ds_book_list(&leads, &count, arena, book, DS_LEAD,
	    DS_F_LEAD_YOUTH, youth->id, err));
	for (i = 0; i < count; i++)
		if (!party_before(leads, i))
			DS_TRY(gather_roles(&roles, book, ds_row_int(&leads[i],
			    DS_F_LEAD_PARTY), err));
	window = fill_window(window, youth, leads, count, today);
	return ds_coverage_of(out, arena, window, leads, count, roles.rows,
	    roles.count, about, err);
}
