/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/yaml.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/yaml_fault.h"

#define SIZE_LIMIT ((size_t)1024 * 1024)
#define DEPTH_LIMIT 16
#define NODE_LIMIT 100000
#define SHOWN_KEY 60			/* bytes of a key in a message */

/* A list or map that is open, and in a map the key that waits. */
struct frame {
	struct ds_yaml *node;
	struct ds_yaml *last;
	const char *key;
	int key_line, key_column;
};

struct composer {
	yaml_parser_t parser;
	struct ds_arena *arena;
	const char *file;
	dossier_error *err;
	struct ds_yaml *root;
	struct frame frames[DEPTH_LIMIT];
	size_t depth;
	size_t nodes;
	bool in_document;
	const char *last;		/* the root's key that ends the reading */
	int last_line;			/* where it stands; 0: read all */
	bool left;			/* it is reached */
};

static dossier_status
refuse(struct composer *c, yaml_mark_t mark)
{
	ds_locate(c->err, c->file, (int)mark.line + 1, (int)mark.column + 1);
	return DOSSIER_INVALID;
}

/* ---- the tree ---- */

static struct frame *
top(struct composer *c)
{
	return c->depth == 0 ? NULL : &c->frames[c->depth - 1];
}

/* Does the next node belong to a map that has no key for it yet? */
static bool
wants_key(struct composer *c)
{
	struct frame *frame = top(c);

	return frame != NULL && frame->node->kind == DS_YAML_MAP &&
	    frame->key == NULL;
}

static dossier_status
add_node(struct ds_yaml **out, struct composer *c, enum ds_yaml_kind kind,
    yaml_mark_t mark)
{
	struct frame *frame = top(c);
	struct ds_yaml *node;

	if (++c->nodes > NODE_LIMIT) {
		ds_fail(c->err, DOSSIER_INVALID, N_("The file holds more than "
		    "%d values."), NODE_LIMIT);
		return refuse(c, mark);
	}
	*out = node = ds_arena_alloc(c->arena, sizeof *node);
	if (node == NULL)
		return ds_no_memory(c->err);
	node->kind = kind;
	node->line = (int)mark.line + 1;
	node->column = (int)mark.column + 1;
	if (frame == NULL) {
		c->root = node;
		return DOSSIER_OK;
	}
	node->key = frame->key;
	node->key_line = frame->key_line;
	node->key_column = frame->key_column;
	frame->key = NULL;
	if (frame->last == NULL)
		frame->node->first = node;
	else
		frame->last->next = node;
	frame->last = node;
	frame->node->count++;
	return DOSSIER_OK;
}

static dossier_status
refuse_properties(struct composer *c, const yaml_event_t *event,
    const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor != NULL)
		ds_fail(c->err, DOSSIER_INVALID, N_("A mark (&%.60s) cannot "
		    "be used here. A text that starts with & needs quotes "
		    "around it."), (const char *)anchor);
	else if (tag != NULL)
		ds_fail(c->err, DOSSIER_INVALID, N_("A type (!) cannot be used "
		    "here. A text that starts with ! needs quotes around "
		    "it."));
	else
		return DOSSIER_OK;
	return refuse(c, event->start_mark);
}

static dossier_status
open_frame(struct composer *c, const yaml_event_t *event,
    enum ds_yaml_kind kind)
{
	struct ds_yaml *node;

	if (wants_key(c)) {
		ds_fail(c->err, DOSSIER_INVALID, N_("A name before a colon "
		    "must be a plain text, not a list or a group."));
		return refuse(c, event->start_mark);
	}
	if (c->depth == DEPTH_LIMIT) {
		ds_fail(c->err, DOSSIER_INVALID, N_("Lists and groups stand "
		    "in each other more than %d deep."), DEPTH_LIMIT);
		return refuse(c, event->start_mark);
	}
	DS_TRY(add_node(&node, c, kind, event->start_mark));
	c->frames[c->depth++] = (struct frame){ .node = node };
	return DOSSIER_OK;
}

/* ---- scalars ---- */

