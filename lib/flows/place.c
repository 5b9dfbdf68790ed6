/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Places that fit one youth. Everything is read once into plain arrays and
 * judged there; names are looked up for what is shown only.
 */
#include "flows/place.h"

#include <stdlib.h>
#include <string.h>

#include "flows/seen.h"
#include "rules/facts.h"

#define POSTCODES 10000			/* of four digits */

/* ---- sets of codes ---- */

static unsigned
bit_of(const struct ds_code *list, const char *slug, size_t size)
{
	unsigned bit = 1;

	for (; list->slug != NULL; list++, bit <<= 1)
		if (strncmp(list->slug, slug, size) == 0 &&
		    list->slug[size] == '\0')
			return bit;
	return 0;
}

/* Slugs with a space between; 0 for NULL. */
static unsigned
bits_of(const struct ds_code *list, const char *slugs)
{
	unsigned set = 0;
	size_t size;

	while (slugs != NULL && *slugs != '\0') {
		size = strcspn(slugs, " ");
		set |= bit_of(list, slugs, size);
		slugs += size + (slugs[size] == ' ');
	}
	return set;
}

/*
 * Kinds of place that lead to a destination. A stage leads anywhere; where
 * the destination does not tell, none is asked for.
 */
static unsigned
kinds_for(const char *destination)
{
	static const struct {
		const char *destination, *kinds;
	} leads[] = {
		{ "betaald-werk", "stage werk" },
		{ "bbl", "stage werk" },
		{ "werkervaringsplek", "stage werk" },
		{ "leerwerktraject", "stage werk" },
		{ "dagbesteding", "stage dagbesteding" },
		{ "vervolgonderwijs", "stage" }
	};
	size_t i;

	for (i = 0; i < sizeof leads / sizeof leads[0]; i++)
		if (destination != NULL &&
		    strcmp(destination, leads[i].destination) == 0)
			return bits_of(ds_codes_place, leads[i].kinds);
	return 0;
}

/* ---- where things lie ---- */

static dossier_status
read_postcodes(struct ds_place_search *search, dossier_error *err)
{
	struct ds_stmt *stmt;
	unsigned long code;
	bool row;

	search->located = ds_arena_alloc(&search->arena,
	    POSTCODES * sizeof *search->located);
	if (search->located == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_sql(&stmt, search->session->store, DS_SQL_MATCH_POSTCODES,
	    err));
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		code = strtoul(ds_col_text(stmt, 0), NULL, 10);
		if (code < POSTCODES)
			search->located[code] = ds_point_of(
			    ds_col_int(stmt, 1), ds_col_int(stmt, 2));
	}
}

/* By the four digits with which a postcode begins. */
static struct ds_point
locate(const struct ds_place_search *search, const char *postcode)
{
	static const struct ds_point nowhere;
	unsigned long code = 0;
	int i;

	for (i = 0; i < 4; i++) {
		if (postcode == NULL || postcode[i] < '0' ||
		    postcode[i] > '9')
			return nowhere;
		code = 10 * code + (unsigned long)(postcode[i] - '0');
	}
	return search->located[code];
}

/* ---- the youth ---- */

static dossier_status
read_residence(struct ds_place_search *search, dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	DS_TRY(ds_sql(&stmt, search->session->store, DS_SQL_MATCH_RESIDENCE,
	    err));
	ds_bind_int(stmt, ":youth", search->youth.id);
	ds_bind_day(stmt, ":day", search->wanted.start);
	DS_TRY(ds_step(&row, stmt, err));
	if (row && !ds_col_null(stmt, 0)) {
		search->postcode = ds_arena_dup(&search->arena,
		    ds_col_text(stmt, 0));
		if (search->postcode == NULL)
			return ds_no_memory(err);
	}
	ds_stmt_reset(stmt);
	search->wanted.at = locate(search, search->postcode);
	return DOSSIER_OK;
}

