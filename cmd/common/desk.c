/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/desk.h"
#include "common/exit.h"
#include "common/here.h"
#include "common/out.h"
#include "common/run.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 1000		/* milliseconds before progress is shown */
#define PACE 200		/* and between two times */

/* ---- progress ---- */

static int64_t
milliseconds(void)
{
	struct timespec now;

	if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
		return 0;
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void
show_progress(uint64_t done, uint64_t total, void *payload)
{
	struct desk *desk = payload;
	int64_t now = milliseconds();

	if (now < desk->next_progress)
		return;
	desk->next_progress = now + PACE;
	desk->progress_shown = true;
	if (total == 0)
		fprintf(stderr, "\rdossier %s: %" PRIu64, desk->command, done);
	else
		fprintf(stderr, "\rdossier %s: %3d %%", desk->command,
		    done >= total ? 100 : (int)(done * 100 / total));
}

static void
clear_progress(struct desk *desk)
{
	if (desk->progress_shown)
		fputs("\r\033[K", stderr);
	desk->progress_shown = false;
}

/* ---- begin and open ---- */

/* Start the command and read its arguments; OPT_GO, or the exit code. */
static int
begin(struct desk *desk, struct opt_operands *operands,
    const struct opt_command *command, int argc, char **argv)
{
	dossier_language language = run_begin(argc, argv);

	memset(desk, 0, sizeof *desk);
	desk->command = command->name;
	desk->err.language = language;
	return opt_parse(operands, command, &desk->shared, language, argc,
	    argv);
}

static dossier_status
fill_now(struct desk *desk)
{
	time_t now = time(NULL);
	struct tm calendar;

	if (gmtime_r(&now, &calendar) == NULL ||
	    strftime(desk->now, sizeof desk->now, "%Y-%m-%dT%H:%M:%SZ",
	    &calendar) == 0)
		return exit_fail(&desk->err, DOSSIER_INTERNAL,
		    N_("The clock of this machine gives no time."));
	return DOSSIER_OK;
}

static void
fill_origin(struct desk *desk)
{
	char host[256] = "?";

	here_login(desk->login, sizeof desk->login);
	if (gethostname(host, sizeof host) != 0)
		snprintf(host, sizeof host, "?");
	host[sizeof host - 1] = '\0';
	snprintf(desk->origin, sizeof desk->origin, "%s@%s", desk->login,
	    host);
}

dossier_status
desk_prepare(struct desk *desk, const char *action, bool write)
{
	dossier_session_options *options = &desk->options;
	dossier_status status;

	status = here_store(desk->store, sizeof desk->store, &desk->shared,
	    &desk->err);
	if (status == DOSSIER_OK)
		status = here_today(&options->today, &desk->shared,
		    &desk->err);
	if (status == DOSSIER_OK)
		status = fill_now(desk);
	fill_origin(desk);
	options->store = desk->store;
	options->write = write;
	options->now = desk->now;
	options->login = desk->login;
	options->origin = desk->origin;
	options->as = here_actor(&desk->shared);
	options->language = desk->shared.language;
	options->action = action;
	options->stop = &run_stop;
	if (!desk->shared.quiet && isatty(STDERR_FILENO)) {
		options->progress = show_progress;
		options->payload = desk;
		desk->next_progress = milliseconds() + PATIENCE;
	}
	return status;
}

dossier_status
desk_open(struct desk *desk, const char *action, bool write)
{
	dossier_status status = desk_prepare(desk, action, write);

	if (status != DOSSIER_OK)
		return status;
	status = dossier_session_open(&desk->session, &desk->options,
	    &desk->err);
	if (status == DOSSIER_NO_STORE && desk->shared.db != NULL) {
		/* The library does not know how its file was named. */
		desk->err.advice[0] = '\0';
		exit_advise(&desk->err,
		    N_("Make one with: dossier init --db %s"),
		    desk->shared.db);
	}
	return status;
}

/* ---- standard input ---- */

static dossier_status
read_all(struct desk *desk, size_t *used)
{
	size_t room = sizeof desk->read - *used;
	size_t size = fread(desk->read + *used, 1, room, stdin);

	if (run_stop)
		return exit_fail(&desk->err, DOSSIER_INTERRUPTED,
		    N_("Stopped. Nothing was changed."));
	if (ferror(stdin))
		return exit_fail(&desk->err, DOSSIER_IO,
		    N_("Standard input could not be read."));
	if (size == room)
		return exit_fail(&desk->err, DOSSIER_INVALID,
		    N_("The text on standard input is longer than %d bytes."),
		    DESK_TEXT_MAX);
	if (memchr(desk->read + *used, '\0', size) != NULL)
		return exit_fail(&desk->err, DOSSIER_INVALID,
		    N_("Standard input holds no text."));
	*used += size;
	return DOSSIER_OK;
}

/* Read into desk->read, after the first `size` bytes of `before`. */
static dossier_status
read_value(struct desk *desk, const char *before, size_t size,
    const char **out)
{
	dossier_status status;
	size_t used = size;

	if (desk->has_read)
		return desk_usage(desk, N_("Only one value can come from "
		    "standard input (-)."));
	desk->has_read = true;
	if (size >= sizeof desk->read)
		return desk_usage(desk, N_("The name of the field is too "
		    "long."));
	if (isatty(STDIN_FILENO))
		fprintf(stderr, "%s\n", dossier_text(desk->err.language,
		    N_("Type the text, then Enter and Ctrl-D.")));
	memcpy(desk->read, before, size);
	status = read_all(desk, &used);
	if (status != DOSSIER_OK)
		return status;
	while (used > size && (desk->read[used - 1] == '\n' ||
	    desk->read[used - 1] == '\r'))
		used--;
	desk->read[used] = '\0';
	if (used == size)
		return exit_fail(&desk->err, DOSSIER_INVALID,
		    N_("Standard input is empty: there is no value."));
	*out = desk->read;
	return DOSSIER_OK;
}

dossier_status
desk_text(struct desk *desk, const char **text)
{
	if (*text == NULL || strcmp(*text, "-") != 0)
		return DOSSIER_OK;
	return read_value(desk, "", 0, text);
}

dossier_status
desk_pairs(struct desk *desk, struct opt_list *pairs)
{
	dossier_status status = DOSSIER_OK;
	const char *equals;
	size_t i;

	for (i = 0; i < pairs->count && status == DOSSIER_OK; i++) {
		equals = strchr(pairs->items[i], '=');
		if (equals != NULL && strcmp(equals, "=-") == 0)
			status = read_value(desk, pairs->items[i],
			    (size_t)(equals + 1 - pairs->items[i]),
			    &pairs->items[i]);
	}
	return status;
}

/* ---- end ---- */

dossier_status
desk_usage(struct desk *desk, const char *message)
{
	exit_advise(&desk->err, N_("For help: dossier %s --help"),
	    desk->command);
	return exit_fail(&desk->err, DOSSIER_USAGE, "%s",
	    dossier_text(desk->err.language, message));
}

/* --quiet keeps an answer back only when it says that all is well. */
static bool
wanted(const struct desk *desk, const dossier_document *document,
    dossier_status status)
{
	return !desk->shared.quiet || desk->shared.output != NULL ||
	    status != DOSSIER_OK || dossier_document_attention(document);
}

static dossier_status
answer(struct desk *desk, const dossier_document *document,
    dossier_status status)
{
	dossier_error printing = DOSSIER_ERROR_INIT(desk->err.language);
	dossier_status printed;

	if (document == NULL || !wanted(desk, document, status))
		return status;
	printed = out_document(document, &desk->shared, &printing);
	if (status != DOSSIER_OK || printed == DOSSIER_OK)
		return status;
	desk->err = printing;
	return printed;
}

/* Print, close and free everything; the exit code. */
static int
end(struct desk *desk, dossier_document *document, dossier_status status)
{
	int code;

	clear_progress(desk);
	if (desk->session != NULL &&
	    dossier_session_notice(desk->session) != NULL)
		exit_note(stderr, desk->command,
		    dossier_session_notice(desk->session));
	status = answer(desk, document, status);
	code = exit_with(desk->command, status, &desk->err);
	if (status == DOSSIER_OK && desk->attend && document != NULL &&
	    dossier_document_attention(document))
		code = EXIT_ATTENTION;
	dossier_document_free(document);
	dossier_session_close(desk->session);
	return code;
}

int
desk_main(const struct opt_command *command, desk_run run, void *ask,
    int argc, char **argv)
{
	dossier_document *document = NULL;
	struct opt_operands operands;
	struct desk desk;
	dossier_status status;
	int code = begin(&desk, &operands, command, argc, argv);

	if (code != OPT_GO)
		return code;
	status = run(&desk, &document, &operands, ask);
	return end(&desk, document, status);
}
