/* SPDX-License-Identifier: EUPL-1.2 */
/* What was learned: perspective, qualifications, work processes, skills. */
#include "flows/show.h"

/* ---- the development perspective ---- */

static const int opp_fields[] = { DS_F_OPP_DESTINATION, DS_F_OPP_LEVEL,
    DS_F_OPP_HELPING, DS_F_OPP_HAMPERING, DS_F_OPP_GUIDANCE,
    DS_F_OPP_DEVIATIONS, DS_F_OPP_INPUT, DS_F_OPP_INPUT_USE,
    DS_F_OPP_EVALUATED, DS_F_OPP_AGREED, DS_F_OPP_AGREED_ON, DS_NO_FIELD };

/* The newest first: it is the one that counts. */
static int
newest_first(const void *a, const void *b)
{
	return ds_show_by_day(b, a);
}

/* "Final, fixed on 01-10-2025:" */
static dossier_status
put_version(struct ds_show *show, struct ds_value *item,
    const struct ds_row *row, dossier_error *err)
{
	dossier_language lang = show->doc->language;
	struct ds_shown version, on;

	DS_TRY(ds_view_field(&version, &show->view, row, DS_F_OPP_VERSION,
	    err));
	DS_TRY(ds_view_field(&on, &show->view, row, DS_F_OPP_ON, err));
	ds_put_text(show->doc, item, "on", on.data);
	ds_put_text(show->doc, item, "version", version.data);
	if (on.text == NULL)
		return DOSSIER_OK;
	ds_show_open(show);
	ds_paragraph(show->doc, ds_tr(lang, N_("Fixed on %s: %s")), on.text,
	    version.text != NULL ? version.text :
	    ds_tr(lang, N_("version not known")));
	return DOSSIER_OK;
}

dossier_status
ds_show_opp(struct ds_show *show, dossier_error *err)
{
	struct ds_value *list = ds_put_list(show->doc, show->map, "opps"),
	    *item;
	struct ds_rows rows;
	size_t i;

	DS_TRY(ds_show_read(&rows, show, DS_OPP, newest_first, err));
	for (i = 0; i < rows.count; i++) {
		item = ds_put_map(show->doc, list, NULL);
		DS_TRY(put_version(show, item, &rows.row[i], err));
		DS_TRY(ds_show_lines(show, item, &rows.row[i], opp_fields,
		    err));
	}
	return ds_show_answered(show, DS_OPP, &rows, err);
}

/* ---- qualifications and work processes ---- */

static dossier_status
is_signed(const char **text, struct ds_value *item, const struct ds_row *row,
    void *payload, dossier_error *err)
{
	struct ds_show *show = payload;
	bool done = ds_row_has(row, DS_F_PROCESS_SIGNED);

	(void)err;
	ds_put_bool(show->doc, item, "signed_off", done);
	*text = ds_tr(show->doc->language, done ? N_("signed off") :
	    N_("in progress"));
	return DOSSIER_OK;
}

dossier_status
ds_show_qualifications(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing papers = { "qualifications",
	    N_("Papers"), DS_FIELDS(DS_F_QUALIFICATION_KIND,
	    DS_F_QUALIFICATION_NAME, DS_F_QUALIFICATION_LEVEL,
	    DS_F_QUALIFICATION_CREBO, DS_F_QUALIFICATION_ISSUER,
	    DS_F_QUALIFICATION_ON, DS_F_QUALIFICATION_UNTIL,
	    DS_F_QUALIFICATION_START, DS_F_QUALIFICATION_PORTFOLIO,
	    DS_F_QUALIFICATION_FILE), NULL, NULL, NULL };
	const struct ds_listing processes = { "work_processes",
	    N_("Work processes"), DS_FIELDS(DS_F_PROCESS_CREBO,
	    DS_F_PROCESS_CODE, DS_F_PROCESS_TITLE, DS_F_PROCESS_VERSION,
	    DS_F_PROCESS_COMPANY, DS_F_PROCESS_FROM, DS_F_PROCESS_UNTIL,
	    DS_F_PROCESS_ASSESSOR, DS_F_PROCESS_SIGNED), N_("State"),
	    is_signed, show };
	struct ds_rows rows;

	DS_TRY(ds_show_read(&rows, show, DS_QUALIFICATION, NULL, err));
	DS_TRY(ds_show_list(show, DS_QUALIFICATION, &papers, &rows, err));
	DS_TRY(ds_show_read(&rows, show, DS_WORK_PROCESS, NULL, err));
	return ds_show_list(show, DS_WORK_PROCESS, &processes, &rows, err);
}

dossier_status
ds_show_skills(struct ds_show *show, dossier_error *err)
{
	return ds_show_lines(show, show->map, &show->youth,
	    DS_FIELDS(DS_F_YOUTH_JOB_READY, DS_F_YOUTH_PROCESSES), err);
}
