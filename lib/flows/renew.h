/* SPDX-License-Identifier: EUPL-1.2 */
/* Grounds that another has to give, from a birthday on. */
#ifndef DS_FLOWS_RENEW_H
#define DS_FLOWS_RENEW_H

#include "model/ground.h"

struct ds_renewal {
	struct ds_row ground;
	dossier_day on;			/* the birthday, past or to come */
	const char *giver;		/* of ds_codes_giver: who from then on */
};

/*
 * Does it carry anything on `today` or later? One that has not begun counts:
 * what must be given again soon after it begins is asked for in time.
 */
bool ds_ground_runs(const struct ds_policy *policy,
    const struct ds_row *ground, const struct ds_row *youth,
    dossier_day today);
/*
 * Must a ground that runs be given again on a birthday up to and including
 * `until` (no day: whenever)? Fills *out only then.
 */
bool ds_ground_to_renew(struct ds_renewal *out,
    const struct ds_policy *policy, const struct ds_row *ground,
    const struct ds_row *youth, dossier_day today, dossier_day until);
/* All such grounds of one youth, in the order of id; in `arena`. */
dossier_status ds_grounds_to_renew(struct ds_renewal **out, size_t *count,
    struct ds_arena *arena, struct ds_book *book,
    const struct ds_policy *policy, const struct ds_row *youth,
    dossier_day today, dossier_day until, dossier_error *err);

#endif
