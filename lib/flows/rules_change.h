/* SPDX-License-Identifier: EUPL-1.2 */
/* What one version of a pack says that another does not. */
#ifndef DS_FLOWS_RULES_CHANGE_H
#define DS_FLOWS_RULES_CHANGE_H

#include "flows/rules_page.h"

/*
 * `before` (NULL: there was none) against the page's pack: a list `changes`
 * and the municipalities that came and went in `map`, and a table for
 * people. Of a changed table each rule that differs has a line.
 */
void ds_rules_tell_changes(struct ds_rules_page *page, struct ds_value *map,
    const struct ds_pack *before);

#endif
