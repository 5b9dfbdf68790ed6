/* SPDX-License-Identifier: EUPL-1.2 */
/* The right of access: all that is held about somebody, for that person. */
#include "flows/disclose.h"

#include "flows/input.h"
#include "flows/present.h"
#include "flows/say.h"
#include "flows/state.h"

/* The pack that judges who lives there, for why and how long. */
static dossier_status
find_pack(struct ds_disclose *disclose, dossier_error *err)
{
	dossier_session *session = disclose->session;
	struct ds_library *library;
	const char *code = NULL, *why;
	const struct ds_row *home;
	struct ds_row *rows, party;
	size_t count;

	DS_TRY(ds_session_library(&library, session, err));
	DS_TRY(ds_state_list(&rows, &count, disclose->arena, session->book,
	    DS_RESIDENCE, disclose->youth.id, err));
	home = ds_state_near(rows, count, session->today);
	if (home != NULL) {
		DS_TRY(ds_book_read(&party, disclose->arena, session->book,
		    DS_PARTY, ds_row_int(home, DS_F_RESIDENCE_MUNICIPALITY),
		    err));
		code = ds_row_text(&party, DS_F_PARTY_CODE);
	}
	return ds_library_pack(&disclose->pack, library, code, session->today,
	    &why, err);
}

/* Half an answer is no answer: who may not see all gives none. */
static dossier_status
open_view(struct ds_disclose *disclose, dossier_error *err)
{
	DS_TRY(ds_session_view(&disclose->view, disclose->session,
	    disclose->arena, 0, DS_FOR_WORK, err));
	if (disclose->view.allow.reach != DS_REACH_ALL) {
		ds_advise(err, N_("Ask somebody who may see the whole "
		    "dossier."));
		return ds_fail(err, DOSSIER_FORBIDDEN, N_("Your role does "
		    "not see everything, and who asks what is held must get "
		    "all of it."));
	}
	disclose->view.allow.copy = true;
	disclose->view.allow.whole = disclose->options->numbers;
	return DOSSIER_OK;
}

/* ---- the head ---- */

static dossier_status
put_head(struct ds_disclose *disclose, const char *to, dossier_error *err)
{
	dossier_session *session = disclose->session;
	dossier_document *doc = disclose->doc;
	const char *ref = ds_row_text(&disclose->youth, DS_F_YOUTH_REF);
	const char *name;

	DS_TRY(ds_view_name(&name, &disclose->view, &disclose->youth, err));
	disclose->map = ds_put_map(doc, doc->data, NULL);
	ds_put_text(doc, disclose->map, "ref", ref);
	ds_put_text(doc, disclose->map, "name", name);
	ds_put_day(doc, disclose->map, "on", session->today);
	ds_put_text(doc, disclose->map, "given_to", to);
	ds_put_text(doc, disclose->map, "given_by", session->actor_name);
	ds_document_note(doc, ds_say_sure(doc, ds_arena_printf(
	    disclose->arena, "%s (%s), %s", name, ref, ds_say_day(doc,
	    disclose->arena, session->today))));
	ds_say_line(doc, N_("Given to"), to != NULL ? to :
	    ds_tr(doc->language, N_("not said")));
	ds_say_line(doc, N_("Given by"), session->actor_name);
	ds_paragraph(doc, "%s", ds_tr(doc->language, N_("This is all that is "
	    "held about you here. You may ask to have it corrected, "
	    "removed or restricted, object to its use, add a statement of "
	    "your own, and complain to the supervisory authority. Rules only "
	    "advise; a person decides.")));
	return DOSSIER_OK;
}

static void
put_heading_list(struct ds_disclose *disclose, const char *title,
    const char *key, struct ds_value **list)
{
	ds_present_heading(disclose->doc, title);
	*list = ds_put_list(disclose->doc, disclose->map, key);
}

dossier_status
ds_disclose_history(struct ds_disclose *disclose, dossier_error *err)
{
	struct ds_value *list;

	put_heading_list(disclose, N_("What was changed or taken away"),
	    "history", &list);
	return ds_log_put(disclose->doc, list, &disclose->log,
	    &disclose->view, ds_row_text(&disclose->youth, DS_F_YOUTH_REF),
	    true, err);
}

/* ---- the whole ---- */

static dossier_status
fill(struct ds_disclose *disclose, const char *to, dossier_error *err)
{
	DS_TRY(ds_session_document(&disclose->doc, disclose->session,
	    N_("What is held about you"), err));
	DS_TRY(put_head(disclose, to, err));
	DS_TRY(ds_disclose_held(disclose, err));
	DS_TRY(ds_disclose_given(disclose, err));
	DS_TRY(ds_disclose_looks(disclose, err));
	DS_TRY(ds_disclose_history(disclose, err));
	return ds_document_check(disclose->doc, err);
}

static dossier_status
run(struct ds_disclose *disclose, const char *ref, dossier_error *err)
{
	const dossier_disclose_options *options = disclose->options;
	dossier_session *session = disclose->session;
	const char *to;

	DS_TRY(ds_session_known(session, err));
	DS_TRY(open_view(disclose, err));
	DS_TRY(ds_input_line(&to, disclose->arena, options->to, err));
	if (ds_day_known(options->since) && ds_day_known(options->until) &&
	    options->until.number < options->since.number)
		return ds_fail(err, DOSSIER_USAGE,
		    N_("The last day lies before the first."));
	DS_TRY(ds_youth_find(&disclose->youth, disclose->arena, session, ref,
	    true, err));
	DS_TRY(ds_session_gave(session, ds_row_text(&disclose->youth,
	    DS_F_YOUTH_REF), to, err));
	DS_TRY(find_pack(disclose, err));
	DS_TRY(ds_log_read(&disclose->log, &disclose->youth, err));
	return fill(disclose, to, err);
}

dossier_status
dossier_disclose(dossier_document **out, dossier_session *session,
    const char *ref, const dossier_disclose_options *options,
    dossier_error *err)
{
	struct ds_arena arena = {0};
	struct ds_disclose disclose = { .session = session, .arena = &arena,
	    .options = options,
	    .log = { .session = session, .arena = &arena } };
	dossier_status status;

	*out = NULL;
	status = run(&disclose, ref, err);
	if (status == DOSSIER_OK)
		*out = disclose.doc;
	else
		dossier_document_free(disclose.doc);
	ds_free(disclose.log.entries);
	ds_arena_free(&arena);
	return status;
}
