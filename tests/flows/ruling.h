/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the tests of `rules` share: the region of delta.h, packs in files of
 * a folder of their own, and what an answer says.
 */
#ifndef TESTS_FLOWS_RULING_H
#define TESTS_FLOWS_RULING_H

#include "flows/delta.h"

/* A pack without a fault; its version, first day and, twice, threshold. */
static const char plain[] =
    "id: plain\nversion: \"%s\"\nname: De Vlakte\n"
    "valid_from: %s\nextends: nl\nmunicipalities: [\"0999\"]\n"
    "tables:\n"
    "  route:\n"
    "    label: Route\n    on: youth\n    inputs: [wage_value]\n"
    "    source: The leaflet\n"
    "    rules:\n"
    "      - { id: P-LOW, when: { wage_value: \"<= %d\" },\n"
    "          then: { route: participatieplek }, because: low }\n"
    "      - { id: P-HIGH, when: { wage_value: \"> %d\" },\n"
    "          then: { route: betaald-werk }, doubt: is it? }\n"
    "examples:\n"
    "  - { name: ten, table: route, facts: { wage_value: 10 },\n"
    "      expect: { route: participatieplek } }\n";

static char ruling_folder[32], ruling_path[4][64];
static int ruling_files;

static inline int
ruling_setup(void **state)
{
	snprintf(ruling_folder, sizeof ruling_folder,
	    "/tmp/dossier-rules-XXXXXX");
	assert_non_null(mkdtemp(ruling_folder));
	ruling_files = 0;
	return setup(state);
}

static inline int
ruling_teardown(void **state)
{
	int i;

	for (i = 0; i < ruling_files; i++)
		unlink(ruling_path[i]);
	rmdir(ruling_folder);
	return teardown(state);
}

/* Another file with that text; its path. */
static inline const char *
ruling_file(const char *text)
{
	char *path = ruling_path[ruling_files];
	FILE *file;

	snprintf(path, sizeof ruling_path[0], "%s/p%d.yaml", ruling_folder,
	    ruling_files++);
	file = fopen(path, "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
	return path;
}

static inline void
plain_text(char text[2000], int threshold, const char *version,
    const char *from)
{
	snprintf(text, 2000, plain, version, from, threshold, threshold);
}

static inline const char *
plain_file(int threshold, const char *version, const char *from)
{
	char text[2000];

	plain_text(text, threshold, version, from);
	return ruling_file(text);
}

/* As wide as it wants, so that wrapping breaks no sentence. */
static inline char *
ruling_print(dossier_document *doc, dossier_format format)
{
	struct region_text out = { NULL, 0 };
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);

	region_ok(dossier_document_print(doc, format, 0, region_take, &out,
	    &err), &err);
	dossier_document_free(doc);
	return out.text;
}

/* Each is in the text, or with a ! before it is not. Frees the text. */
static inline void
ruling_says(char *text, const char *const *wanted)
{
	for (; *wanted != NULL; wanted++) {
		bool found = strstr(text, **wanted == '!' ? *wanted + 1 :
		    *wanted) != NULL;

		if (found == (**wanted == '!'))
			fail_msg("%s in:\n%s", *wanted, text);
	}
	free(text);
}

#define DOC_SAYS(doc, format, ...) \
	ruling_says(ruling_print((doc), (format)), \
	    (const char *const[]){ __VA_ARGS__, NULL })

#define RULING(name) \
	cmocka_unit_test_setup_teardown(name, ruling_setup, ruling_teardown)

#endif
