/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier log: who changed what, and when. */
#include "common/desk.h"

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
	struct opt_operands operands;
	struct desk desk;
	dossier_document *document = NULL;
	dossier_status status;
	const char *ref;
	int code;

	code = desk_begin(&desk, &operands, &command, argc, argv);
	if (code != OPT_GO)
		return code;
	ref = operands.count == 1 ? operands.text[0] : NULL;
	/* Looking leaves a trace, so that needs writing. */
	status = desk_open(&desk, "log", true);
	if (status == DOSSIER_OK)
		status = dossier_log(&document, desk.session, ref, &desk.err);
	return desk_end(&desk, document, status);
}
