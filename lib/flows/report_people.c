/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Whom to call: one by one and remembered, or all who hold a role. And which
 * youths stand in a report, under which name.
 */
#include "flows/report.h"

dossier_status
ds_report_person(const struct ds_person **out, struct ds_report *report,
    int64_t party, int64_t contact, int64_t school, dossier_error *err)
{
	static const struct ds_person nobody;
	struct ds_trio_slot *slot;
	struct ds_person *person;

	*out = &nobody;
	if (party == 0)
		return DOSSIER_OK;
	slot = ds_trio_at(&report->people, party, contact, school);
	if (slot == NULL)
		return ds_no_memory(err);
	if (slot->value == NULL) {
		person = ds_arena_alloc(&report->arena, sizeof *person);
		if (person == NULL)
			return ds_no_memory(err);
		DS_TRY(ds_person_at(person, &report->arena, report->session,
		    party, contact, school, report->session->today, err));
		slot->value = person;
	}
	*out = slot->value;
	return DOSSIER_OK;
}

dossier_status
ds_report_mine(bool *out, struct ds_report *report,
    const struct ds_case *youth, dossier_error *err)
{
	const struct ds_person *person;

	*out = true;
	if (!report->options->mine)
		return DOSSIER_OK;
	DS_TRY(ds_report_person(&person, report, youth->lead,
	    youth->lead_contact, youth->school, err));
	*out = person->contact == report->session->actor;
	return DOSSIER_OK;
}

dossier_status
ds_report_sees(bool *out, struct ds_report *report,
    const struct ds_case *youth, dossier_error *err)
{
	DS_TRY(ds_seen_at_all(out, &report->view, youth->facts.youth, err));
	if (!*out)
		report->unseen++;
	return DOSSIER_OK;
}

dossier_status
ds_report_takes(bool *out, struct ds_report *report,
    const struct ds_case *youth, dossier_error *err)
{
	*out = false;
	if (!ds_report_wants(report, youth) || !ds_report_open(report, youth))
		return DOSSIER_OK;
	DS_TRY(ds_report_mine(out, report, youth, err));
	return *out ? ds_report_sees(out, report, youth, err) : DOSSIER_OK;
}

dossier_status
ds_report_name(const char **out, struct ds_report *report,
    const struct ds_case *youth, dossier_error *err)
{
	ds_look_at(&report->look, youth->facts.ref);
	return ds_seen_name(out, &report->view, youth, err);
}

dossier_status
ds_report_may(const char **why, struct ds_report *report, int64_t youth,
    enum ds_kind kind, int field, dossier_error *err)
{
	return ds_seen_field(why, &report->view, youth, kind, field, err);
}

static void
take_role(void *item, struct ds_report *report, struct ds_stmt *stmt)
{
	struct ds_report_role *role = item;

	role->contact = ds_col_int(stmt, 0);
	role->name = ds_report_keep(report, ds_col_text(stmt, 1));
	role->phone = ds_report_keep(report, ds_col_text(stmt, 2));
	role->email = ds_report_keep(report, ds_col_text(stmt, 3));
	role->party = ds_col_int(stmt, 4);
	role->role = ds_report_keep(report, ds_col_text(stmt, 5));
	role->about = ds_col_int(stmt, 6);
	role->span.from = ds_col_day(stmt, 7);
	role->span.until = ds_col_day(stmt, 8);
	role->subject = ds_report_keep(report, ds_col_text(stmt, 9));
}

const struct ds_report_source ds_report_roles = {
	DS_SQL_REPORT_ROLES, DS_BIND_DAY, sizeof(struct ds_report_role),
	take_role
};

void
ds_report_take_pair(void *item, struct ds_report *report,
    struct ds_stmt *stmt)
{
	struct ds_report_pair *pair = item;

	(void)report;
	pair->school = ds_col_int(stmt, 0);
	pair->party = ds_col_int(stmt, 1);
	pair->count = ds_col_int(stmt, 2);
}

const struct ds_report_source ds_report_pupils = {
	DS_SQL_REPORT_PAIRS, DS_BIND_DAY | DS_BIND_SINCE,
	sizeof(struct ds_report_pair), ds_report_take_pair
};

size_t
ds_report_pairs_of(const struct ds_report_pair **first,
    const struct ds_report_pair *pairs, size_t count, int64_t school)
{
	size_t low = 0, high = count, middle, end;

	while (low < high) {
		middle = (low + high) / 2;
		if (pairs[middle].school < school)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < count && pairs[end].school == school; end++)
		;
	*first = pairs + low;
	return end - low;
}
