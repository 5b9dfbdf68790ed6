/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/lang.h"
#include "common/self.h"

#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool
language_of(dossier_language *out, const char *text)
{
	if (strncmp(text, "nl", 2) == 0)
		*out = DOSSIER_DUTCH;
	else if (strncmp(text, "en", 2) == 0)
		*out = DOSSIER_ENGLISH;
	else
		return false;
	return true;
}

static const char *
locale_name(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *value;
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		value = getenv(names[i]);
		if (value != NULL && value[0] != '\0')
			return value;
	}
	return "";
}

dossier_language
lang_choose(int argc, char *const *argv)
{
	dossier_language language = DOSSIER_DUTCH;
	bool chosen = false;
	int i;

	/* The last one counts, as it does for every option. */
	for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
		if (strncmp(argv[i], "--lang=", 7) == 0)
			chosen |= language_of(&language, argv[i] + 7);
		else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
			chosen |= language_of(&language, argv[i + 1]);
	}
	if (!chosen)
		language_of(&language, locale_name());
	return language;
}

void
lang_begin(void)
{
	setlocale(LC_CTYPE, "C.UTF-8");
	/* In a locale called "C" gettext would not look at LANGUAGE. */
	setlocale(LC_MESSAGES, "C.UTF-8");
	setenv("LANGUAGE", "nl", 1);
}

/*
 * Commands stand deeper in the prefix than the dispatcher, so the catalogue
 * is looked for upwards from the program; a packager's other place for it is
 * compiled in.
 */
bool
lang_catalogue(char *out, size_t size)
{
	const char *given = getenv("DOSSIER_LOCALE_DIR");
	char folder[PATH_MAX], *slash;
	int length = 0, up;

	if (given != NULL && given[0] != '\0') {
		length = snprintf(out, size, "%s", given);
		return length >= 0 && (size_t)length < size;
	}
	if (!self_folder(folder, sizeof folder))
		folder[0] = '\0';
	for (up = 0; up < 4; up++) {
		slash = strrchr(folder, '/');
		if (slash == NULL)
			break;
		*slash = '\0';
		length = snprintf(out, size, "%s/" LOCALE_PATH, folder);
		if (length > 0 && (size_t)length < size &&
		    access(out, R_OK) == 0)
			return true;
	}
	length = snprintf(out, size, "%s", LOCALE_FOLDER);
	return length > 0 && (size_t)length < size;
}
