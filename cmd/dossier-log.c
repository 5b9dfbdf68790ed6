/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier log: who changed what, and when. */
#include "common/desk.h"

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	const char *ref = operands->count == 1 ? operands->text[0] : NULL;
	dossier_status status;

	(void)asked;
	/* Looking leaves a trace, so that needs writing. */
	status = desk_open(desk, "log", true);
	return status != DOSSIER_OK ? status : dossier_log(out,
	    desk->session, ref, &desk->err);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier log",
		"dossier log 7QK2M4XVD",
		NULL
	};
	const struct opt_command command = {
		.name = "log", .operands = N_("[REF]"), .max = 1,
		.examples = examples
	};

	return desk_main(&command, run, NULL, argc, argv);
}
