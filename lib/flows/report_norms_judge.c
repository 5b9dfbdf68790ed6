/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Each norm is judged once for each subject, by the pack to which the
 * subject belongs: a municipality's own, for a school the one that judges
 * most of its pupils, else the home pack.
 */
#include "flows/report_norms.h"

#include <string.h>

static struct ds_verdict *
add(struct ds_verdicts *verdicts, const struct ds_norm *norm,
    const struct ds_report_party *party,
    const struct ds_report_party *school, int count)
{
	struct ds_verdict *verdict = ds_grow(verdicts->list, verdicts->count,
	    &verdicts->capacity, sizeof *verdict);

	if (verdict == NULL)
		return NULL;
	verdicts->list = verdict;
	verdict += verdicts->count++;
	*verdict = (struct ds_verdict){
		.norm = norm, .party = party, .school = school,
		.count = count, .discussed = -1, .agreements = -1
	};
	if (party != NULL) {
		verdict->subject = party->code;
		verdict->label = party->label;
	}
	if (norm->at_least >= 0 && count < norm->at_least)
		verdict->state = DS_NORM_UNDER;
	else if (norm->at_most >= 0 && count > norm->at_most)
		verdict->state = DS_NORM_OVER;
	return verdict;
}

/* ---- contacts ---- */

/* The one party that the norm speaks of; NULL when there are none or more. */
static const struct ds_report_party *
only_party(const struct ds_report *report, const struct ds_norm *norm)
{
	const struct ds_report_party *only = NULL;
	size_t i;

	if (norm->party != NULL)
		return ds_report_coded(report, norm->party);
	for (i = 0; i < report->party_count; i++) {
		if (!ds_norm_of(norm, &report->parties[i]))
			continue;
		if (only != NULL)
			return NULL;
		only = &report->parties[i];
	}
	return only;
}

static dossier_status
judge_contacts(struct ds_verdicts *verdicts, const struct ds_norm *norm,
    const struct ds_report_party *party,
    const struct ds_report_party *school, dossier_error *err)
{
	int count = ds_norm_contacts(&verdicts->pile, norm,
	    party == NULL ? 0 : party->id, school == NULL ? 0 : school->id);
	struct ds_verdict *verdict;

	if (school != NULL)
		party = only_party(verdicts->pile.report, norm);
	if (party == NULL && school != NULL && norm->party == NULL)
		party = school;
	verdict = add(verdicts, norm, party, school, count);
	if (verdict == NULL)
		return ds_no_memory(err);
	/* A party that the pack names and the store does not know. */
	if (party == NULL)
		verdict->subject = verdict->label = norm->party;
	return DOSSIER_OK;
}

/* ---- meetings in a school year ---- */

static dossier_status
judge_meetings(struct ds_verdicts *verdicts, const struct ds_norm *norm,
    const struct ds_pack *pack, const struct ds_report_party *party,
    const struct ds_report_party *school, dossier_error *err)
{
	const struct ds_norm_pile *pile = &verdicts->pile;
	const struct ds_stated *support;
	struct ds_verdict *verdict;

	verdict = add(verdicts, norm, party, school, ds_norm_meetings(pile,
	    norm->meeting, party->id, school->id));
	if (verdict == NULL)
		return ds_no_memory(err);
	verdict->discussed = ds_norm_number(pile->discussed,
	    pile->discussed_count, school->id, party->id);
	verdict->agreements = ds_norm_number(pile->agreements,
	    pile->agreement_count, school->id, party->id);
	support = ds_pack_stated(pack, "ondersteuning",
	    pile->report->session->today);
	if (support != NULL)
		verdict->support = support->value;
	return DOSSIER_OK;
}

/* Do pupils live there, or has it met with the school this year? */
static bool
belong(const struct ds_norm_pile *pile, int64_t school, int64_t party)
{
	size_t i;

	if (ds_norm_number(pile->pupils, pile->pupil_count, school, party) > 0)
		return true;
	for (i = 0; i < pile->meeting_count; i++)
		if (pile->meetings[i].school == school &&
		    pile->meetings[i].party == party)
			return true;
	return false;
}

/* ---- who was there ---- */

static dossier_status
name_meeting(struct ds_verdict *verdict, struct ds_report *report,
    const struct ds_norm_meeting *meeting, dossier_error *err)
{
	char day[DS_DAY_TEXT];

	verdict->subject = ds_arena_printf(&report->arena, "%s %s",
	    meeting->kind, ds_day_iso(meeting->on, day));
	verdict->label = ds_arena_printf(&report->arena, "%s %s",
	    ds_code_label(ds_codes_meeting, meeting->kind, report->language),
	    ds_day_text(meeting->on, report->language, day));
	return verdict->subject == NULL || verdict->label == NULL ?
	    ds_no_memory(err) : DOSSIER_OK;
}

static dossier_status
judge_present(struct ds_verdicts *verdicts, const struct ds_norm *norm,
    const struct ds_norm_meeting *meeting, dossier_error *err)
{
	struct ds_report *report = verdicts->pile.report;
	const char **missing = ds_arena_alloc(&report->arena,
	    norm->role_count * sizeof *missing + 1);
	struct ds_verdict *verdict;
	size_t count = 0, i;

	if (missing == NULL)
		return ds_no_memory(err);
	for (i = 0; i < norm->role_count; i++)
		if (!ds_norm_was_present(&verdicts->pile, meeting->id,
		    norm->roles[i]))
			missing[count++] = norm->roles[i];
	verdict = add(verdicts, norm, ds_report_party(report, meeting->party),
	    ds_report_party(report, meeting->school),
	    (int)(norm->role_count - count));
	if (verdict == NULL)
		return ds_no_memory(err);
	verdict->missing = missing;
	verdict->missing_count = count;
	verdict->state = count > 0 ? DS_NORM_INCOMPLETE : DS_NORM_OK;
	return name_meeting(verdict, report, meeting, err);
}

