/* SPDX-License-Identifier: EUPL-1.2 */
/* Other routes: the programmes that packs state, and who may enter them. */
#include <stdlib.h>
#include <string.h>

#include "flows/route_more.h"

/* ---- which there are ---- */

static bool
extends(const struct ds_pack *pack, const struct ds_pack *base)
{
	while (pack != NULL && pack != base)
		pack = pack->base;
	return pack != NULL;
}

/* What a base states stands in each pack that extends it, or is replaced. */
static bool
is_there(const struct ds_route_more *more,
    const struct ds_programme *programme)
{
	size_t i;

	for (i = 0; i < more->offer_count; i++)
		if (strcmp(more->offers[i].programme->name,
		    programme->name) == 0 &&
		    (more->offers[i].programme->pack == programme->pack ||
		    extends(more->offers[i].pack, programme->pack)))
			return true;
	return false;
}

struct gathering {
	struct ds_route_more *more;
	const struct ds_route_asker *asker;
	struct ds_route_offer *offers;	/* ds_free it */
	size_t capacity;
};

static dossier_status
add_pack(struct gathering *all, const struct ds_pack *pack,
    dossier_error *err)
{
	struct ds_route_more *more = all->more;
	struct ds_route_offer *grown;
	size_t i;

	for (i = 0; i < pack->programme_count; i++) {
		if (is_there(more, &pack->programmes[i]))
			continue;
		grown = ds_grow(all->offers, more->offer_count,
		    &all->capacity, sizeof *grown);
		if (grown == NULL)
			return ds_no_memory(err);
		all->offers = more->offers = grown;
		grown[more->offer_count++] = (struct ds_route_offer){
		    .programme = &pack->programmes[i], .pack = pack,
		    .table = ds_pack_table(pack, pack->programmes[i].entry) };
	}
	return DOSSIER_OK;
}

/* A pack that is broken is told, and stops no advice of another. */
static dossier_status
add_named(struct gathering *all, const char *id, dossier_error *err)
{
	const struct ds_route_asker *asker = all->asker;
	dossier_error own = DOSSIER_ERROR_INIT(err == NULL ?
	    DOSSIER_ENGLISH : err->language);
	struct ds_route_more *more = all->more;
	const struct ds_pack *pack = NULL;
	dossier_status status;

	status = ds_library_named(&pack, asker->library, id, asker->day,
	    &own);
	if (status == DOSSIER_INVALID) {
		more->broken[more->broken_count++] = id;
		return DOSSIER_OK;
	}
	if (status == DOSSIER_OK)
		return pack == NULL ? status : add_pack(all, pack, err);
	if (err != NULL && err->status == DOSSIER_OK)
		*err = own;
	return status;
}

static bool
named_before(const struct ds_library *library, size_t at)
{
	size_t i;

	for (i = 0; i < at; i++)
		if (strcmp(ds_library_id(library, i),
		    ds_library_id(library, at)) == 0)
			return true;
	return false;
}

/* First those of the judging pack: its own word goes before a base's. */
static dossier_status
gather(struct gathering *all, dossier_error *err)
{
	const struct ds_library *library = all->asker->library;
	size_t count = ds_library_count(library), i;

	all->more->broken = ds_arena_alloc(all->asker->arena,
	    count * sizeof *all->more->broken + 1);
	if (all->more->broken == NULL)
		return ds_no_memory(err);
	DS_TRY(add_pack(all, all->asker->route->advice.pack, err));
	for (i = 0; i < count; i++)
		if (!named_before(library, i))
			DS_TRY(add_named(all, ds_library_id(library, i),
			    err));
	return DOSSIER_OK;
}

/* ---- where and when ---- */

static bool
is_now(const struct ds_route_offer *offer, dossier_day day)
{
	return ds_span_holds(offer->programme->span, day) &&
	    (!ds_day_known(offer->pack->valid_until) ||
	    offer->pack->valid_until.number >= day.number);
}

/*
 * Where it is offered; nothing: that is not stated. What another region
 * states is for those whom that region judges.
 */
static struct ds_words
places(const struct ds_route_offer *offer, const struct ds_pack *judging)
{
	const struct ds_pack *pack = offer->programme->pack;

	if (offer->programme->where.count > 0 || extends(judging, pack))
		return offer->programme->where;
	return (struct ds_words){ pack->municipality_count,
	    pack->municipalities };
}

static bool
holds(const struct ds_words *words, const char *word)
{
	size_t i;

	for (i = 0; i < words->count; i++)
		if (strcmp(words->words[i], word) == 0)
			return true;
	return false;
}

