/* SPDX-License-Identifier: EUPL-1.2 */
/* What is being recorded; for follow.c and its parts. */
#ifndef DS_FLOWS_FOLLOW_H
#define DS_FLOWS_FOLLOW_H

#include "flows/present.h"
#include "flows/session.h"

struct ds_follow {
	dossier_session *session;
	struct ds_arena *arena;
	const dossier_follow_options *options;
	struct ds_row youth;
	dossier_day on;
	const char *reason;		/* one line, or NULL */
	struct ds_row row;		/* what was written */
	bool known;			/* a meeting that stood there */
	const struct ds_policy *policy;	/* who may give which ground */
	struct ds_row *grounds;		/* withdraw: all of the youth */
	size_t ground_count;
	struct ds_row *withdrawn;	/* … and those that end, as they were */
	size_t withdrawn_count;
	const char *gone;		/* … sections that may not leave now */
	dossier_document *doc;		/* … the answer, for its extra column */
};

/* Write follow->row when it fits (flows/fit.h). */
dossier_status ds_follow_add(struct ds_follow *follow, dossier_error *err);
/* Write follow->row as a meeting, with those present and the youth. */
dossier_status ds_follow_meeting(struct ds_follow *follow,
    dossier_error *err);

/* What somebody says of a section; what was decided; what was signed off. */
dossier_status ds_follow_statement(struct ds_follow *follow,
    dossier_error *err);
dossier_status ds_follow_decision(struct ds_follow *follow,
    dossier_error *err);
/* Of letting go: by which end rule of the pack. */
dossier_status ds_follow_say_decision(struct ds_follow *follow,
    dossier_document *doc, struct ds_view *view, struct ds_value *map,
    dossier_error *err);
dossier_status ds_follow_sign_off(struct ds_follow *follow,
    dossier_error *err);

/* The party of --to; reads the pack's rules of grounds too. */
dossier_status ds_follow_recipient(struct ds_row *party,
    struct ds_follow *follow, dossier_error *err);
/* A ground for sections to go to a party: refused from who may not give it. */
dossier_status ds_follow_consent(struct ds_follow *follow,
    dossier_error *err);
/* What people must know of it: what it does not carry, when it lapses. */
dossier_status ds_follow_say_consent(struct ds_follow *follow,
    dossier_document *doc, struct ds_view *view, struct ds_value *map,
    dossier_error *err);
/* End it for all or some sections. DOSSIER_NOT_FOUND: there is none. */
dossier_status ds_follow_withdraw(struct ds_follow *follow,
    dossier_error *err);
/* Who has it already, so that they can be asked to erase it. */
dossier_status ds_follow_say_withdraw(struct ds_follow *follow,
    dossier_document *doc, struct ds_view *view, struct ds_value *map,
    dossier_error *err);

/* From the options into a field of follow->row. */
dossier_status ds_follow_set_text(struct ds_follow *follow, int field,
    const char *text, dossier_error *err);
/* The same, where `option` may not be left out: DOSSIER_USAGE. */
dossier_status ds_follow_need(struct ds_follow *follow, int field,
    const char *text, const char *option, dossier_error *err);
/* --from and --until, as far as they were given. */
dossier_status ds_follow_set_span(struct ds_follow *follow, int from,
    int until, dossier_error *err);
dossier_status ds_follow_set_day(struct ds_follow *follow, int field,
    dossier_day day, dossier_error *err);
dossier_status ds_follow_set_kind(struct ds_follow *follow, int field,
    const struct ds_code *list, dossier_error *err);
/* The party of --with. */
dossier_status ds_follow_set_party(struct ds_follow *follow, int field,
    dossier_error *err);

#endif
