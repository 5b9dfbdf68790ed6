/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The parts of an intake; nobody else includes it.
 *
 * A file is read twice: once to find rows that say the same thing twice,
 * once to take them. A row goes from its text to values (cells), from values
 * to known people and organisations (lookups), and only then to the store,
 * so that a refused row leaves nothing behind.
 */
#ifndef DS_FLOWS_INTAKE_H
#define DS_FLOWS_INTAKE_H

#include "base/file.h"
#include "base/map.h"
#include "flows/session.h"
#include "flows/sheet.h"

/* Columns that the code asks for by name; their place is found once a file. */
enum ds_at {
	AT_BSN, AT_ONDERWIJSNUMMER, AT_PGN, AT_SOURCE_REF, AT_PUPIL_NUMBER,
	AT_SCHOOL, AT_MUNICIPALITY, AT_MENTOR, AT_NAME, AT_PARTY, AT_CONTACT,
	AT_ABOUT, AT_PLACE, AT_OWNER, AT_PRESENT, AT_YOUTH, AT_CODE,
	AT_PSEUDONYM, AT_FROM,
	AT_COUNT
};

enum ds_result { DS_ROW_NEW, DS_ROW_CHANGED, DS_ROW_SAME, DS_ROW_REFUSED };

struct ds_fault;

struct ds_line {			/* one row on its way in */
	long number;			/* the spreadsheet's */
	const struct ds_csv_row *raw;
	const char *text[DS_MAX_COLUMNS];	/* NULL: empty */
	struct ds_datum value[DS_MAX_COLUMNS];	/* ids for lookups */
	bool refused;
	const struct ds_fault *fault;	/* its first; they follow each other */
	int64_t youth;			/* 0: none, or new */
	enum ds_result result;
};

struct ds_fault {
	long row;
	const char *column;		/* the file's header, or NULL */
	const char *value;
	const char *reason;		/* English, marked for translation */
	const char *example;		/* or NULL */
	struct ds_fault *next;
};

struct ds_note {
	const char *text;		/* in the session's language */
	struct ds_note *next;
};

struct ds_twice {			/* a row that stands twice */
	long row, other;
	bool same;			/* identical: leave it out */
	int column;			/* that holds the same number */
};

struct ds_names {			/* name and birth date of everybody */
	struct ds_namesake *slots;
	size_t count, size;
	bool loaded;			/* with those of the store */
};

struct ds_intake {
	dossier_session *session;
	const dossier_intake_options *options;
	const char *path;
	struct ds_plan plan;
	int at[AT_COUNT];		/* sheet column, or −1 */
	struct ds_arena arena;		/* as long as the file */
	struct ds_arena row_arena;	/* as long as a row */
	struct ds_csv *csv;
	struct ds_buf map_text;		/* of --map */
	const struct ds_section_reason *why;	/* it is kept; may be NULL */
	bool bulk;			/* the tables were empty */
	enum ds_encoding encoding;
	char separator;
	/* who and what was met before */
	struct ds_map parties;		/* code -> id */
	struct ds_map unknown;		/* looked for in vain */
	struct ds_map people;		/* party id | name -> contact id */
	struct ds_buf key;		/* of one look into it */
	struct ds_map schools;		/* school id -> its own contact */
	int64_t last_school;		/* marked as one of the file's */
	int64_t last_where[2];	/* a municipality, a school: found to be one */
	struct ds_names names;
	struct ds_map called;		/* folded whole name -> youth */
	bool called_loaded;
	unsigned char *seen;		/* bits of youths met, by id */
	size_t seen_size;
	/* rows that stand twice, by row */
	struct ds_twice *twice;
	size_t twice_count, twice_next;
	/* organisations that only a code is known of: municipality, school */
	struct ds_buf stubs[2];
	int64_t stub_count[2];
	/* the outcome */
	int64_t count[4];		/* by enum ds_result */
	int64_t batch;
	struct ds_fault *fault, *last_fault;
	int64_t fault_count;
	struct ds_note *note, *last_note;
	int64_t note_count;
	struct ds_outfile *refused_file;
	struct ds_buf refused_text;
	const char *refused_path;
	bool replaces_itself;		/* a refused file, fed again */
};

/* ---- intake_header.c ---- */

/* The file's plan: by --kind, --map, a map that was kept, or the header. */
dossier_status ds_intake_plan(struct ds_intake *in, dossier_error *err);
/* Kept with the store, so that the next export is recognised by itself. */
dossier_status ds_intake_keep_map(struct ds_intake *in, dossier_error *err);
/* One note for all columns that are left out. */
dossier_status ds_intake_note_ignored(struct ds_intake *in,
    dossier_error *err);

/* ---- intake_fault.c ---- */

/* The sheet's column for a field of its record; −1: none. */
int ds_intake_column(const struct ds_intake *in, enum ds_kind record,
    int field);

/*
 * Refuse the row because of a column (−1: the row as a whole). `reason` is
 * English, marked for translation; `example` may be NULL.
 */
dossier_status ds_intake_refuse(struct ds_intake *in, struct ds_line *line,
    int column, const char *reason, const char *example, dossier_error *err);
/* Refuse what could not stand in the store, before anything is written. */
dossier_status ds_intake_check(struct ds_intake *in, struct ds_line *line,
    const struct ds_row *row, dossier_error *err);
