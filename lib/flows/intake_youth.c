/* SPDX-License-Identifier: EUPL-1.2 */
/* A youth's row: what of it is new. */
#include "flows/intake.h"

#include <stdio.h>
#include <string.h>

#include "base/ident.h"

/* ---- the parts of a row ---- */

static dossier_status
put_youth(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	const struct ds_datum *name = ds_line_value(in, line, AT_NAME);
	struct ds_row row;
	char *comma, *family;

	ds_row_start(&row, DS_YOUTH);
	ds_line_fields(in, line, &row);
	if (name->known && !ds_row_has(&row, DS_F_YOUTH_FAMILY_NAME)) {
		family = ds_arena_dup(&in->row_arena, name->text);
		if (family == NULL)
			return ds_no_memory(err);
		comma = strchr(family, ',');
		*comma++ = '\0';
		while (*comma == ' ')
			comma++;
		ds_row_set_text(&row, DS_F_YOUTH_FAMILY_NAME, family);
		if (*comma != '\0')
			ds_row_set_text(&row, DS_F_YOUTH_GIVEN_NAME, comma);
	}
	if (line->youth == 0) {
		char *ref = ds_arena_alloc(&in->row_arena, DS_REF_SIZE);

		if (ref == NULL || !ds_row_set_day(&row,
		    DS_F_YOUTH_OPENED_ON, in->options->as_of,
		    &in->row_arena))
			return ds_no_memory(err);
		DS_TRY(ds_book_number(&row.id, in->session->book, DS_YOUTH,
		    err));
		ds_ref_make(ref, (uint64_t)row.id, in->session->ref_key);
		ds_row_set_text(&row, DS_F_YOUTH_REF, ref);
	}
	DS_TRY(ds_intake_upsert(in, line, &row, line->youth, err));
	line->youth = row.id;
	return DOSSIER_OK;
}

static dossier_status
put_identifier(struct ds_intake *in, struct ds_line *line, enum ds_at at,
    dossier_error *err)
{
	const struct ds_datum *value = ds_line_value(in, line, at);
	struct ds_stmt *stmt;
	struct ds_row row;
	int64_t known = 0;

	if (!value->known)
		return DOSSIER_OK;
	ds_row_start(&row, DS_IDENTIFIER);
	ds_row_set_int(&row, DS_F_IDENTIFIER_YOUTH, line->youth);
	ds_row_set_text(&row, DS_F_IDENTIFIER_KIND, at == AT_SOURCE_REF ?
	    "bron" : ds_number_kind(value));
	ds_row_set_text(&row, DS_F_IDENTIFIER_VALUE, value->text);
	if (!in->bulk) {
		DS_TRY(ds_sql(&stmt, in->session->store,
		    DS_SQL_YOUTH_BY_IDENTIFIER, err));
		ds_bind_text(stmt, ":value", value->text);
		ds_bind_text(stmt, ":kind", ds_row_text(&row,
		    DS_F_IDENTIFIER_KIND));
		DS_TRY(ds_first_id(&known, stmt, err));
	}
	if (known != 0)
		return DOSSIER_OK;
	if (line->result == DS_ROW_SAME)
		line->result = DS_ROW_CHANGED;
	return ds_book_add(in->session->book, &row, err);
}

/* The record of a dated lane that counts on the file's day; 0: none. */
static dossier_status
open_record(int64_t *out, struct ds_intake *in, const struct ds_line *line,
    enum ds_sql sql, dossier_error *err)
{
	struct ds_stmt *stmt;

	*out = 0;
	if (in->bulk || line->result == DS_ROW_NEW)
		return DOSSIER_OK;
	DS_TRY(ds_sql(&stmt, in->session->store, sql, err));
	ds_bind_int(stmt, ":youth", line->youth);
	ds_bind_day(stmt, ":day", in->options->as_of);
	return ds_first_id(out, stmt, err);
}

/*
 * A new record in a lane of state. The first one may have an open start; a
 * later one begins on the file's day.
 */
