/* SPDX-License-Identifier: EUPL-1.2 */
/* One file, one transaction: plan, compare, take row by row, commit. */
#include "flows/intake.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "flows/fit.h"
#include "flows/whole.h"

#define PROGRESS_EVERY 4096

/* Loaded in bulk when a store is new; their indexes are built at the end. */
static const char *const bulk_tables[] = { "youth", "identifier",
	"enrolment", "residence", "lead", NULL };

/* ---- the rows ---- */

/* Rows that stand twice: true when this one has been dealt with. */
static dossier_status
settle_twice(bool *settled, struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	const struct ds_twice *twice = ds_intake_twice(in, line->number);
	const char *reason;

	*settled = twice != NULL;
	if (twice == NULL)
		return DOSSIER_OK;
	if (twice->same)
		return ds_intake_note(in, err, ds_tr(in->session->language,
		    N_("Row %ld is the same as row %ld and was left out.")),
		    twice->row, twice->other);
	reason = ds_arena_printf(&in->arena, ds_tr(in->session->language,
	    twice->column == in->at[AT_NAME] ?
	    N_("the same name and start stand in row %ld with other "
	    "contents") :
	    N_("the same number stands in row %ld with other contents")),
	    twice->other);
	return reason == NULL ? ds_no_memory(err) :
	    ds_intake_refuse(in, line, twice->column, reason, NULL, err);
}

static dossier_status
refuse_raw(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	size_t field = line->raw->fault_field;
	int target = field < in->plan.count ? in->plan.target[field] : -1;

	return ds_intake_refuse(in, line, target, line->raw->fault, NULL,
	    err);
}

static dossier_status
take_values(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	DS_TRY(ds_line_parse(in, line, err));
	DS_TRY(ds_line_look_up(in, line, err));
	DS_TRY(ds_intake_identify(in, line, err));
	if (line->refused)
		return ds_intake_met(in, line, err);
	if (in->plan.sheet->is_case)
		return ds_intake_record(in, line, err);
	DS_TRY(ds_line_bring(in, line, err));
	return strcmp(in->plan.sheet->name, "youth") == 0 ?
	    ds_intake_youth(in, line, err) : ds_intake_other(in, line, err);
}

static dossier_status
take_row(struct ds_intake *in, const struct ds_csv_row *raw,
    dossier_error *err)
{
	struct ds_line line;
	bool settled = false;

	ds_arena_reset(&in->row_arena);
	ds_line_start(&line, &in->plan, raw);
	if (raw->fault != NULL)
		DS_TRY(refuse_raw(in, &line, err));
	else
		DS_TRY(settle_twice(&settled, in, &line, err));
	if (!line.refused && !settled)
		DS_TRY(take_values(in, &line, err));
	in->count[line.result]++;
	return line.refused ? ds_intake_put_refused(in, &line, err) :
	    DOSSIER_OK;
}

static dossier_status
take_rows(struct ds_intake *in, dossier_error *err)
{
	dossier_session *session = in->session;
	const struct ds_csv_row *raw;
	uint64_t done, total;
	long count;

	for (count = 1;; count++) {
		DS_TRY(ds_csv_next(&raw, in->csv, err));
		if (raw == NULL)
			return DOSSIER_OK;
		DS_TRY(take_row(in, raw, err));
		if (count % PROGRESS_EVERY != 0)
			continue;
		if (session->stop != NULL && *session->stop != 0)
			return ds_fail(err, DOSSIER_INTERRUPTED,
			    N_("Stopped; nothing was changed."));
		ds_csv_progress(in->csv, &done, &total);
		if (session->progress != NULL)
			session->progress(done, total, session->payload);
	}
}

/* ---- the file ---- */

/* Who may not edit may say that a contact took place, no more. */
static dossier_status
may_take(struct ds_intake *in, dossier_error *err)
{
	enum ds_kind kind = in->plan.sheet->records[0];
	const char *act = NULL;
	struct ds_row empty;

	if (kind == DS_MOMENT)
		return DOSSIER_OK;
	ds_row_start(&empty, kind);
	if (kind != 0)
		act = ds_fit_act(&empty);
	return ds_session_may(in->session, act != NULL ? act : "edit", err);
}

