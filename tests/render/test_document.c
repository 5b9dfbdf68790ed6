/* SPDX-License-Identifier: EUPL-1.2 */
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include "sample.h"

static void
test_empty(void **state)
{
	dossier_document *doc = ds_document_new(DOSSIER_DUTCH, "Leeg");

	(void)state;
	assert_non_null(doc);
	assert_int_equal(doc->data->kind, DS_VALUE_LIST);
	assert_null(doc->data->first);
	assert_null(doc->first);
	assert_false(dossier_document_attention(doc));
	assert_int_equal(ds_document_check(doc, NULL), DOSSIER_OK);
	dossier_document_free(doc);
	dossier_document_free(NULL);
}

static void
test_text_is_copied_in(void **state)
{
	dossier_document *doc = ds_document_new(DOSSIER_DUTCH, "T");
	char text[] = "een";

	(void)state;
	ds_heading(doc, text);
	ds_put_text(doc, ds_put_map(doc, doc->data, NULL), text, text);
	memcpy(text, "xxx", 3);
	assert_string_equal(doc->first->text, "een");
	assert_string_equal(doc->data->first->first->key, "een");
	assert_string_equal(doc->data->first->first->text, "een");
	dossier_document_free(doc);
}

static void
test_field_lines_gather_in_one_block(void **state)
{
	dossier_document *doc = ds_document_new(DOSSIER_DUTCH, "T");
	struct ds_block *block;

	(void)state;
	ds_field_line(doc, "a", "1");
	ds_field_line(doc, "b", "2");
	ds_heading(doc, "h");
	ds_field_line(doc, "c", "3");
	block = doc->first;
	assert_int_equal(block->kind, DS_BLOCK_FIELDS);
	assert_string_equal(block->pair->next->label, "b");
	assert_null(block->pair->next->next);
	block = block->next->next;
	assert_int_equal(block->kind, DS_BLOCK_FIELDS);
	assert_string_equal(block->pair->text, "3");
	assert_ptr_equal(block, doc->last);
	dossier_document_free(doc);
}

static void
test_table_keeps_its_rows_in_order(void **state)
{
	dossier_document *doc = ds_document_new(DOSSIER_DUTCH, "T");
	struct ds_block *table;

	(void)state;
	sample_table(doc);
	table = doc->first;
	assert_int_equal(table->rows, 2);
	assert_int_equal(table->columns, 2);
	assert_string_equal(table->row->cells[1], "12");
	assert_string_equal(table->row->next->cells[0], "02QZ00");
	assert_null(table->row->next->cells[1]);
	dossier_document_free(doc);
}

static void
test_bytes_that_are_no_text_are_replaced(void **state)
{
	dossier_document *doc = ds_document_new(DOSSIER_DUTCH, "T\xff");

	(void)state;
	ds_paragraph(doc, "%s", "\x80 a\xc3");
	assert_string_equal(doc->title, "T\xEF\xBF\xBD");
	assert_string_equal(doc->first->text, "\xEF\xBF\xBD a\xEF\xBF\xBD");
	dossier_document_free(doc);
}

/* Each allocation fails once, in building and in every printer. */
static void
test_no_memory_is_a_status(void **state)
{
	struct printed printed;
	dossier_document *doc;
	dossier_error err;
	dossier_status status;
	unsigned long n;
	int format, failed;

	(void)state;
	for (format = DOSSIER_TEXT; format <= DOSSIER_YAML; format++) {
		failed = 1;
		for (n = 1; failed; n++) {
			err = (dossier_error)DOSSIER_ERROR_INIT(0);
			printed = (struct printed){ NULL, 0 };
			status = DOSSIER_NO_MEMORY;
			ds_mem_fail_at(n);
			doc = sample_document();
			if (doc != NULL)
				ds_field_line(doc, "Tab", "a\tb");
			if (doc != NULL)
				status = dossier_document_print(doc,
				    (dossier_format)format, 30, sample_write,
				    &printed, &err);
			failed = ds_mem_failed();
			ds_mem_fail_at(0);
			assert_int_equal(status,
			    failed ? DOSSIER_NO_MEMORY : DOSSIER_OK);
			if (doc != NULL)
				assert_int_equal(err.status, status);
			dossier_document_free(doc);
			free(printed.text);
		}
		assert_true(n > 4);
	}
}

