/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * From a line to records; and the one taker for all sheets of a case. What
 * differs from kind to kind is by which fields a record is known again: the
 * same row twice is one record.
 */
#include "flows/intake.h"

#include <string.h>

/* ---- into records ---- */

static bool
is_looked_up(const struct ds_sheet_column *column)
{
	return ds_record(column->record)->fields[column->field].type ==
	    DS_TYPE_RECORD;
}

void
ds_line_fields(const struct ds_intake *in, const struct ds_line *line,
    struct ds_row *row)
{
	const struct ds_sheet_column *column = in->plan.sheet->columns;
	int i;

	for (i = 0; i < in->plan.sheet->count; i++, column++) {
		if (!line->value[i].known || column->record != row->kind)
			continue;
		if (is_looked_up(column))
			ds_row_set_int(row, column->field,
			    line->value[i].number);
		else
			row->value[column->field] = line->value[i];
	}
}

/* Those whom the row brought along have their numbers now. */
static void
set_brought(const struct ds_intake *in, const struct ds_line *line,
    struct ds_row *row)
{
	const struct ds_sheet_column *column = in->plan.sheet->columns;
	int i;

	for (i = 0; i < in->plan.sheet->count; i++, column++)
		if (line->value[i].known && column->record == row->kind &&
		    is_looked_up(column))
			ds_row_set_int(row, column->field,
			    line->value[i].number);
}

static void
lay_over(struct ds_row *out, const struct ds_row *before,
    const struct ds_row *row)
{
	int i;

	*out = *before;
	for (i = 0; i < DS_MAX_FIELDS; i++)
		if (row->value[i].known)
			out->value[i] = row->value[i];
}

dossier_status
ds_intake_upsert(struct ds_intake *in, struct ds_line *line,
    struct ds_row *row, int64_t id, dossier_error *err)
{
	struct ds_row before, after;
	bool changed;

	if (id == 0) {
		line->result = DS_ROW_NEW;
		return ds_book_add(in->session->book, row, err);
	}
	DS_TRY(ds_book_read(&before, &in->row_arena, in->session->book,
	    row->kind, id, err));
	lay_over(&after, &before, row);
	DS_TRY(ds_book_change(&changed, in->session->book, &before, &after,
	    NULL, err));
	if (changed && line->result == DS_ROW_SAME)
		line->result = DS_ROW_CHANGED;
	*row = after;
	return DOSSIER_OK;
}

/* ---- known again ---- */

#define MAX_KEY 6
#define KEY(kind, ...) { DS_##kind, { __VA_ARGS__, -1 } }

/* Within the dossier of one youth. */
static const struct {
	enum ds_kind kind;
	int by[MAX_KEY];
} keys[] = {
	KEY(RESIDENCE, DS_F_RESIDENCE_FROM),
	KEY(MOMENT, DS_F_MOMENT_KIND, DS_F_MOMENT_ON, DS_F_MOMENT_WITH,
	    DS_F_MOMENT_TEXT),
	KEY(DECISION, DS_F_DECISION_SUBJECT, DS_F_DECISION_ON,
	    DS_F_DECISION_BY),
	KEY(OPP, DS_F_OPP_ON, DS_F_OPP_VERSION),
	KEY(QUALIFICATION, DS_F_QUALIFICATION_KIND, DS_F_QUALIFICATION_NAME,
	    DS_F_QUALIFICATION_CREBO, DS_F_QUALIFICATION_ON),
	KEY(WORK_PROCESS, DS_F_PROCESS_CREBO, DS_F_PROCESS_CODE,
	    DS_F_PROCESS_COMPANY, DS_F_PROCESS_FROM),
	KEY(WORK_PROFILE, DS_F_PROFILE_FROM),
	KEY(LIFE_DOMAIN, DS_F_DOMAIN_SET, DS_F_DOMAIN_DOMAIN, DS_F_DOMAIN_ON,
	    DS_F_DOMAIN_BY),
	KEY(REGISTER, DS_F_REGISTER_REGISTER, DS_F_REGISTER_STATUS,
	    DS_F_REGISTER_FROM),
	KEY(SCHEME, DS_F_SCHEME_FROM),
	KEY(ASSESSMENT, DS_F_ASSESSMENT_INSTRUMENT, DS_F_ASSESSMENT_ON,
	    DS_F_ASSESSMENT_BY),
	KEY(CARE, DS_F_CARE_PARTY, DS_F_CARE_KIND, DS_F_CARE_FROM),
	KEY(STATEMENT, DS_F_STATEMENT_SECTION, DS_F_STATEMENT_VOICE,
	    DS_F_STATEMENT_AUTHOR, DS_F_STATEMENT_ON),
	KEY(ANSWER, DS_F_ANSWER_SUBJECT, DS_F_ANSWER_ON),
	KEY(PERSON, DS_F_PERSON_ROLE, DS_F_PERSON_NAME, DS_F_PERSON_CONTACT,
	    DS_F_PERSON_PARTY, DS_F_PERSON_FROM),
	KEY(GROUND, DS_F_GROUND_SECTIONS, DS_F_GROUND_RECIPIENT,
	    DS_F_GROUND_KIND, DS_F_GROUND_PURPOSE, DS_F_GROUND_FROM),
	KEY(TRACK, DS_F_TRACK_PARTY, DS_F_TRACK_FROM),
};

