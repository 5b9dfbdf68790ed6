/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier match: which route, and which place. */
#include "common/desk.h"

#define PLACES_SHOWN 10

enum { ROUTE, PLACE };

struct ask {
	bool all;
	bool receipts;
	const char *receipt;
	const char *route, *by, *reason;	/* an override */
	dossier_day until;
	int limit;			/* OPT_UNSET: PLACES_SHOWN */
};

static bool
overrides(const struct ask *ask)
{
	return ask->route != NULL || ask->by != NULL || ask->reason != NULL ||
	    ask->until.number != DOSSIER_NO_DAY.number;
}

static dossier_status
override(struct desk *desk, dossier_document **out, const char *ref,
    struct ask *ask)
{
	dossier_status status;

	if (ref == NULL || ask->route == NULL || ask->by == NULL ||
	    ask->reason == NULL)
		return desk_usage(desk, N_("A decision against the rule needs "
		    "a REF, --override, --by and --reason."));
	status = desk_text(desk, &ask->reason);
	if (status == DOSSIER_OK)
		status = desk_open(desk, "match override", true);
	if (status != DOSSIER_OK)
		return status;
	return dossier_match_override(out, desk->session, ref, ask->route,
	    ask->by, ask->reason, ask->until, &desk->err);
}

static dossier_status
receipt(struct desk *desk, dossier_document **out, const char *ref,
    const struct ask *ask)
{
	dossier_status status;

	if (ask->all || overrides(ask) || ask->receipts ==
	    (ask->receipt != NULL) || ask->receipts != (ref != NULL))
		return desk_usage(desk, N_("Give --receipt RECEIPT alone, or "
		    "--receipts with the REF of one dossier."));
	status = desk_open(desk, "match receipt", true);
	if (status != DOSSIER_OK)
		return status;
	if (ask->receipts)
		return dossier_match_receipts(out, desk->session, ref,
		    &desk->err);
	return dossier_match_receipt(out, desk->session, ask->receipt,
	    &desk->err);
}

static dossier_status
route(struct desk *desk, dossier_document **out, const char *ref,
    struct ask *ask)
{
	dossier_status status;

	if (ask->limit != OPT_UNSET)
		return desk_usage(desk, N_("--limit is for match place."));
	if (ask->receipts || ask->receipt != NULL)
		return receipt(desk, out, ref, ask);
	if (ask->all == (ref != NULL))
		return desk_usage(desk, N_("Give the REF of one dossier, or "
		    "--all."));
	if (overrides(ask))
		return override(desk, out, ref, ask);
	status = desk_open(desk, "match route", true);
	if (status != DOSSIER_OK)
		return status;
	return dossier_match_route(out, desk->session, ref, &desk->err);
}

static dossier_status
place(struct desk *desk, dossier_document **out, const char *ref,
    const struct ask *ask)
{
	dossier_status status;

	if (ref == NULL)
		return desk_usage(desk, N_("Give the REF of one dossier."));
	if (ask->all || ask->receipts || ask->receipt != NULL ||
	    overrides(ask))
		return desk_usage(desk, N_("match place takes only --limit."));
	if (ask->limit == 0)
		return desk_usage(desk, N_("--limit is 1 or more."));
	desk->attend = true;
	status = desk_open(desk, "match place", true);
	if (status != DOSSIER_OK)
		return status;
	return dossier_match_place(out, desk->session, ref,
	    ask->limit == OPT_UNSET ? PLACES_SHOWN : (size_t)ask->limit,
	    &desk->err);
}

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	const char *ref = operands->count == 2 ? operands->text[1] : NULL;

	return operands->word == ROUTE ? route(desk, out, ref, asked) :
	    place(desk, out, ref, asked);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier match route 7QK2M4XVD",
		"dossier match route --all --format csv -o advice.csv",
		"dossier match route --receipt 3FN8W0QKT",
		"dossier match place 7QK2M4XVD --limit 5",
		NULL
	};
	static const char *const words[] = { "route", "place", NULL };
	struct ask ask = { .until = DOSSIER_NO_DAY, .limit = OPT_UNSET };
	const struct opt options[] = {
		{ .name = "all", .flag = &ask.all,
		    .help = N_("route: for every open dossier.") },
		{ .name = "receipt", .argument = N_("RECEIPT"),
		    .text = &ask.receipt,
		    .help = N_("route: the advice that has this receipt, as "
		    "it was given.") },
		{ .name = "receipts", .flag = &ask.receipts,
		    .help = N_("route: which receipts this dossier has.") },
		{ .name = "override", .argument = N_("ROUTE"),
		    .text = &ask.route,
		    .help = N_("route: record that a person decided for "
		    "this route; the rule's own outcome stays beside it.") },
		{ .name = "by", .argument = N_("NAME"), .text = &ask.by,
		    .help = N_("Who decided so.") },
		{ .name = "reason", .argument = N_("TEXT"),
		    .text = &ask.reason,
		    .help = N_("Why. - reads it from standard input.") },
		{ .name = "until", .argument = N_("DAY"), .day = &ask.until,
		    .help = N_("The last day on which that decision holds.")
		    },
		{ .name = "limit", .argument = N_("N"), .number = &ask.limit,
		    .help = N_("place: show at most so many; 10 unless "
		    "told.") },
		{ .name = NULL }
	};
	const struct opt_command command = {
		.name = "match", .operands = N_("route|place REF"),
		.min = 1, .max = 2, .words = words, .examples = examples,
		.options = options
	};

	return desk_main(&command, run, &ask, argc, argv);
}
