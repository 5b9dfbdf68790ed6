/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The fields of one record as a file tells them. A field that it does not
 * name stays; what others changed meanwhile stays too, unless both changed
 * the same field into something else.
 */
#include "flows/whole.h"

#include <string.h>

#include "base/text.h"
#include "flows/input.h"

#define SHOWN 160			/* bytes of a value in a message */

/* One field of one record; what the file says of it is `mine`. */
struct field {
	struct ds_whole *whole;
	const struct ds_yaml *node;
	const struct ds_row *now, *base;
	int at;
	const struct ds_field *f;
	struct ds_datum mine;
	bool fine;
};

static dossier_status
blame(struct field *field, const char *message, const char *advice,
    dossier_error *err)
{
	dossier_error own = ds_whole_own(field->whole);

	field->fine = false;
	if (advice != NULL)
		ds_advise(&own, "%s", ds_tr(own.language, advice));
	ds_fail(&own, DOSSIER_INVALID, message,
	    ds_tr(field->whole->language, field->f->label));
	return ds_whole_blame(field->whole, field->node, &own, err);
}

/* ---- what it says ---- */

/* One text, or the words of a list with blanks between. NULL: a fault. */
static dossier_status
take_text(const char **out, struct field *field, dossier_error *err)
{
	bool words = field->f->type == DS_TYPE_CODES ||
	    field->f->type == DS_TYPE_PROCESSES;
	struct ds_buf buf = DS_BUF_INIT;
	const struct ds_yaml *item;

	*out = field->node->text;
	if (*out != NULL)
		return DOSSIER_OK;
	if (!words || field->node->kind != DS_YAML_LIST)
		return blame(field, N_("%s is one value, not a list or a "
		    "group."), N_("Write it after the colon; a text that "
		    "begins with a sign needs quotes."), err);
	for (item = field->node->first; item != NULL; item = item->next) {
		ds_buf_puts(&buf, buf.size > 0 ? " " : "");
		ds_buf_puts(&buf, item->text != NULL ? item->text : "-");
	}
	*out = buf.failed ? NULL : ds_arena_dup(field->whole->arena,
	    buf.data);
	ds_buf_free(&buf);
	return *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

/*
 * Is it written as the record's value would be? Then it is that value,
 * whatever became of the rules that it once had to pass.
 */
static dossier_status
is_written_so(bool *out, struct field *field, const char *text,
    dossier_error *err)
{
	struct ds_arena *arena = field->whole->arena;
	struct ds_shown shown;
	const char *data;

	*out = false;
	if (!ds_row_has(field->base, field->at))
		return DOSSIER_OK;
	DS_TRY(ds_view_field(&shown, &field->whole->view, field->base,
	    field->at, err));
	data = shown.data;
	if (shown.is_number)
		data = ds_arena_printf(arena, "%lld",
		    (long long)shown.number);
	else if (shown.is_truth)
		data = shown.number != 0 ? "true" : "false";
	if (data != NULL)
		data = ds_text_nfc(arena, data);
	if (data == NULL)
		return ds_no_memory(err);
	*out = strcmp(data, text) == 0;
	return DOSSIER_OK;
}

/* A number of which only the end is shown says nothing about the rest. */
static bool
is_masked(const struct ds_field *f, const char *text)
{
	return (f->flags & DS_SECRET) && strchr(text, '*') != NULL;
}

static dossier_status
parse(struct field *field, const char *text, dossier_error *err)
{
	struct ds_whole *whole = field->whole;
	dossier_error own = ds_whole_own(whole);
	struct ds_row row = *field->now;
	dossier_status status;

	if (is_masked(field->f, text))
		return blame(field, N_("%s: these are not the stars and "
		    "digits of the number that stands here."), N_("Leave it "
		    "as it was, or write the whole number."), err);
	status = ds_input_field(&row, field->at, whole->arena, text,
	    whole->session->today, &own);
	field->fine = status == DOSSIER_OK;
	field->mine = row.value[field->at];
	return ds_whole_weigh(whole, field->node, status, &own, err);
}

static dossier_status
take_value(struct field *field, dossier_error *err)
{
	int64_t known = ds_row_int(field->base, field->at), id;
	const char *text;
	bool same;

	memset(&field->mine, 0, sizeof field->mine);
	if (ds_yaml_is_null(field->node))
		return DOSSIER_OK;
	if (field->f->type == DS_TYPE_RECORD) {
		DS_TRY(ds_whole_reference(&id, field->whole, field->node,
		    field->f, known, err));
		field->fine = id != 0;
		field->mine.known = id != 0;
		field->mine.number = id;
		return DOSSIER_OK;
	}
	DS_TRY(take_text(&text, field, err));
	if (!field->fine)
		return DOSSIER_OK;
	DS_TRY(is_written_so(&same, field, text, err));
	if (!same)
		return parse(field, text, err);
	field->mine = field->base->value[field->at];
	return DOSSIER_OK;
}

/* ---- what it comes to ---- */

/* A value in a message; long ones are cut. */
static dossier_status
say(const char **out, struct field *field, const struct ds_row *row,
    const struct ds_datum *value, dossier_error *err)
{
	struct ds_row shown = *row;
	struct ds_shown text;
	size_t size;

	shown.value[field->at] = *value;
	DS_TRY(ds_view_field(&text, &field->whole->view, &shown, field->at,
	    err));
	*out = text.text != NULL ? text.text : "-";
	if (strlen(*out) <= SHOWN)
		return DOSSIER_OK;
	size = ds_utf8_valid(*out, SHOWN);
	*out = ds_arena_printf(field->whole->arena, "%.*s…", (int)size,
	    *out);
	return *out == NULL ? ds_no_memory(err) : DOSSIER_OK;
}

static dossier_status
clash(struct field *field, dossier_error *err)
{
	struct ds_whole *whole = field->whole;
	dossier_error own = ds_whole_own(whole);
	const char *who, *base, *mine, *theirs;

	DS_TRY(ds_whole_writer(&who, whole, field->now->event, err));
	DS_TRY(say(&base, field, field->base,
	    &field->base->value[field->at], err));
	DS_TRY(say(&mine, field, field->base, &field->mine, err));
	DS_TRY(say(&theirs, field, field->now,
	    &field->now->value[field->at], err));
	ds_advise(&own, N_("Write there what is right: yours again, theirs, "
	    "or something else."));
	ds_fail(&own, DOSSIER_CONFLICT, N_("%s was changed meanwhile (%s). "
	    "It was: %s; you made it: %s; they made it: %s."),
	    ds_tr(whole->language, field->f->label), who, base, mine,
	    theirs);
	return ds_whole_blame(whole, field->node, &own, err);
}

static dossier_status
settle(struct ds_row *after, struct field *field, dossier_error *err)
{
	const struct ds_datum *base = &field->base->value[field->at];
	const struct ds_datum *now = &field->now->value[field->at];

	if (!field->fine || ds_datum_same(&field->mine, base))
		return DOSSIER_OK;
	if ((field->f->flags & DS_OWN) && !field->whole->is_new)
		return blame(field, N_("%s is kept by the software itself "
		    "and cannot be set."), N_("Take the line out, or write "
		    "what stood there."), err);
	if (ds_datum_same(now, base) ||
	    field->now->event <= field->whole->seen)
		after->value[field->at] = field->mine;
	else if (!ds_datum_same(now, &field->mine))
		return clash(field, err);
	return DOSSIER_OK;
}

/* ---- who may write it ---- */

/* Nobody writes what they may not read; a new dossier has no secrets yet. */
static dossier_status
judge(bool *out, struct field *field, const struct ds_row *row,
    dossier_error *err)
{
	const char *why = NULL;

	*out = true;
	if (field->whole->is_new || row->id == 0)
		return DOSSIER_OK;
	DS_TRY(ds_view_judge(&why, &field->whole->view, row, field->at,
	    err));
	*out = why == NULL;
	return *out ? DOSSIER_OK : blame(field, N_("%s is not for you to "
	    "see, so it is not for you to change."), N_("Take the line "
	    "out."), err);
}

/* ---- a record ---- */

static dossier_status
take_field(struct ds_row *after, struct ds_whole *whole,
    const struct ds_yaml *node, const struct ds_row *now,
    const struct ds_row *base, int at, dossier_error *err)
{
	struct field field = { .whole = whole, .node = node, .now = now,
	    .base = base, .at = at, .fine = true,
	    .f = &ds_record(now->kind)->fields[at] };
	bool may;

	DS_TRY(judge(&may, &field, now, err));
	if (!may)
		return DOSSIER_OK;
	DS_TRY(take_value(&field, err));
	return settle(after, &field, err);
}

static dossier_status
no_field(struct ds_whole *whole, const struct ds_yaml *node,
    const struct ds_record *record, dossier_error *err)
{
	const char *names[DS_MAX_FIELDS + 1];
	size_t count = 0;
	int i;

	for (i = 0; i < record->count; i++)
		if (ds_whole_holds(record, i))
			names[count++] = record->fields[i].name;
	names[count++] = "id";
	return ds_whole_no_name(whole, node, names, count, err);
}

dossier_status
ds_whole_fields(struct ds_row *after, struct ds_whole *whole,
    const struct ds_yaml *map, const struct ds_row *now,
    const struct ds_row *base, dossier_error *err)
{
	const struct ds_record *record = ds_record(now->kind);
	const struct ds_yaml *node;
	int at;

	*after = *now;
	for (node = map->first; node != NULL; node = node->next) {
		if (record->kind != DS_YOUTH && strcmp(node->key, "id") == 0)
			continue;
		at = ds_field_named(record, node->key);
		if (at < 0 || !ds_whole_holds(record, at))
			DS_TRY(no_field(whole, node, record, err));
		else
			DS_TRY(take_field(after, whole, node, now, base, at,
			    err));
	}
	return DOSSIER_OK;
}
