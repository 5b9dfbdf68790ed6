/* SPDX-License-Identifier: EUPL-1.2 */
/* One dossier on a day. */
#include "flows/show.h"

#include <string.h>

#include "flows/state.h"
#include "flows/statement.h"
#include "flows/whole.h"

typedef dossier_status (*put_part)(struct ds_show *show, dossier_error *err);

struct part {
	enum ds_section section;	/* whose statements stand first in it */
	const char *title;		/* NULL: the section's own label */
	put_part put;			/* NULL: statements only */
	bool own;	/* its statements are told by itself, or elsewhere */
};

/* The learner's own words come first, whatever follows. */
static const struct part parts[] = {
	{ DS_SECTION_STORY, NULL, ds_show_story, true },
	{ DS_SECTION_VIEWPOINT, NULL, ds_show_viewpoint, true },
	{ DS_SECTION_STORY, N_("Three voices"), ds_show_voices, true },
	{ DS_SECTION_IDENTITY, NULL, ds_show_youth, false },
	{ DS_SECTION_IDENTITY, N_("Residence"), ds_show_residence, true },
	{ DS_SECTION_ADVICE, N_("Who holds the case"), ds_show_lead, true },
	{ DS_SECTION_NETWORK, NULL, ds_show_people, false },
	{ DS_SECTION_SCHOOL, NULL, ds_show_school, false },
	{ DS_SECTION_OPP, NULL, ds_show_opp, false },
	{ DS_SECTION_QUALIFICATION, NULL, ds_show_qualifications, false },
	{ DS_SECTION_KNOWLEDGE, NULL, NULL, false },
	{ DS_SECTION_SKILLS, NULL, ds_show_skills, false },
	{ DS_SECTION_ATTITUDE, NULL, NULL, false },
	{ DS_SECTION_NEEDS, NULL, NULL, false },
	{ DS_SECTION_STAGE, NULL, ds_show_stages, false },
	{ DS_SECTION_WORK, NULL, ds_show_work, false },
	{ DS_SECTION_DOMAIN, NULL, ds_show_domains, false },
	{ DS_SECTION_REGISTER, NULL, ds_show_registers, false },
	{ DS_SECTION_REGISTER, N_("Wage values"), ds_show_wage_values,
	    true },
	{ DS_SECTION_REGISTER, N_("Assessments"), ds_show_assessments,
	    true },
	{ DS_SECTION_ADVICE, NULL, ds_show_agreed, false },
	{ DS_SECTION_GROUND, NULL, ds_show_grounds, false },
	{ DS_SECTION_FOLLOW, NULL, ds_show_follow, false },
	{ DS_SECTION_IDENTITY, N_("Merged dossiers"), ds_show_merged, true },
};

#define PARTS (sizeof parts / sizeof parts[0])

_Static_assert(PARTS <= DS_MOST_PARTS, "every part may be empty");

/* ---- the head ---- */

/* "Zoë van den Berg, 7QK2M4XVP, 17 years old on 12-03-2026". */
static dossier_status
put_header(struct ds_show *show, dossier_error *err)
{
	dossier_day born = ds_row_day(&show->youth, DS_F_YOUTH_BIRTH_DATE);
	bool aged = ds_day_known(born) && born.number <= show->day.number;
	int age = aged ? ds_age(born, show->day) : 0;
	dossier_language lang = show->doc->language;
	const char *name, *who;
	char day[DS_DAY_TEXT];
	struct ds_shown ref;

	DS_TRY(ds_view_name(&name, &show->view, &show->youth, err));
	DS_TRY(ds_view_field(&ref, &show->view, &show->youth,
	    DS_F_YOUTH_REF, err));
	ds_put_text(show->doc, show->map, "ref", ref.data);
	ds_put_text(show->doc, show->map, "name", name);
	ds_put_day(show->doc, show->map, "on", show->day);
	ds_day_text(show->day, lang, day);
	if (aged)
		ds_put_int(show->doc, show->map, "age", age);
	else
		ds_put_text(show->doc, show->map, "age", NULL);
	/* The whole of it stands in one section: it goes, or it does not. */
	if (ref.text == NULL)
		who = day;
	else if (aged)
		who = ds_arena_printf(show->arena, ds_trn(lang,
		    N_("%s, %s, %d year old on %s"),
		    N_("%s, %s, %d years old on %s"), age), name, ref.text,
		    age, day);
	else
		who = ds_arena_printf(show->arena, ds_tr(lang,
		    N_("%s, %s, on %s; age not known")), name, ref.text, day);
	ds_document_note(show->doc, ds_show_kept(show, who));
	return DOSSIER_OK;
}

