/* SPDX-License-Identifier: EUPL-1.2 */
/* The files of the folder in which a text is edited. */
#include "common/editor_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Up to `most` bytes, and what stopped it as an errno. */
static int
read_bytes(int fd, char *out, size_t most, size_t *size)
{
	ssize_t got;

	*size = 0;
	while (*size < most) {
		got = read(fd, out + *size, most - *size);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return errno;
		if (got == 0)
			break;
		*size += (size_t)got;
	}
	return 0;
}

static int
read_open_file(char **out, size_t *size, int fd)
{
	struct stat st;
	char *text;
	int number;

	if (fstat(fd, &st) != 0)
		return errno;
	if (!S_ISREG(st.st_mode))
		return ELOOP;
	if (st.st_size > EDITOR_MOST)
		return EFBIG;
	text = malloc((size_t)st.st_size + 1);
	if (text == NULL)
		return ENOMEM;
	number = read_bytes(fd, text, (size_t)st.st_size, size);
	if (number != 0) {
		free(text);
		return number;
	}
	text[*size] = '\0';
	*out = text;
	return 0;
}

int
editor_read_file(char **out, size_t *size, int folder, const char *name)
{
	/* Something that is no file must not keep us waiting. */
	int fd = openat(folder, name,
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC), number;

	*out = NULL;
	if (fd < 0)
		return errno;
	number = read_open_file(out, size, fd);
	close(fd);
	return number;
}

static int
write_bytes(int fd, const char *text, size_t size)
{
	ssize_t done;

	while (size > 0) {
		done = write(fd, text, size);
		if (done < 0 && errno != EINTR)
			return errno;
		if (done < 0)
			continue;
		text += done;
		size -= (size_t)done;
	}
	return 0;
}

int
editor_write_file(int folder, const char *name, const char *text, size_t size)
{
	int fd, number;

	unlinkat(folder, EDITOR_NEW, 0);
	fd = openat(folder, EDITOR_NEW,
	    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return errno;
	number = write_bytes(fd, text, size);
	if (close(fd) != 0 && number == 0)
		number = errno;
	if (number == 0 && renameat(folder, EDITOR_NEW, folder, name) != 0)
		number = errno;
	if (number != 0)
		unlinkat(folder, EDITOR_NEW, 0);
	return number;
}
