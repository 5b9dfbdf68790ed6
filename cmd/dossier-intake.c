/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier intake: lists in, or a whole batch out again. */
#include "common/desk.h"

struct ask {
	dossier_intake_options intake;
	struct opt_list set;
	int undo;			/* OPT_UNSET: nothing */
};

static const char *const kinds[] = {
	"youth", "party", "contact", "place", "placement", "wagevalue",
	"meeting", "agreement", "lead", "postcode", "municipality",
	"residence", "moment", "decision", "opp", "qualification",
	"work_process", "work_profile", "life_domain", "register", "scheme",
	"assessment", "care", "statement", "answer", "person", "ground",
	"track", NULL
};

static int
begin(struct desk *desk, struct opt_operands *operands, struct ask *ask,
    int *kind, int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier intake --dry-run leerlingen.csv",
		"dossier intake --set school=02QZ00 leerlingen.csv",
		"dossier intake leerlingen.csv.refused.csv",
		"dossier intake --undo 12",
		NULL
	};
	dossier_intake_options *intake = &ask->intake;
	const struct opt options[] = {
		{ .name = "kind", .argument = N_("KIND"), .choice = kind,
		    .choices = kinds,
		    .help = N_("What the list holds; else its header tells.")
		    },
		{ .name = "map", .argument = N_("FILE"), .text = &intake->map,
		    .help = N_("A YAML file that says which column is what.")
		    },
		{ .name = "set", .argument = N_("FIELD=VALUE"),
		    .list = &ask->set,
		    .help = N_("Give this field to every row that lacks it. "
		    "May be given more than once.") },
		{ .name = "as-of", .argument = N_("DAY"),
		    .day = &intake->as_of,
		    .help = N_("The day on which what changed, changed; "
		    "today unless told.") },
		{ .name = "dry-run", .letter = 'n', .flag = &intake->dry_run,
		    .help = N_("Say what would happen; change nothing.") },
		{ .name = "into-sample", .flag = &intake->into_sample,
		    .help = N_("Take real lists into the fictional region.")
		    },
		{ .name = "undo", .argument = N_("BATCH"),
		    .number = &ask->undo,
		    .help = N_("Take a whole batch back; alone.") },
		{ .name = NULL }
	};
	const struct opt_command command = {
		.name = "intake", .operands = N_("FILE…"), .max = OPT_MANY,
		.examples = examples, .options = options
	};

	return desk_begin(desk, operands, &command, argc, argv);
}

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

int
main(int argc, char **argv)
{
	struct ask ask = {
		.intake = { .as_of = DOSSIER_NO_DAY }, .undo = OPT_UNSET
	};
	struct opt_operands operands;
	struct desk desk;
	dossier_document *document = NULL;
	dossier_status status;
	int kind = OPT_UNSET, code;

	code = begin(&desk, &operands, &ask, &kind, argc, argv);
	if (code != OPT_GO)
		return code;
	if (kind != OPT_UNSET)
		ask.intake.kind = kinds[kind];
	if (ask.undo != OPT_UNSET)
		status = undo(&desk, &document, &ask, operands.count);
	else
		status = take(&desk, &document, &ask, &operands);
	return desk_end(&desk, document, status);
}
