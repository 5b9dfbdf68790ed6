/* SPDX-License-Identifier: EUPL-1.2 */
#include "common/exit.h"
#include "common/lang.h"

#include <stdarg.h>

enum exit_code
exit_code_of(dossier_status status)
{
	switch (status) {
	case DOSSIER_OK:
		return EXIT_DONE;
	case DOSSIER_USAGE:
		return EXIT_USAGE;
	case DOSSIER_INVALID:
	case DOSSIER_NOT_FOUND:
	case DOSSIER_AMBIGUOUS:
	case DOSSIER_CONFLICT:
		return EXIT_REFUSED;
	case DOSSIER_IO:
	case DOSSIER_EXISTS:
	case DOSSIER_READ_ONLY:
	case DOSSIER_FULL:
	case DOSSIER_NO_STORE:
	case DOSSIER_TOO_NEW:
	case DOSSIER_CORRUPT:
		return EXIT_STORE;
	case DOSSIER_FORBIDDEN:
		return EXIT_DENIED;
	case DOSSIER_BUSY:
		return EXIT_BUSY;
	case DOSSIER_INTERRUPTED:
		return EXIT_STOPPED;
	case DOSSIER_NO_MEMORY:
	case DOSSIER_INTERNAL:
		break;
	}
	return EXIT_FAULT;
}

dossier_status
exit_fail(dossier_error *err, dossier_status status, const char *message, ...)
{
	va_list args;

	if (err->status != DOSSIER_OK)
		return status;
	err->status = status;
	va_start(args, message);
	vsnprintf(err->message, sizeof err->message,
	    dossier_text(err->language, message), args);
	va_end(args);
	return status;
}

dossier_status
exit_no_memory(dossier_error *err)
{
	return exit_fail(err, DOSSIER_NO_MEMORY,
	    N_("There is not enough memory to finish; nothing was changed."));
}

void
exit_advise(dossier_error *err, const char *advice, ...)
{
	va_list args;

	if (err->advice[0] != '\0')
		return;
	va_start(args, advice);
	vsnprintf(err->advice, sizeof err->advice,
	    dossier_text(err->language, advice), args);
	va_end(args);
}

/*
 * The length of the UTF-8 character at `p`, or 0 when it is none or one that
 * must not reach a terminal or a comment: control characters (C0, DEL, C1),
 * other line's ends, those that turn the reading direction, and byte order
 * marks.
 */
static int
harmless(const unsigned char *p)
{
	static const unsigned least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned code;
	int size, i;

	if (p[0] < 0x80)
		return p[0] >= 0x20 && p[0] != 0x7F;
	size = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
	if (p[0] < 0xC2 || p[0] > 0xF4)
		return 0;
	code = p[0] & (0xFFu >> (size + 1));
	for (i = 1; i < size; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		code = code << 6 | (p[i] & 0x3Fu);
	}
	if (code < least[size] || code > 0x10FFFF || code < 0xA0 ||
	    (code >= 0xD800 && code <= 0xDFFF) ||
	    (code >= 0x2028 && code <= 0x202E) ||
	    (code >= 0x2066 && code <= 0x2069) ||
	    code == 0xFEFF || code == 0xFFFE || code == 0xFFFF)
		return 0;
	return size;
}

void
exit_put_safe(FILE *to, const char *text)
{
	const unsigned char *p = (const unsigned char *)text;
	int size;

	while (*p != '\0') {
		size = harmless(p);
		if (size == 0) {
			fputc('?', to);
			p++;
			continue;
		}
		fwrite(p, 1, (size_t)size, to);
		p += size;
	}
}

void
exit_print(FILE *to, const char *command, const dossier_error *err)
{
	fputs("dossier", to);
	if (command != NULL)
		fprintf(to, " %s", command);
	fputs(": ", to);
	exit_put_safe(to, err->file);
	if (err->line > 0)
		fprintf(to, "%s%d", err->file[0] != '\0' ? ":" : "", err->line);
	if (err->line > 0 && err->column > 0)
		fprintf(to, ":%d", err->column);
	if (err->file[0] != '\0' || err->line > 0)
		fputs(": ", to);
	exit_put_safe(to, err->message[0] != '\0' ? err->message :
	    dossier_status_name(err->status));
	fputc('\n', to);
	if (err->advice[0] != '\0') {
		exit_put_safe(to, err->advice);
		fputc('\n', to);
	}
}

void
exit_note(FILE *to, const char *command, const char *notice)
{
	fprintf(to, "dossier %s: ", command);
	exit_put_safe(to, notice);
	fputc('\n', to);
}

enum exit_code
exit_with(const char *command, dossier_status status, const dossier_error *err)
{
	if (status != DOSSIER_OK)
		exit_print(stderr, command, err);
	return exit_code_of(status);
}
