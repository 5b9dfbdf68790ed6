/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What every flow works with: the store and its book, the day, the actor,
 * the output language. And how a flow names people and organisations.
 */
#ifndef DS_FLOWS_SESSION_H
#define DS_FLOWS_SESSION_H

#include "model/view.h"
#include "render/document.h"
#include "rules/library.h"

struct dossier_session {
	struct ds_store *store;
	struct ds_book *book;
	struct ds_arena arena;		/* lives as long as the session */
	dossier_day today;
	dossier_language language;
	bool sample;			/* a fictional region: mark every page */
	uint64_t ref_key;
	/* who works here; actor 0: nobody known, writing is refused */
	int64_t actor;
	int64_t actor_party;		/* 0: none */
	const char *actor_role;		/* slug there; NULL: none */
	const char *actor_name;
	struct ds_tx_meta meta;		/* of the next transaction */
	const char *notice;		/* for who works here; NULL: none */
	const struct ds_policy *policy;	/* of the home pack; NULL until asked */
	const struct ds_role_rule *role;	/* of the actor; NULL: none */
	struct ds_library *library;	/* packs; NULL until asked for */
	const volatile int *stop;
	void (*progress)(uint64_t done, uint64_t total, void *payload);
	void *payload;
};

/* DOSSIER_FORBIDDEN when it is not known who works here. */
dossier_status ds_session_known(const dossier_session *session,
    dossier_error *err);
/* Begin to write: DOSSIER_FORBIDDEN without an actor, else ds_tx_begin. */
dossier_status ds_session_begin(dossier_session *session, const char *object,
    const char *reason, dossier_error *err);
/*
 * Write to the history that personal data of `object` (refs, or what was
 * asked for; see flows/look.h) is about to be shown; durable before it
 * returns. BIO2 8.15.01: action, object, result, origin, actor and time.
 */
#define DS_SHOWN "shown"		/* the result of a look */
dossier_status ds_session_looked(dossier_session *session,
    const char *object, dossier_error *err);
/* The same, with why or to whom it is given (NULL: not said). */
dossier_status ds_session_gave(dossier_session *session, const char *object,
    const char *reason, dossier_error *err);

/* The installed packs, read once a session. Borrowed. */
dossier_status ds_session_library(struct ds_library **out,
    dossier_session *session, dossier_error *err);
/* Another pack came: what was read of them is read again when asked for. */
void ds_session_forget_packs(dossier_session *session);

/*
 * A view for `recipient` (0: who works here, in the role of the actor), by
 * the home pack's policy on the session's day.
 */
dossier_status ds_session_view(struct ds_view *out, dossier_session *session,
    struct ds_arena *arena, int64_t recipient, enum ds_purpose purpose,
    dossier_error *err);
/*
 * DOSSIER_FORBIDDEN when the actor's role may not do this: "decide",
 * "place", "handover" or "edit".
 */
dossier_status ds_session_may(dossier_session *session, const char *act,
    dossier_error *err);

/* A new document in the session's language, marked when it is a sample. */
dossier_status ds_session_document(dossier_document **out,
    const dossier_session *session, const char *title, dossier_error *err);
/* The same in another language. */
dossier_status ds_session_document_in(dossier_document **out,
    const dossier_session *session, dossier_language language,
    const char *title, dossier_error *err);

/* A setting's value in `arena`; *out is NULL when it is not set. */
dossier_status ds_setting_get(const char **out, struct ds_arena *arena,
    struct ds_store *store, const char *key, dossier_error *err);
/* Inside a transaction. */
dossier_status ds_setting_put(struct ds_book *book, const char *key,
    const char *value, dossier_error *err);

/*
 * A youth by ref. Reading takes any unique prefix; writing wants it whole
 * (`whole`), and then a wrong check character is named as such. The ref of a
 * dossier that went into another finds that one, and leaves a notice.
 * DOSSIER_NOT_FOUND, DOSSIER_AMBIGUOUS, DOSSIER_INVALID.
 */
dossier_status ds_youth_find(struct ds_row *out, struct ds_arena *arena,
    dossier_session *session, const char *ref, bool whole,
    dossier_error *err);
/*
 * A party by code or unique name. DOSSIER_NOT_FOUND, DOSSIER_AMBIGUOUS.
 */
dossier_status ds_party_find(struct ds_row *out, struct ds_arena *arena,
    dossier_session *session, const char *text, dossier_error *err);
/* A contact by unique name. DOSSIER_NOT_FOUND, DOSSIER_AMBIGUOUS. */
dossier_status ds_contact_find(struct ds_row *out, struct ds_arena *arena,
    dossier_session *session, const char *name, dossier_error *err);

/*
 * Who answers for a party on a day: the lead's own contact when it holds a
 * role there that day, else a contactpersoon, else a stand-in (vervanger).
 * `about` narrows to contacts for that school where such are recorded; 0:
 * any. id 0 in *out: a party without a person.
 */
struct ds_person {
	int64_t contact;
	const char *name, *phone, *email;	/* in arena; may be NULL */
	bool stand_in;
};
dossier_status ds_person_at(struct ds_person *out, struct ds_arena *arena,
    dossier_session *session, int64_t party, int64_t contact, int64_t about,
    dossier_day day, dossier_error *err);

/* "Gemeente Zeist (0355)", or the code alone for a stub. In arena. */
const char *ds_party_label(struct ds_arena *arena, const struct ds_row *row);

#endif