/* Something to know that refuses nothing; printf-like, translated before. */
dossier_status ds_intake_note(struct ds_intake *in, dossier_error *err,
    const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The row as it stood, with the reasons, to the refused file. */
dossier_status ds_intake_put_refused(struct ds_intake *in,
    const struct ds_line *line, dossier_error *err);
/* The refused file appears (or, when nothing is left in it, goes). */
dossier_status ds_intake_keep_refused(struct ds_intake *in,
    dossier_error *err);

/* ---- intake_twice.c ---- */

/* Read the file once and list the rows that stand twice. */
dossier_status ds_intake_find_twice(struct ds_intake *in,
    dossier_error *err);
/* Is this row one of them? Rows are asked for in their order. */
const struct ds_twice *ds_intake_twice(struct ds_intake *in, long row);

/* ---- intake_cell.c ---- */

/* The row's texts by sheet column, with what --set fills in. */
void ds_line_start(struct ds_line *line, const struct ds_plan *plan,
    const struct ds_csv_row *raw);
/* Text to values; refuses what is not right. Reads nothing, writes nothing. */
dossier_status ds_line_parse(struct ds_intake *in, struct ds_line *line,
    dossier_error *err);
/* Organisations, places and people that are in the store already. */
dossier_status ds_line_look_up(struct ds_intake *in, struct ds_line *line,
    dossier_error *err);
/* Find the named columns of the sheet: in->at. */
void ds_intake_locate(struct ds_intake *in);
/* The value of a named column; not known when the sheet has no such one. */
const struct ds_datum *ds_line_value(const struct ds_intake *in,
    const struct ds_line *line, enum ds_at at);
/* ---- intake_bring.c ---- */

/* Makes what a row may bring along: stub organisations, mentors. */
dossier_status ds_line_bring(struct ds_intake *in, struct ds_line *line,
    dossier_error *err);

/* One note for all the organisations that were brought along. */
dossier_status ds_intake_note_stubs(struct ds_intake *in,
    dossier_error *err);

/* ---- intake_who.c ---- */

/* "bsn", "pseudoniem": what a parsed number turned out to be. */
const char *ds_number_kind(enum ds_at at, const struct ds_datum *number);
/* Whose row is it? Sets line->youth; refuses when two dossiers answer. */
dossier_status ds_intake_identify(struct ds_intake *in, struct ds_line *line,
    dossier_error *err);
/* Remember that the file holds this youth. */
dossier_status ds_intake_met(struct ds_intake *in,
    const struct ds_line *line, dossier_error *err);
/* The youths of the file's schools that it does not hold: notes. */
dossier_status ds_intake_missing(struct ds_intake *in, dossier_error *err);

/* Refuses when no dossier answers to the row's number. */
dossier_status ds_intake_need_youth(struct ds_intake *in,
    struct ds_line *line, dossier_error *err);

/* ---- intake_youth.c, intake_other.c ---- */

dossier_status ds_intake_youth(struct ds_intake *in, struct ds_line *line,
    dossier_error *err);
/*
 * A name in one cell: "Bos, Zoë" is a family name and a first name; without
 * a comma all of it is what somebody is called.
 */
dossier_status ds_intake_name(struct ds_row *youth, struct ds_arena *arena,
    const char *text, dossier_error *err);
/* The number, the ref and the first day of a youth's row that is new. */
dossier_status ds_intake_new_youth(struct ds_intake *in, struct ds_row *row,
    dossier_error *err);
dossier_status ds_intake_other(struct ds_intake *in, struct ds_line *line,
    dossier_error *err);

/* ---- intake_record.c: the sheets of a case ---- */

/* Lay the row's fields of one kind over `row`; empty cells change nothing. */
void ds_line_fields(const struct ds_intake *in, const struct ds_line *line,
    struct ds_row *row);
/*
 * Bring record `id` (0: none yet) to `row`, of which only the known fields
 * count; row->id is set. The line's result becomes new or changed.
 */
dossier_status ds_intake_upsert(struct ds_intake *in, struct ds_line *line,
    struct ds_row *row, int64_t id, dossier_error *err);
dossier_status ds_intake_record(struct ds_intake *in, struct ds_line *line,
    dossier_error *err);

/* ---- intake_judge.c ---- */

/*
 * Hold a row against what every record must be (flows/fit.h): refused at its
 * column, or set right. The row's youth is in the store, or new.
 */
dossier_status ds_intake_judge(struct ds_intake *in, struct ds_line *line,
    struct ds_row *row, dossier_error *err);

/* ---- intake_track.c ---- */

/* Whose track it is when only a name says so: line->youth, 0 when new. */
dossier_status ds_intake_track_known(struct ds_intake *in,
    struct ds_line *line, const struct ds_row *track, dossier_error *err);
/* Makes the dossier of whom only a name is known. */
dossier_status ds_intake_track_youth(struct ds_intake *in,
    struct ds_line *line, dossier_error *err);

/* ---- intake_firm.c ---- */

/*
 * An employer whose contacts another organisation keeps stays as it is, and
 * does not come in twice. `id` 0: nothing has this code yet.
 */
dossier_status ds_intake_firm(struct ds_intake *in, struct ds_line *line,
    struct ds_row *row, int64_t id, dossier_error *err);

/* ---- intake_namesake.c ---- */

/* A note when another dossier has a new youth's name and birth date. */
dossier_status ds_intake_namesake(struct ds_intake *in,
    const struct ds_line *line, const struct ds_row *youth,
    dossier_error *err);
void ds_names_free(struct ds_names *names);

/* ---- intake_tell.c ---- */

dossier_status ds_intake_tell(dossier_document *doc,
    const struct ds_intake *in, dossier_error *err);

#endif
