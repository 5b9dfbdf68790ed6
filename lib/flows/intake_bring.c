/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a row brings along: an organisation that is only known by its code,
 * a mentor nobody had met.
 */
#include "flows/intake.h"

#define MAX_STUBS_NAMED 20

static dossier_status
bring_stub(struct ds_intake *in, struct ds_line *line, int i,
    dossier_error *err)
{
	bool school = in->plan.sheet->columns[i].type == DS_CELL_SCHOOL;
	struct ds_datum *value = &line->value[i];
	struct ds_row row;

	/* Another cell of this row may have brought it just now. */
	if (ds_map_get(&value->number, &in->parties, value->text))
		return DOSSIER_OK;
	ds_row_start(&row, DS_PARTY);
	ds_row_set_text(&row, DS_F_PARTY_CODE, value->text);
	ds_row_set_text(&row, DS_F_PARTY_KIND, school ? "school" :
	    "gemeente");
	ds_row_set_int(&row, DS_F_PARTY_STUB, 1);
	DS_TRY(ds_book_add(in->session->book, &row, err));
	value->number = row.id;
	if (!ds_map_put(&in->parties, value->text, row.id))
		return ds_no_memory(err);
	if (in->stub_count[school]++ < MAX_STUBS_NAMED)
		ds_buf_printf(&in->stubs[school], "%s%s",
		    in->stubs[school].size > 0 ? ", " : "", value->text);
	return in->stubs[school].failed ? ds_no_memory(err) : DOSSIER_OK;
}

dossier_status
ds_intake_note_stubs(struct ds_intake *in, dossier_error *err)
{
	static const char *const texts[2] = {
		N_("Municipalities that were not known yet, kept by their "
		    "codes: %s%s. Name them with the list of "
		    "municipalities."),
		N_("Schools that were not known yet, kept by their codes: "
		    "%s%s. Name them with a file of organisations."),
	};
	int i;

	for (i = 0; i < 2; i++)
		if (in->stub_count[i] > 0)
			DS_TRY(ds_intake_note(in, err,
			    ds_tr(in->session->language, texts[i]),
			    in->stubs[i].data,
			    in->stub_count[i] > MAX_STUBS_NAMED ? ", …" :
			    ""));
	return DOSSIER_OK;
}

/* The organisation at which a person named in this sheet works. */
static int64_t
works_at(const struct ds_intake *in, const struct ds_line *line)
{
	int64_t party = ds_line_value(in, line, AT_PARTY)->number;

	return party != 0 ? party :
	    ds_line_value(in, line, AT_SCHOOL)->number;
}

static dossier_status
find_person(int64_t *out, struct ds_intake *in, int64_t party,
    const char *name, dossier_error *err)
{
	struct ds_stmt *stmt;

	DS_TRY(ds_sql(&stmt, in->session->store, DS_SQL_CONTACT_AT_PARTY,
	    err));
	ds_bind_text(stmt, ":name", name);
	ds_bind_int(stmt, ":party", party);
	return ds_first_int(out, stmt, err);
}

static dossier_status
new_person(int64_t *out, struct ds_intake *in, int64_t party,
    const char *name, const char *role, dossier_error *err)
{
	struct ds_row contact, place;

	ds_row_start(&contact, DS_CONTACT);
	ds_row_set_text(&contact, DS_F_CONTACT_NAME, name);
	DS_TRY(ds_book_add(in->session->book, &contact, err));
	*out = contact.id;
	if (party == 0)
		return DOSSIER_OK;
	ds_row_start(&place, DS_CONTACT_ROLE);
	ds_row_set_int(&place, DS_F_ROLE_CONTACT, contact.id);
	ds_row_set_int(&place, DS_F_ROLE_PARTY, party);
	ds_row_set_text(&place, DS_F_ROLE_ROLE, role);
	return ds_book_add(in->session->book, &place, err);
}

static dossier_status
bring_person(struct ds_intake *in, struct ds_line *line, int i,
    dossier_error *err)
{
	bool mentor = i == in->at[AT_MENTOR];
	int64_t party = works_at(in, line);
	struct ds_datum *value = &line->value[i];
	const char *key;

	ds_buf_clear(&in->key);
	ds_buf_int(&in->key, party);
	ds_buf_putc(&in->key, '|');
	ds_buf_puts(&in->key, value->text);
	if (in->key.failed)
		return ds_no_memory(err);
	key = in->key.data;
	if (ds_map_get(&value->number, &in->people, key))
		return DOSSIER_OK;
	DS_TRY(find_person(&value->number, in, party, value->text, err));
	if (value->number == 0)
		DS_TRY(new_person(&value->number, in, party, value->text,
		    mentor ? "mentor" : "contactpersoon", err));
	return ds_map_put(&in->people, key, value->number) ? DOSSIER_OK :
	    ds_no_memory(err);
}

dossier_status
ds_line_bring(struct ds_intake *in, struct ds_line *line, dossier_error *err)
{
	const struct ds_sheet *sheet = in->plan.sheet;
	int i;

	/* Schools first: a mentor works at one. */
	for (i = 0; i < sheet->count; i++)
		if (line->value[i].known && line->value[i].number == 0 &&
		    (sheet->columns[i].type == DS_CELL_SCHOOL ||
		    sheet->columns[i].type == DS_CELL_MUNICIPALITY))
			DS_TRY(bring_stub(in, line, i, err));
	for (i = 0; i < sheet->count; i++)
		if (line->value[i].known &&
		    sheet->columns[i].type == DS_CELL_PERSON)
			DS_TRY(bring_person(in, line, i, err));
	return DOSSIER_OK;
}
