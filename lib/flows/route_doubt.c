/* SPDX-License-Identifier: EUPL-1.2 */
/* What the source leaves open, in everything that had a say; each once. */
#include <string.h>

#include "flows/route_more.h"

struct doubts {
	struct ds_route_more *more;
	const char *whose;		/* a programme; NULL: the region */
	struct ds_arena *arena;
	const char **items;		/* ds_free it */
	size_t capacity;
	bool failed;
};

/* Is it there already, whoever it was doubted of? */
static bool
is_noted(const struct doubts *doubts, const char *line, size_t size)
{
	const char *item;
	size_t i, length;

	for (i = 0; i < doubts->more->doubt_count; i++) {
		item = doubts->items[i];
		length = strlen(item);
		if (length >= size && (length == size ||
		    (length > size + 1 &&
		    strncmp(item + length - size - 2, ": ", 2) == 0)) &&
		    strncmp(item + length - size, line, size) == 0)
			return true;
	}
	return false;
}

static void
note_line(struct doubts *doubts, const char *line, size_t size)
{
	struct ds_route_more *more = doubts->more;
	const char **grown, *text;

	if (is_noted(doubts, line, size))
		return;
	text = doubts->whose == NULL ?
	    ds_arena_ndup(doubts->arena, line, size) :
	    ds_arena_printf(doubts->arena, "%s: %.*s", doubts->whose,
	    (int)size, line);
	grown = text == NULL ? NULL : ds_grow(doubts->items,
	    more->doubt_count, &doubts->capacity, sizeof *grown);
	if (grown == NULL) {
		doubts->failed = true;
		return;
	}
	doubts->items = grown;
	grown[more->doubt_count++] = text;
}

/* A text of a pack: a line each, or NULL. */
static void
note(struct doubts *doubts, const char *lines)
{
	const char *end;

	for (; lines != NULL; lines = *end == '\0' ? NULL : end + 1) {
		end = strchrnul(lines, '\n');
		note_line(doubts, lines, (size_t)(end - lines));
	}
}

static void
note_table(struct doubts *doubts, const struct ds_table *table,
    const struct ds_rule *rule)
{
	if (table != NULL)
		note(doubts, table->doubt);
	if (table != NULL)
		note(doubts, table->pack->doubt);
	if (rule != NULL)
		note(doubts, rule->doubt);
	if (rule != NULL && rule->pack != NULL)
		note(doubts, rule->pack->doubt);
}

/* Of a rule only where it may be told that it was this one. */
static void
note_advice(struct doubts *doubts, const struct ds_route_case *route)
{
	const struct ds_advice *advice = &route->advice;
	bool told = route->hidden.advice == NULL;

	note(doubts, advice->pack->doubt);
	note_table(doubts, advice->table, told ? advice->own.rule : NULL);
	if (told && advice->held_by != NULL)
		note_table(doubts, ds_pack_table(advice->pack, "vasthouden"),
		    advice->held_by);
	if (route->hidden.offer == NULL && route->offer != NULL)
		note_table(doubts, ds_pack_table(advice->pack, "aanbod"),
		    route->offer);
}

/* Only of programmes that the youth may come to. */
static void
note_offer(struct doubts *doubts, const struct ds_route_offer *offer,
    const struct ds_pack *judging)
{
	if (offer->state > DS_OFFER_UNSTATED)
		return;
	doubts->whose = offer->programme->label;
	note(doubts, offer->programme->doubt);
	if (offer->table != NULL)
		note(doubts, offer->table->doubt);
	if (offer->rule != NULL)
		note(doubts, offer->rule->doubt);
	if (offer->pack != judging)
		note(doubts, offer->pack->doubt);
}

static dossier_status
keep(struct doubts *doubts, dossier_error *err)
{
	struct ds_route_more *more = doubts->more;
	size_t size = more->doubt_count * sizeof *more->doubts;

	more->doubts = doubts->failed ? NULL :
	    ds_arena_alloc(doubts->arena, size + 1);
	if (more->doubts == NULL)
		return ds_no_memory(err);
	if (size > 0)
		memcpy(more->doubts, doubts->items, size);
	return DOSSIER_OK;
}

dossier_status
ds_route_doubts(struct ds_route_more *more,
    const struct ds_route_asker *asker, dossier_error *err)
{
	struct doubts doubts = { .more = more, .arena = asker->arena };
	dossier_status status;
	size_t i;

	note_advice(&doubts, asker->route);
	if (asker->route->support != NULL)
		note(&doubts, ds_pack_parameter(asker->route->advice.pack,
		    "ondersteuning")->doubt);
	for (i = 0; i < more->block_count; i++)
		note_table(&doubts, more->blocks[i].table,
		    more->blocks[i].rule);
	for (i = 0; i < more->offer_count; i++)
		note_offer(&doubts, &more->offers[i],
		    asker->route->advice.pack);
	status = keep(&doubts, err);
	ds_free(doubts.items);
	return status;
}
