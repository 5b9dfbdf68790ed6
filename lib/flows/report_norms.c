/* SPDX-License-Identifier: EUPL-1.2 */
/* Which norms of the packs fail (with `all`: also which are kept). */
#include "flows/report_norms.h"

#include <stdlib.h>
#include <string.h>

static const struct {
	const char *name, *label;
} states[] = {
	[DS_NORM_OK] = { "ok", N_("in order") },
	[DS_NORM_UNDER] = { "under", N_("too few") },
	[DS_NORM_OVER] = { "over", N_("too many") },
	[DS_NORM_INCOMPLETE] = { "incomplete", N_("incomplete") }
};

static bool
is_wanted(const struct ds_norm_pile *pile, const struct ds_verdict *verdict)
{
	const struct ds_report *report = pile->report;
	int64_t school = verdict->school == NULL ? 0 : verdict->school->id;
	int64_t wanted = report->municipality;

	if (report->school != 0 && report->school != school &&
	    (verdict->party == NULL || verdict->party->id != report->school))
		return false;
	if (wanted == 0)
		return true;
	/* Another party counts where pupils of that school live. */
	return ds_report_is(verdict->party, "gemeente") ?
	    verdict->party->id == wanted :
	    ds_norm_number(pile->pupils, pile->pupil_count, school, wanted) > 0;
}

static int
by_norm(const void *left, const void *right)
{
	const struct ds_verdict *a = left, *b = right;
	int order = strcmp(a->norm->id, b->norm->id);

	if (order == 0)
		order = strcmp(a->subject, b->subject);
	if (order == 0)
		order = strcmp(a->school == NULL ? "" : a->school->code,
		    b->school == NULL ? "" : b->school->code);
	return order;
}

/* ---- for machines ---- */

static void
put_number(dossier_document *doc, struct ds_value *map, const char *key,
    int number)
{
	if (number >= 0)
		ds_put_int(doc, map, key, number);
	else
		ds_put_text(doc, map, key, NULL);
}

/* The lines of a parameter's list. */
static void
put_lines(struct ds_report *report, struct ds_value *map, const char *key,
    const char *lines)
{
	struct ds_value *list;
	const char *end;

	if (lines == NULL) {
		ds_put_text(report->doc, map, key, NULL);
		return;
	}
	list = ds_put_list(report->doc, map, key);
	for (; *lines != '\0'; lines = *end == '\0' ? end : end + 1) {
		end = lines + strcspn(lines, "\n");
		ds_put_text(report->doc, list, NULL, ds_arena_ndup(
		    &report->arena, lines, (size_t)(end - lines)));
	}
}

static void
put_missing(dossier_document *doc, struct ds_value *map,
    const struct ds_verdict *verdict)
{
	struct ds_value *list;
	size_t i;

	if (verdict->missing == NULL) {
		ds_put_text(doc, map, "missing", NULL);
		return;
	}
	list = ds_put_list(doc, map, "missing");
	for (i = 0; i < verdict->missing_count; i++)
		ds_put_text(doc, list, NULL, verdict->missing[i]);
}

static void
put_data(struct ds_report *report, const struct ds_verdict *verdict)
{
	dossier_document *doc = report->doc;
	struct ds_value *map = ds_put_map(doc, doc->data, NULL);
	const struct ds_norm *norm = verdict->norm;

	ds_put_text(doc, map, "norm", norm->id);
	ds_put_text(doc, map, "subject", verdict->subject);
	ds_put_text(doc, map, "school", ds_report_code(verdict->school));
	ds_put_int(doc, map, "count", verdict->count);
	put_number(doc, map, "at_least", norm->kind == DS_NORM_PRESENT ?
	    (int)norm->role_count : norm->at_least);
	put_number(doc, map, "at_most", norm->at_most);
	ds_put_text(doc, map, "state", states[verdict->state].name);
	put_missing(doc, map, verdict);
	put_number(doc, map, "discussed", verdict->discussed);
	put_number(doc, map, "agreements", verdict->agreements);
	put_lines(report, map, "support", verdict->support);
}

/* ---- for people ---- */

/* "1 (2 or more)", "3 (1 to 2)". */
static const char *
count_text(struct ds_report *report, const struct ds_verdict *verdict)
{
	const struct ds_norm *norm = verdict->norm;
	dossier_language language = report->language;
	const char *text;

	if (norm->kind == DS_NORM_PRESENT)
		text = ds_arena_printf(&report->arena,
		    ds_tr(language, N_("%d of %zu")), verdict->count,
		    norm->role_count);
	else if (norm->at_most < 0)
		text = ds_arena_printf(&report->arena,
		    ds_tr(language, N_("%d (%d or more)")), verdict->count,
		    norm->at_least);
	else if (norm->at_least < 0)
		text = ds_arena_printf(&report->arena,
		    ds_tr(language, N_("%d (at most %d)")), verdict->count,
		    norm->at_most);
	else
		text = ds_arena_printf(&report->arena,
		    ds_tr(language, N_("%d (%d to %d)")), verdict->count,
		    norm->at_least, norm->at_most);
	if (text == NULL)
		report->failed = true;
	return text;
}

