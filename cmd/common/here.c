/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/here.h"
#include "common/exit.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* A variable of the environment; NULL also when it is empty. */
static const char *
variable(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && value[0] != '\0' ? value : NULL;
}

dossier_status
here_store(char *out, size_t size, const struct opt_shared *shared,
    dossier_error *err)
{
	const char *given = shared->db != NULL ? shared->db :
	    variable("DOSSIER_DB");
	const char *data = variable("XDG_DATA_HOME");
	const char *home = variable("HOME");
	int length;

	if (given != NULL) {
		length = snprintf(out, size, "%s", given);
	} else if (data != NULL && data[0] == '/') {
		length = snprintf(out, size, "%s/dossier/dossier.db", data);
	} else if (home != NULL) {
		length = snprintf(out, size,
		    "%s/.local/share/dossier/dossier.db", home);
	} else {
		exit_advise(err, N_("Name the store with --db FILE."));
		return exit_fail(err, DOSSIER_USAGE,
		    N_("There is no home folder to look for the store in."));
	}
	if (length <= 0 || (size_t)length >= size)
		return exit_fail(err, DOSSIER_USAGE,
		    N_("The path of the store is empty or too long."));
	return DOSSIER_OK;
}

dossier_status
here_today(dossier_day *out, const struct opt_shared *shared,
    dossier_error *err)
{
	time_t now = time(NULL);
	struct tm calendar;
	char text[sizeof "yyyy-mm-dd"];

	if (shared->today.number != DOSSIER_NO_DAY.number) {
		*out = shared->today;
		return DOSSIER_OK;
	}
	if (localtime_r(&now, &calendar) == NULL ||
	    strftime(text, sizeof text, "%Y-%m-%d", &calendar) == 0) {
		exit_advise(err, N_("Give the day with --today DAY."));
		return exit_fail(err, DOSSIER_USAGE,
		    N_("The clock of this machine gives no day."));
	}
	return dossier_day_parse(out, text, err);
}

const char *
here_actor(const struct opt_shared *shared)
{
	return shared->as != NULL ? shared->as : variable("DOSSIER_AS");
}

void
here_login(char *out, size_t size)
{
	const struct passwd *account = getpwuid(geteuid());

	snprintf(out, size, "%s", account != NULL ? account->pw_name : "?");
}
