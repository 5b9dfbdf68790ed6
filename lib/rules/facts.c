/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/facts.h"

#include <string.h>

#define CHUNK 2048

struct chunk {
	struct ds_book *book;
	struct ds_arena arena;
	int64_t lo, hi;
	dossier_day day;
	bool present[CHUNK];
	struct ds_case cases[CHUNK];
	struct ds_happened *happened;
	size_t happened_count, happened_capacity;
	bool failed;			/* memory ran out */
};

static struct ds_case *
case_of(struct chunk *chunk, struct ds_stmt *stmt)
{
	return &chunk->cases[ds_col_int(stmt, 0) - chunk->lo];
}

static const char *
keep(struct chunk *chunk, struct ds_stmt *stmt, int column)
{
	const char *text = ds_col_text(stmt, column), *copy;

	if (text == NULL)
		return NULL;
	copy = ds_arena_dup(&chunk->arena, text);
	if (copy == NULL)
		chunk->failed = true;
	return copy;
}

static void
set_text(struct ds_case *c, enum ds_fact fact, const char *text,
    dossier_day on)
{
	struct ds_fact_value *value = &c->facts.fact[fact];

	value->known = text != NULL;
	value->text = text;
	value->on = on;
}

static void
set_number(struct ds_case *c, enum ds_fact fact, int64_t number,
    dossier_day on)
{
	struct ds_fact_value *value = &c->facts.fact[fact];

	value->known = true;
	value->number = number;
	value->on = on;
}

static void
set_day(struct ds_case *c, enum ds_fact fact, dossier_day day,
    dossier_day on)
{
	if (ds_day_known(day))
		set_number(c, fact, day.number, on);
	else
		c->facts.fact[fact].known = false;
}

/* Of records of one kind the one that began last counts. */
static bool
is_older(const struct ds_case *c, enum ds_fact fact, dossier_day on)
{
	return c->facts.fact[fact].known &&
	    c->facts.fact[fact].on.number > on.number;
}

static void
take_youth(struct chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = case_of(chunk, stmt);
	dossier_day birth = ds_col_day(stmt, 5);

	memset(c, 0, sizeof *c);
	chunk->present[ds_col_int(stmt, 0) - chunk->lo] = true;
	c->facts.youth = ds_col_int(stmt, 0);
	c->facts.ref = keep(chunk, stmt, 1);
	c->given_name = keep(chunk, stmt, 2);
	c->prefix = keep(chunk, stmt, 3);
	c->family_name = keep(chunk, stmt, 4);
	c->facts.opened_on = ds_col_day(stmt, 6);
	c->closed_on = ds_col_day(stmt, 7);
	c->lead_until = DOSSIER_NO_DAY;
	if (ds_day_known(birth))
		set_number(c, DS_FACT_AGE, ds_age(birth, chunk->day), birth);
	if (!ds_col_null(stmt, 8))
		set_number(c, DS_FACT_JOB_READY, ds_col_int(stmt, 8),
		    DOSSIER_NO_DAY);
}

static void
take_enrolment(struct chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = case_of(chunk, stmt);
	dossier_day leaves = ds_col_day(stmt, 6), from = ds_col_day(stmt, 7);

	if (is_older(c, DS_FACT_SCHOOL, from))
		return;
	c->school = ds_col_int(stmt, 1);
	set_text(c, DS_FACT_SCHOOL, keep(chunk, stmt, 2), from);
	set_text(c, DS_FACT_SCHOOL_KIND, keep(chunk, stmt, 3), from);
	set_text(c, DS_FACT_PROFILE, keep(chunk, stmt, 4), from);
	set_text(c, DS_FACT_DESTINATION, keep(chunk, stmt, 5),
	    DOSSIER_NO_DAY);
	set_day(c, DS_FACT_EXPECTED_EXIT, leaves, DOSSIER_NO_DAY);
	set_day(c, DS_FACT_LEFT_ON, ds_col_day(stmt, 8), DOSSIER_NO_DAY);
	if (ds_day_known(leaves))
		set_day(c, DS_FACT_LAST_YEAR_START,
		    ds_school_year_start(leaves), DOSSIER_NO_DAY);
}

static void
take_residence(struct chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = case_of(chunk, stmt);
	dossier_day from = ds_col_day(stmt, 3);

	if (is_older(c, DS_FACT_MUNICIPALITY, from))
		return;
	c->municipality = ds_col_int(stmt, 1);
	set_text(c, DS_FACT_MUNICIPALITY, keep(chunk, stmt, 2), from);
}

static void
take_lead(struct chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = case_of(chunk, stmt);
	dossier_day from = ds_col_day(stmt, 4);

	if (is_older(c, DS_FACT_LEAD_KIND, from))
		return;
	c->lead = ds_col_int(stmt, 1);
	c->lead_contact = ds_col_int(stmt, 3);
	c->lead_until = ds_col_day(stmt, 5);
	set_text(c, DS_FACT_LEAD_KIND, keep(chunk, stmt, 2), from);
	set_day(c, DS_FACT_LEAD_SINCE, from, from);
}

static void
take_wage_value(struct chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = case_of(chunk, stmt);
	dossier_day on = ds_col_day(stmt, 2);

	if (!is_older(c, DS_FACT_WAGE_VALUE, on))
		set_number(c, DS_FACT_WAGE_VALUE, ds_col_int(stmt, 1), on);
}

/*
 * The last stage before the first contract, and whether both are the same
 * place. Rows come in the order of their first day: the place of the stage
 * seen last is kept in the fact's number until a contract settles it.
 */
