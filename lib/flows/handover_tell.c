/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What who hands over must know: is the document final, is it early, what is
 * withheld from it and why, and what to do about that. None of it leaves.
 */
#include "flows/handover.h"

#include <string.h>

#include "flows/renew.h"
#include "flows/say.h"
#include "flows/state.h"

/* ---- final or provisional ---- */

dossier_status
ds_handover_opp(struct ds_handover *handover, dossier_error *err)
{
	struct ds_row *rows;
	size_t count, i;

	DS_TRY(ds_state_list(&rows, &count, handover->arena,
	    handover->session->book, DS_OPP, handover->youth.id, err));
	handover->opp = NULL;
	for (i = 0; i < count; i++)
		if (handover->opp == NULL ||
		    ds_row_day(&rows[i], DS_F_OPP_ON).number >=
		    ds_row_day(handover->opp, DS_F_OPP_ON).number)
			handover->opp = &rows[i];
	return DOSSIER_OK;
}

static bool
opp_is_final(const struct ds_handover *handover)
{
	const char *version = handover->opp == NULL ? NULL :
	    ds_row_text(handover->opp, DS_F_OPP_VERSION);

	return version != NULL && strcmp(version, "definitief") == 0;
}

bool
ds_handover_is_final(const struct ds_handover *handover)
{
	return ds_ready_is(&handover->ready) && opp_is_final(handover);
}

static void
tell_status(struct ds_handover *handover)
{
	bool final = ds_handover_is_final(handover);
	dossier_document *doc = handover->doc;
	struct ds_value *list;
	size_t i;

	ds_put_text(doc, handover->map, "document_status", final ? "final" :
	    "provisional");
	list = ds_put_list(doc, handover->map, "not_final_because");
	for (i = 0; i < handover->ready.missing_count; i++)
		ds_put_text(doc, list, NULL, handover->ready.missing[i].id);
	if (!opp_is_final(handover))
		ds_put_text(doc, list, NULL, "opp");
	ds_paragraph(doc, "%s", ds_tr(doc->language, final ?
	    N_("The document is final.") : opp_is_final(handover) ?
	    N_("The document is provisional: something is missing still.") :
	    handover->opp == NULL ?
	    N_("The document is provisional: no development perspective "
	    "(OPP) is recorded.") :
	    N_("The document is provisional: the latest development "
	    "perspective (OPP) is not final.")));
}

/* ---- too early ---- */

/* The pack's first day for an exchange; said, and never a bar. */
static dossier_status
tell_early(struct ds_handover *handover, dossier_error *err)
{
	const struct ds_stated *rule = ds_pack_stated(handover->ready.rules,
	    "handover_not_before", handover->session->today);
	dossier_document *doc = handover->doc;
	struct ds_period period;
	char day[DS_DAY_TEXT];
	dossier_day first;

	if (rule == NULL || !ds_day_known(handover->ready.left))
		return DOSSIER_OK;
	DS_TRY(ds_period_parse(&period, rule->value, err));
	first = ds_day_shift(handover->ready.left, period, -1);
	if (handover->session->today.number >= first.number)
		return DOSSIER_OK;
	ds_put_day(doc, handover->map, "early_until", first);
	ds_paragraph(doc, ds_tr(doc->language, N_("This is early: the region "
	    "hands over from %s on. What is known so soon may be used to "
	    "choose whom to take. (%s)")), ds_day_text(first, doc->language,
	    day), rule->source != NULL ? rule->source : rule->pack->name);
	return DOSSIER_OK;
}

/* ---- what is withheld ---- */

/* What is in none of the dossier's own sections is nobody's to ask for. */
#define FIRST_SECTION (DS_SECTION_COMMON + 1)

int
ds_handover_held_count(const struct ds_handover *handover)
{
	int section, count = 0;

	for (section = FIRST_SECTION; section < DS_SECTION_END; section++)
		count += handover->held[section] != NULL;
	return count;
}

/* The sections as words for --sections, and each with why for people. */
static const char *
put_held(struct ds_handover *handover)
{
	struct ds_value *list = ds_put_list(handover->doc, handover->map,
	    "withheld"), *item;
	dossier_language lang = handover->doc->language;
	const char *things[DS_SECTION_END], *why, *words = "";
	enum ds_section section;
	size_t count = 0;

	for (section = FIRST_SECTION; section < DS_SECTION_END;
	    section++) {
		if (handover->held[section] == NULL)
			continue;
		why = ds_tr(lang, handover->held[section]);
		item = ds_put_map(handover->doc, list, NULL);
		ds_put_text(handover->doc, item, "section",
		    ds_section_slug(section));
		ds_put_text(handover->doc, item, "reason", why);
		things[count++] = ds_say(handover->doc, handover->arena,
		    "%s: %s", ds_tr(lang, ds_section_label(section)), why);
		words = ds_say_more(handover->doc, handover->arena, words,
		    ", ", ds_section_slug(section));
	}
	if (count > 0)
		ds_present_things(handover->doc, ds_tr(lang, N_("Withheld "
		    "from the document, of these parts at least something:")),
		    things, count);
	return words;
}

