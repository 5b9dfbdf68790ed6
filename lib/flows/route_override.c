/* SPDX-License-Identifier: EUPL-1.2 */
/* A person decides for another route: a record beside the advice. */
#include <string.h>

#include "base/text.h"
#include "flows/route.h"

#define MOST_ROUTES 32			/* to suggest from */

static bool
blank(const char *text)
{
	return text == NULL || text[strspn(text, " \t")] == '\0';
}

static dossier_status
no_route(const char *text, dossier_error *err)
{
	const char *slugs[MOST_ROUTES], *near;
	struct ds_buf all = DS_BUF_INIT;
	size_t count = 0;

	for (; ds_codes_destination[count].slug != NULL &&
	    count < MOST_ROUTES; count++) {
		slugs[count] = ds_codes_destination[count].slug;
		ds_buf_printf(&all, "%s%s", count == 0 ? "" : ", ",
		    slugs[count]);
	}
	near = ds_text_nearest(text, slugs, count);
	if (near != NULL)
		ds_advise(err, N_("Did you mean %s?"), near);
	else
		ds_advise(err, N_("Choose one of: %s."), all.data);
	ds_buf_free(&all);
	return ds_fail(err, DOSSIER_NOT_FOUND, N_("There is no route %s."),
	    text);
}

static dossier_status
check_override(const struct ds_code **code, const dossier_session *session,
    const struct ds_override *asked, dossier_error *err)
{
	if (blank(asked->route) || blank(asked->by) || blank(asked->reason)) {
		ds_advise(err, N_("Give all three: --override ROUTE --by NAME "
		    "--reason TEXT"));
		return ds_fail(err, DOSSIER_USAGE, N_("Only a person with a "
		    "name and a reason can decide for another route."));
	}
	if (ds_day_known(asked->until) &&
	    asked->until.number < session->today.number)
		return ds_fail(err, DOSSIER_USAGE, N_("The last day of this "
		    "decision has already passed."));
	*code = ds_code_find(ds_codes_destination, asked->route);
	return *code != NULL ? DOSSIER_OK : no_route(asked->route, err);
}

static dossier_status
add_decision(dossier_session *session, struct ds_arena *arena,
    const struct ds_row *youth, const struct ds_override *override,
    dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_DECISION);
	ds_row_set_int(&row, DS_F_DECISION_YOUTH, youth->id);
	ds_row_set_text(&row, DS_F_DECISION_SUBJECT, "route");
	ds_row_set_text(&row, DS_F_DECISION_OUTCOME, override->route);
	ds_row_set_text(&row, DS_F_DECISION_BY, override->by);
	ds_row_set_text(&row, DS_F_DECISION_REASON, override->reason);
	if (!ds_row_set_day(&row, DS_F_DECISION_ON, override->on, arena) ||
	    !ds_row_set_day(&row, DS_F_DECISION_UNTIL, override->until,
	    arena))
		return ds_no_memory(err);
	return ds_book_add(session->book, &row, err);
}

/* The decision and the receipt of the advice beside it are one step. */
static dossier_status
record(dossier_document **out, dossier_session *session,
    const struct ds_row *youth, const struct ds_override *override,
    dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status;

	DS_TRY(ds_session_begin(session, ds_row_text(youth, DS_F_YOUTH_REF),
	    override->reason, err));
	status = add_decision(session, &arena, youth, override, err);
	if (status == DOSSIER_OK)
		status = ds_route_document(out, session, youth->id, err);
	if (status == DOSSIER_OK)
		status = ds_tx_commit(session->store, err);
	ds_tx_rollback(session->store);
	ds_arena_free(&arena);
	return status;
}

dossier_status
dossier_match_override(dossier_document **out, dossier_session *session,
    const char *ref, const char *route, const char *by, const char *reason,
    dossier_day until, dossier_error *err)
{
	struct ds_override override = { route, by, reason, session->today,
	    until };
	dossier_document *document = NULL;
	const struct ds_code *code;
	struct ds_arena arena = {0};
	struct ds_row youth;
	dossier_status status;

	DS_TRY(ds_session_may(session, "decide", err));
	DS_TRY(check_override(&code, session, &override, err));
	override.route = code->slug;
	status = ds_youth_find(&youth, &arena, session, ref, true, err);
	if (status == DOSSIER_OK)
		status = record(&document, session, &youth, &override, err);
	if (status == DOSSIER_OK)
		*out = document;
	else
		dossier_document_free(document);
	ds_arena_free(&arena);
	return status;
}
