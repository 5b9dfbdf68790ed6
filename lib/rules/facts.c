/* SPDX-License-Identifier: EUPL-1.2 */
#include "rules/facts_take.h"

#include <string.h>

static void
take_youth(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
	dossier_day birth = ds_col_day(stmt, 5);

	memset(c, 0, sizeof *c);
	chunk->present[ds_col_int(stmt, 0) - chunk->lo] = true;
	c->facts.youth = ds_col_int(stmt, 0);
	c->facts.ref = ds_take_keep(chunk, stmt, 1);
	c->given_name = ds_take_keep(chunk, stmt, 2);
	c->prefix = ds_take_keep(chunk, stmt, 3);
	c->family_name = ds_take_keep(chunk, stmt, 4);
	c->facts.opened_on = ds_col_day(stmt, 6);
	c->closed_on = ds_col_day(stmt, 7);
	c->lead_until = DOSSIER_NO_DAY;
	if (ds_day_known(birth))
		ds_take_number(c, DS_FACT_AGE, ds_age(birth, chunk->day), birth);
	if (!ds_col_null(stmt, 8))
		ds_take_number(c, DS_FACT_JOB_READY, ds_col_int(stmt, 8),
		    DOSSIER_NO_DAY);
	if (!ds_col_null(stmt, 9))
		ds_take_number(c, DS_FACT_CAPABLE, ds_col_int(stmt, 9),
		    DOSSIER_NO_DAY);
}

/* At one of the schools is enough; a day that is not over counts. */
static void
take_enrolled(const struct ds_chunk *chunk, struct ds_case *c,
    dossier_day from, dossier_day until)
{
	bool holds = !ds_day_known(until) || until.number >= chunk->day.number;

	if (holds || !c->facts.fact[DS_FACT_ENROLLED].known)
		ds_take_number(c, DS_FACT_ENROLLED, holds,
		    holds ? from : until);
}

static void
take_enrolment(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
	dossier_day leaves = ds_col_day(stmt, 6), from = ds_col_day(stmt, 7);

	take_enrolled(chunk, c, from, ds_col_day(stmt, 8));
	if (ds_take_is_older(c, DS_FACT_SCHOOL, from))
		return;
	c->school = ds_col_int(stmt, 1);
	ds_take_text(c, DS_FACT_SCHOOL, ds_take_keep(chunk, stmt, 2), from);
	ds_take_text(c, DS_FACT_SCHOOL_KIND, ds_take_keep(chunk, stmt, 3), from);
	ds_take_text(c, DS_FACT_PROFILE, ds_take_keep(chunk, stmt, 4), from);
	ds_take_text(c, DS_FACT_DESTINATION, ds_take_keep(chunk, stmt, 5),
	    DOSSIER_NO_DAY);
	ds_take_day(c, DS_FACT_EXPECTED_EXIT, leaves, DOSSIER_NO_DAY);
	ds_take_day(c, DS_FACT_LEFT_ON, ds_col_day(stmt, 8), DOSSIER_NO_DAY);
	ds_take_since(chunk, c, DS_FACT_SINCE_EXIT, ds_col_day(stmt, 8));
	if (ds_day_known(leaves))
		ds_take_day(c, DS_FACT_LAST_YEAR_START,
		    ds_school_year_start(leaves), DOSSIER_NO_DAY);
	ds_take_text(c, DS_FACT_CLUSTER, ds_take_keep(chunk, stmt, 9), from);
}

static void
take_residence(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
	dossier_day from = ds_col_day(stmt, 3);

	if (ds_take_is_older(c, DS_FACT_MUNICIPALITY, from))
		return;
	c->municipality = ds_col_int(stmt, 1);
	ds_take_text(c, DS_FACT_MUNICIPALITY, ds_take_keep(chunk, stmt, 2), from);
}

