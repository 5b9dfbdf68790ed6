/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/ground.h"

#include <string.h>

static bool
same(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

const struct ds_role_rule *
ds_policy_role(const struct ds_policy *policy, const char *role)
{
	size_t i;

	for (i = 0; i < policy->role_count; i++)
		if (same(policy->roles[i].role, role))
			return &policy->roles[i];
	return NULL;
}

const char *
ds_ground_reason(enum ds_coverage_of_ground why)
{
	static const char *const reasons[] = {
		[DS_GROUND_COVERS] = N_("a ground covers it"),
		[DS_GROUND_NONE] = N_("no ground covers this section for "
		    "this recipient"),
		[DS_GROUND_OTHER_PURPOSE] = N_("the ground is for another "
		    "purpose"),
		[DS_GROUND_NOT_YET] = N_("the ground has not begun yet"),
		[DS_GROUND_ENDED] = N_("the ground has ended"),
		[DS_GROUND_WITHDRAWN] = N_("the ground was withdrawn"),
		[DS_GROUND_NOT_SPECIAL] = N_("this ground does not carry "
		    "health, justice or family data"),
		[DS_GROUND_NO_GIVER] = N_("the ground does not say who gave "
		    "it"),
		[DS_GROUND_NO_AGE] = N_("without a birth date nobody can say "
		    "who may give this ground"),
		[DS_GROUND_WRONG_GIVER] = N_("the ground was given by who may "
		    "not give it"),
		[DS_GROUND_RENEW] = N_("the ground must be renewed: since a "
		    "birthday another may give it"),
	};

	return reasons[why];
}

/* A rule for the very purpose goes before one for any. */
static const struct ds_ground_rule *
rule_for(const struct ds_policy *policy, const char *kind,
    const char *purpose)
{
	const struct ds_ground_rule *any = NULL, *rule;
	size_t i;

	for (i = 0; policy != NULL && i < policy->rule_count; i++) {
		rule = &policy->rules[i];
		if (!same(rule->kind, kind))
			continue;
		if (same(rule->purpose, purpose))
			return rule;
		if (rule->purpose == NULL && any == NULL)
			any = rule;
	}
	return any;
}

const struct ds_ground_rule *
ds_ground_rule_of(const struct ds_policy *policy, const struct ds_row *ground)
{
	return rule_for(policy, ds_row_text(ground, DS_F_GROUND_KIND),
	    ds_row_text(ground, DS_F_GROUND_PURPOSE));
}

/* A birthday on 29 February is reached on 1 March, as ds_age has it. */
const char *
ds_ground_giver(const struct ds_ground_rule *rule, const struct ds_row *youth,
    dossier_day day)
{
	dossier_day born = ds_row_day(youth, DS_F_YOUTH_BIRTH_DATE);
	bool capable = !ds_row_has(youth, DS_F_YOUTH_CAPABLE) ||
	    ds_row_int(youth, DS_F_YOUTH_CAPABLE) != 0;

	if (!ds_day_known(born) || born.number > day.number)
		return NULL;
	if (ds_age(born, day) < rule->youth_from)
		return rule->before;
	return capable || !rule->needs_capable ? "jongere" : rule->before;
}

/*
 * Whoever represents a youth may give what parents may give: who that is in
 * a single case is for the people who know it.
 */
static bool
gives(const char *given_by, const char *wanted)
{
	return same(given_by, wanted) || (same(given_by, "vertegenwoordiger")
	    && !same(wanted, "jongere"));
}

static enum ds_coverage_of_ground
judge_giver(const struct ds_ground_rule *rule, const struct ds_row *ground,
    const struct ds_row *youth, dossier_day day)
{
	const char *by = ds_row_text(ground, DS_F_GROUND_GIVEN_BY);
	const char *then, *now;

	if (!rule->is_given)
		return DS_GROUND_COVERS;
	if (by == NULL)
		return DS_GROUND_NO_GIVER;
	then = ds_ground_giver(rule, youth, ds_row_day(ground,
	    DS_F_GROUND_FROM));
	now = ds_ground_giver(rule, youth, day);
	if (then == NULL || now == NULL)
		return DS_GROUND_NO_AGE;
	if (gives(by, now))
		return DS_GROUND_COVERS;
	return gives(by, then) ? DS_GROUND_RENEW : DS_GROUND_WRONG_GIVER;
}

static enum ds_coverage_of_ground
judge_days(const struct ds_row *ground, dossier_day day)
{
	dossier_day withdrawn = ds_row_day(ground, DS_F_GROUND_WITHDRAWN);
	struct ds_span span = ds_row_span(ground);

	if (ds_day_known(withdrawn) && withdrawn.number <= day.number)
		return DS_GROUND_WITHDRAWN;
	if (ds_day_known(span.from) && span.from.number > day.number)
		return DS_GROUND_NOT_YET;
	if (ds_day_known(span.until) && span.until.number < day.number)
		return DS_GROUND_ENDED;
	return DS_GROUND_COVERS;
}

enum ds_coverage_of_ground
ds_ground_judge(const struct ds_policy *policy, const struct ds_row *ground,
    const struct ds_row *youth, const char *purpose, bool special,
    dossier_day day)
{
	const char *own = ds_row_text(ground, DS_F_GROUND_PURPOSE);
	enum ds_coverage_of_ground why = judge_days(ground, day);
	const struct ds_ground_rule *rule;

	if (why != DS_GROUND_COVERS)
		return why;
	if (purpose != NULL && own != NULL && !same(own, purpose))
		return DS_GROUND_OTHER_PURPOSE;
	/* One for any purpose is held to the rule of what it is used for. */
	rule = rule_for(policy, ds_row_text(ground, DS_F_GROUND_KIND),
	    own != NULL ? own : purpose);
	if (rule == NULL)
		return special ? DS_GROUND_NOT_SPECIAL : DS_GROUND_COVERS;
	if (special && !rule->special)
		return DS_GROUND_NOT_SPECIAL;
	return judge_giver(rule, ground, youth, day);
}

dossier_day
ds_ground_renewal(const struct ds_policy *policy, const struct ds_row *ground,
    const struct ds_row *youth, dossier_day day)
{
	const struct ds_ground_rule *rule = ds_ground_rule_of(policy, ground);
	const char *by = ds_row_text(ground, DS_F_GROUND_GIVEN_BY);
	dossier_day born = ds_row_day(youth, DS_F_YOUTH_BIRTH_DATE), on;
	const char *giver;

	if (rule == NULL || !rule->is_given || !ds_day_known(born) ||
	    by == NULL || judge_days(ground, day) != DS_GROUND_COVERS)
		return DOSSIER_NO_DAY;
	on = ds_birthday(born, rule->youth_from);
	if (!ds_day_known(on) || on.number <= day.number)
		return DOSSIER_NO_DAY;
	/* What has ended by then has nothing left to renew. */
	giver = ds_ground_giver(rule, youth, on);
	return giver == NULL || gives(by, giver) ||
	    judge_days(ground, on) != DS_GROUND_COVERS ? DOSSIER_NO_DAY : on;
}