/* A look at an earlier day is no look at an empty dossier. */
static void
put_opened(struct ds_show *show)
{
	dossier_day opened = ds_row_day(&show->youth, DS_F_YOUTH_OPENED_ON);
	char first[DS_DAY_TEXT], day[DS_DAY_TEXT];
	dossier_language lang = show->doc->language;

	if (ds_day_known(opened) && show->day.number < opened.number)
		ds_paragraph(show->doc, ds_tr(lang, N_("This dossier was "
		    "opened on %s; on %s it was not open yet.")),
		    ds_day_text(opened, lang, first),
		    ds_day_text(show->day, lang, day));
}

/* For whom the page is, when that is not who asked for it. */
static dossier_status
put_reader(struct ds_show *show, dossier_error *err)
{
	struct ds_shown code;

	if (show->options->recipient == NULL)
		return DOSSIER_OK;
	DS_TRY(ds_view_field(&code, &show->view, &show->reader,
	    DS_F_PARTY_CODE, err));
	ds_put_text(show->doc, show->map, "for", code.data);
	ds_paragraph(show->doc, ds_tr(show->doc->language, N_("This is what "
	    "%s may see.")), ds_show_kept(show, ds_party_label(show->arena,
	    &show->reader)));
	return DOSSIER_OK;
}

/* ---- the whole ---- */

static dossier_status
put_one(struct ds_show *show, const struct part *part, dossier_error *err)
{
	show->opened = false;
	show->title = ds_tr(show->doc->language, part->title != NULL ?
	    part->title : ds_section_label(part->section));
	if (!part->own)
		DS_TRY(ds_show_statements(show, part->section, err));
	if (part->put != NULL)
		DS_TRY(part->put(show, err));
	if (!show->opened)
		show->empty[show->empty_count++] = show->title;
	return DOSSIER_OK;
}

/*
 * What is empty is told in one place, so that a short dossier is short. To
 * who may not see all, "nothing" could tell that elsewhere there is much.
 */
static void
put_empty(struct ds_show *show)
{
	struct ds_buf text = DS_BUF_INIT;
	size_t i;

	if (show->empty_count == 0 || show->limited)
		return;
	for (i = 0; i < show->empty_count; i++)
		ds_buf_printf(&text, "%s%s", i == 0 ? "" : "; ",
		    show->empty[i]);
	ds_present_heading(show->doc, N_("Nothing recorded"));
	ds_paragraph(show->doc, "%s", text.data);
	show->doc->failed |= text.failed;
	ds_buf_free(&text);
}

static dossier_status
put_answers(struct ds_show *show, dossier_error *err)
{
	static const int fields[] = { DS_F_ANSWER_SUBJECT,
	    DS_F_ANSWER_ANSWER, DS_F_ANSWER_ON, DS_F_ANSWER_BY,
	    DS_NO_FIELD };
	struct ds_value *list = ds_put_list(show->doc, show->map, "answers"),
	    *item;
	const int *field;
	size_t i;

	for (i = 0; i < show->answers.count && !show->limited; i++) {
		item = ds_put_map(show->doc, list, NULL);
		for (field = fields; *field != DS_NO_FIELD; field++)
			DS_TRY(ds_present_data(show->doc, &show->view, item,
			    &show->answers.rows[i], *field, err));
	}
	return DOSSIER_OK;
}

static dossier_status
fill(struct ds_show *show, dossier_error *err)
{
	size_t i;

	DS_TRY(put_header(show, err));
	DS_TRY(put_reader(show, err));
	put_opened(show);
	for (i = 0; i < PARTS; i++)
		DS_TRY(put_one(show, &parts[i], err));
	DS_TRY(ds_show_timeline(show, err));
	DS_TRY(ds_show_missing(show, err));
	put_empty(show);
	DS_TRY(put_answers(show, err));
	return ds_show_withheld(show, err);
}

/* ---- what is needed first ---- */

/* The pack that judges the youth, by the residence on the day. */
static dossier_status
take_pack(struct ds_show *show, dossier_error *err)
{
	const struct ds_row *home;
	const char *code = NULL, *why;
	struct ds_library *library;
	struct ds_row *rows, place;
	size_t count;

	DS_TRY(ds_session_library(&library, show->session, err));
	DS_TRY(ds_state_list(&rows, &count, show->arena, show->session->book,
	    DS_RESIDENCE, show->known->id, err));
	home = ds_state_near(rows, count, show->day);
	if (home != NULL) {
		DS_TRY(ds_book_read(&place, show->arena, show->session->book,
		    DS_PARTY, ds_row_int(home, DS_F_RESIDENCE_MUNICIPALITY),
		    err));
		code = ds_row_text(&place, DS_F_PARTY_CODE);
	}
	return ds_library_pack(&show->pack, library, code, show->day, &why,
	    err);
}

