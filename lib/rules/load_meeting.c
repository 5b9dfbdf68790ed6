/* SPDX-License-Identifier: EUPL-1.2 */
/* Reading kinds of meeting: how often, who, how long. */
#include "rules/load.h"

/* ---- the rhythm ---- */

static dossier_status
read_rhythm(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	static const struct ds_key keys[] = {
		{ "at_least", false, ds_load_number,
		    offsetof(struct ds_meeting_kind, at_least) },
		{ "at_most", false, ds_load_number,
		    offsetof(struct ds_meeting_kind, at_most) },
		{ "per", true, ds_load_rhythm,
		    offsetof(struct ds_meeting_kind, per) },
		{ NULL, false, NULL, 0 }
	};
	struct ds_meeting_kind *meeting = out;

	DS_TRY(ds_load_map(load, meeting, node, keys, err));
	if (meeting->per == DS_PER_NONE) {
		ds_fail(err, DOSSIER_INVALID, N_("A rhythm is per a time or "
		    "per youth."));
		ds_advise(err, N_("Choose from: %s."),
		    "school-year, month, week, youth");
		return ds_load_at(load, ds_yaml_get(node, "per"),
		    DOSSIER_INVALID, err);
	}
	if (meeting->at_least < 0 && meeting->at_most < 0)
		return ds_load_at(load, node, ds_fail(err, DOSSIER_INVALID,
		    N_("A rhythm says how many: \"at_least\", \"at_most\" "
		    "or both.")), err);
	return ds_load_check_bounds(load, node, meeting->at_least,
	    meeting->at_most, err);
}

/* ---- who ---- */

/* Who is there is recorded by role, so a quorum is of roles. */
static dossier_status
read_quorum(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_words(load, out, node, ds_load_role, err);
}

static dossier_status
read_guests(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_words(load, out, node, ds_load_who, err);
}

/* ---- how long ---- */

static dossier_status
read_hours(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	return ds_load_amount(load, out, node, DS_HOURS_SCALE, err);
}

static dossier_status
read_lead_time(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_meeting_kind *meeting = out;

	meeting->has_lead_time = true;
	return ds_load_period(load, &meeting->lead_time, node, err);
}

/* ---- a kind of meeting ---- */

static const struct ds_key meeting_keys[] = {
	{ "label", true, ds_load_text,
	    offsetof(struct ds_meeting_kind, label) },
	{ "rhythm", false, read_rhythm, 0 },
	{ "quorum", false, read_quorum,
	    offsetof(struct ds_meeting_kind, quorum) },
	{ "invited", false, read_guests,
	    offsetof(struct ds_meeting_kind, invited) },
	{ "voluntary", false, read_guests,
	    offsetof(struct ds_meeting_kind, voluntary) },
	{ "hours_per_group", false, read_hours,
	    offsetof(struct ds_meeting_kind, hours_per_group) },
	{ "days", false, ds_load_number,
	    offsetof(struct ds_meeting_kind, days) },
	{ "floor_minutes", false, ds_load_number,
	    offsetof(struct ds_meeting_kind, floor_minutes) },
	{ "lead_time", false, read_lead_time, 0 },
	{ "because", false, ds_load_text,
	    offsetof(struct ds_meeting_kind, because) },
	DS_SOURCE_KEYS(struct ds_meeting_kind),
	{ NULL, false, NULL, 0 }
};

static dossier_status
read_meeting(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_meeting_kind *meeting = out;

	DS_TRY(ds_load_key_code(load, &meeting->kind, node,
	    ds_codes_meeting, err));
	meeting->at_least = meeting->at_most = -1;
	meeting->days = meeting->floor_minutes = -1;
	meeting->hours_per_group = -1;
	meeting->pack = load->pack;
	return ds_load_map(load, meeting, node, meeting_keys, err);
}

dossier_status
ds_load_meetings(struct ds_load *load, void *out, const struct ds_yaml *node,
    dossier_error *err)
{
	struct ds_pack *pack = out;

	return ds_load_named(load, &pack->meetings, &pack->meeting_count,
	    node, sizeof *pack->meetings, read_meeting, err);
}
