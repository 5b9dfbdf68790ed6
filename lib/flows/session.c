/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/session.h"

#include <stdlib.h>
#include <string.h>

dossier_status
ds_setting_get(const char **out, struct ds_arena *arena,
    struct ds_store *store, const char *key, dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	*out = NULL;
	DS_TRY(ds_sql(&stmt, store, DS_SQL_SETTING_BY_KEY, err));
	ds_bind_text(stmt, ":key", key);
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return DOSSIER_OK;
	*out = ds_arena_dup(arena, ds_col_text(stmt, 1));
	ds_stmt_reset(stmt);
	return *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

static dossier_status
setting_id(int64_t *out, struct ds_store *store, const char *key,
    dossier_error *err)
{
	struct ds_stmt *stmt;

	DS_TRY(ds_sql(&stmt, store, DS_SQL_SETTING_BY_KEY, err));
	ds_bind_text(stmt, ":key", key);
	return ds_first_int(out, stmt, err);
}

dossier_status
ds_setting_put(struct ds_book *book, const char *key, const char *value,
    dossier_error *err)
{
	struct ds_arena arena = {0};
	struct ds_row row, old;
	dossier_status status;
	int64_t id;

	DS_TRY(setting_id(&id, ds_book_store(book), key, err));
	if (id == 0) {
		ds_row_start(&row, DS_SETTING);
		ds_row_set_text(&row, DS_F_SETTING_KEY, key);
		ds_row_set_text(&row, DS_F_SETTING_VALUE, value);
		return ds_book_add(book, &row, err);
	}
	status = ds_book_read(&old, &arena, book, DS_SETTING, id, err);
	if (status == DOSSIER_OK) {
		row = old;
		ds_row_set_text(&row, DS_F_SETTING_VALUE, value);
		status = ds_book_change(NULL, book, &old, &row, NULL, err);
	}
	ds_arena_free(&arena);
	return status;
}

static dossier_status
read_settings(dossier_session *session, int language, dossier_error *err)
{
	const char *key, *sample, *lang;

	DS_TRY(ds_setting_get(&key, &session->arena, session->store,
	    "ref_key", err));
	DS_TRY(ds_setting_get(&sample, &session->arena, session->store,
	    "sample", err));
	DS_TRY(ds_setting_get(&lang, &session->arena, session->store,
	    "language", err));
	session->ref_key = key == NULL ? 0 : strtoull(key, NULL, 16);
	session->sample = sample != NULL;
	if (language >= 0)
		session->language = (dossier_language)language;
	else
		session->language = lang != NULL && strcmp(lang, "en") == 0 ?
		    DOSSIER_ENGLISH : DOSSIER_DUTCH;
	return DOSSIER_OK;
}

/* ---- the actor ---- */

/* Somebody works for a party only on the days of a role there. */
static dossier_status
take_role(dossier_session *session, const struct ds_row *party,
    dossier_error *err)
{
	struct ds_row *roles;
	char day[DS_DAY_TEXT];
	size_t count, i;

	DS_TRY(ds_book_list(&roles, &count, &session->arena, session->book,
	    DS_CONTACT_ROLE, DS_F_ROLE_CONTACT, session->actor, err));
	for (i = 0; i < count; i++) {
		if (ds_row_int(&roles[i], DS_F_ROLE_PARTY) != party->id ||
		    !ds_span_holds(ds_row_span(&roles[i]),
		    session->today))
			continue;
		session->actor_party = party->id;
		session->actor_role = ds_row_text(&roles[i], DS_F_ROLE_ROLE);
		return DOSSIER_OK;
	}
	ds_advise(err, N_("Leave out the part from @, or give the role first "
	    "with a list of contacts: dossier intake FILE.csv"));
	return ds_fail(err, DOSSIER_FORBIDDEN,
	    N_("%s has no role at %s on %s."), session->actor_name,
	    ds_party_label(&session->arena, party),
	    ds_day_text(session->today, err == NULL ? session->language :
	    err->language, day));
}

static dossier_status
take_actor(dossier_session *session, const struct ds_row *contact,
    const char *party, dossier_error *err)
{
	struct ds_stmt *stmt;
	struct ds_row row;
	bool found;

	session->actor = contact->id;
	session->actor_name = ds_row_text(contact, DS_F_CONTACT_NAME);
	session->meta.actor = session->actor;
	session->meta.name = session->actor_name;
	if (party != NULL) {
		DS_TRY(ds_party_find(&row, &session->arena, session, party,
		    err));
		DS_TRY(take_role(session, &row, err));
	} else {
		DS_TRY(ds_sql(&stmt, session->store,
		    DS_SQL_CONTACT_PARTY_ON, err));
		ds_bind_int(stmt, ":contact", session->actor);
		ds_bind_day(stmt, ":day", session->today);
		DS_TRY(ds_step(&found, stmt, err));
		if (!found)
			return DOSSIER_OK;
		session->actor_party = ds_col_int(stmt, 0);
		session->actor_role = ds_arena_dup(&session->arena,
		    ds_col_text(stmt, 1));
		ds_stmt_reset(stmt);
		DS_TRY(ds_book_read(&row, &session->arena, session->book,
		    DS_PARTY, session->actor_party, err));
	}
	session->meta.role = ds_arena_printf(&session->arena, "%s@%s",
	    session->actor_role != NULL ? session->actor_role : "",
	    ds_row_text(&row, DS_F_PARTY_CODE));
	return session->meta.role == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

static dossier_status
actor_named(dossier_session *session, const char *as, dossier_error *err)
{
	const char *at = strrchr(as, '@');
	struct ds_row contact;
	const char *name;

	name = ds_arena_ndup(&session->arena, as,
	    at == NULL ? strlen(as) : (size_t)(at - as));
	if (name == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_contact_find(&contact, &session->arena, session, name,
	    err));
	return take_actor(session, &contact, at == NULL ? NULL : at + 1, err);
}

static dossier_status
actor_of_login(dossier_session *session, const char *login,
    dossier_error *err)
{
	struct ds_row contact;
	struct ds_stmt *stmt;
	int64_t id = 0;
	bool row;

	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_CONTACT_BY_LOGIN, err));
	ds_bind_text(stmt, ":login", login);
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return DOSSIER_OK;
	id = ds_col_int(stmt, 0);
	ds_stmt_reset(stmt);
	DS_TRY(ds_book_read(&contact, &session->arena, session->book,
	    DS_CONTACT, id, err));
	return take_actor(session, &contact, NULL, err);
}

