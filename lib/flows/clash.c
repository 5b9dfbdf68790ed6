/* SPDX-License-Identifier: EUPL-1.2 */
#include "flows/clash.h"

#include <string.h>

#include "base/text.h"
#include "render/wrap.h"

struct show {
	struct ds_buf *out;
	const struct ds_whole *whole;
	struct ds_arena arena;
	int64_t seen;			/* the last event that is shown */
	int line, told;			/* of the text, and of *out */
	int wanted, found;		/* the line of the error in both */
};

static void
put_line(struct show *show, const char *line, size_t size)
{
	ds_buf_add(show->out, line, size);
	if (size == 0 || line[size - 1] != '\n')
		ds_buf_putc(show->out, '\n');
	show->told++;
}

/* Each line of a comment gets its mark, as far in as what it is about. */
static void
put_comment(struct show *show, const char *text, size_t indent)
{
	const char *clean = ds_wrap_clean(&show->arena, text);
	size_t size, i;

	if (clean == NULL) {
		show->out->failed = true;
		return;
	}
	for (; *clean != '\0'; clean += size, clean += *clean == '\n') {
		size = strcspn(clean, "\n");
		for (i = 0; i < indent; i++)
			ds_buf_putc(show->out, ' ');
		ds_buf_puts(show->out, "# ");
		put_line(show, clean, size);
	}
}

static void
put_clashes(struct show *show, const char *line)
{
	const struct ds_whole_fault *fault;
	size_t indent = strspn(line, " ");

	for (fault = show->whole->fault; fault != NULL; fault = fault->next)
		if (fault->clash && fault->line == show->line)
			put_comment(show, fault->message, indent);
}

static void
put_seen(struct show *show)
{
	ds_buf_printf(show->out, "seen: %lld\n", (long long)show->seen);
	show->told++;
}

/* The mark stands under the number up to which the text was made. */
static void
put_text(struct show *show, const char *text, size_t size)
{
	const char *end = text + size, *next;
	size_t length;

	for (show->line = 1; text < end; text = next, show->line++) {
		next = memchr(text, '\n', (size_t)(end - text));
		next = next == NULL ? end : next + 1;
		length = (size_t)(next - text);
		if (length >= 5 && memcmp(text, "seen:", 5) == 0)
			continue;
		put_clashes(show, text);
		if (show->line == show->wanted)
			show->found = show->told + 1;
		put_line(show, text, length);
		if (length >= 6 && memcmp(text, "state:", 6) == 0)
			put_seen(show);
	}
}

dossier_status
ds_clash_show(struct ds_buf *out, const struct ds_whole *whole,
    const char *text, size_t size, dossier_error *err)
{
	struct show show = { .out = out, .whole = whole,
	    .wanted = err == NULL ? 0 : err->line };
	char *copy;

	DS_TRY(ds_sql_int(&show.seen, whole->session->store,
	    DS_SQL_EVENT_LAST, err));
	copy = ds_arena_ndup(&show.arena, text, size);
	if (copy != NULL)
		put_text(&show, copy, size);
	if (err != NULL && show.found > 0)
		err->line = show.found;
	ds_arena_free(&show.arena);
	return copy == NULL || out->failed ? ds_no_memory(err) : DOSSIER_OK;
}
