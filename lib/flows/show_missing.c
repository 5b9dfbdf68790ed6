/* SPDX-License-Identifier: EUPL-1.2 */
/* What is still missing, for each purpose that the pack has a list of. */
#include "flows/show.h"

#include "flows/checklist.h"

/* "transition document (handover)": what a list is for. */
static const char *
purpose_of(const struct ds_checklist *list, dossier_language language)
{
	/* The one list that a command of its own works with. */
	static const struct ds_code own[] = {
		{ "handover", N_("handover (transition document)"), NULL },
		{ NULL, NULL, NULL }
	};
	const char *label = ds_code_label(own, list->name, language);

	return label != list->name ? label : ds_code_label(ds_codes_purpose,
	    list->name, language);
}

static dossier_status
put_list(struct ds_show *show, struct ds_value *lists,
    const struct ds_checklist *list, const struct ds_check *check,
    dossier_error *err)
{
	struct ds_value *map = ds_put_map(show->doc, lists, NULL), *ids;
	dossier_language lang = show->doc->language;
	const char *purpose = purpose_of(list, lang), **labels;
	const struct ds_missing *missing;
	size_t count, i;

	DS_TRY(ds_checklist_missing(&missing, &count, check, list, err));
	labels = ds_arena_alloc(show->arena, (count + 1) * sizeof *labels);
	if (labels == NULL)
		return ds_no_memory(err);
	ds_put_text(show->doc, map, "purpose", list->name);
	ids = ds_put_list(show->doc, map, "missing");
	for (i = 0; i < count; i++) {
		ds_put_text(show->doc, ids, NULL, missing[i].id);
		labels[i] = missing[i].label;
	}
	ds_show_open(show);
	if (count == 0)
		ds_paragraph(show->doc, ds_tr(lang, N_("For: %s. Nothing is "
		    "missing.")), purpose);
	else
		ds_present_things(show->doc, ds_show_kept(show,
		    ds_arena_printf(show->arena, ds_tr(lang, N_("For: %s:")),
		    purpose)), labels, count);
	return DOSSIER_OK;
}

static dossier_status
put_lists(const struct ds_case *youth, void *payload, dossier_error *err)
{
	struct ds_show *show = payload;
	struct ds_value *lists = ds_put_list(show->doc, show->map,
	    "still_missing");
	const struct ds_check check = { show->session, show->arena,
	    show->pack, &youth->facts, show->known, show->day, 0 };
	size_t i;

	for (i = 0; i < show->pack->checklist_count; i++)
		DS_TRY(put_list(show, lists, &show->pack->checklists[i],
		    &check, err));
	return DOSSIER_OK;
}

dossier_status
ds_show_missing(struct ds_show *show, dossier_error *err)
{
	struct ds_library *library;

	show->opened = false;
	show->title = ds_tr(show->doc->language, N_("Still missing"));
	/* What is missing tells what is there. */
	if (show->limited)
		return DOSSIER_OK;
	DS_TRY(ds_session_library(&library, show->session, err));
	return ds_cases(show->session->book, library, show->known->id,
	    show->day, put_lists, show, err);
}
