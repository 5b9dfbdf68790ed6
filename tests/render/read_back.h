/* SPDX-License-Identifier: EUPL-1.2 */
/* A document printed as YAML and read back, for the tests of render. */
#ifndef TESTS_RENDER_READ_BACK_H
#define TESTS_RENDER_READ_BACK_H

#include <stdio.h>

#include "base/yaml.h"
#include "sample.h"

/* What reading puts in the place of `value`: its text, without quotes. */
static inline void
read_back_scalar(const struct ds_value *value, const struct ds_yaml *node)
{
	char number[24];

	assert_int_equal(node->kind, DS_YAML_TEXT);
	assert_int_equal(ds_yaml_is_null(node),
	    value->kind == DS_VALUE_NULL);
	if (value->kind == DS_VALUE_TEXT) {
		assert_string_equal(node->text, value->text);
		return;
	}
	assert_true(node->plain);
	snprintf(number, sizeof number, "%lld", (long long)value->number);
	assert_string_equal(node->text, value->kind == DS_VALUE_NULL ?
	    "null" : value->kind == DS_VALUE_INT ? number :
	    value->number != 0 ? "true" : "false");
}

static inline void
read_back_value(const struct ds_value *value, const struct ds_yaml *node)
{
	const struct ds_value *child = value->first;
	const struct ds_yaml *read = node->first;

	if (value->kind != DS_VALUE_LIST && value->kind != DS_VALUE_MAP) {
		read_back_scalar(value, node);
		return;
	}
	assert_int_equal(node->kind, value->kind == DS_VALUE_MAP ?
	    DS_YAML_MAP : DS_YAML_LIST);
	for (; child != NULL; child = child->next, read = read->next) {
		assert_non_null(read);
		if (value->kind == DS_VALUE_MAP)
			assert_string_equal(read->key, child->key);
		read_back_value(child, read);
	}
	assert_null(read);
}

static inline struct ds_yaml *
read_back_parse(struct ds_arena *arena, const char *text)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_yaml *root;

	if (ds_yaml_parse(&root, arena, text, strlen(text), "x", &err) !=
	    DOSSIER_OK)
		fail_msg("%d:%d: %s\n%s", err.line, err.column, err.message,
		    text);
	return root;
}

/* What `doc` prints holds the same texts, and the same that are none. */
static inline void
read_back(const dossier_document *doc)
{
	const struct ds_value *root = doc->data;
	char *text = sample_print(doc, DOSSIER_YAML, 0);
	struct ds_arena arena = { NULL };
	struct ds_yaml *read = read_back_parse(&arena, text);

	if (doc->single && root->first != NULL && root->first == root->last)
		root = root->first;
	read_back_value(root, read);
	assert_int_equal(ds_utf8_valid(text, strlen(text)), strlen(text));
	assert_int_equal(text[strlen(text) - 1], '\n');
	ds_arena_free(&arena);
	free(text);
}

#endif
