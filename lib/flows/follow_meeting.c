/* SPDX-License-Identifier: EUPL-1.2 */
/* A meeting, who was there, and that the youth was discussed. */
#include "flows/follow.h"

#include <string.h>

#include "base/text.h"
#include "flows/input.h"
#include "flows/state.h"

static void
bind_or_null(struct ds_stmt *stmt, const char *name,
    const struct ds_row *row, int field)
{
	if (ds_row_has(row, field))
		ds_bind_int(stmt, name, ds_row_int(row, field));
}

/* The meeting of that kind, day, school and party, or 0. */
static dossier_status
find_meeting(int64_t *out, struct ds_follow *follow, dossier_error *err)
{
	const struct ds_row *row = &follow->row;
	struct ds_stmt *stmt;
	bool found;

	DS_TRY(ds_sql(&stmt, follow->session->store, DS_SQL_MEETING_KNOWN,
	    err));
	ds_bind_text(stmt, ":kind", ds_row_text(row, DS_F_MEETING_KIND));
	ds_bind_text(stmt, ":on", ds_row_text(row, DS_F_MEETING_ON));
	bind_or_null(stmt, ":school", row, DS_F_MEETING_SCHOOL);
	bind_or_null(stmt, ":party", row, DS_F_MEETING_PARTY);
	DS_TRY(ds_step(&found, stmt, err));
	*out = found ? ds_col_int(stmt, 0) : 0;
	ds_stmt_reset(stmt);
	return DOSSIER_OK;
}

static dossier_status
set_school(struct ds_follow *follow, dossier_error *err)
{
	const struct ds_row *enrolment;
	struct ds_row *rows;
	size_t count;

	DS_TRY(ds_state_list(&rows, &count, follow->arena,
	    follow->session->book, DS_ENROLMENT, follow->youth.id, err));
	enrolment = ds_state_near(rows, count, follow->on);
	if (enrolment != NULL)
		ds_row_set_int(&follow->row, DS_F_MEETING_SCHOOL,
		    ds_row_int(enrolment, DS_F_ENROLMENT_SCHOOL));
	return DOSSIER_OK;
}

static dossier_status
add_present(struct ds_follow *follow, const char *word, dossier_error *err)
{
	const struct ds_code *role = ds_code_find(ds_codes_role, word);
	struct ds_stmt *stmt;
	struct ds_row row;
	bool found;

	if (role == NULL)
		return ds_input_no_code(ds_codes_role, word, err);
	DS_TRY(ds_sql(&stmt, follow->session->store, DS_SQL_ATTENDANCE_SAME,
	    err));
	ds_bind_int(stmt, ":meeting", follow->row.id);
	ds_bind_text(stmt, ":role", role->slug);
	DS_TRY(ds_step(&found, stmt, err));
	ds_stmt_reset(stmt);
	if (found)
		return DOSSIER_OK;
	ds_row_start(&row, DS_ATTENDANCE);
	ds_row_set_int(&row, DS_F_ATTENDANCE_MEETING, follow->row.id);
	ds_row_set_text(&row, DS_F_ATTENDANCE_ROLE, role->slug);
	return ds_book_add(follow->session->book, &row, err);
}

static dossier_status
add_all_present(struct ds_follow *follow, dossier_error *err)
{
	const char *line;
	char *copy, *next, *word;

	DS_TRY(ds_input_line(&line, follow->arena, follow->options->present,
	    err));
	if (line == NULL)
		return DOSSIER_OK;
	copy = ds_arena_dup(follow->arena, line);
	if (copy == NULL)
		return ds_no_memory(err);
	for (word = strtok_r(copy, ",", &next); word != NULL;
	    word = strtok_r(NULL, ",", &next))
		if (ds_text_trim(word)[0] != '\0')
			DS_TRY(add_present(follow, ds_text_trim(word), err));
	return DOSSIER_OK;
}

static dossier_status
add_discussed(struct ds_follow *follow, dossier_error *err)
{
	struct ds_stmt *stmt;
	struct ds_row row;
	bool found;

	DS_TRY(ds_sql(&stmt, follow->session->store, DS_SQL_DISCUSSION_SAME,
	    err));
	ds_bind_int(stmt, ":meeting", follow->row.id);
	ds_bind_int(stmt, ":youth", follow->youth.id);
	DS_TRY(ds_step(&found, stmt, err));
	ds_stmt_reset(stmt);
	if (found)
		return DOSSIER_OK;
	ds_row_start(&row, DS_DISCUSSION);
	ds_row_set_int(&row, DS_F_DISCUSSION_MEETING, follow->row.id);
	ds_row_set_int(&row, DS_F_DISCUSSION_YOUTH, follow->youth.id);
	return ds_book_add(follow->session->book, &row, err);
}

/* Many youths are discussed at one meeting: it is written once. */
dossier_status
ds_follow_meeting(struct ds_follow *follow, dossier_error *err)
{
	struct ds_row *row = &follow->row;
	int64_t same;

	ds_row_start(row, DS_MEETING);
	DS_TRY(ds_follow_set_kind(follow, DS_F_MEETING_KIND,
	    ds_codes_meeting, err));
	DS_TRY(ds_follow_set_day(follow, DS_F_MEETING_ON, follow->on, err));
	DS_TRY(set_school(follow, err));
	DS_TRY(ds_follow_set_party(follow, DS_F_MEETING_PARTY, err));
	DS_TRY(find_meeting(&same, follow, err));
	follow->known = same != 0;
	if (same != 0)
		row->id = same;
	else
		DS_TRY(ds_book_add(follow->session->book, row, err));
	DS_TRY(add_all_present(follow, err));
	return add_discussed(follow, err);
}
