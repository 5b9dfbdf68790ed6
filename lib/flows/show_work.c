/* SPDX-License-Identifier: EUPL-1.2 */
/* Stages and places, tracks, and what work must be like. */
#include "flows/show.h"

dossier_status
ds_show_stages(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing placements = { "placements",
	    N_("Placements"), DS_FIELDS(DS_F_PLACEMENT_PLACE,
	    DS_F_PLACEMENT_KIND, DS_F_PLACEMENT_STAGE, DS_F_PLACEMENT_HOURS,
	    DS_F_PLACEMENT_DAYS, DS_F_PLACEMENT_RECOGNISED,
	    DS_F_PLACEMENT_FROM, DS_F_PLACEMENT_UNTIL, DS_F_PLACEMENT_TASKS,
	    DS_F_PLACEMENT_REVIEW), NULL, NULL, NULL };
	const struct ds_listing tracks = { "tracks", N_("Tracks"),
	    DS_FIELDS(DS_F_TRACK_NAME, DS_F_TRACK_PARTY, DS_F_TRACK_FROM,
	    DS_F_TRACK_UNTIL, DS_F_TRACK_GOAL, DS_F_TRACK_RESULT,
	    DS_F_TRACK_MOTIVATED), NULL, NULL, NULL };
	struct ds_rows rows;

	DS_TRY(ds_show_list(show, DS_PLACEMENT, &placements,
	    &show->placements, err));
	DS_TRY(ds_show_read(&rows, show, DS_TRACK, NULL, err));
	return ds_show_list(show, DS_TRACK, &tracks, &rows, err);
}

dossier_status
ds_show_work(struct ds_show *show, dossier_error *err)
{
	struct ds_rows rows;

	DS_TRY(ds_show_lines(show, show->map, &show->youth,
	    DS_FIELDS(DS_F_YOUTH_AVAILABLE_FROM, DS_F_YOUTH_HOURS,
	    DS_F_YOUTH_DAYS, DS_F_YOUTH_SECTORS, DS_F_YOUTH_MAX_KM), err));
	DS_TRY(ds_show_read(&rows, show, DS_WORK_PROFILE, NULL, err));
	return ds_show_one(show, DS_WORK_PROFILE, ds_show_state(show, &rows),
	    DS_FIELDS(DS_F_PROFILE_HOURS_DAY, DS_F_PROFILE_HOURS_WEEK,
	    DS_F_PROFILE_GUIDANCE, DS_F_PROFILE_SKILLS,
	    DS_F_PROFILE_TRANSPORT, DS_F_PROFILE_MINUTES,
	    DS_F_PROFILE_LIKES, DS_F_PROFILE_EXCLUDES, DS_F_PROFILE_AIDS,
	    DS_F_PROFILE_SOURCE, DS_F_PROFILE_FROM, DS_F_PROFILE_UNTIL),
	    err);
}