/* Every block of the arena is asked for while building a larger document. */
static void
test_no_memory_while_building(void **state)
{
	dossier_document *doc;
	unsigned long n;
	int failed = 1, i;

	(void)state;
	for (n = 3; failed; n++) {
		ds_mem_fail_at(n);
		doc = sample_document();
		assert_non_null(doc);
		for (i = 0; i < 1000; i++) {
			sample_table(doc);
			ds_field_line(doc, "label", "text");
			ds_put_text(doc, ds_put_map(doc, doc->data, NULL),
			    "key", "text");
			ds_heading(doc, "text");
			ds_paragraph(doc, "%s\xff", "text");
		}
		failed = ds_mem_failed();
		ds_mem_fail_at(0);
		assert_int_equal(ds_document_check(doc, NULL),
		    failed ? DOSSIER_NO_MEMORY : DOSSIER_OK);
		dossier_document_free(doc);
	}
	assert_true(n > 20);
}

static bool
refuse(const char *bytes, size_t size, void *payload)
{
	(void)bytes;
	(void)size;
	++*(int *)payload;
	return false;
}

static void
test_broken_output(void **state)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_document *doc = sample_document();
	int i, calls = 0;

	(void)state;
	for (i = 0; i < 5000; i++)
		ds_paragraph(doc, "Een regel om het vol te maken.");
	assert_int_equal(dossier_document_print(doc, DOSSIER_HTML, 0, refuse,
	    &calls, &err), DOSSIER_IO);
	assert_int_equal(calls, 1);
	assert_true(err.message[0] != '\0');
	dossier_document_free(doc);
}

static void
test_unknown_format(void **state)
{
	dossier_document *doc = sample_document();
	int calls = 0;

	(void)state;
	assert_int_equal(dossier_document_print(doc, (dossier_format)99, 0,
	    refuse, &calls, NULL), DOSSIER_USAGE);
	assert_int_equal(calls, 0);
	dossier_document_free(doc);
}

static void
test_save(void **state)
{
	dossier_document *doc = sample_document();
	char folder[] = "/tmp/dossier-test-XXXXXX", path[64], text[4096] = "";
	char *wanted = sample_print(doc, DOSSIER_TEXT, 0);
	FILE *file;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/uit.txt", folder);
	assert_int_equal(dossier_document_save(doc, DOSSIER_TEXT, path, NULL),
	    DOSSIER_OK);
	file = fopen(path, "r");
	assert_non_null(file);
	assert_true(fread(text, 1, sizeof text - 1, file) > 0);
	fclose(file);
	assert_string_equal(text, wanted);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(dossier_document_save(doc, (dossier_format)99, path,
	    NULL), DOSSIER_USAGE);
	assert_int_equal(rmdir(folder), 0);
	assert_int_not_equal(dossier_document_save(doc, DOSSIER_TEXT, path,
	    NULL), DOSSIER_OK);
	free(wanted);
	dossier_document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_text_is_copied_in),
		cmocka_unit_test(test_field_lines_gather_in_one_block),
		cmocka_unit_test(test_table_keeps_its_rows_in_order),
		cmocka_unit_test(test_bytes_that_are_no_text_are_replaced),
		cmocka_unit_test(test_no_memory_is_a_status),
		cmocka_unit_test(test_no_memory_while_building),
		cmocka_unit_test(test_broken_output),
		cmocka_unit_test(test_unknown_format),
		cmocka_unit_test(test_save),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