static dossier_status
put_state(struct ds_intake *in, struct ds_line *line, struct ds_row *row,
    bool first, dossier_error *err)
{
	int from = ds_record(row->kind)->from;

	if (line->result == DS_ROW_SAME)
		line->result = DS_ROW_CHANGED;
	if (first)
		return ds_book_add(in->session->book, row, err);
	if (!ds_row_has(row, from) && !ds_row_set_day(row, from,
	    in->options->as_of, &in->row_arena))
		return ds_no_memory(err);
	return ds_book_succeed(in->session->book, row, err);
}

static dossier_status
put_enrolment(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	int64_t school = ds_line_value(in, line, AT_SCHOOL)->number, id;
	struct ds_row row, old;

	ds_row_start(&row, DS_ENROLMENT);
	ds_row_set_int(&row, DS_F_ENROLMENT_YOUTH, line->youth);
	ds_row_set_int(&row, DS_F_ENROLMENT_SCHOOL, school);
	ds_line_fields(in, line, &row);
	DS_TRY(open_record(&id, in, line, DS_SQL_ENROLMENT_OPEN, err));
	if (id == 0)
		return put_state(in, line, &row,
		    line->result == DS_ROW_NEW, err);
	DS_TRY(ds_book_read(&old, &in->row_arena, in->session->book,
	    DS_ENROLMENT, id, err));
	if (ds_row_int(&old, DS_F_ENROLMENT_SCHOOL) == school)
		return ds_intake_upsert(in, line, &row, id, err);
	return put_state(in, line, &row, false, err);
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
put_residence(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	const struct ds_datum *where = ds_line_value(in, line,
	    AT_MUNICIPALITY);
	struct ds_row row, old;
	int64_t id;

	if (!where->known)
		return DOSSIER_OK;
	ds_row_start(&row, DS_RESIDENCE);
	ds_row_set_int(&row, DS_F_RESIDENCE_YOUTH, line->youth);
	ds_row_set_int(&row, DS_F_RESIDENCE_MUNICIPALITY, where->number);
	ds_line_fields(in, line, &row);
	DS_TRY(open_record(&id, in, line, DS_SQL_RESIDENCE_OPEN, err));
	if (id == 0)
		return put_state(in, line, &row,
		    line->result == DS_ROW_NEW, err);
	DS_TRY(ds_book_read(&old, &in->row_arena, in->session->book,
	    DS_RESIDENCE, id, err));
	if (has_moved(&old, &row, in->options->as_of))
		return put_state(in, line, &row, false, err);
	return ds_intake_upsert(in, line, &row, id, err);
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

/*
 * Intake opens the lead at the school, and follows its mentor; it never
 * takes the lead back from whoever has accepted it.
 */
static dossier_status
put_lead(struct ds_intake *in, struct ds_line *line, int64_t old_school,
    dossier_error *err)
{
	int64_t school = ds_line_value(in, line, AT_SCHOOL)->number;
	int64_t contact = ds_line_value(in, line, AT_MENTOR)->number, id;
	struct ds_row row, old;

	DS_TRY(open_record(&id, in, line, DS_SQL_LEAD_OPEN, err));
	if (id == 0 && line->result != DS_ROW_NEW)
		return DOSSIER_OK;
	if (id != 0) {
		DS_TRY(ds_book_read(&old, &in->row_arena, in->session->book,
		    DS_LEAD, id, err));
		if (ds_row_int(&old, DS_F_LEAD_PARTY) != old_school)
			return DOSSIER_OK;
		if (school == old_school && (contact == 0 ||
		    contact == ds_row_int(&old, DS_F_LEAD_CONTACT)))
			return DOSSIER_OK;
	}
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
	if (id != 0 && ds_row_day(&old, DS_F_LEAD_FROM).number ==
	    in->options->as_of.number)
		return ds_intake_upsert(in, line, &row, id, err);
	return put_state(in, line, &row, id == 0, err);
}

/* ---- the whole row ---- */

static dossier_status
old_school(int64_t *out, struct ds_intake *in, const struct ds_line *line,
    dossier_error *err)
{
	struct ds_row row;
	int64_t id;

	*out = 0;
	if (line->youth == 0)
		return DOSSIER_OK;
	DS_TRY(open_record(&id, in, line, DS_SQL_ENROLMENT_OPEN, err));
	if (id == 0)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&row, &in->row_arena, in->session->book,
	    DS_ENROLMENT, id, err));
	*out = ds_row_int(&row, DS_F_ENROLMENT_SCHOOL);
	return DOSSIER_OK;
}

