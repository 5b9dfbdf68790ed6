/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Registers and indications, schemes and care. "Applied for" is not
 * "registered"; only who is registered counts for the jobs agreement, from
 * the day of the registration on (Wfsv 38b).
 */
#include "flows/show.h"

#include <string.h>

#define JOBS "doelgroepregister"
#define HELD "opgenomen"

static bool
is(const struct ds_row *row, int field, const char *slug)
{
	const char *text = ds_row_text(row, field);

	return text != NULL && strcmp(text, slug) == 0;
}

/* ---- the jobs agreement ---- */

/* From which day a job counts; no day: never, as far as is recorded. */
static dossier_day
counts_from(const struct ds_rows *registers, struct ds_span job)
{
	dossier_day best = DOSSIER_NO_DAY, on;
	const struct ds_row *row;
	struct ds_span held;
	size_t i;

	for (i = 0; i < registers->count; i++) {
		row = &registers->row[i];
		if (!is(row, DS_F_REGISTER_REGISTER, JOBS) ||
		    !is(row, DS_F_REGISTER_STATUS, HELD))
			continue;
		held = ds_row_span(row);
		on = held.from.number > job.from.number ? held.from :
		    job.from;
		if (ds_span_holds(held, on) && ds_span_holds(job, on) &&
		    (!ds_day_known(best) || on.number < best.number))
			best = on;
	}
	return best;
}

static dossier_status
put_job(struct ds_show *show, struct ds_value *list,
    const struct ds_rows *registers, const struct ds_row *job,
    dossier_error *err)
{
	struct ds_span span = ds_row_span(job);
	dossier_day on = counts_from(registers, span);
	dossier_language lang = show->doc->language;
	struct ds_value *item = ds_put_map(show->doc, list, NULL);
	char from[DS_DAY_TEXT], day[DS_DAY_TEXT];

	DS_TRY(ds_present_data(show->doc, &show->view, item, job,
	    DS_F_PLACEMENT_PLACE, err));
	ds_put_day(show->doc, item, "from", span.from);
	ds_put_day(show->doc, item, "counts_from", on);
	if (on.number == span.from.number)
		return DOSSIER_OK;
	ds_day_text(span.from, lang, from);
	if (ds_day_known(on))
		ds_paragraph(show->doc, ds_tr(lang, N_("The contract from "
		    "%s does not count for the jobs agreement until %s.")),
		    from, ds_day_text(on, lang, day));
	else
		ds_paragraph(show->doc, ds_tr(lang, N_("The contract from %s "
		    "does not count for the jobs agreement: there is no "
		    "registration in the target-group register.")), from);
	return DOSSIER_OK;
}

/* Said of who has a job, and of who is in any register. */
static dossier_status
put_jobs(struct ds_show *show, const struct ds_rows *registers,
    dossier_error *err)
{
	struct ds_value *list = ds_put_list(show->doc, show->map,
	    "jobs_agreement");
	const char *why;
	size_t i;

	DS_TRY(ds_view_judge_section(&why, &show->view, show->known->id,
	    DS_SECTION_REGISTER, true, err));
	for (i = 0; why == NULL && i < show->placements.count; i++) {
		if (!is(&show->placements.row[i], DS_F_PLACEMENT_KIND,
		    "contract"))
			continue;
		ds_show_open(show);
		DS_TRY(put_job(show, list, registers,
		    &show->placements.row[i], err));
	}
	return DOSSIER_OK;
}

/* ---- registers ---- */

/* Applied for, and nothing that followed is recorded. */
static bool
is_waiting(const struct ds_rows *rows, const struct ds_row *row)
{
	const char *name = ds_row_text(row, DS_F_REGISTER_REGISTER);
	size_t i;

	if (!is(row, DS_F_REGISTER_STATUS, "aangevraagd"))
		return false;
	for (i = 0; i < rows->count; i++)
		if (&rows->row[i] != row && is(&rows->row[i],
		    DS_F_REGISTER_REGISTER, name) &&
		    ds_row_day(&rows->row[i], DS_F_REGISTER_FROM).number >=
		    ds_row_day(row, DS_F_REGISTER_FROM).number)
			return false;
	return true;
}

struct remarks {
	struct ds_show *show;
	const struct ds_rows *rows;
};

static dossier_status
remark(const char **text, struct ds_value *item, const struct ds_row *row,
    void *payload, dossier_error *err)
{
	const struct remarks *remarks = payload;
	dossier_document *doc = remarks->show->doc;

	(void)err;
	ds_put_bool(doc, item, "registered", is(row, DS_F_REGISTER_STATUS,
	    HELD) && ds_span_holds(ds_row_span(row), remarks->show->day));
	if (is_waiting(remarks->rows, row))
		*text = ds_tr(doc->language, N_("not registered yet"));
	return DOSSIER_OK;
}

dossier_status
ds_show_registers(struct ds_show *show, dossier_error *err)
{
	struct ds_rows rows;
	struct remarks remarks = { show, &rows };
	const struct ds_listing registers = { "registers", N_("Registers"),
	    DS_FIELDS(DS_F_REGISTER_REGISTER, DS_F_REGISTER_STATUS,
	    DS_F_REGISTER_FROM, DS_F_REGISTER_UNTIL, DS_F_REGISTER_SOURCE),
	    N_("Remark"), remark, &remarks };
	const struct ds_listing schemes = { "schemes", N_("Schemes"),
	    DS_FIELDS(DS_F_SCHEME_SCHEME, DS_F_SCHEME_FROM,
	    DS_F_SCHEME_UNTIL, DS_F_SCHEME_SOURCE), NULL, NULL, NULL };
	const struct ds_listing care = { "care", N_("Care"),
	    DS_FIELDS(DS_F_CARE_PARTY, DS_F_CARE_KIND, DS_F_CARE_CONTACT,
	    DS_F_CARE_NEED, DS_F_CARE_FROM, DS_F_CARE_UNTIL,
	    DS_F_CARE_SOURCE), NULL, NULL, NULL };

	DS_TRY(ds_show_read(&rows, show, DS_REGISTER, NULL, err));
	DS_TRY(ds_show_list(show, DS_REGISTER, &registers, &rows, err));
	DS_TRY(put_jobs(show, &rows, err));
	DS_TRY(ds_show_read(&rows, show, DS_SCHEME, NULL, err));
	DS_TRY(ds_show_list(show, DS_SCHEME, &schemes, &rows, err));
	DS_TRY(ds_show_read(&rows, show, DS_CARE, NULL, err));
	return ds_show_list(show, DS_CARE, &care, &rows, err);
}
