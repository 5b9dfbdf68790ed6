/* SPDX-License-Identifier: EUPL-1.2 */
/* One voice more, a decision with its reason, and a process signed off. */
#include "flows/follow.h"

#include <string.h>

#include "flows/ending.h"
#include "flows/input.h"
#include "flows/state.h"

/* ---- a statement ---- */

dossier_status
ds_follow_statement(struct ds_follow *follow, dossier_error *err)
{
	const dossier_follow_options *o = follow->options;
	struct ds_row *row = &follow->row;

	ds_row_start(row, DS_STATEMENT);
	ds_row_set_int(row, DS_F_STATEMENT_YOUTH, follow->youth.id);
	DS_TRY(ds_follow_need(follow, DS_F_STATEMENT_SECTION, o->sections,
	    "--section", err));
	DS_TRY(ds_follow_need(follow, DS_F_STATEMENT_VOICE, o->voice,
	    "--voice", err));
	DS_TRY(ds_follow_need(follow, DS_F_STATEMENT_TEXT, o->text, "--text",
	    err));
	DS_TRY(ds_follow_need(follow, DS_F_STATEMENT_AUTHOR, o->name,
	    "--name", err));
	DS_TRY(ds_follow_set_day(follow, DS_F_STATEMENT_ON, follow->on,
	    err));
	return ds_follow_add(follow, err);
}

/* ---- a decision ---- */

dossier_status
ds_follow_decision(struct ds_follow *follow, dossier_error *err)
{
	const dossier_follow_options *o = follow->options;
	struct ds_row *row = &follow->row;

	ds_row_start(row, DS_DECISION);
	ds_row_set_int(row, DS_F_DECISION_YOUTH, follow->youth.id);
	DS_TRY(ds_follow_need(follow, DS_F_DECISION_SUBJECT, o->kind,
	    "--kind", err));
	if (strcmp(ds_row_text(row, DS_F_DECISION_SUBJECT), "route") == 0) {
		ds_advise(err, N_("Use: dossier match route REF --override "
		    "ROUTE --by NAME --reason TEXT"));
		return ds_fail(err, DOSSIER_USAGE, N_("Another route is "
		    "decided with dossier match."));
	}
	DS_TRY(ds_follow_need(follow, DS_F_DECISION_OUTCOME, o->text,
	    "--text", err));
	DS_TRY(ds_follow_need(follow, DS_F_DECISION_REASON, follow->reason,
	    "--reason", err));
	DS_TRY(ds_follow_need(follow, DS_F_DECISION_BY, o->name != NULL ?
	    o->name : follow->session->actor_name, "--name", err));
	DS_TRY(ds_follow_set_day(follow, DS_F_DECISION_ON, follow->on, err));
	DS_TRY(ds_follow_set_span(follow, DS_F_DECISION_ON,
	    DS_F_DECISION_UNTIL, err));
	return ds_follow_add(follow, err);
}

dossier_status
ds_follow_say_decision(struct ds_follow *follow, dossier_document *doc,
    struct ds_view *view, struct ds_value *map, dossier_error *err)
{
	if (strcmp(ds_row_text(&follow->row, DS_F_DECISION_SUBJECT),
	    "loslaten") != 0)
		return DOSSIER_OK;
	return ds_endings_close(doc, follow->session, follow->arena, view,
	    map, follow->youth.id, follow->on, err);
}

/* ---- signing off a work process ---- */

/* "25251:B1-K1-W1": a code means something within its crebo only. */
static dossier_status
set_process(struct ds_follow *follow, dossier_error *err)
{
	const char *text, *colon;
	char *crebo;

	DS_TRY(ds_input_line(&text, follow->arena, follow->options->process,
	    err));
	colon = text == NULL ? NULL : strchr(text, ':');
	if (colon == NULL) {
		ds_advise(err, N_("For example: --process 25251:B1-K1-W1"));
		return ds_fail(err, DOSSIER_USAGE, N_("Say which work process "
		    "was signed off: the crebo, a colon and its code."));
	}
	crebo = ds_arena_ndup(follow->arena, text, (size_t)(colon - text));
	if (crebo == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_follow_need(follow, DS_F_PROCESS_CREBO, crebo, "--process",
	    err));
	return ds_follow_need(follow, DS_F_PROCESS_CODE, colon + 1,
	    "--process", err);
}

