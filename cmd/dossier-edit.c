/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier edit: one dossier in the editor, or single fields of it. */
#include "common/desk.h"
#include "common/editor.h"
#include "common/exit.h"

#include <stdlib.h>
#include <string.h>

struct edit {
	struct opt_list set, nothing, declined;
	const char *reason;
	const char *merge, *prefer;	/* another dossier of this youth */
	bool dry_run;
};

/* ---- in the editor ---- */

/* A text, as malloc() gave it. */
struct text {
	char *bytes;
	size_t size;
	int line;			/* for the cursor; 0: anywhere */
};

struct sitting {
	struct desk *desk;
	const struct edit *edit;
	struct editor editor;
	char ref[DOSSIER_REF_SIZE];
	struct text now;		/* what goes into the editor */
	dossier_error why;		/* why the last one was refused */
	bool refused, accepted;
};

static void
replace(struct text *text, char *bytes, size_t size)
{
	free(text->bytes);
	text->bytes = bytes;
	text->size = size;
	text->line = 0;
}

/* The library's own memory goes back to it. */
static dossier_status
copy(struct sitting *sitting, char *bytes, size_t size)
{
	char *kept = malloc(size + 1);

	if (kept != NULL) {
		memcpy(kept, bytes, size);
		kept[size] = '\0';
		replace(&sitting->now, kept, size);
	}
	dossier_edit_free(bytes);
	return kept == NULL ? exit_no_memory(&sitting->desk->err) :
	    DOSSIER_OK;
}

/* Put on top why it comes back. */
static dossier_status
explain(struct sitting *sitting, const dossier_error *why)
{
	struct text next = { NULL, 0, 0 };
	dossier_status status;

	status = editor_reason(&next.bytes, &next.size, &next.line,
	    sitting->now.bytes, sitting->now.size, why,
	    &sitting->desk->err);
	if (status != DOSSIER_OK)
		return status;
	replace(&sitting->now, next.bytes, next.size);
	sitting->now.line = next.line;
	return DOSSIER_OK;
}

/* What was typed an earlier time and could not be taken comes first. */
static dossier_status
take_over(struct sitting *sitting)
{
	dossier_error why = DOSSIER_ERROR_INIT(sitting->desk->err.language);
	dossier_status status;
	char *left;
	size_t size;

	status = editor_take_over(&left, &size, &sitting->editor,
	    &sitting->desk->err);
	if (status != DOSSIER_OK)
		return status;
	replace(&sitting->now, left, size);
	exit_fail(&why, DOSSIER_INVALID, N_("This was typed an earlier time "
	    "and has not been saved."));
	return explain(sitting, &why);
}

/* The store is not held while somebody types. */
static dossier_status
first_text(struct sitting *sitting, const char *ref)
{
	struct desk *desk = sitting->desk;
	dossier_status status;
	char *text;
	size_t size;

	status = desk_open(desk, "edit", true);
	if (status == DOSSIER_OK)
		status = dossier_edit_text(&text, &size, sitting->ref,
		    desk->session, ref, &desk->err);
	if (status == DOSSIER_OK)
		status = copy(sitting, text, size);
	dossier_session_close(desk->session);
	desk->session = NULL;
	return status;
}

static dossier_status
apply(struct sitting *sitting, dossier_document **out)
{
	struct desk *desk = sitting->desk;
	dossier_status status;
	char *again = NULL;
	size_t size;

	dossier_session_close(desk->session);
	desk->session = NULL;
	status = desk_open(desk, "edit", true);
	if (status == DOSSIER_OK)
		status = dossier_edit_apply(out, &again, &size,
		    desk->session, sitting->ref, sitting->now.bytes,
		    sitting->now.size, sitting->edit->reason, &desk->err);
	if (again != NULL && copy(sitting, again, size) != DOSSIER_OK)
		return DOSSIER_NO_MEMORY;
	return status;
}

/* Was it refused for what stands in it, so that it can be mended? */
static bool
can_mend(dossier_status status)
{
	return status == DOSSIER_INVALID || status == DOSSIER_CONFLICT;
}

/* Open it again with the reason on top. */
static dossier_status
go_on(struct sitting *sitting)
{
	dossier_error fresh = DOSSIER_ERROR_INIT(sitting->desk->err.language);

	sitting->why = sitting->desk->err;
	sitting->desk->err = fresh;
	sitting->refused = true;
	return explain(sitting, &sitting->why);
}

/* Once through the editor; *done when that was the last time. */
static dossier_status
sit(bool *done, struct sitting *sitting, dossier_document **out)
{
	struct desk *desk = sitting->desk;
	dossier_status status;
	char *typed;
	size_t size;

	*done = true;
	status = editor_run(&typed, &size, &sitting->editor,
	    sitting->now.bytes, sitting->now.size, sitting->now.line,
	    &desk->err);
	if (status != DOSSIER_OK)
		return status;
	replace(&sitting->now, typed, size);
	if (sitting->editor.outcome == EDITOR_EMPTY) {
		sitting->accepted = true;
		if (!desk->shared.quiet)
			fprintf(stderr, "%s\n", dossier_text(
			    desk->err.language, N_("Cancelled: nothing was "
			    "changed.")));
		return DOSSIER_OK;
	}
	if (sitting->refused && sitting->editor.outcome == EDITOR_UNCHANGED) {
		desk->err = sitting->why;
		return sitting->why.status;
	}
	status = apply(sitting, out);
	sitting->accepted = status == DOSSIER_OK;
	if (!can_mend(status))
		return status;
	*done = false;
	return go_on(sitting);
}

