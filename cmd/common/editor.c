/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/editor.h"
#include "common/editor_parts.h"
#include "common/exit.h"
#include "common/lang.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOT_FOUND 127		/* what the shell ends with */
#define NOT_STARTED 126

/* ---- which editor ---- */

static const char *
named_editor(void)
{
	const char *visual = getenv("VISUAL"), *named = getenv("EDITOR");

	if (visual != NULL && visual[0] != '\0')
		return visual;
	return named != NULL && named[0] != '\0' ? named : NULL;
}

static bool
is_on_path(const char *program)
{
	const char *path = getenv("PATH");
	char file[PATH_MAX];
	size_t size;

	for (; path != NULL; path = path[size] == '\0' ? NULL :
	    path + size + 1) {
		size = strcspn(path, ":");
		if (size < sizeof file - 64 && snprintf(file, sizeof file,
		    "%.*s/%s", (int)size, path, program) > 0 &&
		    access(file, X_OK) == 0)
			return true;
	}
	return false;
}

/* Scripts name an editor that asks nothing; people have a terminal. */
static dossier_status
choose_editor(const char **out, dossier_error *err)
{
	static const char *const usual[] = { "sensible-editor", "vi", "nano" };
	size_t i;

	*out = named_editor();
	if (*out != NULL)
		return DOSSIER_OK;
	exit_advise(err, N_("Change the fields one by one, with --set "
	    "FIELD=VALUE."));
	if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO))
		return exit_fail(err, DOSSIER_USAGE, N_("There is no terminal "
		    "to open an editor on."));
	for (i = 0; i < sizeof usual / sizeof usual[0]; i++) {
		*out = usual[i];
		if (is_on_path(usual[i]))
			return DOSSIER_OK;
	}
	return exit_fail(err, DOSSIER_NOT_FOUND,
	    N_("There is no editor; name one in $EDITOR."));
}

/* Does it take +N, as the first word of its command says? */
static bool
takes_line(const char *command)
{
	static const char *const names[] = { "vi", "vim", "nvim", "view",
	    "nano", "pico", "emacs", "emacsclient", "micro", "joe", "jed",
	    "mg", "kak", "mcedit", "editor", "sensible-editor" };
	size_t size = strcspn(command, " \t"), i;
	const char *slash = memrchr(command, '/', size), *name = command;

	if (slash != NULL)
		name = slash + 1;
	size -= (size_t)(name - command);
	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strncmp(name, names[i], strlen(names[i])) == 0 &&
		    (size == strlen(names[i]) || name[strlen(names[i])] == '.'))
			return true;
	return false;
}

/* ---- running it ---- */

static volatile sig_atomic_t child;	/* 0: none runs */
static volatile sig_atomic_t stopped;

static void
pass_on(int number)
{
	int before = errno;

	stopped = 1;
	/* A terminal that hangs up tells the editor itself. */
	if (child > 0 && number != SIGHUP)
		kill((pid_t)child, number);
	errno = before;
}

/* What Ctrl-C means while the editor has the terminal is its business. */
static const struct {
	int number;
	void (*handler)(int);
} meanwhile[] = {
	{ SIGINT, SIG_IGN }, { SIGQUIT, SIG_IGN }, { SIGTERM, pass_on },
	{ SIGHUP, pass_on }, { SIGPIPE, SIG_IGN }, { SIGXFSZ, SIG_IGN },
};
#define SIGNALS (sizeof meanwhile / sizeof meanwhile[0])

static void
set_signals(struct sigaction before[SIGNALS])
{
	struct sigaction action = { .sa_flags = SA_RESTART };
	size_t i;

	stopped = 0;
	for (i = 0; i < SIGNALS; i++) {
		action.sa_handler = meanwhile[i].handler;
		sigaction(meanwhile[i].number, &action, &before[i]);
	}
}

static void
restore_signals(const struct sigaction before[SIGNALS])
{
	size_t i;

	for (i = 0; i < SIGNALS; i++)
		sigaction(meanwhile[i].number, &before[i], NULL);
}

