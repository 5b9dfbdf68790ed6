/* SPDX-License-Identifier: EUPL-1.2 */
/* What an intake came to: for people, and for machines. */
#include "flows/intake.h"

#include <stdio.h>
#include <string.h>

#define SHOWN 10

struct kind_count {			/* faults of one kind */
	const char *column, *reason;
	int64_t count;
};

static size_t
count_kinds(struct kind_count *kinds, size_t max, const struct ds_intake *in)
{
	const struct ds_fault *fault;
	size_t count = 0, i;

	for (fault = in->fault; fault != NULL; fault = fault->next) {
		for (i = 0; i < count; i++)
			if (strcmp(kinds[i].reason, fault->reason) == 0 &&
			    (kinds[i].column == fault->column ||
			    (kinds[i].column != NULL && fault->column != NULL
			    && strcmp(kinds[i].column, fault->column) == 0)))
				break;
		if (i == max)
			continue;
		if (i == count)
			kinds[count++] = (struct kind_count){ fault->column,
			    fault->reason, 0 };
		kinds[i].count++;
	}
	return count;
}

static void
tell_kinds(dossier_document *doc, const struct ds_intake *in)
{
	dossier_language lang = in->session->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("How many")), DS_RIGHT },
		{ ds_tr(lang, N_("Column")), DS_LEFT },
		{ ds_tr(lang, N_("What is wrong")), DS_LEFT },
	};
	struct kind_count kinds[50];
	size_t count = count_kinds(kinds, 50, in), i;
	struct ds_block *table;
	struct ds_cells *row;
	char number[24];

	table = ds_table(doc, ds_tr(lang, N_("Refused, by kind")), columns,
	    3);
	for (i = 0; i < count; i++) {
		row = ds_table_row(doc, table);
		snprintf(number, sizeof number, "%lld",
		    (long long)kinds[i].count);
		ds_cell(doc, row, 0, number);
		ds_cell(doc, row, 1, kinds[i].column);
		ds_cell(doc, row, 2, ds_tr(lang, kinds[i].reason));
	}
}

static void
tell_first(dossier_document *doc, const struct ds_intake *in)
{
	dossier_language lang = in->session->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Row")), DS_RIGHT },
		{ ds_tr(lang, N_("Column")), DS_LEFT },
		{ ds_tr(lang, N_("It says")), DS_LEFT },
		{ ds_tr(lang, N_("Why it is refused")), DS_LEFT },
		{ ds_tr(lang, N_("Right is, say")), DS_LEFT },
	};
	const struct ds_fault *fault = in->fault;
	struct ds_block *table;
	struct ds_cells *row;
	char number[24];
	int i;

	table = ds_table(doc, in->fault_count > SHOWN ?
	    ds_tr(lang, N_("The first ten")) : ds_tr(lang, N_("Row by row")),
	    columns, 5);
	for (i = 0; fault != NULL && i < SHOWN; i++, fault = fault->next) {
		row = ds_table_row(doc, table);
		snprintf(number, sizeof number, "%ld", fault->row);
		ds_cell(doc, row, 0, number);
		ds_cell(doc, row, 1, fault->column);
		ds_cell(doc, row, 2, fault->value);
		ds_cell(doc, row, 3, ds_tr(lang, fault->reason));
		ds_cell(doc, row, 4, fault->example);
	}
}