static dossier_status
take_destination(const struct ds_case *youth, void *payload,
    dossier_error *err)
{
	const struct ds_fact_value *value =
	    &youth->facts.fact[DS_FACT_DESTINATION];
	struct ds_place_search *search = payload;

	if (!value->known)
		return DOSSIER_OK;
	search->destination = ds_arena_dup(&search->arena, value->text);
	return search->destination == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

static int
number_or_none(const struct ds_row *row, int field)
{
	return ds_row_has(row, field) ? (int)ds_row_int(row, field) : -1;
}

static dossier_status
read_wishes(struct ds_place_search *search, dossier_error *err)
{
	struct ds_fit_youth *wanted = &search->wanted;
	const struct ds_row *youth = &search->youth;
	dossier_day from = ds_row_day(youth, DS_F_YOUTH_AVAILABLE_FROM);

	wanted->start = search->session->today;
	if (ds_day_known(from) && from.number > wanted->start.number)
		wanted->start = from;
	wanted->reach = ds_fit_reach(
	    number_or_none(youth, DS_F_YOUTH_MAX_KM));
	wanted->hours = number_or_none(youth, DS_F_YOUTH_HOURS);
	wanted->days = bits_of(ds_codes_day,
	    ds_row_text(youth, DS_F_YOUTH_DAYS));
	wanted->sectors = bits_of(ds_codes_sector,
	    ds_row_text(youth, DS_F_YOUTH_SECTORS));
	wanted->processes = ds_row_text(youth, DS_F_YOUTH_PROCESSES);
	DS_TRY(ds_cases(search->session->book, NULL, youth->id, wanted->start,
	    take_destination, search, err));
	wanted->kinds = kinds_for(search->destination);
	return read_residence(search, err);
}

/* ---- the places ---- */

static int
column_or_none(struct ds_stmt *stmt, int column)
{
	return ds_col_null(stmt, column) ? -1 :
	    (int)ds_col_int(stmt, column);
}

static dossier_status
take_place(struct ds_place_search *search, struct ds_stmt *stmt,
    dossier_error *err)
{
	const char *processes = ds_col_text(stmt, 4);
	struct ds_fit_place *place;

	place = ds_grow(search->places, search->count,
	    &search->place_capacity, sizeof *place);
	if (place == NULL)
		return ds_no_memory(err);
	search->places = place;
	place += search->count++;
	place->id = ds_col_int(stmt, 0);
	place->code = ds_arena_dup(&search->arena, ds_col_text(stmt, 1));
	place->kind = bits_of(ds_codes_place, ds_col_text(stmt, 2));
	place->sector = bits_of(ds_codes_sector, ds_col_text(stmt, 3));
	place->processes = processes == NULL ? NULL :
	    ds_arena_dup(&search->arena, processes);
	place->hours_min = column_or_none(stmt, 5);
	place->hours_max = column_or_none(stmt, 6);
	place->days = bits_of(ds_codes_day, ds_col_text(stmt, 7));
	place->at = locate(search, ds_col_text(stmt, 8));
	place->seats = column_or_none(stmt, 9);
	place->from = ds_col_day(stmt, 10);
	place->until = ds_col_day(stmt, 11);
	place->taken = 0;
	if (place->code == NULL ||
	    (processes != NULL && place->processes == NULL))
		return ds_no_memory(err);
	return DOSSIER_OK;
}

static dossier_status
read_places(struct ds_place_search *search, dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	DS_TRY(ds_sql(&stmt, search->session->store, DS_SQL_MATCH_PLACES,
	    err));
	ds_bind_day(stmt, ":day", search->session->today);
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		DS_TRY(take_place(search, stmt, err));
	}
}

/* Both lists are in the order of the places' numbers. */
static dossier_status
read_taken(struct ds_place_search *search, dossier_error *err)
{
	struct ds_stmt *stmt;
	size_t at = 0;
	bool row;

	DS_TRY(ds_sql(&stmt, search->session->store, DS_SQL_MATCH_TAKEN,
	    err));
	ds_bind_int(stmt, ":youth", search->youth.id);
	ds_bind_day(stmt, ":day", search->wanted.start);
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		while (at < search->count &&
		    search->places[at].id < ds_col_int(stmt, 0))
			at++;
		if (at < search->count &&
		    search->places[at].id == ds_col_int(stmt, 0))
			search->places[at].taken = (int)ds_col_int(stmt, 1);
	}
}

