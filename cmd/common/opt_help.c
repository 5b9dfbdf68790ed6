/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/opt.h"
#include "common/commands.h"

#include <string.h>

#define TEXT_AT 26		/* where the explanation of an option begins */
#define NARROWEST 40

/* Columns of UTF-8 text of ours: Latin letters, one column each. */
static int
columns(const char *text, size_t size)
{
	int n = 0;
	size_t i;

	for (i = 0; i < size; i++)
		n += ((unsigned char)text[i] & 0xC0) != 0x80;
	return n;
}

/* Print words from column `at`, going on at column `indent`. */
static void
put_wrapped(FILE *to, const char *text, int at, int indent, int width)
{
	bool first = true;
	size_t size;

	while (*text != '\0') {
		size = strcspn(text, " ");
		if (!first && at + 1 + columns(text, size) > width) {
			fprintf(to, "\n%*s", indent, "");
			at = indent;
			first = true;
		}
		if (!first)
			at += fprintf(to, " ");
		fwrite(text, 1, size, to);
		at += columns(text, size);
		first = false;
		text += size;
		text += strspn(text, " ");
	}
	fputc('\n', to);
}

static void
put_choices(FILE *to, const struct opt *opt, int width)
{
	char text[512];
	size_t used = 0;
	int i;

	for (i = 0; opt->choices[i] != NULL && used < sizeof text; i++)
		used += (size_t)snprintf(text + used, sizeof text - used,
		    "%s%s", i == 0 ? "" : " | ", opt->choices[i]);
	fprintf(to, "%*s", TEXT_AT, "");
	put_wrapped(to, text, TEXT_AT, TEXT_AT, width);
}

static void
put_option(FILE *to, const struct opt *opt, dossier_language language,
    int width)
{
	char left[128], letter[5] = "";
	const char *argument = opt->argument, *text = opt->help;
	int at;

	if (opt->letter != 0)
		snprintf(letter, sizeof letter, "-%c, ", opt->letter);
	if (argument != NULL)
		argument = dossier_text(language, argument);
	snprintf(left, sizeof left, "  %4s--%s%s%s", letter, opt->name,
	    argument != NULL ? "=" : "", argument != NULL ? argument : "");
	fputs(left, to);
	at = columns(left, strlen(left));
	if (at + 2 > TEXT_AT) {
		fputc('\n', to);
		at = 0;
	}
	fprintf(to, "%*s", TEXT_AT - at, "");
	put_wrapped(to, dossier_text(language, text), TEXT_AT, TEXT_AT, width);
	if (opt->choices != NULL)
		put_choices(to, opt, width);
}

static void
put_summary(FILE *to, const char *name, dossier_language language, int width)
{
	const struct command *command = commands;
	int at;

	while (command->name != NULL && strcmp(command->name, name) != 0)
		command++;
	at = fprintf(to, "dossier %s", name);
	if (command->name == NULL) {
		fputc('\n', to);
		return;
	}
	fputs(" – ", to);
	put_wrapped(to, dossier_text(language, command->summary), at + 3, 4,
	    width);
}

static void
put_title(FILE *to, dossier_language language, const char *title)
{
	fprintf(to, "\n%s\n", dossier_text(language, title));
}

void
opt_help(FILE *to, const struct opt_command *command,
    dossier_language language, int width)
{
	const char *const *example = command->examples;
	struct opt_shared shared;
	struct opt table[OPT_MAX];
	size_t count, own = 0, i;

	if (width < NARROWEST)
		width = NARROWEST;
	put_summary(to, command->name, language, width);
	if (example != NULL)
		put_title(to, language, N_("Examples:"));
	for (; example != NULL && *example != NULL; example++)
		fprintf(to, "  %s\n", *example);
	put_title(to, language, N_("Usage:"));
	fprintf(to, "  dossier %s %s", command->name,
	    dossier_text(language, N_("[OPTION…]")));
	fprintf(to, "%s%s\n", command->operands != NULL ? " " : "",
	    command->operands != NULL ?
	    dossier_text(language, command->operands) : "");
	while (command->options != NULL && command->options[own].name != NULL)
		own++;
	count = opt_gather(table, command, &shared);
	for (i = 0; i < count; i++) {
		if (i == own)
			put_title(to, language,
			    N_("Options that every command has:"));
		else if (i == 0)
			put_title(to, language, N_("Options:"));
		if (table[i].help != NULL)
			put_option(to, &table[i], language, width);
	}
}

static void
put_codes(FILE *to, const char *const *fields)
{
	const char *code;
	size_t i;

	for (; *fields != NULL; fields++)
		for (i = 0; (code = dossier_code(*fields, i)) != NULL; i++)
			fprintf(to, "\t%s", code);
}

static void
put_values(FILE *to, const struct opt *opt)
{
	const char *argument = opt->argument;
	int i;

	if (opt->flag != NULL) {
		fputs("\tnone", to);
	} else if (opt->choices != NULL) {
		for (i = 0; opt->choices[i] != NULL; i++)
			fprintf(to, "\t%s", opt->choices[i]);
	} else if (opt->codes != NULL) {
		put_codes(to, opt->codes);
	} else {
		fputs(strcmp(argument, "FILE") == 0 ||
		    strcmp(argument, "DIR") == 0 ? "\tfile" : "\tany", to);
	}
	fputc('\n', to);
}

void
opt_completion(FILE *to, const struct opt_command *command)
{
	struct opt_shared shared;
	struct opt table[OPT_MAX];
	size_t count = opt_gather(table, command, &shared), i;
	int w;

	for (i = 0; i < count; i++) {
		if (table[i].help == NULL)
			continue;
		if (table[i].letter != 0) {
			fprintf(to, "-%c", table[i].letter);
			put_values(to, &table[i]);
		}
		fprintf(to, "--%s", table[i].name);
		put_values(to, &table[i]);
	}
	if (command->operands != NULL &&
	    strstr(command->operands, "FILE") != NULL)
		fputs("operand\tfile\n", to);
	if (command->words == NULL)
		return;
	fprintf(to, "word\t%d", command->word_at);
	for (w = 0; command->words[w] != NULL; w++)
		fprintf(to, "\t%s", command->words[w]);
	fputc('\n', to);
}
