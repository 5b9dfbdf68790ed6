/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/near.h"

#include <string.h>

#define LENGTH_MAX 40

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Edit distance with swaps of neighbours; both at most LENGTH_MAX long. */
static size_t
distance(const char *a, const char *b)
{
	size_t d[LENGTH_MAX + 1][LENGTH_MAX + 1];
	size_t m = strlen(a), n = strlen(b), i, j;

	for (i = 0; i <= m; i++)
		d[i][0] = i;
	for (j = 0; j <= n; j++)
		d[0][j] = j;
	for (i = 1; i <= m; i++) {
		for (j = 1; j <= n; j++) {
			d[i][j] = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
			d[i][j] = least(d[i][j], d[i - 1][j] + 1);
			d[i][j] = least(d[i][j], d[i][j - 1] + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				d[i][j] = least(d[i][j],
				    d[i - 2][j - 2] + 1);
		}
	}
	return d[m][n];
}

const char *
near_name(const char *text, const char *const *names, size_t count)
{
	size_t length = strlen(text), best = 3, i, now;
	const char *found = NULL;

	if (length > LENGTH_MAX)
		return NULL;
	for (i = 0; i < count; i++) {
		if (strlen(names[i]) > LENGTH_MAX)
			continue;
		now = distance(text, names[i]);
		if (now < best && now * 2 < length) {
			best = now;
			found = names[i];
		}
	}
	return found;
}
