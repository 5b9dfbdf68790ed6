/* SPDX-License-Identifier: EUPL-1.2 */
/* The commands of cmd/commands.list, in its order; made by the build. */
#ifndef CMD_COMMANDS_H
#define CMD_COMMANDS_H

struct command {
	const char *name;	/* NULL after the last */
	const char *summary;	/* one line, marked for translation */
};

extern const struct command commands[];

#endif
