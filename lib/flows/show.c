/* SPDX-License-Identifier: EUPL-1.2 */
/* One dossier on a day. */
#include "flows/show.h"

#include <string.h>

#include "flows/state.h"
#include "flows/whole.h"

static const int person_fields[] = { DS_F_YOUTH_GIVEN_NAME,
    DS_F_YOUTH_PREFIX, DS_F_YOUTH_FAMILY_NAME, DS_F_YOUTH_BIRTH_DATE,
    DS_F_YOUTH_SEX, DS_F_YOUTH_PHONE, DS_F_YOUTH_EMAIL,
    DS_F_YOUTH_OPENED_ON, DS_F_YOUTH_CLOSED_ON, DS_NO_FIELD };

static const int work_fields[] = { DS_F_YOUTH_JOB_READY,
    DS_F_YOUTH_AVAILABLE_FROM, DS_F_YOUTH_HOURS, DS_F_YOUTH_DAYS,
    DS_F_YOUTH_SECTORS, DS_F_YOUTH_PROCESSES, DS_F_YOUTH_MAX_KM,
    DS_NO_FIELD };

static const int enrolment_fields[] = { DS_F_ENROLMENT_SCHOOL,
    DS_F_ENROLMENT_NUMBER, DS_F_ENROLMENT_KIND, DS_F_ENROLMENT_PROFILE,
    DS_F_ENROLMENT_CLASS, DS_F_ENROLMENT_YEAR, DS_F_ENROLMENT_DESTINATION,
    DS_F_ENROLMENT_EXIT, DS_F_ENROLMENT_FROM, DS_F_ENROLMENT_UNTIL,
    DS_NO_FIELD };

static const int residence_fields[] = { DS_F_RESIDENCE_MUNICIPALITY,
    DS_F_RESIDENCE_POSTCODE, DS_F_RESIDENCE_PLACE, DS_F_RESIDENCE_FROM,
    DS_F_RESIDENCE_UNTIL, DS_NO_FIELD };

/* "Zoë van den Berg, 7QK2M4XVP, 17 years on 12-03-2026". */
static dossier_status
put_header(struct ds_show *show, dossier_error *err)
{
	dossier_day born = ds_row_day(&show->youth, DS_F_YOUTH_BIRTH_DATE);
	const char *name, *note;
	dossier_language lang = show->doc->language;
	char day[DS_DAY_TEXT];
	struct ds_shown ref;

	DS_TRY(ds_view_name(&name, &show->view, &show->youth, err));
	DS_TRY(ds_view_field(&ref, &show->view, &show->youth,
	    DS_F_YOUTH_REF, err));
	ds_put_text(show->doc, show->map, "ref", ref.data);
	ds_put_text(show->doc, show->map, "name", name);
	ds_put_day(show->doc, show->map, "on", show->day);
	ds_day_text(show->day, lang, day);
	if (!ds_day_known(born) || born.number > show->day.number) {
		ds_put_text(show->doc, show->map, "age", NULL);
		note = ds_arena_printf(show->arena, ds_tr(lang,
		    N_("%s, %s, on %s; age not known")), name, ref.text, day);
	} else {
		int age = ds_age(born, show->day);

		ds_put_int(show->doc, show->map, "age", age);
		note = ds_arena_printf(show->arena, ds_trn(lang,
		    N_("%s, %s, %d year old on %s"),
		    N_("%s, %s, %d years old on %s"), age), name, ref.text,
		    age, day);
	}
	if (note == NULL)
		return ds_no_memory(err);
	ds_document_note(show->doc, note);
	return DOSSIER_OK;
}

/* A look at an earlier day is no look at an empty dossier. */
static void
put_opened(struct ds_show *show)
{
	dossier_day opened = ds_row_day(&show->youth, DS_F_YOUTH_OPENED_ON);
	char first[DS_DAY_TEXT], day[DS_DAY_TEXT];
	dossier_language lang = show->doc->language;

	if (ds_day_known(opened) && show->day.number < opened.number)
		ds_paragraph(show->doc, ds_tr(lang, N_("This dossier was "
		    "opened on %s; on %s it was not open yet.")),
		    ds_day_text(opened, lang, first),
		    ds_day_text(show->day, lang, day));
}

