/* SPDX-License-Identifier: EUPL-1.2 */
/* Reports by name, and what they share. */
#include "flows/report.h"

#include <string.h>

static const struct {
	const char *name;
	const char *title;
	dossier_status (*run)(struct ds_report *report, dossier_error *err);
	bool of_people;			/* the access is written down */
} reports[] = {
	{ "caseload", N_("Who is where"), ds_report_caseload, true },
	{ "due", N_("What is due"), ds_report_due, true },
	{ "contacts", N_("Contacts for each school"), ds_report_contacts,
	    true },
	{ "norms", N_("Norms of the region"), ds_report_norms,
	    false },
	{ "call", N_("Whom to call"), ds_report_call, true },
	{ "schemes", N_("Schemes"), ds_report_schemes, true },
	{ "grounds", N_("Grounds that end or must be renewed"),
	    ds_report_grounds, true },
	{ "labour", N_("Labour market, by pseudonym"), ds_report_labour,
	    true },
	{ "domains", N_("Life domains in talks"), ds_report_domains, false },
	{ "intake", N_("Integral intake, by worker"), ds_report_intake, true },
	{ "count", N_("How many there are"), ds_report_count, false }
};

#define REPORT_COUNT (sizeof reports / sizeof reports[0])

/* ---- parties ---- */

const char *
ds_report_keep(struct ds_report *report, const char *text)
{
	const char *copy;

	if (text == NULL)
		return NULL;
	copy = ds_arena_dup(&report->arena, text);
	if (copy != NULL)
		return copy;
	report->failed = true;
	return "";
}

static void
take_party(void *item, struct ds_report *report, struct ds_stmt *stmt)
{
	struct ds_report_party *party = item;

	party->id = ds_col_int(stmt, 0);
	party->code = ds_report_keep(report, ds_col_text(stmt, 1));
	party->kind = ds_report_keep(report, ds_col_text(stmt, 2));
	party->name = ds_report_keep(report, ds_col_text(stmt, 3));
	party->keeper = ds_col_int(stmt, 4);
	party->label = party->name == NULL ? party->code :
	    ds_arena_printf(&report->arena, "%s (%s)", party->name,
	    party->code);
	if (party->label == NULL)
		report->failed = true;
}

static const struct ds_report_source party_source = {
	DS_SQL_REPORT_PARTIES, 0, sizeof(struct ds_report_party), take_party
};

