/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Any data and comments as YAML: what is printed is read back as the data.
 * A byte says what comes next, the text up to the next NUL is its text.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/yaml.h"
#include "render/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define DEPTH 12

struct input {
	dossier_document *doc;
	const char *at, *end;
	struct ds_value *open[DEPTH];	/* lists and maps, from the root */
	int depth;
	int keys;
};

/* Not assert(): it must hold in every build. */
static void
must(bool holds)
{
	if (!holds)
		abort();
}

/* The next text, as the library's texts are: UTF-8, NFC, no controls. */
static const char *
next_text(struct input *in)
{
	size_t size = strnlen(in->at, (size_t)(in->end - in->at));
	char *text = ds_arena_ndup(&in->doc->arena, in->at, size), *p;

	must(text != NULL);
	in->at += size + (in->at + size < in->end);
	text[ds_utf8_valid(text, size)] = '\0';
	for (p = text; *p != '\0'; p++) {
		if (*p == '\n' || *p == '\t')
			continue;
		if ((unsigned char)*p < 0x20 || *p == 0x7F)
			*p = '?';
		else if ((unsigned char)*p == 0xC2 &&
		    (unsigned char)p[1] < 0xA0)
			p[0] = p[1] = '?';
	}
	return ds_text_nfc(&in->doc->arena, text);
}

static const char *
next_key(struct input *in)
{
	return ds_arena_printf(&in->doc->arena, "%.40s%d",
	    in->keys % 2 == 0 ? "k" : "- ", in->keys++);
}

static void
put_next(struct input *in)
{
	struct ds_value *parent = in->open[in->depth];
	const char *key = next_key(in);
	char kind = *in->at++;

	if (kind == '#') {
		ds_put_comment(in->doc, in->at);
		next_text(in);
	} else if (kind == '<' && in->depth > 0) {
		in->depth--;
	} else if (kind == '[' && in->depth + 1 < DEPTH) {
		in->open[++in->depth] = ds_put_list(in->doc, parent, key);
	} else if (kind == '{' && in->depth + 1 < DEPTH) {
		in->open[++in->depth] = ds_put_map(in->doc, parent, key);
	} else if (kind == '~') {
		ds_put_text(in->doc, parent, key, NULL);
	} else {
		ds_put_text(in->doc, parent, key, next_text(in));
	}
}

static void
check(const struct ds_value *value, const struct ds_yaml *node)
{
	const struct ds_value *child = value->first;
	const struct ds_yaml *read = node->first;

	must((value->kind == DS_VALUE_LIST) == (node->kind == DS_YAML_LIST));
	must((value->kind == DS_VALUE_MAP) == (node->kind == DS_YAML_MAP));
	if (node->kind == DS_YAML_TEXT) {
		must((value->kind == DS_VALUE_NULL) == ds_yaml_is_null(node));
		must(strcmp(node->text, value->kind == DS_VALUE_NULL ?
		    "null" : value->text) == 0);
	}
	for (; child != NULL; child = child->next, read = read->next) {
		must(read != NULL);
		must(child->key == NULL || strcmp(child->key, read->key) == 0);
		check(child, read);
	}
	must(read == NULL);
}

static bool
take(const char *bytes, size_t size, void *payload)
{
	ds_buf_add(payload, bytes, size);
	return true;
}

static void
check_printed(dossier_document *doc)
{
	struct ds_buf text = DS_BUF_INIT;
	struct ds_arena arena = { NULL };
	const struct ds_value *root = doc->data;
	struct ds_yaml *read;

	must(dossier_document_print(doc, DOSSIER_YAML, 0, take, &text,
	    NULL) == DOSSIER_OK);
	must(ds_yaml_parse(&read, &arena, text.data, text.size, "x", NULL) ==
	    DOSSIER_OK);
	if (doc->single && root->first != NULL && root->first == root->last)
		root = root->first;
	check(root, read);
	ds_arena_free(&arena);
	ds_buf_free(&text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct input in = { .doc = ds_document_new(DOSSIER_ENGLISH, "") };
	char *copy;

	must(in.doc != NULL);
	copy = ds_arena_ndup(&in.doc->arena, (const char *)data, size);
	must(copy != NULL);
	in.at = copy;
	in.end = copy + size;
	in.open[0] = in.doc->data;
	while (in.at < in.end)
		put_next(&in);
	check_printed(in.doc);
	in.doc->comments = true;
	check_printed(in.doc);
	in.doc->single = true;
	check_printed(in.doc);
	dossier_document_free(in.doc);
	return 0;
}
