/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A dossier against a checklist of its pack: what is still missing. One
 * place evaluates every item, whatever it asks for.
 */
#ifndef DS_FLOWS_CHECKLIST_H
#define DS_FLOWS_CHECKLIST_H

#include "flows/session.h"
#include "rules/facts.h"

struct ds_check {
	dossier_session *session;
	struct ds_arena *arena;		/* what is missing lives here */
	const struct ds_pack *pack;
	const struct ds_youth_facts *facts;
	const struct ds_row *youth;
	dossier_day day;
	int64_t recipient;		/* grounds for this party; 0: any */
};

/* Of life domains there is one for each that is open. */
struct ds_missing {
	const struct ds_item *item;
	const char *id, *label;		/* borrowed from the pack */
};

/* In the order of the list. */
dossier_status ds_checklist_missing(const struct ds_missing **out,
    size_t *count, const struct ds_check *check,
    const struct ds_checklist *list, dossier_error *err);

struct ds_checked {
	const struct ds_pack *pack;	/* of the youth on the day */
	const struct ds_checklist *list;	/* NULL: the pack has none */
	size_t count;
	const struct ds_missing *missing;
};

/* The same for a youth by the list's name: facts and pack are looked up. */
dossier_status ds_checklist_of(struct ds_checked *out,
    dossier_session *session, struct ds_arena *arena,
    const struct ds_row *youth, dossier_day day, const char *name,
    dossier_error *err);

/* ---- one life domain ---- */

/* What is recorded of it by a day; the newest of a value and an answer. */
enum ds_asked { DS_NOT_ASKED, DS_NOTHING, DS_DECLINED, DS_FOUND };

struct ds_domain_rows {			/* of one youth */
	size_t domain_count, answer_count;
	const struct ds_row *domains, *answers;
};

dossier_status ds_domain_rows_read(struct ds_domain_rows *out,
    dossier_session *session, struct ds_arena *arena, int64_t youth,
    dossier_error *err);
/* *by, unless NULL: the row that says so, or NULL. */
enum ds_asked ds_domain_asked(const struct ds_row **by,
    const struct ds_domain_rows *rows, const struct ds_domain_set *set,
    const char *domain, dossier_day day);

#endif
