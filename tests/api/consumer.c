/* SPDX-License-Identifier: EUPL-1.2 */
/* Someone else's program: reads a day and says how it went. */
#include <dossier.h>
#include <stdio.h>

int
main(void)
{
	dossier_error err = DOSSIER_ERROR_INIT(DOSSIER_ENGLISH);
	dossier_day day;
	dossier_status status = dossier_day_parse(&day, "1970-01-31", &err);

	printf("%s %d %s\n", DOSSIER_VERSION, (int)day.number,
	    dossier_status_name(status));
	return status == DOSSIER_OK ? 0 : 1;
}
