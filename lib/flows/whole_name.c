/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Names of what a record points to: each is written so that reading it finds
 * the same record again.
 */
#include "flows/whole.h"

#include <string.h>

#include "base/ident.h"
#include "base/text.h"
#include "flows/input.h"

/* ---- contacts, of whom two may have one name ---- */

/* How many contacts have that name: 0, 1 (whose number is *out) or 2. */
static dossier_status
count_named(int *count, int64_t *out, dossier_session *session,
    const char *name, dossier_error *err)
{
	struct ds_stmt *stmt;
	bool row;

	*out = 0;
	DS_TRY(ds_sql(&stmt, session->store, DS_SQL_CONTACTS_BY_NAME, err));
	ds_bind_text(stmt, ":name", name);
	for (*count = 0;; ++*count) {
		DS_TRY(ds_step(&row, stmt, err));
		if (!row)
			return DOSSIER_OK;
		*out = ds_col_int(stmt, 0);
	}
}

/* The only one of that name with a role at the party; 0: none, or two. */
static dossier_status
named_at(int64_t *out, struct ds_arena *arena, dossier_session *session,
    const char *name, int64_t party, dossier_error *err)
{
	struct ds_row *roles, contact;
	size_t count, i;
	int64_t id;

	*out = 0;
	DS_TRY(ds_book_list(&roles, &count, arena, session->book,
	    DS_CONTACT_ROLE, DS_F_ROLE_PARTY, party, err));
	for (i = 0; i < count; i++) {
		id = ds_row_int(&roles[i], DS_F_ROLE_CONTACT);
		DS_TRY(ds_book_read(&contact, arena, session->book,
		    DS_CONTACT, id, err));
		if (id == *out || strcmp(ds_row_text(&contact,
		    DS_F_CONTACT_NAME), name) != 0)
			continue;
		if (*out != 0)
			return (*out = 0), DOSSIER_OK;
		*out = id;
	}
	return DOSSIER_OK;
}

/* "Els Bakker@02QZ00", where that is nobody else. */
static dossier_status
name_at_party(const char **out, struct ds_arena *arena,
    dossier_session *session, const struct ds_row *contact,
    dossier_error *err)
{
	const char *name = ds_row_text(contact, DS_F_CONTACT_NAME), *both;
	struct ds_row *roles, party;
	int64_t found, other;
	size_t count, i;
	int named;

	*out = NULL;
	DS_TRY(ds_book_list(&roles, &count, arena, session->book,
	    DS_CONTACT_ROLE, DS_F_ROLE_CONTACT, contact->id, err));
	for (i = 0; i < count && *out == NULL; i++) {
		DS_TRY(ds_book_read(&party, arena, session->book, DS_PARTY,
		    ds_row_int(&roles[i], DS_F_ROLE_PARTY), err));
		both = ds_arena_printf(arena, "%s@%s", name,
		    ds_row_text(&party, DS_F_PARTY_CODE));
		if (both == NULL)
			return ds_no_memory(err);
		DS_TRY(named_at(&found, arena, session, name, party.id,
		    err));
		DS_TRY(count_named(&named, &other, session, both, err));
		if (found == contact->id && named == 0)
			*out = both;
	}
	return DOSSIER_OK;
}

