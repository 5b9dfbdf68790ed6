/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Memory runs out at every allocation of a morning's work: open, intake of
 * five rows, a report, a dossier on the screen. Each time the work ends with
 * "no memory" or is done, the store is as before or as it should become, and
 * nothing leaks (the sanitizers look on). The second test does the same to
 * SQLite's own allocations, of which it takes a sample.
 */
#include "flows/office.h"

#include <sqlite3.h>

#include "base/file.h"
#include "base/ident.h"

#define LIST "Stamnummer;BSN;Roepnaam;Achternaam;BRIN;Mentor;Gemeente\n" \
	"1;111222333;Zoë;Berg;02QZ00;Mia Smit;0505\n" \
	"2;;Jan;Wit;02QZ00;;0505\n2;;Jan;Wit;02QZ00;;0505\n" \
	"3;x;Fout;Rij;02QZ00;;\n4;;Bo;Bos;03AB00;Mia Smit;\n"

/* ---- SQLite's memory, from which one allocation may be taken ---- */

static sqlite3_mem_methods plain;
static long taken, fail_at;

static bool
refuse(void)
{
	taken++;
	return fail_at != 0 && taken == fail_at;
}

static void *
take(int size)
{
	return refuse() ? NULL : plain.xMalloc(size);
}

static void *
resize(void *memory, int size)
{
	return refuse() ? NULL : plain.xRealloc(memory, size);
}

static void
watch_sqlite(void)
{
	sqlite3_mem_methods watched;

	assert_int_equal(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &plain),
	    SQLITE_OK);
	watched = plain;
	watched.xMalloc = take;
	watched.xRealloc = resize;
	assert_int_equal(sqlite3_config(SQLITE_CONFIG_MALLOC, &watched),
	    SQLITE_OK);
}

/* ---- the work ---- */

struct work {
	struct office office;
	char *fresh;			/* the store before */
	size_t size;
	char ref[DOSSIER_REF_SIZE];
	int64_t youths, steps;		/* after an undisturbed morning */
};

static void
lay_out(struct work *work)
{
	FILE *file = fopen(work->office.path, "w");
	char path[100];

	assert_non_null(file);
	assert_int_equal(fwrite(work->fresh, 1, work->size, file),
	    work->size);
	fclose(file);
	snprintf(path, sizeof path, "%s.refused.csv", work->office.file);
	unlink(path);
}

static dossier_status
take_in(struct work *work, dossier_session *session, dossier_error *err)
{
	const dossier_intake_options options = { .as_of = DOSSIER_NO_DAY };
	const char *files[] = { work->office.file };
	dossier_document *doc = NULL;
	dossier_status status;

	status = dossier_intake(&doc, session, files, 1, &options, err);
	if (status == DOSSIER_OK)
		dossier_document_free(doc);
	return status;
}

static dossier_status
look(struct work *work, dossier_session *session, dossier_error *err)
{
	const dossier_report_options report = { .name = "caseload" };
	dossier_show_options show = { .recipient = NULL };
	dossier_document *doc = NULL;
	dossier_status status;

	status = dossier_report(&doc, session, &report, err);
	if (status != DOSSIER_OK)
		return status;
	dossier_document_free(doc);
	doc = NULL;
	show.on = ds_day_of(2026, 1, 12);
	status = dossier_show(&doc, session, work->ref, &show, err);
	if (status == DOSSIER_OK)
		dossier_document_free(doc);
	return status;
}

/* The whole of it; *taken_in tells how far it came. */
static dossier_status
morning(struct work *work, bool *taken_in, dossier_error *err)
{
	dossier_session_options options = office_options(&work->office);
	dossier_session *session = NULL;
	dossier_status status;

	*taken_in = false;
	ds_error_reset(err);
	status = dossier_session_open(&session, &options, err);
	if (status == DOSSIER_OK)
		status = take_in(work, session, err);
	*taken_in = status == DOSSIER_OK;
	if (status == DOSSIER_OK)
		status = look(work, session, err);
	dossier_session_close(session);
	return status;
}

/* ---- what came of it ---- */

