/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the rules of a youth's region say of a row: its life domains and
 * their scale, registers that exclude each other, its one method for wage
 * values; and what a record may be about.
 */
#include "flows/intake.h"

#include <string.h>

#include "base/text.h"

dossier_status
ds_intake_pack(const struct ds_pack **out, struct ds_intake *in,
    int64_t youth, dossier_error *err)
{
	struct ds_library *library;
	struct ds_stmt *stmt;
	dossier_status status;
	const char *why;
	bool row;

	DS_TRY(ds_session_library(&library, in->session, err));
	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_YOUTH_MUNICIPALITY,
	    err));
	ds_bind_int(stmt, ":youth", youth);
	ds_bind_day(stmt, ":day", in->options->as_of);
	DS_TRY(ds_step(&row, stmt, err));
	status = ds_library_pack(out, library, row ? ds_col_text(stmt, 0) :
	    NULL, in->options->as_of, &why, err);
	ds_stmt_reset(stmt);
	return status;
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
example_of(struct ds_intake *in, const struct words *words, const char *text)
{
	const char **ids = ds_arena_alloc(&in->row_arena, words->count *
	    sizeof *ids + 1), *near, *all = NULL;
	size_t i;

	if (ids == NULL)
		return NULL;
	for (i = 0; i < words->count; i++) {
		ids[i] = word_at(words, i)[0];
		all = i == 0 ? ids[i] : ds_arena_printf(&in->arena,
		    "%s, %s", all, ids[i]);
		if (all == NULL)
			return NULL;
	}
	near = ds_text_nearest(text, ids, words->count);
	return near != NULL ? near : all;
}

/*
 * Bring a field to the word that it means, by id or label; *out is NULL and
 * the row refused when it means none.
 */
static dossier_status
choose_word(const void **out, struct ds_intake *in, struct ds_line *line,
    struct ds_row *row, int field, const struct words *words,
    const char *reason, dossier_error *err)
{
	const char *text = ds_row_text(row, field), *const *word;
	const char *folded = ds_text_fold(&in->row_arena, text);
	size_t i;

	*out = NULL;
	if (folded == NULL)
		return ds_no_memory(err);
	for (i = 0; i < words->count; i++) {
		word = word_at(words, i);
		if (!means(&in->row_arena, word[0], folded) &&
		    !means(&in->row_arena, word[1], folded))
			continue;
		ds_row_set_text(row, field, word[0]);
		*out = word;
		return DOSSIER_OK;
	}
	return ds_intake_refuse(in, line, ds_intake_column(in, row->kind,
	    field), reason, example_of(in, words, text), err);
}

/* ---- life domains ---- */

static dossier_status
judge_score(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *row, const struct ds_domain_set *set,
    dossier_error *err)
{
	int64_t score = ds_row_int(row, DS_F_DOMAIN_SCORE);
	int high = set->low + (int)set->step_count - 1;
	const char *scale;

	if (!ds_row_has(row, DS_F_DOMAIN_SCORE) || set->step_count == 0 ||
	    (score >= set->low && score <= high))
		return DOSSIER_OK;
	scale = ds_arena_printf(&in->arena, "%d–%d", set->low, high);
	return scale == NULL ? ds_no_memory(err) : ds_intake_refuse(in, line,
	    ds_intake_column(in, DS_LIFE_DOMAIN, DS_F_DOMAIN_SCORE),
	    N_("this score is not on the scale of its set"), scale, err);
}

