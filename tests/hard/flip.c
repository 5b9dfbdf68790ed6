/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * 500 single bits are flipped, anywhere in the file. Each is found by
 * verify, or it is harmless: every value of every table is what it was, and
 * the store can be worked on.
 */
#include "flows/office.h"

#include <sqlite3.h>

#include "base/file.h"

#define FLIPS 500
#define ROWS 800
#define HEAD "Stamnummer;BSN;Roepnaam;Achternaam;BRIN;Mentor;Gemeente\n"

static uint64_t state = 20260112;

static uint64_t
any(uint64_t n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state % n;
}

/* ---- a store with some history ---- */

static void
fill(struct office *office)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_buf list = DS_BUF_INIT;
	dossier_document *doc;
	int i;

	ds_buf_puts(&list, HEAD);
	for (i = 1; i <= ROWS; i++)
		ds_buf_printf(&list, "%d;;Jan %d;Wit;02QZ00;Mia Smit;0505\n",
		    i, i);
	office_take(office, list.data, "800 0 0 0");
	ds_buf_free(&list);
	office_open(office, "2026-02-01");
	office_take(office, HEAD "1;111222333;Bo;Bos;02QZ00;Ria Bos;0344\n"
	    "9000;;Cor;Cornelissen;03AB00;;\n", "1 1 0 0");
	office_take(office, HEAD "9001;;Dirk;Dirksen;03AB00;;\n", "1 0 0 0");
	region_ok(dossier_intake_undo(&doc, office->session,
	    office_int(office, "SELECT max(id) FROM txn"), &err), &err);
	dossier_document_free(doc);
	dossier_session_close(office->session);
	office->session = NULL;
}

/* ---- every value, as one digest ---- */

static bool
add_rows(struct ds_digest *digest, sqlite3 *db, const char *text)
{
	sqlite3_stmt *stmt;
	int i, type, code;

	if (sqlite3_prepare_v2(db, text, -1, &stmt, NULL) != SQLITE_OK)
		return false;
	while ((code = sqlite3_step(stmt)) == SQLITE_ROW)
		for (i = 0; i < sqlite3_column_count(stmt); i++) {
			type = sqlite3_column_type(stmt, i);
			ds_digest_add(digest, &type, sizeof type);
			type = sqlite3_column_bytes(stmt, i);
			ds_digest_add(digest, &type, sizeof type);
			ds_digest_add(digest, sqlite3_column_blob(stmt, i),
			    (size_t)sqlite3_column_bytes(stmt, i));
		}
	sqlite3_finalize(stmt);
	return code == SQLITE_DONE;
}

/* False when something of it cannot be read. */
static bool
all_values(unsigned char out[DS_DIGEST_SIZE], const char *path)
{
	struct ds_digest *digest = ds_digest_new();
	char text[100];
	sqlite3 *db;
	bool read;
	int kind;

	assert_non_null(digest);
	ds_digest_start(digest);
	read = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) ==
	    SQLITE_OK;
	read = read && add_rows(digest, db, "PRAGMA application_id") &&
	    add_rows(digest, db, "PRAGMA user_version") &&
	    add_rows(digest, db, "SELECT type, name, tbl_name, sql FROM "
	    "sqlite_schema ORDER BY name") &&
	    add_rows(digest, db, "SELECT * FROM txn ORDER BY id") &&
	    add_rows(digest, db, "SELECT * FROM event ORDER BY id");
	for (kind = 1; kind < DS_KIND_END && read; kind++) {
		snprintf(text, sizeof text, "SELECT * FROM \"%s\" ORDER BY id",
		    ds_record((enum ds_kind)kind)->table);
		read = add_rows(digest, db, text);
	}
	sqlite3_close(db);
	ds_digest_finish(digest, out);
	ds_digest_free(digest);
	return read;
}

/* ---- what becomes of one flip ---- */

static void
lay_out(const struct office *office, const struct ds_buf *bytes)
{
	FILE *file = fopen(office->path, "w");
	char journal[80];

	assert_non_null(file);
	assert_int_equal(fwrite(bytes->data, 1, bytes->size, file),
	    bytes->size);
	assert_int_equal(fclose(file), 0);
	snprintf(journal, sizeof journal, "%s-journal", office->path);
	unlink(journal);
}

static bool
found(struct office *office)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_session_options options = office_options(office);
	dossier_session *session = NULL;
	dossier_document *doc = NULL;
	dossier_status status;

	options.write = false;
	status = dossier_session_open(&session, &options, &err);
	if (status == DOSSIER_OK)
		status = dossier_verify(&doc, session, &err);
	dossier_document_free(doc);
	dossier_session_close(session);
	return status != DOSSIER_OK;
}

/*
 * Harmless is only what does not stand in the way of work either. Asked of
 * every flip in the file's header, and of some of the others.
 */
static bool
can_work(struct office *office, size_t at, long n)
{
	if (at >= 100 && n % 10 != 0)
		return true;
	office_open(office, "2026-02-02");
	office_take(office, HEAD "9002;;Eva;Evers;02QZ00;;\n", "1 0 0 0");
	dossier_session_close(office->session);
	office->session = NULL;
	return !found(office);
}

static void
test_bits(void **unused)
{
	unsigned char wanted[DS_DIGEST_SIZE], is[DS_DIGEST_SIZE];
	long n, seen = 0, harmless = 0, missed = 0;
	struct ds_buf bytes = DS_BUF_INIT;
	struct office office;
	size_t at;
	int bit;

	office_start(&office);
	fill(&office);
	assert_false(found(&office));
	assert_true(all_values(wanted, office.path));
	assert_int_equal(ds_file_read(&bytes, office.path, 1 << 26, NULL),
	    DOSSIER_OK);
	for (n = 0; n < FLIPS; n++) {
		at = any(bytes.size);
		bit = (int)any(8);
		bytes.data[at] ^= (char)(1 << bit);
		lay_out(&office, &bytes);
		if (found(&office)) {
			seen++;
		} else if (all_values(is, office.path) &&
		    memcmp(is, wanted, sizeof is) == 0 && can_work(&office, at,
		    n)) {
			harmless++;
		} else {
			missed++;
			print_error("missed: byte %zu, bit %d\n", at, bit);
		}
		bytes.data[at] ^= (char)(1 << bit);
	}
	print_message("%d flips in %zu bytes: %ld found, %ld harmless, "
	    "%ld missed\n", FLIPS, bytes.size, seen, harmless, missed);
	assert_int_equal(missed, 0);
	ds_buf_free(&bytes);
	office_end(&office);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