/* False: by where the youth lives nothing is decided. */
static dossier_status
judge_place(bool *decided, struct ds_route_offer *offer,
    struct ds_route_more *more, const struct ds_route_asker *asker,
    dossier_error *err)
{
	static const enum ds_fact missing[] = { DS_FACT_MUNICIPALITY };
	const struct ds_youth_facts *youth = &asker->route->youth->facts;
	const struct ds_fact_value *home = &youth->fact[DS_FACT_MUNICIPALITY];
	struct ds_words where = places(offer, asker->route->advice.pack);

	*decided = false;
	if (where.count == 0)
		return DOSSIER_OK;
	DS_TRY(ds_seen_fact(&offer->hidden, asker->view, youth->youth,
	    DS_FACT_MUNICIPALITY, err));
	*decided = true;
	if (offer->hidden != NULL) {
		offer->state = DS_OFFER_WITHHELD;
		return DOSSIER_OK;
	}
	more->asked[DS_FACT_MUNICIPALITY] = true;
	if (!home->known) {
		offer->state = DS_OFFER_UNKNOWN;
		offer->unknown = (struct ds_route_facts){ 1, missing };
	} else if (!holds(&where, home->text)) {
		offer->state = DS_OFFER_ELSEWHERE;
	} else {
		*decided = false;
	}
	return DOSSIER_OK;
}

/* ---- by its rules ---- */

static void
take_outcome(struct ds_route_offer *offer, const struct ds_route_more *more,
    const struct ds_outcome *outcome)
{
	const char *open;

	offer->rule = outcome->rule;
	if (outcome->rule == NULL) {
		offer->state = outcome->none ? DS_OFFER_UNSTATED :
		    DS_OFFER_UNKNOWN;
		return;
	}
	open = ds_rule_output(outcome->rule, "open");
	if (open == NULL || strcmp(open, "yes") != 0) {
		offer->state = DS_OFFER_CLOSED;
		return;
	}
	offer->blocked_by = ds_route_blocked(more, offer->programme->route);
	offer->state = offer->blocked_by != NULL ? DS_OFFER_BLOCKED :
	    DS_OFFER_OPEN;
}

static dossier_status
judge(struct ds_route_offer *offer, struct ds_route_more *more,
    const struct ds_route_asker *asker, dossier_error *err)
{
	struct ds_outcome outcome;
	bool decided;

	if (!is_now(offer, asker->day)) {
		offer->state = DS_OFFER_NOT_NOW;
		return DOSSIER_OK;
	}
	DS_TRY(judge_place(&decided, offer, more, asker, err));
	if (decided)
		return DOSSIER_OK;
	DS_TRY(ds_route_table_seen(&offer->hidden, more, asker, offer->pack,
	    offer->table, err));
	if (offer->hidden != NULL) {
		offer->state = DS_OFFER_WITHHELD;
		return DOSSIER_OK;
	}
	DS_TRY(ds_table_decide(&outcome, offer->pack, offer->table,
	    asker->route->youth->facts.fact, err));
	take_outcome(offer, more, &outcome);
	if (offer->state != DS_OFFER_UNKNOWN)
		return DOSSIER_OK;
	return ds_route_keep_unknown(&offer->unknown, asker->arena, &outcome,
	    err);
}

/* ---- all of them ---- */

static int
by_state(const void *left, const void *right)
{
	const struct ds_route_offer *a = left, *b = right;
	int order;

	if (a->state != b->state)
		return a->state < b->state ? -1 : 1;
	order = strcmp(a->programme->label, b->programme->label);
	if (order == 0)
		order = strcmp(a->programme->name, b->programme->name);
	return order != 0 ? order : strcmp(a->pack->id, b->pack->id);
}

static dossier_status
judge_all(struct gathering *all, dossier_error *err)
{
	struct ds_route_more *more = all->more;
	size_t i, size;

	DS_TRY(gather(all, err));
	for (i = 0; i < more->offer_count; i++)
		DS_TRY(judge(&more->offers[i], more, all->asker, err));
	if (more->offer_count > 0)
		qsort(more->offers, more->offer_count, sizeof *more->offers,
		    by_state);
	size = more->offer_count * sizeof *more->offers;
	more->offers = ds_arena_alloc(all->asker->arena, size + 1);
	if (more->offers == NULL)
		return ds_no_memory(err);
	if (size > 0)
		memcpy(more->offers, all->offers, size);
	return DOSSIER_OK;
}

dossier_status
ds_route_offers(struct ds_route_more *more,
    const struct ds_route_asker *asker, dossier_error *err)
{
	struct gathering all = { .more = more, .asker = asker };
	dossier_status status = judge_all(&all, err);

	ds_free(all.offers);
	return status;
}
