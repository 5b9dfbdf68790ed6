/* SPDX-License-Identifier: EUPL-1.2 */
/* The history of one dossier; for log.c and its parts. */
#ifndef DS_FLOWS_LOG_H
#define DS_FLOWS_LOG_H

#include "flows/session.h"
#include "render/document.h"

struct ds_log_entry {			/* one event, or a look */
	int64_t txn, event;		/* event 0: a look */
	const char *at, *name, *role, *action, *object, *reason;
	dossier_day day;
	enum ds_kind kind;
	enum ds_op op;
	int64_t record;
	struct ds_row before, after;	/* kind 0: there is none */
};

struct ds_log_merged {			/* a dossier that went into this one */
	int64_t youth;
	const char *ref;
};

struct ds_log {
	dossier_session *session;
	struct ds_arena *arena;
	struct ds_log_entry *entries;	/* ds_free it */
	size_t count, capacity;
	struct ds_log_merged *merged;	/* in the arena */
	size_t merged_count;
};

/*
 * Every event of every record of a youth, also of the dossiers that went
 * into this one, and every step about it that
 * changed nothing, in the order in which they happened.
 */
dossier_status ds_log_read(struct ds_log *log, const struct ds_row *youth,
    dossier_error *err);

/* The ref that a youth of the history had; NULL: none that went in here. */
const char *ds_log_ref(const struct ds_log *log, int64_t youth);

/*
 * The entries as a table and in `list`; `corrections`: only what was changed
 * or taken away. `ref` is this dossier's own.
 */
dossier_status ds_log_put(dossier_document *doc, struct ds_value *list,
    struct ds_log *log, struct ds_view *view, const char *ref,
    bool corrections, dossier_error *err);

/* ---- words, in `arena`; a failure is remembered in `doc` ---- */

/* Two texts, the second below the first; either may be NULL. */
const char *ds_log_stack(dossier_document *doc, struct ds_arena *arena,
    const char *first, const char *second);
/* "Els Bakker" above "mentor @02QZ00". */
const char *ds_log_person(dossier_document *doc, struct ds_arena *arena,
    const char *name, const char *role);
/* "02-03-2026 09:15" of a time of the machine. */
const char *ds_log_moment(dossier_document *doc, struct ds_arena *arena,
    const char *at);
/* How a step ended. */
const char *ds_log_result(dossier_document *doc, struct ds_arena *arena,
    const char *kept);
/* Of a path the name is enough for people. */
const char *ds_log_about(const char *object);

#endif
