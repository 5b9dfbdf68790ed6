/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Grounds: may these sections go to that recipient on this day? The rules,
 * who may give consent for what, come from a pack; the judgement is here,
 * and only model/view asks for it.
 */
#ifndef DS_MODEL_GROUND_H
#define DS_MODEL_GROUND_H

#include "model/book.h"

/* One kind of ground for one purpose. */
struct ds_ground_rule {
	const char *id;
	const char *kind;	/* of ds_codes_ground */
	const char *purpose;	/* of ds_codes_purpose; NULL: any other */
	bool special;		/* carries health, justice and family too */
	bool is_given;		/* somebody gives it; else law does */
	int youth_from;		/* is_given: from this age the youth gives */
	bool needs_capable;	/* … when legally capable */
	const char *before;	/* of ds_codes_giver: who gives it else */
	const char *because, *source;	/* may be NULL */
};

/* What somebody may see here, in the role in which they work. */
enum ds_reach {
	DS_REACH_ALL,
	DS_REACH_ORDINARY,	/* nothing of health, justice and family */
	DS_REACH_GRANTED	/* what grounds give to their organisation */
};

struct ds_role_rule {
	const char *role;	/* of ds_codes_role */
	enum ds_reach reach;
	const char *forbids;	/* "decide place handover", or NULL */
	const char *because, *source;
};

/* Borrowed from a pack; the first rule that fits counts. */
struct ds_policy {
	size_t rule_count, role_count;
	const struct ds_ground_rule *rules;
	const struct ds_role_rule *roles;
};

const struct ds_role_rule *ds_policy_role(const struct ds_policy *policy,
    const char *role);			/* or NULL */

enum ds_coverage_of_ground {
	DS_GROUND_COVERS,
	DS_GROUND_NONE,		/* nothing is recorded for the section */
	DS_GROUND_OTHER_PURPOSE,
	DS_GROUND_NOT_YET,
	DS_GROUND_ENDED,
	DS_GROUND_WITHDRAWN,
	DS_GROUND_NOT_SPECIAL,	/* is there, but does not carry such data */
	DS_GROUND_NO_GIVER,	/* it does not say who gave it */
	DS_GROUND_NO_AGE,	/* who may give it cannot be said */
	DS_GROUND_WRONG_GIVER,	/* another had to give it, on its first day */
	DS_GROUND_RENEW		/* since a birthday another has to give it */
};

/* Why, as an English sentence marked for translation. */
const char *ds_ground_reason(enum ds_coverage_of_ground why);

/*
 * Does one ground carry data of that class on `day`, for `purpose` (NULL:
 * any)? Sections and recipient are not looked at.
 */
enum ds_coverage_of_ground ds_ground_judge(const struct ds_policy *policy,
    const struct ds_row *ground, const struct ds_row *youth,
    const char *purpose, bool special, dossier_day day);

/* The slug of who may give such a ground on `day`; NULL: cannot be said. */
const char *ds_ground_giver(const struct ds_ground_rule *rule,
    const struct ds_row *youth, dossier_day day);
/* The rule for a ground; NULL: the pack knows none. */
const struct ds_ground_rule *ds_ground_rule_of(
    const struct ds_policy *policy, const struct ds_row *ground);
/*
 * The day from which another has to give it, after `day`: a birthday on which
 * it still runs. No day: there is none, or it cannot be said.
 */
dossier_day ds_ground_renewal(const struct ds_policy *policy,
    const struct ds_row *ground, const struct ds_row *youth,
    dossier_day day);

#endif