static const struct ds_ground_rule *
consent_rule(const struct ds_policy *policy)
{
	struct ds_row row;

	ds_row_start(&row, DS_GROUND);
	ds_row_set_text(&row, DS_F_GROUND_KIND, "toestemming");
	ds_row_set_text(&row, DS_F_GROUND_PURPOSE, "overgangsdocument");
	return ds_ground_rule_of(policy, &row);
}

static void
tell_consent(struct ds_handover *handover, const struct ds_policy *policy,
    const char *words)
{
	const struct ds_ground_rule *rule = consent_rule(policy);
	dossier_document *doc = handover->doc;
	const char *giver = rule == NULL ? NULL : ds_ground_giver(rule,
	    &handover->youth, handover->session->today);

	if (giver != NULL && rule->because != NULL)
		ds_paragraph(doc, ds_tr(doc->language, N_("Consent is given "
		    "by: %s. %s (%s)")), ds_code_label(ds_codes_giver, giver,
		    doc->language), rule->because, rule->source != NULL ?
		    rule->source : rule->id);
	ds_paragraph(doc, ds_tr(doc->language, N_("With consent they go "
	    "along: dossier follow %s consent --to %s --sections \"%s\" "
	    "--given-by %s --name NAME --purpose overgangsdocument "
	    "--evidence TEXT")), ds_row_text(&handover->youth,
	    DS_F_YOUTH_REF), ds_row_text(&handover->recipient,
	    DS_F_PARTY_CODE), words, giver != NULL ? giver : "ouders");
}

/* Without a recorded ground the ordinary parts need a stated one. */
static dossier_status
tell_ordinary(struct ds_handover *handover, struct ds_view *view,
    dossier_error *err)
{
	const char *why;

	DS_TRY(ds_view_judge_section(&why, view, handover->youth.id,
	    DS_SECTION_IDENTITY, false, err));
	if (why != NULL && handover->ground == NULL)
		ds_paragraph(handover->doc, "%s", ds_tr(
		    handover->doc->language, N_("Who it is about is not "
		    "covered by a recorded ground: state one when you send, "
		    "with --ground, or record it.")));
	return DOSSIER_OK;
}

/* ---- what must be given again ---- */

static dossier_status
tell_renewals(struct ds_handover *handover, const struct ds_policy *policy,
    dossier_error *err)
{
	dossier_document *doc = handover->doc;
	struct ds_value *list = ds_put_list(doc, handover->map, "renew"),
	    *item;
	struct ds_renewal *renewals;
	char day[DS_DAY_TEXT];
	size_t count, i;

	DS_TRY(ds_grounds_to_renew(&renewals, &count, handover->arena,
	    handover->session->book, policy, &handover->youth,
	    handover->session->today, DOSSIER_NO_DAY, err));
	for (i = 0; i < count; i++) {
		if (ds_row_int(&renewals[i].ground, DS_F_GROUND_RECIPIENT) !=
		    handover->recipient.id)
			continue;
		item = ds_put_map(doc, list, NULL);
		ds_put_day(doc, item, "on", renewals[i].on);
		ds_put_text(doc, item, "giver", renewals[i].giver);
		ds_paragraph(doc, ds_tr(doc->language, N_("From %s on, a "
		    "birthday, it counts only when it has been given again "
		    "by: %s.")), ds_day_text(renewals[i].on, doc->language,
		    day), ds_code_label(ds_codes_giver, renewals[i].giver,
		    doc->language));
	}
	return DOSSIER_OK;
}

dossier_status
ds_handover_tell(struct ds_handover *handover, dossier_error *err)
{
	struct ds_view view;
	const char *words;

	DS_TRY(ds_session_view(&view, handover->session, handover->arena,
	    handover->recipient.id, DS_FOR_HANDOVER, err));
	tell_status(handover);
	DS_TRY(tell_early(handover, err));
	DS_TRY(tell_ordinary(handover, &view, err));
	words = put_held(handover);
	if (*words != '\0')
		tell_consent(handover, view.allow.policy, words);
	return tell_renewals(handover, view.allow.policy, err);
}