static bool
same_text(const struct ds_row *a, const struct ds_row *b, int field)
{
	return ds_datum_same(&a->value[field], &b->value[field]);
}

/* The same process at the same company, or where none is named yet. */
static dossier_status
find_process(struct ds_row *out, struct ds_follow *follow,
    dossier_error *err)
{
	const struct ds_row *row = &follow->row;
	struct ds_row *rows;
	size_t count, i;

	out->id = 0;
	DS_TRY(ds_state_list(&rows, &count, follow->arena,
	    follow->session->book, DS_WORK_PROCESS, follow->youth.id, err));
	for (i = 0; i < count; i++)
		if (same_text(&rows[i], row, DS_F_PROCESS_CREBO) &&
		    same_text(&rows[i], row, DS_F_PROCESS_CODE) &&
		    (!ds_row_has(&rows[i], DS_F_PROCESS_COMPANY) ||
		    same_text(&rows[i], row, DS_F_PROCESS_COMPANY)))
			*out = rows[i];
	return DOSSIER_OK;
}

static dossier_status
set_signed(struct ds_follow *follow, dossier_error *err)
{
	const dossier_follow_options *o = follow->options;

	DS_TRY(ds_follow_set_party(follow, DS_F_PROCESS_COMPANY, err));
	DS_TRY(ds_follow_need(follow, DS_F_PROCESS_ASSESSOR, o->name,
	    "--name", err));
	if (o->text != NULL)
		DS_TRY(ds_follow_set_text(follow, DS_F_PROCESS_TITLE, o->text,
		    err));
	if (o->file_version != NULL)
		DS_TRY(ds_follow_set_text(follow, DS_F_PROCESS_VERSION,
		    o->file_version, err));
	DS_TRY(ds_follow_set_span(follow, DS_F_PROCESS_FROM,
	    DS_F_PROCESS_UNTIL, err));
	return ds_follow_set_day(follow, DS_F_PROCESS_SIGNED, follow->on,
	    err);
}

/* What is already known of it, such as the file's version, stays. */
dossier_status
ds_follow_sign_off(struct ds_follow *follow, dossier_error *err)
{
	struct ds_row before, *row = &follow->row;
	char day[DS_DAY_TEXT];

	ds_row_start(row, DS_WORK_PROCESS);
	ds_row_set_int(row, DS_F_PROCESS_YOUTH, follow->youth.id);
	DS_TRY(set_process(follow, err));
	DS_TRY(ds_follow_set_party(follow, DS_F_PROCESS_COMPANY, err));
	if (!ds_row_has(row, DS_F_PROCESS_COMPANY))
		return ds_fail(err, DOSSIER_USAGE, N_("Say at which company, "
		    "with --with."));
	DS_TRY(find_process(&before, follow, err));
	if (before.id != 0 && ds_row_has(&before, DS_F_PROCESS_SIGNED))
		return ds_fail(err, DOSSIER_CONFLICT, N_("It was signed off "
		    "already, on %s."), ds_day_text(ds_row_day(&before,
		    DS_F_PROCESS_SIGNED), err != NULL ? err->language :
		    DOSSIER_ENGLISH, day));
	if (before.id != 0)
		*row = before;
	DS_TRY(set_signed(follow, err));
	if (before.id == 0)
		return ds_book_add(follow->session->book, row, err);
	return ds_book_change(NULL, follow->session->book, &before, row, NULL,
	    err);
}
