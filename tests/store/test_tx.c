/* SPDX-License-Identifier: EUPL-1.2 */
/* Transactions and the chain that they write. */
#include "store/scratch.h"

#include <sys/wait.h>

static void
add_setting(struct scratch *scratch, const char *key, const char *value)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row row;

	ds_row_start(&row, DS_SETTING);
	ds_row_set_text(&row, DS_F_SETTING_KEY, key);
	ds_row_set_text(&row, DS_F_SETTING_VALUE, value);
	scratch_ok(ds_book_add(scratch->book, &row, &err), &err);
}

/* More than a run of events, so that some are written early. */
static void
add_settings(struct scratch *scratch, int count)
{
	char key[16];
	int i;

	for (i = 0; i < count; i++) {
		snprintf(key, sizeof key, "key %d", i);
		add_setting(scratch, key, "value");
	}
}

static void
test_chain_over_several_steps(void **state)
{
	struct scratch_report report;
	struct scratch scratch;
	int i;

	scratch_start(&scratch);
	assert_true(scratch_sound(&scratch, &report));
	for (i = 1; i <= 5; i++) {
		scratch_begin(&scratch);
		assert_int_equal(ds_tx_id(scratch.store), i);
		if (i == 2)
			add_settings(&scratch, 40);
		scratch_commit(&scratch);
		assert_int_equal(ds_tx_id(scratch.store), 0);
		assert_true(scratch_sound(&scratch, &report));
	}
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM event"),
	    40);
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM event "
	    "WHERE txn <> 2 OR op <> 1 OR length(salt) <> 16 OR "
	    "length(digest) <> 32"), 0);
	assert_int_equal(scratch_int(&scratch,
	    "SELECT count(DISTINCT salt) FROM event"), 40);
	scratch_reopen(&scratch);
	assert_true(scratch_sound(&scratch, &report));
	scratch_end(&scratch);
}

/* head(n) = SHA-256(head(n-1) | events | txn row): known from the outside. */
static void
test_head_of_an_empty_step(void **state)
{
	static const char row[] = "1\x1f" "2026-01-01T12:00:00Z\x1f"
	    "2026-01-01\x1f" "1\x1f" "Els Bakker\x1f" "\x1e\x1f" "els@test\x1f"
	    "test\x1f" "\x1e\x1f" "\x1e\x1f" "\x1e\x1f" "done\x1f";
	char bytes[DS_DIGEST_SIZE + sizeof row - 1] = "";
	unsigned char head[DS_DIGEST_SIZE];
	char hex[2 * DS_DIGEST_SIZE + 1];
	struct scratch scratch;

	scratch_start(&scratch);
	scratch_begin(&scratch);
	scratch_commit(&scratch);
	memcpy(bytes + DS_DIGEST_SIZE, row, sizeof row - 1);
	ds_digest_of(head, bytes, sizeof bytes);
	assert_string_equal(scratch_text(&scratch,
	    "SELECT lower(hex(head)) FROM txn"),
	    ds_hex(hex, head, sizeof head));
	scratch_end(&scratch);
}

static void
test_what_a_step_keeps(void **state)
{
	struct ds_tx_meta meta = scratch_meta();
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct scratch scratch;

	scratch_start(&scratch);
	scratch_begin(&scratch);
	scratch_commit(&scratch);
	meta.actor = 0;
	meta.name = NULL;
	meta.role = "jobcoach@0344";
	meta.object = "leerlingen.csv";
	meta.reason = "omdat";
	meta.undoes = 1;
	scratch_ok(ds_tx_begin(scratch.store, &meta, &err), &err);
	scratch_ok(ds_tx_result(scratch.store, "first", &err), &err);
	scratch_ok(ds_tx_result(scratch.store, "new 3", &err), &err);
	scratch_commit(&scratch);
	assert_string_equal(scratch_text(&scratch, "SELECT result FROM txn "
	    "WHERE id = 1"), "done");
	assert_string_equal(scratch_text(&scratch, "SELECT result || role || "
	    "object || reason || undoes || day FROM txn WHERE id = 2 AND "
	    "actor IS NULL AND name IS NULL"),
	    "new 3jobcoach@0344leerlingen.csvomdat12026-01-01");
	scratch_end(&scratch);
}

