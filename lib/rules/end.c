/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/end.h"

const char *
ds_end_state_name(enum ds_end_state state)
{
	static const char *const names[] = {
		[DS_ENDS_NOT] = "not", [DS_ENDS_UNSURE] = "cannot_say",
		[DS_ENDS_ON] = "day", [DS_ENDS_BY_JUDGEMENT] = "judged"
	};

	return names[state];
}

static void
count_from(struct ds_end_result *out, const struct ds_end *end,
    const struct ds_fact_value *anchor)
{
	if (!anchor->known) {
		out->state = DS_ENDS_UNSURE;
		out->unknown = end->anchor;
		return;
	}
	out->state = DS_ENDS_ON;
	out->on = ds_day_shift((dossier_day){ (int32_t)anchor->number },
	    end->after, 1);
}

static dossier_status
take_term(struct ds_end_result *out, const struct ds_pack *pack,
    const struct ds_end *end, const struct ds_youth_facts *youth,
    dossier_day today, dossier_error *err)
{
	struct ds_term_result result;

	DS_TRY(ds_term_evaluate(&result, pack, ds_pack_term(pack,
	    end->term), youth, today, err));
	out->unknown = result.unknown;
	out->on = result.due;
	if (result.state == DS_TERM_CANNOT_SAY)
		out->state = DS_ENDS_UNSURE;
	else if (result.state != DS_TERM_NOT_APPLICABLE)
		out->state = DS_ENDS_ON;
	return DOSSIER_OK;
}

dossier_status
ds_end_evaluate(struct ds_end_result *out, const struct ds_pack *pack,
    const struct ds_end *end, const struct ds_youth_facts *youth,
    dossier_day today, dossier_error *err)
{
	enum ds_truth truth;

	*out = (struct ds_end_result){ DS_ENDS_NOT, DOSSIER_NO_DAY, -1 };
	DS_TRY(ds_when_judge(&truth, &out->unknown, pack, &end->when,
	    youth->fact, err));
	if (truth != DS_TRUE) {
		out->state = truth == DS_UNKNOWN ? DS_ENDS_UNSURE :
		    DS_ENDS_NOT;
		return DOSSIER_OK;
	}
	switch (end->kind) {
	case DS_END_DAY:
		count_from(out, end, &youth->fact[end->anchor]);
		break;
	case DS_END_TERM:
		return take_term(out, pack, end, youth, today, err);
	case DS_END_JUDGED:
		out->state = DS_ENDS_BY_JUDGEMENT;
		break;
	}
	return DOSSIER_OK;
}
