/* SPDX-License-Identifier: EUPL-1.2 */
/* What was asked and got no value: there is nothing, or no answer. */
#include "flows/change.h"
#include "flows/edit.h"
#include "flows/whole.h"

#include <string.h>

#include "base/text.h"
#include "flows/fit.h"
#include "flows/input.h"
#include "flows/present.h"
#include "flows/state.h"

struct answer {
	dossier_session *session;
	struct ds_arena *arena;
	struct ds_row youth;
	struct ds_changes changes;
};

/* ---- what was asked ---- */

static dossier_status
no_subject(struct ds_arena *arena, const char *text, dossier_error *err)
{
	const char *names[DS_KIND_END], *near;
	size_t count = 0;
	int kind;

	for (kind = 1; kind < DS_KIND_END; kind++)
		if (ds_whole_owner(ds_record((enum ds_kind)kind)) >= 0)
			names[count++] = ds_record((enum ds_kind)kind)->table;
	near = ds_text_nearest(ds_arena_ndup(arena, text,
	    strcspn(text, ":.")), names, count);
	if (near != NULL)
		ds_advise(err, N_("Did you mean %s?"), near);
	return ds_fail(err, DOSSIER_INVALID, N_("There is nothing to ask "
	    "that is called %s."), text);
}

/* The value that the field has today; *out is false: none. */
static dossier_status
has_value(bool *out, struct answer *answer, const struct ds_edit_name *name,
    dossier_error *err)
{
	const struct ds_row *row = &answer->youth;
	struct ds_row *rows;
	size_t count;

	if (name->subject != DS_EDIT_YOUTH) {
		DS_TRY(ds_state_list(&rows, &count, answer->arena,
		    answer->session->book, ds_edit_kinds[name->subject],
		    answer->youth.id, err));
		row = ds_state_on(rows, count, answer->session->today);
	}
	*out = row != NULL && ds_row_has(row, name->field);
	return DOSSIER_OK;
}

static dossier_status
find_subject(const char **out, struct answer *answer, const char *text,
    dossier_error *err)
{
	dossier_error own = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_edit_name name;
	dossier_status status;
	bool known = false;

	status = ds_edit_find(&name, answer->arena, text, &own);
	DS_TRY(ds_whole_pass(status, &own, err));
	if (status != DOSSIER_OK) {
		*out = text;
		return ds_fit_subject(answer->arena, text) ? DOSSIER_OK :
		    no_subject(answer->arena, text, err);
	}
	if (ds_edit_is_number(name.subject))
		*out = ds_arena_printf(answer->arena, "identifier:%s",
		    name.text);
	else
		*out = ds_arena_printf(answer->arena, "%s.%s",
		    ds_record(ds_edit_kinds[name.subject])->table,
		    ds_edit_field(&name)->name);
	if (*out == NULL)
		return ds_no_memory(err);
	if (!ds_edit_is_number(name.subject))
		DS_TRY(has_value(&known, answer, &name, err));
	if (!known)
		return DOSSIER_OK;
	ds_advise(err, N_("Clear it first if that is not right: --set %s="),
	    text);
	return ds_fail(err, DOSSIER_INVALID, N_("%s has a value."), text);
}

/* ---- writing ---- */

/* The same answer on the same day stands there once. */
static dossier_status
is_there(bool *out, struct answer *answer, const struct ds_row *row,
    dossier_error *err)
{
	struct ds_row *rows;
	size_t count, i;

	*out = false;
	DS_TRY(ds_state_list(&rows, &count, answer->arena,
	    answer->session->book, DS_ANSWER, answer->youth.id, err));
	for (i = 0; i < count && !*out; i++)
		*out = ds_datum_same(&rows[i].value[DS_F_ANSWER_SUBJECT],
		    &row->value[DS_F_ANSWER_SUBJECT]) &&
		    ds_datum_same(&rows[i].value[DS_F_ANSWER_ANSWER],
		    &row->value[DS_F_ANSWER_ANSWER]) &&
		    ds_datum_same(&rows[i].value[DS_F_ANSWER_ON],
		    &row->value[DS_F_ANSWER_ON]);
	return DOSSIER_OK;
}

