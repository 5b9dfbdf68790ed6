/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/opt.h"
#include "common/exit.h"
#include "common/near.h"
#include "common/out.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define LONG_ONLY 256		/* getopt's value of options: after letters */

/* In the order of dossier_format. */
static const char *const formats[] = {
	"text", "csv", "json", "html", "yaml", NULL
};
static const char *const languages[] = { "en", "nl", NULL };

static size_t
put_shared(struct opt *out, struct opt_shared *shared)
{
	const struct opt table[] = {
		{ .name = "db", .argument = N_("FILE"), .text = &shared->db,
		    .help = N_("The store; else $DOSSIER_DB, else the one in "
		    "your home folder.") },
		{ .name = "format", .argument = N_("FORMAT"),
		    .choice = &shared->format, .choices = formats,
		    .help = N_("The form of the answer.") },
		{ .name = "output", .letter = 'o', .argument = N_("FILE"),
		    .text = &shared->output,
		    .help = N_("Write the answer to this file.") },
		{ .name = "today", .argument = N_("DAY"),
		    .day = &shared->today,
		    .help = N_("Work as if it is this day.") },
		{ .name = "lang", .argument = N_("LANGUAGE"),
		    .choice = &shared->language, .choices = languages,
		    .help = N_("The language of the answer and of messages.")
		    },
		{ .name = "as", .argument = N_("CONTACT"),
		    .text = &shared->as,
		    .help = N_("Who you are: CONTACT or CONTACT@PARTY; else "
		    "$DOSSIER_AS, else whom init bound to your login.") },
		{ .name = "quiet", .letter = 'q', .flag = &shared->quiet,
		    .help = N_("Say nothing when all went well.") },
		{ .name = "help", .letter = 'h', .flag = &shared->help,
		    .help = N_("Show this help.") },
		{ .name = "version", .flag = &shared->version,
		    .help = N_("Show the version.") },
		{ .name = "completion-data", .flag = &shared->completion }
	};

	memcpy(out, table, sizeof table);
	return sizeof table / sizeof table[0];
}

size_t
opt_gather(struct opt out[OPT_MAX], const struct opt_command *command,
    struct opt_shared *shared)
{
	const struct opt *own = command->options;
	size_t count = 0;

	for (; own != NULL && own->name != NULL && count < OPT_MAX / 2; own++)
		out[count++] = *own;
	return count + put_shared(out + count, shared);
}

static void
advise_help(dossier_error *err, const struct opt_command *command)
{
	exit_advise(err, N_("For help: dossier %s --help"), command->name);
}

/* A long option that getopt does not know, or knows more than one of. */
static dossier_status
fail_unknown(const struct opt *table, size_t count, const char *given,
    dossier_error *err)
{
	const char *names[OPT_MAX], *near;
	char name[64];
	size_t i, length, known = 0, begun = 0;

	given += strspn(given, "-");
	length = strcspn(given, "=");
	snprintf(name, sizeof name, "%.*s",
	    (int)(length < sizeof name ? length : sizeof name - 1), given);
	for (i = 0; i < count; i++) {
		if (strncmp(table[i].name, name, strlen(name)) == 0)
			begun++;
		if (table[i].help != NULL)
			names[known++] = table[i].name;
	}
	if (begun > 1)
		return exit_fail(err, DOSSIER_USAGE,
		    N_("More than one option begins with --%s."), name);
	near = near_name(name, names, known);
	if (near != NULL)
		exit_advise(err, N_("Did you mean --%s?"), near);
	return exit_fail(err, DOSSIER_USAGE,
	    N_("There is no option --%s."), name);
}

/* What getopt_long answered with '?' or ':', said in our words. */
static dossier_status
fail_option(const struct opt *table, size_t count, int answer,
    const char *given, dossier_error *err)
{
	if (answer == ':')
		return exit_fail(err, DOSSIER_USAGE,
		    N_("The option %s wants a value after it."), given);
	if (optopt == 0)
		return fail_unknown(table, count, given, err);
	if (optopt >= LONG_ONLY)
		return exit_fail(err, DOSSIER_USAGE,
		    N_("The option --%s takes no value."),
		    table[optopt - LONG_ONLY].name);
	return exit_fail(err, DOSSIER_USAGE,
	    N_("There is no option -%c."), optopt);
}

/* The place of `value` in `choices`; else OPT_UNSET and advice. */
static int
choose(const char *const *choices, const char *value, dossier_error *err)
{
	char all[256] = "";
	const char *near;
	size_t used = 0;
	int i;

	for (i = 0; choices[i] != NULL; i++) {
		if (strcmp(choices[i], value) == 0)
			return i;
		if (used < sizeof all)
			used += (size_t)snprintf(all + used,
			    sizeof all - used, "%s%s", i > 0 ? ", " : "",
			    choices[i]);
	}
	near = near_name(value, choices, (size_t)i);
	if (near != NULL)
		exit_advise(err, N_("Did you mean %s?"), near);
	else
		exit_advise(err, N_("Choose one of: %s."), all);
	return OPT_UNSET;
}

static dossier_status
set_choice(const struct opt *opt, const char *value, dossier_error *err)
{
	int place = choose(opt->choices, value, err);

	if (place == OPT_UNSET)
		return exit_fail(err, DOSSIER_USAGE,
		    N_("--%s cannot be %s."), opt->name, value);
	*opt->choice = place;
	return DOSSIER_OK;
}

