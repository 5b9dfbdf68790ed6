/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The learner's own copy (WEC 14e): on wish from an age that a pack states,
 * and their own document once they may consent themselves. Nothing is
 * withheld from it.
 */
#include "flows/handover.h"

#include <stdlib.h>
#include <string.h>

dossier_status
ds_handover_check_role(const dossier_session *session, dossier_error *err)
{
	if (session->role == NULL || session->role->reach == DS_REACH_ALL)
		return DOSSIER_OK;
	ds_advise(err, N_("Ask somebody whose role allows it, or work in "
	    "another role: --as \"NAME@ORGANISATION\""));
	return ds_fail(err, DOSSIER_FORBIDDEN, N_("Your role does not see the "
	    "whole dossier, so it cannot send or copy it."));
}

dossier_status
ds_handover_check_copy(struct ds_handover *handover, dossier_error *err)
{
	const struct ds_stated *rule = ds_pack_stated(handover->ready.rules,
	    "handover_copy_from", handover->session->today);
	dossier_day born = ds_row_day(&handover->youth,
	    DS_F_YOUTH_BIRTH_DATE);
	int from;

	if (rule == NULL)
		return ds_fail(err, DOSSIER_INVALID, N_("Pack %s does not "
		    "say from which age a learner may have a copy."),
		    handover->ready.pack);
	from = (int)strtol(rule->value, NULL, 10);
	if (!ds_day_known(born))
		return ds_fail(err, DOSSIER_INVALID, N_("Without a birth date "
		    "nobody can say whether the learner may have a copy."));
	if (ds_age(born, handover->session->today) >= from)
		return DOSSIER_OK;
	ds_advise(err, N_("Leave out --copy; the document is for the "
	    "parents."));
	return ds_fail(err, DOSSIER_INVALID, N_("A learner may have a copy "
	    "from the age of %d on. (%s)"), from, rule->source != NULL ?
	    rule->source : rule->pack->name);
}

dossier_status
ds_handover_copy(dossier_document **out, struct ds_handover *handover,
    dossier_error *err)
{
	const char *held[DS_SECTION_END];
	dossier_status status;
	struct ds_view view;

	memcpy(held, handover->held, sizeof held);
	memset(handover->held, 0, sizeof handover->held);
	status = ds_session_view(&view, handover->session, handover->arena,
	    0, DS_FOR_WORK, err);
	if (status == DOSSIER_OK)
		status = ds_handover_document(out, handover, &view, err);
	memcpy(handover->held, held, sizeof held);
	return status;
}
