/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Results per transition area (work, day activities, living, participation,
 * leisure): the life domains that a pack counts to it. Then the records that
 * tell of work, and what else may leave.
 */
#include "flows/handover_paper.h"

#include <string.h>

#define MOST_FIELDS 12

/* ---- areas ---- */

static const int domain_fields[] = { DS_F_DOMAIN_SET, DS_F_DOMAIN_DOMAIN,
    DS_F_DOMAIN_SCORE, DS_F_DOMAIN_WORDS, DS_F_DOMAIN_VIEW, DS_F_DOMAIN_ON,
    DS_F_DOMAIN_BY, DS_NO_FIELD };

struct results {
	struct ds_paper *paper;
	struct ds_paper_rows rows;
	struct ds_block *table;
};

/* As the pack has it; NULL: it does not know such a set or domain. */
static const struct ds_domain *
domain_of(const struct ds_domain_set **set, const struct ds_paper *paper,
    const struct ds_row *row)
{
	*set = ds_pack_domain_set(paper->handover->ready.rules,
	    ds_row_text(row, DS_F_DOMAIN_SET));
	return *set == NULL ? NULL : ds_domain_named(*set,
	    ds_row_text(row, DS_F_DOMAIN_DOMAIN));
}

static bool
is_newer(const struct ds_row *a, const struct ds_row *b)
{
	static const int same[] = { DS_F_DOMAIN_SET, DS_F_DOMAIN_DOMAIN,
	    DS_F_DOMAIN_BY };
	int32_t day_a = ds_row_day(a, DS_F_DOMAIN_ON).number;
	int32_t day_b = ds_row_day(b, DS_F_DOMAIN_ON).number;
	size_t i;

	for (i = 0; i < sizeof same / sizeof same[0]; i++)
		if (!ds_datum_same(&a->value[same[i]], &b->value[same[i]]))
			return false;
	return day_a > day_b || (day_a == day_b && a->id > b->id);
}

/* Of one source the latest about a domain counts; sources stand together. */
static bool
is_last(const struct results *results, const struct ds_row *row)
{
	size_t i;

	for (i = 0; i < results->rows.count; i++)
		if (is_newer(&results->rows.row[i], row))
			return false;
	return true;
}

/* "2 (niet zelfredzaam)" */
static const char *
score_text(struct ds_paper *paper, const struct ds_domain_set *set,
    const struct ds_shown *score)
{
	int64_t step;

	if (score->text == NULL || set == NULL)
		return score->text;
	step = score->number - set->low;
	if (step < 0 || step >= (int64_t)set->step_count)
		return score->text;
	return ds_arena_printf(paper->view->arena, "%s (%s)", score->text,
	    set->steps[step]);
}

static dossier_status
put_domain(struct results *results, struct ds_value *list, const char *area,
    const struct ds_row *row, dossier_error *err)
{
	struct ds_paper *paper = results->paper;
	struct ds_value *item = ds_put_map(paper->doc, list, NULL);
	struct ds_cells *cells = ds_table_row(paper->doc, results->table);
	struct ds_shown shown[MOST_FIELDS];
	const struct ds_domain_set *set;
	const struct ds_domain *domain = domain_of(&set, paper, row);
	size_t i;

	for (i = 0; domain_fields[i] != DS_NO_FIELD; i++) {
		DS_TRY(ds_view_field(&shown[i], paper->view, row,
		    domain_fields[i], err));
		ds_present_value(paper->doc, item, ds_record(row->kind)->
		    fields[domain_fields[i]].name, &shown[i]);
		ds_cell(paper->doc, cells, i, shown[i].text);
	}
	ds_cell(paper->doc, cells, 0, area);
	ds_cell(paper->doc, cells, 1, domain != NULL ? domain->label :
	    shown[1].text);
	ds_cell(paper->doc, cells, 2, score_text(paper, set, &shown[2]));
	return DOSSIER_OK;
}

