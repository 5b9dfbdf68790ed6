/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier rules: the regional packs and their examples. */
#include "common/desk.h"

enum { LIST, TEST };

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	const char *pack = operands->count == 2 ? operands->text[1] : NULL;
	dossier_status status;

	(void)asked;
	if (operands->word == LIST && pack != NULL)
		return desk_usage(desk, N_("rules list takes no pack: it "
		    "lists them all."));
	status = desk_open(desk, operands->word == LIST ? "rules list" :
	    "rules test", false);
	if (status != DOSSIER_OK)
		return status;
	if (operands->word == LIST)
		return dossier_rules_list(out, desk->session, &desk->err);
	desk->attend = true;
	return dossier_rules_test(out, desk->session, pack, &desk->err);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier rules list",
		"dossier rules test drechtsteden",
		NULL
	};
	static const char *const words[] = { "list", "test", NULL };
	const struct opt_command command = {
		.name = "rules", .operands = N_("list|test [PACK]"),
		.min = 1, .max = 2, .words = words, .examples = examples
	};

	return desk_main(&command, run, NULL, argc, argv);
}