static dossier_status
judge_meeting(struct ds_verdicts *verdicts,
    const struct ds_norm_meeting *meeting, dossier_error *err)
{
	struct ds_report *report = verdicts->pile.report;
	struct ds_report_party *with = ds_report_party(report,
	    meeting->party);
	const struct ds_pack *pack;
	size_t i;

	if (ds_report_is(with, "gemeente"))
		DS_TRY(ds_report_pack(&pack, report, with, err));
	else
		pack = ds_norm_school_pack(&verdicts->pile, meeting->school);
	for (i = 0; i < pack->norm_count; i++)
		if (pack->norms[i].kind == DS_NORM_PRESENT &&
		    strcmp(pack->norms[i].meeting, meeting->kind) == 0)
			DS_TRY(judge_present(verdicts, &pack->norms[i],
			    meeting, err));
	return DOSSIER_OK;
}

/* ---- every subject ---- */

/* Of municipalities speak their own packs, not those of the schools. */
static bool
speaks_of_municipalities(const struct ds_report *report,
    const struct ds_norm *norm)
{
	if (norm->party != NULL)
		return ds_report_is(ds_report_coded(report, norm->party),
		    "gemeente");
	return norm->party_kind != NULL &&
	    strcmp(norm->party_kind, "gemeente") == 0;
}

static dossier_status
judge_school(struct ds_verdicts *verdicts,
    const struct ds_norm_school *school, dossier_error *err)
{
	struct ds_report *report = verdicts->pile.report;
	const struct ds_norm *norm;
	size_t i, j;

	for (i = 0; i < school->pack->norm_count; i++) {
		norm = &school->pack->norms[i];
		if (norm->kind == DS_NORM_CONTACTS && norm->per_school)
			DS_TRY(judge_contacts(verdicts, norm, NULL,
			    school->party, err));
		else if (norm->kind == DS_NORM_CONTACTS &&
		    ds_norm_of(norm, school->party))
			DS_TRY(judge_contacts(verdicts, norm, school->party,
			    NULL, err));
		if (norm->kind != DS_NORM_MEETINGS ||
		    speaks_of_municipalities(report, norm))
			continue;
		for (j = 0; j < report->party_count; j++)
			if (ds_norm_of(norm, &report->parties[j]))
				DS_TRY(judge_meetings(verdicts, norm,
				    school->pack, &report->parties[j],
				    school->party, err));
	}
	return DOSSIER_OK;
}

static dossier_status
judge_municipality(struct ds_verdicts *verdicts,
    struct ds_report_party *party, dossier_error *err)
{
	const struct ds_norm_pile *pile = &verdicts->pile;
	const struct ds_report_party *school;
	const struct ds_pack *pack;
	const struct ds_norm *norm;
	size_t i, j;

	DS_TRY(ds_report_pack(&pack, pile->report, party, err));
	for (i = 0; i < pack->norm_count; i++) {
		norm = &pack->norms[i];
		if (norm->kind == DS_NORM_PRESENT || !ds_norm_of(norm, party))
			continue;
		if (norm->kind == DS_NORM_CONTACTS && !norm->per_school)
			DS_TRY(judge_contacts(verdicts, norm, party, NULL,
			    err));
		if (norm->kind != DS_NORM_MEETINGS)
			continue;
		for (j = 0; j < pile->school_count; j++) {
			school = pile->schools[j].party;
			if (belong(pile, school->id, party->id))
				DS_TRY(judge_meetings(verdicts, norm, pack,
				    party, school, err));
		}
	}
	return DOSSIER_OK;
}

/* Other bodies serve the whole store; the home pack speaks of them. */
static dossier_status
judge_bodies(struct ds_verdicts *verdicts, dossier_error *err)
{
	const struct ds_report *report = verdicts->pile.report;
	const struct ds_report_party *party;
	const struct ds_norm *norm;
	size_t i, j;

	for (i = 0; i < report->home->norm_count; i++) {
		norm = &report->home->norms[i];
		if (norm->kind != DS_NORM_CONTACTS || norm->per_school)
			continue;
		for (j = 0; j < report->party_count; j++) {
			party = &report->parties[j];
			if (!ds_report_is(party, "school") &&
			    !ds_report_is(party, "gemeente") &&
			    ds_norm_of(norm, party))
				DS_TRY(judge_contacts(verdicts, norm, party,
				    NULL, err));
		}
	}
	return DOSSIER_OK;
}

dossier_status
ds_norms_judge(struct ds_verdicts *verdicts, dossier_error *err)
{
	const struct ds_norm_pile *pile = &verdicts->pile;
	struct ds_report_party *party;
	size_t i;

	for (i = 0; i < pile->school_count; i++)
		DS_TRY(judge_school(verdicts, &pile->schools[i], err));
	for (i = 0; i < pile->report->party_count; i++) {
		party = &pile->report->parties[i];
		if (ds_report_is(party, "gemeente") &&
		    ds_norm_in_play(pile, party->id))
			DS_TRY(judge_municipality(verdicts, party, err));
	}
	DS_TRY(judge_bodies(verdicts, err));
	for (i = 0; i < pile->meeting_count; i++)
		DS_TRY(judge_meeting(verdicts, &pile->meetings[i], err));
	return DOSSIER_OK;
}
