/* SPDX-License-Identifier: EUPL-1.2 */
/* A youth's row: what of it is new. */
#include "flows/intake.h"

#include <stdio.h>
#include <string.h>

#include "base/ident.h"

/* ---- the parts of a row ---- */

dossier_status
ds_intake_name(struct ds_row *youth, struct ds_arena *arena,
    const char *text, dossier_error *err)
{
	char *family = ds_arena_dup(arena, text), *given;

	if (family == NULL)
		return ds_no_memory(err);
	given = strchr(family, ',');
	if (given == NULL) {
		ds_row_set_text(youth, DS_F_YOUTH_GIVEN_NAME, family);
		return DOSSIER_OK;
	}
	*given++ = '\0';
	while (*given == ' ')
		given++;
	if (*family != '\0')
		ds_row_set_text(youth, DS_F_YOUTH_FAMILY_NAME, family);
	if (*given != '\0')
		ds_row_set_text(youth, DS_F_YOUTH_GIVEN_NAME, given);
	return DOSSIER_OK;
}

dossier_status
ds_intake_new_youth(struct ds_intake *in, struct ds_row *row,
    dossier_error *err)
{
	char *ref = ds_arena_alloc(&in->row_arena, DS_REF_SIZE);

	if (ref == NULL || !ds_row_set_day(row, DS_F_YOUTH_OPENED_ON,
	    in->options->as_of, &in->row_arena))
		return ds_no_memory(err);
	DS_TRY(ds_book_number(&row->id, in->session->book, DS_YOUTH, err));
	ds_ref_make(ref, (uint64_t)row->id, in->session->ref_key);
	ds_row_set_text(row, DS_F_YOUTH_REF, ref);
	return DOSSIER_OK;
}

static dossier_status
put_youth(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	const struct ds_datum *name = ds_line_value(in, line, AT_NAME);
	struct ds_row row;

	ds_row_start(&row, DS_YOUTH);
	ds_line_fields(in, line, &row);
	if (name->known && !ds_row_has(&row, DS_F_YOUTH_FAMILY_NAME))
		DS_TRY(ds_intake_name(&row, &in->row_arena, name->text,
		    err));
	if (line->youth == 0) {
		DS_TRY(ds_intake_new_youth(in, &row, err));
		DS_TRY(ds_intake_namesake(in, line, &row, err));
	}
	DS_TRY(ds_intake_upsert(in, line, &row, line->youth, err));
	line->youth = row.id;
	return DOSSIER_OK;
}

/* A PGN is a BSN or an education number, which may have its own column. */
static bool
stands_twice(const struct ds_intake *in, const struct ds_line *line,
    const struct ds_datum *pgn)
{
	return ds_datum_same(pgn, ds_line_value(in, line, AT_BSN)) ||
	    ds_datum_same(pgn, ds_line_value(in, line, AT_ONDERWIJSNUMMER));
}

static dossier_status
put_identifier(struct ds_intake *in, struct ds_line *line, enum ds_at at,
    dossier_error *err)
{
	const struct ds_datum *value = ds_line_value(in, line, at);
	struct ds_stmt *stmt;
	struct ds_row row;
	int64_t known = 0;

	if (!value->known || (at == AT_PGN && stands_twice(in, line, value)))
		return DOSSIER_OK;
	ds_row_start(&row, DS_IDENTIFIER);
	ds_row_set_int(&row, DS_F_IDENTIFIER_YOUTH, line->youth);
	ds_row_set_text(&row, DS_F_IDENTIFIER_KIND,
	    ds_number_kind(at, value));
	ds_row_set_text(&row, DS_F_IDENTIFIER_VALUE, value->text);
	if (!in->bulk) {
		DS_TRY(ds_sql(&stmt, in->session->store,
		    DS_SQL_YOUTH_BY_IDENTIFIER, err));
		ds_bind_text(stmt, ":value", value->text);
		ds_bind_text(stmt, ":kind", ds_row_text(&row,
		    DS_F_IDENTIFIER_KIND));
		DS_TRY(ds_first_int(&known, stmt, err));
	}
	if (known != 0)
		return DOSSIER_OK;
	if (line->result == DS_ROW_SAME)
		line->result = DS_ROW_CHANGED;
	return ds_book_add(in->session->book, &row, err);
}

/* ---- dated state: the enrolment and the residence ---- */

/*
 * What a row makes of a lane: record `id` as it stood, brought up to date;
 * or (0) a record more. The first of a lane may have an open start.
 */
struct state {
	struct ds_row row, old;		/* old.id is 0 when there is none */
	int64_t id;
	bool first;
};

/* The record of a dated lane that counts on the file's day; 0: none. */
static dossier_status
open_record(struct ds_row *old, int64_t *id, struct ds_intake *in,
    const struct ds_line *line, enum ds_sql sql, enum ds_kind kind,
    dossier_error *err)
{
	struct ds_stmt *stmt;

	*id = 0;
	memset(old, 0, sizeof *old);
	if (line->youth == 0 || line->result == DS_ROW_NEW)
		return DOSSIER_OK;
	DS_TRY(ds_sql(&stmt, in->session->store, sql, err));
	ds_bind_int(stmt, ":youth", line->youth);
	ds_bind_day(stmt, ":day", in->options->as_of);
	DS_TRY(ds_first_int(id, stmt, err));
	return *id == 0 ? DOSSIER_OK : ds_book_read(old, &in->row_arena,
	    in->session->book, kind, *id, err);
}

