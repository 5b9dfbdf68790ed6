/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A ground on its way in: who gives it must be who may give it on its first
 * day. What is refused here would be withheld later, when nobody is there to
 * mend it.
 */
#include "flows/fit.h"

/* Its first day is what counts: how it ended is for later. */
static struct ds_row
as_begun(const struct ds_row *ground)
{
	struct ds_row begun = *ground;

	ds_row_clear(&begun, DS_F_GROUND_UNTIL);
	ds_row_clear(&begun, DS_F_GROUND_WITHDRAWN);
	return begun;
}

static dossier_status
refuse_giver(struct ds_misfit *out, const struct ds_ground_rule *rule,
    const char *giver, enum ds_coverage_of_ground why,
    const struct ds_fitting *with, dossier_error *err)
{
	const char *reason = ds_arena_printf(with->arena, "%s (%s)",
	    ds_tr(with->language, ds_ground_reason(why)),
	    rule->source != NULL ? rule->source : rule->id);

	return ds_fit_say(out, DS_F_GROUND_GIVEN_BY, reason,
	    giver == NULL ? NULL : ds_code_label(ds_codes_giver, giver,
	    with->language), err);
}

dossier_status
ds_fit_ground(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err)
{
	dossier_day from = ds_row_day(row, DS_F_GROUND_FROM);
	struct ds_row begun = as_begun(row), youth;
	const struct ds_ground_rule *rule;
	enum ds_coverage_of_ground why;
	struct ds_view view;

	DS_TRY(ds_session_view(&view, with->session, with->arena, 0,
	    DS_FOR_WORK, err));
	rule = ds_ground_rule_of(view.allow.policy, row);
	if (rule == NULL || !rule->is_given)
		return DOSSIER_OK;
	if (with->youth != NULL)
		youth = *with->youth;
	else
		DS_TRY(ds_book_read(&youth, with->arena, with->session->book,
		    DS_YOUTH, with->owner, err));
	why = ds_ground_judge(view.allow.policy, &begun, &youth, NULL, false,
	    from);
	/* One that lacks its giver can still be withdrawn. */
	if (why == DS_GROUND_NO_GIVER &&
	    ds_row_has(row, DS_F_GROUND_WITHDRAWN))
		return DOSSIER_OK;
	if (why == DS_GROUND_NO_GIVER || why == DS_GROUND_WRONG_GIVER)
		return refuse_giver(out, rule, ds_ground_giver(rule, &youth,
		    from), why, with, err);
	if (why == DS_GROUND_NO_AGE)
		out->note = ds_tr(with->language, ds_ground_reason(why));
	return DOSSIER_OK;
}
