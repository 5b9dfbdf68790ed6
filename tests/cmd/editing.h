/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A place in memory, an environment and fake editors, for the tests of the
 * editor. The fake ones are lines of the shell; $1 (or what comes last) is
 * the file. Skipped where nothing is in memory.
 */
#ifndef TESTS_CMD_EDITING_H
#define TESTS_CMD_EDITING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "common/editor.h"

#define GIVEN "# Een dossier.\nname: Zoë\nclass: 4a\n"
#define KEY "7QK2M4XVD"

static char place[64], script[96];
static struct editor editor;
static dossier_error err;

static inline int
editing_begin(void **state)
{
	snprintf(place, sizeof place, "/dev/shm/test-editor-XXXXXX");
	if (access("/dev/shm", W_OK) != 0 || mkdtemp(place) == NULL)
		place[0] = '\0';
	snprintf(script, sizeof script, "%s/fake", place);
	unsetenv("VISUAL");
	unsetenv("EDITOR");
	setenv("HOME", "/nonexistent", 1);
	memset(&err, 0, sizeof err);
	umask(022);
	return 0;
}

/* Run a line of the shell in the place. */
static inline void
shell(const char *format, ...)
{
	char line[512] = "cd \"$PLACE\" && ";
	size_t used = strlen(line);
	va_list args;

	if (place[0] == '\0')
		skip();
	va_start(args, format);
	vsnprintf(line + used, sizeof line - used, format, args);
	va_end(args);
	setenv("PLACE", place, 1);
	assert_int_equal(system(line), 0);
}

static inline int
editing_end(void **state)
{
	if (place[0] != '\0')
		shell("rm -rf \"$PLACE\"");
	return 0;
}

/* Names in the place beside the fake editor. */
static inline int
left_behind(void)
{
	DIR *files = opendir(place);
	const struct dirent *file;
	int count = 0;

	assert_non_null(files);
	while ((file = readdir(files)) != NULL)
		count += strncmp(file->d_name, "dossier-", 8) == 0;
	closedir(files);
	return count;
}

/* $EDITOR becomes these lines of the shell. */
static inline void
fake(const char *lines)
{
	char command[128];
	FILE *to;

	if (place[0] == '\0')
		skip();
	to = fopen(script, "w");
	assert_non_null(to);
	fprintf(to, "set -eu\n%s\n", lines);
	assert_int_equal(fclose(to), 0);
	snprintf(command, sizeof command, "sh %s", script);
	setenv("EDITOR", command, 1);
}

static inline void
start_editing(void)
{
	memset(&err, 0, sizeof err);
	assert_int_equal(editor_begin(&editor, KEY, place, &err), DOSSIER_OK);
}

/* Run the fake editor on GIVEN. */
static inline dossier_status
edit(char **out, size_t *size)
{
	dossier_status status = editor_run(out, size, &editor, GIVEN,
	    strlen(GIVEN), 2, &err);

	assert_int_equal(*out != NULL, status == DOSSIER_OK);
	return status;
}

/* A run that goes well, with what it saves. */
static inline void
expect_saved(const char *lines, const char *wanted,
    enum editor_outcome outcome)
{
	char *text;
	size_t size;

	fake(lines);
	start_editing();
	assert_int_equal(edit(&text, &size), DOSSIER_OK);
	assert_string_equal(text, wanted);
	assert_int_equal(size, strlen(wanted));
	assert_int_equal(editor.outcome, outcome);
	free(text);
}

/* A run that fails; `kept` is what is found in the file, NULL: nothing. */
static inline void
expect_failed(const char *lines, dossier_status status, const char *kept)
{
	char *text, found[256] = "";
	size_t size;
	FILE *from;

	fake(lines);
	start_editing();
	assert_int_equal(edit(&text, &size), status);
	assert_int_equal(err.status, status);
	assert_string_not_equal(err.message, "");
	assert_int_equal(editor_end(&editor, false, DOSSIER_ENGLISH),
	    kept != NULL);
	assert_int_equal(left_behind(), kept != NULL);
	if (kept == NULL)
		return;
	from = fopen(editor.file, "r");
	assert_non_null(from);
	size = fread(found, 1, sizeof found - 1, from);
	fclose(from);
	assert_string_equal(found, kept);
}

#endif
