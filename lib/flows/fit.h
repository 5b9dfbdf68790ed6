/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a record must be beyond its fields, before it may be written. One
 * place for whatever door it comes in by: a row of CSV, a dossier file, the
 * editor, a line of follow. The door says where the fault stands.
 */
#ifndef DS_FLOWS_FIT_H
#define DS_FLOWS_FIT_H

#include "flows/session.h"

struct ds_misfit {
	int field;		/* what it is about; −1: the record fits */
	dossier_status status;	/* DOSSIER_INVALID, DOSSIER_CONFLICT */
	/* In the language of who asks; no message repeats a BSN. */
	const char *reason;	/* "this set has no such life domain" */
	const char *example;	/* what would be right; may be NULL */
	const char *note;	/* refuses nothing; NULL: none */
};

/* All records of a kind that the youth will have, in the order of id. */
typedef dossier_status (*ds_fit_list)(struct ds_row **out, size_t *count,
    enum ds_kind kind, void *payload, dossier_error *err);

struct ds_fitting {
	dossier_session *session;
	struct ds_arena *arena;		/* reasons and examples live here */
	dossier_language language;
	dossier_day day;	/* on which rules are asked for; none: today */
	int64_t owner;		/* the youth's id */
	const struct ds_row *youth;	/* as it is to be; NULL: as it is */
	ds_fit_list list;	/* NULL: as the store has them */
	void *payload;
};

/*
 * Hold a record against the store and the rules of where the youth lived on
 * its day. A number, and a word of the pack, is brought into its form; a
 * life domain gets its class.
 */
dossier_status ds_fit_record(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err);
/* "Life domain, Score: …" with advice, for who has no columns. */
dossier_status ds_fit_refuse(const struct ds_misfit *misfit,
    const struct ds_row *row, dossier_error *err);
/* The two at once, for a record of an owner in the store. */
dossier_status ds_fit_check(struct ds_row *row, struct ds_arena *arena,
    dossier_session *session, int64_t owner, dossier_error *err);

/* What a role may forbid of who writes it; NULL: it is for everybody. */
const char *ds_fit_act(const struct ds_row *row);
/* Is there such a thing to ask: "youth.phone", "statement:ouders", "opp"? */
bool ds_fit_subject(struct ds_arena *arena, const char *subject);
/* A dossier that nobody can find by name is lost. */
dossier_status ds_fit_name(const struct ds_row *before,
    const struct ds_row *after, dossier_error *err);
/*
 * Nobody changes what they may not see. DOSSIER_FORBIDDEN names the first
 * such field.
 */
dossier_status ds_fit_seen(struct ds_view *view, const struct ds_row *before,
    const struct ds_row *after, dossier_error *err);

/* ---- for fit_*.c alone ---- */

/* Say why, once: the first reason counts. NULL for no memory. */
dossier_status ds_fit_say(struct ds_misfit *out, int field,
    const char *reason, const char *example, dossier_error *err);
dossier_status ds_fit_rows(struct ds_row **out, size_t *count,
    enum ds_kind kind, const struct ds_fitting *with, dossier_error *err);
/* The pack of where the youth lived on `day`, or nearest to it. */
dossier_status ds_fit_pack(const struct ds_pack **out,
    const struct ds_fitting *with, dossier_day day, dossier_error *err);
dossier_status ds_fit_domain(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err);
dossier_status ds_fit_wage_value(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err);
dossier_status ds_fit_register(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err);
dossier_status ds_fit_answer(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err);
dossier_status ds_fit_ground(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err);

#endif
