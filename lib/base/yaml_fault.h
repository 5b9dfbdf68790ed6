/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Private to yaml.c: what libyaml must not be given, and what it finds
 * wrong in words for people.
 */
#ifndef DS_BASE_YAML_FAULT_H
#define DS_BASE_YAML_FAULT_H

#include <yaml.h>

#include "base/status.h"

/* The line and column of a byte. */
void ds_yaml_locate(dossier_error *err, const char *file, const char *bytes,
    size_t offset);

dossier_status ds_yaml_check(const char *bytes, size_t size,
    const char *file, dossier_error *err);
/*
 * The line of a text that passed ds_yaml_check on which `key` begins, when no
 * line after it can begin another key of the root; else 0.
 */
int ds_yaml_last_key(const char *bytes, size_t size, const char *key);
/* The fault at which `parser` stopped. */
dossier_status ds_yaml_explain(const yaml_parser_t *parser,
    const char *bytes, const char *file, dossier_error *err);

#endif
