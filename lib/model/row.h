/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A row: the values of one record, whatever its kind. Text in a row is
 * borrowed from an arena or from the caller and must live as long as it.
 */
#ifndef DS_MODEL_ROW_H
#define DS_MODEL_ROW_H

#include "base/buf.h"
#include "base/mem.h"
#include "base/when.h"
#include "model/record.h"

struct ds_datum {
	bool known;		/* false: NULL, not asked */
	int64_t number;		/* integer types */
	const char *text;	/* all others, canonical */
};

struct ds_row {
	enum ds_kind kind;
	int64_t id;		/* 0: not in the store yet */
	int64_t event;		/* the last event that touched it */
	struct ds_datum value[DS_MAX_FIELDS];
};

void ds_row_start(struct ds_row *row, enum ds_kind kind);
void ds_row_set_text(struct ds_row *row, int field, const char *text);
void ds_row_set_int(struct ds_row *row, int field, int64_t number);
/* No day clears. The text is kept in `arena`; false: no memory. */
bool ds_row_set_day(struct ds_row *row, int field, dossier_day day,
    struct ds_arena *arena);
void ds_row_clear(struct ds_row *row, int field);
bool ds_row_has(const struct ds_row *row, int field);
const char *ds_row_text(const struct ds_row *row, int field); /* or NULL */
int64_t ds_row_int(const struct ds_row *row, int field);	/* or 0 */
dossier_day ds_row_day(const struct ds_row *row, int field);
struct ds_span ds_row_span(const struct ds_row *row);	/* from, until */
/*
 * Why the row cannot stand in the store, as an English sentence marked for
 * translation, and in *field what it is about; NULL when it can.
 */
const char *ds_row_fault(const struct ds_row *row, int *field);
bool ds_datum_same(const struct ds_datum *a, const struct ds_datum *b);
/* Have two rows of one kind the same values? */
bool ds_row_same(const struct ds_row *a, const struct ds_row *b);

/* Its name as people say it: "Zoë van den Berg"; for a youth's row. */
const char *ds_youth_name(struct ds_arena *arena, const struct ds_row *row);

/*
 * The record's image: one line of JSON with the known values in the order of
 * the list. It is what digests cover and what the history keeps.
 */
void ds_row_image(struct ds_buf *out, const struct ds_row *row);

/*
 * Read a person's text for a field. Returns NULL, or why it is refused: an
 * English sentence marked for translation. Not for DS_TYPE_RECORD, which
 * needs the store. `today` is the latest day that a PAST field may have.
 */
const char *ds_field_parse(struct ds_datum *out, struct ds_arena *arena,
    const struct ds_field *field, const char *text, dossier_day today);
/* The one reason that is not the text's fault: memory ran out. */
extern const char ds_no_room[];
/* What right looks like for such a field: "31-07-2026". */
const char *ds_field_example(const struct ds_field *field);
/* The words of a code field, as many as a table has room for; in arena. */
const char *ds_field_choices(struct ds_arena *arena,
    const struct ds_field *field);
/*
 * A value as people read it in `language` (labels of codes, dd-mm-yyyy);
 * NULL when it is not known. In `arena`.
 */
const char *ds_field_text(struct ds_arena *arena,
    const struct ds_field *field, const struct ds_datum *datum,
    dossier_language language);

#endif
