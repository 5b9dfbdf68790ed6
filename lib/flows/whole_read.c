/* SPDX-License-Identifier: EUPL-1.2 */
/* A dossier that comes in: whose it is, then record by record. */
#include "flows/whole.h"

#include <string.h>

#include "base/ident.h"
#include "base/text.h"
#include "flows/fit.h"
#include "flows/input.h"

/* What stands above the records. */
static const char *const heads[] = { "dossier", "ref", "state", "seen",
    "reason" };

#define HEADS (sizeof heads / sizeof heads[0])

static dossier_status
blame(struct ds_whole *whole, const struct ds_yaml *node,
    const char *message, const char *advice, dossier_error *err)
{
	dossier_error own = ds_whole_own(whole);

	ds_advise(&own, "%s", ds_tr(own.language, advice));
	ds_fail(&own, DOSSIER_INVALID, message,
	    node->text != NULL ? node->text : "");
	return ds_whole_blame(whole, node, &own, err);
}

/* ---- the head ---- */

/* A whole number from 0, where there is one. */
static dossier_status
take_number(int64_t *out, struct ds_whole *whole, const struct ds_yaml *map,
    const char *key, dossier_error *err)
{
	const struct ds_yaml *node = ds_yaml_get(map, key);

	*out = 0;
	if (node == NULL || ds_yaml_is_null(node))
		return DOSSIER_OK;
	if (node->text != NULL && ds_decimal_parse(out, node->text, 0) &&
	    *out >= 0)
		return DOSSIER_OK;
	*out = 0;
	return blame(whole, node, N_("A whole number belongs here."),
	    N_("Put back what the software wrote there."), err);
}

static dossier_status
take_version(struct ds_whole *whole, const struct ds_yaml *map,
    dossier_error *err)
{
	const struct ds_yaml *node = ds_yaml_get(map, "dossier");
	int64_t version;

	if (node == NULL)
		return blame(whole, map, N_("A dossier begins with the line "
		    "dossier: 1."), N_("See: man dossier-file"), err);
	DS_TRY(take_number(&version, whole, map, "dossier", err));
	if (version == DS_WHOLE_VERSION)
		return DOSSIER_OK;
	return blame(whole, node, N_("This software reads dossiers of "
	    "version 1, not of version %s."), N_("Read it with a newer "
	    "version of this software."), err);
}

static dossier_status
take_reason(struct ds_whole *whole, const struct ds_yaml *map,
    dossier_error *err)
{
	const struct ds_yaml *node = ds_yaml_get(map, "reason");
	dossier_error own = ds_whole_own(whole);
	dossier_status status;
	const char *text;

	if (node == NULL || ds_yaml_is_null(node))
		return DOSSIER_OK;
	status = node->text == NULL ? ds_fail(&own, DOSSIER_INVALID,
	    N_("The reason is one text.")) :
	    ds_input_line(&text, whole->arena, node->text, &own);
	if (status == DOSSIER_OK && text != NULL)
		whole->reason = text;
	return ds_whole_weigh(whole, node, status, &own, err);
}

/* ---- whose it is ---- */

/* Of a dossier that is not here yet; without a ref it gets one. */
static dossier_status
begin_youth(struct ds_whole *whole, const char *ref, dossier_error *err)
{
	dossier_session *session = whole->session;
	char *made = ds_arena_alloc(whole->arena, DS_REF_SIZE);
	int64_t id;

	if (made == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_book_number(&id, session->book, DS_YOUTH, err));
	if (ref != NULL)
		memcpy(made, ref, DS_REF_SIZE);
	else
		ds_ref_make(made, (uint64_t)id, session->ref_key);
	whole->is_new = true;
	whole->state = whole->seen = 0;
	ds_row_start(&whole->youth, DS_YOUTH);
	whole->youth.id = id;
	ds_row_set_text(&whole->youth, DS_F_YOUTH_REF, made);
	return DOSSIER_OK;
}

static dossier_status
find_youth(struct ds_whole *whole, const struct ds_yaml *node,
    dossier_error *err)
{
	dossier_error own = ds_whole_own(whole);
	dossier_status status;
	char ref[DS_REF_SIZE];

	if (node->text == NULL || !ds_ref_check(ref, node->text))
		return blame(whole, node, N_("%s is not a whole and right "
		    "ref."), N_("Nine characters, without a slip; or take "
		    "the line out for a new dossier."), err);
	status = ds_youth_find(&whole->youth, whole->arena, whole->session,
	    ref, true, &own);
	if (status == DOSSIER_NOT_FOUND)
		return begin_youth(whole, ref, err);
	if (status == DOSSIER_OK && strcmp(ref, ds_row_text(&whole->youth,
	    DS_F_YOUTH_REF)) != 0)
		return blame(whole, node, N_("The dossier %s went into "
		    "another one."), N_("Take the ref of the dossier that "
		    "is left."), err);
	return ds_whole_weigh(whole, node, status, &own, err);
}

static dossier_status
take_ref(struct ds_whole *whole, const struct ds_yaml *map,
    dossier_error *err)
{
	const struct ds_yaml *node = ds_yaml_get(map, "ref");
	char ref[DS_REF_SIZE];

	if (node != NULL && ds_yaml_is_null(node))
		node = NULL;
	if (whole->expected == NULL)
		return node == NULL ? begin_youth(whole, NULL, err) :
		    find_youth(whole, node, err);
	DS_TRY(ds_youth_find(&whole->youth, whole->arena, whole->session,
	    whole->expected, true, err));
	if (node == NULL || (node->text != NULL && ds_ref_check(ref,
	    node->text) && strcmp(ref, ds_row_text(&whole->youth,
	    DS_F_YOUTH_REF)) == 0))
		return DOSSIER_OK;
	return blame(whole, node, N_("%s is another ref than that of this "
	    "dossier."), N_("Put back what stood there."), err);
}

