/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How complete integral intakes are, for each who asks: of the life domains
 * that the pack's checklist wants, how many were told, were "nothing", were
 * declined, and are not asked yet. A dossier is with who asked last; before
 * that, with who holds the case.
 */
#include "flows/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "flows/checklist.h"
#include "flows/integral.h"

struct one {				/* a youth */
	const char *ref, *name, *worker, *open;	/* open: labels, or NULL */
	size_t asked[DS_FOUND + 1], domains;
	const char *const *open_ids;
	size_t open_count;
	dossier_day closed_on;
};

struct intakes {
	struct ds_report *report;
	struct one *ones;
	size_t count, capacity;
};

/* ---- one youth ---- */

/* Whoever is named in the newest row; NULL: that is not recorded. */
static dossier_status
name_of(const char **out, struct ds_report *report, const struct ds_row *by,
    dossier_error *err)
{
	struct ds_row contact;
	int64_t id;

	*out = NULL;
	if (by == NULL)
		return DOSSIER_OK;
	if (by->kind == DS_LIFE_DOMAIN) {
		*out = ds_row_text(by, DS_F_DOMAIN_BY);
		return DOSSIER_OK;
	}
	id = ds_row_int(by, DS_F_ANSWER_BY);
	if (id == 0)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&contact, &report->arena, report->session->book,
	    DS_CONTACT, id, err));
	*out = ds_row_text(&contact, DS_F_CONTACT_NAME);
	return DOSSIER_OK;
}

static dossier_day
day_of(const struct ds_row *by)
{
	if (by == NULL)
		return DOSSIER_NO_DAY;
	return ds_row_day(by, by->kind == DS_ANSWER ? DS_F_ANSWER_ON :
	    DS_F_DOMAIN_ON);
}

static dossier_status
count_domains(struct one *one, struct ds_report *report, int64_t youth,
    const struct ds_domain_set *set, dossier_error *err)
{
	struct ds_buf labels = DS_BUF_INIT;
	const struct ds_row *by, *last = NULL;
	struct ds_domain_rows rows;
	enum ds_asked asked;
	const char **ids;
	size_t i;

	DS_TRY(ds_domain_rows_read(&rows, report->session, &report->arena,
	    youth, err));
	ids = ds_arena_alloc(&report->arena, (set->count + 1) * sizeof *ids);
	if (ids == NULL)
		return ds_no_memory(err);
	for (i = 0; i < set->count; i++) {
		asked = ds_domain_asked(&by, &rows, set, set->domains[i].id,
		    report->session->today);
		one->asked[asked]++;
		if (day_of(by).number > day_of(last).number)
			last = by;
		if (asked != DS_NOT_ASKED)
			continue;
		ids[one->open_count++] = set->domains[i].id;
		ds_buf_printf(&labels, "%s%s", labels.size > 0 ? ", " : "",
		    set->domains[i].label);
	}
	one->domains = set->count;
	one->open_ids = ids;
	one->open = ds_report_keep(report, labels.data);
	report->failed |= labels.failed;
	ds_buf_free(&labels);
	return name_of(&one->worker, report, last, err);
}

static dossier_status
fill_one(struct one *one, struct ds_report *report,
    const struct ds_case *youth, const struct ds_domain_set *set,
    dossier_error *err)
{
	const struct ds_person *person;

	one->ref = ds_report_keep(report, youth->facts.ref);
	DS_TRY(ds_report_name(&one->name, report, youth, err));
	DS_TRY(count_domains(one, report, youth->facts.youth, set, err));
	if (one->worker == NULL) {
		DS_TRY(ds_report_person(&person, report, youth->lead,
		    youth->lead_contact, youth->school, err));
		one->worker = person->name;
	}
	if (one->worker == NULL)
		one->worker = "";
	return ds_integral_closed_on(&one->closed_on, report->session,
	    &report->arena, youth->facts.youth, err);
}

static dossier_status
look_at(const struct ds_case *youth, void *payload, dossier_error *err)
{
	struct intakes *intakes = payload;
	struct ds_report *report = intakes->report;
	const struct ds_domain_set *set;
	const struct ds_pack *pack;
	struct one *one;
	bool taken;

	DS_TRY(ds_report_takes(&taken, report, youth, err));
	DS_TRY(ds_report_pack(&pack, report, ds_report_party(report,
	    youth->municipality), err));
	set = ds_integral_set(pack);
	if (!taken || set == NULL)
		return DOSSIER_OK;
	one = ds_grow(intakes->ones, intakes->count, &intakes->capacity,
	    sizeof *one);
	if (one == NULL)
		return ds_no_memory(err);
	intakes->ones = one;
	one += intakes->count;
	memset(one, 0, sizeof *one);
	intakes->count++;
	return fill_one(one, report, youth, set, err);
}

static int
by_worker(const void *left, const void *right)
{
	const struct one *a = left, *b = right;
	int order = strcmp(a->worker, b->worker);

	if (order == 0)
		order = strcmp(a->name, b->name);
	return order != 0 ? order : strcmp(a->ref, b->ref);
}

/* ---- on paper ---- */

static const char *const keys[] = {
	[DS_NOT_ASKED] = "not_asked", [DS_NOTHING] = "nothing",
	[DS_DECLINED] = "declined", [DS_FOUND] = "found"
};