static void
tell_what_next(dossier_document *doc, const struct ds_intake *in)
{
	dossier_language lang = in->session->language;

	if (in->options->dry_run)
		ds_paragraph(doc, "%s", ds_tr(lang, N_("This was a trial: "
		    "nothing was written.")));
	else if (in->count[DS_ROW_NEW] + in->count[DS_ROW_CHANGED] == 0)
		ds_paragraph(doc, "%s", ds_tr(lang,
		    N_("Nothing new: the store already held all of this.")));
	else
		ds_paragraph(doc, ds_tr(lang, N_("This is batch %lld. Take "
		    "it back with: dossier intake --undo %lld")),
		    (long long)in->batch, (long long)in->batch);
	if (in->refused_path != NULL && !in->options->dry_run)
		ds_paragraph(doc, ds_tr(lang, N_("The refused rows are in "
		    "%s, each with its reason. Mend them there and feed that "
		    "file: dossier intake %s")), in->refused_path,
		    in->refused_path);
	if (in->refused_path != NULL && !in->options->dry_run)
		ds_paragraph(doc, "%s", ds_tr(lang, N_("Open it in Excel by "
		    "Data > From Text/CSV, with every column as Text; "
		    "otherwise Excel drops leading zeros.")));
}

static void
tell_people(dossier_document *doc, const struct ds_intake *in)
{
	dossier_language lang = in->session->language;
	const struct ds_note *note;

	ds_heading(doc, in->path);
	ds_paragraph(doc, ds_tr(lang, N_("Holds %s; %s, separated by %s.")),
	    ds_tr(lang, in->plan.sheet->label),
	    ds_csv_encoding_name(in->encoding),
	    in->separator == '\t' ? "tab" : in->separator == ';' ? ";" :
	    ",");
	if (in->why != NULL)
		ds_paragraph(doc, ds_tr(lang, N_("For: %s. Basis: %s.")),
		    in->why->purpose, in->why->basis);
	ds_paragraph(doc, ds_tr(lang, N_("%lld new, %lld changed, %lld the "
	    "same, %lld refused.")), (long long)in->count[DS_ROW_NEW],
	    (long long)in->count[DS_ROW_CHANGED],
	    (long long)in->count[DS_ROW_SAME],
	    (long long)in->count[DS_ROW_REFUSED]);
	if (in->fault_count > 0) {
		tell_kinds(doc, in);
		tell_first(doc, in);
	}
	for (note = in->note; note != NULL; note = note->next)
		ds_paragraph(doc, "%s", note->text);
	tell_what_next(doc, in);
}

static void
tell_machines(dossier_document *doc, const struct ds_intake *in)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL), *list, *row;
	const struct ds_fault *fault;
	const struct ds_note *note;

	ds_put_int(doc, map, "new", in->count[DS_ROW_NEW]);
	ds_put_int(doc, map, "changed", in->count[DS_ROW_CHANGED]);
	ds_put_int(doc, map, "same", in->count[DS_ROW_SAME]);
	ds_put_int(doc, map, "refused", in->count[DS_ROW_REFUSED]);
	ds_put_text(doc, map, "purpose", in->why == NULL ? NULL :
	    in->why->purpose);
	ds_put_text(doc, map, "basis", in->why == NULL ? NULL :
	    in->why->basis);
	list = ds_put_list(doc, map, "notes");
	for (note = in->note; note != NULL; note = note->next)
		ds_put_text(doc, list, NULL, note->text);
	list = ds_put_list(doc, map, "faults");
	for (fault = in->fault; fault != NULL; fault = fault->next) {
		row = ds_put_map(doc, list, NULL);
		ds_put_int(doc, row, "row", fault->row);
		ds_put_text(doc, row, "column", fault->column);
		ds_put_text(doc, row, "value", fault->value);
		ds_put_text(doc, row, "reason",
		    ds_tr(in->session->language, fault->reason));
		ds_put_text(doc, row, "example", fault->example);
	}
	if (in->options->dry_run)
		ds_put_text(doc, map, "batch", NULL);
	else
		ds_put_int(doc, map, "batch", in->batch);
}

dossier_status
ds_intake_tell(dossier_document *doc, const struct ds_intake *in,
    dossier_error *err)
{
	tell_people(doc, in);
	tell_machines(doc, in);
	if (in->count[DS_ROW_REFUSED] > 0)
		doc->attention = true;
	return ds_document_check(doc, err);
}