/* `area` NULL: what the pack counts to none of them. */
static dossier_status
put_area(struct results *results, const char *key, const char *label,
    const char *area, dossier_error *err)
{
	struct ds_paper *paper = results->paper;
	struct ds_value *list = ds_put_list(paper->doc, paper->part, key);
	const struct ds_domain_set *set;
	const struct ds_domain *domain;
	const char *own;
	bool any = false;
	size_t i;

	for (i = 0; i < results->rows.count; i++) {
		domain = domain_of(&set, paper, &results->rows.row[i]);
		own = domain == NULL ? NULL : domain->area;
		if ((own == NULL) != (area == NULL) ||
		    (own != NULL && strcmp(own, area) != 0) ||
		    !is_last(results, &results->rows.row[i]))
			continue;
		any = paper->filled = true;
		DS_TRY(put_domain(results, list, label,
		    &results->rows.row[i], err));
	}
	if (!any && area != NULL) {
		struct ds_cells *cells = ds_table_row(paper->doc,
		    results->table);

		ds_cell(paper->doc, cells, 0, label);
		ds_cell(paper->doc, cells, 1, ds_tr(paper->doc->language,
		    N_("Nothing in this document.")));
	}
	return DOSSIER_OK;
}

static dossier_status
put_areas(struct ds_paper *paper, dossier_error *err)
{
	dossier_language lang = paper->doc->language;
	const struct ds_column columns[] = {
		{ ds_tr(lang, N_("Area")), DS_LEFT },
		{ ds_tr(lang, N_("Domain")), DS_LEFT },
		{ ds_tr(lang, N_("Score")), DS_LEFT },
		{ ds_tr(lang, N_("In the learner's own words")), DS_LEFT },
		{ ds_tr(lang, N_("Professional view")), DS_LEFT },
		{ ds_tr(lang, N_("Day")), DS_LEFT },
		{ ds_tr(lang, N_("Assessor")), DS_LEFT }
	};
	struct results results = { .paper = paper };
	const struct ds_code *area = ds_codes_area;

	ds_paper_open(paper, "results", N_("Results by transition area"));
	DS_TRY(ds_paper_read(&results.rows, paper, DS_LIFE_DOMAIN,
	    domain_fields, err));
	results.table = ds_table(paper->doc, NULL, columns, 7);
	for (; area->slug != NULL; area++)
		DS_TRY(put_area(&results, area->slug, ds_tr(lang,
		    area->label), area->slug, err));
	DS_TRY(put_area(&results, "other", ds_tr(lang, N_("Other")), NULL,
	    err));
	paper->printed = true;
	DS_TRY(ds_paper_voices(paper, DS_SECTION_DOMAIN, false, err));
	ds_paper_close(paper, true);
	return DOSSIER_OK;
}

/* ---- work ---- */

static dossier_status
put_work(struct ds_paper *paper, dossier_error *err)
{
	static const int wishes[] = { DS_F_YOUTH_AVAILABLE_FROM,
	    DS_F_YOUTH_HOURS, DS_F_YOUTH_DAYS, DS_F_YOUTH_SECTORS,
	    DS_F_YOUTH_MAX_KM, DS_NO_FIELD };
	static const int profile[] = { DS_F_PROFILE_TRANSPORT,
	    DS_F_PROFILE_MINUTES, DS_F_PROFILE_LIKES, DS_NO_FIELD };

	if (!ds_present_any(&paper->youth, wishes) &&
	    (paper->profile.kind == 0 ||
	    !ds_present_any(&paper->profile, profile)) &&
	    !ds_paper_has_voice(paper, DS_SECTION_WORK))
		return DOSSIER_OK;
	ds_paper_open(paper, "work", N_("Work"));
	DS_TRY(ds_paper_lines(paper, &paper->youth, wishes, err));
	DS_TRY(ds_paper_lines(paper, &paper->profile, profile, err));
	DS_TRY(ds_paper_voices(paper, DS_SECTION_WORK, false, err));
	ds_paper_close(paper, false);
	return DOSSIER_OK;
}

/* ---- what else may leave ---- */

