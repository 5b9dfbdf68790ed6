/* SPDX-License-Identifier: EUPL-1.2 */
/* A checked copy of the store. */
#include "flows/session.h"

/*
 * The day is noted after the copy is there: so the note never speaks of a
 * copy that failed, and the copy is what stood in the store before. Like a
 * look it is written whoever works here: a copy at night needs no actor.
 */
static dossier_status
note(dossier_session *session, const char *path, dossier_error *err)
{
	struct ds_tx_meta meta = session->meta;
	char day[DS_DAY_TEXT];
	dossier_status status;

	meta.object = path;
	DS_TRY(ds_tx_begin(session->store, &meta, err));
	status = ds_setting_put(session->book, "last_backup",
	    ds_day_iso(session->today, day), err);
	if (status == DOSSIER_OK)
		return ds_tx_commit(session->store, err);
	ds_tx_rollback(session->store);
	return status;
}

dossier_status
dossier_backup(dossier_document **out, dossier_session *session,
    const char *path, dossier_error *err)
{
	dossier_document *doc;
	struct ds_value *map;
	dossier_status status;

	*out = NULL;
	DS_TRY(ds_store_backup(session->store, path, err));
	DS_TRY(note(session, path, err));
	DS_TRY(ds_session_document(&doc, session, N_("Backup"), err));
	map = ds_put_map(doc, doc->data, NULL);
	ds_put_text(doc, map, "file", path);
	ds_put_day(doc, map, "on", session->today);
	ds_paragraph(doc, ds_tr(doc->language, N_("A checked copy of the "
	    "whole store is in %s. Keep it where only you can read it.")),
	    path);
	status = ds_document_check(doc, err);
	if (status == DOSSIER_OK)
		*out = doc;
	else
		dossier_document_free(doc);
	return status;
}
