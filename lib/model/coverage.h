/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Coverage of the lead lane: is there a name on every day?
 *
 * A day has a name when a lead covers it and somebody answers at that party:
 * the lead's own contact while that holds a role there, or a stand-in
 * (vervanger); for a lead that names no contact, the party's contact person,
 * outflow coordinator or case director. Nobody, and a party without a
 * person, are two counts: they never hold the same day.
 */
#ifndef DS_MODEL_COVERAGE_H
#define DS_MODEL_COVERAGE_H

#include "model/book.h"

struct ds_stretches {			/* days, in order and apart */
	size_t count;
	const struct ds_span *spans;
	int64_t days;
};

struct ds_coverage {
	struct ds_span window;
	struct ds_stretches nobody;	/* no lead at all */
	struct ds_stretches no_person;	/* a party, and nobody who answers */
	struct ds_stretches twice;	/* two leads or more */
	/* The lead that ends first in the window, its last day included. */
	const struct ds_row *ends_first;	/* NULL: none ends in it */
	/*
	 * The last day that has a name as far as is known, also when it lies
	 * after the window; no day when it stays so.
	 */
	dossier_day name_until;
};

/*
 * What rows of DS_LEAD of one youth and rows of DS_CONTACT_ROLE (of any
 * party) say about `window`, which has two known ends. Roles for another
 * school than `about` do not answer, except the lead's own contact; 0: any.
 * Lists go into `arena`, rows are borrowed. DOSSIER_NO_MEMORY.
 */
dossier_status ds_coverage_of(struct ds_coverage *out,
    struct ds_arena *arena, struct ds_span window, const struct ds_row *leads,
    size_t lead_count, const struct ds_row *roles, size_t role_count,
    int64_t about, dossier_error *err);

/*
 * The same for a youth in the store. A window without a first day begins
 * when the dossier was opened; one without a last day ends when it was
 * closed, else on the last day that a lead begins or ends, and not before
 * `today`: so a hole between two agreed leads is seen long before.
 */
dossier_status ds_coverage_read(struct ds_coverage *out,
    struct ds_arena *arena, struct ds_book *book, const struct ds_row *youth,
    struct ds_span window, int64_t about, dossier_day today,
    dossier_error *err);

#endif
