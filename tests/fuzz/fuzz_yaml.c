/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Any bytes as YAML. A tree keeps its promises; a refusal says where.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Not assert(): it must hold in every build. */
static void
must(bool holds)
{
	if (!holds)
		abort();
}

static void
check_text(const char *text)
{
	const char *p;

	must(text != NULL);
	must(ds_utf8_valid(text, strlen(text)) == strlen(text));
	for (p = text; *p != '\0'; p++)
		must((unsigned char)*p >= 0x20 || *p == '\t' || *p == '\n');
}

static void
check_node(const struct ds_yaml *node, int depth)
{
	const struct ds_yaml *child;
	size_t count = 0;

	must(node->line > 0 && node->column > 0);
	must(depth <= 16 || node->kind == DS_YAML_TEXT);
	if (node->kind == DS_YAML_TEXT) {
		must(node->first == NULL && node->count == 0);
		check_text(node->text);
		return;
	}
	must(node->text == NULL);
	for (child = node->first; child != NULL; child = child->next) {
		count++;
		must((child->key != NULL) == (node->kind == DS_YAML_MAP));
		if (child->key != NULL) {
			check_text(child->key);
			must(ds_yaml_get(node, child->key) == child);
		}
		check_node(child, depth + 1);
	}
	must(count == node->count);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	struct ds_arena arena = { 0 };
	struct ds_yaml *root;

	if (ds_yaml_parse(&root, &arena, (const char *)data, size, "pack",
	    &err) == DOSSIER_OK)
		check_node(root, 1);
	else
		must(root == NULL && err.message[0] != '\0' &&
		    (size > 1024 * 1024 || (err.line > 0 && err.column > 0)));
	ds_arena_free(&arena);
	return 0;
}
