/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Life domains, by the set of a pack. The latest of each counts and all are
 * shown; what is told of many is the lowest and how many are low, never a
 * sum and never a mean.
 */
#include "flows/show.h"

#include <string.h>

struct set {
	const char *name;
	const struct ds_domain_set *known;	/* NULL: not in the pack */
	struct ds_rows rows;			/* of that set, by day */
	struct ds_value *map;
};

static const char *
domain_of(const struct ds_row *row)
{
	return ds_row_text(row, DS_F_DOMAIN_DOMAIN);
}

/* The last one about a domain; rows stand in the order of their day. */
static const struct ds_row *
latest(const struct set *set, const char *domain)
{
	size_t i = set->rows.count;

	while (i-- > 0)
		if (strcmp(domain_of(&set->rows.row[i]), domain) == 0)
			return &set->rows.row[i];
	return NULL;
}

/* A domain that the set does not know is called as it was written. */
static const char *
label_of(const struct set *set, const char *domain)
{
	const struct ds_domain *known = set->known == NULL ? NULL :
	    ds_domain_named(set->known, domain);

	return known == NULL ? domain : known->label;
}

static const char *
step_of(const struct set *set, int64_t score)
{
	int64_t step = set->known == NULL ? -1 : score - set->known->low;

	return step < 0 || step >= (int64_t)set->known->step_count ? NULL :
	    set->known->steps[step];
}

/* ---- one domain ---- */

static void
add(struct ds_show *show, const char **text, const char *format,
    const char *more)
{
	const char *part;

	if (more == NULL)
		return;
	part = ds_show_kept(show, ds_arena_printf(show->arena,
	    ds_tr(show->doc->language, format), more));
	*text = **text == '\0' ? part : ds_show_kept(show,
	    ds_arena_printf(show->arena, "%s\n%s", *text, part));
}

/* "2, not self-reliant (03-05-2026, P. Post)" */
static dossier_status
score_text(const char **out, struct ds_show *show, const struct set *set,
    const struct ds_row *row, dossier_error *err)
{
	dossier_language lang = show->doc->language;
	struct ds_shown score, on, by;
	const char *step = NULL;

	DS_TRY(ds_view_field(&score, &show->view, row, DS_F_DOMAIN_SCORE,
	    err));
	DS_TRY(ds_view_field(&on, &show->view, row, DS_F_DOMAIN_ON, err));
	DS_TRY(ds_view_field(&by, &show->view, row, DS_F_DOMAIN_BY, err));
	if (score.text != NULL)
		step = step_of(set, score.number);
	*out = ds_show_kept(show, ds_arena_printf(show->arena,
	    "%s%s%s (%s%s%s)", score.text != NULL ? score.text :
	    ds_tr(lang, N_("no score")), step != NULL ? ", " : "",
	    step != NULL ? step : "", on.text, by.text != NULL ? ", " : "",
	    by.text != NULL ? by.text : ""));
	return DOSSIER_OK;
}

static dossier_status
put_text(struct ds_show *show, const struct set *set,
    const struct ds_row *row, dossier_error *err)
{
	struct ds_shown words, view, since;
	const char *text;

	DS_TRY(score_text(&text, show, set, row, err));
	DS_TRY(ds_view_field(&words, &show->view, row, DS_F_DOMAIN_WORDS,
	    err));
	DS_TRY(ds_view_field(&view, &show->view, row, DS_F_DOMAIN_VIEW,
	    err));
	DS_TRY(ds_view_field(&since, &show->view, row, DS_F_DOMAIN_SINCE,
	    err));
	add(show, &text, N_("In own words: %s"), words.text);
	add(show, &text, N_("Professional view: %s"), view.text);
	add(show, &text, N_("Since %s"), since.text);
	ds_show_line(show, label_of(set, domain_of(row)), text);
	return DOSSIER_OK;
}

