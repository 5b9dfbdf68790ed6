/* SPDX-License-Identifier: EUPL-1.2 */
/* Is a dossier ready to be handed over, and does school join up with work? */
#include "flows/handover.h"

#include "rules/facts.h"

struct judge {
	struct ds_handover *handover;
	struct ds_library *library;
};

static dossier_day
fact_day(const struct ds_youth_facts *facts, enum ds_fact fact)
{
	const struct ds_fact_value *value = &facts->fact[fact];

	return value->known ? (dossier_day){ (int32_t)value->number } :
	    DOSSIER_NO_DAY;
}

static void
judge_joint(struct ds_ready *ready, const struct ds_youth_facts *facts)
{
	const struct ds_fact_value *same =
	    &facts->fact[DS_FACT_CONTRACT_AT_STAGE];
	struct ds_span school = { DOSSIER_NO_DAY, DOSSIER_NO_DAY }, work;

	ready->left = fact_day(facts, DS_FACT_LEFT_ON);
	ready->left_is_expected = !ds_day_known(ready->left);
	if (ready->left_is_expected)
		ready->left = fact_day(facts, DS_FACT_EXPECTED_EXIT);
	ready->starts = fact_day(facts, DS_FACT_CONTRACT_FROM);
	ready->has_gap = ds_day_known(ready->left) &&
	    ds_day_known(ready->starts);
	school.until = ready->left;
	work = (struct ds_span){ ready->starts, DOSSIER_NO_DAY };
	if (ready->has_gap)
		ready->gap = ds_span_gap(school, work);
	ready->same_place = same->known ? same->number != 0 : -1;
}

/* What is missing belongs to the pack and is kept. */
static dossier_status
judge_list(struct ds_ready *ready, const struct ds_check *check,
    dossier_error *err)
{
	const struct ds_checklist *list = ds_pack_checklist(check->pack,
	    "handover");

	ready->has_list = list != NULL;
	return list == NULL ? DOSSIER_OK : ds_checklist_missing(
	    &ready->missing, &ready->missing_count, check, list, err);
}

/* The case is borrowed: everything that is kept belongs to the pack. */
static dossier_status
judge(const struct ds_case *youth, void *payload, dossier_error *err)
{
	struct judge *judge = payload;
	const struct ds_handover *handover = judge->handover;
	struct ds_ready *ready = &judge->handover->ready;
	const struct ds_fact_value *place =
	    &youth->facts.fact[DS_FACT_MUNICIPALITY];
	struct ds_check check = { .session = handover->session,
	    .arena = handover->arena, .facts = &youth->facts,
	    .youth = &handover->youth, .day = handover->session->today,
	    .recipient = handover->recipient.id };
	const char *why;

	DS_TRY(ds_library_pack(&check.pack, judge->library,
	    place->known ? place->text : NULL, check.day, &why, err));
	ready->rules = check.pack;
	ready->pack = check.pack->id;
	ready->version = check.pack->version;
	ready->school = youth->school;
	judge_joint(ready, &youth->facts);
	return judge_list(ready, &check, err);
}

dossier_status
ds_handover_ready(struct ds_handover *handover, dossier_error *err)
{
	struct judge payload = { handover, NULL };
	dossier_session *session = handover->session;

	DS_TRY(ds_session_library(&payload.library, session, err));
	return ds_cases(session->book, payload.library, handover->youth.id,
	    session->today, judge, &payload, err);
}

/* ---- saying it ---- */

static void
say_gap(dossier_document *doc, const struct ds_ready *ready)
{
	dossier_language lang = doc->language;
	char left[DS_DAY_TEXT], starts[DS_DAY_TEXT];

	ds_day_text(ready->left, lang, left);
	ds_day_text(ready->starts, lang, starts);
	if (!ready->has_gap)
		ds_paragraph(doc, "%s", ds_tr(lang, ds_day_known(ready->left) ?
		    N_("Whether school and place join up cannot be said: "
		    "the first day at the place is not known.") :
		    N_("Whether school and place join up cannot be said: "
		    "the day of deregistration is not known.")));
	else if (ready->gap == 0)
		ds_paragraph(doc, ds_tr(lang, N_("Deregistration on %s, "
		    "first day at the place %s: they join up, 0 days "
		    "between.")), left, starts);
	else if (ready->gap > 0)
		ds_paragraph(doc, ds_trn(lang,
		    N_("A gap: deregistration on %s, first day at the place "
		    "%s, %d day between."),
		    N_("A gap: deregistration on %s, first day at the place "
		    "%s, %d days between."), ready->gap), left, starts,
		    ready->gap);
	else
		ds_paragraph(doc, ds_trn(lang,
		    N_("An overlap: deregistration on %s, first day at the "
		    "place %s, %d day in both. That is no fault."),
		    N_("An overlap: deregistration on %s, first day at the "
		    "place %s, %d days in both. That is no fault."),
		    -ready->gap), left, starts, -ready->gap);
}

static void
say_missing(dossier_document *doc, const struct ds_ready *ready)
{
	dossier_language lang = doc->language;
	struct ds_buf text = DS_BUF_INIT;
	size_t i;

	if (!ready->has_list) {
		ds_paragraph(doc, ds_tr(lang, N_("Pack %s has no checklist "
		    "for a handover.")), ready->pack);
		return;
	}
	if (ready->missing_count == 0) {
		ds_paragraph(doc, ds_tr(lang, N_("Everything on the "
		    "checklist of pack %s is there.")), ready->pack);
		return;
	}
	ds_buf_printf(&text, ds_tr(lang,
	    N_("Still missing by the checklist of pack %s:")), ready->pack);
	for (i = 0; i < ready->missing_count; i++)
		ds_buf_printf(&text, "\n- %s", ready->missing[i].label);
	if (text.failed)
		doc->failed = true;
	else
		ds_paragraph(doc, "%s", text.data);
	ds_buf_free(&text);
}

static const char *
yes_or_no(dossier_language language, int truth)
{
	if (truth < 0)
		return ds_tr(language, N_("not known"));
	return ds_tr(language, truth ? N_("yes") : N_("no"));
}

void
ds_handover_put_ready(const struct ds_handover *handover,
    dossier_document *doc, struct ds_value *map)
{
	const struct ds_ready *ready = &handover->ready;
	dossier_language lang = doc->language;
	struct ds_value *list;
	size_t i;

	ds_put_bool(doc, map, "ready", ds_ready_is(ready));
	list = ds_put_list(doc, map, "missing");
	for (i = 0; i < ready->missing_count; i++)
		ds_put_text(doc, list, NULL, ready->missing[i].id);
	if (ready->has_gap)
		ds_put_int(doc, map, "gap_days", ready->gap);
	else
		ds_put_text(doc, map, "gap_days", NULL);
	if (ready->same_place >= 0)
		ds_put_bool(doc, map, "last_stage_is_first_place",
		    ready->same_place != 0);
	else
		ds_put_text(doc, map, "last_stage_is_first_place", NULL);
	ds_put_text(doc, map, "pack", ready->pack);
	ds_put_text(doc, map, "version", ready->version);
	ds_field_line(doc, ds_tr(lang, N_("Ready")),
	    yes_or_no(lang, ds_ready_is(ready)));
	ds_field_line(doc, ds_tr(lang, N_("Last stage is the first place")),
	    yes_or_no(lang, ready->same_place));
	say_gap(doc, ready);
	say_missing(doc, ready);
}