static void
take_lead(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
	dossier_day from = ds_col_day(stmt, 4);

	if (ds_take_is_older(c, DS_FACT_LEAD_KIND, from))
		return;
	c->lead = ds_col_int(stmt, 1);
	c->lead_contact = ds_col_int(stmt, 3);
	c->lead_until = ds_col_day(stmt, 5);
	ds_take_text(c, DS_FACT_LEAD_KIND, ds_take_keep(chunk, stmt, 2), from);
	ds_take_day(c, DS_FACT_LEAD_SINCE, from, from);
}

static void
take_wage_value(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
	dossier_day on = ds_col_day(stmt, 2);

	if (!ds_take_is_older(c, DS_FACT_WAGE_VALUE, on))
		ds_take_number(c, DS_FACT_WAGE_VALUE, ds_col_int(stmt, 1), on);
}

/*
 * The last stage before the first contract, and whether both are the same
 * place. Rows come in the order of their first day: the place of the stage
 * seen last is kept in the fact's number until a contract settles it.
 */
static void
take_placement(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
	struct ds_fact_value *same = &c->facts.fact[DS_FACT_CONTRACT_AT_STAGE];
	dossier_day from = ds_col_day(stmt, 3), until = ds_col_day(stmt, 4);
	const char *kind = ds_col_text(stmt, 2);

	if (c->facts.fact[DS_FACT_CONTRACT_FROM].known || kind == NULL)
		return;
	if (strcmp(kind, "stage") == 0) {
		same->number = ds_col_int(stmt, 1);
		if (from.number <= chunk->day.number)
			ds_take_day(c, DS_FACT_STAGE_FROM, from, from);
		return;
	}
	ds_take_day(c, DS_FACT_CONTRACT_FROM, from, from);
	ds_take_since(chunk, c, DS_FACT_SINCE_CONTRACT, from);
	if (ds_day_known(until))
		ds_fact_since(&c->facts.fact[DS_FACT_CONTRACT_LENGTH], from,
		    ds_day_add(until, 1));
	if (same->number != 0)
		ds_take_number(c, DS_FACT_CONTRACT_AT_STAGE,
		    same->number == ds_col_int(stmt, 1), from);
}

static void
take_happened(struct ds_chunk *chunk, struct ds_stmt *stmt)
{
	struct ds_case *c = ds_take_case(chunk, stmt);
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
	list->kind = kind == NULL ? NULL : ds_take_keep(chunk, stmt, 2);
	if (strcmp(kind != NULL ? kind : "", "melding") == 0) {
		ds_take_day(c, DS_FACT_APPLIED_ON, list->on, list->on);
		ds_take_since(chunk, c, DS_FACT_SINCE_APPLICATION, list->on);
	}
	c->facts.happened_count++;
}

static const struct {
	enum ds_sql sql;
	void (*take)(struct ds_chunk *, struct ds_stmt *);
	bool dated;			/* the statement asks for :day */
} sources[] = {
	{ DS_SQL_FACTS_YOUTH, take_youth, false },
	{ DS_SQL_FACTS_ENROLMENT, take_enrolment, true },
	{ DS_SQL_FACTS_RESIDENCE, take_residence, true },
	{ DS_SQL_FACTS_LEAD, take_lead, true },
	{ DS_SQL_FACTS_WAGE_VALUE, take_wage_value, true },
	{ DS_SQL_FACTS_PLACEMENT, take_placement, false },
	{ DS_SQL_FACTS_HAPPENED, take_happened, true },
	{ DS_SQL_FACTS_OPP, ds_take_opp, true },
	{ DS_SQL_FACTS_WORK_PROFILE, ds_take_work_profile, true },
	{ DS_SQL_FACTS_QUALIFICATION, ds_take_qualification, true },
	{ DS_SQL_FACTS_SCHEME, ds_take_scheme, true },
	{ DS_SQL_FACTS_REGISTER, ds_take_register, true },
	{ DS_SQL_FACTS_DOMAIN, ds_take_domain, true },
	{ DS_SQL_FACTS_COURSE, ds_take_course_word, true },
	{ DS_SQL_FACTS_TRACK, ds_take_track, false },
	{ DS_SQL_FACTS_PAPER, ds_take_paper, true },
	{ DS_SQL_FACTS_ASSESSMENT, ds_take_assessment, true },
	{ DS_SQL_FACTS_HOURS, ds_take_hours, true },
	{ DS_SQL_FACTS_REFERRAL, ds_take_referral, true },
	{ DS_SQL_FACTS_ANSWER, ds_take_answer, true },	/* last */
};

