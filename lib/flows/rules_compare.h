/* SPDX-License-Identifier: EUPL-1.2 */
/* Between rules_compare.c and rules_compare_line.c. */
#ifndef DS_FLOWS_RULES_COMPARE_H
#define DS_FLOWS_RULES_COMPARE_H

#include "flows/rules_youth.h"

#define DS_MOST_SIDES 6			/* packs beside each other */

struct ds_side {
	const struct ds_pack *pack;
	const char *title;		/* "utrecht 2026.1", or its file */
	const char *file;		/* NULL: it is installed */
};

struct ds_compared {			/* one thing, under each pack */
	const char *kind;		/* for machines: "term" */
	const char *title;		/* English, marked */
	const char *name, *label;
	/* NULL: the pack says nothing of it. */
	const char *texts[DS_MOST_SIDES];
	const char *rules[DS_MOST_SIDES];	/* ids; may be NULL */
	const char *hidden;		/* why it is not told, or NULL */
};

struct ds_compare {
	struct ds_rules_youth asked;
	const char *const *with;
	size_t with_count;
	bool all;
	size_t side_count;
	struct ds_side sides[DS_MOST_SIDES];
	size_t count, capacity;
	struct ds_compared *lines;
};

/* Fill the lines, in the order in which people want them. */
dossier_status ds_compare_lines(struct ds_compare *compare,
    dossier_error *err);

#endif
