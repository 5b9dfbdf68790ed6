/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Transactions, and the history that every one of them writes: one txn row,
 * one event a changed record, chained over digests.
 *
 * head(n) = SHA-256(head(n−1) ‖ events of n ‖ txn row n). The chain holds
 * digests, not values, so that values can be erased and the chain stands.
 */
#ifndef DS_STORE_TX_H
#define DS_STORE_TX_H

#include "base/digest.h"
#include "store/store.h"

#define DS_SALT_SIZE 16

struct ds_tx_meta {
	const char *at;			/* machine's UTC time, ISO 8601 */
	dossier_day day;		/* business day */
	int64_t actor;			/* contact, 0 when none */
	const char *name, *role;	/* may be NULL */
	const char *origin;		/* login@host */
	const char *action;
	const char *object, *reason;	/* may be NULL */
	int64_t undoes;			/* txn, 0 when none */
};

/* BEGIN IMMEDIATE; DOSSIER_BUSY after 30 s. Not nested. */
dossier_status ds_tx_begin(struct ds_store *store,
    const struct ds_tx_meta *meta, dossier_error *err);
/* What the txn row keeps as its result; copied. Default "done". */
dossier_status ds_tx_result(struct ds_store *store, const char *result,
    dossier_error *err);
/* Write the txn row and make it durable; on failure nothing was changed. */
dossier_status ds_tx_commit(struct ds_store *store, dossier_error *err);
void ds_tx_rollback(struct ds_store *store);	/* also when none runs */
int64_t ds_tx_id(const struct ds_store *store);	/* 0: none runs */

/*
 * From here to the end all is read as of one moment, and the file's lock is
 * taken once instead of for every statement. A transaction in between ends
 * the moment, and another begins after it. Never held while a person thinks:
 * others cannot write meanwhile.
 */
dossier_status ds_snapshot_begin(struct ds_store *store, dossier_error *err);
void ds_snapshot_end(struct ds_store *store);

enum ds_op { DS_OP_ADD = 1, DS_OP_CHANGE = 2, DS_OP_REMOVE = 3 };

/*
 * Add one event to the running transaction. `after` is the record's image
 * after the change ("" for a removal), `before` the one before it (NULL for
 * an add). *out is the event's number, to be kept in the record.
 */
dossier_status ds_event_add(int64_t *out, struct ds_store *store, int kind,
    int64_t record, enum ds_op op, int64_t prev, const char *before,
    const char *after, const char *reason, dossier_error *err);

/*
 * For a load into tables that are all empty, inside its transaction:
 * references are (not) checked row by row, until it is said otherwise (a
 * load whose references are all numbers that it has just given out itself
 * may do without); the indexes of `tables` (a NULL-ended list) are dropped,
 * and built again from the same text at the end.
 */
void ds_references_check(struct ds_store *store, bool check);
dossier_status ds_bulk_begin(struct ds_store *store,
    const char *const *tables, dossier_error *err);
dossier_status ds_bulk_end(struct ds_store *store, dossier_error *err);

/*
 * Walk the chain from the start. `report` gets each break as an English
 * message; *sound is false after the first.
 */
dossier_status ds_chain_check(bool *sound, struct ds_store *store,
    void (*report)(const char *message, void *payload), void *payload,
    dossier_error *err);

/* SHA-256 of salt and image, as an event keeps it. */
dossier_status ds_image_digest(unsigned char out[DS_DIGEST_SIZE],
    const unsigned char salt[DS_SALT_SIZE], const char *image,
    dossier_error *err);

#endif