static void
take_placement(struct chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = case_of(chunk, stmt);
	struct ds_fact_value *same = &c->facts.fact[DS_FACT_CONTRACT_AT_STAGE];
	dossier_day from = ds_col_day(stmt, 3);
	const char *kind = ds_col_text(stmt, 2);

	if (c->facts.fact[DS_FACT_CONTRACT_FROM].known || kind == NULL)
		return;
	if (strcmp(kind, "stage") == 0) {
		same->number = ds_col_int(stmt, 1);
		return;
	}
	set_day(c, DS_FACT_CONTRACT_FROM, from, from);
	if (same->number != 0)
		set_number(c, DS_FACT_CONTRACT_AT_STAGE,
		    same->number == ds_col_int(stmt, 1), from);
}

static void
take_happened(struct chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = case_of(chunk, stmt);
	struct ds_happened *list = ds_grow(chunk->happened,
	    chunk->happened_count, &chunk->happened_capacity, sizeof *list);
	const char *kind = ds_col_text(stmt, 2);

	if (list == NULL) {
		chunk->failed = true;
		return;
	}
	chunk->happened = list;
	list += chunk->happened_count++;
	list->what = (enum ds_happening)ds_col_int(stmt, 1);
	list->on = ds_col_day(stmt, 3);
	list->kind = kind == NULL ? NULL : keep(chunk, stmt, 2);
	if (strcmp(kind != NULL ? kind : "", "melding") == 0)
		set_day(c, DS_FACT_APPLIED_ON, list->on, list->on);
	c->facts.happened_count++;
}

static const struct {
	enum ds_sql sql;
	void (*take)(struct chunk *, struct ds_stmt *);
	bool dated;			/* the statement asks for :day */
} sources[] = {
	{ DS_SQL_FACTS_YOUTH, take_youth, false },
	{ DS_SQL_FACTS_ENROLMENT, take_enrolment, true },
	{ DS_SQL_FACTS_RESIDENCE, take_residence, true },
	{ DS_SQL_FACTS_LEAD, take_lead, true },
	{ DS_SQL_FACTS_WAGE_VALUE, take_wage_value, true },
	{ DS_SQL_FACTS_PLACEMENT, take_placement, false },
	{ DS_SQL_FACTS_HAPPENED, take_happened, true },
};

static dossier_status
fill_from(struct chunk *chunk, size_t source, dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	DS_TRY(ds_sql(&stmt, ds_book_store(chunk->book),
	    sources[source].sql, err));
	ds_bind_int(stmt, ":lo", chunk->lo);
	ds_bind_int(stmt, ":hi", chunk->hi);
	if (sources[source].dated)
		ds_bind_day(stmt, ":day", chunk->day);
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		sources[source].take(chunk, stmt);
	}
}

/* The list may have moved while it grew: hand the pieces out at the end. */
static void
share_happened(struct chunk *chunk)
{
	const struct ds_happened *next = chunk->happened;
	int64_t i;

	for (i = 0; i <= chunk->hi - chunk->lo; i++) {
		if (chunk->cases[i].facts.happened_count == 0 ||
		    !chunk->present[i])
			continue;
		chunk->cases[i].facts.happened = next;
		next += chunk->cases[i].facts.happened_count;
	}
}

static dossier_status
fill(struct chunk *chunk, dossier_error *err)
{
	size_t i;

	ds_arena_reset(&chunk->arena);
	memset(chunk->present, 0, sizeof chunk->present);
	chunk->happened_count = 0;
	for (i = 0; i < sizeof sources / sizeof sources[0]; i++)
		DS_TRY(fill_from(chunk, i, err));
	if (chunk->failed)
		return ds_no_memory(err);
	share_happened(chunk);
	return DOSSIER_OK;
}

static dossier_status
visit_chunk(struct chunk *chunk, ds_case_visit visit, void *payload,
    dossier_error *err)
{
	int64_t i;

	DS_TRY(fill(chunk, err));
	for (i = 0; i <= chunk->hi - chunk->lo; i++)
		if (chunk->present[i])
			DS_TRY(visit(&chunk->cases[i], payload, err));
	return DOSSIER_OK;
}

static dossier_status
walk(struct chunk *chunk, int64_t last, ds_case_visit visit, void *payload,
    dossier_error *err)
{
	for (chunk->lo = 1; chunk->lo <= last; chunk->lo += CHUNK) {
		chunk->hi = chunk->lo + CHUNK - 1;
		if (chunk->hi > last)
			chunk->hi = last;
		DS_TRY(visit_chunk(chunk, visit, payload, err));
	}
	return DOSSIER_OK;
}

dossier_status
ds_cases(struct ds_book *book, int64_t youth, dossier_day day,
    ds_case_visit visit, void *payload, dossier_error *err)
{
	struct chunk *chunk = ds_alloc(sizeof *chunk);
	dossier_status status;
	int64_t last = 0;

	if (chunk == NULL)
		return ds_no_memory(err);
	chunk->book = book;
	chunk->day = day;
	if (youth != 0) {
		chunk->lo = chunk->hi = youth;
		status = visit_chunk(chunk, visit, payload, err);
	} else {
		status = ds_sql_int(&last, ds_book_store(book),
		    DS_SQL_YOUTH_LAST, err);
		if (status == DOSSIER_OK)
			status = walk(chunk, last, visit, payload, err);
	}
	ds_free(chunk->happened);
	ds_arena_free(&chunk->arena);
	ds_free(chunk);
	return status;
}
