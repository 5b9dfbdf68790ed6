/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Rows of every other sheet. Each says which record it is about and by what
 * one that is there already is known; the rest is the same for all.
 */
#include "flows/intake.h"

#include <string.h>

#include "base/ident.h"

/* Bind a row's field, or NULL, under a statement's name. */
static void
bind(struct ds_stmt *stmt, const char *name, const struct ds_row *row,
    int field)
{
	const struct ds_field *f = &ds_record(row->kind)->fields[field];

	if (!ds_row_has(row, field))
		return;
	if (ds_type_is_number(f->type))
		ds_bind_int(stmt, name, ds_row_int(row, field));
	else
		ds_bind_text(stmt, name, ds_row_text(row, field));
}

struct same {				/* how a record is known again */
	enum ds_sql sql;
	struct { const char *name; int field; } by[4];
};

static dossier_status
find_same(int64_t *out, struct ds_intake *in, const struct same *same,
    const struct ds_row *row, dossier_error *err)
{
	struct ds_stmt *stmt;
	size_t i;

	DS_TRY(ds_sql(&stmt, in->session->store, same->sql, err));
	for (i = 0; i < 4 && same->by[i].name != NULL; i++)
		bind(stmt, same->by[i].name, row, same->by[i].field);
	return ds_first_int(out, stmt, err);
}

static void
set_id(struct ds_row *row, int field, const struct ds_datum *value)
{
	if (value->known && value->number != 0)
		ds_row_set_int(row, field, value->number);
}

static dossier_status
take(struct ds_intake *in, struct ds_line *line, const struct same *same,
    struct ds_row *row, dossier_error *err)
{
	int64_t id;

	DS_TRY(ds_intake_check(in, line, row, err));
	if (!line->refused)
		DS_TRY(ds_intake_judge(in, line, row, err));
	if (line->refused)
		return DOSSIER_OK;
	DS_TRY(find_same(&id, in, same, row, err));
	return ds_intake_upsert(in, line, row, id, err);
}

/* ---- organisations and people ---- */

/* The code in the form of its kind; NULL when it is none of that kind. */
static const char *
party_code(struct ds_intake *in, const struct ds_row *row)
{
	const char *kind = ds_row_text(row, DS_F_PARTY_KIND);
	const char *code = ds_row_text(row, DS_F_PARTY_CODE);
	char form[8];

	if (strcmp(kind, "gemeente") == 0)
		return ds_ident_municipality(form, code) ?
		    ds_arena_dup(&in->row_arena, form) : NULL;
	if (strcmp(kind, "school") == 0)
		return ds_ident_brin(form, code) ?
		    ds_arena_dup(&in->row_arena, form) : NULL;
	return code;
}

static dossier_status
take_party(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	static const struct same same = { DS_SQL_PARTY_BY_CODE,
	    { { ":code", DS_F_PARTY_CODE } } };
	struct ds_row row;
	const char *code;
	int64_t id;

	ds_row_start(&row, DS_PARTY);
	if (strcmp(in->plan.sheet->name, "municipality") == 0)
		ds_row_set_text(&row, DS_F_PARTY_KIND, "gemeente");
	ds_line_fields(in, line, &row);
	code = party_code(in, &row);
	if (code == NULL)
		return ds_intake_refuse(in, line, in->at[AT_CODE],
		    N_("this is no code of that kind: a school has a BRIN, a "
		    "municipality four digits"), "0344", err);
	ds_row_set_text(&row, DS_F_PARTY_CODE, code);
	if (ds_row_has(&row, DS_F_PARTY_NAME))
		ds_row_set_int(&row, DS_F_PARTY_STUB, 0);
	DS_TRY(ds_intake_check(in, line, &row, err));
	DS_TRY(find_same(&id, in, &same, &row, err));
	if (!line->refused)
		DS_TRY(ds_intake_firm(in, line, &row, id, err));
	return line->refused ? DOSSIER_OK :
	    ds_intake_upsert(in, line, &row, id, err);
}