static void
test_rollback_leaves_nothing(void **state)
{
	struct scratch_report report;
	struct scratch scratch;

	scratch_start(&scratch);
	scratch_begin(&scratch);
	add_settings(&scratch, 3);
	scratch_commit(&scratch);
	scratch_begin(&scratch);
	add_settings(&scratch, 0);
	add_setting(&scratch, "lost", "1");
	ds_tx_result(scratch.store, "lost", NULL);
	ds_tx_rollback(scratch.store);
	assert_int_equal(ds_tx_id(scratch.store), 0);
	ds_tx_rollback(scratch.store);
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM txn"),
	    1);
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM "
	    "setting"), 3);
	/* What waited to be written is not written by the next. */
	scratch_begin(&scratch);
	add_setting(&scratch, "kept", "1");
	scratch_commit(&scratch);
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM event"),
	    4);
	assert_string_equal(scratch_text(&scratch, "SELECT result FROM txn "
	    "WHERE id = 2"), "done");
	assert_true(scratch_sound(&scratch, &report));
	scratch_end(&scratch);
}

static void
test_closing_rolls_back(void **state)
{
	struct scratch_report report;
	struct scratch scratch;

	scratch_start(&scratch);
	scratch_begin(&scratch);
	add_settings(&scratch, 30);
	ds_tx_result(scratch.store, "lost", NULL);
	scratch_reopen(&scratch);
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM event"),
	    0);
	assert_true(scratch_sound(&scratch, &report));
	scratch_end(&scratch);
}

/* SQLite rolls back by itself there: ours must follow, and go on well. */
static void
test_full_store(void **state)
{
	const struct ds_tx_meta meta = scratch_meta();
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct scratch_report report;
	dossier_status status;
	struct scratch scratch;
	struct ds_row row;
	char key[16];
	int i;

	scratch_start(&scratch);
	scratch_begin(&scratch);
	add_settings(&scratch, 3);
	scratch_commit(&scratch);
	scratch_int(&scratch, "PRAGMA max_page_count = 100");
	status = ds_tx_begin(scratch.store, &meta, &err);
	for (i = 0; status == DOSSIER_OK && i < 5000; i++) {
		snprintf(key, sizeof key, "more %d", i);
		ds_row_start(&row, DS_SETTING);
		ds_row_set_text(&row, DS_F_SETTING_KEY, key);
		ds_row_set_text(&row, DS_F_SETTING_VALUE, "a value that "
		    "takes some room in the file");
		status = ds_book_add(scratch.book, &row, &err);
	}
	assert_int_equal(status, DOSSIER_FULL);
	assert_non_null(strstr(err.message, "disk is full"));
	ds_tx_rollback(scratch.store);
	assert_int_equal(ds_tx_id(scratch.store), 0);
	scratch_begin(&scratch);
	add_setting(&scratch, "kept", "1");
	scratch_commit(&scratch);
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM event"),
	    4);
	assert_true(scratch_sound(&scratch, &report));
	scratch_end(&scratch);
}

/* A process that holds the store until it is told to go. */
struct holder {
	pid_t pid;
	int held, go;
};

static void
hold(struct holder *holder, const char *path, const char *text)
{
	int held[2], go[2];
	char byte = 0;
	sqlite3 *db;

	assert_int_equal(pipe(held), 0);
	assert_int_equal(pipe(go), 0);
	holder->pid = fork();
	assert_true(holder->pid >= 0);
	if (holder->pid == 0) {
		close(go[1]);
		if (sqlite3_open(path, &db) != SQLITE_OK ||
		    sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK ||
		    write(held[1], &byte, 1) != 1)
			_exit(1);
		/* Some waiting on the other side, and then free. */
		(void)!read(go[0], &byte, 1);
		usleep(150 * 1000);
		_exit(0);
	}
	close(held[1]);
	close(go[0]);
	holder->held = held[0];
	holder->go = go[1];
	assert_int_equal(read(held[0], &byte, 1), 1);
}

static void
let_go(struct holder *holder)
{
	int ended;

	waitpid(holder->pid, &ended, 0);
	close(holder->held);
	assert_int_equal(ended, 0);
}

static void
test_waits_for_another(void **state)
{
	struct scratch_report report;
	struct scratch scratch;
	struct holder holder;

	scratch_start(&scratch);
	hold(&holder, scratch.path, "BEGIN IMMEDIATE");
	close(holder.go);
	scratch_begin(&scratch);
	add_settings(&scratch, 3);
	scratch_commit(&scratch);
	let_go(&holder);
	assert_true(scratch_sound(&scratch, &report));
	scratch_end(&scratch);
}

