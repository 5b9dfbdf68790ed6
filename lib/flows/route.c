/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/route_more.h"

#include <stdlib.h>
#include <string.h>

#include "flows/look.h"
#include "flows/trio.h"

/* ---- the walk ---- */

/*
 * Measurements and decisions come in the order of the youths, as the cases
 * do, so that one pass over each does for all.
 */
struct cursor {
	struct ds_stmt *stmt;
	bool row;			/* it stands on one */
};

struct place {
	const char *school;
	struct ds_value *value;
	struct ds_cells *cells;		/* first the name and the ref */
};

struct walk {
	dossier_session *session;
	struct ds_library *library;
	dossier_document *doc;
	struct ds_route_single *single;	/* one youth, explained; or NULL */
	struct ds_block *table;		/* of all; or NULL */
	struct ds_arena arena;		/* for one youth */
	struct ds_view view;		/* of who works here; in the arena */
	struct ds_look look;		/* at whom a list shows */
	size_t unseen;			/* left out: not for this role */
	struct cursor wages, decisions;
	struct ds_measurement *measurements;
	size_t measurement_capacity;
	struct ds_route_counts counts;
	struct place *places;		/* as many as counts.all */
	size_t place_capacity;
	struct ds_trio schools;		/* (school, 0, 0): its code */
};

static dossier_status
cursor_open(struct cursor *cursor, struct walk *walk, enum ds_sql name,
    int64_t youth, dossier_error *err)
{
	DS_TRY(ds_sql(&cursor->stmt, walk->session->store, name, err));
	ds_bind_int(cursor->stmt, ":lo", youth);
	ds_bind_int(cursor->stmt, ":hi", youth != 0 ? youth : INT64_MAX);
	ds_bind_day(cursor->stmt, ":day", walk->session->today);
	return ds_step(&cursor->row, cursor->stmt, err);
}

/* True in *here when the cursor stands on a row of that youth. */
static dossier_status
cursor_seek(bool *here, struct cursor *cursor, int64_t youth,
    dossier_error *err)
{
	while (cursor->row && ds_col_int(cursor->stmt, 0) < youth)
		DS_TRY(ds_step(&cursor->row, cursor->stmt, err));
	*here = cursor->row && ds_col_int(cursor->stmt, 0) == youth;
	return DOSSIER_OK;
}

static void
cursor_close(struct cursor *cursor)
{
	if (cursor->stmt != NULL)
		ds_stmt_reset(cursor->stmt);
}