static void
write_support(struct ds_buf *out, dossier_language language,
    const char *lines)
{
	if (lines == NULL) {
		ds_buf_puts(out, ds_tr(language,
		    N_("support: not stated")));
		return;
	}
	ds_buf_puts(out, ds_tr(language, N_("support:")));
	ds_buf_putc(out, ' ');
	for (; *lines != '\0'; lines++)
		if (*lines == '\n')
			ds_buf_puts(out, ", ");
		else
			ds_buf_putc(out, *lines);
}

static void
write_remark(struct ds_buf *out, dossier_language language,
    const struct ds_verdict *verdict)
{
	size_t i;

	if (verdict->missing_count > 0) {
		ds_buf_puts(out, ds_tr(language, N_("missing:")));
		for (i = 0; i < verdict->missing_count; i++)
			ds_buf_printf(out, "%s %s", i > 0 ? "," : "",
			    ds_code_label(ds_codes_role, verdict->missing[i],
			    language));
	}
	if (verdict->discussed < 0)
		return;
	ds_buf_printf(out, ds_tr(language, N_("discussed: %d; agreements: "
	    "%d; ")), verdict->discussed, verdict->agreements);
	write_support(out, language, verdict->support);
}

static void
put_row(struct ds_report *report, struct ds_block *table,
    const struct ds_verdict *verdict)
{
	dossier_document *doc = report->doc;
	struct ds_cells *cells = ds_table_row(doc, table);
	struct ds_buf remark = DS_BUF_INIT;

	write_remark(&remark, report->language, verdict);
	ds_cell(doc, cells, 0, verdict->norm->label);
	ds_cell(doc, cells, 1, verdict->label);
	ds_cell(doc, cells, 2, ds_report_code(verdict->school));
	ds_cell(doc, cells, 3, count_text(report, verdict));
	ds_cell(doc, cells, 4, ds_tr(report->language,
	    states[verdict->state].label));
	ds_cell(doc, cells, 5, remark.data);
	report->failed |= remark.failed;
	ds_buf_free(&remark);
}

static void
put_table(const struct ds_verdicts *verdicts, struct ds_report *report)
{
	const struct ds_column columns[] = {
		{ ds_tr(report->language, N_("Norm")), DS_LEFT },
		{ ds_tr(report->language, N_("Of whom")), DS_LEFT },
		{ ds_tr(report->language, N_("School")), DS_LEFT },
		{ ds_tr(report->language, N_("How many")), DS_LEFT },
		{ ds_tr(report->language, N_("State")), DS_LEFT },
		{ ds_tr(report->language, N_("Remark")), DS_LEFT }
	};
	struct ds_block *table = ds_table(report->doc, NULL, columns,
	    sizeof columns / sizeof columns[0]);
	size_t i;

	for (i = 0; i < verdicts->count; i++) {
		if (verdicts->list[i].state == DS_NORM_OK &&
		    !report->options->all)
			continue;
		put_data(report, &verdicts->list[i]);
		put_row(report, table, &verdicts->list[i]);
	}
}

static void
put_page(const struct ds_verdicts *verdicts, struct ds_report *report)
{
	char since[DS_DAY_TEXT];
	size_t failing = 0, i;

	for (i = 0; i < verdicts->count; i++)
		failing += verdicts->list[i].state != DS_NORM_OK;
	ds_day_text(report->since, report->language, since);
	if (verdicts->count == 0)
		ds_paragraph(report->doc, "%s", ds_tr(report->language,
		    N_("The packs state no norm for what is in this "
		    "store.")));
	else
		ds_paragraph(report->doc, ds_tr(report->language, N_("Checked "
		    "over the school year that began on %s: %zu. Not in "
		    "order: %zu.")), since, verdicts->count, failing);
	put_table(verdicts, report);
	report->doc->attention = failing > 0;
}

/* Only what passes the filters stays, in the order of the page. */
static void
choose(struct ds_verdicts *verdicts)
{
	size_t kept = 0, i;

	for (i = 0; i < verdicts->count; i++)
		if (is_wanted(&verdicts->pile, &verdicts->list[i]))
			verdicts->list[kept++] = verdicts->list[i];
	verdicts->count = kept;
	if (kept > 0)
		qsort(verdicts->list, kept, sizeof *verdicts->list, by_norm);
}

dossier_status
ds_report_norms(struct ds_report *report, dossier_error *err)
{
	struct ds_verdicts verdicts = {0};
	dossier_status status;

	if (report->options->mine)
		return ds_fail(err, DOSSIER_USAGE, N_("Norms are about "
		    "organisations, not about cases that somebody holds; "
		    "leave --mine out."));
	status = ds_norm_pile_read(&verdicts.pile, report, err);
	if (status == DOSSIER_OK)
		status = ds_norms_judge(&verdicts, err);
	if (status == DOSSIER_OK) {
		choose(&verdicts);
		put_page(&verdicts, report);
	}
	ds_free(verdicts.list);
	return status;
}
