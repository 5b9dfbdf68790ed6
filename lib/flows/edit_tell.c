/* SPDX-License-Identifier: EUPL-1.2 */
/* What an edit changed: field by field, before and after. */
#include "flows/edit.h"

#include "flows/change.h"
#include "flows/ending.h"
#include "flows/present.h"
#include "flows/state.h"

/* Another school does not move the case. */
static dossier_status
put_lead(struct ds_edit *edit, dossier_document *doc, struct ds_value *map,
    dossier_error *err)
{
	const struct ds_row *lead;
	struct ds_row *rows, party;
	size_t count;

	if (!edit->subject[DS_EDIT_ENROLMENT].moved)
		return DOSSIER_OK;
	DS_TRY(ds_state_list(&rows, &count, edit->arena, edit->session->book,
	    DS_LEAD, edit->youth.id, err));
	lead = ds_state_on(rows, count, edit->session->today);
	if (lead == NULL)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&party, edit->arena, edit->session->book,
	    DS_PARTY, ds_row_int(lead, DS_F_LEAD_PARTY), err));
	ds_put_text(doc, map, "lead", ds_row_text(&party, DS_F_PARTY_CODE));
	ds_paragraph(doc, ds_tr(doc->language, N_("The lead stays with %s.")),
	    ds_party_label(edit->arena, &party));
	return DOSSIER_OK;
}

/* A dossier that is closed: by which end rule; or that is open again. */
static dossier_status
put_closing(struct ds_edit *edit, dossier_document *doc,
    struct ds_value *map, struct ds_view *view, dossier_error *err)
{
	const struct ds_edit_subject *youth = &edit->subject[DS_EDIT_YOUTH];
	dossier_day before = ds_row_day(&youth->before,
	    DS_F_YOUTH_CLOSED_ON);
	dossier_day after = ds_row_day(&youth->after, DS_F_YOUTH_CLOSED_ON);
	char day[DS_DAY_TEXT];

	if (before.number == after.number)
		return DOSSIER_OK;
	if (ds_day_known(after))
		return ds_endings_close(doc, edit->session, edit->arena,
		    view, map, edit->youth.id, after, err);
	ds_put_day(doc, map, "was_closed_on", before);
	ds_paragraph(doc, ds_tr(doc->language, N_("This dossier was closed "
	    "on %s and is open again; all that was recorded still stands "
	    "in it.")), ds_day_text(before, doc->language, day));
	return DOSSIER_OK;
}

dossier_status
ds_edit_put(struct ds_edit *edit, dossier_document *doc, dossier_error *err)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	const struct ds_edit_subject *s;
	struct ds_changes changes;
	struct ds_view view;

	DS_TRY(ds_session_view(&view, edit->session, edit->arena, 0,
	    DS_FOR_WORK, err));
	DS_TRY(ds_present_data(doc, &view, map, &edit->youth, DS_F_YOUTH_REF,
	    err));
	ds_document_note(doc, ds_row_text(&edit->youth, DS_F_YOUTH_REF));
	ds_changes_begin(&changes, doc, map, &view);
	for (s = edit->subject; s < edit->subject + DS_EDIT_SUBJECTS; s++)
		DS_TRY(ds_changes_put(&changes, &s->before, &s->after, err));
	ds_changes_end(&changes);
	edit->changes = changes.count;
	DS_TRY(put_lead(edit, doc, map, err));
	DS_TRY(put_closing(edit, doc, map, &view, err));
	return ds_document_check(doc, err);
}
