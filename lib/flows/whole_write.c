/* SPDX-License-Identifier: EUPL-1.2 */
/* A plan without faults into the store, and what it came to. */
#include "flows/whole.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "flows/change.h"

enum step { REMOVE, CHANGE, ADD, STEPS };

static enum step
step_of(const struct ds_whole_change *change)
{
	if (change->removed)
		return REMOVE;
	return change->before.id != 0 ? CHANGE : ADD;
}

/* ---- numbers that records keep of each other ---- */

/* What got the number `told` in the file has another one here; 0: none. */
static int64_t
number_here(const struct ds_whole *whole, enum ds_kind kind, int64_t told)
{
	const struct ds_whole_change *change;

	for (change = whole->change; change != NULL; change = change->next)
		if (change->after.kind == kind && change->told == told)
			return change->after.id;
	return 0;
}

/* A delivery names grounds by number: those of this store. */
static dossier_status
translate_grounds(struct ds_whole *whole, struct ds_row *row,
    dossier_error *err)
{
	const char *words = ds_row_text(row, DS_F_DELIVERY_GROUNDS), *text;
	struct ds_buf out = DS_BUF_INIT;
	char *copy, *word, *next;
	int64_t told;

	if (words == NULL)
		return DOSSIER_OK;
	copy = ds_arena_dup(whole->arena, words);
	if (copy == NULL)
		return ds_no_memory(err);
	for (word = strtok_r(copy, " ", &next); word != NULL;
	    word = strtok_r(NULL, " ", &next)) {
		if (!ds_decimal_parse(&told, word, 0))
			continue;
		told = number_here(whole, DS_GROUND, told);
		if (told != 0)
			ds_buf_printf(&out, "%s%lld", out.size > 0 ? " " :
			    "", (long long)told);
	}
	text = out.failed ? NULL : ds_arena_dup(whole->arena, out.data);
	ds_buf_free(&out);
	if (text == NULL)
		return ds_no_memory(err);
	ds_row_set_text(row, DS_F_DELIVERY_GROUNDS, text[0] == '\0' ? NULL :
	    text);
	return DOSSIER_OK;
}

static dossier_status
number_all(struct ds_whole *whole, dossier_error *err)
{
	struct ds_whole_change *change;

	for (change = whole->change; change != NULL; change = change->next)
		if (change->after.id == 0 && !change->removed)
			DS_TRY(ds_book_number(&change->after.id,
			    whole->session->book, change->after.kind, err));
	for (change = whole->change; change != NULL; change = change->next)
		if (change->after.kind == DS_DELIVERY)
			DS_TRY(translate_grounds(whole, &change->after,
			    err));
	return DOSSIER_OK;
}

/* ---- writing ---- */

static dossier_status
write_change(struct ds_whole *whole, struct ds_whole_change *change,
    dossier_error *err)
{
	struct ds_book *book = whole->session->book;

	switch (step_of(change)) {
	case REMOVE:
		return ds_book_remove(book, &change->before, whole->reason,
		    err);
	case CHANGE:
		if (change->before.kind == DS_YOUTH && whole->is_new)
			return ds_book_add(book, &change->after, err);
		return ds_book_change(NULL, book, &change->before,
		    &change->after, whole->reason, err);
	default:
		return ds_book_add(book, &change->after, err);
	}
}

/*
 * First what makes room, then what is moved, then what comes: a number that
 * goes from one record to another is never in the way of itself.
 */
dossier_status
ds_whole_write(struct ds_whole *whole, dossier_error *err)
{
	struct ds_whole_change *change;
	dossier_status status;
	dossier_error own;
	int step;

	if (whole->is_new)
		DS_TRY(number_all(whole, err));
	for (step = REMOVE; step < STEPS; step++) {
		for (change = whole->change; change != NULL;
		    change = change->next) {
			if (step_of(change) != (enum step)step)
				continue;
			own = ds_whole_own(whole);
			status = write_change(whole, change, &own);
			DS_TRY(ds_whole_weigh(whole, change->at, status,
			    &own, err));
			if (status != DOSSIER_OK)
				return DOSSIER_OK;
		}
	}
	return DOSSIER_OK;
}

/* ---- telling ---- */

dossier_status
ds_whole_put_changes(size_t *count, dossier_document *doc,
    struct ds_value *map, struct ds_whole *whole, dossier_error *err)
{
	const struct ds_whole_change *change;
	struct ds_changes changes;
	struct ds_row nothing;

	ds_changes_begin(&changes, doc, map, &whole->view);
	for (change = whole->change; change != NULL; change = change->next) {
		ds_row_start(&nothing, change->after.kind);
		DS_TRY(ds_changes_put(&changes, whole->is_new ? &nothing :
		    &change->before, &change->after, err));
	}
	ds_changes_end(&changes);
	*count = changes.count;
	return ds_document_check(doc, err);
}

void
ds_whole_put_faults(dossier_document *doc, struct ds_value *map,
    const struct ds_whole *whole)
{
	const struct ds_column columns[] = {
		{ ds_tr(doc->language, N_("Line")), DS_RIGHT },
		{ ds_tr(doc->language, N_("What is wrong")), DS_LEFT },
		{ ds_tr(doc->language, N_("What to do")), DS_LEFT },
	};
	struct ds_value *list = ds_put_list(doc, map, "faults"), *item;
	const struct ds_whole_fault *fault;
	struct ds_block *table;
	struct ds_cells *row;
	char line[24];

	table = ds_table(doc, NULL, columns, 3);
	ds_table_quiet(table);
	for (fault = whole->fault; fault != NULL; fault = fault->next) {
		item = ds_put_map(doc, list, NULL);
		ds_put_int(doc, item, "line", fault->line);
		ds_put_int(doc, item, "column", fault->column);
		ds_put_text(doc, item, "reason", fault->message);
		ds_put_text(doc, item, "advice", fault->advice);
		row = ds_table_row(doc, table);
		snprintf(line, sizeof line, "%d", fault->line);
		ds_cell(doc, row, 0, line);
		ds_cell(doc, row, 1, fault->message);
		ds_cell(doc, row, 2, fault->advice);
	}
}