/* For what these data are kept and by which law: the home pack says it. */
static dossier_status
find_reason(struct ds_intake *in, dossier_error *err)
{
	enum ds_kind kind = in->plan.sheet->records[0];
	enum ds_section section = kind == 0 ? DS_SECTION_NONE :
	    ds_record(kind)->section;
	const struct ds_pack *pack;
	struct ds_library *library;
	const char *why;

	if (section == DS_SECTION_NONE || section == DS_SECTION_COMMON)
		return DOSSIER_OK;
	DS_TRY(ds_session_library(&library, in->session, err));
	DS_TRY(ds_library_pack(&pack, library, NULL, in->options->as_of, &why,
	    err));
	in->why = ds_pack_reason(pack, ds_section_slug(section));
	return DOSSIER_OK;
}

/* A pupil list into a store without pupils is a bulk load. */
static dossier_status
begin(struct ds_intake *in, dossier_error *err)
{
	dossier_session *session = in->session;
	int64_t last;

	DS_TRY(may_take(in, err));
	DS_TRY(find_reason(in, err));
	DS_TRY(ds_session_begin(session, in->path, NULL, err));
	in->batch = ds_tx_id(session->store);
	if (strcmp(in->plan.sheet->name, "youth") != 0)
		return DOSSIER_OK;
	DS_TRY(ds_sql_int(&last, session->store, DS_SQL_YOUTH_LAST, err));
	in->bulk = last == 0;
	if (!in->bulk)
		return DOSSIER_OK;
	ds_references_check(session->store, false);
	return ds_bulk_begin(session->store, bulk_tables, err);
}

static dossier_status
keep_result(struct ds_intake *in, dossier_error *err)
{
	char text[128];

	snprintf(text, sizeof text, "new %lld, changed %lld, same %lld, "
	    "refused %lld", (long long)in->count[DS_ROW_NEW],
	    (long long)in->count[DS_ROW_CHANGED],
	    (long long)in->count[DS_ROW_SAME],
	    (long long)in->count[DS_ROW_REFUSED]);
	return ds_tx_result(in->session->store, text, err);
}

static dossier_status
take_file(struct ds_intake *in, dossier_error *err)
{
	bool list = false;

	if (in->options->map != NULL)
		DS_TRY(ds_intake_keep_map(in, err));
	DS_TRY(ds_intake_note_ignored(in, err));
	DS_TRY(ds_intake_find_twice(in, err));
	DS_TRY(take_rows(in, err));
	DS_TRY(ds_intake_note_stubs(in, err));
	if (in->bulk)
		DS_TRY(ds_bulk_end(in->session->store, err));
	else
		list = strcmp(in->plan.sheet->name, "youth") == 0 &&
		    !in->replaces_itself;
	if (list)
		DS_TRY(ds_intake_missing(in, err));
	return keep_result(in, err);
}

/*
 * The refused rows are safe before the store says done. A refused file that
 * is fed again still holds all its rows until the store has taken them, so
 * there the order is the other way round.
 */
static dossier_status
finish(struct ds_intake *in, dossier_error *err)
{
	struct ds_store *store = in->session->store;

	if (in->options->dry_run) {
		ds_tx_rollback(store);
		return DOSSIER_OK;
	}
	if (in->replaces_itself) {
		DS_TRY(ds_tx_commit(store, err));
		return ds_intake_keep_refused(in, err);
	}
	DS_TRY(ds_intake_keep_refused(in, err));
	return ds_tx_commit(store, err);
}

static dossier_status
run(struct ds_intake *in, dossier_error *err)
{
	dossier_status status;

	DS_TRY(ds_csv_open(&in->csv, in->path, err));
	in->encoding = ds_csv_encoding(in->csv);
	in->separator = ds_csv_separator(in->csv);
	DS_TRY(ds_intake_plan(in, err));
	status = begin(in, err);
	if (status == DOSSIER_OK)
		status = take_file(in, err);
	if (status == DOSSIER_OK)
		status = finish(in, err);
	ds_tx_rollback(in->session->store);
	ds_references_check(in->session->store, true);
	return status;
}

