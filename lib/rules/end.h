/* SPDX-License-Identifier: EUPL-1.2 */
/* When support ends: an end rule of a pack, applied to a youth. */
#ifndef DS_RULES_END_H
#define DS_RULES_END_H

#include "rules/decide.h"

enum ds_end_state {
	DS_ENDS_NOT,			/* the rule is not for this youth */
	DS_ENDS_UNSURE,			/* a fact is lacking */
	DS_ENDS_ON,			/* a day */
	DS_ENDS_BY_JUDGEMENT		/* a person judges, by criteria */
};
/* Stable names for data: "not", "cannot_say", "day", "judged". */
const char *ds_end_state_name(enum ds_end_state state);

struct ds_end_result {
	enum ds_end_state state;
	dossier_day on;			/* ON; else no day */
	int unknown;			/* UNSURE: the fact; −1: none alone */
};

/* The end's term is looked up in `pack`, which has it. */
dossier_status ds_end_evaluate(struct ds_end_result *out,
    const struct ds_pack *pack, const struct ds_end *end,
    const struct ds_youth_facts *youth, dossier_day today,
    dossier_error *err);

#endif
