/* SPDX-License-Identifier: EUPL-1.2 */
/* A row held against what every record must be, told at its column. */
#include "flows/intake.h"

#include "flows/fit.h"

/*
 * Who may not edit is told before the file is read; what one kind of row
 * asks beyond that is told at the row.
 */
static dossier_status
judge_act(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *row, dossier_error *err)
{
	dossier_error own = DOSSIER_ERROR_INIT(in->session->language);
	dossier_status status;
	const char *reason;

	if (row->kind != DS_AGREEMENT)
		return DOSSIER_OK;
	status = ds_session_may(in->session, ds_fit_act(row), &own);
	if (status != DOSSIER_FORBIDDEN) {
		if (status != DOSSIER_OK && err != NULL)
			*err = own;
		return status;
	}
	reason = ds_arena_dup(&in->arena, own.message);
	return reason == NULL ? ds_no_memory(err) : ds_intake_refuse(in,
	    line, ds_intake_column(in, DS_AGREEMENT, DS_F_AGREEMENT_KIND),
	    reason, NULL, err);
}

/* The column of a field; one that is looked up names another record. */
static int
column_of(const struct ds_intake *in, const struct ds_row *row, int field)
{
	int column = ds_intake_column(in, row->kind, field);

	if (column < 0 && row->kind == DS_ENROLMENT)
		return in->at[AT_SCHOOL];
	if (column < 0 && row->kind == DS_RESIDENCE)
		return in->at[AT_MUNICIPALITY];
	return column;
}

dossier_status
ds_intake_judge(struct ds_intake *in, struct ds_line *line,
    struct ds_row *row, dossier_error *err)
{
	const struct ds_fitting with = {
		.session = in->session, .arena = &in->row_arena,
		.language = in->session->language,
		.day = in->options->as_of, .owner = line->youth
	};
	struct ds_misfit misfit;
	const char *reason, *example = NULL;

	DS_TRY(judge_act(in, line, row, err));
	DS_TRY(ds_fit_record(&misfit, row, &with, err));
	if (misfit.note != NULL)
		DS_TRY(ds_intake_note(in, err, "%ld: %s", line->number,
		    misfit.note));
	if (misfit.field < 0)
		return DOSSIER_OK;
	reason = ds_arena_dup(&in->arena, misfit.reason);
	if (misfit.example != NULL)
		example = ds_arena_dup(&in->arena, misfit.example);
	if (reason == NULL || (misfit.example != NULL && example == NULL))
		return ds_no_memory(err);
	return ds_intake_refuse(in, line, column_of(in, row, misfit.field),
	    reason, example, err);
}
