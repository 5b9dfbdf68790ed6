/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Receipts: advice for one youth is kept as it was given, so that later, when
 * the pack, the facts or the software have changed, the same page can be
 * given back byte for byte. The same advice on the same day is one receipt.
 */
#ifndef DS_FLOWS_RECEIPT_H
#define DS_FLOWS_RECEIPT_H

#include "flows/session.h"

struct ds_receipt {
	int64_t youth;
	const char *object;		/* the youth's ref */
	const char *subject;		/* "route" */
	const char *pack, *version, *digest;
	const char *others;		/* a line each; NULL: none */
	const char *outcome, *rule;	/* NULL: undecided */
	const char *facts;		/* a line each; NULL: none */
	/* Facts and record.field, blanks between: what it shows. */
	const char *rests_on;
	/* By language, without the line that names the receipt. */
	const dossier_document *page[2];
};

/*
 * Write the look at the youth to the history, and with it the receipt unless
 * it is there already. Its ref is in *out, in `arena`.
 * Inside a transaction it is part of that step, which tells of the youth.
 */
dossier_status ds_receipt_keep(const char **out, struct ds_arena *arena,
    dossier_session *session, const struct ds_receipt *receipt,
    dossier_error *err);
/* The page's last line, and the key `receipt` of its first object. */
void ds_receipt_name(dossier_document *doc, const char *ref);

#endif
