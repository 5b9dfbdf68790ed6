/* SPDX-License-Identifier: EUPL-1.2 */
/* What the law asks of the document: four parts, each with its voices. */
#include "flows/handover_paper.h"

#include <string.h>

dossier_status
ds_paper_story(struct ds_paper *paper, dossier_error *err)
{
	const char *why;

	DS_TRY(ds_view_judge_section(&why, paper->view,
	    paper->handover->youth.id, DS_SECTION_STORY, true, err));
	if (why == NULL) {
		ds_paper_open(paper, "own_words", N_("What matters to me"));
		DS_TRY(ds_paper_voices(paper, DS_SECTION_STORY, true, err));
		ds_paper_close(paper, false);
	}
	if (!ds_paper_has_voice(paper, DS_SECTION_VIEWPOINT))
		return DOSSIER_OK;
	ds_paper_open(paper, "own_statement", N_("Own statement"));
	DS_TRY(ds_paper_voices(paper, DS_SECTION_VIEWPOINT, false, err));
	ds_paper_close(paper, false);
	return DOSSIER_OK;
}

static dossier_status
put_knowledge(struct ds_paper *paper, const struct ds_row *enrolment,
    dossier_error *err)
{
	const struct ds_listing papers = { "qualifications",
	    N_("Qualifications"), DS_FIELDS(DS_F_QUALIFICATION_KIND,
	    DS_F_QUALIFICATION_NAME, DS_F_QUALIFICATION_LEVEL,
	    DS_F_QUALIFICATION_CREBO, DS_F_QUALIFICATION_ISSUER,
	    DS_F_QUALIFICATION_ON, DS_F_QUALIFICATION_UNTIL,
	    DS_F_QUALIFICATION_START, DS_F_QUALIFICATION_PORTFOLIO), NULL,
	    NULL, NULL };
	struct ds_paper_rows rows;

	ds_paper_open(paper, "knowledge", N_("Knowledge"));
	DS_TRY(ds_paper_lines(paper, enrolment, DS_FIELDS(
	    DS_F_ENROLMENT_KIND, DS_F_ENROLMENT_PROFILE,
	    DS_F_ENROLMENT_YEAR), err));
	DS_TRY(ds_paper_read(&rows, paper, DS_QUALIFICATION, papers.fields,
	    err));
	DS_TRY(ds_paper_table(paper, &papers, &rows, err));
	DS_TRY(ds_paper_voices(paper, DS_SECTION_KNOWLEDGE, true, err));
	ds_paper_close(paper, true);
	return DOSSIER_OK;
}

/* What is still being learned is not yet a skill. */
static void
keep_signed(struct ds_paper_rows *rows)
{
	size_t kept = 0, i;

	for (i = 0; i < rows->count; i++)
		if (ds_row_has(&rows->row[i], DS_F_PROCESS_SIGNED))
			rows->row[kept++] = rows->row[i];
	rows->count = kept;
}

static dossier_status
put_skills(struct ds_paper *paper, dossier_error *err)
{
	const struct ds_listing done = { "signed_off", N_("Work processes "
	    "signed off"), DS_FIELDS(DS_F_PROCESS_CREBO, DS_F_PROCESS_CODE,
	    DS_F_PROCESS_TITLE, DS_F_PROCESS_VERSION, DS_F_PROCESS_COMPANY,
	    DS_F_PROCESS_FROM, DS_F_PROCESS_UNTIL, DS_F_PROCESS_ASSESSOR,
	    DS_F_PROCESS_SIGNED), NULL, NULL, NULL };
	struct ds_paper_rows rows;

	ds_paper_open(paper, "skills", N_("Skills"));
	DS_TRY(ds_paper_lines(paper, &paper->youth, DS_FIELDS(
	    DS_F_YOUTH_PROCESSES, DS_F_YOUTH_JOB_READY), err));
	DS_TRY(ds_paper_lines(paper, &paper->profile, DS_FIELDS(
	    DS_F_PROFILE_SKILLS), err));
	DS_TRY(ds_paper_read(&rows, paper, DS_WORK_PROCESS, done.fields,
	    err));
	keep_signed(&rows);
	DS_TRY(ds_paper_table(paper, &done, &rows, err));
	DS_TRY(ds_paper_voices(paper, DS_SECTION_SKILLS, true, err));
	ds_paper_close(paper, true);
	return DOSSIER_OK;
}

dossier_status
ds_paper_agreements(struct ds_paper *paper, bool support, dossier_error *err)
{
	const struct ds_listing listing = { "agreements", support ?
	    N_("Agreed about support") : NULL, DS_FIELDS(
	    DS_F_AGREEMENT_KIND, DS_F_AGREEMENT_TEXT, DS_F_AGREEMENT_OWNER,
	    DS_F_AGREEMENT_PARTY, DS_F_AGREEMENT_ON, DS_F_AGREEMENT_DUE,
	    DS_F_AGREEMENT_DONE_ON), NULL, NULL, NULL };
	struct ds_paper_rows rows;
	size_t kept = 0, i;
	const char *kind;

	DS_TRY(ds_paper_read(&rows, paper, DS_AGREEMENT, listing.fields,
	    err));
	for (i = 0; i < rows.count; i++) {
		kind = ds_row_text(&rows.row[i], DS_F_AGREEMENT_KIND);
		if (support == (kind != NULL &&
		    strcmp(kind, "ondersteuning") == 0))
			rows.row[kept++] = rows.row[i];
	}
	rows.count = kept;
	return ds_paper_table(paper, &listing, &rows, err);
}

static dossier_status
put_needs(struct ds_paper *paper, dossier_error *err)
{
	ds_paper_open(paper, "support_needs", N_("Support needs"));
	DS_TRY(ds_paper_lines(paper, &paper->profile, DS_FIELDS(
	    DS_F_PROFILE_GUIDANCE, DS_F_PROFILE_HOURS_DAY,
	    DS_F_PROFILE_HOURS_WEEK, DS_F_PROFILE_AIDS,
	    DS_F_PROFILE_EXCLUDES), err));
	DS_TRY(ds_paper_agreements(paper, true, err));
	DS_TRY(ds_paper_voices(paper, DS_SECTION_NEEDS, true, err));
	ds_paper_close(paper, true);
	return DOSSIER_OK;
}

dossier_status
ds_paper_law(struct ds_paper *paper, const struct ds_row *enrolment,
    dossier_error *err)
{
	DS_TRY(put_knowledge(paper, enrolment, err));
	DS_TRY(put_skills(paper, err));
	ds_paper_open(paper, "attitude", N_("Attitude"));
	DS_TRY(ds_paper_voices(paper, DS_SECTION_ATTITUDE, true, err));
	ds_paper_close(paper, true);
	return put_needs(paper, err);
}