static bool
is_same(const struct ds_row *a, const struct ds_row *b, const int *by)
{
	for (; *by >= 0; by++)
		if (!ds_datum_same(&a->value[*by], &b->value[*by]))
			return false;
	return true;
}

/* The youth's records of that kind, and which of them the row is; NULL. */
struct lane {
	struct ds_row *rows;
	size_t count;
	const struct ds_row *same;
};

static dossier_status
read_lane(struct lane *out, struct ds_intake *in, const struct ds_row *row,
    int64_t youth, dossier_error *err)
{
	const int *by = keys[0].by;
	size_t i;

	memset(out, 0, sizeof *out);
	for (i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (keys[i].kind == row->kind)
			by = keys[i].by;
	DS_TRY(ds_book_list(&out->rows, &out->count, &in->row_arena,
	    in->session->book, row->kind,
	    ds_field_named(ds_record(row->kind), "youth"), youth, err));
	for (i = 0; i < out->count && out->same == NULL; i++)
		if (is_same(&out->rows[i], row, by))
			out->same = &out->rows[i];
	return DOSSIER_OK;
}

/* ---- dated state: one record a day ---- */

static bool
meets_another(const struct lane *lane, const struct ds_row *row)
{
	size_t i;

	for (i = 0; i < lane->count; i++)
		if (&lane->rows[i] != lane->same &&
		    ds_span_gap(ds_row_span(&lane->rows[i]),
		    ds_row_span(row)) < 0 && ds_span_gap(ds_row_span(row),
		    ds_row_span(&lane->rows[i])) < 0)
			return true;
	return false;
}

static bool
says_same(const struct lane *lane, const struct ds_row *row)
{
	int i;

	for (i = 0; i < DS_MAX_FIELDS && lane->same != NULL; i++)
		if (row->value[i].known && !ds_datum_same(&row->value[i],
		    &lane->same->value[i]))
			return false;
	return lane->same != NULL;
}

/* Why a record of a lane cannot stand there; NULL: it can. */
static dossier_status
state_fault(const char **out, struct ds_intake *in, const struct lane *lane,
    const struct ds_row *row, dossier_error *err)
{
	bool dated = ds_row_has(row, ds_record(row->kind)->from);
	bool fits = true, alone = lane->same != NULL && lane->count == 1;
	struct ds_row after;

	*out = NULL;
	if (lane->count > 0 && !dated && !alone && !says_same(lane, row)) {
		*out = N_("this youth has such a record already; say from "
		    "which day this one holds");
	} else if (lane->same != NULL) {
		lay_over(&after, lane->same, row);
		if (meets_another(lane, &after))
			*out = N_("another record of this youth holds on "
			    "some of these days");
	} else if (lane->count > 0) {
		DS_TRY(ds_book_fits(&fits, in->session->book, row, err));
		if (!fits)
			*out = N_("another record of this youth already "
			    "begins on that day or later");
	}
	return DOSSIER_OK;
}

/* ---- the taker ---- */

static dossier_status
write(struct ds_intake *in, struct ds_line *line, const struct lane *lane,
    struct ds_row *row, dossier_error *err)
{
	if (ds_record(row->kind)->nature != DS_STATE || lane->same != NULL ||
	    lane->count == 0)
		return ds_intake_upsert(in, line, row, lane->same == NULL ?
		    0 : lane->same->id, err);
	line->result = DS_ROW_NEW;
	return ds_book_succeed(in->session->book, row, err);
}

/* All that can be refused, before anything of the row is written. */
static dossier_status
check(struct ds_intake *in, struct ds_line *line, struct ds_row *row,
    dossier_error *err)
{
	const struct ds_record *record = ds_record(row->kind);
	const char *fault;
	struct lane lane;

	DS_TRY(ds_intake_check(in, line, row, err));
	if (!line->refused)
		DS_TRY(ds_intake_judge(in, line, row, err));
	if (line->refused || record->nature != DS_STATE)
		return DOSSIER_OK;
	DS_TRY(read_lane(&lane, in, row, line->youth, err));
	DS_TRY(state_fault(&fault, in, &lane, row, err));
	return fault == NULL ? DOSSIER_OK : ds_intake_refuse(in, line,
	    ds_intake_column(in, row->kind, record->from), fault,
	    ds_field_example(&record->fields[record->from]), err);
}

static dossier_status
find_whose(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *row, dossier_error *err)
{
	bool named = row->kind == DS_TRACK &&
	    ds_line_value(in, line, AT_NAME)->known;

	if (named && line->youth == 0)
		return ds_intake_track_known(in, line, row, err);
	return ds_intake_need_youth(in, line, err);
}

dossier_status
ds_intake_record(struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	const struct ds_record *record =
	    ds_record(in->plan.sheet->records[0]);
	int youth = ds_field_named(record, "youth");
	struct lane lane;
	struct ds_row row;

	ds_row_start(&row, record->kind);
	ds_line_fields(in, line, &row);
	DS_TRY(find_whose(in, line, &row, err));
	ds_row_set_int(&row, youth, line->youth);
	if (!line->refused)
		DS_TRY(check(in, line, &row, err));
	if (line->refused)
		return DOSSIER_OK;
	DS_TRY(ds_line_bring(in, line, err));
	if (line->youth == 0)
		DS_TRY(ds_intake_track_youth(in, line, err));
	ds_row_set_int(&row, youth, line->youth);
	set_brought(in, line, &row);
	DS_TRY(read_lane(&lane, in, &row, line->youth, err));
	return write(in, line, &lane, &row, err);
}
