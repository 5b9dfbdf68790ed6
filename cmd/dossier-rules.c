/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier rules: the regional packs, from reading them to using them. */
#include "common/desk.h"

enum { LIST, SHOW, CHECK, TEST, EXPLAIN, COMPARE, USE };

static const char *const words[] = { "list", "show", "check", "test",
	"explain", "compare", "use", NULL };

struct ask {
	int word;
	int count;			/* of operands after the word */
	char **text;
	bool own, raw, all;
	const char *table;
	struct opt_list with;
};

/* ---- what goes with which word ---- */

static const struct {
	int min, max;
	const char *needs;		/* said when it is not so */
} shapes[] = {
	[LIST] = { 0, 0, N_("rules list takes no pack: it lists them all.") },
	[SHOW] = { 1, 1, N_("rules show takes one pack, such as utrecht or "
	    "utrecht@2026.1.") },
	[CHECK] = { 1, OPT_MANY, N_("rules check takes one or more files.") },
	[TEST] = { 0, 1, N_("rules test takes one pack, or none for all.") },
	[EXPLAIN] = { 2, 2, N_("rules explain takes a table and the REF of "
	    "one dossier.") },
	[COMPARE] = { 1, 1, N_("rules compare takes the REF of one dossier, "
	    "and --with for each other pack.") },
	[USE] = { 1, 1, N_("rules use takes one file.") },
};

static dossier_status
check_shape(struct desk *desk, const struct ask *ask)
{
	if (ask->count < shapes[ask->word].min ||
	    ask->count > shapes[ask->word].max)
		return desk_usage(desk, shapes[ask->word].needs);
	if (ask->word != SHOW && (ask->own || ask->raw || ask->table != NULL))
		return desk_usage(desk, N_("--own, --raw and --table are for "
		    "rules show."));
	if (ask->raw && (ask->own || ask->table != NULL))
		return desk_usage(desk, N_("--raw gives the whole text: leave "
		    "out --own and --table."));
	if (ask->word != COMPARE && (ask->all || ask->with.count > 0))
		return desk_usage(desk, N_("--with and --all are for rules "
		    "compare."));
	if (ask->word == COMPARE && ask->with.count == 0)
		return desk_usage(desk, N_("Say with which pack: --with "
		    "PACK."));
	return DOSSIER_OK;
}

/* ---- the words ---- */

/* What a new region checks before it has a store needs none. */
static dossier_status
check(struct desk *desk, dossier_document **out, const struct ask *ask)
{
	dossier_language language = desk->shared.language == OPT_UNSET ?
	    DOSSIER_DUTCH : (dossier_language)desk->shared.language;
	dossier_status status = desk_open(desk, "rules check", false);

	desk->attend = true;
	if (status == DOSSIER_NO_STORE && desk->shared.db == NULL)
		desk->err = (dossier_error)DOSSIER_ERROR_INIT(
		    desk->err.language);
	else if (status != DOSSIER_OK)
		return status;
	return dossier_rules_check(out, desk->session, language,
	    (const char *const *)ask->text, (size_t)ask->count, &desk->err);
}

static dossier_status
show(struct desk *desk, dossier_document **out, const struct ask *ask)
{
	const dossier_rules_show_options options = {
		.pack = ask->text[0], .table = ask->table, .own = ask->own,
		.raw = ask->raw
	};
	dossier_status status = desk_open(desk, "rules show", false);

	if (status != DOSSIER_OK)
		return status;
	return dossier_rules_show(out, desk->session, &options, &desk->err);
}

static dossier_status
compare(struct desk *desk, dossier_document **out, const struct ask *ask)
{
	const dossier_rules_compare_options options = {
		.with = ask->with.items, .with_count = ask->with.count,
		.all = ask->all
	};
	dossier_status status = desk_open(desk, "rules compare", true);

	if (status != DOSSIER_OK)
		return status;
	return dossier_rules_compare(out, desk->session, ask->text[0],
	    &options, &desk->err);
}

static dossier_status
list_or_test(struct desk *desk, dossier_document **out,
    const struct ask *ask)
{
	dossier_status status = desk_open(desk, ask->word == LIST ?
	    "rules list" : "rules test", false);

	if (status != DOSSIER_OK)
		return status;
	if (ask->word == LIST)
		return dossier_rules_list(out, desk->session, &desk->err);
	desk->attend = true;
	return dossier_rules_test(out, desk->session, ask->count == 1 ?
	    ask->text[0] : NULL, &desk->err);
}

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	struct ask *ask = asked;
	dossier_status status;

	ask->word = operands->word;
	ask->count = operands->count - 1;
	ask->text = operands->text + 1;
	status = check_shape(desk, ask);
	if (status != DOSSIER_OK)
		return status;
	switch (ask->word) {
	case SHOW:
		return show(desk, out, ask);
	case CHECK:
		return check(desk, out, ask);
	case COMPARE:
		return compare(desk, out, ask);
	case EXPLAIN:
		status = desk_open(desk, "rules explain", true);
		return status != DOSSIER_OK ? status : dossier_rules_explain(
		    out, desk->session, ask->text[0], ask->text[1],
		    &desk->err);
	case USE:
		status = desk_open(desk, "rules use", true);
		return status != DOSSIER_OK ? status : dossier_rules_use(out,
		    desk->session, ask->text[0], &desk->err);
	default:
		return list_or_test(desk, out, ask);
	}
}

int
main(int argc, char **argv)
{
	struct ask ask = { .own = false };
	static const char *const examples[] = {
		"dossier rules list",
		"dossier rules show utrecht --own",
		"dossier rules show utrecht --raw > mijn.yaml",
		"dossier rules check mijn.yaml",
		"dossier rules use mijn.yaml",
		"dossier rules explain route 7QK2M4XVD",
		"dossier rules compare 7QK2M4XVD --with drechtsteden",
		NULL
	};
	const struct opt options[] = {
		{ .name = "table", .argument = N_("NAME"),
		    .text = &ask.table,
		    .help = N_("show: only this table.") },
		{ .name = "own", .flag = &ask.own,
		    .help = N_("show: only what the pack states itself, not "
		    "what it has from the pack that it extends.") },
		{ .name = "raw", .flag = &ask.raw,
		    .help = N_("show: the text as it was installed, to copy "
		    "and change.") },
		{ .name = "with", .argument = N_("PACK"), .list = &ask.with,
		    .help = N_("compare: with this pack, PACK@VERSION, or a "
		    "file; more than once for more.") },
		{ .name = "all", .flag = &ask.all,
		    .help = N_("compare: list also what is the same.") },
		{ .name = NULL }
	};
	const struct opt_command command = {
		.name = "rules", .operands = N_("list|show|check|test|"
		    "explain|compare|use [PACK|FILE…]"),
		.min = 1, .max = OPT_MANY, .words = words,
		.examples = examples, .options = options
	};

	return desk_main(&command, run, &ask, argc, argv);
}
