/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier follow: record in one line what happened or was agreed. */
#include "common/desk.h"

#include <string.h>

enum { CALL, LETTER, VISIT, NOTE, APPLICATION, INTAKE, MEETING, AGREEMENT,
	STATEMENT, DECISION, SIGN_OFF, CONSENT, WITHDRAW };

static const char *const words[] = {
	[CALL] = "call", [LETTER] = "letter", [VISIT] = "visit",
	[NOTE] = "note", [APPLICATION] = "application",
	[INTAKE] = "intake", [MEETING] = "meeting",
	[AGREEMENT] = "agreement", [STATEMENT] = "statement", [DECISION] = "decision",
	[SIGN_OFF] = "sign-off", [CONSENT] = "consent",
	[WITHDRAW] = "withdraw", NULL
};

static const char *const actions[] = {
	[CALL] = "follow call", [LETTER] = "follow letter",
	[VISIT] = "follow visit", [NOTE] = "follow note",
	[APPLICATION] = "follow application", [INTAKE] = "follow intake",
	[MEETING] = "follow meeting",
	[AGREEMENT] = "follow agreement", [STATEMENT] = "follow statement",
	[DECISION] = "follow decision", [SIGN_OFF] = "follow sign-off",
	[CONSENT] = "follow consent", [WITHDRAW] = "follow withdraw"
};

struct ask {
	dossier_follow_options follow;
	bool reached, missed;
	dossier_day from, until;
};

/* What completion offers: codes only, never names. */
static const char *const kinds[] = { "meeting.kind", "agreement.kind",
	"ground.kind", NULL };
static const char *const roles[] = { "attendance.role", NULL };
static const char *const sections[] = { "ground.sections", NULL };
static const char *const voices[] = { "statement.voice", NULL };
static const char *const givers[] = { "ground.given_by", NULL };
static const char *const purposes[] = { "ground.purpose", NULL };

/* Of what happens every week. */
static size_t
daily_options(struct opt *out, struct ask *ask)
{
	dossier_follow_options *follow = &ask->follow;
	const struct opt options[] = {
		{ .name = "on", .argument = N_("DAY"), .day = &follow->on,
		    .help = N_("When it was; today unless told.") },
		{ .name = "with", .argument = N_("WHO"),
		    .text = &follow->with,
		    .help = N_("With whom; a party for a meeting, an "
		    "agreement and a sign-off.") },
		{ .name = "text", .argument = N_("TEXT"),
		    .text = &follow->text,
		    .help = N_("What was said, agreed or decided. - reads it "
		    "from standard input.") },
		{ .name = "reached", .flag = &ask->reached,
		    .help = N_("The youth was reached.") },
		{ .name = "not-reached", .flag = &ask->missed,
		    .help = N_("The youth was not reached.") },
		{ .name = "owner", .argument = N_("CONTACT"),
		    .text = &follow->owner,
		    .help = N_("Who did it, or will do it; else you.") },
		{ .name = "kind", .argument = N_("KIND"),
		    .text = &follow->kind, .codes = kinds,
		    .help = N_("Of the meeting or the agreement; what is "
		    "decided about; of a ground, unless it is consent.") },
		{ .name = "present", .argument = N_("ROLE,ROLE"),
		    .text = &follow->present, .codes = roles,
		    .help = N_("meeting: the roles that were there.") },
		{ .name = "due", .argument = N_("DAY"), .day = &follow->due,
		    .help = N_("agreement: to be done by this day.") },
	};

	memcpy(out, options, sizeof options);
	return sizeof options / sizeof options[0];
}

