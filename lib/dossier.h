/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * libdossier: the regional transition dossier in one local file.
 *
 * This is the only installed header. It reads in the order of a working day:
 * results and errors, days, a session on a store, documents, and then one
 * function per thing a person does.
 *
 * Rules that hold everywhere:
 *  - what comes through `out` is yours and has a matching _free or _close;
 *    what a function returns is borrowed and lives as long as its subject;
 *    what you pass in is copied;
 *  - the library never prints, exits, reads the environment, the locale or
 *    the clock; the business day is a parameter of the session;
 *  - `err` may be NULL; when it is not, the first error wins.
 */
#ifndef DOSSIER_H
#define DOSSIER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define DOSSIER_API __attribute__((visibility("default")))
#define DOSSIER_MUST_USE __attribute__((warn_unused_result))
#else
#define DOSSIER_API
#define DOSSIER_MUST_USE
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define DOSSIER_VERSION "0.1.0"

/* ---- Results and errors ------------------------------------------------ */

typedef enum dossier_status {
	DOSSIER_OK = 0,
	DOSSIER_NO_MEMORY,	/* memory ran out; nothing was changed */
	DOSSIER_IO,		/* a file could not be read or written */
	DOSSIER_USAGE,		/* an argument makes no sense */
	DOSSIER_INVALID,	/* the input was refused; nothing was changed */
	DOSSIER_NOT_FOUND,	/* the single thing asked for is not there */
	DOSSIER_AMBIGUOUS,	/* more than one thing answers to that name */
	DOSSIER_EXISTS,		/* it is there already and is not overwritten */
	DOSSIER_CONFLICT,	/* something later builds on it */
	DOSSIER_FORBIDDEN,	/* no actor, no role or no ground */
	DOSSIER_BUSY,		/* another process writes; try again */
	DOSSIER_READ_ONLY,	/* the store or its folder cannot be written */
	DOSSIER_FULL,		/* the disk or the store's limit is full */
	DOSSIER_TOO_NEW,	/* made by a newer version of this software */
	DOSSIER_CORRUPT,	/* the store is damaged or no store at all */
	DOSSIER_NO_STORE,	/* there is no store of that name */
	DOSSIER_INTERRUPTED,	/* the caller's stop flag was raised */
	DOSSIER_INTERNAL	/* a fault of this software */
} dossier_status;

typedef enum dossier_language {
	DOSSIER_ENGLISH = 0,
	DOSSIER_DUTCH
} dossier_language;

/*
 * What went wrong, for a person: where, what and what to do next. The caller
 * owns it and sets `language` before use; the size is fixed and nothing in
 * it needs freeing.
 */
typedef struct dossier_error {
	dossier_status status;
	dossier_language language;
	int line;		/* 1-based, 0 when it does not apply */
	int column;		/* 1-based, 0 when it does not apply */
	char file[256];		/* empty when it does not apply */
	char message[512];	/* what and why, one or two sentences */
	char advice[512];	/* what to do next, may be empty */
} dossier_error;

#define DOSSIER_ERROR_INIT(lang) \
	{ DOSSIER_OK, (lang), 0, 0, "", "", "" }

/* The stable English name of a status, such as "busy". Never NULL. */
DOSSIER_API const char *dossier_status_name(dossier_status status);

/*
 * Dutch text comes from the gettext domain "dossier". The program points the
 * domain at its catalogue folder once, and must see to it that gettext may
 * answer in Dutch (LC_MESSAGES not "C", LANGUAGE=nl); English needs nothing.
 */
DOSSIER_API void dossier_messages_from(const char *folder);

/* A message of this software in `language`. Borrowed, never NULL. */
DOSSIER_API const char *dossier_text(dossier_language language,
    const char *english);

/* ---- Days -------------------------------------------------------------- */

/* A day of the proleptic Gregorian calendar. */
typedef struct dossier_day {
	int32_t number;		/* days since 1970-01-01 */
} dossier_day;

#define DOSSIER_NO_DAY ((dossier_day){ INT32_MIN })

/*
 * Read `text` as yyyy-mm-dd, yyyymmdd, dd-mm-yyyy or d-m-yyyy (also with '/'
 * or '.'). Years of two digits are refused. DOSSIER_INVALID says why.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_day_parse(
    dossier_day *out, const char *text, dossier_error *err);

/* ---- Documents --------------------------------------------------------- */

/* A finished answer: readable as text and HTML, exact as CSV, JSON, YAML. */
typedef struct dossier_document dossier_document;