/* In the child: become the editor. */
static void
become(const struct editor *editor, char *const *arguments,
    const sigset_t *mask)
{
	size_t i;

	for (i = 0; i < SIGNALS; i++)
		signal(meanwhile[i].number, SIG_DFL);
	sigprocmask(SIG_SETMASK, mask, NULL);
	umask(077);
	/* The lock is on the folder for as long as the editor is there. */
	fcntl(editor->held, F_SETFD, 0);
	/* Standard output is for the answer. */
	if (!isatty(STDOUT_FILENO))
		dup2(STDERR_FILENO, STDOUT_FILENO);
	execv("/bin/sh", arguments);
	_exit(NOT_STARTED);
}

static pid_t
start(const struct editor *editor, char *const *arguments)
{
	sigset_t all, before;
	pid_t pid;

	/* No signal before there is a child to pass it on to. */
	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	pid = fork();
	if (pid == 0)
		become(editor, arguments, &before);
	child = pid;
	sigprocmask(SIG_SETMASK, &before, NULL);
	return pid;
}

/* How it ended, as waitpid() says; -1: it could not be started. */
static int
run_editor(const struct editor *editor, const char *command, int line)
{
	char plus[16], shell[PATH_MAX];
	char *arguments[] = { "sh", "-c", shell, "dossier", plus,
	    (char *)editor->file, NULL };
	struct sigaction before[SIGNALS];
	siginfo_t info;
	pid_t pid;
	int ended = -1;

	/* In the place of the shell, so that a signal reaches the editor. */
	if (snprintf(shell, sizeof shell, "%s%s \"$@\"", strpbrk(command,
	    ":;|&<>(){}=`$\n") == NULL ? "exec " : "", command) >=
	    (int)sizeof shell)
		return -1;
	snprintf(plus, sizeof plus, "+%d", line);
	if (line < 2 || !takes_line(command)) {
		arguments[4] = arguments[5];
		arguments[5] = NULL;
	}
	set_signals(before);
	pid = start(editor, arguments);
	/* Its number is its own until it has been waited for. */
	while (pid > 0 && waitid(P_PID, (id_t)pid, &info,
	    WEXITED | WNOWAIT) != 0 && errno == EINTR)
		continue;
	child = 0;
	if (pid > 0)
		waitpid(pid, &ended, 0);
	restore_signals(before);
	return ended;
}

static dossier_status
check_end(int ended, const char *command, dossier_error *err)
{
	if (stopped)
		return exit_fail(err, DOSSIER_INTERRUPTED,
		    N_("Stopped. Nothing was changed."));
	if (ended == -1 || (WIFEXITED(ended) &&
	    (WEXITSTATUS(ended) == NOT_FOUND ||
	    WEXITSTATUS(ended) == NOT_STARTED))) {
		exit_advise(err, N_("Name your editor in $EDITOR, or change "
		    "the fields with --set FIELD=VALUE."));
		return exit_fail(err, DOSSIER_NOT_FOUND,
		    N_("The editor could not be started: %s"), command);
	}
	if (WIFSIGNALED(ended))
		return exit_fail(err, DOSSIER_INTERRUPTED, N_("The editor was "
		    "stopped by signal %d; nothing was changed."),
		    WTERMSIG(ended));
	if (WEXITSTATUS(ended) != 0)
		return exit_fail(err, DOSSIER_INTERRUPTED, N_("The editor "
		    "ended with status %d; nothing was changed."),
		    WEXITSTATUS(ended));
	return DOSSIER_OK;
}

dossier_status
editor_run(char **out, size_t *size, struct editor *editor, const char *text,
    size_t text_size, int line, dossier_error *err)
{
	const char *command;
	dossier_status status;

	*out = NULL;
	*size = 0;
	status = choose_editor(&command, err);
	if (status == DOSSIER_OK)
		status = editor_put(editor, text, text_size, err);
	if (status == DOSSIER_OK)
		status = check_end(run_editor(editor, command, line), command,
		    err);
	if (status == DOSSIER_OK)
		status = editor_get(out, size, editor, err);
	if (status != DOSSIER_OK)
		return status;
	if (editor_is_blank(*out, *size))
		editor->outcome = EDITOR_EMPTY;
	else if (*size == text_size && memcmp(*out, text, text_size) == 0)
		editor->outcome = EDITOR_UNCHANGED;
	else
		editor->outcome = EDITOR_SAVED;
	return DOSSIER_OK;
}
