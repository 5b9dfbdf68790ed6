/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Whom to call at a municipality about a subject: who is there for it, then
 * who is there for everything, stand-ins last. A municipality whose contacts
 * are kept by another organisation is called there.
 */
#include "flows/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum rank { FOR_SUBJECT, FOR_SUBJECT_TOO, FOR_ALL, FOR_ALL_TOO, NOT_CALLED };

struct line {
	const struct ds_report_role *role;
	enum rank rank;
	size_t order;			/* as it was read */
};

struct calls {
	struct ds_report *report;
	const char *subject;		/* folded; NULL: none was asked for */
	struct line *lines;
	size_t count;
	struct ds_buf known;		/* subjects that somebody is there for */
};

static bool
is_stand_in(const struct ds_report_role *role)
{
	return strcmp(role->role, "vervanger") == 0;
}

/* One of the subjects of a role, written as "wajong, loonkostensubsidie". */
static bool
has_subject(struct calls *calls, const char *subjects)
{
	struct ds_arena *arena = &calls->report->arena;
	const char *end, *folded;
	char *part;

	for (; subjects != NULL && *subjects != '\0'; subjects = end) {
		end = subjects + strcspn(subjects, ",;");
		part = ds_arena_ndup(arena, subjects,
		    (size_t)(end - subjects));
		end += *end != '\0';
		if (part != NULL)
			ds_text_trim(part);
		folded = part == NULL ? NULL : ds_text_fold(arena, part);
		if (folded == NULL)
			calls->report->failed = true;
		else if (strcmp(folded, calls->subject) == 0)
			return true;
	}
	return false;
}

static enum rank
rank_of(struct calls *calls, const struct ds_report_role *role)
{
	bool later = is_stand_in(role);

	if (role->subject == NULL)
		return later ? FOR_ALL_TOO :
		    strcmp(role->role, "contactpersoon") == 0 ? FOR_ALL :
		    NOT_CALLED;
	if (calls->subject == NULL)
		return later ? FOR_ALL_TOO : FOR_ALL;
	if (!has_subject(calls, role->subject))
		return NOT_CALLED;
	return later ? FOR_SUBJECT_TOO : FOR_SUBJECT;
}

static int
by_rank(const void *left, const void *right)
{
	const struct line *a = left, *b = right;

	if (a->rank != b->rank)
		return (int)a->rank - (int)b->rank;
	return a->order < b->order ? -1 : a->order > b->order;
}

static bool
is_there(const struct ds_report *report, const struct ds_report_role *role)
{
	const struct ds_report_party *municipality = ds_report_party(report,
	    report->municipality);

	return (role->party == municipality->id ||
	    role->party == municipality->keeper) &&
	    (role->about == 0 || report->school == 0 ||
	    role->about == report->school);
}

static dossier_status
collect(struct calls *calls, dossier_error *err)
{
	struct ds_report *report = calls->report;
	struct ds_report_role *roles;
	enum rank rank;
	size_t count, i;

	DS_TRY(ds_report_read(&roles, &count, report, &ds_report_roles, err));
	calls->lines = ds_arena_alloc(&report->arena,
	    (count + 1) * sizeof *calls->lines);
	if (calls->lines == NULL)
		return ds_no_memory(err);
	for (i = 0; i < count; i++) {
		if (!is_there(report, &roles[i]))
			continue;
		if (roles[i].subject != NULL)
			ds_buf_printf(&calls->known, "%s%s",
			    calls->known.size > 0 ? ", " : "",
			    roles[i].subject);
		rank = rank_of(calls, &roles[i]);
		if (rank != NOT_CALLED)
			calls->lines[calls->count++] =
			    (struct line){ &roles[i], rank, i };
	}
	qsort(calls->lines, calls->count, sizeof *calls->lines, by_rank);
	return DOSSIER_OK;
}

/* ---- on paper ---- */

