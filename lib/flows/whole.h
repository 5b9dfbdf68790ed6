/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A whole dossier as a file, out and back in: dossier-file(5). Which kinds
 * and fields there are follows from the descriptors; a kind belongs to a
 * youth when it has a field that says whose it is.
 *
 * Coming in, a dossier is planned first: the tree is held against the store,
 * every fault is kept with its place, and only a plan without faults is
 * written. All of it happens inside one transaction.
 */
#ifndef DS_FLOWS_WHOLE_H
#define DS_FLOWS_WHOLE_H

#include "base/yaml.h"
#include "flows/session.h"

#define DS_WHOLE_VERSION 1

/* The field that says whose a record is; −1: it is of no youth. */
int ds_whole_owner(const struct ds_record *record);
/* Does the file hold this field? The owner and the ref stand above. */
bool ds_whole_holds(const struct ds_record *record, int field);
/* Does a record have a value, and the reader see none of them? */
dossier_status ds_whole_hidden(bool *out, struct ds_view *view,
    const struct ds_row *row, dossier_error *err);

/* ---- out ---- */

/*
 * The dossier as `view` may see it. With `comments` it is a text to edit:
 * each field that may be filled is there, and is explained.
 */
dossier_status ds_whole_document(dossier_document **out,
    dossier_session *session, struct ds_view *view,
    const struct ds_row *youth, bool comments, dossier_error *err);
/* What is known of a field, for who is to fill it; in arena. */
const char *ds_whole_hint(struct ds_arena *arena,
    const struct ds_record *record, int field, dossier_language language);
/* What stands on top of a text to edit. */
void ds_whole_head(dossier_document *doc);

/*
 * The name of a contact that finds this one and no other: "Els Bakker",
 * "Els Bakker@02QZ00", or "Els Bakker#12".
 */
dossier_status ds_whole_contact_name(const char **out,
    struct ds_arena *arena, dossier_session *session,
    const struct ds_row *contact, dossier_error *err);

/* ---- in ---- */

struct ds_whole_fault {
	int line, column;
	bool clash;			/* somebody else was there first */
	const char *message, *advice;	/* in the language of who asks */
	struct ds_whole_fault *next;
};

struct ds_whole_change {
	struct ds_row before;		/* id 0: it is added */
	struct ds_row after;
	bool removed;
	int64_t told;			/* the number that the file gives */
	const struct ds_yaml *at;
	struct ds_whole_change *next;
};

struct ds_whole_note {
	const char *text;
	struct ds_whole_note *next;
};

struct ds_whole {			/* one dossier that comes in */
	dossier_session *session;
	struct ds_arena *arena;		/* lives as long as the plan */
	struct ds_view view;
	dossier_language language;	/* of faults */
	const char *file;		/* NULL: a buffer */
	const char *expected;		/* the ref it must have; or NULL */
	struct ds_row youth;
	bool is_new;
	const char *reason;		/* for what is changed; or NULL */
	int64_t state;			/* last event that the file knows */
	int64_t seen;			/* clashes up to here were shown */
	struct ds_whole_fault *fault, **fault_end;
	size_t faults, clashes;
	struct ds_whole_change *change, **change_end;
	size_t changes;
	struct ds_whole_note *note, **note_end;
};

void ds_whole_start(struct ds_whole *whole, dossier_session *session,
    struct ds_arena *arena, const dossier_error *err);
/*
 * Keep what `own` says as a fault at `node` (its key when it has one). Use:
 *	dossier_error own = ds_whole_own(whole);
 *	ds_fail(&own, DOSSIER_INVALID, N_("…"));
 *	return ds_whole_blame(whole, node, &own, err);
 */
dossier_error ds_whole_own(const struct ds_whole *whole);
dossier_status ds_whole_blame(struct ds_whole *whole,
    const struct ds_yaml *node, const dossier_error *own,
    dossier_error *err);
