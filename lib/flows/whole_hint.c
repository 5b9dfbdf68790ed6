/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands in a text to edit for who edits it. */
#include "flows/whole.h"

#include "model/row.h"

void
ds_whole_head(dossier_document *doc)
{
	static const char *const lines[] = {
		N_("Change what is not right, save and close. Close without "
		    "saving, or empty the file, and all stays as it is."),
		N_("null is: not asked; writing null clears a field. Asked "
		    "and there was nothing, or no answer was wanted, stands "
		    "in the list answer: niets or geweigerd. A line that is "
		    "taken out changes nothing."),
		N_("A record more is an item more, without id. An item that "
		    "is taken out is removed; say why after reason."),
	};
	size_t i;

	for (i = 0; i < sizeof lines / sizeof lines[0]; i++)
		ds_put_comment(doc, ds_tr(doc->language, lines[i]));
}

/* All words of the list, with blanks between; NULL: no memory. */
static const char *
all_words(struct ds_arena *arena, const struct ds_code *codes)
{
	struct ds_buf buf = DS_BUF_INIT;
	const char *text;

	for (; codes->slug != NULL; codes++)
		ds_buf_printf(&buf, "%s%s", buf.size > 0 ? ", " : "",
		    codes->slug);
	text = buf.failed ? NULL : ds_arena_dup(arena, buf.data);
	ds_buf_free(&buf);
	return text;
}

static const char *
say_reference(enum ds_kind target, dossier_language language)
{
	switch (target) {
	case DS_PARTY:
		return ds_tr(language, N_("The code of an organisation."));
	case DS_CONTACT:
		return ds_tr(language, N_("The name of a contact."));
	case DS_PLACE:
		return ds_tr(language, N_("The code of a place."));
	default:
		return ds_tr(language, N_("Told by its fields."));
	}
}

/* What may stand there; "" when anything may. */
static const char *
say_type(struct ds_arena *arena, const struct ds_field *field,
    dossier_language language)
{
	const char *words, *example;

	if (field->flags & DS_SECRET)
		return ds_tr(language, N_("Most of it is not shown: leave it "
		    "so, or write the whole new number."));
	switch (field->type) {
	case DS_TYPE_CODE:
	case DS_TYPE_CODES:
		words = all_words(arena, field->codes);
		return words == NULL ? NULL : ds_arena_printf(arena,
		    ds_tr(language, field->type == DS_TYPE_CODE ?
		    N_("One of: %s.") : N_("A list of: %s.")), words);
	case DS_TYPE_INT:
		return ds_arena_printf(arena, ds_tr(language,
		    N_("A number from 0 to %d.")), field->number);
	case DS_TYPE_BOOL:
		return ds_tr(language, N_("true or false."));
	case DS_TYPE_LONG:
		return ds_tr(language, N_("As many lines as you want, after "
		    "a | and further to the right."));
	case DS_TYPE_RECORD:
		return say_reference(field->target, language);
	default:
		example = ds_field_example(field);
		return example[0] == '\0' ? "" : ds_arena_printf(arena,
		    ds_tr(language, N_("For example: %s.")), example);
	}
}

const char *
ds_whole_hint(struct ds_arena *arena, const struct ds_record *record,
    int field, dossier_language language)
{
	const struct ds_field *f = &record->fields[field];
	const char *type = say_type(arena, f, language), *flag = "";

	if (type == NULL)
		return NULL;
	if (f->flags & DS_OWN)
		flag = ds_tr(language, N_("Kept by the software itself."));
	else if (f->flags & DS_NEED)
		flag = ds_tr(language, N_("Needed."));
	return ds_arena_printf(arena, "%s.%s%s%s%s",
	    ds_tr(language, f->label), type[0] == '\0' ? "" : " ", type,
	    flag[0] == '\0' ? "" : " ", flag);
}
