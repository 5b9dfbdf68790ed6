/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier report: named reports on the day. */
#include "common/desk.h"

#define DAYS_AHEAD 60

enum { CASELOAD, DUE, CONTACTS, NORMS, CALL, SCHEMES, GROUNDS, LABOUR,
	DOMAINS, INTAKE, COUNT, WHAT_COUNT };

static const char *const words[] = {
	[CASELOAD] = "caseload", [DUE] = "due", [CONTACTS] = "contacts",
	[NORMS] = "norms", [CALL] = "call", [SCHEMES] = "schemes",
	[GROUNDS] = "grounds", [LABOUR] = "labour", [DOMAINS] = "domains",
	[INTAKE] = "intake", [COUNT] = "count", NULL
};

static const struct {
	const char *action;
	bool of_people;			/* leaves a trace in the history */
	bool ahead;			/* takes --within */
	bool judges;			/* takes --check */
	bool of_cases;			/* takes --mine */
} kinds[WHAT_COUNT] = {
	[CASELOAD] = { "report caseload", true, false, true, true },
	[DUE] = { "report due", true, true, true, true },
	[CONTACTS] = { "report contacts", true, false, false, true },
	[NORMS] = { "report norms", false, false, true, true },
	[CALL] = { "report call", true, false, true, false },
	[SCHEMES] = { "report schemes", true, false, false, true },
	[GROUNDS] = { "report grounds", true, true, true, true },
	[LABOUR] = { "report labour", true, false, false, true },
	[DOMAINS] = { "report domains", false, false, false, true },
	[INTAKE] = { "report intake", true, false, true, true },
	[COUNT] = { "report count", false, false, false, true }
};

struct ask {
	dossier_report_options report;
	int within;			/* OPT_UNSET: DAYS_AHEAD */
	dossier_day on;			/* no day: today */
	bool check;
};

/* What only a count takes, and what it needs. */
static dossier_status
check_count(struct desk *desk, const struct opt_operands *operands,
    struct ask *ask)
{
	const dossier_report_options *report = &ask->report;

	if (operands->word == COUNT && operands->count == 1)
		return desk_usage(desk, N_("Say which table counts: dossier "
		    "report count TABLE."));
	if (operands->word == COUNT) {
		ask->report.table = operands->text[1];
		ask->report.on = ask->on.number == DOSSIER_NO_DAY.number ?
		    NULL : &ask->on;
		return DOSSIER_OK;
	}
	if (operands->count > 1)
		return desk_usage(desk, N_("Only report count takes a "
		    "table."));
	if (report->against != NULL || report->pack != NULL ||
	    ask->on.number != DOSSIER_NO_DAY.number)
		return desk_usage(desk, N_("--on, --against and --pack are "
		    "for report count."));
	return DOSSIER_OK;
}

/* What would be dropped in silence is refused. */
static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	struct ask *ask = asked;
	int what = operands->word;
	dossier_status status = check_count(desk, operands, ask);

	if (status != DOSSIER_OK)
		return status;
	if (!kinds[what].ahead && ask->within != OPT_UNSET)
		return desk_usage(desk, N_("--within is for report due and "
		    "report grounds."));
	if (what != NORMS && ask->report.all)
		return desk_usage(desk, N_("--all is for report norms."));
	if (what != CALL && ask->report.subject != NULL)
		return desk_usage(desk, N_("--subject is for report call."));
	if (!kinds[what].of_cases && ask->report.mine)
		return desk_usage(desk, N_("--mine is not for report call."));
	if (!kinds[what].judges && ask->check)
		return desk_usage(desk, N_("--check is not for this report: "
		    "it judges nothing."));
	ask->report.name = words[what];
	ask->report.within = ask->within == OPT_UNSET ? DAYS_AHEAD :
	    ask->within;
	desk->attend = ask->check;
	/* A list of people leaves a trace in the history. */
	status = desk_open(desk, kinds[what].action, kinds[what].of_people ||
	    ask->report.against != NULL);
	if (status != DOSSIER_OK)
		return status;
	return dossier_report(out, desk->session, &ask->report, &desk->err);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier report due",
		"dossier report due --mine --within 14",
		"dossier report caseload --format csv -o caseload.csv",
		"dossier report contacts --school 02QZ00",
		"dossier report call --municipality 0355 --subject wajong",
		"dossier report count leeftijdsband --on 2025-10-01",
		NULL
	};
	struct ask ask = { .within = OPT_UNSET, .on = DOSSIER_NO_DAY };
	const struct opt options[] = {
		{ .name = "within", .argument = N_("DAYS"),
		    .number = &ask.within,
		    .help = N_("due, grounds: look so many days ahead; 60 "
		    "unless told.") },
		{ .name = "subject", .argument = N_("SUBJECT"),
		    .text = &ask.report.subject,
		    .help = N_("call: about what, such as wajong.") },
		{ .name = "school", .argument = N_("PARTY"),
		    .text = &ask.report.school,
		    .help = N_("Only this school: its BRIN or name.") },
		{ .name = "municipality", .argument = N_("PARTY"),
		    .text = &ask.report.municipality,
		    .help = N_("Only this municipality: its code or name.")
		    },
		{ .name = "mine", .flag = &ask.report.mine,
		    .help = N_("Only the cases that you hold.") },
		{ .name = "all", .flag = &ask.report.all,
		    .help = N_("norms: also what is in order.") },
		{ .name = "on", .argument = N_("DAY"), .day = &ask.on,
		    .help = N_("count: on this day, as it is known now.") },
		{ .name = "against", .argument = N_("TABLE"),
		    .text = &ask.report.against,
		    .help = N_("count: beside this table, with the "
		    "difference by name.") },
		{ .name = "pack", .argument = N_("PACK"),
		    .text = &ask.report.pack,
		    .help = N_("count: by this pack for everybody; else by "
		    "the one that judges each youth.") },
		{ .name = "check", .flag = &ask.check,
		    .help = N_("Exit with 1 when something is late or fails "
		    "a norm.") },
		{ .name = NULL }
	};
	const struct opt_command command = {
		.name = "report", .operands = N_("caseload|due|contacts|"
		    "norms|call|\n      schemes|grounds|labour|domains|intake|"
		    "count [TABLE]"),
		.min = 1, .max = 2, .words = words, .examples = examples,
		.options = options
	};

	return desk_main(&command, run, &ask, argc, argv);
}