static dossier_status
take_contact(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	static const struct same same_role = { DS_SQL_CONTACT_ROLE_SAME,
	    { { ":contact", DS_F_ROLE_CONTACT }, { ":party", DS_F_ROLE_PARTY },
	    { ":role", DS_F_ROLE_ROLE }, { ":about", DS_F_ROLE_ABOUT } } };
	int64_t party = ds_line_value(in, line, AT_PARTY)->number, id;
	struct ds_row contact, role;
	struct ds_stmt *stmt;

	ds_row_start(&contact, DS_CONTACT);
	ds_line_fields(in, line, &contact);
	ds_row_start(&role, DS_CONTACT_ROLE);
	ds_row_set_int(&role, DS_F_ROLE_CONTACT, 1);
	ds_row_set_int(&role, DS_F_ROLE_PARTY, party);
	set_id(&role, DS_F_ROLE_ABOUT, ds_line_value(in, line, AT_ABOUT));
	ds_line_fields(in, line, &role);
	DS_TRY(ds_intake_check(in, line, &role, err));
	if (line->refused)
		return DOSSIER_OK;
	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_CONTACT_AT_PARTY,
	    err));
	bind(stmt, ":name", &contact, DS_F_CONTACT_NAME);
	bind(stmt, ":email", &contact, DS_F_CONTACT_EMAIL);
	bind(stmt, ":phone", &contact, DS_F_CONTACT_PHONE);
	ds_bind_int(stmt, ":party", party);
	DS_TRY(ds_first_int(&id, stmt, err));
	DS_TRY(ds_intake_upsert(in, line, &contact, id, err));
	ds_row_set_int(&role, DS_F_ROLE_CONTACT, contact.id);
	DS_TRY(ds_sql(&stmt, in->session->store, same_role.sql, err));
	bind(stmt, ":from", &role, DS_F_ROLE_FROM);
	bind(stmt, ":contact", &role, DS_F_ROLE_CONTACT);
	bind(stmt, ":party", &role, DS_F_ROLE_PARTY);
	bind(stmt, ":role", &role, DS_F_ROLE_ROLE);
	bind(stmt, ":about", &role, DS_F_ROLE_ABOUT);
	DS_TRY(ds_first_int(&id, stmt, err));
	return ds_intake_upsert(in, line, &role, id, err);
}

/* ---- places and what youths do there ---- */

static dossier_status
take_place(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	static const struct same same = { DS_SQL_PLACE_BY_CODE,
	    { { ":code", DS_F_PLACE_CODE } } };
	struct ds_row row;

	ds_row_start(&row, DS_PLACE);
	ds_row_set_int(&row, DS_F_PLACE_PARTY,
	    ds_line_value(in, line, AT_PARTY)->number);
	ds_line_fields(in, line, &row);
	if (ds_row_has(&row, DS_F_PLACE_HOURS_MIN) &&
	    ds_row_has(&row, DS_F_PLACE_HOURS_MAX) &&
	    ds_row_int(&row, DS_F_PLACE_HOURS_MIN) >
	    ds_row_int(&row, DS_F_PLACE_HOURS_MAX))
		return ds_intake_refuse(in, line,
		    ds_sheet_column_named(in->plan.sheet, "hours_max"),
		    N_("this is less than the hours at least"), NULL, err);
	return take(in, line, &same, &row, err);
}

static dossier_status
take_placement(struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	static const struct same same = { DS_SQL_PLACEMENT_SAME,
	    { { ":youth", DS_F_PLACEMENT_YOUTH },
	    { ":place", DS_F_PLACEMENT_PLACE },
	    { ":kind", DS_F_PLACEMENT_KIND },
	    { ":from", DS_F_PLACEMENT_FROM } } };
	struct ds_row row;

	ds_row_start(&row, DS_PLACEMENT);
	ds_row_set_int(&row, DS_F_PLACEMENT_YOUTH, line->youth);
	ds_row_set_int(&row, DS_F_PLACEMENT_PLACE,
	    ds_line_value(in, line, AT_PLACE)->number);
	ds_line_fields(in, line, &row);
	return take(in, line, &same, &row, err);
}

