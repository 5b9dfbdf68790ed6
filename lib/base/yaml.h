/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * YAML to a small tree with line and column, over libyaml's events. The only
 * includer of yaml.h.
 *
 * Caps: 1 MiB, depth 16, 100,000 nodes. libyaml is quadratic in depth, but
 * looks no further ahead of its events than a key may be long (1,024
 * characters), so that stopping at the event that is too deep bounds its
 * work; counting brackets before would refuse texts such as "[0..50)". No
 * aliases, anchors, tags, directives or second documents; a key that stands
 * twice is an error. Every fault is DOSSIER_INVALID with file, line and
 * column.
 */
#ifndef DS_BASE_YAML_H
#define DS_BASE_YAML_H

#include "base/mem.h"
#include "base/status.h"

enum ds_yaml_kind { DS_YAML_TEXT, DS_YAML_LIST, DS_YAML_MAP };

struct ds_yaml {
	enum ds_yaml_kind kind;
	int line, column;		/* 1-based */
	bool plain;			/* a scalar without quotes */
	const char *key;		/* when it stands in a map */
	int key_line, key_column;
	const char *text;		/* scalar: its text, NFC; else NULL */
	size_t count;			/* children */
	struct ds_yaml *first;		/* children in file order */
	struct ds_yaml *next;		/* next sibling */
};

/*
 * Parse `size` bytes; `file` is only for messages. The tree lives in
 * `arena`. An empty text gives an empty map.
 */
dossier_status ds_yaml_parse(struct ds_yaml **out, struct ds_arena *arena,
    const char *bytes, size_t size, const char *file, dossier_error *err);

/*
 * The same without reading what stands under `last`, when that is the last
 * key of the root and begins a line; else the whole is read. What is wrong
 * in the part that was not read is not found.
 */
dossier_status ds_yaml_parse_before(struct ds_yaml **out,
    struct ds_arena *arena, const char *bytes, size_t size, const char *last,
    const char *file, dossier_error *err);

/* The child of a map under `key`, or NULL (also when `map` is no map). */
const struct ds_yaml *ds_yaml_get(const struct ds_yaml *map,
    const char *key);
/* True for a plain scalar that is empty, ~ or null. */
bool ds_yaml_is_null(const struct ds_yaml *node);

#endif