/* ---- the youth ---- */

static dossier_status
check_person(struct ds_whole *whole, const struct ds_yaml *at,
    const struct ds_row *before, const struct ds_row *after,
    dossier_error *err)
{
	dossier_error own = ds_whole_own(whole);
	dossier_status status;
	const char *fault;
	int field;

	status = ds_fit_name(before, after, &own);
	DS_TRY(ds_whole_weigh(whole, at, status, &own, err));
	fault = ds_row_fault(after, &field);
	if (fault == NULL)
		return DOSSIER_OK;
	own = ds_whole_own(whole);
	ds_fail(&own, DOSSIER_INVALID, N_("%s, %s: %s."),
	    ds_tr(whole->language, N_("Youth")), ds_tr(whole->language,
	    ds_record(DS_YOUTH)->fields[field].label),
	    ds_tr(whole->language, fault));
	return ds_whole_blame(whole, at, &own, err);
}

/* A dossier is opened on the day that it comes in, unless it says so. */
static dossier_status
plan_youth(struct ds_whole *whole, const struct ds_yaml *at,
    const struct ds_row *before, struct ds_row *after, dossier_error *err)
{
	if (whole->is_new && !ds_row_has(after, DS_F_YOUTH_OPENED_ON) &&
	    !ds_row_set_day(after, DS_F_YOUTH_OPENED_ON,
	    whole->session->today, whole->arena))
		return ds_no_memory(err);
	whole->youth = *after;
	if (!whole->is_new && ds_row_same(before, after))
		return DOSSIER_OK;
	return ds_whole_plan(whole, before, after, at) == NULL ?
	    ds_no_memory(err) : DOSSIER_OK;
}

static dossier_status
take_youth(struct ds_whole *whole, const struct ds_yaml *map,
    dossier_error *err)
{
	const struct ds_yaml *node = ds_yaml_get(map, "youth");
	struct ds_row before = whole->youth, after = before, base;
	bool there = true;

	if (node == NULL || ds_yaml_is_null(node))
		return whole->is_new ? plan_youth(whole, map, &before,
		    &after, err) : DOSSIER_OK;
	if (node->kind != DS_YAML_MAP)
		return blame(whole, node, N_("The fields of the youth belong "
		    "here, each on a line of its own."),
		    N_("See: man dossier-file"), err);
	base = before;
	if (!whole->is_new)
		DS_TRY(ds_whole_base(&base, &there, whole, &before, err));
	DS_TRY(ds_whole_fields(&after, whole, node, &before,
	    there ? &base : &before, err));
	DS_TRY(check_person(whole, node, &before, &after, err));
	return plan_youth(whole, node, &before, &after, err);
}

/* ---- the whole ---- */

static bool
is_head(const char *key)
{
	size_t i;

	for (i = 0; i < HEADS; i++)
		if (strcmp(heads[i], key) == 0)
			return true;
	return strcmp(key, ds_record(DS_YOUTH)->table) == 0;
}

static dossier_status
no_kind(struct ds_whole *whole, const struct ds_yaml *node,
    dossier_error *err)
{
	const char *names[HEADS + DS_KIND_END + 1];
	size_t count = HEADS;
	int kind;

	memcpy(names, heads, sizeof heads);
	for (kind = 1; kind < DS_KIND_END; kind++)
		if (kind == DS_YOUTH ||
		    ds_whole_owner(ds_record((enum ds_kind)kind)) >= 0)
			names[count++] = ds_record((enum ds_kind)kind)->table;
	return ds_whole_no_name(whole, node, names, count, err);
}

static dossier_status
take_records(struct ds_whole *whole, const struct ds_yaml *map,
    dossier_error *err)
{
	const struct ds_record *record;
	const struct ds_yaml *node;

	for (node = map->first; node != NULL; node = node->next) {
		if (is_head(node->key))
			continue;
		record = ds_record_named(node->key);
		if (record == NULL || ds_whole_owner(record) < 0)
			DS_TRY(no_kind(whole, node, err));
		else
			DS_TRY(ds_whole_list(whole, node, record, err));
	}
	return DOSSIER_OK;
}

dossier_status
ds_whole_read(struct ds_whole *whole, const struct ds_yaml *map,
    dossier_error *err)
{
	size_t faults = whole->faults;

	if (map->kind != DS_YAML_MAP)
		return blame(whole, map, N_("This is no dossier: names and "
		    "what belongs to them, each on a line."),
		    N_("See: man dossier-file"), err);
	DS_TRY(take_version(whole, map, err));
	DS_TRY(take_number(&whole->state, whole, map, "state", err));
	DS_TRY(take_number(&whole->seen, whole, map, "seen", err));
	DS_TRY(take_reason(whole, map, err));
	DS_TRY(take_ref(whole, map, err));
	if (whole->faults > faults && whole->youth.id == 0)
		return DOSSIER_OK;
	DS_TRY(ds_session_view(&whole->view, whole->session, whole->arena, 0,
	    DS_FOR_WORK, err));
	DS_TRY(take_youth(whole, map, err));
	DS_TRY(take_records(whole, map, err));
	return whole->faults > faults ? DOSSIER_OK :
	    ds_whole_checks(whole, err);
}
