/* SPDX-License-Identifier: EUPL-1.2 */
/* A list of records: each is found by its number, is new, or is removed. */
#include "flows/whole.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "flows/state.h"

struct list {
	struct ds_whole *whole;
	const struct ds_yaml *node;
	const struct ds_record *record;
	struct ds_row *rows;		/* what the reader can see */
	size_t count;
	bool *named;			/* … and the file names */
};

static dossier_status
blame(struct list *list, const struct ds_yaml *node, const char *message,
    const char *advice, int64_t id, dossier_error *err)
{
	dossier_error own = ds_whole_own(list->whole);

	ds_advise(&own, "%s", ds_tr(own.language, advice));
	ds_fail(&own, DOSSIER_INVALID, message,
	    ds_tr(list->whole->language, list->record->label),
	    (long long)id);
	return ds_whole_blame(list->whole, node, &own, err);
}

struct ds_whole_change *
ds_whole_plan(struct ds_whole *whole, const struct ds_row *before,
    const struct ds_row *after, const struct ds_yaml *at)
{
	struct ds_whole_change *change;

	change = ds_arena_alloc(whole->arena, sizeof *change);
	if (change == NULL)
		return NULL;
	change->before = *before;
	change->after = *after;
	change->at = at;
	*whole->change_end = change;
	whole->change_end = &change->next;
	whole->changes++;
	return change;
}

/* ---- an item ---- */

static dossier_status
check_needs(struct list *list, const struct ds_yaml *item,
    const struct ds_row *row, dossier_error *err)
{
	dossier_language lang = list->whole->language;
	dossier_error own = ds_whole_own(list->whole);
	const char *fault;
	int field;

	fault = ds_row_fault(row, &field);
	if (fault == NULL)
		return DOSSIER_OK;
	ds_fail(&own, DOSSIER_INVALID, N_("%s, %s: %s."),
	    ds_tr(lang, list->record->label),
	    ds_tr(lang, list->record->fields[field].label),
	    ds_tr(lang, fault));
	return ds_whole_blame(list->whole, item, &own, err);
}

/* The masked number of another store: its kind comes, the number does not. */
static const struct ds_yaml *
masked(const struct list *list, const struct ds_yaml *item)
{
	const struct ds_record *record = list->record;
	const struct ds_yaml *node;
	const char *p;
	int i;

	for (i = 0; i < record->count; i++) {
		node = ds_yaml_get(item, record->fields[i].name);
		if (!(record->fields[i].flags & DS_SECRET) || node == NULL ||
		    node->text == NULL)
			continue;
		for (p = node->text; *p != '\0'; p++)
			if (*p == '*')
				return node;
	}
	return NULL;
}

static dossier_status
add_item(struct list *list, const struct ds_yaml *item, int64_t told,
    dossier_error *err)
{
	struct ds_whole *whole = list->whole;
	struct ds_whole_change *change;
	struct ds_row empty, after;
	size_t faults = whole->faults;

	if (whole->is_new && masked(list, item) != NULL)
		return ds_whole_remark(whole, err, ds_tr(whole->language,
		    N_("%s %s: most of this number is not in the file, so it "
		    "was left out. Set it with: dossier edit")),
		    ds_tr(whole->language, list->record->label),
		    masked(list, item)->text);
	ds_row_start(&empty, list->record->kind);
	DS_TRY(ds_whole_fields(&after, whole, item, &empty, &empty, err));
	ds_row_set_int(&after, ds_whole_owner(list->record),
	    whole->youth.id);
	if (whole->faults > faults)
		return DOSSIER_OK;
	DS_TRY(check_needs(list, item, &after, err));
	change = ds_whole_plan(whole, &empty, &after, item);
	if (change == NULL)
		return ds_no_memory(err);
	change->told = told;
	return DOSSIER_OK;
}

static dossier_status
change_item(struct list *list, const struct ds_yaml *item,
    const struct ds_row *now, dossier_error *err)
{
	struct ds_whole *whole = list->whole;
	size_t faults = whole->faults;
	struct ds_row base, after;
	bool there;

	DS_TRY(ds_whole_base(&base, &there, whole, now, err));
	DS_TRY(ds_whole_fields(&after, whole, item, now,
	    there ? &base : now, err));
	if (whole->faults > faults || ds_row_same(now, &after))
		return DOSSIER_OK;
	DS_TRY(check_needs(list, item, &after, err));
	return ds_whole_plan(whole, now, &after, item) == NULL ?
	    ds_no_memory(err) : DOSSIER_OK;
}

