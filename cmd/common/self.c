/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/self.h"

#include <string.h>
#include <unistd.h>

bool
self_folder(char *out, size_t size)
{
	ssize_t length = readlink("/proc/self/exe", out, size - 1);
	char *slash;

	if (length <= 0 || (size_t)length >= size - 1)
		return false;
	out[length] = '\0';
	slash = strrchr(out, '/');
	if (slash == NULL)
		return false;
	*slash = '\0';
	return true;
}