typedef enum dossier_format {
	DOSSIER_TEXT = 0,
	DOSSIER_CSV,
	DOSSIER_JSON,
	DOSSIER_HTML,
	DOSSIER_YAML
} dossier_format;

/*
 * Takes `size` bytes of output; returns false when they could not be
 * written, which ends the printing with DOSSIER_IO.
 */
typedef bool (*dossier_write)(const char *bytes, size_t size, void *payload);

/*
 * Print a document. `width` is the terminal's width in columns and counts
 * for DOSSIER_TEXT only; 0 means unlimited.
 * Statuses: DOSSIER_IO, DOSSIER_NO_MEMORY.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_document_print(
    const dossier_document *document, dossier_format format, int width,
    dossier_write write, void *payload, dossier_error *err);

/*
 * Print to a file that appears whole or not at all, mode 0600.
 * Statuses: DOSSIER_IO, DOSSIER_FULL, DOSSIER_NO_MEMORY.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_document_save(
    const dossier_document *document, dossier_format format,
    const char *path, dossier_error *err);

/* True when the answer asks for attention: rows refused, something late. */
DOSSIER_API bool dossier_document_attention(const dossier_document *document);

DOSSIER_API void dossier_document_free(dossier_document *document);

/* ---- A session: who works on which store, on which day ------------------ */

typedef struct dossier_session dossier_session;

typedef struct dossier_session_options {
	const char *store;	/* path of the store's file */
	bool write;		/* false: only counts, leaves no trace */
	dossier_day today;	/* the business day */
	const char *now;	/* the machine's UTC time, ISO 8601 */
	const char *login;	/* the machine's account */
	const char *origin;	/* login@host, for the history */
	const char *as;		/* CONTACT[@PARTY]; NULL: the login's own */
	int language;		/* dossier_language; -1: the store's */
	const char *action;	/* command and verb, for the history */
	const volatile int *stop;	/* not 0: stop at once; may be NULL */
	/* Called now and then with work done and in all; may be NULL. */
	void (*progress)(uint64_t done, uint64_t total, void *payload);
	void *payload;
} dossier_session_options;

/*
 * Statuses: DOSSIER_NO_STORE, DOSSIER_CORRUPT, DOSSIER_TOO_NEW,
 * DOSSIER_BUSY, DOSSIER_FORBIDDEN (others may read the file).
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_session_open(
    dossier_session **out, const dossier_session_options *options,
    dossier_error *err);
/* The language in which this session's documents are written. */
DOSSIER_API dossier_language dossier_session_language(
    const dossier_session *session);
/*
 * What whoever works here should know beside the answer, such as that a ref
 * went into another dossier. Borrowed; NULL: nothing.
 */
DOSSIER_API const char *dossier_session_notice(
    const dossier_session *session);
DOSSIER_API void dossier_session_close(dossier_session *session);

typedef struct dossier_init_options {
	const char *pack;	/* home pack; NULL: "nl" */
	const char *contact;	/* the person to bind; NULL: the login */
	bool sample;		/* fill a fictional region */
} dossier_init_options;

/*
 * Make a store and say where it is. Reads path, day, time and login from the
 * session options. DOSSIER_EXISTS; DOSSIER_NOT_FOUND for an unknown pack.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_init(
    dossier_document **out, const dossier_session_options *session,
    const dossier_init_options *options, dossier_error *err);

/* ---- Intake ------------------------------------------------------------ */

typedef struct dossier_intake_options {
	const char *kind;	/* youth, party, …; NULL: told by the header */
	const char *map;	/* YAML file that names columns; may be NULL */
	const char *const *set;	/* "field=value" for rows that lack it */
	size_t set_count;
	dossier_day as_of;	/* day on which what changed, changed */
	bool dry_run;		/* say what would happen; write nothing */
	bool into_sample;	/* allow real files in a sample store */
	const char *reason;	/* for what dossier files change or remove */
} dossier_intake_options;

/*
 * Read CSV files, and dossiers as YAML (dossier-file(5)), each file in one
 * transaction. Refused rows go to FILE.refused.csv before the commit; of a
 * dossier file nothing is taken when anything in it is refused, and the
 * document beside the error has every fault. The document has one data object a
 * file; it asks for attention when rows were refused.
 * Statuses: DOSSIER_INVALID (nothing of that file was taken),
 * DOSSIER_NOT_FOUND, DOSSIER_FORBIDDEN, DOSSIER_FULL, DOSSIER_INTERRUPTED.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_intake(
    dossier_document **out, dossier_session *session,
    const char *const *files, size_t count,
    const dossier_intake_options *options, dossier_error *err);

/*
 * Take a whole batch back; the history keeps both. DOSSIER_CONFLICT when
 * later changes build on it, DOSSIER_NOT_FOUND.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_intake_undo(
    dossier_document **out, dossier_session *session, int64_t batch,
    dossier_error *err);

/* ---- One dossier ------------------------------------------------------- */