static void
assert_store(struct work *work, bool taken_in, long n)
{
	int64_t youths, steps;

	office_open(&work->office, "2026-01-12");
	youths = office_int(&work->office, "SELECT count(*) FROM youth");
	steps = office_int(&work->office, "SELECT count(*) FROM txn");
	if (youths != (taken_in ? work->youths : 0))
		fail_msg("allocation %ld: %lld youths", n,
		    (long long)youths);
	if (!taken_in && steps != 1)
		fail_msg("allocation %ld: %lld steps", n, (long long)steps);
	if (office_files(&work->office, ".dossier-") != 0)
		fail_msg("allocation %ld: a file is left behind", n);
	if (n % 16 == 0)
		office_sound(&work->office);
	dossier_session_close(work->office.session);
	work->office.session = NULL;
}

static void
assert_status(dossier_status status, const dossier_error *err, long n)
{
	if (status != DOSSIER_OK && status != DOSSIER_NO_MEMORY)
		fail_msg("allocation %ld: %s: %s", n,
		    dossier_status_name(status), err->message);
	assert_int_equal(err->status, status);
}

static void
begin(struct work *work)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_buf bytes = DS_BUF_INIT;
	struct ds_stmt *stmt;
	bool taken_in, row;

	memset(work, 0, sizeof *work);
	office_start(&work->office);
	dossier_session_close(work->office.session);
	work->office.session = NULL;
	office_write(work->office.file, LIST);
	region_ok(ds_file_read(&bytes, work->office.path, 1 << 24, &err),
	    &err);
	work->fresh = bytes.data;
	work->size = bytes.size;
	ds_ref_make(work->ref, 1, 0);
	assert_int_equal(morning(work, &taken_in, &err), DOSSIER_NOT_FOUND);
	assert_true(taken_in);
	office_open(&work->office, "2026-01-12");
	region_ok(ds_stmt_new(&stmt, work->office.session->store,
	    "SELECT ref FROM youth WHERE id = 1", &err), &err);
	region_ok(ds_step(&row, stmt, &err), &err);
	snprintf(work->ref, sizeof work->ref, "%s", ds_col_text(stmt, 0));
	ds_stmt_free(stmt);
	work->youths = office_int(&work->office,
	    "SELECT count(*) FROM youth");
	assert_int_equal(work->youths, 3);
	dossier_session_close(work->office.session);
	work->office.session = NULL;
}

static void
finish(struct work *work)
{
	ds_free(work->fresh);
	office_end(&work->office);
}

static void
test_every_allocation(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_status status;
	struct work work;
	bool taken_in, failed = true;
	long n, told = 0;

	begin(&work);
	for (n = 1; failed; n++) {
		lay_out(&work);
		ds_mem_fail_at((unsigned long)n);
		status = morning(&work, &taken_in, &err);
		failed = ds_mem_failed() != 0;
		ds_mem_fail_at(0);
		assert_status(status, &err, n);
		told += status == DOSSIER_NO_MEMORY;
		assert_store(&work, taken_in, n);
	}
	print_message("%ld allocations, %ld told as no memory\n", n - 2,
	    told);
	assert_true(told > 100 || told == n - 2);
	finish(&work);
}

static void
test_sqlite(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	long total, n, told = 0, tried = 0, step;
	dossier_status status;
	struct work work;
	bool taken_in;

	begin(&work);
	lay_out(&work);
	taken = 0;
	region_ok(morning(&work, &taken_in, &err), &err);
	total = taken;
	step = total / 250 + 1;
	for (n = 1; n <= total; n += step, tried++) {
		lay_out(&work);
		taken = 0;
		fail_at = n;
		status = morning(&work, &taken_in, &err);
		fail_at = 0;
		assert_status(status, &err, n);
		told += status == DOSSIER_NO_MEMORY;
		assert_store(&work, taken_in, n);
	}
	print_message("%ld of %ld allocations of SQLite, %ld told\n", tried,
	    total, told);
	assert_true(told > 0);
	finish(&work);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_allocation),
		cmocka_unit_test(test_sqlite),
	};

	watch_sqlite();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
