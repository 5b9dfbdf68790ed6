/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier edit: change fields of one dossier. */
#include "common/desk.h"

struct edit {
	struct opt_list set;
	const char *reason;
	const char *merge, *prefer;	/* another dossier of this youth */
	bool dry_run;
};

static dossier_status
merge(struct desk *desk, dossier_document **out, const char *ref,
    struct edit *edit)
{
	dossier_merge_options options = { .other = edit->merge,
	    .prefer = edit->prefer, .dry_run = edit->dry_run };
	dossier_status status;

	if (edit->set.count > 0)
		return desk_usage(desk, N_("--merge and --set do not go "
		    "together."));
	status = desk_text(desk, &edit->reason);
	if (status == DOSSIER_OK)
		status = desk_open(desk, "edit merge", true);
	if (status != DOSSIER_OK)
		return status;
	options.reason = edit->reason;
	return dossier_merge(out, desk->session, ref, &options, &desk->err);
}

static dossier_status
run(struct desk *desk, dossier_document **out, const char *ref,
    struct edit *edit)
{
	dossier_status status = DOSSIER_OK;

	if (edit->merge != NULL)
		return merge(desk, out, ref, edit);
	if (edit->prefer != NULL || edit->dry_run)
		return desk_usage(desk, N_("--prefer and --dry-run go with "
		    "--merge."));
	if (edit->set.count == 0)
		return desk_usage(desk, N_("Nothing to change: give --set "
		    "FIELD=VALUE."));
	status = desk_pairs(desk, &edit->set);
	if (status == DOSSIER_OK)
		status = desk_text(desk, &edit->reason);
	if (status == DOSSIER_OK)
		status = desk_open(desk, "edit", true);
	if (status != DOSSIER_OK)
		return status;
	return dossier_edit(out, desk->session, ref, edit->set.items,
	    edit->set.count, edit->reason, &desk->err);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier edit 7QK2M4XVD --set expected_exit=2026-07-17",
		"dossier edit 7QK2M4XVD --set class=",
		"dossier edit 7QK2M4XVD --set phone=- < phone.txt",
		"dossier edit 7QK2M4XVD --merge 8RM3N5YWE --reason \"One "
		"pupil, two lists\"",
		NULL
	};
	struct edit edit = { .reason = NULL };
	const struct opt options[] = {
		{ .name = "set", .argument = N_("FIELD=VALUE"),
		    .list = &edit.set,
		    .help = N_("Give this field this value. FIELD= clears "
		    "it; FIELD=- reads it from standard input. May be given "
		    "more than once.") },
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
	struct opt_operands operands;
	struct desk desk;
	dossier_document *document = NULL;
	dossier_status status;
	int code;

	code = desk_begin(&desk, &operands, &command, argc, argv);
	if (code != OPT_GO)
		return code;
	status = run(&desk, &document, operands.text[0], &edit);
	return desk_end(&desk, document, status);
}