/* A control character other than the line breaks of a long text? */
static dossier_status
check_characters(struct composer *c, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t size = event->data.scalar.length;
	char *joined, *p;

	joined = ds_arena_ndup(c->arena, text, size);
	if (joined == NULL)
		return ds_no_memory(c->err);
	for (p = joined; (p = strchr(p, '\n')) != NULL; )
		*p = ' ';
	if (strlen(text) == size && !ds_text_has_control(joined))
		return DOSSIER_OK;
	ds_fail(c->err, DOSSIER_INVALID,
	    N_("The text holds an invisible control character here."));
	return refuse(c, event->start_mark);
}

/* Only a block's key can begin the line that ds_yaml_last_key found. */
static bool
is_last_key(const struct composer *c, const yaml_event_t *event,
    const char *text)
{
	return c->last_line > 0 && c->depth == 1 &&
	    (int)event->start_mark.line + 1 == c->last_line &&
	    event->start_mark.column == 0 && strcmp(text, c->last) == 0;
}

static dossier_status
take_scalar(struct composer *c, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	struct frame *frame = top(c);
	struct ds_yaml *node;

	/* Only between double quotes can such a character be spelled out. */
	if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
		DS_TRY(check_characters(c, event));
	text = ds_text_nfc(c->arena, text);
	if (text == (const char *)event->data.scalar.value)
		text = ds_arena_dup(c->arena, text);
	if (text == NULL)
		return ds_no_memory(c->err);
	if (wants_key(c)) {
		c->left = is_last_key(c, event, text);
		frame->key = text;
		frame->key_line = (int)event->start_mark.line + 1;
		frame->key_column = (int)event->start_mark.column + 1;
		return DOSSIER_OK;
	}
	DS_TRY(add_node(&node, c, DS_YAML_TEXT, event->start_mark));
	node->text = text;
	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	return DOSSIER_OK;
}

/* ---- keys that stand twice ---- */

static bool
stands_before(const struct ds_yaml *a, const struct ds_yaml *b)
{
	return a->key_line < b->key_line || (a->key_line == b->key_line &&
	    a->key_column < b->key_column);
}

static int
compare_keys(const void *a, const void *b)
{
	const struct ds_yaml *const *left = a, *const *right = b;
	int order = strcmp((*left)->key, (*right)->key);

	return order != 0 ? order : stands_before(*left, *right) ? -1 : 1;
}

/* Sorted, so that a map of many keys costs no more than its size. */
static dossier_status
check_keys(struct composer *c, const struct ds_yaml *map)
{
	const struct ds_yaml **keys, *child, *twice = NULL, *first = NULL;
	size_t i, n = 0;

	keys = ds_alloc(map->count * sizeof *keys);
	if (keys == NULL)
		return ds_no_memory(c->err);
	for (child = map->first; child != NULL; child = child->next)
		keys[n++] = child;
	qsort(keys, n, sizeof *keys, compare_keys);
	for (i = 1; i < n; i++) {
		if (strcmp(keys[i - 1]->key, keys[i]->key) != 0 ||
		    (twice != NULL && stands_before(twice, keys[i])))
			continue;
		first = keys[i - 1];
		twice = keys[i];
	}
	ds_free(keys);
	if (twice == NULL)
		return DOSSIER_OK;
	n = strlen(twice->key);
	n = ds_utf8_valid(twice->key, n < SHOWN_KEY ? n : SHOWN_KEY);
	ds_fail(c->err, DOSSIER_INVALID, N_("\"%.*s\" stands twice in the same "
	    "group; it stands on line %d already."), (int)n, twice->key,
	    first->key_line);
	ds_locate(c->err, c->file, twice->key_line, twice->key_column);
	return DOSSIER_INVALID;
}

/* ---- events ---- */

static dossier_status
start_document(struct composer *c, const yaml_event_t *event)
{
	if (c->in_document) {
		ds_fail(c->err, DOSSIER_INVALID, N_("A second document starts "
		    "here (after ---); a file holds one."));
		return refuse(c, event->start_mark);
	}
	c->in_document = true;
	return DOSSIER_OK;
}