dossier_status
ds_whole_contact_name(const char **out, struct ds_arena *arena,
    dossier_session *session, const struct ds_row *contact,
    dossier_error *err)
{
	const char *name = ds_row_text(contact, DS_F_CONTACT_NAME);
	int64_t id;
	int count;

	*out = name;
	DS_TRY(count_named(&count, &id, session, name, err));
	if (count == 1)
		return DOSSIER_OK;
	DS_TRY(name_at_party(out, arena, session, contact, err));
	if (*out == NULL)
		*out = ds_arena_printf(arena, "%s#%lld", name,
		    (long long)contact->id);
	return *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

/* The name before the last `mark`, and where what follows it begins. */
static const char *
split(const char **rest, struct ds_arena *arena, const char *text,
    char mark)
{
	const char *at = strrchr(text, mark);

	if (at == NULL)
		return NULL;
	*rest = at + 1;
	return ds_arena_ndup(arena, text, (size_t)(at - text));
}

static dossier_status
contact_with_mark(int64_t *out, struct ds_whole *whole, const char *text,
    dossier_error *err)
{
	dossier_error own = ds_whole_own(whole);
	dossier_status status = DOSSIER_NOT_FOUND;
	struct ds_row row;
	const char *rest, *name = split(&rest, whole->arena, text, '@');
	int64_t id;

	*out = 0;
	if (name != NULL)
		status = ds_party_find(&row, whole->arena, whole->session,
		    rest, &own);
	if (status == DOSSIER_OK)
		return named_at(out, whole->arena, whole->session, name,
		    row.id, err);
	DS_TRY(ds_whole_pass(status, &own, err));
	name = split(&rest, whole->arena, text, '#');
	if (name == NULL || !ds_decimal_parse(&id, rest, 0))
		return DOSSIER_OK;
	own = ds_whole_own(whole);
	status = ds_book_read(&row, whole->arena, whole->session->book,
	    DS_CONTACT, id, &own);
	if (status == DOSSIER_OK &&
	    strcmp(ds_row_text(&row, DS_F_CONTACT_NAME), name) == 0)
		*out = row.id;
	return ds_whole_pass(status, &own, err);
}

static dossier_status
find_contact(int64_t *out, struct ds_whole *whole, const char *text,
    dossier_error *own, dossier_error *err)
{
	dossier_status status;
	struct ds_row row;
	int count;

	DS_TRY(count_named(&count, out, whole->session, text, err));
	if (count == 1)
		return DOSSIER_OK;
	if (count == 0) {
		DS_TRY(contact_with_mark(out, whole, text, err));
		if (*out != 0)
			return DOSSIER_OK;
	} else {
		ds_advise(own, N_("Write the code of the organisation after "
		    "the name: %s@CODE"), text);
	}
	*out = 0;
	status = ds_contact_find(&row, whole->arena, whole->session, text,
	    own);
	return ds_whole_pass(status, own, err);
}

/* ---- organisations and places ---- */

/* An organisation of which only the code is known, as intake makes it. */
static dossier_status
add_stub(int64_t *out, struct ds_whole *whole, const char *code,
    const char *kind, dossier_error *err)
{
	struct ds_row row;

	ds_row_start(&row, DS_PARTY);
	ds_row_set_text(&row, DS_F_PARTY_CODE, code);
	ds_row_set_text(&row, DS_F_PARTY_KIND, kind);
	ds_row_set_int(&row, DS_F_PARTY_STUB, 1);
	DS_TRY(ds_book_add(whole->session->book, &row, err));
	*out = row.id;
	return ds_whole_remark(whole, err, ds_tr(whole->language,
	    N_("%s was not known yet and is kept by its code.")), code);
}

static dossier_status
find_party(int64_t *out, struct ds_whole *whole, const char *text,
    dossier_error *own, dossier_error *err)
{
	struct ds_row row;
	dossier_status status;
	char code[8];

	status = ds_party_find(&row, whole->arena, whole->session, text, own);
	if (status == DOSSIER_OK)
		*out = row.id;
	else if (status == DOSSIER_NOT_FOUND && whole->is_new &&
	    ds_ident_brin(code, text))
		return add_stub(out, whole, code, "school", err);
	else if (status == DOSSIER_NOT_FOUND && whole->is_new &&
	    strlen(text) == 4 && ds_ident_municipality(code, text))
		return add_stub(out, whole, code, "gemeente", err);
	return ds_whole_pass(status, own, err);
}

static dossier_status
find_place(int64_t *out, struct ds_whole *whole, const char *text,
    dossier_error *own, dossier_error *err)
{
	struct ds_stmt *stmt;

	DS_TRY(ds_sql(&stmt, whole->session->store, DS_SQL_PLACE_BY_CODE,
	    err));
	ds_bind_text(stmt, ":code", text);
	DS_TRY(ds_first_int(out, stmt, err));
	if (*out != 0)
		return DOSSIER_OK;
	ds_advise(own, N_("Use its code, or add it first with a file of "
	    "places: dossier intake"));
	ds_fail(own, DOSSIER_NOT_FOUND,
	    N_("There is no place %s in the store."), text);
	return DOSSIER_OK;
}

/* ---- meetings, which are told by their fields ---- */

static dossier_status
same_meeting(int64_t *out, struct ds_whole *whole, const struct ds_row *row,
    dossier_error *err)
{
	struct ds_stmt *stmt;

	DS_TRY(ds_sql(&stmt, whole->session->store, DS_SQL_MEETING_KNOWN,
	    err));
	ds_bind_text(stmt, ":kind", ds_row_text(row, DS_F_MEETING_KIND));
	ds_bind_text(stmt, ":on", ds_row_text(row, DS_F_MEETING_ON));
	if (ds_row_has(row, DS_F_MEETING_SCHOOL))
		ds_bind_int(stmt, ":school", ds_row_int(row,
		    DS_F_MEETING_SCHOOL));
	if (ds_row_has(row, DS_F_MEETING_PARTY))
		ds_bind_int(stmt, ":party", ds_row_int(row,
		    DS_F_MEETING_PARTY));
	return ds_first_int(out, stmt, err);
}

/* A meeting of others too is not changed from within one dossier. */
static dossier_status
keep_meeting(int64_t *out, struct ds_whole *whole,
    const struct ds_yaml *node, const struct ds_row *told,
    const struct ds_row *now, dossier_error *err)
{
	dossier_error own = ds_whole_own(whole);
	int i;

	for (i = 0; i < ds_record(told->kind)->count; i++) {
		if (ds_datum_same(&told->value[i], &now->value[i]))
			continue;
		ds_advise(&own, N_("Take out the line id, and this record is "
		    "about another one."));
		ds_fail(&own, DOSSIER_INVALID, N_("This is also of other "
		    "dossiers and cannot be changed from here."));
		return ds_whole_blame(whole, node, &own, err);
	}
	*out = now->id;
	return DOSSIER_OK;
}

static dossier_status
find_meeting(int64_t *out, struct ds_whole *whole,
    const struct ds_yaml *node, const struct ds_field *field, int64_t known,
    dossier_error *err)
{
	const struct ds_yaml *id = ds_yaml_get(node, "id");
	struct ds_row empty, now, row;
	size_t faults = whole->faults;
	int64_t wanted;

	ds_row_start(&empty, field->target);
	now = empty;
	if (known != 0 && id != NULL && id->text != NULL &&
	    ds_decimal_parse(&wanted, id->text, 0) && wanted == known)
		DS_TRY(ds_book_read(&now, whole->arena,
		    whole->session->book, field->target, known, err));
	DS_TRY(ds_whole_fields(&row, whole, node, &now, &now, err));
	if (whole->faults > faults)
		return DOSSIER_OK;
	if (now.id != 0)
		return keep_meeting(out, whole, node, &row, &now, err);
	DS_TRY(same_meeting(out, whole, &row, err));
	if (*out != 0)
		return DOSSIER_OK;
	row.id = 0;
	DS_TRY(ds_book_add(whole->session->book, &row, err));
	*out = row.id;
	return DOSSIER_OK;
}

/* ---- the whole ---- */

/* Is it written as the record that it pointed to would be? */
static dossier_status
is_written_so(bool *out, struct ds_whole *whole, enum ds_kind target,
    int64_t id, const char *text, dossier_error *err)
{
	struct ds_row row;
	const char *name;

	*out = false;
	if (id == 0)
		return DOSSIER_OK;
	DS_TRY(ds_book_read(&row, whole->arena, whole->session->book, target,
	    id, err));
	if (target == DS_CONTACT)
		DS_TRY(ds_whole_contact_name(&name, whole->arena,
		    whole->session, &row, err));
	else
		name = ds_row_text(&row, ds_field_named(ds_record(target),
		    "code"));
	*out = strcmp(name, text) == 0;
	return DOSSIER_OK;
}

static dossier_status
find_named(int64_t *out, struct ds_whole *whole, const struct ds_yaml *node,
    enum ds_kind target, int64_t now, dossier_error *err)
{
	dossier_error own = ds_whole_own(whole);
	const char *text;
	bool same;

	DS_TRY(is_written_so(&same, whole, target, now, node->text, err));
	if (same)
		return (*out = now), DOSSIER_OK;
	DS_TRY(ds_input_line(&text, whole->arena, node->text, err));
	if (target == DS_PARTY)
		DS_TRY(find_party(out, whole, text == NULL ? "" : text, &own,
		    err));
	else if (target == DS_CONTACT)
		DS_TRY(find_contact(out, whole, text == NULL ? "" : text,
		    &own, err));
	else
		DS_TRY(find_place(out, whole, text == NULL ? "" : text, &own,
		    err));
	return *out != 0 ? DOSSIER_OK :
	    ds_whole_blame(whole, node, &own, err);
}

dossier_status
ds_whole_reference(int64_t *out, struct ds_whole *whole,
    const struct ds_yaml *node, const struct ds_field *field, int64_t now,
    dossier_error *err)
{
	bool named = ds_field_named(ds_record(field->target), "code") >= 0 ||
	    field->target == DS_CONTACT;
	dossier_error own = ds_whole_own(whole);

	*out = 0;
	if (node->kind == (named ? DS_YAML_TEXT : DS_YAML_MAP))
		return named ? find_named(out, whole, node, field->target,
		    now, err) : find_meeting(out, whole, node, field, now,
		    err);
	if (named)
		ds_fail(&own, DOSSIER_INVALID, N_("One code or name belongs "
		    "here, not a list or a group."));
	else
		ds_fail(&own, DOSSIER_INVALID, N_("Its fields belong here, "
		    "each on a line of its own."));
	return ds_whole_blame(whole, node, &own, err);
}
