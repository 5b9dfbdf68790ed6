/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/seen.h"

#include "rules/decide.h"

/*
 * The field that a fact is made of. A fact that is not in the list is told
 * to who sees everything, and to nobody else.
 */
static const struct {
	enum ds_kind kind;
	int field;
} sources[DS_FACT_COUNT] = {
	[DS_FACT_AGE] = { DS_YOUTH, DS_F_YOUTH_BIRTH_DATE },
	[DS_FACT_SCHOOL_KIND] = { DS_ENROLMENT, DS_F_ENROLMENT_KIND },
	[DS_FACT_PROFILE] = { DS_ENROLMENT, DS_F_ENROLMENT_PROFILE },
	[DS_FACT_SCHOOL] = { DS_ENROLMENT, DS_F_ENROLMENT_SCHOOL },
	[DS_FACT_MUNICIPALITY] = { DS_RESIDENCE,
	    DS_F_RESIDENCE_MUNICIPALITY },
	[DS_FACT_DESTINATION] = { DS_ENROLMENT, DS_F_ENROLMENT_DESTINATION },
	[DS_FACT_EXPECTED_EXIT] = { DS_ENROLMENT, DS_F_ENROLMENT_EXIT },
	[DS_FACT_LEFT_ON] = { DS_ENROLMENT, DS_F_ENROLMENT_UNTIL },
	[DS_FACT_LAST_YEAR_START] = { DS_ENROLMENT, DS_F_ENROLMENT_EXIT },
	[DS_FACT_APPLIED_ON] = { DS_MOMENT, DS_F_MOMENT_ON },
	[DS_FACT_WAGE_VALUE] = { DS_WAGE_VALUE, DS_F_WAGE_VALUE },
	[DS_FACT_JOB_READY] = { DS_YOUTH, DS_F_YOUTH_JOB_READY },
	[DS_FACT_LEAD_KIND] = { DS_LEAD, DS_F_LEAD_PARTY },
	[DS_FACT_LEAD_SINCE] = { DS_LEAD, DS_F_LEAD_FROM },
	[DS_FACT_CONTRACT_FROM] = { DS_PLACEMENT, DS_F_PLACEMENT_FROM },
	[DS_FACT_CONTRACT_AT_STAGE] = { DS_PLACEMENT,
	    DS_F_PLACEMENT_PLACE },
	[DS_FACT_SINCE_EXIT] = { DS_ENROLMENT, DS_F_ENROLMENT_UNTIL },
	[DS_FACT_SINCE_CONTRACT] = { DS_PLACEMENT, DS_F_PLACEMENT_FROM },
	[DS_FACT_SINCE_APPLICATION] = { DS_MOMENT, DS_F_MOMENT_ON },
	[DS_FACT_ACUTE_DOMAINS] = { DS_LIFE_DOMAIN, DS_F_DOMAIN_SCORE },
	[DS_FACT_CAPABLE] = { DS_YOUTH, DS_F_YOUTH_CAPABLE },
	[DS_FACT_CLUSTER] = { DS_ENROLMENT, DS_F_ENROLMENT_CLUSTER },
	[DS_FACT_LEVEL] = { DS_OPP, DS_F_OPP_LEVEL },
	[DS_FACT_LEVEL_NUMBER] = { DS_OPP, DS_F_OPP_LEVEL },
	[DS_FACT_GUIDANCE] = { DS_WORK_PROFILE, DS_F_PROFILE_GUIDANCE },
	[DS_FACT_START_QUALIFICATION] = { DS_QUALIFICATION,
	    DS_F_QUALIFICATION_START },
	[DS_FACT_SCHEME] = { DS_SCHEME, DS_F_SCHEME_SCHEME },
	[DS_FACT_DOMAIN_LOWEST] = { DS_LIFE_DOMAIN, DS_F_DOMAIN_SCORE },
	[DS_FACT_DOMAINS_ACUTE] = { DS_LIFE_DOMAIN, DS_F_DOMAIN_SCORE },
	[DS_FACT_QUALIFICATIONS] = { DS_QUALIFICATION,
	    DS_F_QUALIFICATION_KIND },
	[DS_FACT_AROUND] = { DS_PERSON, DS_F_PERSON_ROLE },
	[DS_FACT_ASSESSMENTS] = { DS_ASSESSMENT, DS_F_ASSESSMENT_INSTRUMENT },
	[DS_FACT_CONTRACT_LENGTH] = { DS_PLACEMENT, DS_F_PLACEMENT_UNTIL },
	[DS_FACT_MOTIVATED] = { DS_TRACK, DS_F_TRACK_MOTIVATED },
	[DS_FACT_TRACK] = { DS_TRACK, DS_F_TRACK_NAME },
	[DS_FACT_TRACK_GOAL] = { DS_TRACK, DS_F_TRACK_GOAL },
	[DS_FACT_TRACK_RESULT] = { DS_TRACK, DS_F_TRACK_RESULT },
	[DS_FACT_TRACK_UNTIL] = { DS_TRACK, DS_F_TRACK_UNTIL },
	[DS_FACT_ENROLLED] = { DS_ENROLMENT, DS_F_ENROLMENT_UNTIL },
	[DS_FACT_SINCE_PAPER] = { DS_QUALIFICATION, DS_F_QUALIFICATION_ON },
	[DS_FACT_LEARNABLE] = { DS_ASSESSMENT, DS_F_ASSESSMENT_VALUE },
	[DS_FACT_SCHOOLABLE] = { DS_ASSESSMENT, DS_F_ASSESSMENT_VALUE },
	[DS_FACT_HOURS_DAY] = { DS_WORK_PROFILE, DS_F_PROFILE_HOURS_DAY },
	[DS_FACT_TRACK_FROM] = { DS_TRACK, DS_F_TRACK_FROM },
	[DS_FACT_REFERRED_BY] = { DS_MOMENT, DS_F_MOMENT_WITH },
	[DS_FACT_STAGE_FROM] = { DS_PLACEMENT, DS_F_PLACEMENT_FROM },
	[DS_FACT_EXIT_TO_CONTRACT] = { DS_PLACEMENT, DS_F_PLACEMENT_FROM },
#define X(name, ...) \
	[DS_FACT_##name] = { DS_REGISTER, DS_F_REGISTER_REGISTER },
	DS_REGISTER_FACTS(X)
#undef X
};

static bool
sees_all(const struct ds_view *view)
{
	return view->recipient == 0 && view->allow.reach == DS_REACH_ALL;
}

dossier_status
ds_seen_field(const char **why, struct ds_view *view, int64_t youth,
    enum ds_kind kind, int field, dossier_error *err)
{
	struct ds_row row;

	*why = NULL;
	if (sees_all(view))
		return DOSSIER_OK;
	ds_row_start(&row, kind);
	if (kind == DS_YOUTH)
		row.id = youth;
	else
		ds_row_set_int(&row, ds_field_named(ds_record(kind), "youth"),
		    youth);
	return ds_view_judge(why, view, &row, field, err);
}

dossier_status
ds_seen_fact(const char **why, struct ds_view *view, int64_t youth,
    enum ds_fact fact, dossier_error *err)
{
	*why = NULL;
	if (sees_all(view))
		return DOSSIER_OK;
	if (sources[fact].kind != 0)
		return ds_seen_field(why, view, youth, sources[fact].kind,
		    sources[fact].field, err);
	*why = N_("your role does not see this");
	return DOSSIER_OK;
}

dossier_status
ds_seen_facts(const char **why, struct ds_view *view, int64_t youth,
    const enum ds_fact *facts, size_t count, dossier_error *err)
{
	size_t i;

	*why = NULL;
	if (sees_all(view))
		return DOSSIER_OK;
	for (i = 0; i < count && *why == NULL; i++)
		DS_TRY(ds_seen_fact(why, view, youth, facts[i], err));
	return DOSSIER_OK;
}

dossier_status
ds_seen_term(const char **why, struct ds_view *view, int64_t youth,
    const struct ds_pack *pack, const struct ds_term *term,
    dossier_error *err)
{
	enum ds_fact asked[DS_FACT_COUNT];

	return ds_seen_facts(why, view, youth, asked, ds_term_facts(asked,
	    pack, term), err);
}

dossier_status
ds_seen_end(const char **why, struct ds_view *view, int64_t youth,
    const struct ds_pack *pack, const struct ds_end *end, dossier_error *err)
{
	const struct ds_table when = { .inputs = end->when.inputs,
	    .input_count = end->when.input_count };
	enum ds_fact asked[DS_FACT_COUNT];

	DS_TRY(ds_seen_facts(why, view, youth, asked, ds_table_facts(asked,
	    pack, &when), err));
	if (*why == NULL && end->kind == DS_END_DAY)
		return ds_seen_fact(why, view, youth,
		    (enum ds_fact)end->anchor, err);
	if (*why == NULL && end->kind == DS_END_TERM)
		return ds_seen_term(why, view, youth, pack,
		    ds_pack_term(pack, end->term), err);
	return DOSSIER_OK;
}

dossier_status
ds_seen_at_all(bool *out, struct ds_view *view, int64_t youth,
    dossier_error *err)
{
	const char *why;

	DS_TRY(ds_seen_field(&why, view, youth, DS_YOUTH, DS_F_YOUTH_REF,
	    err));
	*out = why == NULL;
	return DOSSIER_OK;
}

dossier_status
ds_seen_name(const char **out, struct ds_view *view,
    const struct ds_case *youth, dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_YOUTH);
	row.id = youth->facts.youth;
	ds_row_set_text(&row, DS_F_YOUTH_GIVEN_NAME, youth->given_name);
	ds_row_set_text(&row, DS_F_YOUTH_PREFIX, youth->prefix);
	ds_row_set_text(&row, DS_F_YOUTH_FAMILY_NAME, youth->family_name);
	return ds_view_name(out, view, &row, err);
}