/* A record more begins on the file's day, but for the first. */
static dossier_status
begin_state(struct state *state, struct ds_intake *in, dossier_error *err)
{
	int from = ds_record(state->row.kind)->from;

	if (state->id != 0 || state->first || ds_row_has(&state->row, from))
		return DOSSIER_OK;
	return ds_row_set_day(&state->row, from, in->options->as_of,
	    &in->row_arena) ? DOSSIER_OK : ds_no_memory(err);
}

static dossier_status
plan_enrolment(struct state *state, struct ds_intake *in,
    const struct ds_line *line, dossier_error *err)
{
	int64_t school = ds_line_value(in, line, AT_SCHOOL)->number;

	ds_row_start(&state->row, DS_ENROLMENT);
	ds_row_set_int(&state->row, DS_F_ENROLMENT_YOUTH, line->youth);
	ds_row_set_int(&state->row, DS_F_ENROLMENT_SCHOOL, school);
	ds_line_fields(in, line, &state->row);
	DS_TRY(open_record(&state->old, &state->id, in, line,
	    DS_SQL_ENROLMENT_OPEN, DS_ENROLMENT, err));
	state->first = line->youth == 0;
	if (state->id != 0 &&
	    ds_row_int(&state->old, DS_F_ENROLMENT_SCHOOL) != school)
		state->id = 0;
	return begin_state(state, in, err);
}

/* Filling in what was blank, or correcting the same day, is no move. */
static bool
has_moved(const struct ds_row *old, const struct ds_row *row,
    dossier_day day)
{
	int i;

	if (ds_row_day(old, DS_F_RESIDENCE_FROM).number == day.number)
		return false;
	for (i = DS_F_RESIDENCE_MUNICIPALITY; i <= DS_F_RESIDENCE_PLACE; i++)
		if (old->value[i].known && row->value[i].known &&
		    !ds_datum_same(&old->value[i], &row->value[i]))
			return true;
	return false;
}

static dossier_status
plan_residence(struct state *state, struct ds_intake *in,
    const struct ds_line *line, dossier_error *err)
{
	int64_t where = ds_line_value(in, line, AT_MUNICIPALITY)->number;

	ds_row_start(&state->row, DS_RESIDENCE);
	ds_row_set_int(&state->row, DS_F_RESIDENCE_YOUTH, line->youth);
	ds_row_set_int(&state->row, DS_F_RESIDENCE_MUNICIPALITY, where);
	ds_line_fields(in, line, &state->row);
	DS_TRY(open_record(&state->old, &state->id, in, line,
	    DS_SQL_RESIDENCE_OPEN, DS_RESIDENCE, err));
	state->first = line->youth == 0;
	if (state->id != 0 &&
	    has_moved(&state->old, &state->row, in->options->as_of))
		state->id = 0;
	return begin_state(state, in, err);
}

/* A list names few schools and municipalities, and each many times. */
static dossier_status
check_where(struct ds_intake *in, struct ds_line *line, struct ds_row *row,
    dossier_error *err)
{
	bool school = row->kind == DS_ENROLMENT;
	int64_t where = ds_row_int(row, school ? DS_F_ENROLMENT_SCHOOL :
	    DS_F_RESIDENCE_MUNICIPALITY);

	if (line->refused || where == in->last_where[school])
		return DOSSIER_OK;
	DS_TRY(ds_intake_judge(in, line, row, err));
	if (!line->refused)
		in->last_where[school] = where;
	return DOSSIER_OK;
}

/*
 * What the lane would refuse is refused before anything of the row is
 * written, so that one row never holds up a whole file.
 */
static dossier_status
check_state(struct ds_intake *in, struct ds_line *line,
    const struct state *state, dossier_error *err)
{
	struct ds_row row = state->row;
	bool fits = true;
	int i;

	for (i = 0; state->id != 0 && i < DS_MAX_FIELDS; i++)
		if (!row.value[i].known)
			row.value[i] = state->old.value[i];
	DS_TRY(ds_intake_check(in, line, &row, err));
	DS_TRY(check_where(in, line, &row, err));
	if (line->refused || state->id != 0 || state->first)
		return DOSSIER_OK;
	DS_TRY(ds_book_fits(&fits, in->session->book, &row, err));
	return fits ? DOSSIER_OK : ds_intake_refuse(in, line,
	    in->at[row.kind == DS_ENROLMENT ? AT_SCHOOL : AT_MUNICIPALITY],
	    N_("another record of this youth already begins on that day or "
	    "later"), NULL, err);
}