static dossier_status
take_records(struct ds_show *show, dossier_error *err)
{
	const struct ds_row *enrolment;
	bool left;

	DS_TRY(ds_show_mask(&left, show, &show->youth, err));
	DS_TRY(take_pack(show, err));
	DS_TRY(ds_answers_read(&show->answers, show->arena,
	    show->session->book, show->known->id, show->other_day ?
	    show->day : ds_day_of(2999, 12, 31), err));
	DS_TRY(ds_show_read(&show->statements, show, DS_STATEMENT, NULL,
	    err));
	DS_TRY(ds_show_read(&show->residences, show, DS_RESIDENCE, NULL,
	    err));
	DS_TRY(ds_show_read(&show->placements, show, DS_PLACEMENT, NULL,
	    err));
	DS_TRY(ds_show_read(&show->enrolments, show, DS_ENROLMENT, NULL,
	    err));
	enrolment = ds_show_state(show, &show->enrolments);
	if (enrolment != NULL)
		show->school = ds_row_int(enrolment, DS_F_ENROLMENT_SCHOOL);
	return DOSSIER_OK;
}

static dossier_status
take_view(struct ds_show *show, dossier_error *err)
{
	const char *recipient = show->options->recipient;

	if (recipient != NULL)
		DS_TRY(ds_party_find(&show->reader, show->arena,
		    show->session, recipient, err));
	DS_TRY(ds_session_view(&show->view, show->session, show->arena,
	    show->reader.id, recipient == NULL ? DS_FOR_WORK : DS_FOR_PARTY,
	    err));
	show->limited = recipient != NULL ||
	    show->view.allow.reach != DS_REACH_ALL;
	return DOSSIER_OK;
}

static const char *
title_of(dossier_show_page page)
{
	return page == DOSSIER_PAGE_TIMELINE ? N_("From school to work") :
	    N_("Dossier");
}

static dossier_status
put_page(struct ds_show *show, dossier_error *err)
{
	show->map = ds_put_map(show->doc, show->doc->data, NULL);
	DS_TRY(take_records(show, err));
	if (show->options->page == DOSSIER_PAGE_DOSSIER) {
		DS_TRY(fill(show, err));
	} else {
		DS_TRY(put_header(show, err));
		DS_TRY(put_reader(show, err));
		DS_TRY(ds_show_timeline(show, err));
		DS_TRY(ds_show_withheld(show, err));
	}
	return ds_document_check(show->doc, err);
}

static dossier_status
run(struct ds_show *show, const char *ref, dossier_error *err)
{
	dossier_session *session = show->session;
	struct ds_row known;

	DS_TRY(ds_youth_find(&known, show->arena, session, ref, false, err));
	show->known = &known;
	show->youth = known;
	DS_TRY(take_view(show, err));
	DS_TRY(ds_session_looked(session, ds_row_text(&known,
	    DS_F_YOUTH_REF), err));
	if (show->options->page == DOSSIER_PAGE_STATEMENT)
		return ds_statement_document(&show->doc, session, &known,
		    &show->view, show->day, err);
	if (show->options->page == DOSSIER_PAGE_WHOLE)
		return ds_whole_document(&show->doc, session, &show->view,
		    &known, false, err);
	DS_TRY(ds_session_document(&show->doc, session,
	    title_of(show->options->page), err));
	show->doc->single = true;
	return put_page(show, err);
}

dossier_status
dossier_show(dossier_document **out, dossier_session *session,
    const char *ref, const dossier_show_options *options, dossier_error *err)
{
	struct ds_arena arena = {0};
	struct ds_show show = { .session = session, .arena = &arena,
	    .options = options, .day = ds_day_known(options->on) ?
	    options->on : session->today };
	dossier_status status;

	*out = NULL;
	show.other_day = show.day.number != session->today.number;
	/* Taken back in, what it leaves out would be taken out. */
	if (show.other_day && options->page == DOSSIER_PAGE_WHOLE) {
		ds_advise(err, N_("To read it, use --format text or json."));
		return ds_fail(err, DOSSIER_USAGE, N_("A dossier file holds "
		    "the dossier as it is now, to be changed and taken in "
		    "again; it cannot be made of another day."));
	}
	status = ds_snapshot_begin(session->store, err);
	if (status == DOSSIER_OK)
		status = run(&show, ref, err);
	ds_snapshot_end(session->store);
	if (status == DOSSIER_OK)
		*out = show.doc;
	else
		dossier_document_free(show.doc);
	ds_arena_free(&arena);
	return status;
}
