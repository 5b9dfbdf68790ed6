/* SPDX-License-Identifier: EUPL-1.2 */
/* One step of a handover; for handover.c and its parts. */
#ifndef DS_FLOWS_HANDOVER_H
#define DS_FLOWS_HANDOVER_H

#include "flows/checklist.h"
#include "flows/present.h"
#include "flows/session.h"

/* How ready a dossier is to be handed over, by the pack's checklist. */
struct ds_ready {
	const struct ds_pack *rules;	/* the pack that judges */
	const char *pack, *version;
	bool has_list;			/* the pack has such a checklist */
	const struct ds_missing *missing;
	size_t missing_count;
	/* Deregistration, and the first day at the place. */
	dossier_day left, starts;
	bool left_is_expected;
	bool has_gap;
	int gap;			/* days; negative is an overlap */
	int same_place;			/* 1, 0, −1 not known */
	int64_t school;			/* party; 0: none */
};

struct ds_handover {
	dossier_session *session;
	struct ds_arena *arena;
	const dossier_handover_options *options;
	const char *said_by, *channel, *reason, *ground;
	struct ds_row youth;
	struct ds_row sender, recipient;	/* parties */
	const struct ds_row *lead;	/* that counts today; NULL: none */
	struct ds_row *leads;
	size_t lead_count;
	struct ds_row before, after;	/* the handover; kind 0: none yet */
	struct ds_ready ready;
	const struct ds_row *opp;	/* newest; NULL: none */
	/* Of the document: why something of a section is withheld. */
	const char *held[DS_SECTION_END];
	const char *used;	/* numbers of the recorded grounds used */
	dossier_document *doc;		/* the answer */
	struct ds_value *map;
};

static inline bool
ds_ready_is(const struct ds_ready *ready)
{
	return ready->missing_count == 0;
}

/* Hold the dossier against the checklist `handover`, on the session's day. */
dossier_status ds_handover_ready(struct ds_handover *handover,
    dossier_error *err);
/* What it found, for people and for machines. */
void ds_handover_put_ready(const struct ds_handover *handover,
    dossier_document *doc, struct ds_value *map);

/*
 * Who answers for a party on a day, the given contact first (0: any); as
 * ds_person_at, for the youth's school.
 */
dossier_status ds_handover_person(struct ds_person *out,
    const struct ds_handover *handover, int64_t party, int64_t contact,
    dossier_day day, dossier_error *err);

/* Move the lead, and say so; fills the handover's fields but its state. */
dossier_status ds_handover_accept(struct ds_handover *handover,
    dossier_error *err);

/* Final: the checklist is complete and the newest OPP is final. */
bool ds_handover_is_final(const struct ds_handover *handover);
/* Of how many sections something is withheld. */
int ds_handover_held_count(const struct ds_handover *handover);
/* The newest OPP, which says whether the document can be final. */
dossier_status ds_handover_opp(struct ds_handover *handover,
    dossier_error *err);
/*
 * For who hands over, not for who takes over: is it final, is it early, what
 * is withheld and why, what to do about it, which grounds must be renewed.
 */
dossier_status ds_handover_tell(struct ds_handover *handover,
    dossier_error *err);

/*
 * Draw the document for its recipient; notes what is withheld and which
 * grounds are used. `stated`: ordinary parts leave on a stated ground.
 * DOSSIER_FORBIDDEN when no ground covers anything.
 */
dossier_status ds_handover_draw(dossier_document **out,
    struct ds_handover *handover, struct ds_view *view, bool stated,
    dossier_error *err);
/* Nobody writes a file of what they may not see: DOSSIER_FORBIDDEN. */
dossier_status ds_handover_check_role(const dossier_session *session,
    dossier_error *err);
/* May the learner have a copy today? DOSSIER_INVALID says why not. */
dossier_status ds_handover_check_copy(struct ds_handover *handover,
    dossier_error *err);
/* The learner's own: nothing is withheld from it. */
dossier_status ds_handover_copy(dossier_document **out,
    struct ds_handover *handover, dossier_error *err);

/*
 * The overgangsdocument, as the recipient may see it. `view` remembers which
 * fields are in it.
 */
dossier_status ds_handover_document(dossier_document **out,
    struct ds_handover *handover, struct ds_view *view, dossier_error *err);
/* The Dutch text to paste into secure mail, without personal data. */
dossier_status ds_handover_mail(struct ds_buf *out,
    struct ds_handover *handover, struct ds_view *view, dossier_error *err);

/* What `send` writes beside the state: files and a delivery. */
struct ds_parcel {
	const char *path[4];	/* JSON, HTML, mail, copy; in the arena */
	size_t count;			/* 4 with a copy, else 3 */
	size_t written;			/* how many are there */
	char digest[2 * DS_DIGEST_SIZE + 1];	/* of the JSON */
};

/* DOSSIER_EXISTS, DOSSIER_IO, DOSSIER_FULL; then no file is left. */
dossier_status ds_handover_pack(struct ds_parcel *parcel,
    struct ds_handover *handover, dossier_error *err);
/* Take the files away again. */
void ds_handover_unpack(struct ds_parcel *parcel);

#endif
