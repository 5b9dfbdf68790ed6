/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The dispatcher: `dossier NAME …` becomes `dossier-NAME …`. It only looks
 * up and execs; it does not even load the library.
 */
#include <ctype.h>
#include <errno.h>
#include <libintl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/commands.h"
#include "common/exit.h"
#include "common/lang.h"
#include "common/near.h"
#include "common/self.h"

#define NAMES_MAX 32
#define NAME_LONGEST 40

static const struct {
	const char *dutch, *name;
} aliases[] = {
	{ "koppel", "match" },
	{ "overdracht", "handover" },
	{ "rapport", "report" },
};

#define ALIASES (sizeof aliases / sizeof aliases[0])
static const char *
real_name(const char *name)
{
	size_t i;

	for (i = 0; i < ALIASES; i++)
		if (strcmp(aliases[i].dutch, name) == 0)
			return aliases[i].name;
	return name;
}

/* Not before it is needed: a command that is started chooses for itself. */
static const char *
tr(dossier_language language, const char *english)
{
	char folder[PATH_MAX];

	if (language == DOSSIER_ENGLISH)
		return english;
	lang_begin();
	if (lang_catalogue(folder, sizeof folder))
		bindtextdomain("dossier", folder);
	return dgettext("dossier", english);
}

static void
help(FILE *to, dossier_language language)
{
	const struct command *command;

	fprintf(to, "%s\n\n", tr(language,
	    N_("dossier keeps the regional transition dossier: "
	    "no day without a name.")));
	fprintf(to, "%s\n  dossier %s\n  dossier help %s\n\n%s\n",
	    tr(language, N_("Usage:")),
	    tr(language, N_("COMMAND [OPTION…] [WHAT…]")),
	    tr(language, N_("COMMAND")), tr(language, N_("Commands:")));
	for (command = commands; command->name != NULL; command++)
		fprintf(to, "  %-10s %s\n", command->name,
		    tr(language, command->summary));
}

/* Become dossier-NAME; returns, with errno, only when there is none. */
static void
become(const char *name, char **argv)
{
	const char *given = getenv("DOSSIER_EXEC_PATH");
	char program[64], folder[PATH_MAX], path[2 * PATH_MAX];

	snprintf(program, sizeof program, "dossier-%s", name);
	argv[0] = program;
	if (given != NULL && given[0] == '/') {
		snprintf(path, sizeof path, "%s/%s", given, program);
		execv(path, argv);
	}
	if (self_folder(folder, sizeof folder)) {
		snprintf(path, sizeof path, "%s/" EXEC_PATH "/%s", folder,
		    program);
		execv(path, argv);
	}
	execvp(program, argv);
}

/* Become man, where it has a page for the command. */
static void
become_man(const char *name)
{
	const char *old = getenv("MANPATH");
	char page[64], folder[PATH_MAX], path[2 * PATH_MAX];
	int result = -1;
	pid_t child;

	snprintf(page, sizeof page, "dossier-%s", name);
	/* An empty part of MANPATH stands for the system's own folders. */
	if (self_folder(folder, sizeof folder)) {
		snprintf(path, sizeof path, "%s/" MAN_PATH ":%s", folder,
		    old != NULL ? old : "");
		setenv("MANPATH", path, 1);
	}
	child = fork();
	if (child == 0) {
		if (freopen("/dev/null", "w", stdout) != NULL &&
		    freopen("/dev/null", "w", stderr) != NULL)
			execlp("man", "man", "-w", page, (char *)NULL);
		_exit(1);
	}
	if (child > 0 && waitpid(child, &result, 0) == child && result == 0)
		execlp("man", "man", page, (char *)NULL);
}

static int
unknown(const char *name, int cause, dossier_language language)
{
	const char *names[NAMES_MAX], *near;
	size_t count = 0, i;

	if (cause != ENOENT) {
		fprintf(stderr, "dossier: dossier-%s: %s\n", name,
		    strerror(cause));
		return EXIT_STORE;
	}
	for (i = 0; commands[i].name != NULL && count < NAMES_MAX; i++)
		names[count++] = commands[i].name;
	for (i = 0; i < ALIASES && count < NAMES_MAX; i++)
		names[count++] = aliases[i].dutch;
	near = near_name(name, names, count);
	fputs("dossier: ", stderr);
	fprintf(stderr, tr(language, N_("There is no command %s.")), name);
	fputc('\n', stderr);
	fprintf(stderr, tr(language, near != NULL ? N_("Did you mean %s?") :
	    N_("All commands: %s")), near != NULL ? near : "dossier --help");
	fputc('\n', stderr);
	return EXIT_USAGE;
}

static int
no_option(const char *given, dossier_language language)
{
	char name[NAME_LONGEST + 1] = "?";
	size_t length = strcspn(given, "="), i;

	/* What is printed back is harmless. */
	for (i = 0; i < length && (isalnum((unsigned char)given[i]) ||
	    given[i] == '-'); i++)
		continue;
	if (i == length && length > 1 && length <= NAME_LONGEST)
		snprintf(name, sizeof name, "%.*s", (int)length, given);
	fputs("dossier: ", stderr);
	fprintf(stderr, tr(language, N_("There is no option %s.")), name);
	fputc('\n', stderr);
	fprintf(stderr, tr(language, N_("For help: %s")), "dossier --help");
	fputc('\n', stderr);
	return EXIT_USAGE;
}

/* Is it the dispatcher itself that help is asked for? */
static bool
of_dossier(const char *word)
{
	return word == NULL || word[0] == '-' || strcmp(word, "help") == 0;
}

static int
start(const char *name, char **argv, bool for_help, dossier_language language)
{
	size_t length = strlen(name), i;

	/* A name is never a path, and what is printed back is harmless. */
	for (i = 0; i < length && (isalnum((unsigned char)name[i]) ||
	    (i > 0 && name[i] == '-')); i++)
		continue;
	if (i < length || length == 0 || length > NAME_LONGEST)
		return unknown("?", ENOENT, language);
	if (for_help)
		become_man(real_name(name));
	become(real_name(name), argv);
	return unknown(name, errno, language);
}

int
main(int argc, char **argv)
{
	dossier_language language = lang_choose(argc, argv);
	const char *word = argc > 1 ? argv[1] : NULL;
	const struct command *command;

	if (word == NULL) {
		help(stderr, language);
		return EXIT_USAGE;
	}
	if (strcmp(word, "help") == 0 && !of_dossier(argv[2])) {
		char *ask[] = { NULL, (char *)"--help", NULL };

		return start(argv[2], ask, true, language);
	}
	if (strcmp(word, "help") == 0 || strcmp(word, "--help") == 0 ||
	    strcmp(word, "-h") == 0)
		help(stdout, language);
	else if (strcmp(word, "--version") == 0)
		puts("dossier " DOSSIER_VERSION);
	else if (strcmp(word, "--list-commands") == 0)
		for (command = commands; command->name != NULL; command++)
			puts(command->name);
	else if (word[0] == '-')
		return no_option(word, language);
	else
		return start(word, argv + 1, false, language);
	return fflush(stdout) == 0 ? EXIT_DONE : EXIT_STORE;
}
