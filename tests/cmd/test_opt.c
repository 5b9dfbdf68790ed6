/* SPDX-License-Identifier: EUPL-1.2 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "common/opt.h"

static bool dry_run;
static const char *map;
static struct opt_list set;
static dossier_day as_of;
static int within;
static int kind;
static struct opt_shared shared;
static struct opt_operands operands;
static char said[4096];			/* on stderr, by the last parse */

static const char *const kinds[] = { "youth", "party", NULL };
static const char *const words[] = { "caseload", "due", NULL };
static const char *const examples[] = { "dossier intake a.csv", NULL };

static const struct opt options[] = {
	{ .name = "dry-run", .letter = 'n', .flag = &dry_run,
	    .help = "Say what would change; change nothing." },
	{ .name = "map", .argument = "FILE", .text = &map,
	    .help = "How the columns of the file are called." },
	{ .name = "set", .letter = 's', .argument = "FIELD=VALUE",
	    .list = &set, .help = "Give a field to every row." },
	{ .name = "as-of", .argument = "DAY", .day = &as_of,
	    .help = "The day from which what changed holds." },
	{ .name = "within", .argument = "DAYS", .number = &within,
	    .help = "How far to look ahead." },
	{ .name = "kind", .argument = "KIND", .choice = &kind,
	    .choices = kinds, .help = "What the file holds." },
	{ .name = NULL }
};

static const struct opt_command intake = {
	.name = "intake", .operands = "FILE…", .min = 1, .max = 2,
	.examples = examples, .options = options
};

static const struct opt_command report = {
	.name = "report", .operands = "caseload|due", .min = 1, .max = 1,
	.words = words
};

/* Parse words parted by blanks; stderr is caught in `said`. */
static int
parse(const struct opt_command *command, const char *line)
{
	static char text[512];
	static char *argv[32];
	int argc = 0, code, saved = dup(STDERR_FILENO);
	FILE *caught = tmpfile();
	char *rest = NULL, *word;
	size_t size;

	dry_run = false;
	map = NULL;
	set.count = 0;
	as_of = DOSSIER_NO_DAY;
	within = 60;
	kind = OPT_UNSET;
	snprintf(text, sizeof text, "dossier-x %s", line);
	for (word = strtok_r(text, " ", &rest); word != NULL;
	    word = strtok_r(NULL, " ", &rest))
		argv[argc++] = word;
	argv[argc] = NULL;
	assert_non_null(caught);
	fflush(stderr);
	dup2(fileno(caught), STDERR_FILENO);
	code = opt_parse(&operands, command, &shared, DOSSIER_ENGLISH, argc,
	    argv);
	fflush(stderr);
	dup2(saved, STDERR_FILENO);
	close(saved);
	rewind(caught);
	size = fread(said, 1, sizeof said - 1, caught);
	said[size] = '\0';
	fclose(caught);
	return code;
}

static void
assert_wrong(const struct opt_command *command, const char *line,
    const char *wanted)
{
	assert_int_equal(parse(command, line), 2);
	assert_string_equal(said, wanted);
}

static void
test_every_kind(void **state)
{
	assert_int_equal(parse(&intake, "a.csv -n --map=m.yaml -s a=1 "
	    "--set b=2 --as-of 31-01-2026 --within 7 --kind party -- -b"),
	    OPT_GO);
	assert_string_equal(said, "");
	assert_true(dry_run);
	assert_string_equal(map, "m.yaml");
	assert_int_equal(set.count, 2);
	assert_string_equal(set.items[0], "a=1");
	assert_string_equal(set.items[1], "b=2");
	assert_int_equal(as_of.number, 20484);
	assert_int_equal(within, 7);
	assert_int_equal(kind, 1);
	assert_int_equal(operands.count, 2);
	assert_string_equal(operands.text[0], "a.csv");
	assert_string_equal(operands.text[1], "-b");
}

static void
test_shared(void **state)
{
	assert_int_equal(parse(&intake, "x"), OPT_GO);
	assert_null(shared.db);
	assert_null(shared.output);
	assert_null(shared.as);
	assert_int_equal(shared.format, DOSSIER_TEXT);
	assert_int_equal(shared.language, OPT_UNSET);
	assert_int_equal(shared.today.number, DOSSIER_NO_DAY.number);
	assert_false(shared.quiet);
	assert_int_equal(parse(&intake, "x --db=d -o out --as An -q "
	    "--format json --lang nl --today 1970-01-02"), OPT_GO);
	assert_string_equal(shared.db, "d");
	assert_string_equal(shared.output, "out");
	assert_string_equal(shared.as, "An");
	assert_int_equal(shared.format, DOSSIER_JSON);
	assert_int_equal(shared.language, DOSSIER_DUTCH);
	assert_int_equal(shared.today.number, 1);
	assert_true(shared.quiet);
	assert_int_equal(parse(&intake, "x --lang=en --format=html"), OPT_GO);
	assert_int_equal(shared.language, DOSSIER_ENGLISH);
	assert_int_equal(shared.format, DOSSIER_HTML);
}

