/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Options: one table for each command feeds parsing, --help and completion;
 * the options that every command has come by themselves.
 *
 *	const struct opt options[] = {
 *		{ .name = "dry-run", .letter = 'n', .flag = &dry_run,
 *		    .help = N_("Say what would change; change nothing.") },
 *		{ .name = "as-of", .argument = N_("DAY"), .day = &as_of,
 *		    .help = N_("The day from which what changed holds.") },
 *		{ .name = NULL }
 *	};
 *	const struct opt_command command = {
 *		.name = "intake", .operands = N_("FILE…"), .min = 1,
 *		.max = OPT_MANY, .examples = examples, .options = options
 *	};
 *	code = opt_parse(&operands, &command, &shared, language, argc, argv);
 *	if (code != OPT_GO)
 *		return code;
 */
#ifndef CMD_OPT_H
#define CMD_OPT_H

#include <stdio.h>

#include "common/lang.h"
#include "dossier.h"

#define OPT_GO (-1)		/* go on; else it is the exit code */
#define OPT_UNSET (-1)		/* a choice that was not made */
#define OPT_MANY 1000000	/* any number of operands */
#define OPT_LIST_MAX 64
#define OPT_MAX 48		/* options of one command, shared ones too */

struct opt_list {
	const char *items[OPT_LIST_MAX];
	size_t count;
};

struct opt {
	const char *name;	/* long name; NULL ends the table */
	char letter;		/* short name, or 0 */
	const char *argument;	/* N_("DAY"); N_("FILE"), N_("DIR"): files */
	const char *help;	/* N_(…); NULL keeps the option out of sight */
	/* Where the value goes: one of these. */
	bool *flag;
	const char **text;
	struct opt_list *list;
	dossier_day *day;
	int *number;		/* a whole number from 0 */
	int *choice;		/* the place of the value in `choices` */
	const char *const *choices;	/* NULL ends them */
	/* For completion only: fields whose codes it takes, NULL ends them. */
	const char *const *codes;
};

struct opt_command {
	const char *name;		/* as in commands.list */
	const char *operands;		/* N_("FILE…"); NULL: none */
	int min, max;			/* how many operands */
	const char *const *words;	/* one operand is one of these */
	int word_at;			/* which operand, from 0 */
	const char *const *examples;	/* whole lines; NULL ends them */
	const struct opt *options;
};

/* What every command takes. */
struct opt_shared {
	const char *db;			/* NULL: not given */
	int format;			/* enum dossier_format */
	const char *output;		/* NULL: standard output */
	dossier_day today;		/* no day: not given */
	int language;			/* of the answer, or OPT_UNSET */
	const char *as;			/* NULL: not given */
	bool quiet;
	bool help, version, completion;
};

struct opt_operands {
	int count;
	char **text;
	int word;			/* the place of the word in `words` */
};

/*
 * Read the arguments. Answers --help, --version and --completion-data on
 * standard output and wrong usage on standard error, in `language`.
 */
int opt_parse(struct opt_operands *out, const struct opt_command *command,
    struct opt_shared *shared, dossier_language language, int argc,
    char **argv);

/* The command's options, then the shared ones; returns how many. */
size_t opt_gather(struct opt out[OPT_MAX], const struct opt_command *command,
    struct opt_shared *shared);

/* --help, wrapped to `width` columns. */
void opt_help(FILE *to, const struct opt_command *command,
    dossier_language language, int width);

/*
 * For the completion script, one thing a line: an option, how its argument
 * is completed (none, any, file, or one of the values that follow); or
 * "operand file"; or "word", its place, and the words. Tabs between.
 */
void opt_completion(FILE *to, const struct opt_command *command);

#endif
