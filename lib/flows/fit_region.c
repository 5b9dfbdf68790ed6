/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the rules of a youth's region say of a record: its life domains and
 * their scale, its one method for wage values, registers that exclude each
 * other; and what there is to ask.
 */
#include "flows/fit.h"

#include <string.h>

#include "base/text.h"
#include "flows/state.h"

/*
 * Who moved keeps what the last region measured: where they lived on the
 * record's day counts; which version of its rules, the day it comes in.
 */
dossier_status
ds_fit_pack(const struct ds_pack **out, const struct ds_fitting *with,
    dossier_day day, dossier_error *err)
{
	const struct ds_row *home;
	struct ds_library *library;
	struct ds_row *rows, party;
	const char *code = NULL, *why;
	size_t count;

	DS_TRY(ds_session_library(&library, with->session, err));
	DS_TRY(ds_fit_rows(&rows, &count, DS_RESIDENCE, with, err));
	home = ds_state_near(rows, count, day);
	if (home != NULL) {
		DS_TRY(ds_book_read(&party, with->arena, with->session->book,
		    DS_PARTY, ds_row_int(home, DS_F_RESIDENCE_MUNICIPALITY),
		    err));
		code = ds_row_text(&party, DS_F_PARTY_CODE);
	}
	return ds_library_pack(out, library, code, with->day, &why, err);
}

/* ---- the right word ---- */

struct words {		/* things that begin with their id and their label */
	const void *items;
	size_t count, size;
};

static const char *const *
word_at(const struct words *words, size_t i)
{
	return (const void *)((const char *)words->items + i * words->size);
}

static bool
means(struct ds_arena *arena, const char *word, const char *folded)
{
	const char *other = word == NULL ? NULL : ds_text_fold(arena, word);

	return other != NULL && strcmp(other, folded) == 0;
}

/* The nearest id, else all of them. */
static const char *
example_of(struct ds_arena *arena, const struct words *words,
    const char *text)
{
	const char **ids = ds_arena_alloc(arena, words->count *
	    sizeof *ids + 1), *near, *all = NULL;
	size_t i;

	if (ids == NULL)
		return NULL;
	for (i = 0; i < words->count; i++) {
		ids[i] = word_at(words, i)[0];
		all = i == 0 ? ids[i] : ds_arena_printf(arena, "%s, %s", all,
		    ids[i]);
		if (all == NULL)
			return NULL;
	}
	near = ds_text_nearest(text, ids, words->count);
	return near != NULL ? near : all;
}

/*
 * Bring a field to the word that it means, by id or label; *word is NULL and
 * `reason` said when it means none.
 */
static dossier_status
choose_word(const void **word, struct ds_misfit *out, struct ds_row *row,
    int field, const struct words *words, const char *reason,
    const struct ds_fitting *with, dossier_error *err)
{
	const char *text = ds_row_text(row, field), *const *at;
	const char *folded = ds_text_fold(with->arena, text);
	size_t i;

	*word = NULL;
	if (folded == NULL)
		return ds_no_memory(err);
	for (i = 0; i < words->count; i++) {
		at = word_at(words, i);
		if (!means(with->arena, at[0], folded) &&
		    !means(with->arena, at[1], folded))
			continue;
		ds_row_set_text(row, field, at[0]);
		*word = at;
		return DOSSIER_OK;
	}
	return ds_fit_say(out, field, ds_tr(with->language, reason),
	    example_of(with->arena, words, text), err);
}

/* ---- life domains ---- */

static dossier_status
fit_score(struct ds_misfit *out, const struct ds_row *row,
    const struct ds_domain_set *set, const struct ds_fitting *with,
    dossier_error *err)
{
	int64_t score = ds_row_int(row, DS_F_DOMAIN_SCORE);
	int high = set->low + (int)set->step_count - 1;
	const char *scale;

	if (!ds_row_has(row, DS_F_DOMAIN_SCORE) || set->step_count == 0 ||
	    (score >= set->low && score <= high))
		return DOSSIER_OK;
	scale = ds_arena_printf(with->arena, "%d–%d", set->low, high);
	return scale == NULL ? ds_no_memory(err) : ds_fit_say(out,
	    DS_F_DOMAIN_SCORE, ds_tr(with->language,
	    N_("this score is not on the scale of its set")), scale, err);
}

/* What a domain tells of somebody is for the pack to say, not for a row. */
dossier_status
ds_fit_domain(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err)
{
	const struct ds_domain_set *set;
	const struct ds_pack *pack;
	struct words words;
	const void *found;

	DS_TRY(ds_fit_pack(&pack, with, ds_row_day(row, DS_F_DOMAIN_ON),
	    err));
	words = (struct words){ pack->domain_sets, pack->domain_set_count,
	    sizeof *pack->domain_sets };
	DS_TRY(choose_word(&found, out, row, DS_F_DOMAIN_SET, &words,
	    N_("the rules of this region do not have this set of life "
	    "domains"), with, err));
	set = found;
	if (set == NULL)
		return DOSSIER_OK;
	words = (struct words){ set->domains, set->count,
	    sizeof *set->domains };
	DS_TRY(choose_word(&found, out, row, DS_F_DOMAIN_DOMAIN, &words,
	    N_("this set has no life domain of that name"), with, err));
	if (found == NULL)
		return DOSSIER_OK;
	ds_row_set_text(row, DS_F_DOMAIN_CLASS,
	    ((const struct ds_domain *)found)->class);
	return fit_score(out, row, set, with, err);
}

