/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Facts of youths out of the store: whole columns at a time, never a query
 * a youth. A walk goes over the youths in chunks, so that memory stays small
 * for any number.
 */
#ifndef DS_RULES_FACTS_H
#define DS_RULES_FACTS_H

#include "model/book.h"
#include "rules/fact.h"
#include "rules/library.h"

/* One youth on a day, with what reports show beside the facts. */
struct ds_case {
	struct ds_youth_facts facts;
	const char *given_name, *prefix, *family_name;	/* may be NULL */
	int64_t school;			/* party ids; 0: none that day */
	int64_t municipality;
	int64_t lead, lead_contact;
	dossier_day lead_until;		/* no day: open */
	dossier_day closed_on;
};

/* Called for each youth, in the order of id; the case is borrowed. */
typedef dossier_status (*ds_case_visit)(const struct ds_case *youth,
    void *payload, dossier_error *err);

/*
 * Visit every youth, or the one with that id (0: all), as known on `day`.
 * `library` says what counts as acute, by the pack of each youth; NULL: that
 * fact is not known.
 */
dossier_status ds_cases(struct ds_book *book,
    struct ds_library *library, int64_t youth, dossier_day day,
    ds_case_visit visit, void *payload, dossier_error *err);

#endif
