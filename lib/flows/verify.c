/* SPDX-License-Identifier: EUPL-1.2 */
/* Is everything as it was written, and is there a fresh copy of it? */
#include "flows/session.h"

#include <string.h>

#define BACKUP_DAYS 7		/* older asks for attention */

struct verify {
	dossier_session *session;
	dossier_document *doc;
	struct ds_value *map, *faults;
	bool sound;
	size_t count;			/* of faults */
};

static void
report(const char *message, void *payload)
{
	struct verify *verify = payload;

	ds_put_text(verify->doc, verify->faults, NULL, message);
	if (verify->count++ == 0)
		ds_heading(verify->doc, ds_tr(verify->doc->language,
		    N_("What is wrong")));
	ds_paragraph(verify->doc, "%s", message);
}

/*
 * A file so damaged that a check cannot be ended is a finding too, and the
 * other checks go on.
 */
static dossier_status
take(struct verify *verify, dossier_status status, dossier_error *own,
    dossier_error *err)
{
	if (status == DOSSIER_CORRUPT || status == DOSSIER_INTERNAL) {
		report(own->message, verify);
		verify->sound = false;
		status = DOSSIER_OK;
	} else if (status != DOSSIER_OK && err != NULL) {
		*err = *own;
	}
	ds_error_reset(own);
	return status;
}

static dossier_status
check(struct verify *verify, dossier_error *err)
{
	dossier_error own = DOSSIER_ERROR_INIT(verify->doc->language);
	dossier_session *session = verify->session;
	bool sound = true;

	if (err != NULL)
		own.language = err->language;
	DS_TRY(take(verify, ds_store_check(&sound, session->store, report,
	    verify, &own), &own, err));
	DS_TRY(take(verify, ds_chain_check(&sound, session->store, report,
	    verify, &own), &own, err));
	DS_TRY(take(verify, ds_book_check(&sound, session->book, report,
	    verify, &own), &own, err));
	verify->sound = verify->sound && sound;
	return DOSSIER_OK;
}

/* ---- how much there is, and the last copy ---- */

static dossier_status
put_counts(dossier_day *first, struct verify *verify, dossier_error *err)
{
	dossier_document *doc = verify->doc;
	struct ds_stmt *stmt;
	bool row;

	*first = DOSSIER_NO_DAY;
	DS_TRY(ds_sql(&stmt, verify->session->store, DS_SQL_LOG_SUM, err));
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return DOSSIER_OK;
	*first = ds_col_day(stmt, 3);
	ds_put_int(doc, verify->map, "dossiers", ds_col_int(stmt, 0));
	ds_put_int(doc, verify->map, "steps", ds_col_int(stmt, 1));
	ds_put_int(doc, verify->map, "events", ds_col_int(stmt, 2));
	ds_field_line(doc, ds_tr(doc->language, N_("Dossiers")),
	    ds_col_text(stmt, 0));
	ds_field_line(doc, ds_tr(doc->language, N_("Steps in the history")),
	    ds_col_text(stmt, 1));
	ds_field_line(doc, ds_tr(doc->language, N_("Changes of records")),
	    ds_col_text(stmt, 2));
	ds_stmt_reset(stmt);
	return DOSSIER_OK;
}

static void
say_backup(struct verify *verify, dossier_day last, int age, bool old)
{
	dossier_document *doc = verify->doc;
	dossier_language lang = doc->language;
	char day[DS_DAY_TEXT];

	if (!ds_day_known(last))
		ds_paragraph(doc, "%s", ds_tr(lang,
		    N_("No backup was ever made.")));
	else
		ds_paragraph(doc, ds_trn(lang,
		    N_("The last backup was made on %s, %d day ago."),
		    N_("The last backup was made on %s, %d days ago."), age),
		    ds_day_text(last, lang, day), age);
	if (old)
		ds_paragraph(doc, "%s", ds_tr(lang, N_("Make one now with: "
		    "dossier backup FILE")));
}

static dossier_status
put_backup(struct verify *verify, dossier_day first, dossier_error *err)
{
	dossier_session *session = verify->session;
	dossier_day last = DOSSIER_NO_DAY, since;
	const char *text;
	bool old;
	int age;

	DS_TRY(ds_setting_get(&text, &session->arena, session->store,
	    "last_backup", err));
	if (text != NULL)
		last = ds_day_from_iso(text);
	since = ds_day_known(last) ? last : first;
	age = ds_day_known(since) ? session->today.number - since.number : 0;
	old = age > BACKUP_DAYS;
	ds_put_day(verify->doc, verify->map, "last_backup", last);
	if (ds_day_known(last))
		ds_put_int(verify->doc, verify->map, "backup_days", age);
	else
		ds_put_text(verify->doc, verify->map, "backup_days", NULL);
	ds_put_bool(verify->doc, verify->map, "backup_needed", old);
	say_backup(verify, last, age, old);
	verify->doc->attention = old || !verify->sound;
	return DOSSIER_OK;
}

static dossier_status
run(struct verify *verify, dossier_error *err)
{
	dossier_document *doc = verify->doc;
	dossier_day first;

	verify->map = ds_put_map(doc, doc->data, NULL);
	verify->faults = ds_put_list(doc, verify->map, "faults");
	DS_TRY(check(verify, err));
	ds_put_bool(doc, verify->map, "sound", verify->sound);
	if (verify->sound)
		ds_paragraph(doc, "%s", ds_tr(doc->language,
		    N_("Everything is as it was written.")));
	DS_TRY(put_counts(&first, verify, err));
	DS_TRY(put_backup(verify, first, err));
	return ds_document_check(doc, err);
}

dossier_status
dossier_verify(dossier_document **out, dossier_session *session,
    dossier_error *err)
{
	struct verify verify = { .session = session, .sound = true };
	dossier_status status;

	*out = NULL;
	DS_TRY(ds_session_document(&verify.doc, session,
	    N_("Check of the store"), err));
	status = run(&verify, err);
	/* Counting may stumble over the damage that was just found. */
	if (status == DOSSIER_OK || (status == DOSSIER_CORRUPT &&
	    !verify.sound))
		*out = verify.doc;
	else
		dossier_document_free(verify.doc);
	if (status != DOSSIER_OK || verify.sound)
		return status;
	ds_advise(err, N_("Do not work on with this file. Put it aside and "
	    "take the last backup."));
	return ds_fail(err, DOSSIER_CORRUPT, N_("The store %s is not as it "
	    "was written."), ds_store_path(session->store));
}
