/* SPDX-License-Identifier: EUPL-1.2 */
/* Where this program itself stands; its prefix may have been moved. */
#ifndef CMD_SELF_H
#define CMD_SELF_H

#include <stdbool.h>
#include <stddef.h>

/* The folder of the running program, without a '/' at its end. */
bool self_folder(char *out, size_t size);

#endif
