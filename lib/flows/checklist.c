/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/checklist.h"

dossier_status
ds_lacks_of(struct ds_lacks *out, struct ds_arena *arena,
    const struct ds_checklist *list, const struct ds_youth_facts *facts,
    dossier_error *err)
{
	const struct ds_item *item;
	size_t i;

	out->count = 0;
	out->id = ds_arena_alloc(arena, (list->count + 1) * sizeof *out->id);
	out->label = ds_arena_alloc(arena,
	    (list->count + 1) * sizeof *out->label);
	if (out->id == NULL || out->label == NULL)
		return ds_no_memory(err);
	for (i = 0; i < list->count; i++) {
		item = &list->items[i];
		if (ds_item_present(item, facts))
			continue;
		out->id[out->count] = item->id;
		out->label[out->count++] = item->label;
	}
	return DOSSIER_OK;
}

const char *
ds_checklist_purpose(const struct ds_checklist *list,
    dossier_language language)
{
	/* The one checklist that a command of its own works with. */
	static const struct ds_code own[] = {
		{ "handover", N_("handover (transition document)"), NULL },
		{ NULL, NULL, NULL }
	};
	const char *label = ds_code_label(own, list->name, language);

	return label != list->name ? label : ds_code_label(ds_codes_purpose,
	    list->name, language);
}
