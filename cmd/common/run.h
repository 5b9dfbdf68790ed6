/* SPDX-License-Identifier: EUPL-1.2 */
/* How every command starts. */
#ifndef CMD_RUN_H
#define CMD_RUN_H

#include <signal.h>

#include "dossier.h"

/*
 * Not 0 once Ctrl-C or a polite kill came in; the library looks at it
 * between rows and gives up what is not committed. A second one ends at
 * once.
 */
extern volatile sig_atomic_t run_stop;

/*
 * Keep what we write and hold private, take signals, set the language.
 * Returns the language of help and messages.
 */
dossier_language run_begin(int argc, char *const *argv);

#endif