static const struct {
	enum ds_kind kind;
	const char *key, *title;
	int fields[MOST_FIELDS];
} lists[] = {
	{ DS_PLACEMENT, "placements", N_("Stages and places"), {
	    DS_F_PLACEMENT_PLACE, DS_F_PLACEMENT_KIND, DS_F_PLACEMENT_STAGE,
	    DS_F_PLACEMENT_HOURS, DS_F_PLACEMENT_DAYS, DS_F_PLACEMENT_FROM,
	    DS_F_PLACEMENT_UNTIL, DS_F_PLACEMENT_TASKS,
	    DS_F_PLACEMENT_REVIEW, DS_NO_FIELD } },
	{ DS_TRACK, "tracks", N_("Tracks"), { DS_F_TRACK_NAME,
	    DS_F_TRACK_PARTY, DS_F_TRACK_GOAL, DS_F_TRACK_RESULT,
	    DS_F_TRACK_FROM, DS_F_TRACK_UNTIL, DS_NO_FIELD } },
	{ DS_REGISTER, "registers", N_("Registers and indications"), {
	    DS_F_REGISTER_REGISTER, DS_F_REGISTER_STATUS,
	    DS_F_REGISTER_FROM, DS_F_REGISTER_UNTIL, DS_F_REGISTER_SOURCE,
	    DS_NO_FIELD } },
	{ DS_SCHEME, "schemes", N_("Schemes"), { DS_F_SCHEME_SCHEME,
	    DS_F_SCHEME_FROM, DS_F_SCHEME_UNTIL, DS_F_SCHEME_SOURCE,
	    DS_NO_FIELD } },
	{ DS_WAGE_VALUE, "wage_values", N_("Wage values"), {
	    DS_F_WAGE_MEASURED_ON, DS_F_WAGE_VALUE, DS_F_WAGE_METHOD,
	    DS_F_WAGE_ASSESSOR, DS_F_WAGE_VALID_UNTIL, DS_F_WAGE_PARTY,
	    DS_F_WAGE_PLACE, DS_NO_FIELD } },
	{ DS_ASSESSMENT, "assessments", N_("Assessments"), {
	    DS_F_ASSESSMENT_INSTRUMENT, DS_F_ASSESSMENT_VERSION,
	    DS_F_ASSESSMENT_ON, DS_F_ASSESSMENT_BY, DS_F_ASSESSMENT_TRAINED,
	    DS_F_ASSESSMENT_SCALE, DS_F_ASSESSMENT_VALUE,
	    DS_F_ASSESSMENT_UNTIL, DS_NO_FIELD } },
	{ DS_CARE, "care", N_("Care"), { DS_F_CARE_PARTY, DS_F_CARE_KIND,
	    DS_F_CARE_CONTACT, DS_F_CARE_NEED, DS_F_CARE_FROM,
	    DS_F_CARE_UNTIL, DS_NO_FIELD } },
	{ DS_PERSON, "people", N_("People around"), { DS_F_PERSON_ROLE,
	    DS_F_PERSON_NAME, DS_F_PERSON_CONTACT, DS_F_PERSON_PARTY,
	    DS_F_PERSON_PHONE, DS_F_PERSON_EMAIL, DS_F_PERSON_FROM,
	    DS_F_PERSON_UNTIL, DS_NO_FIELD } },
};

static dossier_status
put_lists(struct ds_paper *paper, dossier_error *err)
{
	struct ds_listing listing = {0};
	struct ds_paper_rows rows;
	size_t i;

	for (i = 0; i < sizeof lists / sizeof lists[0]; i++) {
		listing.key = lists[i].key;
		listing.title = lists[i].title;
		listing.fields = lists[i].fields;
		DS_TRY(ds_paper_read(&rows, paper, lists[i].kind,
		    lists[i].fields, err));
		if (rows.count == 0 && lists[i].kind != DS_PLACEMENT)
			continue;
		ds_present_heading(paper->doc, listing.title);
		if (rows.count == 0)
			ds_paragraph(paper->doc, "%s", ds_tr(
			    paper->doc->language,
			    N_("Nothing in this document.")));
		DS_TRY(ds_present_table(paper->doc, paper->view, paper->map,
		    &listing, NULL, rows.row, rows.count, err));
	}
	return DOSSIER_OK;
}

dossier_status
ds_paper_results(struct ds_paper *paper, dossier_error *err)
{
	DS_TRY(put_areas(paper, err));
	DS_TRY(put_work(paper, err));
	DS_TRY(put_lists(paper, err));
	ds_paper_open(paper, "agreed", N_("Agreements"));
	DS_TRY(ds_paper_agreements(paper, false, err));
	ds_paper_close(paper, false);
	return DOSSIER_OK;
}