static void
put_youth(dossier_document *doc, struct ds_value *list, const struct one *one)
{
	struct ds_value *map = ds_put_map(doc, list, NULL), *open;
	size_t i;

	ds_put_text(doc, map, "ref", one->ref);
	ds_put_day(doc, map, "closed_on", one->closed_on);
	for (i = 0; i <= DS_FOUND; i++)
		ds_put_int(doc, map, keys[i], (int64_t)one->asked[i]);
	open = ds_put_list(doc, map, "open");
	for (i = 0; i < one->open_count; i++)
		ds_put_text(doc, open, NULL, one->open_ids[i]);
}

static void
put_cell(dossier_document *doc, struct ds_cells *cells, size_t column,
    size_t number)
{
	char text[24];

	ds_cell(doc, cells, column, ds_decimal_text((int64_t)number, 0,
	    doc->language, text));
}

/* Those of one worker, who stand together. */
static void
put_worker(dossier_document *doc, struct ds_block *table,
    const struct one *ones, size_t count)
{
	struct ds_value *map = ds_put_map(doc, doc->data, NULL), *list;
	size_t sum[DS_FOUND + 1] = {0}, domains = 0, closed = 0, i, k;
	struct ds_cells *cells = ds_table_row(doc, table);
	const char *worker = *ones->worker == '\0' ? NULL : ones->worker;

	for (i = 0; i < count; i++) {
		for (k = 0; k <= DS_FOUND; k++)
			sum[k] += ones[i].asked[k];
		domains += ones[i].domains;
		closed += ds_day_known(ones[i].closed_on);
	}
	ds_put_text(doc, map, "worker", worker);
	ds_put_int(doc, map, "intakes", (int64_t)count);
	ds_put_int(doc, map, "closed", (int64_t)closed);
	ds_put_int(doc, map, "domains", (int64_t)domains);
	for (k = 0; k <= DS_FOUND; k++)
		ds_put_int(doc, map, keys[k], (int64_t)sum[k]);
	list = ds_put_list(doc, map, "youths");
	for (i = 0; i < count; i++)
		put_youth(doc, list, &ones[i]);
	ds_cell(doc, cells, 0, worker != NULL ? worker :
	    ds_tr(doc->language, N_("nobody")));
	put_cell(doc, cells, 1, count);
	put_cell(doc, cells, 2, closed);
	put_cell(doc, cells, 3, sum[DS_FOUND]);
	put_cell(doc, cells, 4, sum[DS_NOTHING]);
	put_cell(doc, cells, 5, sum[DS_DECLINED]);
	put_cell(doc, cells, 6, sum[DS_NOT_ASKED]);
}

static void
put_workers(const struct intakes *intakes)
{
	dossier_document *doc = intakes->report->doc;
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Asked by")), DS_LEFT },
		{ ds_tr(lang, N_("Intakes")), DS_RIGHT },
		{ ds_tr(lang, N_("Closed")), DS_RIGHT },
		{ ds_tr(lang, N_("Told")), DS_RIGHT },
		{ ds_tr(lang, N_("Asked, nothing")), DS_RIGHT },
		{ ds_tr(lang, N_("Declined")), DS_RIGHT },
		{ ds_tr(lang, N_("Not asked")), DS_RIGHT }
	};
	struct ds_block *table = ds_table(doc, NULL, columns,
	    sizeof columns / sizeof columns[0]);
	size_t first, next;

	for (first = 0; first < intakes->count; first = next) {
		for (next = first; next < intakes->count &&
		    strcmp(intakes->ones[first].worker,
		    intakes->ones[next].worker) == 0; next++)
			;
		put_worker(doc, table, &intakes->ones[first], next - first);
	}
}

static void
put_open(const struct intakes *intakes)
{
	dossier_document *doc = intakes->report->doc;
	dossier_language lang = doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Ref")), DS_LEFT },
		{ ds_tr(lang, N_("Name")), DS_LEFT },
		{ ds_tr(lang, N_("Asked by")), DS_LEFT },
		{ ds_tr(lang, N_("Closed on")), DS_LEFT },
		{ ds_tr(lang, N_("Not asked")), DS_LEFT }
	};
	struct ds_block *table = ds_table(doc, NULL, columns,
	    sizeof columns / sizeof columns[0]);
	struct ds_cells *cells;
	char day[DS_DAY_TEXT];
	const struct one *one;
	size_t i;

	ds_table_quiet(table);
	for (i = 0; i < intakes->count; i++) {
		one = &intakes->ones[i];
		cells = ds_table_row(doc, table);
		ds_cell(doc, cells, 0, one->ref);
		ds_cell(doc, cells, 1, one->name);
		ds_cell(doc, cells, 2, one->worker);
		ds_cell(doc, cells, 3, ds_day_text(one->closed_on, lang,
		    day));
		ds_cell(doc, cells, 4, one->open);
		if (one->open_count > 0)
			doc->attention = true;
	}
}

dossier_status
ds_report_intake(struct ds_report *report, dossier_error *err)
{
	struct intakes intakes = { .report = report };
	dossier_status status;

	status = ds_cases(report->session->book, report->library, 0,
	    report->session->today, look_at, &intakes, err);
	if (status == DOSSIER_OK) {
		if (intakes.count > 0)
			qsort(intakes.ones, intakes.count,
			    sizeof *intakes.ones, by_worker);
		ds_paragraph(report->doc, ds_tr(report->language,
		    N_("Open dossiers whose pack asks for an integral "
		    "intake: %zu.")), intakes.count);
		put_workers(&intakes);
		put_open(&intakes);
	}
	ds_free(intakes.ones);
	return status;
}