static dossier_status
take_event(struct composer *c, const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		return start_document(c, event);
	case YAML_ALIAS_EVENT:
		ds_fail(c->err, DOSSIER_INVALID, N_("A reference (*%.60s) "
		    "cannot be used here. Write the text out, or put quotes "
		    "around it."), (const char *)event->data.alias.anchor);
		return refuse(c, event->start_mark);
	case YAML_SCALAR_EVENT:
		DS_TRY(refuse_properties(c, event, event->data.scalar.anchor,
		    event->data.scalar.tag));
		return take_scalar(c, event);
	case YAML_SEQUENCE_START_EVENT:
		DS_TRY(refuse_properties(c, event,
		    event->data.sequence_start.anchor,
		    event->data.sequence_start.tag));
		return open_frame(c, event, DS_YAML_LIST);
	case YAML_MAPPING_START_EVENT:
		DS_TRY(refuse_properties(c, event,
		    event->data.mapping_start.anchor,
		    event->data.mapping_start.tag));
		if (c->depth == 0 && event->data.mapping_start.style ==
		    YAML_FLOW_MAPPING_STYLE)
			c->last_line = 0;
		return open_frame(c, event, DS_YAML_MAP);
	case YAML_SEQUENCE_END_EVENT:
		c->depth--;
		return DOSSIER_OK;
	case YAML_MAPPING_END_EVENT:
		return check_keys(c, c->frames[--c->depth].node);
	default:
		return DOSSIER_OK;
	}
}

static dossier_status
take_events(struct composer *c, const char *bytes)
{
	dossier_status status = DOSSIER_OK;
	yaml_event_t event;
	bool ended = false;

	while (status == DOSSIER_OK && !ended) {
		if (!yaml_parser_parse(&c->parser, &event))
			return ds_yaml_explain(&c->parser, bytes, c->file,
			    c->err);
		ended = event.type == YAML_STREAM_END_EVENT;
		status = take_event(c, &event);
		yaml_event_delete(&event);
		if (status == DOSSIER_OK && c->left)
			return check_keys(c, c->root);
	}
	return status;
}

/* ---- parsing ---- */

/* A file without anything in it is a map without anything in it. */
static dossier_status
finish(struct ds_yaml **out, struct composer *c)
{
	const struct ds_yaml *root = c->root;

	if (root == NULL || (root->kind == DS_YAML_TEXT && root->plain &&
	    root->text[0] == '\0'))
		DS_TRY(add_node(&c->root, c, DS_YAML_MAP,
		    (yaml_mark_t){ 0, 0, 0 }));
	*out = c->root;
	return DOSSIER_OK;
}

dossier_status
ds_yaml_parse(struct ds_yaml **out, struct ds_arena *arena,
    const char *bytes, size_t size, const char *file, dossier_error *err)
{
	return ds_yaml_parse_before(out, arena, bytes, size, NULL, file, err);
}

dossier_status
ds_yaml_parse_before(struct ds_yaml **out, struct ds_arena *arena,
    const char *bytes, size_t size, const char *last, const char *file,
    dossier_error *err)
{
	struct composer c = { .arena = arena, .file = file, .err = err,
	    .last = last };
	dossier_status status;

	*out = NULL;
	if (size > SIZE_LIMIT) {
		/* Where it becomes so. */
		ds_yaml_locate(err, file, bytes, SIZE_LIMIT);
		return ds_fail(err, DOSSIER_INVALID,
		    N_("The file is larger than 1 MiB."));
	}
	if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		bytes += 3;
		size -= 3;
	}
	DS_TRY(ds_yaml_check(bytes, size, file, err));
	if (last != NULL)
		c.last_line = ds_yaml_last_key(bytes, size, last);
	if (!yaml_parser_initialize(&c.parser))
		return ds_no_memory(err);
	yaml_parser_set_encoding(&c.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&c.parser, (const yaml_char_t *)bytes,
	    size);
	status = take_events(&c, bytes);
	yaml_parser_delete(&c.parser);
	if (status == DOSSIER_OK)
		status = finish(out, &c);
	return status;
}

/* ---- reading the tree ---- */

const struct ds_yaml *
ds_yaml_get(const struct ds_yaml *map, const char *key)
{
	const struct ds_yaml *child;

	if (map == NULL || map->kind != DS_YAML_MAP)
		return NULL;
	for (child = map->first; child != NULL; child = child->next)
		if (strcmp(child->key, key) == 0)
			return child;
	return NULL;
}

bool
ds_yaml_is_null(const struct ds_yaml *node)
{
	return node->kind == DS_YAML_TEXT && node->plain &&
	    (node->text[0] == '\0' || strcmp(node->text, "~") == 0 ||
	    strcmp(node->text, "null") == 0);
}
