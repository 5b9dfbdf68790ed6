/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The folder in which a text is edited: dossier-UID-KEY-XXXXXX, mode 0700,
 * on a file system in memory. Who works in it holds a lock on it, the editor
 * too, so that one without a lock was left by processes that are gone.
 */
#include "common/editor_parts.h"
#include "common/exit.h"
#include "common/lang.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <linux/magic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#define RANDOM "XXXXXX"
#define TRIES 16

/* What was found while looking through the place. */
struct found {
	const char *place;
	char mine[32];			/* how the names of our own begin */
	char wanted[80];		/* and those for the key */
	char folder[PATH_MAX];		/* the newest for the key, or "" */
	int held;			/* locked, or -1 */
	struct timespec saved;		/* when it was written */
};

/* ---- in memory ---- */

static bool
is_in_memory(const char *path)
{
	struct statfs system;

	return path != NULL && path[0] == '/' &&
	    statfs(path, &system) == 0 &&
	    (system.f_type == TMPFS_MAGIC || system.f_type == RAMFS_MAGIC) &&
	    access(path, R_OK | W_OK | X_OK) == 0;
}

static dossier_status
choose_place(struct editor *editor, const char *given, dossier_error *err)
{
	const char *places[] = {
		given != NULL ? given : "/dev/shm",
		given != NULL ? NULL : getenv("XDG_RUNTIME_DIR"),
	};
	size_t i;

	for (i = 0; i < sizeof places / sizeof places[0]; i++) {
		if (!is_in_memory(places[i]) ||
		    strlen(places[i]) > PATH_MAX - 128)
			continue;
		snprintf(editor->place, sizeof editor->place, "%s", places[i]);
		return DOSSIER_OK;
	}
	exit_advise(err, N_("Change the fields one by one, with --set "
	    "FIELD=VALUE."));
	return exit_fail(err, DOSSIER_FORBIDDEN, N_("A dossier is edited in "
	    "memory only, so that it leaves no copy on a disk, and neither "
	    "/dev/shm nor $XDG_RUNTIME_DIR is in memory and can be "
	    "written."));
}

/* ---- a folder ---- */

/* The folder, locked; -1 when it is not ours or someone works in it. */
static int
hold(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
	    O_CLOEXEC);
	struct stat st;

	if (fd < 0)
		return -1;
	/* Without links it was removed while we waited for nothing. */
	if (fstat(fd, &st) == 0 && st.st_uid == geteuid() &&
	    flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &st) == 0 &&
	    st.st_nlink > 0)
		return fd;
	close(fd);
	return -1;
}

static int
remove_one(const char *path, const struct stat *st, int kind,
    struct FTW *place)
{
	(void)st;
	(void)kind;
	(void)place;
	remove(path);
	return 0;
}

