/* SPDX-License-Identifier: EUPL-1.2 */
/* A folder of a test's own: where TMPDIR says, when its name is short. */
#ifndef TESTS_FOLDER_H
#define TESTS_FOLDER_H

#include <stdio.h>
#include <stdlib.h>

static inline void
make_folder(char *out, size_t size)
{
	const char *temp = getenv("TMPDIR");

	if (temp == NULL || snprintf(out, size, "%s/dossier-test-XXXXXX",
	    temp) >= (int)size)
		snprintf(out, size, "/tmp/dossier-test-XXXXXX");
	assert_non_null(mkdtemp(out));
}

#endif
