/* SPDX-License-Identifier: EUPL-1.2 */
/* What is wrong with a dossier that comes in: all of it, each at its place. */
#include "flows/whole.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

void
ds_whole_start(struct ds_whole *whole, dossier_session *session,
    struct ds_arena *arena, const dossier_error *err)
{
	memset(whole, 0, sizeof *whole);
	whole->session = session;
	whole->arena = arena;
	whole->language = err != NULL ? err->language : session->language;
	whole->fault_end = &whole->fault;
	whole->change_end = &whole->change;
	whole->note_end = &whole->note;
}

dossier_error
ds_whole_own(const struct ds_whole *whole)
{
	dossier_error own = DOSSIER_ERROR_INIT(whole->language);

	return own;
}

dossier_status
ds_whole_blame(struct ds_whole *whole, const struct ds_yaml *node,
    const dossier_error *own, dossier_error *err)
{
	struct ds_whole_fault *fault;

	fault = ds_arena_alloc(whole->arena, sizeof *fault);
	if (fault == NULL)
		return ds_no_memory(err);
	fault->line = node->line;
	fault->column = node->column;
	if (node->kind != DS_YAML_TEXT && node->key != NULL) {
		fault->line = node->key_line;
		fault->column = node->key_column;
	}
	fault->message = ds_arena_dup(whole->arena, own->message);
	fault->advice = ds_arena_dup(whole->arena, own->advice);
	if (fault->message == NULL || fault->advice == NULL)
		return ds_no_memory(err);
	fault->clash = own->status == DOSSIER_CONFLICT;
	whole->clashes += fault->clash;
	whole->faults++;
	*whole->fault_end = fault;
	whole->fault_end = &fault->next;
	return DOSSIER_OK;
}

dossier_status
ds_whole_pass(dossier_status status, const dossier_error *own,
    dossier_error *err)
{
	switch (status) {
	case DOSSIER_OK:
	case DOSSIER_USAGE:
	case DOSSIER_INVALID:
	case DOSSIER_NOT_FOUND:
	case DOSSIER_AMBIGUOUS:
	case DOSSIER_EXISTS:
	case DOSSIER_CONFLICT:
	case DOSSIER_FORBIDDEN:
		return DOSSIER_OK;
	default:
		if (err != NULL && err->status == DOSSIER_OK)
			*err = *own;
		return status;
	}
}

dossier_status
ds_whole_weigh(struct ds_whole *whole, const struct ds_yaml *node,
    dossier_status status, const dossier_error *own, dossier_error *err)
{
	DS_TRY(ds_whole_pass(status, own, err));
	return status == DOSSIER_OK ? DOSSIER_OK :
	    ds_whole_blame(whole, node, own, err);
}

/* Where all of them are: "12, 30". */
static void
list_lines(struct ds_buf *out, const struct ds_whole_fault *fault)
{
	int shown = 0, last = 0;

	for (; fault != NULL && shown < 20; fault = fault->next) {
		if (fault->line == last)
			continue;
		last = fault->line;
		ds_buf_printf(out, "%s%d", shown++ > 0 ? ", " : "", last);
	}
	ds_buf_puts(out, fault != NULL ? ", …" : "");
}

dossier_status
ds_whole_refuse(const struct ds_whole *whole, dossier_error *err)
{
	const struct ds_whole_fault *first = whole->fault, *fault;
	struct ds_buf lines = DS_BUF_INIT;
	dossier_status status = DOSSIER_INVALID;

	/* Who was there first is told before what is wrong. */
	for (fault = first; fault != NULL && !first->clash;
	    fault = fault->next)
		if (fault->clash)
			first = fault;
	if (whole->clashes == whole->faults)
		status = DOSSIER_CONFLICT;
	if (whole->faults > 1) {
		list_lines(&lines, whole->fault);
		ds_advise(err, N_("%s There is more to mend, in all on "
		    "these lines: %s."), first->advice, lines.data);
	} else if (first->advice[0] != '\0') {
		ds_advise(err, "%s", first->advice);
	}
	ds_locate(err, whole->file, first->line, first->column);
	ds_fail(err, status, "%s", first->message);
	ds_buf_free(&lines);
	return status;
}

dossier_status
ds_whole_remark(struct ds_whole *whole, dossier_error *err,
    const char *format, ...)
{
	struct ds_whole_note *note;
	char text[512];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	note = ds_arena_alloc(whole->arena, sizeof *note);
	if (note == NULL)
		return ds_no_memory(err);
	note->text = ds_arena_dup(whole->arena, text);
	if (note->text == NULL)
		return ds_no_memory(err);
	*whole->note_end = note;
	whole->note_end = &note->next;
	return DOSSIER_OK;
}

dossier_status
ds_whole_no_name(struct ds_whole *whole, const struct ds_yaml *node,
    const char *const *names, size_t count, dossier_error *err)
{
	dossier_error own = ds_whole_own(whole);
	const char *near = ds_text_nearest(node->key, names, count);
	struct ds_yaml at = *node;

	if (near != NULL)
		ds_advise(&own, N_("Did you mean %s?"), near);
	else
		ds_advise(&own, N_("All names stand in: "
		    "man dossier-file"));
	ds_fail(&own, DOSSIER_INVALID, N_("There is no %s here."), node->key);
	at.line = node->key_line;
	at.column = node->key_column;
	return ds_whole_blame(whole, &at, &own, err);
}