static void
test_wrong_options(void **state)
{
	assert_wrong(&intake, "x --formt=csv",
	    "dossier intake: There is no option --formt.\n"
	    "Did you mean --format?\n");
	assert_wrong(&intake, "x --zzz",
	    "dossier intake: There is no option --zzz.\n"
	    "For help: dossier intake --help\n");
	assert_wrong(&intake, "x -z",
	    "dossier intake: There is no option -z.\n"
	    "For help: dossier intake --help\n");
	assert_wrong(&intake, "x --a=1",
	    "dossier intake: More than one option begins with --a.\n"
	    "For help: dossier intake --help\n");
	assert_wrong(&intake, "x --dry-run=yes",
	    "dossier intake: The option --dry-run takes no value.\n"
	    "For help: dossier intake --help\n");
	assert_wrong(&intake, "x --map",
	    "dossier intake: The option --map wants a value after it.\n"
	    "For help: dossier intake --help\n");
}

static void
test_wrong_values(void **state)
{
	assert_wrong(&intake, "x --kind=stage",
	    "dossier intake: --kind cannot be stage.\n"
	    "Choose one of: youth, party.\n");
	assert_wrong(&intake, "x --within=-1",
	    "dossier intake: --within wants a whole number, not -1.\n"
	    "For help: dossier intake --help\n");
	assert_int_equal(parse(&intake, "x --within=7x"), 2);
	assert_int_equal(parse(&intake, "x --within=99999999999"), 2);
	assert_int_equal(parse(&intake, "x --within="), 2);
	assert_int_equal(parse(&intake, "x --as-of=31-02-2026"), 2);
	assert_memory_equal(said, "dossier intake: --as-of: ", 25);
	assert_int_equal(parse(&intake, "x --as-of=31-01-26"), 2);
}

static void
test_too_many_in_a_list(void **state)
{
	char *argv[OPT_LIST_MAX + 4] = { (char *)"x", (char *)"file" };
	int i;

	set.count = 0;
	for (i = 0; i < OPT_LIST_MAX; i++)
		argv[2 + i] = (char *)"-sa=1";
	assert_int_equal(opt_parse(&operands, &intake, &shared,
	    DOSSIER_ENGLISH, 2 + OPT_LIST_MAX, argv), OPT_GO);
	set.count = 0;
	argv[2 + OPT_LIST_MAX] = (char *)"-sa=1";
	assert_int_equal(opt_parse(&operands, &intake, &shared,
	    DOSSIER_ENGLISH, 3 + OPT_LIST_MAX, argv), 2);
}

static void
test_operands(void **state)
{
	assert_wrong(&intake, "-n",
	    "dossier intake: Something is missing: dossier intake FILE…\n"
	    "For help: dossier intake --help\n");
	assert_wrong(&intake, "a b c",
	    "dossier intake: This is too much: c\n"
	    "For help: dossier intake --help\n");
	assert_int_equal(parse(&report, "due"), OPT_GO);
	assert_int_equal(operands.word, 1);
	assert_wrong(&report, "casload",
	    "dossier report: What is meant by casload is not clear.\n"
	    "Did you mean caseload?\n");
	assert_wrong(&report, "x",
	    "dossier report: What is meant by x is not clear.\n"
	    "Choose one of: caseload, due.\n");
}

static char *
help_at(int width)
{
	char *text = NULL;
	size_t size = 0;
	FILE *to = open_memstream(&text, &size);

	assert_non_null(to);
	opt_help(to, &intake, DOSSIER_ENGLISH, width);
	fclose(to);
	return text;
}

static void
test_help(void **state)
{
	char *text = help_at(60), *line, *rest = NULL;

	assert_non_null(strstr(text, "Examples:\n  dossier intake a.csv\n"));
	assert_true(strstr(text, "Examples:") < strstr(text, "Usage:"));
	assert_non_null(strstr(text, "  dossier intake [OPTION…] FILE…\n"));
	assert_non_null(strstr(text,
	    "  -n, --dry-run           Say what would change; change\n"
	    "                          nothing.\n"));
	assert_non_null(strstr(text,
	    "      --map=FILE          How the columns of the file are\n"));
	assert_non_null(strstr(text, "youth | party\n"));
	assert_non_null(strstr(text, "--format=FORMAT"));
	assert_null(strstr(text, "completion-data"));
	for (line = strtok_r(text, "\n", &rest); line != NULL;
	    line = strtok_r(NULL, "\n", &rest))
		assert_true(strlen(line) <= 64);
	free(text);
}

static void
test_completion(void **state)
{
	char *text = NULL;
	size_t size = 0;
	FILE *to = open_memstream(&text, &size);

	assert_non_null(to);
	opt_completion(to, &intake);
	opt_completion(to, &report);
	fclose(to);
	assert_non_null(strstr(text, "-n\tnone\n--dry-run\tnone\n"));
	assert_non_null(strstr(text, "\n--map\tfile\n"));
	assert_non_null(strstr(text, "\n--set\tany\n"));
	assert_non_null(strstr(text, "\n--kind\tyouth\tparty\n"));
	assert_non_null(strstr(text, "\n--format\ttext\tcsv\tjson\thtml\tyaml\n"));
	assert_non_null(strstr(text, "\noperand\tfile\n"));
	assert_non_null(strstr(text, "\nword\t0\tcaseload\tdue\n"));
	assert_null(strstr(text, "completion-data"));
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_kind),
		cmocka_unit_test(test_shared),
		cmocka_unit_test(test_wrong_options),
		cmocka_unit_test(test_wrong_values),
		cmocka_unit_test(test_too_many_in_a_list),
		cmocka_unit_test(test_operands),
		cmocka_unit_test(test_help),
		cmocka_unit_test(test_completion),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
