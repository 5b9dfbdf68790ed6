/* SPDX-License-Identifier: EUPL-1.2 */
/* Advice is kept, and given back as it was, whatever has changed since. */
#include "flows/roads.h"

static char *
receipt_of(const char *json)
{
	const char *found = strstr(json, "\"receipt\":\"");
	char *id;

	assert_non_null(found);
	id = strndup(found + 11, DS_REF_SIZE - 1);
	assert_non_null(id);
	return id;
}

/* The receipt that this advice got; to free(). */
static char *
advised(void)
{
	char *text = advice(DOSSIER_JSON), *id = receipt_of(text);

	free(text);
	return id;
}

static dossier_status
ask(char **out, const char *id, dossier_format format, dossier_error *err)
{
	dossier_document *doc;
	dossier_status status = dossier_match_receipt(&doc, region.session,
	    id, err);

	*out = status == DOSSIER_OK ? region_print(doc, format) : NULL;
	return status;
}

static char *
back(const char *id, dossier_format format)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	char *text;

	region_ok(ask(&text, id, format, &err), &err);
	return text;
}

static size_t
how_many(enum ds_kind kind)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row *rows;
	size_t count;

	region_ok(ds_book_list(&rows, &count, &region.arena,
	    region.session->book, kind, -1, 0, &err), &err);
	return count;
}

/* Another wage value, name and pack text, as a later day would bring. */
static void
change_everything(void)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_book *book = region.session->book;
	struct ds_row *rows, after;
	size_t count, i;

	region_ok(ds_session_begin(region.session, ref, NULL, &err), &err);
	region_ok(ds_book_list(&rows, &count, &region.arena, book, DS_YOUTH,
	    -1, 0, &err), &err);
	after = rows[0];
	ds_row_set_text(&after, DS_F_YOUTH_GIVEN_NAME, "Anders");
	region_ok(ds_book_change(NULL, book, &rows[0], &after, NULL, &err),
	    &err);
	region_ok(ds_book_list(&rows, &count, &region.arena, book,
	    DS_WAGE_VALUE, -1, 0, &err), &err);
	after = rows[0];
	ds_row_set_int(&after, DS_F_WAGE_VALUE, 9900);
	region_ok(ds_book_change(NULL, book, &rows[0], &after, NULL, &err),
	    &err);
	region_ok(ds_book_list(&rows, &count, &region.arena, book, DS_PACK,
	    -1, 0, &err), &err);
	for (i = 0; i < count; i++)
		region_ok(ds_book_remove(book, &rows[i], NULL, &err), &err);
	ds_row_start(&after, DS_PACK);
	ds_row_set_text(&after, DS_F_PACK_NAME, "roads");
	ds_row_set_text(&after, DS_F_PACK_VERSION, "4");
	ds_row_set_text(&after, DS_F_PACK_TEXT, "id: roads\n"
	    "version: \"4\"\nname: Others\nvalid_from: 2020-01-01\n");
	ds_row_set_text(&after, DS_F_PACK_DIGEST, "4");
	region_ok(ds_book_add(book, &after, &err), &err);
	region_ok(ds_tx_commit(region.session->store, &err), &err);
}

static void
byte_for_byte(void **state)
{
	char *before[2][DOSSIER_YAML + 1], *after, *id;
	int language, format;

	roads_wage("4990");
	ready("2026-03-02", "Joris Vink");
	for (language = 0; language < 2; language++) {
		region.session->language = (dossier_language)language;
		for (format = DOSSIER_TEXT; format <= DOSSIER_YAML; format++)
			before[language][format] =
			    advice((dossier_format)format);
	}
	id = receipt_of(before[0][DOSSIER_JSON]);
	assert_string_not_equal(before[0][DOSSIER_TEXT],
	    before[1][DOSSIER_TEXT]);
	change_everything();
	ready("2027-01-01", "Joris Vink");
	for (language = 0; language < 2; language++) {
		region.session->language = (dossier_language)language;
		for (format = DOSSIER_TEXT; format <= DOSSIER_YAML; format++) {
			after = back(id, (dossier_format)format);
			assert_string_equal(after,
			    before[language][format]);
			free(after);
			free(before[language][format]);
		}
	}
	region.session->language = DOSSIER_ENGLISH;
	SAYS(advice(DOSSIER_TEXT), "Anders", "Others", "!49.9");
	free(id);
}

static void
the_same_advice_is_one_receipt(void **state)
{
	char *one, *two, *next;

	roads_wage("4990");
	ready("2026-03-02", "Joris Vink");
	one = advised();
	region.session->language = DOSSIER_DUTCH;
	two = advised();
	assert_string_equal(one, two);
	assert_int_equal(how_many(DS_RECEIPT), 1);
	ready("2026-03-03", "Joris Vink");
	next = advised();
	assert_string_not_equal(one, next);
	assert_int_equal(how_many(DS_RECEIPT), 2);
	assert_string_not_equal(one, ref);
	free(one);
	free(two);
	free(next);
}