static void
put_lead(const struct calls *calls)
{
	struct ds_report *report = calls->report;
	const struct line *first = calls->lines;

	if (calls->count == 0)
		ds_paragraph(report->doc, "%s", ds_tr(report->language,
		    N_("Nobody there can be called on this day.")));
	else
		ds_paragraph(report->doc, ds_tr(report->language,
		    N_("Call: %s, %s.")), first->role->name,
		    first->role->phone != NULL ? first->role->phone :
		    first->role->email != NULL ? first->role->email :
		    ds_tr(report->language, N_("no number known")));
	if (calls->subject == NULL || (calls->count > 0 &&
	    first->rank <= FOR_SUBJECT_TOO))
		return;
	ds_paragraph(report->doc, ds_tr(report->language, N_("Nobody is there "
	    "for the subject %s in particular.")), report->options->subject);
	if (calls->known.size > 0)
		ds_paragraph(report->doc, ds_tr(report->language,
		    N_("Subjects that somebody is there for: %s.")),
		    calls->known.data);
}

static void
put_data(struct ds_report *report, const struct line *line)
{
	const struct ds_report_role *role = line->role;
	struct ds_value *map = ds_put_map(report->doc, report->doc->data,
	    NULL);

	ds_put_text(report->doc, map, "party", ds_report_code(
	    ds_report_party(report, role->party)));
	ds_put_text(report->doc, map, "contact", role->name);
	ds_put_text(report->doc, map, "phone", role->phone);
	ds_put_text(report->doc, map, "email", role->email);
	ds_put_text(report->doc, map, "role", role->role);
	ds_put_text(report->doc, map, "subject", role->subject);
	ds_put_bool(report->doc, map, "for_subject",
	    line->rank <= FOR_SUBJECT_TOO);
	ds_put_bool(report->doc, map, "stand_in", is_stand_in(role));
	ds_put_day(report->doc, map, "from", role->span.from);
	ds_put_day(report->doc, map, "until", role->span.until);
}

static void
put_row(struct ds_report *report, struct ds_block *table,
    const struct ds_report_role *role)
{
	struct ds_cells *cells = ds_table_row(report->doc, table);
	char day[DS_DAY_TEXT];

	ds_cell(report->doc, cells, 0, role->name);
	ds_cell(report->doc, cells, 1, role->phone);
	ds_cell(report->doc, cells, 2, role->email);
	ds_cell(report->doc, cells, 3, ds_code_label(ds_codes_role,
	    role->role, report->language));
	ds_cell(report->doc, cells, 4, role->subject != NULL ? role->subject :
	    ds_tr(report->language, N_("everything")));
	ds_cell(report->doc, cells, 5, ds_report_party(report,
	    role->party)->label);
	ds_cell(report->doc, cells, 6, ds_day_text(role->span.until,
	    report->language, day));
}

static void
put_page(const struct calls *calls)
{
	struct ds_report *report = calls->report;
	dossier_language lang = report->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Name")), DS_LEFT },
		{ ds_tr(lang, N_("Telephone")), DS_LEFT },
		{ ds_tr(lang, N_("E-mail")), DS_LEFT },
		{ ds_tr(lang, N_("Role")), DS_LEFT },
		{ ds_tr(lang, N_("Subject")), DS_LEFT },
		{ ds_tr(lang, N_("Organisation")), DS_LEFT },
		{ ds_tr(lang, N_("Until")), DS_LEFT }
	};
	struct ds_block *table;
	size_t i;

	put_lead(calls);
	table = ds_table(report->doc, NULL, columns,
	    sizeof columns / sizeof columns[0]);
	ds_table_quiet(table);
	for (i = 0; i < calls->count; i++) {
		put_data(report, &calls->lines[i]);
		put_row(report, table, calls->lines[i].role);
	}
	report->doc->attention = calls->count == 0;
}

dossier_status
ds_report_call(struct ds_report *report, dossier_error *err)
{
	struct calls calls = { .report = report, .known = DS_BUF_INIT };
	dossier_status status;

	if (report->municipality == 0)
		return ds_fail(err, DOSSIER_USAGE, N_("Say which "
		    "municipality, with --municipality."));
	if (report->options->subject != NULL) {
		calls.subject = ds_text_fold(&report->arena,
		    report->options->subject);
		if (calls.subject == NULL)
			return ds_no_memory(err);
	}
	status = collect(&calls, err);
	if (status == DOSSIER_OK)
		put_page(&calls);
	report->failed |= calls.known.failed;
	ds_buf_free(&calls.known);
	return status;
}