/* Of what is recorded once, for others to rely on. */
static size_t
case_options(struct opt *out, struct ask *ask)
{
	dossier_follow_options *follow = &ask->follow;
	const struct opt options[] = {
		{ .name = "sections", .argument = N_("SECTION,SECTION"),
		    .text = &follow->sections, .codes = sections,
		    .help = N_("consent, withdraw: of the dossier; for a "
		    "statement the one it is about.") },
		{ .name = "voice", .argument = N_("VOICE"),
		    .text = &follow->voice, .codes = voices,
		    .help = N_("statement: leerling, ouders or school.") },
		{ .name = "name", .argument = N_("NAME"),
		    .text = &follow->name,
		    .help = N_("Who said, gave, decided or assessed it.") },
		{ .name = "to", .argument = N_("PARTY"), .text = &follow->to,
		    .help = N_("consent, withdraw: who may have it.") },
		{ .name = "given-by", .argument = N_("WHO"),
		    .text = &follow->given_by, .codes = givers,
		    .help = N_("consent: jongere, ouders or "
		    "vertegenwoordiger.") },
		{ .name = "purpose", .argument = N_("PURPOSE"),
		    .text = &follow->purpose, .codes = purposes,
		    .help = N_("consent: for what, such as "
		    "overgangsdocument.") },
		{ .name = "evidence", .argument = N_("TEXT"),
		    .text = &follow->evidence,
		    .help = N_("consent: where it can be seen.") },
		{ .name = "from", .argument = N_("DAY"), .day = &ask->from,
		    .help = N_("consent, sign-off: its first day.") },
		{ .name = "until", .argument = N_("DAY"), .day = &ask->until,
		    .help = N_("consent, sign-off, decision: its last "
		    "day.") },
		{ .name = "reason", .argument = N_("TEXT"),
		    .text = &follow->reason,
		    .help = N_("decision, withdraw: why.") },
		{ .name = "process", .argument = N_("CREBO:CODE"),
		    .text = &follow->process,
		    .help = N_("sign-off: the work process.") },
		{ .name = "file-version", .argument = N_("TEXT"),
		    .text = &follow->file_version,
		    .help = N_("sign-off: version of the qualification "
		    "file.") },
	};

	memcpy(out, options, sizeof options);
	return sizeof options / sizeof options[0];
}

/* A - among these reads standard input. */
static dossier_status
read_texts(struct desk *desk, dossier_follow_options *follow)
{
	const char **texts[] = { &follow->text, &follow->reason,
		&follow->name, &follow->evidence };
	dossier_status status = DOSSIER_OK;
	size_t i;

	for (i = 0; i < sizeof texts / sizeof texts[0] &&
	    status == DOSSIER_OK; i++)
		status = desk_text(desk, texts[i]);
	return status;
}

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	struct ask *ask = asked;
	dossier_status status;

	ask->follow.what = words[operands->word];
	if (ask->reached && ask->missed)
		return desk_usage(desk, N_("Give --reached or --not-reached, "
		    "not both."));
	if (ask->reached || ask->missed)
		ask->follow.reached = ask->reached;
	if (ask->from.number != DOSSIER_NO_DAY.number)
		ask->follow.from = &ask->from;
	if (ask->until.number != DOSSIER_NO_DAY.number)
		ask->follow.until = &ask->until;
	status = read_texts(desk, &ask->follow);
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
	static const char *const examples[] = {
		"dossier follow 7QK2M4XVD call --reached --text -",
		"dossier follow 7QK2M4XVD meeting --kind uitstroomoverleg "
		"--present sdd,uwv",
		"dossier follow 7QK2M4XVD consent --to 0355 --sections "
		"opp --given-by ouders",
		NULL
	};
	struct ask ask = {
		.follow = { .on = DOSSIER_NO_DAY, .due = DOSSIER_NO_DAY,
		    .reached = -1 },
		.from = DOSSIER_NO_DAY, .until = DOSSIER_NO_DAY
	};
	struct opt options[OPT_MAX];
	const struct opt_command command = {
		.name = "follow", .operands = N_("REF WHAT"), .min = 2,
		.max = 2, .words = words, .word_at = 1, .examples = examples,
		.options = options
	};
	size_t count;

	count = daily_options(options, &ask);
	count += case_options(options + count, &ask);
	options[count].name = NULL;
	return desk_main(&command, run, &ask, argc, argv);
}