static dossier_status
take_wage_value(struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	static const struct same same = { DS_SQL_WAGE_VALUE_SAME,
	    { { ":youth", DS_F_WAGE_YOUTH }, { ":on", DS_F_WAGE_MEASURED_ON },
	    { ":method", DS_F_WAGE_METHOD } } };
	struct ds_row row;

	ds_row_start(&row, DS_WAGE_VALUE);
	ds_row_set_int(&row, DS_F_WAGE_YOUTH, line->youth);
	set_id(&row, DS_F_WAGE_PARTY, ds_line_value(in, line, AT_PARTY));
	ds_line_fields(in, line, &row);
	return take(in, line, &same, &row, err);
}

/* ---- meetings: a row a youth, and one meeting for all of them ---- */

static dossier_status
add_presence(struct ds_intake *in, struct ds_line *line, int64_t meeting,
    dossier_error *err)
{
	const struct ds_datum *roles = ds_line_value(in, line, AT_PRESENT);
	static const struct same same = { DS_SQL_ATTENDANCE_SAME,
	    { { ":meeting", DS_F_ATTENDANCE_MEETING },
	    { ":role", DS_F_ATTENDANCE_ROLE } } };
	char *copy, *role, *next;
	struct ds_row row;

	if (!roles->known)
		return DOSSIER_OK;
	copy = ds_arena_dup(&in->row_arena, roles->text);
	if (copy == NULL)
		return ds_no_memory(err);
	for (role = strtok_r(copy, " ", &next); role != NULL;
	    role = strtok_r(NULL, " ", &next)) {
		ds_row_start(&row, DS_ATTENDANCE);
		ds_row_set_int(&row, DS_F_ATTENDANCE_MEETING, meeting);
		ds_row_set_text(&row, DS_F_ATTENDANCE_ROLE, role);
		DS_TRY(take(in, line, &same, &row, err));
	}
	return DOSSIER_OK;
}

static bool
names_youth(const struct ds_intake *in, const struct ds_line *line)
{
	return ds_line_value(in, line, AT_YOUTH)->known ||
	    ds_line_value(in, line, AT_BSN)->known ||
	    ds_line_value(in, line, AT_ONDERWIJSNUMMER)->known ||
	    ds_line_value(in, line, AT_PGN)->known ||
	    ds_line_value(in, line, AT_PSEUDONYM)->known ||
	    ds_line_value(in, line, AT_PUPIL_NUMBER)->known;
}

static dossier_status
take_meeting(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	static const struct same same = { DS_SQL_MEETING_KNOWN,
	    { { ":kind", DS_F_MEETING_KIND }, { ":on", DS_F_MEETING_ON },
	    { ":school", DS_F_MEETING_SCHOOL },
	    { ":party", DS_F_MEETING_PARTY } } };
	static const struct same same_talk = { DS_SQL_DISCUSSION_SAME,
	    { { ":meeting", DS_F_DISCUSSION_MEETING },
	    { ":youth", DS_F_DISCUSSION_YOUTH } } };
	struct ds_row row, talk;

	if (names_youth(in, line))
		DS_TRY(ds_intake_need_youth(in, line, err));
	if (line->refused)
		return DOSSIER_OK;
	ds_row_start(&row, DS_MEETING);
	set_id(&row, DS_F_MEETING_SCHOOL, ds_line_value(in, line,
	    AT_SCHOOL));
	set_id(&row, DS_F_MEETING_PARTY, ds_line_value(in, line, AT_PARTY));
	ds_line_fields(in, line, &row);
	DS_TRY(take(in, line, &same, &row, err));
	DS_TRY(add_presence(in, line, row.id, err));
	if (line->youth == 0)
		return DOSSIER_OK;
	ds_row_start(&talk, DS_DISCUSSION);
	ds_row_set_int(&talk, DS_F_DISCUSSION_MEETING, row.id);
	ds_row_set_int(&talk, DS_F_DISCUSSION_YOUTH, line->youth);
	return take(in, line, &same_talk, &talk, err);
}