static dossier_status
in_editor(struct desk *desk, dossier_document **out, const char *ref,
    const struct edit *edit)
{
	struct sitting sitting = { .desk = desk, .edit = edit };
	dossier_status status = first_text(&sitting, ref);
	bool done = false;

	if (status != DOSSIER_OK)
		return status;
	status = editor_begin(&sitting.editor, sitting.ref, NULL,
	    &desk->err);
	if (status == DOSSIER_OK && sitting.editor.left[0] != '\0')
		status = take_over(&sitting);
	while (status == DOSSIER_OK && !done)
		status = sit(&done, &sitting, out);
	editor_end(&sitting.editor, sitting.accepted, desk->err.language);
	free(sitting.now.bytes);
	return status;
}

/* ---- field by field ---- */

static dossier_status
set_fields(struct desk *desk, dossier_document **out, const char *ref,
    struct edit *edit)
{
	dossier_status status = desk_pairs(desk, &edit->set);

	if (status == DOSSIER_OK)
		status = desk_open(desk, "edit", true);
	if (status != DOSSIER_OK)
		return status;
	return dossier_edit(out, desk->session, ref, edit->set.items,
	    edit->set.count, edit->reason, &desk->err);
}

static dossier_status
put_answers(struct desk *desk, dossier_document **out, const char *ref,
    const struct edit *edit)
{
	const dossier_answers answers = { edit->nothing.items,
	    edit->nothing.count, edit->declined.items, edit->declined.count };
	dossier_status status = desk_open(desk, "edit", true);

	return status != DOSSIER_OK ? status : dossier_edit_answer(out,
	    desk->session, ref, &answers, edit->reason, &desk->err);
}

/* ---- two dossiers ---- */

static dossier_status
merge(struct desk *desk, dossier_document **out, const char *ref,
    const struct edit *edit)
{
	dossier_merge_options options = { .other = edit->merge,
	    .prefer = edit->prefer, .dry_run = edit->dry_run };
	dossier_status status;

	if (edit->set.count > 0)
		return desk_usage(desk, N_("--merge and --set do not go "
		    "together."));
	status = desk_open(desk, "edit merge", true);
	if (status != DOSSIER_OK)
		return status;
	options.reason = edit->reason;
	return dossier_merge(out, desk->session, ref, &options, &desk->err);
}

/* ---- the whole ---- */

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	struct edit *edit = asked;
	const char *ref = operands->text[0];
	bool answers = edit->nothing.count + edit->declined.count > 0;
	dossier_status status = desk_text(desk, &edit->reason);

	if (status != DOSSIER_OK)
		return status;
	if (edit->merge != NULL)
		return merge(desk, out, ref, edit);
	if (edit->prefer != NULL || edit->dry_run)
		return desk_usage(desk, N_("--prefer and --dry-run go with "
		    "--merge."));
	if (answers && edit->set.count > 0)
		return desk_usage(desk, N_("--set and what got no value are "
		    "two changes: give them one after the other."));
	if (answers)
		return put_answers(desk, out, ref, edit);
	if (edit->set.count > 0)
		return set_fields(desk, out, ref, edit);
	return in_editor(desk, out, ref, edit);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier edit 7QK2M4XVD",
		"dossier edit 7QK2M4XVD --set expected_exit=2026-07-17",
		"dossier edit 7QK2M4XVD --set class=",
		"dossier edit 7QK2M4XVD --set phone=- < phone.txt",
		"dossier edit 7QK2M4XVD --merge 8RM3N5YWE --reason \"One "
		"pupil, two lists\"",
		"dossier edit 7QK2M4XVD --declined phone",
		NULL
	};
	struct edit edit = { .reason = NULL };
	const struct opt options[] = {
		{ .name = "set", .argument = N_("FIELD=VALUE"),
		    .list = &edit.set,
		    .help = N_("Give this field this value. FIELD= clears "
		    "it; FIELD=- reads it from standard input. May be given "
		    "more than once.") },
		{ .name = "nothing", .argument = N_("FIELD"),
		    .list = &edit.nothing,
		    .help = N_("It was asked today, and there is nothing. "
		    "May be given more than once.") },
		{ .name = "declined", .argument = N_("FIELD"),
		    .list = &edit.declined,
		    .help = N_("It was asked today, and no answer was "
		    "wanted. May be given more than once.") },
		{ .name = "reason", .argument = N_("TEXT"),
		    .text = &edit.reason,
		    .help = N_("Why; it is kept in the history. - reads it "
		    "from standard input.") },
		{ .name = "merge", .argument = N_("REF"),
		    .text = &edit.merge,
		    .help = N_("Take another dossier of the same youth into "
		    "this one, with its history.") },
		{ .name = "prefer", .argument = N_("REF"),
		    .text = &edit.prefer,
		    .help = N_("--merge: which of the two goes first where "
		    "they contradict each other.") },
		{ .name = "dry-run", .letter = 'n', .flag = &edit.dry_run,
		    .help = N_("--merge: say what would happen; change "
		    "nothing.") },
		{ .name = NULL }
	};
	const struct opt_command command = {
		.name = "edit", .operands = N_("REF"), .min = 1, .max = 1,
		.examples = examples, .options = options
	};

	return desk_main(&command, run, &edit, argc, argv);
}
