/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Making a store. It is filled beside its place and moved there when it is
 * whole, so that a crash leaves no half store behind. One process at a time
 * does so in a folder: the lock dies with it.
 */
#include "flows/session.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "flows/sample.h"

/* A sample's refs are the same everywhere, so that its examples are too. */
#define SAMPLE_KEY UINT64_C(0x7a3d1f5b9c2e4860)
#define DEFAULT_PACK "nl"
#define SAMPLE_PACK "drechtsteden"
#define WHILE_MADE ".dossier-init"

static dossier_status
exists(const char *path, dossier_error *err)
{
	ds_advise(err, N_("Work on with it, or choose another name with "
	    "--db."));
	return ds_fail(err, DOSSIER_EXISTS,
	    N_("%s is there already; it is not overwritten."), path);
}

static dossier_status
put_settings(dossier_session *session, const char *pack, bool sample,
    dossier_error *err)
{
	char key[24];
	uint64_t number = SAMPLE_KEY;

	if (!sample)
		DS_TRY(ds_random(&number, sizeof number, err));
	session->ref_key = number;
	session->sample = sample;
	snprintf(key, sizeof key, "%016llx", (unsigned long long)number);
	DS_TRY(ds_setting_put(session->book, "ref_key", key, err));
	DS_TRY(ds_setting_put(session->book, "language",
	    session->language == DOSSIER_ENGLISH ? "en" : "nl", err));
	DS_TRY(ds_setting_put(session->book, "home_pack", pack, err));
	return sample ? ds_setting_put(session->book, "sample", "1", err) :
	    DOSSIER_OK;
}

static dossier_status
put_contact(dossier_session *session, const char *name, const char *login,
    dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_CONTACT);
	ds_row_set_text(&row, DS_F_CONTACT_NAME, name);
	ds_row_set_text(&row, DS_F_CONTACT_LOGIN, login);
	DS_TRY(ds_book_add(session->book, &row, err));
	session->actor = row.id;
	return DOSSIER_OK;
}

static dossier_status
fill(dossier_session *session, const dossier_session_options *options,
    const dossier_init_options *init, const char *pack, const char *name,
    dossier_error *err)
{
	struct ds_tx_meta meta = session->meta;
	dossier_status status;

	/* The first contact of a store is the one who makes it. */
	meta.actor = 1;
	meta.name = name;
	meta.object = options->store;
	DS_TRY(ds_tx_begin(session->store, &meta, err));
	status = put_contact(session, name, options->login, err);
	if (status == DOSSIER_OK)
		status = put_settings(session, pack, init->sample, err);
	if (status == DOSSIER_OK)
		status = ds_library_install(session->book, err);
	if (status == DOSSIER_OK && init->sample)
		status = ds_sample_fill(session, err);
	if (status == DOSSIER_OK)
		return ds_tx_commit(session->store, err);
	ds_tx_rollback(session->store);
	return status;
}

static dossier_status
tell(dossier_document **out, const dossier_session *session,
    const char *path, const char *pack, const char *name, dossier_error *err)
{
	dossier_language lang = session->language;
	dossier_document *doc;
	struct ds_value *map;

	DS_TRY(ds_session_document(&doc, session, N_("A new store"), err));
	ds_field_line(doc, ds_tr(lang, N_("Store")), path);
	ds_field_line(doc, ds_tr(lang, N_("Home pack")), pack);
	ds_field_line(doc, ds_tr(lang, N_("Working here")), name);
	ds_paragraph(doc, "%s", session->sample ? ds_tr(lang, N_("Everyone "
	    "in it is made up. Try: dossier report due")) : ds_tr(lang,
	    N_("Feed it your pupil list: dossier intake FILE.csv")));
	map = ds_put_map(doc, doc->data, NULL);
	ds_put_text(doc, map, "store", path);
	ds_put_text(doc, map, "pack", pack);
	ds_put_text(doc, map, "contact", name);
	*out = doc;
	return ds_document_check(doc, err);
}