static void
test_busy_after_the_wait(void **state)
{
	const struct ds_tx_meta meta = scratch_meta();
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct scratch scratch;
	struct holder holder;

	scratch_start(&scratch);
	hold(&holder, scratch.path, "BEGIN IMMEDIATE");
	scratch_int(&scratch, "PRAGMA busy_timeout = 20");
	assert_int_equal(ds_tx_begin(scratch.store, &meta, &err),
	    DOSSIER_BUSY);
	assert_int_equal(ds_tx_id(scratch.store), 0);
	assert_true(err.advice[0] != '\0');
	close(holder.go);
	let_go(&holder);
	scratch_begin(&scratch);
	scratch_commit(&scratch);
	/* A reader in the way of the commit: nothing was changed. */
	hold(&holder, scratch.path, "BEGIN; SELECT count(*) FROM txn");
	ds_error_reset(&err);
	scratch_begin(&scratch);
	add_settings(&scratch, 3);
	assert_int_equal(ds_tx_commit(scratch.store, &err), DOSSIER_BUSY);
	close(holder.go);
	let_go(&holder);
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM txn"),
	    1);
	assert_int_equal(scratch_int(&scratch,
	    "SELECT count(*) FROM setting"), 0);
	scratch_end(&scratch);
}

static void
test_stop(void **state)
{
	const struct ds_tx_meta meta = scratch_meta();
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	volatile int stop = 0;
	struct scratch scratch;

	scratch_start(&scratch);
	scratch_close(&scratch);
	scratch_ok(ds_store_open(&scratch.store, scratch.path,
	    DS_STORE_WRITE, &stop, &err), &err);
	scratch_ok(ds_book_open(&scratch.book, scratch.store, &err), &err);
	scratch_ok(ds_tx_begin(scratch.store, &meta, &err), &err);
	add_settings(&scratch, 3);
	stop = 1;
	assert_int_equal(ds_tx_commit(scratch.store, &err),
	    DOSSIER_INTERRUPTED);
	stop = 0;
	assert_int_equal(scratch_int(&scratch, "SELECT count(*) FROM txn"),
	    0);
	assert_int_equal(scratch_int(&scratch,
	    "SELECT count(*) FROM setting"), 0);
	scratch_end(&scratch);
}

/* Indexes that a bulk load drops come back, also when it fails. */
static void
test_bulk(void **state)
{
	static const char *const tables[] = { "setting", NULL };
	static const char indexes[] = "SELECT count(*) FROM sqlite_schema "
	    "WHERE type = 'index' AND tbl_name = 'setting'";
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct scratch_report report;
	struct scratch scratch;

	scratch_start(&scratch);
	scratch_begin(&scratch);
	scratch_ok(ds_bulk_begin(scratch.store, tables, &err), &err);
	assert_int_equal(scratch_int(&scratch, indexes), 0);
	add_settings(&scratch, 2);
	ds_tx_rollback(scratch.store);
	assert_int_equal(scratch_int(&scratch, indexes), 1);
	scratch_begin(&scratch);
	scratch_ok(ds_bulk_begin(scratch.store, tables, &err), &err);
	add_settings(&scratch, 20);
	scratch_ok(ds_bulk_end(scratch.store, &err), &err);
	scratch_commit(&scratch);
	assert_int_equal(scratch_int(&scratch, indexes), 1);
	assert_true(scratch_sound(&scratch, &report));
	/* A key that stands twice is found when the index is built. */
	scratch_begin(&scratch);
	scratch_ok(ds_bulk_begin(scratch.store, tables, &err), &err);
	add_settings(&scratch, 1);
	assert_int_equal(ds_bulk_end(scratch.store, &err),
	    DOSSIER_CONFLICT);
	ds_tx_rollback(scratch.store);
	assert_true(scratch_sound(&scratch, &report));
	scratch_end(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_chain_over_several_steps),
		cmocka_unit_test(test_head_of_an_empty_step),
		cmocka_unit_test(test_what_a_step_keeps),
		cmocka_unit_test(test_rollback_leaves_nothing),
		cmocka_unit_test(test_closing_rolls_back),
		cmocka_unit_test(test_full_store),
		cmocka_unit_test(test_waits_for_another),
		cmocka_unit_test(test_busy_after_the_wait),
		cmocka_unit_test(test_stop),
		cmocka_unit_test(test_bulk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
