/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier verify: is the store whole and as it was written? */
#include "common/desk.h"

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	dossier_status status;

	(void)operands;
	(void)asked;
	desk->attend = true;
	status = desk_open(desk, "verify", false);
	return status != DOSSIER_OK ? status : dossier_verify(out,
	    desk->session, &desk->err);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier verify",
		"dossier verify --quiet",
		NULL
	};
	const struct opt_command command = {
		.name = "verify", .examples = examples
	};

	return desk_main(&command, run, NULL, argc, argv);
}
