/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Rows that stand twice in one file: identical ones are one row with a note,
 * differing ones are all refused, for nobody can know which is right.
 *
 * A row has up to five keys (BSN, onderwijsnummer, source reference,
 * pseudonym, school and pupil number; other sheets have one or none). Hashes of keys are sorted: 16
 * bytes a key is all that is kept of a file. Only when some stand twice is
 * the file read once more, to compare those rows whole.
 */
#include "flows/intake.h"

#include <stdlib.h>
#include <string.h>

#include "base/ident.h"

struct key {
	uint64_t key;
	uint32_t row;
	int column;			/* of the sheet, by which it is known */
};

struct keys {
	struct key *list;
	size_t count, capacity;
};

/* The columns that make one key together; −1 ends a key, −2 the list. */
#define END_KEY (-1)
#define END_LIST (-2)
static const int youth_keys[] = { AT_BSN, END_KEY, AT_ONDERWIJSNUMMER,
	END_KEY, AT_PGN, END_KEY, AT_SOURCE_REF, END_KEY, AT_PSEUDONYM,
	END_KEY, AT_PUPIL_NUMBER, AT_SCHOOL, END_KEY, END_LIST };
static const int code_key[] = { AT_CODE, END_KEY, END_LIST };
/* Whom only a name tells apart; with a number it is of that number. */
static const int track_key[] = { AT_NAME, AT_PARTY, AT_FROM, AT_YOUTH,
	AT_BSN, AT_ONDERWIJSNUMMER, AT_PGN, AT_PSEUDONYM, AT_PUPIL_NUMBER,
	AT_SCHOOL, END_KEY, END_LIST };
static const int no_key[] = { END_LIST };

static const int *
keys_of(const struct ds_intake *in)
{
	if (strcmp(in->plan.sheet->name, "youth") == 0)
		return youth_keys;
	if (in->plan.sheet->records[0] == DS_TRACK)
		return track_key;
	/* A contact may have several roles, a youth several placements. */
	return in->at[AT_CODE] >= 0 && in->at[AT_YOUTH] < 0 ? code_key :
	    no_key;
}

static bool
push(struct keys *keys, uint64_t key, long row, int column)
{
	struct key *grown = ds_grow(keys->list, keys->count, &keys->capacity,
	    sizeof *grown);

	if (grown == NULL)
		return false;
	keys->list = grown;
	grown[keys->count++] = (struct key){ key, (uint32_t)row, column };
	return true;
}

static uint64_t
hash_row(const struct ds_intake *in, const struct ds_line *line)
{
	uint64_t hash = 1;
	int i;

	for (i = 0; i < in->plan.sheet->count; i++) {
		const char *text = line->text[i];

		if (in->plan.sheet->columns[i].type == DS_CELL_REASON)
			continue;
		hash = text == NULL ? ds_hash("\x1e", 1, hash) :
		    ds_hash(text, strlen(text) + 1, hash);
	}
	return hash;
}

/* A number written in two ways is one number: in the form that is kept. */
static uint64_t
hash_cell(enum ds_at at, const char *text, uint64_t hash)
{
	char form[10];

	if (((at == AT_BSN || at == AT_PGN) && ds_ident_bsn(form, text)) ||
	    ((at == AT_ONDERWIJSNUMMER || at == AT_PGN) &&
	    ds_ident_onderwijsnummer(form, text)) ||
	    (at == AT_SCHOOL && ds_ident_brin(form, text)))
		text = form;
	return ds_hash(text, strlen(text), hash);
}

/* Personal numbers share one key, whatever column they stand in. */
static uint64_t
hash_key(enum ds_at first)
{
	return first == AT_ONDERWIJSNUMMER || first == AT_PGN ? AT_BSN :
	    (uint64_t)first;
}

/* A row may name the same number in two columns. */
static bool
pushed(const struct keys *keys, uint64_t key, long row)
{
	size_t i;

	for (i = keys->count; i > 0 &&
	    keys->list[i - 1].row == (uint32_t)row; i--)
		if (keys->list[i - 1].key == key)
			return true;
	return false;
}

/*
 * A key counts when its first column is filled, and not with what a
 * spreadsheet made of it: such a number is refused for that.
 */
static bool
push_keys(struct keys *keys, const struct ds_intake *in,
    const struct ds_line *line)
{
	const int *at = keys_of(in), *first;
	const char *text;
	uint64_t hash;
	bool filled;

	for (; *at != END_LIST; at++) {
		first = at;
		hash = hash_key((enum ds_at)*at);
		filled = false;
		for (; *at != END_KEY; at++) {
			text = in->at[*at] < 0 ? NULL :
			    line->text[in->at[*at]];
			if (at == first)
				filled = text != NULL &&
				    !ds_ident_scientific(text);
			if (text != NULL)
				hash = hash_cell((enum ds_at)*at, text,
				    hash);
		}
		if (filled && !pushed(keys, hash, line->number) &&
		    !push(keys, hash, line->number, in->at[*first]))
			return false;
	}
	return true;
}

