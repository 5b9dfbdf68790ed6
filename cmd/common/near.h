/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * "Did you mean": the library's own is hidden, and the dispatcher, which
 * only looks up and execs, does not load the library at all.
 */
#ifndef CMD_NEAR_H
#define CMD_NEAR_H

#include <stddef.h>

/*
 * The name nearest to `text`: at most two letters wrong, missing, too many
 * or swapped with their neighbour, and less than half of it; else NULL.
 */
const char *near_name(const char *text, const char *const *names,
    size_t count);

#endif
