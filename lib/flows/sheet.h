/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Sheets: what a CSV file of each kind may hold, and how its header is
 * recognised. A sheet's columns point to fields of records, or name what
 * must be looked up. Only what the descriptors do not say stands in a list;
 * the other fields of its records become columns when a sheet is opened.
 */
#ifndef DS_FLOWS_SHEET_H
#define DS_FLOWS_SHEET_H

#include "base/csv.h"
#include "model/book.h"

enum ds_cell_type {
	DS_CELL_FIELD,		/* a record's field, parsed by its type */
	DS_CELL_BSN,
	DS_CELL_ONDERWIJSNUMMER,
	DS_CELL_PGN,		/* a BSN or else an onderwijsnummer */
	DS_CELL_PSEUDONYM,	/* kept as it stands */
	DS_CELL_FULL_NAME,	/* "Achternaam, Roepnaam" */
	DS_CELL_CALLED,		/* the same, or a name as people say it */
	DS_CELL_SCHOOL,		/* BRIN, or an organisation in the store */
	DS_CELL_MUNICIPALITY,	/* code, or the name of one in the store */
	DS_CELL_PARTY,		/* code or name of one in the store */
	DS_CELL_PERSON,		/* a contact's name */
	DS_CELL_PLACE,		/* a place's code */
	DS_CELL_ROLES,		/* roles present, separated by , */
	DS_CELL_REASON		/* of a refused file: skipped */
};

struct ds_sheet_column {
	const char *name;		/* stable English name */
	const char *synonyms;		/* headers of exports, split by | */
	enum ds_cell_type type;
	enum ds_kind record;		/* whose field it is; 0: of none */
	int field;
	unsigned need;		/* bits: one column of each bit is needed */
};

#define DS_MAX_COLUMNS 48
#define DS_SHEET_RECORDS 3

struct ds_header_name {			/* folded, and which column it means */
	const char *folded;
	int column;
};

struct ds_sheet {
	const char *name;		/* as after --kind */
	const char *label;
	const struct ds_sheet_column *columns;
	int count;
	/* Whose other fields are columns too; 0: no more. */
	enum ds_kind records[DS_SHEET_RECORDS];
	bool is_case;			/* rows of records[0], one taker */
	/* When opened: what headers mean, the first that fits counts. */
	const struct ds_header_name *names;
	int name_count;
};

extern const struct ds_sheet ds_sheets[];
extern const size_t ds_sheet_count;
const struct ds_sheet *ds_sheet_named(const char *name);	/* or NULL */
/*
 * A listed sheet with all its columns and what headers mean, in `arena`. A
 * day of a sheet of several records is only what its list says.
 */
dossier_status ds_sheet_open(const struct ds_sheet **out,
    struct ds_arena *arena, const struct ds_sheet *listed,
    dossier_error *err);
/* The column by its stable name, or −1. */
int ds_sheet_column_named(const struct ds_sheet *sheet, const char *name);
/* The column of a folded header in an opened sheet, or −1. */
int ds_sheet_column_headed(const struct ds_sheet *sheet, const char *folded);
/* All that is needed, a bit each. */
unsigned ds_sheet_needs(const struct ds_sheet *sheet);
/* How exports head a field, split by |; NULL: as its label says. */
const char *ds_sheet_headers(enum ds_kind record, int field);

/* Which file column feeds which sheet column, and what fills the gaps. */
struct ds_plan {
	const struct ds_sheet *sheet;
	size_t count;			/* columns of the file */
	int *target;			/* a file column's, or −1: ignored */
	int source[DS_MAX_COLUMNS];	/* a sheet column's, or −1 */
	const char *preset[DS_MAX_COLUMNS];	/* --set; NULL: none */
};

/*
 * Recognise a header, by its labels in both languages and its synonyms.
 * `sheet` NULL: the sheet that knows most of its columns and has all it
 * needs. In `arena`. DOSSIER_USAGE: no sheet fits, or two fit as well;
 * DOSSIER_INVALID: the sheet lacks what it needs.
 */
dossier_status ds_plan_make(struct ds_plan *out, struct ds_arena *arena,
    const struct ds_csv_row *header, const struct ds_sheet *sheet,
    const char *const *set, size_t set_count, dossier_error *err);

/*
 * Lay a saved or given column map (YAML: kind, columns: {header: name}) over
 * a header. DOSSIER_INVALID with line and column.
 */
dossier_status ds_plan_map(struct ds_plan *out, struct ds_arena *arena,
    const struct ds_csv_row *header, const char *text, size_t size,
    const char *file, const char *const *set, size_t set_count,
    dossier_error *err);

/* SHA-256 of the folded header, in hexadecimal; in arena. */
dossier_status ds_plan_fingerprint(const char **out, struct ds_arena *arena,
    const struct ds_csv_row *header, dossier_error *err);

#endif