/* Somebody removed it since: fine, unless this file changes it. */
static dossier_status
gone_item(struct list *list, const struct ds_yaml *item, int64_t id,
    dossier_error *err)
{
	struct ds_whole *whole = list->whole;
	dossier_error own = ds_whole_own(whole);
	size_t faults = whole->faults;
	struct ds_row base, after;
	const char *who;
	bool there;

	DS_TRY(ds_whole_removed(&base, &there, whole, list->record->kind, id,
	    err));
	if (!there)
		return blame(list, item, N_("%s %lld does not belong to this "
		    "dossier."), N_("To add a record, take out its line "
		    "id."), id, err);
	DS_TRY(ds_whole_fields(&after, whole, item, &base, &base, err));
	if (whole->faults > faults || ds_row_same(&base, &after))
		return DOSSIER_OK;
	DS_TRY(ds_whole_writer(&who, whole, base.event, err));
	ds_advise(&own, N_("Take the item out too; or take out its line id, "
	    "and it is added again."));
	ds_fail(&own, DOSSIER_CONFLICT, N_("%s %lld was removed meanwhile "
	    "(%s), and you changed it."), ds_tr(whole->language,
	    list->record->label), (long long)id, who);
	return ds_whole_blame(whole, item, &own, err);
}

static dossier_status
take_item(struct list *list, const struct ds_yaml *item, dossier_error *err)
{
	const struct ds_yaml *told = ds_yaml_get(item, "id");
	int64_t id = 0;
	size_t i;

	if (item->kind != DS_YAML_MAP)
		return blame(list, item, N_("%s: an item has its fields, "
		    "each on a line of its own."), N_("Look at an item that "
		    "stands there already, or at: man dossier-file"), 0,
		    err);
	if (told != NULL && !ds_yaml_is_null(told) && (told->text == NULL ||
	    !ds_decimal_parse(&id, told->text, 0) || id <= 0))
		return blame(list, told, N_("%s: id is no number."),
		    N_("To add a record, take out its line id."), 0, err);
	if (id == 0 || list->whole->is_new)
		return add_item(list, item, id, err);
	for (i = 0; i < list->count && list->rows[i].id != id; i++)
		continue;
	if (i == list->count)
		return gone_item(list, item, id, err);
	if (list->named[i])
		return blame(list, told, N_("%s %lld stands twice in this "
		    "list."), N_("To add a record, take out its line id."),
		    id, err);
	list->named[i] = true;
	return change_item(list, item, &list->rows[i], err);
}

/* ---- what is not in the list any more ---- */

static bool
is_used(const struct ds_row *deliveries, size_t count, int64_t ground)
{
	const char *words;
	char number[24];
	size_t i, size;

	size = (size_t)snprintf(number, sizeof number, "%lld",
	    (long long)ground);
	for (i = 0; i < count; i++) {
		words = ds_row_text(&deliveries[i], DS_F_DELIVERY_GROUNDS);
		for (; words != NULL && *words != '\0';
		    words += strcspn(words, " "), words += *words == ' ')
			if (strcspn(words, " ") == size &&
			    memcmp(words, number, size) == 0)
				return true;
	}
	return false;
}

/* A delivery keeps the numbers of the grounds it went on. */
static dossier_status
check_ground(bool *out, struct list *list, const struct ds_row *row,
    dossier_error *err)
{
	struct ds_row *deliveries;
	size_t count;

	*out = true;
	if (row->kind != DS_GROUND)
		return DOSSIER_OK;
	DS_TRY(ds_state_list(&deliveries, &count, list->whole->arena,
	    list->whole->session->book, DS_DELIVERY, list->whole->youth.id,
	    err));
	*out = !is_used(deliveries, count, row->id);
	return *out ? DOSSIER_OK : blame(list, list->node, N_("%s %lld was "
	    "used to hand data over and cannot be removed."),
	    N_("Withdraw it: give it a day in withdrawn_on."), row->id, err);
}

