/* SPDX-License-Identifier: EUPL-1.2 */
/* What is still missing, for each purpose that the pack has a list of. */
#include "flows/show.h"

#include "flows/checklist.h"
#include "rules/facts.h"

static dossier_status
put_list(struct ds_show *show, struct ds_value *list,
    const struct ds_checklist *wanted, const struct ds_youth_facts *facts,
    dossier_error *err)
{
	struct ds_value *map = ds_put_map(show->doc, list, NULL), *ids;
	dossier_language lang = show->doc->language;
	const char *purpose = ds_checklist_purpose(wanted, lang), *head;
	struct ds_lacks lacks;
	size_t i;

	DS_TRY(ds_lacks_of(&lacks, show->arena, wanted, facts, err));
	ds_put_text(show->doc, map, "purpose", wanted->name);
	ids = ds_put_list(show->doc, map, "missing");
	for (i = 0; i < lacks.count; i++)
		ds_put_text(show->doc, ids, NULL, lacks.id[i]);
	ds_show_open(show);
	if (lacks.count == 0) {
		ds_paragraph(show->doc, ds_tr(lang, N_("For: %s. Nothing is "
		    "missing.")), purpose);
		return DOSSIER_OK;
	}
	head = ds_show_kept(show, ds_arena_printf(show->arena, ds_tr(lang,
	    N_("For: %s:")), purpose));
	ds_present_things(show->doc, head, lacks.label, lacks.count);
	return DOSSIER_OK;
}

static dossier_status
put_lists(const struct ds_case *youth, void *payload, dossier_error *err)
{
	struct ds_show *show = payload;
	struct ds_value *list = ds_put_list(show->doc, show->map,
	    "still_missing");
	size_t i;

	for (i = 0; i < show->pack->checklist_count; i++)
		DS_TRY(put_list(show, list, &show->pack->checklists[i],
		    &youth->facts, err));
	return DOSSIER_OK;
}

dossier_status
ds_show_missing(struct ds_show *show, dossier_error *err)
{
	show->opened = false;
	show->title = ds_tr(show->doc->language, N_("Still missing"));
	/* What is missing tells what is there. */
	if (show->limited)
		return DOSSIER_OK;
	return ds_cases(show->session->book, show->known->id, show->day,
	    put_lists, show, err);
}
