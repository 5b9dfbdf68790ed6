/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier follow: record in one line what happened or was agreed. */
#include "common/desk.h"

enum { CALL, LETTER, VISIT, NOTE, APPLICATION, INTAKE, MEETING,
	AGREEMENT };

static const char *const words[] = {
	[CALL] = "call", [LETTER] = "letter", [VISIT] = "visit",
	[NOTE] = "note", [APPLICATION] = "application",
	[INTAKE] = "intake", [MEETING] = "meeting", [AGREEMENT] = "agreement", NULL
};

static const char *const actions[] = {
	[CALL] = "follow call", [LETTER] = "follow letter",
	[VISIT] = "follow visit", [NOTE] = "follow note",
	[APPLICATION] = "follow application", [INTAKE] = "follow intake",
	[MEETING] = "follow meeting", [AGREEMENT] = "follow agreement"
};

struct ask {
	dossier_follow_options follow;
	bool reached, missed;
};

static int
begin(struct desk *desk, struct opt_operands *operands, struct ask *ask,
    int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier follow 7QK2M4XVD call --reached --text -",
		"dossier follow 7QK2M4XVD meeting --kind uitstroomoverleg "
		"--present sdd,uwv",
		NULL
	};
	static const char *const kinds[] = { "meeting.kind",
	    "agreement.kind", NULL };
	static const char *const roles[] = { "attendance.role", NULL };
	dossier_follow_options *follow = &ask->follow;
	const struct opt options[] = {
		{ .name = "on", .argument = N_("DAY"), .day = &follow->on,
		    .help = N_("When it was; today unless told.") },
		{ .name = "with", .argument = N_("WHO"),
		    .text = &follow->with,
		    .help = N_("With whom; for a meeting and an agreement a "
		    "party.") },
		{ .name = "text", .argument = N_("TEXT"),
		    .text = &follow->text,
		    .help = N_("What was said or agreed. - reads it from "
		    "standard input.") },
		{ .name = "reached", .flag = &ask->reached,
		    .help = N_("The youth was reached.") },
		{ .name = "not-reached", .flag = &ask->missed,
		    .help = N_("The youth was not reached.") },
		{ .name = "owner", .argument = N_("CONTACT"),
		    .text = &follow->owner,
		    .help = N_("Who did it, or will do it; else you.") },
		{ .name = "kind", .argument = N_("KIND"),
		    .text = &follow->kind, .codes = kinds,
		    .help = N_("Of the meeting or the agreement.") },
		{ .name = "present", .argument = N_("ROLE,ROLE"),
		    .text = &follow->present, .codes = roles,
		    .help = N_("meeting: the roles that were there.") },
		{ .name = "due", .argument = N_("DAY"), .day = &follow->due,
		    .help = N_("agreement: to be done by this day.") },
		{ .name = NULL }
	};
	const struct opt_command command = {
		.name = "follow", .operands = N_("REF WHAT"), .min = 2,
		.max = 2, .words = words, .word_at = 1, .examples = examples,
		.options = options
	};

	return desk_begin(desk, operands, &command, argc, argv);
}

/* What would be dropped in silence is refused. */
static dossier_status
check(struct desk *desk, int what, const struct ask *ask)
{
	const dossier_follow_options *follow = &ask->follow;

	if (ask->reached && ask->missed)
		return desk_usage(desk, N_("Give --reached or --not-reached, "
		    "not both."));
	if (what >= MEETING && (ask->reached || ask->missed))
		return desk_usage(desk, N_("--reached is not for a meeting "
		    "or an agreement."));
	if (what < MEETING && follow->kind != NULL)
		return desk_usage(desk, N_("--kind is for a meeting or an "
		    "agreement."));
	if (what >= MEETING && follow->kind == NULL)
		return desk_usage(desk, N_("A meeting and an agreement need "
		    "--kind."));
	if (what != MEETING && follow->present != NULL)
		return desk_usage(desk, N_("--present is for a meeting."));
	if (what == MEETING && (follow->text != NULL || follow->owner != NULL))
		return desk_usage(desk, N_("A meeting takes no --text and no "
		    "--owner; record an agreement for those."));
	if (what != AGREEMENT &&
	    follow->due.number != DOSSIER_NO_DAY.number)
		return desk_usage(desk, N_("--due is for an agreement."));
	return DOSSIER_OK;
}

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, struct ask *ask)
{
	dossier_status status = check(desk, operands->word, ask);

	ask->follow.what = words[operands->word];
	if (ask->reached || ask->missed)
		ask->follow.reached = ask->reached;
	if (status == DOSSIER_OK)
		status = desk_text(desk, &ask->follow.text);
	if (status == DOSSIER_OK)
		status = desk_open(desk, actions[operands->word], true);
	if (status != DOSSIER_OK)
		return status;
	return dossier_follow(out, desk->session, operands->text[0],
	    &ask->follow, &desk->err);
}

int
main(int argc, char **argv)
{
	struct ask ask = {
		.follow = { .on = DOSSIER_NO_DAY, .due = DOSSIER_NO_DAY,
		    .reached = -1 }
	};
	struct opt_operands operands;
	struct desk desk;
	dossier_document *document = NULL;
	dossier_status status;
	int code;

	code = begin(&desk, &operands, &ask, argc, argv);
	if (code != OPT_GO)
		return code;
	status = run(&desk, &document, &operands, &ask);
	return desk_end(&desk, document, status);
}
