/* SPDX-License-Identifier: EUPL-1.2 */
/* The history of one dossier; for log.c and its parts. */
#ifndef DS_FLOWS_LOG_H
#define DS_FLOWS_LOG_H

#include "flows/session.h"

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

#endif