/* ---- agreements, leads, postcodes ---- */

static dossier_status
take_agreement(struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	static const struct same same = { DS_SQL_AGREEMENT_SAME,
	    { { ":youth", DS_F_AGREEMENT_YOUTH },
	    { ":kind", DS_F_AGREEMENT_KIND }, { ":on", DS_F_AGREEMENT_ON },
	    { ":text", DS_F_AGREEMENT_TEXT } } };
	struct ds_row row;

	ds_row_start(&row, DS_AGREEMENT);
	ds_row_set_int(&row, DS_F_AGREEMENT_YOUTH, line->youth);
	set_id(&row, DS_F_AGREEMENT_OWNER, ds_line_value(in, line,
	    AT_OWNER));
	set_id(&row, DS_F_AGREEMENT_PARTY, ds_line_value(in, line,
	    AT_PARTY));
	ds_line_fields(in, line, &row);
	return take(in, line, &same, &row, err);
}

static dossier_status
take_lead(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	static const struct same same = { DS_SQL_LEAD_SAME,
	    { { ":youth", DS_F_LEAD_YOUTH }, { ":party", DS_F_LEAD_PARTY },
	    { ":from", DS_F_LEAD_FROM } } };
	struct ds_row row;
	int64_t id;
	bool fits;

	ds_row_start(&row, DS_LEAD);
	ds_row_set_int(&row, DS_F_LEAD_YOUTH, line->youth);
	ds_row_set_int(&row, DS_F_LEAD_PARTY,
	    ds_line_value(in, line, AT_PARTY)->number);
	set_id(&row, DS_F_LEAD_CONTACT, ds_line_value(in, line, AT_CONTACT));
	ds_line_fields(in, line, &row);
	DS_TRY(ds_intake_check(in, line, &row, err));
	if (line->refused)
		return DOSSIER_OK;
	DS_TRY(find_same(&id, in, &same, &row, err));
	if (id != 0)
		return ds_intake_upsert(in, line, &row, id, err);
	DS_TRY(ds_book_fits(&fits, in->session->book, &row, err));
	if (!fits)
		return ds_intake_refuse(in, line, -1, N_("another "
		    "organisation already leads from that day or later"),
		    NULL, err);
	line->result = DS_ROW_NEW;
	return ds_book_succeed(in->session->book, &row, err);
}

static dossier_status
take_postcode(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	static const struct same same = { DS_SQL_POSTCODE_BY_CODE,
	    { { ":code", DS_F_POSTCODE_CODE } } };
	struct ds_row row;

	ds_row_start(&row, DS_POSTCODE);
	ds_line_fields(in, line, &row);
	return take(in, line, &same, &row, err);
}

static const struct {
	const char *sheet;
	bool of_youth;			/* needs a dossier that is there */
	dossier_status (*take)(struct ds_intake *, struct ds_line *,
	    dossier_error *);
} takers[] = {
	{ "party", false, take_party },
	{ "municipality", false, take_party },
	{ "contact", false, take_contact },
	{ "place", false, take_place },
	{ "placement", true, take_placement },
	{ "wagevalue", true, take_wage_value },
	{ "meeting", false, take_meeting },
	{ "agreement", true, take_agreement },
	{ "lead", true, take_lead },
	{ "postcode", false, take_postcode },
};

dossier_status
ds_intake_other(struct ds_intake *in, struct ds_line *line,
    dossier_error *err)
{
	size_t i;

	for (i = 0; i < sizeof takers / sizeof takers[0]; i++)
		if (strcmp(takers[i].sheet, in->plan.sheet->name) == 0)
			break;
	if (takers[i].of_youth)
		DS_TRY(ds_intake_need_youth(in, line, err));
	return line->refused ? DOSSIER_OK : takers[i].take(in, line, err);
}
