/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Is a pack fit for use? Its tables are proven and its examples run; each
 * fault goes into a document with its place and what to do.
 */
#ifndef DS_FLOWS_RULES_CHECK_H
#define DS_FLOWS_RULES_CHECK_H

#include "flows/say.h"
#include "rules/draft.h"

struct ds_verdict {
	bool read;			/* it is a pack at all */
	size_t tables, unproven;	/* its own tables; those with a fault */
	size_t examples, failed;
	size_t faults;			/* of all kinds */
};

struct ds_findings {			/* begin with zeros and doc */
	dossier_document *doc;
	struct ds_arena arena;		/* scratch */
	struct ds_block *table;		/* one line each; NULL: none yet */
	/* of the pack that is being judged */
	const struct ds_pack *pack;
	const char *file;		/* NULL: it stands in no file */
	struct ds_value *list;
	struct ds_verdict *verdict;
	const struct ds_table *last;	/* the table of the last fault */
	bool noted;			/* something was only noted */
};

/* A pack that was loaded; keys `tables` to `findings` go into `map`. */
dossier_status ds_findings_pack(struct ds_verdict *out,
    struct ds_findings *findings, struct ds_value *map, const char *file,
    const struct ds_pack *pack, dossier_error *err);
/* The same of a draft, also when it is refused. */
dossier_status ds_findings_draft(struct ds_verdict *out,
    struct ds_findings *findings, struct ds_value *map,
    const struct ds_draft *draft, dossier_error *err);
/* Whether it may be used, in words. */
const char *ds_verdict_text(struct ds_findings *findings,
    const struct ds_verdict *verdict);

#endif
