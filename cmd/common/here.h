/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a command takes from where it runs, since the library reads neither
 * the environment nor the clock: the store, the day, the person.
 */
#ifndef CMD_HERE_H
#define CMD_HERE_H

#include "common/opt.h"
#include "dossier.h"

/*
 * The path of the store: --db, else $DOSSIER_DB, else dossier/dossier.db in
 * $XDG_DATA_HOME or ~/.local/share. DOSSIER_USAGE when there is none.
 */
dossier_status here_store(char *out, size_t size,
    const struct opt_shared *shared, dossier_error *err);

/* The business day: --today, else the day on the local calendar. */
dossier_status here_today(dossier_day *out, const struct opt_shared *shared,
    dossier_error *err);

/* --as, else $DOSSIER_AS, else NULL: whom `init` bound to the login. */
const char *here_actor(const struct opt_shared *shared);

/* The login of who started the command, "?" when it has no name. */
void here_login(char *out, size_t size);

#endif
