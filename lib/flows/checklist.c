/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/checklist.h"

#include <string.h>

#include "base/text.h"
#include "flows/state.h"
#include "rules/decide.h"

struct list {				/* on its way */
	const struct ds_check *check;
	struct ds_row *answers;
	size_t answer_count;
	struct ds_missing *missing;
	size_t count;
};

static bool
is_text(const struct ds_row *row, int field, const char *text)
{
	const char *own = ds_row_text(row, field);

	return own != NULL && strcmp(own, text) == 0;
}

/* ---- answers ---- */

static bool
is_answered(const struct list *list, const char *record, const char *part)
{
	size_t size = strlen(record), i;
	const char *subject;

	for (i = 0; i < list->answer_count; i++) {
		subject = ds_row_text(&list->answers[i],
		    DS_F_ANSWER_SUBJECT);
		if (ds_row_day(&list->answers[i], DS_F_ANSWER_ON).number <=
		    list->check->day.number &&
		    strncmp(subject, record, size) == 0 &&
		    (part == NULL ? subject[size] == '\0' :
		    (subject[size] == '.' || subject[size] == ':') &&
		    strcmp(subject + size + 1, part) == 0))
			return true;
	}
	return false;
}

/* "youth.phone", "opp", "statement:houding" or "statement:ouders" */
static bool
is_item_answered(const struct list *list, const struct ds_item *item)
{
	const struct ds_record *record = ds_record(item->record);
	const char *part = NULL;

	if (!item->answer)
		return false;
	if (item->field >= 0)
		part = record->fields[item->field].name;
	if (item->section != DS_SECTION_NONE)
		part = ds_section_slug(item->section);
	return is_answered(list, record->table, part) ||
	    (item->voice != NULL && is_answered(list, record->table,
	    item->voice));
}

/* ---- records ---- */

/* A record counts from its first day on; of state, also until its last. */
static bool
counts(const struct ds_row *row, dossier_day day)
{
	const struct ds_record *record = ds_record(row->kind);
	int on = record->from >= 0 ? record->from :
	    ds_field_named(record, "on");

	if (record->nature == DS_STATE)
		return ds_span_holds(ds_row_span(row), day);
	return on < 0 || !ds_row_has(row, on) ||
	    ds_row_day(row, on).number <= day.number;
}

static bool
fits_ground(const struct list *list, const struct ds_item *item,
    const struct ds_row *ground)
{
	const struct ds_check *check = list->check;
	const char *words = ds_row_text(ground, DS_F_GROUND_SECTIONS);

	return (check->recipient == 0 || ds_row_int(ground,
	    DS_F_GROUND_RECIPIENT) == check->recipient) &&
	    ds_text_has_word(words, ds_section_slug(item->section)) &&
	    ds_ground_judge(&check->pack->policy, ground, check->youth,
	    item->purpose, ds_section_class(item->section) !=
	    DS_CLASS_ORDINARY, check->day) == DS_GROUND_COVERS;
}

static bool
fits(const struct list *list, const struct ds_item *item,
    const struct ds_row *row)
{
	if (!counts(row, list->check->day))
		return false;
	if (item->record == DS_GROUND && item->section != DS_SECTION_NONE)
		return fits_ground(list, item, row);
	if (item->section != DS_SECTION_NONE && !is_text(row,
	    DS_F_STATEMENT_SECTION, ds_section_slug(item->section)))
		return false;
	if (item->voice != NULL &&
	    !is_text(row, DS_F_STATEMENT_VOICE, item->voice))
		return false;
	return item->field < 0 || ds_row_has(row, item->field);
}

static dossier_status
is_there(bool *out, const struct list *list, const struct ds_item *item,
    dossier_error *err)
{
	const struct ds_check *check = list->check;
	struct ds_row *rows;
	size_t count, i;

	*out = true;
	if (item->record == 0) {
		*out = ds_item_present(item, check->facts);
		return DOSSIER_OK;
	}
	if (is_item_answered(list, item))
		return DOSSIER_OK;
	if (item->record == DS_YOUTH) {
		*out = item->field < 0 ||
		    ds_row_has(check->youth, item->field);
		return DOSSIER_OK;
	}
	DS_TRY(ds_state_list(&rows, &count, check->arena,
	    check->session->book, item->record, check->youth->id, err));
	for (i = 0; i < count; i++)
		if (fits(list, item, &rows[i]))
			return DOSSIER_OK;
	*out = false;
	return DOSSIER_OK;
}

/* ---- life domains ---- */

dossier_status
ds_domain_rows_read(struct ds_domain_rows *out, dossier_session *session,
    struct ds_arena *arena, int64_t youth, dossier_error *err)
{
	struct ds_row *rows;

	DS_TRY(ds_state_list(&rows, &out->domain_count, arena, session->book,
	    DS_LIFE_DOMAIN, youth, err));
	out->domains = rows;
	DS_TRY(ds_state_list(&rows, &out->answer_count, arena, session->book,
	    DS_ANSWER, youth, err));
	out->answers = rows;
	return DOSSIER_OK;
}

/* A line without a score or a word says nothing yet. */
static bool
says_something(const struct ds_row *row)
{
	return ds_row_has(row, DS_F_DOMAIN_SCORE) ||
	    ds_row_has(row, DS_F_DOMAIN_WORDS) ||
	    ds_row_has(row, DS_F_DOMAIN_VIEW);
}

/* Is `row` of that day or later than what was found so far? */
static bool
is_newer(const struct ds_row *best, int best_day, const struct ds_row *row,
    int row_day, dossier_day day)
{
	dossier_day on = ds_row_day(row, row_day);

	return on.number <= day.number && (best == NULL ||
	    ds_row_day(best, best_day).number <= on.number);
}