static dossier_status
put_data(struct ds_show *show, struct ds_value *list, const struct set *set,
    const struct ds_row *row, dossier_error *err)
{
	static const int fields[] = { DS_F_DOMAIN_DOMAIN, DS_F_DOMAIN_ON,
	    DS_F_DOMAIN_SCORE, DS_F_DOMAIN_WORDS, DS_F_DOMAIN_VIEW,
	    DS_F_DOMAIN_SINCE, DS_F_DOMAIN_BY, DS_NO_FIELD };
	struct ds_value *item = ds_put_map(show->doc, list, NULL);
	const int *field;

	for (field = fields; *field != DS_NO_FIELD; field++)
		DS_TRY(ds_present_data(show->doc, &show->view, item, row,
		    *field, err));
	ds_put_text(show->doc, item, "label", label_of(set, domain_of(row)));
	ds_put_text(show->doc, item, "means", ds_row_has(row,
	    DS_F_DOMAIN_SCORE) ? step_of(set, ds_row_int(row,
	    DS_F_DOMAIN_SCORE)) : NULL);
	ds_put_bool(show->doc, item, "latest", latest(set, domain_of(row)) ==
	    row);
	return DOSSIER_OK;
}

/* ---- a set ---- */

/* The lowest score of the latest ones, and how many are low. */
static void
put_lowest(struct ds_show *show, const struct set *set)
{
	int acute = set->known == NULL ? -1 : set->known->acute;
	dossier_language lang = show->doc->language;
	int64_t lowest = -1, score;
	const struct ds_row *row;
	int low = 0;
	size_t i;

	for (i = 0; i < set->rows.count; i++) {
		row = &set->rows.row[i];
		if (latest(set, domain_of(row)) != row ||
		    !ds_row_has(row, DS_F_DOMAIN_SCORE))
			continue;
		score = ds_row_int(row, DS_F_DOMAIN_SCORE);
		if (lowest < 0 || score < lowest)
			lowest = score;
		low += score <= acute;
	}
	if (lowest < 0)
		return;
	ds_put_int(show->doc, set->map, "lowest", lowest);
	if (acute < 0) {
		ds_paragraph(show->doc, ds_tr(lang, N_("Lowest score: %d.")),
		    (int)lowest);
		return;
	}
	ds_put_int(show->doc, set->map, "low_up_to", acute);
	ds_put_int(show->doc, set->map, "low_count", low);
	ds_paragraph(show->doc, ds_trn(lang,
	    N_("Lowest score: %d; %d domain at %d or lower."),
	    N_("Lowest score: %d; %d domains at %d or lower."), low),
	    (int)lowest, low, acute);
}

static bool
has_since(const struct set *set, const struct ds_row *answer,
    const char *domain)
{
	const struct ds_row *row = latest(set, domain);

	return row != NULL && ds_row_day(row, DS_F_DOMAIN_ON).number >=
	    ds_row_day(answer, DS_F_ANSWER_ON).number;
}

static void
put_domain_answer(struct ds_show *show, struct ds_value *list,
    const struct ds_domain *domain, const struct ds_row *answer)
{
	struct ds_value *item = ds_put_map(show->doc, list, NULL);

	ds_put_text(show->doc, item, "domain", domain->id);
	ds_show_put_answer(show, item, answer);
	ds_show_line(show, domain->label, ds_show_answer(show, answer));
}

/* Domains that nobody asked about, and those with an answer instead. */
static void
put_rest(struct ds_show *show, const struct set *set)
{
	struct ds_value *answered = ds_put_list(show->doc, set->map,
	    "answered");
	struct ds_value *unasked = ds_put_list(show->doc, set->map,
	    "not_asked");
	const struct ds_domain *domain;
	const struct ds_row *answer;
	const char *text = "";
	size_t i;

	for (i = 0; i < set->known->count; i++) {
		domain = &set->known->domains[i];
		answer = ds_answer_of(&show->answers, ds_show_kept(show,
		    ds_arena_printf(show->arena, "life_domain:%s",
		    domain->id)));
		if (answer != NULL && !has_since(set, answer, domain->id)) {
			put_domain_answer(show, answered, domain, answer);
		} else if (latest(set, domain->id) == NULL) {
			ds_put_text(show->doc, unasked, NULL, domain->id);
			text = ds_show_kept(show, ds_arena_printf(
			    show->arena, "%s%s%s", text, *text == '\0' ? "" :
			    ", ", domain->label));
		}
	}
	if (*text != '\0')
		ds_show_line(show, ds_tr(show->doc->language,
		    N_("Not asked")), text);
}