static dossier_status
keep(const char **out, struct walk *walk, struct ds_stmt *stmt, int column,
    dossier_error *err)
{
	const char *text = ds_col_text(stmt, column);

	*out = text == NULL ? NULL : ds_arena_dup(&walk->arena, text);
	return text != NULL && *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

static dossier_status
read_measurements(struct walk *walk, struct ds_route_case *route,
    dossier_error *err)
{
	struct ds_stmt *stmt = walk->wages.stmt;
	struct ds_measurement *list, *last = NULL;
	size_t count = 0;
	bool here;

	DS_TRY(cursor_seek(&here, &walk->wages, route->youth->facts.youth,
	    err));
	while (here) {
		list = ds_grow(walk->measurements, count,
		    &walk->measurement_capacity, sizeof *list);
		if (list == NULL)
			return ds_no_memory(err);
		walk->measurements = list;
		list[count] = (struct ds_measurement){ ds_col_int(stmt, 1),
		    ds_col_day(stmt, 2), ds_col_day(stmt, 3), NULL,
		    ds_col_int(stmt, 5) != 0, false };
		DS_TRY(keep(&list[count++].method, walk, stmt, 4, err));
		DS_TRY(ds_step(&walk->wages.row, stmt, err));
		DS_TRY(cursor_seek(&here, &walk->wages,
		    route->youth->facts.youth, err));
	}
	route->measurements = walk->measurements;
	route->measurement_count = count;
	while (last == NULL && count-- > 0)
		if (walk->measurements[count].valid)
			last = &walk->measurements[count];
	if (last != NULL)
		last->counted = true;
	return DOSSIER_OK;
}

static dossier_status
read_override(struct walk *walk, struct ds_route_case *route,
    dossier_error *err)
{
	struct ds_override *override = &route->override;
	struct ds_stmt *stmt = walk->decisions.stmt;
	bool here;

	for (;;) {
		DS_TRY(cursor_seek(&here, &walk->decisions,
		    route->youth->facts.youth, err));
		if (!here)
			return DOSSIER_OK;
		DS_TRY(keep(&override->route, walk, stmt, 1, err));
		DS_TRY(keep(&override->by, walk, stmt, 2, err));
		DS_TRY(keep(&override->reason, walk, stmt, 3, err));
		override->on = ds_col_day(stmt, 4);
		override->until = ds_col_day(stmt, 5);
		DS_TRY(ds_step(&walk->decisions.row, stmt, err));
	}
}

/* What may be told of it to who works here. */
static dossier_status
hide(struct walk *walk, struct ds_route_case *route, dossier_error *err)
{
	const struct ds_advice *advice = &route->advice;
	struct ds_route_hidden *hidden = &route->hidden;
	struct ds_view *view = &walk->view;
	int64_t id = route->youth->facts.youth;
	const struct ds_table *offer = ds_pack_table(advice->pack, "aanbod");
	enum ds_fact asked[DS_FACT_COUNT];
	size_t i;

	DS_TRY(ds_seen_name(&route->name, view, route->youth, err));
	for (i = 0; i < advice->fact_count; i++)
		DS_TRY(ds_seen_fact(&hidden->fact[advice->facts[i]], view,
		    id, advice->facts[i], err));
	DS_TRY(ds_seen_facts(&hidden->advice, view, id, advice->facts,
	    advice->fact_count, err));
	if (offer != NULL)
		DS_TRY(ds_seen_facts(&hidden->offer, view, id, asked,
		    ds_table_facts(asked, advice->pack, offer), err));
	DS_TRY(ds_seen_field(&hidden->measurements, view, id, DS_WAGE_VALUE,
	    DS_F_WAGE_VALUE, err));
	return ds_seen_field(&hidden->override, view, id, DS_DECISION,
	    DS_F_DECISION_OUTCOME, err);
}

static void
count_case(struct ds_route_counts *counts, const struct ds_route_case *route)
{
	size_t i;

	counts->all++;
	counts->hidden += route->hidden.advice != NULL;
	counts->overridden += route->override.route != NULL;
	if (route->hidden.advice != NULL)
		return;
	counts->advised += route->advice.route != NULL;
	counts->held += route->advice.held_by != NULL;
	for (i = 0; i < route->advice.unknown_count; i++)
		counts->unknown[route->advice.unknown[i]]++;
}

/* ---- all of them, in the order of the caseload ---- */

/* "02QZ00" of a party; "" when there is none. */
static dossier_status
school_code(const char **out, struct walk *walk, int64_t school,
    dossier_error *err)
{
	struct ds_trio_slot *slot;
	struct ds_row party;

	*out = "";
	if (school == 0)
		return DOSSIER_OK;
	slot = ds_trio_at(&walk->schools, school, 0, 0);
	if (slot == NULL)
		return ds_no_memory(err);
	if (slot->value == NULL) {
		DS_TRY(ds_book_read(&party, &walk->session->arena,
		    walk->session->book, DS_PARTY, school, err));
		slot->value = ds_row_text(&party, DS_F_PARTY_CODE);
	}
	*out = slot->value;
	return DOSSIER_OK;
}

/* The youth of whom the last value and the last line are. */
static dossier_status
note_place(struct walk *walk, const struct ds_case *youth, dossier_error *err)
{
	struct place *place = ds_grow(walk->places, walk->counts.all,
	    &walk->place_capacity, sizeof *place);

	if (place == NULL)
		return ds_no_memory(err);
	walk->places = place;
	place += walk->counts.all;
	DS_TRY(school_code(&place->school, walk, youth->school, err));
	place->value = walk->doc->data->last;
	place->cells = walk->table->last_row;
	return DOSSIER_OK;
}

static int
by_school(const void *left, const void *right)
{
	const struct place *a = left, *b = right;
	int order = strcmp(a->school, b->school);

	size_t i;

	for (i = 0; i < 2 && order == 0; i++)
		order = strcmp(a->cells->cells[i], b->cells->cells[i]);
	return order;
}

/* The youths came by id, which says nothing to people. */
static void
put_in_order(struct walk *walk)
{
	size_t count = walk->counts.all, i;

	if (count == 0)
		return;
	qsort(walk->places, count, sizeof *walk->places, by_school);
	for (i = 0; i < count; i++) {
		walk->places[i].value->next = i + 1 == count ? NULL :
		    walk->places[i + 1].value;
		walk->places[i].cells->next = i + 1 == count ? NULL :
		    walk->places[i + 1].cells;
	}
	walk->doc->data->first = walk->places[0].value;
	walk->doc->data->last = walk->places[count - 1].value;
	walk->table->row = walk->places[0].cells;
	walk->table->last_row = walk->places[count - 1].cells;
}

/* ---- the cases ---- */

static dossier_status
visit(const struct ds_case *youth, void *payload, dossier_error *err)
{
	const struct ds_fact_value *facts = youth->facts.fact;
	const struct ds_fact_value *home = &facts[DS_FACT_MUNICIPALITY];
	struct ds_route_case route = { .youth = youth };
	struct walk *walk = payload;
	const struct ds_pack *pack;
	bool seen;

	if (walk->table != NULL && ds_day_known(youth->closed_on) &&
	    youth->closed_on.number <= walk->session->today.number)
		return DOSSIER_OK;
	ds_arena_reset(&walk->arena);
	walk->view.subject.youth.id = 0;
	DS_TRY(ds_seen_at_all(&seen, &walk->view, youth->facts.youth, err));
	if (walk->table != NULL && !seen) {
		walk->unseen++;
		return DOSSIER_OK;
	}
	DS_TRY(ds_library_pack(&pack, walk->library, home->known ? home->text :
	    NULL, walk->session->today, &route.advice.why, err));
	DS_TRY(ds_route_advise(&route.advice, pack, facts, err));
	DS_TRY(read_measurements(walk, &route, err));
	DS_TRY(read_override(walk, &route, err));
	DS_TRY(hide(walk, &route, err));
	route.support = ds_route_support(pack, walk->session->today);
	if (walk->single != NULL)
		return ds_route_single_tell(walk->single, walk->library,
		    &walk->view, &route, err);
	ds_look_at(&walk->look, youth->facts.ref);
	ds_route_data(walk->doc, &walk->arena, &route);
	ds_route_line(walk->doc, walk->table, &walk->arena, &route);
	DS_TRY(ds_document_check(walk->doc, err));
	DS_TRY(note_place(walk, youth, err));
	count_case(&walk->counts, &route);
	return ds_document_check(walk->doc, err);
}

/* Over that youth, or (0) over all. */
static dossier_status
walk_cases(struct walk *walk, int64_t youth, dossier_error *err)
{
	struct ds_library *library;

	DS_TRY(ds_session_library(&library, walk->session, err));
	walk->library = library;
	DS_TRY(ds_session_view(&walk->view, walk->session, &walk->arena, 0,
	    DS_FOR_WORK, err));
	DS_TRY(cursor_open(&walk->wages, walk, DS_SQL_MATCH_WAGE_VALUES,
	    youth, err));
	DS_TRY(cursor_open(&walk->decisions, walk, DS_SQL_MATCH_DECISIONS,
	    youth, err));
	return ds_cases(walk->session->book, library, youth,
	    walk->session->today, visit, walk, err);
}

static void
walk_free(struct walk *walk)
{
	cursor_close(&walk->wages);
	cursor_close(&walk->decisions);
	ds_look_free(&walk->look);
	ds_free(walk->measurements);
	ds_free(walk->places);
	ds_trio_free(&walk->schools);
	ds_arena_free(&walk->arena);
}

/* ---- all ---- */

static dossier_status
fill_all(struct walk *walk, dossier_error *err)
{
	DS_TRY(ds_session_document(&walk->doc, walk->session, N_("Route "
	    "advice for all open dossiers"), err));
	walk->table = ds_route_table(walk->doc);
	DS_TRY(ds_document_check(walk->doc, err));
	DS_TRY(walk_cases(walk, 0, err));
	put_in_order(walk);
	ds_route_sum(walk->doc, &walk->counts);
	if (walk->unseen > 0)
		ds_paragraph(walk->doc, ds_tr(walk->doc->language, N_("Left "
		    "out, because your role does not see them: %zu.")),
		    walk->unseen);
	DS_TRY(ds_document_check(walk->doc, err));
	return ds_look_write(&walk->look, walk->session, "all", err);
}

static dossier_status
all_document(dossier_document **out, dossier_session *session,
    dossier_error *err)
{
	struct walk walk = { .session = session, .look = DS_LOOK_INIT };
	dossier_status status = fill_all(&walk, err);

	walk_free(&walk);
	if (status == DOSSIER_OK)
		*out = walk.doc;
	else
		dossier_document_free(walk.doc);
	return status;
}

/* ---- one ---- */

dossier_status
ds_route_document(dossier_document **out, dossier_session *session,
    int64_t youth, dossier_error *err)
{
	struct ds_route_single single = {0};
	struct walk walk = { .session = session, .single = &single,
	    .look = DS_LOOK_INIT };
	dossier_status status;

	status = ds_route_single_begin(&single, session, err);
	if (status == DOSSIER_OK)
		status = walk_cases(&walk, youth, err);
	/* No statement may run while it is written down. */
	walk_free(&walk);
	if (status == DOSSIER_OK)
		status = ds_route_single_end(out, &single, err);
	ds_route_single_free(&single);
	return status;
}

dossier_status
dossier_match_route(dossier_document **out, dossier_session *session,
    const char *ref, dossier_error *err)
{
	struct ds_arena arena = {0};
	struct ds_row youth;
	dossier_status status;

	status = ds_snapshot_begin(session->store, err);
	if (status == DOSSIER_OK && ref != NULL)
		status = ds_youth_find(&youth, &arena, session, ref, false,
		    err);
	if (status == DOSSIER_OK)
		status = ref != NULL ?
		    ds_route_document(out, session, youth.id, err) :
		    all_document(out, session, err);
	ds_snapshot_end(session->store);
	ds_arena_free(&arena);
	return status;
}
