/* SPDX-License-Identifier: EUPL-1.2 */
/* What norms are judged over, read once and counted in memory. */
#include "flows/report_norms.h"

#include <string.h>

static void
take_meeting(void *item, struct ds_report *report, struct ds_stmt *stmt)
{
	struct ds_norm_meeting *meeting = item;

	meeting->id = ds_col_int(stmt, 0);
	meeting->kind = ds_report_keep(report, ds_col_text(stmt, 1));
	meeting->on = ds_col_day(stmt, 2);
	meeting->school = ds_col_int(stmt, 3);
	meeting->party = ds_col_int(stmt, 4);
}

static void
take_present(void *item, struct ds_report *report, struct ds_stmt *stmt)
{
	struct ds_norm_present *present = item;

	present->meeting = ds_col_int(stmt, 0);
	present->role = ds_report_keep(report, ds_col_text(stmt, 1));
}

#define YEAR (DS_BIND_DAY | DS_BIND_SINCE)

static const struct ds_report_source meetings = {
	DS_SQL_REPORT_MEETINGS, YEAR, sizeof(struct ds_norm_meeting),
	take_meeting
}, present = {
	DS_SQL_REPORT_PRESENT, YEAR, sizeof(struct ds_norm_present),
	take_present
}, discussed = {
	DS_SQL_REPORT_DISCUSSED, YEAR, sizeof(struct ds_report_pair),
	ds_report_take_pair
}, agreements = {
	DS_SQL_REPORT_AGREEMENTS, YEAR, sizeof(struct ds_report_pair),
	ds_report_take_pair
};

/* ---- which pack judges a school ---- */

struct tally {
	const struct ds_pack *pack;
	int64_t pupils;
};

static void
add_to(struct tally *tallies, size_t *count, const struct ds_pack *pack,
    int64_t pupils)
{
	size_t i;

	for (i = 0; i < *count; i++)
		if (tallies[i].pack == pack)
			break;
	if (i == *count)
		tallies[(*count)++] = (struct tally){ pack, 0 };
	tallies[i].pupils += pupils;
}

/* Of equals the home pack goes first, then the first by id. */
static bool
is_more(const struct tally *tally, const struct tally *best,
    const struct ds_pack *home)
{
	if (tally->pupils != best->pupils)
		return tally->pupils > best->pupils;
	if (best->pack == home || tally->pack == home)
		return best->pack != home;
	return strcmp(tally->pack->id, best->pack->id) < 0;
}

static dossier_status
choose_pack(struct ds_norm_school *school, struct ds_norm_pile *pile,
    dossier_error *err)
{
	struct ds_report *report = pile->report;
	const struct ds_report_pair *pairs;
	const struct ds_pack *pack;
	const struct tally *best;
	struct tally *tallies;
	size_t count = 0, pair_count, i;

	pair_count = ds_report_pairs_of(&pairs, pile->pupils,
	    pile->pupil_count, school->party->id);
	tallies = ds_arena_alloc(&report->arena,
	    (pair_count + 1) * sizeof *tallies);
	if (tallies == NULL)
		return ds_no_memory(err);
	add_to(tallies, &count, report->home, 0);
	for (i = 0; i < pair_count; i++) {
		DS_TRY(ds_report_pack(&pack, report,
		    ds_report_party(report, pairs[i].party), err));
		add_to(tallies, &count, pack, pairs[i].count);
	}
	for (best = tallies, i = 1; i < count; i++)
		if (is_more(&tallies[i], best, report->home))
			best = &tallies[i];
	school->pack = best->pack;
	return DOSSIER_OK;
}

static dossier_status
find_schools(struct ds_norm_pile *pile, dossier_error *err)
{
	struct ds_report *report = pile->report;
	struct ds_norm_school *school;
	size_t i;

	pile->schools = ds_arena_alloc(&report->arena,
	    (report->party_count + 1) * sizeof *pile->schools);
	if (pile->schools == NULL)
		return ds_no_memory(err);
	for (i = 0; i < report->party_count; i++) {
		if (!ds_report_is(&report->parties[i], "school"))
			continue;
		school = &pile->schools[pile->school_count++];
		school->party = &report->parties[i];
		DS_TRY(choose_pack(school, pile, err));
	}
	return DOSSIER_OK;
}