#define DOSSIER_REF_SIZE 10	/* nine characters and a NUL */

/*
 * Find a youth by (part of) a name, or a whole pupil number. One hit: *out
 * is NULL and `ref` is filled. More: *out lists them and DOSSIER_AMBIGUOUS.
 * None: DOSSIER_NOT_FOUND.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_search(
    dossier_document **out, char ref[DOSSIER_REF_SIZE],
    dossier_session *session, const char *text, dossier_error *err);

typedef enum dossier_show_page {
	DOSSIER_PAGE_DOSSIER = 0,	/* everything, section by section */
	DOSSIER_PAGE_TIMELINE,	/* from school to kept job, in one line */
	DOSSIER_PAGE_STATEMENT,	/* the practice statement: what was signed */
	DOSSIER_PAGE_WHOLE	/* the records as such: a dossier file */
} dossier_show_page;

typedef struct dossier_show_options {
	dossier_day on;		/* no day: today */
	const char *recipient;	/* as that party may see it; NULL: as you */
	dossier_show_page page;
} dossier_show_options;

/*
 * One dossier on a day. `ref` may be a unique prefix. The look is written to
 * the history first. DOSSIER_NOT_FOUND, DOSSIER_AMBIGUOUS; DOSSIER_USAGE for
 * the whole of it on another day than today.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_show(
    dossier_document **out, dossier_session *session, const char *ref,
    const dossier_show_options *options, dossier_error *err);

/*
 * Set fields: "field=value" each; "field=" clears. Fields are those of the
 * youth and of the enrolment, residence and work profile that count today;
 * "record.field" names one where two have a name. `ref` is whole.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_edit(
    dossier_document **out, dossier_session *session, const char *ref,
    const char *const *set, size_t count, const char *reason,
    dossier_error *err);

typedef struct dossier_merge_options {
	const char *other;		/* ref of what goes into it */
	const char *reason;
	const char *prefer;		/* the ref that wins; NULL: neither */
	bool dry_run;			/* say what would happen */
} dossier_merge_options;

/*
 * Two dossiers of one youth become one. All records of `other` go to `ref`,
 * with their history; its ref keeps finding them. Where both say another
 * thing about the same days, nothing is changed, *out lists it and the
 * status is DOSSIER_CONFLICT, unless one of them is preferred. Two BSNs are
 * two people: DOSSIER_CONFLICT whatever is preferred.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_merge(
    dossier_document **out, dossier_session *session, const char *ref,
    const dossier_merge_options *options, dossier_error *err);

typedef struct dossier_disclose_options {
	dossier_day since, until;	/* who looked; no day: ever */
	const char *to;			/* to whom it is given; NULL: not said */
	bool numbers;			/* BSN and the like whole */
} dossier_disclose_options;

/*
 * Everything that is held about one youth, in plain words, for that youth
 * (AVG 15): what, why, how long, from whom, who received it and who looked.
 * DOSSIER_FORBIDDEN for who may not see all of it.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_disclose(
    dossier_document **out, dossier_session *session, const char *ref,
    const dossier_disclose_options *options, dossier_error *err);

typedef struct dossier_answers {
	const char *const *nothing;	/* asked: there is nothing */
	size_t nothing_count;
	const char *const *declined;	/* asked: no answer was wanted */
	size_t declined_count;
} dossier_answers;

/*
 * What was asked and got no value, today: a field as for dossier_edit(), a
 * record ("work_profile"), or "life_domain:financien", "statement:ouders".
 * DOSSIER_INVALID: there is no such thing to ask, or it has a value.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_edit_answer(
    dossier_document **out, dossier_session *session, const char *ref,
    const dossier_answers *answers, const char *reason, dossier_error *err);

/*
 * The whole dossier as a text to edit, dossier-file(5) with comments for who
 * edits it. The look is written to the history first. *out ends with a NUL;
 * dossier_edit_free() frees it. `ref` is whole, and `whole` gets it as it is
 * written. DOSSIER_FORBIDDEN: this person may not edit.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_edit_text(char **out,
    size_t *size, char whole[DOSSIER_REF_SIZE], dossier_session *session,
    const char *ref, dossier_error *err);
/*
 * Take that text back in: all of it, or nothing. The document has what was
 * changed, before and after. What others changed since the text was made
 * stays; where both changed one thing it is DOSSIER_CONFLICT, and *again is
 * the text with both shown, to go on with. err->line is a line of *again
 * when there is one, else of `text`. DOSSIER_INVALID.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_edit_apply(
    dossier_document **out, char **again, size_t *again_size,
    dossier_session *session, const char *ref, const char *text, size_t size,
    const char *reason, dossier_error *err);
DOSSIER_API void dossier_edit_free(char *text);	/* accepts NULL */