/* ---- wage values ---- */

/* A region that works with one method takes no value by another. */
dossier_status
ds_fit_wage_value(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err)
{
	const char *method = ds_row_text(row, DS_F_WAGE_METHOD);
	dossier_day day = ds_row_day(row, DS_F_WAGE_MEASURED_ON);
	const struct ds_stated *one;
	const struct ds_pack *pack;

	DS_TRY(ds_fit_pack(&pack, with, day, err));
	one = ds_pack_stated(pack, "wage_value_method", day);
	if (one == NULL || method == NULL)
		return DOSSIER_OK;
	method = ds_text_fold(with->arena, method);
	if (method == NULL)
		return ds_no_memory(err);
	if (means(with->arena, one->value, method))
		return DOSSIER_OK;
	return ds_fit_say(out, DS_F_WAGE_METHOD, ds_arena_printf(with->arena,
	    ds_tr(with->language, N_("this region works with one method for "
	    "wage values (%s)")), one->source != NULL ? one->source :
	    pack->name), one->value, err);
}

/* ---- registers that exclude each other ---- */

/* The days of an entry: until it was ended, which is an entry of its own. */
static struct ds_span
entry_span(const struct ds_row *entry, const struct ds_row *rows,
    size_t count)
{
	struct ds_span span = ds_row_span(entry), other;
	size_t i;

	for (i = 0; i < count; i++) {
		other = ds_row_span(&rows[i]);
		if (strcmp(ds_row_text(&rows[i], DS_F_REGISTER_STATUS),
		    "beeindigd") == 0 &&
		    ds_datum_same(&rows[i].value[DS_F_REGISTER_REGISTER],
		    &entry->value[DS_F_REGISTER_REGISTER]) &&
		    other.from.number > span.from.number &&
		    (!ds_day_known(span.until) ||
		    other.from.number <= span.until.number))
			span.until = ds_day_add(other.from, -1);
	}
	return span;
}

static bool
names_both(const char *line, size_t size, const char *a, const char *b)
{
	const char *blank = memchr(line, ' ', size);
	size_t first = blank == NULL ? size : (size_t)(blank - line);
	size_t second = blank == NULL ? 0 : size - first - 1;

	return blank != NULL &&
	    ((strlen(a) == first && strncmp(line, a, first) == 0 &&
	    strlen(b) == second && strncmp(blank + 1, b, second) == 0) ||
	    (strlen(b) == first && strncmp(line, b, first) == 0 &&
	    strlen(a) == second && strncmp(blank + 1, a, second) == 0));
}

/* Two registers to a line of the parameter. */
static bool
exclude(const struct ds_stated *pairs, const char *a, const char *b)
{
	const char *from = pairs->value, *end;

	for (;; from = end + 1) {
		end = strchr(from, '\n');
		if (end == NULL)
			return names_both(from, strlen(from), a, b);
		if (names_both(from, (size_t)(end - from), a, b))
			return true;
	}
}

static bool
is_entered(const struct ds_row *entry)
{
	return strcmp(ds_row_text(entry, DS_F_REGISTER_STATUS),
	    "opgenomen") == 0;
}

static dossier_status
refuse_register(struct ds_misfit *out, const struct ds_row *other,
    const char *source, const struct ds_fitting *with, dossier_error *err)
{
	dossier_language lang = with->language;
	char day[DS_DAY_TEXT];

	return ds_fit_say(out, DS_F_REGISTER_REGISTER,
	    ds_arena_printf(with->arena, ds_tr(lang,
	    N_("this excludes the entry \"%s\" of %s (%s)")),
	    ds_code_label(ds_codes_register, ds_row_text(other,
	    DS_F_REGISTER_REGISTER), lang), ds_day_text(ds_row_day(other,
	    DS_F_REGISTER_FROM), lang, day), source), NULL, err);
}

dossier_status
ds_fit_register(struct ds_misfit *out, struct ds_row *row,
    const struct ds_fitting *with, dossier_error *err)
{
	dossier_day from = ds_row_day(row, DS_F_REGISTER_FROM);
	const struct ds_stated *pairs;
	const struct ds_pack *pack;
	struct ds_span mine, other;
	struct ds_row *rows;
	size_t count, i;

	DS_TRY(ds_fit_pack(&pack, with, from, err));
	pairs = ds_pack_stated(pack, "exclusive_registers", from);
	if (pairs == NULL || !is_entered(row))
		return DOSSIER_OK;
	DS_TRY(ds_fit_rows(&rows, &count, DS_REGISTER, with, err));
	mine = entry_span(row, rows, count);
	for (i = 0; i < count; i++) {
		other = entry_span(&rows[i], rows, count);
		if (is_entered(&rows[i]) && exclude(pairs,
		    ds_row_text(row, DS_F_REGISTER_REGISTER),
		    ds_row_text(&rows[i], DS_F_REGISTER_REGISTER)) &&
		    ds_span_gap(mine, other) < 0 &&
		    ds_span_gap(other, mine) < 0)
			return refuse_register(out, &rows[i],
			    pairs->source != NULL ? pairs->source :
			    pack->name, with, err);
	}
	return DOSSIER_OK;
}
