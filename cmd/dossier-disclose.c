/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier disclose: the right of access. */
#include "common/desk.h"

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	dossier_disclose_options *ask = asked;
	dossier_status status = desk_text(desk, &ask->to);

	if (status == DOSSIER_OK)
		status = desk_open(desk, "disclose", true);
	return status != DOSSIER_OK ? status : dossier_disclose(out,
	    desk->session, operands->text[0], ask, &desk->err);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier disclose 7QK2M4XVD --to \"Zoë zelf\"",
		"dossier disclose 7QK2M4XVD --since 2026-01-01",
		"dossier disclose 7QK2M4XVD --format html -o inzage.html",
		NULL
	};
	dossier_disclose_options ask = { .since = DOSSIER_NO_DAY,
	    .until = DOSSIER_NO_DAY };
	const struct opt options[] = {
		{ .name = "to", .argument = N_("TEXT"), .text = &ask.to,
		    .help = N_("To whom it is given; it is kept in the "
		    "history. - reads it from standard input.") },
		{ .name = "numbers", .flag = &ask.numbers,
		    .help = N_("Numbers such as the BSN whole, not "
		    "masked.") },
		{ .name = "since", .argument = N_("DAY"), .day = &ask.since,
		    .help = N_("Who looked from this day on.") },
		{ .name = "until", .argument = N_("DAY"), .day = &ask.until,
		    .help = N_("Who looked up to and including this day.") },
		{ .name = NULL }
	};
	const struct opt_command command = {
		.name = "disclose", .operands = N_("REF"), .min = 1, .max = 1,
		.examples = examples, .options = options
	};

	return desk_main(&command, run, &ask, argc, argv);
}
