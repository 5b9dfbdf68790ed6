/* SPDX-License-Identifier: EUPL-1.2 */
/* A row's cells: text, values, and what they name in the store. */
#include "flows/intake.h"

#include <string.h>

#include "base/ident.h"
#include "base/text.h"

#define BRIN_SIZE 4			/* without its location */

void
ds_line_start(struct ds_line *line, const struct ds_plan *plan,
    const struct ds_csv_row *raw)
{
	const char *text;
	int i;

	memset(line, 0, sizeof *line);
	line->number = raw->number;
	line->raw = raw;
	line->result = DS_ROW_SAME;
	for (i = 0; i < plan->sheet->count; i++) {
		text = plan->source[i] < 0 ||
		    (size_t)plan->source[i] >= raw->count ? "" :
		    raw->fields[plan->source[i]];
		if (*text == '\'')
			text = ds_csv_unguard(text);
		line->text[i] = *text != '\0' ? text : plan->preset[i];
	}
}

void
ds_intake_locate(struct ds_intake *in)
{
	static const char *const names[AT_COUNT] = {
		[AT_BSN] = "bsn", [AT_ONDERWIJSNUMMER] = "onderwijsnummer",
		[AT_PGN] = "pgn", [AT_SOURCE_REF] = "source_ref",
		[AT_PUPIL_NUMBER] = "pupil_number", [AT_SCHOOL] = "school",
		[AT_MUNICIPALITY] = "municipality", [AT_MENTOR] = "mentor",
		[AT_NAME] = "name", [AT_PARTY] = "party",
		[AT_CONTACT] = "contact", [AT_ABOUT] = "about",
		[AT_PLACE] = "place", [AT_OWNER] = "owner",
		[AT_PRESENT] = "present", [AT_YOUTH] = "youth",
		[AT_CODE] = "code", [AT_PSEUDONYM] = "pseudonym",
		[AT_FROM] = "from",
	};
	int i;

	for (i = 0; i < AT_COUNT; i++)
		in->at[i] = ds_sheet_column_named(in->plan.sheet, names[i]);
}

const struct ds_datum *
ds_line_value(const struct ds_intake *in, const struct ds_line *line,
    enum ds_at at)
{
	static const struct ds_datum none;

	return in->at[at] < 0 ? &none : &line->value[in->at[at]];
}

/* ---- text to values ---- */

static const char *
keep(struct ds_intake *in, struct ds_datum *out, const char *text)
{
	out->text = ds_arena_dup(&in->row_arena, text);
	out->known = out->text != NULL;
	return out->known ? NULL : ds_no_room;
}

static const char *
parse_number(struct ds_intake *in, struct ds_datum *out,
    enum ds_cell_type type, const char *text)
{
	char digits[10];

	if (ds_ident_scientific(text))
		return N_("Excel has rounded this number and it is lost; "
		    "format the column as Text and export again");
	if (type != DS_CELL_ONDERWIJSNUMMER && ds_ident_bsn(digits, text)) {
		out->number = DS_CELL_BSN;
		return keep(in, out, digits);
	}
	if (type != DS_CELL_BSN && ds_ident_onderwijsnummer(digits, text)) {
		out->number = DS_CELL_ONDERWIJSNUMMER;
		return keep(in, out, digits);
	}
	return type == DS_CELL_BSN ?
	    N_("this is no BSN: its digits do not add up") :
	    N_("this is no education number: its digits do not add up");
}

static const char *
example_of(enum ds_cell_type type)
{
	switch (type) {
	case DS_CELL_BSN:
	case DS_CELL_PGN:
		return "111222333";
	case DS_CELL_ONDERWIJSNUMMER:
		return "101222331";
	case DS_CELL_SCHOOL:
		return "02QZ00";
	case DS_CELL_MUNICIPALITY:
		return "0344";
	case DS_CELL_ROLES:
		return "uwv, stagecoordinator";
	default:
		return NULL;
	}
}

static const struct ds_field *
field_of(const struct ds_sheet_column *column)
{
	return &ds_record(column->record)->fields[column->field];
}

static const char *
example_for(struct ds_intake *in, const struct ds_sheet_column *column)
{
	if (column->type != DS_CELL_FIELD)
		return example_of(column->type);
	return field_of(column)->codes != NULL ?
	    ds_field_choices(&in->arena, field_of(column)) :
	    ds_field_example(field_of(column));
}

