/* SPDX-License-Identifier: EUPL-1.2 */
/* Who received it, and who may receive it on a ground that runs. */
#include "flows/disclose.h"

#include <string.h>

#include "flows/present.h"
#include "flows/say.h"
#include "flows/state.h"

/* "youth.given_name enrolment.class" as people read it. */
static dossier_status
fields_text(const char **text, struct ds_value *item,
    const struct ds_row *delivery, void *payload, dossier_error *err)
{
	struct ds_disclose *disclose = payload;
	dossier_document *doc = disclose->doc;
	const char *words = ds_row_text(delivery, DS_F_DELIVERY_FIELDS);
	char *copy = ds_arena_dup(disclose->arena, words), *word, *next, *dot;
	const struct ds_record *record;
	struct ds_value *list = ds_put_list(doc, item, "fields");
	int field;

	if (copy == NULL)
		return ds_no_memory(err);
	*text = "";
	for (word = strtok_r(copy, " ", &next); word != NULL;
	    word = strtok_r(NULL, " ", &next)) {
		ds_put_text(doc, list, NULL, word);
		dot = strchr(word, '.');
		if (dot == NULL)
			continue;
		*dot = '\0';
		record = ds_record_named(word);
		field = record == NULL ? -1 : ds_field_named(record, dot + 1);
		if (field >= 0)
			*text = ds_say_more(doc, disclose->arena, *text,
			    ", ", ds_tr(doc->language,
			    record->fields[field].label));
	}
	return DOSSIER_OK;
}

static dossier_status
put_deliveries(struct ds_disclose *disclose, dossier_error *err)
{
	static const int fields[] = { DS_F_DELIVERY_ON, DS_F_DELIVERY_PARTY,
	    DS_F_DELIVERY_GROUND, DS_NO_FIELD };
	const struct ds_listing listing = { "recipients",
	    N_("Who received it"), fields, N_("Fields"), fields_text,
	    disclose };
	struct ds_row *rows;
	size_t count;

	DS_TRY(ds_state_list(&rows, &count, disclose->arena,
	    disclose->session->book, DS_DELIVERY, disclose->youth.id, err));
	return ds_present_rows(disclose->doc, &disclose->view, disclose->map,
	    &listing, rows, count, err);
}

/* Does it carry ordinary data today, and if not, why not? */
static dossier_status
ground_state(const char **text, struct ds_value *item,
    const struct ds_row *ground, void *payload, dossier_error *err)
{
	struct ds_disclose *disclose = payload;
	enum ds_coverage_of_ground state = ds_ground_judge(
	    disclose->view.allow.policy, ground, &disclose->youth, NULL,
	    false, disclose->session->today);

	(void)err;
	ds_put_bool(disclose->doc, item, "runs", state == DS_GROUND_COVERS);
	*text = ds_tr(disclose->doc->language, state == DS_GROUND_COVERS ?
	    N_("yes") : ds_ground_reason(state));
	return DOSSIER_OK;
}

static dossier_status
put_grounds(struct ds_disclose *disclose, dossier_error *err)
{
	static const int fields[] = { DS_F_GROUND_RECIPIENT,
	    DS_F_GROUND_SECTIONS, DS_F_GROUND_KIND, DS_F_GROUND_FROM,
	    DS_F_GROUND_UNTIL, DS_NO_FIELD };
	const struct ds_listing listing = { "may_receive",
	    N_("Who may receive it"), fields, N_("Holds today"),
	    ground_state, disclose };
	struct ds_row *rows;
	size_t count;

	DS_TRY(ds_state_list(&rows, &count, disclose->arena,
	    disclose->session->book, DS_GROUND, disclose->youth.id, err));
	return ds_present_rows(disclose->doc, &disclose->view, disclose->map,
	    &listing, rows, count, err);
}

dossier_status
ds_disclose_given(struct ds_disclose *disclose, dossier_error *err)
{
	DS_TRY(put_deliveries(disclose, err));
	return put_grounds(disclose, err);
}