typedef struct dossier_follow_options {
	const char *what;	/* call, letter, visit, note, application,
				   intake (closed), meeting, agreement,
				   statement, decision, sign-off, consent,
				   withdraw */
	dossier_day on;		/* no day: today */
	const char *text;	/* what was said or agreed; may be NULL */
	const char *with;	/* with whom: free text, or a party */
	const char *owner;	/* contact; NULL: the actor */
	const char *kind;	/* of the meeting or agreement; what is decided
				   about; of a ground, else consent */
	const char *present;	/* roles at a meeting, separated by , */
	dossier_day due;	/* of an agreement; may be no day */
	int reached;		/* 1, 0, -1 not said */
	const char *sections;	/* consent, withdraw; statement: one */
	const char *voice;	/* statement: learner, parents, school */
	const char *name;	/* who said, gave, decided or assessed it */
	const char *reason;	/* decision, withdraw */
	const char *to;		/* consent, withdraw: the party */
	const char *given_by;	/* consent: learner, parents, … */
	const char *purpose;	/* consent */
	const char *evidence;	/* consent */
	const char *process;	/* sign-off: "25251:B1-K1-W1" */
	const char *file_version;	/* sign-off: of that file */
	const dossier_day *from, *until;	/* NULL: not said */
} dossier_follow_options;

/*
 * Record in one line what happened, was said, agreed or decided, and on
 * which ground what may leave. `withdraw` answers who has it already.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_follow(
    dossier_document **out, dossier_session *session, const char *ref,
    const dossier_follow_options *options, dossier_error *err);

/*
 * The code at `index`, from 0, of the list of a field such as
 * "meeting.kind" (see dossier-record(5)); NULL after the last one, or where
 * the field has no list. Borrowed.
 */
DOSSIER_API const char *dossier_code(const char *field, size_t index);

/* ---- Match ------------------------------------------------------------- */

/* The pack's route advice; `ref` NULL: for every open dossier. */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_match_route(
    dossier_document **out, dossier_session *session, const char *ref,
    dossier_error *err);
/* A named person decides otherwise, with a reason, until a day or none. */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_match_override(
    dossier_document **out, dossier_session *session, const char *ref,
    const char *route, const char *by, const char *reason,
    dossier_day until, dossier_error *err);
/*
 * Route advice as it was given, by the receipt that stood at its end: byte
 * for byte in the same format and language, whatever has changed since.
 * DOSSIER_NOT_FOUND; DOSSIER_FORBIDDEN when it rests on what the role of who
 * works here does not see.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_match_receipt(
    dossier_document **out, dossier_session *session, const char *receipt,
    dossier_error *err);
/* Which receipts there are of one youth. */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_match_receipts(
    dossier_document **out, dossier_session *session, const char *ref,
    dossier_error *err);
/* Places that fit, best first, and the nearest misses. */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_match_place(
    dossier_document **out, dossier_session *session, const char *ref,
    size_t limit, dossier_error *err);

/* ---- Handover ---------------------------------------------------------- */

typedef enum dossier_handover_verb {
	DOSSIER_PREPARE = 0,
	DOSSIER_SEND,
	DOSSIER_ACCEPT,
	DOSSIER_DECLINE
} dossier_handover_verb;

typedef struct dossier_handover_options {
	const char *to;		/* party: code or unique name */
	const char *ground;	/* send: the ground on which it leaves */
	const char *folder;	/* send: where the files go; NULL: here */
	const char *said_by;	/* accept, decline: who said so */
	const char *channel;	/* accept, decline: how it was said */
	const char *contact;	/* accept: who leads there from then on */
	const char *reason;	/* decline */
	dossier_day from;	/* accept: first day of the new lead */
	bool copy;		/* send: a copy for the learner too */
} dossier_handover_options;

