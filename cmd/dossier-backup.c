/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier backup: a checked safety copy. */
#include "common/desk.h"

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	dossier_status status;

	(void)asked;
	/* The store remembers when it was last copied. */
	status = desk_open(desk, "backup", true);
	return status != DOSSIER_OK ? status : dossier_backup(out,
	    desk->session, operands->text[0], &desk->err);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier backup /media/usb/dossier-2026-03-02.db",
		NULL
	};
	const struct opt_command command = {
		.name = "backup", .operands = N_("FILE"), .min = 1, .max = 1,
		.examples = examples
	};

	return desk_main(&command, run, NULL, argc, argv);
}
