/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/renew.h"

#include "flows/state.h"

bool
ds_ground_runs(const struct ds_policy *policy, const struct ds_row *ground,
    const struct ds_row *youth, dossier_day today)
{
	switch (ds_ground_judge(policy, ground, youth, NULL, false, today)) {
	case DS_GROUND_COVERS:
	case DS_GROUND_RENEW:
	case DS_GROUND_NOT_YET:
		return true;
	default:
		return false;
	}
}

/* A birthday after its first day counts, whether it has been or not. */
bool
ds_ground_to_renew(struct ds_renewal *out, const struct ds_policy *policy,
    const struct ds_row *ground, const struct ds_row *youth,
    dossier_day today, dossier_day until)
{
	if (!ds_ground_runs(policy, ground, youth, today))
		return false;
	out->on = ds_ground_renewal(policy, ground, youth, ds_row_day(ground,
	    DS_F_GROUND_FROM));
	if (!ds_day_known(out->on) || (ds_day_known(until) &&
	    out->on.number > until.number))
		return false;
	out->ground = *ground;
	out->giver = ds_ground_giver(ds_ground_rule_of(policy, ground),
	    youth, out->on);
	return true;
}

dossier_status
ds_grounds_to_renew(struct ds_renewal **out, size_t *count,
    struct ds_arena *arena, struct ds_book *book,
    const struct ds_policy *policy, const struct ds_row *youth,
    dossier_day today, dossier_day until, dossier_error *err)
{
	struct ds_row *rows;
	size_t all, i;

	*count = 0;
	DS_TRY(ds_state_list(&rows, &all, arena, book, DS_GROUND, youth->id,
	    err));
	*out = ds_arena_alloc(arena, (all + 1) * sizeof **out);
	if (*out == NULL)
		return ds_no_memory(err);
	for (i = 0; i < all; i++)
		if (ds_ground_to_renew(&(*out)[*count], policy, &rows[i],
		    youth, today, until))
			++*count;
	return DOSSIER_OK;
}