/* ---- the search ---- */

static dossier_status
judge(struct ds_place_search *search, dossier_error *err)
{
	size_t i;

	search->fits = ds_alloc(search->count * sizeof *search->fits);
	if (search->fits == NULL)
		return ds_no_memory(err);
	for (i = 0; i < search->count; i++) {
		ds_fit_judge(&search->fits[i], &search->wanted,
		    &search->places[i]);
		search->in_group[ds_fit_group(&search->fits[i])]++;
	}
	ds_fit_rank(search->fits, search->count);
	return DOSSIER_OK;
}

/* Each condition tells the field of the youth that it is held against. */
static dossier_status
hide(struct ds_place_search *search, dossier_error *err)
{
	static const struct {
		enum ds_kind kind;
		int field;
	} tells[DS_BY_COUNT] = {
		[DS_BY_DISTANCE] = { DS_RESIDENCE, DS_F_RESIDENCE_POSTCODE },
		[DS_BY_HOURS] = { DS_YOUTH, DS_F_YOUTH_HOURS },
		[DS_BY_DAYS] = { DS_YOUTH, DS_F_YOUTH_DAYS },
		[DS_BY_DATES] = { DS_YOUTH, DS_F_YOUTH_AVAILABLE_FROM },
		[DS_BY_SECTOR] = { DS_YOUTH, DS_F_YOUTH_SECTORS },
		[DS_BY_PROCESSES] = { DS_YOUTH, DS_F_YOUTH_PROCESSES },
		[DS_BY_KIND] = { DS_ENROLMENT, DS_F_ENROLMENT_DESTINATION },
	};
	int by;

	for (by = 0; by < DS_BY_COUNT; by++)
		if (tells[by].kind != 0)
			DS_TRY(ds_seen_field(&search->hidden[by],
			    &search->view, search->youth.id, tells[by].kind,
			    tells[by].field, err));
	return DOSSIER_OK;
}

static dossier_status
find(struct ds_place_search *search, const char *ref, dossier_error *err)
{
	DS_TRY(ds_youth_find(&search->youth, &search->arena, search->session,
	    ref, false, err));
	DS_TRY(ds_session_looked(search->session,
	    ds_row_text(&search->youth, DS_F_YOUTH_REF), err));
	DS_TRY(ds_session_view(&search->view, search->session,
	    &search->arena, 0, DS_FOR_WORK, err));
	DS_TRY(ds_view_name(&search->name, &search->view, &search->youth,
	    err));
	DS_TRY(hide(search, err));
	DS_TRY(read_postcodes(search, err));
	DS_TRY(read_wishes(search, err));
	DS_TRY(read_places(search, err));
	DS_TRY(read_taken(search, err));
	return judge(search, err);
}

dossier_status
dossier_match_place(dossier_document **out, dossier_session *session,
    const char *ref, size_t limit, dossier_error *err)
{
	struct ds_place_search search = { .session = session };
	dossier_document *doc = NULL;
	dossier_status status;

	status = ds_snapshot_begin(session->store, err);
	if (status == DOSSIER_OK)
		status = find(&search, ref, err);
	ds_snapshot_end(session->store);
	if (status == DOSSIER_OK)
		status = ds_session_document(&doc, session,
		    N_("Places that fit"), err);
	if (status == DOSSIER_OK)
		status = ds_place_print(doc, &search, limit, err);
	if (status == DOSSIER_OK)
		status = ds_document_check(doc, err);
	ds_free(search.places);
	ds_free(search.fits);
	ds_arena_free(&search.arena);
	if (status == DOSSIER_OK)
		*out = doc;
	else
		dossier_document_free(doc);
	return status;
}