static dossier_status
fill_from(struct ds_chunk *chunk, size_t source, dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	DS_TRY(ds_sql(&stmt, ds_book_store(chunk->book),
	    sources[source].sql, err));
	chunk->err = err;
	ds_bind_int(stmt, ":lo", chunk->lo);
	ds_bind_int(stmt, ":hi", chunk->hi);
	if (sources[source].dated)
		ds_bind_day(stmt, ":day", chunk->day);
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		sources[source].take(chunk, stmt);
		if (chunk->broken != DOSSIER_OK) {
			ds_stmt_reset(stmt);
			return chunk->broken;
		}
	}
}

/* From leaving school to the contract, once both are known. */
static void
take_exit_to_contract(struct ds_case *c)
{
	const struct ds_fact_value *exit = &c->facts.fact[DS_FACT_LEFT_ON];
	const struct ds_fact_value *contract =
	    &c->facts.fact[DS_FACT_CONTRACT_FROM];

	if (exit->known && contract->known)
		ds_fact_since(&c->facts.fact[DS_FACT_EXIT_TO_CONTRACT],
		    (dossier_day){ (int32_t)exit->number },
		    (dossier_day){ (int32_t)contract->number });
}

/*
 * What rests on several records. The list may have moved while it grew: the
 * pieces are handed out here.
 */
static void
finish(struct ds_chunk *chunk)
{
	const struct ds_happened *next = chunk->happened;
	int64_t i;

	for (i = 0; i <= chunk->hi - chunk->lo; i++) {
		if (!chunk->present[i])
			continue;
		take_exit_to_contract(&chunk->cases[i]);
		if (chunk->cases[i].facts.happened_count == 0)
			continue;
		chunk->cases[i].facts.happened = next;
		next += chunk->cases[i].facts.happened_count;
	}
}

static dossier_status
fill(struct ds_chunk *chunk, dossier_error *err)
{
	size_t i;

	ds_arena_reset(&chunk->arena);
	memset(chunk->present, 0, sizeof chunk->present);
	chunk->happened_count = 0;
	for (i = 0; i < sizeof sources / sizeof sources[0]; i++)
		DS_TRY(fill_from(chunk, i, err));
	if (chunk->failed)
		return ds_no_memory(err);
	finish(chunk);
	return DOSSIER_OK;
}

static dossier_status
visit_chunk(struct ds_chunk *chunk, ds_case_visit visit, void *payload,
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
walk(struct ds_chunk *chunk, int64_t last, ds_case_visit visit, void *payload,
    dossier_error *err)
{
	for (chunk->lo = 1; chunk->lo <= last; chunk->lo += DS_CHUNK) {
		chunk->hi = chunk->lo + DS_CHUNK - 1;
		if (chunk->hi > last)
			chunk->hi = last;
		DS_TRY(visit_chunk(chunk, visit, payload, err));
	}
	return DOSSIER_OK;
}

dossier_status
ds_cases(struct ds_book *book, struct ds_library *library,
    int64_t youth, dossier_day day, ds_case_visit visit, void *payload,
    dossier_error *err)
{
	struct ds_chunk *chunk = ds_alloc(sizeof *chunk);
	dossier_status status;
	int64_t last = 0;

	if (chunk == NULL)
		return ds_no_memory(err);
	chunk->book = book;
	chunk->library = library;
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
