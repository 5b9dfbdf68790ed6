/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/mem.h"

#define BLOCK ((size_t)32 * 1024)

/* ---- what went wrong ---- */

/* What reading and writing have in common; the rest is said by `other`. */
static dossier_status
fail_file(dossier_error *err, int number, const char *path,
    const char *other)
{
	switch (number) {
	case ENOMEM:
		return ds_no_memory(err);
	case EISDIR:
		return ds_fail(err, DOSSIER_IO,
		    N_("%s is a folder, not a file."), path);
	case EACCES:
	case EPERM:
		ds_fail(err, DOSSIER_IO, N_("You have no permission to use "
		    "%s."), path);
		ds_advise(err, N_("Ask the owner of the folder for access, "
		    "or choose another folder."));
		return DOSSIER_IO;
	default:
		return ds_fail(err, DOSSIER_IO, other, path,
		    strerror(number));
	}
}

static dossier_status
fail_read(dossier_error *err, int number, const char *path)
{
	if (number == ENOENT || number == ENOTDIR) {
		ds_fail(err, DOSSIER_NOT_FOUND, N_("The file %s is not "
		    "there."), path);
		ds_advise(err, N_("Check the name of the file and the folder "
		    "it is in."));
		return DOSSIER_NOT_FOUND;
	}
	return fail_file(err, number, path,
	    N_("The file %s cannot be read: %s."));
}

static dossier_status
fail_write(dossier_error *err, int number, const char *path)
{
	switch (number) {
	case ENOSPC:
	case EDQUOT:
		ds_fail(err, DOSSIER_FULL, N_("There is no room left on the "
		    "disk for %s."), path);
		ds_advise(err, N_("Make room on the disk, or choose another "
		    "folder, and try again."));
		return DOSSIER_FULL;
	case EFBIG:
		ds_fail(err, DOSSIER_FULL, N_("The file %s would become "
		    "larger than this computer allows."), path);
		ds_advise(err, N_("Choose another folder, or ask for a "
		    "higher limit, and try again."));
		return DOSSIER_FULL;
	case ENOENT:
	case ENOTDIR:
		ds_fail(err, DOSSIER_IO, N_("The folder of %s is not there."),
		    path);
		ds_advise(err, N_("Make the folder first, or choose another "
		    "one."));
		return DOSSIER_IO;
	default:
		return fail_file(err, number, path,
		    N_("The file %s cannot be written: %s."));
	}
}

/* ---- reading ---- */

static dossier_status
read_all(struct ds_buf *out, int fd, const char *path, size_t limit,
    dossier_error *err)
{
	char block[16 * 1024];
	size_t total = 0;
	ssize_t got;

	for (;;) {
		got = read(fd, block, sizeof block);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return fail_read(err, errno, path);
		if (got == 0)
			break;
		if ((size_t)got > limit - total)
			return ds_fail(err, DOSSIER_INVALID, N_("The file %s "
			    "is too large: at most %zu bytes can be read."),
			    path, limit);
		total += (size_t)got;
		ds_buf_add(out, block, (size_t)got);
	}
	return out->failed ? ds_no_memory(err) : DOSSIER_OK;
}

dossier_status
ds_file_read(struct ds_buf *out, const char *path, size_t limit,
    dossier_error *err)
{
	dossier_status status;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return fail_read(err, errno, path);
	status = read_all(out, fd, path, limit, err);
	close(fd);
	return status;
}

bool
ds_file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

/* ---- folders ---- */

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The folder of `path` with its last slash, or "./"; ds_free it. */
static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t size = slash == NULL ? 2 : (size_t)(slash - path) + 1;
	char *folder = ds_alloc(size + 1);

	if (folder != NULL)
		memcpy(folder, slash == NULL ? "./" : path, size);
	return folder;
}

dossier_status
ds_file_make_folder(const char *path, dossier_error *err)
{
	dossier_status status = DOSSIER_OK;
	char *folder = folder_of(path), *slash;
	int number;

	if (folder == NULL)
		return ds_no_memory(err);
	/* Each parent in turn; the slash at the start names the root. */
	for (slash = strchr(folder + 1, '/');
	    status == DOSSIER_OK && slash != NULL;
	    slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		number = mkdir(folder, 0700) == 0 ? 0 : errno;
		if (number == EEXIST && !is_folder(folder))
			status = ds_fail(err, DOSSIER_IO, N_("%s is a file, "
			    "where a folder is needed."), folder);
		else if (number != 0 && !is_folder(folder))
			status = fail_write(err, number, folder);
		*slash = '/';
	}
	ds_free(folder);
	return status;
}

/* ---- files that appear whole or not at all ---- */

struct ds_outfile {
	char *path;
	char *folder;		/* with its last slash */
	char *temp;		/* the file until it is whole */
	int fd;
	bool nameless;		/* has no name yet: a kill leaves nothing */
	int failed;		/* errno of the first failure, or 0 */
	size_t used;
	char block[BLOCK];
};

static void
free_outfile(struct ds_outfile *file)
{
	ds_free(file->path);
	ds_free(file->folder);
	ds_free(file->temp);
	ds_free(file);
}