/* DOSSIER_OK when `status` tells of the input; else it is passed on. */
dossier_status ds_whole_pass(dossier_status status,
    const dossier_error *own, dossier_error *err);
/* What `status` tells of the input is a fault; else it is passed on. */
dossier_status ds_whole_weigh(struct ds_whole *whole,
    const struct ds_yaml *node, dossier_status status,
    const dossier_error *own, dossier_error *err);
/* The first fault into `err`, with how many more there are and where. */
dossier_status ds_whole_refuse(const struct ds_whole *whole,
    dossier_error *err);
dossier_status ds_whole_remark(struct ds_whole *whole, dossier_error *err,
    const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Plan `map`, a whole dossier. DOSSIER_OK also with faults. */
dossier_status ds_whole_read(struct ds_whole *whole,
    const struct ds_yaml *map, dossier_error *err);
/*
 * The fields of one record. `now` is as it stands (id 0: it is new), `base`
 * as it stood when the file was made.
 */
dossier_status ds_whole_fields(struct ds_row *after, struct ds_whole *whole,
    const struct ds_yaml *map, const struct ds_row *now,
    const struct ds_row *base, dossier_error *err);
/* A record list: what is changed, added and removed. */
dossier_status ds_whole_list(struct ds_whole *whole,
    const struct ds_yaml *list, const struct ds_record *record,
    dossier_error *err);
/* Plan that `before` (id 0: nothing) becomes `after`; NULL: no memory. */
struct ds_whole_change *ds_whole_plan(struct ds_whole *whole,
    const struct ds_row *before, const struct ds_row *after,
    const struct ds_yaml *at);
/* No two records of a lane on one day; what went before is closed. */
dossier_status ds_whole_lanes(struct ds_whole *whole, dossier_error *err);
/* What a record must be beyond its fields, and who may write it. */
dossier_status ds_whole_checks(struct ds_whole *whole, dossier_error *err);
/* There is no such name; the nearest of `names` is told. */
dossier_status ds_whole_no_name(struct ds_whole *whole,
    const struct ds_yaml *node, const char *const *names, size_t count,
    dossier_error *err);

/*
 * What a node says of a field that points to a record: its number. *out is 0
 * when that was a fault, which is kept.
 */
dossier_status ds_whole_reference(int64_t *out, struct ds_whole *whole,
    const struct ds_yaml *node, const struct ds_field *field, int64_t now,
    dossier_error *err);

/*
 * As the record of `now` stood when the file was made; *there is false when
 * it did not exist yet.
 */
dossier_status ds_whole_base(struct ds_row *out, bool *there,
    struct ds_whole *whole, const struct ds_row *now, dossier_error *err);
/* The same of one that was removed since; *there is false: it was not. */
dossier_status ds_whole_removed(struct ds_row *out, bool *there,
    struct ds_whole *whole, enum ds_kind kind, int64_t id,
    dossier_error *err);
/* Who wrote event `id`, and on which day: "Els Bakker, 12-01-2026". */
dossier_status ds_whole_writer(const char **out, struct ds_whole *whole,
    int64_t event, dossier_error *err);

/* Write what was planned; what the store refuses becomes a fault. */
dossier_status ds_whole_write(struct ds_whole *whole, dossier_error *err);

/* The faults, one a row, and as `faults` in `map`. */
void ds_whole_put_faults(dossier_document *doc, struct ds_value *map,
    const struct ds_whole *whole);
/* What was changed, before and after; *count is how many fields. */
dossier_status ds_whole_put_changes(size_t *count, dossier_document *doc,
    struct ds_value *map, struct ds_whole *whole, dossier_error *err);

/*
 * Take dossier files, each in one transaction; for dossier_intake. Asked for
 * by its name or kind.
 */
bool ds_whole_is_file(const char *path, const char *kind);
dossier_status ds_whole_intake(dossier_document *doc,
    dossier_session *session, const char *path,
    const dossier_intake_options *options, dossier_error *err);

#endif
