/* SPDX-License-Identifier: EUPL-1.2 */
/* What a dossier still lacks by a pack's checklist: each is a purpose. */
#ifndef DS_FLOWS_CHECKLIST_H
#define DS_FLOWS_CHECKLIST_H

#include "rules/decide.h"

struct ds_lacks {
	size_t count;
	const char **id, **label;	/* of the pack; the arrays in arena */
};

/* DOSSIER_NO_MEMORY. */
dossier_status ds_lacks_of(struct ds_lacks *out, struct ds_arena *arena,
    const struct ds_checklist *list, const struct ds_youth_facts *facts,
    dossier_error *err);
/* "transition document (handover)": what a checklist is for. */
const char *ds_checklist_purpose(const struct ds_checklist *list,
    dossier_language language);

#endif