struct ds_report_party *
ds_report_party(const struct ds_report *report, int64_t id)
{
	size_t low = 0, high = report->party_count, middle;

	while (low < high) {
		middle = (low + high) / 2;
		if (report->parties[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < report->party_count && report->parties[low].id == id ?
	    &report->parties[low] : NULL;
}

const struct ds_report_party *
ds_report_coded(const struct ds_report *report, const char *code)
{
	size_t i;

	for (i = 0; i < report->party_count; i++)
		if (strcmp(report->parties[i].code, code) == 0)
			return &report->parties[i];
	return NULL;
}

const char *
ds_report_code(const struct ds_report_party *party)
{
	return party == NULL ? NULL : party->code;
}

bool
ds_report_is(const struct ds_report_party *party, const char *kind)
{
	return party != NULL && kind != NULL &&
	    strcmp(party->kind, kind) == 0;
}

dossier_status
ds_report_pack(const struct ds_pack **out, struct ds_report *report,
    struct ds_report_party *municipality, dossier_error *err)
{
	const char *why;

	*out = report->home;
	if (municipality == NULL)
		return DOSSIER_OK;
	if (municipality->pack == NULL)
		DS_TRY(ds_library_pack(&municipality->pack, report->library,
		    municipality->code, report->day, &why, err));
	*out = municipality->pack;
	return DOSSIER_OK;
}

/* ---- youths ---- */

bool
ds_report_wants(const struct ds_report *report, const struct ds_case *youth)
{
	return (report->school == 0 || report->school == youth->school) &&
	    (report->municipality == 0 ||
	    report->municipality == youth->municipality);
}

bool
ds_report_open(const struct ds_report *report, const struct ds_case *youth)
{
	return !ds_day_known(youth->closed_on) ||
	    youth->closed_on.number > report->day.number;
}

/* ---- rows out of the store ---- */

static dossier_status
read_rows(char **rows, size_t *count, struct ds_report *report,
    const struct ds_report_source *source, dossier_error *err)
{
	size_t capacity = 0;
	struct ds_stmt *stmt;
	char *grown;
	bool row;

	DS_TRY(ds_sql(&stmt, report->session->store, source->sql, err));
	if (source->binds & DS_BIND_DAY)
		ds_bind_day(stmt, ":day", report->session->today);
	if (source->binds & DS_BIND_SINCE)
		ds_bind_day(stmt, ":since", report->since);
	for (;;) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return report->failed ? ds_no_memory(err) :
			    DOSSIER_OK;
		grown = ds_grow(*rows, *count, &capacity, source->size);
		if (grown == NULL) {
			ds_stmt_reset(stmt);
			return ds_no_memory(err);
		}
		*rows = grown;
		memset(grown + *count * source->size, 0, source->size);
		source->take(grown + *count * source->size, report, stmt);
		++*count;
	}
}

dossier_status
ds_report_read(void *out, size_t *count, struct ds_report *report,
    const struct ds_report_source *source, dossier_error *err)
{
	dossier_status status;
	char *rows = NULL;
	void *kept;

	*count = 0;
	status = read_rows(&rows, count, report, source, err);
	kept = ds_arena_alloc(&report->arena, *count * source->size + 1);
	if (status == DOSSIER_OK && kept == NULL)
		status = ds_no_memory(err);
	if (status == DOSSIER_OK && *count > 0)
		memcpy(kept, rows, *count * source->size);
	ds_free(rows);
	*(void **)out = kept;
	return status;
}

/* ---- one report ---- */

static dossier_status
find_filter(int64_t *out, struct ds_report *report, const char *text,
    const char *kind, const char *other, dossier_error *err)
{
	struct ds_row row;

	if (text == NULL)
		return DOSSIER_OK;
	DS_TRY(ds_party_find(&row, &report->arena, report->session, text,
	    err));
	*out = row.id;
	if (strcmp(ds_row_text(&row, DS_F_PARTY_KIND), kind) != 0)
		return ds_fail(err, DOSSIER_INVALID, other, text);
	return DOSSIER_OK;
}

static dossier_status
check(const struct ds_report *report, dossier_error *err)
{
	if (report->options->within < 0)
		return ds_fail(err, DOSSIER_USAGE, N_("The number of days "
		    "ahead is 0 or more."));
	if (!report->options->mine || report->session->actor != 0)
		return DOSSIER_OK;
	ds_advise(err, N_("Say who you are: --as \"NAME\", where NAME is a "
	    "contact in the store."));
	return ds_fail(err, DOSSIER_USAGE, N_("It is not known who is "
	    "working, so it is not known what is yours."));
}

static dossier_status
prepare(struct ds_report *report, dossier_error *err)
{
	const char *why;

	DS_TRY(check(report, err));
	DS_TRY(find_filter(&report->school, report, report->options->school,
	    "school", N_("%s is not a school."), err));
	DS_TRY(find_filter(&report->municipality, report,
	    report->options->municipality, "gemeente",
	    N_("%s is not a municipality."), err));
	DS_TRY(ds_session_library(&report->library, report->session, err));
	DS_TRY(ds_library_pack(&report->home, report->library, NULL,
	    report->day, &why, err));
	DS_TRY(ds_session_view(&report->view, report->session,
	    &report->arena, 0, DS_FOR_WORK, err));
	return ds_report_read(&report->parties, &report->party_count, report,
	    &party_source, err);
}

/* Under the title: the day and what it is narrowed to. */
static void
note(struct ds_report *report)
{
	const struct ds_report_party *school, *municipality;
	char day[DS_DAY_TEXT];

	school = ds_report_party(report, report->school);
	municipality = ds_report_party(report, report->municipality);
	ds_document_note(report->doc, ds_arena_printf(&report->arena,
	    "%s%s%s%s%s", ds_day_text(report->day,
	    report->language, day), school == NULL ? "" : ", ",
	    school == NULL ? "" : school->label,
	    municipality == NULL ? "" : ", ",
	    municipality == NULL ? "" : municipality->label));
}

/* A role may not see everybody; that some are left out is said. */
static void
put_unseen(struct ds_report *report)
{
	if (report->unseen > 0)
		ds_paragraph(report->doc, ds_tr(report->language, N_("Left "
		    "out, because your role does not see them: %zu.")),
		    report->unseen);
}

/* "school=02QZ00 mine", or "all": what the list was narrowed to. */
static dossier_status
look(struct ds_report *report, dossier_error *err)
{
	const char *asked = ds_arena_printf(&report->arena, "%s%s%s%s%s",
	    report->school == 0 ? "" : " school=",
	    report->school == 0 ? "" :
	    ds_report_party(report, report->school)->code,
	    report->municipality == 0 ? "" : " municipality=",
	    report->municipality == 0 ? "" :
	    ds_report_party(report, report->municipality)->code,
	    report->options->mine ? " mine" : "");

	if (asked == NULL)
		return ds_no_memory(err);
	return ds_look_write(&report->look, report->session,
	    asked[0] == '\0' ? "all" : asked + 1, err);
}

static dossier_status
run(struct ds_report *report, size_t which, dossier_error *err)
{
	DS_TRY(prepare(report, err));
	DS_TRY(ds_session_document(&report->doc, report->session,
	    reports[which].title, err));
	note(report);
	DS_TRY(reports[which].run(report, err));
	put_unseen(report);
	DS_TRY(ds_document_check(report->doc, err));
	if (report->failed)
		return ds_no_memory(err);
	/* A count names people only where it tells a difference. */
	return reports[which].of_people || report->options->against != NULL ?
	    look(report, err) : DOSSIER_OK;
}

static dossier_status
unknown(const char *name, dossier_error *err)
{
	ds_advise(err, N_("The reports are: %s."),
	    "caseload, due, contacts, norms, call, schemes, grounds, "
	    "labour, domains, intake, count");
	return ds_fail(err, DOSSIER_USAGE, N_("There is no report %s."),
	    name);
}

dossier_status
dossier_report(dossier_document **out, dossier_session *session,
    const dossier_report_options *options, dossier_error *err)
{
	struct ds_report report = {
		.session = session, .options = options,
		.language = session->language, .look = DS_LOOK_INIT,
		.day = options->on == NULL ? session->today : *options->on,
		.since = ds_school_year_start(session->today)
	};
	dossier_status status;
	size_t i;

	for (i = 0; i < REPORT_COUNT; i++)
		if (strcmp(reports[i].name, options->name) == 0)
			break;
	if (i == REPORT_COUNT)
		return unknown(options->name, err);
	status = ds_snapshot_begin(session->store, err);
	if (status == DOSSIER_OK)
		status = run(&report, i, err);
	ds_snapshot_end(session->store);
	ds_trio_free(&report.people);
	ds_look_free(&report.look);
	ds_arena_free(&report.arena);
	if (status == DOSSIER_OK)
		*out = report.doc;
	else
		dossier_document_free(report.doc);
	return status;
}
