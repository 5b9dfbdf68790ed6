/* SPDX-License-Identifier: EUPL-1.2 */
/* Between rules_explain.c and rules_explain_tell.c. */
#ifndef DS_FLOWS_RULES_EXPLAIN_H
#define DS_FLOWS_RULES_EXPLAIN_H

#include "flows/rules_youth.h"

struct ds_explain {
	struct ds_rules_youth asked;
	const char *name;		/* of the table */
	const struct ds_table *table;
	struct ds_outcome outcome;
	struct ds_values values;
	size_t fact_count;
	enum ds_fact facts[DS_FACT_COUNT];
	/* Why the reader may not see it; NULL: it is shown. */
	const char *hidden;		/* what the table comes to */
	const char *hidden_fact[DS_FACT_COUNT];
	const char *hidden_input[DS_MAX_INPUTS];
	struct ds_value *map;
};

/* The key stands there only where something is kept back. */
void ds_explain_withheld(struct ds_rules_page *page, struct ds_value *map,
    const char *why);
/* What the table comes to, and which pack says so. */
void ds_explain_head(struct ds_explain *explain);
void ds_explain_facts(struct ds_explain *explain);
/* What one change would turn it; nothing where the outcome is withheld. */
dossier_status ds_explain_turns(struct ds_explain *explain,
    dossier_error *err);

#endif
