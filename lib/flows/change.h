/* SPDX-License-Identifier: EUPL-1.2 */
/* What was changed in a dossier: field by field, before and after. */
#ifndef DS_FLOWS_CHANGE_H
#define DS_FLOWS_CHANGE_H

#include "flows/session.h"

struct ds_changes {
	dossier_document *doc;
	struct ds_view *view;
	struct ds_value *list;		/* `changes`, for machines */
	struct ds_block *table;		/* NULL until there is one */
	size_t count;			/* fields */
};

/* Into `map`; the view must outlive it. */
void ds_changes_begin(struct ds_changes *out, dossier_document *doc,
    struct ds_value *map, struct ds_view *view);
/* Of one record every field that differs; whose it is never does. */
dossier_status ds_changes_put(struct ds_changes *changes,
    const struct ds_row *before, const struct ds_row *after,
    dossier_error *err);
/* When there are none, that is said. */
void ds_changes_end(struct ds_changes *changes);

#endif
