/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Private to yaml.c: what libyaml must not be given, and what it finds
 * wrong in words for people.
 */
#ifndef DS_BASE_YAML_FAULT_H
#define DS_BASE_YAML_FAULT_H

#include <yaml.h>

#include "base/status.h"

dossier_status ds_yaml_check(const char *bytes, size_t size,
    const char *file, dossier_error *err);
/* The fault at which `parser` stopped. */
dossier_status ds_yaml_explain(const yaml_parser_t *parser,
    const char *bytes, const char *file, dossier_error *err);

#endif