static const char *
parse_full_name(struct ds_intake *in, struct ds_datum *out, const char *text)
{
	return strchr(text, ',') != NULL && text[strspn(text, ", ")] != '\0' ?
	    keep(in, out, text) :
	    N_("a name in one column is written as Family name, First name");
}

/* A word of the list each; the row keeps their slugs, a space between. */
static const char *
parse_roles(struct ds_intake *in, struct ds_datum *out, const char *text)
{
	static const struct ds_field roles = { .type = DS_TYPE_CODES,
	    .codes = ds_codes_role };

	return ds_field_parse(out, &in->row_arena, &roles, text,
	    in->session->today);
}

/* A number in text that a spreadsheet spoilt is no text. */
static const char *
parse_field(struct ds_intake *in, struct ds_datum *out,
    const struct ds_field *field, const char *text)
{
	if (ds_ident_scientific(text) && field->type == DS_TYPE_TEXT)
		return parse_number(in, out, DS_CELL_BSN, text);
	return ds_field_parse(out, &in->row_arena, field, text,
	    in->session->today);
}

/* Codes that look right are brought to one form; names stay as they are. */
static const char *
parse_code(struct ds_intake *in, struct ds_datum *out,
    enum ds_cell_type type, const char *text)
{
	char code[8];

	if (type == DS_CELL_SCHOOL && ds_ident_brin(code, text))
		return keep(in, out, code);
	if (type == DS_CELL_MUNICIPALITY && ds_ident_municipality(code, text))
		return keep(in, out, code);
	return keep(in, out, text);
}

static const char *
parse_cell(struct ds_intake *in, struct ds_datum *out,
    const struct ds_sheet_column *column, const char *text)
{
	static const struct ds_field plain = { .type = DS_TYPE_TEXT };

	switch (column->type) {
	case DS_CELL_FIELD:
		return parse_field(in, out, field_of(column), text);
	case DS_CELL_PSEUDONYM:
	case DS_CELL_CALLED:
		return parse_field(in, out, &plain, text);
	case DS_CELL_BSN:
	case DS_CELL_ONDERWIJSNUMMER:
	case DS_CELL_PGN:
		return parse_number(in, out, column->type, text);
	case DS_CELL_FULL_NAME:
		return parse_full_name(in, out, text);
	case DS_CELL_ROLES:
		return parse_roles(in, out, text);
	case DS_CELL_REASON:
		return NULL;
	default:
		return parse_code(in, out, column->type, text);
	}
}

/* Of each need that no cell meets: the file's first column that could. */
static dossier_status
check_needs(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	const struct ds_sheet *sheet = in->plan.sheet;
	unsigned needs = ds_sheet_needs(sheet), need;
	int i;

	for (i = 0; i < sheet->count; i++)
		if (line->text[i] != NULL)
			needs &= ~sheet->columns[i].need;
	for (; needs != 0; needs &= ~need) {
		need = needs & -needs;
		for (i = 0; i < sheet->count; i++)
			if ((sheet->columns[i].need & need) &&
			    in->plan.source[i] >= 0)
				break;
		DS_TRY(ds_intake_refuse(in, line,
		    i < sheet->count ? i : -1, N_("this is missing"), NULL,
		    err));
	}
	return DOSSIER_OK;
}

dossier_status
ds_line_parse(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	const struct ds_sheet *sheet = in->plan.sheet;
	const char *fault;
	int i;

	for (i = 0; i < sheet->count; i++) {
		if (line->text[i] == NULL)
			continue;
		fault = parse_cell(in, &line->value[i], &sheet->columns[i],
		    line->text[i]);
		if (fault == ds_no_room)
			return ds_no_memory(err);
		if (fault != NULL)
			DS_TRY(ds_intake_refuse(in, line, i, fault,
			    example_for(in, &sheet->columns[i]), err));
	}
	return check_needs(in, line, err);
}

/* ---- values to what stands in the store ---- */

static bool
may_be_stub(enum ds_cell_type type, const char *text)
{
	char code[8];

	return (type == DS_CELL_SCHOOL && ds_ident_brin(code, text)) ||
	    (type == DS_CELL_MUNICIPALITY &&
	    ds_ident_municipality(code, text));
}