/* What a domain tells of somebody is for the pack to say, not for a row. */
static dossier_status
judge_domain(struct ds_intake *in, struct ds_line *line, struct ds_row *row,
    dossier_error *err)
{
	const struct ds_domain_set *set;
	const struct ds_pack *pack;
	struct words words;
	const void *found;

	DS_TRY(ds_intake_pack(&pack, in, line->youth, err));
	words = (struct words){ pack->domain_sets, pack->domain_set_count,
	    sizeof *pack->domain_sets };
	DS_TRY(choose_word(&found, in, line, row, DS_F_DOMAIN_SET, &words,
	    N_("the rules of this region do not have this set of life "
	    "domains"), err));
	set = found;
	if (set == NULL)
		return DOSSIER_OK;
	words = (struct words){ set->domains, set->count,
	    sizeof *set->domains };
	DS_TRY(choose_word(&found, in, line, row, DS_F_DOMAIN_DOMAIN, &words,
	    N_("this set has no such life domain"), err));
	if (found != NULL)
		ds_row_set_text(row, DS_F_DOMAIN_CLASS,
		    ((const struct ds_domain *)found)->class);
	return judge_score(in, line, row, set, err);
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

/* A rule counts as it was in force on the day of the row. */
static dossier_day
day_or_today(const struct ds_intake *in, const struct ds_row *row, int field)
{
	dossier_day day = ds_row_day(row, field);

	return ds_day_known(day) ? day : in->session->today;
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
refuse_register(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *other, const struct ds_stated *pairs,
    dossier_error *err)
{
	dossier_language lang = in->session->language;
	char day[DS_DAY_TEXT];
	const char *reason = ds_arena_printf(&in->arena,
	    ds_tr(lang, N_("this excludes the entry \"%s\" of %s (%s)")),
	    ds_code_label(ds_codes_register, ds_row_text(other,
	    DS_F_REGISTER_REGISTER), lang), ds_day_text(ds_row_day(other,
	    DS_F_REGISTER_FROM), lang, day),
	    pairs->source != NULL ? pairs->source : pairs->pack->name);

	return reason == NULL ? ds_no_memory(err) : ds_intake_refuse(in,
	    line, ds_intake_column(in, DS_REGISTER, DS_F_REGISTER_REGISTER),
	    reason, NULL, err);
}

static dossier_status
judge_register(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *row, dossier_error *err)
{
	const struct ds_stated *pairs;
	const struct ds_pack *pack;
	struct ds_span mine, other;
	struct ds_row *rows;
	size_t count, i;

	DS_TRY(ds_intake_pack(&pack, in, line->youth, err));
	pairs = ds_pack_stated(pack, "exclusive_registers",
	    day_or_today(in, row, DS_F_REGISTER_FROM));
	if (pairs == NULL || !is_entered(row))
		return DOSSIER_OK;
	DS_TRY(ds_book_list(&rows, &count, &in->row_arena, in->session->book,
	    DS_REGISTER, DS_F_REGISTER_YOUTH, line->youth, err));
	mine = entry_span(row, rows, count);
	for (i = 0; i < count; i++) {
		other = entry_span(&rows[i], rows, count);
		if (is_entered(&rows[i]) && exclude(pairs,
		    ds_row_text(row, DS_F_REGISTER_REGISTER),
		    ds_row_text(&rows[i], DS_F_REGISTER_REGISTER)) &&
		    ds_span_gap(mine, other) < 0 &&
		    ds_span_gap(other, mine) < 0)
			return refuse_register(in, line, &rows[i], pairs,
			    err);
	}
	return DOSSIER_OK;
}

/* ---- wage values, contact moments ---- */

/* A region that works with one method takes no value by another. */
static dossier_status
judge_wage_value(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *row, dossier_error *err)
{
	const char *method = ds_row_text(row, DS_F_WAGE_METHOD), *reason;
	const struct ds_stated *one;
	const struct ds_pack *pack;

	DS_TRY(ds_intake_pack(&pack, in, line->youth, err));
	one = ds_pack_stated(pack, "wage_value_method",
	    day_or_today(in, row, DS_F_WAGE_MEASURED_ON));
	if (one == NULL || method == NULL)
		return DOSSIER_OK;
	method = ds_text_fold(&in->row_arena, method);
	if (method == NULL)
		return ds_no_memory(err);
	if (means(&in->row_arena, one->value, method))
		return DOSSIER_OK;
	reason = ds_arena_printf(&in->arena, ds_tr(in->session->language,
	    N_("this region works with one method for wage values (%s)")),
	    one->source != NULL ? one->source : one->pack->name);
	return reason == NULL ? ds_no_memory(err) : ds_intake_refuse(in,
	    line, ds_intake_column(in, DS_WAGE_VALUE, DS_F_WAGE_METHOD),
	    reason, one->value, err);
}

/* A contact needs no content; a note is nothing else. */
static dossier_status
judge_moment(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *row, dossier_error *err)
{
	if (ds_row_day(row, DS_F_MOMENT_ON).number >
	    in->session->today.number)
		return ds_intake_refuse(in, line, ds_intake_column(in,
		    DS_MOMENT, DS_F_MOMENT_ON), N_("this day lies in the "
		    "future"), NULL, err);
	if (strcmp(ds_row_text(row, DS_F_MOMENT_KIND), "notitie") == 0 &&
	    !ds_row_has(row, DS_F_MOMENT_TEXT))
		return ds_intake_refuse(in, line, ds_intake_column(in,
		    DS_MOMENT, DS_F_MOMENT_TEXT), N_("a note without a text "
		    "says nothing"), NULL, err);
	return DOSSIER_OK;
}

/* ---- answers ---- */

static bool
is_code(const struct ds_code *list, const char *slug)
{
	for (; list->slug != NULL; list++)
		if (strcmp(list->slug, slug) == 0)
			return true;
	return false;
}

/* "youth.phone", "life_domain:financien", "statement:ouders", "opp". */
static bool
can_be_asked(struct ds_arena *arena, const char *subject)
{
	size_t size = strcspn(subject, ".:");
	const char *name = ds_arena_ndup(arena, subject, size);
	const struct ds_record *record = name == NULL ? NULL :
	    ds_record_named(name);
	const char *rest = subject + size + 1;

	if (record == NULL || record->kind == DS_ANSWER ||
	    (record->kind != DS_YOUTH && ds_field_named(record, "youth") < 0))
		return false;
	if (subject[size] == '.')
		return ds_field_named(record, rest) >= 0;
	if (subject[size] == '\0')
		return record->kind != DS_YOUTH;
	if (record->kind == DS_STATEMENT)
		return is_code(ds_codes_voice, rest) ||
		    is_code(ds_codes_section, rest);
	return record->kind == DS_LIFE_DOMAIN;
}

static dossier_status
has_domain(bool *out, struct ds_intake *in, int64_t youth,
    const char *subject, dossier_error *err)
{
	static const char before[] = "life_domain:";
	const struct ds_pack *pack;
	size_t i;

	*out = strncmp(subject, before, sizeof before - 1) != 0;
	if (*out)
		return DOSSIER_OK;
	DS_TRY(ds_intake_pack(&pack, in, youth, err));
	for (i = 0; i < pack->domain_set_count && !*out; i++)
		*out = ds_domain_named(&pack->domain_sets[i],
		    subject + sizeof before - 1) != NULL;
	return DOSSIER_OK;
}

static dossier_status
judge_answer(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *row, dossier_error *err)
{
	const char *subject = ds_row_text(row, DS_F_ANSWER_SUBJECT);
	bool known = can_be_asked(&in->row_arena, subject);

	if (known)
		DS_TRY(has_domain(&known, in, line->youth, subject, err));
	return known ? DOSSIER_OK : ds_intake_refuse(in, line,
	    ds_intake_column(in, DS_ANSWER, DS_F_ANSWER_SUBJECT),
	    N_("nothing in a dossier is called so"),
	    "youth.phone, statement:ouders, life_domain:financien", err);
}

dossier_status
ds_intake_judge(struct ds_intake *in, struct ds_line *line,
    struct ds_row *row, dossier_error *err)
{
	switch (row->kind) {
	case DS_LIFE_DOMAIN:
		return judge_domain(in, line, row, err);
	case DS_REGISTER:
		return judge_register(in, line, row, err);
	case DS_WAGE_VALUE:
		return judge_wage_value(in, line, row, err);
	case DS_MOMENT:
		return judge_moment(in, line, row, err);
	case DS_ANSWER:
		return judge_answer(in, line, row, err);
	case DS_GROUND:
		return ds_intake_judge_ground(in, line, row, err);
	default:
		return DOSSIER_OK;
	}
}