static dossier_status
put_state(struct ds_intake *in, struct ds_line *line, struct state *state,
    dossier_error *err)
{
	int youth = state->row.kind == DS_ENROLMENT ? DS_F_ENROLMENT_YOUTH :
	    DS_F_RESIDENCE_YOUTH;

	if (state->id != 0)
		return ds_intake_upsert(in, line, &state->row, state->id,
		    err);
	if (line->result == DS_ROW_SAME)
		line->result = DS_ROW_CHANGED;
	ds_row_set_int(&state->row, youth, line->youth);
	return state->first ?
	    ds_book_add(in->session->book, &state->row, err) :
	    ds_book_succeed(in->session->book, &state->row, err);
}

/* ---- who holds the case ---- */

/* The school's own contact, asked for once a school. */
static dossier_status
school_contact(int64_t *out, struct ds_intake *in, int64_t school,
    dossier_error *err)
{
	const char *key = ds_arena_printf(&in->row_arena, "%lld",
	    (long long)school);
	struct ds_person person;

	if (key == NULL)
		return ds_no_memory(err);
	if (ds_map_get(out, &in->schools, key))
		return DOSSIER_OK;
	DS_TRY(ds_person_at(&person, &in->row_arena, in->session, school, 0,
	    0, in->options->as_of, err));
	*out = person.contact;
	return ds_map_put(&in->schools, key, *out) ? DOSSIER_OK :
	    ds_no_memory(err);
}

/* Does the lead stay as it is? It is never taken back from another party. */
static bool
lead_stays(const struct ds_row *old, int64_t old_school, int64_t school,
    int64_t contact)
{
	if (ds_row_int(old, DS_F_LEAD_PARTY) != old_school)
		return true;
	return school == old_school && (contact == 0 ||
	    contact == ds_row_int(old, DS_F_LEAD_CONTACT));
}

/* The next lead takes over the day on which the old one was to end. */
static dossier_status
succeed_lead(struct ds_intake *in, struct ds_line *line, struct ds_row *row,
    const struct ds_row *old, dossier_error *err)
{
	bool fits;

	if (ds_row_day(old, DS_F_LEAD_FROM).number ==
	    in->options->as_of.number)
		return ds_intake_upsert(in, line, row, old->id, err);
	row->value[DS_F_LEAD_UNTIL] = old->value[DS_F_LEAD_UNTIL];
	DS_TRY(ds_book_fits(&fits, in->session->book, row, err));
	if (!fits)
		return DOSSIER_OK;
	if (line->result == DS_ROW_SAME)
		line->result = DS_ROW_CHANGED;
	return ds_book_succeed(in->session->book, row, err);
}

/* Intake opens the lead at the school, and follows its mentor. */
static dossier_status
put_lead(struct ds_intake *in, struct ds_line *line, int64_t old_school,
    dossier_error *err)
{
	int64_t school = ds_line_value(in, line, AT_SCHOOL)->number;
	int64_t contact = ds_line_value(in, line, AT_MENTOR)->number, id;
	struct ds_row row, old;

	DS_TRY(open_record(&old, &id, in, line, DS_SQL_LEAD_OPEN, DS_LEAD,
	    err));
	if (id == 0 ? line->result != DS_ROW_NEW :
	    lead_stays(&old, old_school, school, contact))
		return DOSSIER_OK;
	if (contact == 0)
		DS_TRY(school_contact(&contact, in, school, err));
	ds_row_start(&row, DS_LEAD);
	ds_row_set_int(&row, DS_F_LEAD_YOUTH, line->youth);
	ds_row_set_int(&row, DS_F_LEAD_PARTY, school);
	if (contact != 0)
		ds_row_set_int(&row, DS_F_LEAD_CONTACT, contact);
	if (!ds_row_set_day(&row, DS_F_LEAD_FROM, in->options->as_of,
	    &in->row_arena))
		return ds_no_memory(err);
	return id == 0 ? ds_book_add(in->session->book, &row, err) :
	    succeed_lead(in, line, &row, &old, err);
}

/* ---- the whole row ---- */

dossier_status
ds_intake_youth(struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	bool lives = ds_line_value(in, line, AT_MUNICIPALITY)->known;
	struct state enrolment, residence;
	int64_t old_school = 0;

	DS_TRY(plan_enrolment(&enrolment, in, line, err));
	DS_TRY(check_state(in, line, &enrolment, err));
	if (lives) {
		DS_TRY(plan_residence(&residence, in, line, err));
		DS_TRY(check_state(in, line, &residence, err));
	}
	if (line->refused)
		return DOSSIER_OK;
	if (enrolment.old.id != 0)
		old_school = ds_row_int(&enrolment.old,
		    DS_F_ENROLMENT_SCHOOL);
	DS_TRY(put_youth(in, line, err));
	DS_TRY(put_identifier(in, line, AT_BSN, err));
	DS_TRY(put_identifier(in, line, AT_ONDERWIJSNUMMER, err));
	DS_TRY(put_identifier(in, line, AT_PGN, err));
	DS_TRY(put_identifier(in, line, AT_SOURCE_REF, err));
	DS_TRY(put_identifier(in, line, AT_PSEUDONYM, err));
	DS_TRY(put_state(in, line, &enrolment, err));
	if (lives)
		DS_TRY(put_state(in, line, &residence, err));
	DS_TRY(put_lead(in, line, old_school, err));
	return ds_intake_met(in, line, err);
}
