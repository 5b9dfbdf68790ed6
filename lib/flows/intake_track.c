/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Minimal registration: a provider of volunteers has no numbers, only a
 * name, a start, an end and a result. Whoever has that name and began there
 * on that day is the same; any other of that name is worth a look, no more.
 */
#include "flows/intake.h"

#include <string.h>

#include "base/text.h"

/* A name as it is compared; *out is NULL when there is none. */
static dossier_status
fold_name(const char **out, struct ds_arena *arena, const struct ds_row *youth,
    dossier_error *err)
{
	const char *name = ds_text_fold(arena, ds_youth_name(arena, youth));

	*out = NULL;
	if (name == NULL)
		return ds_no_memory(err);
	if (*name != '\0')
		*out = name;
	return DOSSIER_OK;
}

/* A youth's row with the names of columns first, first + 1, first + 2. */
static void
take_names(struct ds_row *out, struct ds_stmt *stmt, int first)
{
	static const int names[] = { DS_F_YOUTH_GIVEN_NAME,
	    DS_F_YOUTH_PREFIX, DS_F_YOUTH_FAMILY_NAME };
	int i;

	ds_row_start(out, DS_YOUTH);
	for (i = 0; i < 3; i++)
		if (!ds_col_null(stmt, first + i))
			ds_row_set_text(out, names[i],
			    ds_col_text(stmt, first + i));
}

static dossier_status
said_name(struct ds_row *youth, const char **folded, struct ds_intake *in,
    const struct ds_line *line, dossier_error *err)
{
	ds_row_start(youth, DS_YOUTH);
	DS_TRY(ds_intake_name(youth, &in->row_arena,
	    ds_line_value(in, line, AT_NAME)->text, err));
	return fold_name(folded, &in->row_arena, youth, err);
}

static bool
has_number(const struct ds_intake *in, const struct ds_line *line)
{
	static const enum ds_at numbers[] = { AT_YOUTH, AT_BSN,
	    AT_ONDERWIJSNUMMER, AT_PGN, AT_PSEUDONYM, AT_PUPIL_NUMBER };
	size_t i;

	for (i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		if (ds_line_value(in, line, numbers[i])->known)
			return true;
	return false;
}

dossier_status
ds_intake_track_known(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *track, dossier_error *err)
{
	const char *said, *other;
	struct ds_stmt *stmt;
	struct ds_row youth;
	bool row;

	if (has_number(in, line))
		return ds_intake_need_youth(in, line, err);
	DS_TRY(said_name(&youth, &said, in, line, err));
	if (said == NULL)
		return ds_intake_refuse(in, line, in->at[AT_NAME],
		    N_("this is missing"), NULL, err);
	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_TRACKS_BEGUN, err));
	ds_bind_day(stmt, ":from", ds_row_day(track, DS_F_TRACK_FROM));
	if (ds_row_has(track, DS_F_TRACK_PARTY))
		ds_bind_int(stmt, ":party", ds_row_int(track,
		    DS_F_TRACK_PARTY));
	while (line->youth == 0) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		take_names(&youth, stmt, 1);
		DS_TRY(fold_name(&other, &in->row_arena, &youth, err));
		if (other != NULL && strcmp(other, said) == 0)
			line->youth = ds_col_int(stmt, 0);
	}
	ds_stmt_reset(stmt);
	return DOSSIER_OK;
}

/* ---- who is new ---- */

/* The names that the store holds, read once a file. */
static dossier_status
load_called(struct ds_intake *in, dossier_error *err)
{
	struct ds_arena arena = {0};
	dossier_status status;
	struct ds_stmt *stmt;
	struct ds_row youth;
	const char *folded;
	bool row = true;

	in->called_loaded = true;
	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_YOUTH_NAMES, err));
	while ((status = ds_step(&row, stmt, err)) == DOSSIER_OK && row) {
		ds_arena_reset(&arena);
		take_names(&youth, stmt, 1);
		status = fold_name(&folded, &arena, &youth, err);
		if (status == DOSSIER_OK && folded != NULL &&
		    !ds_map_put(&in->called, folded, ds_col_int(stmt, 0)))
			status = ds_no_memory(err);
		if (status != DOSSIER_OK)
			break;
	}
	ds_arena_free(&arena);
	return status;
}

static dossier_status
note_namesake(struct ds_intake *in, const struct ds_line *line,
    const char *folded, dossier_error *err)
{
	struct ds_row other;
	int64_t id;

	if (!ds_map_get(&id, &in->called, folded))
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&other, &in->row_arena, in->session->book,
	    DS_YOUTH, id, err));
	return ds_intake_note(in, err, ds_tr(in->session->language,
	    N_("Row %ld: same name as dossier %s; it became a dossier of its "
	    "own.")), line->number, ds_row_text(&other, DS_F_YOUTH_REF));
}

dossier_status
ds_intake_track_youth(struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	struct ds_row youth;
	const char *folded;

	if (!in->called_loaded)
		DS_TRY(load_called(in, err));
	DS_TRY(said_name(&youth, &folded, in, line, err));
	DS_TRY(note_namesake(in, line, folded, err));
	DS_TRY(ds_intake_new_youth(in, &youth, err));
	DS_TRY(ds_intake_upsert(in, line, &youth, 0, err));
	line->youth = youth.id;
	return ds_map_put(&in->called, folded, youth.id) ? DOSSIER_OK :
	    ds_no_memory(err);
}