static dossier_status
make_at(dossier_document **out, const dossier_session_options *options,
    const dossier_init_options *init, const char *temporary,
    dossier_error *err)
{
	const char *pack = init->pack != NULL ? init->pack :
	    init->sample ? SAMPLE_PACK : DEFAULT_PACK;
	const char *name = init->contact != NULL ? init->contact :
	    options->login;
	dossier_session_options inner = *options;
	dossier_session *session;
	struct ds_store *store;
	dossier_status status;

	DS_TRY(ds_store_create(&store, temporary, err));
	ds_store_close(store);
	inner.store = temporary;
	inner.write = true;
	inner.as = NULL;
	DS_TRY(dossier_session_open(&session, &inner, err));
	status = fill(session, options, init, pack, name, err);
	if (status == DOSSIER_OK)
		status = tell(out, session, options->store, pack, name, err);
	dossier_session_close(session);
	return status;
}

/* A link does not replace what is there; a rename would. */
static dossier_status
move_in_place(const char *temporary, const char *path, dossier_error *err)
{
	if (link(temporary, path) == 0)
		return DOSSIER_OK;
	if (errno == EEXIST)
		return exists(path, err);
	return ds_fail(err, DOSSIER_IO, N_("%s cannot be made: %s."), path,
	    strerror(errno));
}

/* While it is made the store has another name, which nobody asked for. */
static void
name_store(dossier_error *err)
{
	char *found;

	while (err != NULL &&
	    (found = strstr(err->message, WHILE_MADE)) != NULL)
		memmove(found, found + strlen(WHILE_MADE),
		    strlen(found + strlen(WHILE_MADE)) + 1);
}

static void
remove_traces(const char *temporary)
{
	char journal[4096 + sizeof "-journal"];

	snprintf(journal, sizeof journal, "%s-journal", temporary);
	unlink(journal);
	unlink(temporary);
}

/* Locks the folder of `path`; a folder that cannot be locked is not. */
static dossier_status
lock_folder(int *out, const char *path, dossier_error *err)
{
	const char *slash = strrchr(path, '/');
	char folder[4096];

	DS_TRY(ds_file_make_folder(path, err));
	snprintf(folder, sizeof folder, "%.*s", slash == NULL ? 1 :
	    (int)(slash - path) + 1, slash == NULL ? "." : path);
	*out = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (*out >= 0)
		flock(*out, LOCK_EX);
	return DOSSIER_OK;
}

static dossier_status
make(dossier_document **out, const dossier_session_options *session,
    const dossier_init_options *options, dossier_error *err)
{
	char temporary[4096];
	dossier_status status;

	if (ds_file_exists(session->store))
		return exists(session->store, err);
	if (snprintf(temporary, sizeof temporary - 16, "%s" WHILE_MADE,
	    session->store) >= (int)sizeof temporary - 16)
		return ds_fail(err, DOSSIER_USAGE,
		    N_("This file name is too long."));
	remove_traces(temporary);
	status = make_at(out, session, options, temporary, err);
	if (status == DOSSIER_OK)
		status = move_in_place(temporary, session->store, err);
	else
		name_store(err);
	remove_traces(temporary);
	return status;
}

dossier_status
dossier_init(dossier_document **out, const dossier_session_options *session,
    const dossier_init_options *options, dossier_error *err)
{
	dossier_status status;
	int lock = -1;

	*out = NULL;
	if (options->contact != NULL &&
	    options->contact[strspn(options->contact, " \t")] == '\0') {
		ds_advise(err, N_("Write it as: --as 'Marijke Visser'"));
		return ds_fail(err, DOSSIER_USAGE,
		    N_("The name after --as is empty."));
	}
	if (options->pack != NULL && !ds_library_has(options->pack)) {
		ds_advise(err, N_("Packs that come with dossier: nl, utrecht, "
		    "drechtsteden and more; see dossier-rules(5)."));
		return ds_fail(err, DOSSIER_NOT_FOUND,
		    N_("There is no pack %s."), options->pack);
	}
	DS_TRY(lock_folder(&lock, session->store, err));
	status = make(out, session, options, err);
	if (lock >= 0)
		close(lock);
	if (status != DOSSIER_OK) {
		dossier_document_free(*out);
		*out = NULL;
	}
	return status;
}
