/* SPDX-License-Identifier: EUPL-1.2 */
/* The places found, for machines and for people. */
#include "flows/place.h"
#include "flows/say.h"

#define MISSES 5			/* nearest ones, at most */

/* ---- what was looked for ---- */

/* A text, or that it is not known, or why it is kept back. */
static void
print_wish(dossier_document *doc, struct ds_place_search *search,
    const char *label, const char *hidden, const char *text)
{
	if (hidden != NULL)
		text = ds_say_withheld(doc, &search->arena, hidden);
	else if (text == NULL)
		text = ds_tr(doc->language, N_("unknown"));
	ds_say_line(doc, label, text);
}

static dossier_status
print_wishes(dossier_document *doc, struct ds_place_search *search,
    dossier_error *err)
{
	static const int fields[] = {
		DS_F_YOUTH_HOURS, DS_F_YOUTH_DAYS, DS_F_YOUTH_SECTORS,
		DS_F_YOUTH_PROCESSES, DS_F_YOUTH_MAX_KM
	};
	struct ds_shown shown;
	size_t i;

	print_wish(doc, search, N_("From"), search->hidden[DS_BY_DATES],
	    ds_say_day(doc, &search->arena, search->wanted.start));
	print_wish(doc, search, N_("Postcode"),
	    search->hidden[DS_BY_DISTANCE], search->postcode);
	print_wish(doc, search, N_("Intended destination"),
	    search->hidden[DS_BY_KIND], search->destination == NULL ? NULL :
	    ds_code_label(ds_codes_destination, search->destination,
	    doc->language));
	for (i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		DS_TRY(ds_view_field(&shown, &search->view, &search->youth,
		    fields[i], err));
		print_wish(doc, search,
		    ds_record(DS_YOUTH)->fields[fields[i]].label,
		    shown.withheld, shown.text);
	}
	return DOSSIER_OK;
}

static void
print_counts(dossier_document *doc, const struct ds_place_search *search)
{
	dossier_language lang = doc->language;

	if (search->count == 0)
		ds_paragraph(doc, "%s", ds_tr(lang, N_("No place in the "
		    "store is still open. Feed them with: dossier intake")));
	else
		ds_paragraph(doc, ds_tr(lang, N_("Places looked at: %zu. "
		    "They fit: %zu, may fit: %zu, do not fit: %zu.")),
		    search->count, search->in_group[DS_FITS],
		    search->in_group[DS_MAY_FIT],
		    search->in_group[DS_MISSES]);
}

/* ---- one place ---- */

static void
put_names(dossier_document *doc, const struct ds_place_search *search,
    struct ds_value *map, const char *key, unsigned set)
{
	struct ds_value *list = ds_put_list(doc, map, key);
	int by;

	for (by = 0; by < DS_BY_COUNT; by++)
		if ((set & 1u << by) && search->hidden[by] == NULL)
			ds_put_text(doc, list, NULL,
			    ds_by_name((enum ds_condition_kind)by));
}

static void
put_data(dossier_document *doc, struct ds_place_search *search,
    const struct ds_fit *fit, const struct ds_row *place,
    const struct ds_row *party)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL), *list;
	char km[DS_KM_TEXT];
	int by;

	ds_put_text(doc, map, "place", fit->place->code);
	ds_put_text(doc, map, "name", ds_row_text(place, DS_F_PLACE_NAME));
	ds_put_text(doc, map, "party", ds_row_text(party, DS_F_PARTY_CODE));
	ds_put_bool(doc, map, "fits", ds_fit_group(fit) == DS_FITS);
	ds_put_text(doc, map, "km", search->hidden[DS_BY_DISTANCE] != NULL ?
	    NULL : ds_place_km(km, fit, DOSSIER_ENGLISH));
	list = ds_put_list(doc, map, "reasons");
	for (by = 0; by < DS_BY_COUNT; by++)
		if (fit->asked & 1u << by)
			ds_put_text(doc, list, NULL, ds_place_tell(doc,
			    search, fit, (enum ds_condition_kind)by));
	put_names(doc, search, map, "blocked_by", fit->fails);
	put_names(doc, search, map, "unknown", fit->unknown);
}

/* The conditions of a set in words. */
static const char *
why(dossier_document *doc, struct ds_place_search *search,
    const struct ds_fit *fit, unsigned set)
{
	const char *text = "";
	int by;

	for (by = 0; by < DS_BY_COUNT; by++)
		if (set & 1u << by)
			text = ds_say_more(doc, &search->arena, text, "; ",
			    ds_place_tell(doc, search, fit,
			    (enum ds_condition_kind)by));
	return text;
}