/* A name in the same folder that nobody can have taken or foreseen. */
static dossier_status
name_outfile(struct ds_outfile *file, const char *path, dossier_error *err)
{
	unsigned char random[8];
	char hex[2 * sizeof random + 1];
	size_t size = strlen(path) + 1;

	DS_TRY(ds_random(random, sizeof random, err));
	ds_hex(hex, random, sizeof random);
	file->path = ds_alloc(size);
	file->folder = folder_of(path);
	file->temp = ds_alloc(size + sizeof "./.dossier-" + sizeof hex);
	if (file->path == NULL || file->folder == NULL || file->temp == NULL)
		return ds_no_memory(err);
	memcpy(file->path, path, size);
	snprintf(file->temp, size + sizeof "./.dossier-" + sizeof hex,
	    "%s.dossier-%s", file->folder, hex);
	return DOSSIER_OK;
}

/*
 * A file without a name dies with its process, whatever kills that. Not
 * every file system can: there the file has its temporary name at once.
 */
static void
open_nameless(struct ds_outfile *file)
{
	file->fd = open(file->folder[0] != '\0' ? file->folder : ".",
	    O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600);
	file->nameless = file->fd >= 0;
}

/* Its temporary name, for the moment between whole and in place. */
static int
name_it(struct ds_outfile *file)
{
	char self[64];

	if (!file->nameless)
		return 0;
	snprintf(self, sizeof self, "/proc/self/fd/%d", file->fd);
	if (linkat(AT_FDCWD, self, AT_FDCWD, file->temp,
	    AT_SYMLINK_FOLLOW) != 0)
		return errno;
	file->nameless = false;
	return 0;
}

dossier_status
ds_outfile_open(struct ds_outfile **out, const char *path,
    dossier_error *err)
{
	struct ds_outfile *file;
	struct stat st;
	dossier_status status;

	/* rename() would put a file in the place of a device such as null. */
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
		return S_ISDIR(st.st_mode) ? fail_write(err, EISDIR, path) :
		    ds_fail(err, DOSSIER_IO, N_("%s is not an ordinary file "
		    "and cannot be replaced."), path);
	file = ds_alloc(sizeof *file);
	if (file == NULL)
		return ds_no_memory(err);
	status = name_outfile(file, path, err);
	if (status == DOSSIER_OK) {
		open_nameless(file);
		if (file->fd < 0)
			file->fd = open(file->temp, O_WRONLY | O_CREAT |
			    O_EXCL | O_CLOEXEC, 0600);
		if (file->fd < 0)
			status = fail_write(err, errno, path);
	}
	if (status == DOSSIER_OK)
		*out = file;
	else
		free_outfile(file);
	return status;
}

/* Write all of it; the first failure is remembered for the commit. */
static void
write_all(struct ds_outfile *file, const char *bytes, size_t size)
{
	ssize_t done;

	while (size > 0 && file->failed == 0) {
		done = write(file->fd, bytes, size);
		if (done < 0 && errno != EINTR)
			file->failed = errno;
		if (done < 0)
			continue;
		bytes += done;
		size -= (size_t)done;
	}
}

static void
flush(struct ds_outfile *file)
{
	write_all(file, file->block, file->used);
	file->used = 0;
}

dossier_status
ds_outfile_write(struct ds_outfile *file, const char *bytes, size_t size,
    dossier_error *err)
{
	if (size > BLOCK - file->used)
		flush(file);
	if (size > BLOCK) {
		write_all(file, bytes, size);
	} else {
		memcpy(file->block + file->used, bytes, size);
		file->used += size;
	}
	if (file->failed != 0)
		return fail_write(err, file->failed, file->path);
	return DOSSIER_OK;
}

/* 0, or why the new name may not outlive a power cut. */
static int
sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int number = 0;

	if (fd < 0)
		return errno;
	/* Some network folders cannot sync, and say so by EINVAL. */
	if (fsync(fd) != 0 && errno != EINVAL)
		number = errno;
	close(fd);
	return number;
}

dossier_status
ds_outfile_commit(struct ds_outfile *file, dossier_error *err)
{
	dossier_status status = DOSSIER_OK;

	flush(file);
	if (file->failed == 0 && fsync(file->fd) != 0)
		file->failed = errno;
	if (file->failed == 0)
		file->failed = name_it(file);
	if (close(file->fd) != 0 && file->failed == 0)
		file->failed = errno;
	if (file->failed == 0 && rename(file->temp, file->path) != 0)
		file->failed = errno;
	if (file->failed != 0 && !file->nameless)
		unlink(file->temp);
	if (file->failed == 0)
		file->failed = sync_folder(file->folder);
	if (file->failed != 0)
		status = fail_write(err, file->failed, file->path);
	free_outfile(file);
	return status;
}

void
ds_outfile_abandon(struct ds_outfile *file)
{
	if (file == NULL)
		return;
	close(file->fd);
	if (!file->nameless)
		unlink(file->temp);
	free_outfile(file);
}
