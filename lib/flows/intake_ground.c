/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A ground on its way in: who gives it must be who may give it on its first
 * day. What is refused here would be withheld later, when nobody is there to
 * mend it.
 */
#include "flows/intake.h"

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
refuse_giver(struct ds_intake *in, struct ds_line *line,
    const struct ds_ground_rule *rule, const char *giver,
    enum ds_coverage_of_ground why, dossier_error *err)
{
	dossier_language lang = in->session->language;
	const char *reason = ds_arena_printf(&in->arena, "%s (%s)",
	    ds_tr(lang, ds_ground_reason(why)), rule->source != NULL ?
	    rule->source : rule->id);

	return reason == NULL ? ds_no_memory(err) : ds_intake_refuse(in,
	    line, ds_intake_column(in, DS_GROUND, DS_F_GROUND_GIVEN_BY),
	    reason, giver == NULL ? NULL :
	    ds_code_label(ds_codes_giver, giver, lang), err);
}

dossier_status
ds_intake_judge_ground(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *row, dossier_error *err)
{
	const struct ds_ground_rule *rule =
	    ds_ground_rule_of(in->session->policy, row);
	dossier_day from = ds_row_day(row, DS_F_GROUND_FROM);
	struct ds_row begun = as_begun(row), youth;
	enum ds_coverage_of_ground why;

	if (rule == NULL || !rule->is_given)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&youth, &in->row_arena, in->session->book,
	    DS_YOUTH, line->youth, err));
	why = ds_ground_judge(in->session->policy, &begun, &youth, NULL,
	    false, from);
	if (why == DS_GROUND_NO_GIVER || why == DS_GROUND_WRONG_GIVER)
		return refuse_giver(in, line, rule, ds_ground_giver(rule,
		    &youth, from), why, err);
	if (why != DS_GROUND_NO_AGE)
		return DOSSIER_OK;
	return ds_intake_note(in, err, "%ld: %s", line->number,
	    ds_tr(in->session->language, ds_ground_reason(why)));
}
