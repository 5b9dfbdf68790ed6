/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the advice for one youth says beside the route itself: which rules of
 * the region close routes, which other routes are open and why the rest is
 * not, and what the packs doubt. Not asked for when all are listed.
 */
#ifndef DS_FLOWS_ROUTE_MORE_H
#define DS_FLOWS_ROUTE_MORE_H

#include "flows/receipt.h"
#include "flows/route.h"
#include "rules/turn.h"

/* Facts that a table misses; in an arena. */
struct ds_route_facts {
	size_t count;
	const enum ds_fact *facts;
};

/* A rule of the region that closes routes, whoever offers them. */
struct ds_route_block {
	const struct ds_table *table;
	const char *hidden;		/* why it is not told; else NULL */
	const struct ds_rule *rule;	/* NULL: withheld */
	bool possible;			/* it may still come true */
	struct ds_route_facts unknown;
};

enum ds_offer_state {
	DS_OFFER_OPEN,
	DS_OFFER_BLOCKED,		/* open, but for a rule of the region */
	DS_OFFER_UNKNOWN,		/* cannot be said */
	DS_OFFER_UNSTATED,		/* no rule of the source says it */
	DS_OFFER_CLOSED,
	DS_OFFER_ELSEWHERE,		/* not offered where the youth lives */
	DS_OFFER_NOT_NOW,		/* its days are others */
	DS_OFFER_WITHHELD
};

/* A programme, and whether it is open to the youth. */
struct ds_route_offer {
	const struct ds_programme *programme;
	const struct ds_pack *pack;	/* in which it was found */
	const struct ds_table *table;	/* by which one enters */
	enum ds_offer_state state;
	const char *hidden;		/* WITHHELD: why */
	const struct ds_rule *rule;	/* that decided, or NULL */
	const struct ds_route_block *blocked_by;
	struct ds_route_facts unknown;
};

struct ds_route_more {
	/* What one change would turn the route; texts of one language. */
	size_t turn_count;
	const struct ds_turn *turns;
	size_t block_count, offer_count, doubt_count, broken_count;
	struct ds_route_block *blocks;
	struct ds_route_offer *offers;	/* in the order of their state */
	const char **doubts;		/* each once */
	const char **broken;		/* packs that cannot be read */
	bool asked[DS_FACT_COUNT];	/* told of, for any of it */
};

/* What it is made from: the packs, the reader, the youth's advice. */
struct ds_route_asker {
	struct ds_arena *arena;		/* of the results */
	struct ds_library *library;
	struct ds_view *view;
	const struct ds_route_case *route;
	dossier_day day;
};

/* route_block.c: tables of the judging pack whose rules say `blocks`. */
dossier_status ds_route_blocks(struct ds_route_more *more,
    const struct ds_route_asker *asker, dossier_error *err);
/* The rule that closes this destination for sure, or NULL. */
const struct ds_route_block *ds_route_blocked(
    const struct ds_route_more *more, const char *destination);
/* Is the destination in what a rule blocks? */
bool ds_route_closes(const struct ds_rule *rule, const char *destination);
/* route_offer.c: programmes of every pack in force. After the blocks. */
dossier_status ds_route_offers(struct ds_route_more *more,
    const struct ds_route_asker *asker, dossier_error *err);
/* route_doubt.c: of the packs, tables, rules and programmes that had a say. */
dossier_status ds_route_doubts(struct ds_route_more *more,
    const struct ds_route_asker *asker, dossier_error *err);

/* May what a table says be told? Notes its facts as asked when it may. */
dossier_status ds_route_table_seen(const char **why,
    struct ds_route_more *more, const struct ds_route_asker *asker,
    const struct ds_pack *pack, const struct ds_table *table,
    dossier_error *err);
/* A copy of what an outcome misses. */
dossier_status ds_route_keep_unknown(struct ds_route_facts *out,
    struct ds_arena *arena, const struct ds_outcome *outcome,
    dossier_error *err);

/* ---- telling it ---- */

const char *ds_route_label(const dossier_document *doc, const char *slug);
/* Of a pack's list of destinations: "paid work; day activities". */
const char *ds_route_labels(dossier_document *doc, struct ds_arena *arena,
    const char *lines);
/* Its id, and the pack that states it where that is not `pack`. */
const char *ds_route_rule(dossier_document *doc, struct ds_arena *arena,
    const struct ds_rule *rule, const struct ds_pack *pack);
/* Facts that are not known, by label or by what would supply them. */
const char *ds_route_missing(dossier_document *doc, struct ds_arena *arena,
    const enum ds_fact *facts, size_t count, bool supply);

const char *ds_offer_state_name(enum ds_offer_state state);
/* For machines, into the map of the advice. */
void ds_route_more_data(dossier_document *doc, struct ds_value *map,
    struct ds_arena *arena, const struct ds_route_more *more);
/* For people. */
void ds_route_more_explain(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route, const struct ds_route_more *more);

/* The explanation of one youth, with all of that. */
void ds_route_explain(dossier_document *doc, struct ds_arena *arena,
    const struct ds_route_case *route, const struct ds_route_more *more,
    dossier_day day);

/*
 * The advice for one youth as two pages, one in each language, with a look
 * in the history and a receipt. route_single.c
 */
struct ds_route_single {
	dossier_session *session;
	dossier_document *page[2];	/* by language */
	struct ds_arena arena;
	struct ds_receipt receipt;
};
dossier_status ds_route_single_begin(struct ds_route_single *single,
    dossier_session *session, dossier_error *err);
/* Tell of the case, on both pages. */
dossier_status ds_route_single_tell(struct ds_route_single *single,
    struct ds_library *library, struct ds_view *view,
    struct ds_route_case *route, dossier_error *err);
/* Keep the receipt, and give the page in the session's language. */
dossier_status ds_route_single_end(dossier_document **out,
    struct ds_route_single *single, dossier_error *err);
void ds_route_single_free(struct ds_route_single *single);

#endif