static void
remove_folder(const char *folder)
{
	nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* Files that the editor made: a swap file, a copy. */
static bool
has_others(const char *folder)
{
	DIR *files = opendir(folder);
	const struct dirent *file;
	bool others = false;

	while (files != NULL && (file = readdir(files)) != NULL)
		others = others || (strcmp(file->d_name, ".") != 0 &&
		    strcmp(file->d_name, "..") != 0 &&
		    strcmp(file->d_name, EDITOR_TEXT) != 0 &&
		    strcmp(file->d_name, EDITOR_GIVEN) != 0 &&
		    strcmp(file->d_name, EDITOR_NEW) != 0);
	if (files != NULL)
		closedir(files);
	return others;
}

/* Is `text` another than was given, apart from the reason on top? */
static bool
is_changed(int held, const char *text, size_t size)
{
	char *given;
	size_t given_size, before, top;
	bool changed;
	int lines;

	if (editor_is_blank(text, size))
		return false;
	if (editor_read_file(&given, &given_size, held, EDITOR_GIVEN) != 0)
		return true;
	before = editor_reason_size(given, given_size, &lines);
	top = editor_reason_size(text, size, &lines);
	changed = given_size - before != size - top ||
	    memcmp(given + before, text + top, size - top) != 0;
	free(given);
	return changed;
}

/* Did anybody type what would be lost with the folder? */
static bool
has_typed(const char *folder, int held)
{
	char *text;
	size_t size;
	int number = editor_read_file(&text, &size, held, EDITOR_TEXT);
	bool typed = has_others(folder) || (number != 0 && number != ENOENT);

	if (!typed && number == 0)
		typed = is_changed(held, text, size);
	free(text);
	return typed;
}

/* ---- what was left ---- */

/* Is it newer than what was found before? */
static void
take_newest(struct found *found, const char *folder, int held)
{
	struct stat st;

	if (fstatat(held, EDITOR_TEXT, &st, AT_SYMLINK_NOFOLLOW) != 0)
		memset(&st, 0, sizeof st);
	if (found->held >= 0 && (st.st_mtim.tv_sec < found->saved.tv_sec ||
	    (st.st_mtim.tv_sec == found->saved.tv_sec &&
	    st.st_mtim.tv_nsec <= found->saved.tv_nsec))) {
		close(held);
		return;
	}
	if (found->held >= 0)
		close(found->held);
	found->held = held;
	found->saved = st.st_mtim;
	snprintf(found->folder, sizeof found->folder, "%s", folder);
}

static void
look_at(struct found *found, const char *name)
{
	char folder[PATH_MAX];
	int held;

	if (strncmp(name, found->mine, strlen(found->mine)) != 0 ||
	    snprintf(folder, sizeof folder, "%s/%s", found->place, name) >=
	    (int)sizeof folder)
		return;
	held = hold(folder);
	if (held < 0)
		return;
	if (!has_typed(folder, held)) {
		remove_folder(folder);
		close(held);
	} else if (strncmp(name, found->wanted, strlen(found->wanted)) == 0) {
		take_newest(found, folder, held);
	} else {
		close(held);
	}
}

static void
look_around(struct editor *editor)
{
	struct found found = { .place = editor->place, .held = -1 };
	DIR *place = opendir(editor->place);
	const struct dirent *entry;

	snprintf(found.mine, sizeof found.mine, "dossier-%u-",
	    (unsigned)geteuid());
	snprintf(found.wanted, sizeof found.wanted, "%s%s-", found.mine,
	    editor->key);
	while (place != NULL && (entry = readdir(place)) != NULL)
		look_at(&found, entry->d_name);
	if (place != NULL)
		closedir(place);
	editor->left_held = found.held;
	if (found.held >= 0)
		snprintf(editor->left, sizeof editor->left, "%.*s/"
		    EDITOR_TEXT, PATH_MAX - 32, found.folder);
}

/* ---- from begin to end ---- */

static dossier_status
fail_folder(int number, dossier_error *err)
{
	bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;

	return exit_fail(err, full ? DOSSIER_FULL : DOSSIER_IO,
	    N_("The text to edit could not be put in memory or read back: "
	    "%s."), strerror(number));
}

dossier_status
editor_begin(struct editor *out, const char *key, const char *place,
    dossier_error *err)
{
	dossier_status status;

	memset(out, 0, sizeof *out);
	out->held = out->left_held = -1;
	snprintf(out->key, sizeof out->key, "%s", key);
	status = choose_place(out, place, err);
	if (status == DOSSIER_OK)
		look_around(out);
	return status;
}

dossier_status
editor_take_over(char **out, size_t *size, struct editor *editor,
    dossier_error *err)
{
	size_t all, top;
	char *text;
	int lines, number;

	*out = NULL;
	*size = 0;
	number = editor_read_file(&text, &all, editor->left_held, EDITOR_TEXT);
	/* All that was typed may stand in the editor's own swap file. */
	if (number == ENOENT)
		number = editor_read_file(&text, &all, editor->left_held,
		    EDITOR_GIVEN);
	if (number == ENOMEM)
		return exit_no_memory(err);
	if (number != 0)
		return fail_folder(number, err);
	top = editor_reason_size(text, all, &lines);
	memmove(text, text + top, all - top + 1);
	snprintf(editor->file, sizeof editor->file, "%s", editor->left);
	snprintf(editor->folder, sizeof editor->folder, "%.*s",
	    (int)(strlen(editor->left) - strlen("/" EDITOR_TEXT)),
	    editor->left);
	editor->held = editor->left_held;
	editor->left_held = -1;
	editor->left[0] = '\0';
	*out = text;
	*size = all - top;
	return DOSSIER_OK;
}

/* Someone who cleans up may remove a folder that is not locked yet. */
static dossier_status
make_folder(struct editor *editor, dossier_error *err)
{
	int tries;

	for (tries = 0; tries < TRIES && editor->held < 0; tries++) {
		snprintf(editor->folder, sizeof editor->folder,
		    "%.*s/dossier-%u-%s-" RANDOM, PATH_MAX - 128,
		    editor->place, (unsigned)geteuid(), editor->key);
		if (mkdtemp(editor->folder) == NULL)
			break;
		editor->held = hold(editor->folder);
	}
	if (editor->held >= 0) {
		snprintf(editor->file, sizeof editor->file, "%.*s/"
		    EDITOR_TEXT, PATH_MAX - 32, editor->folder);
		return DOSSIER_OK;
	}
	editor->folder[0] = '\0';
	return fail_folder(errno, err);
}

dossier_status
editor_put(struct editor *editor, const char *text, size_t size,
    dossier_error *err)
{
	dossier_status status = DOSSIER_OK;
	int number = 0;

	if (editor->held < 0) {
		status = make_folder(editor, err);
		if (status != DOSSIER_OK)
			return status;
		number = editor_write_file(editor->held, EDITOR_GIVEN, text,
		    size);
	}
	if (number == 0)
		number = editor_write_file(editor->held, EDITOR_TEXT, text,
		    size);
	return number == 0 ? DOSSIER_OK : fail_folder(number, err);
}

dossier_status
editor_get(char **out, size_t *size, const struct editor *editor,
    dossier_error *err)
{
	int number = editor_read_file(out, size, editor->held, EDITOR_TEXT);

	switch (number) {
	case 0:
		return DOSSIER_OK;
	case ENOMEM:
		return exit_no_memory(err);
	case ENOENT:
		return exit_fail(err, DOSSIER_INVALID, N_("The editor left no "
		    "text; nothing was changed."));
	case ELOOP:
		return exit_fail(err, DOSSIER_INVALID, N_("The editor left "
		    "something else than a file; nothing was changed."));
	case EFBIG:
		return exit_fail(err, DOSSIER_INVALID, N_("The text is larger "
		    "than 1 MiB; nothing was changed."));
	default:
		return fail_folder(number, err);
	}
}

/* An editor that went on by itself holds what we let go. */
static bool
is_still_open(struct editor *editor)
{
	close(editor->held);
	editor->held = hold(editor->folder);
	return editor->held < 0;
}

bool
editor_end(struct editor *editor, bool accepted, dossier_language language)
{
	bool kept = editor->held >= 0 && !accepted &&
	    (is_still_open(editor) ||
	    has_typed(editor->folder, editor->held));

	if (kept) {
		fprintf(stderr, dossier_text(language, N_("What you typed is "
		    "kept in memory, in %s. \"dossier edit %s\" goes on with "
		    "it.")), editor->file, editor->key);
		fputc('\n', stderr);
	} else if (editor->held >= 0) {
		remove_folder(editor->folder);
	}
	if (editor->held >= 0)
		close(editor->held);
	if (editor->left_held >= 0)
		close(editor->left_held);
	editor->held = editor->left_held = -1;
	return kept;
}
