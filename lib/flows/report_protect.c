/* SPDX-License-Identifier: EUPL-1.2 */
/* Small numbers of people: not told, and not to be worked out either. */
#include "flows/report_count.h"

#define FEWEST 5			/* as S16 has it: under this, nothing */

bool
ds_report_few(size_t number)
{
	return number > 0 && number < FEWEST;
}

/* The smallest that is told; `count` when there is none. */
static size_t
smallest(const bool *masked, const size_t *numbers, size_t count)
{
	size_t best = count, i;

	for (i = 0; i < count; i++)
		if (!masked[i] && numbers[i] > 0 &&
		    (best == count || numbers[i] < numbers[best]))
			best = i;
	return best;
}

bool
ds_report_protect(bool *masked, const size_t *numbers, size_t count)
{
	size_t hidden = 0, sum = 0, i;

	for (i = 0; i < count; i++) {
		masked[i] = ds_report_few(numbers[i]);
		hidden += masked[i];
		sum += masked[i] ? numbers[i] : 0;
	}
	/* Total less the rest would tell one alone, or few together. */
	while (hidden > 0 && (hidden == 1 || sum < FEWEST)) {
		i = smallest(masked, numbers, count);
		if (i == count)
			return true;
		masked[i] = true;
		hidden++;
		sum += numbers[i];
	}
	return false;
}
