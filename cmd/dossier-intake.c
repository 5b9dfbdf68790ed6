/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier intake: lists in, or a whole batch out again. */
#include "common/desk.h"

struct ask {
	dossier_intake_options intake;
	struct opt_list set;
	int kind, undo;			/* OPT_UNSET: not given */
};

static const char *const kinds[] = {
	"youth", "party", "contact", "place", "placement", "wagevalue",
	"meeting", "agreement", "lead", "postcode", "municipality",
	"residence", "moment", "decision", "opp", "qualification",
	"work_process", "work_profile", "life_domain", "register", "scheme",
	"assessment", "care", "statement", "answer", "person", "ground",
	"track", "dossier", NULL
};

static dossier_status
undo(struct desk *desk, dossier_document **out, const struct ask *ask,
    int files)
{
	const dossier_intake_options *intake = &ask->intake;
	dossier_status status;

	if (files > 0)
		return desk_usage(desk, N_("--undo takes a batch back and "
		    "reads no files: give one or the other."));
	if (intake->kind != NULL || intake->map != NULL ||
	    ask->set.count > 0 || intake->dry_run || intake->into_sample ||
	    intake->as_of.number != DOSSIER_NO_DAY.number)
		return desk_usage(desk, N_("--undo goes with no other option "
		    "of intake."));
	status = desk_open(desk, "intake undo", true);
	if (status != DOSSIER_OK)
		return status;
	return dossier_intake_undo(out, desk->session, ask->undo,
	    &desk->err);
}

static dossier_status
take(struct desk *desk, dossier_document **out, struct ask *ask,
    const struct opt_operands *operands)
{
	dossier_status status;

	if (operands->count == 0)
		return desk_usage(desk, N_("Name the file to take in."));
	ask->intake.set = ask->set.items;
	ask->intake.set_count = ask->set.count;
	desk->attend = true;
	status = desk_open(desk, "intake", true);
	if (status != DOSSIER_OK)
		return status;
	if (ask->intake.as_of.number == DOSSIER_NO_DAY.number)
		ask->intake.as_of = desk->options.today;
	return dossier_intake(out, desk->session,
	    (const char *const *)operands->text, (size_t)operands->count,
	    &ask->intake, &desk->err);
}

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	struct ask *ask = asked;

	if (ask->kind != OPT_UNSET)
		ask->intake.kind = kinds[ask->kind];
	return ask->undo != OPT_UNSET ?
	    undo(desk, out, ask, operands->count) :
	    take(desk, out, ask, operands);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier intake --dry-run leerlingen.csv",
		"dossier intake --set school=02QZ00 leerlingen.csv",
		"dossier intake leerlingen.csv.refused.csv",
		"dossier intake --undo 12",
		NULL
	};
	struct ask ask = {
		.intake = { .as_of = DOSSIER_NO_DAY }, .undo = OPT_UNSET,
		.kind = OPT_UNSET
	};
	const struct opt options[] = {
		{ .name = "kind", .argument = N_("KIND"), .choice = &ask.kind,
		    .choices = kinds,
		    .help = N_("What the list holds; else its header tells.")
		    },
		{ .name = "map", .argument = N_("FILE"), .text = &ask.intake.map,
		    .help = N_("A YAML file that says which column is what.")
		    },
		{ .name = "set", .argument = N_("FIELD=VALUE"),
		    .list = &ask.set,
		    .help = N_("Give this field to every row that lacks it. "
		    "May be given more than once.") },
		{ .name = "as-of", .argument = N_("DAY"),
		    .day = &ask.intake.as_of,
		    .help = N_("The day on which what changed, changed; "
		    "today unless told.") },
		{ .name = "dry-run", .letter = 'n', .flag = &ask.intake.dry_run,
		    .help = N_("Say what would happen; change nothing.") },
		{ .name = "into-sample", .flag = &ask.intake.into_sample,
		    .help = N_("Take real lists into the fictional region.")
		    },
		{ .name = "reason", .argument = N_("TEXT"),
		    .text = &ask.intake.reason,
		    .help = N_("Why a dossier file removes or changes what "
		    "it does.") },
		{ .name = "undo", .argument = N_("BATCH"),
		    .number = &ask.undo,
		    .help = N_("Take a whole batch back; alone.") },
		{ .name = NULL }
	};
	const struct opt_command command = {
		.name = "intake", .operands = N_("FILE…"), .max = OPT_MANY,
		.examples = examples, .options = options
	};

	return desk_main(&command, run, &ask, argc, argv);
}
