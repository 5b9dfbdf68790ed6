/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier handover: one step of handing a case over. */
#include "common/desk.h"

static const char *const words[] = {
	[DOSSIER_PREPARE] = "prepare", [DOSSIER_SEND] = "send",
	[DOSSIER_ACCEPT] = "accept", [DOSSIER_DECLINE] = "decline", NULL
};

static const char *const actions[] = {
	[DOSSIER_PREPARE] = "handover prepare",
	[DOSSIER_SEND] = "handover send",
	[DOSSIER_ACCEPT] = "handover accept",
	[DOSSIER_DECLINE] = "handover decline"
};

/* A day or a reason that would be dropped in silence is refused. */
static dossier_status
check(struct desk *desk, int verb, const dossier_handover_options *ask)
{
	if (verb != DOSSIER_SEND &&
	    (ask->ground != NULL || ask->folder != NULL || ask->copy))
		return desk_usage(desk, N_("--ground, --folder and --copy "
		    "are for handover send."));
	if (verb != DOSSIER_ACCEPT && (ask->contact != NULL ||
	    ask->from.number != DOSSIER_NO_DAY.number))
		return desk_usage(desk, N_("--from and --contact are for "
		    "handover accept."));
	if (verb != DOSSIER_DECLINE && ask->reason != NULL)
		return desk_usage(desk, N_("--reason is for handover "
		    "decline."));
	if (verb < DOSSIER_ACCEPT &&
	    (ask->said_by != NULL || ask->channel != NULL))
		return desk_usage(desk, N_("--said-by and --channel are for "
		    "handover accept and decline."));
	return DOSSIER_OK;
}

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	dossier_handover_options *ask = asked;
	dossier_status status = check(desk, operands->word, ask);

	if (status == DOSSIER_OK)
		status = desk_text(desk, &ask->reason);
	if (status == DOSSIER_OK)
		status = desk_text(desk, &ask->ground);
	if (status == DOSSIER_OK)
		status = desk_open(desk, actions[operands->word], true);
	if (status != DOSSIER_OK)
		return status;
	if (operands->word == DOSSIER_ACCEPT &&
	    ask->from.number == DOSSIER_NO_DAY.number)
		ask->from = desk->options.today;
	return dossier_handover(out, desk->session,
	    (dossier_handover_verb)operands->word, operands->text[1], ask,
	    &desk->err);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier handover prepare 7QK2M4XVD --to 0355",
		"dossier handover send 7QK2M4XVD --to 0355 --ground 'WEC 44a'",
		NULL
	};
	dossier_handover_options ask = { .from = DOSSIER_NO_DAY };
	const struct opt options[] = {
		{ .name = "to", .argument = N_("PARTY"), .text = &ask.to,
		    .help = N_("Who takes over: a code or a name.") },
		{ .name = "ground", .argument = N_("TEXT"),
		    .text = &ask.ground,
		    .help = N_("send: the ground on which ordinary data may "
		    "leave; else only recorded grounds count.") },
		{ .name = "folder", .argument = N_("DIR"),
		    .text = &ask.folder,
		    .help = N_("send: where the files go; else here.") },
		{ .name = "copy", .flag = &ask.copy,
		    .help = N_("send: a copy for the learner too, in which "
		    "nothing is withheld.") },
		{ .name = "said-by", .argument = N_("NAME"),
		    .text = &ask.said_by,
		    .help = N_("accept, decline: who said so.") },
		{ .name = "channel", .argument = N_("HOW"),
		    .text = &ask.channel,
		    .help = N_("accept, decline: how it was said, such as "
		    "phone or mail.") },
		{ .name = "from", .argument = N_("DAY"), .day = &ask.from,
		    .help = N_("accept: the first day on which they lead; "
		    "today unless told.") },
		{ .name = "contact", .argument = N_("NAME"),
		    .text = &ask.contact,
		    .help = N_("accept: who leads there from then on.") },
		{ .name = "reason", .argument = N_("TEXT"),
		    .text = &ask.reason,
		    .help = N_("decline: why. - reads it from standard "
		    "input.") },
		{ .name = NULL }
	};
	const struct opt_command command = {
		.name = "handover",
		.operands = N_("prepare|send|accept|decline REF"),
		.min = 2, .max = 2, .words = words, .examples = examples,
		.options = options
	};

	return desk_main(&command, run, &ask, argc, argv);
}
