/* SPDX-License-Identifier: EUPL-1.2 */
/* A ground on which parts of a dossier may leave, as it is given. */
#include "flows/follow.h"

#include "flows/input.h"

static dossier_language
language_of(const dossier_error *err)
{
	return err != NULL ? err->language : DOSSIER_ENGLISH;
}

static const char *
giver_label(const char *slug, dossier_language language)
{
	return ds_code_label(ds_codes_giver, slug, language);
}

/* ---- who may give it ---- */

/* The pack's own sentence, and where it stands. */
static void
advise_rule(const struct ds_ground_rule *rule, dossier_error *err)
{
	static const char words[] = "%s (%s)";

	if (rule->because != NULL)
		ds_advise(err, words, rule->because,
		    rule->source != NULL ? rule->source : rule->id);
}

static dossier_status
no_giver(const struct ds_ground_rule *rule, const char *may,
    dossier_error *err)
{
	advise_rule(rule, err);
	if (may == NULL)
		return ds_fail(err, DOSSIER_USAGE, N_("Say who gave it, with "
		    "--given-by."));
	return ds_fail(err, DOSSIER_USAGE, N_("Say who gave it, with "
	    "--given-by; here that is: %s."), giver_label(may,
	    language_of(err)));
}

static dossier_status
no_age(struct ds_follow *follow, dossier_error *err)
{
	ds_advise(err, N_("Record it first, with: dossier edit %s --set "
	    "birth_date=DAY"), ds_row_text(&follow->youth, DS_F_YOUTH_REF));
	return ds_fail(err, DOSSIER_INVALID, N_("Without a birth date nobody "
	    "can say who may give this ground."));
}

static dossier_status
wrong_giver(struct ds_follow *follow, const struct ds_ground_rule *rule,
    const char *may, dossier_error *err)
{
	const char *by = ds_row_text(&follow->row, DS_F_GROUND_GIVEN_BY);
	dossier_language language = language_of(err);
	char day[DS_DAY_TEXT];

	advise_rule(rule, err);
	return ds_fail(err, DOSSIER_INVALID, N_("This ground cannot be given "
	    "by %s on %s, but by: %s."), giver_label(by, language),
	    ds_day_text(ds_row_day(&follow->row, DS_F_GROUND_FROM), language,
	    day), giver_label(may, language));
}

/* Judged on its first day: what a birthday changed after it is said. */
static dossier_status
check_giver(struct ds_follow *follow, dossier_error *err)
{
	const struct ds_row *row = &follow->row;
	const struct ds_ground_rule *rule = ds_ground_rule_of(follow->policy,
	    row);
	dossier_day from = ds_row_day(row, DS_F_GROUND_FROM);
	const char *may;

	if (rule == NULL || !rule->is_given)
		return DOSSIER_OK;
	may = ds_ground_giver(rule, &follow->youth, from);
	switch (ds_ground_judge(follow->policy, row, &follow->youth, NULL,
	    rule->special, from)) {
	case DS_GROUND_NO_GIVER:
		return no_giver(rule, may, err);
	case DS_GROUND_NO_AGE:
		return no_age(follow, err);
	case DS_GROUND_WRONG_GIVER:
		return wrong_giver(follow, rule, may, err);
	default:
		return DOSSIER_OK;
	}
}

/* ---- giving it ---- */

static dossier_status
set_words(struct ds_follow *follow, dossier_error *err)
{
	const dossier_follow_options *o = follow->options;

	DS_TRY(ds_follow_set_text(follow, DS_F_GROUND_KIND, o->kind != NULL ?
	    o->kind : "toestemming", err));
	DS_TRY(ds_follow_set_text(follow, DS_F_GROUND_PURPOSE, o->purpose,
	    err));
	DS_TRY(ds_follow_set_text(follow, DS_F_GROUND_GIVEN_BY, o->given_by,
	    err));
	DS_TRY(ds_follow_set_text(follow, DS_F_GROUND_GIVER, o->name, err));
	return ds_follow_set_text(follow, DS_F_GROUND_EVIDENCE, o->evidence,
	    err);
}

dossier_status
ds_follow_recipient(struct ds_row *party, struct ds_follow *follow,
    dossier_error *err)
{
	struct ds_view view;
	const char *text;

	DS_TRY(ds_input_line(&text, follow->arena, follow->options->to, err));
	if (text == NULL)
		return ds_fail(err, DOSSIER_USAGE, N_("%s is missing."),
		    "--to");
	DS_TRY(ds_party_find(party, follow->arena, follow->session, text,
	    err));
	DS_TRY(ds_session_view(&view, follow->session, follow->arena, 0,
	    DS_FOR_WORK, err));
	follow->policy = view.allow.policy;
	return DOSSIER_OK;
}

dossier_status
ds_follow_consent(struct ds_follow *follow, dossier_error *err)
{
	struct ds_row party, *row = &follow->row;

	DS_TRY(ds_follow_recipient(&party, follow, err));
	ds_row_start(row, DS_GROUND);
	ds_row_set_int(row, DS_F_GROUND_YOUTH, follow->youth.id);
	ds_row_set_int(row, DS_F_GROUND_RECIPIENT, party.id);
	DS_TRY(ds_follow_need(follow, DS_F_GROUND_SECTIONS,
	    follow->options->sections, "--sections", err));
	DS_TRY(set_words(follow, err));
	DS_TRY(ds_follow_set_day(follow, DS_F_GROUND_FROM, follow->on, err));
	DS_TRY(ds_follow_set_span(follow, DS_F_GROUND_FROM,
	    DS_F_GROUND_UNTIL, err));
	DS_TRY(check_giver(follow, err));
	return ds_book_add(follow->session->book, row, err);
}

/* ---- what people must know of it ---- */

dossier_status
ds_follow_say_consent(struct ds_follow *follow, dossier_document *doc,
    struct ds_view *view, struct ds_value *map, dossier_error *err)
{
	const struct ds_row *row = &follow->row;
	const struct ds_ground_rule *rule = ds_ground_rule_of(follow->policy,
	    row);
	dossier_day today = follow->session->today, renew;
	enum ds_coverage_of_ground why = ds_ground_judge(follow->policy, row,
	    &follow->youth, NULL, false, today);
	dossier_language lang = doc->language;
	bool special = rule != NULL && rule->special;
	char day[DS_DAY_TEXT];

	(void)view;
	(void)err;
	renew = ds_ground_renewal(follow->policy, row, &follow->youth, today);
	ds_put_bool(doc, map, "covers_today", why == DS_GROUND_COVERS);
	ds_put_bool(doc, map, "special", special);
	ds_put_day(doc, map, "renew_from", renew);
	if (why != DS_GROUND_COVERS)
		ds_paragraph(doc, ds_tr(lang, N_("Today it covers nothing: "
		    "%s.")), ds_tr(lang, ds_ground_reason(why)));
	if (!special)
		ds_paragraph(doc, "%s", ds_tr(lang, N_("On this ground no "
		    "health, justice or family data leave.")));
	if (ds_day_known(renew))
		ds_paragraph(doc, ds_tr(lang, N_("From %s on, a birthday, it "
		    "counts only when it has been given again by: %s.")),
		    ds_day_text(renew, lang, day), giver_label(
		    ds_ground_giver(rule, &follow->youth, renew), lang));
	return DOSSIER_OK;
}