/* Of what fits, distance has a column and the day stands on top. */
static unsigned
telling(const struct ds_fit *fit)
{
	switch (ds_fit_group(fit)) {
	case DS_FITS:
		return fit->asked & ~(1u << DS_BY_DISTANCE |
		    1u << DS_BY_DATES);
	case DS_MAY_FIT:
		return fit->unknown;
	default:
		return fit->fails;
	}
}

static dossier_status
print_fit(dossier_document *doc, struct ds_place_search *search,
    struct ds_block *table, const struct ds_fit *fit, dossier_error *err)
{
	struct ds_book *book = search->session->book;
	struct ds_row place, party;
	struct ds_cells *row;
	char km[DS_KM_TEXT];

	DS_TRY(ds_book_read(&place, &search->arena, book, DS_PLACE,
	    fit->place->id, err));
	DS_TRY(ds_book_read(&party, &search->arena, book, DS_PARTY,
	    ds_row_int(&place, DS_F_PLACE_PARTY), err));
	put_data(doc, search, fit, &place, &party);
	row = ds_table_row(doc, table);
	ds_cell(doc, row, 0, ds_say_sure(doc, ds_arena_printf(
	    &search->arena, "%s (%s)", ds_row_text(&place, DS_F_PLACE_NAME),
	    fit->place->code)));
	ds_cell(doc, row, 1, ds_row_has(&party, DS_F_PARTY_NAME) ?
	    ds_row_text(&party, DS_F_PARTY_NAME) :
	    ds_row_text(&party, DS_F_PARTY_CODE));
	ds_cell(doc, row, 2, search->hidden[DS_BY_DISTANCE] != NULL ? NULL :
	    ds_place_km(km, fit, doc->language));
	ds_cell(doc, row, 3, why(doc, search, fit, telling(fit)));
	return DOSSIER_OK;
}

/* ---- the groups ---- */

static const struct {
	const char *caption, *column;
} groups[DS_FIT_GROUPS] = {
	[DS_FITS] = { N_("These fit, the best first"), N_("Why") },
	[DS_MAY_FIT] = { N_("These may fit; what is not known yet"),
	    N_("Not known") },
	[DS_MISSES] = { N_("These come nearest, but do not fit"),
	    N_("What stands in the way") }
};

static dossier_status
print_group(dossier_document *doc, struct ds_place_search *search,
    enum ds_fit_group group, size_t first, size_t most, dossier_error *err)
{
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Place")), DS_LEFT },
		{ ds_tr(lang, N_("Employer")), DS_LEFT },
		{ ds_tr(lang, N_("km")), DS_RIGHT },
		{ ds_tr(lang, groups[group].column), DS_LEFT },
	};
	struct ds_block *table;
	size_t i;

	if (group != DS_FITS && search->in_group[group] == 0)
		return DOSSIER_OK;
	if (most > search->in_group[group])
		most = search->in_group[group];
	table = ds_table(doc, ds_tr(lang, groups[group].caption), columns, 4);
	for (i = 0; i < most; i++)
		DS_TRY(print_fit(doc, search, table,
		    &search->fits[first + i], err));
	return DOSSIER_OK;
}

dossier_status
ds_place_print(dossier_document *doc, struct ds_place_search *search,
    size_t limit, dossier_error *err)
{
	const size_t most[DS_FIT_GROUPS] = {
		[DS_FITS] = limit,
		[DS_MAY_FIT] = limit,
		[DS_MISSES] = limit < MISSES ? limit : MISSES
	};
	size_t first = 0;
	int group;

	ds_document_note(doc, ds_say_sure(doc, ds_arena_printf(
	    &search->arena, "%s (%s), %s", search->name,
	    ds_row_text(&search->youth, DS_F_YOUTH_REF),
	    ds_say_day(doc, &search->arena, search->session->today))));
	doc->attention = search->in_group[DS_FITS] == 0;
	DS_TRY(print_wishes(doc, search, err));
	print_counts(doc, search);
	for (group = 0; group < DS_FIT_GROUPS; group++) {
		DS_TRY(print_group(doc, search, (enum ds_fit_group)group,
		    first, most[group], err));
		first += search->in_group[group];
	}
	return DOSSIER_OK;
}