static bool
is_about_domain(const struct ds_row *answer, const char *domain)
{
	static const char prefix[] = "life_domain:";
	const char *subject = ds_row_text(answer, DS_F_ANSWER_SUBJECT);

	return strncmp(subject, prefix, sizeof prefix - 1) == 0 &&
	    strcmp(subject + sizeof prefix - 1, domain) == 0;
}

enum ds_asked
ds_domain_asked(const struct ds_row **by, const struct ds_domain_rows *rows,
    const struct ds_domain_set *set, const char *domain, dossier_day day)
{
	const struct ds_row *found = NULL, *answer = NULL, *row;
	size_t i;

	for (i = 0; i < rows->domain_count; i++) {
		row = &rows->domains[i];
		if (is_text(row, DS_F_DOMAIN_SET, set->name) &&
		    is_text(row, DS_F_DOMAIN_DOMAIN, domain) &&
		    says_something(row) &&
		    is_newer(found, DS_F_DOMAIN_ON, row, DS_F_DOMAIN_ON, day))
			found = row;
	}
	for (i = 0; i < rows->answer_count; i++) {
		row = &rows->answers[i];
		if (is_about_domain(row, domain) && is_newer(answer,
		    DS_F_ANSWER_ON, row, DS_F_ANSWER_ON, day))
			answer = row;
	}
	if (answer != NULL && found != NULL && is_newer(answer,
	    DS_F_ANSWER_ON, found, DS_F_DOMAIN_ON, day))
		answer = NULL;
	if (by != NULL)
		*by = answer != NULL ? answer : found;
	if (answer == NULL)
		return found == NULL ? DS_NOT_ASKED : DS_FOUND;
	return is_text(answer, DS_F_ANSWER_ANSWER, "geweigerd") ?
	    DS_DECLINED : DS_NOTHING;
}

/* ---- the list ---- */

static void
add(struct list *list, const struct ds_item *item, const char *id,
    const char *label)
{
	list->missing[list->count++] = (struct ds_missing){ item, id, label };
}

static dossier_status
add_domains(struct list *list, const struct ds_item *item,
    dossier_error *err)
{
	const struct ds_check *check = list->check;
	const struct ds_domain_set *set = ds_pack_domain_set(check->pack,
	    item->domains);
	struct ds_domain_rows rows;
	enum ds_asked asked;
	size_t i;

	DS_TRY(ds_domain_rows_read(&rows, check->session, check->arena,
	    check->youth->id, err));
	for (i = 0; i < set->count; i++) {
		asked = ds_domain_asked(NULL, &rows, set, set->domains[i].id,
		    check->day);
		if (asked == DS_NOT_ASKED || (asked != DS_FOUND &&
		    !item->answer))
			add(list, item, set->domains[i].id,
			    set->domains[i].label);
	}
	return DOSSIER_OK;
}

/* How many lines the list can come to. */
static size_t
most(const struct ds_pack *pack, const struct ds_checklist *list)
{
	size_t count = list->count, i;

	for (i = 0; i < list->count; i++)
		if (list->items[i].domains != NULL)
			count += ds_pack_domain_set(pack,
			    list->items[i].domains)->count;
	return count;
}

dossier_status
ds_checklist_missing(const struct ds_missing **out, size_t *count,
    const struct ds_check *check, const struct ds_checklist *checklist,
    dossier_error *err)
{
	struct list list = { .check = check };
	const struct ds_item *item;
	bool there;
	size_t i;

	list.missing = ds_arena_alloc(check->arena,
	    (most(check->pack, checklist) + 1) * sizeof *list.missing);
	if (list.missing == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_state_list(&list.answers, &list.answer_count, check->arena,
	    check->session->book, DS_ANSWER, check->youth->id, err));
	for (i = 0; i < checklist->count; i++) {
		item = &checklist->items[i];
		if (item->domains != NULL) {
			DS_TRY(add_domains(&list, item, err));
			continue;
		}
		DS_TRY(is_there(&there, &list, item, err));
		if (!there)
			add(&list, item, item->id, item->label);
	}
	*out = list.missing;
	*count = list.count;
	return DOSSIER_OK;
}

/* ---- for one youth, by name ---- */

struct wanted {
	struct ds_checked *out;
	struct ds_check check;
	const char *name;
};

static dossier_status
look(const struct ds_case *youth, void *payload, dossier_error *err)
{
	struct wanted *wanted = payload;
	const struct ds_fact_value *place =
	    &youth->facts.fact[DS_FACT_MUNICIPALITY];
	struct ds_checked *out = wanted->out;
	struct ds_library *library;
	const char *why;

	DS_TRY(ds_session_library(&library, wanted->check.session, err));
	DS_TRY(ds_library_pack(&out->pack, library, place->known ?
	    place->text : NULL, wanted->check.day, &why, err));
	out->list = ds_pack_checklist(out->pack, wanted->name);
	if (out->list == NULL)
		return DOSSIER_OK;
	wanted->check.pack = out->pack;
	wanted->check.facts = &youth->facts;
	return ds_checklist_missing(&out->missing, &out->count,
	    &wanted->check, out->list, err);
}

dossier_status
ds_checklist_of(struct ds_checked *out, dossier_session *session,
    struct ds_arena *arena, const struct ds_row *youth, dossier_day day,
    const char *name, dossier_error *err)
{
	struct wanted wanted = { out, { .session = session, .arena = arena,
	    .youth = youth, .day = day }, name };
	struct ds_library *library;

	memset(out, 0, sizeof *out);
	DS_TRY(ds_session_library(&library, session, err));
	return ds_cases(session->book, library, youth->id, day, look,
	    &wanted, err);
}
