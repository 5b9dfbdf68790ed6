/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/integral.h"

#include <string.h>

#include "flows/checklist.h"
#include "flows/input.h"
#include "flows/state.h"

static const char list_name[] = "integraal";
static const char subject[] = "intake";
static const char outcome[] = "integraal";

const struct ds_domain_set *
ds_integral_set(const struct ds_pack *pack)
{
	const struct ds_checklist *list = ds_pack_checklist(pack, list_name);
	size_t i;

	for (i = 0; list != NULL && i < list->count; i++)
		if (list->items[i].domains != NULL)
			return ds_pack_domain_set(pack,
			    list->items[i].domains);
	return NULL;
}

dossier_status
ds_integral_closed_on(dossier_day *out, dossier_session *session,
    struct ds_arena *arena, int64_t youth, dossier_error *err)
{
	struct ds_row *rows;
	dossier_day on;
	size_t count, i;

	*out = DOSSIER_NO_DAY;
	DS_TRY(ds_state_list(&rows, &count, arena, session->book,
	    DS_DECISION, youth, err));
	for (i = 0; i < count; i++) {
		on = ds_row_day(&rows[i], DS_F_DECISION_ON);
		if (strcmp(ds_row_text(&rows[i], DS_F_DECISION_SUBJECT),
		    subject) == 0 && on.number <= session->today.number &&
		    on.number > out->number)
			*out = on;
	}
	return DOSSIER_OK;
}

static dossier_status
still_open(const struct ds_checked *checked, dossier_error *err)
{
	struct ds_buf names = DS_BUF_INIT;
	size_t i;

	for (i = 0; i < checked->count; i++)
		ds_buf_printf(&names, "%s%s", i > 0 ? ", " : "",
		    checked->missing[i].label);
	if (names.failed) {
		ds_buf_free(&names);
		return ds_no_memory(err);
	}
	ds_advise(err, N_("Record each, or that there was nothing or no "
	    "answer was wanted; then close the intake."));
	ds_fail(err, DOSSIER_CONFLICT, N_("This intake is not integral yet; "
	    "not asked: %s."), names.data);
	ds_buf_free(&names);
	return DOSSIER_CONFLICT;
}

static dossier_status
fill(struct ds_row *row, const dossier_session *session,
    struct ds_arena *arena, int64_t youth, dossier_day on, const char *reason,
    dossier_error *err)
{
	ds_row_start(row, DS_DECISION);
	ds_row_set_int(row, DS_F_DECISION_YOUTH, youth);
	ds_row_set_text(row, DS_F_DECISION_SUBJECT, subject);
	ds_row_set_text(row, DS_F_DECISION_OUTCOME, outcome);
	ds_row_set_text(row, DS_F_DECISION_BY, session->actor_name);
	ds_row_set_text(row, DS_F_DECISION_REASON, reason);
	return ds_row_set_day(row, DS_F_DECISION_ON, on, arena) ?
	    DOSSIER_OK : ds_no_memory(err);
}

dossier_status
ds_integral_close(struct ds_row *out, dossier_session *session,
    struct ds_arena *arena, const struct ds_row *youth, dossier_day on,
    const char *text, dossier_error *err)
{
	struct ds_checked checked;
	const char *reason;

	DS_TRY(ds_checklist_of(&checked, session, arena, youth, on,
	    list_name, err));
	if (checked.list == NULL)
		return ds_fail(err, DOSSIER_USAGE, N_("Pack %s knows no "
		    "integral intake."), checked.pack->id);
	if (checked.count > 0)
		return still_open(&checked, err);
	DS_TRY(ds_input_line(&reason, arena, text, err));
	if (reason == NULL)
		reason = checked.list->items[0].label;
	DS_TRY(fill(out, session, arena, youth->id, on, reason, err));
	return ds_book_add(session->book, out, err);
}
