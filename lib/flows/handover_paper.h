/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The overgangsdocument on the way to paper; for handover_document.c and its
 * parts. Records are masked by the recipient's view when they are read, so
 * that no row, count or heading tells of what is withheld: a part without
 * content reads the same whether nothing is recorded or nothing may leave.
 */
#ifndef DS_FLOWS_HANDOVER_PAPER_H
#define DS_FLOWS_HANDOVER_PAPER_H

#include "flows/handover.h"
#include "model/answer.h"

#define DS_FIELDS(...) (const int[]){ __VA_ARGS__, DS_NO_FIELD }
#define DS_MOST_PARTS 16

struct ds_paper_rows {
	struct ds_row *row;
	size_t count;
};

struct ds_paper {
	struct ds_handover *handover;
	struct ds_view *view;
	dossier_document *doc;
	struct ds_value *map;
	struct ds_row youth;		/* masked */
	struct ds_row profile;		/* work profile, masked; kind 0: none */
	struct ds_answers answers;
	struct ds_paper_rows statements;
	/* The part at hand. */
	const char *key, *title;
	struct ds_value *part;
	bool printed, filled;		/* anything at all; any content */
	/* Parts of the law without content. */
	struct ds_value *absent;
	const char *lacks[DS_MOST_PARTS];
	size_t lack_count;
};

/* Records of a kind, masked; those with nothing left are not there. */
dossier_status ds_paper_read(struct ds_paper_rows *out,
    struct ds_paper *paper, enum ds_kind kind, const int *fields,
    dossier_error *err);
/* The one that counts on the day, masked; kind 0: none. */
dossier_status ds_paper_state(struct ds_row *out, struct ds_paper *paper,
    enum ds_kind kind, const int *fields, dossier_error *err);

/* A part with a heading; it ends with ds_paper_close. */
void ds_paper_open(struct ds_paper *paper, const char *key,
    const char *title);
/* Lines of a masked row, when it has any of the fields. */
dossier_status ds_paper_lines(struct ds_paper *paper,
    const struct ds_row *row, const int *fields, dossier_error *err);
/* A table of masked rows, its title as a caption. */
dossier_status ds_paper_table(struct ds_paper *paper,
    const struct ds_listing *listing, const struct ds_paper_rows *rows,
    dossier_error *err);
/*
 * What is said of a section, voice by voice; with `every` a voice that is
 * missing is told as missing, where the section may leave.
 */
dossier_status ds_paper_voices(struct ds_paper *paper,
    enum ds_section section, bool every, dossier_error *err);
/* Has anybody said something of it that may leave? */
bool ds_paper_has_voice(const struct ds_paper *paper,
    enum ds_section section);
/* `law`: the law asks for this part, so it is named when it is absent. */
void ds_paper_close(struct ds_paper *paper, bool law);

/* The learner's own words, which come first. */
dossier_status ds_paper_story(struct ds_paper *paper, dossier_error *err);
/* Knowledge, skills, attitude and support needs: WEC 14e. */
dossier_status ds_paper_law(struct ds_paper *paper,
    const struct ds_row *enrolment, dossier_error *err);
/* Results per transition area, and the records that tell of them. */
dossier_status ds_paper_results(struct ds_paper *paper, dossier_error *err);
/* Agreements: about support, or all others. */
dossier_status ds_paper_agreements(struct ds_paper *paper, bool support,
    dossier_error *err);

#endif
