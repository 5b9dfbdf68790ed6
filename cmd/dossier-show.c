/* SPDX-License-Identifier: EUPL-1.2 */
/* dossier show: one dossier, found by its ref or by asking for a name. */
#include "common/desk.h"
#include "common/exit.h"
#include "common/out.h"
#include "common/run.h"

#include <string.h>
#include <unistd.h>

#define LINE_MAX_SIZE 256

/* ---- the talk on the terminal ---- */

/*
 * Ask for a line. A name is never taken from the arguments: the machine's
 * list of running programs shows those to everybody.
 */
static dossier_status
ask(struct desk *desk, char line[LINE_MAX_SIZE], FILE *terminal,
    const char *question)
{
	fprintf(stderr, "%s ", dossier_text(desk->err.language, question));
	fflush(stderr);
	if (fgets(line, LINE_MAX_SIZE, terminal) == NULL) {
		fputc('\n', stderr);
		if (run_stop)
			return exit_fail(&desk->err, DOSSIER_INTERRUPTED,
			    N_("Stopped. Nothing was changed."));
		line[0] = '\0';
	}
	line[strcspn(line, "\r\n")] = '\0';
	if (line[0] == '\0')
		return desk_usage(desk, N_("Nothing was typed."));
	return DOSSIER_OK;
}

/* Beside stdio, which may not turn from reading to writing just so. */
static bool
write_terminal(const char *bytes, size_t size, void *terminal)
{
	ssize_t put;

	for (; size > 0; bytes += put, size -= (size_t)put) {
		put = write(fileno(terminal), bytes, size);
		if (put <= 0)
			return false;
	}
	return true;
}

/* Show who answers to the name on the terminal itself, and nowhere else. */
static dossier_status
choose(struct desk *desk, char line[LINE_MAX_SIZE], FILE *terminal,
    const dossier_document *list)
{
	dossier_status status;

	status = dossier_document_print(list, DOSSIER_TEXT, out_width(),
	    write_terminal, terminal, &desk->err);
	if (status == DOSSIER_OK)
		status = ask(desk, line, terminal, N_("Which ref?"));
	return status;
}

static dossier_status
find(struct desk *desk, char line[LINE_MAX_SIZE], FILE *terminal)
{
	dossier_error found = DOSSIER_ERROR_INIT(desk->err.language);
	dossier_document *list = NULL;
	char ref[DOSSIER_REF_SIZE];
	dossier_status status;

	status = ask(desk, line, terminal, N_("Name or pupil number:"));
	if (status != DOSSIER_OK)
		return status;
	status = dossier_search(&list, ref, desk->session, line, &found);
	if (status == DOSSIER_OK)
		snprintf(line, LINE_MAX_SIZE, "%s", ref);
	else if (status == DOSSIER_AMBIGUOUS && list != NULL)
		status = choose(desk, line, terminal, list);
	else
		desk->err = found;
	dossier_document_free(list);
	return status;
}

/* ---- the command ---- */

static dossier_status
ask_and_show(struct desk *desk, dossier_document **out,
    const dossier_show_options *options)
{
	char line[LINE_MAX_SIZE];
	dossier_status status;
	FILE *terminal = NULL;

	/* Who does not see the question must not be kept waiting for it. */
	if (isatty(STDERR_FILENO))
		terminal = fopen("/dev/tty", "r+");
	if (terminal == NULL)
		return desk_usage(desk, N_("Give the ref of a dossier. Only "
		    "on a terminal can you be asked for a name."));
	status = desk_open(desk, "show", true);
	if (status == DOSSIER_OK)
		status = find(desk, line, terminal);
	fclose(terminal);
	if (status != DOSSIER_OK)
		return status;
	return dossier_show(out, desk->session, line, options, &desk->err);
}

struct ask {
	dossier_show_options show;
	bool timeline, statement;
};

static dossier_status
run(struct desk *desk, dossier_document **out,
    const struct opt_operands *operands, void *asked)
{
	struct ask *ask = asked;
	dossier_show_options *show = &ask->show;
	dossier_status status;

	if (ask->timeline && ask->statement)
		return desk_usage(desk, N_("--timeline and --statement "
		    "are two pages: ask for one."));
	if (ask->timeline)
		show->page = DOSSIER_PAGE_TIMELINE;
	else if (ask->statement)
		show->page = DOSSIER_PAGE_STATEMENT;
	else if (desk->shared.format == DOSSIER_YAML)
		show->page = DOSSIER_PAGE_WHOLE;
	if (operands->count == 0)
		return ask_and_show(desk, out, show);
	/* Looking leaves a trace, so that needs writing. */
	status = desk_open(desk, "show", true);
	return status != DOSSIER_OK ? status : dossier_show(out,
	    desk->session, operands->text[0], show, &desk->err);
}

int
main(int argc, char **argv)
{
	static const char *const examples[] = {
		"dossier show",
		"dossier show 7QK2M4XVD",
		"dossier show 7QK2 --on 2026-01-17",
		"dossier show 7QK2M4XVD --for 0355",
		"dossier show 7QK2M4XVD --timeline",
		NULL
	};
	struct ask ask = { .show = { .on = DOSSIER_NO_DAY } };
	const struct opt options[] = {
		{ .name = "on", .argument = N_("DAY"), .day = &ask.show.on,
		    .help = N_("As it was, or will be, on this day; today "
		    "unless told.") },
		{ .name = "for", .argument = N_("PARTY"),
		    .text = &ask.show.recipient,
		    .help = N_("What that organisation may see, and what is "
		    "withheld and why; a code or a name.") },
		{ .name = "timeline", .flag = &ask.timeline,
		    .help = N_("Only the line from school to a job that is "
		    "kept.") },
		{ .name = "statement", .flag = &ask.statement,
		    .help = N_("Only the practice statement, to print.") },
		{ .name = NULL }
	};
	const struct opt_command command = {
		.name = "show", .operands = N_("[REF]"), .max = 1,
		.examples = examples, .options = options
	};

	return desk_main(&command, run, &ask, argc, argv);
}