static void
clean(struct ds_intake *in)
{
	ds_csv_close(in->csv);
	ds_outfile_abandon(in->refused_file);
	ds_buf_free(&in->refused_text);
	ds_buf_free(&in->map_text);
	ds_buf_free(&in->key);
	ds_buf_free(&in->stubs[0]);
	ds_buf_free(&in->stubs[1]);
	ds_map_free(&in->parties);
	ds_map_free(&in->unknown);
	ds_map_free(&in->called);
	ds_names_free(&in->names);
	ds_map_free(&in->people);
	ds_map_free(&in->schools);
	ds_free(in->twice);
	ds_free(in->seen);
	ds_arena_free(&in->row_arena);
	ds_arena_free(&in->arena);
}

static bool
is_refused_file(const char *path)
{
	static const char end[] = ".refused.csv";
	size_t size = strlen(path);

	return size >= sizeof end - 1 &&
	    strcmp(path + size - (sizeof end - 1), end) == 0;
}

static dossier_status
take_one(dossier_document *doc, dossier_session *session, const char *path,
    const dossier_intake_options *options, dossier_error *err)
{
	struct ds_intake in;
	dossier_status status;

	if (ds_whole_is_file(path, options->kind))
		return ds_whole_intake(doc, session, path, options, err);
	memset(&in, 0, sizeof in);
	in.session = session;
	in.options = options;
	in.path = path;
	in.replaces_itself = is_refused_file(path);
	in.refused_text = in.map_text = in.key = (struct ds_buf)DS_BUF_INIT;
	in.stubs[0] = in.stubs[1] = (struct ds_buf)DS_BUF_INIT;
	status = run(&in, err);
	if (status == DOSSIER_OK)
		status = ds_intake_tell(doc, &in, err);
	clean(&in);
	return status;
}

/* Asked of all files before the first is taken. */
static dossier_status
can_be_read(const char *path, const char *kind, dossier_error *err)
{
	struct ds_csv *csv;

	if (ds_whole_is_file(path, kind))
		return DOSSIER_OK;
	DS_TRY(ds_csv_open(&csv, path, err));
	ds_csv_close(csv);
	return DOSSIER_OK;
}

dossier_status
dossier_intake(dossier_document **out, dossier_session *session,
    const char *const *files, size_t count,
    const dossier_intake_options *options, dossier_error *err)
{
	dossier_intake_options filled = *options;
	dossier_document *doc;
	dossier_status status = DOSSIER_OK;
	size_t i;

	if (session->sample && !options->into_sample) {
		ds_advise(err, N_("Make a store of your own with: dossier "
		    "init --db FILE. To try a file out here all the same: "
		    "--into-sample"));
		return ds_fail(err, DOSSIER_FORBIDDEN, N_("This store is a "
		    "fictional sample; real people do not belong in it."));
	}
	if (!ds_day_known(filled.as_of))
		filled.as_of = session->today;
	if (ds_age(session->today, filled.as_of) >= 1)
		return ds_fail(err, DOSSIER_USAGE, N_("The day after --as-of "
		    "lies a year or more ahead."));
	for (i = 0; i < count; i++)
		DS_TRY(can_be_read(files[i], options->kind, err));
	DS_TRY(ds_session_document(&doc, session, N_("Intake"), err));
	for (i = 0; i < count && status == DOSSIER_OK; i++)
		status = take_one(doc, session, files[i], &filled, err);
	/* What was taken before a fault is taken; it and faults are told. */
	if (status == DOSSIER_OK || i > 1 || (doc->data->first != NULL &&
	    (status == DOSSIER_INVALID || status == DOSSIER_CONFLICT)))
		*out = doc;
	else
		dossier_document_free(doc);
	return status;
}