/* What was measured before the latest. */
static dossier_status
put_earlier(struct ds_show *show, const struct set *set, dossier_error *err)
{
	const struct ds_column columns[] = {
		{ ds_tr(show->doc->language, N_("Domain")), DS_LEFT },
		{ ds_tr(show->doc->language, N_("Score")), DS_LEFT },
	};
	struct ds_block *table = NULL;
	const struct ds_row *row;
	struct ds_cells *cells;
	const char *text;
	size_t i;

	for (i = 0; i < set->rows.count; i++) {
		row = &set->rows.row[i];
		if (latest(set, domain_of(row)) == row)
			continue;
		if (table == NULL)
			table = ds_table(show->doc, ds_tr(show->doc->language,
			    N_("Earlier")), columns, 2);
		DS_TRY(score_text(&text, show, set, row, err));
		cells = ds_table_row(show->doc, table);
		ds_cell(show->doc, cells, 0, label_of(set, domain_of(row)));
		ds_cell(show->doc, cells, 1, text);
	}
	return DOSSIER_OK;
}

static dossier_status
put_set(struct ds_show *show, struct ds_value *list, struct set *set,
    dossier_error *err)
{
	struct ds_value *domains;
	const struct ds_row *row;
	size_t i;

	set->map = ds_put_map(show->doc, list, NULL);
	ds_put_text(show->doc, set->map, "set", set->name);
	ds_put_text(show->doc, set->map, "label", set->known == NULL ? NULL :
	    set->known->label);
	ds_show_say(show, set->known == NULL ? set->name : ds_show_kept(show,
	    ds_arena_printf(show->arena, "%s (%s)", set->known->label,
	    set->name)));
	put_lowest(show, set);
	domains = ds_put_list(show->doc, set->map, "domains");
	for (i = 0; i < set->rows.count; i++) {
		row = &set->rows.row[i];
		DS_TRY(put_data(show, domains, set, row, err));
		if (latest(set, domain_of(row)) == row)
			DS_TRY(put_text(show, set, row, err));
	}
	/* To who may not see all, what is not there may be withheld. */
	if (set->known != NULL && !show->limited)
		put_rest(show, set);
	return put_earlier(show, set, err);
}

/* ---- all sets ---- */

static dossier_status
take_set(struct set *set, struct ds_show *show, const struct ds_rows *rows,
    size_t first, dossier_error *err)
{
	size_t i;

	set->name = ds_row_text(&rows->row[first], DS_F_DOMAIN_SET);
	set->known = ds_pack_domain_set(show->pack, set->name);
	set->rows.count = 0;
	set->rows.row = ds_arena_alloc(show->arena, rows->count *
	    sizeof *set->rows.row);
	if (set->rows.row == NULL)
		return ds_no_memory(err);
	for (i = first; i < rows->count; i++)
		if (strcmp(ds_row_text(&rows->row[i], DS_F_DOMAIN_SET),
		    set->name) == 0)
			set->rows.row[set->rows.count++] = rows->row[i];
	return DOSSIER_OK;
}

static bool
is_first_of_set(const struct ds_rows *rows, size_t at)
{
	size_t i;

	for (i = 0; i < at; i++)
		if (strcmp(ds_row_text(&rows->row[i], DS_F_DOMAIN_SET),
		    ds_row_text(&rows->row[at], DS_F_DOMAIN_SET)) == 0)
			return false;
	return true;
}

/* Answers about domains of which nothing at all is recorded. */
static void
put_bare_answers(struct ds_show *show)
{
	static const char prefix[] = "life_domain:";
	const struct ds_row *answer;
	const char *subject;
	size_t i;

	for (i = 0; i < show->answers.count && !show->limited; i++) {
		answer = &show->answers.rows[i];
		subject = ds_row_text(answer, DS_F_ANSWER_SUBJECT);
		if (strncmp(subject, prefix, strlen(prefix)) == 0 &&
		    ds_answer_of(&show->answers, subject) == answer)
			ds_show_line(show, subject + strlen(prefix),
			    ds_show_answer(show, answer));
	}
}

dossier_status
ds_show_domains(struct ds_show *show, dossier_error *err)
{
	struct ds_value *list = ds_put_list(show->doc, show->map,
	    "life_domains");
	struct ds_rows rows;
	struct set set;
	size_t i;

	DS_TRY(ds_show_read(&rows, show, DS_LIFE_DOMAIN, NULL, err));
	if (rows.count == 0)
		put_bare_answers(show);
	for (i = 0; i < rows.count; i++) {
		if (!is_first_of_set(&rows, i))
			continue;
		DS_TRY(take_set(&set, show, &rows, i, err));
		DS_TRY(put_set(show, list, &set, err));
	}
	return ds_show_answered(show, DS_LIFE_DOMAIN, &rows, err);
}
