/* SPDX-License-Identifier: EUPL-1.2 */
/* The language of help and messages, and where their Dutch comes from. */
#ifndef CMD_LANG_H
#define CMD_LANG_H

#include "dossier.h"

/* Marks a message for translation; it is translated where it is used. */
#define N_(text) text

/*
 * --lang among the arguments, else the locale where it is Dutch or English,
 * else Dutch: cron's C locale says nothing about who reads the mail.
 */
dossier_language lang_choose(int argc, char *const *argv);

/*
 * Let gettext answer in Dutch, whatever the locale, and let text be UTF-8.
 * Numbers, days and order stay those of the C locale, so that the same
 * input gives the same bytes everywhere.
 */
void lang_begin(void);

/* The folder of the catalogues: $DOSSIER_LOCALE_DIR, else beside us. */
bool lang_catalogue(char *out, size_t size);

#endif