static dossier_status
set_number(const struct opt *opt, const char *value, dossier_error *err)
{
	char *end;
	long number;

	errno = 0;
	number = strtol(value, &end, 10);
	if (value[0] < '0' || value[0] > '9' || *end != '\0' || errno != 0 ||
	    number > INT_MAX)
		return exit_fail(err, DOSSIER_USAGE,
		    N_("--%s wants a whole number, not %s."), opt->name,
		    value);
	*opt->number = (int)number;
	return DOSSIER_OK;
}

static dossier_status
set_day(const struct opt *opt, const char *value, dossier_error *err)
{
	dossier_status status = dossier_day_parse(opt->day, value, err);

	if (status == DOSSIER_OK)
		return status;
	snprintf(err->file, sizeof err->file, "--%s", opt->name);
	return status == DOSSIER_INVALID ? DOSSIER_USAGE : status;
}

static dossier_status
set_value(const struct opt *opt, const char *value, dossier_error *err)
{
	if (opt->flag != NULL) {
		*opt->flag = true;
	} else if (opt->text != NULL) {
		*opt->text = value;
	} else if (opt->list != NULL) {
		if (opt->list->count == OPT_LIST_MAX)
			return exit_fail(err, DOSSIER_USAGE,
			    N_("--%s stands here more than %d times."),
			    opt->name, OPT_LIST_MAX);
		opt->list->items[opt->list->count++] = value;
	} else if (opt->day != NULL) {
		return set_day(opt, value, err);
	} else if (opt->number != NULL) {
		return set_number(opt, value, err);
	} else {
		return set_choice(opt, value, err);
	}
	return DOSSIER_OK;
}

static const struct opt *
find(const struct opt *table, size_t count, int answer)
{
	size_t i;

	if (answer >= LONG_ONLY)
		return &table[answer - LONG_ONLY];
	for (i = 0; i < count && table[i].letter != answer; i++)
		continue;
	return &table[i];
}

static dossier_status
take_options(const struct opt *table, size_t count, int argc, char **argv,
    dossier_error *err)
{
	struct option longs[OPT_MAX + 1];
	char letters[2 * OPT_MAX + 2] = ":", *letter = letters + 1;
	dossier_status status = DOSSIER_OK;
	size_t i;
	int answer;

	memset(longs, 0, sizeof longs);
	for (i = 0; i < count; i++) {
		longs[i].name = table[i].name;
		longs[i].val = LONG_ONLY + (int)i;
		longs[i].has_arg = table[i].flag != NULL ? no_argument :
		    required_argument;
		if (table[i].letter == 0)
			continue;
		*letter++ = table[i].letter;
		if (table[i].flag == NULL)
			*letter++ = ':';
	}
	opterr = 0;
	optind = 0;
	while (status == DOSSIER_OK &&
	    (answer = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
		if (answer == '?' || answer == ':')
			status = fail_option(table, count, answer,
			    argv[optind - 1], err);
		else
			status = set_value(find(table, count, answer), optarg,
			    err);
	}
	return status;
}

static dossier_status
take_operands(struct opt_operands *out, const struct opt_command *command,
    int argc, char **argv, dossier_error *err)
{
	const char *word;

	out->count = argc - optind;
	out->text = argv + optind;
	out->word = OPT_UNSET;
	if (command->words != NULL && out->count > command->word_at) {
		word = out->text[command->word_at];
		out->word = choose(command->words, word, err);
		if (out->word == OPT_UNSET)
			return exit_fail(err, DOSSIER_USAGE,
			    N_("What is meant by %s is not clear."), word);
	}
	if (out->count < command->min)
		return exit_fail(err, DOSSIER_USAGE,
		    N_("Something is missing: dossier %s %s"), command->name,
		    dossier_text(err->language, command->operands));
	if (out->count > command->max)
		return exit_fail(err, DOSSIER_USAGE,
		    N_("This is too much: %s"), out->text[command->max]);
	return DOSSIER_OK;
}

int
opt_parse(struct opt_operands *out, const struct opt_command *command,
    struct opt_shared *shared, dossier_language language, int argc,
    char **argv)
{
	dossier_error err = DOSSIER_ERROR_INIT(language);
	struct opt table[OPT_MAX];
	dossier_status status;
	size_t count;

	memset(shared, 0, sizeof *shared);
	shared->today = DOSSIER_NO_DAY;
	shared->language = OPT_UNSET;
	count = opt_gather(table, command, shared);
	status = take_options(table, count, argc, argv, &err);
	if (status == DOSSIER_OK && shared->help)
		opt_help(stdout, command, language, out_width());
	else if (status == DOSSIER_OK && shared->version)
		puts("dossier " DOSSIER_VERSION);
	else if (status == DOSSIER_OK && shared->completion)
		opt_completion(stdout, command);
	else if (status == DOSSIER_OK &&
	    (status = take_operands(out, command, argc, argv, &err)) ==
	    DOSSIER_OK)
		return OPT_GO;
	else
		advise_help(&err, command);
	if (status == DOSSIER_OK)
		status = out_flush(&err);
	return exit_with(command->name, status, &err);
}
