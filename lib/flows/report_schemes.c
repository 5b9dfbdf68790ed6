/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How many are in each scheme on the day, and who, for readers whose role
 * sees it. What is not known is counted apart and is no scheme.
 */
#include "flows/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
struct schemes_row {
	const char *ref, *name;
	int scheme;			/* in ds_codes_scheme */
	dossier_day since;
};

struct schemes {
	struct ds_report *report;
	struct schemes_row *rows;
	size_t count, capacity, hidden, all;
	size_t *counts;			/* one for each code */
	int codes, unknown;
};

static int
place_of(const struct schemes *schemes, const struct ds_fact_value *fact)
{
	int i;

	for (i = 0; fact->known && i < schemes->codes; i++)
		if (strcmp(ds_codes_scheme[i].slug, fact->text) == 0)
			return i;
	return schemes->unknown;
}

static dossier_status
look_at(const struct ds_case *youth, void *payload, dossier_error *err)
{
	const struct ds_fact_value *fact =
	    &youth->facts.fact[DS_FACT_SCHEME];
	struct schemes *schemes = payload;
	struct schemes_row *row;
	const char *why;
	bool taken;
	int scheme;

	DS_TRY(ds_report_takes(&taken, schemes->report, youth, err));
	if (!taken)
		return DOSSIER_OK;
	scheme = place_of(schemes, fact);
	schemes->counts[scheme]++;
	schemes->all++;
	DS_TRY(ds_report_may(&why, schemes->report, youth->facts.youth,
	    DS_SCHEME, DS_F_SCHEME_SCHEME, err));
	if (why != NULL) {
		schemes->hidden++;
		return DOSSIER_OK;
	}
	row = ds_grow(schemes->rows, schemes->count, &schemes->capacity,
	    sizeof *row);
	if (row == NULL)
		return ds_no_memory(err);
	schemes->rows = row;
	row += schemes->count++;
	row->ref = ds_report_keep(schemes->report, youth->facts.ref);
	row->scheme = scheme;
	row->since = fact->known ? fact->on : DOSSIER_NO_DAY;
	return ds_report_name(&row->name, schemes->report, youth, err);
}

/* ---- on paper ---- */

static int
by_scheme(const void *left, const void *right)
{
	const struct schemes_row *a = left, *b = right;
	int order;

	if (a->scheme != b->scheme)
		return a->scheme - b->scheme;
	order = strcmp(a->name, b->name);
	return order != 0 ? order : strcmp(a->ref, b->ref);
}

static const char *
label(const struct schemes *schemes, int scheme)
{
	return ds_tr(schemes->report->language, ds_codes_scheme[scheme].label);
}

static void
put_data(const struct schemes *schemes, int scheme)
{
	dossier_document *doc = schemes->report->doc;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL), *list;
	size_t i;

	ds_put_text(doc, map, "scheme", ds_codes_scheme[scheme].slug);
	ds_put_int(doc, map, "count", (int64_t)schemes->counts[scheme]);
	list = ds_put_list(doc, map, "youths");
	for (i = 0; i < schemes->count; i++)
		if (schemes->rows[i].scheme == scheme)
			ds_put_text(doc, list, NULL, schemes->rows[i].ref);
}

static void
put_counts(const struct schemes *schemes)
{
	dossier_document *doc = schemes->report->doc;
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Scheme")), DS_LEFT },
		{ ds_tr(doc->language, N_("Youths")), DS_RIGHT }
	};
	struct ds_block *table = ds_table(doc, NULL, columns, 2);
	struct ds_cells *cells;
	char number[24];
	int i;

	for (i = 0; i < schemes->codes; i++) {
		put_data(schemes, i);
		cells = ds_table_row(doc, table);
		ds_cell(doc, cells, 0, label(schemes, i));
		ds_cell(doc, cells, 1, ds_decimal_text(
		    (int64_t)schemes->counts[i], 0, doc->language, number));
	}
}

static void
put_names(const struct schemes *schemes)
{
	dossier_document *doc = schemes->report->doc;
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Ref")), DS_LEFT },
		{ ds_tr(doc->language, N_("Name")), DS_LEFT },
		{ ds_tr(doc->language, N_("Scheme")), DS_LEFT },
		{ ds_tr(doc->language, N_("From")), DS_LEFT }
	};
	struct ds_block *table;
	struct ds_cells *cells;
	char day[DS_DAY_TEXT];
	size_t i;

	if (schemes->hidden > 0)
		ds_paragraph(doc, ds_tr(doc->language, N_("Counted, but not "
		    "named to your role: %zu.")), schemes->hidden);
	table = ds_table(doc, NULL, columns, 4);
	ds_table_quiet(table);
	for (i = 0; i < schemes->count; i++) {
		cells = ds_table_row(doc, table);
		ds_cell(doc, cells, 0, schemes->rows[i].ref);
		ds_cell(doc, cells, 1, schemes->rows[i].name);
		ds_cell(doc, cells, 2, label(schemes,
		    schemes->rows[i].scheme));
		ds_cell(doc, cells, 3, ds_day_text(schemes->rows[i].since,
		    doc->language, day));
	}
}

static dossier_status
fill(struct schemes *schemes, dossier_error *err)
{
	struct ds_report *report = schemes->report;

	while (ds_codes_scheme[schemes->codes].slug != NULL) {
		if (strcmp(ds_codes_scheme[schemes->codes].slug,
		    "onbekend") == 0)
			schemes->unknown = schemes->codes;
		schemes->codes++;
	}
	schemes->counts = ds_arena_alloc(&report->arena,
	    (size_t)schemes->codes * sizeof *schemes->counts);
	if (schemes->counts == NULL)
		return ds_no_memory(err);
	DS_TRY(ds_cases(report->session->book, report->library, 0,
	    report->session->today, look_at, schemes, err));
	if (schemes->count > 0)
		qsort(schemes->rows, schemes->count, sizeof *schemes->rows,
		    by_scheme);
	ds_paragraph(report->doc, ds_tr(report->language, N_("Open dossiers: "
	    "%zu. The scheme is not known of %zu.")), schemes->all,
	    schemes->counts[schemes->unknown]);
	put_counts(schemes);
	put_names(schemes);
	return DOSSIER_OK;
}

dossier_status
ds_report_schemes(struct ds_report *report, dossier_error *err)
{
	struct schemes schemes = { .report = report };
	dossier_status status = fill(&schemes, err);

	ds_free(schemes.rows);
	return status;
}
