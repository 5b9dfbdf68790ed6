/* SPDX-License-Identifier: EUPL-1.2 */
/* A batch taken back: all of it, or nothing and why. */
#include "flows/office.h"

#define HEAD "Stamnummer;Roepnaam;Achternaam;BRIN;Mentor;Gemeente\n"
#define ZOE "1;Zoë;Berg;02QZ00;Mia Smit;0505\n"
#define JAN "2;\"Jan \"\"de\"\" \\ \xe2\x80\xa8\";Wit;02QZ00;;0505\n"

static struct office office;

static int
start(void **state)
{
	office_start(&office);
	return 0;
}

static int
end(void **state)
{
	office_sound(&office);
	office_end(&office);
	return 0;
}

static int64_t
batch(void)
{
	return office_int(&office, "SELECT max(id) FROM txn");
}

static void
undo(int64_t number, dossier_status wanted, const char *words)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = NULL;

	assert_int_equal(dossier_intake_undo(&doc, office.session, number,
	    &err), wanted);
	if (wanted == DOSSIER_OK) {
		free(office.json);
		office.json = region_print(doc, DOSSIER_JSON);
		office_says(&office, words);
		return;
	}
	if (strstr(err.message, words) == NULL)
		fail_msg("says: %s", err.message);
}

/* Every value of every record, as one text; to be given to free(). */
static dossier_status
put(const struct ds_row *row, void *payload, dossier_error *err)
{
	ds_buf_printf(payload, "%s %lld ", ds_record(row->kind)->table,
	    (long long)row->id);
	ds_row_image(payload, row);
	return DOSSIER_OK;
}

static void
dump(struct ds_buf *out)
{
	int kind;

	for (kind = 1; kind < DS_KIND_END; kind++)
		assert_int_equal(ds_book_each(office.session->book,
		    (enum ds_kind)kind, -1, 0, put, out, NULL), DOSSIER_OK);
}

static void
test_all_of_it(void **state)
{
	struct ds_buf before = DS_BUF_INIT, after = DS_BUF_INIT;
	int64_t number;

	dump(&before);
	office_take(&office, HEAD ZOE JAN, "2 0 0 0");
	number = batch();
	undo(number, DOSSIER_OK, "\"restored\":0");
	dump(&after);
	assert_string_equal(before.data, after.data);
	/* The history keeps both, and says which takes back which. */
	assert_int_equal(office_int(&office, "SELECT undoes FROM txn "
	    "ORDER BY id DESC LIMIT 1"), number);
	assert_true(office_int(&office, "SELECT count(*) FROM event WHERE "
	    "op = 3") > 8);
	ds_buf_free(&before);
	ds_buf_free(&after);
}

/* Old values come back to the byte, whatever was in them. */
static void
test_changes(void **state)
{
	struct ds_buf before = DS_BUF_INIT, after = DS_BUF_INIT;

	office_take(&office, HEAD ZOE JAN, "2 0 0 0");
	dump(&before);
	office_open(&office, "2026-02-01");
	office_take(&office, HEAD "1;Zoë;Bergen;02QZ00;Ria Bos;0344\n"
	    "2;Johannes;Wit;03AB00;;0505\n3;Bo;Bos;02QZ00;;\n", "2 1 0 0");
	undo(batch(), DOSSIER_OK, "\"batch\"");
	dump(&after);
	assert_string_equal(before.data, after.data);
	ds_buf_free(&before);
	ds_buf_free(&after);
}

static void
test_later_changes_build_on_it(void **state)
{
	struct ds_buf before = DS_BUF_INIT, after = DS_BUF_INIT;
	int64_t first;
	char step[64];

	office_take(&office, HEAD ZOE JAN, "2 0 0 0");
	first = batch();
	office_take(&office, HEAD "1;Zoë;Bergen;02QZ00;;0505\n", "0 1 0 0");
	dump(&before);
	snprintf(step, sizeof step, "changed by step %lld)",
	    (long long)batch());
	undo(first, DOSSIER_CONFLICT, step);
	undo(first, DOSSIER_CONFLICT, "later changes build on it (Youth, ");
	dump(&after);
	assert_string_equal(before.data, after.data);
	undo(batch(), DOSSIER_OK, "\"restored\":1");
	/* The change was taken back, but it was a later change. */
	undo(first, DOSSIER_CONFLICT, "later changes build on it");
	ds_buf_free(&before);
	ds_buf_free(&after);
}

static void
test_only_once(void **state)
{
	int64_t number;
	char step[64];

	office_take(&office, HEAD ZOE, "1 0 0 0");
	number = batch();
	undo(number, DOSSIER_OK, "\"batch\"");
	snprintf(step, sizeof step, "taken back already (step %lld)",
	    (long long)batch());
	undo(number, DOSSIER_CONFLICT, step);
	/* A new intake is a new one: not marked as undoing anything. */
	office_take(&office, HEAD ZOE, "1 0 0 0");
	assert_int_equal(office_int(&office, "SELECT count(*) FROM txn "
	    "WHERE undoes IS NOT NULL"), 1);
	undo(batch(), DOSSIER_OK, "\"batch\"");
}

static void
test_no_such_batch(void **state)
{
	office_take(&office, HEAD ZOE, "1 0 0 0");
	undo(0, DOSSIER_NOT_FOUND, "There is no batch 0");
	undo(-5, DOSSIER_NOT_FOUND, "There is no batch -5");
	undo(999, DOSSIER_NOT_FOUND, "There is no batch 999");
	/* What init did is no intake. */
	undo(1, DOSSIER_NOT_FOUND, "There is no batch 1");
	/* An intake that changed nothing has nothing to take back. */
	office_take(&office, HEAD ZOE, "0 0 1 0");
	undo(batch(), DOSSIER_NOT_FOUND, "There is no batch");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_all_of_it),
		TEST(test_changes),
		TEST(test_later_changes_build_on_it),
		TEST(test_only_once),
		TEST(test_no_such_batch),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