static int
by_key(const void *a, const void *b)
{
	const struct key *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

static int
by_row(const void *a, const void *b)
{
	const struct ds_twice *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	/* A difference weighs more than a likeness. */
	return (x->same > y->same) - (x->same < y->same);
}

struct whole {				/* a row, all of it in one hash */
	uint32_t row;
	uint64_t hash;
};

struct wholes {
	struct whole *list;		/* by row, each once */
	size_t count;
};

static int
by_whole_row(const void *a, const void *b)
{
	const struct whole *x = a, *y = b;

	return (x->row > y->row) - (x->row < y->row);
}

static uint64_t
whole_hash(const struct wholes *wholes, uint32_t row)
{
	const struct whole wanted = { row, 0 }, *found;

	found = bsearch(&wanted, wholes->list, wholes->count,
	    sizeof *wholes->list, by_whole_row);
	return found == NULL ? 0 : found->hash;
}

/* Where the keys that equal the one at `from` end. */
static size_t
group_end(const struct keys *keys, size_t from)
{
	size_t to = from + 1;

	while (to < keys->count &&
	    keys->list[to].key == keys->list[from].key)
		to++;
	return to;
}

/* Only keys that stand twice or more stay. */
static void
keep_groups(struct keys *keys)
{
	size_t from, to, kept = 0;

	for (from = 0; from < keys->count; from = to) {
		to = group_end(keys, from);
		if (to - from == 1)
			continue;
		memmove(keys->list + kept, keys->list + from,
		    (to - from) * sizeof *keys->list);
		kept += to - from;
	}
	keys->count = kept;
}

static bool
list_rows(struct wholes *out, const struct keys *keys)
{
	size_t i;

	out->list = ds_alloc(keys->count * sizeof *out->list);
	if (out->list == NULL)
		return false;
	for (i = 0; i < keys->count; i++)
		out->list[i].row = keys->list[i].row;
	qsort(out->list, keys->count, sizeof *out->list, by_whole_row);
	for (i = 0; i < keys->count; i++)
		if (out->count == 0 ||
		    out->list[out->count - 1].row != out->list[i].row)
			out->list[out->count++] = out->list[i];
	return true;
}

static dossier_status
hash_wholes(struct wholes *wholes, struct ds_intake *in, struct ds_csv *csv,
    dossier_error *err)
{
	const struct ds_csv_row *row;
	struct ds_line line;
	size_t i = 0;

	while (i < wholes->count) {
		DS_TRY(ds_csv_next(&row, csv, err));
		if (row == NULL)
			return DOSSIER_OK;
		if (row->number != (long)wholes->list[i].row)
			continue;
		ds_line_start(&line, &in->plan, row);
		wholes->list[i++].hash = hash_row(in, &line);
	}
	return DOSSIER_OK;
}

static bool
note_group(struct ds_intake *in, const struct wholes *wholes,
    const struct key *key, size_t count, size_t *capacity)
{
	uint64_t first = whole_hash(wholes, key[0].row);
	struct ds_twice *grown;
	bool same = true;
	size_t i;

	for (i = 1; i < count; i++)
		same = same && whole_hash(wholes, key[i].row) == first;
	for (i = same ? 1 : 0; i < count; i++) {
		grown = ds_grow(in->twice, in->twice_count, capacity,
		    sizeof *grown);
		if (grown == NULL)
			return false;
		in->twice = grown;
		grown[in->twice_count++] = (struct ds_twice){ key[i].row,
		    key[i == 0 ? 1 : 0].row, same, key[i].column };
	}
	return true;
}

static dossier_status
judge(struct ds_intake *in, const struct keys *keys, struct wholes *wholes,
    dossier_error *err)
{
	size_t from, to, capacity = 0;
	struct ds_csv *csv;
	dossier_status status;

	if (!list_rows(wholes, keys))
		return ds_no_memory(err);
	DS_TRY(ds_csv_open(&csv, in->path, err));
	status = hash_wholes(wholes, in, csv, err);
	ds_csv_close(csv);
	for (from = 0; from < keys->count && status == DOSSIER_OK; from = to) {
		to = group_end(keys, from);
		if (!note_group(in, wholes, keys->list + from, to - from,
		    &capacity))
			status = ds_no_memory(err);
	}
	return status;
}

static dossier_status
compare(struct ds_intake *in, struct keys *keys, dossier_error *err)
{
	struct wholes wholes = { NULL, 0 };
	dossier_status status;

	if (keys->count == 0)
		return DOSSIER_OK;
	qsort(keys->list, keys->count, sizeof *keys->list, by_key);
	keep_groups(keys);
	if (keys->count == 0)
		return DOSSIER_OK;
	status = judge(in, keys, &wholes, err);
	ds_free(wholes.list);
	if (in->twice_count > 0)
		qsort(in->twice, in->twice_count, sizeof *in->twice, by_row);
	return status;
}

static dossier_status
read_keys(struct keys *keys, struct ds_intake *in, struct ds_csv *csv,
    dossier_error *err)
{
	const struct ds_csv_row *row;
	struct ds_line line;

	for (;;) {
		DS_TRY(ds_csv_next(&row, csv, err));
		if (row == NULL)
			return DOSSIER_OK;
		if (row->fault != NULL)
			continue;
		ds_line_start(&line, &in->plan, row);
		if (!push_keys(keys, in, &line))
			return ds_no_memory(err);
	}
}

dossier_status
ds_intake_find_twice(struct ds_intake *in, dossier_error *err)
{
	struct keys keys = { NULL, 0, 0 };
	struct ds_csv *csv;
	dossier_status status;

	if (*keys_of(in) == END_LIST)
		return DOSSIER_OK;
	DS_TRY(ds_csv_open(&csv, in->path, err));
	status = read_keys(&keys, in, csv, err);
	ds_csv_close(csv);
	if (status == DOSSIER_OK)
		status = compare(in, &keys, err);
	ds_free(keys.list);
	return status;
}

const struct ds_twice *
ds_intake_twice(struct ds_intake *in, long row)
{
	while (in->twice_next < in->twice_count &&
	    in->twice[in->twice_next].row < row)
		in->twice_next++;
	if (in->twice_next < in->twice_count &&
	    in->twice[in->twice_next].row == row)
		return &in->twice[in->twice_next];
	return NULL;
}
