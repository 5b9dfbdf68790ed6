/* SPDX-License-Identifier: EUPL-1.2 */
/* Whose row it is, and who the file leaves out. */
#include "flows/intake.h"

#include <stdio.h>
#include <string.h>

const char *
ds_number_kind(enum ds_at at, const struct ds_datum *number)
{
	if (at == AT_SOURCE_REF)
		return "bron";
	if (at == AT_PSEUDONYM)
		return "pseudoniem";
	return number->number == DS_CELL_BSN ? "bsn" : "onderwijsnummer";
}

/* ---- whose row ---- */

struct hits {
	int64_t youth;			/* the first that answered */
	int column;			/* by which column */
	int64_t other;			/* a second, different one */
	int other_column;
};

static void
hit(struct hits *hits, int64_t youth, int column)
{
	if (youth == 0 || youth == hits->youth)
		return;
	if (hits->youth == 0) {
		hits->youth = youth;
		hits->column = column;
	} else if (hits->other == 0) {
		hits->other = youth;
		hits->other_column = column;
	}
}

static dossier_status
by_identifier(struct hits *hits, struct ds_intake *in, struct ds_line *line,
    enum ds_at at, dossier_error *err)
{
	const struct ds_datum *value = ds_line_value(in, line, at);
	struct ds_stmt *stmt;
	int64_t youth;

	if (!value->known)
		return DOSSIER_OK;
	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_YOUTH_BY_IDENTIFIER,
	    err));
	ds_bind_text(stmt, ":value", value->text);
	ds_bind_text(stmt, ":kind", ds_number_kind(at, value));
	DS_TRY(ds_first_int(&youth, stmt, err));
	hit(hits, youth, in->at[at]);
	return DOSSIER_OK;
}

/* A pupil number alone will do when only one pupil has it. */
static dossier_status
by_number(struct hits *hits, struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	const struct ds_datum *number = ds_line_value(in, line,
	    AT_PUPIL_NUMBER);
	int64_t school = ds_line_value(in, line, AT_SCHOOL)->number;
	int64_t youth, second = 0;
	struct ds_stmt *stmt;
	bool row;

	if (!number->known || (school == 0 && in->at[AT_SCHOOL] >= 0 &&
	    line->text[in->at[AT_SCHOOL]] != NULL))
		return DOSSIER_OK;
	DS_TRY(ds_sql(&stmt, in->session->store, school != 0 ?
	    DS_SQL_YOUTH_BY_PUPIL : DS_SQL_YOUTHS_BY_NUMBER, err));
	ds_bind_text(stmt, ":number", number->text);
	if (school != 0) {
		ds_bind_int(stmt, ":school", school);
		DS_TRY(ds_first_int(&youth, stmt, err));
	} else {
		DS_TRY(ds_step(&row, stmt, err));
		youth = row ? ds_col_int(stmt, 0) : 0;
		if (row)
			DS_TRY(ds_first_int(&second, stmt, err));
	}
	hit(hits, youth, in->at[AT_PUPIL_NUMBER]);
	hit(hits, second, in->at[AT_PUPIL_NUMBER]);
	return DOSSIER_OK;
}

static dossier_status
refuse_two(struct ds_intake *in, struct ds_line *line,
    const struct hits *hits, dossier_error *err)
{
	struct ds_row first, second;
	const char *reason;

	DS_TRY(ds_book_read(&first, &in->row_arena, in->session->book,
	    DS_YOUTH, hits->youth, err));
	DS_TRY(ds_book_read(&second, &in->row_arena, in->session->book,
	    DS_YOUTH, hits->other, err));
	reason = ds_arena_printf(&in->arena, ds_tr(in->session->language,
	    N_("two dossiers answer to this row: %s and %s")),
	    ds_row_text(&first, DS_F_YOUTH_REF),
	    ds_row_text(&second, DS_F_YOUTH_REF));
	return reason == NULL ? ds_no_memory(err) :
	    ds_intake_refuse(in, line, hits->other_column, reason, NULL, err);
}

