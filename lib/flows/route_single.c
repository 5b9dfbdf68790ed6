/* SPDX-License-Identifier: EUPL-1.2 */
/* The advice for one youth: worked out, told in two languages, kept. */
#include <string.h>

#include "flows/route_more.h"
#include "flows/say.h"

#define MOST_TURNS 6			/* that are worth reading */

dossier_status
ds_route_single_begin(struct ds_route_single *single,
    dossier_session *session, dossier_error *err)
{
	int language;

	single->session = session;
	for (language = DOSSIER_ENGLISH; language <= DOSSIER_DUTCH; language++)
		DS_TRY(ds_session_document_in(&single->page[language],
		    session, (dossier_language)language, N_("Route advice"),
		    err));
	return DOSSIER_OK;
}

static dossier_status
read_offer(struct ds_route_case *route, dossier_error *err)
{
	const struct ds_table *table;
	struct ds_outcome outcome;

	table = ds_pack_table(route->advice.pack, "aanbod");
	if (table == NULL)
		return DOSSIER_OK;
	DS_TRY(ds_table_decide(&outcome, route->advice.pack, table,
	    route->youth->facts.fact, err));
	route->offer = outcome.rule;
	return DOSSIER_OK;
}

/* ---- the receipt ---- */

/* Every fact that the page shows, or says is not known. */
static void
note_asked(struct ds_route_more *more, const struct ds_route_case *route)
{
	const struct ds_advice *advice = &route->advice;
	const struct ds_table *offer = ds_pack_table(advice->pack, "aanbod");
	enum ds_fact asked[DS_FACT_COUNT];
	size_t count, i;

	for (i = 0; i < advice->fact_count; i++)
		more->asked[advice->facts[i]] |=
		    route->hidden.fact[advice->facts[i]] == NULL;
	if (offer == NULL || route->hidden.offer != NULL)
		return;
	count = ds_table_facts(asked, advice->pack, offer);
	for (i = 0; i < count; i++)
		more->asked[asked[i]] = true;
}

static const char *
kept(struct ds_route_single *single, struct ds_buf *buf)
{
	const char *text = buf->failed ? NULL : buf->size == 0 ? "" :
	    ds_arena_dup(&single->arena, buf->data);

	if (text == NULL)
		single->page[0]->failed = true;
	ds_buf_free(buf);
	return text == NULL || *text == '\0' ? NULL : text;
}

/* "wage_value: 49.9 (2026-01-15)", a line each. */
static void
note_facts(struct ds_route_single *single, const struct ds_route_more *more,
    const struct ds_fact_value *facts)
{
	struct ds_buf lines = DS_BUF_INIT;
	char day[DS_DAY_TEXT];
	const char *value;
	int i;

	for (i = 0; i < DS_FACT_COUNT; i++) {
		if (!more->asked[i])
			continue;
		value = ds_fact_data(&single->arena, (enum ds_fact)i,
		    &facts[i]);
		lines.failed = lines.failed || (facts[i].known &&
		    value == NULL);
		ds_buf_printf(&lines, "%s%s: %s", lines.size == 0 ? "" :
		    "\n", ds_fact_defs[i].name, value == NULL ? "-" : value);
		if (facts[i].known && ds_day_known(facts[i].on))
			ds_buf_printf(&lines, " (%s)",
			    ds_day_iso(facts[i].on, day));
	}
	single->receipt.facts = kept(single, &lines);
}

static void
note_rests(struct ds_route_single *single, const struct ds_route_more *more,
    const struct ds_route_case *route)
{
	struct ds_buf words = DS_BUF_INIT;
	int i;

	ds_buf_puts(&words, route->name[0] == '\0' ? "youth.ref" :
	    "youth.given_name youth.family_name");
	for (i = 0; i < DS_FACT_COUNT; i++)
		if (more->asked[i])
			ds_buf_printf(&words, " %s", ds_fact_defs[i].name);
	if (route->override.route != NULL && route->hidden.override == NULL)
		ds_buf_puts(&words, " decision.outcome");
	if (route->measurement_count > 0 &&
	    route->hidden.measurements == NULL)
		ds_buf_puts(&words, " wage_value.value");
	single->receipt.rests_on = kept(single, &words);
}

/* A pack and those that it extends: "nl 2026.1 1f0c…", each once. */
static void
note_pack(struct ds_buf *lines, const struct ds_library *library,
    const struct ds_pack *pack, const struct ds_pack *judging)
{
	struct ds_buf line = DS_BUF_INIT;

	for (; pack != NULL; pack = pack->base) {
		ds_buf_clear(&line);
		ds_buf_printf(&line, "%s %s %s", pack->id, pack->version,
		    ds_library_digest(library, pack));
		if (pack == judging || strstr(lines->data, line.data) != NULL)
			continue;
		ds_buf_puts(lines, lines->size == 0 ? "" : "\n");
		ds_buf_puts(lines, line.data);
		lines->failed = lines->failed || line.failed;
	}
	ds_buf_free(&line);
}