/*
 * One step of a handover. DOSSIER_USAGE when an option is missing,
 * DOSSIER_CONFLICT when the step does not follow from the state,
 * DOSSIER_FORBIDDEN when neither a stated nor a recorded ground covers
 * anything.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_handover(
    dossier_document **out, dossier_session *session,
    dossier_handover_verb verb, const char *ref,
    const dossier_handover_options *options, dossier_error *err);

/* ---- Reports ----------------------------------------------------------- */

typedef struct dossier_report_options {
	const char *name;	/* caseload, due, contacts, norms, call,
				   schemes, grounds, labour, domains, intake,
				   count */
	int within;		/* due, grounds: days ahead */
	const char *school;	/* party, or NULL for all */
	const char *municipality;	/* party, or NULL for all */
	bool mine;		/* only what the actor holds */
	bool all;		/* norms: also what passes */
	const char *subject;	/* call: about what, or NULL */
	const char *table;	/* count: the decision table that counts */
	const char *against;	/* count: another beside it, or NULL */
	const char *pack;	/* count: one for all; NULL: each its own */
	const dossier_day *on;	/* count: that day; NULL: the session's */
} dossier_report_options;

/* A named report on the session's day. DOSSIER_USAGE: no such report. */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_report(
    dossier_document **out, dossier_session *session,
    const dossier_report_options *options, dossier_error *err);

/* ---- Rules ------------------------------------------------------------- */

/* The installed packs: version, validity, what they extend. */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_rules_list(
    dossier_document **out, dossier_session *session, dossier_error *err);

typedef struct dossier_rules_show_options {
	const char *pack;	/* id in force today, or "ID@VERSION" */
	const char *table;	/* only that table; NULL: all of the pack */
	bool own;		/* leave out what it has from another pack */
	bool raw;	/* its text as installed, to the byte, in any format */
} dossier_rules_show_options;

/* A pack for who must judge it. DOSSIER_NOT_FOUND: pack, version, table. */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_rules_show(
    dossier_document **out, dossier_session *session,
    const dossier_rules_show_options *options, dossier_error *err);
/*
 * Run a pack's examples and prove its tables; NULL: of all. Attention when
 * an example fails or a table has a fault.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_rules_test(
    dossier_document **out, dossier_session *session, const char *pack,
    dossier_error *err);
/*
 * Read packs in files, prove their tables and run their examples; nothing is
 * changed. What a pack extends is another of the files, or in the store, or
 * (session NULL) comes with the software; `language` is of the document
 * then. Attention when a pack has a fault. DOSSIER_INVALID, DOSSIER_NOT_FOUND
 * beside the document when one cannot be read or is refused.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_rules_check(
    dossier_document **out, dossier_session *session,
    dossier_language language, const char *const *files, size_t count,
    dossier_error *err);
/*
 * Install the pack in a file, after the same check: any fault refuses it, and
 * then the document beside DOSSIER_INVALID has them. The document says what
 * differs from the version before. A version that is there already stays as
 * it is: DOSSIER_CONFLICT when the file says something else.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_rules_use(
    dossier_document **out, dossier_session *session, const char *file,
    dossier_error *err);
/*
 * One table for one youth: every rule, every test, what is not known and
 * what one change would turn it. DOSSIER_NOT_FOUND, DOSSIER_AMBIGUOUS.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_rules_explain(
    dossier_document **out, dossier_session *session, const char *table,
    const char *ref, dossier_error *err);

typedef struct dossier_rules_compare_options {
	const char *const *with;	/* "PACK", "PACK@VERSION" or a file */
	size_t with_count;
	bool all;			/* also list what is the same */
} dossier_rules_compare_options;

/*
 * What one youth is told under the pack that judges, and under others, what
 * differs first. DOSSIER_NOT_FOUND; DOSSIER_INVALID: a file is no pack.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_rules_compare(
    dossier_document **out, dossier_session *session, const char *ref,
    const dossier_rules_compare_options *options, dossier_error *err);

/* ---- Care of the store ------------------------------------------------- */

/* History of one dossier, or (`ref` NULL) the steps of the whole store. */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_log(
    dossier_document **out, dossier_session *session, const char *ref,
    dossier_error *err);
/*
 * Is everything as it was written? DOSSIER_CORRUPT, with *out listing what
 * is wrong, when it is not. Attention when the last backup is over 7 days.
 */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_verify(
    dossier_document **out, dossier_session *session, dossier_error *err);
/* A checked copy. DOSSIER_EXISTS, DOSSIER_FULL. */
DOSSIER_API DOSSIER_MUST_USE dossier_status dossier_backup(
    dossier_document **out, dossier_session *session, const char *path,
    dossier_error *err);

#ifdef __cplusplus
}
#endif
#endif
