/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a pack's rules say of one youth, for who works here. Private to
 * `rules explain` and `rules compare`.
 */
#ifndef DS_FLOWS_RULES_YOUTH_H
#define DS_FLOWS_RULES_YOUTH_H

#include "flows/rules_page.h"
#include "flows/seen.h"
#include "rules/decide.h"

struct ds_rules_youth {
	struct ds_rules_page page;	/* page.pack: the pack that judges */
	const char *why;		/* why it does; English, marked */
	struct ds_library *library;
	struct ds_view view;
	const struct ds_case *youth;
	const char *name;		/* as the reader may see it */
	dossier_status (*tell)(struct ds_rules_youth *asked,
	    dossier_error *err);
	void *payload;
};

/*
 * Find the youth, write the look to the history and call `tell` once, with
 * the facts of the session's day and a document of that title. The document
 * is in *out. DOSSIER_NOT_FOUND, DOSSIER_AMBIGUOUS.
 */
dossier_status ds_rules_of_youth(dossier_document **out,
    struct ds_rules_youth *asked, const char *ref, const char *title,
    dossier_error *err);

/* *why is NULL, or why the reader may not see what a table comes to. */
dossier_status ds_rules_table_hidden(const char **why,
    struct ds_rules_youth *asked, const struct ds_pack *pack,
    const struct ds_table *table, dossier_error *err);

/* "Drechtsteden (drechtsteden), version 2026.1". */
const char *ds_rules_pack_text(struct ds_rules_page *page,
    const struct ds_pack *pack);
/*
 * What a table comes to: what its rules say, its `otherwise`, or that it is
 * undecided. For COLLECT all that its true rules say.
 */
const char *ds_rules_outcome(struct ds_rules_page *page,
    const struct ds_table *table, const struct ds_outcome *outcome);
/* The ids of the rules that decide; "" when none does. */
const char *ds_rules_deciding(struct ds_rules_page *page,
    const struct ds_table *table, const struct ds_outcome *outcome);
/* Does this rule decide? */
bool ds_rules_decides(const struct ds_table *table,
    const struct ds_outcome *outcome, size_t rule);
/* Facts by label, or by what would supply them. */
const char *ds_rules_facts(struct ds_rules_page *page,
    const enum ds_fact *facts, size_t count, bool supply);

#endif