static void
note_packs(struct ds_route_single *single, const struct ds_route_more *more,
    const struct ds_library *library, const struct ds_pack *judging)
{
	struct ds_buf lines = DS_BUF_INIT;
	size_t i;

	single->receipt.pack = judging->id;
	single->receipt.version = judging->version;
	single->receipt.digest = ds_library_digest(library, judging);
	note_pack(&lines, library, judging->base, judging);
	for (i = 0; i < more->offer_count; i++)
		note_pack(&lines, library, more->offers[i].pack, judging);
	single->receipt.others = kept(single, &lines);
}

static void
note_receipt(struct ds_route_single *single, struct ds_route_more *more,
    const struct ds_library *library, const struct ds_route_case *route)
{
	struct ds_receipt *receipt = &single->receipt;
	const struct ds_advice *advice = &route->advice;

	receipt->youth = route->youth->facts.youth;
	receipt->object = ds_arena_dup(&single->arena,
	    route->youth->facts.ref);
	if (receipt->object == NULL)
		single->page[0]->failed = true;
	receipt->subject = "route";
	if (route->hidden.advice == NULL) {
		receipt->outcome = advice->route;
		receipt->rule = advice->rule == NULL ? NULL :
		    advice->rule->id;
	}
	note_asked(more, route);
	note_facts(single, more, route->youth->facts.fact);
	note_rests(single, more, route);
	note_packs(single, more, library, advice->pack);
}

/* ---- the pages ---- */

/*
 * Where nothing is decided there is nothing to turn, and nothing turns who is
 * held where they are. Who may not see all that the advice rests on is told
 * nothing.
 */
static dossier_status
find_turns(struct ds_route_more *more, struct ds_route_single *single,
    const struct ds_route_case *route, dossier_language language,
    dossier_error *err)
{
	const struct ds_advice *advice = &route->advice;

	more->turn_count = 0;
	if (advice->route == NULL || advice->rule == advice->held_by ||
	    route->hidden.advice != NULL)
		return DOSSIER_OK;
	return ds_table_turns(&more->turns, &more->turn_count,
	    &single->arena, advice->pack, advice->table,
	    route->youth->facts.fact, MOST_TURNS, language, err);
}

static dossier_status
put_page(struct ds_route_single *single, dossier_language language,
    const struct ds_route_case *route, struct ds_route_more *more,
    dossier_error *err)
{
	dossier_document *doc = single->page[language];
	struct ds_value *map;

	DS_TRY(find_turns(more, single, route, language, err));
	map = ds_route_data(doc, &single->arena, route);
	ds_route_more_data(doc, map, &single->arena, more);
	ds_route_explain(doc, &single->arena, route, more,
	    single->session->today);
	return ds_document_check(doc, err);
}

dossier_status
ds_route_single_tell(struct ds_route_single *single,
    struct ds_library *library, struct ds_view *view,
    struct ds_route_case *route, dossier_error *err)
{
	const struct ds_route_asker asker = { &single->arena, library, view,
	    route, single->session->today };
	struct ds_route_more more = {0};
	int language;

	DS_TRY(read_offer(route, err));
	DS_TRY(ds_route_blocks(&more, &asker, err));
	DS_TRY(ds_route_offers(&more, &asker, err));
	DS_TRY(ds_route_doubts(&more, &asker, err));
	for (language = DOSSIER_ENGLISH; language <= DOSSIER_DUTCH;
	    language++)
		DS_TRY(put_page(single, (dossier_language)language, route,
		    &more, err));
	note_receipt(single, &more, library, route);
	return ds_document_check(single->page[0], err);
}

dossier_status
ds_route_single_end(dossier_document **out, struct ds_route_single *single,
    dossier_error *err)
{
	dossier_document **page = &single->page[single->session->language];
	const char *ref;

	single->receipt.page[DOSSIER_ENGLISH] = single->page[DOSSIER_ENGLISH];
	single->receipt.page[DOSSIER_DUTCH] = single->page[DOSSIER_DUTCH];
	DS_TRY(ds_receipt_keep(&ref, &single->arena, single->session,
	    &single->receipt, err));
	ds_receipt_name(*page, ref);
	DS_TRY(ds_document_check(*page, err));
	*out = *page;
	*page = NULL;
	return DOSSIER_OK;
}

void
ds_route_single_free(struct ds_route_single *single)
{
	dossier_document_free(single->page[DOSSIER_ENGLISH]);
	dossier_document_free(single->page[DOSSIER_DUTCH]);
	ds_arena_free(&single->arena);
}
