/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier backup: a checked safety copy. */
#include "common/desk.h"

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
	struct opt_operands operands;
	struct desk desk;
	dossier_document *document = NULL;
	dossier_status status;
	int code;

	code = desk_begin(&desk, &operands, &command, argc, argv);
	if (code != OPT_GO)
		return code;
	/* The store remembers when it was last copied. */
	status = desk_open(&desk, "backup", true);
	if (status == DOSSIER_OK)
		status = dossier_backup(&document, desk.session,
		    operands.text[0], &desk.err);
	return desk_end(&desk, document, status);
}