/* ---- opening ---- */

/*
 * The rules of an older store are those of its day: who writes brings them
 * up to date, as a step of the history of its own.
 */
static dossier_status
renew_packs(dossier_session *session, dossier_error *err)
{
	struct ds_tx_meta meta = session->meta;
	dossier_status status;
	bool old;

	DS_TRY(ds_library_is_old(&old, session->book, err));
	if (!old)
		return DOSSIER_OK;
	meta.action = "upgrade";
	DS_TRY(ds_tx_begin(session->store, &meta, err));
	status = ds_library_renew(session->book, err);
	if (status == DOSSIER_OK)
		return ds_tx_commit(session->store, err);
	ds_tx_rollback(session->store);
	return status;
}

static dossier_status
fill(dossier_session *session, const dossier_session_options *options,
    dossier_error *err)
{
	const char *now = ds_arena_dup(&session->arena, options->now);
	const char *origin = ds_arena_dup(&session->arena, options->origin);
	const char *action = ds_arena_dup(&session->arena, options->action);
	const char *login = ds_arena_dup(&session->arena, options->login);

	if (now == NULL || origin == NULL || action == NULL || login == NULL)
		return ds_no_memory(err);
	/* Who is no contact leaves the name of the machine's account. */
	session->meta.name = login;
	session->today = options->today;
	session->stop = options->stop;
	session->progress = options->progress;
	session->payload = options->payload;
	session->meta.at = now;
	session->meta.day = options->today;
	session->meta.origin = origin;
	session->meta.action = action;
	DS_TRY(ds_store_open(&session->store, options->store,
	    options->write ? DS_STORE_WRITE : DS_STORE_READ, options->stop,
	    err));
	DS_TRY(ds_book_open(&session->book, session->store, err));
	DS_TRY(ds_snapshot_begin(session->store, err));
	DS_TRY(read_settings(session, options->language, err));
	DS_TRY(options->as != NULL ?
	    actor_named(session, options->as, err) :
	    actor_of_login(session, options->login, err));
	ds_snapshot_end(session->store);
	return options->write && session->actor != 0 ?
	    renew_packs(session, err) : DOSSIER_OK;
}

dossier_status
dossier_session_open(dossier_session **out,
    const dossier_session_options *options, dossier_error *err)
{
	dossier_session *session = ds_alloc(sizeof *session);
	dossier_status status;

	if (session == NULL)
		return ds_no_memory(err);
	status = fill(session, options, err);
	if (status != DOSSIER_OK) {
		dossier_session_close(session);
		return status;
	}
	*out = session;
	return DOSSIER_OK;
}

dossier_language
dossier_session_language(const dossier_session *session)
{
	return session->language;
}

const char *
dossier_session_notice(const dossier_session *session)
{
	return session->notice;
}

void
dossier_session_close(dossier_session *session)
{
	if (session == NULL)
		return;
	ds_library_close(session->library);
	ds_book_close(session->book);
	ds_store_close(session->store);
	ds_arena_free(&session->arena);
	ds_free(session);
}

