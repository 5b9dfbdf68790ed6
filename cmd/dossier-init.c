/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier init: make the store. */
#include "common/desk.h"

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	dossier_init_options *init = asked;
	dossier_status status;

	(void)operands;
	/* --as names the person to bind; there is nobody yet to look up. */
	init->contact = desk->shared.as;
	status = desk_prepare(desk, "init", true);
	desk->options.as = NULL;
	return status != DOSSIER_OK ? status : dossier_init(out,
	    &desk->options, init, &desk->err);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier init --pack utrecht --as 'Marijke Visser'",
		"dossier init --db region.db --sample",
		NULL
	};
	dossier_init_options init = { .pack = NULL };
	const struct opt options[] = {
		{ .name = "pack", .argument = N_("PACK"), .text = &init.pack,
		    .help = N_("The rules of your region; else only those of "
		    "the country (nl).") },
		{ .name = "sample", .flag = &init.sample,
		    .help = N_("Fill the store with a fictional region, to "
		    "try everything on.") },
		{ .name = NULL }
	};
	const struct opt_command command = {
		.name = "init", .examples = examples, .options = options
	};

	return desk_main(&command, run, &init, argc, argv);
}
