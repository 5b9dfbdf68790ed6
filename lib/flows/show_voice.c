/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Three voices: what learner, parents and school say, with author and day.
 * A voice that is missing is told as missing, and never made up.
 */
#include "flows/show.h"

#include <string.h>

#define VOICES 3
#define SUBJECT_SIZE 48

static const struct {
	const char *slug, *label;
} voices[VOICES] = {
	{ "leerling", N_("Learner") },
	{ "ouders", N_("Parents") },
	{ "school", N_("School") },
};

/* ---- one statement ---- */

static bool
is_about(const struct ds_row *row, enum ds_section section, size_t voice)
{
	return strcmp(ds_row_text(row, DS_F_STATEMENT_SECTION),
	    ds_section_slug(section)) == 0 &&
	    (voice == VOICES || strcmp(ds_row_text(row,
	    DS_F_STATEMENT_VOICE), voices[voice].slug) == 0);
}

static dossier_status
put_statement(struct ds_show *show, const struct ds_row *row,
    const char *label, dossier_error *err)
{
	struct ds_shown text, author, on;

	DS_TRY(ds_view_field(&text, &show->view, row, DS_F_STATEMENT_TEXT,
	    err));
	DS_TRY(ds_view_field(&author, &show->view, row,
	    DS_F_STATEMENT_AUTHOR, err));
	DS_TRY(ds_view_field(&on, &show->view, row, DS_F_STATEMENT_ON, err));
	if (text.text == NULL)
		return DOSSIER_OK;
	ds_show_say(show, ds_show_kept(show, ds_arena_printf(show->arena,
	    "%s (%s, %s):\n%s", ds_tr(show->doc->language, label),
	    author.text, on.text, text.text)));
	return DOSSIER_OK;
}

/* *count: how many statements that voice has on the section. */
static dossier_status
put_voice(size_t *count, struct ds_show *show, enum ds_section section,
    size_t voice, dossier_error *err)
{
	size_t i;

	*count = 0;
	for (i = 0; i < show->statements.count; i++) {
		if (!is_about(&show->statements.row[i], section, voice))
			continue;
		DS_TRY(put_statement(show, &show->statements.row[i],
		    voices[voice].label, err));
		++*count;
	}
	return DOSSIER_OK;
}

/* ---- a voice that is missing ---- */

/* Was it asked: of the section, or of that voice at all? */
static const struct ds_row *
answer_of(const struct ds_show *show, const char *about)
{
	char subject[SUBJECT_SIZE] = "statement:";

	strncat(subject, about, sizeof subject - strlen(subject) - 1);
	return ds_answer_of(&show->answers, subject);
}

/* "parents (not asked)"; what was answered is not for every reader. */
static const char *
lacking(struct ds_show *show, size_t voice, const struct ds_row *answer)
{
	dossier_language lang = show->doc->language;
	const char *label = ds_code_label(ds_codes_voice, voices[voice].slug,
	    lang);

	if (show->limited)
		return label;
	return ds_show_kept(show, ds_arena_printf(show->arena, "%s %s",
	    label, answer == NULL ? ds_tr(lang, N_("(not asked)")) :
	    ds_show_answer(show, answer)));
}

/* For machines: a list of voice, section (null: nowhere), answer and day. */
static void
put_missing_data(struct ds_show *show, struct ds_value *list, size_t voice,
    const char *section, const struct ds_row *answer)
{
	struct ds_value *item = ds_put_map(show->doc, list, NULL);

	ds_put_text(show->doc, item, "voice", voices[voice].slug);
	ds_put_text(show->doc, item, "section", section);
	if (answer != NULL)
		ds_show_put_answer(show, item, answer);
	else
		ds_put_text(show->doc, item, "answer", NULL);
}

static struct ds_value *
missing_list(struct ds_show *show)
{
	struct ds_value *value;

	for (value = show->map->first; value != NULL; value = value->next)
		if (strcmp(value->key, "missing_voices") == 0)
			return value;
	return ds_put_list(show->doc, show->map, "missing_voices");
}

static void
put_missing(struct ds_show *show, enum ds_section section,
    const size_t *counts)
{
	const char *text = NULL, *one;
	const struct ds_row *answer;
	size_t i;

	for (i = 0; i < VOICES; i++) {
		if (counts[i] > 0)
			continue;
		answer = show->limited ? NULL :
		    answer_of(show, voices[i].slug);
		put_missing_data(show, missing_list(show), i,
		    ds_section_slug(section), answer);
		one = lacking(show, i, answer);
		text = text == NULL ? one : ds_show_kept(show,
		    ds_arena_printf(show->arena, "%s, %s", text, one));
	}
	if (text != NULL)
		ds_show_say(show, ds_show_kept(show, ds_arena_printf(
		    show->arena, ds_tr(show->doc->language,
		    N_("Missing here: %s")), text)));
}

/* ---- sections ---- */