static dossier_status
put_answer(struct answer *answer, const char *text, const char *slug,
    dossier_error *err)
{
	struct ds_row row, nothing;
	const char *subject;
	bool there;

	DS_TRY(find_subject(&subject, answer, text, err));
	ds_row_start(&nothing, DS_ANSWER);
	row = nothing;
	ds_row_set_int(&row, DS_F_ANSWER_YOUTH, answer->youth.id);
	ds_row_set_text(&row, DS_F_ANSWER_SUBJECT, subject);
	ds_row_set_text(&row, DS_F_ANSWER_ANSWER, slug);
	ds_row_set_int(&row, DS_F_ANSWER_BY, answer->session->actor);
	if (!ds_row_set_day(&row, DS_F_ANSWER_ON, answer->session->today,
	    answer->arena))
		return ds_no_memory(err);
	DS_TRY(ds_fit_check(&row, answer->arena, answer->session,
	    answer->youth.id, err));
	DS_TRY(is_there(&there, answer, &row, err));
	if (there)
		return DOSSIER_OK;
	DS_TRY(ds_book_add(answer->session->book, &row, err));
	return ds_changes_put(&answer->changes, &nothing, &row, err);
}

static dossier_status
fill(struct answer *answer, dossier_document *doc,
    const dossier_answers *answers, dossier_error *err)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	struct ds_view view;
	size_t i;

	DS_TRY(ds_session_view(&view, answer->session, answer->arena, 0,
	    DS_FOR_WORK, err));
	DS_TRY(ds_present_data(doc, &view, map, &answer->youth,
	    DS_F_YOUTH_REF, err));
	ds_document_note(doc, ds_row_text(&answer->youth, DS_F_YOUTH_REF));
	ds_changes_begin(&answer->changes, doc, map, &view);
	for (i = 0; i < answers->nothing_count; i++)
		DS_TRY(put_answer(answer, answers->nothing[i], "niets", err));
	for (i = 0; i < answers->declined_count; i++)
		DS_TRY(put_answer(answer, answers->declined[i], "geweigerd",
		    err));
	ds_changes_end(&answer->changes);
	return ds_document_check(doc, err);
}

static dossier_status
run(dossier_document **out, struct answer *answer, const char *ref,
    const dossier_answers *answers, const char *reason, dossier_error *err)
{
	dossier_session *session = answer->session;
	dossier_status status;
	const char *why;

	DS_TRY(ds_input_line(&why, answer->arena, reason, err));
	DS_TRY(ds_session_may(session, "edit", err));
	DS_TRY(ds_youth_find(&answer->youth, answer->arena, session, ref,
	    true, err));
	DS_TRY(ds_session_document(out, session, N_("Changed"), err));
	DS_TRY(ds_session_begin(session, ds_row_text(&answer->youth,
	    DS_F_YOUTH_REF), why, err));
	status = fill(answer, *out, answers, err);
	if (status == DOSSIER_OK && answer->changes.count > 0)
		status = ds_tx_commit(session->store, err);
	ds_tx_rollback(session->store);
	return status;
}

dossier_status
dossier_edit_answer(dossier_document **out, dossier_session *session,
    const char *ref, const dossier_answers *answers, const char *reason,
    dossier_error *err)
{
	struct ds_arena arena = {0};
	struct answer answer = { .session = session, .arena = &arena };
	dossier_document *doc = NULL;
	dossier_status status;

	*out = NULL;
	status = run(&doc, &answer, ref, answers, reason, err);
	if (status == DOSSIER_OK)
		*out = doc;
	else
		dossier_document_free(doc);
	ds_arena_free(&arena);
	return status;
}