dossier_status
ds_norm_pile_read(struct ds_norm_pile *out, struct ds_report *report,
    dossier_error *err)
{
	out->report = report;
	DS_TRY(ds_report_read(&out->roles, &out->role_count, report,
	    &ds_report_roles, err));
	DS_TRY(ds_report_read(&out->pupils, &out->pupil_count, report,
	    &ds_report_pupils, err));
	DS_TRY(ds_report_read(&out->meetings, &out->meeting_count, report,
	    &meetings, err));
	DS_TRY(ds_report_read(&out->present, &out->present_count, report,
	    &present, err));
	DS_TRY(ds_report_read(&out->discussed, &out->discussed_count, report,
	    &discussed, err));
	DS_TRY(ds_report_read(&out->agreements, &out->agreement_count, report,
	    &agreements, err));
	return find_schools(out, err);
}

/* ---- counting ---- */

bool
ds_norm_of(const struct ds_norm *norm, const struct ds_report_party *party)
{
	if (party == NULL)
		return false;
	return norm->party != NULL ? strcmp(norm->party, party->code) == 0 :
	    ds_report_is(party, norm->party_kind);
}

/* One person in the same role twice is still one. */
static bool
counted_before(const struct ds_report_role *const *counted, int count,
    int64_t contact)
{
	while (count-- > 0)
		if (counted[count]->contact == contact)
			return true;
	return false;
}

#define COUNT_AT_MOST 64	/* norms ask for a handful */

int
ds_norm_contacts(const struct ds_norm_pile *pile, const struct ds_norm *norm,
    int64_t party, int64_t school)
{
	const struct ds_report_role *counted[COUNT_AT_MOST], *role;
	int count = 0;
	size_t i;

	for (i = 0; i < pile->role_count && count < COUNT_AT_MOST; i++) {
		role = &pile->roles[i];
		if ((party != 0 && role->party != party) ||
		    (school != 0 && role->about != school &&
		    role->party != school) ||
		    strcmp(role->role, norm->role) != 0 ||
		    !ds_norm_of(norm, ds_report_party(pile->report,
		    role->party)) ||
		    counted_before(counted, count, role->contact))
			continue;
		counted[count++] = role;
	}
	return count;
}

int
ds_norm_meetings(const struct ds_norm_pile *pile, const char *kind,
    int64_t party, int64_t school)
{
	const struct ds_norm_meeting *meeting;
	int count = 0;
	size_t i;

	for (i = 0; i < pile->meeting_count; i++) {
		meeting = &pile->meetings[i];
		count += meeting->party == party &&
		    meeting->school == school &&
		    strcmp(meeting->kind, kind) == 0;
	}
	return count;
}

bool
ds_norm_was_present(const struct ds_norm_pile *pile, int64_t meeting,
    const char *role)
{
	size_t i;

	for (i = 0; i < pile->present_count; i++)
		if (pile->present[i].meeting == meeting &&
		    strcmp(pile->present[i].role, role) == 0)
			return true;
	return false;
}

int
ds_norm_number(const struct ds_report_pair *pairs, size_t count,
    int64_t school, int64_t party)
{
	const struct ds_report_pair *first;
	size_t i;

	count = ds_report_pairs_of(&first, pairs, count, school);
	for (i = 0; i < count; i++)
		if (first[i].party == party)
			return (int)first[i].count;
	return 0;
}

bool
ds_norm_in_play(const struct ds_norm_pile *pile, int64_t municipality)
{
	size_t i;

	for (i = 0; i < pile->pupil_count; i++)
		if (pile->pupils[i].party == municipality)
			return true;
	for (i = 0; i < pile->role_count; i++)
		if (pile->roles[i].party == municipality)
			return true;
	for (i = 0; i < pile->meeting_count; i++)
		if (pile->meetings[i].party == municipality)
			return true;
	return false;
}

const struct ds_pack *
ds_norm_school_pack(const struct ds_norm_pile *pile, int64_t school)
{
	size_t i;

	for (i = 0; i < pile->school_count; i++)
		if (pile->schools[i].party->id == school)
			return pile->schools[i].pack;
	return pile->report->home;
}
