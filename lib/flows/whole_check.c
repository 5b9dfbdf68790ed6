/* SPDX-License-Identifier: EUPL-1.2 */
/* What a dossier that comes in must be as a whole. */
#include "flows/whole.h"

#include "flows/fit.h"
#include "flows/state.h"

/* ---- lanes: one record of a kind on a day ---- */

static bool
ends_before(struct ds_span a, struct ds_span b)
{
	return ds_day_known(a.until) && ds_day_known(b.from) &&
	    a.until.number < b.from.number;
}

static bool
overlap(const struct ds_row *a, const struct ds_row *b)
{
	struct ds_span one = ds_row_span(a), other = ds_row_span(b);

	return !ends_before(one, other) && !ends_before(other, one);
}

/* A record with an open end ends where a new one begins. */
static bool
can_be_closed(const struct ds_row *old, const struct ds_whole_change *by)
{
	struct ds_span span = ds_row_span(old), next = ds_row_span(&by->after);

	return by->before.id == 0 && old->id != 0 &&
	    !ds_day_known(span.until) && ds_day_known(next.from) &&
	    span.from.number < next.from.number;
}

static dossier_status
close_at(struct ds_row *old, struct ds_whole *whole,
    const struct ds_whole_change *by, dossier_error *err)
{
	dossier_day last = ds_day_add(ds_row_span(&by->after).from, -1);

	return ds_row_set_day(old, ds_record(old->kind)->until, last,
	    whole->arena) ? DOSSIER_OK : ds_no_memory(err);
}

static dossier_status
blame_overlap(struct ds_whole *whole, const struct ds_whole_change *change,
    const struct ds_row *other, dossier_error *err)
{
	struct ds_span span = ds_row_span(other);
	dossier_error own = ds_whole_own(whole);
	char from[DS_DAY_TEXT], until[DS_DAY_TEXT];

	ds_advise(&own, N_("Give one of the two another first or last "
	    "day."));
	ds_fail(&own, DOSSIER_INVALID, N_("%s: two of them hold on the same "
	    "days; the other one runs from %s until %s."),
	    ds_tr(whole->language, ds_record(other->kind)->label),
	    ds_day_known(span.from) ? ds_day_text(span.from,
	    whole->language, from) : "…", ds_day_known(span.until) ?
	    ds_day_text(span.until, whole->language, until) : "…");
	return ds_whole_blame(whole, change->at, &own, err);
}

static bool
is_planned(const struct ds_whole *whole, const struct ds_row *row)
{
	const struct ds_whole_change *change;

	for (change = whole->change; change != NULL; change = change->next)
		if (change->before.kind == row->kind &&
		    change->before.id == row->id)
			return true;
	return false;
}

/* Against what the file brings itself. */
static dossier_status
check_planned(struct ds_whole *whole, struct ds_whole_change *change,
    dossier_error *err)
{
	struct ds_whole_change *other;

	for (other = whole->change; other != NULL; other = other->next) {
		if (other == change || other->removed ||
		    other->after.kind != change->after.kind ||
		    !overlap(&other->after, &change->after))
			continue;
		if (can_be_closed(&other->after, change))
			DS_TRY(close_at(&other->after, whole, change, err));
		else if (!can_be_closed(&change->after, other) &&
		    other->at->line < change->at->line)
			DS_TRY(blame_overlap(whole, change, &other->after,
			    err));
	}
	return DOSSIER_OK;
}

/* Against what stays in the store as it is. */
static dossier_status
check_kept(struct ds_whole *whole, struct ds_whole_change *change,
    dossier_error *err)
{
	struct ds_row *rows, after;
	size_t count, i;

	DS_TRY(ds_state_list(&rows, &count, whole->arena,
	    whole->session->book, change->after.kind, whole->youth.id, err));
	for (i = 0; i < count; i++) {
		if (is_planned(whole, &rows[i]) ||
		    !overlap(&rows[i], &change->after))
			continue;
		if (!can_be_closed(&rows[i], change)) {
			DS_TRY(blame_overlap(whole, change, &rows[i], err));
			continue;
		}
		after = rows[i];
		DS_TRY(close_at(&after, whole, change, err));
		if (ds_whole_plan(whole, &rows[i], &after, change->at) ==
		    NULL)
			return ds_no_memory(err);
	}
	return DOSSIER_OK;
}

