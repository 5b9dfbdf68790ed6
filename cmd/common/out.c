/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/out.h"
#include "common/exit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define WIDTH_USUAL 80
#define WIDTH_MOST 1000

int
out_width(void)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	long width = 0;

	if (isatty(STDOUT_FILENO) &&
	    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		width = size.ws_col;
	if (width == 0 && columns != NULL)
		width = strtol(columns, NULL, 10);
	return width > 0 && width <= WIDTH_MOST ? (int)width : WIDTH_USUAL;
}

/* What stopped standard output, as a status; the reader leaving is none. */
static dossier_status
output_stopped(int cause, dossier_error *err)
{
	if (cause == EPIPE)
		return DOSSIER_OK;
	return exit_fail(err, cause == ENOSPC || cause == EFBIG ||
	    cause == EDQUOT ? DOSSIER_FULL : DOSSIER_IO,
	    N_("The answer could not be written: %s."), strerror(cause));
}

dossier_status
out_flush(dossier_error *err)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return DOSSIER_OK;
	return output_stopped(errno, err);
}

struct sink {
	int cause;		/* errno of the write that failed */
};

static bool
write_out(const char *bytes, size_t size, void *payload)
{
	struct sink *sink = payload;

	if (fwrite(bytes, 1, size, stdout) == size)
		return true;
	sink->cause = errno;
	return false;
}

dossier_status
out_document(const dossier_document *document, const struct opt_shared *shared,
    dossier_error *err)
{
	dossier_error printing = DOSSIER_ERROR_INIT(err->language);
	dossier_format format = (dossier_format)shared->format;
	struct sink sink = { 0 };
	dossier_status status;

	if (shared->output != NULL && strcmp(shared->output, "-") != 0)
		return dossier_document_save(document, format, shared->output,
		    err);
	status = dossier_document_print(document, format, out_width(),
	    write_out, &sink, &printing);
	if (sink.cause != 0)
		return output_stopped(sink.cause, err);
	if (status == DOSSIER_OK)
		return out_flush(err);
	*err = printing;
	return status;
}