/* "BSN: ******782" */
static dossier_status
put_identifiers(struct ds_show *show, dossier_error *err)
{
	struct ds_value *list = ds_put_list(show->doc, show->map,
	    "identifiers"), *item;
	struct ds_shown kind, value;
	struct ds_row *rows;
	size_t count, i;

	DS_TRY(ds_state_list(&rows, &count, show->arena, show->session->book,
	    DS_IDENTIFIER, show->youth.id, err));
	for (i = 0; i < count; i++) {
		item = ds_put_map(show->doc, list, NULL);
		DS_TRY(ds_view_field(&kind, &show->view, &rows[i],
		    DS_F_IDENTIFIER_KIND, err));
		DS_TRY(ds_view_field(&value, &show->view, &rows[i],
		    DS_F_IDENTIFIER_VALUE, err));
		ds_put_text(show->doc, item, "kind", kind.data);
		ds_put_text(show->doc, item, "value", value.data);
		ds_field_line(show->doc, kind.text, value.text);
	}
	return DOSSIER_OK;
}

static dossier_status
put_youth(struct ds_show *show, dossier_error *err)
{
	ds_present_heading(show->doc, N_("Who"));
	DS_TRY(ds_present_lines(show->doc, &show->view, show->map,
	    &show->youth, person_fields, err));
	DS_TRY(put_identifiers(show, err));
	ds_present_heading(show->doc, N_("Work"));
	if (!ds_present_any(&show->youth, work_fields))
		ds_present_nothing(show->doc);
	return ds_present_lines(show->doc, &show->view, show->map,
	    &show->youth, work_fields, err);
}

/* The record of a kind that counts on the day, as lines and as a map. */
static dossier_status
put_state(struct ds_row *out, struct ds_show *show, enum ds_kind kind,
    const char *title, const int *fields, dossier_error *err)
{
	const struct ds_row *row;
	struct ds_value *map;
	struct ds_row *rows;
	size_t count;

	DS_TRY(ds_state_list(&rows, &count, show->arena, show->session->book,
	    kind, show->youth.id, err));
	row = show->other_day ? ds_state_on(rows, count, show->day) :
	    ds_state_near(rows, count, show->day);
	ds_present_heading(show->doc, title);
	if (row == NULL) {
		ds_put_text(show->doc, show->map, ds_record(kind)->table,
		    NULL);
		ds_present_nothing(show->doc);
		return DOSSIER_OK;
	}
	*out = *row;
	map = ds_put_map(show->doc, show->map, ds_record(kind)->table);
	return ds_present_lines(show->doc, &show->view, map, row, fields,
	    err);
}

static dossier_status
fill(struct ds_show *show, dossier_error *err)
{
	struct ds_row enrolment = {0}, residence;

	show->map = ds_put_map(show->doc, show->doc->data, NULL);
	DS_TRY(put_header(show, err));
	put_opened(show);
	DS_TRY(put_youth(show, err));
	DS_TRY(put_state(&enrolment, show, DS_ENROLMENT, N_("School"),
	    enrolment_fields, err));
	show->school = ds_row_int(&enrolment, DS_F_ENROLMENT_SCHOOL);
	DS_TRY(put_state(&residence, show, DS_RESIDENCE, N_("Residence"),
	    residence_fields, err));
	DS_TRY(ds_show_lead(show, err));
	DS_TRY(ds_show_lists(show, err));
	return ds_document_check(show->doc, err);
}

static dossier_status
run(struct ds_show *show, const char *ref, dossier_error *err)
{
	dossier_session *session = show->session;

	DS_TRY(ds_youth_find(&show->youth, show->arena, session, ref, false,
	    err));
	DS_TRY(ds_session_looked(session, ds_row_text(&show->youth,
	    DS_F_YOUTH_REF), err));
	DS_TRY(ds_session_view(&show->view, session, show->arena, 0,
	    DS_FOR_WORK, err));
	if (show->options->page == DOSSIER_PAGE_WHOLE)
		return ds_whole_document(&show->doc, session, &show->view,
		    &show->youth, false, err);
	DS_TRY(ds_session_document(&show->doc, session, N_("Dossier"), err));
	return fill(show, err);
}

dossier_status
dossier_show(dossier_document **out, dossier_session *session,
    const char *ref, const dossier_show_options *options, dossier_error *err)
{
	struct ds_arena arena = {0};
	struct ds_show show = { .session = session, .arena = &arena,
	    .options = options, .day = ds_day_known(options->on) ?
	    options->on : session->today };
	dossier_status status;

	*out = NULL;
	show.other_day = show.day.number != session->today.number;
	status = ds_snapshot_begin(session->store, err);
	if (status == DOSSIER_OK)
		status = run(&show, ref, err);
	ds_snapshot_end(session->store);
	if (status == DOSSIER_OK)
		*out = show.doc;
	else
		dossier_document_free(show.doc);
	ds_arena_free(&arena);
	return status;
}
