/* SPDX-License-Identifier: EUPL-1.2 */
/* A document that is kept and brought back prints as the first one did. */
#include "render/page.h"

#include "render/sample.h"

static char *
keep(const dossier_document *doc)
{
	struct ds_buf out = DS_BUF_INIT;
	char *text;

	ds_page_write(&out, doc);
	assert_false(out.failed);
	text = strdup(out.data);
	assert_non_null(text);
	ds_buf_free(&out);
	return text;
}

/* Every kind of value and block, and what a text may hold. */
static dossier_document *
rich(void)
{
	dossier_document *doc = sample_document();
	struct ds_value *map = ds_put_map(doc, doc->data, NULL), *list;
	const struct ds_column column = { "\\t\tn", DS_RIGHT };
	struct ds_block *table;

	ds_put_text(doc, map, "lines", "a\nb\tc\\n=-)\r");
	ds_put_text(doc, map, "empty", "");
	ds_put_int(doc, map, "least", INT64_MIN);
	list = ds_put_list(doc, map, "list");
	list = ds_put_list(doc, ds_put_map(doc, list, NULL), "deep");
	ds_put_bool(doc, list, NULL, false);
	ds_put_text(doc, list, NULL, NULL);
	ds_put_list(doc, map, "nothing");
	ds_paragraph(doc, "%s", "");
	ds_paragraph(doc, "%s", "50% of\n\tit");
	table = ds_table(doc, NULL, &column, 1);
	ds_table_quiet(table);
	table = ds_table(doc, "Twee\tdrie", &column, 1);
	ds_cell(doc, ds_table_row(doc, table), 0, "");
	ds_cell(doc, ds_table_row(doc, table), 0, "\\");
	ds_table_row(doc, table);
	doc->attention = true;
	assert_false(doc->failed);
	return doc;
}

static void
test_prints_the_same(void **state)
{
	dossier_document *doc = rich(), *again = NULL;
	char *kept = keep(doc), *one, *two;
	int format;

	assert_int_equal(ds_page_read(&again, kept, NULL), DOSSIER_OK);
	assert_int_equal(again->language, doc->language);
	assert_true(dossier_document_attention(again));
	for (format = DOSSIER_TEXT; format <= DOSSIER_YAML; format++) {
		one = sample_print(doc, (dossier_format)format, 60);
		two = sample_print(again, (dossier_format)format, 60);
		assert_string_equal(one, two);
		free(one);
		free(two);
	}
	one = keep(again);
	assert_string_equal(one, kept);
	free(one);
	free(kept);
	dossier_document_free(again);
	dossier_document_free(doc);
}

/* Cut anywhere it is refused or is a document, and never read past. */
static void
test_what_is_cut_short(void **state)
{
	dossier_document *doc = rich(), *again;
	char *kept = keep(doc), *part;
	dossier_error err;
	size_t size;

	for (size = strlen(kept); size-- > 0;) {
		part = strndup(kept, size);
		assert_non_null(part);
		err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
		if (ds_page_read(&again, part, &err) == DOSSIER_OK)
			dossier_document_free(again);
		else
			assert_int_equal(err.status, DOSSIER_CORRUPT);
		free(part);
	}
	free(kept);
	dossier_document_free(doc);
}

static void
test_what_is_no_page(void **state)
{
	static const char *const texts[] = {
		"", "page 2 0 0 0\nT=x\n", "page 1 7 0 0\nT=x\n",
		"page 1 0 0 0\nN=x\n", "page 1 0 0 0\nT=x\nz=y\n",
		"page 1 0 0 0\nT=x\n)\n", "page 1 0 0 0\nT=x\nl-\n",
		"page 1 0 0 0\nT=x\nc=y\n", "page 1 0 0 0\nT=x\nr-\n",
		"page 1 0 0 0\nT=x\nG-\t=0\t=99\n",
		"page 1 0 0 0\nT=x\nG-\t=0\t=1\nk=a\t=0\nc=y\n",
		"page 1 0 0 0\nT=x\nG-\t=0\t=1\nk=a\t=0\nr-\nc=y\nc=z\n",
		"page 1 0 0 0\nTx\n", "page 1 0 0 0\nT=x\\\n",
		("page 1 0 0 0\nT=x\nm-\nm-\nm-\nm-\nm-\nm-\nm-\nm-\nm-\nm-\n"
		"m-\nm-\nm-\nm-\nm-\nm-\nm-\nm-\n"),
	};
	dossier_document *doc;
	dossier_error err;
	size_t i;

	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		err = (dossier_error)DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
		if (ds_page_read(&doc, texts[i], &err) != DOSSIER_CORRUPT)
			fail_msg("taken: %s", texts[i]);
	}
}

static void
test_a_timeline_is_not_kept(void **state)
{
	dossier_document *doc = sample_document();
	struct ds_buf out = DS_BUF_INIT;

	ds_timeline(doc, NULL, (struct ds_span){ DOSSIER_NO_DAY,
	    DOSSIER_NO_DAY }, DOSSIER_NO_DAY);
	ds_page_write(&out, doc);
	assert_true(out.failed);
	ds_buf_free(&out);
	dossier_document_free(doc);
}

static void
test_no_memory(void **state)
{
	dossier_document *doc = rich(), *again;
	char *kept = keep(doc);
	dossier_status status;
	unsigned long n;
	int failed = 1;

	for (n = 1; failed; n++) {
		ds_mem_fail_at(n);
		status = ds_page_read(&again, kept, NULL);
		failed = ds_mem_failed();
		ds_mem_fail_at(0);
		assert_int_equal(status, failed ? DOSSIER_NO_MEMORY :
		    DOSSIER_OK);
		if (status == DOSSIER_OK)
			dossier_document_free(again);
	}
	free(kept);
	dossier_document_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_prints_the_same),
		cmocka_unit_test(test_what_is_cut_short),
		cmocka_unit_test(test_what_is_no_page),
		cmocka_unit_test(test_a_timeline_is_not_kept),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