/* May the whole of it go: what is seen, and what is not? */
static dossier_status
check_whole(bool *out, struct list *list, const struct ds_row *row,
    dossier_error *err)
{
	const char *why, *message = NULL, *advice = NULL;
	int i;

	for (i = 0; i < list->record->count && message == NULL; i++) {
		if (!ds_whole_holds(list->record, i))
			continue;
		DS_TRY(ds_view_judge(&why, &list->whole->view, row, i, err));
		if (why != NULL) {
			message = N_("%s %lld holds more than you may see, "
			    "so it is not for you to remove.");
			advice = N_("Put the item back in.");
		} else if ((list->record->fields[i].flags & DS_NEED) &&
		    (list->record->fields[i].flags & DS_OWN)) {
			message = N_("%s %lld is kept by the software itself "
			    "and cannot be removed.");
			advice = N_("Put the item back in.");
		}
	}
	*out = message == NULL;
	return *out ? DOSSIER_OK :
	    blame(list, list->node, message, advice, row->id, err);
}

static dossier_status
check_clash(bool *out, struct list *list, const struct ds_row *row,
    dossier_error *err)
{
	struct ds_whole *whole = list->whole;
	dossier_error own = ds_whole_own(whole);
	const char *who;

	*out = whole->state == 0 || row->event <= whole->state ||
	    row->event <= whole->seen;
	if (*out)
		return DOSSIER_OK;
	DS_TRY(ds_whole_writer(&who, whole, row->event, err));
	ds_advise(&own, N_("Leave it out again to remove it all the same, or "
	    "put the item back in."));
	ds_fail(&own, DOSSIER_CONFLICT, N_("%s %lld was changed meanwhile "
	    "(%s), and you took it out."), ds_tr(whole->language,
	    list->record->label), (long long)row->id, who);
	return ds_whole_blame(whole, list->node, &own, err);
}

static dossier_status
remove_row(struct list *list, const struct ds_row *row, dossier_error *err)
{
	struct ds_whole *whole = list->whole;
	struct ds_whole_change *change;
	struct ds_row base, empty;
	bool there, fine;

	/* What came after the file was made is not missing from it. */
	DS_TRY(ds_whole_base(&base, &there, whole, row, err));
	if (!there)
		return DOSSIER_OK;
	DS_TRY(check_whole(&fine, list, row, err));
	if (fine)
		DS_TRY(check_ground(&fine, list, row, err));
	if (fine)
		DS_TRY(check_clash(&fine, list, row, err));
	if (!fine)
		return DOSSIER_OK;
	if (whole->reason == NULL)
		return blame(list, list->node, N_("%s %lld is not in the "
		    "list any more; to remove it, say why."), N_("Write it "
		    "after reason: at the top, or give --reason. To keep it, "
		    "put the item back in."), row->id, err);
	ds_row_start(&empty, row->kind);
	change = ds_whole_plan(whole, row, &empty, list->node);
	if (change == NULL)
		return ds_no_memory(err);
	change->removed = true;
	return DOSSIER_OK;
}

/* ---- the list ---- */

static dossier_status
read_rows(struct list *list, dossier_error *err)
{
	struct ds_whole *whole = list->whole;
	struct ds_row *rows;
	size_t count, i;
	bool hidden;

	if (whole->is_new)
		return DOSSIER_OK;
	DS_TRY(ds_state_list(&rows, &count, whole->arena,
	    whole->session->book, list->record->kind, whole->youth.id, err));
	list->rows = rows;
	for (i = 0; i < count; i++) {
		DS_TRY(ds_whole_hidden(&hidden, &whole->view, &rows[i],
		    err));
		if (!hidden)
			rows[list->count++] = rows[i];
	}
	list->named = ds_arena_alloc(whole->arena, list->count + 1);
	return list->named == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

dossier_status
ds_whole_list(struct ds_whole *whole, const struct ds_yaml *node,
    const struct ds_record *record, dossier_error *err)
{
	struct list list = { .whole = whole, .node = node, .record = record };
	const struct ds_yaml *item;
	size_t i;

	DS_TRY(read_rows(&list, err));
	if (node->kind != DS_YAML_LIST && !ds_yaml_is_null(node))
		return blame(&list, node, N_("%s is a list: each item begins "
		    "with a - on a line."), N_("Look at a list that stands "
		    "there already, or at: man dossier-file"), 0, err);
	for (item = node->first; item != NULL; item = item->next)
		DS_TRY(take_item(&list, item, err));
	for (i = 0; i < list.count; i++)
		if (!list.named[i])
			DS_TRY(remove_row(&list, &list.rows[i], err));
	return DOSSIER_OK;
}