dossier_status
ds_intake_identify(struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	const struct ds_datum *ref = ds_line_value(in, line, AT_YOUTH);
	struct hits hits = { 0, -1, 0, -1 };
	struct ds_stmt *stmt;
	int64_t youth;

	if (in->bulk)
		return DOSSIER_OK;
	if (ref->known) {
		DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_YOUTH_BY_REF,
		    err));
		ds_bind_text(stmt, ":ref", ref->text);
		DS_TRY(ds_first_int(&youth, stmt, err));
		hit(&hits, youth, in->at[AT_YOUTH]);
	}
	DS_TRY(by_identifier(&hits, in, line, AT_BSN, err));
	DS_TRY(by_identifier(&hits, in, line, AT_ONDERWIJSNUMMER, err));
	DS_TRY(by_identifier(&hits, in, line, AT_PGN, err));
	DS_TRY(by_number(&hits, in, line, err));
	DS_TRY(by_identifier(&hits, in, line, AT_SOURCE_REF, err));
	DS_TRY(by_identifier(&hits, in, line, AT_PSEUDONYM, err));
	if (hits.other != 0)
		return refuse_two(in, line, &hits, err);
	line->youth = hits.youth;
	return DOSSIER_OK;
}

dossier_status
ds_intake_need_youth(struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	static const enum ds_at numbers[] = { AT_YOUTH, AT_PUPIL_NUMBER,
	    AT_PSEUDONYM, AT_BSN, AT_ONDERWIJSNUMMER, AT_PGN };
	int column = in->at[AT_BSN];
	size_t i;

	if (line->youth != 0)
		return DOSSIER_OK;
	for (i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		if (ds_line_value(in, line, numbers[i])->known)
			break;
	if (i < sizeof numbers / sizeof numbers[0])
		column = in->at[numbers[i]];
	return ds_intake_refuse(in, line, column, N_("no dossier answers to "
	    "this number; read in the pupil list first"), NULL, err);
}

/* ---- who is missing ---- */

/*
 * Youths by a bit each, schools beside the schools' contacts. A refused row
 * of a known youth counts: the youth is in the file.
 */
dossier_status
ds_intake_met(struct ds_intake *in, const struct ds_line *line,
    dossier_error *err)
{
	int64_t youth = line->youth;
	size_t byte = (size_t)youth / 8, size;
	unsigned char *grown;
	char key[24];

	if (youth == 0)
		return DOSSIER_OK;
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

static bool
was_seen(const struct ds_intake *in, int64_t youth)
{
	size_t byte = (size_t)youth / 8;

	return byte < in->seen_size && (in->seen[byte] >> (youth % 8) & 1);
}

static bool
is_school_of_file(const struct ds_intake *in, int64_t school)
{
	char key[24];
	int64_t value;

	snprintf(key, sizeof key, "#%lld", (long long)school);
	return ds_map_get(&value, &in->schools, key);
}

dossier_status
ds_intake_missing(struct ds_intake *in, dossier_error *err)
{
	struct ds_buf refs = DS_BUF_INIT;
	dossier_status status;
	struct ds_stmt *stmt;
	long count = 0;
	bool row = true;

	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_YOUTHS_ENROLLED,
	    err));
	ds_bind_day(stmt, ":day", in->options->as_of);
	while ((status = ds_step(&row, stmt, err)) == DOSSIER_OK && row) {
		if (was_seen(in, ds_col_int(stmt, 0)) ||
		    !is_school_of_file(in, ds_col_int(stmt, 2)))
			continue;
		if (count++ < 20)
			ds_buf_printf(&refs, "%s%s", count > 1 ? ", " : "",
			    ds_col_text(stmt, 1));
	}
	if (refs.failed)
		status = ds_no_memory(err);
	if (status == DOSSIER_OK && count > 0)
		status = ds_intake_note(in, err, ds_trn(in->session->language,
		    N_("%ld pupil of these schools is not in this file and "
		    "stays enrolled: %s%s"), N_("%ld pupils of these schools "
		    "are not in this file and stay enrolled: %s%s"), count),
		    count, refs.data, count > 20 ? ", …" : "");
	ds_buf_free(&refs);
	return status;
}