/* A code is looked up as a code; only what is none may be a name. */
static dossier_status
find_code(int64_t *out, struct ds_intake *in, const char *code,
    dossier_error *err)
{
	struct ds_stmt *stmt;

	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_PARTY_BY_CODE, err));
	ds_bind_text(stmt, ":code", code);
	return ds_first_int(out, stmt, err);
}

static dossier_status
find_name(int64_t *out, struct ds_intake *in, const char *text,
    dossier_error *err)
{
	struct ds_row row;
	dossier_status status;

	*out = 0;
	status = ds_party_find(&row, &in->row_arena, in->session, text, NULL);
	if (status == DOSSIER_NOT_FOUND || status == DOSSIER_AMBIGUOUS)
		return DOSSIER_OK;
	if (status != DOSSIER_OK)
		return ds_fail(err, status,
		    N_("The organisations could not be read."));
	*out = row.id;
	return DOSSIER_OK;
}

static dossier_status
find_party(int64_t *out, struct ds_intake *in, enum ds_cell_type type,
    const char *text, dossier_error *err)
{
	if (ds_map_get(out, &in->parties, text) ||
	    ds_map_get(out, &in->unknown, text))
		return DOSSIER_OK;
	DS_TRY(may_be_stub(type, text) ? find_code(out, in, text, err) :
	    find_name(out, in, text, err));
	return ds_map_put(*out != 0 ? &in->parties : &in->unknown, text,
	    *out) ? DOSSIER_OK : ds_no_memory(err);
}

/* A school that is known by this BRIN and a location; NULL: none. */
static dossier_status
whole_brin(const char **out, struct ds_intake *in, const char *brin,
    dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	*out = NULL;
	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_SCHOOL_OF_BRIN,
	    err));
	ds_bind_text(stmt, ":brin", brin);
	DS_TRY(ds_step(&row, stmt, err));
	if (!row)
		return DOSSIER_OK;
	*out = ds_arena_dup(&in->arena, ds_col_text(stmt, 0));
	ds_stmt_reset(stmt);
	return *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

static dossier_status
look_up_party(struct ds_intake *in, struct ds_line *line, int i,
    dossier_error *err)
{
	enum ds_cell_type type = in->plan.sheet->columns[i].type;
	struct ds_datum *value = &line->value[i];
	const char *whole = NULL;

	DS_TRY(find_party(&value->number, in, type, value->text, err));
	if (value->number != 0)
		return DOSSIER_OK;
	if (type == DS_CELL_SCHOOL && strlen(value->text) == BRIN_SIZE)
		DS_TRY(whole_brin(&whole, in, value->text, err));
	if (whole != NULL)
		return ds_intake_refuse(in, line, i, N_("the number of the "
		    "location is missing behind the BRIN"), whole, err);
	if (may_be_stub(type, value->text))
		return DOSSIER_OK;
	return ds_intake_refuse(in, line, i, type == DS_CELL_SCHOOL ?
	    N_("no school of this name is known; use its BRIN") :
	    type == DS_CELL_MUNICIPALITY ?
	    N_("no municipality of this name is known; use its code, or "
	    "read in the list of municipalities first") :
	    N_("no organisation of this code or name is known; read in the "
	    "organisations first"), example_of(type), err);
}

static dossier_status
look_up_place(struct ds_intake *in, struct ds_line *line, int i,
    dossier_error *err)
{
	struct ds_stmt *stmt;

	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_PLACE_BY_CODE, err));
	ds_bind_text(stmt, ":code", line->value[i].text);
	DS_TRY(ds_first_int(&line->value[i].number, stmt, err));
	return line->value[i].number != 0 ? DOSSIER_OK : ds_intake_refuse(in, line, i,
	    N_("no place of this code is known; read in the places first"),
	    NULL, err);
}

dossier_status
ds_line_look_up(struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	const struct ds_sheet *sheet = in->plan.sheet;
	int i;

	for (i = 0; i < sheet->count; i++) {
		if (!line->value[i].known)
			continue;
		switch (sheet->columns[i].type) {
		case DS_CELL_SCHOOL:
		case DS_CELL_MUNICIPALITY:
		case DS_CELL_PARTY:
			DS_TRY(look_up_party(in, line, i, err));
			break;
		case DS_CELL_PLACE:
			DS_TRY(look_up_place(in, line, i, err));
			break;
		default:
			break;
		}
	}
	return DOSSIER_OK;
}