/* What it rests on, in a record of its own. */
static void
what_is_kept(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_row *rows;
	size_t count;

	roads_pack("provider", "1", provider);
	roads_wage("4990");
	ready("2026-03-02", "Joris Vink");
	free(advised());
	region_ok(ds_book_list(&rows, &count, &region.arena,
	    region.session->book, DS_RECEIPT, DS_F_RECEIPT_YOUTH, 1, &err),
	    &err);
	assert_int_equal(count, 1);
	assert_string_equal(ds_row_text(rows, DS_F_RECEIPT_ON),
	    "2026-03-02");
	assert_string_equal(ds_row_text(rows, DS_F_RECEIPT_PACK), "roads");
	assert_string_equal(ds_row_text(rows, DS_F_RECEIPT_VERSION), "3");
	assert_string_equal(ds_row_text(rows, DS_F_RECEIPT_DIGEST),
	    "roads-digest");
	assert_string_equal(ds_row_text(rows, DS_F_RECEIPT_OTHERS),
	    "provider 1 provider-digest");
	assert_string_equal(ds_row_text(rows, DS_F_RECEIPT_OUTCOME),
	    "participatieplek");
	assert_string_equal(ds_row_text(rows, DS_F_RECEIPT_RULE), "R-LOW");
	assert_string_equal(ds_row_text(rows, DS_F_RECEIPT_FACTS),
	    "age: 17 (2008-05-10)\nprofile: dagbesteding (2024-08-01)\n"
	    "municipality: 0505\nwage_value: 49.9 (2026-01-15)\n"
	    "job_ready: -\nstart_qualification: false (2025-07-01)");
	assert_string_equal(ds_row_text(rows, DS_F_RECEIPT_RESTS),
	    "youth.given_name youth.family_name age profile municipality "
	    "wage_value job_ready start_qualification wage_value.value");
}

static void
refused(const char *id, dossier_status wanted, const char *message)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	char *text;

	assert_int_equal(ask(&text, id, DOSSIER_TEXT, &err), wanted);
	assert_string_equal(err.message, message);
	assert_true(err.advice[0] != '\0');
}

static void
who_may_not_see_what_it_rests_on(void **state)
{
	char *id, *own, *text, message[100];

	roads_wage("4990");
	ready("2026-03-02", "Joris Vink");
	id = advised();
	ready("2026-03-02", "Vera Vrij");
	snprintf(message, sizeof message, "Receipt %s rests on what your "
	    "role does not see.", id);
	refused(id, DOSSIER_FORBIDDEN, message);
	/* What she was told herself she may see again; so may he. */
	text = advice(DOSSIER_TEXT);
	own = advised();
	assert_string_not_equal(own, id);
	SAYS(back(own, DOSSIER_TEXT), text, "!49.9");
	ready("2026-03-02", "Joris Vink");
	SAYS(back(own, DOSSIER_TEXT), text, "!49.9");
	ready("2026-03-02", "Gijs Grant");
	refused(id, DOSSIER_FORBIDDEN, message);
	free(text);
	free(id);
	free(own);
}

static void
there_is_no_such_receipt(void **state)
{
	ready("2026-03-02", "Joris Vink");
	refused(ref, DOSSIER_NOT_FOUND, ds_arena_printf(&region.arena,
	    "There is no receipt %s.", ref));
	refused("ABC", DOSSIER_NOT_FOUND, "There is no receipt ABC.");
	refused("", DOSSIER_NOT_FOUND, "There is no receipt .");
}

static void
which_there_are(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc;
	char *id;

	roads_wage("4990");
	ready("2026-03-02", "Joris Vink");
	region_ok(dossier_match_receipts(&doc, region.session, ref, &err),
	    &err);
	SAYS(region_print(doc, DOSSIER_JSON), "\"receipts\":[]");
	id = advised();
	region_ok(dossier_match_receipts(&doc, region.session, ref, &err),
	    &err);
	SAYS(region_print(doc, DOSSIER_TEXT), id, "2026-03-02", "R-LOW",
	    "participation place", "roads");
	ready("2026-03-02", "Vera Vrij");
	region_ok(dossier_match_receipts(&doc, region.session, ref, &err),
	    &err);
	SAYS(region_print(doc, DOSSIER_TEXT), id, "!R-LOW",
	    "!participation");
	free(id);
}

/* A look is one step of the history, whether or not it keeps something. */
static void
one_step_each(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	int64_t before, after;
	char *id;
	int i;

	ready("2026-03-02", "Joris Vink");
	region_ok(ds_sql_int(&before, region.session->store,
	    DS_SQL_EVENT_LAST, &err), &err);
	id = advised();
	region_ok(ds_sql_int(&after, region.session->store,
	    DS_SQL_EVENT_LAST, &err), &err);
	assert_int_equal(after, before + 1);
	for (i = 0; i < 3; i++)
		free(advised());
	free(back(id, DOSSIER_TEXT));
	region_ok(ds_sql_int(&after, region.session->store,
	    DS_SQL_EVENT_LAST, &err), &err);
	assert_int_equal(after, before + 1);
	free(id);
}

static void
no_memory(void **state)
{
	dossier_document *doc = NULL;
	dossier_status status;
	unsigned long n;
	char *id;

	roads_wage("4990");
	ready("2026-03-02", "Joris Vink");
	id = advised();
	for (n = 1;; n++) {
		ds_mem_fail_at(n);
		status = dossier_match_receipt(&doc, region.session, id,
		    NULL);
		if (!ds_mem_failed())
			break;
		assert_int_equal(status, DOSSIER_NO_MEMORY);
	}
	ds_mem_fail_at(0);
	assert_int_equal(status, DOSSIER_OK);
	dossier_document_free(doc);
	free(id);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(byte_for_byte),
		CASE(the_same_advice_is_one_receipt),
		CASE(what_is_kept),
		CASE(who_may_not_see_what_it_rests_on),
		CASE(there_is_no_such_receipt),
		CASE(which_there_are),
		CASE(one_step_each),
		CASE(no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