dossier_status
ds_show_statements(struct ds_show *show, enum ds_section section,
    dossier_error *err)
{
	const struct ds_row *answer = answer_of(show,
	    ds_section_slug(section));
	size_t counts[VOICES], all = 0, i;
	const char *why = NULL;

	for (i = 0; i < VOICES; i++) {
		DS_TRY(put_voice(&counts[i], show, section, i, err));
		all += counts[i];
	}
	if (all > 0) {
		put_missing(show, section, counts);
	} else if (answer != NULL) {
		DS_TRY(ds_view_judge_section(&why, &show->view,
		    show->known->id, section, true, err));
		if (why == NULL)
			ds_show_say(show, ds_show_answer(show, answer));
	}
	return DOSSIER_OK;
}

static void
put_no_story(struct ds_show *show)
{
	const struct ds_row *answer = answer_of(show, "eigen-verhaal");
	dossier_language lang = show->doc->language;
	const char *sentence = N_("Missing: the learner was not asked yet.");
	char day[DS_DAY_TEXT] = "";

	if (answer == NULL)
		answer = answer_of(show, "leerling");
	put_missing_data(show, missing_list(show), 0, "eigen-verhaal",
	    answer);
	if (answer != NULL) {
		ds_day_text(ds_row_day(answer, DS_F_ANSWER_ON), lang, day);
		sentence = strcmp(ds_row_text(answer, DS_F_ANSWER_ANSWER),
		    "niets") == 0 ?
		    N_("Missing: asked on %s, and there was nothing.") :
		    N_("Missing: asked on %s; the learner declined.");
	}
	ds_show_say(show, ds_show_kept(show, ds_arena_printf(show->arena,
	    ds_tr(lang, sentence), day)));
}

/* The same fields of every statement, for machines, in order of section. */
static dossier_status
put_data(struct ds_show *show, dossier_error *err)
{
	static const int fields[] = { DS_F_STATEMENT_SECTION,
	    DS_F_STATEMENT_VOICE, DS_F_STATEMENT_TEXT, DS_F_STATEMENT_AUTHOR,
	    DS_F_STATEMENT_ON, DS_NO_FIELD };
	struct ds_value *list = ds_put_list(show->doc, show->map,
	    "statements"), *item;
	const struct ds_row *row;
	const int *field;
	int section;
	size_t i;

	for (section = DS_SECTION_COMMON + 1; section < DS_SECTION_END;
	    section++) {
		for (i = 0; i < show->statements.count; i++) {
			row = &show->statements.row[i];
			if (!is_about(row, (enum ds_section)section, VOICES))
				continue;
			item = ds_put_map(show->doc, list, NULL);
			for (field = fields; *field != DS_NO_FIELD; field++)
				DS_TRY(ds_present_data(show->doc, &show->view,
				    item, row, *field, err));
		}
	}
	return DOSSIER_OK;
}

dossier_status
ds_show_story(struct ds_show *show, dossier_error *err)
{
	size_t count, other, i;
	const char *why;

	DS_TRY(put_data(show, err));
	DS_TRY(put_voice(&count, show, DS_SECTION_STORY, 0, err));
	DS_TRY(ds_view_judge_section(&why, &show->view, show->known->id,
	    DS_SECTION_STORY, true, err));
	if (count == 0 && why == NULL)
		put_no_story(show);
	for (i = 1; i < VOICES; i++)
		DS_TRY(put_voice(&other, show, DS_SECTION_STORY, i, err));
	return DOSSIER_OK;
}

dossier_status
ds_show_viewpoint(struct ds_show *show, dossier_error *err)
{
	size_t count, i;

	for (i = 0; i < VOICES; i++)
		DS_TRY(put_voice(&count, show, DS_SECTION_VIEWPOINT, i, err));
	/* That somebody has none is how it should be. */
	show->opened = true;
	return DOSSIER_OK;
}

/* ---- all voices at a glance ---- */

/* "What matters to me, Attitude" */
static const char *
spoken_of(struct ds_show *show, size_t voice)
{
	const char *text = NULL, *label;
	int section;
	size_t i;

	for (section = DS_SECTION_COMMON + 1; section < DS_SECTION_END;
	    section++) {
		for (i = 0; i < show->statements.count; i++)
			if (is_about(&show->statements.row[i],
			    (enum ds_section)section, voice))
				break;
		if (i == show->statements.count)
			continue;
		label = ds_tr(show->doc->language, ds_section_label(
		    (enum ds_section)section));
		text = text == NULL ? label : ds_show_kept(show,
		    ds_arena_printf(show->arena, "%s, %s", text, label));
	}
	return text;
}

dossier_status
ds_show_voices(struct ds_show *show, dossier_error *err)
{
	dossier_language lang = show->doc->language;
	const struct ds_row *answer;
	const char *text;
	size_t i;

	(void)err;
	/* To who may not see all, silence may be what is withheld. */
	show->opened = show->limited;
	for (i = 0; i < VOICES && !show->limited; i++) {
		text = spoken_of(show, i);
		if (text == NULL) {
			answer = answer_of(show, voices[i].slug);
			put_missing_data(show, missing_list(show), i, NULL,
			    answer);
			text = ds_show_kept(show, ds_arena_printf(
			    show->arena, ds_tr(lang, N_("missing %s")),
			    answer == NULL ? ds_tr(lang, N_("(not asked)")) :
			    ds_show_answer(show, answer)));
		}
		ds_show_line(show, ds_tr(lang, voices[i].label), text);
	}
	return DOSSIER_OK;
}
