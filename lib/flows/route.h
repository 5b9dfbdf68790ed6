/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Route advice: what a pack's tables say for one youth on a day. The table
 * `vasthouden` goes first, where the pack has one: who is held by it stays
 * where they are. The table `route` gives the route.
 */
#ifndef DS_FLOWS_ROUTE_H
#define DS_FLOWS_ROUTE_H

#include "flows/seen.h"
#include "flows/session.h"
#include "rules/decide.h"
#include "rules/facts.h"

struct ds_advice {
	const struct ds_pack *pack;
	const char *why;		/* English: why this pack */
	const char *route;		/* slug; NULL: undecided */
	const struct ds_rule *rule;	/* that gave the route, or NULL */
	const struct ds_rule *held_by;	/* NULL: nothing holds the youth */
	const struct ds_table *table;	/* `route`; NULL: the pack has none */
	/* What `route` says by itself, also when the youth is held. */
	struct ds_outcome own;
	const char *own_route;
	size_t unknown_count;		/* undecided: what is not known */
	enum ds_fact unknown[DS_FACT_COUNT];
	size_t fact_count;		/* what the tables asked for */
	enum ds_fact facts[DS_FACT_COUNT];
};

/*
 * DOSSIER_INVALID when two rules of the pack contradict each other. `why` is
 * left alone. Allocates nothing.
 */
dossier_status ds_route_advise(struct ds_advice *out,
    const struct ds_pack *pack, const struct ds_fact_value *facts,
    dossier_error *err);

/* What a municipality offers; NULL when its pack does not state it. */
const struct ds_stated *ds_route_support(const struct ds_pack *pack,
    dossier_day day);

/* ---- between the parts of this module ---- */

struct ds_measurement {
	int64_t value;			/* hundredths of a percent */
	dossier_day measured_on, valid_until;
	const char *method;		/* may be NULL */
	bool valid;			/* on the day */
	bool counted;			/* the one that is used */
};

struct ds_override {			/* route NULL: none */
	const char *route, *by, *reason;
	dossier_day on, until;
};

/*
 * What the reader's role may not see, and why (English, marked; NULL: it is
 * shown). Advice that rests on a withheld fact would tell it.
 */
struct ds_route_hidden {
	const char *advice, *override, *offer, *measurements;
	const char *fact[DS_FACT_COUNT];
};

struct ds_route_case {
	const struct ds_case *youth;
	const char *name;		/* as the reader may see it */
	struct ds_route_hidden hidden;
	struct ds_advice advice;
	struct ds_override override;
	const struct ds_stated *support;	/* on the day, or NULL */
	/* Table `aanbod`: asked only when one youth is explained. */
	const struct ds_rule *offer;
	size_t measurement_count;
	const struct ds_measurement *measurements;
};

struct ds_route_counts {
	size_t all, advised, held, overridden;
	size_t hidden;			/* their advice is not told */
	size_t unknown[DS_FACT_COUNT];
};

/* The advice for one youth, explained, with its receipt. */
dossier_status ds_route_document(dossier_document **out,
    dossier_session *session, int64_t youth, dossier_error *err);

/* One map of machine data, which it returns. `arena` is scratch. */
struct ds_value *ds_route_data(dossier_document *doc,
    struct ds_arena *arena, const struct ds_route_case *route);
/* One line a youth, and what it comes to. */
struct ds_block *ds_route_table(dossier_document *doc);
void ds_route_line(dossier_document *doc, struct ds_block *table,
    struct ds_arena *arena, const struct ds_route_case *route);
void ds_route_sum(dossier_document *doc,
    const struct ds_route_counts *counts);

#endif