static dossier_status
note_namesake(struct ds_intake *in, const struct ds_line *line,
    dossier_error *err)
{
	struct ds_stmt *stmt;
	struct ds_row row;
	bool found;

	ds_row_start(&row, DS_YOUTH);
	ds_line_fields(in, line, &row);
	if (in->bulk || line->youth != 0 ||
	    !ds_row_has(&row, DS_F_YOUTH_BIRTH_DATE) ||
	    !ds_row_has(&row, DS_F_YOUTH_FAMILY_NAME))
		return DOSSIER_OK;
	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_YOUTH_NAMESAKES,
	    err));
	ds_bind_text(stmt, ":family", ds_row_text(&row,
	    DS_F_YOUTH_FAMILY_NAME));
	ds_bind_text(stmt, ":birth", ds_row_text(&row,
	    DS_F_YOUTH_BIRTH_DATE));
	ds_bind_text(stmt, ":given", ds_row_text(&row,
	    DS_F_YOUTH_GIVEN_NAME));
	DS_TRY(ds_step(&found, stmt, err));
	if (!found)
		return DOSSIER_OK;
	DS_TRY(ds_intake_note(in, err, ds_tr(in->session->language,
	    N_("Row %ld: same name and birth date as dossier %s; it became a "
	    "dossier of its own.")), line->number, ds_col_text(stmt, 0)));
	ds_stmt_reset(stmt);
	return DOSSIER_OK;
}

/* Youths by a bit each, schools beside the schools' contacts. */
static dossier_status
mark_seen(struct ds_intake *in, const struct ds_line *line,
    dossier_error *err)
{
	int64_t youth = line->youth;
	size_t byte = (size_t)youth / 8, size;
	unsigned char *grown;
	char key[24];

	if (byte >= in->seen_size) {
		size = byte < 4096 ? 8192 : byte * 2;
		grown = ds_realloc(in->seen, size);
		if (grown == NULL)
			return ds_no_memory(err);
		memset(grown + in->seen_size, 0, size - in->seen_size);
		in->seen = grown;
		in->seen_size = size;
	}
	in->seen[byte] |= (unsigned char)(1u << (youth % 8));
	if (in->last_school == ds_line_value(in, line, AT_SCHOOL)->number)
		return DOSSIER_OK;
	in->last_school = ds_line_value(in, line, AT_SCHOOL)->number;
	snprintf(key, sizeof key, "#%lld", (long long)in->last_school);
	return ds_map_put(&in->schools, key, 1) ? DOSSIER_OK :
	    ds_no_memory(err);
}

dossier_status
ds_intake_youth(struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	int64_t before;

	DS_TRY(note_namesake(in, line, err));
	DS_TRY(old_school(&before, in, line, err));
	DS_TRY(put_youth(in, line, err));
	DS_TRY(put_identifier(in, line, AT_BSN, err));
	DS_TRY(put_identifier(in, line, AT_ONDERWIJSNUMMER, err));
	DS_TRY(put_identifier(in, line, AT_PGN, err));
	DS_TRY(put_identifier(in, line, AT_SOURCE_REF, err));
	DS_TRY(put_enrolment(in, line, err));
	DS_TRY(put_residence(in, line, err));
	DS_TRY(put_lead(in, line, before, err));
	return mark_seen(in, line, err);
}