/* ---- what flows begin with ---- */

dossier_status
ds_session_known(const dossier_session *session, dossier_error *err)
{
	if (session->actor != 0)
		return DOSSIER_OK;
	ds_advise(err, N_("Say who you are: --as \"NAME\", where NAME "
	    "is a contact in the store."));
	return ds_fail(err, DOSSIER_FORBIDDEN, N_("It is not known "
	    "who is working; nothing may be written."));
}

dossier_status
ds_session_begin(dossier_session *session, const char *object,
    const char *reason, dossier_error *err)
{
	struct ds_tx_meta meta = session->meta;

	DS_TRY(ds_session_known(session, err));
	meta.object = object;
	meta.reason = reason;
	return ds_tx_begin(session->store, &meta, err);
}

dossier_status
ds_session_gave(dossier_session *session, const char *object,
    const char *reason, dossier_error *err)
{
	struct ds_tx_meta meta = session->meta;
	dossier_status status;

	meta.object = object;
	meta.reason = reason;
	DS_TRY(ds_tx_begin(session->store, &meta, err));
	status = ds_tx_result(session->store, DS_SHOWN, err);
	if (status == DOSSIER_OK)
		return ds_tx_commit(session->store, err);
	ds_tx_rollback(session->store);
	return status;
}

dossier_status
ds_session_looked(dossier_session *session, const char *object,
    dossier_error *err)
{
	return ds_session_gave(session, object, NULL, err);
}

dossier_status
ds_session_library(struct ds_library **out, dossier_session *session,
    dossier_error *err)
{
	const char *home;

	if (session->library == NULL) {
		DS_TRY(ds_setting_get(&home, &session->arena, session->store,
		    "home_pack", err));
		DS_TRY(ds_library_open(&session->library, session->book,
		    home == NULL ? "nl" : home, err));
	}
	*out = session->library;
	return DOSSIER_OK;
}

void
ds_session_forget_packs(dossier_session *session)
{
	ds_library_close(session->library);
	session->library = NULL;
	session->policy = NULL;
	session->role = NULL;
}

/* What the home pack says of grounds, and of the actor's role. */
static dossier_status
take_policy(dossier_session *session, dossier_error *err)
{
	const struct ds_pack *pack;
	struct ds_library *library;
	const char *why;

	if (session->policy != NULL)
		return DOSSIER_OK;
	DS_TRY(ds_session_library(&library, session, err));
	DS_TRY(ds_library_pack(&pack, library, NULL, session->today, &why,
	    err));
	session->policy = &pack->policy;
	if (session->actor_role != NULL)
		session->role = ds_policy_role(session->policy,
		    session->actor_role);
	return DOSSIER_OK;
}

dossier_status
ds_session_view(struct ds_view *out, dossier_session *session,
    struct ds_arena *arena, int64_t recipient, enum ds_purpose purpose,
    dossier_error *err)
{
	struct ds_allowance allow = { .day = session->today };

	DS_TRY(take_policy(session, err));
	allow.policy = session->policy;
	if (recipient == 0 && session->role != NULL) {
		allow.reach = session->role->reach;
		allow.own_party = session->actor_party;
	}
	ds_view_open(out, session->book, arena, session->language, recipient,
	    purpose);
	ds_view_allow(out, &allow);
	return DOSSIER_OK;
}

dossier_status
ds_session_may(dossier_session *session, const char *act, dossier_error *err)
{
	const char *forbids;

	DS_TRY(take_policy(session, err));
	forbids = session->role == NULL ? NULL : session->role->forbids;
	if (forbids == NULL || strstr(forbids, act) == NULL)
		return DOSSIER_OK;
	ds_advise(err, N_("Ask somebody whose role allows it, or work in "
	    "another role: --as \"NAME@ORGANISATION\""));
	return ds_fail(err, DOSSIER_FORBIDDEN, N_("In the role %s this is not "
	    "for you to do."), ds_code_label(ds_codes_role,
	    session->actor_role, err == NULL ? session->language :
	    err->language));
}

dossier_status
ds_session_document(dossier_document **out, const dossier_session *session,
    const char *title, dossier_error *err)
{
	return ds_session_document_in(out, session, session->language, title,
	    err);
}

dossier_status
ds_session_document_in(dossier_document **out,
    const dossier_session *session, dossier_language language,
    const char *title, dossier_error *err)
{
	dossier_document *doc = ds_document_new(language,
	    ds_tr(language, title));

	if (doc == NULL)
		return ds_no_memory(err);
	if (session->sample)
		ds_document_mark(doc, ds_tr(language,
		    N_("EXAMPLE: fictional people, fictional region")));
	*out = doc;
	return DOSSIER_OK;
}