/* What overlapped before, and did not move, is not this file's doing. */
static bool
has_moved(const struct ds_whole_change *change)
{
	const struct ds_record *record = ds_record(change->after.kind);

	return change->before.id == 0 ||
	    !ds_datum_same(&change->before.value[record->from],
	    &change->after.value[record->from]) ||
	    !ds_datum_same(&change->before.value[record->until],
	    &change->after.value[record->until]);
}

dossier_status
ds_whole_lanes(struct ds_whole *whole, dossier_error *err)
{
	struct ds_whole_change *change;

	for (change = whole->change; change != NULL; change = change->next) {
		if (change->removed ||
		    ds_record(change->after.kind)->nature != DS_STATE ||
		    !has_moved(change))
			continue;
		DS_TRY(check_planned(whole, change, err));
		if (!whole->is_new)
			DS_TRY(check_kept(whole, change, err));
	}
	return DOSSIER_OK;
}

/* ---- who may write it ---- */

static dossier_status
check_act(struct ds_whole *whole, const struct ds_whole_change *change,
    dossier_error *err)
{
	dossier_error own = ds_whole_own(whole);
	dossier_status status;
	const char *act = ds_fit_act(change->removed ? &change->before :
	    &change->after);

	status = ds_session_may(whole->session, act != NULL ? act : "edit",
	    &own);
	return ds_whole_weigh(whole, change->at, status, &own, err);
}

/* ---- what every record must be ---- */

/* The records of a kind as the plan will leave them. */
static dossier_status
list_planned(struct ds_row **out, size_t *count, enum ds_kind kind,
    void *payload, dossier_error *err)
{
	struct ds_whole *whole = payload;
	const struct ds_whole_change *change;
	struct ds_row *rows = NULL;
	size_t all = 0, i;

	*count = 0;
	if (!whole->is_new)
		DS_TRY(ds_state_list(&rows, &all, whole->arena,
		    whole->session->book, kind, whole->youth.id, err));
	*out = ds_arena_alloc(whole->arena, (all + whole->changes + 1) *
	    sizeof **out);
	if (*out == NULL)
		return ds_no_memory(err);
	for (i = 0; i < all; i++)
		if (!is_planned(whole, &rows[i]))
			(*out)[(*count)++] = rows[i];
	for (change = whole->change; change != NULL; change = change->next)
		if (!change->removed && change->after.kind == kind)
			(*out)[(*count)++] = change->after;
	return DOSSIER_OK;
}

/* Told at the line of the field, where the file has one. */
static dossier_status
check_fit(struct ds_whole *whole, struct ds_whole_change *change,
    dossier_error *err)
{
	const struct ds_fitting with = {
		.session = whole->session, .arena = whole->arena,
		.language = whole->language, .day = whole->session->today,
		.owner = whole->youth.id, .youth = &whole->youth,
		.list = list_planned, .payload = whole
	};
	const struct ds_record *record = ds_record(change->after.kind);
	dossier_error own = ds_whole_own(whole);
	const struct ds_yaml *node;
	struct ds_misfit misfit;

	DS_TRY(ds_fit_record(&misfit, &change->after, &with, err));
	if (misfit.note != NULL)
		DS_TRY(ds_whole_remark(whole, err, "%s: %s.",
		    ds_tr(whole->language, record->label), misfit.note));
	if (misfit.field < 0)
		return DOSSIER_OK;
	ds_fit_refuse(&misfit, &change->after, &own);
	node = ds_yaml_get(change->at, record->fields[misfit.field].name);
	return ds_whole_blame(whole, node != NULL ? node : change->at, &own,
	    err);
}

static dossier_status
check_record(struct ds_whole *whole, struct ds_whole_change *change,
    dossier_error *err)
{
	const struct ds_yaml *at = change->at;
	dossier_error own = ds_whole_own(whole);
	dossier_status status;

	DS_TRY(check_act(whole, change, err));
	if (change->removed)
		return DOSSIER_OK;
	DS_TRY(check_fit(whole, change, err));
	if (whole->is_new)
		return DOSSIER_OK;
	status = ds_fit_seen(&whole->view, &change->before, &change->after,
	    &own);
	return ds_whole_weigh(whole, at, status, &own, err);
}

dossier_status
ds_whole_checks(struct ds_whole *whole, dossier_error *err)
{
	struct ds_whole_change *change;
	size_t faults = whole->faults;

	for (change = whole->change; change != NULL; change = change->next)
		DS_TRY(check_record(whole, change, err));
	return whole->faults > faults ? DOSSIER_OK :
	    ds_whole_lanes(whole, err);
}
