/* SPDX-License-Identifier: EUPL-1.2 */
/* Wage values and results of instruments: side by side, never averaged. */
#include "flows/show.h"

#include <string.h>

/* ---- wage values ---- */

/* The newest that is valid on the day: the one that counts. */
static const struct ds_row *
counting(const struct ds_rows *rows, dossier_day day)
{
	const struct ds_row *best = NULL, *row;
	dossier_day until;
	size_t i;

	for (i = 0; i < rows->count; i++) {
		row = &rows->row[i];
		until = ds_row_day(row, DS_F_WAGE_VALID_UNTIL);
		if (ds_show_day_of(row).number <= day.number &&
		    (!ds_day_known(until) || until.number >= day.number))
			best = row;
	}
	return best;
}

/* By one method, and which that is is known of all. */
static bool
comparable(const struct ds_rows *rows)
{
	const char *first, *method;
	size_t i;

	if (rows->count < 2)
		return true;
	first = ds_row_text(&rows->row[0], DS_F_WAGE_METHOD);
	for (i = 1; i < rows->count; i++) {
		method = ds_row_text(&rows->row[i], DS_F_WAGE_METHOD);
		if (first == NULL || method == NULL ||
		    strcmp(first, method) != 0)
			return false;
	}
	return true;
}

struct wages {
	struct ds_show *show;
	const struct ds_row *best;
	bool comparable;
};

static dossier_status
does_count(const char **text, struct ds_value *item,
    const struct ds_row *row, void *payload, dossier_error *err)
{
	const struct wages *wages = payload;
	dossier_document *doc = wages->show->doc;

	(void)err;
	ds_put_bool(doc, item, "counts", row == wages->best);
	ds_put_bool(doc, item, "comparable", wages->comparable);
	if (row == wages->best)
		*text = ds_tr(doc->language, N_("yes"));
	return DOSSIER_OK;
}

dossier_status
ds_show_wage_values(struct ds_show *show, dossier_error *err)
{
	struct wages wages = { show, NULL, true };
	const struct ds_listing listing = { "wage_values", NULL,
	    DS_FIELDS(DS_F_WAGE_MEASURED_ON, DS_F_WAGE_PLACE, DS_F_WAGE_VALUE,
	    DS_F_WAGE_VALID_UNTIL, DS_F_WAGE_METHOD, DS_F_WAGE_ASSESSOR,
	    DS_F_WAGE_PARTY), N_("Counts"), does_count, &wages };
	struct ds_rows rows;

	DS_TRY(ds_show_read(&rows, show, DS_WAGE_VALUE, NULL, err));
	wages.best = counting(&rows, show->day);
	wages.comparable = comparable(&rows);
	DS_TRY(ds_show_list(show, DS_WAGE_VALUE, &listing, &rows, err));
	if (!wages.comparable)
		ds_show_say(show, ds_tr(show->doc->language,
		    N_("Not comparable: these wage values were not all "
		    "measured by one method.")));
	return DOSSIER_OK;
}

/* ---- assessments ---- */

/* Its own last day, else what the pack says of the instrument. */
static dossier_day
valid_until(const struct ds_row *row, const struct ds_instrument *instrument)
{
	dossier_day own = ds_row_day(row, DS_F_ASSESSMENT_UNTIL);

	if (ds_day_known(own) || instrument == NULL ||
	    (instrument->valid.months == 0 && instrument->valid.days == 0))
		return own;
	return ds_day_shift(ds_row_day(row, DS_F_ASSESSMENT_ON),
	    instrument->valid, 1);
}

/* NULL: nothing to say of who assessed. */
static const char *
about_assessor(const struct ds_row *row,
    const struct ds_instrument *instrument)
{
	if (!ds_row_has(row, DS_F_ASSESSMENT_TRAINED))
		return instrument != NULL && instrument->needs_trained ?
		    N_("not known whether the assessor is trained") : NULL;
	return ds_row_int(row, DS_F_ASSESSMENT_TRAINED) == 0 ?
	    N_("assessor not trained") : NULL;
}

static dossier_status
remark(const char **text, struct ds_value *item, const struct ds_row *row,
    void *payload, dossier_error *err)
{
	struct ds_show *show = payload;
	dossier_document *doc = show->doc;
	const struct ds_instrument *instrument = ds_pack_instrument(
	    show->pack, ds_row_text(row, DS_F_ASSESSMENT_INSTRUMENT));
	dossier_day until = valid_until(row, instrument);
	bool expired = ds_day_known(until) && until.number <
	    show->day.number;
	const char *mark = about_assessor(row, instrument);
	char day[DS_DAY_TEXT];

	(void)err;
	ds_put_day(doc, item, "valid_until_day", until);
	ds_put_bool(doc, item, "expired", expired);
	ds_put_bool(doc, item, "marked", mark != NULL);
	if (expired)
		*text = ds_show_kept(show, ds_arena_printf(show->arena,
		    ds_tr(doc->language, N_("expired, valid until %s")),
		    ds_day_text(until, doc->language, day)));
	if (mark != NULL)
		*text = ds_show_kept(show, ds_arena_printf(show->arena,
		    "%s%s%s", *text == NULL ? "" : *text, *text == NULL ? "" :
		    "; ", ds_tr(doc->language, mark)));
	return DOSSIER_OK;
}

dossier_status
ds_show_assessments(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing listing = { "assessments", NULL,
	    DS_FIELDS(DS_F_ASSESSMENT_INSTRUMENT, DS_F_ASSESSMENT_VERSION,
	    DS_F_ASSESSMENT_ON, DS_F_ASSESSMENT_BY, DS_F_ASSESSMENT_TRAINED,
	    DS_F_ASSESSMENT_SCALE, DS_F_ASSESSMENT_VALUE,
	    DS_F_ASSESSMENT_UNTIL, DS_F_ASSESSMENT_FILE), N_("Remark"),
	    remark, show };
	struct ds_rows rows;

	DS_TRY(ds_show_read(&rows, show, DS_ASSESSMENT, NULL, err));
	return ds_show_list(show, DS_ASSESSMENT, &listing, &rows, err);
}
