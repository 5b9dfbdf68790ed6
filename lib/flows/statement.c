/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/statement.h"

#include <stdlib.h>
#include <string.h>

#include "flows/present.h"
#include "flows/say.h"
#include "flows/state.h"

#define LINE "______________________________"

struct statement {
	dossier_session *session;
	const struct ds_row *youth;
	struct ds_view *view;
	dossier_day day;
	dossier_document *doc;
	struct ds_value *map;
};

/* ---- which processes ---- */

static int
by_code(const void *a, const void *b)
{
	static const int order[] = { DS_F_PROCESS_CREBO, DS_F_PROCESS_CODE };
	const struct ds_row *x = a, *y = b;
	size_t i;
	int diff;

	for (i = 0; i < sizeof order / sizeof order[0]; i++) {
		diff = strcmp(ds_row_text(x, order[i]),
		    ds_row_text(y, order[i]));
		if (diff != 0)
			return diff;
	}
	return x->id < y->id ? -1 : x->id > y->id;
}

static dossier_status
read_signed(struct ds_row **out, size_t *count, struct statement *statement,
    dossier_error *err)
{
	struct ds_row *rows;
	const char *why;
	dossier_day on;
	size_t all, i;

	*count = 0;
	DS_TRY(ds_state_list(&rows, &all, statement->view->arena,
	    statement->session->book, DS_WORK_PROCESS, statement->youth->id,
	    err));
	for (i = 0; i < all; i++) {
		on = ds_row_day(&rows[i], DS_F_PROCESS_SIGNED);
		DS_TRY(ds_view_judge(&why, statement->view, &rows[i],
		    DS_F_PROCESS_CODE, err));
		if (ds_day_known(on) && on.number <= statement->day.number &&
		    why == NULL)
			rows[(*count)++] = rows[i];
	}
	if (*count > 1)
		qsort(rows, *count, sizeof *rows, by_code);
	*out = rows;
	return DOSSIER_OK;
}

/* ---- whose ---- */

static dossier_status
put_school(struct statement *statement, dossier_error *err)
{
	static const int school[] = { DS_F_ENROLMENT_SCHOOL, DS_NO_FIELD };
	const struct ds_row *enrolment;
	struct ds_row *rows;
	size_t count;

	DS_TRY(ds_state_list(&rows, &count, statement->view->arena,
	    statement->session->book, DS_ENROLMENT, statement->youth->id,
	    err));
	enrolment = ds_state_near(rows, count, statement->day);
	if (enrolment == NULL) {
		ds_put_text(statement->doc, statement->map, "school", NULL);
		return DOSSIER_OK;
	}
	return ds_present_lines(statement->doc, statement->view,
	    statement->map, enrolment, school, err);
}

static dossier_status
put_person(struct statement *statement, dossier_error *err)
{
	static const int born[] = { DS_F_YOUTH_BIRTH_DATE, DS_NO_FIELD };
	dossier_document *doc = statement->doc;
	char day[DS_DAY_TEXT];
	const char *name;

	ds_put_text(doc, statement->map, "document", "praktijkverklaring");
	ds_put_day(doc, statement->map, "on", statement->day);
	DS_TRY(ds_view_name(&name, statement->view, statement->youth, err));
	ds_put_text(doc, statement->map, "name", name);
	if (*name != '\0')
		ds_say_line(doc, N_("Name"), name);
	DS_TRY(ds_present_lines(doc, statement->view, statement->map,
	    statement->youth, born, err));
	DS_TRY(put_school(statement, err));
	ds_say_line(doc, N_("Day"), ds_day_text(statement->day,
	    doc->language, day));
	return DOSSIER_OK;
}

/* ---- what was shown ---- */

static dossier_status
put_processes(struct statement *statement, dossier_error *err)
{
	const struct ds_listing listing = { "processes", N_("Work processes "
	    "signed off"), (const int[]){ DS_F_PROCESS_CREBO,
	    DS_F_PROCESS_CODE, DS_F_PROCESS_TITLE, DS_F_PROCESS_VERSION,
	    DS_F_PROCESS_COMPANY, DS_F_PROCESS_FROM, DS_F_PROCESS_UNTIL,
	    DS_F_PROCESS_ASSESSOR, DS_F_PROCESS_SIGNED, DS_NO_FIELD }, NULL,
	    NULL, NULL };
	dossier_document *doc = statement->doc;
	struct ds_row *rows;
	size_t count;

	DS_TRY(read_signed(&rows, &count, statement, err));
	ds_present_heading(doc, listing.title);
	ds_paragraph(doc, "%s", ds_tr(doc->language, count == 0 ?
	    N_("No work process has been signed off yet.") :
	    N_("The learner has shown in practice to master these work "
	    "processes. Each code belongs to the qualification file of its "
	    "crebo, in the version that is named.")));
	return ds_present_table(doc, statement->view, statement->map,
	    &listing, NULL, rows, count, err);
}

/* Lines to write on. */
static void
put_signatures(struct statement *statement)
{
	static const char *const labels[] = { N_("For the company"),
	    N_("For the school"), N_("The learner"), N_("Place and day") };
	size_t i;

	ds_present_heading(statement->doc, N_("Signed"));
	for (i = 0; i < sizeof labels / sizeof labels[0]; i++)
		ds_say_line(statement->doc, labels[i], LINE);
}

static dossier_status
fill(struct statement *statement, dossier_error *err)
{
	dossier_document *doc = statement->doc;

	ds_document_note(doc, ds_tr(doc->language, N_("Work processes of mbo "
	    "qualification files, learned and assessed in a company.")));
	statement->map = ds_put_map(doc, doc->data, NULL);
	DS_TRY(put_person(statement, err));
	DS_TRY(put_processes(statement, err));
	put_signatures(statement);
	return ds_document_check(doc, err);
}

dossier_status
ds_statement_document(dossier_document **out, dossier_session *session,
    const struct ds_row *youth, struct ds_view *view, dossier_day day,
    dossier_error *err)
{
	struct statement statement = { .session = session, .youth = youth,
	    .view = view, .day = day };
	dossier_status status;

	DS_TRY(ds_session_document(&statement.doc, session,
	    N_("Practice statement (praktijkverklaring)"), err));
	status = fill(&statement, err);
	if (status == DOSSIER_OK)
		*out = statement.doc;
	else
		dossier_document_free(statement.doc);
	return status;
}
