/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What came after: contact moments and how far they lie apart, handovers,
 * what was sent, and the dossiers that went into this one.
 */
#include "flows/show.h"

#include <string.h>

#include "flows/ending.h"

/* ---- contacts grow rarer ---- */

struct month {
	int year, month, count;
	int gaps;			/* since the contact before */
	int64_t days;			/* all of them together */
};

/* A note and an application are no contact. */
static bool
is_contact(const struct ds_row *row)
{
	const char *kind = ds_row_text(row, DS_F_MOMENT_KIND);

	return strcmp(kind, "notitie") != 0 && strcmp(kind, "melding") != 0;
}

static size_t
count_months(struct month *months, const struct ds_rows *rows)
{
	dossier_day before = DOSSIER_NO_DAY, on;
	int year, month, mday;
	size_t count = 0, i;

	for (i = 0; i < rows->count; i++) {
		if (!is_contact(&rows->row[i]))
			continue;
		on = ds_row_day(&rows->row[i], DS_F_MOMENT_ON);
		ds_day_civil(on, &year, &month, &mday);
		if (count == 0 || months[count - 1].year != year ||
		    months[count - 1].month != month)
			months[count++] = (struct month){ year, month, 0, 0,
			    0 };
		months[count - 1].count++;
		if (ds_day_known(before)) {
			months[count - 1].gaps++;
			months[count - 1].days += on.number - before.number;
		}
		before = on;
	}
	return count;
}

static int
mean(const struct month *month)
{
	return (int)((month->days * 2 + month->gaps) / (2 * month->gaps));
}

static void
put_month(struct ds_show *show, struct ds_value *list,
    const struct month *month)
{
	struct ds_value *item = ds_put_map(show->doc, list, NULL);

	ds_put_text(show->doc, item, "month", ds_show_kept(show,
	    ds_arena_printf(show->arena, "%04d-%02d", month->year,
	    month->month)));
	ds_put_int(show->doc, item, "contacts", month->count);
	if (month->gaps > 0)
		ds_put_int(show->doc, item, "interval_days", mean(month));
	else
		ds_put_text(show->doc, item, "interval_days", NULL);
}

/* "03-2026", "3", "10": how often, and how many days lay between. */
static void
tell_month(struct ds_show *show, struct ds_block *table,
    const struct month *month)
{
	struct ds_cells *row = ds_table_row(show->doc, table);
	bool dutch = show->doc->language == DOSSIER_DUTCH;

	ds_cell(show->doc, row, 0, ds_show_kept(show, ds_arena_printf(
	    show->arena, "%0*d-%0*d", dutch ? 2 : 4, dutch ? month->month :
	    month->year, dutch ? 4 : 2, dutch ? month->year :
	    month->month)));
	ds_cell(show->doc, row, 1, ds_show_kept(show, ds_arena_printf(
	    show->arena, "%d", month->count)));
	if (month->gaps > 0)
		ds_cell(show->doc, row, 2, ds_show_kept(show,
		    ds_arena_printf(show->arena, "%d", mean(month))));
}

static dossier_status
put_months(struct ds_show *show, const struct ds_rows *rows,
    dossier_error *err)
{
	dossier_language lang = show->doc->language;
	struct ds_value *list = ds_put_list(show->doc, show->map,
	    "contacts_per_month");
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Month")), DS_LEFT },
		{ ds_tr(lang, N_("Contacts")), DS_RIGHT },
		{ ds_tr(lang, N_("Days since the one before (mean)")),
		    DS_RIGHT },
	};
	struct ds_block *table;
	struct month *months;
	size_t count, i;

	months = ds_arena_alloc(show->arena, (rows->count + 1) *
	    sizeof *months);
	if (months == NULL)
		return ds_no_memory(err);
	count = count_months(months, rows);
	for (i = 0; i < count; i++)
		put_month(show, list, &months[i]);
	if (count < 2)
		return DOSSIER_OK;
	table = ds_table(show->doc, ds_tr(lang, N_("Contacts per month")),
	    columns, 3);
	for (i = 0; i < count; i++)
		tell_month(show, table, &months[i]);
	return DOSSIER_OK;
}

/* ---- the section ---- */

static dossier_status
put_moments(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing moments = { "moments",
	    N_("Contact moments"), DS_FIELDS(DS_F_MOMENT_ON,
	    DS_F_MOMENT_KIND, DS_F_MOMENT_WITH, DS_F_MOMENT_REACHED,
	    DS_F_MOMENT_WHERE, DS_F_MOMENT_PRESENT, DS_F_MOMENT_TEXT,
	    DS_F_MOMENT_DOMAINS, DS_F_MOMENT_OWNER), NULL, NULL, NULL };
	struct ds_rows rows;

	DS_TRY(ds_show_read(&rows, show, DS_MOMENT, NULL, err));
	DS_TRY(ds_show_list(show, DS_MOMENT, &moments, &rows, err));
	return put_months(show, &rows, err);
}

/* The end rules of the pack; nothing where it states none. */
static dossier_status
put_ends(struct ds_show *show, dossier_error *err)
{
	struct ds_endings endings;
	const char *why;

	DS_TRY(ds_view_judge_section(&why, &show->view, show->known->id,
	    DS_SECTION_FOLLOW, false, err));
	if (why != NULL)
		return DOSSIER_OK;
	DS_TRY(ds_endings_of(&endings, show->session, show->arena,
	    &show->view, show->known->id, show->day, err));
	if (endings.count > 0)
		ds_show_open(show);
	ds_endings_put(show->doc, show->arena, show->map, &endings);
	return DOSSIER_OK;
}

dossier_status
ds_show_follow(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing handovers = { "handovers", N_("Handovers"),
	    DS_FIELDS(DS_F_HANDOVER_ON, DS_F_HANDOVER_STATE,
	    DS_F_HANDOVER_RECIPIENT, DS_F_HANDOVER_SAID_BY,
	    DS_F_HANDOVER_CHANNEL, DS_F_HANDOVER_REASON,
	    DS_F_HANDOVER_AGREED_FROM, DS_F_HANDOVER_CONTACT), NULL, NULL,
	    NULL };
	const struct ds_listing deliveries = { "deliveries",
	    N_("What was handed over"), DS_FIELDS(DS_F_DELIVERY_ON,
	    DS_F_DELIVERY_PARTY, DS_F_DELIVERY_GROUND), NULL, NULL, NULL };
	struct ds_rows rows;

	DS_TRY(put_moments(show, err));
	DS_TRY(ds_show_read(&rows, show, DS_HANDOVER, NULL, err));
	DS_TRY(ds_show_list(show, DS_HANDOVER, &handovers, &rows, err));
	DS_TRY(ds_show_read(&rows, show, DS_DELIVERY, NULL, err));
	DS_TRY(ds_show_list(show, DS_DELIVERY, &deliveries, &rows, err));
	return put_ends(show, err);
}

dossier_status
ds_show_merged(struct ds_show *show, dossier_error *err)
{
	const struct ds_listing listing = { "merged", NULL,
	    DS_FIELDS(DS_F_MERGED_REF, DS_F_MERGED_ON, DS_F_MERGED_REASON),
	    NULL, NULL, NULL };
	struct ds_rows rows;

	DS_TRY(ds_show_read(&rows, show, DS_MERGED, NULL, err));
	DS_TRY(ds_show_list(show, DS_MERGED, &listing, &rows, err));
	/* That nothing was merged is how it should be. */
	show->opened = true;
	return DOSSIER_OK;
}
