/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier verify: is the store whole and as it was written? */
#include "common/desk.h"

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
	struct opt_operands operands;
	struct desk desk;
	dossier_document *document = NULL;
	dossier_status status;
	int code;

	code = desk_begin(&desk, &operands, &command, argc, argv);
	if (code != OPT_GO)
		return code;
	desk.attend = true;
	status = desk_open(&desk, "verify", false);
	if (status == DOSSIER_OK)
		status = dossier_verify(&document, desk.session, &desk.err);
	return desk_end(&desk, document, status);
}
