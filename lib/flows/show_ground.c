/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * On which ground what goes to whom, and how each stands on the day: a
 * birthday after which another has to give it is told in good time.
 */
#include "flows/show.h"

#define NOTICE "toestemming-vernieuwen"	/* a period, in the pack */

/* "What of health, …" where a ground carries ordinary data only. */
static const char *
state_of(struct ds_show *show, const struct ds_row *ground)
{
	const struct ds_policy *policy = show->session->policy;
	dossier_language lang = show->doc->language;
	enum ds_coverage_of_ground plain, special;

	plain = ds_ground_judge(policy, ground, &show->youth, NULL, false,
	    show->day);
	special = ds_ground_judge(policy, ground, &show->youth, NULL, true,
	    show->day);
	if (plain != DS_GROUND_COVERS || special == DS_GROUND_COVERS)
		return ds_tr(lang, ds_ground_reason(plain));
	return ds_show_kept(show, ds_arena_printf(show->arena, ds_tr(lang,
	    N_("a ground covers ordinary data only: %s")), ds_tr(lang,
	    ds_ground_reason(special))));
}

/* Is the birthday near enough to act upon? */
static dossier_status
is_near(bool *out, const struct ds_show *show, dossier_day on,
    dossier_error *err)
{
	const struct ds_stated *notice = ds_pack_stated(show->pack, NOTICE,
	    show->day);
	struct ds_period period;

	*out = false;
	if (notice == NULL || !ds_day_known(on))
		return DOSSIER_OK;
	DS_TRY(ds_period_parse(&period, notice->value, err));
	*out = ds_day_shift(show->day, period, 1).number >= on.number;
	return DOSSIER_OK;
}

static dossier_status
put_state(const char **text, struct ds_value *item, const struct ds_row *row,
    void *payload, dossier_error *err)
{
	struct ds_show *show = payload;
	dossier_day renew = ds_ground_renewal(show->session->policy, row,
	    &show->youth, show->day);
	dossier_language lang = show->doc->language;
	char day[DS_DAY_TEXT];
	bool near;

	DS_TRY(is_near(&near, show, renew, err));
	ds_put_bool(show->doc, item, "covers", ds_ground_judge(
	    show->session->policy, row, &show->youth, NULL, false,
	    show->day) == DS_GROUND_COVERS);
	*text = state_of(show, row);
	ds_put_text(show->doc, item, "state", *text);
	ds_put_day(show->doc, item, "renew_from", renew);
	ds_put_bool(show->doc, item, "renew_soon", near);
	if (ds_day_known(renew))
		*text = ds_show_kept(show, ds_arena_printf(show->arena,
		    near ? ds_tr(lang, N_("%s; SOON: from a birthday on %s "
		    "another has to give it")) : ds_tr(lang, N_("%s; from a "
		    "birthday on %s another has to give it")), *text,
		    ds_day_text(renew, lang, day)));
	return DOSSIER_OK;
}

dossier_status
ds_show_grounds(struct ds_show *show, dossier_error *err)
{
	/* How it stands tells of the birth date: not to who may not see it. */
	bool told = ds_row_has(&show->youth, DS_F_YOUTH_BIRTH_DATE) ==
	    ds_row_has(show->known, DS_F_YOUTH_BIRTH_DATE);
	const struct ds_listing listing = { "grounds", NULL,
	    DS_FIELDS(DS_F_GROUND_SECTIONS, DS_F_GROUND_RECIPIENT,
	    DS_F_GROUND_KIND, DS_F_GROUND_PURPOSE, DS_F_GROUND_GIVEN_BY,
	    DS_F_GROUND_GIVER, DS_F_GROUND_EVIDENCE, DS_F_GROUND_FROM,
	    DS_F_GROUND_UNTIL, DS_F_GROUND_WITHDRAWN, DS_F_GROUND_WHY),
	    told ? N_("How it stands") : NULL, told ? put_state : NULL,
	    show };
	struct ds_rows rows;

	DS_TRY(ds_show_read(&rows, show, DS_GROUND, NULL, err));
	return ds_show_list(show, DS_GROUND, &listing, &rows, err);
}
